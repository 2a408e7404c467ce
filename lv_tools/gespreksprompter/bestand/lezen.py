"""Bewaard werk gecontroleerd teruglezen; schrijven doet :mod:`.schrijven`.

Wie een bestand opent, kan alles aanleveren. Wat niet klopt, geeft een ``ValueError``; er komt nooit
een half gelezen gesprek op het scherm. Wat wel klopt en nu niet meer bestaat, zoals een tafel of
een doel van een oudere versie, gaat mee in de woorden van toen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import Any, TypeVar

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.gespreksprompter.bestand.agenda import read_calendar, read_used
from lv_tools.gespreksprompter.bestand.lijst import Woorden, first_list
from lv_tools.gespreksprompter.model.eigen_tafels import own_table, untangle
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Moment, Parkeerpunt
from lv_tools.gespreksprompter.model.gids import SOORTEN, Gids, Opdracht, Regel, arrange
from lv_tools.gespreksprompter.model.meegebracht import MEESTE, Meegebracht
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.model.ritme import Periode, Tempo
from lv_tools.gespreksprompter.model.werk import Ritme, Werk
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
        gegevens = _map(staat)
        lijst = gegevens.get("lijst", 1)
        if type(lijst) is int and lijst > inhoud().lijst:
            raise Nieuwer(inhoud().text("scherm", "nieuwer"))
        return _Lezer(Woorden(_map(gegevens["toen"]) if "toen" in gegevens else first_list())).work(
            gegevens
        )
    except (KeyError, TypeError, AttributeError, IndexError) as fout:
        raise ValueError(f"in de bewaarde gesprekken klopt iets niet: {fout!r}") from fout


class Nieuwer(ValueError):  # noqa: N818 - een zin voor de lezer, geen storing
    """Het werk is met een nieuwere versie gemaakt dan deze pagina kent."""


class _Lezer:
    """Leest het werk, en onthoudt in de woorden van toen wat geen plaats meer heeft."""

    def __init__(self, woorden: Woorden) -> None:
        self.woorden = woorden

    def work(self, s: Mapping[str, Any]) -> Werk:
        reeksen = _list(s["reeksen"], self._read_series)
        if not reeksen or len({r.id for r in reeksen}) != len(reeksen):
            raise ValueError("er is geen reeks, of twee reeksen hebben dezelfde naam")
        kenmerk, uitgegeven = read_calendar(s.get("agenda"))
        werk = Werk(
            untangle(reeksen),
            self._read_rhythm(s["ritme"]),
            _text(s["reeks"]),
            _text(s["gesprek"]),
            # Werk van vroeger heeft deze delen nog niet.
            self._read_brought(s.get("meegebracht", [])),
            andere_jaren=_list(s.get("andere_jaren", []), self._read_rhythm),
            kenmerk=kenmerk,
            uitgegeven=uitgegeven,
        )
        eerder = [(_text(wat), _text(stond)) for wat, stond in _list(s.get("overig", []), tuple)]
        return replace(werk, overig=tuple(dict.fromkeys([*eerder, *self.woorden.overig])))

    def _read_rhythm(self, s: object) -> Ritme:
        ritme = _map(s)
        zelf = {
            (_text(tafel), _day(bedoeld)): _day(dag) if dag else None
            for tafel, bedoeld, dag in _list(ritme["zelf"], tuple)
        }
        return Ritme(
            _whole(ritme["jaar"], 1900, 2200),
            _read_period(ritme["periode"]),
            _list(ritme["tempos"], self._read_pace),
            _list(ritme["vakanties"], _read_period),
            zelf,
        )

    def _read_brought(self, lijst: object) -> tuple[Meegebracht, ...]:
        vragen = _list(lijst, self._read_brought_question)
        if len(vragen) > MEESTE or len({v.id for v in vragen}) != len(vragen):
            raise ValueError("er zijn te veel meegebrachte vragen, of twee hebben dezelfde naam")
        return vragen

    def _read_brought_question(self, s: object) -> Meegebracht:
        v = _map(s)
        vraag = Meegebracht(
            *(_text(v[naam]) for naam in ("id", "tekst", "fase", "onderwerp", "reden", "herkomst"))
        )
        if not vraag.id.startswith("mee-") or not vraag.tekst:
            raise ValueError("een meegebrachte vraag heeft geen naam of geen tekst")
        fase = self.woorden.known("fase", vraag.fase, f"meegebrachte vraag ‘{vraag.tekst}’")
        return replace(vraag, fase=fase)

    def _read_series(self, s: object) -> Reeks:
        r = _map(s)
        gesprekken = _list(r["gesprekken"], self._read_conversation)
        if len({g.id for g in gesprekken}) != len(gesprekken):
            raise ValueError("twee gesprekken in een reeks hebben dezelfde naam")
        gebruikt = read_used(r.get("gebruikt", []))
        tafel = self._read_table(r["tafel"])
        return Reeks(_text(r["id"]), _text(r["naam"]), tafel, gesprekken, gebruikt)

    def _read_conversation(self, s: object) -> Gesprek:
        g = _map(s)
        # Een notitie gaat altijd weer open, hoe lang zij ook is; het bestand zelf heeft zijn grens.
        notities = {_text(k): _note(v) for k, v in _map(g["notities"]).items()}
        aan_bod = g.get("aan_bod")  # gesprekken van vroeger hebben dit deel nog niet
        return Gesprek(
            _text(g["id"]),
            _read_moment(g["moment"]),
            _text(g["aanwezig"]),
            self._read_guide(_map(g["gids"])) if g["gids"] is not None else None,
            MappingProxyType(notities),
            frozenset(_list(g["overgeslagen"], _text)),
            _list(g["afspraken"], _read_agreement),
            _list(g["parkeer"], _read_parked),
            bool(g["gehouden"]),
            _read_moment(g["volgende"]),
            None if aan_bod is None else frozenset(_list(aan_bod, _text)),
        )

    def _read_guide(self, s: Mapping[str, Any]) -> Gids:
        o = _map(s["opdracht"])
        tafel, zijn = self._read_table(o["tafel"]), self.woorden.known
        waar = f"een gesprek met ‘{tafel.naam}’"
        fasen = [zijn("fase", fase, waar) for fase in _list(o["fasen"], _text)]
        opdracht = Opdracht(
            tafel,
            inhoud().in_order(fasen) or tuple(inhoud().fasen),
            _whole(o["minuten"], 1, 10_000),
            zijn("doel", _text(o["doel"]), waar),
            zijn("standaard", _text(o["standaard"]), waar),
            zijn("kenmerk", _text(o["kenmerk"]), waar),
            _text(o["onderwerp"]),
            _whole(o["zaad"], 0, 2**53),
            bewaard=True,
        )
        regels = _list(s["regels"], lambda r: self._read_row(r, opdracht.fasen[0]))
        return Gids(
            opdracht,
            arrange(regels),
            _list(s["meldingen"], _text),
            frozenset(_list(s["geweerd"], _text)),
        )

    def _read_row(self, s: object, anders: str) -> Regel:
        """Lees een regel; een vraag uit een fase die er niet meer is, komt bij ``anders``."""
        r = _map(s)
        soort, fase, tekst = _text(r["soort"]), _text(r["fase"]), _text(r["tekst"])
        if soort not in SOORTEN:
            raise ValueError(f"een regel van de soort {soort!r} bestaat niet")
        waar = f"vraag ‘{tekst}’"
        return Regel(
            _text(r["id"]),
            soort,
            tekst,
            _whole(r["minuten"], 1, 10_000),
            (self.woorden.known("fase", fase, waar) or anders) if fase else "",
            self.woorden.known("doel", _text(r["doel"]), "vragen in uw gesprekken"),
            _text(r["doorvragen"]),
            _text(r["reden"]),
            _text(r["bron"]),
            bool(r["vast"]),
        )

    def _read_table(self, s: object) -> Tafel:
        if isinstance(s, str):
            return self.woorden.table(_text(s))
        t = _map(s)
        naam, niveaus = _text(t["naam"]), _list(t["niveaus"], _text)
        if not niveaus:
            raise ValueError(f"de eigen tafel {naam!r} heeft geen niveau")
        over = [n for n in niveaus if self.woorden.known("niveau", n, f"tafel ‘{naam}’")]
        return own_table(naam, over or tuple(inhoud().niveaus), _text(t["code"]))

    def _read_pace(self, s: object) -> Tempo:
        t = _map(s)
        maanden = _list(t["maanden"], lambda m: _whole(m, 1, 12))
        return Tempo(
            self._read_table(t["tafel"]),
            _text(t["soort"]),
            _whole(t["weken"], 1, 52),
            maanden,
            _whole(t["weekdag"], 0, 4),
            time.fromisoformat(_text(t["tijd"])),
            _whole(t["minuten"], 5, 600),
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


def _read_period(s: object) -> Periode:
    p = _map(s)
    return Periode(_day(p["van"]), _day(p["tot"]), _text(p["naam"]))


def _map(waarde: object) -> Mapping[str, Any]:
    if not isinstance(waarde, Mapping):
        raise ValueError(f"{type(waarde).__name__} is geen onderdeel van een bewaard gesprek")
    return waarde


def _list(waarde: object, lees: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(waarde, list | tuple) or len(waarde) > GROOTSTE_LIJST:
        raise ValueError("er ontbreekt een lijst, of zij is te lang")
    return tuple(lees(deel) for deel in waarde)


def _note(waarde: object) -> str:
    if not isinstance(waarde, str):
        raise ValueError("een notitie is geen tekst")
    return clean_text(waarde)


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
