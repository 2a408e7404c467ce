"""Ankers en bladwijzers van een PDF: op welke bladzijde staat wat, en hoe heet het?"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

import pikepdf
from pypdf import PdfReader

from druk.inhoud import Boek

#: Met minder woorden, de lopende kop meegeteld, is een blad bijna leeg.
BIJNA_LEEG = 70


def bladzijden(pdf: bytes) -> dict[str, int]:
    """Geef van elk anker waar een link heen gaat de bladzijde.

    Parameters
    ----------
    pdf : bytes
        Een PDF uit Chromium: elk anker is daarin een bestemming met dezelfde naam.

    Returns
    -------
    dict of str to int
        Anker naar bladzijde, geteld vanaf 1 met de omslag mee.
    """
    lezer = PdfReader(io.BytesIO(pdf))
    plek = {
        blad.indirect_reference.idnum: nummer
        for nummer, blad in enumerate(lezer.pages, 1)
        if blad.indirect_reference is not None
    }
    gevonden = {}
    for naam, doel in lezer.named_destinations.items():
        nummer = plek.get(getattr(doel.page, "idnum", -1))
        if nummer is not None:
            gevonden[naam.removeprefix("/")] = nummer
    return gevonden


def nearly_empty(pdf: bytes, boek: Boek, plek: Mapping[str, int]) -> list[str]:
    """Geef de hoofdstukken waarvan het laatste blad bijna leeg is.

    Een blad om in te vullen heeft weinig woorden en is toch vol; dat telt niet mee.

    Parameters
    ----------
    pdf : bytes
        Een klad van het boek.
    boek : Boek
        De hoofdstukken.
    plek : mapping of str to int
        Van elk anker de bladzijde.

    Returns
    -------
    list of str
        De sleutels van de hoofdstukken.
    """
    bladen = PdfReader(io.BytesIO(pdf)).pages
    sleutels = [stuk.sleutel for stuk in boek.hoofdstukken]
    begin = sorted({plek[naam] for naam in plek if "--" not in naam} | {len(bladen) + 1})
    gevonden = []
    for sleutel in sleutels:
        eerste = plek[sleutel]
        laatste = next(nummer for nummer in begin if nummer > eerste) - 1
        if laatste == eerste or sleutel.endswith("-papier"):
            continue
        if len(bladen[laatste - 1].extract_text().split()) < BIJNA_LEEG:
            gevonden.append(sleutel)
    return gevonden


def herstel_bladwijzers(document: pikepdf.Pdf, koppen: Iterable[str]) -> None:
    """Geef elke bladwijzer de woorden van haar kop.

    Chromium zet de tekst van een kop bovenaan een bladzijde er twee keer in, of alleen haar eerste
    regel, en laat tussen twee regels de spatie weg.

    Parameters
    ----------
    document : pikepdf.Pdf
        De PDF; haar bladwijzers worden veranderd.
    koppen : iterable of str
        De tekst van alle koppen in het document.
    """
    heel = {_squash(kop): " ".join(kop.split()) for kop in koppen if kop.strip()}
    with document.open_outline() as bladwijzers:
        te_doen = list(bladwijzers.root)
        while te_doen:
            bladwijzer = te_doen.pop()
            te_doen += bladwijzer.children
            kaal = _squash(bladwijzer.title)
            dubbel = (
                kop for kop in heel if kaal.endswith(kop) and kop.startswith(kaal.removesuffix(kop))
            )
            kop = kaal if kaal in heel else max(dubbel, key=len, default="")
            bladwijzer.title = heel.get(kop, bladwijzer.title)


def _squash(tekst: str) -> str:
    return "".join(tekst.split())
