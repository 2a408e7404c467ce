"""De lijst met wat de bronnen noemen: wat goed is wordt gelezen, wat fout is zegt wat er mis is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from vantoen.lijst import STAAT, LijstError, read_list

RIJ = """
[[rij]]
naam = "Mindmap"
soort = "hulpmiddel"
uit = ["waaier"]
stappen = [3]
voor = "Overzicht."
staat = "niet gevonden"
gezien = ""
nu = "De ketting."
"""
DAG = "nagekeken = 2026-11-27\n"


def test_rij_wordt_gelezen_zoals_zij_er_staat() -> None:
    lijst = read_list(DAG + RIJ)
    assert lijst.nagekeken == date(2026, 11, 27)
    (rij,) = lijst.rijen
    assert (rij.naam, rij.soort, rij.uit, rij.stappen) == (
        "Mindmap", "hulpmiddel", ("waaier",), (3,),
    )  # fmt: skip
    assert (rij.voor, rij.staat, rij.gezien, rij.nu) == (
        "Overzicht.", "niet gevonden", "", "De ketting.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('soort = "hulpmiddel"', 'soort = "boek"', "Mindmap: 'soort' is 'boek'; kies uit hulp"),
        ('uit = ["waaier"]', 'uit = ["krant"]', "'uit' is ['krant']; maak er een lijst van uit"),
        ("stappen = [3]", "stappen = [7]", "'stappen' is [7]; maak er een lijst van uit 1, 2"),
        ("stappen = [3]", "stappen = 3", "'stappen' is 3; maak er een lijst van uit 1, 2"),
        ("stappen = [3]", "stappen = []", "Mindmap: 'stappen' is leeg"),
        ('nu = "De ketting."', 'nu = ""', "Mindmap: 'nu' is leeg"),
        ('nu = "De ketting."\n', "", "ontbreken of horen er niet: ['nu']"),
        ('gezien = ""', 'gezien = ""\nprijs = "gratis"', "horen er niet: ['prijs']"),
        ('staat = "niet gevonden"', 'staat = "misschien"', "'staat' is 'misschien'"),
        ('staat = "niet gevonden"', 'staat = "bestaat"', "zet bij 'gezien' waaruit blijkt"),
        ("[[rij]]", "[[rij]", "geen geldige TOML"),
        ("nagekeken = 2026-11-27", "", "Zet bovenaan 'nagekeken' met een datum"),
        ("2026-11-27", '"gisteren"', "Zet bovenaan 'nagekeken' met een datum"),
    ],
)
def test_fout_noemt_de_rij_en_wat_er_wel_mag(oud: str, nieuw: str, melding: str) -> None:
    tekst = (DAG + RIJ).replace(oud, nieuw)
    assert tekst != DAG + RIJ
    with pytest.raises(LijstError, match=re.escape(melding)):
        read_list(tekst)


def test_elke_staat_heeft_een_woord_voor_de_lezer() -> None:
    assert all(woord.endswith(".") and woord[0].isupper() for woord in STAAT.values())
