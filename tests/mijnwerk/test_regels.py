"""Reservekopie en overzicht: terug is hetzelfde, niets raakt kwijt, en de dagen kloppen."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kastproef import dossier, plan, record
from knooppunt import Kopiefout, call
from mijnwerk import doors

from lv_tools.basis.uitwisseling.dossier import Dossier, to_text
from lv_tools.basis.uitwisseling.stukken import Herkomst
from lv_tools.basis.vorm import codec
from lv_tools.kwaliteitskalender.hulpmiddel import KWALITEITSKALENDER
from lv_tools.kwaliteitskalender.model.bronnen import adopt
from lv_tools.kwaliteitskalender.model.kalender import Jaar, Kalender, Reeks
from lv_tools.kwaliteitskalender.verslag.beeld import compute as lay_out
from lv_tools.kwaliteitskalender.verslag.beeld import give

VANDAAG = date(2026, 11, 28)
NU = "2026-11-28T10:00:00.000Z"

teksten = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
stukken = st.builds(
    lambda wie, naam, tijd, tekst, naloop: {
        "instrument": wie, "naam": naam, "tijd": tijd, "tekst": tekst, "naloop": naloop,
    },
    st.sampled_from(["verbeterplan", "urgentiemeter", "dossier"]),
    st.sampled_from(["Zonder naam", "Havo", "Mavo", "<b>x</b>", "n" * 80, "💥" * 80]),
    st.integers(0, 2**45),
    teksten,
    st.dictionaries(teksten.filter(lambda t: t != "__proto__"), teksten | st.none(), max_size=3),
)  # fmt: skip
kasten = st.lists(stukken, max_size=8, unique_by=lambda s: (s["instrument"], s["naam"]))


def restore(hier: list[Any], kopie: list[Any]) -> list[Any]:
    """Zet een kopie terug zoals het script dat doet."""
    rijen = call("vergelijkKopie", hier, kopie)
    erbij = [{**r["stuk"], "naam": r["naar"]} for r in rijen if r["wat"] != "zelfde"]
    samen = [*hier, *erbij]
    sleutels = [(s["instrument"], s["naam"]) for s in samen]
    assert len(set(sleutels)) == len(sleutels), "niets komt over iets anders heen"
    return samen


@settings(max_examples=50)
@given(kasten)
def test_een_kopie_terugzetten_op_een_leeg_apparaat_is_hetzelfde(kast) -> None:
    gelezen = call("leesKopie", call("schrijfKopie", kast, NU))
    assert gelezen == restore([], gelezen) == kast


def inhoud(kast: list[Any]) -> set[str]:
    wat = ("instrument", "tekst", "naloop")
    return {json.dumps([stuk[w] for w in wat], sort_keys=True) for stuk in kast}


@settings(max_examples=50)
@given(kasten, kasten)
def test_wat_er_al_stond_blijft_en_twee_keer_is_een_keer(hier, daar) -> None:
    samen = restore(hier, daar)
    assert samen[: len(hier)] == hier
    assert inhoud(samen) == inhoud(hier) | inhoud(daar)
    assert {(s["instrument"], s["naam"]) for s in samen} >= {
        (s["instrument"], s["naam"]) for s in daar
    }
    assert restore(samen, daar) == samen
    assert all(len(s["naam"]) <= 80 for s in samen)


@settings(max_examples=50)
@given(kasten, st.data())
def test_een_teken_anders_gaat_niet_open(kast, data) -> None:
    kopie = call("schrijfKopie", kast, NU)
    plek = data.draw(st.integers(0, len(kopie) - 2))
    teken = data.draw(st.sampled_from("0a ,}").filter(lambda t: t != kopie[plek]))
    for kapot in (kopie[:plek] + teken + kopie[plek + 1 :], kopie[:plek]):
        with pytest.raises(Kopiefout):
            call("leesKopie", kapot)
    assert call("leesKopie", "\ufeff" + kopie + "\r\n") == kast


def work(*rijen: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    vol = [{"naloop": {}, **rij} for rij in rijen]
    return call("werkVan", vol, doors()), call("dossiersVan", vol)


def due(*rijen: dict[str, Any], vandaag: date = VANDAAG) -> list[Any]:
    werk, dossiers = work(*rijen)
    return call("aanDeBeurt", werk, dossiers, call("dagnummer", vandaag.isoformat()))


@pytest.mark.parametrize(
    ("instrument", "staat", "heet"),
    [
        ("verbeterplan", {"kern": {"titel": "Havo 2026"}}, "Havo 2026"),
        ("urgentiemeter", {"naam": " Onze vwo "}, "Onze vwo"),
        ("zelfevaluatie", {"opzet": {"naam": "Voorjaar"}}, "Voorjaar"),
        ("risicoscan", {"naam": "", "soort": "havo"}, "havo"),
        ("gespreksprompter", {"reeksen": [
            {"naam": "Rector", "gesprekken": []},
            {"naam": "Vaksectie Nederlands", "gesprekken": [{}]},
        ]}, "Vaksectie Nederlands"),
        ("kwaliteitskalender", {"naam": 3, "reeksen": "kapot"}, None),
        ("urgentiemeter", {}, None),
    ],
)  # fmt: skip
def test_werk_zonder_naam_heet_naar_waar_het_over_gaat(instrument, staat, heet) -> None:
    stuk = {**record(instrument, "Zonder naam", json.dumps({"staat": {"staat": staat}})), "tijd": 0}
    (werk,), _ = work(stuk)
    assert (
        werk["heet"] == heet
        if heet
        else re.match(r"van 1 januari 1970, \d\d\.\d\d uur", werk["heet"])
    )
    assert werk["naam"] == "Zonder naam"  # zo vindt het hulpmiddel het terug
    (anders,), _ = work({**stuk, "naam": "Eigen naam"})
    assert anders["heet"] == "Eigen naam"


def test_wat_voorbij_is_en_wat_komt_staat_op_volgorde() -> None:
    punten = due(
        record("verbeterplan", "Plan", plan("Havo", VANDAAG)),
        record("dossier", "D", dossier(VANDAAG)),
        record("kwaliteitskalender", "Kapot", "{"),
    )
    assert [(p["wat"], p["over"]) for p in punten] == [
        ("Afspraak <b>nakomen</b>", -40), ("Lessen bekijken", 1), ("Toetsen bespreken", 3),
    ]  # fmt: skip
    # Een dag na het moment staat het er nog, na twee weken niet meer; de activiteit blijft staan.
    later = due(
        record("verbeterplan", "Plan", plan("Havo", VANDAAG)), vandaag=VANDAAG + timedelta(30)
    )
    assert [p["wat"] for p in later] == ["Afspraak <b>nakomen</b>"]


def test_werk_dat_hier_zelf_staat_komt_er_niet_nog_eens_uit_het_dossier() -> None:
    tekst = json.loads(plan("Havo", VANDAAG))
    tekst["staat"]["staat"]["kenmerk"] = "elders"
    hier = record("verbeterplan", "Plan", json.dumps(tekst))
    punten = due(hier, record("dossier", "D", dossier(VANDAAG)))
    assert "Toetsen bespreken" not in [p["wat"] for p in punten]


def test_overleggen_die_de_kalender_klaarlegde_staan_er_ook_als_zij_hier_zelf_staat() -> None:
    """Klaargelegd zoals de kalender het doet; wat hier verzet of weg is, wint van het dossier."""
    begin = Reeks("r1", "Lessen bespreken", soort="weken", weken=1, wie="sectie")
    jaar = Jaar("2026", date(2026, 8, 24), date(2027, 7, 9))
    kalender = Kalender("2026", (jaar,), kenmerk="abc1", reeksen=(begin,))
    inhoud = KWALITEITSKALENDER.inhoud()
    gegeven = give(lay_out(kalender, inhoud))

    def shown(nu: Kalender) -> list[tuple[str, int]]:
        tekst = json.dumps({"staat": {"staat": codec.write(nu)}})
        samen = Dossier().give(Herkomst("kwaliteitskalender", "Kalender"), "abc1", gegeven)
        punten = due(
            record("kwaliteitskalender", "Kalender", tekst),
            record("dossier", "D", to_text(samen, "D")),
        )
        return [(punt["wat"], punt["over"]) for punt in punten]

    assert shown(kalender) == [("Lessen bespreken", n) for n in (-11, -4, 3, 10, 17)]
    keer = next(m for m in gegeven if m.dag == VANDAAG + timedelta(3))
    eigen = adopt(kalender, keer.id).punten[0]
    verzet = replace(kalender, punten=(replace(eigen, dag=VANDAAG + timedelta(5)),))
    assert ("Lessen bespreken", 3) not in shown(verzet)
    assert ("Lessen bespreken", 5) in shown(verzet)
    weg = replace(kalender, punten=(replace(eigen, weg=True),))
    assert [n for _, n in shown(weg)] == [-11, -4, 10, 17]
    assert shown(replace(kalender, reeksen=())) == []


def test_de_volgende_stap_volgt_de_lijn_en_anders_gaat_u_verder_waar_u_was() -> None:
    werk, dossiers = work(record("dossier", "D", dossier(VANDAAG)))
    stap = call("volgendeStap", werk, dossiers[0], doors())
    assert (stap["deur"]["naam"], stap["aantal"]) == ("kwaliteitskalender", 1)
    # Wie daar sindsdien bezig was, krijgt de stap ervoor; de scan heeft de signalen nog niet.
    later = record("kwaliteitskalender", "K", "{}", -5)
    werk, dossiers = work(record("dossier", "D", dossier(VANDAAG)), later)
    assert call("volgendeStap", werk, dossiers[0], doors())["deur"]["naam"] == "risicoscan"
    werk, _ = work(record("verbeterplan", "Plan", plan("Havo", VANDAAG)))
    stap = call("volgendeStap", werk, None, doors())
    assert stap["werk"]["stap"] == "Voortgang"
    assert call("volgendeStap", [], None, doors()) is None
    # De voorbeeldschool heeft haar eigen jaar: haar dossier geeft de lezer geen stap.
    werk, dossiers = work(record("dossier", "Voorbeeldschool", dossier(VANDAAG)))
    assert call("volgendeStap", werk, dossiers[0], doors()) is None
    assert due(record("dossier", "Voorbeeldschool", dossier(VANDAAG))) == []


@pytest.mark.parametrize("staat", [None, [], {"kern": None}, {"punten": [None]}, {"reeksen": 3}])
def test_wat_niet_te_begrijpen_is_houdt_de_rest_niet_tegen(staat) -> None:
    kapot = json.dumps({"staat": {"staat": staat, "plek": {"stap": 3}}})
    rijen = [record(naam, "x", kapot) for naam in doors()]
    punten = due(*rijen, record("dossier", "D", dossier(VANDAAG)))
    assert [p["wat"] for p in punten] == ["Toetsen bespreken"]


def test_een_groot_dossier_kost_hooguit_een_paar_keer_kale_json() -> None:
    """Een verhouding in één run: op elke computer dezelfde grens, met ruime marge."""
    from meting_dossier import measure

    omvang, keer = measure()
    assert omvang > 5_000_000
    assert max(keer.values()) < 15, keer
