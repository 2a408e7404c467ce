"""Getallen, percentages, datums en opsommingen zoals een Nederlandse lezer ze verwacht."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

#: Teken voor een waarde die er niet is; in een tabel staat er voor schermlezers "geen gegeven" bij.
LEEG = "–"


def gevolgd(kop: str, door: str) -> str:
    """Zet iets achter een kop die iemand zelf schreef; een vraag krijgt geen dubbele punt.

    Examples
    --------
    >>> gevolgd("Havo 4", "vrijdag"), gevolgd("Hoe ver zijn wij?", "vrijdag")
    ('Havo 4: vrijdag', 'Hoe ver zijn wij? vrijdag')
    """
    kop = kop.rstrip()
    return f"{kop} {door}" if kop.endswith((".", "?", "!", ":", "…")) else f"{kop}: {door}"


def getal(waarde: float | Decimal | None, decimalen: int | None = None) -> str:
    """Schrijf een getal met een komma en met punten tussen de duizendtallen.

    Parameters
    ----------
    waarde
        Het getal; ``None`` geeft een streepje.
    decimalen
        Aantal cijfers achter de komma (0 of meer). Zonder opgave blijven de cijfers staan die
        het getal heeft, met een maximum van zes.

    Returns
    -------
    str
        Bijvoorbeeld ``"6,4"`` of ``"1.234,50"``. Een half wordt naar boven afgerond
        (van nul af), zoals op papier.

    Raises
    ------
    ValueError
        Als het getal oneindig of geen getal (NaN) is.

    Examples
    --------
    >>> getal(6.4), getal(1234.5, 2), getal(-0.04, 1)
    ('6,4', '1.234,50', '0,0')
    """
    if waarde is None:
        return LEEG
    exact = waarde if isinstance(waarde, Decimal) else Decimal(str(waarde))
    if not exact.is_finite():
        raise ValueError(f"{waarde} is geen getal dat geschreven kan worden")
    if decimalen is None:
        afgerond = _round(exact, 6).normalize()
        if afgerond == afgerond.to_integral():
            afgerond = afgerond.quantize(Decimal(1))
    else:
        afgerond = _round(exact, decimalen)
    if afgerond == 0:
        afgerond = abs(afgerond)  # geen "-0"
    return f"{afgerond:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def procent(waarde: float | Decimal | None, decimalen: int | None = None) -> str:
    """Schrijf een percentage op de schaal van 0 tot 100.

    Examples
    --------
    >>> procent(37), procent(12.5), procent(None)
    ('37%', '12,5%', '–')
    """
    return LEEG if waarde is None else f"{getal(waarde, decimalen)}%"


def interval(onder: float, boven: float, *, decimalen: int = 0) -> str:
    """Schrijf een interval van aandelen (0 tot 1) als percentages.

    Parameters
    ----------
    onder, boven
        Grenzen als aandeel, 0 tot en met 1, met ``onder <= boven``.
    decimalen
        Cijfers achter de komma.

    Raises
    ------
    ValueError
        Als de grenzen buiten 0 tot 1 vallen of verwisseld zijn.

    Examples
    --------
    >>> interval(0.212, 0.54)
    '21% tot 54%'
    """
    if not 0 <= onder <= boven <= 1:
        raise ValueError(f"een interval loopt op tussen 0 en 1; {onder} tot {boven} doet dat niet")
    links = procent(Decimal(str(onder)) * 100, decimalen)
    rechts = procent(Decimal(str(boven)) * 100, decimalen)
    return f"{links} tot {rechts}"


def datum(dag: date) -> str:
    """Schrijf een datum voluit.

    Examples
    --------
    >>> datum(date(2026, 9, 1))
    '1 september 2026'
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_kort(dag: date) -> str:
    """Schrijf een datum in cijfers: ``1-9-2026``."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def tijdstip(moment: datetime) -> str:
    """Schrijf datum en tijd: ``1 september 2026, 14.05 uur``."""
    return f"{datum(moment)}, {moment.hour}.{moment.minute:02d} uur"


def aantal(hoeveel: int, enkelvoud: str, meervoud: str) -> str:
    """Schrijf een aantal met het passende woord.

    Examples
    --------
    >>> aantal(1, "afdeling", "afdelingen"), aantal(1234, "afdeling", "afdelingen")
    ('1 afdeling', '1.234 afdelingen')
    """
    return f"{getal(hoeveel)} {enkelvoud if hoeveel == 1 else meervoud}"


def genummerd(teksten: Sequence[str]) -> str:
    """Zeg welk nummer bij welke tekst hoort, zoals bij een schaal.

    Examples
    --------
    >>> genummerd(["oneens", "eens"])
    '1 = oneens; 2 = eens'
    """
    return "; ".join(f"{nummer} = {tekst}" for nummer, tekst in enumerate(teksten, start=1))


def opsomming(woorden: Sequence[str], voegwoord: str = "en") -> str:
    """Voeg woorden samen tot een lopende opsomming.

    Examples
    --------
    >>> opsomming(["SKA1", "SKA2", "OP3"])
    'SKA1, SKA2 en OP3'
    """
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} {voegwoord} {woorden[-1]}"


def _round(waarde: Decimal, decimalen: int) -> Decimal:
    return waarde.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
