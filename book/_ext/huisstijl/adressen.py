"""Adressen die pas bij het bouwen bekend zijn: de repository, de site, en waar een fout heen mag.

``BOEK_REPOSITORY`` (``eigenaar/naam`` op GitHub) geeft elke pagina een link om haar te verbeteren.
``BOEK_ADRES`` (``https://...``) geeft elke pagina haar vaste adres. ``BOEK_MELDADRES`` (een
mailadres) geeft elke pagina een link om een fout te melden: een mail die klaarstaat, en die alleen
de lezer zelf verstuurt. Ontbreekt er een, dan komt de
link er niet: een adres wordt nooit verzonnen.
"""

from __future__ import annotations

import html
import os
import re
from typing import Any
from urllib.parse import quote, urlencode

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

REPOSITORY = "BOEK_REPOSITORY"
ADRES = "BOEK_ADRES"
MELDADRES = "BOEK_MELDADRES"
#: Het beeld bij een gedeelde link (bron: huisstijl/deelbeeld.svg).
DEELBEELD = "_static/deelbeeld.png"
#: Wat de lezer nog invult, en wat hij er liever niet in zet.
MAIL = """Pagina: {titel}
{adres}

Wat klopt er niet, of wat zocht u?


(Zet geen gegevens van leerlingen of collega's in deze mail.)
"""


def _from_environment(naam: str, patroon: str, raad: str) -> str:
    """Geef een instelling uit de omgeving, of leeg als zij er niet is.

    Raises
    ------
    ConfigError
        Als zij niet aan het patroon voldoet; de tekst zegt wat wel kan.
    """
    waarde = os.environ.get(naam, "").strip()
    if waarde and not re.fullmatch(patroon, waarde):
        raise ConfigError(f"{naam} is {waarde!r}. Geef {raad}, of laat de variabele weg.")
    return waarde


def repository() -> str | None:
    """Geef ``eigenaar/naam`` van de repository, of ``None`` als die niet is opgegeven."""
    raad = "de naam op GitHub als eigenaar/naam"
    return _from_environment(REPOSITORY, r"[\w.-]+/[\w.-]+", raad) or None


def base_url() -> str | None:
    """Geef het adres van de site, met een schuine streep aan het eind, of ``None``."""
    raad = "het hele adres, beginnend met https://"
    waarde = _from_environment(ADRES, r"https?://.*", raad)
    return waarde.rstrip("/") + "/" if waarde else None


def report_address() -> str | None:
    """Geef het mailadres voor fouten, of ``None`` als dat niet is opgegeven."""
    raad = "één mailadres, zoals naam@voorbeeld.nl"
    return _from_environment(MELDADRES, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", raad) or None


def report_link(adres: str, titel: str, pagina: str) -> str:
    """Geef een link die een mail klaarzet over één pagina."""
    velden = {
        "subject": f"Over de pagina {titel}",
        "body": MAIL.format(titel=titel, adres=pagina).replace("\n", "\r\n"),
    }
    return f"mailto:{adres}?{urlencode(velden, quote_via=quote)}"


def add_report_link(
    _app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.Node | None,
) -> None:
    """Geef het sjabloon de link om een fout op deze pagina te melden, en het beeld om te delen."""
    if adres := report_address():
        titel = html.unescape(re.sub(r"<[^>]+>", "", context.get("title") or pagename))
        context["hs_meldlink"] = report_link(adres, titel, context.get("pageurl") or pagename)
    if basis := base_url():
        context["hs_deelbeeld"] = f"{basis}{DEELBEELD}"


def set_base_url(_app: Sphinx, config: Config) -> None:
    """Zet het adres van de site in de instellingen van Sphinx."""
    if adres := base_url():
        config.html_baseurl = adres


def add_edit_link(
    _app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.Node | None,
) -> None:
    """Geef het sjabloon het adres waar deze pagina te bewerken is."""
    naam = repository()
    achtervoegsel = context.get("page_source_suffix")
    if naam and achtervoegsel:
        context["hs_bewerkadres"] = (
            f"https://github.com/{naam}/edit/main/book/{pagename}{achtervoegsel}"
        )
