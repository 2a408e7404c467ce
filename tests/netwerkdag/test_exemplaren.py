"""Een kopie in de printmap gebruikt het eerste exemplaar, en staat niet in de structuur."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from netwerkdag.exemplaren import repeat_pages


def maak(aantal: int) -> bytes:
    """Maak een pdf waarvan elke bladzijde haar nummer als breedte heeft."""
    with pikepdf.new() as document:
        for nummer in range(1, aantal + 1):
            blad = document.add_blank_page(page_size=(100 + nummer, 200))
            blad.obj.StructParents = nummer
            blad.Contents = document.make_stream(
                b"/P <</MCID 0 >>BDC\nBT (%d) Tj ET\nEMC\n/Artifact <</Type /Layout>> BDC\nEMC"
                % nummer
            )
        uit = io.BytesIO()
        document.save(uit)
    return uit.getvalue()


def breedtes(document: pikepdf.Pdf) -> list[int]:
    return [int(blad.mediabox[2]) - 100 for blad in document.pages]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 5)), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_elke_stapel_komt_er_zo_vaak_in_als_gevraagd(stapels: list[tuple[int, int]]) -> None:
    som = sum(aantal for aantal, _ in stapels)
    verwacht: list[int] = []
    eerste = 1
    for aantal, keer in stapels:
        verwacht += [*range(eerste, eerste + aantal)] * keer
        eerste += aantal
    with pikepdf.open(io.BytesIO(repeat_pages(maak(som), stapels))) as document:
        assert breedtes(document) == verwacht
        in_structuur = [blad.obj.get("/StructParents") for blad in document.pages]
        assert [int(n) for n in in_structuur if n is not None] == [*range(1, som + 1)]
        for blad in document.pages:
            inhoud = blad.Contents.read_bytes()
            assert (b"MCID" in inhoud) == ("/StructParents" in blad.obj)
            assert inhoud.count(b"BDC") + inhoud.count(b"BMC") == inhoud.count(b"EMC") == 2


def test_honderd_kopieen_maken_de_pdf_nauwelijks_groter() -> None:
    een, honderd = (repeat_pages(maak(1), [(1, keer)]) for keer in (1, 100))
    assert len(honderd) - len(een) < 6000
    with pikepdf.open(io.BytesIO(honderd)) as document:
        kopieen = list(document.pages)[1:]
        assert all(a.Contents.objgen == b.Contents.objgen for a, b in pairwise(kopieen))


def test_stapels_die_niet_alle_bladzijden_zijn_worden_geweigerd() -> None:
    with pytest.raises(ValueError, match="3 bladzijden"):
        repeat_pages(maak(3), [(1, 2), (1, 2)])
