"""Volle verslagen in het kort: van de voorbeeldschool, en van een groep die alles invulde."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import cycle, islice, takewhile
from typing import Any

from scholenproef import mensen

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitvoer.document import Blok, Document, Paginaeinde, on_paper
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
    for modus, groepen, afspraken in (
        ("naam", 1, 8), ("naam", 5, 0), ("naam", 5, 3), ("naam", 5, 5), ("naam", 12, 8),
        ("anoniem", 5, 8),
    ):  # fmt: skip
        naam = f"zelfevaluatie {modus}, {groepen} groepen, {afspraken} afspraken"
        yield naam, full_scan(modus, groepen, afspraken)
    for modus, afdelingen in (("naam", 0), ("naam", 1), ("naam", 3), ("naam", 50), ("anoniem", 3)):
        naam = f"urgentiemeter {modus}, {afdelingen} afdelingen"
        yield naam, full_meter(modus, afdelingen)


def first_pages() -> Iterator[tuple[str, Document]]:
    """Geef van elk verslag van de voorbeeldschool wat op de eerste bladzijde hoort te passen.

    Het blad van de kwaliteitsrapportage is er helemaal één.
    """
    for werk in voorbeeld():
        deur = door(werk.hulpmiddel)
        if deur.verslag is None:
            continue
        inhoud = deur.inhoud()
        document = deur.verslag(deur.reken(werk.staat, inhoud), inhoud)
        eerst = list(takewhile(lambda b: not isinstance(b, Paginaeinde), papier(document)))
        if len(eerst) < len(papier(document)):
            yield f"{werk.hulpmiddel}, eerste bladzijde", Document(document.titel, tuple(eerst))
    deur = door("kwaliteitsrapportage")
    inhoud = deur.inhoud()
    bladen = {
        "het voorbeeld": deur.voorbeeld(inhoud),
        "een vol blad": full_page("De Linde"),
        "een vol blad van een school met een lange naam": full_page(NAAM),
    }
    for wat, staat in bladen.items():
        blad = deur.reken(staat, inhoud)
        yield f"kwaliteitsrapportage, {wat}", deur.verslag(blad, inhoud)


def full_page(school: str) -> Any:
    """Een blad met zoveel regels als er volgens de grens op één bladzijde passen."""
    from lv_tools.kwaliteitsrapportage.model.rapportage import (
        DELEN,
        Afspraak,
        Blad,
        Drietal,
        Punt,
        Rapportage,
    )
    from lv_tools.kwaliteitsrapportage.model.uitkomst import count_lines
    from lv_tools.kwaliteitsrapportage.teksten import content

    woorden = ZIN.rstrip().rstrip(".").split()

    def tekst(n: int) -> str:
        return " ".join(islice(cycle(woorden), n))

    def afspraken(deel: str, n: int) -> tuple[Afspraak, ...]:
        return tuple(
            Afspraak(f"{deel}{nr}", tekst(9), "rector", DAG, ervan=tekst(n)) for nr in range(3)
        )

    punten = tuple(
        Punt(f"{deel}{nr}", deel, tekst(8), tekst(11), tekst(4), "een-blik", "op-weg", dag=DAG)
        for deel in DELEN
        for nr in range(3 if deel != "nodig" else 1)
    )
    blad = Blad(
        "b", school, "najaar 2026", DAG, "bestuurder, rector en kwaliteitsmedewerker", DAG,
        afspraken("w", 4), punten, Drietal(tekst(9), tekst(9), tekst(9)), afspraken("a", 0), DAG,
    )  # fmt: skip
    grens = content().regels.regels
    while count_lines(blad) > grens:
        blad = replace(blad, punten=blad.punten[:-1])
    assert grens - count_lines(blad) < 4
    return Rapportage("vol", blad)


def papier(document: Document) -> tuple[Blok, ...]:
    return tuple(on_paper(document.blokken))


def _report(naam: str, staat: Any) -> Document:
    """Vraag het verslag zoals de keuze ‘Kort’ dat doet."""
    deur = door(naam)
    inhoud = deur.inhoud()
    maak = import_module(f"lv_tools.{naam}.verslag.document").report
    document: Document = maak(deur.reken(staat, inhoud), inhoud, Wensen(volledig=False))
    return document


def full_scan(modus: str, hoeveel: int, afspraken: int) -> Document:
    """Een zelfevaluatie met lange namen, alle stellingen, en lange afspraken."""
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
        Samenoordeel(thema, 2, DAG, "iedereen", ZIN * 5, ZIN * 5)
        for thema in opzet.themas[:afspraken]
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
        replace(eerste, id=f"a{nr}", naam=f"{nr} {NAAM}"[:80], reeksen=vol) for nr in range(hoeveel)
    )
    groep = replace(leeg.groep, modus=modus, zout="0" * 32, bronnen=(Bron("bestand 1", alle),))
    staat = replace(leeg, naam=NAAM[:80], afdelingen=afdelingen or leeg.afdelingen, groep=groep)
    return _report("urgentiemeter", staat)
