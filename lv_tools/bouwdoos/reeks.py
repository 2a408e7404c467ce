"""Een reeks uit de staat op het scherm: een stuk per element, met erbij, weg, terug en volgorde.

Wie een element weghaalt, kan het terugzetten met alles wat erin half getypt was. Elk element houdt
zijn eigen stuk scherm: de cursor, en wat openstaat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.vorm.codec import split
from lv_tools.basis.vorm.enkel import bound
from lv_tools.basis.vorm.grenzen import Hoogstens
from lv_tools.basis.vorm.pad import get_at, join, replace_at, type_at
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel, Invoerdeel
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie, Uitklap
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling

S = TypeVar("S")
U = TypeVar("U")
C = TypeVar("C")
#: Langste titel van een element.
TITEL = 90


@dataclass(frozen=True, kw_only=True)
class Woorden:
    """Wat er op de knoppen van een reeks staat; ``{wat}`` is de naam van het element.

    Parameters
    ----------
    erbij
        De knop om er een bij te zetten; leeg is zonder knop.
    zonder
        Hoe een element zonder naam heet.
    """

    erbij: str = ""
    weg: str = "Haal dit weg"
    terug: str = "Zet terug: {wat}"
    zonder: str = "nog zonder naam"
    vol: str = "Er past er geen meer bij. Haal eerst iets weg."
    eerder: str = "Zet eerder"
    later: str = "Zet later"


@dataclass(frozen=True)
class Weggehaald:
    """Een element dat weg is: waar het stond, en wat er half getypt in stond."""

    plek: int
    element: Any
    concept: dict[str, Any]


class Element(Paneel[S, U, C]):
    """De velden van één element; zet ``weg`` waar de knoppen horen."""

    def __init__(self, werk: Werk[S, U], inhoud: C, pad: str) -> None:
        super().__init__(werk, inhoud)
        self.pad = pad
        self.weg = Rij()

    @property
    def leeft(self) -> bool:
        """Staat dit element nog in de staat?"""
        try:
            get_at(self.werk.staat, self.pad)
        except LookupError:
            return False
        return True

    def refresh(self) -> None:
        """Werk alleen bij wat er nog is."""
        if self.leeft:
            super().refresh()


class Reeks(Paneel[S, U, C]):
    """Een reeks uit de staat.

    Parameters
    ----------
    pad
        Waar de reeks in de staat staat; de elementen hebben een ``id``.
    maak
        Maakt een nieuw element met dit kenmerk.
    rij
        De klasse van de velden van een element.
    naam
        Hoe een element heet, voor de knop die het terugzet; zonder opgave is dat zijn ``wat``.
    woorden
        Wat er op de knoppen staat.
    kop
        Geeft de kop van het zoveelste element; zonder opgave is dat het nummer met de naam.
    niveau
        Niveau van die kop. Zonder niveau zit elk element achter een knop die het openklapt.
    kies
        Welke elementen hier te zien zijn.
    minstens
        Zoveel elementen blijven er altijd.
    schuif
        Geef elk element knoppen om het eerder of later te zetten.
    formulier
        Naam van een formulier in elk element; wat daarin half getypt is, gaat mee weg en terug.
    """

    def __init__(
        self,
        werk: Werk[S, U],
        inhoud: C,
        pad: str,
        *,
        maak: Callable[[str], Any],
        rij: Callable[[Werk[S, U], C, str], Element[S, U, C]],
        woorden: Woorden,
        naam: Callable[[Any], str] = lambda element: str(element.wat),
        kop: Callable[[int, Any], str] | None = None,
        niveau: int = 0,
        kies: Callable[[Any], bool] = lambda _element: True,
        minstens: int = 0,
        schuif: bool = False,
        formulier: str = "",
    ) -> None:
        super().__init__(werk, inhoud)
        self.pad, self.woorden = pad, woorden
        self._maak, self._rij, self._naam, self._kies = maak, rij, naam, kies
        self._kop = kop or (lambda nummer, element: f"{nummer}. {shorten(self.name(element))}")
        self._niveau, self._minstens, self._schuif = niveau, minstens, schuif
        self._formulier = formulier
        #: Per element zijn velden, en het vak waar zij in staan.
        self.rijen: dict[str, Element[S, U, C]] = {}
        self.vakken: dict[str, Sectie | Uitklap] = {}
        self._nieuw = ""

    def build(self) -> Iterable[Deel]:
        """De elementen, en de knoppen eronder."""
        self.kolom = Kolom()
        self.terug = Knop("", self.put_back, verborgen=True)
        self.melding = Mededeling(toon="letop")
        erbij = self.woorden.erbij
        self.knop = Knop(erbij, lambda: self.add_new(self._maak(new_id())), verborgen=not erbij)
        return self.kolom, self.terug, self.melding, self.knop

    def show(self) -> None:
        """Laat zien wat er is, met de koppen van nu."""
        alle = self.elementen
        hier = [element for element in alle if self._kies(element)]
        for kenmerk in set(self.vakken) - {element.id for element in hier}:
            self.drop(self.rijen.pop(kenmerk))
            del self.vakken[kenmerk]
        for nummer, element in enumerate(hier, start=1):
            vak = self.vakken.get(element.id) or self._box(element.id)
            _set(vak, "titel", self._kop(nummer, element))
            knoppen = self.rijen[element.id].weg.inhoud
            _set(knoppen[0], "verborgen", len(alle) <= self._minstens)
            for knop, rand in zip(knoppen[1:], (1, len(hier)), strict=False):
                _set(knop, "uit", nummer == rand)
        vakken = tuple(self.vakken[element.id] for element in hier)
        if vakken != self.kolom.inhoud:
            self.kolom.inhoud = vakken
        weg = self._last_removed()
        naam = shorten(self.name(weg.element)) if weg else ""
        _set(self.terug, "tekst", self.woorden.terug.format(wat=naam) if weg else "")
        _set(self.terug, "verborgen", weg is None or len(alle) >= self.hoogstens)
        if len(alle) < self.hoogstens:
            _set(self.melding, "tekst", "")

    @property
    def elementen(self) -> tuple[Any, ...]:
        """Alle elementen van nu; een reeks waarvan de plek weg is, is leeg."""
        try:
            alle: tuple[Any, ...] = get_at(self.werk.staat, self.pad)
        except LookupError:
            return ()
        return alle

    @property
    def hoogstens(self) -> int:
        """Zoveel elementen passen erin."""
        _kaal, bij = split(type_at(type(self.werk.staat), self.pad))
        grens = bound(bij, Hoogstens)
        if grens is None:
            raise TypeError(
                f"de reeks ‘{self.pad}’ heeft geen grens; zet bij haar type in de staat hoeveel "
                "erin passen, zoals Hoogstens(60)"
            )
        return grens.aantal

    def name(self, element: Any) -> str:
        """Hoe een element heet, op één regel."""
        return " ".join(self._naam(element).split()) or self.woorden.zonder

    def add_new(self, element: Any) -> None:
        """Zet een element achteraan, en ga naar zijn eerste veld."""
        if len(self.elementen) >= self.hoogstens:
            self.melding.tekst = self.woorden.vol
            return
        self._nieuw = element.id
        self._insert(element, self.hoogstens)
        next(deel for deel in self._see(element.id).walk() if isinstance(deel, Invoerdeel)).focus()

    def remove(self, kenmerk: str) -> None:
        """Haal een element weg, en ga naar de knop die het terugzet."""
        alle = self.elementen
        plek = next(nummer for nummer, element in enumerate(alle) if element.id == kenmerk)
        concept: dict[str, Any] = {}
        for pad in (f"{self.pad}/{kenmerk}", f"+{join(self._formulier, kenmerk)}"):
            concept |= self.werk.drafts(pad)
            self.werk.clear_drafts(pad)
        self._removed().append(Weggehaald(plek, alle[plek], concept))
        self._change(lambda nu: tuple(element for element in nu if element.id != kenmerk))
        self.refresh()
        self.terug.focus()

    def put_back(self) -> None:
        """Zet terug wat het laatst is weggehaald, en ga erheen."""
        laatste = self._last_removed()
        if laatste is None or len(self.elementen) >= self.hoogstens:
            return
        self._removed().remove(laatste)
        self._insert(laatste.element, laatste.plek)
        for pad, wat in laatste.concept.items():
            self.werk.draft(pad, wat)
        self._see(laatste.element.id).focus()

    def move(self, kenmerk: str, stap: int) -> None:
        """Zet een element eerder of later tussen wat hier te zien is."""
        hier = [element.id for element in self.elementen if self._kies(element)]
        naar = hier.index(kenmerk) + stap
        if not 0 <= naar < len(hier):
            return
        ander = hier[naar]

        def wissel(nu: tuple[Any, ...]) -> tuple[Any, ...]:
            bij = {element.id: element for element in nu}
            ruil = {kenmerk: ander, ander: kenmerk}
            return tuple(bij[ruil.get(element.id, element.id)] for element in nu)

        self._change(wissel)
        self.refresh()
        _weg, eerder, later = self.rijen[kenmerk].weg.inhoud
        knoppen = (eerder, later) if stap < 0 else (later, eerder)
        next(knop for knop in knoppen if not knop.eigenschappen.get("uit")).focus()

    def _see(self, kenmerk: str) -> Deel:
        self.refresh()
        return self.vakken[kenmerk]

    def _box(self, kenmerk: str) -> Sectie | Uitklap:
        rij = self.rijen[kenmerk] = self._rij(self.werk, self.inhoud, f"{self.pad}/{kenmerk}")
        knoppen = [Knop(self.woorden.weg, lambda: self.remove(kenmerk))]
        if self._schuif:
            knoppen.append(Knop(self.woorden.eerder, lambda: self.move(kenmerk, -1)))
            knoppen.append(Knop(self.woorden.later, lambda: self.move(kenmerk, 1)))
        rij.weg.inhoud = tuple(knoppen)
        vak: Sectie | Uitklap
        if self._niveau:
            vak = Sectie("", self.add(rij), niveau=self._niveau)
        else:
            vak = self.fold("", rij, open=kenmerk == self._nieuw)
        self.vakken[kenmerk] = vak
        return vak

    def _removed(self) -> list[Weggehaald]:
        weg: list[Weggehaald] = self.werk.weg.setdefault(self.pad, [])
        return weg

    def _last_removed(self) -> Weggehaald | None:
        """Wat er het laatst van hier is weggehaald; wat al terug is of elders hoort, telt niet."""
        er = {element.id for element in self.elementen}
        weg = (w for w in reversed(self._removed()) if w.element.id not in er)
        return next((w for w in weg if self._kies(w.element)), None)

    def _insert(self, element: Any, plek: int) -> None:
        vol = self.hoogstens
        self._change(lambda nu: nu if len(nu) >= vol else (*nu[:plek], element, *nu[plek:]))

    def _change(self, wijzig: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> None:
        """Wijzig de reeks die er dan is: een bestand kan na de wijziging nog opengaan."""
        pad = self.pad
        self.werk.change(lambda staat: replace_at(staat, pad, wijzig(get_at(staat, pad))))


def shorten(titel: str) -> str:
    """Kort een titel in tot wat op een knop past."""
    return titel if len(titel) <= TITEL else f"{titel[: TITEL - 1].rstrip(' .,')}…"


def _set(deel: Deel, naam: str, waarde: Any) -> None:
    """Zet een eigenschap alleen als zij anders is: de pagina tekent dan niets over."""
    if deel.eigenschappen.get(naam) != waarde:
        deel.zet(naam, waarde)
