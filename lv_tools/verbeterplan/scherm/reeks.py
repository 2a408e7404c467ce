"""Een reeks onderdelen van het plan: elk achter een knop, met erbij, weg en weer terug."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.reeks import Element, Woorden
from lv_tools.bouwdoos.reeks import Reeks as Kitreeks
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.keuze import Keuzelijst
from lv_tools.verbeterplan.model.plan import Plan
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.teksten import Planinhoud

Planwerk = Werk[Plan, Uitslag]
Reeks = Kitreeks[Plan, Uitslag, Planinhoud]


class Planpaneel(Paneel[Plan, Uitslag, Planinhoud]):
    """Een paneel van het verbeterplan."""

    def offer(self, keuze: Keuzelijst, opties: Iterable[tuple[str, str]]) -> None:
        """Vernieuw de opties van een keuzelijst, en laat zien wat er in de staat staat."""
        keuze.opties = tuple(opties)
        nu = keuze.fit(get_at(self.werk.staat, keuze.naam) or None)
        if nu != keuze.waarde:
            keuze.waarde = nu


class Kaart(Element[Plan, Uitslag, Planinhoud], Planpaneel):
    """De velden van één onderdeel, met een knop om het weg te halen."""

    def field(self, naam: str, tekst: str, hulp: str = "") -> Deel:
        """Maak een veld van dit onderdeel."""
        zeg = self.inhoud.zeg
        return self.velden.text(f"{self.pad}/{naam}", zeg(tekst), hulp=zeg(hulp) if hulp else "")

    def select(self, naam: str, tekst: str, opties: Any, **rest: Any) -> Deel:
        """Maak een keuzelijst van dit onderdeel."""
        return self.velden.choice(f"{self.pad}/{naam}", self.inhoud.zeg(tekst), opties, **rest)


def words(inhoud: Planinhoud, erbij: str) -> Woorden:
    """Geef de woorden van een reeks; ``erbij`` is de sleutel van de tekst op de knop."""
    zeg, tekst = inhoud.zeg, inhoud.tekst
    return Woorden(
        erbij=zeg(erbij) if erbij else "",
        weg=zeg("weg"),
        terug=tekst["terug"],
        zonder=zeg("zonder"),
        vol=zeg("vol"),
    )


def series(
    paneel: Planpaneel,
    pad: str,
    maak: Callable[[str], Any],
    kaart: Callable[[Planwerk, Planinhoud, str], Kaart],
    erbij: str,
    *,
    titel: Callable[[Any], str] = lambda element: str(element.wat),
    schuif: bool = False,
) -> Deel:
    """Neem een reeks op in een paneel; ``erbij`` is de sleutel van de tekst op de knop."""
    werk, inhoud = paneel.werk, paneel.inhoud
    return paneel.add(
        Reeks(
            werk,
            inhoud,
            pad,
            maak=maak,
            rij=lambda element: kaart(werk, inhoud, element),
            naam=titel,
            woorden=words(inhoud, erbij),
            schuif=schuif,
        )
    )
