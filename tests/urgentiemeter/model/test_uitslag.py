"""De uitslag: vormen, blinde vlek, wijzers, samenhang, en afscherming van de hele uitslag."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.onthulling import ANONIEM
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.telling import count_by_role
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.model.beleving import SAMEN, assess
from lv_tools.urgentiemeter.model.feiten import Reeks, exact
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.samenhang import overlaps, unnamed
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.teksten import STANDAARDEN, instrument

INHOUD = instrument()
CODES = list(INHOUD.stellingen)
STANDAARDCODES = list(INHOUD.standaarden)


@st.composite
def respondent(draw):
    antwoorden = draw(
        st.dictionaries(st.sampled_from(CODES), st.sampled_from([1, 2, 3, 4, None]), max_size=12)
    )
    keuzes = draw(
        st.dictionaries(
            st.just(STANDAARDEN),
            st.none() | st.lists(st.sampled_from(STANDAARDCODES), unique=True).map(tuple),
        )
    )
    rol = draw(st.sampled_from(["docent", "schoolleiding", "leerling", "decaan"]))
    return Respondent(f"p{draw(st.integers(0, 10**6))}", rol, antwoorden, keuzes)


groepen = st.lists(respondent(), max_size=16, unique_by=lambda r: r.id)
regelkeuze = st.builds(
    Regels,
    gedeeld_vanaf=st.integers(5, 100),
    genoemd_vanaf=st.integers(5, 100),
    weging=st.sampled_from(["persoon", "rol"]),
    weet_niet_telt=st.booleans(),
)


def scan_of(groep, modus="naam", regels=None, afdelingen=()):
    bron = Bron("b", tuple(groep))
    return Scan(
        afdelingen=tuple(afdelingen),
        groep=Groep(modus, bronnen=(bron,)),
        regels=regels or Regels(),
    )


def from_sources(*bronnen, regels=None):
    return Scan(groep=Groep("naam", bronnen=bronnen), regels=regels or Regels())


def outcome(uitslag):
    """Alles wat de lezer ziet, zonder de invoer zelf."""
    return replace(uitslag, scan=Scan())


def test_het_voorbeeld_zoals_de_bladzijde_het_voorrekent():
    uitslag = compute(scan_of(INHOUD.voorbeeldmensen), INHOUD)
    positie = uitslag.beleving.geheel.positie
    assert (positie.urgentie, positie.antwoorden) == (Fraction(22, 36), 36)
    assert positie.genoemd == ("OR1",)
    assert [positie.aandelen[code] for code in ("OR1", "OP3", "OP2")] == [
        Fraction(10, 12),
        Fraction(3, 12),
        Fraction(3, 12),
    ]
    assert positie.vorm == "beperkt-smal"
    assert (positie.omslag_gedeeld, positie.omslag_breed) == (2, 2)
    som = INHOUD.voorbeeld.som_gedeeld + INHOUD.voorbeeld.som_breed
    for stuk in (
        "22 van 36 is 61%",
        "Met 2 antwoorden meer",
        "bij OP2 en bij OP3 één kruisje meer",
    ):
        assert stuk in som


@given(groepen, regelkeuze, st.sampled_from(["naam", "anoniem"]), st.randoms())
def test_volgorde_van_respondenten_maakt_nooit_uit(groep, regels, modus, toeval):
    door_elkaar = toeval.sample(groep, len(groep))
    een = compute(scan_of(groep, modus, regels), INHOUD)
    twee = compute(scan_of(door_elkaar, modus, regels), INHOUD)
    assert outcome(een) == outcome(twee)


@given(groepen, regelkeuze)
def test_een_bestand_twee_keer_verandert_de_uitslag_niet(groep, regels):
    een = scan_of(groep, regels=regels)
    kopie = Bron("kopie", tuple(groep[::-1]))
    twee = from_sources(*een.groep.bronnen, kopie, regels=regels)
    assert outcome(compute(een, INHOUD)) == outcome(compute(twee, INHOUD))


@given(groepen, regelkeuze, st.data())
def test_een_rol_over_twee_bestanden_geeft_hetzelfde(groep, regels, data):
    snede = data.draw(st.integers(0, len(groep)))
    gesplitst = (Bron("a", tuple(groep[:snede])), Bron("b", tuple(groep[snede:])))
    een = scan_of(groep, regels=regels)
    twee = from_sources(*gesplitst, regels=regels)
    assert outcome(compute(twee, INHOUD)) == outcome(compute(een, INHOUD))


@given(groepen, regelkeuze, st.sampled_from(["docent", "decaan", "bestuur"]))
def test_nog_iemand_die_urgentie_voelt_haalt_de_groep_nooit_weg_bij_gedeeld(groep, regels, rol):
    overtuigd = Respondent(
        "nieuw", rol, dict.fromkeys(INHOUD.tellende, 4), {STANDAARDEN: tuple(STANDAARDCODES)}
    )
    voor = compute(scan_of(groep, regels=regels), INHOUD).beleving.geheel
    na = compute(scan_of([*groep, overtuigd], regels=regels), INHOUD).beleving.geheel
    assert na is not None
    if voor is not None and voor.positie.gedeeld:
        assert na.positie.gedeeld
    if voor is not None and voor.positie.breed:
        assert na.positie.breed


@settings(max_examples=60)
@given(groepen, regelkeuze)
def test_anoniem_toont_alleen_stukken_van_een_vaste_indeling(groep, regels):
    """Elke getoonde groep is groot genoeg, en samen zijn de groepen precies het geheel."""
    tellingen = count_by_role(groep, (), INHOUD.vragen)
    beeld = assess(tellingen, INHOUD, regels, bescherming=ANONIEM)
    for getoond in (beeld.geheel, *beeld.groepen):
        if getoond is not None:
            assert getoond.telling.personen >= 5
            assert all(n == 0 or n >= 5 for n in getoond.telling.itemaantallen)
    if beeld.geheel is not None:
        assert sum(g.telling.personen for g in beeld.groepen) == beeld.geheel.telling.personen
    assert beeld.personen == len(groep)


def of(rol, aantal, vanaf, antwoord=4):
    return [
        Respondent(f"{rol}{i}", rol, dict.fromkeys(CODES, antwoord), {STANDAARDEN: ("OR1",)})
        for i in range(vanaf, vanaf + aantal)
    ]


def test_anoniem_verbergt_een_kleine_rol_en_dekt_haar_af():
    groep = [*of("docent", 9, 0), *of("leerling", 6, 20, 2), *of("bestuur", 2, 40, 1)]
    beeld = compute(scan_of(groep, "anoniem"), INHOUD).beleving
    assert [g.sleutel for g in beeld.groepen] == ["docent", SAMEN]
    assert set(beeld.verborgen) == {"leerling", "bestuur"}
    open_beeld = compute(scan_of(groep, "naam"), INHOUD).beleving
    assert [g.sleutel for g in open_beeld.groepen] == ["bestuur", "docent", "leerling"]
    assert beeld.geheel.positie.urgentie == open_beeld.geheel.positie.urgentie


def test_anoniem_en_wegen_per_rol_rekent_met_de_zichtbare_indeling():
    """Anders was uit het gewogen geheel een kleine rol terug te rekenen."""
    groep = [*of("docent", 8, 0, 4), *of("bestuur", 3, 20, 1), *of("ouder", 3, 30, 4)]
    beeld = compute(scan_of(groep, "anoniem", Regels(weging="rol")), INHOUD).beleving
    docent, samen = beeld.groepen
    assert samen.positie.urgentie == Fraction(1, 2)
    assert beeld.geheel.positie.urgentie == (docent.positie.urgentie + Fraction(1, 2)) / 2


def test_niemand():
    uitslag = compute(Scan(), INHOUD)
    assert uitslag.beleving.geheel is None
    assert uitslag.beleving.groepen == ()
    assert uitslag.advies is None


def test_alleen_weet_niet_is_beperkt_of_geen_uitspraak():
    groep = [
        Respondent(nummer, "docent", dict.fromkeys(CODES), {STANDAARDEN: None}) for nummer in "12"
    ]
    assert compute(scan_of(groep), INHOUD).beleving.geheel.positie.vorm == "beperkt-smal"
    zonder = compute(scan_of(groep, regels=Regels(weet_niet_telt=False)), INHOUD)
    assert zonder.beleving.geheel.positie.vorm is None
    assert zonder.advies is None


def reeks(*waarden, norm="6.3"):
    return Reeks(INHOUD.indicatoren["examencijfers"], exact(norm), tuple(exact(w) for w in waarden))


GOED, ZWAK = reeks("7", "7", "7"), reeks("6", "6", "6")


@pytest.mark.parametrize(
    ("reeksen", "antwoord", "vak"),
    [
        ((ZWAK,), 4, "signaal-gedeeld"),
        ((GOED, ZWAK), 1, "signaal-beperkt"),
        ((GOED,), 4, "rustig-gedeeld"),
        ((GOED,), 2, "rustig-beperkt"),
    ],
)
def test_blinde_vlek_in_vier_vakken(reeksen, antwoord, vak):
    groep = of("docent", 2, 0, antwoord)
    uitslag = compute(scan_of(groep, afdelingen=[Afdeling("havo", "havo", reeksen)]), INHOUD)
    assert {v.vak for v in uitslag.vergelijkingen} == {vak}
    assert vak in INHOUD.blinde_vlekken


@pytest.mark.parametrize(
    "reeksen",
    [
        (),
        (Reeks(INHOUD.indicatoren["examencijfers"]),),
        (GOED, replace(GOED, resultaten=(None,) * 3)),
    ],
)
def test_zonder_cijfers_geen_vergelijking_tenzij_de_rest_vaststaat(reeksen):
    afdeling = Afdeling("havo", "havo", reeksen)
    uitslag = compute(scan_of(of("docent", 2, 0), afdelingen=[afdeling]), INHOUD)
    assert bool(uitslag.vergelijkingen) == (GOED in reeksen)


def pointers(groep, afdelingen=(), regels=None):
    uitslag = compute(scan_of(groep, afdelingen=afdelingen, regels=regels), INHOUD)
    return [w.code for w in uitslag.wijzers]


def test_wijzers():
    assert pointers(INHOUD.voorbeeldmensen) == ["anderen", "beeld", "handelen", "alleen_resultaten"]
    assert "alleen_resultaten" in pointers(of("docent", 3, 0))
    kampen = [*of("docent", 2, 0, 1), *of("docent", 2, 10, 4)]
    assert pointers(kampen).count("kampen") == len(CODES)
    zwak = [Afdeling("havo", "havo", (ZWAK,))]
    zonder = [replace(r, keuzes={STANDAARDEN: ("SKA1",)}) for r in of("docent", 3, 0)]
    assert "resultaten_ongenoemd" in pointers(zonder, zwak)
    assert "resultaten_ongenoemd" not in pointers(of("docent", 3, 0), zwak)


@given(groepen, regelkeuze)
def test_elke_zin_is_ingevuld(groep, regels):
    uitslag = compute(scan_of(groep, regels=regels), INHOUD)
    for wijzer in uitslag.wijzers:
        assert "{" not in wijzer.tekst
    if uitslag.beleving.geheel and uitslag.beleving.geheel.positie.vorm:
        assert uitslag.advies.doen


def test_samenhang_uit_de_tekst_van_het_onderzoek():
    gevonden = {s.standaard: s.verbanden for s in unnamed(("SKA3", "OR1"), INHOUD)}
    assert set(gevonden) == {"SKA1", "SKA2", "OP2", "OP3"}
    assert gevonden["SKA1"][0].bron == "onderzoek, par. 4.2"
    assert unnamed((), INHOUD) == ()
    assert unnamed(STANDAARDCODES, INHOUD) == ()


def test_overlap_alleen_grenzen_uit_tabel_42():
    """Havo, n = 45: SKA1 58% is 26, SKA2 62% is 28; samen ten minste 9 en ten hoogste 26."""
    (eerste, *_) = overlaps("Havo", ("SKA1",), INHOUD)
    assert (eerste.ongenoemd, eerste.genoemd, eerste.n) == ("SKA2", "SKA1", 45)
    assert (eerste.minstens, eerste.hoogstens) == (9, 26)
    assert overlaps("Havo", (), INHOUD) == ()
    assert overlaps("bestaat niet", ("SKA1",), INHOUD) == ()


@pytest.mark.parametrize("soort", ["Vwo", "Havo", "vmbo-(g)t", "vmbo-k", "vmbo-b"])
def test_overlap_past_altijd_in_de_groep(soort):
    for overlap in overlaps(soort, ("OR1", "OP3"), INHOUD):
        assert 0 <= overlap.minstens <= overlap.hoogstens <= overlap.n
