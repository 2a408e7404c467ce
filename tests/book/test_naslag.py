"""De naslag: elk begrip uitgelegd met een bron, en geen versie die achterloopt."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from lv_tools.basis.taal.notatie import datum

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


# --- Eén bron voor versie, datum en wijzigingen ----------------------------------------------

VERWIJZING = yaml.safe_load((WORTEL / "CITATION.cff").read_text(encoding="utf-8"))


def test_colofon_verwijst_zoals_het_bestand_voor_verwijzingen() -> None:
    colofon = (NASLAG / "colofon.md").read_text(encoding="utf-8")
    voorbeeld = re.search(r"^> (.+)$", colofon, re.M)
    assert voorbeeld
    zin = voorbeeld[1].replace("*", "")
    nodig = [auteur["name"] for auteur in VERWIJZING["authors"]]
    nodig += [VERWIJZING["title"], f"versie {VERWIJZING['version']}"]
    nodig.append(f"({VERWIJZING['date-released'].year})")
    assert [deel for deel in nodig if deel not in zin] == []


def test_toegankelijkheid_is_van_deze_versie() -> None:
    tekst = (NASLAG / "toegankelijkheid.md").read_text(encoding="utf-8")
    wanneer = datum(VERWIJZING["date-released"])
    assert f"Zo stond het op {wanneer}, bij versie {VERWIJZING['version']}." in tekst


def test_wijzigingen_op_de_pagina_komen_uit_het_ene_bestand(site: Path) -> None:
    wijzigingen = (WORTEL / "CHANGELOG.md").read_text(encoding="utf-8")
    versies = re.findall(r"^## (.+)$", wijzigingen, re.M)
    assert versies[0].startswith(f"Versie {VERWIJZING['version']} (")
    pagina = BeautifulSoup(
        (site / "naslag" / "wat-is-er-veranderd.html").read_text("utf-8"), "html.parser"
    )
    koppen = [kop.get_text().rstrip("#").strip() for kop in pagina.select("main h2")]
    assert koppen == versies
    punten = [regel for regel in wijzigingen.splitlines() if regel.startswith("- ")]
    assert len(pagina.select("main section section li")) == len(punten)
    # De regels voor de makers, boven de eerste versie, staan niet op de pagina.
    assert "Keep a Changelog" not in pagina.get_text()
