"""De huisstijl van figuren: een figuur is een gewoon plotly-woordenboek, met een blad eromheen.

Kleuren staan in een figuur als naam van een CSS-variabele (``var(--lv-accent)``). De tekenaar in
de pagina vult ze in en kiest zelf de lichte of de donkere waarde. Wie een figuur in Python zelf
met plotly wil tonen, haalt hem eerst door :func:`with_colors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.beeld import kleuren
from lv_tools.basis.beeld.tabel import Celwaarde

# Rollen van kleuren; de waarden zelf staan in kleuren.py.
TEKST = "var(--lv-tekst)"
VLAK = "var(--lv-vlak)"
VLAK_2 = "var(--lv-vlak-2)"
RAND = "var(--lv-rand)"
ACCENT = "var(--lv-accent)"
OP_ACCENT = "var(--lv-op-accent)"
GOED = "var(--lv-goed)"
LETOP = "var(--lv-letop)"
FOUT = "var(--lv-fout)"
#: Kleuren voor reeksen naast elkaar, elk ten minste 3:1 tegen het vlak, licht en donker.
REEKS = tuple(f"var(--lv-reeks-{nummer})" for nummer in range(1, 7))

#: Soorten tekeningen die de kleine plotly-bundel kent.
SOORTEN = frozenset({"scatter", "bar", "pie"})


@dataclass(frozen=True)
class Figuurblad:
    """Een figuur met alles wat een lezer nodig heeft om hem eerlijk te lezen.

    Parameters
    ----------
    figuur
        Plotly-woordenboek met ``data`` en ``layout``; alleen ``scatter``, ``bar`` en ``pie``.
    titel
        Waar de figuur over gaat.
    samenvatting
        Een of twee zinnen met wat er te zien is, voor wie de tekening niet ziet.
    kolommen, rijen
        Dezelfde gegevens als tabel.
    bron
        Document en plaats.
    n
        Aantal waarop het beeld rust, met wat er geteld is: ``"17 afdelingen"``.
    zegt_niet
        Wat niet uit de figuur volgt.

    Raises
    ------
    ValueError
        Als een tekst leeg is, een rij niet bij de kolommen past of de figuur een soort tekening
        heeft die niet getekend kan worden.
    """

    figuur: Mapping[str, Any]
    titel: str
    samenvatting: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[Celwaarde, ...], ...]
    bron: str
    n: str
    zegt_niet: str

    def __post_init__(self) -> None:
        for veld in ("titel", "samenvatting", "bron", "n", "zegt_niet"):
            if not getattr(self, veld).strip():
                raise ValueError(f"een figuurblad heeft een {veld} nodig; dit is leeg")
        for rij in self.rijen:
            if len(rij) != len(self.kolommen):
                raise ValueError(f"rij {rij!r} past niet bij {len(self.kolommen)} kolommen")
        for reeks in self.figuur.get("data", ()):
            if reeks.get("type", "scatter") not in SOORTEN:
                raise ValueError(f"soort {reeks.get('type')!r} kan niet worden getekend")


def layout(
    *,
    hoogte: int,
    x: Mapping[str, Any] | None = None,
    y: Mapping[str, Any] | None = None,
    legenda: bool = False,
    **verder: Any,
) -> dict[str, Any]:
    """Maak de indeling van een figuur in de huisstijl.

    Er valt niets te slepen, te zoomen of weg te klikken: wat de figuur kan, kan ook zonder muis.

    Parameters
    ----------
    hoogte
        Hoogte in pixels.
    x, y
        Aanvullingen op de assen, zoals ``{"title": {"text": "Percentage"}, "range": [0, 100]}``.
    legenda
        Toon een legenda boven de tekening.
    verder
        Overige sleutels van een plotly-layout (``barmode``, ``shapes``, ``annotations``).
    """
    as_ = {
        "automargin": True, "fixedrange": True, "color": TEKST, "gridcolor": RAND,
        "griddash": "dot", "zeroline": False, "linecolor": RAND, "tickfont": {"color": TEKST},
    }  # fmt: skip
    return {
        "height": hoogte,
        "margin": {"l": 8, "r": 16, "t": 36 if legenda else 12, "b": 8},
        "font": {"color": TEKST, "size": 14},
        "paper_bgcolor": VLAK,
        "plot_bgcolor": VLAK,
        "colorway": list(REEKS),
        "separators": ",.",
        "dragmode": False,
        "hoverlabel": {"bgcolor": VLAK_2, "bordercolor": RAND, "font": {"color": TEKST}},
        "showlegend": legenda,
        "legend": {
            "orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom",
            "itemclick": False, "itemdoubleclick": False,
        },
        "xaxis": {**as_, **(x or {})},
        "yaxis": {**as_, **(y or {})},
        **verder,
    }  # fmt: skip


def height_for(aantal: int, per_stuk: int = 34) -> int:
    """Geef een passende hoogte in pixels voor liggende staven: ruimte per staaf plus de as."""
    return max(1, aantal) * per_stuk + 90


def plain(tekst: str) -> str:
    """Maak tekst van een gebruiker veilig voor plotly, dat sommige tekens als opmaak leest."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def with_colors(figuur: Mapping[str, Any], *, donker: bool = False) -> dict[str, Any]:
    """Vul de kleurvariabelen in, voor wie een figuur zelf met plotly tekent.

    Examples
    --------
    >>> with_colors({"data": [{"marker": {"color": ACCENT}}]})["data"][0]["marker"]["color"]
    '#0f5b66'
    """
    palet = kleuren.DONKER if donker else kleuren.LICHT
    vervang = {f"var(--lv-{naam})": kleur for naam, kleur in palet.items()}

    def vul_in(waarde: Any) -> Any:
        if isinstance(waarde, Mapping):
            return {sleutel: vul_in(deel) for sleutel, deel in waarde.items()}
        if isinstance(waarde, list | tuple):
            return [vul_in(deel) for deel in waarde]
        return vervang.get(waarde, waarde) if isinstance(waarde, str) else waarde

    return {sleutel: vul_in(deel) for sleutel, deel in figuur.items()}
