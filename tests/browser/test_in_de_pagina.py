"""De hulpmiddelen in de gebouwde pagina: gestart, gebruikt, afgebroken en hersteld."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from scenario_bevindingenverkenner import play, visible, wait_until_ready
from starten import start
from test_taal import find_english
from test_toegankelijk import find_violations
from weergaven import each_look

WORTEL = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((WORTEL / "book" / "instrumenten").glob("*.ipynb"))
HULPMIDDELEN = [f"instrumenten/{pad.stem}.html" for pad in NOTEBOOKS]
#: Wat iemand typt of kiest, is binnen een seconde bewaard.
BEWAARD_MS = 1_000


def test_er_is_een_pagina_per_notebook(site: Path) -> None:
    assert HULPMIDDELEN
    assert [adres for adres in HULPMIDDELEN if not (site / adres).is_file()] == []


@pytest.mark.parametrize("breedte", [1280, 390])
def test_verkenner_van_eerste_pagina_tot_herstel(
    nieuwe_context: Callable[..., BrowserContext], adres: str, tmp_path: Path, breedte: int
) -> None:
    context = nieuwe_context(breedte=breedte, hoogte=900, accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres)
    pagina.get_by_role("main").get_by_role("link", name="De bevindingenverkenner").click()
    start(pagina)
    play(pagina, tmp_path)
    pagina.wait_for_timeout(BEWAARD_MS)
    pagina.close(run_before_unload=False)  # het tabblad is weg, zonder afscheid

    pagina = context.new_page()
    pagina.goto(f"{adres}instrumenten/bevindingenverkenner.html")
    start(pagina)
    wait_until_ready(pagina)
    expect(visible(pagina, "Soort afdeling")).to_have_value("vmbo-k")
    expect(visible(pagina, "OP3 Pedagogisch-didactisch handelen")).to_be_checked()
    assert context.wacht.vreemd == []  # type: ignore[attr-defined]  # zie conftest


@pytest.mark.parametrize("hulpmiddel", HULPMIDDELEN)
def test_levend_hulpmiddel_is_toegankelijk_en_nederlands(
    nieuwe_context: Callable[..., BrowserContext],
    adres: str,
    axe: str,
    hulpmiddel: str,
) -> None:
    context = nieuwe_context()
    pagina = context.new_page()
    pagina.goto(adres + hulpmiddel)
    start(pagina)
    for weergave in each_look(pagina):
        assert find_violations(pagina, axe) == [], weergave
        assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), weergave
    assert find_english(pagina) == []
    assert context.wacht.vreemd == []  # type: ignore[attr-defined]  # zie conftest


def test_wis_alles_wist_alles(nieuwe_context: Callable[..., BrowserContext], adres: str) -> None:
    context = nieuwe_context()
    pagina = context.new_page()
    pagina.goto(f"{adres}instrumenten/bevindingenverkenner.html")
    vak = start(pagina)
    visible(pagina, "Soort afdeling").select_option("vmbo-b")
    pagina.wait_for_timeout(BEWAARD_MS)
    assert "vmbo-b" in stored(pagina)
    vak.locator("summary", has_text="Bestanden beheren").click()
    vak.get_by_role("button", name="Wis alles", exact=False).click()
    vak.get_by_role("button", name="Ja", exact=False).click()
    expect(visible(pagina, "Soort afdeling")).not_to_have_value("vmbo-b")
    pagina.wait_for_timeout(BEWAARD_MS)
    assert "vmbo-b" not in stored(pagina)


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
