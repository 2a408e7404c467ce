"""Het adres van de bladzijde, een link om te kopiëren en een QR-code, in een echte browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import segno
from gastheer import Gastheer, Proef
from playwright.sync_api import BrowserContext, expect

from lv_tools.schermdelen import Adres, Kolom, Kopieerveld, Qrcode, Scherm, Tabbladen, Tekst
from lv_tools.schermdelen.adres import LANGSTE_QR, qr_rows

KWAAD = "#scan=<img src=x onerror=window.mis=1>"


@pytest.fixture
def open_(gastheer: Gastheer, context: BrowserContext) -> Callable[..., Proef]:
    return lambda *delen, **rest: gastheer.open(context, Scherm(*delen), **rest)


def test_adres_en_hekje_komen_bij_python_ook_als_het_hekje_verandert(
    open_: Callable[..., Proef], gastheer: Gastheer
) -> None:
    gezien: list[tuple[str, str]] = []
    proef = open_(Adres(lambda *wat: gezien.append(wat), in_pagina=True), pad="/licht?a=b#scan=1")
    proef.wacht(lambda: gezien == [(f"{gastheer.adres}/licht", "scan=1")])
    proef.page.evaluate(f"location.hash = {KWAAD!r}")
    proef.wacht(lambda: len(gezien) == 2)
    assert gezien[1][1].startswith("scan=")
    assert proef.page.evaluate("window.mis") is None
    assert proef.fouten == []


def test_buiten_de_pagina_zwijgt_het_adres(open_: Callable[..., Proef]) -> None:
    gezien: list[tuple[str, str]] = []
    proef = open_(Adres(lambda *wat: gezien.append(wat), in_pagina=False), pad="/licht#scan=1")
    proef.page.evaluate("location.hash = 'scan=2'")
    proef.page.wait_for_timeout(300)
    assert gezien == []


def test_kopieren_met_de_knop(open_: Callable[..., Proef], context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    veld = Kopieerveld("Link voor wie meedoet", "https://voorbeeld.invalid/#scan=1", hulp="Uitleg.")
    proef = open_(veld)
    proef.page.get_by_role("button", name="Kopieer: Link voor wie meedoet").click()
    expect(proef.page.get_by_text("Gekopieerd.")).to_be_visible()
    assert proef.page.evaluate("navigator.clipboard.readText()") == veld.tekst
    with proef.vanuit_python():
        veld.tekst = "https://voorbeeld.invalid/#scan=2"
    expect(proef.page.get_by_label("Link voor wie meedoet", exact=True)).to_have_value(veld.tekst)
    expect(proef.page.get_by_text("Gekopieerd.")).to_have_count(0)
    assert proef.axe() == []


@pytest.mark.parametrize("pad", ["/licht", "/donker"])
def test_qr_code_is_donker_op_wit_met_een_rand(open_: Callable[..., Proef], pad: str) -> None:
    tekst = "https://voorbeeld.invalid/instrumenten/zelfevaluatie.html#scan=1.abc"
    proef = open_(Qrcode("QR-code met de link", tekst), pad=pad, breed=320)
    beeld = proef.page.get_by_role("img", name="QR-code met de link")
    expect(beeld).to_be_visible()
    code = segno.make(tekst, error="m", micro=False, boost_error=False)
    donker = sum(vakje & 1 for rij in code.matrix for vakje in rij)
    assert beeld.locator("path").get_attribute("d").count("M") == donker
    assert beeld.locator("rect").get_attribute("fill") == "#ffffff"
    maat = len(qr_rows(tekst)) + 8
    assert beeld.get_attribute("viewBox") == f"0 0 {maat} {maat}"
    assert proef.axe() == []


def test_een_te_lange_link_krijgt_een_zin_in_plaats_van_een_code() -> None:
    code = Qrcode("QR", "x" * LANGSTE_QR)
    assert code.rijen
    assert code.zin == ""
    code.toon("x" * (LANGSTE_QR + 1))
    assert code.rijen == []
    assert "te lang" in code.zin
    code.toon("")
    assert (code.rijen, code.zin) == ([], "")


def test_tabbladen_zonder_tabs_tonen_alleen_het_open_blad(open_: Callable[..., Proef]) -> None:
    bladen = Tabbladen(
        ("Een", Kolom(Tekst("Blad een"))), ("Twee", Kolom(Tekst("Blad twee"))), label="Stappen"
    )
    bladen.waarde = "Twee"
    bladen.zonder_tabs = True
    proef = open_(bladen)
    expect(proef.page.get_by_text("Blad twee")).to_be_visible()
    expect(proef.page.get_by_text("Blad een")).to_be_hidden()
    expect(proef.page.get_by_role("tab")).to_have_count(0)
    assert proef.axe() == []
    with proef.vanuit_python():
        bladen.zonder_tabs = False
    expect(proef.page.get_by_role("tab", name="Een")).to_be_visible()
    expect(proef.page.get_by_role("tabpanel")).to_be_visible()
