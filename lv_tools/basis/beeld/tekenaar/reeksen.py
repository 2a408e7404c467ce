"""Wat er in het vlak staat: staven, en lijnen met merken en woorden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lv_tools.basis.beeld.assen import bar_width
from lv_tools.basis.beeld.prent import Deel, Lijn, Punt, Schrift, box
from lv_tools.basis.beeld.tekenaar.ruimte import Ruimte
from lv_tools.basis.beeld.tekenaar.vormen import (
    REGEL,
    VOET,
    TekenError,
    area,
    each,
    line,
    lines,
    mark,
    modes,
    room,
    write,
)


def draw_bars(ruimte: Ruimte, reeks: Mapping[str, Any], stapel: dict[Any, float]) -> Iterator[Deel]:
    """Teken staven; ``stapel`` houdt bij hoe hoog zij al op elkaar staan."""
    liggend = reeks.get("orientation") == "h"
    plekken, lengtes = (reeks["y"], reeks["x"]) if liggend else (reeks["x"], reeks["y"])
    dwars, langs = (ruimte.y, ruimte.x) if liggend else (ruimte.x, ruimte.y)
    hoeveel = len(plekken)
    breedtes = each(reeks.get("width", bar_width(dwars, plekken)), hoeveel)
    basis = each(reeks.get("base", 0), hoeveel)
    teksten = each(reeks.get("text", ""), hoeveel)
    for nr, (plek, lengte) in enumerate(zip(plekken, lengtes, strict=True)):
        if lengte is None:
            continue
        begin = float(basis[nr])
        if ruimte.layout.get("barmode") == "stack":
            begin = stapel.get(plek, 0.0)
            stapel[plek] = begin + lengte
        midden, half = dwars.number(plek), breedtes[nr] / 2
        d0, d1 = sorted((dwars.spot(midden - half), dwars.spot(midden + half)))
        l0, l1 = sorted((langs.spot(begin), langs.spot(begin + lengte)))
        hoeken = box(l0, d0, l1, d1) if liggend else box(d0, l0, d1, l1)
        if l1 - l0 > 0:
            yield area(hoeken, reeks.get("marker", {}), nr)
        if teksten[nr] and reeks.get("textposition", "auto") != "none":
            yield from _label_bar(
                ruimte, reeks, str(teksten[nr]), (l0, l1), (d0 + d1) / 2, liggend=liggend
            )


def _label_bar(
    ruimte: Ruimte,
    reeks: Mapping[str, Any],
    tekst: str,
    langs: tuple[float, float],
    midden: float,
    *,
    liggend: bool,
) -> Iterator[Schrift]:
    maat = ruimte.maat - 1
    past = room(tekst, maat) + 2 <= langs[1] - langs[0]
    plek = str(reeks.get("textposition", "auto"))
    buiten = plek == "outside" or (plek == "auto" and not past)
    soort = "outsidetextfont" if buiten else "insidetextfont"
    kleur = str(reeks.get(soort, {}).get("color", ruimte.kleur))
    if not liggend:
        y = langs[0] - 4 if buiten else (langs[0] + langs[1]) / 2 + maat * VOET
        yield from write((midden, y), tekst, maat, "middle", kleur)
    elif buiten:
        yield from write((langs[1] + 5, midden + maat * VOET), tekst, maat, "start", kleur)
    else:
        kleiner = maat if past else max(8.0, maat * (langs[1] - langs[0]) / 20)
        y = midden + kleiner * VOET
        yield from write(((langs[0] + langs[1]) / 2, y), tekst, kleiner, "middle", kleur)


def draw_scatter(ruimte: Ruimte, reeks: Mapping[str, Any]) -> Iterator[Deel]:
    """Teken wat een reeks punten heeft: een marge, lijnen, merken en woorden."""
    soorten = modes(reeks)
    punten = [
        None if x is None or y is None else (ruimte.x.place(x), ruimte.y.place(y))
        for x, y in zip(reeks["x"], reeks["y"], strict=True)
    ]
    if reeks.get("fill", "none") != "none":
        raise TekenError("een gevuld vlak onder een lijn")
    yield from _draw_error(ruimte, reeks)
    if "lines" in soorten:
        stuk: list[Punt] = []
        for punt in (*punten, None):
            if punt is not None:
                stuk.append(punt)
            elif len(stuk) > 1:
                yield line(tuple(stuk), reeks.get("line", {}), ruimte.kleur)
                stuk = []
            else:
                stuk = []
    if "markers" in soorten:
        for nr, punt in enumerate(punten):
            if punt is not None:
                yield from mark(punt, reeks.get("marker", {}), nr, ruimte.vlak)
    if "text" in soorten:
        yield from _draw_labels(ruimte, reeks, punten)


def _draw_error(ruimte: Ruimte, reeks: Mapping[str, Any]) -> Iterator[Lijn]:
    fout = reeks.get("error_x")
    if not fout:
        return
    for nr, (x, y) in enumerate(zip(reeks["x"], reeks["y"], strict=True)):
        hoger, lager = fout["array"][nr], fout.get("arrayminus", fout["array"])[nr]
        van, tot, hoogte = ruimte.x.place(x - lager), ruimte.x.place(x + hoger), ruimte.y.place(y)
        dikte = float(fout.get("thickness", 2))
        yield Lijn(((van, hoogte), (tot, hoogte)), str(fout["color"]), dikte)


def _draw_labels(
    ruimte: Ruimte, reeks: Mapping[str, Any], punten: Sequence[Punt | None]
) -> Iterator[Schrift]:
    letter = reeks.get("textfont", {})
    maat, kleur = float(letter.get("size", ruimte.maat)), str(letter.get("color", ruimte.kleur))
    teksten = each(reeks.get("text", ""), len(punten))
    plekken = each(reeks.get("textposition", "middle center"), len(punten))
    groot = each(reeks.get("marker", {}).get("size", 6), len(punten))
    for nr, punt in enumerate(punten):
        if punt is None or not teksten[nr]:
            continue
        hoog, zij = str(plekken[nr]).split(" ")
        straal, regels = groot[nr] / 2 + 3, lines(str(teksten[nr]))
        x = punt[0] + {"left": -straal, "center": 0, "right": straal}[zij]
        anker = {"left": "end", "center": "middle", "right": "start"}[zij]
        blok = len(regels) * maat * REGEL
        boven = punt[1] + {"top": -straal - blok, "middle": -blok / 2, "bottom": straal}[hoog]
        for rij, regel in enumerate(regels):
            y = boven + (rij + 0.5) * maat * REGEL + maat * VOET
            yield from write((x, y), regel, maat, anker, kleur)
