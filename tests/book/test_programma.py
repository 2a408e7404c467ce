"""Een netwerkdag is te geven zoals hij beschreven staat: tijden, groepen, bladen en antwoorden."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import proza
import pytest
from bs4 import BeautifulSoup
from netwerkdag.bladen import VOORAF
from netwerkdag.gegevens import read_day
from netwerkdag.rekenen import clock, timetable

NETWERKDAG = proza.BOEK / "netwerkdag"
PROGRAMMA = (NETWERKDAG / "programma.md").read_text("utf-8")
WERKVORMEN = (NETWERKDAG / "werkvormen.md").read_text("utf-8")
STAP = re.compile(r"^\d+\. .*\((\d+) minuten\)\.?$", re.MULTILINE)


DAG = read_day()


def werkvorm(anker: str) -> str:
    """Geef de tekst van een werkvorm, zonder haar dia."""
    for stuk in re.split(r"^### ", WERKVORMEN, flags=re.MULTILINE)[1:]:
        kop, _, tekst = stuk.partition("\n")
        if re.sub(r"[^a-zé]+", "-", kop.lower()).strip("-") == anker:
            return re.sub(r"^```\{dia\}.*?^```$", "", tekst, flags=re.DOTALL | re.MULTILINE)
    raise AssertionError(f"er is geen werkvorm {anker}")


KOP = re.compile(r"^## [^\n]+: ([\d.]+) tot ([\d.]+) uur\n(.*?)(?=^## )", re.MULTILINE | re.DOTALL)


def dagen() -> dict[str, tuple[str, str, str]]:
    """Geef begin, einde en tekst van elk programma op de bladzijde, bij zijn code."""
    return {
        re.search(r"\{draaiboek\} (\w+)", tekst)[1]: (begin, einde, tekst)
        for begin, einde, tekst in KOP.findall(PROGRAMMA)
    }


def test_elk_programma_staat_op_de_bladzijde_met_zijn_tijden_en_zijn_mensen() -> None:
    assert list(dagen()) == list(DAG.programmas)
    for code, (begin, einde, tekst) in dagen().items():
        programma = DAG.programmas[code]
        assert begin == programma.begin
        assert einde == clock(timetable(programma, DAG)[-1].einde)
        assert f"**Voor:** {programma.van} tot {programma.tot} mensen" in tekst
        assert programma.vraag.lower() in tekst.lower()
        assert f"{{dag-dias}} {code}" in tekst
        assert programma.uitloop.split(". ")[0] in " ".join(tekst.split())


@pytest.mark.parametrize("anker", sorted(DAG.werkvormen))
def test_de_gegevens_van_een_werkvorm_zijn_die_van_de_bladzijde(anker: str) -> None:
    vorm, tekst = DAG.werkvormen[anker], werkvorm(anker)
    assert [int(duur) for duur in STAP.findall(tekst)] == list(vorm.stappen)
    tijd = re.search(r"\*\*Tijd:\*\* (.+)", tekst)[1]
    getallen = [vorm.minuten, *filter(None, (vorm.wissel, vorm.nabespreken))]
    assert [int(getal) for getal in re.findall(r"(?<!stap )\b\d+", tijd)] == getallen
    groep = re.search(r"\*\*Groep:\*\* (?:(\d+) tot (\d+)|elke groep)", tekst)
    assert anker == "maandag" or (int(groep[1]), int(groep[2])) == (vorm.van, vorm.tot)


def test_elke_werkvorm_op_de_bladzijde_is_te_kiezen() -> None:
    koppen = re.findall(r"^### (.+)$", WERKVORMEN, flags=re.MULTILINE)
    assert koppen == [vorm.naam for vorm in DAG.werkvormen.values()]


def test_elke_dia_van_een_programma_bestaat(site: Path) -> None:
    verwijzingen = [vorm.dia for vorm in DAG.werkvormen.values()]
    for programma in DAG.programmas.values():
        verwijzingen += [dia for deel in programma.deel for dia in deel.dias]
    for dia in verwijzingen:
        html = BeautifulSoup((site / f"_dia/{dia.pagina}.html").read_text("utf-8"), "html.parser")
        assert dia.titel in {sectie.get("data-naam") for sectie in html.select("section")}, dia


def test_de_stappen_van_elke_werkvorm_vullen_haar_tijd() -> None:
    gezien = 0
    for stuk in re.split(r"^### ", WERKVORMEN, flags=re.MULTILINE)[1:]:
        if not (tijd := re.search(r"\*\*Tijd:\*\* (\d+)", stuk)):
            continue
        stappen = stuk.split("**Zo gaat het**")[1].split("\n\n**")[0]
        minuten = [int(duur) for duur in re.findall(r"\((\d+) minuten\)", stappen)]
        op_dia = re.findall(r"\((\d+) min\)", stuk)
        assert sum(minuten) == int(tijd[1]) == sum(map(int, op_dia)), stuk.splitlines()[0]
        gezien += 1
    assert gezien == 17


KORT = re.compile(r"\*\*In (\w+) minuten:\*\* (.+?)(?=\n\n|\n\*\*)", re.DOTALL)
#: Een of meer stappen, zo nodig met hun eigen korte tijd: samen, of voor elke stap.
GEKOZEN = re.compile(
    r"stap (\d+(?:(?:, | en )\d+)*)(?:, in tweetallen)?"
    r"(?: (samen in|met) (elk )?(\w+)( minuten elk)?)?"
)
GETALLEN = (
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)
GETAL = {woord: getal for getal, woord in enumerate(GETALLEN, 2)} | {"twintig": 20}


def korte_tijd(tekst: str, stappen: list[int]) -> int:
    """Tel wat de stappen van een korte versie kosten; wat geen stap is, telt niet mee."""
    if over := re.search(r"sla stap (\d+) over", tekst):
        return sum(stappen) - stappen[int(over[1]) - 1]
    som = 0
    for welke, hoe, elk, tijd, erna in GEKOZEN.findall(tekst):
        nummers = [int(nummer) for nummer in re.findall(r"\d+", welke)]
        if hoe:
            som += GETAL[tijd] * (len(nummers) if elk or erna else 1)
        else:
            som += sum(stappen[nummer - 1] for nummer in nummers)
    return som


def test_een_korte_versie_past_in_de_tijd_die_zij_noemt() -> None:
    gezien = 0
    for stuk in re.split(r"^### ", WERKVORMEN, flags=re.MULTILINE)[1:]:
        if "**Zo gaat het**" not in stuk:
            continue
        stappen = [int(duur) for duur in STAP.findall(stuk.split("**Zo gaat het**")[1])]
        for tijd, tekst in KORT.findall(stuk):
            assert korte_tijd(tekst, stappen) <= GETAL[tijd], (stuk.splitlines()[0], tekst)
            gezien += 1
    assert gezien == 17


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("sla stap 2 over.", 27),
        ("alleen stap 1 en 3.", 12),
        ("stap 2 en 3 met vier minuten elk, en stap 4 met vier.", 12),
        ("stap 1, 2 en 3 samen in twaalf minuten, en dan stap 4.", 22),
        ("stelling 1; daarna stap 1 en 2 met elk zes minuten.", 12),
    ],
)
def test_korte_tijd_telt_wat_er_staat(tekst: str, tijd: int) -> None:
    assert korte_tijd(tekst, [3, 8, 9, 10, 5]) == tijd


def test_het_blad_bij_de_tabel_heeft_de_cijfers_van_de_tabel() -> None:
    blad = WERKVORMEN.split("## Blad bij de tabel")[1].split("## Antwoorden")[0]
    rijen_ = [
        [cel.strip() for cel in re.split(r"^ *(?:\* )?- ", rij, flags=re.MULTILINE)[1:]]
        for rij in re.findall(r"^\* - .+\n(?:  - .+\n)+", blad, flags=re.MULTILINE)
    ]
    kop, *regels = rijen_
    with (proza.BOEK.parent / "data/bevindingen/risico_per_afdeling.csv").open() as bestand:
        echt = {
            (r["afdeling"].lower(), r["n"], r["standaard"]): r["percentage"]
            for r in csv.DictReader(bestand)
        }
    gedrukt = {}
    for naam, *waarden in regels:
        afdeling, n = re.fullmatch(r"(.+) \(n = (\d+)\)", naam).groups()
        for code, waarde in zip(kop[1:], waarden, strict=True):
            gedrukt[afdeling, n, code] = waarde
    assert len(gedrukt) == 35
    assert {plek: echt[plek] for plek in gedrukt} == gedrukt


def test_de_antwoorden_staan_niet_op_het_blad_en_niet_op_de_kaart(site: Path) -> None:
    """Wie meedoet, krijgt de vragen; de antwoorden staan apart, voor de leider."""
    antwoord = "Zes van de negen"
    assert antwoord in WERKVORMEN.split("## Antwoorden bij de tabel")[1]
    assert WERKVORMEN.count(antwoord) == 1
    assert antwoord not in (site / "_uitdeel/werkvormkaarten.html").read_text("utf-8")
    dag = BeautifulSoup((site / "_netwerkdag/index.html").read_text("utf-8"), "html.parser")
    met = [blad["id"] for blad in dag.select("template") if antwoord in str(blad)]
    assert met == ["blad-tabel-antwoorden"]
    assert "Hoeveel afdelingen zijn dat?" in str(dag.select_one("#blad-tabelblad"))


def test_elk_blad_van_de_paklijst_zit_in_de_printmap(site: Path) -> None:
    """Wat van het aantal mensen afhangt, maakt het script; al het andere heeft een sjabloon."""
    html = (site / "_netwerkdag/index.html").read_text("utf-8")
    bladen = set(re.findall(r'<template id="blad-([^"]+)">', html))
    van_script = {"voorblad", "draaiboek", "paklijst", "ruimtebord", "deelnemersprogramma"}
    nodig = {code for code, stuk in DAG.materiaal.items() if stuk.soort == "blad"} - van_script
    per_werkvorm, per_set = {"tafelkaart", "werkvormkaart"}, {"gesprekskaarten"}
    nodig = nodig - per_werkvorm - per_set
    nodig |= {f"{code}--{anker}" for code in per_werkvorm for anker in DAG.werkvormen}
    nodig |= {f"{code}--{naam}" for code in per_set for naam in DAG.sets}
    assert bladen == nodig | set(VOORAF)


@pytest.mark.parametrize("anker", sorted(DAG.werkvormen))
def test_een_kaart_voor_op_tafel_zegt_van_wie_zij_is(anker: str, site: Path) -> None:
    """Wie de kaart in handen heeft, heeft het boek er niet bij."""
    dag = BeautifulSoup((site / "_netwerkdag/index.html").read_text("utf-8"), "html.parser")
    kaart = str(dag.select_one(f"#blad-tafelkaart--{anker}"))
    assert 'class="tr-cit"' in kaart or 'class="tr-eigen"' in kaart or "Van ons." in kaart
