"""Wat de redactie opschrijft: alles is er, en wat ontbreekt krijgt een leesbare melding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tekeningen import gegevens
from tekeningen.figuur import draw
from tekeningen.gegevens import Inhoud, TekeningError, read_drawing

HEEL = 'vorm = "stap"\ntitel = "T"\nbron = "B"\nbijschrift = "C"\nwoorden = "W"\n'


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gegevens, "MAP", tmp_path)
    return tmp_path


def test_there_is_a_drawing_for_everything_promised() -> None:
    assert set(gegevens.names()) >= {
        *("kaart", "stelsel", "pdca", "keten", "vijf-lagen", "zes-tafels", "gesprekskaart"),
        *("tien-stappen", "ingredienten", "urgentie", "smal-breed", "zaal", "zes-stappen"),
        *("cyclisch-werken", "alignment", "structuur-en-cultuur", "rolbewust"),
        *(f"stap-{nr}" for nr in range(1, 7)),
    }


@pytest.mark.parametrize("naam", gegevens.names())
def test_drawing_says_whose_it_is(naam: str) -> None:
    """Elke tekening is van ons, en zegt dat; ook op een dia, waar het bijschrift niet staat."""
    tekening = read_drawing(naam)
    assert tekening.bron.startswith("Onze tekening")
    eigen = tekening.bijschrift.lower()
    assert "onze tekening" in eigen or "van ons" in eigen
    naar_bron = "{cite:p}`" in tekening.bron
    assert naar_bron == ("{cite:p}`" in tekening.bijschrift), "bron en bijschrift verschillen"


@pytest.mark.parametrize("naam", gegevens.names())
def test_sentences_can_be_read_at_once(naam: str) -> None:
    tekening = read_drawing(naam)
    zinnen = re.split(r"(?<=[.?:;])\s+", f"{tekening.bijschrift}\n{tekening.woorden}")
    assert not [zin for zin in zinnen if len(re.sub(r"\{[^}]*\}`[^`]*`", "", zin).split()) > 30]


def test_unknown_drawing_names_the_others(map_: Path) -> None:
    (map_ / "ander.toml").write_text(HEEL, "utf-8")
    with pytest.raises(TekeningError, match=r"'weg' bestaat niet.*ander"):
        read_drawing("weg")


@pytest.mark.parametrize("sleutel", gegevens.VERPLICHT)
def test_missing_line_is_named(map_: Path, sleutel: str) -> None:
    regels = [regel for regel in HEEL.splitlines() if not regel.startswith(sleutel)]
    (map_ / "half.toml").write_text("\n".join(regels), "utf-8")
    with pytest.raises(TekeningError, match=rf"half.toml: '{sleutel}' ontbreekt"):
        read_drawing("half")


def test_broken_file_is_named(map_: Path) -> None:
    (map_ / "stuk.toml").write_text("vorm = ", "utf-8")
    with pytest.raises(TekeningError, match=r"stuk\.toml is geen geldige TOML"):
        read_drawing("stuk")


def test_unknown_form_names_the_forms(map_: Path) -> None:
    (map_ / "vorm.toml").write_text(HEEL.replace("stap", "ster"), "utf-8")
    with pytest.raises(TekeningError, match=r"'ster'.*ketting.*wielen"):
        draw(read_drawing("vorm"), breed=True)


def test_wrong_number_of_parts_says_how_many() -> None:
    with pytest.raises(TekeningError, match=r"2 keer \[\[schakels\]\].*tekent er 4"):
        Inhoud({"schakels": [{}, {}]}, "keten.toml").parts("schakels", 4)


@pytest.mark.parametrize(
    ("lees", "waarde"),
    [
        ("text", 3),
        ("number", "drie"),
        ("texts", "een"),
        ("texts", [1]),
        ("part", []),
        ("parts", {}),
    ],
)
def test_value_of_the_wrong_kind_is_shown(lees: str, waarde: object) -> None:
    inhoud = Inhoud({"x": waarde}, "proef.toml")
    with pytest.raises(TekeningError, match=r"proef\.toml: 'x'"):
        getattr(inhoud, lees)("x")
