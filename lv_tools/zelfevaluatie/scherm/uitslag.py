"""De uitslag op het scherm: wat hij niet is, ranglijsten, beelden per groep, vragen en verslag."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.schermdelen import Deel, Kolom, Mededeling, Nadruk, Sectie, Tekst, Uitklap
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.eigen_woorden import own_words
from lv_tools.zelfevaluatie.model.ranglijst import Ranglijst
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.gespreksvragen import Vragenvak
from lv_tools.zelfevaluatie.scherm.groepen import Groepenvak
from lv_tools.zelfevaluatie.scherm.stellingen import Stellingenvak
from lv_tools.zelfevaluatie.scherm.verslag import Verslagvak
from lv_tools.zelfevaluatie.scherm.werk import Werk

NOG_NIETS = (
    "Er zijn nog geen antwoorden. Vul zelf in, of voeg bij Samenbrengen bestanden toe; dan "
    "verschijnt hier de uitslag."
)
TE_KLEIN = (
    "Er zijn antwoorden, maar de groep is te klein om anoniem te tonen. Er zijn ten minste vijf "
    "mensen nodig. Wacht op meer antwoorden."
)
#: De ranglijst die openstaat; de andere klapt de lezer zelf uit.
EERST_OPEN = "oneens"


class Uitslagpaneel:
    """De uitslag; rekent pas als de stap open is.

    Parameters
    ----------
    compleet
        Functie die zegt of ieder die verwacht wordt, al antwoordde.
    """

    def __init__(self, werk: Werk, compleet: Callable[[], bool]) -> None:
        self.werk, self.compleet = werk, compleet
        self.open = False
        self._getoond: Uitslag | None = None
        self.kop = Mededeling()
        self.tussenstand = Mededeling(toon="letop")
        self.lijsten = Sectie("Waarover u eerst kunt praten", niveau=3)
        self.groepen = Groepenvak(werk.inhoud)
        self.stellingen = Stellingenvak(werk.inhoud)
        self.verslag = Verslagvak(werk)
        self.vragen = Vragenvak(werk, self.verslag.wishes)
        self.vol = Kolom(
            self.lijsten,
            self.groepen.deel,
            self.stellingen.deel,
            self.vragen.deel,
            self.verslag.deel,
        )
        self.deel = Kolom(
            Sectie("Wat deze uitslag niet is", Tekst(*werk.inhoud.wat_niet, lijst=True), niveau=3),
            self.kop,
            self.tussenstand,
            self.vol,
        )
        werk.luisteraars.append(self.refresh)

    def show(self, *, open_: bool) -> None:
        """Open of sluit de stap."""
        self.open = open_
        self.refresh()

    def refresh(self) -> None:
        """Toon de uitslag van nu, als de stap in beeld is."""
        if not self.open:
            return
        uitslag = self.werk.results()
        self._warn(uitslag)
        if uitslag is self._getoond:
            return
        self._getoond = uitslag
        eigen = own_words(uitslag, self.werk.inhoud) if uitslag.geheel else ""
        self.kop.tekst = f"{headline(uitslag)} {eigen}".strip()
        self.kop.toon = "letop" if uitslag.personen and uitslag.geheel is None else "gewoon"
        self.vol.verborgen = uitslag.geheel is None
        if uitslag.geheel is None:
            return
        self.lijsten.inhoud = tuple(self._rankings(uitslag))
        self.groepen.show(uitslag)
        self.stellingen.show(uitslag)
        self.vragen.show(uitslag)
        self.verslag.show()

    def _warn(self, uitslag: Uitslag) -> None:
        """Zeg wat een tussenstand verraadt, en welke naam er nog dubbel in staat."""
        privacy = self.werk.inhoud.inhoud["privacy"]
        regels = []
        if uitslag.personen and uitslag.scan.opzet.modus == "anoniem" and not self.compleet():
            regels.append(str(privacy["tussenstand"]))
        if dubbel := self.werk.open_doubles():
            namen = opsomming([d.naam for d in dubbel])
            regels.append(str(privacy["dubbel"]).format(namen=namen))
        self.tussenstand.tekst = " ".join(regels)

    def _rankings(self, uitslag: Uitslag) -> Iterator[Deel]:
        for lijst in uitslag.lijsten:
            if lijst.plaatsen:
                yield self._ranking(lijst, uitslag)
        leeg = [lijst.titel for lijst in uitslag.lijsten if not lijst.plaatsen]
        if leeg:
            yield Tekst(f"Hier staat in deze scan geen stelling: {'; '.join(leeg)}.")

    def _ranking(self, lijst: Ranglijst, uitslag: Uitslag) -> Deel:
        punten = [
            (
                Nadruk(uitslag.stellingen[plaats.code].tekst),
                f" {self.werk.inhoud.themas[plaats.thema].titel}. "
                f"{plaats.zin[:1].upper()}{plaats.zin[1:]}.",
            )
            for plaats in lijst.plaatsen
        ]
        return Uitklap(
            f"{lijst.titel} ({len(punten)})",
            Tekst(lijst.uitleg),
            Tekst(*punten, lijst=True),
            Tekst((Nadruk("Vraag. "), lijst.vraag), lijst.zin),
            open=lijst.code == EERST_OPEN,
        )


def headline(uitslag: Uitslag) -> str:
    """Zeg op hoeveel mensen de uitslag rust, en welke groepen niet apart te zien zijn."""
    if not uitslag.personen:
        return NOG_NIETS
    if uitslag.geheel is None:
        return TE_KLEIN
    namen = "; ".join(f"{groep.naam} {groep.personen}" for groep in uitslag.groepen)
    zin = f"Dit rust op {zinnen.people(uitslag.personen)}"
    zin += f": {namen}." if namen else "."
    anoniem = uitslag.scan.opzet.modus == "anoniem"
    return f"{zin} {zinnen.hidden(uitslag.verborgen, uitslag.aanvullend, anoniem=anoniem)}".strip()
