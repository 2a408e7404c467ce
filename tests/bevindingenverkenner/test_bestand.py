"""Wat bewaard is, komt terug: van 0.1.0, van 0.2.0, na een andere uitgave en na schade."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hulpproef import Proef, read_damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from uitgave import uitgave

from lv_tools.bevindingenverkenner.bestand import from_version_1, to_path
from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER
from lv_tools.bevindingenverkenner.teksten import teksten
from lv_tools.bouwdoos.schemas import file_schema
from lv_tools.schermdelen.deel import Deel

BESTANDEN = Path(__file__).parents[1]
WERK_1 = BESTANDEN / "bestanden_0_1_0/bevindingenverkenner-werk.json"
WERK_2 = BESTANDEN / "bestanden_0_2_0/bevindingenverkenner-werk.json"
OVER_2 = BESTANDEN / "bestanden_0_2_0/bevindingenverkenner-werk-over.json"


def proef(tekst: str = "") -> Proef:
    return Proef(VERKENNER, bewaard=tekst)


def geopend(pad: Path) -> Proef:
    uit = proef(pad.read_text("utf-8"))
    assert not [b for b, _ in uit.gestuurd if b.get("naam") == "onleesbaar"]
    assert uit.bewaard() == "", "alleen openen schrijft niets"
    return uit


def opgeslagen(uit: Proef) -> dict[str, Any]:
    """Wijzig iets en geef wat er dan bewaard is."""
    uit.vul("weergave", "plaatsen" if uit.werk.staat.weergave != "plaatsen" else "interventies")
    gegevens: dict[str, Any] = json.loads(uit.bewaard())
    jsonschema.validate(gegevens, file_schema(VERKENNER))
    return gegevens


def losse_teksten(wat: Any) -> set[str]:
    if isinstance(wat, str):
        return {wat} - {""}
    delen = wat.values() if isinstance(wat, dict) else wat if isinstance(wat, list) else ()
    return {tekst for deel in delen for tekst in losse_teksten(deel)}


def in_beeld(uit: Proef) -> str:
    return json.dumps(uit.scherm.to_tree(), ensure_ascii=False)


@pytest.mark.parametrize("pad", [WERK_1, WERK_2, OVER_2], ids=lambda pad: f"{pad.parent.name[-5:]}")
def test_elke_keuze_van_een_vorige_versie_staat_er_nog(pad: Path) -> None:
    uit = geopend(pad)
    assert uit.opstelling.bewaren.melding == ""
    oud = json.loads(pad.read_text("utf-8"))["staat"]
    delen = {naam: waarde for naam, waarde in oud["delen"].items() if waarde not in (None, "", [])}
    for naam, waarde in delen.items():
        weergave = naam.partition("-")[0]
        if weergave in teksten().weergaven:
            uit.vul("weergave", weergave)
        elif naam.startswith("mijn-"):
            uit.vul("weergave", "mijn_afdeling")
        deel = uit.deel(to_path(naam, waarde))
        nu = list(deel.waarde) if isinstance(deel.waarde, tuple) else deel.waarde
        if naam != "weergave":
            assert nu == waarde, naam
    nu = losse_teksten(opgeslagen(uit)["staat"])
    # Een standaardwaarde staat niet in het bestand; hierboven stond zij al op het scherm.
    assert losse_teksten(oud) - nu - {oud["delen"]["weergave"]} <= {"bron"}


def test_de_weergave_van_toen_is_open() -> None:
    assert geopend(WERK_1).deel("weergave").waarde == "uitdagingen"
    assert geopend(WERK_2).deel("weergave").waarde == "kerncijfers"


def test_een_zoektekst_die_niet_te_gebruiken_was_blijft_een_klad() -> None:
    uit = geopend(WERK_2)
    pad = "keuzes/elementen/zoek"
    klad = json.loads(WERK_2.read_text("utf-8"))["staat"]["delen"]["elementen-zoek"]
    assert len(klad) > 10_000
    assert uit.werk.staat.in_view("elementen").zoek == ""
    uit.vul("weergave", "elementen")
    assert uit.deel(pad).waarde == klad
    assert json.loads(uit.bewaard())["staat"]["concept"] == {pad: klad}
    uit.vul(pad, "ouders")
    assert "concept" not in json.loads(uit.bewaard())["staat"]


def test_wat_toen_al_geen_plaats_had_is_te_lezen_en_blijft() -> None:
    uit = geopend(OVER_2)
    beeld = in_beeld(uit)
    assert "Wat geen plaats meer heeft (4 regels)" in beeld
    for zin in (
        "Mijn afdeling: Wat speelt er op uw afdeling?",
        "Interventies bij obstakels: Obstakel",
        "Uitdagingen per standaard: Zoek in de tabel",
        "ouders",
    ):
        assert zin in beeld
    weer = proef(json.dumps(opgeslagen(uit)))
    assert weer.werk.staat.overig == uit.werk.staat.overig


def anders(naam: str, tekst: str) -> str:
    """Een uitgave zonder een belemmering, een volgorde, een zoekveld, een filter en een tabel."""
    if naam == "interventies_bij_obstakels.csv":
        return "".join(r for r in tekst.splitlines(True) if "Personeelstekort" not in r)
    if naam == "bevindingenverkenner.toml":
        tekst = tekst.replace('["hoog", "laag", "bron", "n", "alfabet"]', '["hoog", "laag"]')
        tekst = tekst.replace("zoeken = true\nbegin = { standaard", "begin = { standaard")
        tekst = tekst.replace('filters = ["soort"]', "filters = []")
        begin = tekst.index('[[weergave]]\nid = "kerncijfers"')
        return tekst[:begin] + tekst[tekst.index("[[weergave]]", begin + 5) :]
    return tekst


def test_een_andere_uitgave_houdt_apart_wat_zij_niet_kent_en_zet_de_rest_terug(
    tmp_path: Path,
) -> None:
    nu = json.dumps(opgeslagen(geopend(WERK_2)))
    with uitgave(tmp_path, anders):
        uit = proef(nu)
        beeld = in_beeld(uit)
        assert uit.werk.staat.afdeling.obstakels == ("Verwaarlozing",)
        for tekst in (
            "Personeelstekort",
            "ouders",
            "belemmerend",
            "alfabet",
            "  <b>lezen</b> & taal",
        ):
            assert f'"t": "{tekst}"' in beeld, tekst
        na = opgeslagen(uit)
        kwijt = losse_teksten(json.loads(nu)["staat"]) - losse_teksten(na["staat"])
        assert kwijt <= {"plaatsen", "kerncijfers"}, "alleen welke weergave open was"
        nog_eens = proef(json.dumps(na))
        assert nog_eens.werk.staat == proef(json.dumps(na)).werk.staat
        assert nog_eens.werk.staat.overig == uit.werk.staat.overig


def test_wat_de_pagina_nog_had_onder_een_oude_naam_komt_op_zijn_plaats() -> None:
    uit = proef()
    naloop = {
        "uitdagingen-zoek": "laat getypt",
        "uitdagingen-standaard": None,
        "risico_per_afdeling-standaard": ["OP2"],
        "risico_per_afdeling-vergelijk_b": "Havo",
        "mijn-afdeling": "mavo",
        "weergave": "uitdagingen",
    }
    uit.open(WERK_2.read_text("utf-8"), naloop=naloop)
    staat = uit.werk.staat
    assert staat.weergave == "uitdagingen"
    assert staat.in_view("uitdagingen").zoek == "laat getypt"
    assert staat.in_view("uitdagingen").filters["standaard"][0] == ""
    assert staat.in_view("risico_per_afdeling").filters["standaard"] == ("OP2",)
    assert staat.in_view("risico_per_afdeling").paar == ("Havo", "Havo")
    assert staat.afdeling.soort == "Havo"
    assert [over.waarde for over in staat.overig] == ["mavo"]
    assert uit.bewaard() != ""


@pytest.mark.parametrize("stap", range(0, 7))
def test_een_gewijzigde_byte_wordt_geweigerd_of_goed_gelezen(stap: int) -> None:
    uit = geopend(WERK_2)
    uit.vul("weergave", "elementen")
    uit.vul("keuzes/elementen/zoek", "team\n" + "x" * 500)
    read_damaged(VERKENNER, uit, range(stap, 10_000, 49))


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("weergave", 3),
        ("mijn-afdeling", ["Havo"]),
        ("mijn-standaarden", "OP1"),
        ("uitdagingen-zoek", None),
        ("risico_per_afdeling-standaard", [1]),
        ("plaatsen-volgorde", {}),
    ],
)
def test_onzin_in_een_bestand_zonder_controlegetal_wordt_geweigerd(naam: str, waarde: Any) -> None:
    gegevens = json.loads(WERK_1.read_text("utf-8"))
    gegevens["staat"]["delen"][naam] = waarde
    uit = proef()
    uit.open(json.dumps(gegevens))
    dicht = any(b.get("naam") == "onleesbaar" for b, _ in uit.gestuurd)
    assert dicht or uit.werk.to_data() == geopend(WERK_1).werk.to_data()
    uit.vul("weergave", "plaatsen")
    assert dicht == (uit.bewaard() == "")


def test_een_weergave_die_er_twee_keer_in_staat_wordt_geweigerd() -> None:
    gegevens = json.loads(WERK_1.read_text("utf-8"))
    dubbel = [{"weergave": "plaatsen", "sorteer": "bron"}, {"weergave": "plaatsen"}]
    gegevens |= {"versie": 2, "staat": {"staat": {"keuzes": dubbel}}}
    uit = proef(json.dumps(gegevens))
    (dicht,) = [b for b, _ in uit.gestuurd if b.get("naam") == "onleesbaar"]
    assert "een weergave staat er twee keer in" in dicht["gegevens"]["zin"]


def test_een_pad_dat_niemand_kent_staat_er_zoals_het_is() -> None:
    gegevens = json.loads(WERK_1.read_text("utf-8"))
    vreemd = ["keuzes/x", "keuzes/x/zoek", "afdeling", "keuzes/plaatsen/filters", "oud", ""]
    overig = [{"pad": pad, "waarde": f"waarde {nr}"} for nr, pad in enumerate(vreemd)]
    gegevens |= {"versie": 2, "staat": {"staat": {"overig": overig}}}
    beeld = in_beeld(proef(json.dumps(gegevens)))
    assert all(f"waarde {nr}" in beeld for nr in range(len(vreemd)))


TABELLEN = [blik for blik in teksten().weergave if blik.id != "mijn_afdeling"]
TEKST = st.text(max_size=30)


@st.composite
def handelingen(draw: st.DrawFn) -> tuple[str, str, Any]:
    blik = draw(st.sampled_from(TABELLEN))
    pad = f"keuzes/{blik.id}"
    mogelijk: list[tuple[str, Any]] = [
        (f"{pad}/sorteer", draw(st.sampled_from(blik.sorteringen))),
        *((f"{pad}/zoek", draw(TEKST)) for _ in range(blik.zoeken)),
        *((f"{pad}/vorm", draw(st.sampled_from(blik.vormen))) for _ in blik.vormen[:1]),
        *((f"{pad}/filters/{kolom}", ("kies", draw(st.integers(0, 5)))) for kolom in blik.filters),
    ]
    return (blik.id, *draw(st.sampled_from(mogelijk)))


def _hidden(uit: Proef, deel: Deel) -> bool:
    """Staat dit deel er nu niet? Een uitklapper die dicht is, telt niet als weg."""
    return "is verborgen" in uit.bezwaar(deel)


@settings(deadline=None, max_examples=40)
@given(st.lists(handelingen(), max_size=8))
def test_wat_iemand_ook_kiest_het_bestand_geeft_het_terug(
    lijst: list[tuple[str, str, Any]],
) -> None:
    eerst = proef()
    for weergave, pad, waarde in lijst:
        eerst.vul("weergave", weergave)
        deel = next(d for d in eerst.scherm.walk() if d.naam.startswith(pad))
        if _hidden(eerst, deel):
            continue  # wie twee soorten naast elkaar legt, heeft geen filters of volgorde
        if isinstance(waarde, tuple):
            namen = [naam for naam, _ in deel.opties[: waarde[1]]]
            keuze = namen if deel.soort == "vinkjes" else (namen or [None])[-1]
            eerst.vul(deel.naam, keuze)
        else:
            eerst.vul(pad, waarde)
    tekst = eerst.bewaard()
    if not tekst:
        return
    jsonschema.validate(json.loads(tekst), file_schema(VERKENNER))
    daarna = proef(tekst)
    assert daarna.werk.to_data() == eerst.werk.to_data()
    assert [d.to_tree()["soort"] for d in daarna.scherm.walk() if d.naam] != []


@given(st.dictionaries(TEKST, st.none() | TEKST | st.lists(TEKST, max_size=3), max_size=6))
def test_geen_veld_van_toen_raakt_zoek_bij_het_omzetten(delen: dict[str, Any]) -> None:
    try:
        uit = from_version_1({"delen": delen})
    except (AttributeError, TypeError):
        return  # een vorm die 0.2.0 niet schreef: het bestand blijft dan dicht
    bedoeld = {
        tekst
        for naam, waarde in delen.items()
        for tekst in losse_teksten(waarde)
        if not naam.endswith(("-2", "-zoek")) or isinstance(waarde, str)
    }
    assert bedoeld <= losse_teksten(uit)
