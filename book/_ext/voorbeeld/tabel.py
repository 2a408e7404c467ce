"""Een tabel van een document als HTML, die op een telefoon rij voor rij onder elkaar komt.

Op een smal scherm worden rijen blokken, met de kop van de kolom voor elke cel (zie ``.vs-tabel`` in
de huisstijl). Een browser vergeet dan dat het een tabel is; daarom staan de rollen erbij.
"""

from __future__ import annotations

from html import escape

from lv_tools.basis.uitvoer.document import Bloktabel, lines

#: Vanaf zoveel kolommen staan de letters dichter op elkaar.
BREED = 5


def to_html(tabel: Bloktabel) -> str:
    """Schrijf de tabel; alle tekst is ontsnapt."""
    koppen = "".join(
        f'<th role="columnheader" scope="col">{_text(kop)}</th>' for kop in tabel.kolommen
    )
    rijen = "".join(f'<tr role="row">{_row(tabel, rij)}</tr>' for rij in tabel.rijen)
    breedtes = "".join(f'<col style="width: {100 * deel:.1f}%">' for deel in tabel.delen)
    breed = " vs-breed" * (len(tabel.kolommen) >= BREED)
    return (
        f'<table class="vs-tabel{breed}" role="table"><caption>{_text(tabel.bijschrift)}</caption>'
        f"<colgroup>{breedtes}</colgroup>"
        f'<thead role="rowgroup"><tr role="row">{koppen}</tr></thead>'
        f'<tbody role="rowgroup">{rijen}</tbody></table>'
    )


def _row(tabel: Bloktabel, rij: tuple[str, ...]) -> str:
    cellen = []
    for plek, (kop, cel) in enumerate(zip(tabel.kolommen, rij, strict=True)):
        if tabel.rijkop and plek == 0:
            cellen.append(f'<th role="rowheader" scope="row">{_lines(cel)}</th>')
        else:
            cellen.append(f'<td role="cell" data-kop="{escape(kop)}">{_lines(cel)}</td>')
    return "".join(cellen)


def _lines(cel: str) -> str:
    regels = [_text(regel) for regel in lines(cel)]
    if len(regels) == 1:
        return regels[0]
    return "\n".join(f'<span class="vs-regel">{regel}</span>' for regel in regels)


def _text(tekst: str) -> str:
    return escape(tekst, quote=False)
