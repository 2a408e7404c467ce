"""Er staat geen Engels op een pagina: niet in de tekst, niet in wat een schermlezer voorleest.

Twee zeven. De eerste vergelijkt elke naam in de toegankelijkheidsboom met alle vaste teksten van
Sphinx, de thema's en de uitbreidingen, uit hun eigen catalogi: een nieuwe versie met een nieuwe
tekst valt zo op. De tweede zoekt woorden die alleen Engels zijn, in namen en in lopende tekst.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from playwright.sync_api import Page

#: Vaste teksten die in het Nederlands hetzelfde zijn.
OOK_NEDERLANDS = {"tip", "index", "home", "copyright", "contact", "logo", "type", "menu", "in"}
#: Woorden die in het Nederlands niet bestaan, of daar geen gewoon woord zijn.
ALLEEN_ENGELS = re.compile(
    r"\b(the|of the|and|this|that|with|your|you|for|from|is not|are|page|pages|search|show|hide|"
    r"close|next|previous|toggle|skip|content|contents|section|click|expand|collapse|loading|"
    r"launch|source|edit|download as|share|settings|color|mode|back to|heading|table of|figure|"
    r"light|dark|on this|read more|see also|note|warning|hint|caution|zoom in|zoom out|undo|"
    r"select|choose|clear|submit|cancel|required|value|start over|error)\b",
    re.IGNORECASE,
)
#: Engelse vaktermen en namen die het Nederlandse onderwijs zelf gebruikt; elke met haar reden.
VAKTERMEN = re.compile(
    r"critical friends?"  # rol in de waaier, zo genoemd in het Nederlands
    r"|midterm[ -]reviews?"  # zo in de bronnen
    r"|check|act\b|plan, do"  # PDCA
    r"|good governance"
    r"|creative commons|github|binder",
    re.IGNORECASE,
)


@cache
def theme_labels() -> frozenset[str]:
    """Geef alle vaste teksten van de pakketten die iets op een pagina zetten, in kleine letters."""

    def folder(pakket: str) -> Path:
        spec = importlib.util.find_spec(pakket)
        assert spec, f"{pakket} is niet geïnstalleerd"
        return Path(str(spec.origin)).parent

    def labels() -> Iterator[str]:
        with (folder("pydata_sphinx_theme") / "locale" / "sphinx.pot").open("rb") as bestand:
            yield from (str(stuk.id) for stuk in read_po(bestand) if stuk.id)
        with (folder("sphinx") / "locale" / "sphinx.pot").open("rb") as bestand:
            # Alleen wat op een pagina komt, niet wat de bouw op het scherm meldt.
            for stuk in read_po(bestand):
                if stuk.id and any(
                    re.search(r"themes/basic|writers/html|domains/std|sphinx/locale", plaats)
                    for plaats, _ in stuk.locations
                ):
                    yield str(stuk.id)
        # Elk bestand heet naar zijn Engelse tekst, met de vertalingen erin.
        jsons = folder("sphinx_book_theme") / "assets" / "translations" / "jsons"
        yield from (pad.stem for pad in jsons.glob("*.json"))

    gevonden = {re.sub(r"\s+", " ", stuk).strip(" .:").lower() for stuk in labels()}
    return frozenset(stuk for stuk in gevonden if stuk and "%" not in stuk) - OOK_NEDERLANDS


def accessible_texts(page: Page) -> tuple[list[str], list[str]]:
    """Geef de namen (met beschrijvingen) en de lopende tekst uit de toegankelijkheidsboom.

    Wat met ``lang`` als andere taal is gemerkt, telt niet mee: een schermlezer leest dat in die
    taal voor, zoals de titel van een Engels artikel.
    """
    page.evaluate(
        "document.querySelectorAll('body [lang]:not([lang|=nl])').forEach((el) => el.remove())"
    )
    sessie = page.context.new_cdp_session(page)
    knopen: list[dict[str, Any]] = sessie.send("Accessibility.getFullAXTree")["nodes"]
    namen, tekst = [], []
    for knoop in knopen:
        if knoop.get("ignored"):
            continue
        rol = knoop.get("role", {}).get("value")
        stukken = [knoop.get("name", {}).get("value", "")]
        stukken.append(knoop.get("description", {}).get("value", ""))
        stukken += [
            str(eigenschap["value"].get("value", ""))
            for eigenschap in knoop.get("properties", [])
            if eigenschap["name"] in ("roledescription", "valuetext")
        ]
        if (
            rol == "InlineTextBox"
        ):  # een regel van een StaticText, soms midden in een woord afgebroken
            continue
        doel = tekst if rol in ("StaticText", "paragraph") else namen
        doel += [re.sub(r"\s+", " ", stuk).strip() for stuk in stukken if stuk and stuk.strip()]
    # Een plaatsaanduiding staat niet in de boom, maar wordt wel getoond en voorgelezen.
    namen += page.eval_on_selector_all(
        "[placeholder]", "(velden) => velden.map((v) => v.placeholder)"
    )
    return namen, tekst


def find_english(page: Page) -> list[str]:
    """Geef elke naam of zin op de pagina die Engels is."""
    namen, tekst = accessible_texts(page)
    assert len(namen) > 3, "de toegankelijkheidsboom is leeg: de toets meet niets"
    fouten = [
        f"vaste tekst: {naam}" for naam in namen if naam.strip(" .:").lower() in theme_labels()
    ]
    fouten += [
        f"Engels woord {gevonden[0]!r}: {stuk[:120]}"
        for stuk in {*namen, *tekst}
        if (gevonden := ALLEEN_ENGELS.search(VAKTERMEN.sub("", stuk)))
    ]
    return fouten
