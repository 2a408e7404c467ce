"""Wat twee mensen verschillend hebben, is te zien voordat het samengaat, en wat telt klopt."""

from __future__ import annotations

from dossierproef import VAN, VRAAG, dossiers
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.uitwisseling.dossier import Dossier, from_text, to_text
from lv_tools.basis.uitwisseling.stukken import Actie, Signaal
from lv_tools.basis.uitwisseling.verschil import compare, describe, take_over


@given(dossiers, dossiers)
def test_zonder_verschil_verandert_er_niets_aan_wat_er_ligt(hier, daar) -> None:
    stukken = {p.plek: p.stukken for p in hier.pakketten if p.stukken}
    samen = {p.plek: p.stukken for p in hier.merge(daar).klaar}
    verschillen = {v.plek: v for v in compare(hier, daar)}
    for plek in {*stukken, *samen}:
        if stukken.get(plek) != samen.get(plek):
            assert verschillen[plek].telt == "daar"
        if plek in verschillen and verschillen[plek].telt == "hier":
            assert stukken.get(plek) == samen.get(plek)


@given(dossiers, dossiers)
def test_wie_houdt_wat_hier_ligt_verliest_niets_en_krijgt_de_rest_erbij(hier, daar) -> None:
    houd = frozenset(v.plek for v in compare(hier, daar) if v.hier is not None)
    uit = take_over(hier, daar, houd)
    assert {p.plek: p.stukken for p in uit.klaar if p.plek in houd} == {
        p.plek: p.stukken for p in hier.klaar if p.plek in houd
    }
    assert {p.plek for p in uit.pakketten} == {p.plek for p in hier.merge(daar).pakketten}
    # Wat hier gehouden is, blijft ook als hetzelfde bestand nog eens komt.
    assert uit.merge(daar) == uit


@given(dossiers, dossiers, dossiers)
def test_samenvoegen_langs_bestanden_is_hetzelfde_in_elke_volgorde(a, b, c) -> None:
    def op_reis(dossier: Dossier) -> Dossier:
        terug = from_text(to_text(dossier, "Van een collega"))
        assert isinstance(terug, Dossier)
        return terug

    links = op_reis(op_reis(a).merge(op_reis(b))).merge(op_reis(c))
    rechts = op_reis(c).merge(op_reis(op_reis(b).merge(op_reis(a))))
    assert links == rechts == op_reis(rechts).merge(a)
    assert compare(links, op_reis(rechts)) == ()


@given(dossiers, st.data())
def test_een_hoofdstuk_weg_raakt_de_rest_niet_en_komt_heel_terug(dossier, data) -> None:
    weg = [p for p in dossier.klaar if p.van.hulpmiddel == "zelfevaluatie"]
    na = dossier
    for pakket in data.draw(st.permutations(weg)):
        na = na.remove(pakket)
    assert na.klaar == tuple(p for p in dossier.klaar if p not in weg)
    for pakket in weg:
        na = na.put_back(pakket)
    assert {p.plek: p.stukken for p in na.klaar} == {p.plek: p.stukken for p in dossier.klaar}


def test_beide_versies_zijn_te_lezen_met_wat_telt() -> None:
    mijn = Dossier().give(VAN, "w1", [VRAAG, Actie("a1", "Lesbezoek", "team")])
    ander = mijn.give(VAN, "w1", [VRAAG, Actie("a1", "Lesbezoek", "rector"), Signaal("s1", "Laag")])
    (verschil,) = compare(mijn, ander)
    assert verschil.telt == "daar"
    assert [(describe(s.hier), describe(s.daar)) for s in verschil.stukken] == [
        ("actie: Lesbezoek; wie: team", "actie: Lesbezoek; wie: rector"),
        ("–", "signaal: Laag"),
    ]
    (terug,) = compare(ander, mijn)
    assert terug.telt == "hier"
