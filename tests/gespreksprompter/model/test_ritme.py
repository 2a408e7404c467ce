"""Het ritme volgt de frequenties van de presentatie en schuift alleen voor opgegeven vakanties."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategieen import BANK, perioden, tempos

from lv_tools.basis.invoer.velden import Invoerfout, read_time
from lv_tools.gespreksprompter.figuur import draw_rhythm
from lv_tools.gespreksprompter.model.perioden import read_periods, write_periods
from lv_tools.gespreksprompter.model.ritme import (
    Periode,
    Tempo,
    default_pace,
    lay_out,
    school_year,
    working_period,
)
from lv_tools.gespreksprompter.model.werk import default_rhythm

VEEL = settings(max_examples=100, deadline=None)


def test_een_schooljaar_volgens_de_presentatie() -> None:
    rooster = default_rhythm(2026).plan()
    keren = {code: [o for o in rooster.overleggen if o.tafel.code == code] for code in BANK.tafels}
    assert [len(keren[c]) for c in ("bestuur-scholen", "school", "toezicht")] == [2, 2, 1]
    assert keren["toezicht"][0].dag.month in (6, 7)
    assert all(len(keren[c]) == 0 for c in ("team", "sectie", "docent"))
    for code, minst, meest in (("staf", 4, 6), ("team-kwaliteit", 4, 6), ("bestuur", 2, 2)):
        dagen = [o.dag for o in keren[code]]
        tussen = {(b - a).days / 7 for a, b in itertools.pairwise(dagen)}
        assert tussen
        assert all(minst <= weken <= meest for weken in tussen)
    assert [o.dag for o in rooster.overleggen] == sorted(o.dag for o in rooster.overleggen)
    blad = draw_rhythm(rooster, working_period(2026))
    assert blad is not None
    assert len(blad.rijen) == len(rooster.overleggen)


@VEEL
@given(st.lists(tempos, max_size=3), perioden, st.lists(perioden, max_size=3))
def test_nooit_in_een_vakantie_en_altijd_in_de_periode(
    lijst: list[Tempo], periode: Periode, vakanties: list[Periode]
) -> None:
    rooster = lay_out(lijst, periode, vakanties)
    for overleg in rooster.overleggen:
        assert overleg.dag in periode
        assert not any(overleg.dag in vakantie for vakantie in vakanties)
        assert overleg.dag >= overleg.bedoeld
        assert (overleg.dag - overleg.bedoeld).days % 7 == 0
        assert overleg.dag.weekday() < 5
    zonder = lay_out(lijst, periode)
    assert len(zonder.overleggen) == len(rooster.overleggen) + len(rooster.uitgevallen)


@VEEL
@given(tempos, perioden, st.lists(perioden, max_size=3))
def test_een_tafel_komt_nooit_twee_keer_op_een_dag(
    tempo: Tempo, periode: Periode, vakanties: list[Periode]
) -> None:
    dagen = [o.dag for o in lay_out([tempo], periode, vakanties).overleggen]
    assert len(dagen) == len(set(dagen))


def test_zonder_opgave_bestaat_er_geen_vakantie() -> None:
    tempo = Tempo(BANK.tafels["bestuur"], "weken", 1, weekdag=4)
    rooster = lay_out([tempo], Periode(date(2026, 12, 1), date(2027, 1, 15)))
    assert date(2026, 12, 25) in [o.dag for o in rooster.overleggen]


def test_verschuiven_om_een_vakantie() -> None:
    tempo = Tempo(BANK.tafels["staf"], "weken", 5, weekdag=0)
    periode = Periode(date(2026, 9, 7), date(2026, 12, 18))
    herfst = Periode(date(2026, 10, 12), date(2026, 10, 18))
    dagen = [(o.dag, o.verzet) for o in lay_out([tempo], periode, [herfst]).overleggen]
    assert dagen == [
        (date(2026, 9, 7), False), (date(2026, 10, 19), True), (date(2026, 11, 16), False),
    ]  # fmt: skip


def test_zelf_verzetten_weglaten_en_uitvallen() -> None:
    tempo = Tempo(BANK.tafels["school"], "jaar", maanden=(10, 3))
    periode = working_period(2026)
    eerste, tweede = lay_out([tempo], periode).overleggen
    zelf = {("school", eerste.bedoeld): eerste.dag + timedelta(2), ("school", tweede.bedoeld): None}
    (over,) = lay_out([tempo], periode, zelf=zelf).overleggen
    assert over.dag == eerste.dag + timedelta(2)
    assert over.verzet
    alles = Periode(periode.van, periode.tot)
    rooster = lay_out([tempo], periode, [alles])
    assert rooster.overleggen == ()
    assert len(rooster.uitgevallen) == 2


def test_onderwerpen_wisselen_bij_een_vol_jaar() -> None:
    tempo = default_pace(BANK.tafels["staf"])
    voorop = [o.onderwerpen[0] for o in lay_out([tempo], working_period(2026)).overleggen]
    assert len(set(voorop)) == 3


@pytest.mark.parametrize(
    ("anders", "woord"),
    [({"soort": "dag"}, "soort"), ({"weken": 0}, "weken"), ({"weekdag": 6}, "weekdag"),
     ({"maanden": (13,)}, "maanden")],
)  # fmt: skip
def test_een_tempo_dat_niet_kan(anders: dict[str, object], woord: str) -> None:
    with pytest.raises(ValueError, match=woord):
        replace(Tempo(BANK.tafels["staf"], "weken"), **anders)


def test_schooljaar_en_periode() -> None:
    assert (school_year(2026).van, school_year(2026).tot) == (date(2026, 8, 1), date(2027, 7, 31))
    with pytest.raises(ValueError, match="terug"):
        Periode(date(2026, 2, 1), date(2026, 1, 1))


@VEEL
@given(
    st.lists(
        st.builds(replace, perioden, naam=st.sampled_from(["", "herfstvakantie", "mei 2"])),
        max_size=4,
    )
)
def test_perioden_typen_en_teruglezen(lijst: list[Periode]) -> None:
    assert read_periods(write_periods(lijst), "Vakanties") == tuple(lijst)


@pytest.mark.parametrize(
    ("regel", "van", "tot", "naam"),
    [
        ("12-10-2026 t/m 18-10-2026 herfst", date(2026, 10, 12), date(2026, 10, 18), "herfst"),
        ("1 mei 2027 tot en met 9 mei 2027", date(2027, 5, 1), date(2027, 5, 9), ""),
        ("5-12-2026 studiedag", date(2026, 12, 5), date(2026, 12, 5), "studiedag"),
    ],
)
def test_zo_schrijven_mensen_een_periode(regel: str, van: date, tot: date, naam: str) -> None:
    assert read_periods(f"\n{regel}\n\n", "Vakanties") == (Periode(van, tot, naam),)


@pytest.mark.parametrize(
    "regel",
    ["herfst", "12-10-2026 t/m", "18-10-2026 t/m 12-10-2026", "31-2-2026", "x t/m 1-1-2026"],
)
def test_een_periode_die_niet_klopt_noemt_de_regel(regel: str) -> None:
    fout = read_periods(f"1-9-2026\n{regel}", "Vakanties")
    assert isinstance(fout, Invoerfout)
    assert fout.waarde == regel
    assert "Typ het zo" in fout.uitweg


@pytest.mark.parametrize(
    ("tekst", "uur", "minuut"), [("9.30", 9, 30), ("9:30 uur", 9, 30), ("14u", 14, 0), ("8", 8, 0)]
)
def test_tijden(tekst: str, uur: int, minuut: int) -> None:
    tijd = read_time(tekst, "Begintijd")
    assert (tijd.hour, tijd.minute) == (uur, minuut)


@pytest.mark.parametrize("tekst", ["25.00", "9.75", "morgen", "9.3"])
def test_geen_tijd(tekst: str) -> None:
    fout = read_time(tekst, "Begintijd")
    assert isinstance(fout, Invoerfout)
    assert "Begintijd" in str(fout)


def test_een_lege_tijd_mag() -> None:
    assert read_time(" ", "Begintijd") is None
