"""Vrijgeven: pas dan komt een les in de uitkomst, en nooit alleen.

Wie de uitkomst van vandaag aftrekt van die van vorige week, ziet anders precies de les die erbij
kwam. Daarom gaan blikken alleen in groepen mee: een vrijgave, van ten minste zo veel lessen en
docenten als de school afspreekt. Een blik zit in één vrijgave, en nooit in een volgende. Verandert
er daarna iets in een vrijgave, dan telt zij als geheel niet meer.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from datetime import date

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.vorm.jsontekst import json_text
from lv_tools.lesbezoek.model.ronde import Blik, Ronde, Vrijgave, answers, with_code
from lv_tools.lesbezoek.model.samenvoegen import counted


@dataclass(frozen=True)
class Klaar:
    """Wat er klaarstaat om vrij te geven, en wat dat nog tegenhoudt.

    ``mist`` noemt wat er nog niet genoeg is: ``"lessen"``, ``"docenten"`` of ``"te-veel"``
    (meer docenten dan lessen); leeg mag het.
    """

    blikken: tuple[Blik, ...]
    lessen: tuple[str, ...]
    mist: tuple[str, ...]


def stamp(ronde: Ronde, blik: Blik) -> str:
    """Geef een controlegetal van wat van een blik in de uitkomst telt."""
    wat = [blik.soort, blik.les, blik.bezoeker, blik.duur, dict(answers(ronde, blik))]
    return f"{zlib.crc32(json_text(wat).encode()):08x}"


def ready(ronde: Ronde) -> Klaar:
    """Zeg welke blikken nog niet vrijgegeven zijn, en of dat nu kan."""
    gehad = {kenmerk for vrij in ronde.vrijgaven for kenmerk in vrij.blikken}
    nieuw = tuple(blik for blik in counted(ronde) if blik.id not in gehad)
    lessen = tuple(sorted({blik.les for blik in nieuw}, key=lambda les: int(les[1:])))
    docenten = ronde.docenten or 0
    mist = (
        *(("lessen",) if len(lessen) < ronde.grens else ()),
        *(("docenten",) if docenten < ronde.grens else ()),
        *(("te-veel",) if docenten > len(lessen) >= ronde.grens else ()),
    )
    return Klaar(nieuw, lessen, mist)


def needed(lessen: int, docenten: int, grens: int) -> int:
    """Zeg in hoeveel lessen iets te zien moet zijn, wil het over genoeg docenten gaan.

    Welke les van wie is, weten wij niet. Gaf één docent alle lessen die er meer zijn dan docenten,
    dan moet het nog steeds kloppen.

    Examples
    --------
    >>> needed(12, 12, 5), needed(12, 8, 5)
    (5, 9)
    """
    return grens + max(0, lessen - docenten)


def release(ronde: Ronde, dag: date) -> Ronde:
    """Geef vrij wat klaarstaat; kan het nog niet, dan verandert er niets."""
    klaar = ready(ronde := with_code(ronde))
    if klaar.mist:
        return ronde
    vrij = Vrijgave(
        new_id(),
        {blik.id: stamp(ronde, blik) for blik in klaar.blikken},
        ronde.docenten or 0,
        ronde.grens,
        dag,
    )
    return replace(ronde, vrijgaven=(*ronde.vrijgaven, vrij), docenten=None)


def released(ronde: Ronde, vrij: Vrijgave) -> tuple[Blik, ...]:
    """Geef de blikken van een vrijgave; is er een weg, veranderd of te weinig, dan geen enkele."""
    hier = {blik.id: blik for blik in ronde.blikken}
    blikken = tuple(hier[kenmerk] for kenmerk in sorted(vrij.blikken) if kenmerk in hier)
    lessen = len({blik.les for blik in blikken})
    heel = vrij.grens <= vrij.docenten <= lessen and all(
        kenmerk in hier and stamp(ronde, hier[kenmerk]) == was
        for kenmerk, was in vrij.blikken.items()
    )
    return blikken if heel else ()


def is_released(ronde: Ronde, kenmerk: str) -> bool:
    """Is deze blik al eens vrijgegeven?"""
    return any(kenmerk in vrij.blikken for vrij in ronde.vrijgaven)
