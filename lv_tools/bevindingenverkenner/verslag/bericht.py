"""Een tekst om met het team te delen: wat de cijfers zeggen, van wie zij zijn, en hun grens."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.beeld.tabel import to_cell, to_column
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting, samenvatting_verschil
from lv_tools.bevindingenverkenner.model.uitkomst import Uitkomst
from lv_tools.bevindingenverkenner.model.vergelijking import Vergelijking
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.verslag.antwoord import answer


def share_text(uitkomst: Uitkomst) -> str:
    """Schrijf de tekst bij wat er in beeld is; zonder keuze of cijfers is er niets te delen."""
    wat: str | Sequence[str]
    if isinstance(uitkomst, Blad):
        wat = _sheet(uitkomst) if uitkomst.regels else ""
    elif isinstance(uitkomst, Vergelijking):
        wat = samenvatting_verschil(uitkomst) if uitkomst.paren else ""
    else:
        wat = answer(uitkomst).geheel if uitkomst.standaarden or uitkomst.obstakels else ""
    if not wat:
        return ""
    return message(zin("bericht_begin", titel=uitkomst.titel), wat, zin("bericht_vraag"))


def _sheet(blad: Blad) -> str | list[str]:
    """Geef de samenvatting, of van een lijst zonder cijfers de regels zelf."""
    # In een bericht staat geen figuur, dus ook niet wat haar vormen betekenen.
    tekst = samenvatting(blad).replace(zin("matrix_tekens"), "").replace("  ", " ").strip()
    if tekst:
        return tekst
    koppen = [to_column(kolom) for kolom in tabellen.kolommen(blad)]
    return [
        ": ".join(to_cell(w, k).tekst for w, k in zip(rij[:2], koppen[:2], strict=True))
        for rij in tabellen.rijen(blad)
    ]
