"""De bladen van scholen naast elkaar: op het alfabet, per onderdeel, zonder rangorde.

Van een school kunnen er twee bladen liggen, van twee gesprekken. Die staan naast elkaar zoals twee
scholen dat doen: wat er tussen gebeurde, is hier niet te zien.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.basis.uitwisseling.stukken import ZEKER_IN_WOORDEN
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.kwaliteitsrapportage.model.rapportage import (
    DELEN,
    MEESTE_SCHOLEN,
    Blad,
    Rapportage,
    Schoolblad,
    plain,
    shown,
)
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud


@dataclass(frozen=True)
class Rij:
    """Eén regel van het overzicht; zonder ``wat`` heeft de school er niets ingevuld."""

    school: str
    periode: str
    wat: str = ""
    eigen: str = ""
    stand: str = ""
    wie: str = ""
    dag: date | None = None
    bewijs: str = ""
    zekerheid: str = ""


def look(blad: Blad, tijd: datetime) -> Schoolblad:
    """Maak van een blad wat het bestuur ernaast legt: alleen wat op de bladzijde staat.

    Wie een kopie van een bestand voor een andere school gebruikt, houdt daarvan het kenmerk. Met de
    naam van de school erbij vervangt het ene blad het andere dan niet.
    """
    merk = sha256(plain(blad.school).encode()).hexdigest()[:16]
    return Schoolblad(f"{(blad.id or 'blad')[:40]}-{merk}", tijd, shown(blad))


def lay_beside(rapportage: Rapportage, bladen: Iterable[Schoolblad]) -> Rapportage:
    """Leg bladen naast elkaar; van hetzelfde blad geldt wat het laatst bewaard is.

    De notitie die het bestuur bij een blad maakte, blijft.

    Raises
    ------
    VormError
        Als het er te veel worden; er is dan niets veranderd.
    """
    er = {school.id: school for school in rapportage.scholen}
    for school in bladen:
        eerder = er.get(school.id)
        if eerder is None:
            er[school.id] = school
        elif school.tijd >= eerder.tijd:
            er[school.id] = replace(school, notitie=eerder.notitie)
    if len(er) > MEESTE_SCHOLEN:
        raise VormError(
            f"er passen hoogstens {MEESTE_SCHOLEN} bladen naast elkaar, en dit worden er "
            f"{len(er)}; haal eerst bladen weg die u niet nodig hebt"
        )
    return replace(rapportage, scholen=in_order(er.values()))


def in_order(scholen: Iterable[Schoolblad]) -> tuple[Schoolblad, ...]:
    """Zet bladen op het alfabet van school en periode, en nergens anders op."""
    return tuple(sorted(scholen, key=lambda s: (plain(s.blad.school), plain(s.blad.periode), s.id)))


def rows(scholen: Iterable[Schoolblad], onderdeel: str, inhoud: Rapportinhoud) -> tuple[Rij, ...]:
    """Geef wat elke school bij een onderdeel schreef; wie niets schreef, staat er ook."""
    uit: list[Rij] = []
    for school in scholen:
        blad = school.blad
        regels = list(_rows(blad, onderdeel, inhoud))
        uit += regels or [Rij(blad.school, blad.periode)]
    return tuple(uit)


def _rows(blad: Blad, onderdeel: str, inhoud: Rapportinhoud) -> Iterator[Rij]:
    van = (blad.school, blad.periode)
    if onderdeel == "vragen":
        yield from (Rij(*van, wat=vraag) for vraag in blad.vragen.alle)
    elif onderdeel in DELEN:
        for p in blad.part(onderdeel):
            yield Rij(
                *van, p.wat, p.eigen, inhoud.stand.get(p.stand, ""), p.wie, p.dag, p.bewijs,
                ZEKER_IN_WOORDEN.get(p.zekerheid, ""),
            )  # fmt: skip
    else:
        for a in blad.vorige if onderdeel == "vorige" else blad.afspraken:
            if a.wat.strip():
                yield Rij(*van, a.wat, a.ervan, inhoud.afloop[a.afloop], a.wie, a.klaar)


def filled(scholen: Iterable[Schoolblad], onderdeel: str, inhoud: Rapportinhoud) -> int:
    """Tel op hoeveel bladen er iets bij een onderdeel staat."""
    return sum(any(_rows(school.blad, onderdeel, inhoud)) for school in scholen)


def cannot_compare(scholen: tuple[Schoolblad, ...], inhoud: Rapportinhoud) -> Iterator[str]:
    """Zeg wat er aan de bladen verschilt, zodat niemand ze zomaar naast elkaar legt."""
    zeg = inhoud.advise
    per: dict[str, list[Schoolblad]] = {}
    for school in scholen:
        per.setdefault(plain(school.blad.school), []).append(school)
    for zelfde in per.values():
        if len(zelfde) > 1:
            perioden = opsomming([s.blad.periode or zeg("zonder-periode") for s in zelfde])
            naam = zelfde[0].blad.school
            bladen = aantal(len(zelfde), "blad", "bladen")
            yield zeg("dubbel", school=naam, bladen=bladen, perioden=perioden)
    if len({plain(s.blad.periode) for s in scholen}) > 1 and len(per) > 1:
        yield zeg("perioden")
    stil = [s.blad.school for s in scholen if not any(s.blad.part(deel) for deel in DELEN)]
    if stil:
        yield zeg("stil", scholen=opsomming(list(dict.fromkeys(stil))))
