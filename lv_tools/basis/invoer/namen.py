"""Wijs namen van mensen aan in een opmerking, zodat wie schrijft ze er zelf uit kan halen.

Het is een hulp: een naam die niet in de lijst staat, wordt alleen gevonden na ‘mevrouw’, ‘meneer’
en zulke woorden. De lijst wordt pas gelezen als er iets te zoeken is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lv_tools.basis.gegevens.datapakket import lees_toml

_WOORD = re.compile(r"[^\W\d_]+(?:[’'`-][^\W\d_]+)*", re.UNICODE)
_EIND_VAN_ZIN = re.compile(r"[.!?:\n]\s*[\"‘“'(]*\s*$")
#: Tussen een titel en een naam staat hooguit een punt.
_AANEEN = re.compile(r"\.?\s{1,3}")


@dataclass(frozen=True)
class _Lijst:
    namen: frozenset[str]
    ook_woord: frozenset[str]
    doet_een_mens: frozenset[str]
    titels: frozenset[str]
    tussenvoegsels: frozenset[str]
    geen_naam: frozenset[str]


def find_names(*teksten: str) -> tuple[str, ...]:
    """Geef wat in deze teksten een naam lijkt, in volgorde en elke naam één keer.

    Examples
    --------
    >>> find_names("Emma legt het uit aan meneer de Vries.")
    ('Emma', 'meneer de Vries')
    >>> find_names("Ben jij er? Zij wil de mark zien.")
    ()
    """
    gevonden = [naam for tekst in teksten if tekst.strip() for naam in _search(tekst)]
    return tuple(dict.fromkeys(gevonden))


def _search(tekst: str) -> Iterator[str]:
    lijst = _list()
    woorden = list(_WOORD.finditer(tekst))
    plek = 0
    while plek < len(woorden):
        einde = _titled(tekst, woorden, plek, lijst)
        if einde > plek:
            yield " ".join(tekst[woorden[plek].start() : woorden[einde].end()].split())
            plek = einde
        elif _is_name(tekst, woorden, plek, lijst):
            yield woorden[plek].group()
        plek += 1


def _titled(tekst: str, woorden: list[re.Match[str]], plek: int, lijst: _Lijst) -> int:
    """Geef waar een naam na een titel eindigt; anders de plek zelf."""
    if _bare(woorden[plek].group()) not in lijst.titels:
        return plek
    daarna = plek + 1
    while daarna < len(woorden) and _joined(tekst, woorden, daarna):
        woord = woorden[daarna].group()
        kaal = _bare(woord)
        if kaal in lijst.tussenvoegsels and daarna - plek <= 3 and daarna + 1 < len(woorden):
            daarna += 1
        elif woord[0].isupper():
            return daarna
        elif kaal in lijst.geen_naam or (daarna - plek > 1 and len(kaal) < 3):
            return plek
        else:
            return daarna
    return plek


def _joined(tekst: str, woorden: list[re.Match[str]], plek: int) -> bool:
    return bool(_AANEEN.fullmatch(tekst[woorden[plek - 1].end() : woorden[plek].start()]))


def _is_name(tekst: str, woorden: list[re.Match[str]], plek: int, lijst: _Lijst) -> bool:
    woord = woorden[plek]
    for kaal in _forms(woord.group()):
        if kaal in lijst.namen:
            return True
        if kaal in lijst.ook_woord and woord.group()[0].isupper():
            voor = tekst[: woord.start()]
            daarna = [_bare(w.group()) for w in woorden[plek + 1 : plek + 2]]
            begin = not voor.strip() or bool(_EIND_VAN_ZIN.search(voor))
            return not begin or not lijst.doet_een_mens.isdisjoint(daarna)
    return False


def _forms(woord: str) -> Iterator[str]:
    """Geef een woord kaal, en zonder de s van bezit: Emma's, Jans, Anne-Fleur."""
    kaal = _bare(woord)
    yield kaal
    if kaal.endswith("s") and (woord[0].isupper() or kaal[-2:-1] in tuple("’'`")):
        yield kaal[:-1].rstrip("’'`")
    if "-" in kaal:
        yield from kaal.split("-")


def _bare(woord: str) -> str:
    ontleed = unicodedata.normalize("NFD", woord.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


@cache
def _list() -> _Lijst:
    toml = lees_toml("taal/namen.toml")
    velden = ("namen", "ook_woord", "doet_een_mens", "titels", "tussenvoegsels", "geen_naam")
    return _Lijst(*(frozenset(toml[veld].split()) for veld in velden))
