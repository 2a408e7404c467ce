"""Een reeks onderdelen van het plan: elk achter een knop, met erbij, weg en weer terug."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.vorm.codec import split
from lv_tools.basis.vorm.grenzen import Hoogstens
from lv_tools.basis.vorm.pad import get_at, replace_at, type_at
from lv_tools.bouwdoos.paneel import Lijst, Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel, Invoerdeel
from lv_tools.schermdelen.keuze import Keuzelijst, Knop
from lv_tools.schermdelen.tekst import Mededeling
from lv_tools.verbeterplan.model.plan import Plan
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.teksten import Planinhoud

Planwerk = Werk[Plan, Uitslag]
#: Langste titel van een vak dat openklapt.
TITEL = 90


class Planpaneel(Paneel[Plan, Uitslag, Planinhoud]):
    """Een paneel van het verbeterplan."""

    def offer(self, keuze: Keuzelijst, opties: Iterable[tuple[str, str]]) -> None:
        """Vernieuw de opties van een keuzelijst, en laat zien wat er in de staat staat."""
        keuze.opties = tuple(opties)
        nu = keuze.fit(get_at(self.werk.staat, keuze.naam) or None)
        if nu != keuze.waarde:
            keuze.waarde = nu


class Kaart(Planpaneel):
    """De velden van één onderdeel, met een knop om het weg te halen."""

    def __init__(self, werk: Planwerk, inhoud: Planinhoud, pad: str) -> None:
        super().__init__(werk, inhoud)
        self.pad = pad
        self.weg = Knop(inhoud.zeg("weg"), lambda: None)

    @property
    def leeft(self) -> bool:
        """Staat dit onderdeel nog in het plan?"""
        try:
            get_at(self.werk.staat, self.pad)
        except LookupError:
            return False
        return True

    def refresh(self) -> None:
        """Werk alleen bij wat er nog is."""
        if self.leeft:
            super().refresh()

    def field(self, naam: str, tekst: str, hulp: str = "") -> Deel:
        """Maak een veld van dit onderdeel."""
        zeg = self.inhoud.zeg
        return self.velden.text(f"{self.pad}/{naam}", zeg(tekst), hulp=zeg(hulp) if hulp else "")

    def select(self, naam: str, tekst: str, opties: Any, **rest: Any) -> Deel:
        """Maak een keuzelijst van dit onderdeel."""
        return self.velden.choice(f"{self.pad}/{naam}", self.inhoud.zeg(tekst), opties, **rest)


class Reeks(Planpaneel):
    """Een reeks uit de staat, met per element een kaart achter een knop.

    Parameters
    ----------
    pad
        Waar de reeks in de staat staat.
    maak
        Maakt een nieuw element met dit kenmerk.
    kaart
        Maakt de kaart bij het pad van een element.
    titel
        Geeft wat er op de knop van een element staat.
    erbij
        Tekst op de knop om er een bij te zetten; leeg is zonder knop.
    kies
        Welke elementen hier te zien zijn.
    """

    def __init__(
        self,
        werk: Planwerk,
        inhoud: Planinhoud,
        pad: str,
        *,
        maak: Callable[[str], Any],
        kaart: Callable[[str], Kaart],
        titel: Callable[[Any], str],
        erbij: str = "",
        kies: Callable[[Any], bool] = lambda _element: True,
    ) -> None:
        super().__init__(werk, inhoud)
        self.pad, self._maak, self._kaart, self._titel = pad, maak, kaart, titel
        self._erbij, self._kies = erbij, kies
        self._weg: tuple[int, Any] | None = None
        self._nieuw = ""

    def build(self) -> Iterable[Deel]:
        """De elementen, en de knoppen eronder."""
        self.lijst = Lijst[Any](lambda element: element.id, self._card)
        self.terug = Knop("", self._put_back, verborgen=True)
        self.melding = Mededeling(toon="letop")
        self.knop = Knop(self._erbij, self._add, verborgen=not self._erbij)
        return self.lijst.deel, self.terug, self.melding, self.knop

    def show(self) -> None:
        """Laat zien wat er is, met de titels van nu."""
        elementen = [element for element in self._all() if self._kies(element)]
        self.lijst.show(elementen)
        for nummer, element in enumerate(elementen, start=1):
            titel = " ".join(self._titel(element).split()) or self.inhoud.zeg("zonder")
            kort = shorten(titel)
            self.lijst[element.id].titel = f"{nummer}. {kort}"  # type: ignore[attr-defined]

    def _all(self) -> tuple[Any, ...]:
        try:
            elementen: tuple[Any, ...] = get_at(self.werk.staat, self.pad)
        except LookupError:
            return ()
        return elementen

    def _card(self, element: Any) -> Deel:
        kaart = self._kaart(f"{self.pad}/{element.id}")
        kaart.weg.bij_klik = lambda: self._remove(element.id)
        return self.fold("", kaart, open=element.id == self._nieuw)

    def _add(self) -> None:
        if len(self._all()) >= self._most():
            self.melding.tekst = self.inhoud.zeg("vol")
            return
        self._nieuw = new_id()
        element = self._maak(self._nieuw)
        self._put((*self._all(), element))
        self.refresh()
        nieuw = self.lijst[element.id].walk()
        next(deel for deel in nieuw if isinstance(deel, Invoerdeel)).focus()

    def _remove(self, kenmerk: str) -> None:
        alle = self._all()
        plek = next(nummer for nummer, element in enumerate(alle) if element.id == kenmerk)
        self._weg = (plek, alle[plek])
        self._put(alle[:plek] + alle[plek + 1 :])
        wat = " ".join(self._titel(alle[plek]).split()) or self.inhoud.zeg("zonder")
        self.terug.tekst = self.inhoud.zeg("terug", wat=shorten(wat))
        self.terug.verborgen, self.melding.tekst = False, ""
        self.terug.focus()

    def _put_back(self) -> None:
        if self._weg is not None:
            plek, element = self._weg
            alle = self._all()
            self._put((*alle[:plek], element, *alle[plek:]))
            self._weg, self.terug.verborgen = None, True
            self.refresh()
            self.lijst[element.id].focus()

    def _most(self) -> int:
        _kaal, bij = split(type_at(Plan, self.pad))
        return next(grens.aantal for grens in bij if isinstance(grens, Hoogstens))

    def _put(self, elementen: tuple[Any, ...]) -> None:
        self.werk.change(lambda plan: replace_at(plan, self.pad, elementen))


def shorten(titel: str) -> str:
    """Kort een titel in tot wat op een knop past."""
    return titel if len(titel) <= TITEL else f"{titel[: TITEL - 1].rstrip(' .,')}…"


def series(
    paneel: Planpaneel,
    pad: str,
    maak: Callable[[str], Any],
    kaart: Callable[[Planwerk, Planinhoud, str], Kaart],
    erbij: str,
    *,
    titel: Callable[[Any], str] = lambda element: str(element.wat),
) -> Deel:
    """Neem een reeks op in een paneel; ``erbij`` is de sleutel van de tekst op de knop."""
    werk, inhoud = paneel.werk, paneel.inhoud
    return paneel.add(
        Reeks(
            werk,
            inhoud,
            pad,
            maak=maak,
            kaart=lambda element: kaart(werk, inhoud, element),
            titel=titel,
            erbij=inhoud.zeg(erbij),
        )
    )
