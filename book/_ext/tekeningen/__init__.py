"""Tekeningen: vector, in twee indelingen, met labels uit ``data/tekeningen`` (zie README.md).

``aanwijzing``
    ``{tekening} naam`` in een bladzijde.
``gegevens``
    Wat de redactie opschrijft, gelezen uit TOML.
``vormen``
    Per soort tekening een module die labels op een vel zet.
``doek``, ``meetkunde``, ``letter``, ``pictogram``
    Het gereedschap van de vormen.
``figuur``
    De HTML: twee keer SVG, en hoe zij heten voor wie ze niet ziet.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STIJLBLAD = "tekening.css"


def stylesheet() -> str:
    """Geef de stijl van tekeningen, zonder commentaar en lege regels."""
    tekst = (Path(__file__).parent / "stijl" / STIJLBLAD).read_text("utf-8")
    tekst = re.sub(r"/\*.*?\*/", "", tekst, flags=re.DOTALL)
    return "\n".join(regel.strip() for regel in tekst.splitlines() if regel.strip()) + "\n"


def write_stylesheet(app: Sphinx) -> None:
    """Zet het stijlblad klaar; alleen een bladzijde met een tekening laadt het."""
    if app.builder.format != "html":
        return
    map_ = Path(app.doctreedir) / "tekeningen"
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / STIJLBLAD).write_text(stylesheet(), "utf-8")
    app.config.html_static_path.append(str(map_))
    # Na de huisstijl (800): een tekening stelt regels voor figuren bij.
    app.add_css_file(STIJLBLAD, priority=810)


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan bij Sphinx."""
    from tekeningen import aanwijzing

    app.add_node(aanwijzing.tekening, html=(aanwijzing.visit_drawing, aanwijzing.depart_drawing))
    app.add_node(aanwijzing.tekening_bron, html=(aanwijzing.skip_source, None))
    app.add_node(
        aanwijzing.tekening_bij, html=(aanwijzing.visit_caption, aanwijzing.depart_caption)
    )
    app.add_node(
        aanwijzing.tekening_woorden, html=(aanwijzing.visit_words, aanwijzing.depart_words)
    )
    app.add_directive("tekening", aanwijzing.TekeningDirective)
    app.connect("builder-inited", write_stylesheet)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
