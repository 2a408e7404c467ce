"""Bereid een gesprek voor: in welke reeks het komt, wat vaststaat, en de gids die daarbij hoort."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, Regel
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.model.meegebracht import to_rows
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.model.werk import Gesprekswerk
from lv_tools.gespreksprompter.teksten import Tafel


def prepare(werk: Gesprekswerk, opdracht: Opdracht) -> Gesprekswerk | Invoerfout:
    """Geef het werk met een gids bij deze opdracht, of waarom die er niet kan zijn.

    Is het gesprek dat openstaat nog niet gehouden, dan krijgt dat een andere gids; wat daarin is
    vastgezet en weggeruild, blijft gelden.
    """
    oud = werk.upcoming.gids if werk.upcoming else None
    zaad = oud.opdracht.zaad if oud else len(werk.current.gesprekken) + 1
    opdracht = replace(opdracht, zaad=zaad)
    straks = _in_series(werk, opdracht.tafel)
    gesprek = straks.upcoming
    eerst = gesprek.gids if gesprek else None
    vast = _fixed(werk, opdracht, eerst)
    verleden = straks.current.history(gesprek.id if gesprek else "")
    gids = compose(opdracht, verleden, vast=vast, geweerd=eerst.geweerd if eerst else ())
    if isinstance(gids, Invoerfout):
        return gids
    straks = replace(straks, keuze=replace(straks.keuze, groep=""))
    if opdracht.tafel.eigen:
        straks = replace(straks, keuze=replace(straks.keuze, naam="", niveaus=()))
    if gesprek is None:
        return straks.prepare(opdracht, vast)
    return straks.put_conversation(replace(gesprek, gids=gids)).as_chosen()


def _in_series(werk: Gesprekswerk, tafel: Tafel) -> Gesprekswerk:
    """Geef het werk met de reeks open waar het gesprek in komt."""
    if not werk.keuze.met:
        return werk
    naam = f"{tafel.naam} {werk.keuze.groep if tafel.groep else ''}".strip()
    if werk.current.gesprekken:
        werk = werk.start_series(tafel, naam)
    else:  # een reeks waar nog niets in staat, wordt deze
        werk = werk.put(replace(werk.current, tafel=tafel, naam=naam))
    return werk.put(_unique(werk.current, werk.reeksen))


def _fixed(werk: Gesprekswerk, opdracht: Opdracht, oud: Gids | None) -> list[Regel]:
    """Geef wat vaststaat: eerst wat van elders is aangevinkt, dan wat is vastgezet."""
    regels = oud.regels if oud else ()
    los = {vraag.id for vraag in werk.meegebracht}
    gekozen = [v for v in werk.meegebracht if v.id in werk.keuze.meegebracht]
    mee = to_rows(gekozen, opdracht, regels)
    return [*mee, *(r for r in regels if r.vast and r.id not in los)]


def _unique(reeks: Reeks, andere: tuple[Reeks, ...]) -> Reeks:
    """Geef de reeks een naam die nog niet bestaat."""
    namen = {r.naam for r in andere if r.id != reeks.id}
    naam, nummer = reeks.naam, 1
    while naam in namen:
        nummer += 1
        naam = f"{reeks.naam} ({nummer})"
    return replace(reeks, naam=naam)
