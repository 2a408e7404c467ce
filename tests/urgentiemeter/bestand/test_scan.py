"""Het bewaarde bestand: heen en terug gelijk, en een kapot of vijandig bestand wordt geweigerd."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from meterproef import BEURT, EXAMEN, HAND, INHOUD, Meterproef

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.telling import Handtelling, count
from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, from_json, to_json
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.lijst import list_of
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.urgentiemeter.bestand.lezen import NAAM, OMZETTINGEN, VERSIE
from lv_tools.urgentiemeter.bestand.vroeger import old_list
from lv_tools.urgentiemeter.model.feiten import Indicator, Reeks, exact
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.openen import opened
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import STANDAARDEN

TESTS = Path(__file__).parents[2]
SCHEMA = json.loads(
    (TESTS.parent / "data/instrumenten/urgentiemeter.schema.json").read_text("utf-8")
)

tekst = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\t"), max_size=20
)
kenmerk = st.text("abc0123456789-", min_size=1, max_size=20)
respondenten = st.builds(
    Respondent,
    kenmerk,
    tekst.filter(str.strip),
    st.dictionaries(st.sampled_from(list(INHOUD.stellingen)), st.sampled_from([1, 2, 3, 4, None])),
    st.dictionaries(
        st.just(STANDAARDEN),
        st.none() | st.lists(st.sampled_from(list(INHOUD.standaarden)), unique=True).map(tuple),
    ),
    tekst,
    st.sampled_from(["", "2026-11-22T10:00:00+01:00"]),
)
handtellingen = st.builds(
    lambda k, groep: Handtelling(k, "docent", count(groep, INHOUD.vragen), "1"),
    kenmerk,
    st.lists(respondenten, max_size=3),
)
bronnen = st.builds(
    Bron,
    tekst,
    st.lists(respondenten, max_size=4).map(tuple),
    st.lists(handtellingen, max_size=1).map(tuple),
)
cijfers = st.decimals(1, 10, places=2).map(exact)
eigen = Indicator("eigen-1", "verzuim", laagste=exact(0), hoogste=exact(100), hoger_beter=False)
reeksen = st.builds(
    Reeks,
    st.sampled_from([*INHOUD.indicatoren.values(), eigen]),
    st.none() | cijfers,
    st.tuples(*[st.none() | cijfers] * 3),
    st.tuples(*[st.none() | st.integers(1, 500)] * 3),
    st.none() | st.integers(1, 500),
)
afdelingen = st.builds(
    Afdeling,
    tekst,
    st.sampled_from(["", "havo"]),
    st.lists(reeksen, max_size=3, unique_by=lambda r: r.id).map(tuple),
    kenmerk,
)
LIJST = list_of(INHOUD.lijst, INHOUD.vragen)
scans = st.builds(
    lambda naam, modus, afdelingen, bronnen, regels: Scan(
        naam,
        afdelingen,
        Groep(modus, bronnen=bronnen),
        regels,
        toen=LIJST,
    ),
    tekst,
    st.sampled_from(["", "naam", "anoniem"]),
    st.lists(afdelingen, min_size=1, max_size=2, unique_by=lambda a: a.id).map(tuple),
    st.lists(bronnen, max_size=2).map(tuple),
    st.builds(
        Regels, gedeeld_vanaf=st.integers(5, 100), weging=st.sampled_from(["persoon", "rol"])
    ),
)


def as_file(scan):
    tijd = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    return to_json(Bewaard(NAAM, VERSIE, "Havo", tijd, {"staat": codec.write(scan)}))


def read(inhoud):
    """Lees een bestand zoals het scherm dat doet: een scan, of de zin waarom niet."""
    bewaard = from_json(inhoud, NAAM, VERSIE, omzettingen=OMZETTINGEN)
    if isinstance(bewaard, Leesfout):
        return str(bewaard)
    try:
        return opened(codec.read(Scan, bewaard.staat.get("staat")), INHOUD)
    except VormError as fout:
        return str(fout)


def filled_in(scan):
    """Bij het openen krijgt elke afdeling ook de indicatoren waar nog niets staat."""
    return opened(scan, INHOUD)


@settings(max_examples=60, deadline=None)
@given(scans)
def test_heen_en_terug_en_volgens_het_schema(scan):
    inhoud = as_file(scan)
    terug = read(inhoud)
    if scan.groep.is_anonymous:
        # Anoniem komt terug zonder namen; wat er dan staat, blijft zo.
        assert read(as_file(terug)) == terug
        mensen = [r for bron in terug.groep.bronnen for r in bron.respondenten]
        assert [r.antwoorden for r in mensen] == [
            r.antwoorden for bron in scan.groep.bronnen for r in bron.respondenten
        ]
        assert not any(r.naam for r in mensen)
        assert terug.afdelingen == filled_in(scan).afdelingen
    else:
        assert terug == filled_in(scan)
    for voor, na in zip(scan.afdelingen, terug.afdelingen, strict=True):
        assert set(voor.reeksen) <= set(na.reeksen)
    jsonschema.validate(json.loads(inhoud), SCHEMA)


@pytest.fixture(scope="module")
def vol() -> str:
    """Een bestand zoals het scherm het schrijft, met alles erin, ook half getypte tekst."""
    proef = Meterproef()
    proef.vul(f"{EXAMEN}/norm", "6,")
    proef.vul(f"{EXAMEN}/resultaten/0", "5,5")
    proef.vul("+eigen/1/naam", "Nog niet klaar")
    proef.zelf()
    proef.manier("beurt")
    proef.kies_modus("naam")
    proef.beurt("ouder", 1, naam="Anna")
    proef.vul(f"{BEURT}/naam", "Half af")
    proef.manier("hand")
    proef.vul(f"{HAND}/personen", "een stuk of tien")
    proef.vul(f"{HAND}/stellingen/u5", "1 2")
    return proef.bewaard()


def open_file(tekst: bytes) -> tuple[str, Meterproef]:
    """Kies een bestand zoals een lezer dat doet; geeft de melding."""
    proef = Meterproef()
    proef.gebeur(proef.opstelling.bewaren, "lees", tekst, bestand="gekozen.json")
    return proef.opstelling.bewaren.melding, proef


def test_afgebroken_bestand_wordt_op_elke_plek_geweigerd(vol):
    inhoud = vol.encode()
    for lengte in range(0, len(inhoud) - 1, 7):
        assert isinstance(read(inhoud[:lengte]), str)


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_een_veranderd_teken_wordt_geweigerd_of_verandert_niets(vol, data):
    inhoud = bytearray(vol.encode())
    plek = data.draw(st.integers(0, len(inhoud) - 1))
    inhoud[plek] = data.draw(st.integers(0, 255))
    goed = from_json(vol, NAAM, VERSIE)
    uitkomst = from_json(bytes(inhoud), NAAM, VERSIE)
    assert isinstance(uitkomst, Leesfout) or uitkomst.staat == goed.staat


def test_het_hele_bestand_komt_terug_met_wat_half_getypt_was(vol):
    melding, proef = open_file(vol.encode())
    assert melding == ""
    proef.stap(0)
    assert proef.deel(f"{EXAMEN}/norm").waarde == "6,"
    assert proef.deel("+eigen/1/naam").waarde == "Nog niet klaar"
    proef.stap(1)
    assert proef.deel(f"{HAND}/personen").waarde == "een stuk of tien"
    assert proef.groep.beurt.naam == "Half af"
    assert [r.naam for r in proef.mensen] == ["", "Anna"]
    jsonschema.validate(json.loads(vol), SCHEMA)


VOL = Scan(
    "Havo",
    (Afdeling("havo", "havo", (Reeks(eigen, exact(5), (exact(4), None, exact("6.1"))),)),),
    Groep(
        "naam",
        bronnen=(
            Bron("a", INHOUD.voorbeeldmensen),
            Bron(
                "zaal",
                (),
                (Handtelling("h1", "ouder", count(INHOUD.voorbeeldmensen, INHOUD.vragen)),),
            ),
        ),
    ),
    toen=LIJST,
)
REGEL = codec.write(VOL)["groep"]["bronnen"]["bronnen"][0]["respondenten"][0]
REEKS = ("afdelingen", 0, "reeksen", 0)
BRONNEN = ("groep", "bronnen", "bronnen")
TELLING = (*BRONNEN, 1, "handtellingen", 0, "telling")


def altered(pad, waarde):
    """Verander een waarde en maak de som weer goed, zoals een aanvaller zou doen."""
    staat = copy.deepcopy(codec.write(VOL))
    plek = staat
    *weg, laatste = pad
    for stap in weg:
        plek = plek[stap]
    plek[laatste] = waarde
    tijd = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    return to_json(Bewaard(NAAM, VERSIE, "Havo", tijd, {"staat": staat}))


@pytest.mark.parametrize(
    ("pad", "waarde", "zin"),
    [
        (("toen", "nummer"), INHOUD.lijst + 1, "nieuwere vragenlijst"),
        (("extra_sleutel",), 1, "kent deze versie niet"),
        (("naam",), "x" * 81, "passen er 80"),
        (("naam",), "a\u202eb", "gewone tekst"),
        (("groep", "modus"), ["naam"], "modus"),
        (("afdelingen",), {}, "een lijst"),
        (("afdelingen",), [{}] * 51, "passen er 50"),
        (("afdelingen", 0, "id"), "<b>", "kenmerk"),
        ((*REEKS, "indicator"), "iq", "een object"),
        ((*REEKS, "indicator", "hoger_beter"), 1, "waar of onwaar"),
        ((*REEKS, "indicator", "laagste"), 200, "bereik"),
        ((*REEKS, "norm"), 1e9, "buiten het bereik"),
        ((*REEKS, "norm"), "6", "een getal"),
        ((*REEKS, "norm"), True, "een getal"),
        ((*REEKS, "resultaten"), [1, 2], "3 jaren"),
        ((*REEKS, "leerlingen"), [0, 1, 1], "1 of hoger"),
        ((*BRONNEN, 0, "respondenten", 0), REGEL + "\t", "goede vorm"),
        ((*BRONNEN, 0, "respondenten", 0), REGEL.replace("=4", "=9"), "geen antwoord"),
        ((*BRONNEN, 0, "respondenten", 0), REGEL.replace("=4", "=-"), "geen antwoord"),
        ((*BRONNEN, 0, "respondenten", 0), REGEL.replace("u5=", "u9="), "geen antwoord"),
        ((*BRONNEN, 0, "respondenten", 0), REGEL.replace("OR1", "OR9"), "geen keuze"),
        ((*BRONNEN, 0, "respondenten", 0), REGEL.replace("schoolleiding", ""), "goede vorm"),
        ((*BRONNEN, 0, "respondenten", 0), REGEL.replace("voorbeeld", "<b>"), "goede vorm"),
        ((*BRONNEN, 0, "respondenten", 0), 7, "goede vorm"),
        ((*TELLING, "personen"), -1, "past niet"),
        ((*TELLING, "personen"), 1.5, "heel getal"),
        ((*TELLING, "stellingen"), {}, "past niet"),
        ((*TELLING, "stellingen", "u5"), {"aantallen": [1]}, "klopt niet"),
        ((*TELLING, "keuzes", STANDAARDEN, "n"), 0, "klopt niet"),
        (("groep", "eigen"), {"antwoorden": {"stellingen": {"u5": 9}}}, "geen antwoord"),
        (("groep", "beurt"), {"keuzes": {STANDAARDEN: ["OR9"]}}, "geen keuze"),
        (("regels",), {"gedeeld_vanaf": 0}, "regel 'gedeeld_vanaf'"),
        (("overig",), [["een", "twee", "drie"]], "3 delen in plaats van 2"),
    ],
)
def test_vijandig_bestand_wordt_geweigerd_met_een_zin(pad, waarde, zin):
    tekst = altered(pad, waarde)
    assert zin in read(tekst)
    melding, proef = open_file(tekst.encode())
    assert melding
    assert proef.mensen == []


@pytest.mark.parametrize("staat", [None, [], "x", 7, {"lijst": 1}])
def test_iets_heel_anders(staat):
    tijd = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    assert isinstance(read(to_json(Bewaard(NAAM, VERSIE, "x", tijd, {"staat": staat}))), str)


# ------------------------------------------------------------------------------ eerdere versies

#: De som van 0.1.0 en 0.2.0 stond in het werk zelf; vanaf 0.3.0 dekt de som van het bestand alles.
EERDER = sorted(TESTS.glob("bestanden_0_[12]_0/urgentiemeter-*.json"))


@pytest.mark.parametrize("pad", EERDER, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_een_eerder_bestand_met_een_ander_cijfer_gaat_niet_open(pad):
    """De som van toen dekte alleen ``extra``; die telt nog steeds."""
    gegevens = json.loads(pad.read_text("utf-8"))
    gegevens.pop("controle", None)
    gegevens["staat"]["extra"]["naam"] = "een andere naam"
    melding, _ = open_file(json.dumps(gegevens).encode())
    assert "veranderd of beschadigd" in melding


@pytest.mark.parametrize("modus", ["naam", "anoniem"])
def test_alles_wat_0_2_0_bewaarde_staat_er_en_op_zijn_plek(modus):
    pad = TESTS / f"bestanden_0_2_0/urgentiemeter-werk-{modus}.json"
    oud = json.loads(pad.read_text("utf-8"))["staat"]
    melding, proef = open_file(pad.read_bytes())
    assert melding == ""
    assert proef.opstelling.stappen.waarde == "2. Beleving"
    assert proef.heeft("groep/hand/rol")
    staat, groep = proef.staat, proef.groep
    assert (staat.naam, staat.omvang, groep.manier) == ("Havo, najaar 2026", "volledig", "hand")
    assert staat.regels == replace(
        INHOUD.regels, gedeeld_vanaf=75, weging="rol", weet_niet_telt=False
    )
    # Wat nu anders wordt gevraagd, staat er in de woorden van toen.
    toen = {s.code: s.tekst for s in old_list(oud["extra"]["toen"]).vragen.stellingen}
    assert set(staat.overig) == {
        (f"nog niet ingezonden: {toen['u1']}", "helemaal eens"),
        (f"nog niet ingezonden telling: {toen['o2']}", "1 2 3"),
    }
    # De velden, met wat half getypt was.
    veld = "waarde"
    for naam, waarde in {
        f"{HAND}/rol": "*anders",
        f"{HAND}/andere": "stagiairs",
        f"{HAND}/personen": "een stuk of tien",
        f"{HAND}/stellingen/o5": "",
        f"{HAND}/opties/{STANDAARDEN}:SKA2": "4",
    }.items():
        assert getattr(proef.deel(naam), veld) == waarde, naam
    proef.manier("beurt")
    for naam, waarde in {
        f"{BEURT}/rol": "*anders",
        f"{BEURT}/andere": "mentor",
        f"{BEURT}/naam": "Half Af" if modus == "naam" else "",
        f"{BEURT}/antwoorden/stellingen": {"o1": 1},
        f"{BEURT}/keuzes/{STANDAARDEN}": ("OP3",),
    }.items():
        assert getattr(proef.deel(naam), veld) == waarde, naam
    proef.manier("zelf")
    assert proef.deel("groep/eigen/andere").waarde == " Decaan "
    assert proef.deel(f"groep/eigen/keuzes/{STANDAARDEN}").waarde == ("*weet-niet",)
    assert len(proef.deel("groep/eigen/antwoorden/stellingen").waarde) == 5
    assert len(groep.eigen.rest) == 4
    proef.stap(0)
    een, twee = staat.afdelingen
    assert (een.naam, een.soort, twee.naam) == ("havo Noord", "havo", "vwo")
    assert proef.deel(f"{EXAMEN}/leerlingen/0").waarde == "90"
    assert proef.deel("+eigen/2/naam").waarde == "Nog niet toegevoegd"
    assert proef.deel("+eigen/2/laagste").waarde == "tien"
    concept = proef.werk.to_data()["concept"]
    assert concept["afdelingen/1/reeksen/bovenbouwsucces/norm"] == "zeven-en-tachtig"
    assert concept["afdelingen/2/reeksen/bovenbouwsucces/resultaten/2"] == "tweeëntachtig"
    # Wie er waren, en wat de lezer erover koos.
    mensen = [r for bron in oud["extra"]["bronnen"] for r in bron["respondenten"]]
    assert len(proef.mensen) == len(mensen) == 12
    assert len(groep.meer_mensen) == 1
    assert (groep.los, groep.apart) == ((True, True) if modus == "naam" else (False, False))
    assert groep.namen == ("Anne de Wit\nKees Klaas" if modus == "naam" else "")
    assert groep.aantallen == ("" if modus == "naam" else "docent 8\nouder 2")


def test_lijst_2_opent_met_alle_antwoorden() -> None:
    """Zo schreef 0.3.0: drie stellingen vragen nu iets anders. Wat erop stond, blijft te lezen."""
    melding, proef = open_file((Path(__file__).parent / "lijst_2.json").read_bytes())
    assert melding == ""
    docent, leerling, toezicht = proef.mensen
    for wie in (docent, leerling, toezicht):
        assert len(wie.antwoorden) == 9
        assert not {"o5", "o6", "u6", "u7"} & set(wie.antwoorden)
    assert {oud.tekst for oud in docent.rest} == {
        "De meeste mensen met wie ik hier te maken heb, "
        "vinden dat er iets is wat niet kan wachten.",
        "Wij hebben samen besproken waar het probleem vandaan komt.",
        "Vraag ik een ander naar de oorzaak, dan hoor ik ongeveer hetzelfde als wat ik zelf denk.",
    }


def test_wat_de_pagina_zelf_nog_had_komt_ook_in_een_eerder_bestand_op_zijn_plek():
    """Python antwoordde niet; de pagina schreef erbij wat er nog getypt was, per oud deel."""
    gegevens = json.loads(
        (TESTS / "bestanden_0_2_0/urgentiemeter-werk-naam.json").read_text("utf-8")
    )
    gegevens["naloop"] = {
        "afdeling1-examencijfers-norm": "7,1",
        "zelf-stellingen": {"u2": 4},
        "beurt-naam": "Nog Later",
    }
    melding, proef = open_file(json.dumps(gegevens).encode())
    assert melding == ""
    assert proef.staat.afdelingen[0].reeksen[3].norm == exact("7.1")
    assert proef.groep.eigen.gegeven == {"u2": 4}
    assert proef.groep.beurt.naam == "Nog Later"


def test_een_weggehaalde_afdeling_laat_een_gat_in_de_nummers_van_toen():
    gegevens = json.loads(
        (TESTS / "bestanden_0_1_0/urgentiemeter-werk-naam.json").read_text("utf-8")
    )
    delen = gegevens["staat"]["delen"]
    for naam in [n for n in delen if n.startswith("afdeling2-")]:
        delen[naam.replace("afdeling2-", "afdeling5-")] = delen.pop(naam)
    _, proef = open_file(json.dumps(gegevens).encode())
    concept = proef.werk.to_data()["concept"]
    assert concept == {"afdelingen/2/reeksen/bovenbouwsucces/resultaten/2": "tweeëntachtig"}
