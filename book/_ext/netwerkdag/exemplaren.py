"""Exemplaren in een pdf: elk blad staat er één keer in, en de kopieën wijzen ernaar.

Veertig keer hetzelfde blad laten tekenen kost Chromium minuten en de pdf megabytes. Een kopie is
hier een bladzijde die de letters en lijnen van het eerste exemplaar gebruikt.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import pikepdf

#: Zo begint in de inhoud van een bladzijde iets wat in de structuur staat.
_TEKEN = re.compile(rb"/\w+ ?<</MCID \d+ ?>> ?BDC")
#: Een schermlezer leest een blad één keer voor; een kopie is voor hem opmaak.
_OPMAAK = b"/Artifact BMC"
_VAN_HET_EERSTE = ("/StructParents", "/Annots", "/Parent", "/Tabs")


def repeat_pages(pdf: bytes, stapels: Iterable[tuple[int, int]]) -> bytes:
    """Herhaal stapels bladzijden.

    Parameters
    ----------
    pdf : bytes
        De pdf met van alles één exemplaar.
    stapels : iterable of tuple of int
        Per stapel, op volgorde: hoeveel bladzijden zij telt, en hoe vaak zij erin hoort.

    Returns
    -------
    bytes
        De pdf met alle exemplaren; een stapel van twee bladzijden komt er als 1, 2, 1, 2 in.

    Raises
    ------
    ValueError
        Als de stapels samen niet precies alle bladzijden zijn.
    """
    stapels = list(stapels)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        bladen = list(document.pages)
        if sum(aantal for aantal, _ in stapels) != len(bladen):
            raise ValueError(
                f"De pdf heeft {len(bladen)} bladzijden, en de stapels {[a for a, _ in stapels]}."
            )
        plek = eerste = 0
        for aantal, keer in stapels:
            stapel = bladen[eerste : eerste + aantal]
            eerste += aantal
            plek += aantal
            inhoud = [_without_structure(document, blad) for blad in stapel] if keer > 1 else []
            for _ in range(keer - 1):
                for blad, stroom in zip(stapel, inhoud, strict=True):
                    document.pages.insert(plek, _copy(document, blad, stroom))
                    plek += 1
        uit = io.BytesIO()
        document.save(
            uit,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return uit.getvalue()


def _without_structure(document: pikepdf.Pdf, blad: pikepdf.Page) -> pikepdf.Object:
    blad.contents_coalesce()
    return document.make_stream(_TEKEN.sub(_OPMAAK, blad.Contents.read_bytes()))


def _copy(document: pikepdf.Pdf, blad: pikepdf.Page, stroom: pikepdf.Object) -> pikepdf.Page:
    velden = {naam: waarde for naam, waarde in blad.obj.items() if naam not in _VAN_HET_EERSTE}
    return pikepdf.Page(document.make_indirect(pikepdf.Dictionary({**velden, "/Contents": stroom})))
