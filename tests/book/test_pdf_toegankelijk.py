"""Elke gedrukte PDF is toegankelijk volgens PDF/UA-1: het boek, de bladen, de kaarten.

Twee keurders van anderen lezen mee. ``page`` (page-validation) toetst alle regels die een programma
kan toetsen, en doet dat snel. ``pdfua`` toetst er minder, en is te traag voor het hele boek. Wat
``outloud`` ervan zegt, en waarom dat mag, staat in book/_ext/druk/README.md: dat pakket is te groot
om bij elke toets te installeren.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from pathlib import Path

import page as keurder
import pdfua
import pikepdf
import pytest
from druk.__main__ import BESTAND

#: Een regel van een keurder die wij met reden overslaan: bestand of patroon, regel, reden.
UITZONDERINGEN: tuple[tuple[str, str, str], ...] = ()
#: Groter dan dit leest ``pdfua`` niet: hij doet over het boek minuten.
HOOGSTENS_PDFUA = 1_000_000


@pytest.fixture(scope="module")
def pdfs(site: Path) -> list[Path]:
    gevonden = sorted((site / "_druk").rglob("*.pdf"))
    if not gevonden:
        pytest.fail(f"In {site / '_druk'} staat geen pdf. Maak ze met: python3 taak.py druk")
    return gevonden


@functools.cache
def eigenschappen(pad: Path) -> pikepdf.Pdf:
    return pikepdf.open(pad)


def mag(pad: Path, regel: str) -> bool:
    return any(
        re.search(patroon, pad.as_posix()) and regel == welke
        for patroon, welke, _ in UITZONDERINGEN
    )


def test_page_finds_nothing_against_pdf_ua(pdfs: list[Path], site: Path) -> None:
    fout = {
        (pad.relative_to(site).as_posix(), storing.rule_id, storing.message)
        for pad in pdfs
        for storing in keurder.validate_pdf(pad, profile="ua1").failures
        if not mag(pad, storing.rule_id)
    }
    assert not fout


def test_pdfua_finds_nothing_in_what_you_hand_out(pdfs: list[Path], site: Path) -> None:
    klein = [pad for pad in pdfs if pad.stat().st_size < HOOGSTENS_PDFUA]
    assert len(klein) > 10
    fout = {
        (pad.relative_to(site).as_posix(), vondst.rule_id, vondst.message)
        for pad in klein
        for vondst in pdfua.validate(str(pad)).findings
        if not mag(pad, vondst.rule_id)
    }
    assert not fout


def test_every_link_is_described_by_its_own_words(pdfs: list[Path], site: Path) -> None:
    zonder = Counter()
    for pad in pdfs:
        for blad in eigenschappen(pad).pages:
            for vak in blad.obj.get("/Annots", []):
                woorden = str(vak.get("/Contents", "")).strip()
                if not woorden or woorden.startswith("Link naar "):
                    zonder[pad.relative_to(site).as_posix()] += 1
    assert not zonder


def test_alternative_text_says_more_than_the_caption(site: Path) -> None:
    """Wie luistert, hoort het bijschrift al."""
    pdf = eigenschappen(site / BESTAND)
    alts = [str(obj.Alt) for obj in pdf.objects if _is_figuur(obj) and "/Alt" in obj]
    grafieken = [alt for alt in alts if alt.startswith("Grafiek: ")]
    assert len(grafieken) >= 10
    assert all("tabel" in alt for alt in grafieken)


def _is_figuur(obj: pikepdf.Object) -> bool:
    return isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure"


def test_exceptions_have_a_reason() -> None:
    assert all(len(reden.split()) > 4 for _, _, reden in UITZONDERINGEN)
