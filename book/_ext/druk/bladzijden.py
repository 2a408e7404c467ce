"""Ankers en bladwijzers van een PDF: op welke bladzijde staat wat, en hoe heet het?"""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


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


def herstel_bladwijzers(wortel: DictionaryObject) -> None:
    """Haal uit elke bladwijzer de titel die er twee keer achter elkaar in staat.

    Chromium telt de tekst van een kop die bovenaan een bladzijde staat twee keer mee.

    Parameters
    ----------
    wortel : DictionaryObject
        De catalogus van de PDF; de bladwijzers daarin worden veranderd.
    """
    te_doen = [wortel.get("/Outlines")]
    while te_doen:
        knoop = te_doen.pop()
        if knoop is None:
            continue
        knoop = knoop.get_object()
        te_doen += [knoop.get("/First"), knoop.get("/Next")]
        titel = str(knoop.get("/Title", ""))
        helft = titel[: len(titel) // 2]
        if helft and titel == helft * 2:
            knoop[NameObject("/Title")] = TextStringObject(helft)
