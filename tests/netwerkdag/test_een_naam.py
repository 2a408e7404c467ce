"""Een stap of ingrediënt heet overal hetzelfde: in het hulpmiddel, op kaarten en in de tekening."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lv_tools.basis.gegevens.datapakket import lees_toml

BOEK = Path(__file__).parents[2] / "book" / "netwerkdag"
STAPPEN: dict[str, str] = dict(lees_toml("instrumenten/inspectiebezoek.toml")["stapnaam"])
BLADEN = lees_toml("netwerkdag/bladen.toml")


def small(tekst: str) -> str:
    """Zonder hoofdletter en punt, zoals een naam in een rij staat."""
    kaal = tekst.strip().rstrip(".")
    return kaal[:1].lower() + kaal[1:]


def numbered(regels: list[str]) -> dict[str, str]:
    """Lees ‘3. Leg gegevens …’ of ‘3: leg gegevens …’ als nummer en naam."""
    paren = [re.fullmatch(r"(\d+)[.:]\s*(.+)", regel) for regel in regels]
    return {paar[1]: small(paar[2]) for paar in paren if paar}


def drawing(naam: str) -> Any:
    return lees_toml(f"tekeningen/{naam}.toml")


NAMEN = {nr: small(naam) for nr, naam in STAPPEN.items()}


def test_er_zijn_tien_stappen() -> None:
    assert list(STAPPEN) == [str(nr) for nr in range(1, 11)]


def test_de_kaarten_en_hun_stapels_noemen_de_stappen_zoals_het_hulpmiddel() -> None:
    kaarten = {k for k in BLADEN["stapkaarten"]["kaart"] if not k.startswith("**")}
    assert kaarten == set(STAPPEN.values())
    stapels = BLADEN["stappen-antwoorden"]["stapel"]
    assert numbered([regel for s in stapels for regel in s["stappen"]]) == NAMEN


def test_de_tekening_en_haar_woorden_noemen_de_stappen_zoals_het_hulpmiddel() -> None:
    blad = drawing("tien-stappen")
    getekend = [s for fase in blad["fasen"] for s in fase["stappen"]] + blad["altijd"]
    assert {s["nr"]: small(s["wat"]) for s in getekend} == NAMEN
    assert numbered(re.findall(r"^- (\d+: .+)$", blad["woorden"], re.M)) == NAMEN


@pytest.mark.parametrize("vorm", [r"^- \*\*(\d+)\.\*\* (.+)$", r"^\*\*(\d+)\. (.+)\*\*$"])
def test_de_bladzijde_noemt_de_stappen_zoals_het_hulpmiddel(vorm: str) -> None:
    tekst = (BOEK / "inspectiebezoek.md").read_text("utf-8")
    gevonden = {nr: small(naam) for nr, naam in re.findall(vorm, tekst, re.M)}
    assert gevonden == NAMEN


def test_kaarten_tekening_en_bladzijde_noemen_de_ingredienten_gelijk() -> None:
    kaarten = BLADEN["ingredientkaarten"]["kaart"]
    blad = drawing("ingredienten")
    assert [plek["naam"] for plek in blad["plekken"]] == kaarten
    rij = {str(nr): small(naam) for nr, naam in enumerate(kaarten, 1)}
    assert numbered(blad["woorden"].splitlines()) == rij
    tekst = (BOEK / "ingredienten.md").read_text("utf-8")
    assert numbered(re.findall(r"^\d\. .+$", tekst, re.M)[: len(kaarten)]) == rij
