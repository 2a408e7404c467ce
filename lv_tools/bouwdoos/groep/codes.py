"""Antwoorden van telefoons verzamelen: met de camera, uit geplakte berichten, en uit bestanden."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.document import Blok, Figuurblok, Tweevorm
from lv_tools.basis.verzamelen.antwoordcode import CodeError, Gevonden
from lv_tools.basis.verzamelen.codes import Binnen
from lv_tools.basis.verzamelen.tussenstand import SAMEN, STAP, Muur, opened
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.groep.stand import C, Groepsdeel, Groepswerk
from lv_tools.schermdelen.adres import LANGSTE_QR, Qrcode
from lv_tools.schermdelen.bestanden import Bestand, Upload
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.grote_vraag import Groot
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie, Uitklap
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.later import Camera
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.schermdelen.veld import Invoerveld

#: Zoveel letters aan berichten gaan er in één keer in: een hele chat van een flinke zaal.
LANGSTE_PLAK = 200_000
GROOTSTE_BESTAND = 10_000_000
#: Zoveel fouten staan er hoogstens bij elkaar.
_GENOEMD = 5

_ZONDER_KENMERK = (
    "Er is nog geen link. Maak eerst de link waarmee mensen invullen; daarna verzamelt u hier hun "
    "codes."
)
_UITLEG = (
    "Wie via de link invult, krijgt aan het eind een code met de eigen antwoorden. Verzamel die "
    "hier: laat de codes scannen, of plak de berichten waarin ze staan. Er is geen server of "
    "account bij nodig.",
    "In een code staan de rol of groep en de antwoorden. Namen en wat mensen zelf opschreven staan "
    "er niet in; wie dat ook wil geven, stuurt het bestand. Wat de camera ziet, blijft op dit "
    "apparaat: er wordt geen beeld bewaard of verstuurd.",
)
_IEDEREEN = "Iedereen is er: laat de uitkomst zien"
_ZIET = {
    "naam": "De groep werkt op naam. De uitkomst hieronder groeit mee met elke code, en kan laten "
    "zien wat een rol of groep van één persoon antwoordde. Zeg dat vooraf.",
    "anoniem": f"De groep werkt anoniem. De uitkomst verandert hieronder pas als er weer {STAP} "
    "mensen bij zijn, of als u zegt dat iedereen er is. Zo is aan het verschil niet te zien wat "
    "één persoon antwoordde. In de uitslag telt iedereen meteen mee: laat die pas zien als "
    "iedereen er is. Die grenzen zijn van ons.",
}
_REDENEN = {
    "stuk": "‘{code}’ is niet heel aangekomen of verkeerd overgetypt. Scan of kopieer hem opnieuw.",
    "nieuwer": "‘{code}’ komt van een nieuwere versie van het hulpmiddel. Laad de pagina opnieuw.",
    "hulpmiddel": "‘{code}’ hoort bij een ander hulpmiddel.",
    "meting": "‘{code}’ hoort bij een andere link dan die van u. Laat deze persoon uw link openen.",
    "vragen": "‘{code}’ hoort bij andere vragen. Er is iets aan de vragen of groepen veranderd "
    "nadat deze persoon de link opende. Deel de link opnieuw en laat deze persoon nog eens "
    "invullen.",
}
_GEEN_CODE = (
    "Hierin staat geen code. Een code begint met LV en bestaat uit groepjes van vier tekens."
)


class Codepaneel(Groepsdeel[C]):
    """Codes verzamelen, en op de muur zien hoeveel er binnen zijn en wat eruit komt.

    Parameters
    ----------
    link
        Geeft de link waarmee mensen invullen; leeg als er (nog) geen is.
    uitkomst
        Geeft wat er van de uitkomst op de muur komt.
    """

    def __init__(
        self,
        groep: Groepswerk,  # type: ignore[type-arg]  # elke staat
        inhoud: C,
        *,
        link: Callable[[], str],
        uitkomst: Callable[[], Iterable[Blok]],
    ) -> None:
        super().__init__(groep, inhoud)
        self.link, self.uitkomst = link, uitkomst
        self._iedereen = False
        self._link = ""
        self._plek = f"{groep.onderzoek.pad}/codes"

    def build(self) -> Iterable[Deel]:
        """De link, de muur met de camera, en wat er verder binnen kan komen."""
        self.eerst = Mededeling(_ZONDER_KENMERK, "letop")
        self.ziet = Tekst()
        self.qr = Qrcode("QR-code met de link naar de vragen")
        self.qr_vak = Uitklap("De link voor de zaal, als QR-code", self.qr)
        self.melding = Mededeling()
        self.beeld = Documentdeel()
        self.wacht = Tekst()
        self.alles = Knop(_IEDEREEN, self._everyone)
        self.muur = Groot(
            "", Camera(self._scan), self.melding, self.wacht, Rij(self.alles), self.beeld.deel,
            vorm="bord", terug="Terug naar het verzamelen",
        )  # fmt: skip
        veld = Veld("plak", "Codes en berichten", "tekstvak", lengte=LANGSTE_PLAK,
                    hulp="Plak een of meer codes, mails of een hele chat. De codes worden er zelf "
                    "uit gehaald, en daarna is de rest van de tekst weg. Een code die stuk is, "
                    "blijft staan.")  # fmt: skip
        self.plak = Invoerveld(veld)
        self.terug = Knop("Haal de laatste weer weg", self._undo, verborgen=True)
        self.vak = Kolom(
            Tekst(*_UITLEG),
            self.ziet,
            self.qr_vak,
            self.muur,
            Rij(self.terug),
            Sectie("Codes uit berichten", self.plak, Knop("Lees de codes", self._paste), niveau=4),
            Upload(
                "Voeg bestanden van mensen toe",
                self._files,
                soorten=".json,.csv,.xlsx,.ods,.txt,.tsv",
                meer=True,
                grens=GROOTSTE_BESTAND,
                hulp="U mag er meer tegelijk kiezen of hierheen slepen.",
            ),
        )
        return (self.eerst, self.vak)

    def show(self) -> None:
        """Tel wie er binnen is, en laat zien wat er op de muur mag."""
        kan = self.groep.code_form is not None
        self.eerst.verborgen, self.vak.verborgen = kan, not kan
        if not kan:
            return
        self._show_link()
        groep, mensen = self.groep, self.groep.people
        self._show_undo()
        self.ziet.alineas = (_ZIET[groep.nu.modus],) if groep.nu.modus else ()
        self.muur.boven = groep.onderzoek.titel(self.werk.staat)
        self.muur.tekst = aantal(mensen, "antwoord binnen", "antwoorden binnen")
        self.muur.onder = self._roles()
        self._show_outcome(mensen, anoniem=groep.nu.is_anonymous)

    def _show_link(self) -> None:
        link = self.link()
        self.qr_vak.verborgen = not link or len(link) > LANGSTE_QR
        if link != self._link:
            self._link = link
            self.qr.toon(link if len(link) <= LANGSTE_QR else "")

    def _roles(self) -> str:
        """Zeg per rol hoeveel er binnen zijn; anoniem alleen waar dat niets over één mens zegt."""
        groep = self.groep
        if groep.nu.is_anonymous or not groep.tellingen:
            return ""
        return groep.who()

    @property
    def _laatste(self) -> tuple[str, ...]:
        """Wie er het laatst met een code bij kwam; in een ander bestand is dat niemand."""
        laatste: tuple[str, ...] = self.werk.weg.get(f"{self._plek}/laatste", ())
        return laatste

    @_laatste.setter
    def _laatste(self, kenmerken: tuple[str, ...]) -> None:
        self.werk.weg[f"{self._plek}/laatste"] = kenmerken

    def _show_undo(self) -> None:
        laatste = self._laatste
        self.terug.verborgen = not laatste
        if laatste:
            self.terug.tekst = _undo_text(len(laatste))

    def _show_outcome(self, mensen: int, *, anoniem: bool) -> None:
        muur: Muur | None = self.werk.weg.get(f"{self._plek}/muur")
        muur = opened(mensen) if muur is None else muur.meet(mensen)
        if not muur.getoond:  # een ander bestand, of iemand is weggehaald: wat er hing, klopt niet
            self.beeld.show(())
        if muur.may_show(anoniem=anoniem, iedereen=self._iedereen):
            blokken = one_figure(self.uitkomst())
            self.beeld.show(blokken)
            muur = muur.show() if blokken else replace(muur, getoond=0)
        self._iedereen = False
        self.werk.weg[f"{self._plek}/muur"] = muur
        self.alles.verborgen = not anoniem or not muur.may_close
        zin = _waits(muur, anoniem=anoniem)
        if self.wacht.alineas != ((zin,) if zin else ()):
            self.wacht.alineas = (zin,) if zin else ()

    def _everyone(self) -> None:
        self._iedereen = True
        self.werk.touch()

    # -- wat er binnenkomt -------------------------------------------------------------------

    def _scan(self, codes: Sequence[str]) -> None:
        self._take("\n".join(codes))

    def _paste(self) -> None:
        tekst = self.plak.waarde or ""
        binnen, gevonden = self._take(tekst)
        if gevonden.mensen or gevonden.fouten or not tekst.strip():
            # Een chat noemt mensen: wat in het veld staat, bewaart de pagina.
            self.plak.waarde = "\n".join(fout.heel for fout in gevonden.fouten if fout.heel)
        if not gevonden.mensen and not binnen.dubbel:
            self.plak.focus()

    def _take(self, tekst: str) -> tuple[Binnen, Gevonden]:
        binnen, gevonden = self.groep.add_codes(tekst)
        if binnen.nieuw:
            self._laatste = binnen.nieuw
            self._show_undo()
        self._say(tell(binnen, gevonden, self.groep.people), fout=bool(gevonden.fouten))
        return binnen, gevonden

    def _say(self, zinnen: Sequence[str], *, fout: bool) -> None:
        self.melding.toon = "letop" if fout else "goed"
        self.melding.tekst = "\n".join(zinnen)

    def _undo(self) -> None:
        weg, self._laatste = self._laatste, ()
        self.groep.drop_codes(weg)
        self._say(("Weggehaald. De code mag opnieuw gescand worden.",), fout=False)
        self.muur.focus()

    def _files(self, bestanden: Sequence[Bestand]) -> None:
        voor = self.groep.people
        zinnen = [zin for b in bestanden for zin in self.groep.add_file(b.naam, b.inhoud)]
        erbij = aantal(self.groep.people - voor, "mens", "mensen")
        kop = f"{aantal(len(bestanden), 'bestand', 'bestanden')} gelezen, {erbij} erbij."
        self._say((kop, *zinnen) if len(bestanden) > 1 else zinnen, fout=False)


def _waits(muur: Muur, *, anoniem: bool) -> str:
    """Zeg waarop de muur wacht; leeg als iedereen erin zit."""
    grens = STAP if anoniem else SAMEN
    if muur.gezien < grens:
        return f"De uitkomst komt hier vanaf {grens} antwoorden."
    if not muur.getoond and anoniem and muur.erbij < STAP:
        wanneer = f"De uitkomst komt hier als er weer {STAP} mensen bij zijn"
        if muur.vers:
            return f"{wanneer}, of als u zegt dat iedereen er is."
        return f"Er is iemand weggehaald. {wanneer}: dan valt niet op wie er weg is."
    if not muur.getoond:
        return "Er zijn nog te weinig antwoorden om iets te laten zien zonder iemand te verraden."
    if not anoniem or not muur.erbij:
        return ""
    erbij = aantal(muur.erbij, "antwoord zit", "antwoorden zitten")
    return f"De uitkomst hieronder telt {muur.getoond} mensen; {erbij} er nog niet in."


def one_figure(blokken: Iterable[Blok]) -> tuple[Blok, ...]:
    """Houd van een uitkomst één figuur over, want op een muur past er niet meer; anders alles."""
    alle: list[Blok] = []
    for blok in blokken:
        alle += blok.scherm if isinstance(blok, Tweevorm) else (blok,)
    figuren = [blok for blok in alle if isinstance(blok, Figuurblok)]
    return tuple(figuren[:1] or alle)


def tell(binnen: Binnen, gevonden: Gevonden, mensen: int) -> tuple[str, ...]:
    """Zeg wat er met gescande of geplakte codes gebeurde."""
    if not gevonden.mensen and not gevonden.fouten:
        return (_GEEN_CODE,)
    zinnen = []
    if binnen.nieuw:
        erbij = aantal(len(binnen.nieuw), "antwoord", "antwoorden")
        zinnen.append(f"{erbij} erbij. Er zijn er nu {mensen}.")
    if binnen.vernieuwd:
        wie = aantal(len(binnen.vernieuwd), "persoon", "mensen")
        zinnen.append(f"Van {wie} telt nu een nieuwere code.")
    if binnen.dubbel:
        wie = "Deze code was" if binnen.dubbel == 1 else f"{binnen.dubbel} codes waren"
        zinnen.append(f"{wie} er al; niemand telt dubbel.")
    zinnen += [refusal(fout) for fout in gevonden.fouten[:_GENOEMD]]
    if (rest := len(gevonden.fouten) - _GENOEMD) > 0:
        zinnen.append(f"En nog {aantal(rest, 'code klopt', 'codes kloppen')} niet.")
    return tuple(zinnen)


def refusal(fout: CodeError) -> str:
    """Zeg waarom een code niet meetelt, en wat iemand kan doen."""
    return _REDENEN[fout.reden].format(code=fout.code)


def _undo_text(hoeveel: int) -> str:
    return "Haal de laatste weer weg" if hoeveel == 1 else f"Haal de laatste {hoeveel} weer weg"
