"""In Firefox blijft staan wat iemand typt, ook als hij midden in een woord weggaat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from vuurvos import Vuurvos, firefox, raak_aan

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Vuurvos]:
    with firefox() as browser:
        yield browser


@pytest.mark.parametrize(
    "weg", ["() => location.reload()", "() => { location.href = '../index.html'; }"]
)
def test_midden_in_een_woord_weg_en_terug(browser: Vuurvos, adres: str, weg: str) -> None:
    bladzijde = f"{adres}instrumenten/urgentiemeter.html"

    def open_tool() -> None:
        browser.ga_naar(bladzijde)
        raak_aan(browser)
        browser.wacht_op(f"{VELD} && !document.querySelector('.lvs-scherm').inert", 120)

    open_tool()
    getypt = browser.bereken(TYP_EN_GA.replace("WEG", weg))
    # Pas als de andere pagina er helemaal staat: anders haalt zij de volgende stap in.
    browser.wacht_op("!globalThis.vanToen && document.readyState === 'complete'")
    open_tool()
    assert browser.bereken("sessionStorage.getItem('getypt')") == getypt
    assert browser.bereken(f"{VELD}.value") == getypt
