"""De bestanden: heen en terug gelijk; kapot, afgebroken of vijandig wordt geweigerd."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import CODES, INHOUD, OPZET, groepen, mensen, oordelen, people, scan_of

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.bestand.antwoorden import (
    answers_file_name,
    answers_to_file,
    clean_answers,
    describe_answers,
    progress,
    read_answers,
)
from lv_tools.zelfevaluatie.bestand.keuren import inspect
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file, scan_to_file
from lv_tools.zelfevaluatie.model.opzet import EigenStelling, vragenset
from lv_tools.zelfevaluatie.model.scan import Samenoordeel, Scan
from lv_tools.zelfevaluatie.model.staat import Staat

DATA = Path(__file__).parents[3] / "data/instrumenten"


@lru_cache(maxsize=2)
def schema(naam="zelfevaluatie"):
    gelezen = json.loads((DATA / f"{naam}.schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(gelezen)


@settings(max_examples=60, deadline=None)
@given(mensen())
def test_antwoorden_heen_en_terug_en_volgens_het_schema(respondent):
    inhoud = answers_to_file(respondent, OPZET, INHOUD)
    assert read_answers(inhoud, OPZET, INHOUD) == respondent
    schema("zelfevaluatie-antwoorden").validate(json.loads(inhoud))


@settings(max_examples=40, deadline=None)
@given(groepen(), st.lists(oordelen, max_size=1), st.lists(groepen(grootste=3), max_size=2))
def test_scan_heen_en_terug_en_volgens_het_schema(groep, samen, eerdere):
    scan = replace(
        scan_of(groep),
        samen=tuple(samen),
        eerdere=tuple(
            scan_of(ander, opzet=replace(OPZET, id=f"{nr:012x}"))
            for nr, ander in enumerate(eerdere)
        ),
    )
    inhoud = scan_to_file(scan, INHOUD)
    assert scan_from_file(inhoud, INHOUD) == scan
    schema().validate(json.loads(inhoud))


PERSOON = clean_answers(
    "bestuur",
    {"bka1-1": 3, "bka1-10": None, "cyclisch-1": 0, "eigen-1": 4},
    OPZET,
    INHOUD,
    notities={"bka1:bewijs": "Zie “plan”,\n\tblz. 3 <b>", "cyclisch:opmerking": "  "},
    naam="Anne de Wit",
)
VOL = Scan(
    OPZET,
    (Bron("a", (PERSOON,)), Bron("b", tuple(people("gmr", 2, dict.fromkeys(CODES, 2))))),
    (
        Samenoordeel(
            "bka1", 3, date(2026, 12, 1), "iedereen", "een voorbeeld", "in mei weer", 2, 3, 3
        ),
    ),
    (Scan(replace(OPZET, id="f" * 12), (Bron("oud", (PERSOON,)),)),),
)


def read_person(inhoud):
    try:
        return read_answers(inhoud, OPZET, INHOUD)
    except VormError as fout:
        return str(fout)


def read_scan(inhoud):
    try:
        return scan_from_file(inhoud, INHOUD)
    except VormError as fout:
        return str(fout)


SOORTEN = {
    "antwoorden": (answers_to_file(PERSOON, OPZET, INHOUD), read_person, PERSOON),
    "scan": (scan_to_file(VOL, INHOUD), read_scan, VOL),
}


@pytest.mark.parametrize("soort", SOORTEN)
def test_afgebroken_bestand_wordt_op_elke_plek_geweigerd(soort):
    inhoud, lees, origineel = SOORTEN[soort]
    for lengte in {*range(0, len(inhoud), 7), *range(len(inhoud) - 20, len(inhoud))}:
        uitkomst = lees(inhoud[:lengte])
        # Alleen de lege regel aan het eind mag weg.
        assert isinstance(uitkomst, str) or (uitkomst == origineel and not inhoud[lengte:].strip())


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_byte_veranderd_wordt_geweigerd_of_goed_gelezen(soort):
    """Elke plek in het bestand, om de beurt met een byte die JSON in de war brengt."""
    inhoud, lees, origineel = SOORTEN[soort]
    stap = 1 if soort == "antwoorden" else 3
    for plek in range(0, len(inhoud), stap):
        anders = bytearray(inhoud)
        anders[plek] = (0, 0x20, 0x22, 0x30 + plek % 10, inhoud[plek] ^ 1)[plek % 5]
        uitkomst = lees(bytes(anders))
        assert isinstance(uitkomst, str) or uitkomst == origineel


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(SOORTEN)), st.data())
def test_willekeurig_beschadigd_wordt_geweigerd_of_goed_gelezen(soort, data):
    inhoud, lees, origineel = SOORTEN[soort]
    begin = data.draw(st.integers(0, len(inhoud) - 1))
    eind = data.draw(st.integers(begin, min(len(inhoud), begin + 40)))
    anders = inhoud[:begin] + data.draw(st.binary(max_size=40)) + inhoud[eind:]
    uitkomst = lees(anders)
    assert isinstance(uitkomst, str) or uitkomst == origineel


def forged(pad, waarde):
    """Verander een waarde en maak het controlegetal weer goed, zoals een aanvaller zou doen."""
    gegevens = json.loads(answers_to_file(PERSOON, OPZET, INHOUD))
    plek = gegevens
    *weg, laatste = pad
    for stap in weg:
        plek = plek[stap]
    plek[laatste] = waarde
    gegevens["controle"] = checksum(gegevens)
    return json.dumps(gegevens).encode()


@pytest.mark.parametrize(
    ("pad", "waarde", "zin"),
    [
        (("scan",), "f" * 12, "horen bij de scan"),
        (("scan",), 7, "‘scan’ is ‘7’"),
        (("vragen",), "0" * 16, "stellingen van deze scan zijn veranderd"),
        (("modus",), "geheim", "modus"),
        (("modus",), "anoniem", "antwoordde anoniem"),
        (("kenmerk",), "<b>", "‘kenmerk’ is ‘<b>’"),
        (("kenmerk",), None, "‘kenmerk’ is leeg"),
        (("tijd",), "gisteren", "geen tijdstip"),
        (("tijd",), "2026-11-22T10:00:00", "tijdzone"),
        (("rol",), "", "geen groep"),
        (("rol",), "x" * 41, "‘rol’ telt 41 tekens; er passen er 40"),
        (("naam",), "a\u202eb", "gewone tekst"),
        (("antwoorden",), [], "‘antwoorden’ is .* een object"),
        (("antwoorden", "bka9-1"), 3, "stellingen die niet"),
        (("antwoorden", "bka1-1"), 5, "geen antwoord"),
        (("antwoorden", "bka1-1"), True, "‘antwoorden › bka1-1’ is ‘True’"),
        (("antwoorden", "bka1-1"), None, "‘antwoorden › bka1-1’ is leeg"),
        (("notities", "bka1:bewijs"), "", "leeg"),
        (("notities", "bka1:bewijs"), "x" * 2001, "telt 2001 tekens; er passen er 2000"),
        (("notities", "bka1:iets"), "x", "horen niet bij"),
        (("notities",), None, "‘notities’ is leeg"),
        (("versie",), 3, "nieuwere versie"),
        (("versie",), 0, "‘versie’ is ‘0’"),
        (("versie",), True, "‘versie’ is ‘True’"),
        (("soort",), "iets", "één persoon"),
        (("extra",), 1, "‘extra’ kent deze versie niet"),
        (("instrument",), "urgentiemeter", "niet bij de zelfevaluatie"),
    ],
)
def test_vijandig_antwoordbestand_wordt_geweigerd_met_een_zin(pad, waarde, zin):
    with pytest.raises(VormError, match=zin):
        read_answers(forged(pad, waarde), OPZET, INHOUD)


def written(scan):
    """Geef de staat zoals zij in het bestand van een scan staat."""
    return json.loads(scan_to_file(scan, INHOUD))["staat"]["staat"]


@pytest.mark.parametrize(
    ("pad", "waarde", "zin"),
    [
        (("toen", "lijst"), 999, "nieuwere vragenlijst"),
        (("toen", "themas"), [], "thema"),
        (("opzet", "datum"), "31-12-2026", "‘opzet › datum’ is ‘31-12-2026’.* een datum"),
        (("opzet", "themas"), ["cyclisch", "bka1"], "volgorde"),
        (("opzet", "themas"), [], "geen thema"),
        (("opzet", "groepen"), ["a", "A"], "twee keer"),
        (("opzet", "eigen", 0, "code"), "eigen-0", "‘opzet › eigen › 1 › code’"),
        (("opzet", "eigen", 0), ["eigen-1", "bka1"], "een object"),
        (("opzet", "id"), "x", "‘opzet › id’ is ‘x’"),
        (("samen", 0, "oordeel"), 5, "past niet bij deze scan"),
        (("samen", 0, "oordeel"), 1.5, "een heel getal"),
        (("samen", 0, "vooraf_laag"), 4, "laag naar hoog"),
        (("samen", 0, "thema"), "rolbewust", "past niet bij deze scan"),
        (("groep", "bronnen", "bronnen", 0, "respondenten", 0), "p\tbestuur", "goede vorm"),
        (
            ("groep", "bronnen", "bronnen", 0, "respondenten", 0),
            "p\tbestuur\t\t\tbka1-1=9\t",
            "geen antwoord op ‘bka1-1’",
        ),
        (
            ("groep", "bronnen", "bronnen", 0, "respondenten", 0),
            "p\tbestuur\t\t\tbka9-1=3\t",
            "geen antwoord op ‘bka9-1’",
        ),
        (("eerdere",), [None] * 11, "er passen er 10"),
        (("eerdere", 0, "eerdere"), [{}], "eerdere"),
        (("open",), "f" * 12, "de scan die openstond"),
        (("iets",), 1, "‘iets’ kent deze versie niet"),
    ],
)
def test_vijandige_scan_wordt_geweigerd_met_een_zin(pad, waarde, zin):
    staat = copy.deepcopy(written(VOL))
    plek = staat
    *weg, laatste = pad
    for stap in weg:
        plek = plek[stap]
    plek[laatste] = waarde
    with pytest.raises(VormError, match=zin):
        inspect(codec.read(Staat, staat), INHOUD)


def test_een_naam_in_een_anonieme_scan_wordt_niet_geschreven_en_geweigerd():
    anoniem = replace(VOL, opzet=replace(OPZET, modus="anoniem"))
    staat = written(anoniem)
    assert "Anne" not in json.dumps(staat["groep"])
    staat["groep"]["bronnen"] = written(VOL)["groep"]["bronnen"]
    with pytest.raises(VormError, match="anonieme scan staat een naam"):
        inspect(codec.read(Staat, staat), INHOUD)


@pytest.mark.parametrize("inhoud", [b"", b"null", b"[]", b"7", b"{}", b"\xff\xfe", b"[" * 9999])
def test_iets_heel_anders(inhoud):
    assert isinstance(read_person(inhoud), str)
    assert isinstance(read_scan(inhoud), str)


# ---------------------------------------------------------------- wat er in het bestand staat


def test_naam_staat_alleen_op_naam_in_het_bestand():
    anoniem = replace(OPZET, modus="anoniem")
    persoon = clean_answers("bestuur", {"bka1-1": 3}, anoniem, INHOUD, naam="Anne de Wit")
    inhoud = answers_to_file(replace(persoon, naam="Anne de Wit"), anoniem, INHOUD)
    assert b"Anne" not in inhoud
    assert b"Anne" in answers_to_file(PERSOON, OPZET, INHOUD)
    assert "anne" not in answers_file_name(OPZET, PERSOON)


def test_anoniem_staat_er_niets_van_het_kenmerk_in_de_bestandsnaam():
    anoniem = replace(OPZET, modus="anoniem")
    persoon = replace(PERSOON, id="f" * 32)
    namen = {answers_file_name(anoniem, persoon) for _ in range(20)}
    assert len(namen) > 1  # twee mensen met dezelfde rol overschrijven elkaar niet
    assert sum("ffff" in naam for naam in namen) <= 1  # een keer kan het toeval zijn
    assert "ffff" in answers_file_name(OPZET, persoon)


@settings(max_examples=40, deadline=None)
@given(mensen())
def test_het_overzicht_laat_alles_zien_wat_in_het_bestand_staat(respondent):
    gegevens = json.loads(answers_to_file(respondent, OPZET, INHOUD))
    regels = {regel.wat: regel.waarde for regel in describe_answers(respondent, OPZET, INHOUD)}
    alles = " ".join(regels.values())
    vragen = vragenset(OPZET, INHOUD)
    for sleutel in ("scan", "scannaam", "kenmerk", "tijd", "vragen"):
        assert gegevens[sleutel] in alles
    assert vragen.rolnaam(gegevens["rol"]) in alles
    assert regels["Naam"] == "staat er niet in"
    for stelling in vragen.stellingen:
        verwacht = "niet ingevuld"
        if stelling.code in respondent.antwoorden:
            verwacht = INHOUD.antwoord(respondent.antwoorden[stelling.code])
        elif respondent.rol in stelling.niet_voor:
            assert stelling.tekst not in regels
            continue
        assert regels[stelling.for_role(respondent.rol).tekst] == verwacht
    for veld in vragen.notitievelden:
        assert regels[veld.tekst] == respondent.notities.get(veld.code, "niets opgeschreven")


@given(st.text(max_size=60))
def test_elke_tekst_die_iemand_typt_komt_goed_terug(tekst):
    persoon = clean_answers(
        "bestuur", {"bka1-1": 1}, OPZET, INHOUD, notities={"bka1:bewijs": clean_text(tekst)}
    )
    terug = read_answers(answers_to_file(persoon, OPZET, INHOUD), OPZET, INHOUD)
    assert terug.notities.get("bka1:bewijs", "") == clean_text(tekst).strip()
    assert scan_from_file(scan_to_file(scan_of([persoon]), INHOUD), INHOUD) == scan_of([persoon])


def test_te_lange_tekst_wordt_geweigerd_en_niet_afgekapt():
    with pytest.raises(VormError, match="hoogstens 2000"):
        clean_answers("bestuur", {}, OPZET, INHOUD, notities={"bka1:bewijs": "x" * 2001})
    with pytest.raises(VormError, match="naam"):
        clean_answers("bestuur", {}, OPZET, INHOUD, naam="x" * 81)


def test_andere_vragen_passen_niet_bij_elkaar():
    anders = replace(OPZET, eigen=(EigenStelling("eigen-1", "cyclisch", "Iets anders."),))
    with pytest.raises(VormError, match="stellingen van deze scan zijn veranderd"):
        read_answers(answers_to_file(PERSOON, OPZET, INHOUD), anders, INHOUD)
    nieuwe_naam = replace(OPZET, naam="Nieuwe naam", groepen=("bestuur",))
    assert read_answers(answers_to_file(PERSOON, OPZET, INHOUD), nieuwe_naam, INHOUD) == PERSOON


def test_lijst_2_opent_met_alle_antwoorden() -> None:
    """Zo schreef 0.3.0; een docent kreeg toen stellingen die nu niet meer gevraagd worden."""
    pad = Path(__file__).parent / "lijst_2.json"
    (bron,) = scan_from_file(pad.read_bytes(), INHOUD).bronnen
    mensen = {wie.rol: wie for wie in bron.respondenten}
    assert {rol: len(wie.antwoorden) + len(wie.rest) for rol, wie in mensen.items()} == {
        "docent": 50,
        "medezeggenschap": 54,
        "schoolleiding": 54,
        "intern-toezicht": 45,
    }
    # Wat een rol nu in eigen woorden krijgt, blijft te lezen: wie niet bij het gesprek zat, gaf
    # toen antwoord op iets wat die niet kon zien.
    samenspel = [
        "Bestuur en school bespreken samen wat de gegevens over kwaliteit betekenen.",
        "In elk schoolplan zijn de ambities van ons bestuur terug te vinden.",
    ]
    later = {"docent": 2, "medezeggenschap": 2, "intern-toezicht": 1, "schoolleiding": 0}
    for wie in mensen.values():
        eigen = {
            "schoolleiding": [],
            "intern-toezicht": [
                "Schoolleiders kunnen uitleggen waarom ons bestuur deze ambities koos.",
            ],
        }.get(
            wie.rol,
            ["Wat ons bestuur voor het onderwijs van plan is, gebeurt op de scholen ook echt."],
        )
        assert [oud.tekst for oud in wie.rest] == [
            "Ons bestuur kiest een klein aantal ambities.",
            *eigen,
            "Het jaarverslag vertelt eerlijk wat er van de ambities terechtkwam.",
            *samenspel[: later[wie.rol]],
        ]
    assert "alignment-3" in mensen["docent"].antwoorden


def test_voortgang_per_thema():
    assert progress(PERSOON.antwoorden, OPZET, INHOUD) == {"bka1": (2, 8), "cyclisch": (2, 8)}
    assert progress((), OPZET, INHOUD) == {"bka1": (0, 8), "cyclisch": (0, 8)}
