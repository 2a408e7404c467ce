"""Wie zijn rol kiest, ziet in de bladzijde de stellingen in de woorden van die rol."""

from __future__ import annotations

import pytest
from gastheer import Gastheer
from playwright.sync_api import BrowserContext

from lv_tools.schermdelen import Schaalpunt, Scherm, Stelling, Vragenlijst

GEWOON = (
    Stelling("a", "De eerste stelling.", "Met uitleg."),
    Stelling("b", "De tweede stelling."),
    Stelling("c", "De derde stelling."),
)
EIGEN = (
    Stelling("a", "De eerste, in eigen woorden."),
    Stelling("b", "De tweede stelling.", weg=True),
    Stelling("c", "De derde stelling.", "Nu met uitleg."),
)


@pytest.fixture
def lijst() -> Vragenlijst:
    schaal = [Schaalpunt(1, "oneens"), Schaalpunt(2, "eens"), Schaalpunt(None, "weet ik niet")]
    return Vragenlijst("Stellingen", GEWOON, schaal, naam="lijst", waarde={"b": 2})


def test_andere_woorden_en_een_stelling_minder(
    context: BrowserContext, gastheer: Gastheer, lijst: Vragenlijst
) -> None:
    proef = gastheer.open(context, Scherm(lijst, titel="Proef"))
    page = proef.page
    koppen = page.locator(".lvs-stelling:visible")
    assert koppen.all_text_contents() == [
        "1. De eerste stelling.", "2. De tweede stelling.", "3. De derde stelling.",
    ]  # fmt: skip
    assert page.locator(".lvs-status").first.text_content() == "1 van de 3 beantwoord."
    with proef.vanuit_python():
        lijst.say(EIGEN, "Voor uw rol.")
    # De nummers lopen door, en wat er niet meer staat is ook met het toetsenbord niet te bereiken.
    assert koppen.all_text_contents() == [
        "1. De eerste, in eigen woorden.",
        "2. De derde stelling.",
    ]
    assert page.locator(".lvs-status").first.text_content() == "0 van de 2 beantwoord."
    assert page.locator("input:visible").count() == 6
    eerste, derde = page.locator("fieldset:visible").all()
    assert eerste.get_attribute("aria-describedby") is None
    uitleg = derde.get_attribute("aria-describedby")
    assert page.locator(f"#{uitleg}").text_content() == "Nu met uitleg."
    assert page.get_by_text("Voor uw rol.").is_visible()
    with proef.vanuit_python():
        lijst.say(GEWOON)
    assert page.locator(".lvs-status").first.text_content() == "1 van de 3 beantwoord."
    assert page.locator("input:checked").count() == 1
