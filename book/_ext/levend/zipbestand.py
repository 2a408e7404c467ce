"""Zip-archieven die bij dezelfde inhoud altijd dezelfde bytes hebben."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def maak_zip(bestanden: Mapping[str, bytes]) -> bytes:
    """Maak een zip-archief.

    Parameters
    ----------
    bestanden : mapping of str to bytes
        Pad in het archief naar inhoud; de volgorde doet er niet toe.

    Returns
    -------
    bytes
        Het archief, zonder tijdstippen en met vaste rechten.
    """
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archief:
        for naam in sorted(bestanden):
            gegevens = zipfile.ZipInfo(naam, (2020, 1, 1, 0, 0, 0))
            gegevens.compress_type = zipfile.ZIP_DEFLATED
            gegevens.external_attr = 0o644 << 16
            archief.writestr(gegevens, bestanden[naam])
    return uit.getvalue()


def voeg_toe(archief: bytes, bestanden: Mapping[str, bytes]) -> bytes:
    """Geef een archief met extra bestanden."""
    with zipfile.ZipFile(io.BytesIO(archief)) as zip_:
        return maak_zip({**{naam: zip_.read(naam) for naam in zip_.namelist()}, **bestanden})
