"""Wat op elke bladzijde terug zou kunnen komen, staat op één plek; elders staat een link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HIER = Path(__file__).parent

import proza  # noqa: E402 - eerst het pad naar de hulpmodules

#: Wat er verteld wordt, hoe het te herkennen is, en waar in het deel over het onderzoek het staat.
VERTELD = (
    ("hoe vaak er iets in de leiding speelde", r"\b75% van de", "van-smal-naar-breed"),
    ("wat de antwoorden op de deelvragen zijn", r"vijf elementen", "index"),
    ("dat de brieven zijn gestopt", r"brieven zijn gestopt", "index"),
    ("dat het rapport geen groep zonder begeleiding heeft", r"zónder begeleiding", "index"),
    ("dat een percentage geen n heeft", r"\bgeen n\b|n staat er niet", "van-smal-naar-breed"),
    ("uit welke theorie de raad om te confronteren komt", r"Wuestenberg", "aanbevelingen"),
)
HOOFDSTUKKEN = {pad.stem: pad for pad in sorted((proza.BOEK / "onderzoek").glob("*.md"))}


def tekst(naam: str) -> str:
    return "\n".join(regel for _, regel in proza.regels(HOOFDSTUKKEN[naam]))


@pytest.mark.parametrize(("wat", "patroon", "plek"), VERTELD, ids=[rij[0] for rij in VERTELD])
def test_staat_op_een_plek(wat: str, patroon: str, plek: str) -> None:
    waar = {naam for naam in HOOFDSTUKKEN if re.search(patroon, tekst(naam))}
    assert waar == {plek}, wat


NAVERTELD = re.compile(
    r"\b(?:figuur|tabel|tabellen) (?:laat|laten) zien|laat de figuur zien"
    r"|\b[Zz]ij (?:laat|laten) niet zien"
)


@pytest.mark.parametrize("naam", HOOFDSTUKKEN)
def test_een_hoofdstuk_vertelt_een_figuur_niet_na(naam: str) -> None:
    """De figuur zegt zelf wat zij laat zien en wat niet; een hoofdstuk zegt wat dat betekent."""
    assert NAVERTELD.findall(tekst(naam)) == []
