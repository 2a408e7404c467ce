"""De uitslag: volgorde, dubbel, ongedaan maken, afscherming, ranglijsten en teksten."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import CODES, INHOUD, KERN, OPZET, groepen, mensen, people, scan_of

from lv_tools.basis.onderzoek.onthulling import KLEINSTE_GROEP
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron, add_source, remove_source
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.zelfevaluatie.model.gevoelig import one_step
from lv_tools.zelfevaluatie.model.groepen import GEHEEL, SAMEN, Groep
from lv_tools.zelfevaluatie.model.opzet import example_setup, stellingen_van
from lv_tools.zelfevaluatie.model.ranglijst import rankings
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.uitkomstmaten import Stellingbeeld
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.model.verschillen import find_differences, largest_holds

modi = st.sampled_from(["naam", "anoniem"])


def shown(scan):
    """Alles wat een lezer ziet, zonder de invoer zelf."""
    return replace(compute(scan, INHOUD), scan=Scan(scan.opzet))


@settings(max_examples=50, deadline=None)
@given(groepen(), modi, st.randoms())
def test_volgorde_van_mensen_en_bronnen_maakt_nooit_uit(groep, modus, toeval):
    door_elkaar = toeval.sample(groep, len(groep))
    helft = len(groep) // 2
    los = (Bron("b", tuple(door_elkaar[helft:])), Bron("a", tuple(door_elkaar[:helft])))
    assert shown(replace(scan_of(groep, modus), bronnen=los)) == shown(scan_of(groep, modus))


@settings(max_examples=50, deadline=None)
@given(groepen(), modi)
def test_een_bestand_twee_keer_verandert_niets(groep, modus):
    een = scan_of(groep, modus)
    twee = replace(een, bronnen=(*een.bronnen, Bron("kopie", tuple(groep[::-1]))))
    assert shown(een) == shown(twee)


@settings(max_examples=50, deadline=None)
@given(groepen(), st.lists(mensen(), min_size=1, max_size=3), modi)
def test_weghalen_herstelt_precies(groep, erbij, modus):
    scan, nieuw = scan_of(groep, modus), Bron("nieuw", tuple(erbij))
    if any(bron.sleutel == nieuw.sleutel for bron in scan.bronnen):
        return
    met = replace(scan, bronnen=add_source(scan.bronnen, nieuw))
    terug = replace(met, bronnen=remove_source(met.bronnen, nieuw.sleutel))
    assert terug == scan


def test_laatste_versie_van_een_persoon_telt():
    oud = Respondent("p", "bestuur", {"bka1-1": 1}, versie="2026-11-01T10:00:00+01:00")
    nieuw = replace(oud, antwoorden={"bka1-1": 4}, versie="2026-11-02T10:00:00+01:00")
    for bronnen in ((oud, nieuw), (nieuw, oud)):
        uitslag = compute(
            Scan(OPZET, tuple(Bron(str(i), (r,)) for i, r in enumerate(bronnen))), INHOUD
        )
        assert uitslag.geheel.stellingen["bka1-1"].verdeling.aantallen == (0, 0, 0, 1)


# ---------------------------------------------------------------- afschermen


def hidden_cells(groep, uitslag):
    """Per persoon de stellingen waarvan de groep afgeschermd is."""
    sleutels = {g.sleutel for g in uitslag.groepen}
    for respondent in groep:
        stuk = respondent.rol if respondent.rol in sleutels else SAMEN
        beeld = uitslag.groep(stuk)
        if uitslag.geheel is None:
            yield respondent, set(CODES)
        elif beeld is not None:
            yield respondent, {c for c, b in beeld.stellingen.items() if b.afgeschermd}
        else:  # alle groepen samen zijn het geheel
            alles = uitslag.geheel.stellingen
            yield respondent, {c for c, b in alles.items() if b.afgeschermd}


@settings(max_examples=120, deadline=None)
@given(groepen(CODES[:4], 18), st.randoms())
def test_wat_afgeschermd_is_verandert_niets_aan_wat_te_zien_is(groep, toeval):
    """Niets verborgens is terug te rekenen: elk ander verborgen antwoord geeft dezelfde uitslag."""
    voor = shown(scan_of(groep, "anoniem"))
    verborgen = {r.id: codes for r, codes in hidden_cells(groep, voor)}
    anders = [
        replace(
            r,
            antwoorden={
                c: toeval.choice([1, 2, 3, 4, None, 0]) if c in verborgen[r.id] else a
                for c, a in r.antwoorden.items()
            },
        )
        for r in groep
    ]
    assert shown(scan_of(anders, "anoniem")) == voor


@settings(max_examples=120, deadline=None)
@given(groepen(CODES[:4], 18), st.randoms())
def test_wie_in_de_restgroep_zit_is_niet_te_zien(groep, toeval):
    """Mensen uit verborgen groepen mogen hun antwoorden ruilen zonder dat iemand het ziet."""
    voor = shown(scan_of(groep, "anoniem"))
    zichtbaar = {g.sleutel for g in voor.groepen}
    rest = [r for r in groep if r.rol not in zichtbaar]
    rollen = [r.rol for r in rest]
    toeval.shuffle(rollen)
    nieuw = {r.id: replace(r, rol=rol) for r, rol in zip(rest, rollen, strict=True)}
    assert shown(scan_of([nieuw.get(r.id, r) for r in groep], "anoniem")) == voor


@settings(max_examples=120, deadline=None)
@given(groepen(CODES[:4], 18))
def test_anoniem_is_elk_getal_nul_of_ten_minste_vijf(groep):
    uitslag = compute(scan_of(groep, "anoniem"), INHOUD)
    for getoond in uitslag.alle_groepen:
        assert getoond.personen >= KLEINSTE_GROEP
        for beeld in getoond.stellingen.values():
            assert beeld.verdeling.totaal == 0 or beeld.verdeling.totaal >= KLEINSTE_GROEP
    if uitslag.geheel is not None and uitslag.groepen:
        assert sum(g.personen for g in uitslag.groepen) == uitslag.geheel.personen
        for code, beeld in uitslag.geheel.stellingen.items():
            delen = [g.stellingen[code].verdeling.totaal for g in uitslag.groepen]
            assert sum(delen) == beeld.verdeling.totaal
    if uitslag.geheel is None:
        assert not uitslag.lijsten
        assert not any(t.bewijs or t.opmerkingen for t in uitslag.teksten.values())
    assert uitslag.namen == ()


def test_anoniem_een_bestuur_van_drie_toezicht_van_vijf_en_vier_rectoren():
    """Drie en vier zijn te klein; samen zijn zij met zeven te zien, en het toezicht alleen."""
    groep = [
        *people("bestuur", 3, dict.fromkeys(CODES, 4)),
        *people("intern-toezicht", 5, dict.fromkeys(CODES, 3)),
        *people("schoolleiding", 4, dict.fromkeys(CODES, 1)),
    ]
    uitslag = compute(scan_of(groep, "anoniem"), INHOUD)
    assert [(g.sleutel, g.personen) for g in uitslag.alle_groepen] == [
        (GEHEEL, 12),
        ("intern-toezicht", 5),
        (SAMEN, 7),
    ]
    assert set(uitslag.verborgen) == {"bestuur", "rector of directeur"}
    assert uitslag.geheel.stellingen["bka1-1"].verdeling.aantallen == (4, 0, 5, 3)
    assert all(v.hoog != SAMEN and v.laag != SAMEN for v in uitslag.verschillen)


def test_anoniem_een_overgeslagen_stelling_verbergt_alleen_zichzelf():
    groep = people("schoolleiding", 6, dict.fromkeys(CODES, 2))
    groep[:2] = [
        replace(r, antwoorden={CODES[0]: 4} | dict.fromkeys(CODES[2:], 2)) for r in groep[:2]
    ]
    uitslag = compute(scan_of(groep, "anoniem"), INHOUD)
    beelden = uitslag.geheel.stellingen
    assert beelden[CODES[1]].afgeschermd
    assert beelden[CODES[1]].verdeling == Verdeling.empty(4)
    assert beelden[CODES[0]].verdeling.aantallen == (0, 4, 0, 2)


def test_op_naam_is_elke_groep_te_zien_ook_van_een_persoon():
    groep = [*people("bestuur", 1, {"bka1-1": 4}), *people("gmr", 2, {"bka1-1": 2})]
    uitslag = compute(scan_of(groep), INHOUD)
    assert [(g.naam, g.personen) for g in uitslag.groepen] == [("bestuur", 1), ("GMR", 2)]
    assert not uitslag.verborgen


def test_een_scan_zonder_mensen():
    uitslag = compute(Scan(OPZET), INHOUD)
    assert (uitslag.geheel, uitslag.groepen, uitslag.lijsten, uitslag.personen) == (None, (), (), 0)


# ---------------------------------------------------------------- teksten


def test_teksten_op_naam_met_groep_en_anoniem_zonder():
    schrijft = {"notities": {"bka1:bewijs": "Zie het jaarplan", "bka1:opmerking": "Meer tijd"}}
    groep = people("bestuur", 4, {"bka1-1": 3}, **schrijft)
    assert compute(scan_of(groep), INHOUD).teksten["bka1"].bewijs[0] == "Zie het jaarplan (bestuur)"
    te_klein = compute(scan_of(groep, "anoniem"), INHOUD).teksten["bka1"]
    assert (te_klein.bewijs, te_klein.opmerkingen) == ((), ())
    vijf = [*groep, *people("bestuur", 1, {"bka1-1": 3}, vanaf=4, **schrijft)]
    anoniem = compute(scan_of(vijf, "anoniem"), INHOUD).teksten["bka1"]
    assert anoniem.bewijs == ("Zie het jaarplan",) * 5


def test_anoniem_blijven_teksten_weg_van_groepen_die_niet_apart_staan():
    """Een bestuurder alleen, en de rectoren die haar dekken: van geen van beide een tekst."""
    antwoord = {"bka1-1": 3}
    groep = [
        *people("bestuur", 1, antwoord, notities={"bka1:opmerking": "Ik als bestuurder"}),
        *people("schoolleiding", 6, antwoord, notities={"bka1:opmerking": "Als rector"}),
        *people("intern-toezicht", 7, antwoord, notities={"bka1:opmerking": "Als toezicht"}),
    ]
    uitslag = compute(scan_of(groep, "anoniem"), INHOUD)
    assert uitslag.verborgen == ("bestuur", "rector of directeur")
    assert uitslag.aanvullend == ("rector of directeur",)
    assert uitslag.teksten["bka1"].opmerkingen == ("Als toezicht",) * 7


def test_anoniem_blijven_teksten_weg_bij_een_thema_dat_te_weinigen_invulden():
    groep = people("bestuur", 5, {"bka1-1": 3})
    groep[0] = replace(
        groep[0], antwoorden={"bka1-1": 3, "cyclisch-1": 2}, notities={"cyclisch:bewijs": "Ik"}
    )
    uitslag = compute(scan_of(groep, "anoniem"), INHOUD)
    (bestuur,) = uitslag.groepen
    assert bestuur.themas["cyclisch"].afgeschermd
    assert uitslag.geheel.themas["cyclisch"].afgeschermd
    assert uitslag.teksten["cyclisch"].bewijs == ()


def test_namen_alleen_op_naam():
    groep = people("bestuur", 5, {"bka1-1": 3}, naam="Anne")
    assert compute(scan_of(groep), INHOUD).namen == ("Anne",) * 5
    assert compute(scan_of(groep, "anoniem"), INHOUD).namen == ()


# ---------------------------------------------------------------- ranglijsten


def whole(beelden):
    stellingen = {code: Stellingbeeld(Verdeling(*beeld)) for code, beeld in beelden.items()}
    return Groep(GEHEEL, "hele groep", 9, stellingen, {})


VIJF = list(stellingen_van(KERN, INHOUD))[:5]
verdelingen = st.tuples(st.tuples(*[st.integers(0, 3)] * 4), st.integers(0, 3))


def lists_of(beelden):
    stellingen = stellingen_van(KERN, INHOUD)
    gekozen = {code: stellingen[code] for code in beelden}
    return {lijst.code: lijst for lijst in rankings(whole(beelden), (), (), gekozen, INHOUD)}


@settings(max_examples=60, deadline=None)
@given(st.lists(verdelingen, min_size=5, max_size=5))
def test_een_stelling_is_nooit_tegelijk_sterk_zwak_en_oneens(lijst):
    beelden = dict(zip(VIJF, lijst, strict=True))
    gemaakt = lists_of(beelden)
    codes = [
        p.code for soort in ("sterk-eens", "zwak-eens", "oneens") for p in gemaakt[soort].plaatsen
    ]
    assert len(set(codes)) == len(codes)
    eens = [p.waarde for p in gemaakt["sterk-eens"].plaatsen]
    assert eens == sorted(eens, reverse=True)
    oneens = [p.waarde for p in gemaakt["oneens"].plaatsen]
    assert oneens == sorted(oneens)
    weet_niet = [p.waarde for p in gemaakt["onbekend"].plaatsen]
    assert weet_niet == sorted(weet_niet, reverse=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(verdelingen, min_size=5, max_size=5))
def test_staat_vast_is_wat_doorrekenen_zegt(lijst):
    """Reken elk ander antwoord echt door: blijft dezelfde stelling bovenaan?"""
    beelden = dict(zip(VIJF, lijst, strict=True))
    gemaakt = lists_of(beelden)
    for soort in ("sterk-eens", "zwak-eens", "oneens"):
        if not gemaakt[soort].plaatsen or not gemaakt[soort].staat_vast:
            continue
        eerste = gemaakt[soort].plaatsen[0].code
        for code, (aantallen, weet_niet) in beelden.items():
            for anders in one_step(aantallen):
                opnieuw = lists_of(beelden | {code: (anders, weet_niet)})[soort]
                assert opnieuw.plaatsen[0].code == eerste


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.tuples(*[st.integers(0, 2)] * 4)] * 3), min_size=3, max_size=3))
def test_grootste_verschil_staat_vast_is_wat_doorrekenen_zegt(lijst):
    def three(tellingen):
        return [
            Groep(
                rol, rol, 1, {c: Stellingbeeld(Verdeling(t[i])) for c, t in tellingen.items()}, {}
            )
            for i, rol in enumerate(("a", "b", "c"))
        ]

    tellingen = dict(zip(VIJF, lijst, strict=False))
    if not largest_holds(three(tellingen), tellingen):
        return
    eerste = find_differences(three(tellingen), tellingen)[0].code
    for code, plek in product(tellingen, range(3)):
        for anders in one_step(tellingen[code][plek]):
            rij = [*tellingen[code]]
            rij[plek] = anders
            opnieuw = find_differences(three(tellingen | {code: tuple(rij)}), tellingen)
            assert opnieuw[0].code == eerste


def test_het_voorbeeld_zoals_de_bladzijde_het_laat_zien():
    uitslag = compute(Scan(example_setup(INHOUD), (Bron("v", INHOUD.voorbeeldmensen),)), INHOUD)
    tops = {lijst.code: [p.code for p in lijst.plaatsen] for lijst in uitslag.lijsten}
    assert tops["sterk-eens"][:2] == ["bka2-1", "structuur-cultuur-1"]
    assert tops["zwak-eens"] == ["bka3-1", "cyclisch-1"]
    assert tops["oneens"] == ["rolbewust-1", "bka-ska-1", "alignment-1"]
    assert tops["onbekend"][0] == "structuur-cultuur-1"
    assert tops["rolverschil"][0] == "bka-ska-1"
    assert (uitslag.verschillen[0].hoger, uitslag.verschillen[0].paren) == (12, 12)


@pytest.mark.parametrize("modus", ["naam", "anoniem"])
def test_elke_zin_van_een_ranglijst_is_af(modus):
    groep = [
        *people("bestuur", 6, {CODES[0]: 4, CODES[1]: None, CODES[2]: 1}),
        *people("gmr", 6, {CODES[0]: 4, CODES[1]: 2, CODES[2]: 4}),
    ]
    uitslag = compute(scan_of(groep, modus), INHOUD)
    assert {lijst.code for lijst in uitslag.lijsten} == {
        "sterk-eens", "zwak-eens", "oneens", "onbekend", "rolverschil",
    }  # fmt: skip
    for lijst in uitslag.lijsten:
        assert lijst.zin.endswith(".")
        for plaats in lijst.plaatsen:
            assert plaats.zin
            assert plaats.code in uitslag.stellingen


def test_twaalf_van_twaalf_gaat_voor_zes_van_zes():
    """Een verschil dat op één bestuurder rust, staat niet boven een verschil van meer mensen."""
    een, meer = CODES[0], CODES[1]
    mensen = [
        *people("bestuur", 1, {een: 4, meer: 4}),
        *people("bestuur", 1, {meer: 4}, vanaf=1),
        *people("schoolleiding", 6, {een: 1, meer: 1}),
    ]
    eerste, tweede = compute(scan_of(mensen), INHOUD).verschillen[:2]
    assert (eerste.code, eerste.paren, tweede.code, tweede.paren) == (meer, 12, een, 6)
    zinnen_ = [p.zin for p in compute(scan_of(mensen), INHOUD).lijst("rolverschil").plaatsen]
    assert zinnen_ == [
        "bestuur (2 mensen) hoger dan rector of directeur (6 mensen) in 12 van 12 paren",
        "bestuur (1 persoon) hoger dan rector of directeur (6 mensen) in 6 van 6 paren",
    ]
