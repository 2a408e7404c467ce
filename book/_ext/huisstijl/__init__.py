"""De huisstijl van het boek: Nederlands, licht, leesbaar en toegankelijk op elke pagina.

De uitbreiding staat op sphinx-book-theme. Dat levert de sjablonen (met onze aanpassingen in
``book/_templates``), de inhoudsopgave, het paginamenu en het script voor kleurstand, zoekvenster
en schuifpanelen. Hier staat wat het thema niet kan of niet in het Nederlands doet:

``opmaak``
    Eén eigen stijlblad uit ``stijl/*.css`` in plaats van 480 kB van thema's en Bootstrap.
``gewicht``
    Per pagina alleen de bestanden die zij nodig heeft; wat geen pagina gebruikt, gaat weg.
``herstel``
    Rollen en namen die het thema weglaat.
``adressen``
    Repository en adres van het boek, uit de omgeving.
``wegwijzers``
    Een 404-pagina, robots.txt en een sitemap.
``themascript``
    De scripts van Sphinx en het thema bewaren niets waar de lezer niet om vroeg.
``begrippen``
    De uitleg van een begrip in de pagina waar het staat.
``pagina/lezen.js``
    Lezen op een klein scherm: menu, begrippen, brede tabellen, en waar u gebleven was.
``beschrijving``
    Elke pagina heeft een eigen beschrijving; ontbreekt die, dan waarschuwt de bouw.

De vertalingen staan in ``book/_locale`` (zie ``locale_dirs`` in ``_config.yml``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from huisstijl import (
    adressen,
    begrippen,
    beschrijving,
    gewicht,
    herstel,
    opmaak,
    papier,
    themascript,
    wegwijzers,
)

#: Na alle andere uitbreidingen: deze bepaalt als laatste wat een pagina laadt.
ALS_LAATSTE = 950


def locate_translations(app: Sphinx, config: Config) -> None:
    """Maak de mappen met vertalingen absoluut: Sphinx zoekt sphinx.js anders vanuit de werkmap."""
    config.locale_dirs = [str(Path(app.srcdir) / map_) for map_ in config.locale_dirs]


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan bij Sphinx."""
    # Van sphinx_comments, dat we niet gebruiken; jupyter-book zet de instelling toch altijd.
    app.add_config_value("comments_config", {}, "")
    app.add_directive("schrijfregels", papier.Schrijfregels)
    app.add_directive("nieuw-blad", papier.NieuwBlad)
    app.connect("config-inited", locate_translations)
    app.connect("config-inited", adressen.set_base_url)
    app.connect("builder-inited", opmaak.write_stylesheet)
    app.connect("html-page-context", adressen.add_edit_link, priority=ALS_LAATSTE)
    app.connect("html-page-context", adressen.add_report_link, priority=ALS_LAATSTE)
    app.connect("html-page-context", beschrijving.check_description, priority=ALS_LAATSTE)
    app.connect("html-page-context", herstel.repair_page, priority=ALS_LAATSTE)
    app.connect("html-page-context", gewicht.keep_needed_assets, priority=ALS_LAATSTE)
    app.connect("build-finished", gewicht.remove_unused_files)
    app.connect("build-finished", themascript.change_scripts)
    app.connect("build-finished", begrippen.write_terms, priority=840)
    # Voor de uitbreiding `levend` (900), die in elke pagina haar beleid zet.
    app.connect("build-finished", wegwijzers.write_signposts, priority=850)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
