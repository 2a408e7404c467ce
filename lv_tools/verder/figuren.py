"""Een figuur uit het boek als plotly-figuur, en hoe zij in een notebook staat."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lv_tools.basis.beeld.figuurstijl import Figuurblad, plain, with_colors
from lv_tools.basis.beeld.weergave import figuur_html

if TYPE_CHECKING:
    import plotly.graph_objects as go

#: Staat op 1 zolang het boek gebouwd wordt; zie lv_tools/schermdelen/hulpmiddel.py.
STIL = "LV_TOOLS_STIL"


def draw(blad: Figuurblad, *, donker: bool = False) -> go.Figure:
    """Maak een plotly-figuur met haar titel erin; op een bladzijde staat die er los boven."""
    import plotly.graph_objects as go

    figuur = go.Figure(with_colors(blad.figuur, donker=donker))
    figuur.update_layout(title={"text": plain(blad.titel), "automargin": True, "yref": "container"})
    return figuur


@dataclass(frozen=True)
class Getoond:
    """Een figuur zoals een notebook haar laat zien; zie :func:`toon`."""

    blad: Figuurblad

    def _ipython_display_(self) -> None:
        from IPython import display as beeld

        display: Any = beeld  # IPython heeft geen typen voor het tonen
        if os.environ.get(STIL) == "1":
            display.display(display.HTML(figuur_html(self.blad)))
            return
        display.display(draw(self.blad))
        regels = (self.blad.samenvatting, self.blad.n, self.blad.bron, self.blad.zegt_niet)
        display.display(display.Markdown("\n\n".join(plain(regel) for regel in regels)))


def toon(blad: Figuurblad) -> Getoond:
    """Laat een figuur zien met haar samenvatting, aantal, bron en wat zij niet zegt.

    In JupyterLab tekent plotly haar; in dit boek doet de bladzijde dat zelf, zonder iets van een
    andere site te halen.

    Parameters
    ----------
    blad : Figuurblad
        Een van :meth:`Werkstuk.bladen`.
    """
    return Getoond(blad)
