"""Een agenda kan volgen wat er sinds de vorige keer veranderde: gezien met icalendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.uitvoer.agenda import Agendapunt, to_ics
from lv_tools.basis.uitvoer.agendageheugen import MEESTE, NASLEEP, Uitgegeven, fingerprint, publish

NU = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NU + timedelta(days=1)
PUNT = st.builds(
    Agendapunt,
    st.sampled_from("abcdef"),
    st.sampled_from(["Overleg", "Afspraak", "Gesprek; over\nalles"]),
    st.dates(date(2026, 11, 1), date(2027, 7, 1)),
    st.none() | st.sampled_from([time(9), time(10, 30)]),
    st.integers(15, 90),
    st.sampled_from(["", "uitleg"]),
    st.sampled_from(["", "kamer 3"]),
)
PUNTEN = st.lists(PUNT, max_size=6, unique_by=lambda p: p.sleutel)


def gelezen(punten: tuple[Agendapunt, ...], nu: datetime) -> dict[str, icalendar.Event]:
    agenda = icalendar.Calendar.from_ical(to_ics(punten, "x", nu))
    return {str(e["UID"]): e for e in agenda.walk("VEVENT")}


def zonder_stempel(punten: tuple[Agendapunt, ...], nu: datetime) -> list[bytes]:
    return [r for r in to_ics(punten, "x", nu).split(b"\r\n") if not r.startswith(b"DTSTAMP:")]


@settings(deadline=None)
@given(PUNTEN)
def test_nog_eens_zonder_wijziging_is_gelijk(punten: list[Agendapunt]) -> None:
    eerst = publish(punten, (), (), NU)
    nog_eens = publish(punten, eerst.geheugen, (), LATER)
    assert zonder_stempel(eerst.punten, NU) == zonder_stempel(nog_eens.punten, LATER)
    assert nog_eens.geheugen == eerst.geheugen


@settings(deadline=None)
@given(PUNTEN, PUNTEN)
def test_anders_geeft_hetzelfde_kenmerk_en_een_hoger_nummer(
    eerste: list[Agendapunt], tweede: list[Agendapunt]
) -> None:
    weg = [p.sleutel for p in eerste if p.sleutel not in {t.sleutel for t in tweede}]
    een = publish(eerste, (), (), NU)
    twee = publish(tweede, een.geheugen, weg, LATER)
    oud, nieuw = gelezen(een.punten, NU), gelezen(twee.punten, LATER)
    assert set(oud) <= set(nieuw)  # wat er was, staat er nog: verhuisd, gelijk of vervallen
    vorige = {p.sleutel: p for p in eerste}
    for punt in twee.punten:
        (uid,) = gelezen((punt,), LATER)
        status = str(nieuw[uid]["STATUS"])
        assert status == ("CANCELLED" if punt.sleutel in weg else "CONFIRMED")
        if punt.sleutel not in vorige:
            assert int(nieuw[uid]["SEQUENCE"]) == 0
        elif punt.sleutel in weg or vorige[punt.sleutel] != next(
            p for p in tweede if p.sleutel == punt.sleutel
        ):
            assert int(nieuw[uid]["SEQUENCE"]) == int(oud[uid]["SEQUENCE"]) + 1
            assert nieuw[uid].decoded("LAST-MODIFIED") == LATER
        else:
            assert nieuw[uid]["SEQUENCE"] == oud[uid]["SEQUENCE"]
            assert nieuw[uid].decoded("LAST-MODIFIED") == NU


@settings(deadline=None)
@given(st.lists(PUNTEN, min_size=1, max_size=6))
def test_een_volgnummer_gaat_nooit_terug(ronden: list[list[Agendapunt]]) -> None:
    geheugen: tuple[Uitgegeven, ...] = ()
    hoogste: dict[str, int] = {}
    for dag, punten in enumerate(ronden):
        weg = [u.sleutel for u in geheugen if u.sleutel not in {p.sleutel for p in punten}]
        uitgave = publish(punten, geheugen, weg, NU + timedelta(days=dag))
        geheugen = uitgave.geheugen
        for punt in uitgave.punten:
            assert punt.volgnummer >= hoogste.get(punt.sleutel, 0)
            hoogste[punt.sleutel] = punt.volgnummer
        assert {p.sleutel for p in uitgave.punten if not p.vervallen} == {p.sleutel for p in punten}


def test_wat_vervalt_zegt_niet_meer_wat_iemand_typte() -> None:
    punt = Agendapunt("a", "Afspraak: gevoelig", date(2027, 1, 5), uitleg="Wie: Jan",
                      opschrift="afspraak uit een gesprek")  # fmt: skip
    eerst = publish([punt], (), (), NU)
    assert "gevoelig" not in repr(eerst.geheugen)
    assert "Jan" not in repr(eerst.geheugen)
    ((_uid, event),) = gelezen(publish([], eerst.geheugen, ["a"], LATER).punten, LATER).items()
    assert str(event["SUMMARY"]) == "Vervallen: afspraak uit een gesprek"
    assert str(event["TRANSP"]) == "TRANSPARENT"
    assert "DESCRIPTION" not in event


def test_vervallen_en_toch_weer_door() -> None:
    punt = Agendapunt("a", "Overleg", date(2027, 1, 5), time(10))
    een = publish([punt], (), (), NU)
    twee = publish([], een.geheugen, ["a"], NU)
    drie = publish([punt], twee.geheugen, (), LATER)
    ((_uid, event),) = gelezen(drie.punten, LATER).items()
    assert (str(event["STATUS"]), int(event["SEQUENCE"])) == ("CONFIRMED", 2)


def test_lang_voorbij_gaat_niet_meer_mee_en_nooit_uitgegeven_vervalt_niet() -> None:
    oud = Agendapunt("a", "Overleg", NU.date() - NASLEEP - timedelta(days=1))
    een = publish([oud], (), (), NU)
    assert publish([], een.geheugen, ["a", "nooit"], NU).punten == ()


def test_het_geheugen_blijft_klein_en_houdt_de_laatste_dagen() -> None:
    begin = date(2020, 1, 1)
    punten = [Agendapunt(f"p{nr}", "x", begin + timedelta(days=nr)) for nr in range(MEESTE + 5)]
    geheugen = publish(punten, (), (), NU).geheugen
    assert len(geheugen) == MEESTE
    assert min(u.dag for u in geheugen) == begin + timedelta(days=5)


def test_wat_niet_kan() -> None:
    goed = Uitgegeven("a", "x", 0, NU, date(2027, 1, 1), None, 60)
    with pytest.raises(ValueError, match="volgnummer"):
        replace(goed, volgnummer=-1)
    with pytest.raises(ValueError, match="tijdzone"):
        replace(goed, gewijzigd=datetime(2026, 1, 1))


def test_de_laatste_dag_telt_mee_en_wat_een_dag_duurt_houdt_zijn_controlegetal() -> None:
    punt = Agendapunt("p", "Ronde", date(2027, 1, 11))
    # Dit getal staat in bestanden van 0.2.0: met een ander getal zou elk punt opnieuw meegaan.
    assert fingerprint(punt) == "23105b680319983e"
    lang, langer = (replace(punt, tot=date(2027, 1, dag)) for dag in (15, 16))
    assert len({fingerprint(p) for p in (punt, lang, langer)}) == 3
