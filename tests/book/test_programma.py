"""Een netwerkdag is te geven zoals hij beschreven staat: tijden, groepen, bladen en antwoorden."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import proza
import pytest

NETWERKDAG = proza.BOEK / "netwerkdag"
PROGRAMMA = (NETWERKDAG / "programma.md").read_text("utf-8")
WERKVORMEN = (NETWERKDAG / "werkvormen.md").read_text("utf-8")
RIJ = re.compile(r"^\| (\d+)\.(\d\d) \| (.+?)(?: \((\d+)\))? \| (.*) \|$", re.MULTILINE)
TIJD_OP_DIA = re.compile(r"^- (\d+\.\d\d) ", re.MULTILINE)
ANKER = re.compile(r"werkvormen\.md#([\w-]+)\)")
STAP = re.compile(r"^\d+\. .*\((\d+) minuten\)\.?$", re.MULTILINE)


@dataclass(frozen=True)
class Onderdeel:
    """Een rij van het draaiboek."""

    begin: int
    wat: str
    minuten: int


def dagen() -> dict[str, str]:
    """Geef de tekst van elk programma, bij zijn kop."""
    delen = re.split(r"^## (.+)$", PROGRAMMA, flags=re.MULTILINE)[1:]
    return {kop: tekst for kop, tekst in zip(delen[::2], delen[1::2], strict=True) if "uur" in kop}


def rijen(tekst: str) -> list[Onderdeel]:
    return [
        Onderdeel(int(uur) * 60 + int(minuut), wat, int(duur or 0))
        for uur, minuut, wat, duur, _ in RIJ.findall(tekst)
    ]


def werkvorm(anker: str) -> str:
    """Geef de tekst van een werkvorm, zonder haar dia."""
    for stuk in re.split(r"^### ", WERKVORMEN, flags=re.MULTILINE)[1:]:
        kop, _, tekst = stuk.partition("\n")
        if re.sub(r"[^a-z]+", "-", kop.lower()).strip("-") == anker:
            return re.sub(r"^```\{dia\}.*?^```$", "", tekst, flags=re.DOTALL | re.MULTILINE)
    raise AssertionError(f"er is geen werkvorm {anker}")


DAGEN = dagen()


def test_er_zijn_twee_programmas() -> None:
    assert len(DAGEN) == 2
    assert all(len(rijen(tekst)) > 10 for tekst in DAGEN.values())


@pytest.mark.parametrize("kop", DAGEN)
def test_de_minuten_sluiten_op_elkaar_aan(kop: str) -> None:
    onderdelen = rijen(DAGEN[kop])
    for een, ander in pairwise(onderdelen):
        assert een.begin + een.minuten == ander.begin, f"{een} en dan {ander}"
    assert re.search(r"tot ([\d.]+) uur", kop)[1] == _klok(onderdelen[-1].begin)


def _klok(minuten: int) -> str:
    return f"{minuten // 60}.{minuten % 60:02}"


@pytest.mark.parametrize("kop", DAGEN)
def test_de_tijden_op_de_dia_zijn_die_van_het_draaiboek(kop: str) -> None:
    op_dia = set(TIJD_OP_DIA.findall(DAGEN[kop]))
    assert len(op_dia) > 5
    assert op_dia <= {_klok(onderdeel.begin) for onderdeel in rijen(DAGEN[kop])}


@pytest.mark.parametrize("kop", DAGEN)
def test_elke_werkvorm_krijgt_haar_tijd_en_past_bij_de_groep(kop: str) -> None:
    laagst, hoogst = map(int, re.search(r"Voor:\*\* (\d+) tot (\d+) mensen", DAGEN[kop]).groups())
    duren: dict[str, int] = {}
    for onderdeel in rijen(DAGEN[kop]):
        ankers = ANKER.findall(onderdeel.wat)
        for anker in ankers:
            duren[anker] = duren.get(anker, 0) + onderdeel.minuten
            groep = re.search(r"\*\*Groep:\*\* (?:(\d+) tot (\d+)|elke groep)", werkvorm(anker))
            # Kiest ieder één van meer rondes, dan deelt de zaal zich op.
            if groep[2]:
                assert int(groep[2]) >= hoogst / len(ankers), anker
                assert int(groep[1]) <= laagst, anker
    assert len(duren) >= 5
    for anker, minuten in duren.items():
        assert int(re.search(r"\*\*Tijd:\*\* (\d+)", werkvorm(anker))[1]) == minuten, anker


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
    assert gezien == 15


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
    assert gezien == 15


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
