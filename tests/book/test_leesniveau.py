"""Geen bladzijde leest te moeilijk; alleen een uitschieter laat deze toets falen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

HIER = Path(__file__).parent

import leesniveau as ln  # noqa: E402 - eerst het pad naar de hulpmodules
import proza  # noqa: E402 - idem

#: Onder 45 heet een tekst bij Douma moeilijk: dan hapert ook wie het vak kent. De meeste
#: bladzijden horen bij 'normaal' (60) of makkelijker; alleen een woordenlijst haalt dat niet.
LAAGSTE_SCORE = 45
GEWOON = 60
MEESTE_WOORDEN_PER_ZIN = 15


def test_elke_bladzijde_met_lopende_tekst_is_gemeten() -> None:
    gemeten = {niveau.naam for niveau in ln.alle()}
    mappen = ("handreiking", "stappen", "onderzoek", "netwerkdag", "routes", "naslag")
    verwacht = {
        p.relative_to(proza.BOEK).as_posix() for m in mappen for p in (proza.BOEK / m).glob("*.md")
    }
    assert len(verwacht - gemeten) <= 2, verwacht - gemeten
    assert len(gemeten) > 40


def test_geen_bladzijde_is_een_uitschieter() -> None:
    for niveau in ln.alle():
        assert niveau.score >= LAAGSTE_SCORE, niveau
        assert niveau.woorden_per_zin <= MEESTE_WOORDEN_PER_ZIN, niveau


def test_bijna_alle_bladzijden_lezen_gewoon_of_makkelijker() -> None:
    moeilijk = [niveau.naam for niveau in ln.alle() if niveau.score < GEWOON]
    assert len(moeilijk) <= len(ln.alle()) / 10, moeilijk


# --- De maat zelf --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("school", 1), ("leren", 2), ("kwaliteit", 3), ("beoordelen", 4), ("reactie", 3),
        ("geïnteresseerd", 5), ("onderwijskwaliteit", 6), ("bijeenkomst", 3), ("nieuw", 1),
        ("leeuw", 1), ("SKA", 3), ("PDCA", 4), ("zo'n", 1), ("'s", 1),
    ],
)  # fmt: skip
def test_lettergrepen(woord: str, aantal: int) -> None:
    assert ln.lettergrepen(woord) == aantal


def test_formule_van_flesch_en_douma() -> None:
    """Honderd woorden van anderhalve lettergreep, tien per zin: 206,84 - 115,5 - 9,3."""
    assert ln.Niveau("x", 100, 10, 150).score == pytest.approx(82.04)


ZIN = st.lists(st.sampled_from(["wij", "leren", "samen", "kijken", "beoordelen"]), min_size=1)


@given(st.lists(ZIN, min_size=1, max_size=8))
def test_een_zin_doorknippen_maakt_nooit_moeilijker(zinnen: list[list[str]]) -> None:
    heel = ln.meet("x", [" ".join(zin) for zin in zinnen])
    geknipt = ln.meet("x", [woord for zin in zinnen for woord in zin])
    assert geknipt.score >= heel.score - 1e-9


@given(st.lists(ZIN, min_size=1, max_size=8), st.randoms())
def test_volgorde_van_zinnen_doet_er_niet_toe(zinnen: list[list[str]], toeval: object) -> None:
    tekst = [" ".join(zin) for zin in zinnen]
    anders = sorted(tekst, key=lambda _: toeval.random())  # type: ignore[attr-defined] # Random
    assert ln.meet("x", tekst).score == pytest.approx(ln.meet("x", anders).score)
