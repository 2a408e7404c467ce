"""Typen in een echte browser: fouten klinken één keer, de teller telt, en geen teken gaat weg."""

from __future__ import annotations

from typing import Any

from gastheer import Gastheer
from playwright.sync_api import BrowserContext, Page, expect

from lv_tools.schermdelen import Formulier, Invoerveld, Knop, Kolom, Scherm, Uitklap, Veld

# Onthoud wat elk gebied dat voorgelezen wordt, na elkaar te zeggen had.
LUISTER = """() => {
  window.gehoord = [];
  const kijk = new MutationObserver((lijst) => {
    for (const { target } of lijst) {
      const gebied = (target.closest ? target : target.parentElement)
        ?.closest("[role=status], [role=alert]");
      const tekst = gebied?.textContent.trim();
      if (tekst && window.gehoord.at(-1) !== tekst) window.gehoord.push(tekst);
    }
  });
  kijk.observe(document.querySelector("#plaats"),
    { subtree: true, childList: true, characterData: true });
}"""


def gehoord(page: Page, tot: str) -> list[str]:
    """Wat er klonk, tot en met deze woorden; daarna begint de lijst opnieuw."""
    page.wait_for_function("tot => gehoord.some((zin) => zin.includes(tot))", arg=tot)
    page.wait_for_timeout(150)
    zinnen: list[str] = page.evaluate("() => gehoord.splice(0)")
    return zinnen


def test_typen_wordt_gehoord_geteld_en_bewaard(gastheer: Gastheer, context: BrowserContext) -> None:
    bewaard: list[str] = []
    leerlingen = Invoerveld(Veld("leerlingen", "Leerlingen", "geheel"))
    notitie = Invoerveld(Veld("notitie", "Notities", "tekstvak", lengte=30))
    naam = Invoerveld(Veld("naam", "Naam", verplicht=True, lengte=20))
    formulier = Formulier(naam, bij_inzenden=lambda _waarden: None, knop="Leg vast")
    weg = Invoerveld(
        Veld("weg", "Vraag een", "tekstvak"), bij_tekst=bewaard.append, laat=lambda: True
    )
    kwijt = Invoerveld(Veld("kwijt", "Vraag twee", "tekstvak"))
    plaats = Kolom(weg, kwijt)
    zet = Knop("Zet de naam", lambda: naam.zet("waarde", "van Python"))
    vak = Uitklap("Een vak", Kolom())
    scherm = Scherm(
        leerlingen, notitie, formulier, zet, plaats, vak, Knop("Naar het vak", vak.focus)
    )
    proef = gastheer.open(context, scherm)
    page = proef.page
    page.evaluate(LUISTER)

    # Een fout klinkt als de lezer het veld uit is, één keer, in het ene gehoor.
    veld = page.get_by_label("Leerlingen")
    veld.fill("abc")
    page.keyboard.press("Tab")
    (zin,) = gehoord(page, "geen heel getal")
    assert zin.startswith("Leerlingen:")
    fout = page.locator(".lvs-fout", has_text="geen heel getal")
    assert fout.get_attribute("id") in (veld.get_attribute("aria-describedby") or "").split()

    # Een vak dat openklapt, krijgt de focus op de knop ervan.
    page.get_by_role("button", name="Naar het vak").click()
    expect(page.locator("summary", has_text="Een vak")).to_be_focused()

    # Alleen wat moet, zegt dat; ook tegen een schermlezer.
    moet = page.get_by_role("textbox", name="Naam (verplicht)")
    expect(moet).to_have_attribute("aria-required", "true")
    assert veld.get_attribute("aria-required") is None
    assert "mag leeg blijven" not in page.locator(".lvs-scherm").inner_text()

    # Bij een formulier leest het overzicht met de focus de fouten al voor.
    page.get_by_role("button", name="Leg vast").click()
    expect(page.locator(".lvs-overzicht")).to_be_focused()
    page.wait_for_timeout(200)
    assert [zin for zin in page.evaluate("() => gehoord.splice(0)") if "Naam" in zin] == []

    # De grens staat er voordat iemand eroverheen gaat; pas dichtbij klinkt zij, en niets valt weg.
    vak = page.get_by_label("Notities")
    teller = page.locator(".lvs-veld", has=vak).locator(".lvs-teller")
    expect(teller).to_have_text("Nog 30 tekens over")
    assert teller.get_attribute("id") in (vak.get_attribute("aria-describedby") or "").split()
    vak.press_sequentially("een kort zinnetje")
    expect(teller).to_have_text("Nog 13 tekens over")
    page.wait_for_timeout(400)
    assert page.evaluate("() => gehoord.splice(0)") == []
    vak.press_sequentially(" en nog wa")
    assert gehoord(page, "Nog") == ["Nog 3 tekens over."]
    vak.press_sequentially("t meer 😀")
    expect(teller).to_have_text("5 tekens te veel")
    assert gehoord(page, "te veel")[-1] == "5 tekens te veel."
    page.keyboard.press("Tab")
    assert "5 tekens korter" in gehoord(page, "korter")[-1]
    expect(vak).to_have_value("een kort zinnetje en nog wat meer 😀")

    # Wie doortypt terwijl Python een eerder antwoord stuurt, houdt wat hij typte.
    naamveld = page.get_by_role("textbox", name="Naam")
    naamveld.focus()
    page.keyboard.type("van mij ")
    with proef.vanuit_python():
        naam.waarde = "van Python"
    expect(naamveld).to_have_value("van mij ")
    proef.wacht(lambda: naam.waarde == "van mij ")
    # Is er niets onderweg, dan geldt wat Python zet.
    page.get_by_role("button", name="Zet de naam").click()
    expect(naamveld).to_have_value("van Python")

    # Een veld dat tijdens het typen verdwijnt: de tekst komt aan, of de lezer krijgt haar terug.
    page.get_by_label("Vraag een").focus()
    page.keyboard.type("nog net")
    with proef.vanuit_python():
        plaats.inhoud = (kwijt,)
    proef.wacht(lambda: bewaard[-1:] == ["nog net"])
    storing = page.locator(".lvs-storing")
    expect(storing).to_be_hidden()
    page.get_by_label("Vraag twee").focus()
    page.keyboard.type("wie vangt mij")
    with proef.vanuit_python():
        plaats.inhoud = ()
    expect(storing).to_contain_text("is er niet meer")
    expect(storing.locator("code")).to_have_text("wie vangt mij")
    expect(storing.locator("code")).to_be_visible()
    assert page.evaluate("document.activeElement !== document.body")
    assert proef.axe() == []
    assert proef.fouten == []


def test_wat_blijft_staan_houdt_de_focus(gastheer: Gastheer, context: BrowserContext) -> None:
    """Delen die om een veld heen komen en gaan, halen de lezer er niet uit."""
    midden = Invoerveld(Veld("midden", "Midden"))
    plaats = Kolom(midden)
    proef = gastheer.open(context, Scherm(plaats))
    veld: Any = proef.page.get_by_label("Midden")
    veld.focus()
    proef.page.keyboard.type("ab")
    delen = [Invoerveld(Veld(f"v{nr}", f"Veld {nr}")) for nr in range(3)]
    for volgorde in (
        (*delen, midden),
        (delen[0], midden, delen[2]),
        (midden, delen[2], delen[0]),
        (midden,),
    ):
        with proef.vanuit_python():
            plaats.inhoud = volgorde
        expect(veld).to_be_focused()
        namen = proef.page.locator("#plaats .lvs-label").all_inner_texts()
        assert [naam.split(" (")[0] for naam in namen] == [d.label for d in volgorde]
    proef.page.keyboard.type("c")
    expect(veld).to_have_value("abc")
