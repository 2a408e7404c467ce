"""De regels van het profiel: verschillen, eigenaars, invloed, uren, de gids en het akkoord."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profielproef import BESTUURDER, INHOUD, LEIDER, MEDEWERKER, beelden, look, picture

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.kwaliteitsprofiel.figuur import draw_hours, draw_tasks
from lv_tools.kwaliteitsprofiel.model.gids import for_dossier
from lv_tools.kwaliteitsprofiel.model.jaar import compare, new_year
from lv_tools.kwaliteitsprofiel.model.profiel import (
    TEKENAARS,
    Afspraak,
    Eigentaak,
    Kern,
    Profiel,
    Samen,
    fingerprint,
    follow,
    is_final,
    outdated,
    points,
    signed,
)
from lv_tools.kwaliteitsprofiel.model.samen import actions, adopt, agreed, spokesmen
from lv_tools.kwaliteitsprofiel.model.uitkomst import compute
from lv_tools.kwaliteitsprofiel.model.vergelijken import count_hours
from lv_tools.kwaliteitsprofiel.model.voorbeeld import example
from lv_tools.kwaliteitsprofiel.papier import toon_invulblad, toon_profielblad
from lv_tools.kwaliteitsprofiel.verslag.later import year_blocks

TAAK = "s-cijfers"


def of_task(*waarden: int | None, vraag: str = "nu"):
    """Laat medewerker, leider en bestuurder bij één taak antwoorden; 0 is niets gekozen."""
    return look(
        *(
            picture(rol, **{vraag: {TAAK: waarde} if waarde != 0 else {"s-duiden": 1}})
            for rol, waarde in zip(TEKENAARS, waarden, strict=False)
        )
    )


# -- verschillen ------------------------------


@pytest.mark.parametrize(
    ("waarden", "soort", "ver"),
    [
        ((1, 1, 1), "eens", 0),
        ((1, 2, 1), "anders", 1),
        ((1, None, 4), "anders", 3),
        ((1, None, None), "te-weinig", 0),
        ((1, 0, 0), "te-weinig", 0),
    ],
)
def test_two_different_answers_are_a_difference(
    waarden: tuple[int | None, ...], soort: str, ver: int
) -> None:
    rij = next(n for n in of_task(*waarden).naast["nu"] if n.punt.code == TAAK)
    assert (rij.soort, rij.distance) == (soort, ver)


def test_differences_start_with_what_is_farthest_apart() -> None:
    uit = look(
        picture(MEDEWERKER, nu={"s-cijfers": 1, "s-duiden": 1, "s-plan": 2}),
        picture(LEIDER, nu={"s-cijfers": 2, "s-duiden": 4, "s-plan": 2}),
    )
    assert [n.punt.code for n in uit.verschil] == ["s-duiden", "s-cijfers"]


@settings(deadline=None, max_examples=25)
@given(st.lists(beelden(), max_size=4, unique_by=lambda b: b.id))
def test_order_of_people_changes_no_finding(mensen: list) -> None:
    een, ander = look(*mensen), look(*reversed(mensen))
    for kijk in ("verschil", "zonder", "stemmen", "grenzen"):
        codes = [[vars(x)["punt"].code for x in getattr(u, kijk)] for u in (een, ander)]
        assert codes[0] == codes[1]


# -- taken zonder eigenaar ------------------------------


@pytest.mark.parametrize(
    ("waarden", "soort"),
    [
        ((4, 4, 4), "niemand"),
        ((4, None, 0), "niemand"),
        ((None, None, None), "onbekend"),
        ((3, 1, 2), "wijzen"),
        ((4, 1, None), "wijzen"),
        ((1, 4, 1), "misschien"),
        ((3, 4, 0), "misschien"),
    ],
)
def test_a_task_without_owner(waarden: tuple[int | None, ...], soort: str) -> None:
    assert {z.punt.code: z.soort for z in of_task(*waarden).zonder} == {TAAK: soort}


@pytest.mark.parametrize("waarden", [(1, 1, 1), (3, 3, 3), (1, 2, 3), (3, 1, 3), (0, 0, 0)])
def test_a_task_somebody_claims_has_an_owner(waarden: tuple[int | None, ...]) -> None:
    assert of_task(*waarden).zonder == ()


def test_a_task_nobody_wants_is_not_missing_an_owner() -> None:
    niet = [picture(rol, nu={TAAK: 4}, straks={TAAK: 4}) for rol in (MEDEWERKER, LEIDER)]
    assert look(*niet).zonder == ()
    wel = [niet[0], picture(LEIDER, nu={TAAK: 4}, straks={TAAK: 3})]
    (zonder,) = look(*wel).zonder
    assert (zonder.soort, zonder.gewenst) == ("niemand", True)


# -- invloed zonder informatie ------------------------------


def voice(invloed: int | None, informatie: int | None):
    """De leider zegt iets over de invloed, de medewerker over de informatie."""
    return look(
        picture(LEIDER, invloed={"s-i-plan": invloed}),
        picture(MEDEWERKER, informatie={"s-i-plan": informatie}),
    ).stemmen


@pytest.mark.parametrize("invloed", [1, 2, 3])
@pytest.mark.parametrize(("informatie", "vraagt"), [(2, True), (3, False)])
def test_influence_without_information(invloed: int, informatie: int, vraagt: bool) -> None:
    (stem,) = voice(invloed, informatie)
    assert stem.vraagt is vraagt
    assert [a.beeld.rol for a in stem.invloed] == [LEIDER]
    assert [a.beeld.rol for a in stem.informatie] == [MEDEWERKER]


@pytest.mark.parametrize(("invloed", "informatie"), [(4, 3), (1, 1), (None, 3), (1, None)])
def test_no_influence_or_no_lack_is_no_finding(invloed: int | None, informatie: int | None) -> None:
    assert voice(invloed, informatie) == ()


# -- uren ------------------------------


def test_hours_are_added_exactly_and_only_for_own_tasks() -> None:
    beeld = picture(
        MEDEWERKER,
        nu={"s-cijfers": 1, "s-duiden": 2, "s-plan": 3, "s-verslag": 1},
        straks={"s-cijfers": 1, "s-plan": 1},
        beschikbaar=Fraction(4),
        per="week",
        uren={
            "s-cijfers": Fraction("1.1"),
            "s-duiden": Fraction("2.2"),
            "s-plan": Fraction(5),
            "overleg": Fraction("0.7"),
        },
    )
    uren = count_hours(beeld, Kern(weken=39), INHOUD)
    # (1,1 + 2,2 + 0,7) × 39 = 156; met de hand nagerekend
    assert (uren.beschikbaar, uren.nu, uren.over) == (156, 156, 0)
    assert uren.straks == Fraction("6.8") * 39
    assert [taak.code for taak in uren.zonder_nu] == ["s-verslag"]
    assert uren.zonder_straks == ()


@settings(deadline=None, max_examples=25)
@given(beelden(), st.integers(1, 52))
def test_hours_are_the_sum_of_their_parts(beeld, weken: int) -> None:
    kern = Kern(weken=weken)
    keer = weken if beeld.per == "week" else 1
    uren = count_hours(beeld, kern, INHOUD)
    eigen = {code for code, waarde in beeld.nu.items() if waarde in (1, 2)}
    met_de_hand = sum(
        (waarde * keer for code, waarde in beeld.uren.items() if code in eigen), Fraction(0)
    )
    assert uren.nu == met_de_hand
    assert {taak.code for taak in uren.zonder_nu} == {c for c in eigen if c not in beeld.uren}
    if beeld.beschikbaar is not None:
        assert uren.over == beeld.beschikbaar * keer - met_de_hand


# -- de gids ------------------------------


@settings(deadline=None, max_examples=25)
@given(st.lists(beelden(), max_size=4, unique_by=lambda b: b.id), st.integers(20, 180))
def test_the_guide_fits_and_loses_no_question(mensen: list, minuten: int) -> None:
    gids = look(*mensen, minuten=minuten).gids
    ruim = look(*mensen, minuten=180).gids
    assert gids.used <= minuten
    assert (gids.vragen[0].soort, gids.vragen[-1].soort) == ("begin", "slot")
    teksten = sorted(v.tekst for v in (*gids.vragen, *gids.later))
    assert teksten == sorted(v.tekst for v in (*ruim.vragen, *ruim.later))
    assert len(set(teksten)) == len(teksten)


def test_the_guide_mixes_kinds_before_it_repeats_one() -> None:
    uit = look(
        picture(MEDEWERKER, nu=dict.fromkeys(("s-cijfers", "s-duiden", "s-plan"), 4)),
        picture(LEIDER, nu=dict.fromkeys(("s-cijfers", "s-duiden"), 4), afblijven={"s-g-plan": 2}),
        minuten=25,
    )
    assert [v.soort for v in uit.gids.vragen] == ["begin", "zonder-niemand", "grens", "slot"]
    (vraag, grens) = for_dossier(uit.gids, INHOUD)
    assert "wie neemt dit op zich" in vraag.tekst
    assert grens.onderwerp == "Rol van de kwaliteitsmedewerker"


# -- samen afspreken en tekenen ------------------------------


def test_only_what_all_agree_on_is_taken_over_and_nothing_is_overwritten() -> None:
    uit = look(
        picture(MEDEWERKER, straks={"s-cijfers": 1, "s-duiden": 1, "s-plan": 1, "s-kader": 3}),
        picture(LEIDER, straks={"s-cijfers": 1, "s-duiden": 2, "s-plan": 1, "s-kader": 3}),
        picture(BESTUURDER, straks={"s-cijfers": 1, "s-plan": None, "s-kader": 3}),
        samen=Samen(wie={"s-kader": "niemand"}),
    )
    kern = adopt(uit.kern, INHOUD)
    assert kern.samen.wie == {"s-cijfers": "medewerker", "s-kader": "niemand"}
    assert adopt(kern, INHOUD) is kern


def test_the_agreed_hours_and_what_is_still_open() -> None:
    samen = Samen(
        wie={"s-cijfers": "medewerker", "s-duiden": "samen", "s-plan": "ander"},
        eigenaar={"s-duiden": "secties"},
        uren={"s-cijfers": Fraction("40.5"), "s-plan": Fraction(99), "overleg": Fraction(10)},
        beschikbaar=Fraction(50),
    )
    stand = agreed(Kern(samen=samen), INHOUD)
    assert (stand.uren, stand.over) == (Fraction("50.5"), Fraction("-0.5"))
    assert [taak.code for taak in stand.zonder_naam] == ["s-plan"]
    assert [taak.code for taak in stand.zonder_uren] == ["s-duiden"]
    assert len(stand.open) == 10


def sign(profiel: Profiel, *rollen: str) -> Profiel:
    """Zet bij deze rollen een dag, zoals het scherm dat doet."""
    akkoord = tuple(
        replace(a, dag=date(2026, 11, 2)) if a.id in rollen else a for a in profiel.kern.akkoord
    )
    return follow(profiel, replace(profiel, kern=replace(profiel.kern, akkoord=akkoord)))


def change(profiel: Profiel, **velden: object) -> Profiel:
    """Wijzig iets in de afspraken."""
    samen = replace(profiel.kern.samen, **velden)
    return follow(profiel, replace(profiel, kern=replace(profiel.kern, samen=samen)))


def test_it_is_a_concept_until_all_three_signed_the_text_of_now() -> None:
    profiel = change(Profiel(), zin="Is er om te verbinden")
    twee = sign(profiel, MEDEWERKER, LEIDER)
    assert not is_final(twee.kern)
    drie = sign(twee, BESTUURDER)
    assert is_final(drie.kern)
    anders = change(drie, zin="Is er om te tellen")
    assert (signed(anders.kern), outdated(anders.kern)) == ((), TEKENAARS)
    assert is_final(change(anders, zin="Is er om te verbinden").kern)
    leeg = follow(
        anders,
        replace(
            anders,
            kern=replace(
                anders.kern, akkoord=tuple(replace(a, dag=None) for a in anders.kern.akkoord)
            ),
        ),
    )
    assert is_final(sign(leeg, *TEKENAARS).kern)


@settings(deadline=None, max_examples=25)
@given(
    st.lists(beelden(), max_size=3, unique_by=lambda b: b.id),
    st.integers(20, 180),
)
def test_what_is_not_signed_does_not_touch_the_signature(mensen: list, minuten: int) -> None:
    kern = Kern("School", samen=Samen(zin="x"))
    ander = replace(kern, beelden=tuple(mensen), minuten=minuten)
    assert fingerprint(ander) == fingerprint(kern)
    for veld, waarde in (("titel", "y"), ("jaar", "2027"), ("niveau", "bestuur")):
        assert fingerprint(replace(kern, **{veld: waarde})) != fingerprint(kern)


def test_choosing_and_clearing_again_does_not_undo_a_signature() -> None:
    kern = Kern("School", samen=Samen(zin="x", overleg=("s-o-mr", "s-o-leiding")))
    samen = replace(
        kern.samen,
        zin="x ",
        wie={"s-kader": ""},
        uren={"s-kader": None},
        overleg=("s-o-leiding", "s-o-mr"),
    )
    assert fingerprint(replace(kern, samen=samen)) == fingerprint(kern)
    met = replace(kern.samen, uren={"s-kader": Fraction(0)})
    assert fingerprint(replace(kern, samen=met)) != fingerprint(kern)


def test_two_leaders_are_not_signed_for_by_the_first() -> None:
    noor = picture(MEDEWERKER, naam="Noor", nu={"s-cijfers": 1})
    bo = picture(LEIDER, "bo", naam="Bo", nu={"s-cijfers": 1})
    assert spokesmen(Kern(beelden=(noor, bo))) == {MEDEWERKER: "Noor", LEIDER: "Bo"}
    assert spokesmen(Kern(beelden=(noor, bo, picture(LEIDER, "sam")))) == {MEDEWERKER: "Noor"}


def test_an_agreement_without_words_goes_nowhere() -> None:
    kern = Kern(afspraken=(Afspraak("a1", "Bellen", "rector", date(2026, 12, 1)), Afspraak("a2")))
    (actie,) = actions(kern)
    assert (actie.id, actie.wat, actie.wie, actie.klaar) == (
        "a1", "Bellen", "rector", date(2026, 12, 1),
    )  # fmt: skip


# -- niveau en eigen taken ------------------------------


def test_answers_of_the_other_level_survive_a_change_of_level() -> None:
    profiel = Profiel(Kern(beelden=(picture(MEDEWERKER, nu={"s-cijfers": 1}),)))
    bestuur = replace(profiel, kern=replace(profiel.kern, niveau="bestuur"))
    beeld = replace(bestuur.kern.beelden[0], nu={"b-beeld": 2})
    daarna = follow(bestuur, replace(bestuur, kern=replace(bestuur.kern, beelden=(beeld,))))
    assert daarna.kern.beelden[0].nu == {"s-cijfers": 1, "b-beeld": 2}
    assert daarna.kern.beelden[0].versie


def test_both_levels_have_lists_of_their_own_and_own_tasks_join_in() -> None:
    for niveau in ("school", "bestuur"):
        kern = Kern(niveau=niveau, taken=(Eigentaak("e1", "Open dag tellen"), Eigentaak("e2")))
        codes = [punt.code for punt in points(kern, INHOUD, "taken")]
        assert codes[-1] == "e1"
        assert all(code.startswith(f"{niveau[0]}-") for code in codes[:-1])
    lijsten = [
        {p.code for soort in ("taken", "partners", "overleggen", "onderwerpen", "grenzen")
         for p in getattr(niveau, soort)}
        for niveau in INHOUD.niveau.values()
    ]  # fmt: skip
    assert not lijsten[0] & lijsten[1]


# -- een jaar later ------------------------------


def test_a_year_later_shows_what_changed_and_which_pictures_came_together() -> None:
    toen = Kern(
        jaar="2025-2026",
        beelden=(
            picture(MEDEWERKER, straks={"s-cijfers": 1, "s-duiden": 1, "s-plan": 1}),
            picture(LEIDER, straks={"s-cijfers": 3, "s-duiden": 2, "s-plan": 1}),
        ),
        samen=Samen(
            wie={"s-cijfers": "medewerker", "s-plan": "samen"},
            uren={"s-cijfers": Fraction(30)},
            grenzen=("s-g-plan",),
            beschikbaar=Fraction(100),
        ),
    )
    nu = Kern(
        jaar="2026-2027",
        beelden=(
            picture(MEDEWERKER, straks={"s-cijfers": 1, "s-duiden": 1, "s-plan": 1}),
            picture(LEIDER, straks={"s-cijfers": 1, "s-duiden": 3, "s-plan": 2}),
        ),
        samen=Samen(
            hoort={"s-i-plan": "het concept, van de rector"},
            wie={"s-cijfers": "ander", "s-plan": "samen"},
            eigenaar={"s-cijfers": "administratie"},
            beschikbaar=Fraction(80),
        ),
    )
    jaar = compare(toen, nu, INHOUD)
    assert [(w.wat, w.toen, w.nu) for w in jaar.wijzigingen] == [
        ("taak", "kwaliteitsmedewerker", "een ander (administratie)"),
        ("uren", "30", ""),
        ("beschikbaar", "100", "80"),
        ("hoort", "", "het concept, van de rector"),
        ("grens", "ja", "nee"),
    ]
    assert (jaar.gelijk, jaar.uren) == (1, (30, 0))
    namen = [[p.code for p in rij] for rij in (jaar.opgelost, jaar.gebleven, jaar.erbij)]
    assert namen == [["s-cijfers"], ["s-duiden"], ["s-plan"]]


def test_two_years_of_agreement_are_told_as_agreement() -> None:
    mensen = tuple(picture(rol, straks={"s-plan": 1}) for rol in (MEDEWERKER, LEIDER))
    toen, nu = Kern(jaar="2025", beelden=mensen), Kern(jaar="2026", beelden=mensen)
    profiel = Profiel(nu, eerder=toen)
    blokken = str(year_blocks(compute(profiel, INHOUD)))
    assert INHOUD.zeg("later_beelden_eens", n=1) in blokken
    assert INHOUD.zeg("later_beelden_geen") not in blokken
    leeg = str(year_blocks(compute(replace(profiel, eerder=Kern()), INHOUD)))
    assert INHOUD.zeg("later_beelden_geen") in leeg
    bestuur = str(year_blocks(compute(replace(profiel, eerder=Kern(niveau="bestuur")), INHOUD)))
    assert "een bestuur" in bestuur


@settings(deadline=None, max_examples=25)
@given(st.lists(beelden(), max_size=3, unique_by=lambda b: b.id))
def test_beside_itself_nothing_changed(mensen: list) -> None:
    kern = replace(example(INHOUD).kern, beelden=tuple(mensen))
    jaar = compare(kern, kern, INHOUD)
    assert (jaar.wijzigingen, jaar.opgelost, jaar.erbij) == ((), (), ())


def test_a_new_year_keeps_people_and_tasks_and_starts_empty() -> None:
    profiel = replace(example(INHOUD), kwam={"afspraak-1": "gelukt"}, open="x")
    nieuw = new_year(profiel)
    assert nieuw.eerder == profiel.kern
    assert (nieuw.kwam, nieuw.open) == ({}, "")
    assert nieuw.kenmerk != profiel.kenmerk
    assert [b.rol for b in nieuw.kern.beelden] == list(TEKENAARS)
    assert not any(b.is_filled for b in nieuw.kern.beelden)
    assert {b.id for b in nieuw.kern.beelden}.isdisjoint(b.id for b in profiel.kern.beelden)
    assert nieuw.kern.samen == Samen()


# -- figuren en papier ------------------------------


@settings(deadline=None, max_examples=25)
@given(st.lists(beelden(), max_size=4, unique_by=lambda b: b.id))
def test_a_figure_and_its_table_say_the_same(mensen: list) -> None:
    uit = look(*mensen)
    blad = draw_tasks(uit)
    genoeg = [rij for rij in uit.naast["nu"] if rij.soort != "te-weinig"]
    assert (blad is None) is (not genoeg)
    if blad is not None:
        tekens = sum(len(reeks["x"]) for reeks in blad.figuur["data"] if "marker" in reeks)
        assert tekens == sum(len(rij.given) for rij in genoeg)
        assert len(blad.rijen) == len(genoeg)
        assert all(len(rij) == 1 + len(uit.mensen) for rij in blad.rijen)
    uren = draw_hours(uit)
    assert (uren is None) is (not uit.uren)
    if uren is not None:
        nu = next(reeks for reeks in uren.figuur["data"] if reeks["name"] == "taken nu")
        assert nu["x"] == [float(u.nu) for u in uit.uren]


@pytest.mark.parametrize("niveau", ["school", "bestuur"])
def test_everything_on_screen_is_on_paper(niveau: str) -> None:
    blad = toon_invulblad(niveau).inhoud + toon_profielblad(niveau).inhoud
    lijsten = ("taken", "partners", "overleggen", "onderwerpen", "grenzen")
    for lijst in lijsten:
        for punt in getattr(INHOUD.niveau[niveau], lijst):
            assert ontsnap(punt.tekst) in blad, punt.code
    assert "Handtekening" in blad
