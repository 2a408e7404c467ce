"""Pogingen om uit een anonieme uitslag of een verslag te halen wat één persoon antwoordde.

Dit houdt het hulpmiddel tegen, en dat wordt hier geprobeerd:

- een kleine groep aftrekken van het geheel, of getoonde groepen van elkaar (alle combinaties);
- groepen op het scherm aan- en uitzetten en de verschillen gebruiken;
- de grens en de weging van de urgentiemeter verzetten en de verschillen gebruiken;
- lengte, bestandsnaam, eigenschappen, tijden en volgorde van rijen in een uitvoer;
- de teksten van één persoon over thema's volgen;
- een scan naast dezelfde scan zonder één persoon leggen;
- het midden van vóór een gezamenlijk oordeel naast het midden van nu leggen;
- een groep van één persoon op naam, als niemand om losse antwoorden vroeg.

Dit kan een hulpmiddel met losse bestanden niet tegenhouden. Er wordt getoetst dat het gezegd wordt:

- twee keer een verslag maken terwijl er één persoon bij kwam;
- het bestand lezen waarin de losse antwoorden staan;
- een groep waarin iedereen hetzelfde antwoordt;
- iemand die zichzelf in een tekst noemt.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import chain, combinations, product

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import CODES, INHOUD, OPZET, earlier, groepen, people, scan_of
from uitvoer import URGENTIE, leaving, leaving_urgency, unzipped
from zelfproef import MODUS, Zelfproef

from lv_tools.basis.onderzoek.onthulling import KLEINSTE_GROEP
from lv_tools.basis.onderzoek.overblijfsel import leftovers
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.vroeger import Vroeger
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.schermdelen import Bestand
from lv_tools.urgentiemeter.model import uitslag as urgentie
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.teksten import STANDAARDEN
from lv_tools.zelfevaluatie.bestand.antwoorden import answers_file_name, answers_to_file
from lv_tools.zelfevaluatie.bestand.scan import scan_to_file
from lv_tools.zelfevaluatie.model.groepen import SAMEN
from lv_tools.zelfevaluatie.model.opzet import new_setup
from lv_tools.zelfevaluatie.model.samenoordeel import check_joint, set_joint, shift
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.model.vergelijken import add_earlier

OUD = replace(OPZET, id="e" * 12, datum=date(2025, 1, 1), naam="Vorig jaar")
ELKE_WENS = [Wensen(namen=n, volledig=v, alleen=a) for n, v, a in product([0, 1], repeat=3)]
NAMEN_EN_LOS = Wensen(namen=True, volledig=True, alleen=True)
ANTWOORDEN = [1, 2, 3, 4, None, 0]


@pytest.fixture(autouse=True)
def eigen_map(tmp_path, monkeypatch):
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


def other(respondent, toeval):
    """Dezelfde persoon met andere antwoorden op dezelfde stellingen."""
    return replace(
        respondent, antwoorden={c: toeval.choice(ANTWOORDEN) for c in respondent.antwoorden}
    )


# ---------------------------------------------------------------- aftrekken


def read_counts(excel):
    """Lees per stelling en groep de aantallen, zoals iemand met alleen het Excel-bestand."""
    blad = openpyxl.load_workbook(io.BytesIO(excel))["Stellingen"]
    gelezen = {}
    for rij in blad.iter_rows(min_row=2, values_only=True):
        if rij[0] is None:
            break
        code, _tekst, groep, *aantallen = rij[:9]
        if aantallen[0] is not None:
            gelezen.setdefault(code, {})[groep] = aantallen
    return gelezen


@settings(max_examples=20, deadline=None)
@given(groepen(CODES[:3], 24))
def test_geen_stuk_dat_kleiner_is_dan_vijf_is_met_aftrekken_te_vinden(groep):
    """Per stelling het geheel min elke keuze van getoonde groepen, uit het Excel-bestand."""
    excel = leaving(scan_of(groep, "anoniem"), NAMEN_EN_LOS)["excel"]
    for per_groep in read_counts(excel).values():
        getoond = [rij for naam, rij in per_groep.items() if naam != "hele groep"]
        # Staat het geheel er niet, dan is er van deze stelling niets te zien.
        geheel = per_groep.get("hele groep", [0] * 6)
        assert all(sum(rij) >= KLEINSTE_GROEP for rij in getoond if any(rij))
        for hoeveel in range(len(getoond) + 1):
            for keuze in combinations(getoond, hoeveel):
                af = [sum(kolom) for kolom in zip(*keuze, strict=True)] or [0] * len(geheel)
                rest = [a - b for a, b in zip(geheel, af, strict=True)]
                assert all(aantal >= 0 for aantal in rest)
                assert sum(rest) == 0 or sum(rest) >= KLEINSTE_GROEP


@settings(max_examples=10, deadline=None)
@given(groepen(CODES[:4], 18), st.randoms())
def test_wie_verborgen_is_verandert_aan_geen_enkel_bestand_een_byte(groep, toeval):
    """Mensen uit groepen die niet apart staan, ruilen van groep: elke uitvoer blijft gelijk.

    Daarmee zijn ook lengte, volgorde, eigenschappen en tijden van elk bestand gedekt.
    """
    scan = scan_of(groep, "anoniem")
    zichtbaar = {g.sleutel for g in compute(scan, INHOUD).groepen}
    rest = [r for r in groep if r.rol not in zichtbaar]
    rollen = [r.rol for r in rest]
    toeval.shuffle(rollen)
    geruild = {r.id: replace(r, rol=rol) for r, rol in zip(rest, rollen, strict=True)}
    anders = scan_of([geruild.get(r.id, r) for r in groep], "anoniem")
    assert leaving(anders, NAMEN_EN_LOS) == leaving(scan, NAMEN_EN_LOS)


@settings(max_examples=10, deadline=None)
@given(groepen(CODES[:4], 4), st.randoms())
def test_een_te_kleine_groep_geeft_steeds_dezelfde_bytes(groep, toeval):
    anders = [replace(other(r, toeval), notities={}) for r in groep]
    een, twee = (scan_of(g, "anoniem") for g in (groep, anders))
    assert leaving(een, NAMEN_EN_LOS) == leaving(twee, NAMEN_EN_LOS)


@settings(max_examples=10, deadline=None)
@given(groepen(CODES[:4], 18), st.randoms())
def test_de_volgorde_van_mensen_bestanden_en_kenmerken_is_nergens_te_zien(groep, toeval):
    """Wie eerst inleverde of welk kenmerk iemand heeft, staat in geen enkele uitvoer."""
    kenmerken = [f"k{nummer}" for nummer in range(len(groep))]
    toeval.shuffle(kenmerken)
    nieuw = [replace(r, id=kenmerk) for r, kenmerk in zip(groep, kenmerken, strict=True)]
    toeval.shuffle(nieuw)
    los = tuple(Bron(f"{nr}-{r.rol}.json", (r,)) for nr, r in enumerate(nieuw))
    een = scan_of(groep, "anoniem")
    assert leaving(replace(een, bronnen=los), NAMEN_EN_LOS) == leaving(een, NAMEN_EN_LOS)


# ---------------------------------------------------------------- teksten


def test_een_tekst_uit_een_groep_die_niet_apart_staat_staat_nergens():
    """Een bestuurder alleen en zes rectoren die haar dekken; alleen het toezicht staat apart."""
    stel = dict.fromkeys(CODES, 3)
    groep = [
        *people("bestuur", 1, stel, notities={"bka1:opmerking": "Ik als bestuurder"}),
        *people("schoolleiding", 6, stel, notities={"bka1:bewijs": "Onze rectoren"}),
        *people("intern-toezicht", 7, stel, notities={"bka1:bewijs": "Het toezicht zag"}),
    ]
    for wensen in ELKE_WENS:
        tekst = unzipped(leaving(scan_of(groep, "anoniem"), wensen))
        assert "Ik als bestuurder" not in tekst
        assert "Onze rectoren" not in tekst
    assert "Het toezicht zag" in unzipped(leaving(scan_of(groep, "anoniem"), Wensen()))


@settings(max_examples=10, deadline=None)
@given(st.randoms())
def test_teksten_van_een_persoon_zijn_over_themas_niet_te_volgen(toeval):
    """Per thema andere schrijvers uit dezelfde groepen: elk bestand blijft gelijk."""
    velden = ["bka1:bewijs", "bka1:opmerking", "cyclisch:opmerking"]
    groep = [
        *people("bestuur", 6, dict.fromkeys(CODES, 3)),
        *people("gmr", 6, dict.fromkeys(CODES, 2)),
    ]
    geschreven = {v: [f"{v} tekst {toeval.randrange(9)}" for _ in range(7)] for v in velden}

    def with_texts():
        notities = [{} for _ in groep]
        for veld, teksten in geschreven.items():
            for plek, tekst in zip(toeval.sample(range(len(groep)), 7), teksten, strict=True):
                notities[plek][veld] = tekst
        mensen = [replace(r, notities=n) for r, n in zip(groep, notities, strict=True)]
        return scan_of(mensen, "anoniem")

    assert leaving(with_texts(), NAMEN_EN_LOS) == leaving(with_texts(), NAMEN_EN_LOS)


# ---------------------------------------------------------------- op het scherm


def filled_screen(mensen):
    """Een anonieme scan, verzameld langs het scherm."""
    proef = Zelfproef()
    proef.vul(MODUS, "anoniem")
    opzet = proef.opzet
    proef.voeg_toe(*(Bestand(f"{r.id}.json", answers_to_file(r, opzet, INHOUD)) for r in mensen))
    proef.naar("uitslag")
    return proef


def test_groepen_aan_en_uit_laat_nooit_een_ander_getal_zien():
    """Elke keuze van groepen toont kolommen van dezelfde vaste indeling; er wordt niet herteld."""
    codes = [s for s in compute(scan_of([]), INHOUD).stellingen if s.startswith("bka1")]
    mensen = [
        *people("bestuur", 2, dict.fromkeys(codes, 4)),
        *people("intern-toezicht", 5, dict.fromkeys(codes, 3)),
        *people("schoolleiding", 6, dict.fromkeys(codes, 1)),
        *people("staf", 3, dict.fromkeys(codes, 2)),
    ]
    proef = filled_screen(mensen)
    vak = proef.paneel.vol.groepen
    sleutels = [sleutel for sleutel, _naam in vak.keuze.opties]
    assert "bestuur" not in sleutels
    assert "staf" not in sleutels
    assert SAMEN in sleutels
    vast = {}
    for keuze in chain.from_iterable(
        combinations(sleutels, n) for n in range(1, len(sleutels) + 1)
    ):
        proef.vul("weergave/groepen", keuze)
        tabel = next(deel for deel in vak.beeld.deel.walk() if deel.soort == "tabel")
        for plek, naam in enumerate(tabel.kolommen[1:], start=1):
            kolom = [rij[plek] for rij in tabel.rijen]
            assert vast.setdefault(naam, kolom) == kolom


def test_een_bestand_met_antwoorden_heet_niet_naar_een_persoon():
    opzet = replace(new_setup(INHOUD), modus="naam")
    wie = Respondent("a1b2c3d4", "bestuur", {}, {}, "Annegien", "2026-11-22T10:00:00+01:00")
    assert "annegien" not in answers_file_name(opzet, wie).casefold()


# ---------------------------------------------------------------- naast elkaar


def test_een_scan_naast_dezelfde_scan_zonder_een_persoon_kan_niet():
    groep = people("gmr", 9, dict.fromkeys(CODES, 3))
    anders = [*groep[1:], replace(groep[0], antwoorden=dict.fromkeys(CODES, 1))]
    for toen in (groep[:-1], anders, [*groep, *people("gmr", 1, {CODES[0]: 1}, vanaf=20)]):
        with pytest.raises(VormError, match="dezelfde invullingen"):
            add_earlier(scan_of(groep, "anoniem"), scan_of(toen, "anoniem", OUD))


@settings(max_examples=10, deadline=None)
@given(groepen(CODES[:4], 14), groepen(CODES[:4], 14), st.randoms())
def test_een_eerdere_scan_ernaast_laat_niets_verborgens_zien(nu, toen, toeval):
    """Ook op een deel van de stellingen blijft de indeling van mensen dezelfde."""
    ander = replace(OUD, versie="kern", eigen=())
    scan = add_earlier(scan_of(nu, "anoniem"), scan_of(earlier(toen), "anoniem", ander))
    zichtbaar = {g.sleutel for g in compute(scan, INHOUD).groepen}
    rest = [r for r in nu if r.rol not in zichtbaar]
    rollen = [r.rol for r in rest]
    toeval.shuffle(rollen)
    geruild = {r.id: replace(r, rol=rol) for r, rol in zip(rest, rollen, strict=True)}
    nieuw = tuple(geruild.get(r.id, r) for r in nu)
    anders = replace(scan, bronnen=(Bron("groep", nieuw),) if nieuw else ())
    assert leaving(anders, NAMEN_EN_LOS) == leaving(scan, NAMEN_EN_LOS)


def test_na_een_gezamenlijk_oordeel_staat_er_anoniem_maar_een_midden():
    """Anders lieten het midden van toen en dat van nu zien wat de laatste antwoordde."""
    groep = [*people("gmr", 3, {"bka1-1": 2}), *people("gmr", 2, {"bka1-1": 3}, vanaf=3)]
    scan = scan_of(groep, "anoniem")
    gelezen = check_joint("bka1", {"oordeel": "3"}, compute(scan, INHOUD), INHOUD)
    later = set_joint(
        scan_of([*groep, *people("gmr", 1, {"bka1-1": 4}, vanaf=5)], "anoniem"), gelezen.oordeel
    )
    uitslag = compute(later, INHOUD)
    verschuiving = shift(gelezen.oordeel, uitslag, INHOUD)
    assert verschuiving.vooraf == uitslag.geheel.themas["bka1"].midden
    assert verschuiving.vooraf_n == 6
    tekst = unzipped(leaving(later, NAMEN_EN_LOS))
    assert "n = 5" not in tekst
    assert "alleen het midden van nu" in tekst


def test_een_oordeel_van_voor_anoniem_toont_geen_midden_van_een_persoon():
    """Een scan op naam met één antwoord die anoniem wordt: het midden van toen was die persoon."""
    een = people("gmr", 1, {"bka1-1": 4})
    gelezen = check_joint("bka1", {"oordeel": "3"}, compute(scan_of(een), INHOUD), INHOUD)
    assert gelezen.oordeel.vooraf_n == 1
    later = set_joint(scan_of(people("gmr", 4, {"bka1-1": 1}), "anoniem"), gelezen.oordeel)
    verschuiving = shift(gelezen.oordeel, compute(later, INHOUD), INHOUD)
    assert (verschuiving.vooraf, verschuiving.vooraf_n) == (None, 0)
    assert "(heel) goed" not in verschuiving.zin


# ---------------------------------------------------------------- op naam, zonder verzoek


@settings(max_examples=10, deadline=None)
@given(groepen(CODES[:4], 10), st.booleans(), st.randoms())
def test_op_naam_is_wie_alleen_in_een_groep_zit_zonder_verzoek_niet_te_vinden(groep, vol, toeval):
    """Wie niet apart staat, ruilt van groep: elke uitvoer in elke omvang blijft gelijk."""
    wensen = Wensen(volledig=vol)
    scan = scan_of(groep)
    uitslag = compute(scan, INHOUD, alleen_apart=False)
    assert all(g.personen > 1 for g in uitslag.alle_groepen)
    zichtbaar = {g.sleutel for g in uitslag.groepen}
    rest = [r for r in groep if r.rol not in zichtbaar]
    rollen = [r.rol for r in rest]
    toeval.shuffle(rollen)
    geruild = {r.id: replace(r, rol=rol) for r, rol in zip(rest, rollen, strict=True)}
    anders = scan_of([geruild.get(r.id, r) for r in groep])
    assert leaving(anders, wensen) == leaving(scan, wensen)


def person(nr, respondent):
    """Iemand met een naam en een eigen rij antwoorden."""
    antwoorden = {code: 1 + (nr + plek * plek) % 4 for plek, code in enumerate(CODES)}
    return replace(respondent, naam=f"Naam{nr}", antwoorden=antwoorden)


@pytest.mark.parametrize("vol", [True, False])
def test_zonder_verzoek_is_geen_los_antwoord_en_geen_naam_in_een_bestand_te_vinden(vol):
    """Elke persoon heeft een eigen rij antwoorden; geen enkele rij staat ergens achter elkaar."""
    mensen = [person(nr, r) for nr, r in enumerate(people("bestuur", 4, {}))]
    uit = leaving(scan_of(mensen), Wensen(volledig=vol))
    tekst = unzipped(uit)
    assert "Naam" not in tekst.replace("Naam van", "")
    rijen = {";".join(str(a) for a in r.antwoorden.values()) for r in mensen}
    assert not any(rij in tekst for rij in rijen)
    assert "Antwoorden" not in openpyxl.load_workbook(io.BytesIO(uit["excel"])).sheetnames
    met = leaving(scan_of(mensen), Wensen(namen=True, volledig=vol))
    assert all(rij in unzipped(met) for rij in rijen)
    for soort in ("word", "markdown", "excel", "csv"):
        assert "Naam0" in unzipped({soort: met[soort]}), soort


# ---------------------------------------------------------------- urgentiemeter


@st.composite
def urgent(draw, grootste=16):
    """Mensen voor de urgentiemeter."""
    codes = list(URGENTIE.stellingen)[:4]
    return [
        Respondent(
            f"p{nr}",
            draw(st.sampled_from(["bestuur", "docent", "leerling", "ouder"])),
            draw(st.fixed_dictionaries({c: st.sampled_from([1, 2, 3, 4, None]) for c in codes})),
            {STANDAARDEN: draw(st.sampled_from([("OR1",), ("OP2", "OP3"), (), None]))},
        )
        for nr in range(draw(st.integers(0, grootste)))
    ]


@settings(max_examples=10, deadline=None)
@given(
    urgent(),
    st.builds(Regels, gedeeld_vanaf=st.integers(5, 95), weging=st.sampled_from(["persoon", "rol"])),
    st.booleans(),
    st.sampled_from(["naam", "anoniem"]),
    st.randoms(),
)
def test_urgentiemeter_laat_bij_geen_enkele_regel_een_verborgen_rol_zien(
    groep, regels, vol, modus, toeval
):
    """Wie niet apart staat, ruilt van rol: bij elke grens en weging blijft elk bestand gelijk."""

    def scan(mensen):
        bronnen = (Bron("b", tuple(mensen)),) if mensen else ()
        return urgentie.Scan(groep=Groep(modus, bronnen=bronnen), regels=regels)

    beeld = urgentie.compute(scan(groep), URGENTIE, alleen_apart=False).beleving
    zichtbaar = {g.sleutel for g in beeld.groepen}
    rest = [r for r in groep if r.rol not in zichtbaar]
    rollen = [r.rol for r in rest]
    toeval.shuffle(rollen)
    geruild = {r.id: replace(r, rol=rol) for r, rol in zip(rest, rollen, strict=True)}
    anders = [geruild.get(r.id, r) for r in groep]
    wensen = Wensen(volledig=vol)
    assert leaving_urgency(scan(anders), wensen) == leaving_urgency(scan(groep), wensen)


# ---------------------------------------------------------------- wat alleen gezegd kan worden


def said(*plaatsen):
    return " ".join(str(tekst) for tekst in plaatsen)


def anonymous(inhoud):
    return next(rij for rij in inhoud["modus"] if rij["code"] == "anoniem")


def urgency_anonymous():
    return next(modus.uitleg for modus in URGENTIE.modus if modus.code == "anoniem")


def test_twee_keer_een_verslag_met_een_persoon_meer_verraadt_haar_en_dat_staat_er():
    """Dit is niet tegen te houden: het verschil van twee bestanden ís de nieuwe persoon."""
    groep = people("gmr", 6, dict.fromkeys(CODES, 3))
    erbij = people("gmr", 1, dict.fromkeys(CODES, 1), vanaf=6)
    voor, na = (
        read_counts(leaving(scan_of(g, "anoniem"), NAMEN_EN_LOS)["excel"])
        for g in (groep, [*groep, *erbij])
    )
    verschil = {
        code: [b - a for a, b in zip(voor[code]["hele groep"], na[code]["hele groep"], strict=True)]
        for code in CODES
    }
    assert all(rij[0] == 1 and sum(rij) == 1 for rij in verschil.values())
    zelf = INHOUD
    assert "laat het verschil zien wat u antwoordde" in said(*zelf.manier_van("anoniem").weet)
    assert "laat het verschil zien wat die persoon antwoordde" in zelf.uitvoer.anoniem
    assert "kan daarna zien wat zij antwoordden" in zelf.privacy.tussenstand
    assert "laat het verschil zien wat die persoon antwoordde" in URGENTIE.uitvoer.anoniem
    assert "kan zien wat er verandert door de laatste" in urgency_anonymous()


def test_in_het_bestand_van_een_anonieme_scan_staan_losse_antwoorden_en_dat_staat_er():
    groep = people("gmr", 6, dict.fromkeys(CODES, 3), notities={"bka1:bewijs": "eigen woorden"})
    bestand = scan_to_file(scan_of(groep, "anoniem"), INHOUD).decode()
    assert "eigen woorden" in bestand
    assert "van elke persoon alles wat die invulde" in INHOUD.privacy.bestand_anoniem
    assert "kan lezen wat erin staat" in said(*INHOUD.manier_van("anoniem").weet)
    assert "kan de losse antwoorden wel zien" in urgency_anonymous()


def test_een_eensgezinde_groep_en_een_naam_in_een_tekst_worden_vooraf_gezegd():
    weet = said(*INHOUD.manier_van("anoniem").weet)
    assert "Antwoordt iedereen in uw groep hetzelfde" in weet
    assert "Noemt u zichzelf in een tekst" in weet
    assert "Noemt u uzelf" in INHOUD.privacy.vrije_tekst
    assert "Antwoordt een hele rol hetzelfde" in urgency_anonymous()


def test_wat_van_een_oude_vragenlijst_over_is_toont_anoniem_geen_enkele_tekst():
    """Bij een oude vraag is niet te zien welke groep apart staat; dus staat er van niemand een."""
    vraag = Vroeger("thema:opmerking", "Wat wilt u kwijt?", ())
    mensen = tuple(replace(r, rest={vraag: "Ik als bestuurder"}) for r in people("bestuur", 6, {}))
    (op_naam,) = leftovers((Bron("b", mensen),))
    (anoniem,) = leftovers((Bron("b", mensen),), anoniem=True)
    assert "Ik als bestuurder" in op_naam.inhoud
    assert "Ik als bestuurder" not in anoniem.inhoud
