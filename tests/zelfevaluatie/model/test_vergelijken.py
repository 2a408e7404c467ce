"""Scans naast elkaar: alleen wat gelijk is, met n, en nooit zonder een andere verklaring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import CODES, INHOUD, KERN, OPZET, earlier, groepen, people, scan_of

from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.model.groepen import GEHEEL
from lv_tools.zelfevaluatie.model.opzet import EigenStelling
from lv_tools.zelfevaluatie.model.scan import MAX_EERDERE
from lv_tools.zelfevaluatie.model.vergelijken import add_earlier, compare, remove_earlier
from lv_tools.zelfevaluatie.model.vergelijkzinnen import (
    Punt,
    counts_note,
    in_time,
    labels,
    middle_cell,
)

OUD = replace(OPZET, id="0" * 11 + "1", naam="De Vaart 2025", datum=date(2025, 11, 22))
TOEN = [*people("bestuur", 3, dict.fromkeys(CODES, 2)), *people("gmr", 5, dict.fromkeys(CODES, 3))]
NU = [*people("bestuur", 2, dict.fromkeys(CODES, 3)), *people("gmr", 5, dict.fromkeys(CODES, 3))]


def beside(nu, toen):
    return compare(add_earlier(nu, toen), INHOUD)


def test_twee_momenten_op_volgorde_met_n_op_elk_moment():
    vergelijking = beside(scan_of(NU), scan_of(TOEN, opzet=OUD))
    assert [(m.naam, m.personen) for m in vergelijking.momenten] == [
        ("De Vaart 2025", 8),
        ("De Vaart 2026", 7),
    ]
    bestuur = next(r for r in vergelijking.themas if (r.code, r.groep) == ("bka1", "bestuur"))
    assert [(p.midden.waarde, p.n) for p in bestuur.punten] == [(2, 3), (3, 2)]
    assert bestuur.zin == (
        "Het midden ging van enigszins (22 november 2025) naar voldoende (22 november 2026). Wie "
        "op 22 november 2026 antwoordde, zat hoger dan wie op 22 november 2025 antwoordde in 6 van "
        "6 paren, en lager in 0."
    )
    assert "BKA1: Visie, ambities en doelen (3 en 2)" in counts_note(
        [(r.naam, r.punten) for r in vergelijking.themas if r.groep in ("bestuur", "gmr")]
    )
    assert {r.groep for r in vergelijking.themas} == {GEHEEL, "bestuur", "gmr"}
    assert vergelijking.weggelaten == ()


@settings(max_examples=25, deadline=None)
@given(groepen(), groepen(), st.sampled_from(["naam", "anoniem"]))
def test_nooit_een_verschil_zonder_andere_verklaring(nu, toen, modus):
    vergelijking = beside(scan_of(nu, modus), scan_of(earlier(toen), opzet=OUD))
    assert vergelijking.verklaringen
    assert "iets anders zijn dan verandering" in vergelijking.voorbehoud
    assert ("anoniem" in vergelijking.voorbehoud) == (modus == "anoniem")
    for rij in (*vergelijking.themas, *vergelijking.stellingen):
        assert len(rij.punten) == 2
        assert any(punt.midden for punt in rij.punten)
        assert rij.zin.endswith(".")
        # Een zin over een verschil noemt altijd beide dagen.
        if "paren" in rij.zin or "paar" in rij.zin:
            assert "22 november 2025" in rij.zin
            assert "22 november 2026" in rij.zin


def test_korte_naast_volledige_lijst_rekent_op_de_gedeelde_stellingen():
    kern = replace(OUD, versie="kern", eigen=())
    toen = people("bestuur", 3, {"bka1-1": 4, "cyclisch-1": 2})
    nu = people("bestuur", 3, dict.fromkeys(CODES, 1) | {"bka1-1": 4})
    vergelijking = beside(scan_of(nu), scan_of(toen, opzet=kern))
    bka1 = next(r for r in vergelijking.themas if r.code == "bka1" and r.groep == "bestuur")
    # Met alle stellingen erbij was het midden van nu 1; de gedeelde stelling is gelijk gebleven.
    assert [p.midden.waarde for p in bka1.punten] == [4, 4]
    assert {r.code for r in vergelijking.stellingen} == {"bka1-1", "cyclisch-1"}
    (weg,) = vergelijking.weggelaten
    assert weg.wat == "14 stellingen"
    assert "‘De Vaart 2025’ van 22 november 2025" in weg.reden


def test_een_eigen_stelling_is_dezelfde_als_de_tekst_gelijk_is():
    eigen = (
        EigenStelling("eigen-4", "cyclisch", "Wij vieren wat lukt."),
        EigenStelling("eigen-1", "cyclisch", "Iets anders."),
    )
    oud = replace(OUD, eigen=eigen)
    toen = people("bestuur", 2, {"eigen-4": 1, "eigen-1": 4})
    nu = people("bestuur", 2, {"eigen-1": 3})
    vergelijking = beside(scan_of(nu), scan_of(toen, opzet=oud))
    rijen = [r for r in vergelijking.stellingen if r.groep == "bestuur"]
    assert [[p.midden.laag for p in rij.punten] for rij in rijen] == [[1, 3]]
    assert any("Iets anders." in weg.wat for weg in vergelijking.weggelaten)


def test_groepen_die_niet_elke_keer_meededen_staan_er_niet():
    vergelijking = beside(scan_of(NU[:2]), scan_of(TOEN, opzet=OUD))
    assert {r.groep for r in vergelijking.themas} == {"bestuur"}
    redenen = {weg.wat: weg.reden for weg in vergelijking.weggelaten}
    assert redenen["hele groep"] == "niet in elke scan deden dezelfde groepen mee"
    assert "deed niet mee aan ‘De Vaart 2026’" in redenen["GMR"]


def test_anoniem_blijft_een_kleine_groep_ook_hier_weg():
    toen = earlier(TOEN)
    vergelijking = beside(scan_of(NU, "anoniem"), scan_of(toen, "anoniem", OUD))
    assert "bestuur" not in {r.groep for r in (*vergelijking.themas, *vergelijking.stellingen)}
    gemengd = beside(scan_of(NU, "anoniem"), scan_of(toen, opzet=OUD))
    assert "bestuur" not in {r.groep for r in gemengd.themas}
    reden = {weg.wat: weg.reden for weg in gemengd.weggelaten}["bestuur"]
    assert "afgeschermd" in reden
    assert "anoniem" in gemengd.voorbehoud


@pytest.mark.parametrize("nieuw_kenmerk", [False, True])
def test_een_anonieme_scan_ligt_niet_naast_dezelfde_scan_zonder_een_persoon(nieuw_kenmerk):
    """Anders staat in het verschil wat die ene persoon antwoordde."""
    groep = people("gmr", 9, dict.fromkeys(CODES, 3))
    minder = groep[:-1]
    if nieuw_kenmerk:  # dezelfde tabel opnieuw ingelezen: alleen de antwoorden zijn gelijk
        minder = [replace(r, id=f"nieuw-{r.id}") for r in minder]
    anoniem, ander = scan_of(groep, "anoniem"), scan_of(minder, "anoniem", OUD)
    with pytest.raises(VormError, match="dezelfde invullingen"):
        add_earlier(anoniem, ander)
    bewaard = compare(replace(anoniem, eerdere=(ander,)), INHOUD)
    assert (bewaard.themas, bewaard.stellingen) == ((), ())
    assert "een enkeling" in bewaard.weggelaten[0].reden
    assert beside(scan_of(groep), scan_of(minder, opzet=OUD)).themas  # op naam mag het


def test_een_echte_volgende_meting_mag_naast_een_anonieme_scan():
    groep = people("gmr", 9, dict.fromkeys(CODES, 3))
    toen = [replace(r, id=f"toen-{r.id}") for r in people("gmr", 9, dict.fromkeys(CODES, 2))]
    assert beside(scan_of(groep, "anoniem"), scan_of(toen, "anoniem", OUD)).themas


def test_zonder_tweede_scan_is_er_niets_te_vergelijken():
    vergelijking = compare(scan_of(NU), INHOUD)
    assert (vergelijking.themas, vergelijking.stellingen, vergelijking.weggelaten) == ((), (), ())


def test_ernaast_leggen_en_weghalen():
    nu, toen = scan_of(NU), scan_of(TOEN, opzet=OUD)
    met = add_earlier(nu, add_earlier(toen, scan_of([], opzet=replace(OUD, id="f" * 12))))
    assert [s.opzet.id for s in met.eerdere] == [OUD.id]
    assert add_earlier(met, toen) == met
    assert remove_earlier(met, OUD.id) == nu
    with pytest.raises(VormError, match="dezelfde scan"):
        add_earlier(nu, scan_of(TOEN))
    for nummer in range(MAX_EERDERE):
        nu = add_earlier(nu, scan_of([], opzet=replace(OUD, id=f"{nummer:012x}")))
    with pytest.raises(VormError, match="haal er eerst een weg"):
        add_earlier(nu, scan_of([], opzet=replace(OUD, id="f" * 12)))


def test_zonder_gedeelde_stelling_zegt_elke_weglating_waarom():
    ander = replace(KERN, id="f" * 12, themas=("rolbewust",), datum=date(2025, 1, 1))
    vergelijking = beside(scan_of(NU), scan_of(people("gmr", 2, {"rolbewust-1": 3}), opzet=ander))
    assert vergelijking.themas == ()
    assert len(vergelijking.weggelaten) >= 2


def test_een_thema_dat_hier_anders_uitkomt_dan_in_de_scan_zelf_zegt_dat():
    kern = replace(OUD, versie="kern", eigen=())
    toen = people("bestuur", 3, {"bka1-1": 4, "cyclisch-1": 2})
    nu = people("bestuur", 3, dict.fromkeys(CODES, 1) | {"bka1-1": 4})
    vergelijking = beside(scan_of(nu), scan_of(toen, opzet=kern))
    bka1 = next(r for r in vergelijking.themas if r.code == "bka1" and r.groep == "bestuur")
    assert bka1.noot.endswith("is het midden niet op 22 november 2026.")
    assert next(r for r in beside(scan_of(NU), scan_of(TOEN, opzet=OUD)).themas).noot == ""


def test_drie_momenten_noemen_ze_alle_drie():
    midden = replace(OUD, id="a" * 12, naam="De Vaart 2024", datum=date(2024, 11, 22))
    nu = add_earlier(scan_of(NU), scan_of(TOEN, opzet=OUD))
    drie = compare(add_earlier(nu, scan_of(NU, opzet=midden)), INHOUD)
    zin = next(r for r in drie.themas if (r.code, r.groep) == ("bka1", "bestuur")).zin
    assert zin.startswith(
        "Het midden is voldoende op 22 november 2024, enigszins op 22 november 2025 en voldoende "
        "op 22 november 2026. Wie op 22 november 2026 antwoordde, zat hoger dan wie op 22 november "
        "2024 antwoordde"
    )


@pytest.mark.parametrize(
    ("naam", "datum"),
    [("School Zuid", OPZET.datum), ("School Zuid", date(2026, 12, 1)), (OPZET.naam, OPZET.datum)],
)
def test_een_andere_school_is_nooit_een_verloop(naam, datum):
    zuid = replace(OPZET, id="e" * 12, naam=naam, datum=datum)
    vergelijking = beside(scan_of(NU), scan_of(TOEN, opzet=zuid))
    assert not vergelijking.tijd
    assert "niet als verloop in de tijd" in vergelijking.inleiding
    teksten = [vergelijking.voorbehoud, *vergelijking.verklaringen]
    teksten += [rij.zin for rij in (*vergelijking.themas, *vergelijking.stellingen)]
    for tekst in teksten:
        for tijdwoord in (" ging van", "verandering", "vorige keer", " nu ", " toen "):
            assert tijdwoord not in tekst
    assert len({m.opschrift for m in vergelijking.momenten}) == 2


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Locatie 1", "Locatie 2"),
        ("OBS De Vaart 12", "OBS De Vaart 14"),
        ("De Vaart", "De Vaart 2"),
        ("De Vaart 2 2025", "De Vaart 3 2026"),
        ("Gebouw 11/12", "Gebouw 13/14"),
        ("Afdeling 1-2", "Afdeling 3-4"),
        ("Locatie 12026", "Locatie 12025"),
        ("Zelfevaluatie", "Zelfevaluatie"),
        ("Zelfevaluatie 2025", "zelfevaluatie 2026"),
        ("2025", "2026"),
    ],
)
def test_wat_niet_zeker_dezelfde_school_is_heet_geen_verloop(een, ander):
    toen = replace(OPZET, naam=een, datum=date(2025, 11, 22))
    assert not in_time([toen, replace(OPZET, naam=ander)])


#: Manieren om in een naam te zeggen wanneer het was.
MOMENTEN = [
    "", "{j}", "({j})", "{j}-{v}", "{j}/{kv}", "{kj}/{kv}", "{kj}-{kv}", "'{kj}/'{kv}",
    "22-11-{j}", "22/11/{kj}", "{j}-11-22", "22 november {j}", "(november {j})", "(nov. {j})",
    "– {j}",
]  # fmt: skip


def name_in(naam, vorm, jaar):
    """Schrijf een naam met het moment erin."""
    delen = {"j": jaar, "v": jaar + 1, "kj": jaar % 100, "kv": (jaar + 1) % 100}
    return f"{naam} {vorm.format(**delen)}".strip()


@given(
    st.lists(
        st.tuples(st.sampled_from(MOMENTEN), st.integers(2020, 2080)),
        min_size=2,
        max_size=4,
        unique_by=lambda paar: paar[1],
    ),
    st.sampled_from(["De Vaart", "OBS De Vaart 12", "Locatie 1", "3e Daltonschool"]),
    st.sampled_from(["De Vaart 2", "OBS De Vaart 14", "Locatie 11", "4e Daltonschool"]),
    st.data(),
)
def test_alleen_het_moment_mag_in_de_naam_verschillen(momenten, naam, andere, data):
    opzetten = [
        replace(OPZET, naam=name_in(naam, vorm, jaar), datum=date(jaar, 11, 22))
        for vorm, jaar in momenten
    ]
    assert in_time(opzetten)
    plek = data.draw(st.integers(0, len(opzetten) - 1))
    vorm, jaar = momenten[plek]
    opzetten[plek] = replace(opzetten[plek], naam=name_in(andere, vorm, jaar))
    assert not in_time(opzetten)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["A", "A 2026", "Zuid"]),
            st.sampled_from([date(2025, 1, 1), date(2026, 1, 1)]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_elk_opschrift_hoort_bij_een_scan(scans):
    opzetten = [replace(OPZET, naam=naam, datum=datum) for naam, datum in scans]
    assert len(set(labels(opzetten))) == len(opzetten)
    if in_time(opzetten):
        assert len({datum for _naam, datum in scans}) == len(scans)
        assert "Zuid" not in {naam for naam, _d in scans} or len({n for n, _d in scans}) == 1


def test_een_moment_zonder_antwoorden_laat_de_rij_staan():
    stil = [*people("bestuur", 2, dict.fromkeys(CODES)), *people("gmr", 5, dict.fromkeys(CODES, 3))]
    vergelijking = beside(scan_of(stil), scan_of(TOEN, opzet=OUD))
    rij = next(r for r in vergelijking.themas if (r.code, r.groep) == ("bka1", "bestuur"))
    assert rij.zin == (
        "Op 22 november 2026 gaf niemand hier een antwoord op de schaal. Er is dus niets naast "
        "elkaar te leggen."
    )
    assert [middle_cell(p, INHOUD) for p in rij.punten] == [
        "enigszins (n = 3)",
        "geen antwoord (n = 0)",
    ]
    assert middle_cell(Punt(None, None, 0, True), INHOUD) == "afgeschermd"
