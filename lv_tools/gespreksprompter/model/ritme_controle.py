"""Kijk een rooster na voordat het naar de agenda gaat: botsingen, feestdagen en te dicht op elkaar.

Er wordt niets verschoven: wat er te kiezen valt, kiest de gebruiker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations, groupby, pairwise

from lv_tools.basis.gegevens.feestdagen import Feestdag, holiday_on
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.gespreksprompter.model.ritme import DAGEN, Overleg, Rooster, Tempo
from lv_tools.gespreksprompter.teksten import inhoud

#: Zoveel voorbeelden noemt een zin; de rest telt hij.
_VOORBEELDEN = 3


@dataclass(frozen=True)
class Botsing:
    """Twee overleggen die elkaar in de tijd raken.

    ``wie`` zit aan beide tafels; leeg als een van de tafels een eigen tafel is, want dan weet het
    hulpmiddel niet wie er zitten.
    """

    een: Overleg
    ander: Overleg
    wie: tuple[str, ...]


def overlaps(rooster: Rooster) -> tuple[Botsing, ...]:
    """Geef de overleggen die tegelijk zijn en waar dezelfde mensen (kunnen) zitten."""
    gevonden = []
    for _dag, groep in groupby(rooster.overleggen, key=lambda overleg: overleg.dag):
        for een, ander in combinations(groep, 2):
            onbekend = not een.tafel.deelnemers or not ander.tafel.deelnemers
            wie = tuple(w for w in een.tafel.deelnemers if w in ander.tafel.deelnemers)
            if (wie or onbekend) and _touch(een, ander):
                gevonden.append(Botsing(een, ander, wie))
    return tuple(gevonden)


def on_holidays(rooster: Rooster) -> tuple[tuple[Overleg, Feestdag], ...]:
    """Geef de overleggen die op een feestdag vallen."""
    paren = ((overleg, holiday_on(overleg.dag)) for overleg in rooster.overleggen)
    return tuple((overleg, feest) for overleg, feest in paren if feest is not None)


def close_together(
    rooster: Rooster, tempos: Sequence[Tempo]
) -> tuple[tuple[Overleg, Overleg], ...]:
    """Geef overleggen van dezelfde tafel die door schuiven veel te dicht op elkaar komen.

    Te dicht is de helft of minder van wat het ritme ertussen wil.
    """
    gevonden = []
    for tempo in tempos:
        eigen = [o for o in rooster.overleggen if o.tafel == tempo.tafel]
        for een, ander in pairwise(eigen):
            gewild = (
                timedelta(weeks=tempo.weken)
                if tempo.soort == "weken"
                else abs(ander.bedoeld - een.bedoeld)
            )
            if (een.verzet or ander.verzet) and 2 * (ander.dag - een.dag) <= gewild:
                gevonden.append((een, ander))
    return tuple(sorted(gevonden, key=lambda paar: (paar[0].dag, paar[0].tafel.naam)))


def remarks(rooster: Rooster, tempos: Sequence[Tempo]) -> tuple[str, ...]:
    """Schrijf op wat de gebruiker moet weten voordat het rooster naar de agenda gaat."""
    return (
        *_overlap_sentences(overlaps(rooster)),
        *_holiday_sentences(on_holidays(rooster)),
        *_close_sentences(close_together(rooster, tempos)),
    )


def _touch(een: Overleg, ander: Overleg) -> bool:
    (van, tot), (begin, eind) = _span(een), _span(ander)
    return van < eind and begin < tot


def _span(overleg: Overleg) -> tuple[datetime, datetime]:
    van = datetime.combine(overleg.dag, overleg.tijd)
    return van, van + timedelta(minutes=overleg.minuten)


def _overlap_sentences(botsingen: Sequence[Botsing]) -> Iterator[str]:
    per_paar: dict[tuple[str, str], list[Botsing]] = {}
    for botsing in botsingen:
        namen = sorted((botsing.een.tafel.naam, botsing.ander.tafel.naam))
        per_paar.setdefault((namen[0], namen[1]), []).append(botsing)
    for (een, ander), keren in per_paar.items():
        wie = keren[0].wie
        yield inhoud().text(
            "ritme",
            "botsing" if wie else "botsing_onbekend",
            een=een,
            ander=ander,
            keren=aantal(len(keren), "keer", "keer"),
            dag=_day(keren[0].ander),
            wie=opsomming(wie),
        )


def _holiday_sentences(dagen: Sequence[tuple[Overleg, Feestdag]]) -> Iterator[str]:
    if dagen:
        delen = [
            f"{overleg.tafel.naam} op {_day(overleg)} ({feest.naam}"
            f"{', ' if feest.noot else ''}{feest.noot})"
            for overleg, feest in dagen
        ]
        yield inhoud().text("ritme", "feestdag", overleggen=opsomming(delen))


def _close_sentences(paren: Sequence[tuple[Overleg, Overleg]]) -> Iterator[str]:
    if paren:
        delen = [
            f"{een.tafel.naam} op {datum(een.dag)} en {datum(ander.dag)}" for een, ander in paren
        ]
        rest = len(delen) - _VOORBEELDEN
        meer = [aantal(rest, "ander paar", "andere paren")] if rest > 0 else []
        yield inhoud().text("ritme", "dicht", overleggen="; ".join([*delen[:_VOORBEELDEN], *meer]))


def _day(overleg: Overleg) -> str:
    weekdag = overleg.dag.weekday()
    naam = DAGEN[weekdag] if weekdag < len(DAGEN) else ("zaterdag", "zondag")[weekdag - 5]
    return f"{naam} {datum(overleg.dag)}"
