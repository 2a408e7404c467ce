"""Het korte verslag past op twee bladzijden, en een samenvatting op één, hoe vol zij ook zijn.

Eén bladzijde drukt ze allemaal af, met het script en de opmaak van de knop ‘Druk het verslag af’.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kortproef import first_pages, short_reports
from playwright.sync_api import BrowserContext, Page

from lv_tools.basis.uitvoer.document import Document, to_blocks
from lv_tools.schermdelen import bundel
from lv_tools.schermdelen.afdruk import page_style

JS = Path(bundel.__file__).parent / "js"
#: Zoveel bladzijden belooft de keuze ‘Kort’.
BELOOFD = 2
#: Het stuk script dat van een document een bladzijde maakt, als gewoon script.
BLAD = (
    "({ blokken, vorm }) => papier({ blokken, papier: 'A4', stijl: vorm }).contentDocument"
    ".documentElement.outerHTML"
)


@pytest.fixture
def pagina(context: BrowserContext) -> Page:
    return context.new_page()


def script() -> str:
    """Geef ``papier`` uit js/afdruk.js met alleen wat zij nodig heeft."""
    maak = (JS / "afdruk.js").read_text("utf-8").partition("DELEN.afdruk")[0]
    kern = (JS / "kern.js").read_text("utf-8")
    delen = r"^(?:export )?((?:function (?:h|zet)\(.*?^\}|const VANGT_TOETSEN[^\n]*))"
    h = "\n".join(re.findall(delen, kern, re.DOTALL | re.MULTILINE))
    kaal = re.sub(r"^import .*?;$", "", maak, flags=re.MULTILINE)
    return f"{h}\n{kaal.replace('export ', '')}\nglobalThis.papier = papier;"


def count_pages(pagina: Page, document: Document) -> int:
    """Druk een document af en tel de bladzijden."""
    pagina.set_content("<!doctype html><body></body>")
    pagina.add_script_tag(content=script())
    vorm = page_style(document.titel, "A4")
    blad = pagina.evaluate(BLAD, {"blokken": to_blocks(document), "vorm": vorm})
    pagina.set_content(f"<!doctype html>{blad}")
    pagina.evaluate("Promise.all([...document.images].map((plaat) => plaat.decode()))")
    return len(re.findall(rb"/Type ?/Page\b", pagina.pdf(prefer_css_page_size=True)))


def test_kort_past_op_twee_bladzijden_en_een_samenvatting_op_een(pagina: Page) -> None:
    bladen = {naam: count_pages(pagina, document) for naam, document in short_reports()}
    assert {naam: n for naam, n in bladen.items() if n > BELOOFD} == {}
    eerste = {naam: count_pages(pagina, document) for naam, document in first_pages()}
    assert {naam: n for naam, n in eerste.items() if n > 1} == {}
    assert len(eerste) > 6
