"""De regels van het bord: één plek per doel, de sessie, het advies en wat er heen en weer gaat."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from borden import DAGEN, MAANDAG, STAPPEN, WOORDEN, bord, run
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import Actie as Actiestuk
from lv_tools.basis.uitwisseling.stukken import Bewijs, Gespreksvraag, Herkomst
from lv_tools.basis.uitwisseling.stukken import Doel as Doelstuk
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.verbeterbord.model import advies, plaats, sessie
from lv_tools.verbeterbord.model.bord import (
    Actie,
    Ambitie,
    Bord,
    Doel,
    Gezien,
    Jaarbord,
    Succes,
    Thema,
)
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.model.uitwisselen import give, left_out, take, take_year
from lv_tools.verbeterbord.teksten import content
from lv_tools.verbeterbord.verslag.bericht import share_text

INHOUD = content()
VAN = Herkomst("verbeterplan", "Havo 2026", date(2026, 9, 1))
PLEKKEN = ("straks", "nu", "af")


def plekken_van(b: Bord) -> dict[str, int]:
    """Tel op hoeveel plekken van het bord elk doel staat."""
    return {d.id: sum(d in b.at(plek) for plek in PLEKKEN) for d in b.doelen}


# -- een doel heeft één plek ------------------------------


@settings(deadline=None)
@given(STAPPEN)
def test_een_doel_heeft_nooit_meer_dan_een_plek(stappen) -> None:
    na = run(stappen)
    ids = [d.id for d in na.doelen]
    assert len(ids) == len(set(ids))
    assert set(plekken_van(na).values()) == {1}
    assert {d.id for plek in PLEKKEN for d in na.at(plek)} == set(ids)
    assert sum(len(na.at(plek)) for plek in PLEKKEN) == len(ids)
    beeld = Beeld(na, MAANDAG, INHOUD)
    assert not {d.id for d in beeld.geschiedenis} & {d.id for d in na.at("nu")}
    # Wat bewaard is, komt zo weer terug.
    assert codec.read(Bord, codec.write(na)) == na


@given(STAPPEN)
@settings(deadline=None)
def test_wat_af_is_heeft_een_dag_en_wat_op_het_bord_staat_een_begin(stappen) -> None:
    na = run(stappen)
    assert all(d.af is not None for d in na.at("af"))
    assert all(d.af is None for plek in ("nu", "straks") for d in na.at(plek))
    assert all(d.van is not None for d in na.at("nu"))


def test_een_bestand_met_een_doel_op_twee_plekken_gaat_niet_open() -> None:
    gegevens = codec.write(bord())
    gegevens["doelen"] += [{**gegevens["doelen"][0], "plek": "af"}]
    with pytest.raises(VormError, match="hetzelfde doel staat er twee keer in"):
        codec.read(Bord, gegevens)


def test_een_doel_op_het_bord_krijgt_vijf_weken_en_een_gekozen_dag_blijft() -> None:
    oud = bord()
    nieuw = plaats.arrange(oud, plaats.place(oud, "b", "nu"), MAANDAG)
    b = nieuw.doelen[1]
    assert (b.van, b.tot) == (MAANDAG, MAANDAG + timedelta(weeks=5))
    gekozen = replace(oud, doelen=(replace(oud.doelen[1], van=date(2026, 12, 7)),))
    nieuw = plaats.arrange(gekozen, plaats.place(gekozen, "b", "nu"), MAANDAG)
    assert nieuw.doelen[0].van == date(2026, 12, 7)


def test_terug_op_het_bord_is_niet_langer_afgerond_en_houdt_wat_er_geschreven_is() -> None:
    oud = bord()
    af = plaats.arrange(oud, plaats.place(oud, "a", "af"), MAANDAG)
    af = replace(af, doelen=(replace(af.doelen[0], merkten="Zij vragen erom"), af.doelen[1]))
    terug = plaats.arrange(af, plaats.place(af, "a", "nu"), MAANDAG)
    assert terug.doelen[0].af is None
    assert terug.doelen[0].merkten == "Zij vragen erom"


# -- de sessie ------------------------------


def begonnen(dag: date = MAANDAG) -> Bord:
    return sessie.begin(bord(), "s1", dag, "inchecken")


def test_van_de_acties_van_vorige_keer_naar_die_van_de_volgende() -> None:
    nu = begonnen()
    assert [a.id for a in sessie.due(nu, "s1")] == ["x1"]
    nieuw = Actie("x2", "Exitkaartje", "Bo", date(2026, 12, 7), "a", sessie="s1")
    nu = replace(nu, acties=(*nu.acties, nieuw))
    # Wat nu is afgesproken, komt pas de volgende keer terug.
    assert [a.id for a in sessie.due(nu, "s1")] == ["x1"]
    nu = sessie.mark(nu, "x1", "gedaan", MAANDAG)
    assert [a.id for a in sessie.due(nu, "s1")] == ["x1"]
    nu = sessie.begin(sessie.end(nu), "s2", MAANDAG + timedelta(7), "inchecken")
    assert [a.id for a in sessie.due(nu, "s2")] == ["x2"]


def test_een_week_later_is_dezelfde_dag_van_de_week_na_vandaag() -> None:
    nu = sessie.mark(begonnen(), "x1", "door", MAANDAG)
    assert nu.acties[0].klaar == date(2026, 12, 11)
    assert nu.acties[0].keren == 1
    laat = sessie.next_week(date(2026, 9, 4), MAANDAG)
    assert laat == date(2026, 12, 4)
    assert sessie.next_week(None, MAANDAG) == date(2026, 12, 7)


@given(
    st.lists(st.sampled_from(["gedaan", "door", "vervallen"]), min_size=1, max_size=6),
    st.none() | DAGEN,
    DAGEN,
)
@settings(deadline=None)
def test_nog_een_keer_hetzelfde_neemt_het_terug(keuzes, klaar, dag) -> None:
    nu = replace(begonnen(dag), acties=(Actie("x1", "Iets", klaar=klaar, sessie="s0"),))
    for keuze in keuzes:
        nu = sessie.mark(nu, "x1", keuze, dag)
    (actie,) = nu.acties
    gezegd = sessie.said(actie, "s1")
    if gezegd:
        (actie,) = sessie.mark(nu, "x1", gezegd, dag).acties
    assert (actie.stand, actie.klaar, actie.keren) == ("open", klaar, 0)


@given(st.none() | DAGEN, DAGEN)
def test_een_week_later_ligt_altijd_na_de_sessie(klaar, dag) -> None:
    later = sessie.next_week(klaar, dag)
    assert later > dag
    assert klaar is None or (later - klaar).days % 7 == 0


def test_een_sessie_waarin_niets_is_opgeschreven_blijft_niet_staan() -> None:
    assert sessie.end(begonnen()).sessies == ()
    met = sessie.mark(begonnen(), "x1", "gedaan", MAANDAG)
    klaar = sessie.end(met)
    assert [s.id for s in klaar.sessies] == ["s1"]
    assert klaar.sessie is None


@pytest.mark.parametrize(
    "erbij",
    [
        {"gezien": (Gezien("g9", "a", MAANDAG, "Iets", sessie="s1"),)},
        {"successen": (Succes("su9", MAANDAG, "Iets", "s1"),)},
        {"acties": (Actie("x9", "Iets", sessie="s1"),)},
    ],
)
def test_een_sessie_met_een_regel_blijft_wel_staan(erbij) -> None:
    assert len(sessie.end(replace(begonnen(), **erbij)).sessies) == 1


def test_wie_opnieuw_begint_gaat_door_met_de_sessie_die_bezig_is() -> None:
    nu = begonnen()
    assert sessie.begin(nu, "s2", MAANDAG, "inchecken") is nu


# -- wat opvalt ------------------------------


def codes(b: Bord, dag: date = MAANDAG) -> list[str]:
    return [a.code for a in advies.advise(b, dag, INHOUD)]


def test_een_goed_bord_krijgt_geen_advies() -> None:
    assert codes(bord()) == []


@pytest.mark.parametrize(
    ("code", "anders"),
    [
        ("team", {"mensen": 24}),
        ("team", {"mensen": 5}),
        ("leeg", {"doelen": ()}),
        ("geen-actie", {"acties": ()}),
        ("wie-wanneer", {"acties": (Actie("x", "Iets", "", MAANDAG, "a"),)}),
        ("schuift", {"acties": (Actie("x", "Iets", "Bo", MAANDAG, "a", keren=3),)}),
    ],
)
def test_wat_opvalt_aan_het_bord(code, anders) -> None:
    assert code in codes(bord(**anders))


@pytest.mark.parametrize(
    ("code", "anders"),
    [
        ("geen-thema", {"thema": ""}),
        ("merken", {"merken": ""}),
        ("geen-dag", {"tot": None}),
        ("weken", {"tot": MAANDAG + timedelta(weeks=9)}),
        ("weken", {"tot": MAANDAG + timedelta(weeks=2)}),
        ("omgekeerd", {"van": MAANDAG, "tot": MAANDAG - timedelta(days=1)}),
        ("voorbij", {"van": date(2026, 9, 28), "tot": date(2026, 11, 6)}),
    ],
)
def test_wat_opvalt_aan_een_doel(code, anders) -> None:
    doel = replace(bord().doelen[0], **anders)
    assert codes(bord(doelen=(doel,))) == [code]


def test_meer_dan_drie_doelen_tegelijk_is_veel() -> None:
    vier = tuple(replace(bord().doelen[0], id=f"d{n}") for n in range(4))
    assert codes(bord(doelen=vier))[0] == "veel"
    assert "veel" not in codes(bord(doelen=vier[:3]))


def test_een_thema_zonder_ambitie_valt_op_als_er_ambities_zijn() -> None:
    los = replace(bord().jaarbord, themas=(Thema("t1", "Los"), Thema("t2", "Vast", "am1")))
    assert "thema" in codes(bord(jaarbord=los))
    assert "thema" not in codes(bord(jaarbord=replace(los, ambities=())))


def test_elk_advies_uit_de_toml_komt_voor_en_vult_al_zijn_namen() -> None:
    assert set(INHOUD.advies) == {
        *("team", "leeg", "veel", "thema", "geen-thema", "merken", "geen-dag", "weken"),
        *("omgekeerd", "voorbij", "geen-actie", "wie-wanneer", "schuift"),
    }


# -- delen met het team --------------------------


def test_het_bericht_noemt_doelen_en_open_acties_en_niets_wat_klaar_is() -> None:
    klaar = Actie("x2", "Al gedaan", "Bo", MAANDAG, "a", "gedaan")
    zonder = Actie("x3", "Nog van niemand")
    van = bord(acties=(*bord().acties, klaar, zonder))
    tekst = share_text(Beeld(van, MAANDAG, INHOUD), INHOUD)
    assert tekst.startswith("Het bord van Team havo 4, stand op 30 november 2026.")
    assert "- Iedereen schrijft het antwoord op (tot 4 januari 2027)" in tekst
    assert "- Wisbordjes proberen (Sanne, klaar op 4 december 2026)" in tekst
    assert "- Nog van niemand\n" in tekst
    assert not any(wat in tekst for wat in ("Al gedaan", "Elke les een plan", "Zes van de tien"))
    assert share_text(Beeld(Bord("k"), MAANDAG, INHOUD), INHOUD) == ""


# -- geven en nemen ------------------------------


def test_een_jaarbord_overnemen_laat_niets_stil_vallen() -> None:
    eigen = bord(jaarbord=replace(bord().jaarbord, niet="Geen nieuwe toetsen"))
    vol = tuple(Thema(f"n{n}", f"Thema {n}") for n in range(20))
    ander = Jaarbord("De Linde", "", (), vol, "Geen nieuw rapport\nGeen nieuwe toetsen")
    na = take_year(eigen, ander)
    assert na.jaarbord.niet == "Geen nieuwe toetsen\nGeen nieuw rapport"
    assert na.jaarbord.themas[:2] == eigen.jaarbord.themas
    assert left_out(na, ander) == ("Thema 18", "Thema 19")
    assert take_year(na, ander) == na


@pytest.mark.parametrize(
    "dubbel",
    [
        {"gezien": bord().gezien * 2},
        {"successen": bord().successen * 2},
        {"plandoelen": bord().plandoelen * 2},
        {"jaarbord": replace(bord().jaarbord, themas=bord().jaarbord.themas * 2)},
    ],
)
def test_niets_staat_twee_keer_op_het_bord(dubbel) -> None:
    with pytest.raises(ValueError, match="twee keer"):
        bord(**dubbel)


def pakket(*stukken) -> Pakket:
    return Pakket(VAN, "plan1", datetime(2026, 9, 1, tzinfo=UTC), stukken)


def test_een_doel_uit_het_plan_komt_er_een_keer_bij_en_volgt_de_woorden() -> None:
    leeg = Bord("k")
    een, nieuw, vol = take(leeg, pakket(Doelstuk("p1", "Minder vast"), Actiestuk("x", "Iets")))
    assert (nieuw, vol) == (1, 0)
    twee, nieuw, _ = take(een, pakket(Doelstuk("p1", "Veel minder vast")))
    assert nieuw == 0
    assert [d.wat for d in twee.plandoelen] == ["Veel minder vast"]
    eigen = plaats.from_plan(twee.plandoelen[0], "n1")
    assert (eigen.wat, eigen.plandoel, eigen.plek) == ("Veel minder vast", "p1", "straks")
    met = replace(twee, doelen=(eigen,))
    na, _, _ = take(met, pakket(Doelstuk("p1", "Nog anders")))
    assert na.doelen == met.doelen  # wat het team opschreef, blijft


@given(st.lists(st.tuples(st.sampled_from(["p1", "p2", "p3"]), WOORDEN), max_size=8))
@settings(deadline=None)
def test_ophalen_verdubbelt_niets(stukken) -> None:
    doelen = tuple(Doelstuk(k, w) for k, w in stukken)
    een, nieuw, _ = take(Bord("k"), pakket(*doelen))
    assert nieuw == len({k for k, _ in stukken}) == len(een.plandoelen)
    assert take(een, pakket(*doelen))[:2] == (een, 0)


def test_bewijs_gaat_naar_het_doel_in_het_plan_en_houdt_zijn_kenmerk() -> None:
    b = bord()
    af = replace(
        b.doelen[0], plek="af", af=MAANDAG, uitkomst="deels", merkten="Zij vragen erom.",
        zeker="meer-mensen",
    )  # fmt: skip
    eerst, later = give(b, INHOUD), give(replace(b, doelen=(af, b.doelen[1])), INHOUD)
    (gezien,) = [s for s in eerst if isinstance(s, Bewijs)]
    assert (gezien.over, gezien.wat, gezien.dag) == ("p1", "Zes van de tien wisten het", MAANDAG)
    bewijzen = [s for s in later if isinstance(s, Bewijs)]
    assert [s.id for s in bewijzen] == [gezien.id, "bord-a"]
    assert bewijzen[1].wat == ("Deels gelukt: Iedereen schrijft het antwoord op. Zij vragen erom.")
    assert bewijzen[1].zekerheid == "meer-mensen"


def test_alleen_open_acties_gaan_mee_met_het_doel_uit_het_plan() -> None:
    (actie,) = [s for s in give(bord(), INHOUD) if isinstance(s, Actiestuk)]
    assert (actie.id, actie.doel, actie.wie) == ("x1", "p1", "Sanne")
    nu = sessie.mark(begonnen(), "x1", "gedaan", MAANDAG)
    assert not [s for s in give(nu, INHOUD) if isinstance(s, Actiestuk)]


def test_zonder_plan_is_er_geen_bewijs_en_wel_een_vraag() -> None:
    stukken = give(bord(plandoelen=()), INHOUD)
    assert not [s for s in stukken if isinstance(s, Bewijs)]
    (vraag,) = [s for s in stukken if isinstance(s, Gespreksvraag)]
    assert "Iedereen schrijft het antwoord op" in vraag.tekst


@given(STAPPEN, WOORDEN, WOORDEN)
@settings(deadline=None)
def test_wat_het_bord_geeft_past_altijd_in_het_dossier(stappen, wat, team) -> None:
    b = run(stappen, bord(team=team))
    b = replace(b, doelen=tuple(replace(d, wat=wat * 7, merkten=wat * 7) for d in b.doelen))
    stukken = give(b, INHOUD)
    if stukken:
        assert Dossier().give(VAN, "k1", stukken).klaar[0].stukken


def test_een_team_neemt_het_jaarbord_van_de_school_over_en_houdt_zijn_doelen() -> None:
    school = Jaarbord("De Linde", "2027-2028", (Ambitie("am1", "Anders gezegd"),), ())
    na = take_year(bord(), school)
    assert [a.wat for a in na.jaarbord.ambities] == ["Anders gezegd", "Van elkaar leren"]
    assert na.jaarbord.jaar == "2027-2028"
    assert [t.id for t in na.jaarbord.themas] == ["t1", "t2"]
    assert na.doelen == bord().doelen
    assert take_year(na, school) == na


# -- het voorbeeld ------------------------------


def test_de_getallen_van_het_voorbeeld_zijn_die_van_de_voorbeeldschool() -> None:
    school = lees_toml("voorbeeld/school.toml")
    kijk = {k["code"]: k["gezien"] for k in school["kijkpunt"]}
    lessen = [r["lessen"] for r in school["ronde"]]
    half = next(d for d in school["doel"] if d["id"] == "d2")["halverwege"]
    mogelijk = {
        (kijk["begrip"][0], lessen[0]), (kijk["begrip"][1], lessen[1]),
        (kijk["doel"][0], lessen[0]), (kijk["doel"][1], lessen[1]), (half["k"], half["n"]),
    }  # fmt: skip
    tekst = repr(INHOUD.voorbeeld.bord)
    gevonden = {(int(k), int(n)) for k, n in re.findall(r"(\d+) van de (\d+)", tekst)}
    assert gevonden == mogelijk
    assert school["rondetafel"][1]["zeiden"][0] in tekst
    plan = {d["id"]: d["tekst"] for d in school["doel"]}
    assert all(plan[d.id] == d.wat for d in INHOUD.voorbeeld.bord.plandoelen)


def test_het_voorbeeld_is_een_goed_bord() -> None:
    voorbeeld = INHOUD.voorbeeld
    assert codes(voorbeeld.bord, voorbeeld.dag) == []
    assert INHOUD.minuten == 15


def test_hoe_mensen_erbij_zitten_heeft_geen_plek_in_het_bestand() -> None:
    namen = repr(codec.hints(Bord)) + repr(codec.hints(Doel)) + repr(codec.hints(Actie))
    assert not re.search("gezicht|stemming|humeur", namen, re.IGNORECASE)
