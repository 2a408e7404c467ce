"""Van de tekst van een hoofdstuk naar dia's en kaarten."""

from __future__ import annotations

import pytest
from boom import WEEK, alinea, deel, hoofdstuk, lijst, maak_dia, tabel
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from trainer.lezen import EIGEN, LeesError, has_slides, read_cards, read_chapter

WOORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def test_slide_takes_the_title_of_its_section() -> None:
    gelezen = read_chapter(
        hoofdstuk(
            deel("Met eigen titel", maak_dia("Anders", "regel"), alinea("tekst")),
            deel("Zonder eigen titel", maak_dia("", "regel"), alinea("tekst")),
            deel("Boven", deel("Onderdeel", maak_dia("", "regel"), alinea("tekst"))),
            WEEK,
        ),
        "map/hoofdstuk",
    )
    assert [dia.titel for dia in gelezen.dias] == ["Anders", "Zonder eigen titel", "Onderdeel"]


def test_text_up_to_the_next_slide_is_spoken() -> None:
    gelezen = read_chapter(
        hoofdstuk(
            deel(
                "Deel",
                alinea("voor de eerste"),
                maak_dia("Een", "regel een"),
                alinea("bij een"),
                deel("Kopje", maak_dia("Twee", "regel twee"), alinea("bij twee")),
            ),
            deel("Zonder dia", alinea("wordt niet gesproken")),
            WEEK,
        ),
        "map/hoofdstuk",
    )
    een, twee = gelezen.dias
    assert een.inhoud == "<ul><li>regel een</li></ul>"
    assert een.notities == "<p>voor de eerste</p><p>bij een</p>"
    assert twee.notities == "<h3>Kopje</h3><p>bij twee</p>"


@given(st.lists(st.tuples(WOORD, WOORD, WOORD), min_size=1, max_size=8))
def test_no_slide_and_no_sentence_is_lost(stukken: list[tuple[str, str, str]]) -> None:
    inhoud: list[nodes.Node] = []
    for titel, regel, tekst in stukken:
        inhoud += [maak_dia(titel, regel), alinea(tekst)]
    gelezen = read_chapter(hoofdstuk(deel("Deel", *inhoud), WEEK.deepcopy()), "h")
    assert [(d.titel, d.inhoud, d.notities) for d in gelezen.dias] == [
        (titel, f"<ul><li>{regel}</li></ul>", f"<p>{tekst}</p>") for titel, regel, tekst in stukken
    ]


def test_first_and_last_slide_come_from_the_chapter() -> None:
    verder = deel("Verder", lijst("een volgende pagina"))
    gelezen = read_chapter(
        hoofdstuk(deel("Deel", maak_dia("", "regel")), WEEK.deepcopy(), verder), "h"
    )
    assert gelezen.titel == "Het hoofdstuk"
    assert gelezen.belofte == "Na dit hoofdstuk kunt u:"
    assert gelezen.kunt == "<ul><li>kijken</li><li>kiezen</li></ul>"
    assert gelezen.week == "<p>Doe één ding.</p>"
    assert gelezen.inleiding == "<p>Waar dit over gaat.</p>"
    assert "een volgende pagina" in gelezen.verder


def test_slide_shows_the_first_table_of_its_text_when_asked() -> None:
    gegevens = tabel(("Met wie", "Hoe vaak"), ("Staf", "elke week"))
    delen = [deel("Deel", maak_dia("", "regel", tabel=aan), gegevens.deepcopy()) for aan in (1, 0)]
    met, zonder = read_chapter(hoofdstuk(*delen, WEEK.deepcopy()), "h").dias
    assert "<table>" in met.inhoud
    assert "<table>" not in zonder.inhoud
    assert "<table>" in zonder.notities


def test_slide_without_a_source_says_whose_it_is() -> None:
    delen = [deel("Deel", maak_dia("", "regel", eigen=aan), alinea("tekst")) for aan in (1, 0)]
    met, zonder = read_chapter(hoofdstuk(*delen, WEEK.deepcopy()), "h").dias
    assert (met.inhoud, met.bron, zonder.bron) == (zonder.inhoud, EIGEN, "")
    assert EIGEN not in met.notities


@pytest.mark.parametrize(
    ("boom", "melding"),
    [
        (hoofdstuk(deel("Deel", maak_dia("", "regel"))), "geen paragraaf 'Deze week'"),
        (
            hoofdstuk(deel("Deel", maak_dia("", "r")), WEEK.deepcopy(), begin=(alinea("Hallo."),)),
            "Na dit hoofdstuk kunt u:",
        ),
    ],
)
def test_what_misses_is_named(boom: nodes.document, melding: str) -> None:
    with pytest.raises(LeesError, match=melding):
        read_chapter(boom, "h")


def test_only_a_text_with_slides_has_slides() -> None:
    assert has_slides(hoofdstuk(deel("Deel", maak_dia("", "regel"))))
    assert not has_slides(hoofdstuk(deel("Deel", alinea("tekst"))))


def test_cards_are_the_sections_with_a_goal() -> None:
    werkvorm = deel("Drie kringen", alinea("bron"), lijst("Doel: kijken", "Tijd: 5 minuten"))
    kaarten = read_cards(
        hoofdstuk(deel("Kijken", werkvorm, deel("Anders", lijst("geen werkvorm"))), WEEK.deepcopy())
    )
    assert [(k.naam, k.groep) for k in kaarten] == [("Drie kringen", "Kijken")]
    assert "<li>Tijd: 5 minuten</li>" in kaarten[0].inhoud
