"""Wat uit een gesprek teruggaat: bewijs bij het plan waar de vragen uit kwamen, en de afspraken."""

from __future__ import annotations

import hashlib

from lv_tools.basis.uitwisseling.stukken import Actie, Bewijs, Herkomst, Stuk
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.reeks import Reeks

NAAM = "gespreksprompter"


def parcel(kenmerk: str, reeks: Reeks, gesprek: Gesprek) -> tuple[Stuk, ...]:
    """Geef per vraag over een doel wat erbij is genoteerd, en elke afspraak die nog openstaat.

    Wat in een gesprek is gezegd, rust op meer mensen als er meer dan één bij was; dat weet het
    hulpmiddel niet, dus heet het één blik. Ging het hele gesprek over één doel, dan zijn de
    afspraken daar ook bewijs van.
    """
    bron = f"gesprek: {reeks.naam}"
    over = {r.id: r.over for r in gesprek.gids.regels if r.over} if gesprek.gids else {}

    def proof(deel: str, wat: str, waarover: str) -> Bewijs:
        return Bewijs(_id(kenmerk, reeks, gesprek, deel), wat, waarover, dag, bron, "een-blik")

    dag = gesprek.moment.dag
    stukken: list[Stuk] = [
        proof(regel, notitie, over[regel])
        for regel, notitie in gesprek.notities.items()
        if regel in over and notitie.strip()
    ]
    doelen = set(over.values())
    for afspraak in gesprek.afspraken:
        delen = (f"afgesproken: {afspraak.wat}", afspraak.wie, afspraak.bewijs)
        if len(doelen) == 1:
            stukken.append(proof(afspraak.id, "; ".join(filter(None, delen)), next(iter(doelen))))
        if afspraak.stand == "open":
            naam = _id(kenmerk, reeks, gesprek, afspraak.id)
            stukken.append(Actie(naam, afspraak.wat, afspraak.wie, klaar=afspraak.wanneer))
    return tuple(stukken)


def origin_of(reeks: Reeks, gesprek: Gesprek) -> Herkomst:
    """Zeg uit welk gesprek het komt."""
    return Herkomst(NAAM, reeks.naam, gesprek.moment.dag)


def work_of(kenmerk: str, reeks: Reeks, gesprek: Gesprek) -> str:
    """Geef het kenmerk van dit gesprek: elk gesprek legt zijn eigen pakket klaar."""
    return _id(kenmerk, reeks, gesprek, "")


def _id(kenmerk: str, reeks: Reeks, gesprek: Gesprek, deel: str) -> str:
    plek = "/".join((kenmerk, reeks.id, gesprek.id, deel))
    return hashlib.sha256(plek.encode()).hexdigest()[:20]
