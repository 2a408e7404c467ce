"""Maak het stijlblad van het boek uit de delen in ``stijl/``."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

STIJLMAP = Path(__file__).parent / "stijl"
SCRIPTMAP = Path(__file__).parent / "pagina"
#: De volgorde telt: een later deel mag een eerder deel bijstellen.
DELEN = ("kleuren", "basis", "indeling", "onderdelen", "situatie", "druk")
BESTANDSNAAM = "huisstijl.css"


def build_stylesheet() -> str:
    """Voeg de delen samen, zonder commentaar en lege regels.

    Returns
    -------
    str
        CSS. Inspringing blijft weg; regels blijven staan, zodat een browser bij een regel
        een leesbare plaats toont.
    """
    tekst = "\n".join((STIJLMAP / f"{deel}.css").read_text("utf-8") for deel in DELEN)
    tekst = re.sub(r"/\*.*?\*/", "", tekst, flags=re.DOTALL)
    return "\n".join(regel.strip() for regel in tekst.splitlines() if regel.strip()) + "\n"


def write_stylesheet(app: Sphinx) -> None:
    """Zet het stijlblad klaar voor de bouw en koppel het aan elke pagina."""
    if app.builder.format != "html":
        return
    map_ = Path(app.doctreedir) / "huisstijl"
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / BESTANDSNAAM).write_text(build_stylesheet(), "utf-8")
    app.config.html_static_path.append(str(map_))
    # Na het stijlblad van sphinx-design: de huisstijl heeft het laatste woord.
    app.add_css_file(BESTANDSNAAM, priority=800)
    app.config.html_static_path.append(str(SCRIPTMAP))
    app.add_js_file("lezen.js", loading_method="defer", priority=905)
    # Het script van het thema voor kleurstand, zoekvenster, schuifpanelen en paginamenu.
    app.add_js_file("scripts/pydata-sphinx-theme.js", loading_method="defer", priority=900)
