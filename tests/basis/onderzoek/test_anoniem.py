"""Een anonieme meting houdt geen seconden, geen namen en geen kenmerken die elders te zien zijn."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.anoniem import anonymise, bare, new_salt, without_seconds
from lv_tools.basis.onderzoek.respondenten import Respondent, new_id, table_key
from lv_tools.basis.onderzoek.samenvoegen import Bron, merge
from lv_tools.basis.taal.momenten import rank
from lv_tools.basis.verzamelen.toevoegen import Aanbod, add

momenten = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31))
zones = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
kenmerken = st.builds(new_id) | st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)

#: Zoals een tijd in een bestand of een tabel kan staan.
VORMEN = {
    "iso": lambda m: m.isoformat(),
    "iso zonder fractie": lambda m: m.isoformat(timespec="seconds"),
    "iso met spatie": lambda m: m.isoformat(" "),
    "iso met Z": lambda m: f"{m.replace(tzinfo=None).isoformat()}Z",
    "iso aaneen": lambda m: m.strftime("%Y%m%dT%H%M%S"),
    "tabel": lambda m: m.strftime("%Y-%m-%d %H:%M:%S"),
    "Nederlands": lambda m: m.strftime("%d-%m-%Y %H:%M:%S"),
    "met punten": lambda m: m.strftime("%d.%m.%y %H.%M.%S"),
    "met een komma": lambda m: f"{m.strftime('%d-%m-%Y, %H:%M:%S')},{m.microsecond:06}",
    "Engels": lambda m: m.strftime("%m/%d/%y %I:%M:%S PM"),
}


@pytest.mark.parametrize(
    ("met", "zonder"),
    [
        ("2026-11-27T19:25:20+00:00", "2026-11-27T19:25+00:00"),
        ("2026-11-27T19:25:20.123456+01:00", "2026-11-27T19:25+01:00"),
        ("2026-11-27T19:25:20", "2026-11-27T19:25"),
        ("2026-11-27 19:25:20", "2026-11-27 19:25"),
        ("11/27/26 9:25:20", "11/27/26 9:25"),
        ("27.11.26 19.25.20", "27.11.26 19.25"),
        ("20261127T192520Z", "20261127T1925Z"),
        ("27.11.26", "27.11.26"),
        ("2026-11-27T19:25+00:00", "2026-11-27T19:25+00:00"),
        ("2026-11-27", "2026-11-27"),
        ("", ""),
    ],
)
def test_een_tijdstip_verliest_zijn_seconden(met: str, zonder: str) -> None:
    assert without_seconds(met) == zonder


@given(momenten, momenten, zones, st.sampled_from(sorted(VORMEN)))
def test_wat_overblijft_hangt_in_geen_enkele_vorm_van_de_seconden_af(
    moment: datetime, ander: datetime, zone: timezone | None, vorm: str
) -> None:
    moment = moment.replace(tzinfo=zone)
    ander = moment.replace(second=ander.second, microsecond=ander.microsecond or 1)
    moment = moment.replace(microsecond=moment.microsecond or 1)
    schrijf = VORMEN[vorm]
    over = without_seconds(schrijf(moment))
    assert over == without_seconds(schrijf(ander))
    assert without_seconds(over) == over
    assert re.search(moment.strftime("%M"), over)  # de minuten blijven


@given(momenten, zones)
def test_zonder_seconden_blijft_het_tijdstip_van_de_minuut_leesbaar(
    moment: datetime, zone: timezone | None
) -> None:
    iso = moment.replace(tzinfo=zone).isoformat()
    minuut = moment.replace(second=0, microsecond=0, tzinfo=zone).isoformat()
    assert rank(without_seconds(iso)) == rank(minuut)


@given(st.lists(kenmerken, min_size=1, max_size=8, unique=True))
def test_geen_enkel_eigen_kenmerk_staat_er_nog_en_niemand_valt_samen(wie: list[str]) -> None:
    bron = Bron("x.json", tuple(Respondent(kenmerk, "team", {"a": 1}) for kenmerk in wie))
    zout = new_salt()
    (klaar,) = anonymise([bron], zout)
    nieuw = [r.id for r in klaar.respondenten]
    assert len(set(nieuw)) == len(wie)
    for oud, id_ in zip(wie, nieuw, strict=True):
        assert id_ == oud if re.fullmatch(r"z[0-9a-f]{23}-\d+|p[0-9a-f]{31}", oud) else id_ != oud
        assert len(id_) <= 64
    assert anonymise([klaar], zout) == (klaar,)


def test_het_begin_van_een_eigen_kenmerk_wijst_geen_rij_aan() -> None:
    wie = [new_id() for _ in range(50)]
    bron = Bron("x.json", tuple(Respondent(kenmerk, "team", {"a": 1}) for kenmerk in wie))
    over = {r.id for r in bare(bron, new_salt()).respondenten}
    assert not over & set(wie)
    for kenmerk in wie:
        assert not any(id_[1:].startswith(kenmerk[:6]) for id_ in over)


def test_een_verbeterd_bestand_vervangt_het_eerdere_ook_naast_een_eerder_bewaarde_scan() -> None:
    """Ook als de scan van vóór deze versie is: toen stond het kenmerk er nog zoals het was."""
    kenmerk, zout = new_id(), new_salt()
    eerst = Respondent(kenmerk, "team", {"a": 1}, versie="2026-11-27T19:25:20+00:00")
    later = replace(eerst, antwoorden={"a": 4}, versie="2026-11-27T19:40:01+00:00")

    def pas(bron: Bron) -> Bron:
        return bare(bron, zout)

    bewaard = anonymise([Bron("a.json", (eerst,))], zout)
    uitkomst = add(bewaard, Aanbod("b.json", (Bron("b.json", (later,)),)), pas)
    assert len(uitkomst.vernieuwd) == 1
    (telt,) = merge(uitkomst.bronnen)
    assert telt.antwoorden == {"a": 4}
    nog_eens = add(uitkomst.bronnen, Aanbod("c.json", (Bron("c.json", (eerst,)),)), pas)
    assert len(nog_eens.ouder) == 1
    assert merge(nog_eens.bronnen) == (telt,)


def test_wie_in_twee_verzamelingen_zit_telt_een_keer() -> None:
    wie = Respondent(new_id(), "team", {"a": 1}, versie="2026-11-27T19:25:20+00:00")
    een, twee = (bare(Bron("a.json", (wie,)), new_salt()) for _ in range(2))
    assert len(merge([een, twee])) == 1


def test_een_kenmerk_uit_een_tabel_is_zonder_het_geheim_niet_na_te_rekenen() -> None:
    rij = f"{table_key(['3', '2026-11-27 19:25:20'])}-1"
    bron = Bron("x.csv", (Respondent(rij, "team", {"a": 1}),))
    een, twee = (bare(bron, new_salt()).respondenten[0].id for _ in range(2))
    assert rij not in {een, twee}
    assert een != twee
