"""Lees wat iemand typt, met Nederlandse gewoonten, en zeg bij een fout wat de uitweg is.

Een fout is een waarde (:class:`Invoerfout`), geen uitzondering: wat wel klopte, blijft staan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any, Literal

from lv_tools.basis.taal.datumtaal import Datumprobleem, parse_date
from lv_tools.basis.taal.getaltaal import readings
from lv_tools.basis.taal.notatie import datum, getal, opsomming

Soort = Literal["tekst", "tekstvak", "getal", "geheel", "percentage", "datum", "tijd", "keuze"]

#: Langste vrije tekst als een veld niets anders zegt; ruim een bladzijde of vier.
LANGSTE_TEKST = 10_000
_TIJD = re.compile(r"([0-9]{1,2})(?:\s*[.:u]\s*([0-9]{2}))?\s*(?:uur|u)?", re.IGNORECASE)
_STUURTEKEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


@dataclass(frozen=True)
class Invoerfout:
    """Wat er niet klopt: het veld, wat er stond, wat daaraan schort en wat te doen."""

    veld: str
    waarde: str
    probleem: str
    uitweg: str

    def __str__(self) -> str:
        return f"{self.veld}: {self.probleem}. {self.uitweg}."


@dataclass(frozen=True)
class Veld:
    """Een vraag aan de gebruiker: gegevens, zodat een redacteur ze zonder programmeur wijzigt.

    Parameters
    ----------
    naam
        Sleutel in de uitkomst.
    label
        Wat er gevraagd wordt; zo heet het veld ook in een fout.
    soort
        Wat voor antwoord het is.
    minimum, maximum
        Grenzen van een getal (inbegrepen) of van een datum (ISO-vorm, ``"2026-09-01"``).
    opties
        Bij een keuze: paren van sleutel en opschrift.
    lengte
        Grootste aantal tekens van een tekst.
    terug
        Gaat een datum over iets dat geweest is? Dan is een dag zonder jaar de laatste keer.
    """

    naam: str
    label: str
    soort: Soort = "tekst"
    hulp: str = ""
    verplicht: bool = False
    minimum: float | str | None = None
    maximum: float | str | None = None
    opties: tuple[tuple[str, str], ...] = ()
    lengte: int = LANGSTE_TEKST
    terug: bool = False


Waarde = str | float | int | date | time | None


@dataclass(frozen=True)
class Ingevuld:
    """De uitkomst van een reeks velden: wat klopte, en per veld wat niet klopte."""

    waarden: Mapping[str, Waarde] = field(default_factory=dict)
    fouten: tuple[Invoerfout, ...] = ()


def read_field(veld: Veld, ruw: object) -> Waarde | Invoerfout:
    """Lees de invoer van een veld.

    Returns
    -------
    str, float, int, datetime.date, datetime.time, None of Invoerfout
        ``None`` als een veld dat niet verplicht is, leeg is.
    """
    tekst = clean_text(ruw)
    kaal = tekst.strip()
    if not kaal:
        if not veld.verplicht:
            return None
        wat = "kies een van de opties" if veld.soort == "keuze" else "vul dit veld in"
        return Invoerfout(veld.label, "", "er is nog niets ingevuld", wat.capitalize())
    return _READERS[veld.soort](kaal, veld)


def read_fields(velden: Sequence[Veld], ruw: Mapping[str, object]) -> Ingevuld:
    """Lees een reeks velden; een fout in het ene veld raakt het andere niet."""
    waarden: dict[str, Waarde] = {}
    fouten: list[Invoerfout] = []
    for veld in velden:
        uitkomst = read_field(veld, ruw.get(veld.naam, ""))
        if isinstance(uitkomst, Invoerfout):
            fouten.append(uitkomst)
        else:
            waarden[veld.naam] = uitkomst
    return Ingevuld(waarden, tuple(fouten))


def read_number(
    tekst: str, veld: str, *, minimum: float | None = None, maximum: float | None = None
) -> float | Invoerfout:
    """Lees een getal: ``6,4``, ``6.4``, ``1.234,5`` of ``1 234,5``.

    Een punt met precies drie cijfers erachter (``1.234``) kan een duizendtal zijn of een komma.
    Past maar een van beide binnen de grenzen, dan is dat het; passen ze allebei, dan vraagt de
    fout om het anders te typen. Gokken zou een factor duizend kunnen schelen.
    """
    lezingen = readings(tekst)
    if not lezingen:
        return Invoerfout(
            veld, tekst, f"‘{_short(tekst)}’ is geen getal", "Typ een getal, bijvoorbeeld 6,4"
        )
    passend = [waarde for waarde in lezingen if _inside(waarde, minimum, maximum)]
    if len(passend) > 1:
        een, ander = (f"{waarde:f}".replace(".", ",") for waarde in passend)
        kaal = _short(tekst)
        return Invoerfout(
            veld, tekst, f"‘{kaal}’ kan twee dingen betekenen", f"Typ {een} of {ander}"
        )
    if not passend:
        return _outside(veld, tekst, minimum, maximum)
    return float(passend[0])


def read_whole(
    tekst: str, veld: str, *, minimum: float | None = None, maximum: float | None = None
) -> int | Invoerfout:
    """Lees een heel getal: ``1234``, ``1.234`` of ``1 234``."""
    for waarde in readings(tekst):
        if waarde == waarde.to_integral():
            if _inside(waarde, minimum, maximum):
                return int(waarde)
            return _outside(veld, tekst, minimum, maximum)
    return Invoerfout(
        veld, tekst, f"‘{_short(tekst)}’ is geen heel getal", "Typ een heel getal, bijvoorbeeld 12"
    )


def read_percentage(
    tekst: str, veld: str, *, minimum: float = 0, maximum: float = 100
) -> float | Invoerfout:
    """Lees een percentage op de schaal 0 tot 100; een procentteken mag erachter staan."""
    uitkomst = read_number(tekst.rstrip().removesuffix("%"), veld, minimum=minimum, maximum=maximum)
    if not isinstance(uitkomst, Invoerfout):
        return uitkomst
    uitweg = uitkomst.uitweg.replace("bijvoorbeeld 6,4", "bijvoorbeeld 37,5")
    probleem = uitkomst.probleem.replace("geen getal", "geen percentage")
    return Invoerfout(veld, tekst, probleem, uitweg)


def read_date(
    tekst: str, veld: str, *, minimum: date | None = None, maximum: date | None = None
) -> date | Invoerfout:
    """Lees een datum: ``1-9-2026``, ``1/9/2026``, ``1 september 2026`` of ``2026-09-01``."""
    dag = parse_date(tekst)
    if isinstance(dag, Datumprobleem):
        return Invoerfout(veld, tekst, dag.probleem, dag.uitweg)
    if minimum is not None and dag < minimum:
        return Invoerfout(
            veld, tekst, f"{datum(dag)} is te vroeg", f"Kies een dag vanaf {datum(minimum)}"
        )
    if maximum is not None and dag > maximum:
        return Invoerfout(
            veld, tekst, f"{datum(dag)} is te laat", f"Kies een dag tot en met {datum(maximum)}"
        )
    return dag


def read_time(tekst: str, veld: str) -> time | Invoerfout | None:
    """Lees een tijd zoals mensen die typen: 9.30, 9:30 of 9 uur; leeg is ``None``.

    Examples
    --------
    >>> read_time("9.30 uur", "Begintijd")
    datetime.time(9, 30)
    """
    kaal = tekst.strip()
    if not kaal:
        return None
    gevonden = _TIJD.fullmatch(kaal)
    if gevonden:
        uur, minuut = int(gevonden[1]), int(gevonden[2] or 0)
        if uur < 24 and minuut < 60:
            return time(uur, minuut)
    uitweg = "Typ uren en minuten, bijvoorbeeld 9.30"
    return Invoerfout(veld, tekst, f"‘{kaal[:20]}’ is geen tijd", uitweg)


def read_choice(tekst: str, veld: str, opties: Sequence[tuple[str, str]]) -> str | Invoerfout:
    """Lees een keuze: de sleutel, of het opschrift zonder op hoofdletters te letten."""
    for sleutel, opschrift in opties:
        if tekst == sleutel or tekst.casefold() == opschrift.casefold():
            return sleutel
    namen = opsomming([opschrift for _sleutel, opschrift in opties], "of")
    return Invoerfout(veld, tekst, f"‘{_short(tekst)}’ staat niet in de lijst", f"Kies {namen}")


def read_text(
    tekst: str, veld: str, *, lengte: int = LANGSTE_TEKST, regels: bool = True
) -> str | Invoerfout:
    """Lees vrije tekst; zonder ``regels`` wordt een nieuwe regel een spatie."""
    schoon = clean_text(tekst)
    if not regels:
        schoon = " ".join(schoon.split())
    if len(schoon) <= lengte:
        return schoon
    teveel = getal(len(schoon) - lengte)
    probleem = f"de tekst telt {getal(len(schoon))} tekens en er passen er {getal(lengte)}"
    return Invoerfout(veld, schoon, probleem, f"Maak de tekst {teveel} tekens korter")


def clean_text(ruw: object) -> str:
    """Geef tekst zonder tekens die niemand ziet maar die bestanden en schermen in de war brengen.

    Stuurtekens, halve tekenparen en omkeringen van de leesrichting gaan weg; tabs en nieuwe
    regels blijven.
    """
    if ruw is None:
        return ""
    if type(ruw) is str and ruw.isprintable():  # dan zit er niets van dit alles in
        return ruw
    return _STUURTEKEN.sub("", str(ruw).replace("\r\n", "\n").replace("\r", "\n"))


def _read_bounded(kaal: str, veld: Veld) -> Waarde | Invoerfout:
    lees = read_whole if veld.soort == "geheel" else read_number
    return lees(kaal, veld.label, minimum=_bound(veld.minimum), maximum=_bound(veld.maximum))


def _read_share(kaal: str, veld: Veld) -> Waarde | Invoerfout:
    onder, boven = _bound(veld.minimum), _bound(veld.maximum)
    return read_percentage(
        kaal,
        veld.label,
        minimum=0 if onder is None else onder,
        maximum=100 if boven is None else boven,
    )


def _read_day(kaal: str, veld: Veld) -> Waarde | Invoerfout:
    return read_date(kaal, veld.label, minimum=_day(veld.minimum), maximum=_day(veld.maximum))


def _read_words(kaal: str, veld: Veld) -> Waarde | Invoerfout:
    return read_text(kaal, veld.label, lengte=veld.lengte, regels=veld.soort == "tekstvak")


_READERS: Mapping[Soort, Callable[[str, Veld], Waarde | Invoerfout]] = {
    "tekst": _read_words,
    "tekstvak": _read_words,
    "getal": _read_bounded,
    "geheel": _read_bounded,
    "percentage": _read_share,
    "datum": _read_day,
    "tijd": lambda kaal, veld: read_time(kaal, veld.label),
    "keuze": lambda kaal, veld: read_choice(kaal, veld.label, veld.opties),
}


def _inside(waarde: Decimal, minimum: float | None, maximum: float | None) -> bool:
    return (minimum is None or waarde >= Decimal(str(minimum))) and (
        maximum is None or waarde <= Decimal(str(maximum))
    )


def _outside(veld: str, tekst: str, minimum: float | None, maximum: float | None) -> Invoerfout:
    if minimum is not None and maximum is not None:
        grens = f"van {getal(minimum)} tot en met {getal(maximum)}"
    elif minimum is not None:
        grens = f"vanaf {getal(minimum)}"
    else:
        grens = f"tot en met {getal(maximum)}"
    return Invoerfout(
        veld, tekst, f"{_short(tekst)} valt buiten de grenzen", f"Typ een getal {grens}"
    )


def _short(tekst: str) -> str:
    kaal = " ".join(clean_text(tekst).split())
    return kaal if len(kaal) <= 40 else kaal[:39] + "…"


def _bound(grens: float | str | None) -> float | None:
    return None if grens is None else float(grens)


def _day(grens: Any) -> date | None:
    return grens if grens is None or isinstance(grens, date) else date.fromisoformat(str(grens))
