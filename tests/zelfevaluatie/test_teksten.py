"""De inhoud: acht thema's met leesbare stellingen, elk met een bron, en alle codes passen."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from lv_tools.basis.gegevens.datapakket import lees_toml, standaarden
from lv_tools.basis.onderzoek.spreiding import eensgezindheid
from lv_tools.zelfevaluatie import papier

WORTEL = Path(__file__).parents[2]
BOEK = WORTEL / "book"
INHOUD = lees_toml("instrumenten/zelfevaluatie.toml")
THEMAS = {thema["code"]: thema for thema in INHOUD["thema"]}
STELLINGEN = [(t["code"], s) for t in THEMAS.values() for s in t["stelling"]]
ALLEEN = [s for _thema, s in STELLINGEN]
VRAGEN = [v for t in THEMAS.values() for v in t["vraag"]]
CODES = [s["code"] for s in ALLEEN]

#: Namen zoals Caleido ze op de dia toont.
TITELS = {
    "bka1": "BKA1: Visie, ambities en doelen",
    "bka2": "BKA2: Uitvoering en kwaliteitscultuur",
    "bka3": "BKA3: Evaluatie, verantwoording en dialoog",
    "bka-ska": "BKA-SKA: Samenspel bestuur en school/scholen",
    "cyclisch": "Cyclisch werken",
    "structuur-cultuur": "Structuur en cultuur",
    "alignment": "Verbinding en afstemming",
    "rolbewust": "Rolbewust zijn",
}


def zinnen(tekst: str) -> list[str]:
    return [zin for zin in re.split(r"(?<=[.!?])\s+", tekst) if zin]


def teksten(waarde: object, pad: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(waarde, str):
        yield pad, waarde
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from teksten(deel, f"{pad}.{sleutel}")
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from teksten(deel, f"{pad}[{nummer}]")


# --- Vorm ----------------------------------------------------------------------------------


def test_acht_themas_met_de_namen_van_caleido() -> None:
    assert {code: thema["titel"] for code, thema in THEMAS.items()} == TITELS
    namen = {s.code: s.naam for s in standaarden()}
    for code in ("bka1", "bka2", "bka3"):
        assert TITELS[code] == f"{code.upper()}: {namen[code.upper()]}"


@pytest.mark.parametrize("thema", THEMAS.values(), ids=THEMAS)
def test_vijf_tot_acht_stellingen_met_een_kern(thema: dict) -> None:
    assert 5 <= len(thema["stelling"]) <= 8
    assert sum(s.get("kern", False) for s in thema["stelling"]) == 1
    # Een code komt niet terug als haar stelling weg is; de nummers hoeven dus niet aan te sluiten.
    assert all(re.fullmatch(rf"{thema['code']}-\d+", s["code"]) for s in thema["stelling"])
    assert len(thema["kort"]) <= 22
    assert thema["bewijs_vraag"].endswith("?")
    assert thema["opmerking_vraag"].endswith("?")
    assert (BOEK / f"{thema['pagina']}.md").is_file()


def test_codes_teksten_en_korte_namen_zijn_uniek() -> None:
    for veld in ("code", "tekst", "kort", "hoog"):
        telling = Counter(s[veld].casefold() for s in ALLEEN)
        assert [naam for naam, keer in telling.items() if keer > 1] == []
    assert len({v["code"] for v in VRAGEN}) == len(VRAGEN)
    assert len({v["tekst"] for v in VRAGEN}) == len(VRAGEN)


def test_elk_thema_heeft_vragen_bij_elke_uitslag() -> None:
    fasen = {rij["code"] for rij in lees_toml("instrumenten/gespreksprompter.toml")["fase"]}
    for thema in THEMAS.values():
        soorten = {v["bij"] for v in thema["vraag"]}
        assert soorten == {"altijd", "hoog", "laag", "oneens", "onbekend"}
    assert {v["fase"] for v in VRAGEN} == fasen
    assert all(v["tekst"].endswith("?") and len(v["tekst"]) <= 300 for v in VRAGEN)


def test_schaal_rollen_stappen_en_uitkomsten() -> None:
    schaal = INHOUD["schaal"]
    assert schaal["opties"] == ["niet", "enigszins", "voldoende", "(heel) goed"]
    assert len(schaal["uitleg"]) == 4
    for optie, uitleg in zip(schaal["opties"], schaal["uitleg"], strict=True):
        assert uitleg.casefold().startswith(f"{optie}: ")
    rollen = {rij["code"] for rij in INHOUD["rol"]}
    assert {"bestuur", "intern-toezicht", "schoolleiding", "staf"} <= rollen
    assert set(INHOUD["algemeen"]["groepen"]) <= rollen
    assert {rij["code"] for rij in INHOUD["modus"]} == {"naam", "anoniem"}
    soorten = {"sterk-eens", "zwak-eens", "oneens", "onbekend", "rolverschil", "verschoven"}
    assert soorten <= {rij["code"] for rij in INHOUD["uitkomst"]}
    for deel in ("uitkomst", "stap", "modus", "manier", "rol"):
        codes = [rij["code"] for rij in INHOUD[deel]]
        assert len(set(codes)) == len(codes)


# --- Leesbaar ------------------------------------------------------------------------------

ONTKENNING = re.compile(r"\b(niet|nooit|geen|zonder|niemand|nergens|niets|on\w+lijk)\b", re.I)
#: Woordparen die één ding zijn, en dus geen twee gedachten in één stelling.
ALS_EEN = ("Bestuur en school",)


@pytest.mark.parametrize("stelling", ALLEEN, ids=CODES)
def test_stelling_is_een_gedachte_zonder_ontkenning(stelling: dict) -> None:
    tekst = stelling["tekst"]
    assert tekst.endswith(".")
    assert len(zinnen(tekst)) == 1
    assert 5 <= len(tekst.split()) <= 18
    assert not ONTKENNING.search(tekst)
    kaal = tekst
    for paar in ALS_EEN:
        kaal = kaal.replace(paar, "")
    assert not re.search(r"\b(en|of|maar|zodat|waardoor|daarnaast)\b", kaal)
    assert len(stelling["kort"]) <= 45
    assert not stelling["kort"].endswith(".")


@pytest.mark.parametrize("stelling", ALLEEN, ids=CODES)
def test_hoog_antwoord_is_een_voorbeeld_en_geen_herhaling(stelling: dict) -> None:
    hoog = stelling["hoog"]
    assert hoog.endswith(".")
    assert 1 <= len(zinnen(hoog)) <= 2
    gewoon = set(re.findall(r"\w{5,}", stelling["tekst"].casefold()))
    assert not gewoon <= set(re.findall(r"\w{5,}", hoog.casefold()))


def test_zinnen_zijn_kort() -> None:
    te_lang = [
        f"{pad}: {zin}"
        for pad, tekst in teksten(INHOUD)
        for zin in zinnen(tekst)
        if len(zin.split()) > 30
    ]
    assert te_lang == []


def test_toetsen_vangen_een_dubbele_stelling_en_een_ontkenning() -> None:
    slecht = {**ALLEEN[0], "tekst": "Ons bestuur kiest ambities en volgt de resultaten ervan."}
    with pytest.raises(AssertionError):
        test_stelling_is_een_gedachte_zonder_ontkenning(slecht)
    with pytest.raises(AssertionError):
        test_stelling_is_een_gedachte_zonder_ontkenning(
            {**ALLEEN[0], "tekst": "Ons bestuur kiest nooit te veel ambities tegelijk."}
        )


# --- Verwijzingen --------------------------------------------------------------------------

PARAGRAFEN = {
    *(f"par. {nr}" for nr in ("4.1", "4.2", "4.3", "4.4", "4.5", "5.1", "5.2", "5.3")),
    *("h. 1", "tabel 4.3", "bijlage 1.2", "bijlage 2.1", "bijlage 2.2"),
}


def dianamen() -> set[str]:
    """Geef de dia's die de andere pagina's van het boek noemen."""
    namen: set[str] = set()
    for pad in BOEK.rglob("*.md"):
        if "zelfevaluatie" not in pad.name and "_build" not in pad.parts:
            for plaats in re.findall(r"presentatie2025\{([^}]*)\}", pad.read_text("utf-8")):
                namen |= set(re.findall(r"dia ((?:(?! en dia |, dia ).)+)", plaats))
    return namen


DIAS = dianamen()


def bezwaar(bron: str) -> str:
    """Zeg wat er niet klopt aan een verwijzing; leeg als zij klopt."""
    for deel in bron.split("; "):
        kaal = re.sub(r" \([^)]*\)$", "", deel.removeprefix("eigen, bij "))
        soort, _, plaats = kaal.partition(", ")
        if soort == "onderzoek" and plaats in PARAGRAFEN:
            continue
        if soort == "waaier" and re.fullmatch(r"stap [1-6]( en [1-6])?(, tips)?", plaats):
            continue
        if soort == "presentatie" and {
            naam.removeprefix("dia ") for naam in plaats.split(" en dia ")
        } <= (DIAS):
            continue
        if soort == "webpagina" and plaats == "stap 5":
            continue
        if soort == "kader" and plaats in {s.code for s in standaarden()}:
            continue
        if soort == "blog" and not plaats and deel.endswith(")"):
            continue
        return deel
    return ""


def test_elke_verwijzing_bestaat() -> None:
    bronnen = [INHOUD["algemeen"]["waarom_bron"]]
    bronnen += [thema["bron"] for thema in THEMAS.values()]
    bronnen += [stelling["bron"] for stelling in ALLEEN]
    assert [fout for bron in bronnen if (fout := bezwaar(bron))] == []


@pytest.mark.parametrize(
    "bron", ["onderzoek, par. 9.9", "presentatie, dia Verzonnen", "waaier, stap 7", "krant", "blog"]
)
def test_een_verzonnen_verwijzing_valt_op(bron: str) -> None:
    assert bezwaar(bron) == bron


# --- Het voorbeeld en de bladzijden --------------------------------------------------------


def test_voorbeeld_is_compleet_en_klopt_met_de_som_op_de_pagina() -> None:
    kern = {s["code"] for s in ALLEEN if s.get("kern")}
    mensen = INHOUD["voorbeeld"]["respondent"]
    for mens in mensen:
        assert set(mens["antwoorden"]) | set(mens.get("weet_niet", [])) == kern
        assert not set(mens["antwoorden"]) & set(mens.get("weet_niet", []))
        assert set(mens["antwoorden"].values()) <= {1, 2, 3, 4}
    antwoorden = sorted(m["antwoorden"]["bka-ska-1"] for m in mensen)
    assert antwoorden == [1, 1, 2, 2, 3, 3, 4, 4, 4]
    assert antwoorden[4] == 3
    eens = eensgezindheid([antwoorden.count(optie) for optie in (1, 2, 3, 4)])
    assert eens is not None
    pagina = "".join(
        regel
        for cel in json.loads((BOEK / "instrumenten/zelfevaluatie.ipynb").read_text("utf-8"))[
            "cells"
        ]
        for regel in cel["source"]
    )
    assert f"eensgezindheid is {eens:.2f}".replace(".", ",") in pagina
    assert f"'{ALLEEN[CODES.index('bka-ska-1')]['tekst'].rstrip('.')}'" in pagina


def tabellen(html: str) -> list[list[str]]:
    blad = BeautifulSoup(html, "html.parser")
    return [[th.get_text(" ", strip=True) for th in tr.select("th")] for tr in blad.select("tr")]


def test_volledige_lijst_op_papier_heeft_elke_stelling_een_keer() -> None:
    html = papier.toon_volledige_lijst()._repr_html_()
    koppen = [rij[0] for rij in tabellen(html) if len(rij) == 1]
    assert len(koppen) == len(ALLEEN)
    for nummer, (kop, stelling) in enumerate(zip(koppen, ALLEEN, strict=True), 1):
        assert kop.startswith(f"{nummer}. {stelling['tekst']} Een hoog antwoord: ")
    assert html.count(papier.RONDJE) == len(ALLEEN) * 6
    assert html.count("break-before: page") == len(THEMAS)


def test_voorblad_legt_elk_antwoord_uit() -> None:
    blad = BeautifulSoup(papier.toon_volledige_lijst()._repr_html_(), "html.parser")
    begin = [regel.get_text().split(":")[0].casefold() for regel in blad.select("ul")[1]]
    schaal = INHOUD["schaal"]
    assert begin == [*schaal["opties"], schaal["weet_niet"], f"n.v.t. ({schaal['nvt']})"]


def test_korte_lijst_op_papier_heeft_de_kern() -> None:
    html = papier.toon_korte_lijst()._repr_html_()
    koppen = [rij[0] for rij in tabellen(html) if len(rij) == 1]
    kern = [s["tekst"] for s in ALLEEN if s.get("kern")]
    assert koppen == [f"{nummer}. {tekst}" for nummer, tekst in enumerate(kern, 1)]
    assert html.count(papier.RONDJE) == 8 * 6


def test_telblad_en_oordeelblad_noemen_elk_thema() -> None:
    telblad = papier.toon_telblad()._repr_html_()
    oordeel = papier.toon_oordeelblad()._repr_html_()
    for thema in THEMAS.values():
        assert thema["kort"] in telblad
        assert thema["titel"] in oordeel
    rijen = [rij[0] for rij in tabellen(telblad) if len(rij) == 1]
    kern = [s["kort"] for s in ALLEEN if s.get("kern")]
    assert rijen[:8] == [f"{nummer}. {kort}" for nummer, kort in enumerate(kern, 1)]
    assert rijen[8:] == [f"{nummer}. {s['kort']}" for nummer, s in enumerate(ALLEEN, 1)]
    for stap in INHOUD["samen"]["stappen"]:
        assert stap in BeautifulSoup(oordeel, "html.parser").get_text()
