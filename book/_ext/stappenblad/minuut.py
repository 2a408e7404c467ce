"""In één minuut: de kern van een stap, uit dezelfde dia's als het uitdeelblad."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from trainer.bladen import handout_path
from trainer.lezen import Dia, Hoofdstuk

KOP, MINUUT = "In één minuut", "in-een-minuut"
#: Meer past niet in een minuut lezen.
DIAS = 3
#: De dia van de werkvorm: die staat al voluit op de pagina.
_WERKVORM = re.compile(r"^Aan het werk")
_WIE = re.compile(r"^Wie doet wat$")


def choose(hoofdstuk: Hoofdstuk) -> list[Dia]:
    """Kies de dia's van de minuut: de eerste zonder tekening, werkvorm of rolverdeling."""
    dias = [
        dia
        for dia in hoofdstuk.dias
        if not dia.tekening and not _WERKVORM.match(dia.titel) and not _WIE.match(dia.titel)
    ]
    return dias[:DIAS]


def minute_section(app: Sphinx, boom: nodes.document, pagina: str) -> list[nodes.Node]:
    """Geef de paragraaf *In één minuut*, of niets als de stap geen dia's heeft.

    De bron van elke dia gaat mee: op deze pagina's is van ons wat geen verwijzing heeft, en een
    percentage heeft zijn groep nodig.
    """
    hoofdstuk: Hoofdstuk | None = getattr(app, "trainer_hoofdstukken", {}).get(pagina)
    if hoofdstuk is None:
        return []
    deel = nodes.section(ids=[MINUUT])
    deel.document = boom
    deel += nodes.title(KOP, KOP)
    blad = "../" * pagina.count("/") + handout_path(pagina)
    html = "".join(
        f'<div class="hs-minuut__dia"><p class="hs-minuut__kop">{_escape(dia.titel)}</p>'
        f"{dia.inhoud}{dia.bron}</div>"
        for dia in choose(hoofdstuk)
    )
    meer = f'<p><a href="{blad}">Alles op één blad, om uit te delen</a></p>'
    deel += nodes.raw("", f'<div class="hs-minuut">{html}</div>{meer}', format="html")
    return [deel]


def _escape(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace("<", "&lt;")
