"""Wat naast elkaar mag: voorbeelden uit echte bestanden, en eigenschappen voor elke staat."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scholenproef import INHOUD, TEAM, map_, meting, open_alle, plan, risico, ronde, scan

from lv_tools.basis.taal.vergelijkbaar import fold
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitwisseling.naast import Maat, Schoolbeeld
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.scholen.figuur import cells, draw
from lv_tools.scholen.model.staat import (
    MEESTE_SCHOLEN,
    Stuk,
    Vergelijking,
    guess_school,
    put,
)
from lv_tools.scholen.model.uitkomst import Uitkomst, compute
from lv_tools.scholen.verslag.document import all_tables, report, time_report

KLEIN = TEAM[:3]


def uit(**bestanden: bytes) -> Uitkomst:
    return compute(open_alle({f"{naam}.lv.json": b for naam, b in bestanden.items()}), INHOUD)


# -- voorbeelden uit echte bestanden -------------------------------------------------------------


def test_een_rij_per_school_met_n_en_spreiding() -> None:
    uitkomst = uit(a=scan("Noord", TEAM), b=scan("Zuid", TEAM[:8]), c=scan("West", TEAM))
    beeld = uitkomst.soorten["zelfevaluatie"]
    assert [rij.naam for rij in beeld.rijen] == ["Noord", "West", "Zuid"]
    naast = beeld.lay("thema:bka1|")
    assert len(naast.vakken) == 1
    blad = draw(naast.vakken[0], "zelfevaluatie", INHOUD)
    assert blad.kolommen == ("School", "Moment", "n", "Midden", "Middelste helft",
                             "Eensgezindheid (A)")  # fmt: skip
    assert [rij[2] for rij in blad.rijen] == [11, 11, 8]
    assert all(" tot " in str(rij[4]) or str(rij[4]) for rij in blad.rijen)


def test_een_school_van_te_weinig_mensen_staat_er_zonder_getal() -> None:
    uitkomst = uit(
        a=scan("Noord", TEAM), b=scan("Zuid", KLEIN, modus="anoniem"), c=scan("Een", TEAM[:1])
    )
    vak = uitkomst.soorten["zelfevaluatie"].lay("thema:bka1|").vakken[0]
    rijen = {rij.naam: cells(rij, maat) for rij, maat in vak.rijen}
    assert rijen["Zuid"][1] is None
    assert "minder dan vijf" in str(rijen["Zuid"][2])
    assert rijen["Een"][1] is None, "ook op naam staat niemand alleen"
    getekend = draw(vak, "zelfevaluatie", INHOUD).figuur["data"]
    assert sum(len(reeks["x"]) for reeks in getekend if reeks.get("mode") == "markers") == 1


def test_een_groep_die_het_hulpmiddel_verbergt_staat_ook_hier_niet_apart() -> None:
    wie = (*(("docent", 2),) * 7, *(("schoolleiding", 3),) * 2, *(("bestuur", 3),) * 4)
    uitkomst = uit(a=scan("Noord", wie, modus="anoniem"), b=scan("Zuid", TEAM))
    stuk = uitkomst.soorten["zelfevaluatie"].rijen[0].stuk
    groepen = {maat.groep for maat in stuk.beeld.maten}
    assert groepen == {"", "docent"}
    naast = uitkomst.soorten["zelfevaluatie"].lay("thema:bka1|bestuur")
    assert [opzij.wie for opzij in naast.los] == ["Noord"]


def test_de_korte_en_de_volledige_lijst_staan_alleen_per_stelling_naast_elkaar() -> None:
    uitkomst = uit(
        a=scan("Noord", TEAM), b=scan("Zuid", TEAM), c=scan("Oost", TEAM, versie="volledig")
    )
    beeld = uitkomst.soorten["zelfevaluatie"]
    thema = beeld.lay("thema:bka1|")
    assert [[rij.naam for rij, _ in vak.rijen] for vak in thema.vakken] == [["Noord", "Zuid"]]
    assert [opzij.wie for opzij in thema.los] == ["Oost"]
    assert "stellingen zijn daar anders" in thema.los[0].reden
    gedeeld = next(m for m in beeld.rijen[0].stuk.beeld.maten if m.vorm == "antwoorden")
    assert len(beeld.lay(f"{gedeeld.code}|").vakken[0].rijen) == 3


def test_twee_groepen_scholen_met_elk_hun_eigen_lijst_staan_in_twee_vakken() -> None:
    uitkomst = uit(
        a=scan("A", TEAM), b=scan("B", TEAM, versie="volledig"),
        c=scan("C", TEAM), d=scan("D", TEAM, versie="volledig"),
    )  # fmt: skip
    vakken = uitkomst.soorten["zelfevaluatie"].lay("thema:bka1|").vakken
    assert [[rij.naam for rij, _ in vak.rijen] for vak in vakken] == [["A", "C"], ["B", "D"]]


def test_andere_regels_zijn_niet_te_vergelijken_en_dat_staat_er() -> None:
    uitkomst = uit(a=risico("Noord", TEAM), b=risico("Zuid", TEAM, grens=60))
    naast = uitkomst.soorten["risicoscan"].lay("OP2|")
    assert [opzij.wie for opzij in naast.los] == ["Zuid"]
    assert "60%" in naast.los[0].reden


def test_elke_soort_bestand_heeft_een_rij_per_school() -> None:
    uitkomst = uit(
        a=scan("Noord", TEAM), b=meting("Noord", TEAM, cijfers=("6.4", "6.3", "6.1")),
        c=risico("Noord", TEAM), d=plan("Noord"), e=ronde("Noord"), f=map_("Noord"),
        g=scan("Zuid", TEAM), h=meting("Zuid", TEAM), i=risico("Zuid", TEAM),
        j=plan("Zuid"), k=ronde("Zuid"), l=map_("Zuid", 1),
    )  # fmt: skip
    assert tuple(uitkomst.soorten) == tuple(INHOUD.soort)
    for beeld in uitkomst.soorten.values():
        assert [rij.naam for rij in beeld.rijen] == ["Noord", "Zuid"], beeld.hulpmiddel
        assert beeld.maten, beeld.hulpmiddel
    tekst = to_markdown(report(uitkomst, INHOUD))
    assert "attendering" in tekst
    assert "Doel 2 van Noord" in tekst
    assert uitkomst.tijd == {}


def test_twee_momenten_van_een_school_zijn_een_reeks_en_geen_twee_scholen() -> None:
    uitkomst = uit(
        toen=scan("Noord, najaar 2025", TEAM, dag=date(2025, 11, 4)),
        nu=scan("Noord, najaar 2026", TEAM, dag=date(2026, 11, 3)),
        ander=scan("Zuid", TEAM),
    )
    assert uitkomst.scholen == ("Noord", "Zuid")
    beeld = uitkomst.soorten["zelfevaluatie"]
    assert [str(rij.stuk.dag) for rij in beeld.rijen] == ["2026-11-03", "2026-11-02"]
    assert "Eerdere momenten" in beeld.letop[0]
    reeks = uitkomst.tijd["Noord", "zelfevaluatie"]
    assert [rij.naam for rij in reeks.rijen] == ["4 november 2025", "3 november 2026"]
    assert "Zuid" not in to_markdown(time_report(uitkomst, INHOUD))


def test_een_later_bewaard_bestand_van_dezelfde_meting_komt_ervoor_in_de_plaats() -> None:
    eerst = open_alle({"a.json": scan("Noord", TEAM[:8])})
    eerst = replace(eerst, stukken=(replace(eerst.stukken[0], school="De Vaart"),))
    later = open_alle({"b.json": scan("Noord", TEAM, bewaard=date(2026, 12, 1))}).stukken[0]
    gedaan = put(eerst, later)
    assert gedaan.wat == "bijgewerkt"
    assert [s.school for s in gedaan.staat.stukken] == ["De Vaart"]
    assert gedaan.staat.stukken[0].beeld.personen == 11
    assert put(gedaan.staat, eerst.stukken[0]).wat == "stond-er-al"


def test_hetzelfde_kenmerk_met_andere_mensen_is_een_andere_school() -> None:
    """In een bestand van 0.3.0 is het kenmerk de naam, en ‘Havo’ zijn er veel."""
    staat = open_alle({"a.json": meting("Havo", TEAM), "b.json": meting("Havo", TEAM[1:])})
    een, twee = staat.stukken[0], staat.stukken[-1]
    ander = replace(twee.beeld, invullingen="0" * 12, meting=een.beeld.meting)
    gedaan = put(Vergelijking((een,)), replace(twee, id="nieuw", beeld=ander))
    assert gedaan.wat == "erbij"


def test_dezelfde_invullingen_in_twee_anonieme_bestanden_staan_niet_naast_elkaar() -> None:
    """Het verschil tussen achttien en zeventien mensen is wat die ene antwoordde."""
    uitkomst = uit(
        heel=scan("Noord", TEAM, modus="anoniem", zaad="z"),
        zonder=scan("Zuid", TEAM, modus="anoniem", zaad="z", uit=slice(1, None)),
        ander=scan("West", TEAM, modus="anoniem"),
    )
    beeld = uitkomst.soorten["zelfevaluatie"]
    assert len(beeld.rijen) == 2
    assert "West" in [rij.naam for rij in beeld.rijen]
    assert "een enkeling" in beeld.opzij[0].reden
    wie = beeld.opzij[0].wie
    for tabel in all_tables(uitkomst, INHOUD)[1:3]:
        assert wie not in {rij[1] for rij in tabel.rijen}


def test_twee_bestanden_van_een_school_op_een_dag_worden_genoemd() -> None:
    uitkomst = uit(havo=risico("Noord", TEAM), vwo=risico("Noord ", TEAM[:8]))
    beeld = uitkomst.soorten["risicoscan"]
    assert len(beeld.rijen) == 1
    assert "eigen naam" in beeld.opzij[0].reden


def test_een_plan_telt_op_de_dag_van_bewaren_en_niet_op_die_van_nu() -> None:
    """Een oud plan lijkt anders te laat: na het bewaren is er niets meer bijgeschreven."""
    toen, later = (open_alle({"p.json": plan("A", dag=d)}).stukken[0] for d in (
        date(2025, 11, 1), date(2029, 1, 1)))  # fmt: skip
    assert toen.dag == date(2025, 11, 1)
    tel = {s.dag: next(m for m in s.beeld.maten if m.code == "activiteit") for s in (toen, later)}
    assert tel[toen.dag].aantallen != tel[later.dag].aantallen


@pytest.mark.parametrize(
    ("bronnen", "school"),
    [
        (("Havo, najaar 2026",), "Havo"),
        (("Zelfevaluatie", "Zonder naam", "zelfevaluatie-de-vaart-2026-11-27.lv.json"), "de vaart"),
        (("De Vaart (havo)",), "De Vaart (havo"),
        (("School 12",), "School 12"),
        (("School 12, najaar 2026",), "School 12"),
        (("De Vaart 4 november 2026",), "De Vaart"),
        (("", "", "scan-de-vaart-2026-11-27.lv.json"), "de vaart"),
        (("Dossier op dit apparaat", "dossier.json"), ""),
        (("", "", ""), ""),
        (("2e meting Zuiderpoort voorjaar 2027",), "Zuiderpoort"),
    ],
)
def test_de_naam_van_de_school_komt_uit_titel_of_bestand(
    bronnen: tuple[str, ...], school: str
) -> None:
    assert guess_school(*bronnen) == school


# -- eigenschappen -------------------------------------------------------------------------------

WOORD = st.text("abcdefghij éA'-", min_size=1, max_size=12).filter(lambda t: fold(t) != "")
AANTALLEN = st.lists(st.integers(0, 40), min_size=4, max_size=4).map(tuple)


@st.composite
def maten(draw_: Any) -> Maat:
    code = draw_(st.sampled_from("abc"))
    opties = draw_(st.sampled_from((("1", "2", "3", "4"), ("ja", "soms", "vaak", "nee"))))
    vragen = draw_(st.sampled_from((("v",), ("w",), ("v", "w"))))
    if draw_(st.booleans()):
        return Maat(code, code, "antwoorden", "", True, vragen, opties, dicht="te klein")
    aantallen = draw_(AANTALLEN)
    return Maat(
        code, code, "antwoorden", "", True, vragen, opties,
        uitkomst=draw_(st.sampled_from(opties)), n=sum(aantallen), aantallen=aantallen,
    )  # fmt: skip


@st.composite
def stukken(draw_: Any) -> tuple[Stuk, ...]:
    namen = draw_(st.lists(WOORD, min_size=1, max_size=5))
    uit_ = []
    for nummer in range(draw_(st.integers(1, 9))):
        dag = date(2026, 1, 1) + timedelta(draw_(st.integers(0, 3)) * 100)
        bij = {m.code: m for m in draw_(st.lists(maten(), max_size=3))}
        beeld = Schoolbeeld(
            draw_(st.sampled_from(("zelfevaluatie", "risicoscan"))),
            f"titel{nummer}",
            dag,
            anoniem=draw_(st.booleans()),
            invullingen="".join(f"{n:012x}" for n in draw_(st.sets(st.integers(0, 6), max_size=2))),
            maten=tuple(bij.values()),
        )
        tijd = datetime(2027, 1, 1, nummer, tzinfo=UTC)
        uit_.append(Stuk(f"k{nummer}", draw_(st.sampled_from(namen)), f"b{nummer}", tijd, beeld))
    return tuple(uit_)


STAAT = st.builds(
    Vergelijking, stukken(), volgorde=st.sampled_from(("alfabet", "eigen"))
)  # fmt: skip


def _without_values(stuk: Stuk) -> Stuk:
    """Geef een stuk met andere uitkomsten, en verder hetzelfde."""
    anders = tuple(
        m if m.dicht else replace(m, uitkomst=m.opties[0], aantallen=(1, 0, 0, 0), n=1)
        for m in stuk.beeld.maten
    )
    return replace(stuk, beeld=replace(stuk.beeld, maten=anders))


@given(STAAT)
@settings(max_examples=150)
def test_de_volgorde_hangt_nooit_van_een_uitkomst_af(staat: Vergelijking) -> None:
    kaal = replace(staat, stukken=tuple(map(_without_values, staat.stukken)))
    met, zonder = compute(staat, INHOUD), compute(kaal, INHOUD)
    assert met.scholen == zonder.scholen
    for soort, beeld in met.soorten.items():
        ander = zonder.soorten[soort]
        assert [rij.naam for rij in beeld.rijen] == [rij.naam for rij in ander.rijen]
        for sleutel in beeld.maten:
            een, twee = beeld.lay(sleutel), ander.lay(sleutel)
            assert [[r.naam for r, _ in vak.rijen] for vak in een.vakken] == [
                [r.naam for r, _ in vak.rijen] for vak in twee.vakken
            ]
            for vak in een.vakken:  # binnen een vak staan de scholen zoals overal
                plekken = [met.scholen.index(rij.naam) for rij, _ in vak.rijen]
                assert plekken == sorted(plekken)


@given(STAAT)
@settings(max_examples=150)
def test_geen_rij_heeft_iets_van_een_andere_school(staat: Vergelijking) -> None:
    uitkomst = compute(staat, INHOUD)
    van = {fold(naam): naam for naam in uitkomst.scholen}
    for beeld in uitkomst.soorten.values():
        for rij in beeld.rijen:
            assert van[rij.stuk.sleutel] == rij.naam
        for sleutel in beeld.maten:
            for vak in beeld.lay(sleutel).vakken:
                for rij, maat in vak.rijen:
                    assert any(maat is eigen for eigen in rij.stuk.beeld.maten)


@given(STAAT)
@settings(max_examples=150)
def test_over_scholen_en_over_de_tijd_blijft_apart(staat: Vergelijking) -> None:
    uitkomst = compute(staat, INHOUD)
    for beeld in uitkomst.soorten.values():
        namen = [rij.naam for rij in beeld.rijen]
        assert len(set(namen)) == len(namen), "een school staat er één keer"
    for (school, _), beeld in uitkomst.tijd.items():
        assert {fold(rij.stuk.school) for rij in beeld.rijen} <= {fold(school)}
        dagen = [rij.stuk.dag for rij in beeld.rijen]
        assert dagen == sorted(set(dagen))


@given(STAAT)
@settings(max_examples=150)
def test_wat_dicht_is_blijft_dicht_in_elke_vorm(staat: Vergelijking) -> None:
    uitkomst = compute(staat, INHOUD)
    for soort, beeld in uitkomst.soorten.items():
        for sleutel in beeld.maten:
            for vak in beeld.lay(sleutel).vakken:
                blad = draw(vak, soort, INHOUD)
                for (_rij, maat), cellen in zip(vak.rijen, blad.rijen, strict=True):
                    getallen = [c for c in cellen if isinstance(c, int | float)]
                    assert bool(getallen) is not bool(maat.dicht)
    kolom = all_tables(uitkomst, INHOUD)
    for tabel in kolom:
        if tabel.titel == "Uitkomsten":
            for rij in tabel.rijen:
                assert (rij[6] is None) is (rij[13] is not None)


@given(STAAT)
@settings(max_examples=150)
def test_in_een_vak_staat_alleen_wat_op_hetzelfde_rust(staat: Vergelijking) -> None:
    for beeld in compute(staat, INHOUD).soorten.values():
        for sleutel in beeld.maten:
            naast = beeld.lay(sleutel)
            for vak in naast.vakken:
                assert len({maat.voorwaarden for _, maat in vak.rijen}) == 1
            er = [rij.naam for vak in naast.vakken for rij, _ in vak.rijen]
            weg = [opzij.wie for opzij in naast.los]
            assert sorted(er + weg) == sorted(rij.naam for rij in beeld.rijen)


@given(STAAT)
@settings(max_examples=150)
def test_anonieme_bestanden_met_dezelfde_invullingen_staan_nergens_samen(
    staat: Vergelijking,
) -> None:
    uitkomst = compute(staat, INHOUD)
    for beeld in (*uitkomst.soorten.values(), *uitkomst.tijd.values()):
        for nummer, een in enumerate(beeld.rijen):
            for ander in beeld.rijen[nummer + 1 :]:
                hier, daar = een.stuk.beeld, ander.stuk.beeld
                samen = hier.afdrukken & daar.afdrukken
                assert not (samen and (hier.anoniem or daar.anoniem))


@given(STAAT)
@settings(max_examples=60)
def test_een_vergelijking_komt_uit_haar_bestand_zoals_zij_erin_ging(staat: Vergelijking) -> None:
    assert codec.read(Vergelijking, codec.write(staat)) == staat


@given(st.permutations([f"School {n}" for n in range(4)]))
def test_de_eigen_volgorde_is_die_van_de_lijst(namen: list[str]) -> None:
    alle = tuple(
        Stuk(f"k{n}", naam, "b", datetime(2027, 1, 1, tzinfo=UTC), Schoolbeeld("dossier"))
        for n, naam in enumerate(namen)
    )
    staat = Vergelijking(alle, volgorde="eigen")
    assert compute(staat, INHOUD).scholen == tuple(namen)
    assert compute(replace(staat, volgorde="alfabet"), INHOUD).scholen == tuple(sorted(namen))


@pytest.mark.parametrize(
    "iets",
    [
        {"n": 3},
        {"uitkomst": "ja"},
        {"plek": Fraction(0)},
        {"aantallen": (1, 2)},
        {"buiten": "1 × weet ik niet"},
    ],
)
def test_een_maat_die_dicht_is_kan_niets_laten_zien(iets: dict[str, Any]) -> None:
    """Ook niet uit een bestand dat iemand met de hand veranderde."""
    with pytest.raises(ValueError, match="afgeschermd"):
        Maat("a", "a", opties=("x", "y"), dicht="te klein", **iets)
    goed = codec.write(Maat("a", "a", opties=("x", "y"), dicht="te klein"))
    kwaad = codec.write(Maat("a", "a", opties=("x", "y"), **iets))
    with pytest.raises(VormError, match="afgeschermd"):
        codec.read(Maat, {**kwaad, "dicht": goed["dicht"]})


def test_er_passen_zestig_scholen_in_en_dan_geen_een_meer() -> None:
    tijd = datetime(2027, 1, 1, tzinfo=UTC)
    alle = [Stuk(f"k{n}", f"School {n}", "b", tijd, Schoolbeeld("dossier", f"t{n}"))
            for n in range(MEESTE_SCHOLEN + 1)]  # fmt: skip
    staat = Vergelijking()
    for stuk in alle[:-1]:
        staat = put(staat, stuk).staat
    assert len(compute(staat, INHOUD).scholen) == MEESTE_SCHOLEN
    with pytest.raises(VormError, match="60 scholen"):
        put(staat, alle[-1])
    nog_een = replace(alle[-1], school="School 3")
    assert put(staat, nog_een).wat == "erbij"
