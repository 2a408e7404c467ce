"""Wie een hulpmiddel maakt en iets vergeet, leest wat er ontbreekt en wat hij dan doet."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from afsprakenlijst import AFSPRAKENLIJST, Afspraak, Lijstje, compute, content, report

from lv_tools.basis.uitvoer.document import to_html, to_markdown
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel, Opstelling

PANELEN = AFSPRAKENLIJST.panelen


@pytest.mark.parametrize(
    ("panelen", "melding"),
    [
        ({"afspraken": PANELEN["afspraken"]}, "afsprakenlijst: stap ‘overzicht’ staat alleen"),
        ({**PANELEN, "overzigt": PANELEN["overzicht"]}, "paneel ‘overzigt’ staat alleen"),
    ],
)
def test_een_stap_zonder_paneel_of_een_paneel_zonder_stap(panelen, melding: str) -> None:
    deur: Hulpmiddel = replace(AFSPRAKENLIJST, panelen=panelen)
    with pytest.raises(ValueError, match=melding):
        Opstelling(deur)


def test_een_tekst_die_er_niet_is_noemt_het_hulpmiddel_en_de_plek() -> None:
    with pytest.raises(LookupError, match=r"Afsprakenlijst: de tekst ‘wi’ .* \[tekst\]"):
        content().zeg("wi")


def test_een_tekst_zonder_haar_waarde_noemt_die_waarde() -> None:
    with pytest.raises(LookupError, match="‘afspraak’ vraagt om ‘nummer’, en krijgt alleen nr"):
        content().zeg("afspraak", nr=3)
    assert content().zeg("afspraak", nummer=3) == "Afspraak 3"
    assert content().zeg("afspraak") == "Afspraak {nummer}"


@pytest.mark.parametrize("schrijf", [to_markdown, lambda document: to_html(document.blokken)])
def test_een_nul_in_een_tabel_blijft_een_nul_en_leeg_een_streepje(schrijf) -> None:
    lijst = Lijstje(afspraken=(Afspraak("a", "Bezoek", "rector", uren=Fraction(0)),))
    rij = schrijf(report(compute(lijst, content()), content())).split("Bezoek")[1]
    assert "0" in rij.split("–")[1]
