"""De naslag: elk begrip uitgelegd met een bron, en geen versie die achterloopt."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
NASLAG = WORTEL / "book" / "naslag"

# Deze woorden mogen hoofdstukken als begrip gebruiken; ze horen altijd in de lijst te staan.
BEGRIPPEN = """
afdeling; alignment; attendering; BKA; bestuur; bevoegd gezag; borging; Caleido; critical friend;
cyclisch werken; examencijfers; bovenbouwsucces; onderbouwsnelheid; onderwijspositie;
Fréchet-grenzen; GRIM-toets; herstelopdracht; hefboom; intern toezicht; interventie; kijkwijzer;
kwaliteitscultuur; kwaliteitskalender; kwaliteitsmedewerker; kwaliteitszorg; lesbezoek;
ManagementVenster; midterm review; norm; obstakel; onderwijsresultatenmodel; onderzoekskader;
PDCA-cyclus; PTA; review; risicoafdeling; schoolleiding; SKA; SMART; standaard;
stelsel van kwaliteitszorg; streefdoel; teamleider; traject; tussendoel; uitdaging; urgentie;
vaksectie; Vensters; verbeterplan; waarschuwing; Wilson-interval
"""


def begrippen() -> dict[str, str]:
    """Geef elk begrip met zijn uitleg; namen die bij elkaar staan delen de uitleg."""
    tekst = (NASLAG / "begrippen.md").read_text(encoding="utf-8")
    blok = re.search(r"```\{glossary\}\n(?::\w+:[^\n]*\n)*\n(.*?)```", tekst, re.S)
    assert blok
    gevonden: dict[str, str] = {}
    for deel in blok[1].strip().split("\n\n"):
        regels = deel.splitlines()
        uitleg = "\n".join(regel.strip() for regel in regels if regel.startswith(" "))
        gevonden |= {regel: uitleg for regel in regels if not regel.startswith(" ")}
    return gevonden


UITLEG = begrippen()


def test_alle_afgesproken_begrippen_staan_erin() -> None:
    nodig = {re.sub(r"\s+", " ", naam).strip() for naam in BEGRIPPEN.split(";")}
    assert nodig - set(UITLEG) == set()


@pytest.mark.parametrize("naam", UITLEG)
def test_begrip_heeft_korte_uitleg_met_bron(naam: str) -> None:
    uitleg = UITLEG[naam]
    assert "{cite:p}`" in uitleg
    assert 1 <= len(uitleg.splitlines()) <= 3


def test_begrip_verwijst_alleen_naar_bestaande_andere_begrippen() -> None:
    for naam, uitleg in UITLEG.items():
        for ander in re.findall(r"\{term\}`([^`]+)`", uitleg):
            assert ander in UITLEG, f"{naam} verwijst naar {ander}"
            assert UITLEG[ander] != uitleg, f"{naam} verwijst naar zichzelf"


def test_colofon_noemt_de_versie_van_het_pakket() -> None:
    pakket = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))
    colofon = (NASLAG / "colofon.md").read_text(encoding="utf-8")
    genoemd = set(re.findall(r"versie (\d+\.\d+\.\d+)", colofon))
    assert genoemd == {pakket["project"]["version"]}
