"""Een link met een situatie in een echte browser: zij staat er voordat Python er is."""

from __future__ import annotations

import pytest
from gastheer import Gastheer
from meteen import Meteen
from playwright.sync_api import BrowserContext, expect

from lv_tools.gespreksprompter.hulpmiddel import GESPREKSPROMPTER
from lv_tools.gespreksprompter.teksten import inhoud

LINK = "#situatie=resultaten&met=sectie"


@pytest.fixture
def meteen(gastheer: Gastheer, context: BrowserContext, monkeypatch: pytest.MonkeyPatch) -> Meteen:
    monkeypatch.setenv("LV_TOOLS_PAGINA", "1")
    return Meteen(gastheer, context, GESPREKSPROMPTER.open)


def test_de_situatie_staat_er_meteen_en_komt_nooit_over_eigen_werk_heen(meteen: Meteen) -> None:
    blad = meteen.open(LINK)
    situatie, met = blad.veld("Wat is er aan de hand?"), blad.veld("Met wie?")
    expect(situatie).to_have_value("resultaten")
    expect(met).to_have_value("nieuw:sectie")
    assert blad.page.evaluate("[gestart > 0, location.hash]") == [True, ""]
    blad.komt()
    expect(situatie).to_have_value("resultaten")
    expect(met).to_have_value("nieuw:sectie")
    expect(blad.veld("Welk vak?")).to_be_visible()
    blad.page.get_by_role("button", name="Maak de gids").click()
    expect(blad.page.get_by_role("tab", name="2. Gids")).to_have_attribute("aria-selected", "true")
    blad.page.wait_for_timeout(1_200)
    blad.page.close(run_before_unload=False)

    weer = meteen.open("#met=medezeggenschap")
    assert weer.page.evaluate("eigen !== null"), "het eigen scherm staat er"
    weer.komt()
    zeg = inhoud().zeg
    nieuw = weer.page.get_by_role("button", name=zeg("verzoek_nieuw"))
    expect(nieuw).to_be_focused()
    expect(weer.page.get_by_role("tab", name="2. Gids")).to_have_attribute("aria-selected", "true")
    nieuw.click()
    expect(weer.veld("Met wie?")).to_have_value("nieuw:medezeggenschap")
    expect(nieuw).to_be_hidden()
    assert weer.fouten == []
