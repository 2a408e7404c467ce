"""Wat de panelen van het inspectiebezoek gemeen hebben."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from lv_tools.basis.uitvoer.document import Alinea, Blok, Opsomming
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.inspectiebezoek.model.bezoek import Bezoek
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.keuze import Keuzelijst, Vinkjes

NAAM = "inspectiebezoek"
Bezoekwerk = Werk[Bezoek, Beeld]
K = TypeVar("K", Keuzelijst, Vinkjes)


class Bezoekdeel(Paneel[Bezoek, Beeld, Bezoekinhoud]):
    """Een paneel van het inspectiebezoek."""

    def remarks(self, *waar: str) -> tuple[Blok, ...]:
        """Geef wat opvalt bij een stap."""
        zinnen = self.werk.uitslag.remarks(*waar)
        kop = Alinea(self.inhoud.zeg("opvalt"), nadruk=True)
        return (kop, Opsomming(zinnen)) if zinnen else ()

    def offer(self, keuze: K, opties: Iterable[tuple[str, str]]) -> None:
        """Vernieuw de opties van een keuze, en laat zien wat er in de staat staat."""
        keuze.opties = tuple(opties)
        keuze.verborgen = isinstance(keuze, Vinkjes) and not keuze.opties
        nu = get_at(self.werk.staat, keuze.naam)
        keuze.waarde = keuze.fit(list(nu) if isinstance(nu, tuple) else nu or None)


class Kaart(Element[Bezoek, Beeld, Bezoekinhoud], Bezoekdeel):
    """De velden van één element, met een knop om het weg te halen."""

    def field(self, naam: str, tekst: str = "", hulp: str = "", **rest: Any) -> Deel:
        """Maak een veld; zonder ``tekst`` heet het zoals in de staat."""
        zeg = self.inhoud.zeg
        uitleg = zeg(hulp) if hulp else ""
        return self.velden.text(f"{self.pad}/{naam}", zeg(tekst or naam), hulp=uitleg, **rest)

    def select(self, naam: str, tekst: str, opties: Any, leeg: str = "") -> Keuzelijst:
        """Maak een keuzelijst."""
        zeg = self.inhoud.zeg
        geen = zeg(leeg) if leeg else ""
        return self.velden.choice(f"{self.pad}/{naam}", zeg(tekst), opties, leeg=geen)


def series(
    paneel: Bezoekdeel,
    pad: str,
    maak: Callable[[str], Any],
    kaart: Callable[[Bezoekwerk, Bezoekinhoud, str], Kaart],
    erbij: str,
    *,
    titel: Callable[[Any], str] = lambda element: str(element.wat),
    schuif: bool = False,
    kop: Callable[[int, Any], str] | None = None,
) -> Deel:
    """Neem een reeks op in een paneel; ``erbij`` is de sleutel van de tekst op de knop."""
    werk, inhoud = paneel.werk, paneel.inhoud
    zeg, tekst = inhoud.zeg, inhoud.tekst
    return paneel.add(
        Reeks(
            werk,
            inhoud,
            pad,
            maak=maak,
            rij=lambda element: kaart(werk, inhoud, element),
            naam=titel,
            kop=kop,
            schuif=schuif,
            woorden=Woorden(
                erbij=zeg(erbij) if erbij else "",
                weg=zeg("weg"),
                terug=tekst["zet_terug"],
                zonder=zeg("zonder"),
                vol=zeg("vol"),
            ),
        )
    )
