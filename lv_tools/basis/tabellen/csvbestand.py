"""CSV lezen zoals het overal vandaan komt: elke tekenset, elk scheidingsteken.

Welk scheidingsteken klopt, blijkt pas aan de kop. Daarom levert :func:`csv_sheets` een blad per
teken dat kan; wie de vragen kent, kiest.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from lv_tools.basis.tabellen.tabelvorm import (
    KOPZOEK,
    MAX_KOLOMMEN,
    BestandError,
    Blad,
    Rij,
    too_wide,
)

_SEP = re.compile(r'"?\s*sep\s*=\s*(\S|\t)"?[;,|\t"\s]*', re.IGNORECASE)
_MEERBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
#: Bytes die op een Mac een letter met een accent zijn en in Windows iets anders.
_MAC = re.compile(rb"[A-Za-z][\x87\x88\x8e-\x91\x95\x97\x99\x9a\x9d\x9f][a-z]")
VERVANGEN = "\ufffd"
_BEWAAR = "Bewaar het bestand als ‘CSV UTF-8’ of als .xlsx en voeg het opnieuw toe."


def csv_sheets(naam: str, inhoud: bytes) -> tuple[Blad, ...]:
    """Geef per scheidingsteken een blad; het waarschijnlijkste staat voorop.

    Raises
    ------
    BestandError
        Als het bestand met geen enkel teken als tabel te lezen is.
    """
    tekst, meldingen = decode(inhoud, naam)
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    tekens = ";,\t|"
    kop = tekst
    eerste, _regeleinde, rest = tekst.lstrip("\n ").partition("\n")
    if gevonden := _SEP.fullmatch(eerste):
        kop = rest
        tekens = "".join(dict.fromkeys(gevonden[1] + tekens))
    mogelijk, fouten = [], []
    for teken in tekens:
        try:
            mogelijk.append((_shape(kop, teken), teken))
        except (csv.Error, TypeError) as fout:
            fouten.append(fout)
    if not mogelijk:
        raise BestandError(
            f"‘{naam}’ is niet als tabel te lezen ({fouten[0]}). Bewaar het opnieuw als CSV."
        ) from fouten[0]
    mogelijk.sort(key=lambda paar: paar[0], reverse=True)
    return tuple(
        Blad(partial(_rows, kop, teken, naam), meldingen=meldingen) for _vorm, teken in mogelijk
    )


def decode(inhoud: bytes, naam: str) -> tuple[str, tuple[str, ...]]:
    """Maak tekst van bytes, en zeg het als niet zeker is dat elk teken klopt."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return inhoud.decode("utf-16", errors="replace"), ()
    try:
        return inhoud.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    if _MEERBYTE.search(inhoud):
        tekst = inhoud.decode("utf-8-sig", errors="replace")
        regels = [nr for nr, regel in enumerate(tekst.splitlines(), 1) if VERVANGEN in regel]
        waar = ", ".join(map(str, regels[:10])) + (" en verder" if len(regels) > 10 else "")
        return tekst, (
            f"In ‘{naam}’ zijn tekens beschadigd (regel {waar}). Ze staan er nu als "
            f"‘{VERVANGEN}’. {_BEWAAR}",
        )
    if _MAC.search(inhoud):
        return inhoud.decode("mac_roman"), (
            f"‘{naam}’ is gelezen met de letters van een oudere Mac. Kloppen letters als é en ö "
            f"niet? {_BEWAAR}",
        )
    # Excel op Windows bewaart "CSV" nog vaak in de oude tekenset.
    tekst = inhoud.decode("cp1252", errors="replace")
    if VERVANGEN in tekst:
        return tekst, (f"In ‘{naam}’ zijn tekens beschadigd. {_BEWAAR}",)
    return tekst, ()


def marked_utf16(inhoud: bytes) -> bytes:
    """Zet het teken van UTF-16 voor bytes die UTF-16 zijn en dat niet zeggen.

    In gewone tekst is dan om en om een byte nul.
    """
    begin = inhoud[:4000]
    if b"\x00" not in begin or begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return inhoud
    even, oneven = begin[::2].count(0), begin[1::2].count(0)
    if even == 0 and oneven > 0.4 * len(begin):
        return codecs.BOM_UTF16_LE + inhoud
    if oneven == 0 and even > 0.4 * len(begin):
        return codecs.BOM_UTF16_BE + inhoud
    return inhoud


def split_first_column(blad: Blad, naam: str) -> Blad | None:
    """Splits een werkblad waarin elke rij als één tekst in de eerste kolom staat.

    Zo opent een Nederlands Excel een CSV-bestand met komma's. Wat Excel op een puntkomma toch over
    meer kolommen verdeelde, komt weer bij elkaar.
    """
    gevuld = [cel for cel in blad.begin[0][1] if cel not in {None, ""}] if blad.begin else []
    if len(gevuld) != 1 or not isinstance(gevuld[0], str):
        return None
    teken = max(",\t|;", key=gevuld[0].count)
    if gevuld[0].count(teken) < 2:
        return None

    def lees() -> Iterator[Rij]:
        for nummer, cellen in blad.lees():
            delen = ["" if cel is None else str(cel) for cel in cellen]
            tekst = " ".join(";".join(delen).rstrip(";").split("\n"))
            if len(rij := next(csv.reader([tekst], delimiter=teken), [])) > MAX_KOLOMMEN:
                raise too_wide(naam)
            yield nummer, list(rij)

    wat = {",": "elke komma", "\t": "elke tab", "|": "elk streepje", ";": "elke puntkomma"}[teken]
    zin = (
        f"In ‘{naam}’ stond elke rij als één tekst in de eerste kolom. De tekst is gesplitst bij "
        f"{wat}. Klopt dat niet, voeg dan het CSV-bestand zelf toe."
    )
    return Blad(lees, blad.naam, blad.verborgen, meldingen=(zin,))


def _rows(tekst: str, teken: str, naam: str) -> Iterator[Rij]:
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken)
    breedte = 0
    _refuse_open_quote(tekst, teken, naam)
    try:
        for nummer, cellen in enumerate(lezer, 1):
            if len(cellen) > MAX_KOLOMMEN:
                raise too_wide(naam)
            if not any(cel.strip() for cel in cellen):
                continue
            breedte = breedte or len(cellen)
            if any(_swallowed(cel, teken, breedte) for cel in cellen if "\n" in cel):
                raise BestandError(
                    f"In ‘{naam}’ staat in rij {nummer} een aanhalingsteken dat niet wordt "
                    "afgesloten. Daardoor schuiven de rijen erna in één cel. Haal het weg en voeg "
                    "het bestand opnieuw toe."
                )
            yield nummer, list(cellen)
    except csv.Error as fout:
        raise BestandError(
            f"‘{naam}’ is niet als tabel te lezen ({fout}). Bewaar het opnieuw als CSV."
        ) from fout


def _swallowed(cel: str, teken: str, breedte: int) -> bool:
    """Zeg of een cel eigenlijk rijen van de tabel bevat."""
    return breedte > 3 and any(regel.count(teken) == breedte - 1 for regel in cel.split("\n")[1:])


def _refuse_open_quote(tekst: str, teken: str, naam: str) -> None:
    """Weiger tekst waarin het laatste aanhalingsteken de rest van het bestand opslokt."""
    if tekst.count('"') % 2 == 0:
        return
    try:
        for _ in csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True):
            pass
    except csv.Error as fout:
        if "end of data" in str(fout):
            raise BestandError(
                f"In ‘{naam}’ staat een aanhalingsteken dat niet wordt afgesloten. Daardoor "
                "schuiven rijen in één cel. Haal het weg en voeg het bestand opnieuw toe."
            ) from fout


def _shape(tekst: str, teken: str) -> tuple[int, int]:
    """Geef hoe goed een teken een tabel maakt: hoeveel rijen even breed zijn, en hoe breed."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken)
    breedtes: list[int] = []
    for cellen in lezer:
        if any(cel.strip() for cel in cellen):
            breedtes.append(len(cellen))
        if len(breedtes) > KOPZOEK:
            break
    meest = Counter(b for b in breedtes if b > 1).most_common(1)
    if not meest:
        return 0, 1
    breedte, keer = meest[0]
    return (2 if keer == len(breedtes) else 1), breedte
