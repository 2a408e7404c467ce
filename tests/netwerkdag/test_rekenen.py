"""Rekenen aan een netwerkdag: het sluit aan, het is genoeg, en wat niet kan wordt gezegd."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from dagproef import DAG, delen, in_javascript, programmas, programme
from hypothesis import given, settings
from hypothesis import strategies as st
from netwerkdag.gegevens import Deel, Programma
from netwerkdag.rekenen import (
    LANGSTE,
    check,
    clock,
    missing,
    packing,
    played,
    rounds,
    timetable,
)

mensen = st.integers(4, 120)
leiders = st.integers(1, 5)
ZAAL = Deel("welkom", naam="Welkom", minuten=10)
PAUZE = Deel("pauze", naam="Pauze", minuten=15)


def exercise(anker: str, *stappen: int) -> Deel:
    return Deel("werkvorm", werkvorm=anker, stappen=stappen)


@given(programmas)
def test_elk_deel_begint_waar_het_vorige_ophoudt(programma: Programma) -> None:
    momenten = timetable(programma, DAG)
    assert momenten[0].begin == programma.begint
    assert all(een.einde == ander.begin for een, ander in pairwise(momenten))
    assert momenten[-1].einde - programma.begint == sum(moment.duur for moment in momenten)


@given(programmas, st.data())
def test_de_volgorde_verandert_niet_hoelang_de_dag_duurt_en_niet_wat_er_ligt(
    programma: Programma, data: st.DataObject
) -> None:
    anders = replace(programma, deel=tuple(data.draw(st.permutations(programma.deel))))
    assert timetable(anders, DAG)[-1].einde == timetable(programma, DAG)[-1].einde
    # Een ander onderdeel kan eerder de kaart voor de leider vragen; het aantal blijft gelijk.
    assert packing(anders, DAG, 24) == packing(programma, DAG, 24)


@given(programmas, mensen, leiders)
def test_meer_mensen_hebben_nooit_minder_nodig(
    programma: Programma, aantal: int, hoofden: int
) -> None:
    # Bij een ander aantal kan een andere ronde doorgaan; dan is er ander materiaal.
    vast = replace(programma, deel=tuple(d for d in programma.deel if not d.keuze) or (ZAAL,))
    klein = {t.code: t for t in packing(vast, DAG, aantal, hoofden)}
    groot = {t.code: t for t in packing(vast, DAG, aantal + 1, hoofden)}
    assert klein.keys() == groot.keys()
    assert all(klein[c].aantal <= groot[c].aantal for c in klein)
    assert all(klein[c].vellen <= groot[c].vellen for c in klein)


@given(programmas, delen, mensen, leiders)
def test_een_deel_erbij_vraagt_nooit_minder(
    programma: Programma, erbij: Deel, aantal: int, hoofden: int
) -> None:
    meer = replace(programma, deel=(*programma.deel, erbij))
    oud = {t.code: t.aantal for t in packing(programma, DAG, aantal, hoofden)}
    nieuw = {t.code: t.aantal for t in packing(meer, DAG, aantal, hoofden)}
    assert all(nieuw[code] >= oud[code] for code in oud)


@given(programmas, mensen, leiders)
def test_er_is_voor_ieder_een_en_een_op_de_tien_extra(
    programma: Programma, aantal: int, hoofden: int
) -> None:
    telling = {t.code: t for t in packing(programma, DAG, aantal, hoofden)}
    assert telling["deelnemersprogramma"].aantal * 10 >= aantal * 11
    assert telling["deelnemersprogramma"].aantal <= aantal * 1.1 + 1
    for code, stuk in telling.items():
        blad = DAG.materiaal[code]
        assert (stuk.vellen > 0) == (blad.soort == "blad")
        assert not stuk.vellen or stuk.vellen * blad.per_vel >= stuk.aantal * blad.vellen


@given(st.data(), mensen, leiders)
def test_van_een_ronde_met_keuze_gaat_er_een_door_en_past_elke_groep(
    data: st.DataObject, aantal: int, hoofden: int
) -> None:
    ankers = data.draw(st.lists(st.sampled_from(sorted(DAG.werkvormen)), min_size=1, unique=True))
    ronde = Deel("keuze", naam="Ronde", keuze=tuple(ankers), minuten=40)
    gekozen = rounds(ronde, DAG, aantal, hoofden)
    assert 1 <= len(gekozen) <= max(hoofden, 1)
    assert set(gekozen) <= set(ankers)
    if len(gekozen) > 1:
        for vorm, groep, _ in played(programme(ronde), DAG, aantal, hoofden):
            assert vorm.van <= groep <= vorm.tot
            # Ook de kleinste groep, als het niet gelijk opgaat.
            assert aantal // len(gekozen) >= vorm.van


@given(st.sampled_from(sorted(DAG.werkvormen)), mensen)
def test_een_groep_die_niet_past_wordt_gezegd_met_naam_en_grens(anker: str, aantal: int) -> None:
    vorm = DAG.werkvormen[anker]
    fouten = check(programme(exercise(anker)), DAG, aantal)
    past = vorm.van <= aantal <= vorm.tot
    assert bool(fouten) != past
    assert past or (vorm.naam in fouten[0] and f"{vorm.van} tot {vorm.tot}" in fouten[0])


@pytest.mark.parametrize(
    ("rij", "goed"),
    [
        ([(1, 3), (4, 5)], True),
        ([()], True),
        ([(1, 3)], False),
        ([(4, 5), (1, 3)], False),
        ([(), ()], False),
        ([(1, 3), (3, 5)], False),
    ],
)
def test_een_werkvorm_in_tweeen_is_compleet_en_staat_in_de_goede_volgorde(
    rij: list[tuple[int, ...]], goed: bool
) -> None:
    dag = programme(*(exercise("de-zelfevaluatie-in-de-zaal", *stappen) for stappen in rij))
    assert (not check(dag, DAG, 24)) == goed


def test_materiaal_van_een_werkvorm_in_tweeen_ligt_er_een_keer() -> None:
    heel = programme(exercise("de-zelfevaluatie-in-de-zaal"))
    twee = programme(
        exercise("de-zelfevaluatie-in-de-zaal", 1, 3),
        PAUZE,
        exercise("de-zelfevaluatie-in-de-zaal", 4, 5),
    )
    assert packing(heel, DAG, 40) == packing(twee, DAG, 40)


def test_wisselen_is_ervoor_en_nabespreken_erna_ook_als_een_werkvorm_in_tweeen_gaat() -> None:
    ritme = "het-ritme-van-gesprekken"
    dag = programme(exercise(ritme, 1, 3), exercise(ritme, 4, 5))
    eerst, daarna = timetable(dag, DAG)
    assert (eerst.wissel, eerst.minuten, eerst.nabespreken) == (5, 20, 0)
    assert (daarna.wissel, daarna.minuten, daarna.nabespreken) == (0, 15, 5)


@given(st.lists(st.integers(5, 90), min_size=1, max_size=10))
def test_te_lang_zonder_pauze_wordt_gezegd(minuten: list[int]) -> None:
    rij = [Deel("vertellen", naam="Praten", minuten=m) for m in minuten]
    zonder = check(programme(*rij), DAG, 24)
    assert bool(zonder) == (sum(minuten) > LANGSTE)
    met = [deel for stuk in rij for deel in (stuk, PAUZE)]
    assert not check(programme(*met), DAG, 24)


def test_veertig_mensen_hebben_dit_nodig_voor_de_middag() -> None:
    """Met de hand nagerekend: 40 mensen, 10 viertallen, één op de tien extra."""
    telling = {t.code: t for t in packing(DAG.programmas["middag"], DAG, 40)}
    assert (telling["zelfevaluatie"].aantal, telling["zelfevaluatie"].vellen) == (44, 44)
    assert (telling["ingredientkaarten"].aantal, telling["gevallen"].vellen) == (11, 4)
    assert (telling["naamkaart"].aantal, telling["naamkaart"].vellen) == (44, 6)
    assert telling["maandagkaart"].vellen == telling["evaluatie"].vellen == 22
    assert telling["kaartjes"].aantal == 44
    assert telling["draaiboek"].aantal == 5


def test_tien_drietallen_delen_drie_sets_gesprekskaarten() -> None:
    telling = {
        t.code: t for t in packing(programme(exercise("pdca-kaarten-in-drietallen")), DAG, 30)
    }
    assert (telling["gesprekskaarten"].aantal, telling["gesprekskaarten"].vellen) == (3, 9)


@pytest.mark.parametrize(("minuten", "tijd"), [(0, "0.00"), (780, "13.00"), (1015, "16.55")])
def test_een_tijd_staat_er_zoals_mensen_haar_schrijven(minuten: int, tijd: str) -> None:
    assert clock(minuten) == tijd


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(programmas, mensen, leiders), min_size=60, max_size=60))
def test_de_bladzijde_rekent_hetzelfde(gevallen: list[tuple[Programma, int, int]]) -> None:
    """In de bladzijde rekent een script, in het boek Python: er is maar één uitkomst."""
    vast = [(p, n, 3) for p in DAG.programmas.values() for n in (p.van, 24, p.tot)]
    gevallen = [*vast, *gevallen]
    for (programma, aantal, hoofden), uit in zip(gevallen, in_javascript(gevallen), strict=True):
        assert uit["tijden"] == [
            [m.begin, m.wissel, m.minuten, m.nabespreken] for m in timetable(programma, DAG)
        ]
        assert uit["rondes"] == [
            list(rounds(d, DAG, aantal, hoofden)) for d in programma.deel if d.keuze
        ]
        assert uit["paklijst"] == [
            [t.code, t.aantal, t.vellen] for t in packing(programma, DAG, aantal, hoofden)
        ]
        assert uit["fouten"] == list(check(programma, DAG, aantal, hoofden))
        assert uit["gemist"] == list(missing(programma, DAG, aantal, hoofden))
