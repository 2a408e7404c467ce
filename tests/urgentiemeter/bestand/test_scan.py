"""Het bewaarde bestand: heen en terug gelijk, en een kapot of vijandig bestand wordt geweigerd."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.telling import Handtelling, count
from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, from_json, to_json
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.urgentiemeter.bestand.scan import NAAM, VERSIE, scan_from_state, scan_to_state
from lv_tools.urgentiemeter.model.feiten import Indicator, Reeks, exact
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.uitslag import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import STANDAARDEN, instrument

INHOUD = instrument()
SCHEMA = json.loads(
    (Path(__file__).parents[3] / "data/instrumenten/urgentiemeter.schema.json").read_text("utf-8")
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
    Afdeling, tekst, st.sampled_from(["", "havo"]), st.lists(reeksen, max_size=3).map(tuple)
)
scans = st.builds(
    Scan,
    tekst,
    st.sampled_from(["", "2026-11-22"]),
    st.sampled_from(["", "naam", "anoniem"]),
    st.lists(afdelingen, max_size=2).map(tuple),
    st.lists(bronnen, max_size=2).map(tuple),
    st.builds(
        Regels, gedeeld_vanaf=st.integers(5, 100), weging=st.sampled_from(["persoon", "rol"])
    ),
)


def as_file(scan):
    tijd = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    staat = {"delen": {}, "extra": scan_to_state(scan, INHOUD)}
    return to_json(Bewaard(NAAM, VERSIE, "Havo", tijd, staat))


def read(inhoud):
    """Lees een bestand zoals het scherm dat doet: een scan, of de zin waarom niet."""
    bewaard = from_json(inhoud, NAAM, VERSIE)
    if isinstance(bewaard, Leesfout):
        return str(bewaard)
    try:
        return scan_from_state(bewaard.staat.get("extra"), INHOUD)
    except VormError as fout:
        return str(fout)


@settings(max_examples=60, deadline=None)
@given(scans)
def test_heen_en_terug_en_volgens_het_schema(scan):
    inhoud = as_file(scan)
    terug = read(inhoud)
    if scan.modus == "anoniem":
        # Anoniem komt terug zonder namen; wat er dan staat, blijft zo.
        assert read(as_file(terug)) == terug
        mensen = [r for bron in terug.bronnen for r in bron.respondenten]
        assert [r.antwoorden for r in mensen] == [
            r.antwoorden for bron in scan.bronnen for r in bron.respondenten
        ]
        assert not any(r.naam for r in mensen)
        assert terug.afdelingen == scan.afdelingen
    else:
        assert terug == scan
    jsonschema.validate(json.loads(inhoud), SCHEMA)


VOL = Scan(
    "Havo",
    "2026-11-22",
    "naam",
    (Afdeling("havo", "havo", (Reeks(eigen, exact(5), (exact(4), None, exact("6.1"))),)),),
    (
        Bron("a", INHOUD.voorbeeld),
        Bron("zaal", (), (Handtelling("h1", "ouder", count(INHOUD.voorbeeld, INHOUD.vragen)),)),
    ),
)


def test_afgebroken_bestand_wordt_op_elke_plek_geweigerd():
    inhoud = as_file(VOL).encode()
    for lengte in range(len(inhoud) - 1):
        assert isinstance(read(inhoud[:lengte]), str)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_een_veranderd_teken_wordt_geweigerd_of_verandert_niets(data):
    inhoud = bytearray(as_file(VOL).encode())
    plek = data.draw(st.integers(0, len(inhoud) - 1))
    inhoud[plek] = data.draw(st.integers(0, 255))
    uitkomst = read(bytes(inhoud))
    assert isinstance(uitkomst, str) or uitkomst == VOL


def altered(pad, waarde):
    """Verander een waarde en maak het controlegetal weer goed, zoals een aanvaller zou doen."""
    staat = copy.deepcopy(scan_to_state(VOL, INHOUD))
    plek = staat
    *weg, laatste = pad
    for stap in weg:
        plek = plek[stap]
    plek[laatste] = waarde
    staat["controle"] = checksum(staat)
    return staat


REGEL = scan_to_state(VOL, INHOUD)["bronnen"][0]["respondenten"][0]


@pytest.mark.parametrize(
    ("pad", "waarde", "zin"),
    [
        (("lijst",), INHOUD.lijst + 1, "nieuwere vragenlijst"),
        (("extra_sleutel",), 1, "goede vorm"),
        (("naam",), "x" * 81, "hoogstens 80"),
        (("naam",), "a\u202eb", "gewone tekst"),
        (("datum",), "31-31-2026", "geen datum"),
        (("modus",), ["naam"], "modus"),
        (("afdelingen",), {}, "geen lijst"),
        (("afdelingen",), [None] * 51, "hoogstens 50"),
        (("afdelingen", 0, "soort"), "mavo", "soort afdeling"),
        (("afdelingen", 0, "reeksen", 0, "indicator"), "iq", "indicator"),
        (("afdelingen", 0, "reeksen", 0, "indicator", "hoger_beter"), 1, "waar of onwaar"),
        (("afdelingen", 0, "reeksen", 0, "indicator", "laagste"), 200, "bereik"),
        (("afdelingen", 0, "reeksen", 0, "norm"), 1e9, "buiten het bereik"),
        (("afdelingen", 0, "reeksen", 0, "norm"), "6", "geen getal"),
        (("afdelingen", 0, "reeksen", 0, "norm"), True, "geen getal"),
        (("afdelingen", 0, "reeksen", 0, "resultaten"), [1, 2], "3 jaren"),
        (("afdelingen", 0, "reeksen", 0, "leerlingen"), [0, 1, 1], "heel getal van 1"),
        (("bronnen", 0, "respondenten", 0), REGEL + "\t", "goede vorm"),
        (("bronnen", 0, "respondenten", 0), REGEL.replace("4", "9"), "geen antwoord"),
        (("bronnen", 0, "respondenten", 0), REGEL.replace("4", "-"), "geen antwoord"),
        (("bronnen", 0, "respondenten", 0), REGEL.replace("OR1", "OR9"), "geen keuze"),
        (("bronnen", 0, "respondenten", 0), REGEL.replace("schoolleiding", ""), "rol"),
        (("bronnen", 0, "respondenten", 0), REGEL.replace("voorbeeld", "<b>"), "kenmerk"),
        (("bronnen", 0, "respondenten", 0), 7, "goede vorm"),
        (("bronnen", 1, "handtellingen", 0, "personen"), -1, "heel getal"),
        (("bronnen", 1, "handtellingen", 0, "personen"), 1.5, "heel getal"),
        (("bronnen", 1, "handtellingen", 0, "stellingen"), {}, "goede vorm"),
        (("bronnen", 1, "handtellingen", 0, "stellingen", "u5"), [1], "goede vorm"),
        (("bronnen", 1, "handtellingen", 0, "keuzes", "standaarden", "n"), 0, "klopt niet"),
        (("regels",), {}, "goede vorm"),
        (("regels", "gedeeld_vanaf"), 0, "regel 'gedeeld_vanaf'"),
    ],
)
def test_vijandig_bestand_wordt_geweigerd_met_een_zin(pad, waarde, zin):
    with pytest.raises(VormError, match=zin):
        scan_from_state(altered(pad, waarde), INHOUD)


@pytest.mark.parametrize("staat", [None, [], "x", 7, {}, {"lijst": 1}])
def test_iets_heel_anders(staat):
    with pytest.raises(VormError):
        scan_from_state(staat, INHOUD)


def test_schema_kent_de_stellingen_en_indicatoren_van_nu():
    rij = SCHEMA["$defs"]["bron"]["properties"]["respondenten"]["items"]["pattern"]
    assert f"{{{len(INHOUD.stellingen)}}}" in rij
    assert SCHEMA["$defs"]["scan"]["properties"]["lijst"]["const"] == INHOUD.lijst
    indicatoren = SCHEMA["$defs"]["reeks"]["properties"]["indicator"]["oneOf"][0]["enum"]
    assert indicatoren == list(INHOUD.indicatoren)
