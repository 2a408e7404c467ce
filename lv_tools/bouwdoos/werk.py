"""Het werk dat open is: één bevroren staat, en daarnaast alleen wat nog niet te lezen was.

De staat is de enige waarheid. Wat iemand typt, wordt één keer een waarde in de staat of blijft,
als het (nog) niet te lezen is, als tekst bewaard: een concept. Delen van het scherm onthouden
zelf niets. De uitkomst wordt hoogstens één keer per staat uitgerekend, en pas als iemand kijkt.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Generic, TypeVar, cast

from lv_tools.basis.invoer.velden import Invoerfout, Veld, clean_text
from lv_tools.basis.opslag.werkbestand import GROOTSTE, now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitwisseling.stukken import Stuk
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Hoogstens, Tekst
from lv_tools.basis.vorm.pad import find_at, replace_at, type_at
from lv_tools.basis.vorm.typen import empty, field_of, is_text, is_typed, parse, show
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.schermdelen.bewaarbaar import Laag

S = TypeVar("S")
U = TypeVar("U")

#: Zo veel tekens van een concept dat nergens meer past, staan in de melding.
_KORT = 60
_Concept = (
    # Wat te lang is voor zijn plek, is een concept: de enige grens is die van het bestand.
    Annotated[str, Tekst(GROOTSTE, regels=True)]
    | bool
    | int
    | Annotated[tuple[Annotated[str, Tekst(1_000)], ...], Hoogstens(1_000)]
)


@dataclass(frozen=True)
class Rest:
    """Wat er naast de staat in een bestand staat."""

    concept: Annotated[Mapping[str, _Concept], Hoogstens(5_000), Tekst(1_000)] = field(
        default_factory=dict
    )
    plek: Annotated[Mapping[str, str], Hoogstens(100)] = field(default_factory=dict)


class Werk(Generic[S, U]):
    """De staat van een hulpmiddel, met wat er nog half getypt is.

    Parameters
    ----------
    leeg
        De staat waarmee een nieuw bestand begint.
    reken
        Maakt van een staat de uitkomst.
    keur
        Past een gelezen staat aan wat het hulpmiddel nu kent, of weigert met een ``VormError``.
    volg
        Krijgt na elke wijziging de staat van ervoor en die van erna, en maakt die laatste af.
    oude_naam
        Geeft bij de naam van een veld uit een vorige versie, zijn waarde en de staat het pad van
        nu; leeg als dat er niet is.
    nieuw
        Geeft de staat van een volgend nieuw bestand, als die niet telkens dezelfde is.
    kopie
        Maakt van een staat die van een kopie: een werk van zichzelf.
    neemt, geeft
        Welke soorten stukken dit werk van andere overneemt, en welke het klaarlegt.
    """

    def __init__(
        self,
        leeg: S,
        reken: Callable[[S], U],
        keur: Callable[[S], S] = lambda staat: staat,
        volg: Callable[[S, S], S] = lambda _oud, nieuw: nieuw,
        oude_naam: Callable[[str, Any, S], str] = lambda _naam, _waarde, _staat: "",
        *,
        nieuw: Callable[[], S] | None = None,
        kopie: Callable[[S], S] = lambda staat: staat,
        neemt: tuple[type[Stuk], ...] = (),
        geeft: tuple[type[Stuk], ...] = (),
    ) -> None:
        self.leeg, self._staat, self._reken, self._keur = leeg, leeg, reken, keur
        self._volg, self._oude_naam = volg, oude_naam
        self._nieuw, self._kopie = nieuw or (lambda: leeg), kopie
        self.neemt, self.geeft = neemt, geeft
        #: Per pad het veld waarin iemand typt, met grenzen die niet in het type staan.
        self.velden: dict[str, Veld] = {}
        #: Wat panelen van één scherm delen, onder een naam.
        self.gedeeld: dict[str, Any] = {}
        self._concept: dict[str, Any] = {}
        self._uitslag: tuple[S, date, U] | None = None
        self._dag = now().date()
        self._begonnen = False
        self._data: tuple[S, Any] | None = None
        #: Wat er gebeurde voordat er een bestand openging; na het openen gebeurt het nog eens.
        self._vroeg: list[Callable[[], object]] | None = []
        #: Wat er per plek is weggehaald en terug te zetten is; in een ander bestand is dat niets.
        self.weg: dict[str, Any] = {}
        #: Gaat omhoog bij elke wijziging.
        self.versie = 0
        #: Gaat omhoog als iets anders dan een veld de staat veranderde: velden kijken dan opnieuw.
        self.uitgave = 0
        #: Wat de lezer na het openen moet weten; leeg is niets.
        self.melding = ""
        #: Waar de lezer was, zoals het tabblad dat open is; gaat mee in het bestand.
        self.plek: dict[str, str] = {}

    @property
    def staat(self) -> S:
        """De staat van nu."""
        return self._staat

    @property
    def uitslag(self) -> U:
        """De uitkomst bij de staat van nu, op de dag van nu."""
        self.look_at_clock()
        staat, dag, uitslag = self._uitslag or (None, None, None)
        if self._uitslag is None or staat is not self._staat or dag != self._dag:
            uitslag = self._reken(self._staat)
            self._uitslag = (self._staat, self._dag, uitslag)
        return cast(U, uitslag)

    def look_at_clock(self) -> None:
        """Is het intussen een andere dag, laat panelen dan opnieuw kijken."""
        if self._dag != (vandaag := now().date()):
            self._dag = vandaag
            self.touch()

    def change(self, functie: Callable[[S], S]) -> None:
        """Vervang de staat door wat de functie ervan maakt."""
        self._staat = self._volg(self._staat, functie(self._staat))
        self.uitgave += 1
        self._changed(lambda: self.change(functie))

    def set(self, pad: str, waarde: Any) -> None:
        """Zet een waarde op een pad, en laat velden in beeld dat zien.

        Raises
        ------
        LookupError
            Als het pad nergens heen gaat.
        """
        self.uitgave += 1
        self.enter(pad, waarde)

    def enter(self, pad: str, waarde: Any) -> None:
        """Neem over wat een veld al laat zien; een concept op dat pad vervalt.

        Raises
        ------
        LookupError
            Als het pad nergens heen gaat.
        """
        nieuw = replace_at(self._staat, pad, waarde)
        self._staat = self._volg(self._staat, nieuw)
        if self._staat is not nieuw:
            self.uitgave += 1  # er is meer veranderd dan het veld al laat zien
        self._concept.pop(pad, None)
        self._changed(lambda: self.enter(pad, waarde))

    def type(self, pad: str, tekst: str, veld: Veld, *, houd: bool = False) -> Invoerfout | None:
        """Neem getypte tekst over: als waarde, of als concept met de reden waarom nog niet.

        Een veld met een concept telt als leeg: zo rekent niets met een getal dat er niet meer
        staat. Met ``houd`` geldt zolang de waarde van ervoor: dat is voor wat nooit leeg kan zijn.

        Raises
        ------
        LookupError
            Als het pad nergens heen gaat.
        """
        soort = type_at(type(self._staat), pad)
        waarde = parse(soort, veld, tekst)
        if not isinstance(waarde, Invoerfout):
            self.enter(pad, waarde)
            nu = self.text(pad)
            if is_text(soort) and nu != clean_text(tekst) and nu.split() == tekst.split():
                self.draft(pad, tekst)  # met de spaties en regels zoals iemand ze typte
            return None
        if not houd:
            self.enter(pad, empty(soort, find_at(self._staat, pad)))
        self.draft(pad, tekst)
        return waarde

    def draft(self, pad: str, waarde: Any, begin: Any = "") -> None:
        """Bewaar iets half ingevulds dat (nog) geen plek in de staat heeft.

        Parameters
        ----------
        begin
            Wat er zonder concept staat; wie dat terugzet, houdt niets over.
        """
        if waarde == begin or (waarde in _LEEG and begin in _LEEG) or waarde is None:
            self._concept.pop(pad, None)
        else:
            self._concept[pad] = waarde
        self._changed(lambda: self.draft(pad, waarde, begin))

    def drafts(self, begin: str) -> dict[str, Any]:
        """Geef alles wat half ingevuld is onder een pad."""
        return {pad: wat for pad, wat in self._concept.items() if pad.startswith(f"{begin}/")}

    def touch(self) -> None:
        """Laat panelen opnieuw kijken: er veranderde iets wat niet in de staat zit."""
        self._changed(None)

    def become_own(self) -> None:
        """Ga verder als kopie: een werk van zichzelf, los van waar het vandaan komt."""
        self.change(self._kopie)

    @property
    def geopend(self) -> bool:
        """Is er al een bestand opengegaan, of een nieuw begonnen?"""
        return self._vroeg is None

    def drafted(self, pad: str, anders: Any = "") -> Any:
        """Geef wat er half ingevuld is op een pad."""
        return self._concept.get(pad, anders)

    def go(self, soort: str, waar: str) -> None:
        """Onthoud waar de lezer is; dat gaat mee in het bestand."""
        if waar != self.plek.get(soort, ""):
            self.plek = {naam: w for naam, w in self.plek.items() if naam != soort}
            self.plek |= {soort: waar} if waar else {}
            self._changed(lambda: self.go(soort, waar))

    def clear_drafts(self, begin: str) -> None:
        """Vergeet alles wat half ingevuld was onder een pad."""
        weg = [pad for pad in self._concept if pad == begin or pad.startswith(f"{begin}/")]
        for pad in weg:
            del self._concept[pad]
        if weg:
            self._changed(lambda: self.clear_drafts(begin))

    def text(self, pad: str) -> str:
        """Geef de tekst die in een veld hoort te staan: het concept, of anders de waarde."""
        concept = self._concept.get(pad)
        return concept if isinstance(concept, str) else show(find_at(self._staat, pad))

    # -- bewaren ---------------------------------------------------------------------------------

    def to_data(self) -> dict[str, Any]:
        """Geef wat er bewaard wordt, als JSON."""
        if self._data is None or self._data[0] is not self._staat:
            self._data = (self._staat, codec.write_shared(self._staat))
        concept = {"concept": dict(self._concept)} if self._concept else {}
        plek = {"plek": dict(self.plek)} if self.plek else {}
        return {"staat": self._data[1], **concept, **plek}

    def from_data(self, gegevens: Mapping[str, Any], /, *lagen: Laag) -> None:
        """Vervang alles door wat bewaard was; zonder gegevens begint er een leeg bestand.

        Raises
        ------
        VormError
            Bij elke afwijking; er is dan niets veranderd.
        """
        naast = codec.read(Rest, {k: v for k, v in gegevens.items() if k != "staat"})
        if not gegevens:
            # Elk nieuw bestand krijgt zijn eigen kenmerken, en begint op de dag van nu. In het
            # eerste kan al iets ingevuld zijn voordat het openging.
            staat = self.leeg = self._nieuw() if self._begonnen else self.leeg
            self._begonnen = True
        else:
            staat = self._keur(codec.read(type(self.leeg), gegevens.get("staat")))
        over = [w for pad, w in naast.concept.items() if not self._fits(staat, pad)]
        self._staat, self._concept = staat, dict(naast.concept)
        self.plek, self.melding, self.weg = dict(naast.plek), _leftover(over), {}
        for laag in lagen:
            if callable(laag):
                laag()
            else:
                self._type_late(laag)
        if any(lagen):
            self._staat = self._keur(self._staat)
        self.uitgave += 1
        self._changed(None)

    def early(self) -> Laag:
        """Geef wat opnieuw doet wat er gebeurde voordat er een bestand openging."""
        vroeg, self._vroeg = self._vroeg, None

        def again() -> None:
            for stap in vroeg or ():
                # Wat erbij hoorde, staat misschien niet in dit bestand.
                with contextlib.suppress(LookupError):
                    stap()

        return again if vroeg else {}

    def _type_late(self, naloop: Mapping[str, Any]) -> None:
        """Neem over wat in de pagina is ingevuld toen Python er niet was, per pad."""
        for naam, waarde in naloop.items():
            schoon = clean_text(waarde) if isinstance(waarde, str) else waarde
            pad = naam if naam.startswith("+") or self._fits(self._staat, naam) else ""
            pad = pad or self._oude_naam(naam, schoon, self._staat) or naam
            try:
                soort = type_at(type(self._staat), pad)
                nu = find_at(self._staat, pad)
                if schoon is None:  # in een keuzelijst koos de lezer de bovenste: geen van alle
                    self.enter(pad, empty(soort, nu))
                elif isinstance(schoon, str) and is_typed(soort):
                    self.type(pad, schoon, self.velden.get(pad) or field_of(soort, pad, pad))
                else:
                    self.enter(pad, codec.read(soort, schoon))
            except (LookupError, VormError):
                self.draft(pad, schoon)

    def _fits(self, staat: S, pad: str) -> bool:
        """Zeg of een concept nog ergens bij hoort; een ``+`` vooraan is van een formulier."""
        if pad.startswith("+"):
            return True
        try:
            find_at(staat, pad)
        except LookupError:
            return False
        return True

    def _changed(self, opnieuw: Callable[[], object] | None) -> None:
        self.versie += 1
        if opnieuw is not None and self._vroeg is not None:
            self._vroeg.append(opnieuw)


_LEEG: tuple[Any, ...] = (None, "", (), [], {})


def _leftover(waarden: list[Any]) -> str:
    teksten = [waarde for waarde in waarden if isinstance(waarde, str)]
    if not teksten:
        return ""
    kort = [t if len(t) <= _KORT else f"{t[:_KORT].rstrip()}…" for t in teksten]
    wat = opsomming([f"‘{' '.join(tekst.split())}’" for tekst in kort])
    return (
        f"Een plek hiervoor is er in deze versie niet meer: {wat}. Het blijft in uw bestand staan; "
        "de rest staat er."
    )
