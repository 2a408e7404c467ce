"""Wat als feit uit een bron klinkt, draagt een verwijzing of zegt dat het van ons is.

Wat een bewering is en wanneer zij gedekt is, staat in ``beweringen.py``. Vindt de toets er een,
voeg dan de verwijzing toe (document en plaats), of schrijf op dat het van ons is.
"""

from __future__ import annotations

from pathlib import Path

import pytest

HIER = Path(__file__).parent

import beweringen as bw  # noqa: E402 - eerst het pad naar de hulpmodules

BLOKKEN = list(bw.van_boek())
PAGINAS = sorted({blok.pagina for blok in BLOKKEN})


@pytest.mark.parametrize("pagina", PAGINAS)
def test_elke_bewering_noemt_haar_bron(pagina: str) -> None:
    zonder = [
        f"regel {blok.regel}: {zin}"
        for blok in BLOKKEN
        if blok.pagina == pagina
        for zin in blok.beweringen
    ]
    assert not zonder, "\n".join(zonder)


def test_elke_bladzijde_noemt_bronnen() -> None:
    """De zeef leest echt: elke bladzijde heeft blokken met een verwijzing."""
    assert len(PAGINAS) > 35
    met = {blok.pagina for blok in BLOKKEN if bw.VERWIJZING.search(blok.tekst)}
    # Teksten om over te nemen, met puntjes om in te vullen: die steunen op geen bron.
    assert met == set(PAGINAS) - {"netwerkdag/teksten.md"}


# --- De toets zelf -------------------------------------------------------------------------

BEWERING = "Op 37% van de afdelingen speelde dat mee."


def gevonden(tekst: str) -> list[str]:
    return [zin for blok in bw.blokken(Path("x.md"), tekst) for zin in blok.beweringen]


@pytest.mark.parametrize(
    "zin",
    [
        BEWERING,
        "Bij SKA1 gold dat voor 32 afdelingen.",
        "Van de trajecten hadden er 44 van de 55 coaching.",
        "Sinds 2021 is dat anders.",
        "De onderzoekers raden een gesprek aan.",
        "Dat helpt, volgens de waaier.",
        "Scholen vonden dat prettig.",
        "De meeste besturen spreken hun scholen te weinig.",
    ],
)
def test_een_feit_zonder_bron_wordt_gevonden(zin: str) -> None:
    assert gevonden(f"# Kop\n\nEen gewone zin.\n\n{zin}\n") == [zin]
    assert gevonden(f"# Kop\n\n- Een punt.\n- {zin}\n") == [zin]


@pytest.mark.parametrize(
    "tekst",
    [
        f"{BEWERING[:-1]} {{cite:p}}`onderzoek2025{{par. 4.2}}`.",
        f"{BEWERING} Zo tellen anderen {{cite:p}}`onderzoek2025{{par. 4.2}}`.",
        f"Drie punten {{cite:p}}`onderzoek2025{{par. 4.2}}`.\n\n- {BEWERING}\n- En nog iets.",
        f"```{{list-table}} Risico's (onderzoek, tabel 4.2)\n* - {BEWERING}\n```",
        f"De getallen hieronder zijn van ons.\n\n- {BEWERING}",
        "Wij kozen voor 37%, als begin.",
        "Wat doet u als 37% van de afdelingen dat vindt?",
        "De waaier noemt geen getal.",
        "Vraag drie scholen wat zij doen.",
        "Stuur stukken na als de Inspectie erom vraagt.",
        f"## Verder\n\n- {BEWERING}",
        "Kijk bij [wat scholen vonden in 2024](x.md).",
    ],
)
def test_wat_een_bron_heeft_of_geen_feit_is_mag(tekst: str) -> None:
    assert gevonden(f"# Kop\n\n{tekst}\n") == []


def test_een_verwijzing_dekt_alleen_haar_eigen_punt() -> None:
    lijst = f"- Iets {{cite:p}}`blog`.\n- {BEWERING}"
    assert gevonden(f"# Kop\n\n{lijst}\n") == [BEWERING]


def test_een_dia_is_een_geheel_en_dekt_de_tekst_eronder_niet() -> None:
    dia = f"```{{dia}} Titel\n- {BEWERING}\n\nBron {{cite:p}}`blog`.\n```\n"
    assert gevonden(f"# Kop\n\n{dia}\n- {BEWERING}\n") == [BEWERING]


def test_een_verwijzing_onder_een_andere_kop_dekt_niet() -> None:
    tekst = f"# Kop\n\nIets {{cite:p}}`blog`.\n\n## Nog een\n\n- {BEWERING}\n"
    assert gevonden(tekst) == [BEWERING]
