"""De doelenboom als rijen van boven naar beneden, elk met zijn diepte en kleur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lv_tools.verbeterplan.model.advies import kind_of
from lv_tools.verbeterplan.model.plan import Activiteit, Knoop, Maatregel
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.model.voortgang import Oordeel


@dataclass(frozen=True)
class Tak:
    """Een rij van de boom.

    Parameters
    ----------
    onder
        De plek van de tak erboven in de reeks, of -1.
    los
        Deze tak hoort nergens bij.
    """

    diepte: int
    knoop: Knoop
    soort: str
    oordeel: Oordeel
    onder: int = -1
    los: bool = False


def branches(uitslag: Uitslag) -> tuple[Tak, ...]:
    """Geef de boom van ambitie tot activiteit; wat nergens bij hoort, staat achteraan."""
    kern, takken = uitslag.kern, list[Tak]()

    def add(diepte: int, knoop: Knoop, onder: int, los: bool = False) -> int:
        oordeel = uitslag.oordelen[knoop.id]
        takken.append(Tak(diepte, knoop, kind_of(knoop), oordeel, onder, los))
        return len(takken) - 1

    def add_measure(maatregel: Maatregel, diepte: int, onder: int, los: bool = False) -> None:
        plek = add(diepte, maatregel, onder, los)
        for activiteit in _below(kern.activiteiten, maatregel.id):
            add(diepte + 1, activiteit, plek)

    top = add(0, kern.ambitie, -1)
    for doel in kern.doelen:
        plek = add(1, doel, top)
        for tussen in doel.tussendoelen:
            add(2, tussen, plek)
        for maatregel in kern.maatregelen:
            if maatregel.doel == doel.id:
                add_measure(maatregel, 2, plek)
    doelen = {doel.id for doel in kern.doelen}
    maatregelen = {maatregel.id for maatregel in kern.maatregelen}
    for maatregel in kern.maatregelen:
        if maatregel.doel not in doelen:
            add_measure(maatregel, 1, -1, los=True)
    for activiteit in kern.activiteiten:
        if activiteit.maatregel not in maatregelen:
            add(1, activiteit, -1, los=True)
    return tuple(takken)


def _below(activiteiten: Sequence[Activiteit], maatregel: str) -> Iterator[Activiteit]:
    return (activiteit for activiteit in activiteiten if activiteit.maatregel == maatregel)
