"""De bladen van het invullen: het begin, een thema, en het slot."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.antwoorden.bestand import NAAM_LENGTE
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.verzamelen.antwoordcode import grouped, write_code
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Inlevercode,
    Knop,
    Mededeling,
    Sectie,
    Tabel,
    Tekst,
    Uitklap,
)
from lv_tools.zelfevaluatie.bestand.antwoorden import (
    NIET_INGEVULD,
    NIETS_OPGESCHREVEN,
    answers_file_name,
    answers_to_file,
    describe_answers,
    progress,
)
from lv_tools.zelfevaluatie.bestand.code import code_form
from lv_tools.zelfevaluatie.model.opzet_invoer import describe_setup
from lv_tools.zelfevaluatie.model.staat import Staat, answered, forget_answers
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.blad import Themavragen, role_fields
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.stellingen import Thema
from lv_tools.zelfevaluatie.teksten import Instrument


def name_too_long(werk: Werk[Staat, Uitslag]) -> bool:
    """Is de naam te lang? Dan zou zij in stilte uit het bestand wegblijven."""
    staat = werk.staat
    naam = werk.drafted(f"{staat.velpad}/naam", "")
    return staat.invulopzet.modus == "naam" and len(str(naam).strip()) > NAAM_LENGTE


class Blad(Zelfpaneel):
    """Een blad met een kop; naar die kop gaat de focus."""

    def focus(self) -> None:
        """Zet de focus op de kop."""
        self.deel.inhoud[0].focus()


class Beginblad(Blad):
    """Wie bent u, en wat moet u vooraf weten."""

    def build(self) -> Iterable[Deel]:
        """De uitleg, de groep en de naam, en wat de antwoorden betekenen."""
        zeg, schaal, opzet = self.zeg, self.inhoud.schaal, self.staat.invulopzet
        manier = self.inhoud.manier_van(opzet.modus)
        wie = role_fields(self.velden, self.staat.velpad, opzet, self.inhoud)
        wie.show(naam=opzet.modus == "naam")
        self.ziet = Tekst(*self.inhoud.privacy.regels, *manier.weet, lijst=True)
        yield Sectie(
            zeg("invul_begin"),
            Tekst(*describe_setup(opzet, self.inhoud)),
            Uitklap(zeg("invul_ziet"), self.ziet, open=True),
            *wie.delen,
            Uitklap(zeg("invul_lezen"), Tekst(*self.inhoud.algemeen.lezen, lijst=True), open=True),
            Uitklap(
                zeg("invul_schaal"),
                Tekst(
                    *schaal.uitleg,
                    f"{schaal.weet_niet.capitalize()}: {schaal.weet_niet_uitleg}",
                    f"{schaal.nvt.capitalize()}: {schaal.nvt_uitleg}",
                    lijst=True,
                ),
            ),
            niveau=3,
        )


class Themablad(Blad):
    """De stellingen van één thema."""

    def __init__(self, werk: Werk[Staat, Uitslag], inhoud: Instrument, thema: Thema) -> None:
        super().__init__(werk, inhoud)
        self.thema = thema

    def build(self) -> Iterable[Deel]:
        """Het thema met zijn vragen."""
        staat = self.staat
        self.vragen = Themavragen(
            self.velden, staat.velpad, self.thema, staat.invulopzet, self.inhoud
        )
        yield self.vragen.deel

    def show(self) -> None:
        """Zet de stellingen neer in de woorden van de gekozen groep."""
        self.vragen.say(self.staat.invulvel.rol)


class Slotblad(Blad):
    """Zien wat er in het bestand komt, het bewaren, en wat er daarna gebeurt."""

    def build(self) -> Iterable[Deel]:
        """Het overzicht en de knoppen."""
        zeg = self.zeg
        self.kolommen = (zeg("slot_wat"), zeg("slot_waarde"))
        self.overzicht = Tabel(zeg("slot_tabel"), self.kolommen, [], sorteerbaar=False, breken=True)
        self.ontbreekt = Mededeling()
        self.bewaar = Download(zeg("slot_bewaar"), self._file)
        self.code = Inlevercode()
        self.daarna = Tekst()
        yield Sectie(
            zeg("slot_titel"),
            self.ontbreekt,
            self.code,
            self.overzicht,
            self.bewaar,
            self.daarna,
            Uitklap(
                zeg("slot_wissen"),
                Tekst(zeg("slot_wissen_uitleg")),
                Knop(zeg("slot_wis"), self._wipe),
            ),
            niveau=3,
        )

    def show(self) -> None:
        """Toon wat er in het bestand komt."""
        zeg, staat, opzet = self.zeg, self.staat, self.staat.invulopzet
        respondent = self._respondent()
        stand = progress(staat.invulvel.gegeven, opzet, self.inhoud, staat.invulvel.rol)
        open_ = sum(alle - gedaan for gedaan, alle in stand.values())
        groep = bool(staat.invulvel.rol)
        zinnen = [] if groep else [zeg("slot_geen_groep")]
        if open_:
            zinnen.append(zeg("slot_open", stellingen=aantal(open_, "stelling", "stellingen")))
        self.ontbreekt.tekst = " ".join(zinnen)
        self.ontbreekt.toon = "gewoon" if groep else "letop"
        self.bewaar.uit = self.overzicht.verborgen = respondent is None
        telt_mee = staat.andere_open is None and staat.gemaakt
        self.daarna.alineas = (
            (zeg("slot_telt_mee"),) if telt_mee else (zeg("slot_stuur_op"), zeg("slot_later"))
        )
        code = ""
        if respondent is not None and respondent.antwoorden:
            code = grouped(write_code(respondent, code_form(opzet, self.inhoud)))
        self.code.toon(code, opzet.naam)
        if respondent is not None:
            regels = describe_answers(respondent, opzet, self.inhoud)
            leeg = (NIET_INGEVULD, NIETS_OPGESCHREVEN)
            gevuld = [(r.wat, r.waarde) for r in regels if r.waarde not in leeg]
            self.overzicht.toon(self.kolommen, gevuld)

    def _respondent(self) -> Respondent | None:
        """Geef wat er is ingevuld; met een te lange tekst is er nog geen bestand te maken."""
        if self.werk.drafts(f"{self.staat.velpad}/notities") or name_too_long(self.werk):
            return None
        return answered(self.staat, self.inhoud)

    def _file(self) -> Bestand:
        """Geef precies wat er in het overzicht staat."""
        respondent, opzet = self._respondent(), self.staat.invulopzet
        if respondent is None:
            raise ValueError("er is nog niets om te bewaren")
        naam = answers_file_name(opzet, respondent)
        return Bestand(naam, answers_to_file(respondent, opzet, self.inhoud), "application/json")

    def _wipe(self) -> None:
        self.werk.clear_drafts(self.staat.velpad)
        self.werk.change(forget_answers)
