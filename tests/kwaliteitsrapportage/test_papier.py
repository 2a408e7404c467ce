"""Het lege blad om in te vullen, en het stilstaande beeld."""

from __future__ import annotations

from html import unescape

from lv_tools.kwaliteitsrapportage import papier
from lv_tools.kwaliteitsrapportage.hulpmiddel import KWALITEITSRAPPORTAGE
from lv_tools.kwaliteitsrapportage.teksten import content

INHOUD = content()


def test_het_lege_blad_heeft_elk_onderdeel_in_de_volgorde_van_het_blad() -> None:
    html = unescape(str(papier.toon_blad()._repr_html_()))
    plekken = [html.index(titel) for titel in INHOUD.onderdeel.values()]
    assert plekken == sorted(plekken)
    assert "{" not in html


def test_het_stilstaande_beeld_zegt_dat_de_school_verzonnen_is() -> None:
    html = KWALITEITSRAPPORTAGE.still()
    assert "Zij is verzonnen" in html
    assert "Afgesproken, de vorige keer" in html
    assert "{" not in html.split("<script")[0]


def test_elk_deel_van_het_blad_heet_overal_hetzelfde_en_noemt_zijn_bron() -> None:
    for deel in INHOUD.deel:
        assert INHOUD.onderdeel[deel.code] == deel.titel
        assert "dia" in deel.bron
