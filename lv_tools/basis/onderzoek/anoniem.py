"""Wat een anonieme meting niet hoeft te weten: namen, bestandsnamen, seconden en vaste nummers.

Alles hier is te herhalen: wie het twee keer doet, krijgt hetzelfde. Daardoor kan het bij het
toevoegen, bij het wisselen naar anoniem én bij het bewaren.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Collection, Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron

#: Kenmerk dat uit een rij van een tabel is berekend (nummer en begintijd); zie
#: ``basis/antwoorden/kenmerken.py``.
_UIT_TABEL = re.compile(r"([0-9a-f]{24})(-[0-9]+)")
#: Kenmerk dat hier al is vervangen: uit een tabel, of iemands eigen kenmerk.
_VERVANGEN = re.compile(r"z[0-9a-f]{23}-[0-9]+|p[0-9a-f]{31}")
# De T van een ISO-tijd is een letter, en daar begint dus geen nieuw woord. Achter de uren en de
# minuten mag ook een verschil met de wereldtijd staan.
_SECONDEN = re.compile(r"(?<![0-9:])([0-9]{1,2}:[0-9]{2}):[0-9]{2}(?:[.,][0-9]+)?")
_AANEEN = re.compile(r"(T[0-9]{4})[0-9]{2}(?:[.,][0-9]+)?(?![0-9])")
# Alleen achter een dag: los kan het ook een datum zijn.
_MET_PUNTEN = re.compile(r"([0-9][T ,]\s*[0-9]{1,2}\.[0-9]{2})\.[0-9]{2}(?:,[0-9]+)?(?![0-9.])")
_BESTAND = re.compile(r"bestand ([1-9][0-9]{0,5})")
#: Bronnen die al zo heten, of die in een zaal zijn geteld en over niemand apart gaan.
_VAST = re.compile(rf"{_BESTAND.pattern}|geteld in de zaal: .*")


def new_salt() -> str:
    """Maak het geheim van een meting (32 tekens, willekeurig)."""
    return secrets.token_hex(16)


def without_seconds(tijd: str) -> str:
    """Geef een tijdstip zonder seconden, hoe het ook geschreven is.

    Examples
    --------
    >>> without_seconds("2026-11-27T19:25:20.5+00:00")
    '2026-11-27T19:25+00:00'
    """
    for vorm in (_SECONDEN, _AANEEN, _MET_PUNTEN):
        tijd = vorm.sub(r"\1", tijd)
    return tijd


def anonymise(bronnen: Iterable[Bron], zout: str, vast: Collection[str] = ()) -> tuple[Bron, ...]:
    """Haal uit bronnen wat iemand herkenbaar maakt: :func:`bare` en :func:`hide_files` samen."""
    return hide_files((bare(bron, zout) for bron in bronnen), vast)


def bare(bron: Bron, zout: str) -> Bron:
    """Haal uit een bron de namen, de seconden en de kenmerken die elders te zien waren.

    Een tijdstip verliest zijn seconden; de volgorde van iemands eigen bestanden blijft te zien. Een
    kenmerk dat uit nummer en begintijd van een tabel is berekend, wordt met het geheim van deze
    meting opnieuw berekend. Wie de begintijden kent, kan het dan niet narekenen; dezelfde tabel nog
    eens toevoegen geeft in deze meting wel dezelfde mensen.

    Van iemands eigen kenmerk kan het begin in de naam van zijn bestand staan. Ook dat wordt
    vervangen, door wat alleen uit het hele kenmerk te berekenen is. Dat hangt niet van het geheim
    af: wie in twee verzamelingen van dezelfde scan zit, telt na samenvoegen één keer mee.

    Parameters
    ----------
    zout
        Het geheim van deze meting, zie :func:`new_salt`.
    """
    return replace(
        bron,
        respondenten=tuple(_bare(r, zout) for r in bron.respondenten),
        handtellingen=tuple(
            replace(hand, versie=without_seconds(hand.versie)) for hand in bron.handtellingen
        ),
    )


def hide_files(bronnen: Iterable[Bron], vast: Collection[str] = ()) -> tuple[Bron, ...]:
    """Noem elk bestand "bestand 1" en verder: mensen noemen een bestand naar zichzelf.

    Parameters
    ----------
    vast
        Namen van bronnen die geen bestand zijn, en mogen blijven.
    """
    bronnen = tuple(bronnen)
    laatste = max((int(m[1]) for b in bronnen if (m := _BESTAND.fullmatch(b.naam))), default=0)
    uit = []
    for bron in bronnen:
        if bron.naam in vast or _VAST.fullmatch(bron.naam):
            uit.append(bron)
            continue
        laatste += 1
        uit.append(replace(bron, naam=f"bestand {laatste}"))
    return tuple(uit)


def _bare(wie: Respondent, zout: str) -> Respondent:
    kenmerk, versie = wie.id, without_seconds(wie.versie)
    if m := _UIT_TABEL.fullmatch(kenmerk):
        afdruk = hashlib.sha256(f"{zout}:{m[1]}".encode()).hexdigest()
        kenmerk = f"z{afdruk[:23]}{m[2]}"
    elif not _VERVANGEN.fullmatch(kenmerk):
        kenmerk = f"p{hashlib.sha256(f'eigen kenmerk:{kenmerk}'.encode()).hexdigest()[:31]}"
    if (kenmerk, versie, "") == (wie.id, wie.versie, wie.naam):
        return wie
    return replace(wie, id=kenmerk, versie=versie, naam="")
