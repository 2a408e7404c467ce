"""De intakepercentages van de tekst, gewogen nagerekend in tabel 4.2."""

from __future__ import annotations

import pytest

from lv_tools.controle import intake
from lv_tools.controle.cijfers import afdelingsgroottes, intake_aantallen
from lv_tools.controle.intake import gewogen


@pytest.mark.parametrize(
    ("standaard", "aantal", "gedrukt"), [("SKA2", 81, 56), ("SKA1", 73, 50), ("OR1", 73, 50)]
)
def test_gewogen_percentage_is_het_gedrukte(standaard: str, aantal: int, gedrukt: int) -> None:
    assert intake_aantallen()[standaard] == (aantal, aantal)
    laagst, hoogst = gewogen(standaard)
    assert round(laagst) == round(hoogst) == gedrukt


def test_wegen_is_niet_hetzelfde_als_middelen() -> None:
    # Ongewogen zou SKA2 op (59 + 62 + 58 + 36 + 33) / 5 = 49,6 uitkomen.
    assert gewogen("SKA2")[0] == pytest.approx(100 * 81 / 145)
    assert sum(afdelingsgroottes().values()) == 145


def test_alleen_vs2_vraagt_aandacht() -> None:
    opvallend = [m for m in intake.controleer() if m.ernst != "klopt"]
    assert [m.sleutel for m in opvallend] == [{"standaard": "VS2"}]
    assert opvallend[0].ook[0].resource == "uitdagingen"


def test_de_twee_vermeldingen_zijn_gelijk() -> None:
    herhaald = [m for m in intake.controleer() if "par. 4.2" in m.verwacht]
    assert {m.sleutel["standaard"]: m.ernst for m in herhaald} == {
        "SKA1": "klopt",
        "SKA2": "klopt",
        "OR1": "klopt",
    }


def test_de_meest_genoemde_standaarden() -> None:
    (melding,) = [m for m in intake.controleer() if m.resource == "risico_per_afdeling"]
    assert (melding.ernst, melding.verwacht) == ("klopt", "OR1, SKA1 en SKA2")
