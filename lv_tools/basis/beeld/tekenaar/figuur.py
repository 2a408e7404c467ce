"""Teken een figuur zonder plotly: van het woordenboek met ``data`` en ``layout`` een prent.

Deze tekenaar kent wat de figuren van het boek gebruiken: ``scatter`` en ``bar``, assen met
getallen, dagen of namen, opschriften, lijnen op de achtergrond en een legenda erboven. Wat zij niet
kent, weigert zij; dan staat er op papier de tabel, en nooit een tekening waar iets aan ontbreekt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lv_tools.basis.beeld.assen import As
from lv_tools.basis.beeld.figuurstijl import with_colors
from lv_tools.basis.beeld.letters import text_width
from lv_tools.basis.beeld.prent import Deel, Lijn, Prent, Schrift
from lv_tools.basis.beeld.tekenaar.opschriften import draw_legend, draw_note
from lv_tools.basis.beeld.tekenaar.reeksen import draw_bars, draw_scatter
from lv_tools.basis.beeld.tekenaar.ruimte import Ruimte
from lv_tools.basis.beeld.tekenaar.vormen import (
    REGEL,
    VOET,
    TekenError,
    axis_title,
    is_bar,
    length_axis,
    line,
    write,
)

#: Zo breed is een prent.
BREEDTE = 640


def draw(figuur: Mapping[str, Any], breedte: float = BREEDTE) -> Prent:
    """Maak van een figuur een prent in de kleuren van papier.

    Raises
    ------
    TekenError
        Als er iets in de figuur zit wat deze tekenaar niet kent.
    """
    gekleurd = with_colors(figuur)
    for reeks in gekleurd["data"]:
        if reeks.get("type", "scatter") not in ("scatter", "bar"):
            raise TekenError(f"een tekening van de soort {reeks['type']!r}")
    ruimte = Ruimte(gekleurd["data"], gekleurd["layout"], breedte)
    return Prent(breedte, round(ruimte.hoogte, 2), tuple(_draw(ruimte)), ruimte.vlak)


def _draw(ruimte: Ruimte) -> Iterator[Deel]:
    """Geef alles, van achter naar voren."""
    yield from _draw_axes(ruimte)
    for vorm in ruimte.layout.get("shapes", ()):
        yield _draw_shape(ruimte, vorm)
    stapel: dict[Any, float] = {}
    for reeks in sorted(ruimte.data, key=lambda reeks: not is_bar(reeks)):
        yield from (
            draw_bars(ruimte, reeks, stapel) if is_bar(reeks) else draw_scatter(ruimte, reeks)
        )
    for opschrift in ruimte.layout.get("annotations", ()):
        yield from draw_note(ruimte, opschrift)
    yield from draw_legend(ruimte)


def _draw_axes(ruimte: Ruimte) -> Iterator[Deel]:
    """Teken de assen: lijnen dwars erop, hun streepjes en hun titels."""
    staand = {"x" if length_axis(r) == "y" else "y" for r in ruimte.data if is_bar(r)}
    for letter, as_ in (("x", ruimte.x), ("y", ruimte.y)):
        opzet = ruimte.layout[f"{letter}axis"]
        if opzet.get("visible") is False:
            continue
        lijn = str(opzet.get("gridcolor", ruimte.kleur))
        if opzet.get("showgrid", letter not in staand):
            for plek, _tekst in ruimte.streepjes[letter]:
                p = ruimte.along(letter, as_.spot(plek))
                yield Lijn(p, lijn, 1, "dot")
        if opzet.get("showline", True):
            rand = ruimte.onder if letter == "x" else ruimte.links
            langs = (
                ((ruimte.links, rand), (ruimte.rechts, rand))
                if letter == "x"
                else ((rand, ruimte.boven), (rand, ruimte.onder))
            )
            yield Lijn(langs, lijn, 1)
        yield from _draw_ticks(ruimte, letter, as_, opzet)


def _draw_shape(ruimte: Ruimte, vorm: Mapping[str, Any]) -> Lijn:
    """Teken een lijn op de achtergrond."""
    if vorm.get("type") != "line":
        raise TekenError(f"een vorm {vorm.get('type')!r} op de achtergrond")
    punten = tuple((ruimte.x.place(vorm[f"x{i}"]), ruimte.y.place(vorm[f"y{i}"])) for i in (0, 1))
    return line(punten, vorm["line"])


def _draw_ticks(
    ruimte: Ruimte, letter: str, as_: As, opzet: Mapping[str, Any]
) -> Iterator[Schrift]:
    maat = float(opzet.get("tickfont", {}).get("size", ruimte.maat))
    for waarde, regels in ruimte.streepjes[letter]:
        plek = as_.spot(waarde)
        if letter == "x":
            breed = max((text_width(r, maat) for r in regels), default=0) / 2
            midden = min(max(plek, breed + 2), ruimte.breedte - breed - 2)
            for nr, regel in enumerate(regels, start=1):
                y = ruimte.onder + 4 + nr * maat * REGEL - maat * 0.3
                yield from write((midden, y), regel, maat, "middle", ruimte.kleur)
        else:
            boven = plek - (len(regels) - 1) * maat * REGEL / 2
            for nr, regel in enumerate(regels):
                y = boven + nr * maat * REGEL + maat * VOET
                yield from write((ruimte.links - 6, y), regel, maat, "end", ruimte.kleur)
    if titel := axis_title(opzet):
        if letter == "x":
            midden = (ruimte.links + ruimte.rechts) / 2
            yield from write(
                (midden, ruimte.hoogte - 5), titel, ruimte.maat, "middle", ruimte.kleur
            )
        else:  # boven de as in plaats van gekanteld: dat leest sneller
            yield from write(
                (2, ruimte.boven - ruimte.maat * 0.5), titel, ruimte.maat, "start", ruimte.kleur
            )
