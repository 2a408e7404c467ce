"""De bladen zelf: dia's, uitdeelblad en kaarten als HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from trainer import bladen, mee
from trainer.lezen import Dia, Hoofdstuk, Kaart

HOOFDSTUK = Hoofdstuk(
    pagina="stappen/stap-9",
    titel="Stap 9 <b> & verder",
    belofte="Na dit hoofdstuk kunt u:",
    kunt="<ul><li>kijken</li></ul>",
    dias=(Dia("Eén", "<ol><li>Kijk (5 min)</li></ol>", "<p>Vertel het.</p>"),),
    week="<p>Doe één ding.</p>",
    inleiding="<p>Waar dit over gaat.</p>",
    verder="",
)
ZONDER = bladen.Boek("Het boek", None)
MET = bladen.Boek("Het boek", "https://example.org/boek/")


def soep(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_slides_run_from_title_to_what_you_take_along() -> None:
    dias = soep(bladen.make_slides(HOOFDSTUK, ZONDER)).select(".slides > section")
    assert [dia.select_one("h1, h2").text for dia in dias] == [
        "Stap 9 <b> & verder",
        "Eén",
        "Wat neemt u mee?",
    ]
    assert "Doe één ding." in dias[-1].text
    assert all(dia.select_one("aside.notes").text.strip() for dia in dias)
    assert dias[1].select_one(".tr-min").text == "5 min"


@pytest.mark.parametrize("maak", [bladen.make_slides, bladen.make_handout])
@pytest.mark.parametrize("boek", [ZONDER, MET], ids=["zonder adres", "met adres"])
def test_address_is_never_invented(
    maak: Callable[[Hoofdstuk, bladen.Boek], str], boek: bladen.Boek
) -> None:
    html = maak(HOOFDSTUK, boek)
    adressen = set(re.findall(r"https?://[^\"'<\s]+", html)) - {"http://www.w3.org/2000/svg"}
    assert adressen <= {"https://example.org/boek/stappen/stap-9.html"}
    heeft_qr = "<path" in str(soep(html).select_one(".tr-qr, .qr"))
    assert heeft_qr == (boek is MET)


def test_links_lead_back_to_the_page() -> None:
    for pad, html in (
        (bladen.slides_path(HOOFDSTUK.pagina), bladen.make_slides(HOOFDSTUK, MET)),
        (bladen.handout_path(HOOFDSTUK.pagina), bladen.make_handout(HOOFDSTUK, MET)),
    ):
        doelen = {
            posixpath.normpath(posixpath.join(posixpath.dirname(pad), link["href"]))
            for link in soep(html).select("a[href]")
            if not urlsplit(link["href"]).scheme
        }
        assert doelen == {"stappen/stap-9.html"}


def test_without_address_the_sheet_says_where_to_look() -> None:
    voet = soep(bladen.make_handout(HOOFDSTUK, ZONDER)).select_one(".voet")
    assert "Het boek" in voet.text
    assert "Stap 9 <b> & verder" in voet.text


def test_many_slides_get_a_smaller_letter_on_paper() -> None:
    veel = replace(HOOFDSTUK, dias=HOOFDSTUK.dias * 11)
    assert soep(bladen.make_handout(veel, MET)).select_one(".kern--veel")
    assert not soep(bladen.make_handout(HOOFDSTUK, MET)).select_one(".kern--veel")


@pytest.mark.parametrize(("aantal", "leeg"), [(1, 1), (2, 0), (15, 1)])
def test_cards_fill_every_sheet(aantal: int, leeg: int) -> None:
    kaarten = tuple(Kaart(f"Kaart {n}", "Kijken", "<p>tekst</p>") for n in range(aantal))
    vellen = soep(bladen.make_cards(kaarten, "netwerkdag/werkvormen", ZONDER)).select(".vel")
    assert all(len(vel.select(".kaart")) == 2 for vel in vellen)
    namen = [kop.text for vel in vellen for kop in vel.select("h2")]
    assert namen.count("Onze eigen werkvorm") == leeg
    assert len(namen) == aantal + leeg


def test_qr_code_is_hidden_for_a_screen_reader_and_scales() -> None:
    svg = soep(bladen.qr_svg("https://example.org/boek/stappen/stap-9.html")).svg
    assert svg["aria-hidden"] == "true"
    assert svg.get("viewbox")
    assert not svg.get("width")


def test_folder_changes_with_its_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    eerst = mee.asset_folder()
    assert re.fullmatch(r"_dia/mee-[0-9a-f]{12}/", eerst)
    anders = {**mee.assets(), "dek.js": b"anders"}
    monkeypatch.setattr(mee, "assets", lambda: anders)
    assert mee.asset_folder() != eerst
