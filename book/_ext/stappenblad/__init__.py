"""Een stap begint met doen: deze week, de werkvorm en de minuut staan boven het hele hoofdstuk.

De tekst van een stap staat in de volgorde waarin een trainer hem vertelt; daar komen ook de dia's
vandaan. Op de webpagina zet deze uitbreiding vooraan wat iemand met tien minuten nodig heeft, en
daaronder het hele hoofdstuk, dat op een telefoon dicht begint (zie ``huisstijl/pagina/lezen.js``).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.typing import ExtensionMetadata

from stappenblad.minuut import KOP, MINUUT, minute_section

BESTAND = "stappen/voorop.toml"
WEEK, WERKVORM = "Deze week", "Werkvorm"
VERDER = "Verder"
OPEN = '<details class="hs-hoofdstuk" open><summary>Lees het hele hoofdstuk</summary>'
#: Na de uitbreiding `trainer`, die uit dezelfde boom eerst de dia's haalt.
NA_DE_DIAS = 700


def steps(app: Sphinx) -> dict[str, dict[str, str]]:
    """Geef per stap het hulpmiddel dat onderaan staat.

    Raises
    ------
    ExtensionError
        Als een regel een veld mist, of een pagina noemt die er niet is.
    """
    rijen = tomllib.loads((Path(app.srcdir) / BESTAND).read_text("utf-8")).get("stap", [])
    for rij in rijen:
        if set(rij) != {"pagina", "hulpmiddel", "tekst"}:
            raise ExtensionError(f"{BESTAND}: elke stap heeft pagina, hulpmiddel en tekst: {rij}.")
        for pagina in (rij["pagina"], rij["hulpmiddel"]):
            if pagina not in app.env.found_docs:
                raise ExtensionError(f"{BESTAND}: de pagina {pagina!r} is er niet.")
    return {rij["pagina"]: rij for rij in rijen}


def put_doing_first(app: Sphinx, boom: nodes.document, pagina: str) -> None:
    """Zet op een stap vooraan wat iemand wil doen, en de rest in één uitklapper."""
    if app.builder.name != "html" or pagina not in steps(app):
        return
    hoofd = next(iter(boom.findall(nodes.section)))
    delen = [kind for kind in hoofd.children if isinstance(kind, nodes.section)]
    week = next((d for d in delen if _title(d) == WEEK), None)
    werkvorm = next((d for d in delen if _title(d).startswith(WERKVORM)), None)
    if week is None or werkvorm is None:
        raise ExtensionError(
            f"{pagina}: een stap heeft een paragraaf '{WEEK}' en een '{WERKVORM}'."
        )
    verder = [d for d in delen if _title(d) == VERDER]
    rest = [d for d in delen if d not in (week, werkvorm, *verder)]
    for deel in delen:
        hoofd.remove(deel)
    hoofd += [
        week,
        werkvorm,
        *minute_section(app, boom, pagina),
        nodes.raw("", OPEN, format="html"),
        *rest,
        nodes.raw("", "</details>", format="html"),
        *verder,
    ]


def follow_the_page(
    app: Sphinx, pagina: str, _sjabloon: str, context: dict[str, Any], boom: nodes.Node | None
) -> None:
    """Zet het paginamenu in de volgorde van de pagina, en geef het sjabloon de knoppen onderaan."""
    if boom is None or app.builder.name != "html" or pagina not in steps(app):
        return
    rij = steps(app)[pagina]
    context["hs_duim"] = [
        ("#deze-week", "Deze week"),
        (f"../{rij['hulpmiddel']}.html", rij["tekst"]),
    ]
    context["toc"] = _in_order(context["toc"], context["body"])


def _in_order(menu: str, body: str) -> str:
    soep = BeautifulSoup(menu, "html.parser")
    lijst = soep.select_one("li > ul")
    if lijst is None:
        return menu
    pagina = BeautifulSoup(body, "html.parser")
    ids = [str(deel["id"]) for deel in pagina.select("section[id]")]
    if MINUUT in ids:
        punt = f'<li><a class="reference internal" href="#{MINUUT}">{KOP}</a></li>'
        lijst.append(BeautifulSoup(punt, "html.parser"))

    def plaats(punt: Tag) -> int:
        anker = str(punt.a["href"]).lstrip("#") if punt.a else ""
        return ids.index(anker) if anker in ids else len(ids)

    punten = sorted(lijst.find_all("li", recursive=False), key=plaats)
    lijst.clear()
    lijst.extend(punten)
    return str(soep)


def _title(deel: nodes.section) -> str:
    return next((k.astext() for k in deel.children if isinstance(k, nodes.title)), "")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Meld de uitbreiding aan."""
    app.connect("doctree-resolved", put_doing_first, priority=NA_DE_DIAS)
    app.connect("html-page-context", follow_the_page, priority=400)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
