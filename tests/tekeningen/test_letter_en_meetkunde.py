"""Regels afbreken, en punten op een cirkel."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tekeningen.letter import width, wrap
from tekeningen.meetkunde import angle, arc, between, head, num, point

WOORDEN = st.lists(st.text("abcdeéijkmnwW-", min_size=1, max_size=12), min_size=1, max_size=14)


@given(WOORDEN, st.integers(40, 400), st.booleans())
def test_wrapping_loses_no_word_and_no_line_is_too_long(
    woorden: list[str], breedte: int, vet: bool
) -> None:
    regels = wrap(" ".join(woorden), breedte, 14, vet=vet)
    assert " ".join(regels).split() == woorden
    for regel in regels:
        assert width(regel, 14, vet=vet) <= breedte or " " not in regel


@given(WOORDEN, st.integers(40, 400))
def test_wrapping_uses_as_few_lines_as_possible(woorden: list[str], breedte: int) -> None:
    gretig: list[str] = []
    for woord in woorden:
        if gretig and width(f"{gretig[-1]} {woord}", 14) <= breedte:
            gretig[-1] += f" {woord}"
        else:
            gretig.append(woord)
    assert len(wrap(" ".join(woorden), breedte, 14)) == len(gretig)


def test_wrapping_leaves_no_single_word_behind() -> None:
    regels = wrap("ambities, gevoed door wat het op scholen hoort en ziet", 142, 14)
    assert regels[-1] != "ziet"


def test_bar_is_a_fixed_break() -> None:
    assert wrap("Team kwaliteit|van de scholen", 600, 14) == ["Team kwaliteit", "van de scholen"]


@given(st.text("abcxyzéß", max_size=20), st.floats(8, 40))
def test_bold_is_never_narrower(tekst: str, maat: float) -> None:
    assert width(tekst, maat, vet=True) >= width(tekst, maat)


@pytest.mark.parametrize(("hoek", "plek"), [(0, (0, -1)), (90, (1, 0)), (180, (0, 1))])
def test_angles_start_at_the_top_and_run_clockwise(hoek: float, plek: tuple[float, float]) -> None:
    assert point((0, 0), 1, hoek) == pytest.approx(plek)
    assert angle((0, 0), plek) == pytest.approx(hoek)


@given(st.floats(-360, 360), st.floats(1, 300))
def test_point_lies_on_its_circle(hoek: float, straal: float) -> None:
    assert math.hypot(*point((0, 0), straal, hoek)) == pytest.approx(straal)


def test_halfway_is_the_middle() -> None:
    assert between((0, 0), (4, 2), 0.5) == (2, 1)


@pytest.mark.parametrize(("getal", "tekst"), [(1.0, "1"), (-0.04, "0"), (2.25, "2.2"), (10, "10")])
def test_numbers_are_short(getal: float, tekst: str) -> None:
    assert num(getal) == tekst


def test_arc_knows_its_side() -> None:
    assert arc((0, 0), 10, 0, 90) == "M0 -10A10 10 0 0 1 10 0"
    assert arc((0, 0), 10, 0, 270) == "M0 -10A10 10 0 1 1 -10 0"
    assert arc((0, 0), 10, 90, 0) == "M10 0A10 10 0 0 0 0 -10"


def test_head_points_where_it_should() -> None:
    eerste, punt, laatste = (
        tuple(map(float, p.split())) for p in head((50, 50), 90).removeprefix("M").split("L")
    )
    assert punt == (50, 50)
    assert max(eerste[0], laatste[0]) < 50
    assert eerste[1] + laatste[1] == pytest.approx(100)
