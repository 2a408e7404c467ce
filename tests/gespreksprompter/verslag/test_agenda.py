"""Agendapunten door de voordeur: wat een agenda herkent, bijwerkt en laat vervallen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompterproef import AFRONDEN, GESPREK, REEKS, Proef, afgerond, afspraak, schrijf
from prompterproef import RITME as RITMEBLAD
from strategieen import reeksen

from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Parkeerpunt
from lv_tools.gespreksprompter.model.reeks import Reeks, new_id
from lv_tools.schermdelen import Download

RITME = "Het hele ritme voor de agenda"
AFSPRAKEN = "Afspraken voor de agenda"
VERVALLEN = "Vervallen punten voor de agenda"


def punten(proef: Proef, knop: str, *, laat: bool = False) -> dict[str, Any]:
    proef.go(RITMEBLAD if knop == RITME else AFRONDEN)
    proef.klik(knop, laat=laat)
    return {str(e["UID"]): e for e in icalendar.Calendar.from_ical(proef.bestand()).walk("VEVENT")}


def kaal(proef: Proef, knop: str) -> list[bytes]:
    proef.go(RITMEBLAD if knop == RITME else AFRONDEN)
    proef.klik(knop)
    return [r for r in proef.bestand().split(b"\r\n") if not r.startswith(b"DTSTAMP:")]


def stap(event: Any) -> tuple[str, int]:
    return str(event["STATUS"]), int(event["SEQUENCE"])


def test_twee_scholen_delen_geen_enkel_punt() -> None:
    een, twee = Proef(), Proef()
    for proef in (een, twee):
        afgerond(_met_gids(proef))
    for knop in (RITME, AFSPRAKEN):
        assert not set(punten(een, knop)) & set(punten(twee, knop))


@pytest.mark.parametrize("knop", [RITME, AFSPRAKEN])
def test_nog_eens_zonder_wijziging(gids: Proef, knop: str) -> None:
    afgerond(gids)
    assert kaal(gids, knop) == kaal(gids, knop)


def _tijd(proef: Proef) -> None:
    proef.vul("+tempo/*/tijd", "14.00")
    proef.zend("Pas dit tempo toe")


def _weekdag(proef: Proef) -> None:
    proef.vul("+tempo/*/dag", "3")
    proef.zend("Pas dit tempo toe")


@pytest.mark.parametrize("wijzig", [_tijd, _weekdag])
def test_een_andere_dag_of_tijd_verhuist_elk_overleg(
    proef: Proef, wijzig: Callable[[Proef], None]
) -> None:
    proef.gebeur(proef.go(RITMEBLAD).tafel, "wijziging", waarde="staf")
    oud = punten(proef, RITME)
    wijzig(proef)
    nieuw = punten(proef, RITME)
    assert set(nieuw) == set(oud)
    assert all(str(e["STATUS"]) == "CONFIRMED" for e in nieuw.values())
    anders = [u for u in oud if "Staf onderling" in str(oud[u]["SUMMARY"])]
    assert len(anders) == 9
    for uid in oud:
        assert int(nieuw[uid]["SEQUENCE"]) == (uid in anders)


def test_weglaten_verzetten_en_een_tafel_uitzetten(proef: Proef) -> None:
    paneel = proef.go(RITMEBLAD)
    jaar = proef.staat.ritme.jaar + 1  # helemaal in de toekomst: wat lang voorbij is, gaat niet mee
    proef.gebeur(paneel.jaar, "wijziging", waarde=str(jaar))
    oud = punten(proef, RITME)
    proef.klik("Laat dit overleg weg")
    een = punten(proef, RITME)
    assert set(een) == set(oud)
    (weg,) = [u for u, e in een.items() if str(e["STATUS"]) == "CANCELLED"]
    assert str(een[weg]["SUMMARY"]).startswith("Vervallen: Kwaliteit: ")
    assert een[weg].decoded("DTSTART") == oud[weg].decoded("DTSTART")
    proef.klik("Zet alles terug volgens het ritme")
    assert stap(punten(proef, RITME)[weg]) == ("CONFIRMED", 2)
    proef.gebeur(paneel.tafels, "wijziging", waarde=["bestuur"])
    vervallen = [e for e in punten(proef, RITME).values() if str(e["STATUS"]) == "CANCELLED"]
    assert len(vervallen) == len(oud) - len(paneel.ritme.plan().overleggen)


def test_een_ander_schooljaar_laat_dit_jaar_staan(proef: Proef) -> None:
    jaar = proef.staat.ritme.jaar
    oud = punten(proef, RITME)
    proef.gebeur(proef.go(RITMEBLAD).jaar, "wijziging", waarde=str(jaar + 1))
    nieuw = punten(proef, RITME)
    assert not set(oud) & set(nieuw)
    assert all(stap(e) == ("CONFIRMED", 0) for e in nieuw.values())


def test_hernoemen_houdt_het_kenmerk_en_weghalen_laat_vervallen(gids: Proef) -> None:
    afgerond(gids)
    oud = punten(gids, AFSPRAKEN)
    gids.go(REEKS)
    gids.vul("+naam/*", "Rector Oost")
    gids.zend("Wijzig de naam")
    nieuw = punten(gids, AFSPRAKEN)
    assert set(nieuw) == set(oud)
    assert {stap(e) for e in nieuw.values()} == {("CONFIRMED", 1)}
    gids.zet(lambda w: w.put_conversation(w.conversation.drop("a1")))
    na = punten(gids, AFSPRAKEN)
    (weg,) = [e for e in na.values() if str(e["STATUS"]) == "CANCELLED"]
    assert "Lesbezoeken" not in weg.to_ical().decode()
    # Een nieuwe afspraak is een nieuw punt, en neemt nooit het nummer van de oude over.
    gids.go(GESPREK)
    afspraak(gids, "Iets heel anders", wanneer="20-1-2027")
    straks = punten(gids, AFSPRAKEN)
    (nieuwe,) = [u for u, e in straks.items() if "heel anders" in str(e["SUMMARY"])]
    assert nieuwe not in na
    assert stap(straks[nieuwe]) == ("CONFIRMED", 0)


def test_het_enige_gesprek_weghalen_laat_zijn_punten_in_de_agenda_vervallen(gids: Proef) -> None:
    afgerond(gids)
    oud = punten(gids, AFSPRAKEN)
    assert gids.go(AFRONDEN).vervallen.verborgen
    gids.go(REEKS)
    gids.klik("Haal dit gesprek weg")
    gids.klik("Ja, haal dit gesprek weg")
    assert gids.gesprek is None
    gids.go(AFRONDEN)
    vak = gids.paneel(AFRONDEN)
    assert not vak.leeg.verborgen
    assert not vak.vervallen.verborgen
    na = punten(gids, VERVALLEN)
    assert set(na) == set(oud)
    assert {stap(e) for e in na.values()} == {("CANCELLED", 1)}
    assert "Lesbezoeken" not in gids.bestand().decode()
    # Ook de knop van een pagina die nog niet bij is, geeft dit bestand.
    assert set(punten(gids, AFSPRAKEN, laat=True)) == set(oud)


def test_zonder_iets_in_een_agenda_is_er_niets_te_laten_vervallen(gids: Proef) -> None:
    gids.go(REEKS)
    gids.klik("Haal dit gesprek weg")
    gids.klik("Ja, haal dit gesprek weg")
    assert gids.gesprek is None
    assert gids.go(AFRONDEN).vervallen.verborgen


def test_wat_in_een_later_gesprek_vervalt_gaat_mee(gids: Proef) -> None:
    afgerond(gids)
    (afspraak,) = [u for u, e in punten(gids, AFSPRAKEN).items() if "Afspraak" in e["SUMMARY"]]
    gids.klik("Bereid het volgende gesprek voor")
    gids.zet(lambda werk: werk.put(werk.current.settle("a1", "gedaan")))
    assert afspraak not in punten(gids, AFSPRAKEN)  # gedaan blijft staan waar het stond
    gids.zet(lambda werk: werk.put(werk.current.settle("a1", "vervallen")))
    assert stap(punten(gids, AFSPRAKEN)[afspraak]) == ("CANCELLED", 1)


def test_elk_nieuw_werk_heeft_een_eigen_kenmerk_en_dat_reist_mee() -> None:
    proef = Proef()
    kenmerk = proef.staat.kenmerk
    assert len(kenmerk) == 32
    proef.go(REEKS)
    proef.vul("+naam/*", "Rector Oost")
    proef.zend("Wijzig de naam")
    assert schrijf(proef.staat)["kenmerk"] == kenmerk
    ander = proef.heropend()
    assert ander.staat.kenmerk == kenmerk
    assert set(punten(ander, RITME)) == set(punten(proef, RITME))
    # Twee nieuwe bestanden na elkaar hebben elk een eigen kenmerk.
    ander.open()
    eerste = ander.staat.kenmerk
    ander.open()
    assert len({kenmerk, eerste, ander.staat.kenmerk, ""}) == 4


def test_werk_van_een_eerdere_versie_opent_en_krijgt_een_kenmerk() -> None:
    proef = Proef()
    oud = schrijf(proef.staat)
    del oud["kenmerk"]
    proef.open(to_json(Bewaard(proef.hulpmiddel.naam, 3, "x", now(), {"staat": oud})))
    assert proef.opstelling.bewaren.melding == ""
    assert proef.staat.kenmerk == ""  # alleen openen verandert niets
    assert len(punten(proef, RITME)) == len(proef.staat.ritme.plan().overleggen)
    assert proef.staat.kenmerk


@settings(deadline=None, max_examples=60)
@given(reeksen(), st.lists(st.tuples(st.sampled_from("agp"), st.booleans()), max_size=8))
def test_een_nummer_komt_nooit_terug(reeks: Reeks, stappen: list[tuple[str, bool]]) -> None:
    reeks = reeks.put(Gesprek("g90"))
    gehad = {d.id for g in reeks.gesprekken for d in (*g.afspraken, *g.parkeer)}
    gehad |= {g.id for g in reeks.gesprekken}
    for letter, weg in stappen:
        nieuw = new_id(reeks, letter)
        assert nieuw not in gehad
        gehad.add(nieuw)
        gesprek = reeks.get("g90")
        if letter == "g":
            reeks = reeks.put(Gesprek(nieuw))
            reeks = reeks.drop(nieuw) if weg else reeks
            continue
        deel = (
            gesprek.put(Afspraak(nieuw, "x"))
            if letter == "a"
            else gesprek.park(Parkeerpunt(nieuw, "x"))
        )
        reeks = reeks.put(deel)
        reeks = reeks.put(reeks.get("g90").drop(nieuw)) if weg else reeks


def test_twee_eigen_tafels_met_dezelfde_code_vallen_niet_weg(proef: Proef) -> None:
    from lv_tools.gespreksprompter.model.ritme import default_pace
    from lv_tools.gespreksprompter.model.tafel import own_table

    tafels = [own_table(naam, ["school"], "eigen-2") for naam in ("Oost", "West")]
    tempos = tuple(replace(default_pace(t), maanden=(10,)) for t in tafels)
    werk = proef.staat
    proef.zet(lambda _w: replace(werk, ritme=replace(werk.ritme, tempos=tempos)).marked())
    assert len(punten(proef, RITME)) == 2


def _met_gids(proef: Proef) -> Proef:
    proef.zend("Maak de gids")
    return proef


def test_een_dag_verzetten_houdt_het_kenmerk(proef: Proef) -> None:
    oud = punten(proef, RITME)
    eerste = proef.go(RITMEBLAD).ritme.plan().overleggen[0]
    dag = date(eerste.dag.year, 10, 9)
    proef.vul("+verzet/dag", f"{dag.day}-{dag.month}-{dag.year}")
    proef.zend("Verzet dit overleg")
    nieuw = punten(proef, RITME)
    assert set(nieuw) == set(oud)
    (verzet,) = [u for u, e in nieuw.items() if e.decoded("DTSTART").date() == dag
                 and oud[u].decoded("DTSTART").date() != dag]  # fmt: skip
    assert stap(nieuw[verzet]) == ("CONFIRMED", 1)


def test_elk_bestand_noemt_het_hulpmiddel_het_gesprek_en_de_dag(gids: Proef) -> None:
    afgerond(gids)
    for blad in gids.hulpmiddel.panelen:
        gids.go(blad)
    knoppen = [d for d in gids.scherm.walk() if isinstance(d, Download)]
    alle = [knop.maak().naam for knop in knoppen]
    namen = [naam for naam in alle if not naam.startswith("dossier-")]  # van meer hulpmiddelen
    assert len(alle) == len(namen) + 1
    assert len(set(namen)) == len(namen) >= 6
    for naam in namen:
        assert naam.startswith("gespreksprompter-")
    ander = ("-ritme-", "-oudere-versie-")
    over_gesprek = [naam for naam in namen if not any(deel in naam for deel in ander)]
    assert len(over_gesprek) >= 6
    assert all("-rector-of-directeur-2026-11-24." in naam for naam in over_gesprek)
