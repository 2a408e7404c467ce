"""Delen met het team: wat er gaat, ziet de lezer eerst, en hij stuurt het zelf."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from gastheer import Gastheer, Proef
from playwright.sync_api import BrowserContext, expect

from lv_tools.schermdelen import Deelbericht, Kolom, Scherm
from lv_tools.schermdelen.deelbericht import LEEG

BERICHT = "Beste allemaal,\n\n- <b>Kom</b> je ook?"
#: Een telefoon heeft een deelmenu; wat daar aankomt, onthoudt de pagina.
DEELMENU = "window.gedeeld = []; navigator.share = async (wat) => { gedeeld.push(wat); };"


@pytest.fixture
def open_(gastheer: Gastheer, context: BrowserContext) -> Callable[..., Proef]:
    return lambda *delen, **rest: gastheer.open(context, Scherm(*delen), **rest)


def test_de_lezer_ziet_de_hele_tekst_voordat_er_iets_gaat(
    open_: Callable[..., Proef], context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(DEELMENU)
    proef = open_(
        Kolom(Deelbericht(lambda: BERICHT), Deelbericht(lambda: "", "Nog leeg")), breed=320
    )
    page, tekst = proef.page, proef.page.get_by_role("textbox")
    expect(tekst).to_have_count(0)
    knop = page.get_by_role("button", name="Deel met uw team")
    knop.press("Enter")
    expect(tekst).to_have_value(BERICHT)
    expect(tekst).to_be_focused()
    expect(knop).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("gedeeld") == []
    tekst.fill(f"{BERICHT} Groet")
    page.get_by_role("button", name="Kopieer deze tekst").click()
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{BERICHT} Groet"
    page.get_by_role("button", name="Deel deze tekst").click()
    assert page.evaluate("gedeeld") == [{"text": f"{BERICHT} Groet"}]
    assert proef.axe() == []
    knop.click()
    expect(tekst).to_have_count(0)
    page.get_by_role("button", name="Nog leeg").click()
    expect(page.get_by_text(LEEG)).to_be_visible()
    expect(tekst).to_have_count(0)
    assert proef.fouten == []


def test_zonder_deelmenu_is_er_alleen_kopieren(
    open_: Callable[..., Proef], context: BrowserContext
) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined });")
    proef = open_(Deelbericht(lambda: BERICHT))
    proef.page.get_by_role("button", name="Deel met uw team").click()
    expect(proef.page.get_by_role("button", name="Kopieer deze tekst")).to_be_visible()
    expect(proef.page.get_by_role("button", name="Deel deze tekst")).to_have_count(0)
