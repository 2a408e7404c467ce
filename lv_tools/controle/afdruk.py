"""De uitkomsten van de controles als tabel op de opdrachtregel."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Sequence
from textwrap import wrap

from lv_tools.controle.melding import Melding
from lv_tools.controle.verslag import waar

KOPPEN = ("Oordeel", "Controle", "Waar", "Gevonden", "Past wel", "Uitleg")


def to_text(meldingen: Sequence[Melding], breedte: int | None = None) -> str:
    """Zet meldingen als tabel op de opdrachtregel.

    Parameters
    ----------
    meldingen : Sequence of Melding
        Wat er in de tabel komt, in deze volgorde.
    breedte : int, optional
        Aantal tekens per regel; zonder opgave de breedte van het venster (ten minste 100).

    Returns
    -------
    str
        Een tabel met een lijn onder elke melding; lange cellen lopen door op de volgende regel.
    """
    breedte = breedte or max(100, shutil.get_terminal_size((140, 24)).columns)
    vast = {"Oordeel": 8, "Controle": 14}
    rest = breedte - sum(vast.values()) - 3 * (len(KOPPEN) - 1)
    delen = {"Waar": 0.26, "Gevonden": 0.16, "Past wel": 0.16, "Uitleg": 0.42}
    breedtes = [vast.get(kop) or int(rest * delen[kop]) for kop in KOPPEN]
    rijen = [_cells(melding) for melding in meldingen]
    lijn = "-+-".join("-" * b for b in breedtes)
    blokken = [_blok(KOPPEN, breedtes), lijn.replace("-", "=")]
    for rij in rijen:
        blokken += [_blok(rij, breedtes), lijn]
    return "\n".join(blokken)


def to_csv_text(meldingen: Sequence[Melding]) -> str:
    """Schrijf meldingen als CSV met puntkomma's: koppen, en elke melding op één regel."""
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\n")
    schrijver.writerow(KOPPEN)
    schrijver.writerows([" ".join(str(cel).split()) for cel in _cells(m)] for m in meldingen)
    return buffer.getvalue()


def _cells(melding: Melding) -> tuple[str, ...]:
    return (
        melding.ernst,
        melding.controle,
        waar(melding),
        melding.gevonden,
        melding.verwacht,
        melding.uitleg,
    )


def _blok(cellen: Sequence[str], breedtes: Sequence[int]) -> str:
    kolommen = [wrap(cel, b) or [""] for cel, b in zip(cellen, breedtes, strict=True)]
    regels = []
    for nummer in range(max(map(len, kolommen))):
        delen = [
            (kolom[nummer] if nummer < len(kolom) else "").ljust(b)
            for kolom, b in zip(kolommen, breedtes, strict=True)
        ]
        regels.append(" | ".join(delen).rstrip())
    return "\n".join(regels)
