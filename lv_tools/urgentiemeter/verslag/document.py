"""Het verslag: een bladzijde voor het teamoverleg, en een volledig verslag voor het dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lv_tools.basis.taal.notatie import LEEG, aantal
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Paginaeinde,
)
from lv_tools.basis.uitvoer.kort import IN_HET_KORT, shorten
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.urgentiemeter.figuur.groep import all_groups, draw_quadrant
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import Uitkomst
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.model.welke_meting import title
from lv_tools.urgentiemeter.teksten import Instrument
from lv_tools.urgentiemeter.verslag.bijlage import appendix
from lv_tools.urgentiemeter.verslag.losse_antwoorden import separate_answers
from lv_tools.urgentiemeter.verslag.tabellen import account
from lv_tools.urgentiemeter.verslag.uitkomst import beginning, sections
from lv_tools.urgentiemeter.verslag.wensen import outgoing

#: Zo hoog is het kwadrant hoogstens, als deel van de ene bladzijde.
KWADRANT = 0.38
#: Zoveel rijen met cijfers, en zoveel afdelingen in woorden, passen in het korte verslag.
MEESTE_RIJEN, MEESTE_AFDELINGEN = 4, 2
#: Zo lang is in het kort de naam van een afdeling, als er meer zijn.
AFDELING_LENGTE = 18
#: Zonder keuze van de lezer komt er één bladzijde, zonder namen.
STANDAARD = Wensen(volledig=False)


def report(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen = STANDAARD) -> Document:
    """Maak het verslag als document, voor Word, Markdown en afdrukken."""
    maak = _complete if wensen.volledig else _one_page
    delen = ["Urgentiemeter", title(uitslag.scan), "volledig verslag" * wensen.volledig]
    titel = ": ".join(filter(None, delen))
    return Document(titel, tuple(_blocks(maak, outgoing(uitslag, inhoud, wensen), inhoud, wensen)))


def _blocks(
    maak: Callable[[Uitslag, Instrument], Iterator[Blok]],
    uitslag: Uitslag,
    inhoud: Instrument,
    wensen: Wensen,
) -> Iterator[Blok]:
    yield from maak(uitslag, inhoud)
    if wensen.namen and uitslag.scan.groep.modus == "naam":
        yield Paginaeinde()
        yield Kop("Bijlage: losse antwoorden")
        yield from separate_answers(uitslag, inhoud)


def _one_page(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Eén bladzijde: de uitslag, het kwadrant, wat opvalt en de vragen voor het gesprek."""
    wanneer, regels, _keuze, niet, *_rest = account(uitslag, inhoud)
    # Onder het kwadrant staat al op hoeveel mensen het rust; dan hoeft dat niet ook bovenaan.
    getekend = draw_quadrant(uitslag, inhoud) is not None
    if not getekend:
        yield Alinea(f"{wanneer} {zinnen.hidden(uitslag)}".strip())
    yield from _outcome(uitslag, inhoud, krap=True)
    if verschil := zinnen.largest_gap(uitslag.beleving, inhoud):
        yield Alinea(verschil)
    if feiten := tuple(_facts(uitslag, inhoud)):
        yield Kop(inhoud.zeg("wat_cijfers_zeggen" if uitslag.alleen else "naast_gevoel"))
        yield from feiten
    if uitslag.wijzers and not uitslag.alleen:
        titels = dict.fromkeys(wijzer.titel for wijzer in uitslag.wijzers)
        yield Alinea(f"Wat verder opvalt: {'. '.join(titels)}.")
    if uitslag.advies is not None:
        yield Kop("Vragen voor ons gesprek")
        yield Opsomming(uitslag.advies.vragen, genummerd=True)
        yield Alinea(f"Hierna: {uitslag.advies.vervolg}", nadruk=True)
    keuze = "" if uitslag.alleen else "De grenzen zijn onze keuze. "
    begin = f"{wanneer} " if getekend else ""
    yield Alinea(f"{begin}{regels} {keuze}{niet}", klein=True)


def _complete(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Alles: de ene bladzijde, verantwoording, uitslag, advies, samenhang en alle tabellen."""
    yield Kop(IN_HET_KORT)
    yield from _one_page(uitslag, inhoud)
    yield Paginaeinde()
    yield Kop("Verantwoording")
    yield Opsomming(tuple(filter(None, account(uitslag, inhoud))))
    if uitslag.beleving.verborgen:
        yield Alinea(zinnen.hidden(uitslag), klein=True)
    yield Kop("Uitslag")
    yield from _outcome(uitslag, inhoud)
    yield from sections(uitslag, inhoud)
    yield Paginaeinde()
    yield Kop("Bijlage: alle getallen")
    yield from appendix(uitslag, inhoud)


def _outcome(uitslag: Uitslag, inhoud: Instrument, *, krap: bool = False) -> Iterator[Blok]:
    geheel = uitslag.beleving.geheel
    if geheel is None:
        yield Alinea(zinnen.nothing_to_show(uitslag), nadruk=True)
        return
    titel = uitslag.advies.titel if uitslag.advies else "Er is te weinig ingevuld voor een vorm"
    yield Alinea(f"{titel}.", nadruk=True)
    if uitslag.alleen:
        yield from beginning(uitslag, inhoud, krap=krap)
        return
    yield Alinea(
        f"{zinnen.headline(geheel, inhoud)} {zinnen.write_distance(geheel, uitslag.scan.regels)} "
        f"{inhoud.carries(uitslag.beleving.personen)}"
    )
    if krap and (blad := draw_quadrant(uitslag, inhoud)):
        yield Figuurblok(blad, kort=KWADRANT)
    else:
        yield _quadrant_table(uitslag)


def _quadrant_table(uitslag: Uitslag) -> Bloktabel:
    """Het kwadrant als tabel: vier vakken met de groepen die erin vallen."""
    vakken: dict[str, list[str]] = {}
    for groep in all_groups(uitslag):
        if groep.positie.vorm is not None:
            naam = f"{groep.naam} {zinnen.percent(groep.positie.urgentie)}"
            vakken.setdefault(groep.positie.vorm, []).append(naam)
    rijen = tuple(
        (kop, *(", ".join(vakken.get(f"{kant}-{focus}", [LEEG])) for focus in ("smal", "breed")))
        for kant, kop in (("gedeeld", "Gedeelde urgentie"), ("beperkt", "Beperkte urgentie"))
    )
    return Bloktabel(
        "Hoe gedeeld is de urgentie (deel ‘eens’), en hoe breed de focus?",
        ("", "Smalle focus", "Brede focus"),
        rijen,
        breedtes=(2, 4, 4),
    )


def _facts(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de cijfers in een smalle tabel, zodat alles op één bladzijde blijft."""
    met = [f for f in uitslag.feiten if zinnen.indicators_together(f, inhoud)]
    if not met:
        return
    meer = len(met) > 1
    samen = [
        f"{_called(f.afdeling.naam, meer)}: {zinnen.indicators_together(f, inhoud)}" for f in met
    ]
    alle = [
        (feit.afdeling.naam, u)
        for feit in uitslag.feiten
        for u in feit.uitkomsten
        if u.gunstigst is not None
    ]
    # Past niet alles, dan gaat voor wat aandacht vraagt; de rest staat in het volledige verslag.
    bekend = sorted(alle, key=lambda rij: -(rij[1].ongunstigst or 0)) if _many(alle) else alle
    bekend = bekend[:MEESTE_RIJEN]
    wegingen = {zinnen.weighted(u) for _naam, u in bekend}
    # Wegen alle rijen gelijk, dan staat dat één keer boven de tabel.
    weging = wegingen.pop() if len(wegingen) == 1 else "gewicht per rij"
    vergeleken = _compared(uitslag, inhoud, kort=meer)
    yield Alinea(" ".join((*samen[:MEESTE_AFDELINGEN], *vergeleken[:MEESTE_AFDELINGEN])))
    yield Bloktabel(
        inhoud.zeg("cijfers_kort", weging=weging),
        ("Indicator", "Drie jaar", "Norm", "Signaal", "Doel"),
        tuple(
            _in_row(
                _called(naam, meer) * meer,
                uitkomst,
                inhoud,
                weging=bool(wegingen),
            )
            for naam, uitkomst in bekend
        ),
        breedtes=(8, 6, 3, 5, 5) if meer else (5, 6, 2, 5, 5),
    )
    if _many(alle) or len(samen) > MEESTE_AFDELINGEN:
        rijen, afdelingen = len(alle), aantal(len(samen), "afdeling", "afdelingen")
        zin = inhoud.zeg("cijfers_meer", n=len(bekend), alle=rijen, afdelingen=afdelingen)
        yield Alinea(zin, klein=True)


def _called(naam: str, kort: bool) -> str:
    return shorten(naam, AFDELING_LENGTE) if kort else naam


def _many(rijen: Sequence[object]) -> bool:
    return len(rijen) > MEESTE_RIJEN


def _in_row(
    afdeling: str, uitkomst: Uitkomst, inhoud: Instrument, *, weging: bool
) -> tuple[str, ...]:
    reeks, indicator = uitkomst.reeks, uitkomst.reeks.indicator
    signaal = zinnen.signal(uitkomst, inhoud)
    return (
        ", ".join(filter(None, (afdeling, indicator.naam))),
        "; ".join(zinnen.write_value(waarde, indicator) for waarde in reeks.resultaten),
        zinnen.write_value(reeks.norm, indicator),
        f"{signaal} ({zinnen.weighted(uitkomst)})" if weging else signaal,
        zinnen.target_in_short(uitkomst),
    )


def _compared(uitslag: Uitslag, inhoud: Instrument, *, kort: bool) -> tuple[str, ...]:
    """Zeg per afdeling wat de cijfers en het gevoel van de hele groep samen zijn."""
    return tuple(
        f"{_called(v.afdeling, kort)}, hele groep: {inhoud.blinde_vlekken[v.vak].titel}."
        for v in uitslag.vergelijkingen
        if v.groep == "hele groep"
    )
