"""De hulpmiddelen in de pagina, op het proefboek, in een echte browser."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from levend.meting import BRUIKBAAR, METEN
from levend.serveer import Lijn, serveer
from playwright.sync_api import Browser, BrowserContext, Page, expect
from wachten import wacht_tot
from weergaven import find_faults

START_MS = 60_000
EEN = "#hulpmiddel-1"
TWEE = "#hulpmiddel-2"
#: Houd bij welke toestanden het eerste hulpmiddel doorloopt.
VOLG = """() => {
  const vak = document.querySelector("#hulpmiddel-1");
  globalThis.standen = [];
  new MutationObserver(() => standen.push(vak.dataset.lvToestand)).observe(vak,
    { attributes: true, attributeFilter: ["data-lv-toestand"] });
}"""


@pytest.fixture
def lijn() -> Lijn:
    return Lijn()


@pytest.fixture
def basis(proefsite: Path, lijn: Lijn) -> Iterator[str]:
    """De site onder een map, zoals bij een projectpagina."""
    with serveer({"/een/map/": proefsite}, lijn) as adres:
        yield f"{adres}/een/map/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="nl-NL", viewport={"width": 1000, "height": 800})
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def pagina(context: BrowserContext, basis: str) -> Page:
    pagina = context.new_page()
    pagina.goto(f"{basis}map/hulp.html")
    return pagina


def start(pagina: Page, vak: str = EEN) -> None:
    pagina.locator(f"{vak} .lv-knop").click()
    expect(pagina.locator(f"{vak}[data-lv-toestand=klaar]")).to_be_attached(timeout=START_MS)


def stand(pagina: Page) -> Any:
    return pagina.locator(".stand")


def test_van_knop_tot_bruikbaar(pagina: Page, context: BrowserContext, basis: str) -> None:
    gevraagd: list[str] = []
    context.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    expect(pagina.locator(EEN)).to_contain_text("Een voorbeeld: na 0 komt 2.")
    start(pagina)
    expect(pagina.locator(f"{EEN} .lv-levend")).to_be_focused()
    expect(pagina.locator(f"{EEN} .lv-stil")).to_be_hidden()
    expect(pagina.locator(f"{EEN} .lv-knop")).to_be_hidden()
    pagina.get_by_role("button", name="Verhoog").click()
    expect(stand(pagina)).to_have_text("2")
    expect(pagina.locator(EEN)).to_contain_text("verhoogd tot 2")
    assert not [url for url in gevraagd if not url.startswith((basis, "data:", "blob:"))]
    assert not [url for url in gevraagd if "laat-" in url], "de start vraagt geen laat archief"


def test_openen_van_de_pagina_haalt_niets_zwaars_op(
    context: BrowserContext, basis: str, lijn: Lijn
) -> None:
    pagina = context.new_page()
    pagina.goto(f"{basis}map/hulp.html")
    pagina.wait_for_load_state("networkidle")
    zwaar = [pad for pad in lijn.verzonden if re.search(r"pyodide|python-|widgets-", pad)]
    assert zwaar == []


def test_aanwijzen_begint_alvast_en_het_toetsenbord_is_genoeg(pagina: Page, lijn: Lijn) -> None:
    pagina.locator(f"{EEN} .lv-knop").hover()
    wacht_tot(pagina, "globalThis.lvKern.stappen.gereed", ms=START_MS)
    assert any("pyodide.asm.wasm" in pad for pad in lijn.verzonden)
    expect(pagina.locator(f"{EEN} .lv-stil")).to_be_visible()
    pagina.locator(f"{EEN} .lv-knop").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator(f"{EEN}[data-lv-toestand=klaar]")).to_be_attached(timeout=START_MS)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    expect(stand(pagina)).to_have_text("2")


def test_voortgang_wordt_gezegd(pagina: Page, lijn: Lijn) -> None:
    lijn.bytes_per_s = 4e6
    pagina.evaluate("""() => {
      globalThis.gezegd = []; globalThis.balk = [];
      const status = document.querySelector("#hulpmiddel-1 .lv-status");
      new MutationObserver(() => gezegd.push(status.textContent)).observe(status,
        { childList: true, characterData: true, subtree: true });
      setInterval(() => balk.push(document.querySelector("#hulpmiddel-1 .lv-balk").value), 20);
    }""")
    start(pagina)
    gezegd = pagina.evaluate("gezegd")
    assert sum("MB opgehaald" in zin for zin in gezegd) in range(2, 6), gezegd
    assert gezegd[-1] == "Het hulpmiddel is klaar voor gebruik."
    balk = [waarde for waarde in pagina.evaluate("balk") if waarde]
    assert balk == sorted(balk)
    assert len(set(balk)) > 5


def test_een_volgend_hulpmiddel_staat_er_meteen(context: BrowserContext, basis: str) -> None:
    """Gemeten in de pagina: van klik tot er een veld staat, in het beeld dat daarop volgt."""
    pagina = context.new_page()
    meer = [f"#hulpmiddel-{nummer}" for nummer in range(3, 8)]

    def vermenigvuldig(weg: Any) -> None:
        antwoord = weg.fetch()
        vak = re.search(r'<section class="lv-hulpmiddel" id="hulpmiddel-2".*?</section>',
                        antwoord.text(), re.DOTALL)[0]  # fmt: skip
        kopieen = "".join(vak.replace(TWEE[1:], plek[1:]) for plek in meer)
        weg.fulfill(response=antwoord, body=antwoord.text().replace(vak, vak + kopieen))

    pagina.route("**/map/hulp.html", vermenigvuldig)
    pagina.goto(f"{basis}map/hulp.html")
    start(pagina, TWEE)
    pagina.wait_for_timeout(1500)  # in die tijd laadt de kern alvast wat de andere nodig hebben
    duren = [
        pagina.evaluate(METEN, [f"{plek} .lv-knop", BRUIKBAAR.format(vak=plek)]) for plek in meer
    ]
    assert statistics.median(duren) < 200, duren
    assert len(pagina.workers) == 1


def test_twee_hulpmiddelen_delen_de_kern_en_halen_alleen_wat_zij_nodig_hebben(
    pagina: Page, lijn: Lijn
) -> None:
    """Een anywidget vraagt geen html-manager; komt die later, dan blijft staan wat er is."""
    gemeld: list[str] = []
    pagina.on("console", lambda r: gemeld.append(r.text) if r.type == "warning" else None)
    start(pagina, TWEE)
    pagina.get_by_label("Naam").fill("Bea")
    expect(pagina.locator(".groet")).to_have_text("dag Bea")
    expect(pagina.locator(".groet")).to_have_attribute("data-bytes", "3")
    assert not [pad for pad in lijn.verzonden if "widgets-" in pad or "laat-" in pad]
    assert gemeld == []
    start(pagina)
    assert len(pagina.workers) == 1
    assert [pad for pad in lijn.verzonden if "widgets-" in pad]
    expect(stand(pagina)).to_have_text("0")
    pagina.get_by_role("button", name="Verhoog").click()
    expect(stand(pagina)).to_have_text("2")
    expect(pagina.locator(".groet")).to_have_text("dag Bea")
    pagina.get_by_label("Naam").fill("Cor")
    expect(pagina.locator(".groet")).to_have_text("dag Cor")
    pagina.get_by_label("Naam").fill("kapot")
    expect(pagina.locator(f"{TWEE} .lv-melding")).to_contain_text("Dit ging mis")


def test_een_fout_bereikt_de_lezer_en_opnieuw_starten_brengt_alles_terug(pagina: Page) -> None:
    """Er is een kern op de pagina: wie haar opnieuw start, start alles opnieuw."""
    start(pagina)
    start(pagina, TWEE)
    pagina.get_by_role("button", name="Verhoog").click()
    expect(stand(pagina)).to_have_text("2")
    pagina.get_by_role("button", name="Maak stuk").click()
    melding = pagina.locator(f"{EEN} .lv-melding")
    expect(melding).to_contain_text("Wat u hebt ingevuld, staat er nog.")
    expect(melding).to_have_attribute("role", "alert")
    expect(pagina.locator(f"{TWEE} .lv-melding")).to_be_hidden()
    melding.locator("summary").click()
    expect(melding).to_contain_text("ValueError: dit is de bedoelde fout")
    expect(stand(pagina)).to_have_text("2")
    melding.get_by_role("button", name="Sluit deze melding").click()
    expect(melding).to_be_hidden()
    # Een fout in een waarnemer van het andere hulpmiddel hoort daar.
    pagina.get_by_label("Naam").fill("kapot")
    expect(pagina.locator(f"{TWEE} .lv-melding")).to_contain_text("Dit ging mis")
    expect(melding).to_be_hidden()
    expect(pagina.get_by_label("Naam")).to_have_value("kapot")

    pagina.get_by_role("button", name="Maak stuk").click()
    melding.get_by_role("button", name="Start het hulpmiddel opnieuw").click()
    expect(melding).to_be_hidden()
    both_are_back(pagina)

    pagina.evaluate("""lvKern.werker.onmessage({ data:
      { soort: "mislukt", reden: "onbekend", technisch: "RuntimeError: unreachable" } })""")
    expect(melding).to_contain_text("Het hulpmiddel is gestopt.")
    melding.get_by_role("button", name="Start het hulpmiddel opnieuw").click()
    both_are_back(pagina)


def both_are_back(pagina: Page) -> None:
    """Beide hulpmiddelen zijn opnieuw begonnen, op een kern, en doen wat zij deden."""
    expect(pagina.locator(f"{EEN}[data-lv-toestand=klaar]")).to_be_attached(timeout=START_MS)
    expect(pagina.locator(f"{TWEE}[data-lv-toestand=klaar]")).to_be_attached(timeout=START_MS)
    pagina.get_by_label("Naam").fill("Bea")
    expect(pagina.locator(".groet")).to_have_text("dag Bea")
    pagina.get_by_role("button", name="Verhoog").click()
    expect(stand(pagina)).to_have_text("2")
    assert len(pagina.workers) == 1
    # Wat na de herstart gestuurd wordt, blijft niet als 'bezig' hangen.
    pagina.wait_for_timeout(600)
    expect(pagina.locator(f"{EEN} .lv-levend")).not_to_have_attribute("aria-busy", "true")


def test_netwerk_valt_weg_en_komt_terug(pagina: Page, lijn: Lijn) -> None:
    """Wie aanwijst zonder verbinding merkt niets; wie klikt, leest het en probeert het opnieuw."""
    melding = pagina.locator(f"{EEN} .lv-melding")
    lijn.breuk = 0
    pagina.locator(f"{EEN} .lv-knop").hover()
    wacht_tot(pagina, "lvKern.gestart === undefined", ms=START_MS)
    expect(melding).to_be_hidden()

    pagina.locator(f"{EEN} .lv-knop").click()
    expect(melding).to_contain_text("de verbinding viel weg", timeout=START_MS)
    expect(pagina.locator(f"{EEN} .lv-stil")).to_be_visible()

    lijn.breuk = 300_000
    pagina.evaluate(VOLG)
    melding.get_by_role("button", name="Probeer het opnieuw").click()
    wacht_tot(pagina, "standen.length > 1 && standen.at(-1) === 'mislukt'", ms=START_MS)
    expect(melding).to_contain_text("de verbinding viel weg")

    lijn.breuk = None
    melding.get_by_role("button", name="Probeer het opnieuw").click()
    expect(pagina.locator(f"{EEN}[data-lv-toestand=klaar]")).to_be_attached(timeout=START_MS)
    expect(melding).to_be_hidden()


def test_onderdeel_van_een_oude_uitgave_vraagt_om_herladen(pagina: Page) -> None:
    pagina.route("**/_levend/lv-*.zip", lambda weg: weg.fulfill(status=404))
    pagina.locator(f"{EEN} .lv-knop").click()
    melding = pagina.locator(f"{EEN} .lv-melding")
    expect(melding).to_contain_text("nieuwe versie van dit boek", timeout=START_MS)
    expect(melding.get_by_role("button", name="Laad de pagina opnieuw")).to_be_visible()


GEWEIGERD = "Vraag uw ICT-afdeling om van {adres}_levend/ alles door te laten"
ONHEEL = "kwam niet heel binnen"
BLOKKADE = {"body": "<html>Geblokkeerd door uw school</html>", "content_type": "text/html"}


def antwoord_met(antwoord: dict[str, Any]) -> Callable[[Any], None]:
    return lambda weg: weg.fulfill(**antwoord)


def half(weg: Any) -> None:
    """Geef een bestand waarvan het eind ontbreekt."""
    antwoord = weg.fetch()
    weg.fulfill(response=antwoord, body=antwoord.text().rstrip()[:-3])


def laat_geweigerd() -> Callable[[Any], None]:
    """Weiger een script aan wie het wil gebruiken, en pas later aan wie vraagt waarom."""
    wachtend: list[Any] = []
    geweigerd: list[Any] = []

    def doe(weg: Any) -> None:
        if weg.request.resource_type == "script":
            geweigerd.append(weg)
            weg.fulfill(status=451)
            time.sleep(0.5)
        else:
            wachtend.append(weg)
        while geweigerd and wachtend:
            wachtend.pop().fulfill(status=451)

    return doe


@pytest.mark.parametrize(
    ("bestand", "antwoord", "zin"),
    [
        ("pyodide.asm.wasm", {"status": 403}, GEWEIGERD),
        ("pyodide.asm.wasm", BLOKKADE, GEWEIGERD),
        ("pyodide.asm.wasm", {"body": "geblokkeerd"}, GEWEIGERD),
        ("pyodide.asm.mjs", {"status": 451}, GEWEIGERD),
        ("pyodide.asm.mjs", laat_geweigerd(), GEWEIGERD),
        ("python-*.zip", BLOKKADE, GEWEIGERD),
        ("lv-*.zip", {"body": "geblokkeerd"}, GEWEIGERD),
        ("anywidget-*.mjs", {"status": 503}, "De server van dit boek geeft nu een fout"),
        ("werker.mjs", {"status": 500}, "De server van dit boek geeft nu een fout"),
        ("werker.mjs", {"status": 404}, "nieuwe versie van dit boek"),
        ("ophalen.mjs", half, ONHEEL),
        ("pyodide.mjs", {"body": "1", "content_type": "text/plain"}, "het type text/javascript"),
        ("beheer.mjs", BLOKKADE, GEWEIGERD),
        ("lijnen.mjs", {"body": "1", "content_type": "text/plain"}, "het type text/javascript"),
    ],
)
def test_start_die_niet_lukt_noemt_de_oorzaak(
    pagina: Page, basis: str, bestand: str, antwoord: Any, zin: str
) -> None:
    doe = antwoord if callable(antwoord) else antwoord_met(antwoord)
    pagina.route(f"**/_levend/**/{bestand}", doe)
    pagina.route(f"**/_levend/{bestand}", doe)
    pagina.locator(f"{EEN} .lv-knop").click()
    melding = pagina.locator(f"{EEN} .lv-melding")
    expect(melding).to_contain_text(zin.format(adres=basis), timeout=START_MS)
    papier = melding.get_by_role("link", name="Gebruik de papieren versie")
    expect(papier).to_have_count(0 if "nieuwe versie" in zin else 1)
    assert re.search(r"[\w-]+\.(mjs|wasm|zip)|SyntaxError", melding.locator("pre").text_content())


@pytest.mark.parametrize(
    ("bestand", "antwoord", "zin"),
    [
        ("kern.mjs", {"status": 500}, "De server van dit boek geeft nu een fout"),
        ("kern.mjs", {"status": 404}, "nieuwe versie van dit boek"),
        ("pagina.mjs", half, ONHEEL),
        ("hulpmiddel.mjs", BLOKKADE, GEWEIGERD),
        ("teksten.mjs", {"body": "1", "content_type": "text/plain"}, "het type text/javascript"),
    ],
)
def test_script_van_de_pagina_dat_ontbreekt_noemt_de_oorzaak(
    context: BrowserContext, basis: str, bestand: str, antwoord: Any, zin: str
) -> None:
    """Zonder dit script is er geen knop; de lezer krijgt dan toch een zin en een uitweg."""
    doe = antwoord if callable(antwoord) else antwoord_met(antwoord)
    pagina = context.new_page()
    pagina.route(f"**/pagina/{bestand}", doe)
    pagina.goto(f"{basis}map/hulp.html")
    stuk = pagina.locator(f"{EEN} .lv-stuk")
    expect(stuk).to_contain_text(zin.format(adres=basis))
    pagina.unroute(f"**/pagina/{bestand}")
    stuk.get_by_role("button", name="Laad de pagina opnieuw").click()
    expect(pagina.locator(f"{EEN} .lv-knop")).to_be_visible()
    expect(pagina.locator(f"{EEN} .lv-stuk")).to_be_hidden()


@pytest.mark.parametrize(
    ("kop", "zin", "uitweg"),
    [
        (
            "script-src 'self' 'unsafe-inline' blob:; worker-src 'self' blob:",
            "verbiedt WebAssembly",
            "'wasm-unsafe-eval'",
        ),
        (
            "script-src 'self' 'unsafe-inline'",
            "verbiedt dat deze pagina op de achtergrond rekent",
            "worker-src 'self' blob:",
        ),
    ],
)
def test_een_te_streng_beleid_wordt_uitgelegd(
    context: BrowserContext, basis: str, kop: str, zin: str, uitweg: str
) -> None:
    def strenger(weg: Any) -> None:
        antwoord = weg.fetch()
        weg.fulfill(response=antwoord, headers={**antwoord.headers, "content-security-policy": kop})

    pagina = context.new_page()
    pagina.route("**/map/hulp.html", strenger)
    pagina.goto(f"{basis}map/hulp.html")
    pagina.locator(f"{EEN} .lv-knop").click()
    melding = pagina.locator(f"{EEN} .lv-melding")
    expect(melding).to_contain_text(zin, timeout=START_MS)
    expect(melding).to_contain_text(uitweg)
    expect(melding).not_to_contain_text("los bestand")


def test_geblokkeerde_worker_wordt_uitgelegd(pagina: Page) -> None:
    pagina.evaluate("() => { globalThis.Worker = function () { throw new Error('verboden'); }; }")
    pagina.locator(f"{EEN} .lv-knop").click()
    melding = pagina.locator(f"{EEN} .lv-melding")
    expect(melding).to_contain_text("op de achtergrond rekent")


def test_te_weinig_geheugen_wordt_gezegd(pagina: Page, context: BrowserContext) -> None:
    def zonder_geheugen(weg: Any) -> None:
        antwoord = weg.fetch()
        kop = "WebAssembly.instantiateStreaming = async () => { throw new RangeError('vol'); };\n"
        weg.fulfill(response=antwoord, body=antwoord.text() + kop)

    context.route("**/werker/ophalen.mjs", zonder_geheugen)
    pagina.locator(f"{EEN} .lv-knop").click()
    expect(pagina.locator(f"{EEN} .lv-melding")).to_contain_text(
        "te weinig geheugen", timeout=START_MS
    )


def test_stilstand_wordt_gemeld(context: BrowserContext, basis: str) -> None:
    pagina = context.new_page()
    pagina.clock.install()
    pagina.goto(f"{basis}map/hulp.html")
    pagina.route("**/pyodide.asm.wasm", lambda _weg: None)  # nooit een antwoord
    pagina.locator(f"{EEN} .lv-knop").click()
    wacht_tot(pagina, "globalThis.lvKern.stappen.lader", ms=START_MS)
    pagina.clock.run_for(61_000)
    expect(pagina.locator(f"{EEN} .lv-melding")).to_contain_text("staat al een minuut stil")


def test_laat_pakket_komt_bij_gebruik_of_geeft_een_zin_met_de_oorzaak(
    pagina: Page, lijn: Lijn
) -> None:
    start(pagina)
    assert not any("laat-" in pad for pad in lijn.verzonden), "de start vraagt geen laat archief"
    # Een scherm dat zelf meldt wat er misging, krijgt bij dezelfde reden dezelfde zin.
    assert "De server van dit boek geeft nu een fout" in pagina.evaluate("lvLaatZin('server')")
    melding = pagina.locator(f"{EEN} .lv-melding")
    for antwoord, zin, knoppen in (
        ({"status": 404}, "Er staat een nieuwe versie van dit boek klaar", 2),
        ({"status": 403}, "beveiligingsprogramma houdt een onderdeel", 1),
        ({"body": "<h1>Geblokkeerd</h1>"}, "beveiligingsprogramma houdt een onderdeel", 1),
        ({"status": 502}, "De server van dit boek geeft nu een fout", 1),
    ):
        pagina.route("**/laat-xlsxwriter-*.zip", antwoord_met(antwoord))
        pagina.get_by_role("button", name="Naar Excel").click()
        expect(melding).to_contain_text(zin)
        expect(melding.get_by_role("button")).to_have_count(knoppen)
        pagina.unroute("**/laat-xlsxwriter-*.zip")
        # Twee oorzaken hebben dezelfde zin; zo is de volgende zeker van de volgende poging.
        melding.get_by_role("button", name="Sluit deze melding").click()
        expect(melding).to_be_hidden()
    lijn.dicht = True
    pagina.get_by_role("button", name="Naar Excel").click()
    expect(melding).to_contain_text("Controleer uw internet")
    lijn.dicht = False
    pagina.get_by_role("button", name="Naar Excel").click()
    expect(stand(pagina)).to_have_text("xlsx PK")
    assert any("laat-xlsxwriter" in pad for pad in lijn.verzonden)


def test_zonder_javascript(chromium: Browser, basis: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    pagina = context.new_page()
    pagina.goto(f"{basis}map/hulp.html")
    expect(pagina.locator(EEN)).to_contain_text("staat JavaScript uit")
    expect(pagina.locator(EEN)).to_contain_text("Een voorbeeld: na 0 komt 2.")
    expect(pagina.locator(f"{EEN} .lv-knop")).to_be_hidden()
    expect(pagina.get_by_role("link", name="Gebruik de papieren versie")).to_be_visible()
    context.close()


def test_oude_browser(context: BrowserContext, basis: str) -> None:
    context.add_init_script("delete WebAssembly.instantiateStreaming")
    pagina = context.new_page()
    pagina.goto(f"{basis}map/hulp.html")
    expect(pagina.locator(f"{EEN} .lv-oud")).to_be_visible()
    expect(pagina.locator(f"{EEN} .lv-knop")).to_be_hidden()


def test_axe_voor_tijdens_en_na(pagina: Page, axe: str) -> None:
    def controleer(wanneer: str, vak: str) -> None:
        assert find_faults(pagina, axe, vak) == [], wanneer

    controleer("ervoor", EEN)
    start(pagina, TWEE)
    controleer("levend", TWEE)
    pagina.get_by_label("Naam").fill("kapot")
    expect(pagina.locator(f"{TWEE} .lv-melding")).to_be_visible()
    controleer("met een melding", TWEE)
