"""Het tekstbestand is compleet, en elke zin erin wordt gebruikt."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

import lv_tools.bevindingenverkenner as pakket
from lv_tools.basis.gegevens.datapakket import lees, namen, standaarden
from lv_tools.bevindingenverkenner.model.bronnen import kerncijfer
from lv_tools.bevindingenverkenner.teksten import teksten

MAP = Path(next(iter(pakket.__path__)))
BRON = "\n".join(pad.read_text(encoding="utf-8") for pad in sorted(MAP.rglob("*.py")))
CONTRACT = (
    "risico_per_afdeling", "uitdagingen", "interventies_bij_obstakels", "plaatsen",
    "bestuursgrootte", "intake_en_begeleiding", "interventies", "elementen", "kerncijfers",
    "standaarden",
)  # fmt: skip


def test_every_table_of_the_contract_has_a_view() -> None:
    assert set(CONTRACT) <= set(teksten().weergaven)
    assert set(CONTRACT) <= set(namen())


@pytest.mark.parametrize("naam", CONTRACT)
def test_views_point_at_real_columns(naam: str) -> None:
    blik = teksten().weergaven[naam]
    kolommen = {kolom.naam for kolom in lees(naam).kolommen}
    assert set(blik.sleutel) <= kolommen
    assert set(blik.filters) <= kolommen
    assert {*blik.meervoud, *blik.vergelijk} <= set(blik.filters)
    assert set(blik.sorteringen) <= set(teksten().sorteringen)
    assert set(blik.vormen) <= set(teksten().vormen)
    assert blik.zegt_niet


@pytest.mark.parametrize("afdeling", ["tekst", "kolommen"])
def test_no_text_is_left_unused(afdeling: str) -> None:
    for naam in getattr(teksten(), afdeling):
        stam = naam.removesuffix("_een")
        assert f'"{naam}"' in BRON or f'"{stam}"' in BRON or f"'{naam}'" in BRON, naam


def test_placeholders_are_plain_names() -> None:
    for tekst in teksten().tekst.values():
        for _, veld, opmaak, _ in string.Formatter().parse(tekst):
            assert veld is None or veld.isidentifier()
            assert not opmaak


def test_key_figures_exist() -> None:
    for id_ in teksten().kerncijfers.values():
        assert kerncijfer(id_) > 0


def test_connections_name_known_standards_and_a_place() -> None:
    codes = {standaard.code for standaard in standaarden()}
    for verband in teksten().verband:
        assert set(verband.standaarden) <= codes
        assert verband.bron.startswith("onderzoek, par.")


def test_short_names_belong_to_real_labels() -> None:
    labels = {str(rij["interventie"]) for rij in lees("interventies_bij_obstakels").rijen}
    assert set(teksten().kort) == labels
