"""De codes van tafels die de gebruiker zelf maakt: elk komt nergens anders voor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.model.werk import Gesprekswerk
from lv_tools.gespreksprompter.teksten import Tafel

VOORVOEGSEL = "eigen-"


def fresh_code(werk: Gesprekswerk) -> str:
    """Geef een code voor een nieuwe eigen tafel; ook een tafel uit een oud ritme houdt de hare."""
    ritmes = (werk.ritme, *werk.andere_jaren)
    uit_ritme = (tempo.tafel for ritme in ritmes for tempo in ritme.tempos)
    return _free(tafel.code for tafel in (*_tables(werk.reeksen), *uit_ritme))


def untangle(reeksen: tuple[Reeks, ...]) -> tuple[Reeks, ...]:
    """Geef tafels met een andere naam een eigen code; vroeger kregen twee er soms dezelfde.

    De eerste tafel houdt de code, want daarop wijst een bewaard ritme.
    """
    van_code: dict[str, Tafel] = {}
    gehad = [tafel.code for tafel in _tables(reeksen)]
    uit = []
    for reeks in reeksen:
        tafel = reeks.tafel
        if tafel.eigen and van_code.setdefault(tafel.code, tafel) != tafel:
            tafel = replace(tafel, code=_free(gehad))
            gehad.append(tafel.code)
            van_code[tafel.code] = tafel
            gesprekken = tuple(_at(g, reeks.tafel, tafel) for g in reeks.gesprekken)
            reeks = replace(reeks, tafel=tafel, gesprekken=gesprekken)  # noqa: PLW2901 - dezelfde reeks
        uit.append(reeks)
    return tuple(uit)


def _at(gesprek: Gesprek, oud: Tafel, nieuw: Tafel) -> Gesprek:
    """Geef het gesprek aan de nieuwe tafel, als het aan de oude was."""
    gids = gesprek.gids
    if gids is None or gids.opdracht.tafel != oud:
        return gesprek
    return replace(gesprek, gids=replace(gids, opdracht=replace(gids.opdracht, tafel=nieuw)))


def _tables(reeksen: Iterable[Reeks]) -> Iterator[Tafel]:
    for reeks in reeksen:
        yield reeks.tafel
        yield from (g.gids.opdracht.tafel for g in reeks.gesprekken if g.gids is not None)


def _free(codes: Iterable[str]) -> str:
    bezet = set(codes)
    nummer = 1
    while f"{VOORVOEGSEL}{nummer}" in bezet:
        nummer += 1
    return f"{VOORVOEGSEL}{nummer}"
