"""In Firefox blijft staan wat iemand typt, ook als hij midden in een woord weggaat."""

from __future__ import annotations

from vuurvos import Vuurvos, raak_aan

VELD = "document.querySelector('.lvs-scherm input[type=text]')"
#: Typ tien tekens per seconde zonder pauze, en ga na anderhalve seconde zomaar weg.
TYP_EN_GA = f"""new Promise((klaar) => {{
  const veld = {VELD};
  let n = 0;
  globalThis.vanToen = true;
  const klok = setInterval(() => {{
    veld.value += 'abcdefghij'[n % 10];
    veld.dispatchEvent(new Event('input', {{ bubbles: true }}));
    n += 1;
    if (n < 15) return;
    clearInterval(klok);
    sessionStorage.setItem('getypt', veld.value);
    setTimeout(WEG, 30);
    klaar(veld.value);
  }}, 100);
}})"""


def test_midden_in_een_woord_weg_en_terug(browser: Vuurvos, adres: str) -> None:
    """Herladen, en daarna een link volgen: elke keer staat alles er weer."""
    open_tool(browser, adres)
    for weg in ("() => location.reload()", "() => { location.href = '../index.html'; }"):
        getypt = browser.bereken(TYP_EN_GA.replace("WEG", weg))
        # Pas als de andere pagina er helemaal staat: anders haalt zij de volgende stap in.
        browser.wacht_op("!globalThis.vanToen && document.readyState === 'complete'")
        open_tool(browser, adres)
        assert browser.bereken("sessionStorage.getItem('getypt')") == getypt
        assert browser.bereken(f"{VELD}.value") == getypt


def open_tool(browser: Vuurvos, adres: str) -> None:
    browser.ga_naar(f"{adres}instrumenten/urgentiemeter.html")
    raak_aan(browser)
    browser.wacht_op(f"{VELD} && !document.querySelector('.lvs-scherm').inert", 120)
