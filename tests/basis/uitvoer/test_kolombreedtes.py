"""De breedte van kolommen op papier: samen een, en een woord breekt niet als dat niet hoeft."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.uitvoer.document import Bloktabel
from lv_tools.basis.uitvoer.kolombreedtes import LANGSTE_WOORD, REGEL, WIT, column_shares

cel = st.text(st.sampled_from("abc \n"), max_size=120)


@st.composite
def tabellen(draw: st.DrawFn) -> tuple[list[str], list[list[str]], list[int]]:
    n = draw(st.integers(1, 8))
    rij = st.lists(cel, min_size=n, max_size=n)
    breedtes = st.just([]) | st.lists(st.integers(1, 9), min_size=n, max_size=n)
    return draw(rij), draw(st.lists(rij, max_size=6)), draw(breedtes)


@given(tabellen())
def test_the_columns_fill_the_line_and_hold_their_longest_word(
    tabel: tuple[list[str], list[list[str]], list[int]],
) -> None:
    kolommen, rijen, breedtes = tabel
    delen = column_shares(kolommen, rijen, breedtes)
    assert abs(sum(delen) - 1) < 1e-9
    woorden = [
        min(LANGSTE_WOORD, max((len(w) for c in kolom for w in c.split()), default=0))
        for kolom in zip(kolommen, *rijen, strict=True)
    ]
    if sum(woorden) + WIT * len(woorden) <= REGEL:
        assert all(d * REGEL >= w + WIT - 1e-6 for d, w in zip(delen, woorden, strict=True))


def test_a_long_cell_gets_more_and_a_date_stays_whole() -> None:
    lang = "Gesprek van mentor, leerling en ouders voor wie bij rapport 1 twee onvoldoendes heeft"
    wat, wie, uren = column_shares(("Wat", "Wie", "Uren"), [[lang, "kwaliteitsmedewerker", "36"]])
    assert wat > wie > uren
    assert wie * REGEL >= len("kwaliteitsmedewerker")


def test_precise_widths_are_kept() -> None:
    vak = Bloktabel("jaar", ("a", "b"), (("x" * 60, "y"),), breedtes=(1, 1), precies=True)
    assert vak.delen == (0.5, 0.5)
