"""Onthoud wat er naar een agenda ging, zodat een volgend bestand daarop verder gaat.

Een agenda herkent een punt aan zijn kenmerk en ziet aan het volgnummer of het nieuwer is. Daarom
krijgt een punt dat sinds de vorige keer anders is een hoger volgnummer, blijft een punt dat gelijk
is precies gelijk, en gaat een punt dat er niet meer is nog één keer mee als vervallen.

Onthouden wordt alleen wat daarvoor nodig is: van de inhoud een afdruk, niet de tekst.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from lv_tools.basis.uitvoer.agenda import Agendapunt
from lv_tools.basis.vorm.grenzen import Getal, Tekst

_Tekst = Annotated[str, Tekst(2_000)]
#: Zo lang na zijn dag gaat een vervallen punt nog mee.
NASLEEP = timedelta(days=31)
#: Meer punten dan dit onthouden we niet; de oudste dagen gaan er het eerst uit.
MEESTE = 1_500


@dataclass(frozen=True)
class Uitgegeven:
    """Een punt dat al eens in een agendabestand stond.

    Parameters
    ----------
    afdruk
        Kort controlegetal van de inhoud: anders als er iets aan het punt is veranderd.
    volgnummer
        0 bij de eerste keer, en een hoger bij elke wijziging.
    gewijzigd
        Wanneer de laatste wijziging naar de agenda ging, in UTC.
    dag, tijd, minuten
        Waar het punt het laatst stond: dat is nodig om het te laten vervallen.
    opschrift
        Hoe het heet als het vervalt. Wie een afspraak weghaalt, wil de tekst ervan kwijt: die hoort
        hier dus niet in.
    """

    sleutel: _Tekst
    afdruk: _Tekst
    volgnummer: Annotated[int, Getal(0, 10**9)]
    gewijzigd: datetime
    dag: date
    tijd: time | None
    minuten: Annotated[int, Getal(1, 10**9)]
    opschrift: _Tekst = ""
    vervallen: bool = False

    def __post_init__(self) -> None:
        if self.volgnummer < 0 or self.minuten < 1:
            raise ValueError("een volgnummer begint bij 0 en een punt duurt ten minste een minuut")
        if self.gewijzigd.tzinfo is None:
            raise ValueError("het moment van een wijziging heeft een tijdzone nodig")


@dataclass(frozen=True)
class Uitgave:
    """Wat er in het bestand komt, en wat er voor de volgende keer te onthouden is."""

    punten: tuple[Agendapunt, ...]
    geheugen: tuple[Uitgegeven, ...]


def publish(
    punten: Iterable[Agendapunt],
    geheugen: Sequence[Uitgegeven],
    vervallen: Collection[str],
    nu: datetime,
) -> Uitgave:
    """Geef punten hun volgnummer, en laat vervallen wat er niet meer is.

    Parameters
    ----------
    punten
        Wat er nu in de agenda hoort.
    geheugen
        Wat er eerder naar de agenda ging, ook van andere onderdelen; dat blijft onthouden.
    vervallen
        Sleutels die er niet meer zijn. Wat nooit naar een agenda ging, doet niet mee.
    nu
        Moment van schrijven, met tijdzone.
    """
    stempel = nu.astimezone(UTC).replace(microsecond=0)
    bekend = {vorige.sleutel: vorige for vorige in geheugen}
    uit: list[Agendapunt] = []
    for punt in {punt.sleutel: punt for punt in punten}.values():
        vorige = _next(punt, bekend.get(punt.sleutel), stempel)
        bekend[punt.sleutel] = vorige
        uit.append(replace(punt, volgnummer=vorige.volgnummer, gewijzigd=vorige.gewijzigd))
    levend = {punt.sleutel for punt in uit}
    for sleutel in sorted((set(vervallen) & set(bekend)) - levend):
        vorige = _drop(bekend[sleutel], stempel)
        bekend[sleutel] = vorige
        if vorige.dag >= stempel.date() - NASLEEP:
            uit.append(_cancelled(vorige))
    nieuwste = sorted(bekend.values(), key=lambda v: (v.dag, v.sleutel))[-MEESTE:]
    return Uitgave(tuple(uit), tuple(sorted(nieuwste, key=lambda v: v.sleutel)))


def fingerprint(punt: Agendapunt) -> str:
    """Geef het controlegetal van alles wat een lezer van een punt ziet."""
    delen: tuple[object, ...] = (
        *(punt.titel, punt.dag, punt.tijd, punt.minuten, punt.uitleg, punt.plaats),
        # Wat één dag duurt, houdt het controlegetal dat het al had.
        *((punt.tot,) if punt.tot else ()),
    )
    return hashlib.sha256(repr(delen).encode("utf-8", "replace")).hexdigest()[:16]


def _next(punt: Agendapunt, vorige: Uitgegeven | None, stempel: datetime) -> Uitgegeven:
    afdruk = fingerprint(punt)
    volgnummer, gewijzigd = 0, stempel
    if vorige is not None:
        gelijk = vorige.afdruk == afdruk and not vorige.vervallen
        volgnummer = vorige.volgnummer + (not gelijk)
        gewijzigd = vorige.gewijzigd if gelijk else stempel
    return Uitgegeven(
        punt.sleutel,
        afdruk,
        volgnummer,
        gewijzigd,
        punt.dag,
        punt.tijd,
        punt.minuten,
        punt.opschrift or "agendapunt",
    )


def _drop(vorige: Uitgegeven, stempel: datetime) -> Uitgegeven:
    if vorige.vervallen:
        return vorige
    return replace(vorige, volgnummer=vorige.volgnummer + 1, gewijzigd=stempel, vervallen=True)


def _cancelled(vorige: Uitgegeven) -> Agendapunt:
    return Agendapunt(
        vorige.sleutel,
        f"Vervallen: {vorige.opschrift}",
        vorige.dag,
        vorige.tijd,
        vorige.minuten,
        volgnummer=vorige.volgnummer,
        gewijzigd=vorige.gewijzigd,
        vervallen=True,
    )
