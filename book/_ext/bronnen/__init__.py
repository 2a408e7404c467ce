"""Bronverwijzingen in het Nederlands, boven op sphinxcontrib-bibtex.

Een pagina schrijft ``{cite:p}`onderzoek2025{par. 4.2}``` en de lezer ziet
"(onderzoek, par. 4.2)", als één link naar de bronnenlijst. De korte naam staat in
``bronnen.bib`` in het veld ``shorthand``.

De extensie laadt sphinxcontrib-bibtex en zet de stijlen; in de configuratie hoeft alleen
``bibtex_bibfiles`` te staan.
"""

from __future__ import annotations

from typing import Any

import pybtex.plugin
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinxcontrib.bibtex.plugin import register_plugin

from bronnen.lijst import Begriplijst
from bronnen.opmaak import NederlandseStijl
from bronnen.verwijzing import Bronverwijzing, KorteNaam

INSTELLINGEN: dict[str, Any] = {
    "bibtex_default_style": "nederlands",
    "bibtex_reference_style": "korte-naam",
    # Een anker dat niet verspringt als er een bron bij komt, en dat een lezer kan delen.
    "bibtex_cite_id": "bron-{key}",
    # Een tooltip is er niet voor wie het toetsenbord of een telefoon gebruikt, en een
    # schermlezer leest hem bij elke verwijzing opnieuw voor.
    "bibtex_tooltips": False,
}


def stel_in(_app: Sphinx, config: Config) -> None:
    """Zet de instellingen van sphinxcontrib-bibtex die het boek niet zelf noemt."""
    for naam, waarde in INSTELLINGEN.items():
        if naam not in config.overrides and naam not in config._raw_config:
            config[naam] = waarde


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de stijlen, de rol en de omzetting aan bij Sphinx."""
    app.setup_extension("sphinxcontrib.bibtex")
    pybtex.plugin.register_plugin(
        "pybtex.style.formatting", "nederlands", NederlandseStijl, force=True
    )
    register_plugin("sphinxcontrib.bibtex.style.referencing", "korte-naam", KorteNaam, force=True)
    app.add_role_to_domain("cite", "p", Bronverwijzing(), override=True)
    app.add_post_transform(Begriplijst)
    app.connect("config-inited", stel_in)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
