"""Eén loper met één set regels van axe-core, voor bladzijden, hulpmiddelen, dia's en papier."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from levend.vendor import npm_pakket
from playwright.sync_api import Page

#: Het vak van een hulpmiddel: daarbuiten is in Voilà en JupyterLab niets van ons.
SCHERM = ".lvs-scherm"
#: WCAG 2.2 A en AA, met de goede gewoonten van axe (gebieden, volgorde van koppen) erbij.
REGELS: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {
        "target-size": {"enabled": True},
        "label-content-name-mismatch": {"enabled": True},
        "css-orientation-lock": {"enabled": True},
    },
    "resultTypes": ["violations"],
}
#: Alles behalve het contrast: waar alleen de breedte anders is, zijn de kleuren dezelfde.
ZONDER_CONTRAST: dict[str, Any] = {
    **REGELS,
    "rules": {**REGELS["rules"], "color-contrast": {"enabled": False}},
}
#: Alleen het contrast: in het donker verandert alleen de kleur.
CONTRAST: dict[str, Any] = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}


@cache
def axe_script() -> str:
    """Geef het script van axe-core, in de versie die het project heeft vastgelegd."""
    return (npm_pakket("axe-core") / "axe.min.js").read_text("utf-8")


def find_violations(
    page: Page, axe: str, regels: dict[str, Any] = REGELS, binnen: str | None = None
) -> list[str]:
    """Laat axe de pagina nalopen; geef per fout de regel, het element en wat eraan scheelt.

    Parameters
    ----------
    page
        De pagina, of een venster met een hulpmiddel.
    axe
        Het script van axe-core.
    regels
        Welke regels.
    binnen
        Loop alleen na wat in het eerste element met deze kiezer staat.
    """
    if not page.evaluate("typeof globalThis.axe === 'object'"):
        # Een lader in de pagina (JupyterLab) mag er niet tussenkomen; daarom een eigen functie.
        page.evaluate(f"(() => {{ const define = undefined; {axe} }})()")
    plek = "document" if binnen is None else f"document.querySelector({json.dumps(binnen)})"
    uitslag: list[dict[str, Any]] = page.evaluate(
        f"async () => (await axe.run({plek}, {json.dumps(regels)})).violations"
    )
    return [
        f"{fout['id']}: {knoop['target']} {knoop['html'][:120]} {knoop['failureSummary'][:200]}"
        for fout in uitslag
        for knoop in fout["nodes"]
    ]


def axe_violations(pagina: Page, axe: str) -> list[str]:
    """Loop alleen het hulpmiddel na, met alle regels."""
    return find_violations(pagina, axe, binnen=SCHERM)
