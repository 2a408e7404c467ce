"""Antwoorden uit codes bij een groep voegen: dubbel telt één keer, en de laatste wint.

Iemand kan zijn code laten scannen én zijn bestand sturen. Het nummer in de code zegt dat het
dezelfde persoon is. Zijn ze even oud, dan telt het bestand: daar staat meer in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.verzamelen.antwoordcode import number_of
from lv_tools.basis.verzamelen.groep import CODES, Groep, sources


@dataclass(frozen=True)
class Binnen:
    """Wat er met codes gebeurde: de groep erna, en de kenmerken van wie er nieuw of anders is."""

    groep: Groep
    nieuw: tuple[str, ...] = ()
    vernieuwd: tuple[str, ...] = ()
    dubbel: int = 0


def add_codes(groep: Groep, vragen: Vragenset, mensen: Iterable[Respondent]) -> Binnen:
    """Voeg mensen uit codes toe.

    Wat een rol niet gevraagd wordt, telt niet mee. De volgorde van binnenkomst wordt niet bewaard.
    """
    erbij = {wie.id: wie for wie in coded(groep)}
    bekend: dict[int, Respondent] = {}
    for bron in sources(groep, vragen):
        for wie in bron.respondenten:
            ander = bekend.get(number_of(wie.id))
            if ander is None or _minute(wie) > _minute(ander):
                bekend[number_of(wie.id)] = wie
    nieuw, vernieuwd, dubbel = [], [], 0
    for ruw in mensen:
        weg = {s.code for s in vragen.stellingen if ruw.rol in s.niet_voor}
        antwoorden = {code: wat for code, wat in ruw.antwoorden.items() if code not in weg}
        wie = replace(ruw, antwoorden=antwoorden)
        ander = bekend.get(number_of(wie.id))
        if ander is not None and _minute(ander) >= _minute(wie) and not _changed(ander, wie, erbij):
            dubbel += 1
            continue
        if ander is None:
            nieuw.append(wie.id)
        else:
            wie = replace(wie, id=ander.id)
            vernieuwd.append(wie.id)
        erbij[wie.id] = bekend[number_of(wie.id)] = wie
    if not nieuw and not vernieuwd:
        return Binnen(groep, dubbel=dubbel)
    return Binnen(_with_codes(groep, erbij.values()), tuple(nieuw), tuple(vernieuwd), dubbel)


def _changed(ander: Respondent, wie: Respondent, codes: dict[str, Respondent]) -> bool:
    """Is dit een andere code van dezelfde persoon, in dezelfde minuut?"""
    gelijk = replace(wie, id=ander.id, versie=ander.versie).inhoud == ander.inhoud
    return ander.id in codes and _minute(ander) == _minute(wie) and not gelijk


def drop_codes(groep: Groep, kenmerken: Iterable[str]) -> Groep:
    """Haal mensen weg die met een code binnenkwamen."""
    weg = set(kenmerken)
    return _with_codes(groep, (wie for wie in coded(groep) if wie.id not in weg))


def coded(groep: Groep) -> tuple[Respondent, ...]:
    """Geef wie er met een code binnenkwam."""
    return next((bron.respondenten for bron in groep.bronnen if bron.naam == CODES), ())


def meet_file(groep: Groep, bronnen: Iterable[Bron]) -> Groep:
    """Laat wie eerst een code gaf en nu een bestand, dezelfde persoon zijn.

    Parameters
    ----------
    bronnen
        De bronnen uit het bestand, zoals zij in de groep komen.
    """
    codes = coded(groep)
    if not codes:
        return groep
    bij = {number_of(wie.id): wie for bron in bronnen for wie in bron.respondenten}
    nieuw = tuple(_as_in_file(wie, bij.get(number_of(wie.id))) for wie in codes)
    return groep if nieuw == codes else _with_codes(groep, nieuw)


def _as_in_file(code: Respondent, bestand: Respondent | None) -> Respondent:
    if bestand is None:
        return code
    versie = code.versie
    if _minute(code) == _minute(bestand):  # even oud: dan telt het bestand
        eerder = datetime.fromisoformat(versie) - timedelta(minutes=1)
        versie = eerder.isoformat(timespec="minutes")
    return replace(code, id=bestand.id, versie=versie)


def _with_codes(groep: Groep, mensen: Iterable[Respondent]) -> Groep:
    rij = tuple(sorted(mensen, key=lambda wie: wie.id))
    rest = tuple(bron for bron in groep.bronnen if bron.naam != CODES)
    return replace(groep, bronnen=(*rest, Bron(CODES, rij)) if rij else rest)


def _minute(wie: Respondent) -> float:
    """De minuut van iemands laatste antwoord; zonder leesbare tijd de eerste die er is."""
    try:
        return datetime.fromisoformat(wie.versie).timestamp() // 60
    except ValueError:
        return -float("inf")
