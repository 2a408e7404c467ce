"""Een tabel uit een bestand halen: CSV zoals Nederlandse rekenbladen die maken, of Excel."""

from __future__ import annotations

import csv
import io
import zipfile

#: Grootste bestand dat gelezen wordt, in bytes.
MAX_BYTES = 10_000_000
#: Hoe groot een Excelbestand uitgepakt hoogstens mag zijn, in bytes.
MAX_UITGEPAKT = 100_000_000
#: Hoeveel kolommen een tabel hoogstens mag hebben.
MAX_KOLOMMEN = 500


class BestandError(ValueError):
    """Het bestand is niet te lezen; de tekst zegt waarom en wat te doen."""


def read_table(naam: str, inhoud: bytes) -> list[list[object]]:
    """Lees de rijen van een CSV- of Excelbestand.

    De inhoud bepaalt wat het is, niet de naam. Van een Excelbestand telt het eerste werkblad.
    Formules worden niet uitgerekend.

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
        raise BestandError(f"'{naam}' is leeg. Kies een ander bestand.")
    if len(inhoud) > MAX_BYTES:
        raise BestandError(
            f"'{naam}' is {len(inhoud) // 1_000_000} MB; er past hoogstens "
            f"{MAX_BYTES // 1_000_000} MB in. Splits het bestand of haal overbodige kolommen weg."
        )
    if inhoud.startswith(b"PK"):
        return _read_xlsx(naam, inhoud)
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise BestandError(
            f"'{naam}' is een oud of beveiligd Excelbestand. Open het in Excel en bewaar het als "
            "Excel-werkmap (.xlsx) zonder wachtwoord, of als CSV."
        )
    if b"\x00" in inhoud and not inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BestandError(f"'{naam}' is geen tabel. Kies een CSV- of Excelbestand (.xlsx).")
    return _read_csv(naam, inhoud)


def _read_csv(naam: str, inhoud: bytes) -> list[list[object]]:
    tekst = _decode(inhoud)
    eerste = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    scheiding = max(";,\t", key=eerste.count)
    if eerste.lower().startswith("sep=") and len(eerste) == 5:
        scheiding = eerste[4]
        tekst = tekst.split("\n", 1)[1] if "\n" in tekst else ""
    try:
        rijen: list[list[object]] = [
            list(rij) for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
        ]
    except (csv.Error, TypeError) as fout:
        raise BestandError(
            f"'{naam}' is niet als tabel te lezen ({fout}). Bewaar het opnieuw als CSV."
        ) from fout
    if max(map(len, rijen), default=0) > MAX_KOLOMMEN:
        raise BestandError(
            f"'{naam}' heeft meer dan {MAX_KOLOMMEN} kolommen. Haal overbodige kolommen weg."
        )
    return rijen


def _decode(inhoud: bytes) -> str:
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return inhoud.decode("utf-16", errors="replace")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel op Windows bewaart "CSV" nog vaak in de oude tekenset.
        return inhoud.decode("cp1252", errors="replace")


def _read_xlsx(naam: str, inhoud: bytes) -> list[list[object]]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            uitgepakt = sum(deel.file_size for deel in archief.infolist())
    except zipfile.BadZipFile as fout:
        raise _damaged(naam) from fout
    if uitgepakt > MAX_UITGEPAKT:
        raise BestandError(
            f"'{naam}' is uitgepakt te groot. Bewaar alleen het blad met antwoorden, als CSV."
        )
    # Pas hier laden: het opstarten van een hulpmiddel hoeft er niet op te wachten.
    from openpyxl import load_workbook

    try:
        boek = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True)
        blad = boek.worksheets[0]
        rijen: list[list[object]] = [
            list(rij) for rij in blad.iter_rows(values_only=True, max_col=MAX_KOLOMMEN)
        ]
        boek.close()
    except Exception as fout:  # openpyxl geeft bij een beschadigd bestand van alles
        raise _damaged(naam) from fout
    return [_strip(rij) for rij in rijen]


def _strip(rij: list[object]) -> list[object]:
    while rij and rij[-1] is None:
        rij.pop()
    return rij


def _damaged(naam: str) -> BestandError:
    return BestandError(
        f"'{naam}' is beschadigd of geen Excelbestand. Open het in Excel, bewaar het opnieuw als "
        ".xlsx en probeer het nog eens."
    )
