"""De werkbladen van een OpenDocument-rekenblad (.ods), met alleen de standaardbibliotheek."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from lv_tools.basis.tabellen.tabelvorm import MAX_KOLOMMEN, MAX_RIJEN, Blad, Rij, too_many, too_wide

_DUUR = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


def ods_sheets(naam: str, inhoud: bytes) -> tuple[Blad, ...]:
    """Geef de werkbladen, zichtbare eerst.

    Raises
    ------
    Exception
        Bij een beschadigd bestand kan het van alles zijn; de aanroeper maakt er een zin van.
    """
    with ZipFile(BytesIO(inhoud)) as archief:
        ruw = archief.read("content.xml")
    if b"<!DOCTYPE" in ruw[:2000]:
        raise ValueError("een documenttype hoort niet in een rekenblad")
    boom = ET.fromstring(ruw)  # noqa: S314  (documenttypen zijn net geweigerd)
    verborgen = _hidden_styles(boom)
    bladen = [
        Blad(
            partial(_rows, tabel, naam),
            _get(tabel, "name"),
            _get(tabel, "style-name") in verborgen,
            raster=True,
        )
        for tabel in boom.iter()
        if _local(tabel.tag) == "table"
    ]
    if not bladen:
        raise ValueError("geen werkblad")
    return tuple(sorted(bladen, key=lambda blad: blad.verborgen))


def _hidden_styles(boom: ET.Element) -> set[str]:
    return {
        _get(stijl, "name")
        for stijl in boom.iter()
        if _local(stijl.tag) == "style"
        for deel in stijl
        if _local(deel.tag) == "table-properties" and _get(deel, "display") == "false"
    }


def _rows(tabel: ET.Element, naam: str) -> Iterator[Rij]:
    nummer = 0
    for rij in _walk(tabel):
        keer = _times(rij, "number-rows-repeated")
        cellen = _cells(rij, naam)
        if cellen:
            if keer > MAX_RIJEN:
                raise too_many(naam)
            for extra in range(keer):
                yield nummer + extra + 1, list(cellen)
        nummer += keer


def _walk(deel: ET.Element) -> Iterator[ET.Element]:
    """Geef de rijen, ook die in een groep of in de kop van een blad staan."""
    for kind in deel:
        naam = _local(kind.tag)
        if naam == "table-row":
            yield kind
        elif naam in {"table-row-group", "table-header-rows", "table-rows"}:
            yield from _walk(kind)


def _cells(rij: ET.Element, naam: str) -> list[object]:
    cellen: list[object] = []
    leeg = 0
    for cel in rij:
        if _local(cel.tag) not in {"table-cell", "covered-table-cell"}:
            continue
        keer = _times(cel, "number-columns-repeated")
        waarde = _value(cel)
        if waarde is None:
            leeg += keer
            continue
        if len(cellen) + leeg + keer > MAX_KOLOMMEN:
            raise too_wide(naam)
        cellen += [None] * leeg + [waarde] * keer
        leeg = 0
    return cellen


def _value(cel: ET.Element) -> object:
    soort, waarde = _get(cel, "value-type"), _get(cel, "value")
    tekst = "\n".join(
        _paragraph(alinea) for alinea in cel if _local(alinea.tag) == "p"
    )  # een opmerking bij de cel is geen alinea van de cel zelf
    if soort == "float" and waarde:
        getal = float(waarde)
        return int(getal) if getal.is_integer() and abs(getal) < 1e15 else getal
    if soort == "date":
        try:
            return datetime.fromisoformat(_get(cel, "date-value"))
        except ValueError:
            return tekst or _get(cel, "date-value")
    if soort == "time" and (duur := _DUUR.fullmatch(_get(cel, "time-value"))):
        uur, minuut, seconde = (int(deel) for deel in duur.groups())
        return time(uur % 24, minuut, seconde)
    if soort == "boolean":
        return _get(cel, "boolean-value") == "true"
    return tekst if tekst.strip() else None


def _paragraph(alinea: ET.Element) -> str:
    delen = [alinea.text or ""]
    for kind in alinea:
        naam = _local(kind.tag)
        if naam == "s":
            delen.append(" " * min(_times(kind, "c"), 100))
        elif naam in {"tab", "line-break"}:
            delen.append("\t" if naam == "tab" else "\n")
        elif naam != "annotation":
            delen.append(_paragraph(kind))
        delen.append(kind.tail or "")
    return "".join(delen)


def _times(element: ET.Element, kenmerk: str) -> int:
    tekst = _get(element, kenmerk)
    return max(1, int(tekst)) if tekst.isdigit() else 1


def _get(element: ET.Element, kenmerk: str) -> str:
    return next((w for k, w in element.attrib.items() if _local(k) == kenmerk), "")


def _local(naam: str) -> str:
    return naam.rpartition("}")[2]
