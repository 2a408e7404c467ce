"""Het dossier: niets verdubbelt, de volgorde maakt niet uit, en weg is weg."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args

import pytest
from dossierproef import MOMENT, VAN, VRAAG, dossiers, vragen
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, now, to_json
from lv_tools.basis.uitwisseling import dossier as d
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket, from_text, to_text
from lv_tools.basis.uitwisseling.stukken import (
    WOORDEN,
    Actie,
    Bewijs,
    Doel,
    Gespreksvraag,
    Herkomst,
    Moment,
    Signaal,
    Stuk,
    Verbeterpunt,
    count_in_words,
    of_kind,
)
from lv_tools.basis.vorm.vormcontrole import VormError


@given(dossiers, dossiers, dossiers)
def test_samenvoegen_heeft_geen_volgorde_en_verdubbelt_niets(a, b, c) -> None:
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c))
    assert a.merge(a).merge(b) == a.merge(b)
    assert {p.plek for p in a.merge(b).pakketten} == {p.plek for p in (*a.pakketten, *b.pakketten)}


@given(dossiers)
def test_het_dossier_komt_terug_zoals_het_was(dossier) -> None:
    assert from_text(to_text(dossier)) == dossier


@given(dossiers, st.lists(vragen, min_size=1, max_size=3))
def test_wat_als_laatste_gebeurt_geldt_ook_als_de_klok_teruggaat(dossier, lijst) -> None:
    gegeven = dossier.give(VAN, "w1", lijst)
    assert next(p.stukken for p in gegeven.klaar if p.plek == ("zelfevaluatie", "w1"))
    weg = gegeven.remove(next(p for p in gegeven.klaar if p.plek == ("zelfevaluatie", "w1")))
    assert ("zelfevaluatie", "w1") not in {p.plek for p in weg.klaar}
    # Een ander apparaat dat het oude nog heeft, brengt het niet terug.
    assert weg.merge(gegeven) == weg.merge(dossier) == weg


def test_hetzelfde_werk_vervangt_wat_het_eerder_meegaf() -> None:
    ander = Gespreksvraag("Wat weten wij nog niet?")
    dossier = Dossier().give(VAN, "w1", [VRAAG]).give(VAN, "w1", [ander, ander])
    assert [p.stukken for p in dossier.klaar] == [(ander,)]
    assert len(dossier.give(VAN, "w2", [VRAAG]).klaar) == 2


def test_weghalen_laat_ook_geen_titel_staan() -> None:
    dossier = Dossier().give(VAN, "w1", [VRAAG])
    assert "Vier rectoren" in to_text(dossier)
    for weg in (dossier.remove(dossier.klaar[0]), dossier.empty()):
        assert not weg.klaar
        assert "rectoren" not in to_text(weg)
        assert "les" not in to_text(weg)


def test_te_lange_tekst_wordt_ingekort_en_blijft_leesbaar() -> None:
    lang = Gespreksvraag("w" * 400, "", "o" * 400, "regel een\nregel twee " * 100)
    dossier = Dossier().give(Herkomst("urgentiemeter", "t" * 200), "w1", [lang])
    terug = from_text(to_text(dossier))
    assert isinstance(terug, Dossier)
    (pakket,) = terug.klaar
    assert pakket.stukken[0].tekst.endswith("…")
    assert "\n" not in pakket.stukken[0].reden
    assert len(pakket.van.titel) == 80


def test_elk_soort_stuk_wordt_ingekort_en_geteld() -> None:
    lang = "woord " * 200
    alle = (
        Gespreksvraag(lang, "", lang, lang),
        Signaal("s1", lang, lang),
        Verbeterpunt("v1", lang, lang, anders_als=lang),
        Doel("d1", lang, lang, None, lang),
        Actie("a1", lang, lang, doel="d1"),
        Moment("m1", lang, date(2027, 1, 5), lang),
        Bewijs("b1", lang, "d1", date(2027, 1, 5), lang, "een-blik"),
    )
    assert {type(stuk) for stuk in alle} == set(WOORDEN) == set(get_args(Stuk))
    terug = from_text(to_text(Dossier().give(VAN, "w1", alle)))
    assert isinstance(terug, Dossier)
    (pakket,) = terug.klaar
    assert [type(stuk) for stuk in pakket.stukken] == [type(stuk) for stuk in alle]
    assert of_kind(pakket.stukken, Actie)[0].doel == "d1"
    zin = "1 vraag, 1 signaal, 1 verbeterpunt, 1 doel, 1 actie, 1 moment en 1 bewijs"
    assert count_in_words(pakket.stukken) == zin


def test_een_vol_dossier_zegt_dat() -> None:
    vol = Dossier(tuple(Pakket(VAN, f"w{i}", MOMENT, (VRAAG,)) for i in range(d.MEESTE_PAKKETTEN)))
    with pytest.raises(VormError, match="hoogstens 500 stukken werk"):
        vol.give(VAN, "nog-een", [VRAAG])


@pytest.mark.parametrize(
    ("staat", "zin"),
    [
        ({"pakketten": [{"van": {"hulpmiddel": "X"}, "werk": "w", "tijd": "nu"}]}, "hulpmiddel"),
        ({"pakketten": "veel"}, "pakketten"),
        ({"doelen": []}, "kent deze versie niet"),
    ],
)
def test_wat_niet_past_wordt_geweigerd(staat, zin) -> None:
    fout = from_text(to_json(Bewaard("dossier", 1, "Zonder naam", now(), staat)), "op.lv.json")
    assert isinstance(fout, Leesfout)
    assert zin in str(fout)
    assert "op.lv.json" in str(fout)


def test_beschadigd_of_nieuwer_gaat_niet_open() -> None:
    tekst = to_text(Dossier().give(VAN, "w1", [VRAAG]))
    for kapot in (tekst.replace("les", "les!"), tekst[:-20], "[]"):
        assert isinstance(from_text(kapot), Leesfout)
    nieuwer = json.loads(tekst) | {"versie": d.VERSIE + 1}
    assert "nieuwere versie" in str(from_text(json.dumps(nieuwer)))
    assert from_text("") == Dossier()


@pytest.mark.parametrize(
    ("van", "werk", "stuk"),
    [
        (VAN, "gesprek 1", VRAAG),
        (Herkomst("jaar2"), "w1", VRAAG),
        (VAN, "w1", Doel("a:b", "Meer lezen")),
    ],
)
def test_wat_niet_terug_te_lezen_is_komt_er_niet_in(van, werk, stuk) -> None:
    with pytest.raises(VormError):
        Dossier().give(van, werk, [stuk])
