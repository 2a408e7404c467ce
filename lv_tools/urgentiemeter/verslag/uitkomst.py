"""De uitslag in blokken: één beschrijving, voor het scherm, het volledige verslag en het beeld."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Tweevorm,
    Vouw,
)
from lv_tools.urgentiemeter.figuur.groep import all_groups, draw_quadrant
from lv_tools.urgentiemeter.figuur.verschil import draw_differences, draw_standards
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import Uitkomst
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import Advies, Instrument


def opening(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de uitslag in een paar zinnen, en het kwadrant."""
    yield from beginning(uitslag, inhoud)
    if blad := draw_quadrant(uitslag, inhoud):
        yield Figuurblok(blad)


def beginning(uitslag: Uitslag, inhoud: Instrument, *, krap: bool = False) -> Iterator[Blok]:
    """Geef de eerste zinnen; van één persoon eerst wat zij over anderen zegt, en elk antwoord.

    Met ``krap`` staan de antwoorden achter elkaar: dan past er met de cijfers één bladzijde.
    """
    zinnen_ = tuple(filter(None, zinnen.lead(uitslag, inhoud)))
    if uitslag.alleen:
        for wijzer in uitslag.wijzers:
            yield Alinea(wijzer.tekst, kop=f"{wijzer.titel}.")
    if zinnen_:
        yield Alinea("\n".join(zinnen_))
    if not uitslag.alleen:
        return
    for groep in all_groups(uitslag):
        antwoorden, kop = zinnen.own_answers(groep, inhoud), inhoud.zeg("alleen_antwoorden")
        if antwoorden and krap:
            yield Alinea(f"{'; '.join(antwoorden)}.", kop=f"{kop}:")
        elif antwoorden:
            yield Vouw(kop, (Opsomming(antwoorden),))


def sections(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wat de uitslag betekent en waar hij op wijst.

    Op papier staan er geen figuren, want daar staan alle getallen in de bijlage.
    """
    if uitslag.advies is not None:
        yield from _advice(uitslag.advies, inhoud)
    yield from _facts_and_feeling(uitslag, inhoud)
    if uitslag.wijzers and not uitslag.alleen:
        yield Kop(inhoud.zeg("opvalt"))
        yield Opsomming(
            tuple(wijzer.tekst for wijzer in uitslag.wijzers),
            koppen=tuple(f"{wijzer.titel}." for wijzer in uitslag.wijzers),
        )
    samen = tuple(_together(uitslag, inhoud))
    vouw = Vouw(inhoud.zeg("samen"), samen, open=bool(uitslag.samengang))
    if samen:
        yield Tweevorm(papier=(Kop(inhoud.zeg("samen")), *samen))
    if blad := draw_standards(uitslag, inhoud):
        figuur = (Kop(inhoud.zeg("onderwerpen")), Figuurblok(blad), *((vouw,) if samen else ()))
        yield Tweevorm(scherm=figuur)
    if blad := draw_differences(uitslag, inhoud):
        yield Tweevorm(scherm=(Kop(inhoud.zeg("verschillen")), Figuurblok(blad)))


def tell(
    uitkomst: Uitkomst, inhoud: Instrument, onleesbaar: Collection[str] = ()
) -> tuple[str, ...]:
    """Zeg in zinnen wat er uit een reeks volgt; zie :func:`zinnen.missing`."""
    indicator = uitkomst.reeks.indicator
    zin = f"Signaal: {zinnen.signal(uitkomst, inhoud)}."
    if uitkomst.signaal is not None:
        zin += f" {inhoud.signalen[uitkomst.signaal.code].uitleg}"
    if uitkomst.gunstigst is not None:
        zin += f" {zinnen.on_weights(uitkomst, inhoud)}"
    regels = [zin]
    if uitkomst.gemiddelde is not None:
        marge = ""
        if uitkomst.marge is not None:
            kant = "gunstig" if uitkomst.marge >= 0 else "ongunstig"
            afstand = zinnen.write_value(abs(uitkomst.marge), indicator)
            marge = f" Afstand tot de norm: {afstand}, {kant}."
        regels.append(
            f"Gemiddelde van drie jaar: {zinnen.write_value(uitkomst.gemiddelde, indicator)} "
            f"({zinnen.weighted(uitkomst)}).{marge}"
        )
    regels += [zinnen.needed(uitkomst, inhoud), zinnen.missing(uitkomst, onleesbaar)]
    return tuple(regel for regel in regels if regel)


def _advice(advies: Advies, inhoud: Instrument) -> Iterator[Blok]:
    """Een vorm van urgentie: betekenis, doen, vragen en de volgende stap."""
    yield Kop(inhoud.zeg("advies"))
    yield Alinea(advies.betekenis)
    yield Alinea(inhoud.zeg("naar_bron", bron=advies.bron), kop=inhoud.zeg("doen"))
    yield Opsomming(advies.doen)
    yield Alinea(inhoud.zeg("vragen"), nadruk=True)
    yield Opsomming(advies.vragen)
    yield Alinea(advies.vervolg, kop=inhoud.zeg("hierna"))


def _facts_and_feeling(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    feiten = tuple(facts(uitslag, inhoud))
    if not feiten:
        return
    yield Kop(inhoud.zeg("wat_cijfers_zeggen" if uitslag.alleen else "naast_gevoel"))
    yield from feiten
    if not uitslag.vergelijkingen:
        return
    yield Tabelblok(
        inhoud.zeg("naast_gevoel"),
        ("Afdeling", "Groep", "Wat dit samen is"),
        tuple(
            (v.afdeling, v.groep, inhoud.blinde_vlekken[v.vak].titel)
            for v in uitslag.vergelijkingen
        ),
    )
    # Op het scherm alleen wat over de hele groep gaat; op papier elk vak, met de bron.
    hele = {v.vak for v in uitslag.vergelijkingen if v.groep == "hele groep"}
    for vak in dict.fromkeys(v.vak for v in uitslag.vergelijkingen):
        vlek = inhoud.blinde_vlekken[vak]
        uitleg = Alinea(vlek.betekenis, kop=f"{vlek.titel}.")
        samen = (uitleg, Opsomming((*vlek.doen, *vlek.vragen)))
        bron = Alinea(f"Naar: {vlek.bron}.", klein=True)
        yield Tweevorm(scherm=samen if vak in hele else (), papier=(*samen, bron))


def facts(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef per afdeling de indicatoren samen in een zin, en van elke de cijfers en wat nodig is."""
    for feit in uitslag.feiten:
        if samen := zinnen.indicators_together(feit, inhoud):
            bekend = [u for u in feit.uitkomsten if u.gunstigst is not None]
            yield Alinea(samen, kop=f"{feit.afdeling.naam}:")
            yield Opsomming(
                tuple(zinnen.series_in_short(u, inhoud) for u in bekend),
                koppen=tuple(f"{u.reeks.indicator.naam}:" for u in bekend),
            )


def _together(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    if not uitslag.samengang and not uitslag.overlap:
        return
    if uitslag.samengang:
        namen = [zinnen.write_standard(samen.standaard, inhoud) for samen in uitslag.samengang]
        verbanden = dict.fromkeys(v for samen in uitslag.samengang for v in samen.verbanden)
        yield Alinea(inhoud.zeg("samen_ongenoemd", namen=opsomming(namen)))
        yield Opsomming(tuple(f"{verband.tekst} ({verband.bron})" for verband in verbanden))
    if uitslag.overlap:
        yield Tabelblok(
            inhoud.zeg("samen_tabel"),
            ("Soort afdeling", "Onderwerp", "Genoemd door", "Samen met", "Samen genoemd"),
            tuple(
                (
                    f"{o.soort} (n = {o.n})",
                    zinnen.write_standard(o.ongenoemd, inhoud),
                    f"{o.percentage}%",
                    o.genoemd,
                    f"{o.minstens} tot {o.hoogstens} afdelingen",
                )
                for o in uitslag.overlap
            ),
            bron="onderzoek, tabel 4.2; grenzen: onze som",
        )
    grenzen = f"\n{inhoud.samenhang.grenzen_uitleg}" if uitslag.overlap else ""
    yield Alinea(f"{inhoud.samenhang.uitleg}{grenzen}")
