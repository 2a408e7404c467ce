"""Bewaard werk gecontroleerd teruglezen; schrijven doet :mod:`.staat_schrijven`.

Wie een bestand opent, kan alles aanleveren. Wat niet past, geeft een ``ValueError``; er komt nooit
een half gelezen gesprek op het scherm.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from types import MappingProxyType
from typing import Any, TypeVar

from lv_tools.basis.invoer import clean_text
from lv_tools.gespreksprompter.gesprek import Afspraak, Gesprek, Moment, Parkeerpunt
from lv_tools.gespreksprompter.gids import SOORTEN, Gids, Opdracht, Regel
from lv_tools.gespreksprompter.meegebracht import MEESTE, Meegebracht
from lv_tools.gespreksprompter.model import Ritme, Werk
from lv_tools.gespreksprompter.reeks import Reeks
from lv_tools.gespreksprompter.ritme import Periode, Tempo
from lv_tools.gespreksprompter.staat_agenda import read_calendar, read_used
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

T = TypeVar("T")
#: Langste tekst die iemand kwijt kan, ook als hij een heel document plakt.
LANGSTE = 1_000_000
#: Meer dan dit in een lijst is geen werk van een mens.
GROOTSTE_LIJST = 2_000


def from_json(staat: object) -> Werk:
    """Lees het werk.

    Raises
    ------
    ValueError
        Als er iets ontbreekt of niet kan.
    """
    try:
        return _read_work(_map(staat))
    except (KeyError, TypeError, AttributeError, IndexError) as fout:
        raise ValueError(f"in de bewaarde gesprekken klopt iets niet: {fout!r}") from fout


def _read_work(s: Mapping[str, Any]) -> Werk:
    reeksen = _list(s["reeksen"], _read_series)
    if not reeksen or len({r.id for r in reeksen}) != len(reeksen):
        raise ValueError("er is geen reeks, of twee reeksen hebben dezelfde naam")
    ritme = _map(s["ritme"])
    zelf = {
        (_text(tafel), _day(bedoeld)): _day(dag) if dag else None
        for tafel, bedoeld, dag in _list(ritme["zelf"], tuple)
    }
    kenmerk, uitgegeven = read_calendar(s.get("agenda"))
    return Werk(
        reeksen,
        Ritme(
            _whole(ritme["jaar"], 1900, 2200),
            _read_period(ritme["periode"]),
            _list(ritme["tempos"], _read_pace),
            _list(ritme["vakanties"], _read_period),
            zelf,
        ),
        _text(s["reeks"]),
        _text(s["gesprek"]),
        _read_brought(s.get("meegebracht", [])),  # werk van vroeger heeft dit deel nog niet
        kenmerk,
        uitgegeven,
    )


def _read_brought(lijst: object) -> tuple[Meegebracht, ...]:
    vragen = _list(lijst, _read_brought_question)
    if len(vragen) > MEESTE or len({v.id for v in vragen}) != len(vragen):
        raise ValueError("er zijn te veel meegebrachte vragen, of twee hebben dezelfde naam")
    return vragen


def _read_brought_question(s: object) -> Meegebracht:
    v = _map(s)
    vraag = Meegebracht(
        *(_text(v[naam]) for naam in ("id", "tekst", "fase", "onderwerp", "reden", "herkomst"))
    )
    if not vraag.id.startswith("mee-") or not vraag.tekst:
        raise ValueError("een meegebrachte vraag heeft geen naam of geen tekst")
    if vraag.fase and vraag.fase not in inhoud().fasen:
        raise ValueError(f"een meegebrachte vraag in fase {vraag.fase!r} bestaat niet")
    return vraag


def _read_series(s: object) -> Reeks:
    r = _map(s)
    gesprekken = _list(r["gesprekken"], _read_conversation)
    if len({g.id for g in gesprekken}) != len(gesprekken):
        raise ValueError("twee gesprekken in een reeks hebben dezelfde naam")
    gebruikt = read_used(r.get("gebruikt", []))
    return Reeks(_text(r["id"]), _text(r["naam"]), _read_table(r["tafel"]), gesprekken, gebruikt)


def _read_conversation(s: object) -> Gesprek:
    g = _map(s)
    notities = {_text(k): _text(v) for k, v in _map(g["notities"]).items()}
    return Gesprek(
        _text(g["id"]),
        _read_moment(g["moment"]),
        _text(g["aanwezig"]),
        _read_guide(_map(g["gids"])) if g["gids"] is not None else None,
        MappingProxyType(notities),
        frozenset(_list(g["overgeslagen"], _text)),
        _list(g["afspraken"], _read_agreement),
        _list(g["parkeer"], _read_parked),
        bool(g["gehouden"]),
        _read_moment(g["volgende"]),
    )


def _read_agreement(s: object) -> Afspraak:
    a = _map(s)
    wanneer = _day(a["wanneer"]) if a["wanneer"] else None
    wat, wie, bewijs, stand = (_text(a[naam]) for naam in ("wat", "wie", "bewijs", "stand"))
    return Afspraak(_text(a["id"]), wat, wie, wanneer, bewijs, stand)


def _read_parked(s: object) -> Parkeerpunt:
    p = _map(s)
    return Parkeerpunt(_text(p["id"]), _text(p["tekst"]), _text(p["stand"]))


def _read_moment(s: object) -> Moment:
    m = _map(s)
    tijd = time.fromisoformat(_text(m["tijd"])) if m["tijd"] else None
    return Moment(_day(m["dag"]) if m["dag"] else None, tijd, _text(m["plaats"]))


def _read_guide(s: Mapping[str, Any]) -> Gids:
    o = _map(s["opdracht"])
    opdracht = Opdracht(
        _read_table(o["tafel"]),
        _list(o["fasen"], _text),
        _whole(o["minuten"], 1, 10_000),
        _text(o["doel"]),
        _text(o["standaard"]),
        _text(o["kenmerk"]),
        _text(o["onderwerp"]),
        _whole(o["zaad"], 0, 2**53),
    )
    return Gids(
        opdracht,
        _list(s["regels"], _read_row),
        _list(s["meldingen"], _text),
        frozenset(_list(s["geweerd"], _text)),
    )


def _read_row(s: object) -> Regel:
    r = _map(s)
    soort, fase = _text(r["soort"]), _text(r["fase"])
    if soort not in SOORTEN or (fase and fase not in inhoud().fasen):
        raise ValueError(f"een regel van de soort {soort!r} in fase {fase!r} bestaat niet")
    return Regel(
        _text(r["id"]),
        soort,
        _text(r["tekst"]),
        _whole(r["minuten"], 1, 10_000),
        fase,
        _text(r["doel"]),
        _text(r["doorvragen"]),
        _text(r["reden"]),
        _text(r["bron"]),
        bool(r["vast"]),
    )


def _read_table(s: object) -> Tafel:
    if isinstance(s, str):
        return inhoud().tafels[s]
    t = _map(s)
    niveaus = _list(t["niveaus"], _text)
    if not niveaus or any(n not in inhoud().niveaus for n in niveaus):
        raise ValueError(f"de niveaus {niveaus!r} van een eigen tafel bestaan niet")
    return own_table(_text(t["naam"]), niveaus, _text(t["code"]))


def own_table(naam: str, niveaus: Sequence[str], code: str) -> Tafel:
    """Maak een eigen tafel."""
    return Tafel(code, naam, niveaus=tuple(niveaus), eigen=True)


def _read_period(s: object) -> Periode:
    p = _map(s)
    return Periode(_day(p["van"]), _day(p["tot"]), _text(p["naam"]))


def _read_pace(s: object) -> Tempo:
    t = _map(s)
    maanden = _list(t["maanden"], lambda m: _whole(m, 1, 12))
    return Tempo(
        _read_table(t["tafel"]),
        _text(t["soort"]),
        _whole(t["weken"], 1, 52),
        maanden,
        _whole(t["weekdag"], 0, 4),
        time.fromisoformat(_text(t["tijd"])),
        _whole(t["minuten"], 5, 600),
    )


def _map(waarde: object) -> Mapping[str, Any]:
    if not isinstance(waarde, Mapping):
        raise ValueError(f"{type(waarde).__name__} is geen onderdeel van een bewaard gesprek")
    return waarde


def _list(waarde: object, lees: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(waarde, list | tuple) or len(waarde) > GROOTSTE_LIJST:
        raise ValueError("er ontbreekt een lijst, of zij is te lang")
    return tuple(lees(deel) for deel in waarde)


def _text(waarde: object) -> str:
    if not isinstance(waarde, str) or len(waarde) > LANGSTE:
        raise ValueError("er ontbreekt een tekst, of zij is te lang")
    return clean_text(waarde)


def _whole(waarde: object, laagste: int, hoogste: int) -> int:
    heel = isinstance(waarde, int) and not isinstance(waarde, bool)
    if not heel or not laagste <= int(str(waarde)) <= hoogste:
        raise ValueError(f"{waarde!r} is geen getal van {laagste} tot en met {hoogste}")
    return int(str(waarde))


def _day(waarde: object) -> date:
    return date.fromisoformat(_text(waarde))
