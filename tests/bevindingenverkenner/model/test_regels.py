"""De regels van elke weergave, tegen de gegevens en tegen wat de controles vonden."""

from __future__ import annotations

import pytest

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort, group_size, kerncijfer
from lv_tools.bevindingenverkenner.model.regels import Regel, options, opvallend, regels_van
from lv_tools.bevindingenverkenner.teksten import teksten
from lv_tools.controle import meldingen_bij

TABELLEN = [naam for naam in teksten().weergaven if naam != "mijn_afdeling"]


def pick(naam: str, **waarden: str) -> Regel:
    return next(r for r in regels_van(naam) if all(r.text(k) == v for k, v in waarden.items()))


@pytest.mark.parametrize("naam", TABELLEN)
def test_every_row_of_the_table_is_there_once(naam: str) -> None:
    assert [dict(r.waarden) for r in regels_van(naam)] == [dict(r) for r in lees(naam).rijen]


@pytest.mark.parametrize("naam", TABELLEN)
def test_key_points_at_one_row(naam: str) -> None:
    sleutel = teksten().weergaven[naam].sleutel
    sleutels = [tuple(r.text(k) for k in sleutel) for r in regels_van(naam)]
    assert len(set(sleutels)) == len(sleutels)


@pytest.mark.parametrize(
    ("standaard", "n"),
    [
        ("OP0", 13), ("OP1", 5), ("OP2", 34), ("OP3", 44), ("OP6", 3), ("VS1", 6), ("VS2", 5),
        ("OR1", 21), ("OR2", 5), ("SKA1", 33), ("SKA2", 39), ("SKA3", 29),
    ],
)  # fmt: skip
def test_derived_denominators_of_bijlage_2_1(standaard: str, n: int) -> None:
    regels = [r for r in regels_van("uitdagingen") if r.text("standaard") == standaard]
    assert {r.meting.n for r in regels if r.meting} == {n}
    for regel in regels:
        assert regel.meting is not None
        assert regel.meting.afgeleid
        assert regel.meting.aantal == regel.waarden["aantal"]


def test_a_column_with_a_wrong_n_gets_no_counts_at_all() -> None:
    kolom = [
        r
        for r in regels_van("interventies_bij_obstakels")
        if r.text("obstakel") == "Veel personele wisselingen"
    ]
    assert len(kolom) == 10
    # 52% past toevallig wel bij 21, maar de kolom als geheel niet.
    for regel in kolom:
        assert regel.meting is not None
        assert regel.meting.aantallen == ()
        assert regel.meting.interval is None


def test_mark_stands_at_the_cell_that_cannot_be() -> None:
    regel = pick(
        "interventies_bij_obstakels",
        interventie="Coaching van het managementteam",
        obstakel="Verwaarlozing",
    )
    assert regel.kan_niet
    assert any(m.controle == "Fréchet" for m in regel.meldingen)


def test_every_failed_cell_check_reaches_its_row() -> None:
    for naam in TABELLEN:
        sleutel = set(teksten().weergaven[naam].sleutel)
        verwacht = {
            tuple(sorted(m.sleutel.items()))
            for m in meldingen_bij(naam)
            if m.resource == naam and m.ernst != "klopt" and m.sleutel.keys() >= sleutel
        }
        gemerkt = {
            tuple(sorted((k, r.text(k)) for k in sleutel)) for r in regels_van(naam) if r.ernst
        }
        assert {tuple(p for p in v if p[0] in sleutel) for v in verwacht} <= gemerkt


def test_what_concerns_a_whole_table_is_told_once() -> None:
    zinnen = [m.uitleg for m in opvallend("plaatsen", regels_van("plaatsen"))]
    assert any("93" in tekst and "146" in tekst for tekst in zinnen)
    assert not any(r.ernst for r in regels_van("plaatsen"))


def test_remark_about_a_group_out_of_view_stays_away() -> None:
    een = tuple(r for r in regels_van("uitdagingen") if r.text("standaard") == "SKA2")
    for melding in opvallend("uitdagingen", een):
        assert melding.sleutel.get("standaard") in {None, "SKA2"}


def test_group_sizes_come_from_the_data() -> None:
    assert (group_size("afdelingen"), group_size("scholen"), group_size("besturen")) == (
        146,
        77,
        52,
    )


def test_unknown_names_get_a_helpful_error() -> None:
    with pytest.raises(ValueError, match="kies uit"):
        regels_van("onzin")
    with pytest.raises(KeyError, match="staat niet in de tabel"):
        kerncijfer("onzin")


def test_options_keep_the_order_of_the_source() -> None:
    assert options("risico_per_afdeling", "afdeling")[:2] == ("Vwo", "Havo")


@pytest.mark.parametrize("naam", TABELLEN)
def test_source_names_place_and_dutch_date(naam: str) -> None:
    bron = bron_kort(naam)
    assert "2025-01" not in bron
    assert bron.strip()
