"""Het plan verandert en de kalender gaat mee, zonder te verliezen wat iemand zelf wijzigde."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from kalenders import DAGEN, STUKKEN, WOORDEN, actie, edit, leeg, moment, pakket

from lv_tools.basis.uitwisseling.stukken import Doel
from lv_tools.kwaliteitskalender.model import bronnen
from lv_tools.kwaliteitskalender.model.bronnen import (
    GROEPEN,
    adopt,
    compare,
    expand,
    follow,
    follow_again,
    forms,
    release,
    take,
    unfollow,
)
from lv_tools.kwaliteitskalender.model.kalender import Kalender, Punt, Vorm


def punt(kalender: Kalender, wat: str) -> Punt:
    (gevonden,) = [k.punt for k in expand(kalender) if k.punt.wat == wat]
    return gevonden


def test_een_actie_wordt_een_punt_van_begin_tot_klaar() -> None:
    kalender = take(leeg(), pakket(actie()))
    (k,) = expand(kalender)
    assert (k.punt.dag, k.punt.tot) == (date(2027, 1, 11), date(2027, 1, 22))
    assert (k.punt.aard, k.punt.wie, k.herkomst) == ("activiteit", "teamleider", "dossier")


def test_een_verschoven_actie_verschuift_op_de_kalender_met_hetzelfde_kenmerk() -> None:
    eerst = take(leeg(), pakket(actie()))
    nieuw = actie(begin=date(2027, 1, 18), klaar=date(2027, 1, 29))
    daarna = follow(eerst, [pakket(nieuw, keer=1)])
    verschil = compare(eerst, daarna)
    (kenmerk,) = [k.punt.id for k in expand(eerst)]
    assert verschil.verschoven == (kenmerk,)
    assert (verschil.nieuw, verschil.vervallen) == ((), ())
    assert punt(daarna, nieuw.wat).dag == date(2027, 1, 18)


def test_wie_een_dag_verzette_houdt_die_en_volgt_de_rest() -> None:
    kalender = take(leeg(), pakket(actie()))
    kenmerk = expand(kalender)[0].punt.id
    kalender = edit(kalender, kenmerk, dag=date(2027, 1, 13), tot=None)
    nieuw = actie(wat="Lesbezoek in drietallen", begin=date(2027, 2, 1), klaar=date(2027, 2, 5))
    kalender = follow(kalender, [pakket(nieuw, keer=1)])
    (k,) = expand(kalender)
    assert (k.punt.dag, k.punt.tot) == (date(2027, 1, 13), None)
    assert k.punt.wat == "Lesbezoek in drietallen"
    assert k.anders == ("dag",)
    terug = expand(follow_again(kalender, kenmerk))[0]
    assert (terug.punt.dag, terug.anders) == (date(2027, 2, 1), ())


def test_wat_uit_het_plan_verdwijnt_gaat_weg_tenzij_iemand_het_wijzigde() -> None:
    kalender = take(leeg(), pakket(actie("a1"), actie("a2", wat="Steunuur")))
    kalender = edit(kalender, punt(kalender, "Steunuur").id, wie="docent")
    kalender = follow(kalender, [pakket(moment(), keer=1)])
    over = {k.punt.wat: k for k in expand(kalender)}
    assert set(over) == {"Steunuur", "Midterm review"}
    assert over["Steunuur"].los
    assert over["Steunuur"].punt.wie == "docent"


def test_weggehaald_blijft_weg_ook_als_het_plan_verandert_en_het_stuk_terugkomt() -> None:
    kalender = take(leeg(), pakket(actie()))
    kenmerk = expand(kalender)[0].punt.id
    kalender = edit(kalender, kenmerk, weg=True)
    for keer, stukken in enumerate([(actie(wat="Anders"),), (moment(),), (actie(),)], 1):
        kalender = release(follow(kalender, [pakket(*stukken, keer=keer)]))
    assert [k.punt.wat for k in expand(kalender) if not k.punt.weg] == []


def test_een_leeg_gemaakt_dossier_en_een_ouder_pakket_veranderen_niets() -> None:
    kalender = take(leeg(), pakket(actie(), keer=5))
    assert follow(kalender, [pakket(keer=9)]) == kalender
    assert follow(kalender, [pakket(actie(wat="Oud"), keer=4)]) == kalender
    assert follow(kalender, [pakket(actie(wat="Ander werk"), keer=9, werk="plan2")]) == kalender


def test_wie_ophoudt_te_volgen_houdt_wat_hij_wijzigde() -> None:
    kalender = take(leeg(), pakket(actie("a1"), actie("a2", wat="Steunuur")))
    kalender = edit(kalender, punt(kalender, "Steunuur").id, plaats="lokaal 12")
    kalender = unfollow(kalender, kalender.gevolgd[0].id)
    assert [k.punt.wat for k in expand(kalender)] == ["Steunuur"]


def test_een_doel_staat_op_zijn_dag_tenzij_het_plan_die_dag_al_meet() -> None:
    dag = date(2027, 6, 18)
    doel = Doel("d1", "In 75% van de lessen", "kwaliteitsmedewerker", dag)
    (stuk,) = forms([doel])
    assert (stuk.vorm.aard, stuk.vorm.dag, stuk.vorm.wie) == ("meting", dag, doel.wie)
    meting = moment("meet-d1", dag, aard="meting")
    assert [s.stuk for s in forms([doel, meting])] == ["moment/meet-d1"]
    assert forms([doel, moment("x", dag)])[0].stuk == "doel/d1"


def test_openen_zonder_iets_te_wijzigen_laat_niets_achter() -> None:
    kalender = take(leeg(), pakket(actie()))
    kenmerk = expand(kalender)[0].punt.id
    assert release(adopt(kalender, kenmerk)) == kalender


WIJZIGING = st.one_of(
    st.tuples(st.just("wat"), WOORDEN),
    st.tuples(st.just("dag"), st.none() | DAGEN),
    st.tuples(st.just("wie"), WOORDEN),
    st.tuples(st.just("plaats"), WOORDEN),
    st.tuples(st.just("weg"), st.booleans()),
)
STAP = st.one_of(
    st.tuples(st.just("plan"), STUKKEN),
    st.tuples(st.just("wijzig"), st.integers(0, 4), WIJZIGING),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(STAP, max_size=10))
def test_nooit_gaat_verloren_wat_iemand_zelf_wijzigde(stappen) -> None:
    """Wat anders is dan de bron zei toen iemand het zette, blijft, wat het plan ook doet."""
    kalender = take(leeg(), pakket(actie("a1"), actie("a2", wat="Steunuur"), moment()))
    eigen: dict[str, dict[str, object]] = {}
    basis: dict[str, Vorm] = {}
    for keer, (soort, *rest) in enumerate(stappen, 1):
        zegt = {s.stuk: s.vorm for s in kalender.gevolgd[0].stukken}
        alle = expand(kalender)
        if soort == "plan":
            kalender = follow(kalender, [pakket(*rest[0], keer=keer)])
            assert follow(kalender, [pakket(*rest[0], keer=keer)]) == kalender
        elif rest[0] < len(alle):
            nu, (veld, waarde) = alle[rest[0]].punt, rest[1]
            kalender = edit(kalender, nu.id, **{veld: waarde})
            basis[nu.id] = zegt.get(nu.stuk, basis.get(nu.id))
            # Wat samen één keuze is, is samen eigen: wie een dag verzet, koos ook tot wanneer.
            groep = next((g for g in GROEPEN.values() if veld in g), (veld,))
            gezet = {**eigen.get(nu.id, {}), **{v: getattr(nu, v) for v in groep}, veld: waarde}
            bron = {v: getattr(basis[nu.id], v, LEEG.get(v)) for v in gezet}
            eigen[nu.id] = {
                v: w
                for v, w in gezet.items()
                if any(
                    gezet[n] != bron[n]
                    for n in next((g for g in GROEPEN.values() if v in g), (v,))
                    if n in gezet
                )
            }
        kalender = release(kalender)
        alle = expand(kalender)
        nu = {k.punt.id: k.punt for k in alle}
        assert len(nu) == len(alle)
        for kenmerk, velden in eigen.items():
            for veld, waarde in velden.items():
                assert getattr(nu[kenmerk], veld) == waarde
        zegt = {s.stuk: s.vorm for s in kalender.gevolgd[0].stukken}
        for p in nu.values():
            if not eigen.get(p.id):
                assert bronnen.bare(p) == zegt[p.stuk]


#: Wat een bron niet kent, is leeg tot iemand het zet.
LEEG = {"wat": "", "dag": None, "wie": "", "plaats": "", "weg": False}
