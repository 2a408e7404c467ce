"""Per tabel: hoe een rij een meting wordt.

Een meter krijgt alle rijen en geeft een functie die van één rij een of twee metingen maakt. Zo kan
een meter eerst over de hele tabel kijken, bijvoorbeeld om een noemer af te leiden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lv_tools.bevindingenverkenner.model.bronnen import group_size
from lv_tools.bevindingenverkenner.model.meting import (
    Meting,
    from_count,
    from_percentage,
    noemers_bij,
)

Waarde = str | int | float | None
Rij = Mapping[str, Waarde]
#: De meting van een rij, en een tweede als de rij er twee heeft.
Metingen = tuple[Meting | None, Meting | None]
Meter = Callable[[Sequence[Rij]], Callable[[Rij], Metingen]]


def _int(waarde: Waarde) -> int | None:
    return None if waarde is None else int(waarde)


def _float(waarde: Waarde) -> float | None:
    return None if waarde is None else float(waarde)


def _printed(rij: Rij) -> Meting:
    """De bron drukt percentage en n."""
    return from_percentage(_float(rij["percentage"]), _int(rij["n"]))


def _risks(_rijen: Sequence[Rij]) -> Callable[[Rij], Metingen]:
    return lambda rij: (_printed(rij), None)


def _obstacles(rijen: Sequence[Rij]) -> Callable[[Rij], Metingen]:
    """Klopt n voor een deel van de kolom niet, dan rekenen we in de hele kolom niet terug.

    Een percentage dat toevallig wel bij die n past, krijgt anders een aantal dat nergens op rust.
    """
    twijfel = {rij["obstakel"] for rij in rijen if not _printed(rij).past}

    def meet(rij: Rij) -> Metingen:
        if rij["obstakel"] in twijfel:
            return Meting(_float(rij["percentage"]), _int(rij["n"])), None
        return _printed(rij), None

    return meet


def _challenges(rijen: Sequence[Rij]) -> Callable[[Rij], Metingen]:
    """De bron drukt aantal en percentage; de noemer leiden we per standaard af."""
    paren: dict[str, list[tuple[int, float]]] = {}
    for rij in rijen:
        paar = (int(rij["aantal"] or 0), float(rij["percentage"] or 0))
        paren.setdefault(str(rij["standaard"]), []).append(paar)
    noemers = {standaard: noemers_bij(lijst) for standaard, lijst in paren.items()}

    def meet(rij: Rij) -> Metingen:
        passend = noemers[str(rij["standaard"])]
        percentage = _float(rij["percentage"])
        if len(passend) != 1:
            return Meting(percentage, None), None
        return from_count(int(rij["aantal"] or 0), passend[0], percentage, afgeleid=True), None

    return meet


def _intake(_rijen: Sequence[Rij]) -> Callable[[Rij], Metingen]:
    """De intake gaat over alle begeleide afdelingen; voor de begeleiding noemt de bron geen n."""
    n = group_size("afdelingen")
    return lambda rij: (
        from_percentage(_float(rij["intake"]), n),
        from_percentage(_float(rij["begeleiding"]), None),
    )


def _share(kolom: str, *, telling: bool = False) -> Meter:
    """De bron drukt een aantal; de noemer is het totaal van dezelfde eenheid in de kerncijfers."""

    def meter(_rijen: Sequence[Rij]) -> Callable[[Rij], Metingen]:
        totaal = group_size(kolom)
        return lambda rij: (from_count(int(rij[kolom] or 0), totaal, telling=telling), None)

    return meter


def _interventions(_rijen: Sequence[Rij]) -> Callable[[Rij], Metingen]:
    """De bron drukt het aantal trajecten en het totaal."""
    return lambda rij: (from_count(int(rij["trajecten"] or 0), int(rij["totaal"] or 0)), None)


#: Tabellen zonder percentages staan er niet bij.
METERS: Mapping[str, Meter] = {
    "risico_per_afdeling": _risks,
    "interventies_bij_obstakels": _obstacles,
    "uitdagingen": _challenges,
    "intake_en_begeleiding": _intake,
    "plaatsen": _share("afdelingen", telling=True),
    "bestuursgrootte": _share("besturen", telling=True),
    "interventies": _interventions,
}
