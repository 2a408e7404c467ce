"""Elke tekening, in beide indelingen: alle labels staan in de woorden, en alles past op het vel."""

from __future__ import annotations

import gzip
import html
import re
import xml.etree.ElementTree as ET
from functools import cache

import pytest
import tekeningen
from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.figuur import draw, loose_figure, make_figure
from tekeningen.gegevens import TekeningError, names, read_drawing

NAMEN = names()
#: Bij elkaar de twee indelingen van een tekening, zoals een server ze verstuurt.
MEESTE_BYTES = 2600
#: Op een dia van 1280 bij 720 is er onder titel en boven bron zoveel plaats.
DIA_BREED, DIA_HOOG = 1040, 490


@cache
def vel(naam: str, breed: bool) -> Doek:
    return draw(read_drawing(naam), breed=breed)


def kaal(tekst: str) -> str:
    """Laat van een tekst alleen de woorden over, in kleine letters; Eén wordt zo ook één."""
    tekst = re.sub(r"\{[^}]*\}`[^`]*`|\]\([^)]*\)", " ", tekst)
    tekst = tekst.replace("Eén", "één").casefold()
    return " ".join(re.findall(r"[\w']+", tekst))


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("breed", [True, False], ids=["breed", "smal"])
def test_words_name_every_label(naam: str, breed: bool) -> None:
    woorden = f" {kaal(read_drawing(naam).woorden)} "
    labels = vel(naam, breed).labels
    assert labels
    for label in labels:
        zonder_nummer = re.sub(r"^\d+\. ", "", label)
        # Een nummer of een losse letter is een plaats in een lijst, of een maand.
        if all(len(woord) == 1 or woord.isdigit() for woord in zonder_nummer.split()):
            continue
        assert f" {kaal(zonder_nummer)} " in woorden, label


@pytest.mark.parametrize("naam", NAMEN)
def test_both_layouts_say_the_same(naam: str) -> None:
    """Wie op een telefoon leest, mist hooguit de namen langs een as."""
    breed, smal = ({kaal(label) for label in vel(naam, b).labels} for b in (True, False))
    alles = " ".join(breed)
    assert not {label for label in smal if label not in alles and not label.isdigit()}
    missen = {label for label in breed - smal if not label.replace(" ", "").isdigit()}
    toegestaan = {
        "urgentie": {"smalle focus", "brede focus", "gedeelde urgentie", "beperkte urgentie"},
        "stelsel": breed,  # de nummers staan er los van de namen
    }
    assert missen <= toegestaan.get(naam, set())


@pytest.mark.parametrize("naam", NAMEN)
def test_drawing_is_light_valid_and_styled(naam: str) -> None:
    figuur = make_figure(read_drawing(naam), 'aria-label="x"', lambda pagina: f"{pagina}.html")
    assert len(gzip.compress(figuur.encode(), 6)) <= MEESTE_BYTES
    boom = ET.fromstring(figuur)
    assert [svg.get("class") for svg in boom] == ["tk-breed", "tk-smal"]
    assert not re.search(r"NaN|inf\b|style=|https?:|url\(|<script", figuur)
    klassen = {klasse for el in boom.iter() for klasse in (el.get("class") or "").split()}
    stijl = set(re.findall(r"\.([a-z][\w-]*)", tekeningen.stylesheet()))
    assert klassen <= stijl, klassen - stijl


@pytest.mark.parametrize("naam", NAMEN)
def test_smallest_letter_is_readable_on_phone_and_slide(naam: str) -> None:
    """Op 320 px is er 288 px plaats; de brede indeling begint bij 35 rem."""
    for breed, plaats in ((True, 35 * 16), (False, 288)):
        doek = vel(naam, breed)
        letters = [int(maat) for maat in re.findall(r'class="t(\d+)', doek.svg("", ""))]
        assert min(letters) * plaats / doek.breedte >= 12
    hoog = vel(naam, True).hoogte
    schaal = min(DIA_BREED / BREED, DIA_HOOG / hoog)
    assert min(letters) * schaal >= 14, "te klein voor een dia"


@pytest.mark.parametrize("naam", NAMEN)
def test_shapes_stay_on_the_sheet(naam: str) -> None:
    """Cirkels en vlakken vallen niet buiten het vel."""
    for breed in (True, False):
        doek = vel(naam, breed)
        boom = ET.fromstring(doek.svg("", ""))
        for el in boom.iter():
            x, y, b, h = (float(el.get(k, 0)) for k in ("x", "y", "width", "height"))
            if el.tag == "circle":
                r = float(el.get("r", 0))
                x, y, b, h = float(el.get("cx", 0)) - r, float(el.get("cy", 0)) - r, 2 * r, 2 * r
            elif el.tag != "rect":
                continue
            assert min(x, y) >= -2, (naam, breed, el.attrib)
            assert x + b <= doek.breedte + 2, (naam, breed, el.attrib)
            assert y + h <= doek.hoogte + 2, (naam, breed, el.attrib)


def test_links_exist_only_where_pages_are_known() -> None:
    kaart = read_drawing("kaart")
    met = make_figure(kaart, "", lambda pagina: f"../{pagina}.html")
    assert met.count("<a href=") == 2 * 7
    assert 'href="../stappen/index.html"' in met
    assert met.count('role="group"') == 2
    zonder = loose_figure(kaart, "woorden")
    assert "<a" not in zonder
    assert zonder.count('role="img"') == 2


def test_words_reach_who_cannot_see_a_slide() -> None:
    figuur = loose_figure(read_drawing("pdca"), 'Een "wiel"\n  & een wig.')
    namen = [html.unescape(naam) for naam in re.findall(r'aria-label="([^"]*)"', figuur)]
    assert namen == ['PDCA, borging en alignment. Een "wiel" & een wig.'] * 2


def test_label_that_does_not_fit_is_refused() -> None:
    doek = Doek(SMAL, 100)
    with pytest.raises(
        TekeningError, match=r"'Verantwoordelijkheid' wordt \d+ breed en daar is 40"
    ):
        doek.text(0, 0, "Verantwoordelijkheid", breedte=40)
    with pytest.raises(TekeningError, match=r"'Kwaliteitszorg' loopt van 250 tot"):
        doek.text(250, 0, "Kwaliteitszorg")
    with pytest.raises(TekeningError, match="letter 12; kleiner dan mag"):
        doek.text(0, 0, "klein", maat=12)
    assert doek.labels == []


def test_text_is_never_markup() -> None:
    doek = Doek(BREED, 100)
    doek.text(0, 0, "<b> & 'x'")
    assert "<b>" not in doek.svg("", "")
    assert doek.labels == ["<b> & 'x'"]
