"""Het rooster wordt nagekeken voordat het naar de agenda gaat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompterproef import RITME, Proef
from strategieen import BANK, perioden, tempos

from lv_tools.basis.gegevens.feestdagen import holidays
from lv_tools.gespreksprompter.model.ritme import Periode, Tempo, lay_out
from lv_tools.gespreksprompter.model.ritme_controle import (
    close_together,
    on_holidays,
    overlaps,
    remarks,
)
from lv_tools.gespreksprompter.model.tafel import own_table
from lv_tools.gespreksprompter.model.werk import default_rhythm

MAANDAG = replace(default_rhythm(2026).tempos[0], weekdag=0, tijd=time(10))
BESTUUR = Tempo(BANK.tafels["bestuur"], "weken", 2, weekdag=0, tijd=time(10), minuten=45)


@pytest.mark.parametrize("jaar", range(2024, 2040))
def test_een_vers_begin_heeft_geen_overlap(jaar: int) -> None:
    assert overlaps(default_rhythm(jaar).plan()) == ()


@pytest.mark.parametrize("code", BANK.tafels)
def test_alle_tafels_samen_hebben_geen_overlap(code: str) -> None:
    """Ook wie een tafel van school aanvinkt, begint zonder overlap."""
    from lv_tools.gespreksprompter.model.ritme import default_pace, working_period

    tempos_ = [default_pace(tafel) for tafel in BANK.tafels.values()]
    botsingen = overlaps(lay_out(tempos_, working_period(2026)))
    assert code not in {b.een.tafel.code for b in botsingen}


def test_bestuur_en_staf_op_maandag_tien_uur() -> None:
    """Zo stond het in een eerdere versie: negen keer tegelijk, met dezelfde stafmedewerker."""
    rooster = lay_out([MAANDAG, BESTUUR], default_rhythm(2026).periode)
    botsingen = overlaps(rooster)
    assert len(botsingen) == len([o for o in rooster.overleggen if o.tafel.code == "staf"]) // 2 + 1
    zin = remarks(rooster, [MAANDAG, BESTUUR])[0]
    assert "Bestuur en Staf onderling" in zin
    assert "maandag 7 september 2026" in zin
    assert "stafmedewerker kwaliteit" in zin


def test_na_elkaar_is_geen_overlap_en_een_eigen_tafel_is_onbekend() -> None:
    periode = Periode(date(2026, 9, 7), date(2026, 9, 11))
    na = replace(BESTUUR, tijd=time(11))
    assert overlaps(lay_out([MAANDAG, na], periode)) == ()
    eigen = Tempo(own_table("Leerlingenraad", ["team"], "eigen-2"), "weken", 5, weekdag=0)
    rooster = lay_out([MAANDAG, eigen], periode)
    (botsing,) = overlaps(rooster)
    assert botsing.wie == ()
    assert "Kijk zelf" in remarks(rooster, [MAANDAG, eigen])[0]
    docent = replace(BESTUUR, tafel=BANK.tafels["docent"])
    assert overlaps(lay_out([MAANDAG, docent], periode)) == ()


@settings(deadline=None, max_examples=60)
@given(st.lists(tempos, max_size=4, unique_by=lambda t: t.tafel.code), perioden)
def test_overlap_is_wat_elkaar_in_de_tijd_raakt(lijst: list[Tempo], periode: Periode) -> None:
    rooster = lay_out(lijst, periode)
    gevonden = {(b.een.tafel.code, b.ander.tafel.code, b.een.dag) for b in overlaps(rooster)}
    for een in rooster.overleggen:
        for ander in rooster.overleggen:
            samen = set(een.tafel.deelnemers) & set(ander.tafel.deelnemers)
            if een.tafel == ander.tafel or een.dag != ander.dag or not samen:
                continue
            van, tot = datetime.combine(een.dag, een.tijd), datetime.combine(ander.dag, ander.tijd)
            raakt = van < tot + timedelta(minutes=ander.minuten) and tot < van + timedelta(
                minutes=een.minuten
            )
            paar = {
                (een.tafel.code, ander.tafel.code, een.dag),
                (ander.tafel.code, een.tafel.code, een.dag),
            }
            assert bool(paar & gevonden) == raakt


@settings(deadline=None, max_examples=60)
@given(st.lists(tempos, max_size=3, unique_by=lambda t: t.tafel.code), perioden)
def test_elke_feestdag_wordt_genoemd(lijst: list[Tempo], periode: Periode) -> None:
    rooster = lay_out(lijst, periode)
    feest = {f.dag for jaar in (periode.van.year, periode.tot.year) for f in holidays(jaar)}
    assert {o.dag for o, _f in on_holidays(rooster)} == {
        o.dag for o in rooster.overleggen if o.dag in feest
    }


def test_tweede_pinksterdag_staat_er_bij_naam() -> None:
    ritme = default_rhythm(2026)
    (zin,) = remarks(ritme.plan(), ritme.tempos)
    assert "Bestuur op maandag 17 mei 2027 (tweede Pinksterdag)" in zin
    vrijdag = replace(BESTUUR, weekdag=4)
    rooster = lay_out([vrijdag], Periode(date(2027, 3, 26), date(2027, 3, 27)))
    assert "Goede Vrijdag, geen officiële feestdag" in remarks(rooster, [vrijdag])[0]


def test_na_een_vakantie_dicht_op_elkaar() -> None:
    vakanties = [
        Periode(date(2026, 10, 17), date(2026, 10, 25)),
        Periode(date(2026, 12, 19), date(2027, 1, 3)),
    ]
    rooster = lay_out([BESTUUR, MAANDAG], default_rhythm(2026).periode, vakanties)
    dagen = [(a.dag, b.dag) for a, b in close_together(rooster, [BESTUUR, MAANDAG])]
    assert dagen == [
        (date(2026, 10, 26), date(2026, 11, 2)),
        (date(2027, 1, 4), date(2027, 1, 11)),
    ]
    assert "26 oktober 2026 en 2 november 2026" in remarks(rooster, [BESTUUR])[-1]
    assert close_together(lay_out([BESTUUR], default_rhythm(2026).periode), [BESTUUR]) == ()


def test_het_scherm_zegt_het_voor_de_export(proef: Proef) -> None:
    paneel = proef.go(RITME)
    proef.gebeur(paneel.jaar, "wijziging", waarde="2027")
    assert [str(z)[:16] for z in paneel.nakijken.alineas] == ["Op een feestdag:"]
    proef.gebeur(paneel.tafel, "wijziging", waarde="bestuur")
    proef.vul("+tempo/*/tijd", "10.00")
    proef.zend("Pas dit tempo toe")
    assert "Tegelijk: Bestuur en Staf onderling" in str(paneel.nakijken.alineas[0])
