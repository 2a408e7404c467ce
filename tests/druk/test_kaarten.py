"""Gesprekskaarten worden een leesbare lijst, met bij elke vraag haar eigen achterkant."""

from __future__ import annotations

from bs4 import BeautifulSoup
from druk.kaarten import kaarten_als_lijst


def kaart(*regels: str) -> str:
    return f'<div class="lv-kaart">{"".join(regels)}</div>'


def stapel(*vragen: str) -> str:
    voor = "".join(kaart(f'<p class="lv-vraag">{vraag}</p>') for vraag in vragen)
    achter = "".join(
        kaart(
            f'<p class="lv-fase">{vraag}</p><p><strong>Doorvragen:</strong> door {vraag}</p>',
            f"<p><strong>Past bij:</strong> {vraag}</p><p>Bron: b. 4 minuten.</p>",
        )
        for vraag in reversed(vragen)
    )
    return (
        '<style>.lv-kaart{}</style><details class="lv-kaartenbak"><summary>Plan</summary>'
        f'<div class="lv-vel lv-voor">{voor}</div><div class="lv-vel lv-achter">{achter}</div>'
        "</details>"
    )


def test_each_question_meets_its_own_back() -> None:
    soep = BeautifulSoup(stapel("Een?", "Twee?", "Drie?"), "html.parser")
    kaarten_als_lijst(soep)
    regels = [regel.get_text(" ", strip=True) for regel in soep.select(".bk-kaarten li")]
    assert regels == [
        f"{vraag} Doorvragen: door {vraag} Past bij: {vraag} . Bron: b. 4 minuten."
        for vraag in ("Een?", "Twee?", "Drie?")
    ]
    assert not soep.select(".lv-vel, style")
    assert soep.summary.get_text() == "Plan"


def test_explanation_of_printing_makes_way_for_where_the_cards_are() -> None:
    html = f'<div class="lv-kaarten"><p>Klap open en druk af.</p>{stapel("Een?")}</div>'
    soep = BeautifulSoup(html, "html.parser")
    kaarten_als_lijst(soep)
    assert "Klap open" not in soep.get_text()
    assert "om uit te knippen" in soep.p.get_text()


def test_stack_that_does_not_match_stays_as_it_is() -> None:
    html = stapel("Een?").replace('<p class="lv-fase">Een?', '<p class="lv-fase">Anders?')
    soep = BeautifulSoup(html, "html.parser")
    kaarten_als_lijst(soep)
    assert soep.select_one(".lv-vel .lv-vraag")
    assert not soep.select(".bk-kaarten")
