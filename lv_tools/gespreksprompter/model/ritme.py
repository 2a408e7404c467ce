"""Het ritme: de overleggen van een schooljaar, uit de frequentie van elke tafel.

Vakanties worden nooit geraden: alleen de perioden die de gebruiker opgeeft, tellen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated, Literal

from lv_tools.basis.vorm.grenzen import Getal, Tekst
from lv_tools.gespreksprompter.model.tafel import Zittafel
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Periode:
    """Aaneengesloten dagen, eerste en laatste dag meegeteld.

    Raises
    ------
    ValueError
        Als de laatste dag voor de eerste ligt.
    """

    van: date
    tot: date
    naam: Annotated[str, Tekst(2_000)] = ""

    def __post_init__(self) -> None:
        if self.tot < self.van:
            raise ValueError(f"een periode van {self.van} tot {self.tot} loopt terug")

    def __contains__(self, dag: date) -> bool:
        return self.van <= dag <= self.tot


@dataclass(frozen=True)
class Tempo:
    """Hoe vaak een tafel samenkomt, en wanneer.

    Parameters
    ----------
    soort
        ``"weken"`` of ``"jaar"``, zie :class:`~lv_tools.gespreksprompter.teksten.Tafel`.
    weken
        Aantal weken tussen twee overleggen, 1 of meer.
    maanden
        Maanden (1 tot en met 12) waarin de tafel een keer samenkomt.
    weekdag
        0 is maandag, 4 is vrijdag.
    """

    tafel: Zittafel
    soort: Literal["weken", "jaar"]
    weken: Annotated[int, Getal(1, 52)] = 5
    maanden: tuple[Annotated[int, Getal(1, 12)], ...] = ()
    weekdag: Annotated[int, Getal(0, 4)] = 1
    tijd: time = time(10)
    minuten: Annotated[int, Getal(5, 600)] = 60

    def __post_init__(self) -> None:
        if self.soort not in ("weken", "jaar"):
            raise ValueError(f"soort {self.soort!r} bestaat niet; kies weken of jaar")
        if self.weken < 1 or not 0 <= self.weekdag <= 4:
            raise ValueError("weken begint bij 1 en een weekdag loopt van 0 tot en met 4")
        if any(not 1 <= maand <= 12 for maand in self.maanden):
            raise ValueError(f"maanden {self.maanden!r} lopen van 1 tot en met 12")


@dataclass(frozen=True)
class Overleg:
    """Een overleg in het rooster.

    ``bedoeld`` is de dag volgens het ritme; ``dag`` kan later vallen door een vakantie.
    ``kenmerk`` is de plaats in het ritme: het hoeveelste overleg, of de maand. Het blijft gelijk
    als het overleg naar een andere dag of tijd gaat.
    """

    tafel: Tafel
    dag: date
    tijd: time
    minuten: int
    onderwerpen: tuple[str, ...]
    bedoeld: date
    kenmerk: str = ""

    @property
    def verzet(self) -> bool:
        """Ligt het overleg later dan het ritme zou willen?"""
        return self.dag != self.bedoeld


@dataclass(frozen=True)
class Rooster:
    """Alle overleggen van een periode, op volgorde; ``uitgevallen`` is wat nergens paste."""

    overleggen: tuple[Overleg, ...]
    uitgevallen: tuple[tuple[Tafel, date], ...] = ()


def default_pace(tafel: Tafel, *, weekdag: int = 1) -> Tempo:
    """Geef het tempo van een tafel zoals de gegevens het voorstellen.

    ``weekdag`` geldt voor een tafel waarvan de gegevens geen dag noemen.
    """
    uur, minuut = (tafel.tijd or inhoud().text("ritme", "tijd")).split(":")
    return Tempo(
        tafel,
        tafel.soort,
        tafel.weken,
        tafel.maanden,
        weekdag if tafel.weekdag is None else tafel.weekdag,
        time(int(uur), int(minuut)),
        tafel.minuten,
    )


def school_year(jaar: int) -> Periode:
    """Geef het schooljaar dat in dit jaar begint: 1 augustus tot en met 31 juli."""
    return Periode(date(jaar, 8, 1), date(jaar + 1, 7, 31), f"{jaar}-{jaar + 1}")


def working_period(jaar: int) -> Periode:
    """Geef het voorstel voor de periode waarin overleggen vallen: september tot half juli."""
    regels = inhoud().regels
    return Periode(date(jaar, regels["begin_maand"], 1), date(jaar + 1, regels["eind_maand"], 10))


def lay_out(
    tempos: Sequence[Tempo],
    periode: Periode,
    vakanties: Sequence[Periode] = (),
    zelf: Mapping[tuple[str, date], date | None] | None = None,
) -> Rooster:
    """Leg de overleggen van alle tafels over een periode.

    Valt een overleg in een vakantie, dan schuift het hele weken op, tot de eerste week die vrij is
    en waarin deze tafel nog niet samenkomt. Past dat niet voor het einde van de periode, dan valt
    het uit en staat het in ``uitgevallen``.

    Parameters
    ----------
    zelf
        Wat de gebruiker zelf koos: bij een tafel en een bedoelde dag een andere dag, of ``None``
        om dat overleg weg te laten. Een zelf gekozen dag schuift nooit op.
    """
    eigen = zelf or {}
    gevonden: list[Overleg] = []
    uitgevallen: list[tuple[Tafel, date]] = []
    for tempo in tempos:
        bezet: set[date] = set()
        nummer = 0
        for kenmerk, bedoeld in _intended(tempo, periode):
            sleutel = (tempo.tafel.code, bedoeld)
            dag = eigen.get(sleutel, bedoeld)
            if dag is None:
                continue
            if sleutel not in eigen:
                while dag in bezet or any(dag in vakantie for vakantie in vakanties):
                    dag += _WEEK
            if dag not in periode:
                uitgevallen.append((tempo.tafel, bedoeld))
                continue
            bezet.add(dag)
            onderwerpen = _subjects(tempo.tafel, nummer)
            gevonden.append(
                Overleg(tempo.tafel, dag, tempo.tijd, tempo.minuten, onderwerpen, bedoeld, kenmerk)
            )
            nummer += 1
    gevonden.sort(key=lambda o: (o.dag, o.tijd, o.tafel.naam))
    return Rooster(tuple(gevonden), tuple(uitgevallen))


def _intended(tempo: Tempo, periode: Periode) -> Iterator[tuple[str, date]]:
    if tempo.soort == "weken":
        dag = _weekday_from(periode.van, tempo.weekdag)
        nummer = 1
        while dag in periode:
            yield str(nummer), dag
            dag += tempo.weken * _WEEK
            nummer += 1
        return
    for maand in _months_in_order(tempo.maanden, periode.van.month):
        jaar = periode.van.year + (maand < periode.van.month)
        # De tweede week: de eerste van een maand valt vaak in een vakantie of een drukke start.
        dag = _weekday_from(date(jaar, maand, 8), tempo.weekdag)
        if dag in periode:
            yield f"maand-{maand}", dag


def _months_in_order(maanden: Sequence[int], eerste: int) -> list[int]:
    return sorted(set(maanden), key=lambda maand: (maand - eerste) % 12)


def _weekday_from(dag: date, weekdag: int) -> date:
    return dag + timedelta((weekdag - dag.weekday()) % 7)


def _subjects(tafel: Tafel, nummer: int) -> tuple[str, ...]:
    """Geef de onderwerpen van een overleg; bij een vol jaar wisselt de voorgrond."""
    if len(tafel.onderwerpen) < 2 or tafel.soort == "jaar":
        return tafel.onderwerpen
    voorop = nummer % len(tafel.onderwerpen)
    return (*tafel.onderwerpen[voorop:], *tafel.onderwerpen[:voorop])
