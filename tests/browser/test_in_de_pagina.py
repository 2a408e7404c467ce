"""De hulpmiddelen in de gebouwde pagina: gestart, gebruikt, afgebroken en hersteld."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BEWAARD_MS, BLADZIJDEN, come_back, start, visible
from playwright.sync_api import BrowserContext, Page, expect
from scenario_bevindingenverkenner import play, wait_until_ready

VERKENNER = BLADZIJDEN["bevindingenverkenner"]


def test_er_is_een_pagina_per_notebook(site: Path) -> None:
    assert BLADZIJDEN
    assert [adres for adres in BLADZIJDEN.values() if not (site / adres).is_file()] == []


def test_verkenner_van_eerste_pagina_tot_herstel_en_wissen(
    nieuwe_context: Callable[..., BrowserContext], adres: str, tmp_path: Path
) -> None:
    """Breed gespeeld, herstellen na een gesloten tabblad, daar smal gespeeld, en alles gewist."""
    context = nieuwe_context(breedte=1280, hoogte=900, accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres)
    pagina.get_by_role("main").get_by_role("link", name="De bevindingenverkenner").click()
    start(pagina)
    play(pagina, tmp_path)

    pagina = come_back(pagina, adres + VERKENNER)
    wait_until_ready(pagina)
    expect(visible(pagina, "Soort afdeling")).to_have_value("vmbo-k")
    expect(visible(pagina, "OP3 Pedagogisch-didactisch handelen")).to_be_checked()

    pagina.set_viewport_size({"width": 390, "height": 900})
    wipe_everything(pagina)
    play(pagina, tmp_path)
    assert context.wacht.vreemd == []  # type: ignore[attr-defined]  # zie conftest


def wipe_everything(pagina: Page) -> None:
    """Wis alles: er staat daarna niets meer, ook niet in de voorraad van de browser."""
    pagina.wait_for_timeout(BEWAARD_MS)
    assert "vmbo-k" in stored(pagina)
    vak = pagina.locator(".lv-levend")
    vak.locator("summary", has_text="Bestanden beheren").click()
    vak.get_by_role("button", name="Wis alles", exact=False).click()
    vak.get_by_role("button", name="Ja", exact=False).click()
    expect(visible(pagina, "Soort afdeling")).not_to_have_value("vmbo-k")
    pagina.wait_for_timeout(BEWAARD_MS)
    assert "vmbo-k" not in stored(pagina)


def stored(pagina: Page) -> str:
    """Geef alles wat deze site in de browser bewaart, als tekst."""
    inhoud = pagina.evaluate(
        """async () => {
            const uit = [Object.entries(localStorage), Object.entries(sessionStorage)];
            for (const { name } of await indexedDB.databases()) {
                const db = await new Promise((ok, ko) => {
                    const vraag = indexedDB.open(name);
                    vraag.onsuccess = () => ok(vraag.result); vraag.onerror = ko;
                });
                for (const winkel of db.objectStoreNames) {
                    uit.push(await new Promise((ok, ko) => {
                        const vraag = db.transaction(winkel).objectStore(winkel).getAll();
                        vraag.onsuccess = () => ok(vraag.result); vraag.onerror = ko;
                    }));
                }
                db.close();
            }
            return uit;
        }"""
    )
    return json.dumps(inhoud, ensure_ascii=False)
