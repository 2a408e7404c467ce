"""Schrijf afspraken als .ics, het bestand dat Outlook, Google en Apple als agenda openen.

De vorm volgt RFC 5545. Tijden zijn in Europe/Amsterdam, met de zomertijd erbij, zodat een overleg
van 10.00 uur in elke maand om 10.00 uur begint. Een heel-de-dag-punt heeft geen tijdzone.

Wat een gebruiker typt, is altijd tekst: het kan geen regel of eigenschap van het bestand worden.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from lv_tools.basis.invoer.velden import clean_text

ICS_TYPE = "text/calendar;charset=utf-8"
#: Langste regel van een .ics-bestand, in bytes.
REGEL = 75
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE"""


@dataclass(frozen=True)
class Agendapunt:
    """Een punt in een agenda.

    Parameters
    ----------
    sleutel
        Waaraan een agenda ziet dat het hetzelfde punt is: wie het bestand nog eens opent, krijgt
        het niet dubbel. De sleutel zelf komt niet in het bestand, alleen een afdruk ervan.
    titel, uitleg, plaats
        Gewone tekst.
    dag
        De dag.
    tijd
        Begin in Amsterdamse tijd; zonder tijd is het een punt voor de hele dag.
    minuten
        Lengte, 1 of meer; telt alleen met een tijd.
    opschrift
        Hoe het punt heet als het vervalt; zie :mod:`lv_tools.basis.uitvoer.agendageheugen`.
    volgnummer, gewijzigd
        De hoeveelste wijziging dit is, en wanneer die was (met tijdzone).
    vervallen
        Het punt gaat niet door. Er zijn agenda's die het dan zelf weghalen; andere laten het
        staan, met de nieuwe titel.
    tot
        De laatste dag van een punt van meer hele dagen.

    Raises
    ------
    ValueError
        Als de lengte niet kan.
    """

    sleutel: str
    titel: str
    dag: date
    tijd: time | None = None
    minuten: int = 60
    uitleg: str = ""
    plaats: str = ""
    opschrift: str = ""
    volgnummer: int = 0
    gewijzigd: datetime | None = None
    vervallen: bool = False
    tot: date | None = None

    def __post_init__(self) -> None:
        if self.minuten < 1:
            raise ValueError(f"minuten {self.minuten}: een punt duurt ten minste een minuut")
        if self.tot is not None and (self.tot < self.dag or self.tijd is not None):
            raise ValueError("een punt van meer dagen loopt vooruit en heeft geen tijd")


def to_ics(punten: Iterable[Agendapunt], naam: str, nu: datetime) -> bytes:
    """Schrijf punten als agendabestand.

    Parameters
    ----------
    punten
        De punten; een sleutel die twee keer voorkomt, telt een keer.
    naam
        Hoe de agenda heet.
    nu
        Moment van schrijven, met tijdzone.

    Returns
    -------
    bytes
        UTF-8, met regeleinden en afgebroken regels zoals de norm ze wil.

    Raises
    ------
    ValueError
        Als ``nu`` geen tijdzone heeft.
    """
    if nu.tzinfo is None:
        raise ValueError("het moment van schrijven heeft een tijdzone nodig")
    stempel = _utc(nu)
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Werk maken van onderwijskwaliteit//lv-tools//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(naam)}",
        "X-WR-TIMEZONE:Europe/Amsterdam",
        *_ZONE.splitlines(),
    ]
    for punt in {punt.sleutel: punt for punt in punten}.values():
        regels += _event(punt, stempel)
    regels.append("END:VCALENDAR")
    return "".join(f"{stuk}\r\n" for regel in regels for stuk in _fold(regel)).encode()


def escape(tekst: str) -> str:
    r"""Schrijf tekst als waarde in een agendabestand.

    Examples
    --------
    >>> escape("a;b,c\nEND:VEVENT")
    'a\\;b\\,c\\nEND:VEVENT'
    """
    schoon = clean_text(tekst).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    # Deze drie tekens lezen sommige agenda's ook als een nieuwe regel.
    schoon = schoon.replace("\u0085", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return schoon.replace("\n", "\\n")


def _event(punt: Agendapunt, stempel: str) -> Iterator[str]:
    afdruk = hashlib.sha256(punt.sleutel.encode("utf-8", "replace")).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{afdruk}@lv-tools"
    yield f"DTSTAMP:{stempel}"
    if punt.gewijzigd is not None:
        yield f"LAST-MODIFIED:{_utc(punt.gewijzigd)}"
    yield f"SEQUENCE:{punt.volgnummer}"
    # Ook een punt dat doorgaat, zegt dat: zo herstelt een agenda wat eerder verviel.
    yield f"STATUS:{'CANCELLED' if punt.vervallen else 'CONFIRMED'}"
    if punt.tijd is None or punt.vervallen:
        yield "TRANSP:TRANSPARENT"
    if punt.tijd is None:
        yield f"DTSTART;VALUE=DATE:{punt.dag:%Y%m%d}"
        laatste = punt.tot or punt.dag
        if laatste < date.max:  # zonder einde duurt een punt één dag
            yield f"DTEND;VALUE=DATE:{laatste + timedelta(days=1):%Y%m%d}"
    else:
        begin = datetime.combine(punt.dag, punt.tijd)
        duur = timedelta(minutes=punt.minuten)
        eind = begin + min(duur, datetime.max - begin)
        yield f"DTSTART;TZID=Europe/Amsterdam:{begin:%Y%m%dT%H%M%S}"
        yield f"DTEND;TZID=Europe/Amsterdam:{eind:%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{escape(punt.titel)}"
    if punt.uitleg:
        yield f"DESCRIPTION:{escape(punt.uitleg)}"
    if punt.plaats:
        yield f"LOCATION:{escape(punt.plaats)}"
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _fold(regel: str) -> Iterator[str]:
    """Breek een regel af op bytes, nooit midden in een teken; een vervolg begint met een spatie."""
    stuk, lengte = "", 0
    for teken in regel:
        breedte = len(teken.encode("utf-8", "replace"))
        if lengte + breedte > REGEL:
            yield stuk
            stuk, lengte = " ", 1
        stuk += teken
        lengte += breedte
    yield stuk
