"""Bladzijden van ankers, en bladwijzers zonder dubbele titels, in een kleine PDF."""

from __future__ import annotations

import io

import pikepdf
from druk.bladzijden import bladzijden, herstel_bladwijzers, nearly_empty
from druk.inhoud import Boek, Deel, Hoofdstuk
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject


def kleine_pdf(*titels: str) -> PdfWriter:
    schrijver = PdfWriter()
    doelen = DictionaryObject()
    for nummer, titel in enumerate(titels):
        blad = schrijver.add_blank_page(100, 100)
        schrijver.add_outline_item(title=titel, page_number=nummer)
        doelen[NameObject(f"/hoofdstuk-{nummer}")] = ArrayObject(
            [blad.indirect_reference, NameObject("/XYZ"), *[NullObject()] * 3]
        )
    schrijver.root_object[NameObject("/Dests")] = doelen
    return schrijver


def test_anchor_is_on_the_page_it_points_to() -> None:
    stroom = io.BytesIO()
    kleine_pdf("a", "b", "c").write(stroom)
    assert bladzijden(stroom.getvalue()) == {
        "hoofdstuk-0": 1,
        "hoofdstuk-1": 2,
        "hoofdstuk-2": 3,
    }


def test_a_bookmark_gets_the_words_of_its_heading() -> None:
    """Zoals Chromium ze schrijft: dubbel, half dubbel, en zonder spatie tussen twee regels."""
    stroom = io.BytesIO()
    kleine_pdf(
        "InhoudInhoud",
        "Stap 1: tips",
        "Het programma: een middag,Het programma: een middag,een hele dag of uw eigen keuze",
        "Zien enweten",
        "Zien zienZien zien",
        "Coco",
        "Niet van een kop",
    ).write(stroom)
    koppen = [
        "Inhoud", "Stap 1: tips", "Het programma: een middag, een hele dag of uw eigen keuze",
        "Zien en weten", "Zien zien", "Coco", "weten",
    ]  # fmt: skip
    with pikepdf.open(stroom) as document:
        herstel_bladwijzers(document, koppen)
        with document.open_outline() as bladwijzers:
            titels = [bladwijzer.title for bladwijzer in bladwijzers.root]
    assert titels == [*koppen[:-1], "Niet van een kop"]


def test_chapter_that_ends_on_a_nearly_empty_page_is_named() -> None:
    stroom = io.BytesIO()
    kleine_pdf("a", "a 2", "b", "papier", "papier 2").write(stroom)
    stukken = tuple(Hoofdstuk(f"{naam}.html", naam) for naam in ("a", "b", "c-papier"))
    boek = Boek("Boek", (Deel(None, stukken),))
    plek = {"a": 1, "a--kop": 2, "b": 3, "c-papier": 4}
    assert nearly_empty(stroom.getvalue(), boek, plek) == ["a"]
