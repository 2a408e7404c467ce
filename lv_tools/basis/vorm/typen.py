"""Van wat iemand typt naar een waarde en terug, zoals het type op die plek vraagt."""

from __future__ import annotations

import types
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Union, get_args, get_origin

from lv_tools.basis.invoer.velden import Invoerfout, Veld, clean_text, read_field
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.basis.vorm.codec import split
from lv_tools.basis.vorm.enkel import bound
from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst


def field_of(soort: Any, naam: str, label: str, /, *, hulp: str = "", **rest: Any) -> Veld:
    """Beschrijf het veld waarmee iemand een waarde van dit type typt.

    Parameters
    ----------
    rest
        Wat het type niet zegt, zoals ``soort="percentage"``, ``verplicht`` of ``opties``.

    Raises
    ------
    TypeError
        Als een waarde van dit type niet te typen is.
    """
    kaal, bij = split(bare(soort))
    if kaal is str:
        grens = bound(bij, Tekst) or Tekst(1_000)
        eigen: dict[str, Any] = {
            "soort": "tekstvak" if grens.regels else "tekst",
            "lengte": grens.hoogstens,
            "verplicht": not grens.leeg,
        }
    elif kaal in (int, float, Fraction):
        getallen = bound(bij, Getal) or Getal()
        eigen = {
            "soort": "geheel" if kaal is int else "getal",
            "minimum": _edge(getallen.laagste),
            "maximum": _edge(getallen.hoogste),
            "verplicht": not may_be_empty(soort),
        }
    elif kaal is date or kaal is time:
        eigen = {
            "soort": "datum" if kaal is date else "tijd",
            "verplicht": not may_be_empty(soort),
        }
    elif (regel := _line(kaal)) is not None:
        hoeveel = bound(bij, Hoogstens) or Hoogstens(100)
        eigen = {"soort": "tekstvak", "lengte": hoeveel.aantal * (regel.hoogstens + 2)}
    else:
        raise TypeError(f"een waarde van {soort!r} is niet te typen")
    return Veld(naam, label, hulp=hulp, **{**eigen, **rest})


def parse(soort: Any, veld: Veld, tekst: str) -> Any:
    """Lees getypte tekst als waarde van een type, of geef de :class:`Invoerfout`.

    Een leeg veld is ``""`` bij tekst, en anders ``None``. Tekst blijft zoals zij getypt is, met
    de spaties eromheen; alleen stuurtekens gaan weg.
    """
    gelezen = read_field(veld, tekst)
    if isinstance(gelezen, Invoerfout):
        return gelezen
    kaal, bij = split(bare(soort))
    if (regel := _line(kaal)) is not None:
        return _lines(veld, clean_text(tekst), regel, bound(bij, Hoogstens) or Hoogstens(100))
    if kaal is str:
        schoon = clean_text(tekst)
        return schoon if veld.soort == "tekstvak" else schoon.replace("\n", " ")
    if gelezen is None and soort is kaal:
        return Invoerfout(veld.label, "", "er is nog niets ingevuld", "Vul dit veld in")
    if kaal is Fraction and gelezen is not None:
        return Fraction(str(gelezen))
    return gelezen


def show(waarde: Any) -> str:
    """Schrijf een waarde zoals iemand haar zou typen; :func:`parse` leest haar terug."""
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return datum_kort(waarde)
    if isinstance(waarde, time):
        return f"{waarde.hour}.{waarde.minute:02d}"
    if isinstance(waarde, tuple):
        return "\n".join(waarde)
    if isinstance(waarde, Fraction | float):
        # Zonder punten tussen duizendtallen: ‘1.234’ is ook als 1,234 te lezen.
        breuk = Fraction(str(waarde)) if isinstance(waarde, float) else waarde
        tekst = f"{round(Decimal(breuk.numerator) / Decimal(breuk.denominator), 12):f}"
        return (tekst.rstrip("0").rstrip(".") if "." in tekst else tekst).replace(".", ",")
    return str(waarde)


def empty(soort: Any, anders: Any) -> Any:
    """Geef de lege waarde van een type, of ``anders`` als het type die niet heeft."""
    if may_be_empty(soort):
        return None
    kaal, bij = split(soort)
    return "" if kaal is str and (bound(bij, Tekst) or Tekst(0)).leeg else anders


def is_typed(soort: Any) -> bool:
    """Is een waarde van dit type in een veld te typen?"""
    kaal = split(bare(soort))[0]
    return kaal in (str, int, float, Fraction, date, time) or _line(kaal) is not None


def is_text(soort: Any) -> bool:
    """Is een waarde van dit type tekst, of een reeks regels tekst?"""
    kaal = split(bare(soort))[0]
    return kaal is str or _line(kaal) is not None


def bare(soort: Any) -> Any:
    """Haal ``| None`` van een type af, en houd de grenzen erbij."""
    kaal, bij = split(soort)
    if get_origin(kaal) not in (Union, types.UnionType):
        return soort
    leden = [deel for deel in get_args(kaal) if deel is not type(None)]
    if len(leden) != 1:
        return soort
    (lid,) = leden
    eigen, grenzen = split(lid)
    grenzen = (*grenzen, *bij)
    return Annotated[eigen, *grenzen] if grenzen else eigen


def may_be_empty(soort: Any) -> bool:
    """Mag hier ook ``None`` staan?"""
    kaal, _bij = split(soort)
    return type(None) in get_args(kaal) and get_origin(kaal) in (Union, types.UnionType)


def _line(kaal: Any) -> Tekst | None:
    """Geef de grens van een regel, als dit een reeks regels tekst is."""
    delen = get_args(kaal)
    if get_origin(kaal) is not tuple or delen[1:] != (...,) or split(delen[0])[0] is not str:
        return None
    return bound(split(delen[0])[1], Tekst) or Tekst(1_000)


def _lines(veld: Veld, tekst: str, regel: Tekst, hoeveel: Hoogstens) -> Any:
    """Lees een waarde per regel; lege regels tellen niet."""
    regels = tuple(schoon for deel in tekst.split("\n") if (schoon := " ".join(deel.split())))
    if len(regels) > hoeveel.aantal:
        return Invoerfout(
            veld.label,
            str(len(regels)),
            f"er staan {len(regels)} regels en er passen er {hoeveel.aantal}",
            "Haal er een paar weg",
        )
    for deel in regels:
        if len(deel) > regel.hoogstens:
            probleem = f"‘{deel[:40]}…’ telt {len(deel)} tekens en er passen er {regel.hoogstens}"
            return Invoerfout(veld.label, deel, probleem, "Maak deze regel korter")
    return regels


def _edge(grens: int | Fraction | None) -> float | None:
    return None if grens is None else float(grens)
