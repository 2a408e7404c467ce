"""Wat hetzelfde is, heet overal hetzelfde; en een mens is geen hij.

De zes tafels heten zoals in de gespreksprompter, een obstakel heet obstakel, en wat hulpmiddelen
elkaar geven staat er zoals zij het doen.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import ernaast
import proza
import pytest

WORTEL = Path(__file__).parents[2]
INSTRUMENTEN = WORTEL / "data" / "instrumenten"
PAGINAS = [pad for pad in proza.bladzijden() if pad.suffix == ".md"]
NAMEN = [pad.relative_to(proza.BOEK).as_posix() for pad in PAGINAS]

# --- De zes tafels -------------------------------------------------------------------------

#: Andere namen voor een van de zes tafels, die lezers voor een zevende houden.
ANDERS = re.compile(
    r"\bstaf onderling, van school|\bstafcollega's van school en bestuur"
    r"|\bbestuur met (?:rector of directeur|rectoren en directeuren)"
    r"|\bteam kwaliteit(?:`|>`)* (?:van de scholen\b|bovenschools)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("pad", PAGINAS, ids=NAMEN)
def test_een_tafel_heeft_een_naam(pad: Path) -> None:
    assert ANDERS.findall(pad.read_text("utf-8")) == []


def test_de_tafels_in_de_tekeningen_heten_zoals_in_de_gespreksprompter() -> None:
    prompter = tomllib.loads((INSTRUMENTEN / "gespreksprompter.toml").read_text("utf-8"))
    namen = [tafel["naam"] for tafel in prompter["tafel"]]
    getekend = [tafel["wie"] for tafel in ernaast.tekening("zes-tafels")["tafels"]]
    assert len(getekend) == 6
    assert set(getekend) <= set(namen)
    for stuk in ernaast.teksten():
        assert not ANDERS.search(stuk.tekst), stuk.plek


# --- Mensen --------------------------------------------------------------------------------

MENS = (
    r"wie|ieder(?:een)?|iemand|docent|leerling|ouder|collega|medewerker|teamleider|schoolleider"
    r"|rector|directeur|bestuurder|adviseur|trainer|spreker|vrager|kwaliteitsmedewerker"
)
HIJ = re.compile(rf"\b(?:{MENS})\b[^.?!:;]*?\b(?:hij|hem)\b|\b(?:{MENS}) \w+ zijn eigen\b", re.I)


@pytest.mark.parametrize("pad", PAGINAS, ids=NAMEN)
def test_een_mens_is_geen_hij(pad: Path) -> None:
    assert [z.tekst for z in proza.zinnen(pad) if HIJ.search(z.tekst)] == []


def test_ook_ernaast_is_een_mens_geen_hij() -> None:
    assert [s.plek for s in ernaast.teksten() if HIJ.search(s.tekst)] == []


# --- Obstakels -----------------------------------------------------------------------------


def test_een_obstakel_heet_in_de_verkenner_geen_belemmering() -> None:
    """Belemmerende elementen (tabel 4.3) zijn iets anders dan obstakels (bijlage 2.2)."""
    verkenner = [s for s in ernaast.teksten() if s.plek.startswith("bevindingenverkenner.toml")]
    assert verkenner
    assert [s.plek for s in verkenner if re.search(r"\bbelemmering", s.tekst)] == []


# --- Van het een naar het ander ------------------------------------------------------------

#: Zo heet op de bladzijde wat een hulpmiddel geeft.
STUK = {
    "signaal": r"signalen",
    "verbeterpunt": r"verbeterpunten|wat beter moet",
    "doel": r"doelen",
    "actie": r"acties",
    "moment": r"momenten",
    "gespreksvraag": r"vragen",
    "bewijs": r"bewijs",
}
#: De kalender geeft dagen aan agenda's en andere kalenders; dat staat op haar eigen bladzijde.
EIGEN_BLADZIJDE = {"kwaliteitskalender"}


def punten() -> dict[str, str]:
    """Geef per hulpmiddel het punt op de bladzijde dat over het doorgeven gaat."""
    tekst = (proza.BOEK / "instrumenten" / "index.md").read_text("utf-8")
    deel = tekst.split("## Van het een naar het ander")[1].split("\n## ")[0]
    uit = {}
    for punt in re.findall(r"^- \*\*[^*]+\*\* (.+)$", deel, re.MULTILINE):
        eerste = re.search(r"\bDe risicoscan\b|\bHet verbeterplan\b|\((\w+)\.ipynb\)", punt)
        assert eerste, punt
        uit[eerste[1] or eerste[0].split()[-1]] = punt
    return uit


@pytest.mark.parametrize(
    "deur",
    json.loads((INSTRUMENTEN / "deuren.json").read_text("utf-8"))["deuren"],
    ids=lambda deur: deur["naam"],
)
def test_de_bladzijde_noemt_alles_wat_een_hulpmiddel_geeft(deur: dict[str, list[str]]) -> None:
    geeft = deur.get("geeft", [])
    if not geeft or deur["naam"] in EIGEN_BLADZIJDE:
        return
    punt = punten()[str(deur["naam"])]
    assert [stuk for stuk in geeft if not re.search(STUK[stuk], punt)] == []
    if "gespreksvraag" in geeft:
        assert deur["naam"] in punten()["gespreksprompter"].lower()


# --- De toets zelf -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "zin",
    [
        "Wie een besluit wil, weet bij wie hij moet zijn.",
        "Vraag een leerling wat hij ervan merkt.",
        "De schoolleider laat zijn eigen overleg beoordelen.",
    ],
)
def test_de_zeef_ziet_een_mens(zin: str) -> None:
    assert HIJ.search(zin)


@pytest.mark.parametrize(
    "zin", ["Vul hem eerst alleen in.", "De urgentiemeter leest het; hij zegt wie ontbreekt."]
)
def test_de_zeef_laat_dingen_met_rust(zin: str) -> None:
    assert not HIJ.search(zin)
