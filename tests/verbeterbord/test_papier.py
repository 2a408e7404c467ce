"""De bladen voor aan de muur, en het stilstaande beeld."""

from __future__ import annotations

import pytest

from lv_tools.verbeterbord import papier
from lv_tools.verbeterbord.figuur import timeline
from lv_tools.verbeterbord.hulpmiddel import VERBETERBORD
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import content

INHOUD = content()


@pytest.mark.parametrize(
    ("blad", "woorden"),
    [
        (papier.toon_jaarbordblad, ("kolom_ambitie", "kolom_thema", "thema_merken", "niet")),
        (papier.toon_verbeterbordblad, ("kolom_doel", "kolom_actie", "bord_merken", "team")),
        (papier.toon_sessieblad, ("papier_minuten", "papier_vraag")),
        (papier.toon_kijkblad, ("papier_zag", "papier_doen")),
    ],
)
def test_de_bladen_hebben_wat_een_team_aan_de_muur_nodig_heeft(blad, woorden) -> None:
    html = str(blad()._repr_html_())
    for woord in woorden:
        assert INHOUD.zeg(woord) in html.replace("&#x27;", "'"), woord
    assert "{" not in html


def test_het_sessieblad_noemt_elk_onderdeel_met_zijn_minuten() -> None:
    html = str(papier.toon_sessieblad()._repr_html_())
    for deel in INHOUD.onderdeel:
        assert deel.titel in html
        assert f"<td>{deel.minuten}</td>" in html


def test_het_stilstaande_beeld_is_het_bord_van_de_voorbeeldschool() -> None:
    html = VERBETERBORD.still()
    assert "Verbeterbord van Team havo 4" in html
    assert "In 9 van de 14 lessen" in html
    assert "Deels gelukt" in html
    assert "{" not in html.split("<script")[0].split("data-")[0]


def test_onder_de_tekening_is_plaats_voor_de_maand_en_het_jaar() -> None:
    blad = timeline(Beeld(INHOUD.voorbeeld.bord, INHOUD.voorbeeld.dag, INHOUD), INHOUD)
    assert blad is not None
    indeling = blad.figuur["layout"]
    regels = max(tekst.count("<br>") + 1 for tekst in indeling["xaxis"]["ticktext"])
    letter = indeling["font"]["size"]
    assert regels == 2
    assert indeling["margin"]["b"] >= 1.4 * regels * letter
