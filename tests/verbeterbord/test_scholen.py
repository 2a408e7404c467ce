"""Borden naast elkaar: op het alfabet, zonder namen en tellingen, met vragen om mee te nemen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from borden import WOORDEN, bord
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.opslag.werkbestand import Leesfout
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag
from lv_tools.basis.vorm import codec
from lv_tools.verbeterbord.bestand import read_board, write_for_board
from lv_tools.verbeterbord.model.bord import Actie, Ambitie, Blik, Bord, Doel, Jaarbord, Thema
from lv_tools.verbeterbord.model.scholen import (
    ambitions,
    give_questions,
    in_order,
    lay_beside,
    lines,
    look,
    questions_for,
    silent,
    without_names,
)
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import content
from lv_tools.verbeterbord.verslag.scholen import lines_table, round_report

INHOUD = content()
TIJD = datetime(2026, 12, 1, 12, tzinfo=UTC)


def blik(school: str = "Noord", team: str = "a", keer: int = 0, **rest) -> Blik:
    jaarbord = replace(bord().jaarbord, school=school)
    van = bord(kenmerk=f"{school}-{team}", team=team, jaarbord=jaarbord, **rest)
    return look(van, TIJD + timedelta(hours=keer))


BLIKKEN = st.lists(
    st.builds(
        blik,
        st.sampled_from(["Noord", "noord", "Zuid", "Oost"]),
        st.sampled_from(["a", "b", "c"]),
        st.integers(0, 3),
    ),
    max_size=8,
)


@given(BLIKKEN, st.randoms())
@settings(deadline=None)
def test_de_volgorde_van_inlezen_maakt_niet_uit(blikken, toeval) -> None:
    door_elkaar = list(blikken)
    toeval.shuffle(door_elkaar)
    een, twee = lay_beside(Bord("k"), blikken), lay_beside(Bord("k"), door_elkaar)
    assert een.borden == twee.borden == in_order(een.borden)
    assert len({b.id for b in een.borden}) == len(een.borden)


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from(["open", "gedaan", "vervallen"]))
@settings(deadline=None)
def test_hoe_het_met_acties_ging_verandert_niets_aan_wat_een_bestuurder_ziet(
    open_, keren, stand
) -> None:
    acties = tuple(Actie(f"x{n}", "Iets", "Sanne", stand=stand, keren=keren) for n in range(open_))
    assert blik(acties=acties) == blik(acties=())


@given(WOORDEN.filter(lambda w: len(w.strip()) > 3), WOORDEN)
@settings(deadline=None)
def test_een_naam_bij_een_actie_gaat_nergens_mee(naam, wat) -> None:
    geheim = f"naam-{naam}"
    van = bord(acties=(Actie("x1", wat, geheim),))
    assert geheim not in repr(look(van, TIJD))
    assert geheim not in repr(codec.write(without_names(van)))


def test_een_bord_dat_opnieuw_is_ingelezen_vervangt_het_oude_en_houdt_de_notitie() -> None:
    eerst = lay_beside(Bord("k"), [blik(keer=1)])
    met = replace(eerst, borden=(replace(eerst.borden[0], notitie="Terugkomen"),))
    anders = blik(keer=2, successen=())
    nieuw = lay_beside(met, [anders])
    assert (nieuw.borden[0].successen, nieuw.borden[0].notitie) == ((), "Terugkomen")
    assert lay_beside(nieuw, [blik(keer=0)]) == nieuw


def test_twee_teams_die_in_een_bestand_begonnen_liggen_allebei_naast_elkaar() -> None:
    van_de_school = [bord(team="Team havo 4"), bord(team="Team vwo 5")]
    naast = lay_beside(Bord("k"), [look(b, TIJD) for b in van_de_school])
    assert [b.team for b in naast.borden] == ["Team havo 4", "Team vwo 5"]
    assert lay_beside(naast, [look(van_de_school[0], TIJD)]) == naast
    zonder = [look(Bord("", team=team), TIJD) for team in ("a", "b")]
    assert len(lay_beside(Bord("k"), zonder).borden) == 2


def test_van_ambitie_naar_de_klas_ook_als_een_school_haar_overtypte() -> None:
    overgetypt = Jaarbord(
        "Zuid", "", (Ambitie("z9", "hulp op  tijd."),), (Thema("z1", "Eigen thema", "z9"),)
    )
    doel = Doel("d1", "Elke week een gesprek", "nu", "z1", merken="Mijn mentor vraagt ernaar")
    zuid = look(Bord("z", overgetypt, "t", doelen=(doel,)), TIJD)
    eigen = replace(bord(), borden=in_order([blik(), zuid]))
    rijen = [(lijn.ambitie, lijn.school, lijn.doel) for lijn in lines(eigen)]
    assert rijen == [
        ("Hulp op tijd", "Noord", "Iedereen schrijft het antwoord op"),
        ("Hulp op tijd", "Zuid", "Elke week een gesprek"),
        ("Van elkaar leren", "Noord", ""),
    ]


def test_een_ambitie_die_nergens_klinkt_is_een_vraag_aan_het_bestuur_zelf() -> None:
    eigen = replace(bord(), borden=(blik(),))
    assert [a.wat for a in silent(eigen)] == ["Van elkaar leren"]
    assert give_questions(eigen, INHOUD)[0].tekst == INHOUD.zeg(
        "gaan_stil", ambitie="Van elkaar leren"
    )


def test_zonder_eigen_ambities_gelden_die_van_de_borden_elk_een_keer() -> None:
    eigen = Bord("k", borden=(blik("Noord"), blik("Zuid")))
    assert [a.wat for a in ambitions(eigen)] == ["Hulp op tijd", "Van elkaar leren"]


def test_wat_een_team_zelf_koos_staat_er_ook() -> None:
    los = blik(doelen=(Doel("d", "Rust in de gang", "nu"),))
    laatste = lines(replace(bord(), borden=(los,)))[-1]
    assert (laatste.ambitie, laatste.doel) == ("", "Rust in de gang")


def test_wat_nog_op_de_plank_ligt_ziet_een_bezoeker_niet() -> None:
    assert [d.wat for d in blik().doelen] == ["Iedereen schrijft het antwoord op"]


def test_de_vragen_gaan_over_leerlingen_de_les_en_het_team() -> None:
    teksten = [v.tekst for v in questions_for(blik(), INHOUD)]
    assert "‘Ik weet of ik het snap’" in teksten[0]
    assert teksten[1].startswith("In de les")
    assert teksten[2:] == [v.tekst for v in INHOUD.kijkvraag]
    zonder = blik(doelen=(replace(bord().doelen[0], merken=""),))
    assert questions_for(zonder, INHOUD)[0].tekst.startswith("Aan het team: waaraan merken")


@given(st.lists(WOORDEN, max_size=4), WOORDEN)
@settings(deadline=None)
def test_elke_vraag_past_in_het_dossier(namen, team) -> None:
    doelen = tuple(Doel(f"d{n}", naam * 8, "nu", merken=naam * 9) for n, naam in enumerate(namen))
    eigen = replace(bord(), borden=(blik(team=team, doelen=doelen),))
    for vraag in give_questions(eigen, INHOUD):
        assert codec.read(Gespreksvraag, codec.write(vraag)) == vraag


def test_het_overzicht_noemt_geen_rangorde_en_geen_telling() -> None:
    eigen = replace(bord(), borden=in_order([blik("Zuid"), blik("Noord")]))
    beeld = Beeld(eigen, TIJD.date(), INHOUD)
    tabel = lines_table(beeld, INHOUD)
    assert not any(isinstance(cel, int | float) for rij in tabel.rijen for cel in rij)
    tekst = repr(round_report(beeld, INHOUD)).casefold()
    for woord in ("beste", "slechtste", "score", "%", "gemiddeld", "sanne"):
        assert woord not in tekst, woord


def test_een_bestand_voor_het_bestuur_is_een_bord_dat_opengaat() -> None:
    gelezen = read_board("bord.json", write_for_board(bord(), "De Linde havo 4", TIJD))
    assert not isinstance(gelezen, Leesfout)
    terug, tijd = gelezen
    assert tijd == TIJD
    assert (terug.doelen, terug.acties, terug.sessies) == (bord().at("nu"), (), ())
    assert "Elke les een plan" not in repr(terug)  # wat op de plank ligt, is nog van het team
    fout = read_board("x.json", b"{}")
    assert isinstance(fout, Leesfout)
