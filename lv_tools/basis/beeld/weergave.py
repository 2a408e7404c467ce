"""Tabellen en figuren als HTML, voor een bladzijde zonder draaiende Python.

Alles wat binnenkomt is tekst: er wordt niets als HTML gelezen. De opmaak (klassen die met ``lvs-``
beginnen) is dezelfde als die van de schermdelen, zodat een stilstaand beeld er net zo uitziet als
het hulpmiddel zelf.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import (
    Celwaarde,
    Tabelcel,
    Tabelkolom,
    is_numeric,
    to_cell,
    to_column,
)
from lv_tools.basis.taal.notatie import LEEG


class Html:
    """HTML die een notebookcel en het boek zo overnemen."""

    def __init__(self, inhoud: str) -> None:
        self.inhoud = inhoud

    def _repr_html_(self) -> str:
        return self.inhoud

    def __repr__(self) -> str:
        return f"Html({len(self.inhoud)} tekens)"


def ontsnap(tekst: object) -> str:
    """Maak tekst veilig als inhoud of attribuut van HTML.

    Examples
    --------
    >>> ontsnap('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    veilig = str(tekst).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return veilig.replace('"', "&quot;").replace("'", "&#x27;")


def tabel_html(
    kolommen: Sequence[str | Tabelkolom],
    rijen: Sequence[Sequence[Celwaarde]],
    bijschrift: str,
    *,
    bron: str = "",
    rijkop: bool = True,
) -> str:
    """Geef een tabel als HTML, met bijschrift, koppen en noten.

    Parameters
    ----------
    kolommen
        Opschriften; een kolom met alleen getallen lijnt vanzelf rechts uit.
    rijen
        Per rij net zoveel waarden als er kolommen zijn.
    bijschrift
        Waar de tabel over gaat.
    bron
        Document en plaats; komt onder de tabel.
    rijkop
        De eerste cel van een rij is de kop van die rij.

    Raises
    ------
    ValueError
        Als een rij niet bij de kolommen past.
    """
    koppen = [
        replace(kolom, getallen=is_numeric(kolom, rijen, plek))
        for plek, kolom in enumerate(map(to_column, kolommen))
    ]
    noten: list[str] = []
    romp = "".join(_row_html(koppen, rij, noten, rijkop) for rij in rijen)
    kop = "".join(
        f'<th scope="col"{_class(kolom.getallen)}>{ontsnap(kolom.titel)}</th>' for kolom in koppen
    )
    return (
        f'<div class="lvs lvs-tabelblad">'
        f'<div class="lvs-tabelvak" role="region" tabindex="0" aria-label="{ontsnap(bijschrift)}">'
        f'<table class="lvs-tabel"><caption>{ontsnap(bijschrift)}</caption>'
        f"<thead><tr>{kop}</tr></thead><tbody>{romp}</tbody></table></div>"
        f"{_notes_html(noten)}{_source_html(bron)}</div>"
    )


def figuur_html(blad: Figuurblad) -> str:
    """Geef een figuurblad als HTML: zin, tekening, tabel, n, bron en wat het niet zegt.

    De tekening zelf maakt het script js/figuur.js; zonder JavaScript blijft alles leesbaar.
    """
    return (
        '<figure class="lvs lvs-figuur" data-lvs-figuur>'
        f'<figcaption class="lvs-figuur-titel">{ontsnap(blad.titel)}</figcaption>'
        f'<p class="lvs-figuur-zin">{ontsnap(blad.samenvatting)}</p>'
        '<div class="lvs-tekening"'
        f' style="min-height:{int(blad.figuur.get("layout", {}).get("height", 320))}px"></div>'
        '<script type="application/json" class="lvs-figuur-gegevens">'
        f"{as_script(blad.figuur)}</script>"
        '<details class="lvs-uitklap"><summary>Dezelfde gegevens als tabel</summary>'
        f"{tabel_html(blad.kolommen, blad.rijen, blad.titel)}</details>"
        f'<p class="lvs-figuur-voet"><strong>Aantal:</strong> {ontsnap(blad.n)}. '
        f"<strong>Bron:</strong> {ontsnap(blad.bron)}. "
        f"<strong>Wat dit niet zegt:</strong> {ontsnap(blad.zegt_niet)}</p></figure>"
    )


def as_script(gegevens: Any) -> str:
    """Schrijf gegevens als JSON die binnen een script-element veilig is."""
    tekst = json.dumps(gegevens, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return tekst.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _row_html(
    koppen: Sequence[Tabelkolom], rij: Sequence[Celwaarde], noten: list[str], rijkop: bool
) -> str:
    if len(rij) != len(koppen):
        raise ValueError(f"rij {rij!r} past niet bij {len(koppen)} kolommen")
    cellen = []
    for plek, (kolom, waarde) in enumerate(zip(koppen, rij, strict=True)):
        cel = to_cell(waarde, kolom)
        inhoud = _empty_html() if waarde is None else ontsnap(cel.tekst)
        inhoud += _mark_html(cel, noten)
        begin = '<th scope="row"' if rijkop and plek == 0 else "<td"
        eind = "</th>" if rijkop and plek == 0 else "</td>"
        cellen.append(f"{begin}{_class(kolom.getallen)}>{inhoud}{eind}")
    return f"<tr>{''.join(cellen)}</tr>"


def _class(rechts: bool) -> str:
    return ' class="lvs-getal"' if rechts else ""


def _empty_html() -> str:
    return f'<span aria-hidden="true">{LEEG}</span><span class="lvs-gehoor">geen gegeven</span>'


def _mark_html(cel: Tabelcel, noten: list[str]) -> str:
    if not cel.merk:
        return ""
    nummer = ""
    if cel.uitleg:
        if cel.uitleg not in noten:
            noten.append(cel.uitleg)
        nummer = f" (noot {noten.index(cel.uitleg) + 1})"
    return f' <span class="lvs-merk">{ontsnap(cel.merk)}{nummer}</span>'


def _notes_html(noten: Sequence[str]) -> str:
    if not noten:
        return ""
    regels = "".join(f"<li>{ontsnap(noot)}</li>" for noot in noten)
    return f'<p class="lvs-notenkop">Noten</p><ol class="lvs-noten">{regels}</ol>'


def _source_html(bron: str) -> str:
    return f'<p class="lvs-bron"><strong>Bron:</strong> {ontsnap(bron)}</p>' if bron else ""
