"""Elk hoofdstuk begint met wat u daarna kunt, wijst een hulpmiddel aan en eindigt met één ding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HIER = Path(__file__).parent

import proza  # noqa: E402 - eerst het pad naar de hulpmodules

HOOFDSTUKKEN = [
    pad
    for map_ in ("handreiking", "stappen", "onderzoek", "netwerkdag")
    for pad in sorted((proza.BOEK / map_).glob("*.md"))
]
NAMEN = [pad.relative_to(proza.BOEK).as_posix() for pad in HOOFDSTUKKEN]
ROUTES = sorted((proza.BOEK / "routes").glob("*.md"))
OPENING = re.compile(r"^Na d(?:it hoofdstuk|eze pagina|eze route) kunt u:$", re.MULTILINE)
HULPMIDDEL = re.compile(r"\]\((?:\.\./)+instrumenten/(?!index)[\w-]+\.(?:ipynb|md)(?:#[\w-]*)?\)")


def secties(pad: Path) -> list[tuple[str, str]]:
    """Geef de tekst onder de titel en onder elke kop van het tweede niveau, zonder dia's."""
    tekst = pad.read_text(encoding="utf-8")
    tekst = re.sub(r"\A---\n.*?\n---\n", "", tekst, flags=re.DOTALL)
    tekst = re.sub(r"^```\{dia\}.*?^```\n\n?", "", tekst, flags=re.DOTALL | re.MULTILINE)
    delen = re.split(r"^#{1,2} (.+)$", tekst, flags=re.MULTILINE)[1:]
    return list(zip(delen[::2], delen[1::2], strict=True))


@pytest.mark.parametrize(
    "pad", HOOFDSTUKKEN + ROUTES, ids=lambda pad: f"{pad.parent.name}/{pad.stem}"
)
def test_hoofdstuk_opent_met_wat_u_daarna_kunt(pad: Path) -> None:
    _, opening = secties(pad)[0]
    gevonden = OPENING.search(opening)
    assert gevonden, "zet onder de titel: 'Na dit hoofdstuk kunt u:' met een lijst"
    punten = re.match(r"\n\n((?:- .+\n(?:  .+\n)*)+)", opening[gevonden.end() :])
    assert punten, "achter de opening hoort een lijst"
    assert 2 <= len(re.findall(r"^- ", punten[1], re.MULTILINE)) <= 4
    assert len(opening[: gevonden.start()].split()) < 60, "de opening staat niet vooraan"


@pytest.mark.parametrize(
    "pad", HOOFDSTUKKEN + ROUTES, ids=lambda pad: f"{pad.parent.name}/{pad.stem}"
)
def test_hoofdstuk_heeft_een_ding_voor_deze_week(pad: Path) -> None:
    """Een stap begint ermee: daar wil de lezer iets doen. De rest van het boek eindigt ermee."""
    koppen = [kop for kop, _ in secties(pad)]
    assert koppen.count("Deze week") == 1
    assert koppen[-1] == "Verder"
    assert koppen[1 if pad.stem.startswith("stap-") else -2] == "Deze week"
    opdracht = dict(secties(pad))["Deze week"]
    zinnen = [zin for _, regel in proza.proza(opdracht) for zin in proza.ZINSEINDE.split(regel)]
    assert 1 <= len(zinnen) <= 6, "één ding, in enkele zinnen"
    assert not re.search(r"^\s*(?:[-*]|\d+\.) ", opdracht, re.MULTILINE), "één ding, geen lijst"


@pytest.mark.parametrize("pad", HOOFDSTUKKEN, ids=NAMEN)
def test_hoofdstuk_wijst_een_hulpmiddel_aan(pad: Path) -> None:
    # Teksten om over te nemen gaan over de dag zelf.
    assert pad.stem == "teksten" or HULPMIDDEL.search(pad.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "naam", sorted(p.stem for p in (proza.BOEK / "instrumenten").glob("*.ipynb"))
)
def test_hulpmiddel_hoort_bij_een_stap_en_bij_een_ander_hoofdstuk(naam: str) -> None:
    wijzen = {
        pad.parent.name
        for pad in HOOFDSTUKKEN
        if f"/instrumenten/{naam}.ipynb" in pad.read_text(encoding="utf-8")
    }
    assert "stappen" in wijzen
    assert len(wijzen) > 1


@pytest.mark.parametrize("pad", ROUTES, ids=lambda pad: pad.stem)
def test_een_route_laat_een_papier_van_de_voorbeeldschool_zien(pad: Path) -> None:
    assert re.search(
        r"\]\((?:#papier-\w+|\.\./stappen/voorbeeldschool\.md)\)", pad.read_text("utf-8")
    )


def test_er_zijn_hoofdstukken_om_te_toetsen() -> None:
    assert len(HOOFDSTUKKEN) > 28
    assert len(ROUTES) == 8
