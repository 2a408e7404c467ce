"""Een cijfer uit het onderzoek staat in de tekst en op dia's zoals in de gegevens, met zijn groep.

Een percentage moet voorkomen op de plaats waar de zin naar verwijst, of volgen uit een breuk die
ernaast staat. Een aantal met een percentage hoort bij één rij van bijlage 2.1, en een n bij de
groep die daar uitkomt. Bij elk percentage staat over welke groep het gaat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.controle.noemer import noemers

HIER = Path(__file__).parent

import beweringen as bw  # noqa: E402 - eerst het pad naar de hulpmodules
import proza  # noqa: E402 - idem

PERCENTAGE = re.compile(r"(\d+(?:,\d+)?)\s?%")
BREUK = re.compile(r"(\d+) van (?:de |alle )*(\d+)")
RIJ = re.compile(r"(\d+) afdelingen(?: een uitdaging)?[ ,(]+(\d+)\s?%")
N = re.compile(r"\bn\s=\s(\d+)(?:, (\d+) en (\d+))?")
PLAATS = re.compile(r"onderzoek2025\{([^}]*)\}")
GROEP = re.compile(
    r"afdeling|vmbo|havo|vwo|traject|scholen|besturen|\bn\s=\s|\bgroep|van de gevallen|\bintake\b",
    re.IGNORECASE,
)
TELWOORD = {"zes": "6", "negen": "9", "twaalf": "12", "dertien": "13"}
#: Zo zegt een bladzijde dat de groep van de intake en die van bijlage 2.1 verschillen.
ANDERE_GROEP = re.compile(
    r"andere groep|niet dezelfde|niet de groep|in plaats van \d", re.IGNORECASE
)
UITDAGINGEN = "bijlage 2.1"


@cache
def percentages(plaats: str) -> frozenset[str]:
    """Geef de percentages die de gegevens op een plaats in het onderzoek hebben."""
    if plaats == "tabel 4.2":
        gevonden = [rij["percentage"] for rij in lees("risico_per_afdeling").rijen]
    elif plaats == UITDAGINGEN:
        gevonden = [rij["percentage"] for rij in lees("uitdagingen").rijen]
    elif plaats == "bijlage 2.2":
        gevonden = [rij["percentage"] for rij in lees("interventies_bij_obstakels").rijen]
    elif plaats in {"par. 4.1", "par. 4.2"}:
        kolommen = ("intake",) if plaats == "par. 4.1" else ("intake", "begeleiding")
        gevonden = [rij[k] for rij in lees("intake_en_begeleiding").rijen for k in kolommen]
    else:
        gevonden = []
    kern = [
        rij["waarde"]
        for rij in lees("kerncijfers").rijen
        if rij["eenheid"] == "procent" and str(rij["bron"]).startswith(f"onderzoek, {plaats}")
    ]
    return frozenset(f"{float(str(w)):g}" for w in [*gevonden, *kern] if w is not None)


def plaatsen(tekst: str) -> list[str]:
    """Geef de plaatsen waar een tekst naar verwijst; 'par. 4.1 en 4.2' zijn er twee."""
    gevonden: list[str] = []
    for wijs in PLAATS.findall(tekst):
        soort = ""
        for deel in re.split(r",\s|\sen\s", wijs):
            soort = deel.split(" ")[0] if " " in deel else soort
            gevonden.append(deel if " " in deel else f"{soort} {deel}")
    return gevonden


def zonder_groep(blokken: Sequence[bw.Blok]) -> list[int]:
    """Geef de regels waar een percentage staat zonder te zeggen over welke groep het gaat.

    Een lijst noemt haar groep één keer: erin, of in de alinea ervoor of erna.
    """
    gevonden = []
    for blok, erna in zip(blokken, [*blokken[1:], None], strict=True):
        om = [blok.tekst]
        if bw.LIJSTPUNT.match(blok.tekst):
            om += [blok.vorige, erna.tekst if erna and erna.kop == blok.kop else ""]
        kaal = " ".join(proza.kaal(regel) for regel in "\n".join(om).splitlines())
        if list(delen(blok)) and PERCENTAGE.search(blok.tekst) and not GROEP.search(kaal):
            gevonden.append(blok.regel)
    return gevonden


def delen(blok: bw.Blok) -> Iterator[tuple[str, list[str]]]:
    """Geef elke alinea, elk punt van een lijst en elke dia, met de plaatsen waar die op rust."""
    for deel in blok.delen:
        kaal = " ".join(proza.kaal(regel) for regel in deel.splitlines())
        waar = plaatsen(deel) or (plaatsen(blok.vorige) if bw.LIJSTPUNT.match(blok.tekst) else [])
        if waar:
            yield kaal, waar


def gerekend(tekst: str) -> set[str]:
    """Geef de percentages die volgen uit de breuken in een tekst."""
    for woord, cijfer in TELWOORD.items():
        tekst = re.sub(rf"\b{woord}\b", cijfer, tekst, flags=re.IGNORECASE)
    return {f"{100 * int(a) / int(b):.0f}" for a, b in BREUK.findall(tekst) if int(b)}


def fouten(kaal: str, waar: list[str]) -> list[str]:
    """Geef wat er in een deel niet klopt met de gegevens."""
    bekend = set().union(*(percentages(plaats) for plaats in waar)) | gerekend(kaal)
    fout = [
        f"{p}% staat niet in de gegevens bij {' of '.join(waar)}"
        for p in PERCENTAGE.findall(kaal)
        if p.replace(",", ".") not in bekend
        and str(100 - int(float(p.replace(",", ".")))) not in bekend
    ]
    if UITDAGINGEN in waar:
        rijen = {(str(r["aantal"]), str(r["percentage"])) for r in lees("uitdagingen").rijen}
        fout += [
            f"{a} afdelingen, {p}%: geen rij" for a, p in RIJ.findall(kaal) if (a, p) not in rijen
        ]
        codes = set(re.findall(r"\b(?:OP|VS|OR|SKA)\d\b", kaal)) & set(noemers())
        gevonden = N.findall(kaal)
        goed = {
            str(n)
            for c in (codes if len(gevonden) == 1 and codes else noemers())
            for n in noemers()[c]
        }
        for groepen in gevonden:
            fout += [f"n = {n} is geen groep van {codes}" for n in groepen if n and n not in goed]
    return fout


BLOKKEN = list(bw.van_boek())
PAGINAS = sorted({blok.pagina for blok in BLOKKEN if PLAATS.search(blok.tekst)})


@pytest.mark.parametrize("pagina", PAGINAS)
def test_cijfer_staat_zo_in_de_gegevens_en_noemt_zijn_groep(pagina: str) -> None:
    gevonden = [
        f"regel {blok.regel}: {fout} in {kaal!r}"
        for blok in BLOKKEN
        if blok.pagina == pagina
        for kaal, waar in delen(blok)
        for fout in fouten(kaal, waar)
    ]
    gevonden += [
        f"regel {regel}: een percentage zonder groep"
        for regel in zonder_groep([blok for blok in BLOKKEN if blok.pagina == pagina])
    ]
    assert not gevonden, "\n".join(gevonden)


@pytest.mark.parametrize("pagina", PAGINAS)
def test_bladzijde_met_bijlage_2_1_noemt_de_andere_groep(pagina: str) -> None:
    """Die groep en die van de intake heten allebei 'afdelingen met een risico', en verschillen."""
    eigen = [blok for blok in BLOKKEN if blok.pagina == pagina]
    cijfers = [
        kaal
        for blok in eigen
        for kaal, waar in delen(blok)
        if UITDAGINGEN in waar and (PERCENTAGE.search(kaal) or N.search(kaal))
    ]
    assert not cijfers or any(ANDERE_GROEP.search(blok.tekst) for blok in eigen), cijfers


# --- De toets zelf -------------------------------------------------------------------------


def deel(zin: str, plaats: str) -> list[str]:
    blokken = bw.blokken(Path("x.md"), f"# Kop\n\n{zin} {{cite:p}}`onderzoek2025{{{plaats}}}`.\n")
    return [fout for blok in blokken for kaal, waar in delen(blok) for fout in fouten(kaal, waar)]


@pytest.mark.parametrize(
    ("zin", "plaats"),
    [
        ("Bij 57% van de afdelingen wisselde de leiding", "par. 4.2"),
        ("Sturen op doelen: 28 afdelingen (82%)", "bijlage 2.1"),
        ("Bij SKA1 zijn het 27 afdelingen (82%, n = 39)", "bijlage 2.1"),
        ("Dat zijn 89 van de 145 afdelingen, dus 60%", "tabel 4.2"),
    ],
)
def test_een_verkeerd_cijfer_wordt_gevonden(zin: str, plaats: str) -> None:
    assert len(deel(zin, plaats)) == 1


@pytest.mark.parametrize(
    ("tekst", "zonder"),
    [
        ("SKA2 staat bovenaan met 56% {}.", True),
        ("SKA2 staat bovenaan met 56% van de afdelingen {}.", False),
        ("Dit telt het rapport {}:\n\n- SKA2: 56%;\n- SKA1: 50%.", True),
        ("Dit telt het rapport bij de afdelingen {}:\n\n- SKA2: 56%;\n- SKA1: 50%.", False),
        ("Dit telt het rapport {}:\n\n- SKA2: 56%;\n- SKA1: 50%.\n\nHier past n = 33.", False),
    ],
)
def test_een_percentage_noemt_zijn_groep(tekst: str, zonder: bool) -> None:
    tekst = f"# Kop\n\n{tekst.format('{cite:p}`onderzoek2025{par. 4.1}`')}\n"
    assert bool(zonder_groep(list(bw.blokken(Path("x.md"), tekst)))) is zonder


@pytest.mark.parametrize(
    ("zin", "plaats"),
    [
        ("Bij 75% van de afdelingen speelde dat", "par. 4.2"),
        ("In 40% van de trajecten, en de andere 60% korter of langer", "par. 4.3"),
        ("Bij SKA1 zijn het 27 afdelingen (82%, n = 33)", "bijlage 2.1"),
        ("Dat zijn 89 van de 145 afdelingen, dus 61%", "tabel 4.2"),
        ("Bij de intake 56%, in de begeleiding 68% van de afdelingen", "par. 4.1 en 4.2"),
    ],
)
def test_een_goed_cijfer_mag(zin: str, plaats: str) -> None:
    assert deel(zin, plaats) == []


def test_plaatsen_splitst_een_verwijzing_met_meer_plaatsen() -> None:
    wijs = (
        "{cite:p}`onderzoek2025{par. 4.1 en 4.2}` {cite:p}`onderzoek2025{tabel 4.2 en bijlage 2.2}`"
    )
    assert plaatsen(wijs) == ["par. 4.1", "par. 4.2", "tabel 4.2", "bijlage 2.2"]
