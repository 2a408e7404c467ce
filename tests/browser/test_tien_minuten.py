"""Twaalf mensen met tien minuten komen in twee tikken en twee schermen bij wat zij zoeken."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page
from starten import START_MS

TAKEN = tomllib.loads(
    (Path(__file__).with_suffix("").parent / "tien_minuten.toml").read_text("utf-8")
)["taak"]
TELEFOON = (390, 844)
MEESTE_TIKKEN = MEESTE_SCHERMEN = 2


def schermen_tot(page: Page, doel: Locator) -> float:
    """Geef hoeveel schermen iemand schuift voordat het doel in beeld is."""
    vak = doel.bounding_box()
    assert vak is not None, "het doel staat niet op de pagina"
    onder = page.evaluate("scrollY") + vak["y"] + min(vak["height"], 40)
    hoogte = page.viewport_size["height"]  # type: ignore[index] # wij zetten haar zelf
    return max(0.0, (onder - hoogte) / hoogte)


def loop(page: Page, adres: str, taak: dict[str, Any]) -> tuple[int, float]:
    """Doe een taak zoals een lezer; geef het aantal tikken en het aantal geschoven schermen."""
    page.goto(adres + taak.get("begin", "index.html"), wait_until="load")
    if rol := taak.get("kies"):
        page.get_by_role("main").get_by_label("Ik ben").select_option(label=rol)
    geschoven = 0.0
    for naam in taak["tikken"]:
        link = page.get_by_role("main").get_by_role("link", name=naam, exact=True)
        geschoven += schermen_tot(page, link)
        link.click()
        page.wait_for_load_state("load")
    doel = page.get_by_role("main").get_by_text(taak["doel"]).locator("visible=true").first
    doel.wait_for(timeout=START_MS)  # in een hulpmiddel staat het er zodra Python er is
    return len(taak["tikken"]), geschoven + schermen_tot(page, doel)


def test_elke_taak_is_in_twee_tikken_en_twee_schermen_gedaan(
    adres: str,
    nieuwe_context: Callable[..., BrowserContext],
    record_property: Callable[[str, object], None],
) -> None:
    assert len(TAKEN) == 12
    te_ver = []
    for taak in TAKEN:
        page = nieuwe_context(*taak.get("scherm", TELEFOON)).new_page()
        tikken, schermen = loop(page, adres, taak)
        vroeger = taak["vroeger"]
        regel = (
            f"{vroeger['tikken']} tikken en {vroeger['schermen']:.1f} schermen werd "
            f"{tikken} en {schermen:.1f}: {taak['speelt']}"
        )
        record_property("tien minuten", regel)
        print(regel)
        if tikken > MEESTE_TIKKEN or schermen > MEESTE_SCHERMEN:
            te_ver.append(regel)
        page.context.close()
    assert te_ver == []
