"""Lees een datum zoals mensen hem typen."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from lv_tools.basis.taal.notatie import MAANDEN, datum_kort

_CIJFERS = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
_VOLUIT = re.compile(
    r"([0-9]{1,2})\s+([a-zé]{3,9})\.?\s+([0-9]{4}|['’]?[0-9]{2})", re.ASCII | re.IGNORECASE
)
_UITWEG = "Typ dag, maand en jaar, bijvoorbeeld 1-9-2026 of 1 september 2026"
#: Waar ook gesproken taal mag. Wat vaag is (‘eind december’), kiest de lezer zelf: gokken mag niet.
_UITWEG_GEZEGD = "Typ een dag, bijvoorbeeld 11 dec, 11-12-2026 of volgende week vrijdag"
_KORT = {"mrt": 3, "sept": 9}
_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ROND_VANDAAG = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_WEEKDAG = re.compile(
    r"(?P<voor>(?:komende|aanstaande|aankomende|deze|volgende|afgelopen|vorige)(?: week)? )?"
    r"(?:op )?"
    r"(?P<dag>[^\W\d_]{2,9})\.?(?P<na> (?:(?:deze|volgende|komende|vorige) week|over .+))?"
)
_GETALLEN = {
    woord: getal
    for getal, woord in enumerate(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"), 1
    )
}
_OVER = re.compile(
    rf"over (?P<hoeveel>[0-9]{{1,3}}|{'|'.join(_GETALLEN)}) "
    r"(?P<wat>dag|dagen|week|weken|maand|maanden)"
)
#: Wat mensen om een dag heen zeggen zonder dat het een andere dag wordt.
_ERVOOR = re.compile(r"(?:(?:v[oó][oó]r|uiterlijk|per|op|a\.?s\.) )+")
_ERNA = re.compile(r"(?: a\.?s\.?)+$")
_ZONDER_JAAR = re.compile(
    r"(?P<dag>[0-9]{1,2})(?:\s*[-/.]\s*(?P<cijfer>[0-9]{1,2})|(?:e|ste|de)?\s+(?P<woord>[^\W\d_]{3,9})\.?)"
)
_MET_WEEKDAG = re.compile(r"(?P<weekdag>[^\W\d_]{2,9})\.?,? (?P<rest>[0-9].*)", re.IGNORECASE)


@dataclass(frozen=True)
class Datumprobleem:
    """Waarom een tekst geen datum is, en wat te doen."""

    probleem: str
    uitweg: str


def parse_date(tekst: str) -> date | Datumprobleem:
    """Lees een datum met de dag voorop, of in ISO-vorm met het jaar voorop.

    Een jaar van twee cijfers telt als 2000 tot en met 2099. Staat er een dag van de week bij, dan
    moet die bij de datum passen.

    Examples
    --------
    >>> parse_date("dinsdag 1 september 2026")
    datetime.date(2026, 9, 1)
    """
    kaal = " ".join(tekst.split())
    if (gevonden := _MET_WEEKDAG.fullmatch(kaal)) and _weekday(gevonden["weekdag"]) is not None:
        return _matching(parse_date(gevonden["rest"]), gevonden["weekdag"])
    if gevonden := _ISO.fullmatch(kaal):
        jaar, maand, dag = (int(deel) for deel in gevonden.groups())
    elif gevonden := _CIJFERS.fullmatch(kaal):
        dag, maand, jaar = (int(deel) for deel in gevonden.groups())
        jaar += 2000 if jaar < 100 else 0
    elif (gevonden := _VOLUIT.fullmatch(kaal)) and month(gevonden[2]):
        dag, maand, jaar = int(gevonden[1]), month(gevonden[2]), int(gevonden[3].strip("'’"))
        jaar += 2000 if jaar < 100 else 0
    else:
        korter = kaal if len(kaal) <= 40 else kaal[:39] + "…"
        return Datumprobleem(f"‘{korter}’ is geen datum", _UITWEG)
    if not 1 <= maand <= 12:
        return Datumprobleem(f"maand {maand} bestaat niet", _UITWEG)
    if not 1900 <= jaar <= 2200:
        return Datumprobleem(f"het jaar {jaar} ligt te ver weg", _UITWEG)
    dagen = calendar.monthrange(jaar, maand)[1]
    if not 1 <= dag <= dagen:
        return Datumprobleem(
            f"{MAANDEN[maand - 1]} {jaar} heeft geen dag {dag}",
            f"Kies een dag van 1 tot en met {dagen}",
        )
    return date(jaar, maand, dag)


def parse_spoken(tekst: str, vandaag: date, *, terug: bool = False) -> date | Datumprobleem:
    """Lees een datum zoals mensen hem zeggen: ‘11 dec’, ‘volgende week vrijdag’ of ‘morgen’.

    Wat :func:`parse_date` leest, betekent hier hetzelfde. Een dag zonder jaar is de eerstvolgende
    keer dat die dag er is, of met ``terug`` de laatste keer. Een week begint op maandag. Staat er
    een dag van de week bij een datum, dan moeten die twee bij elkaar passen. ‘Voor’, ‘uiterlijk’ en
    ‘a.s.’ mogen erbij staan. Wat meer dan één dag kan zijn (‘eind december’), is geen datum.

    Examples
    --------
    >>> parse_spoken("11 dec", date(2026, 11, 28))
    datetime.date(2026, 12, 11)
    >>> parse_spoken("volgende week vrijdag", date(2026, 11, 28))
    datetime.date(2026, 12, 4)
    """
    dag = _said(_ERNA.sub("", _ERVOOR.sub("", _squeeze(tekst), 1)), vandaag, terug=terug)
    if dag is None:
        dag = parse_date(tekst)
    if isinstance(dag, Datumprobleem) and dag.uitweg == _UITWEG:
        return Datumprobleem(dag.probleem, _UITWEG_GEZEGD)
    return dag


def _squeeze(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def _said(kaal: str, vandaag: date, *, terug: bool) -> date | Datumprobleem | None:
    """Lees een dag in gesproken taal; ``None`` als dit er geen is."""
    if kaal in _ROND_VANDAAG:
        return vandaag + timedelta(_ROND_VANDAAG[kaal])
    if gevonden := _OVER.fullmatch(kaal):
        return _from_now(gevonden, vandaag)
    if (gevonden := _WEEKDAG.fullmatch(kaal)) and (dag := _weekday(gevonden["dag"])) is not None:
        return _on_weekday(dag, (gevonden["voor"] or gevonden["na"] or "").strip(), vandaag)
    if (gevonden := _MET_WEEKDAG.fullmatch(kaal)) and _weekday(gevonden["weekdag"]) is not None:
        rest = parse_spoken(gevonden["rest"], vandaag, terug=terug)
        return _matching(rest, gevonden["weekdag"])
    if gevonden := _ZONDER_JAAR.fullmatch(kaal):
        maand = int(gevonden["cijfer"]) if gevonden["cijfer"] else month(gevonden["woord"])
        return _without_year(int(gevonden["dag"]), maand, vandaag, terug=terug)
    return parse_date(kaal)


def _from_now(over: re.Match[str], vandaag: date) -> date:
    """Tel dagen, weken of maanden verder; een te korte maand eindigt op haar laatste dag."""
    hoeveel = _GETALLEN.get(over["hoeveel"]) or int(over["hoeveel"])
    if not over["wat"].startswith("maand"):
        return vandaag + timedelta(hoeveel * (7 if over["wat"].startswith("we") else 1))
    jaren, maand = divmod(vandaag.month - 1 + hoeveel, 12)
    jaar, maand = vandaag.year + jaren, maand + 1
    return date(jaar, maand, min(vandaag.day, calendar.monthrange(jaar, maand)[1]))


def write_with_weekday(dag: date) -> str:
    """Schrijf een datum kort met de dag van de week erbij; :func:`parse_date` leest hem terug.

    Examples
    --------
    >>> write_with_weekday(date(2026, 12, 11))
    'vr 11-12-2026'
    """
    return f"{_DAGEN[dag.weekday()][:2]} {datum_kort(dag)}"


def _weekday(naam: str) -> int | None:
    if naam.casefold() == "maand":  # ‘volgende maand’ is geen maandag
        return None
    treffers = [nr for nr, dag in enumerate(_DAGEN) if dag.startswith(naam.casefold())]
    return treffers[0] if len(treffers) == 1 else None


def _on_weekday(dag: int, welke: str, vandaag: date) -> date | None:
    """Geef een dag van de week: de eerstvolgende, of die in de week die erbij staat."""
    woorden = welke.split()
    week = {"deze": 0, "volgende": 1, "komende": 1, "vorige": -1}
    if woorden[:1] == ["over"]:  # ‘vrijdag over twee weken’: de vrijdag in die week
        over = _OVER.fullmatch(welke)
        if over is None or not over["wat"].startswith("we"):
            return None
        vandaag = _from_now(over, vandaag)
        return vandaag + timedelta(dag - vandaag.weekday())
    if "week" in woorden and woorden[0] in week:
        maandag = vandaag - timedelta(vandaag.weekday())
        return maandag + timedelta(7 * week[woorden[0]] + dag)
    if woorden[:1] in (["afgelopen"], ["vorige"]):
        return vandaag - timedelta((vandaag.weekday() - dag - 1) % 7 + 1)
    return vandaag + timedelta((dag - vandaag.weekday() - 1) % 7 + 1)


def _matching(dag: date | Datumprobleem, weekdag: str) -> date | Datumprobleem:
    if isinstance(dag, Datumprobleem) or _DAGEN[dag.weekday()].startswith(weekdag.casefold()):
        return dag
    return Datumprobleem(
        f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year} is een {_DAGEN[dag.weekday()]}",
        "Kies de dag of de datum die klopt",
    )


def _without_year(dag: int, maand: int, vandaag: date, *, terug: bool) -> date | None:
    """Geef de eerstvolgende of de laatste keer van deze dag; ``None`` als hij nooit bestaat."""
    jaren = range(vandaag.year - 8, vandaag.year + 9)
    bestaat = [
        date(jaar, maand, dag)
        for jaar in jaren
        if 1 <= maand <= 12 and 1 <= dag <= calendar.monthrange(jaar, maand)[1]
    ]
    if terug:
        return max((kan for kan in bestaat if kan <= vandaag), default=None)
    return min((kan for kan in bestaat if kan >= vandaag), default=None)


def month(naam: str) -> int:
    """Geef het nummer van een maand bij zijn naam of de eerste letters ervan; anders 0."""
    klein = naam.casefold()
    if klein in _KORT:
        return _KORT[klein]
    treffers = [nr for nr, maand in enumerate(MAANDEN, 1) if maand.startswith(klein)]
    return treffers[0] if len(treffers) == 1 else 0
