"""Een tabel uit een bestand halen: CSV zoals rekenbladen die maken, Excel of OpenDocument."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lv_tools.basis.tabellen.csvbestand import csv_sheets, marked_utf16, split_first_column
from lv_tools.basis.tabellen.tabelvorm import (
    MAX_KOLOMMEN,
    MAX_RIJEN,
    BestandError,
    Blad,
    Rij,
    Tabel,
)

__all__ = ["MAX_BYTES", "MAX_KOLOMMEN", "MAX_RIJEN", "BestandError", "Tabel", "read_table"]

#: Grootste bestand dat gelezen wordt, in bytes.
MAX_BYTES = 10_000_000
#: Hoe groot een Excelbestand uitgepakt hoogstens mag zijn, in bytes.
MAX_UITGEPAKT = 100_000_000

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def read_table(naam: str, inhoud: bytes) -> Tabel:
    """Lees de tabellen van een CSV-, Excel- of OpenDocument-bestand.

    De inhoud bepaalt wat het is, niet de naam. Formules worden niet uitgerekend.

    Parameters
    ----------
    naam
        Naam van het bestand, voor de meldingen.
    inhoud
        De bytes van het bestand, hoogstens :data:`MAX_BYTES`.

    Raises
    ------
    BestandError
        Als het bestand te groot, beschadigd of geen tabel is.
    """
    if not inhoud.strip():
        raise BestandError(f"‘{naam}’ is leeg. Kies een ander bestand.")
    if len(inhoud) > MAX_BYTES:
        raise BestandError(
            f"‘{naam}’ is {len(inhoud) // 1_000_000} MB; er past hoogstens "
            f"{MAX_BYTES // 1_000_000} MB in. Splits het bestand of haal overbodige kolommen weg."
        )
    if inhoud.startswith(b"PK"):
        return Tabel(_zipped(naam, inhoud), naam)
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise BestandError(
            f"‘{naam}’ is een oud Excelbestand (.xls) of heeft een wachtwoord. Open het in Excel "
            "en bewaar het als Excel-werkmap (.xlsx) zonder wachtwoord, of als CSV."
        )
    inhoud = marked_utf16(inhoud)
    if b"\x00" in inhoud and not inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BestandError(f"‘{naam}’ is geen tabel. Kies een CSV- of Excelbestand (.xlsx).")
    return Tabel(csv_sheets(naam, inhoud), naam)


def _zipped(naam: str, inhoud: bytes) -> tuple[Blad, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            uitgepakt = sum(deel.file_size for deel in archief.infolist())
            delen = {deel.casefold() for deel in archief.namelist()}
            soort = archief.read("mimetype").strip() if "mimetype" in delen else b""
    except Exception as fout:  # een beschadigd archief geeft van alles
        raise _damaged(naam) from fout
    if uitgepakt > MAX_UITGEPAKT:
        raise BestandError(
            f"‘{naam}’ is uitgepakt te groot. Bewaar alleen het blad met antwoorden, als CSV."
        )
    ander = _other_kind(delen, soort)
    if ander:
        raise BestandError(
            f"‘{naam}’ is {ander}. Open het in het programma waarmee het gemaakt is en bewaar het "
            "als Excel-werkmap (.xlsx) of als CSV."
        )
    # Pas hier laden: het opstarten van een hulpmiddel hoeft er niet op te wachten.
    from lv_tools.basis.tabellen.opendocument import ods_sheets
    from lv_tools.basis.tabellen.rekenblad import xlsx_sheets

    try:
        bladen = (ods_sheets if soort.startswith(_ODS) else xlsx_sheets)(naam, inhoud)
        for blad in bladen:
            _ = blad.begin
    except BestandError:
        raise
    except Exception as fout:
        raise _damaged(naam) from fout
    heel = tuple(_guarded(blad, naam) for blad in bladen)
    return heel + tuple(los for blad in heel if (los := split_first_column(blad, naam)))


def _guarded(blad: Blad, naam: str) -> Blad:
    """Maak van een fout halverwege een blad een zin voor de lezer."""

    def lees() -> Iterator[Rij]:
        try:
            yield from blad.lees()
        except BestandError:
            raise
        except Exception as fout:
            raise _damaged(naam) from fout

    return Blad(lees, blad.naam, blad.verborgen, blad.raster, blad.meldingen)


def _other_kind(delen: set[str], soort: bytes) -> str:
    if "xl/workbook.bin" in delen:
        return "een binaire Excel-werkmap (.xlsb)"
    if any(deel.startswith(("index/", "index.zip")) or deel.endswith(".iwa") for deel in delen):
        return "een bestand van Numbers (.numbers)"
    if "word/document.xml" in delen:
        return "een Wordbestand"
    if soort and not soort.startswith(_ODS):
        return "geen rekenblad, maar een ander soort document"
    if not any(deel.endswith(("workbook.xml", "content.xml")) for deel in delen):
        return "een zip-bestand zonder rekenblad erin"
    return ""


def _damaged(naam: str) -> BestandError:
    return BestandError(
        f"‘{naam}’ is beschadigd of geen rekenblad. Open het in Excel of LibreOffice, bewaar het "
        "opnieuw als .xlsx en probeer het nog eens."
    )
