"""De tabel in Markdown: één uitklapper, elke rij erin, en de rijen van de waaier eerst."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from vantoen.lijst import HERKOMST, SOORTEN, STAAT, Rij
from vantoen.tabel import to_markdown

DAG = date(2026, 11, 27)


def rij(naam: str, soort: str = "hulpmiddel", uit: tuple[str, ...] = ("waaier",)) -> Rij:
    return Rij(naam, soort, uit, (1,), "Waarvoor.", "bestaat", "Op een pagina.", "Iets van nu.")


def test_een_rij_staat_er_met_alles_wat_erbij_hoort() -> None:
    tekst = to_markdown((rij("Kijkwijzer", uit=("waaier", "webpagina", "onderzoek")),), DAG)
    assert tekst.startswith("::::{dropdown} ")
    assert tekst.endswith(":::\n::::")
    assert "Nagekeken op 27 november 2026" in tekst
    assert "* - **Kijkwijzer** (waaier, webpagina en onderzoek)\n\n    Waarvoor." in tekst
    assert "  - *Bestaat.* Op een pagina.\n\n    **Nu:** Iets van nu." in tekst


def test_hulpmiddelen_voor_bronnen_en_die_van_de_waaier_voorop() -> None:
    bron, elders = rij("A", "bron"), rij("B", uit=("presentatie",))
    rijen = (bron, elders, rij("C"), rij("D", "bron", ("webpagina",)))
    tekst = to_markdown(rijen, DAG)
    plaatsen = [tekst.index(f"**{naam}**") for naam in "CBAD"]
    assert plaatsen == sorted(plaatsen)


RIJEN = st.builds(
    rij,
    naam=st.text("abc de", min_size=1).map(str.strip).filter(bool),
    soort=st.sampled_from(SOORTEN),
    uit=st.lists(st.sampled_from(HERKOMST), min_size=1, unique=True).map(tuple),
)


@given(st.lists(RIJEN, min_size=1, max_size=8).map(tuple))
def test_geen_rij_valt_weg(rijen: tuple[Rij, ...]) -> None:
    regels = to_markdown(rijen, DAG).splitlines()
    assert sum(regel.startswith("* - ") for regel in regels) == len(rijen) + 1  # en de kop
    assert sum(regel.startswith(f"  - *{STAAT['bestaat']}*") for regel in regels) == len(rijen)
    assert f"({len(rijen)})" in regels[0]
