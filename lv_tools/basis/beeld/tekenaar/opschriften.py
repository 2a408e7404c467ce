"""Woorden bij een figuur: opschriften in het vlak, en de legenda erboven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lv_tools.basis.beeld.prent import Deel, Vlak, box
from lv_tools.basis.beeld.tekenaar.ruimte import LEGENDA_TEKEN, Ruimte
from lv_tools.basis.beeld.tekenaar.vormen import (
    REGEL,
    VOET,
    TekenError,
    area,
    is_bar,
    line,
    lines,
    mark,
    modes,
    plain_text,
    room,
    write,
)


def draw_note(ruimte: Ruimte, opschrift: Mapping[str, Any]) -> Iterator[Deel]:
    """Zet een opschrift in het vlak, met wat erachter hoort."""
    if opschrift.get("showarrow", True):
        raise TekenError("een opschrift met een pijl")
    letter = opschrift.get("font", {})
    maat, kleur = float(letter.get("size", ruimte.maat)), str(letter.get("color", ruimte.kleur))
    regels = lines(str(opschrift["text"]))
    breed = max(room(plain_text(r), maat) for r in regels)
    blok = len(regels) * maat * REGEL
    wit = float(opschrift.get("borderpad", 1))
    x = ruimte.spot(opschrift, "x") + float(opschrift.get("xshift", 0))
    y = ruimte.spot(opschrift, "y") - float(opschrift.get("yshift", 0))
    zij, hoog = opschrift.get("xanchor", "center"), opschrift.get("yanchor", "middle")
    links = x + {"left": wit, "center": -breed / 2, "right": -breed - wit}[zij]
    boven = y + {"top": wit, "middle": -blok / 2, "bottom": -blok - wit}[hoog]
    if achter := opschrift.get("bgcolor"):
        yield Vlak(box(links, boven, links + breed, boven + blok), str(achter))
    # De regels staan waar het opschrift aan vastzit, zodat een andere letter niet verspringt.
    kant = {"left": "start", "center": "middle", "right": "end"}[opschrift.get("align", zij)]
    tegen = {"start": links, "middle": links + breed / 2, "end": links + breed}[kant]
    for rij, regel in enumerate(regels):
        voet = boven + (rij + 0.5) * maat * REGEL + maat * VOET
        yield from write((tegen, voet), regel, maat, kant, kleur)


def draw_legend(ruimte: Ruimte) -> Iterator[Deel]:
    """Zet de namen van de reeksen erboven, elk met haar teken."""
    for rij, reeksen in enumerate(ruimte.legenda):
        x, midden = 0.0, (rij + 0.5) * ruimte.maat * 1.6
        for reeks in reeksen:
            yield from _draw_key(ruimte, reeks, x, midden)
            voet = midden + ruimte.maat * VOET
            tekst = plain_text(str(reeks["name"]))
            yield from write(
                (x + LEGENDA_TEKEN + 6, voet), tekst, ruimte.maat, "start", ruimte.kleur
            )
            x += ruimte.legend_width(reeks)


def _draw_key(ruimte: Ruimte, reeks: Mapping[str, Any], x: float, midden: float) -> Iterator[Deel]:
    """Teken wat er in de legenda voor een naam staat."""
    rechts = x + LEGENDA_TEKEN
    if is_bar(reeks):
        vlak = box(x + 9, midden - 6, x + 21, midden + 6)
        yield area(vlak, reeks.get("marker", {}), 0)
        return
    soorten = modes(reeks)
    if "lines" in soorten:
        lijn = ((x, midden), (rechts, midden))
        yield line(lijn, reeks.get("line", {}), ruimte.kleur)
    if "markers" in soorten:
        plek = ((x + rechts) / 2, midden)
        yield from mark(plek, reeks.get("marker", {}), 0, ruimte.vlak)
