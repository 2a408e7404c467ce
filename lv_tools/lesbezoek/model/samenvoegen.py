"""Blikken uit meer bestanden bij elkaar: wat dubbel is, telt één keer, in welke volgorde ook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.jsontekst import json_text
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.lesbezoek.model.ronde import (
    MEESTE_BLIKKEN,
    Blik,
    Nagesprek,
    Ronde,
    answers,
    asked,
    is_complete,
    with_code,
)


@dataclass(frozen=True)
class Samengevoegd:
    """Wat er met de blikken uit een bestand gebeurde."""

    ronde: Ronde
    erbij: int = 0
    nieuwer: int = 0
    al: int = 0
    vast: int = 0


def for_others(ronde: Ronde) -> Ronde:
    """Geef wat iemand doorgeeft: de ronde met de eigen blikken, zonder wat van de docent is."""
    blikken = tuple(
        replace(blik, nagesprek=Nagesprek())
        for blik in with_code(ronde).blikken
        if not blik.van and is_complete(ronde, blik)
    )
    return replace(start_of(ronde), blikken=blikken)


def start_of(ronde: Ronde) -> Ronde:
    """Geef de ronde zoals een bezoeker haar begint: de vraag en de kijkpunten, verder niets."""
    return Ronde(
        ronde.naam,
        ronde.vraag,
        ronde.ronde,
        ronde.kenmerk,
        ronde.kijkpunten,
        vast=True,
        lessen=ronde.lessen,
        grens=ronde.grens,
        afgesproken=ronde.afgesproken,
    )


def merge(ronde: Ronde, ander: Ronde, tijd: str) -> Samengevoegd:
    """Neem de blikken van een ander over.

    Van twee blikken met hetzelfde kenmerk blijft die van dit apparaat, en anders de nieuwste. Wat
    al is vrijgegeven, blijft zoals het was.

    Parameters
    ----------
    tijd
        Het moment waarop het bestand is bewaard.

    Raises
    ------
    VormError
        Als het bestand bij een andere ronde hoort, of er te veel blikken samenkomen.
    """
    _check_round(ronde, ander)
    hier = {blik.id: blik for blik in ronde.blikken}
    gehad = {kenmerk for vrij in ronde.vrijgaven for kenmerk in vrij.blikken}
    erbij = nieuwer = al = vast = 0
    for blik in ander.blikken:
        if not is_complete(ander, blik):
            continue
        nieuw = replace(blik, nagesprek=Nagesprek(), van=blik.van or tijd)
        oud = hier.get(blik.id)
        if oud is None and blik.id in gehad:
            vast += 1  # vrijgegeven en daarna weggehaald: dat blijft zo
        elif oud is None:
            hier[blik.id] = nieuw
            erbij += 1
        elif not oud.van or _rank(nieuw) <= _rank(oud):
            al += 1
        elif blik.id in gehad:
            zelfde = _text(oud) == _text(nieuw)
            al, vast = al + zelfde, vast + (not zelfde)
        else:
            zelfde = _text(oud) == _text(nieuw)
            al, nieuwer = al + zelfde, nieuwer + (not zelfde)
            hier[blik.id] = (
                nieuw  # ook als alleen het moment nieuwer is: zo maakt volgorde niet uit
            )
    if len(hier) > MEESTE_BLIKKEN:
        raise VormError(f"er passen hoogstens {MEESTE_BLIKKEN} bezoeken in een ronde")
    samen = replace(
        ronde,
        blikken=tuple(hier.values()),
        lessen=max(ronde.lessen, ander.lessen),
        vast=ronde.vast or bool(hier),
    )
    return Samengevoegd(samen, erbij, nieuwer, al, vast)


def counted(ronde: Ronde) -> tuple[Blik, ...]:
    """Geef de blikken die tellen: af, en van elke bezoeker en de docent bij elke les één.

    De volgorde waarin zij binnenkwamen maakt niet uit. Eerst gaat wat is vrijgegeven, dan wat op
    dit apparaat is gemaakt, het nieuwste bestand, en daarin het bezoek met de meeste antwoorden.
    """
    gehad = {kenmerk for vrij in ronde.vrijgaven for kenmerk in vrij.blikken}

    def voor(blik: Blik) -> tuple[bool, bool, str, int, str]:
        return blik.id in gehad, not blik.van, blik.van, len(answers(ronde, blik)), blik.id

    beste: dict[tuple[str, ...], Blik] = {}
    for blik in ronde.blikken:
        if not is_complete(ronde, blik):
            continue
        plek = _place(blik)
        eerder = beste.get(plek)
        if eerder is None or voor(blik) > voor(eerder):
            beste[plek] = blik
    return tuple(sorted(beste.values(), key=lambda blik: blik.id))


def doubles(ronde: Ronde) -> tuple[Blik, ...]:
    """Geef de blikken die niet tellen omdat dezelfde kijker die les al heeft."""
    tellen = {blik.id for blik in counted(ronde)}
    return tuple(b for b in ronde.blikken if is_complete(ronde, b) and b.id not in tellen)


def is_twice(ronde: Ronde, blik: Blik) -> bool:
    """Is er van deze les nog een blik van dezelfde kijker?"""
    plek = _place(blik)
    return bool(blik.les) and any(b.id != blik.id and _place(b) == plek for b in ronde.blikken)


def unfinished(blikken: Iterable[Blik], ronde: Ronde) -> tuple[Blik, ...]:
    """Geef de blikken zonder les of zonder antwoord."""
    return tuple(blik for blik in blikken if not is_complete(ronde, blik))


def open_points(ronde: Ronde, blik: Blik) -> tuple[str, ...]:
    """Geef de kijkpunten waar nog geen antwoord bij staat."""
    return tuple(p.tekst for p in asked(ronde, blik) if p.id not in blik.gegeven)


def _check_round(ronde: Ronde, ander: Ronde) -> None:
    if ander.ronde != ronde.ronde:
        naam = f" ‘{ander.naam.strip()}’" if ander.naam.strip() else ""
        raise VormError(
            f"het hoort bij een andere ronde{naam}. Laat uw collega kijken in de ronde die u "
            "doorgaf, of open dit bestand apart"
        )
    hier = {p.id: (p.tekst, p.leerling, p.kort) for p in ronde.kijkpunten}
    daar = {p.id: (p.tekst, p.leerling, p.kort) for p in ander.kijkpunten}
    for kenmerk in [*hier, *daar]:
        if hier.get(kenmerk) != daar.get(kenmerk):
            tekst = (daar.get(kenmerk) or hier[kenmerk])[0]
            raise VormError(
                f"het kijkpunt ‘{tekst}’ is daar anders dan hier. Antwoorden tellen alleen bij "
                "dezelfde woorden: geef de ronde opnieuw door voordat iemand gaat kijken"
            )


def _place(blik: Blik) -> tuple[str, ...]:
    """Geef waar er één van kan zijn; van leerlingen en zonder code weten wij niet wie het waren."""
    wie = blik.bezoeker.strip().casefold()
    if blik.soort == "docent" or (blik.soort == "bezoeker" and wie):
        return blik.soort, blik.les, wie
    return "los", blik.id


def _rank(blik: Blik) -> tuple[str, str]:
    return blik.van, _text(blik)


def _text(blik: Blik) -> str:
    """Schrijf wat iemand zag, zonder waar het vandaan kwam."""
    return json_text(codec.write(replace(blik, nagesprek=Nagesprek(), van="")))
