"""Volle verslagen in het kort: van de voorbeeldschool, en van een groep die alles invulde."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import cycle, islice
from typing import Any

from scholenproef import mensen

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitvoer.document import Document
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.bouwdoos.openen import door
from lv_tools.verder.verzameling import voorbeeld

DAG = date(2026, 11, 28)
ZIN = "Wij spreken af dat elke sectie in de eigen vergadering terugkomt op wat zij in de les zag. "
NAAM = "Afdeling havo en atheneum van de hoofdvestiging aan de Stationsstraat in de stad"


def short_reports() -> Iterator[tuple[str, Document]]:
    """Geef alle verslagen die kort beloven te zijn, met een naam."""
    for werk in voorbeeld():
        if werk.hulpmiddel in ("urgentiemeter", "zelfevaluatie"):
            yield f"{werk.hulpmiddel} van de voorbeeldschool", _report(werk.hulpmiddel, werk.staat)
    for modus in ("naam", "anoniem"):
        for hoeveel in (1, 4, 12):
            yield f"zelfevaluatie {modus} {hoeveel} groepen", full_scan(modus, hoeveel)
        for hoeveel in (0, 1, 3, 50):
            yield f"urgentiemeter {modus} {hoeveel} afdelingen", full_meter(modus, hoeveel)


def _report(naam: str, staat: Any) -> Document:
    """Vraag het verslag zoals de keuze ‘Kort’ dat doet."""
    deur = door(naam)
    inhoud = deur.inhoud()
    maak = import_module(f"lv_tools.{naam}.verslag.document").report
    document: Document = maak(deur.reken(staat, inhoud), inhoud, Wensen(volledig=False))
    return document


def full_scan(modus: str, hoeveel: int) -> Document:
    """Een zelfevaluatie met lange namen, alle stellingen, en een afspraak bij elk thema."""
    from lv_tools.zelfevaluatie.model.opzet import stellingen_van
    from lv_tools.zelfevaluatie.model.scan import Samenoordeel

    deur = door("zelfevaluatie")
    inhoud = deur.inhoud()
    leeg = deur.leeg(inhoud)
    rollen = tuple(f"{nr}e {NAAM}"[:60].strip() for nr in range(1, hoeveel + 1))
    opzet = replace(
        leeg.opzet, id="0123456789ab", naam=NAAM, datum=DAG, modus=modus, versie="volledig",
        groepen=(), eigen_groepen=rollen,
    )  # fmt: skip
    wie = [(rol, 1 + nr % 4) for nr, rol in enumerate(islice(cycle(rollen), 9 * hoeveel))]
    alle = mensen(list(stellingen_van(opzet, inhoud)), wie, 4, DAG, "vol")
    groep = replace(leeg.groep, modus=modus, zout="0" * 32, bronnen=(Bron("bestand 1", alle),))
    samen = tuple(
        Samenoordeel(thema, 2, DAG, "iedereen", ZIN * 5, ZIN * 5) for thema in opzet.themas
    )
    staat = replace(leeg, opzet=opzet, groep=groep, gemaakt=True, samen=samen)
    return _report("zelfevaluatie", staat)


def full_meter(modus: str, hoeveel: int) -> Document:
    """Een urgentiemeter met alle cijfers van veel afdelingen, en met wie erbij horen."""
    from lv_tools.urgentiemeter.model.feiten import exact

    deur = door("urgentiemeter")
    inhoud = deur.inhoud()
    leeg = deur.leeg(inhoud)
    rollen = [rol.code for rol in inhoud.rol]
    wie = [(rol, 1 + nr % 4) for nr, rol in enumerate(islice(cycle(rollen), 8 * len(rollen)))]
    codes = list(inhoud.standaarden)
    alle = tuple(
        replace(m, keuzes={"standaarden": tuple(codes[nr % 3 : nr % 3 + 3])})
        for nr, m in enumerate(mensen(list(inhoud.stellingen), wie, 4, DAG, "vol"))
    )
    eerste = leeg.afdelingen[0]
    vol = tuple(
        replace(r, norm=exact("50.2"), resultaten=tuple(map(exact, ("49.8", "51.3", "48.9"))))
        for r in eerste.reeksen
    )
    afdelingen = tuple(
        replace(eerste, id=f"a{nr}", naam=f"{nr} {NAAM}"[:80], reeksen=vol)
        for nr in range(hoeveel)
    )
    groep = replace(leeg.groep, modus=modus, zout="0" * 32, bronnen=(Bron("bestand 1", alle),))
    staat = replace(leeg, naam=NAAM[:80], afdelingen=afdelingen or leeg.afdelingen, groep=groep)
    return _report("urgentiemeter", staat)
