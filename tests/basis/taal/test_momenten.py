"""Tijden uit exporten worden momenten, en de tabel als geheel beslist wat dag en maand is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.taal.momenten import Schrijfwijze, as_moment, as_text, find_order, rank

MOMENT = datetime(2026, 9, 1, 10, 6)


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        (datetime(2026, 9, 1, 10, 6, 0, 4), MOMENT),
        (date(2026, 9, 1), datetime(2026, 9, 1)),
        ("1-9-2026 10:06", MOMENT),
        ("01-09-2026 10:06:00", MOMENT),
        ("1/9/2026 10:06", MOMENT),
        ("1.9.2026 10.06", MOMENT),
        ("2026-09-01 10:06:00", MOMENT),
        ("2026-09-01T10:06:00.000", MOMENT),
        ("2026/09/01 10:06:00 a.m. CET", MOMENT),
        ("1 september 2026 10:06", MOMENT),
        ("1 sep. 2026 10:06", MOMENT),
        ("46266,420833", MOMENT),
        ("46266.420833", MOMENT),
        ("2024/12/03 8:48:17 p.m. CET", datetime(2024, 12, 3, 20, 48, 17)),
        ("1-9-2026 12:05 AM", datetime(2026, 9, 1, 0, 5)),
        ("31-2-2026 10:00", None),
        ("1-9-2026 25:00", None),
        ("gisteren", None),
        ("", None),
        (None, None),
        ("7", None),
    ],
)
def test_elke_vorm(cel, verwacht):
    assert as_moment(cel, Schrijfwijze("dm")) == verwacht


@pytest.mark.parametrize(
    ("teksten", "volgorde", "gegokt"),
    [
        (["30-9-2026 10:00", "1-10-2026 9:00"], "dm", False),
        (["9/30/26 10:00:05", "10/1/26 9:00:00"], "md", False),
        (["7/27/26 19:06:23"], "md", False),
        (["1-10-2026 9:00"], "dm", False),
        (["10/1/26 9:00:00"], "md", True),
        (["1/10/2026 9:00"], "dm", True),
        (["30/9/2026 1:00", "9/30/2026 1:00", "1/2/2026 1:00"], "", True),
        (["2026-09-01 10:00", "5/5/26 1:00", ""], "dm", False),
    ],
)
def test_de_tabel_beslist_wat_dag_en_maand_is(teksten, volgorde, gegokt):
    wijze = find_order(teksten)
    assert (wijze.volgorde, bool(wijze.gegokt)) == (volgorde, gegokt)


@pytest.mark.parametrize(
    ("teksten", "engels", "volgorde"),
    [
        (["9/12/2026 8:55:05 AM", "9/10/2026 1:05:05 PM"], False, "md"),
        (["9/12/2026 8:55:05"], True, "md"),
        (["9/12/26 8:55:05"], True, "md"),
        (["9/12/2026 8:55:05"], False, "dm"),
        (["09/12/2026 08:55:05", "10/12/2026 08:55:05"], True, "dm"),
        (["9-12-2026 8:55:05"], True, "dm"),
    ],
)
def test_een_amerikaanse_export_zet_de_maand_voorop(teksten, engels, volgorde):
    wijze = find_order(teksten, engels=engels)
    assert wijze.volgorde == volgorde
    assert bool(wijze.gegokt) is ("/" in teksten[0])
    assert find_order([*teksten, "13/1/2026 9:00"], engels=engels).volgorde == "dm"


def test_bij_tegenspraak_blijft_alleen_over_wat_zeker_is():
    wijze = find_order(["30/9/2026 1:00", "9/30/2026 1:00", "1/2/2026 1:00"])
    assert as_moment("30/9/2026 1:00", wijze) == datetime(2026, 9, 30, 1)
    assert as_moment("9/30/2026 1:00", wijze) == datetime(2026, 9, 30, 1)
    assert as_moment("1/2/2026 1:00", wijze) is None


VORMEN = [
    lambda m: f"{m.day}-{m.month}-{m.year} {m:%H:%M:%S}",
    lambda m: f"{m.month}/{m.day}/{m:%y} {m:%H:%M:%S}",
    lambda m: f"{m:%Y-%m-%d %H:%M:%S}",
    lambda m: f"{m.month}/{m.day}/{m.year} {int(m.strftime('%I'))}:{m:%M:%S %p}",
]
momenten = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)).map(
    lambda m: m.replace(microsecond=0)
)


@given(st.lists(momenten, min_size=1, max_size=8), st.sampled_from(VORMEN))
def test_een_kolom_in_een_vorm_die_vastligt_komt_heel_terug(lijst, vorm):
    zeker = [*lijst, datetime(2026, 9, 30, 10, 0)]
    wijze = find_order(map(vorm, zeker))
    assert wijze.gegokt == ""
    assert [as_moment(vorm(m), wijze) for m in zeker] == zeker


@given(momenten, momenten)
def test_versies_zijn_te_ordenen_hoe_ze_ook_geschreven_zijn(een, ander):
    assert (rank(as_text(een)) < rank(as_text(ander))) == (een < ander)
    assert rank(een.isoformat()) == rank(as_text(een)) > rank("")


def test_een_oude_versie_uit_een_bewaard_bestand_is_te_vergelijken():
    assert rank("9-12-2026 10:00") < rank("10-12-2026 10:00") < rank("2026-12-11T09:00:00+01:00")
    assert rank("iets anders") < rank("1-1-2000 0:00")


@given(st.text(max_size=30))
def test_willekeurige_tekst_geeft_een_moment_of_niets(tekst):
    moment = as_moment(tekst, find_order([tekst]))
    assert moment is None or 1990 <= moment.year <= 2200
    rank(tekst)
