"""Een figuur op een scherm: tekening, zin, tabel, bron en wat hij niet zegt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.schermdelen.deel import Deel, Eigenschap
from lv_tools.schermdelen.tabel import write_table


class Figuur(Deel):
    """Toon een figuurblad.

    Een nieuw blad in ``blad`` vervangt het oude; wie de tabel had opengeklapt, houdt haar open.
    """

    soort = "figuur"
    blad: Eigenschap[Figuurblad | None] = Eigenschap(None)

    def __init__(self, blad: Figuurblad, **rest: Any) -> None:
        super().__init__(blad=blad, **rest)

    def to_page(self, naam: str, waarde: Any) -> Any:
        """Schrijf het blad uit, met de getallen in de tabel al op zijn Nederlands."""
        if naam != "blad":
            return super().to_page(naam, waarde)
        blad: Figuurblad = waarde
        return {
            "figuur": blad.figuur,
            "titel": blad.titel,
            "samenvatting": blad.samenvatting,
            "tabel": write_table(blad.kolommen, blad.rijen),
            "bron": blad.bron,
            "n": blad.n,
            "zegtNiet": blad.zegt_niet,
        }

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef de pagina de tekenaar als zij er zelf geen heeft."""
        if naam != "tekenaar":
            super().receive(naam, gegevens, bron)
            return
        self.command("tekenaar", [plotly_source()])


def plotly_source() -> bytes:
    """Lees plotly.js uit het plotly-pakket van deze Python; leeg als dat er niet is."""
    try:
        from plotly.offline import get_plotlyjs
    except ImportError:
        return b""
    bron: str = get_plotlyjs()
    return bron.encode()
