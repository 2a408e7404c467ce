"""Respondenten samenvoegen en tellen: niemand dubbel, en volgorde maakt nooit uit."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.antwoorden.bestand import from_state, to_state
from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.onderzoek.respondenten import Respondent, new_id
from lv_tools.basis.onderzoek.samenvoegen import (
    Bron,
    add_source,
    merge,
    merge_counts,
    remove_source,
)
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.onderzoek.telling import (
    Groepstelling,
    Handtelling,
    Keuzetelling,
    add_up,
    count,
    count_by_role,
    empty_count,
)
from lv_tools.basis.onderzoek.vragenset import ONBEKENDE_ROL, Keuzevraag, Optie, Vragenset
from lv_tools.basis.vorm.vormcontrole import VormError

VRAGEN = Vragenset(
    schaal=("oneens", "eerder oneens", "eerder eens", "eens"),
    stellingen=(Optie("u1", "Eerste"), Optie("u2", "Tweede")),
    keuzevragen=(Keuzevraag("st", "Welke?", (Optie("OP2", "Zicht"), Optie("OP3", "Les"))),),
    rollen=(Optie("docent", "docent"), Optie("leiding", "schoolleiding")),
)

antwoord = st.sampled_from([1, 2, 3, 4, None])
respondenten = st.builds(
    Respondent,
    id=st.sampled_from([f"p{i}" for i in range(8)]),
    rol=st.sampled_from(["docent", "leiding", "decaan", ONBEKENDE_ROL]),
    antwoorden=st.dictionaries(st.sampled_from(["u1", "u2"]), antwoord),
    keuzes=st.dictionaries(
        st.just("st"), st.none() | st.lists(st.sampled_from(["OP2", "OP3"]), unique=True).map(tuple)
    ),
    versie=st.sampled_from(["", "2026-01-01T10:00", "2026-01-02T10:00"]),
)
bronnen = st.lists(
    st.builds(Bron, st.sampled_from("abc"), st.lists(respondenten, max_size=5).map(tuple)),
    max_size=4,
)


@given(bronnen, st.randoms())
def test_volgorde_en_herhaling_maken_voor_samenvoegen_niet_uit(lijst, toeval):
    eerst = merge(lijst)
    door_elkaar = [
        Bron(b.naam, tuple(toeval.sample(b.respondenten, len(b.respondenten)))) for b in lijst
    ]
    toeval.shuffle(door_elkaar)
    assert merge(door_elkaar) == eerst
    assert merge([*lijst, *lijst]) == eerst
    assert merge([Bron("samen", eerst), *lijst]) == eerst
    assert len({r.id for r in eerst}) == len(eerst)


@given(bronnen)
def test_een_bestand_twee_keer_toevoegen_verandert_niets(lijst):
    stapel: tuple[Bron, ...] = ()
    for bron in lijst:
        stapel = add_source(stapel, bron)
    for bron in lijst:
        hernoemd = Bron(bron.naam + " (kopie)", bron.respondenten[::-1])
        assert add_source(stapel, hernoemd) == stapel
    assert merge(stapel) == merge(lijst)


@given(bronnen, bronnen)
def test_een_bron_weghalen_maakt_het_toevoegen_ongedaan(eerder, later):
    stapel: tuple[Bron, ...] = ()
    for bron in eerder:
        stapel = add_source(stapel, bron)
    for bron in later:
        meer = add_source(stapel, bron)
        if meer != stapel:
            assert remove_source(meer, bron.sleutel) == stapel


def test_laatste_versie_telt():
    oud = Respondent("p1", "docent", {"u1": 1}, versie="2026-01-01")
    nieuw = replace(oud, antwoorden={"u1": 4}, versie="2026-01-02")
    assert merge([Bron("b", (nieuw,)), Bron("a", (oud,))]) == (nieuw,)


@given(st.lists(respondenten, max_size=20), st.data())
def test_een_rol_in_tweeen_en_weer_samen_geeft_hetzelfde(groep, data):
    snede = data.draw(st.integers(0, len(groep)))
    delen = (count(groep[:snede], VRAGEN), count(groep[snede:], VRAGEN))
    assert add_up(delen, VRAGEN) == count(groep, VRAGEN)
    assert add_up(count_by_role(groep, (), VRAGEN).values(), VRAGEN) == count(groep, VRAGEN)


@given(st.lists(respondenten, max_size=20))
def test_tellen_is_per_stelling_tellen_wie_haar_invulde(groep):
    telling = count(groep, VRAGEN)
    for code in ("u1", "u2"):
        gaf = [r.antwoorden[code] for r in groep if code in r.antwoorden]
        verdeling = telling.stellingen[code]
        assert verdeling.aantallen == tuple(gaf.count(optie) for optie in (1, 2, 3, 4))
        assert (verdeling.weet_niet, verdeling.totaal) == (gaf.count(None), len(gaf))


@given(st.lists(respondenten, max_size=20))
def test_met_de_hand_geteld_is_hetzelfde_als_per_persoon(groep):
    per_rol = count_by_role(groep, (), VRAGEN)
    hand = [Handtelling(f"h{rol}", rol, telling) for rol, telling in per_rol.items()]
    assert count_by_role((), hand, VRAGEN) == per_rol
    dubbel = count_by_role(groep, hand, VRAGEN)
    assert add_up(dubbel.values(), VRAGEN).personen == 2 * len(groep)


def test_tellen_van_keuzes_en_weet_niet():
    groep = [
        Respondent("1", "docent", {"u1": 4, "u2": None}, {"st": ("OP3", "OP3", "OP9")}),
        Respondent("2", "docent", {"u1": 3}, {"st": ()}),
        Respondent("3", "docent", {}, {"st": None}),
        Respondent("4", "docent", {}),
    ]
    telling = count(groep, VRAGEN)
    assert telling.personen == 4
    assert telling.stellingen["u1"] == Verdeling((0, 0, 1, 1))
    assert telling.stellingen["u2"] == Verdeling((0, 0, 0, 0), weet_niet=1)
    assert telling.keuzes["st"] == Keuzetelling(n=2, weet_niet=1, genoemd=(0, 1))
    assert telling.itemaantallen == (2, 1, 3)


def test_handtellingen_samenvoegen():
    leeg = empty_count(VRAGEN)
    oud = Handtelling("h1", "docent", leeg, "1")
    nieuw = Handtelling("h1", "docent", Groepstelling(3, leeg.stellingen, leeg.keuzes), "2")
    assert merge_counts([Bron("a", (), (oud,)), Bron("b", (), (nieuw,))]) == (nieuw,)
    assert merge_counts([Bron("b", (), (nieuw,)), Bron("a", (), (oud,))]) == (nieuw,)


@pytest.mark.parametrize(
    ("tekst", "rol"),
    [
        ("Docent", "docent"),
        ("  schoolleiding ", "leiding"),
        ("LEIDING", "leiding"),
        ("Decaan  havo", "decaan havo"),
        ("", ONBEKENDE_ROL),
        ("x" * 99, "x" * 40),
    ],
)
def test_rol_herkennen(tekst, rol):
    assert VRAGEN.find_role(tekst) == rol


def test_rollen_op_vaste_volgorde():
    groep = [Respondent(str(i), rol, {"u1": 1}) for i, rol in enumerate(["zzp", "leiding", "arts"])]
    groep.append(Respondent("9", "docent", {"u1": 1}))
    assert list(count_by_role(groep, (), VRAGEN)) == ["docent", "leiding", "arts", "zzp"]
    assert [VRAGEN.rolnaam(r) for r in ("leiding", "arts", ONBEKENDE_ROL)] == [
        "schoolleiding",
        "arts",
        "rol niet ingevuld",
    ]


def test_een_keuze_is_niet_vaker_genoemd_dan_er_mensen_zijn():
    with pytest.raises(ValueError, match="niet vaker"):
        Keuzetelling(2, 0, (3,))
    with pytest.raises(ValueError, match="negatief"):
        Keuzetelling(2, -1, (1,))


def test_kenmerk_is_willekeurig():
    assert len({new_id() for _ in range(100)}) == 100


MET_TEKST = replace(VRAGEN, notitievelden=(Optie("t:bewijs", "Waaraan ziet u dat?"),))


@given(st.text(max_size=40), st.booleans())
def test_tekst_van_een_respondent_komt_heen_en_terug(ruw, leeg):
    """Ook met tabs en nieuwe regels; zonder tekst blijft de regel zoals hij was."""
    tekst = clean_text(ruw)
    notities = {} if leeg or not tekst.strip() else {"t:bewijs": tekst}
    persoon = Respondent("p", "docent", {"u1": 3}, notities=notities)
    staat = to_state([Bron("b", (persoon,))], MET_TEKST)
    assert len(staat[0]["respondenten"][0].split("\t")) == (7 if notities else 6)
    assert from_state(json.loads(json.dumps(staat)), MET_TEKST) == (Bron("b", (persoon,)),)


def test_een_bestand_zonder_tekstvelden_kent_geen_teksten():
    persoon = Respondent("p", "docent", {"u1": 3}, notities={"t:bewijs": "x"})
    staat = to_state([Bron("b", (persoon,))], MET_TEKST)
    with pytest.raises(VormError, match="horen niet bij deze vragen"):
        from_state(staat, VRAGEN)


@pytest.mark.parametrize("notities", ["{", "[]", "{}", '{"t:bewijs": ""}', '{"t:bewijs": 1}', ""])
def test_teksten_die_niet_kloppen_worden_geweigerd(notities):
    staat = to_state([Bron("b", (Respondent("p", "docent", {"u1": 3}),))], MET_TEKST)
    staat[0]["respondenten"][0] += f"\t{notities}"
    with pytest.raises(VormError):
        from_state(staat, MET_TEKST)


def test_een_andere_tekst_is_een_ander_bestand():
    zonder = Respondent("p", "docent", {"u1": 3})
    met = replace(zonder, notities={"t:bewijs": "x"})
    assert Bron("b", (zonder,)).sleutel != Bron("b", (met,)).sleutel
