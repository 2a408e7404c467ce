"""Het voorbeeld is het plan van de voorbeeldschool: elk getal komt uit haar feiten."""

from __future__ import annotations

from maak_voorbeeld import BESTAND, write
from plannen import INHOUD

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN
from lv_tools.verbeterplan.model.uitkomst import compute, example
from lv_tools.verbeterplan.verslag.adviezen import sentence

SCHOOL = lees_toml("voorbeeld/school.toml")
UITSLAG = compute(example(INHOUD), INHOUD)


def test_het_voorbeeld_in_de_gegevens_is_dat_van_de_feiten() -> None:
    """Loopt het achter, draai dan ``python tests/verbeterplan/maak_voorbeeld.py``."""
    assert BESTAND.read_text("utf-8") == write()


def test_het_voorbeeld_zegt_dat_het_een_voorbeeld_is() -> None:
    assert UITSLAG.kern.titel.startswith("Voorbeeld")
    assert "Voorbeeld" in VERBETERPLAN.still()


def test_de_kleuren_halverwege_zijn_die_van_het_verhaal() -> None:
    """Eén tussendoel van de drie gehaald, twee activiteiten klaar, één gestopt."""
    oordelen = UITSLAG.oordelen
    assert [oordelen[f"d{nr}t"].code for nr in (1, 2, 3)] == [
        "gehaald", "niet-gehaald", "niet-gehaald",
    ]  # fmt: skip
    assert [a.id for a in UITSLAG.kern.activiteiten if oordelen[a.id].code == "klaar"] == [
        a["id"] for a in SCHOOL["activiteit"] if a.get("stand") == "gedaan"
    ]
    assert oordelen["a6"].code == "gestopt"
    assert oordelen["a9"].code == "later"


def test_alle_uren_en_mensen_zijn_die_van_de_school() -> None:
    van = {a["id"]: a for a in SCHOOL["activiteit"]}
    rollen = SCHOOL["rollen"]
    for activiteit in UITSLAG.kern.activiteiten:
        feit = van[activiteit.id]
        assert activiteit.uren == feit["uren"]
        assert activiteit.wie == rollen[feit["trekker"]]
        assert "$" not in f"{activiteit.wat}{activiteit.maat.wat}{activiteit.waarnemingen}"


def test_op_het_plan_valt_weinig_aan_te_merken() -> None:
    """De papieren van de school zijn met zorg gemaakt: er is niets los en niets zonder trekker."""
    assert {a.code for a in UITSLAG.adviezen} <= {"vaag", "veel-doelen"}, [
        sentence(a, INHOUD) for a in UITSLAG.adviezen
    ]
