"""De regels van de risicoscan: een som uit de tekst, en eigenschappen die altijd gelden."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scanproef import INHOUD

from lv_tools.basis.gegevens.datapakket import lees, lees_toml
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.uitwisseling.punt import missing
from lv_tools.basis.uitwisseling.stukken import Herkomst, Signaal
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.risicoscan.model.regels import ZEKERHEDEN, Regels, how_sure, judge
from lv_tools.risicoscan.model.scan import Meegebracht, Scan, empty, pieces
from lv_tools.risicoscan.model.uitkomst import Uitkomst, compute
from lv_tools.risicoscan.model.voorbeeld import example
from lv_tools.risicoscan.teksten import BRONNEN, HERKENNING, OBSTAKELS, more, note

REGELS = Regels()
VOLGORDE = ("geen-zorg", "let-op", "zorg")
aantallen = st.tuples(*(st.integers(0, 8),) * 3)
regels = st.builds(Regels, grens=st.integers(1, 100), mensen=st.integers(2, 6))
codes = st.sampled_from(list(INHOUD.standaarden))


@st.composite
def mensen(draw: st.DrawFn, meeste: int = 8) -> tuple[Respondent, ...]:
    antwoorden = st.dictionaries(codes, st.sampled_from([1, 2, 3, None]), max_size=6)
    rollen = st.sampled_from(["docent", "teamleider", "schoolleiding"])
    uit = []
    for nummer in range(draw(st.integers(0, meeste))):
        obstakels = draw(st.sets(st.sampled_from([h.code for h in INHOUD.obstakel]), max_size=3))
        bronnen = draw(st.sets(codes, max_size=3))
        bewijs = draw(st.dictionaries(codes, st.sampled_from(["cijfers", "lesbezoek"]), max_size=3))
        uit.append(
            Respondent(
                f"p{nummer}",
                draw(rollen),
                draw(antwoorden),
                {
                    OBSTAKELS: tuple(sorted(obstakels)),
                    BRONNEN: tuple(more(code) for code in sorted(bronnen)),
                },
                notities={note(code): tekst for code, tekst in bewijs.items()},
            )
        )
    return tuple(uit)


def outcome(groep: tuple[Respondent, ...], modus: str = "naam", **rest: bool) -> Uitkomst:
    bronnen = (Bron("groep", groep),) if groep else ()
    scan = replace(empty(INHOUD), groep=Groep(modus, bronnen=bronnen, zout="z"))  # type: ignore[arg-type]
    return compute(scan, INHOUD, **rest)


# -- de regels ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdeling", "beeld"),
    [
        (Verdeling((0, 1, 2), 1), "zorg"),  # de som uit de uitleg
        (Verdeling((2, 1, 1)), "let-op"),
        (Verdeling((3, 1, 1)), "geen-zorg"),
        (Verdeling((0, 0, 1), 2), "weet-niet"),
        (Verdeling((0, 0, 1), 1), "zorg"),
        (Verdeling((0, 0, 0), 1), "weet-niet"),
        (Verdeling((0, 0, 0)), ""),
    ],
)
def test_het_beeld_van_een_groep(verdeling: Verdeling, beeld: str) -> None:
    assert judge(verdeling, REGELS) == beeld


def test_de_som_uit_de_uitleg_klopt() -> None:
    assert how_sure(3, 3, 0, REGELS) == "meer-mensen"
    assert how_sure(1, 1, 0, REGELS) == "een-blik"
    assert how_sure(1, 1, 1, REGELS) == "meer-bronnen"


@given(aantallen, st.integers(0, 2), regels)
def test_wie_meer_zorg_ziet_verlaagt_het_beeld_nooit(
    tel: tuple[int, ...], van: int, regel: Regels
) -> None:
    voor = judge(Verdeling(tel), regel)
    if van == 2 or not tel[van]:
        return
    hoger = list(tel)
    hoger[van] -= 1
    hoger[van + 1] += 1
    na = judge(Verdeling(tuple(hoger)), regel)
    assert VOLGORDE.index(na) >= VOLGORDE.index(voor)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 5), st.integers(0, 5), regels)
def test_meer_bewijs_verlaagt_nooit_hoe_zeker_het_is(
    eens: int, anders: int, bronnen: int, erbij: int, regel: Regels
) -> None:
    voor = how_sure(eens, eens + anders, bronnen, regel)
    meer = how_sure(eens, eens + anders, bronnen + erbij, regel)
    ook = how_sure(eens + erbij, eens + anders + erbij, bronnen, regel)
    assert ZEKERHEDEN.index(meer) >= ZEKERHEDEN.index(voor)
    assert ZEKERHEDEN.index(ook) >= ZEKERHEDEN.index(voor)


@settings(max_examples=60, deadline=None)
@given(mensen(), codes)
def test_een_signaal_erbij_verlaagt_nooit_hoe_zeker_het_is(
    groep: tuple[Respondent, ...], code: str
) -> None:
    voor = outcome(groep)
    mee = Meegebracht("m", Herkomst("urgentiemeter"), "w", Signaal("s", "iets", "", "", (code,)))
    na = compute(replace(voor.scan, signalen=(mee,)), INHOUD)
    for naam, beeld in voor.beelden.items():
        assert na.beelden[naam].soort == beeld.soort
        assert ZEKERHEDEN.index(na.beelden[naam].zekerheid) >= ZEKERHEDEN.index(beeld.zekerheid)


@settings(max_examples=60, deadline=None)
@given(mensen(), st.randoms(use_true_random=False), st.sampled_from(["naam", "anoniem"]))
def test_de_volgorde_van_mensen_maakt_nooit_uit(
    groep: tuple[Respondent, ...], toeval: object, modus: str
) -> None:
    anders = list(groep)
    toeval.shuffle(anders)  # type: ignore[attr-defined]
    een, twee = outcome(groep, modus), outcome(tuple(anders), modus)
    assert replace(een, scan=twee.scan) == twee


@settings(max_examples=80, deadline=None)
@given(mensen(7))
def test_anoniem_is_geen_getal_kleiner_dan_vijf_mensen(groep: tuple[Respondent, ...]) -> None:
    uit = outcome(groep, "anoniem")
    for beeld in uit.beelden.values():
        if beeld.verdeling is not None:
            assert len(groep) >= 5
            assert beeld.verdeling.totaal == 0 or beeld.verdeling.totaal >= 5
        if beeld.bewijzen:
            assert sum(note(beeld.code) in r.notities for r in groep) >= 5
    for vraag in HERKENNING:
        assert uit.antwoorden[vraag] == 0 or len(groep) >= 5
    for rol in next(iter(uit.beelden.values())).rollen:
        if rol != "andere rollen samen":
            assert sum(INHOUD.vragen.rolnaam(r.rol) == rol for r in groep) >= 5


@settings(max_examples=60, deadline=None)
@given(mensen(6))
def test_in_een_verslag_staat_niemand_alleen_in_een_rol(groep: tuple[Respondent, ...]) -> None:
    uit = outcome(groep, uitvoer=True)
    for rol in next(iter(uit.beelden.values())).rollen:
        if rol != "andere rollen samen":
            assert sum(INHOUD.vragen.rolnaam(r.rol) == rol for r in groep) >= 2


# -- de inhoud hoort bij de gegevens ------------------------------------------------------------


def test_obstakels_en_elementen_heten_zoals_in_de_gegevens() -> None:
    obstakels = {str(r["obstakel"]) for r in lees("interventies_bij_obstakels").rijen}
    assert {h.naam for h in INHOUD.obstakel} == obstakels
    elementen = [str(r["element"]) for r in lees("elementen").rijen]
    assert sorted(h.naam for h in INHOUD.element) == sorted(elementen)
    assert set(INHOUD.bij) == set(INHOUD.standaarden)
    assert all(set(v.als) | set(v.dan) <= set(INHOUD.standaarden) for v in INHOUD.verband)
    alle = [h.code for h in (*INHOUD.obstakel, *INHOUD.element)]
    assert len(set(alle)) == len(alle)


def test_elk_voorstel_om_eerst_op_te_lossen_noemt_zijn_bron() -> None:
    for herkenning in (*INHOUD.obstakel, *INHOUD.element):
        assert bool(herkenning.eerst) == bool(herkenning.eerst_bron)


# -- de voorbeeldschool -------------------------------------------------------------------------


def test_het_voorbeeld_heeft_de_getallen_van_de_voorbeeldschool() -> None:
    school = lees_toml("voorbeeld/school.toml")
    uit = compute(example(INHOUD), INHOUD)
    assert uit.personen == len(school["scan"]["invulling"]) == 4
    for code, beeld in uit.beelden.items():
        noemden = sum(
            any(z["standaard"] == code for z in wie["zorgen"])
            for wie in school["scan"]["invulling"]
        )
        assert beeld.verdeling is not None
        assert beeld.verdeling.aantallen[2] == noemden
    vaak = [c for c, b in uit.beelden.items() if (b.verdeling or Verdeling((0, 0))).aantallen[-1]]
    genoeg = {
        c
        for c in vaak
        if uit.beelden[c].verdeling.aantallen[2] >= school["scan"]["punt_vanaf"]  # type: ignore[union-attr]
    }
    assert {p.standaarden[0] for p in uit.scan.punten} == genoeg
    assert [p.id for p in pieces(uit.scan)] == [p["id"] for p in school["verbeterpunt"]]


def test_wat_aan_een_punt_ontbreekt_staat_er_en_houdt_niets_tegen() -> None:
    punt = example(INHOUD).punten[0]
    assert missing(punt, standaard=True) == ("anders_als",)
    assert len(pieces(Scan(punten=(punt,)))) == 1
    assert pieces(Scan(punten=(replace(punt, wat=" "),))) == ()
