"""Stap 3 op het scherm: de uitslag, wat hij betekent en wat u nu kunt doen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.schermdelen import (
    Deel,
    Figuur,
    Keuzelijst,
    Kolom,
    Mededeling,
    Nadruk,
    Sectie,
    Tabel,
    Tekst,
    Uitklap,
)
from lv_tools.urgentiemeter.figuur.groep import all_groups, draw_distribution, draw_quadrant
from lv_tools.urgentiemeter.figuur.verschil import draw_differences, draw_standards
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.uitslag import Uitslag, compute
from lv_tools.urgentiemeter.scherm.regels import Regelvak
from lv_tools.urgentiemeter.scherm.verslag import Verslagvak
from lv_tools.urgentiemeter.scherm.werk import Werk
from lv_tools.urgentiemeter.teksten import Advies, Instrument

NOG_NIETS = "Er zijn nog geen antwoorden. Vul bij stap 2 iets in, dan verschijnt hier de uitslag."
TE_KLEIN = (
    "Er zijn antwoorden, maar de groep is te klein om anoniem te tonen. Er zijn ten minste vijf "
    "mensen nodig die elke vraag invulden. Wacht op meer antwoorden."
)


class Uitslagpaneel:
    """De uitslag; rekent pas als de stap open is."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        self.open = False
        self.uitslag: Uitslag | None = None
        self.kop = Mededeling()
        self.zin = Tekst()
        self.beeld = Kolom()
        self.rest = Kolom()
        self.regels = Regelvak(werk)
        self.verslag = Verslagvak(werk, self.current)
        self.groep = Keuzelijst("Van welke groep?", [], bij_wijziging=self._distribution)
        self.verdeling = Kolom()
        self.verdeling_vak = Sectie("Antwoorden per stelling", self.groep, self.verdeling, niveau=3)
        self.deel = Kolom(
            self.kop,
            self.zin,
            self.beeld,
            self.regels.deel,
            self.rest,
            self.verdeling_vak,
            self.verslag.deel,
        )
        werk.luisteraars.append(self.refresh)

    def current(self) -> Uitslag:
        """Geef de uitslag van dit moment."""
        return compute(self.werk.scan(), self.werk.inhoud)

    def show(self, *, open: bool) -> None:
        """Open of sluit de stap."""
        self.open = open
        self.refresh()

    def refresh(self) -> None:
        """Reken opnieuw, als de stap in beeld is."""
        if not self.open:
            return
        uitslag = self.uitslag = self.current()
        inhoud = self.werk.inhoud
        geheel = uitslag.beleving.geheel
        self.regels.show()
        self.verslag.show()
        if uitslag.advies is not None:
            self.kop.tekst = f"Uitslag: {uitslag.advies.titel.lower()}."
        elif geheel is not None:
            self.kop.tekst = "Er is nog te weinig ingevuld voor een vorm."
        else:
            self.kop.tekst = TE_KLEIN if uitslag.beleving.personen else NOG_NIETS
        self.zin.alineas = tuple(_opening(uitslag, inhoud))
        blad = draw_quadrant(uitslag, inhoud)
        self.beeld.inhoud = (Figuur(blad),) if blad else ()
        self.rest.inhoud = tuple(_sections(uitslag, inhoud))
        groepen = all_groups(uitslag)
        self.verdeling_vak.verborgen = not groepen
        self.verslag.deel.verborgen = not (groepen or any(f.uitkomsten for f in uitslag.feiten))
        self.groep.opties = [(groep.sleutel, groep.naam) for groep in groepen]
        self._distribution()

    def _distribution(self, *_waarde: object) -> None:
        if self.uitslag is None:
            return
        gekozen = [g for g in all_groups(self.uitslag) if g.sleutel == self.groep.waarde]
        self.verdeling.inhoud = tuple(
            Figuur(draw_distribution(groep, self.uitslag, self.werk.inhoud)) for groep in gekozen
        )


def _opening(uitslag: Uitslag, inhoud: Instrument) -> Iterator[str]:
    geheel = uitslag.beleving.geheel
    if geheel is not None:
        yield zinnen.headline(geheel, inhoud)
        yield zinnen.write_distance(geheel, uitslag.scan.regels)
        yield f"Dit rust op {zinnen.counted(uitslag.beleving)}."


def _sections(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Deel]:
    if uitslag.advies is not None:
        yield advice_section(uitslag.advies)
    yield from _facts_and_feeling(uitslag, inhoud)
    if uitslag.wijzers:
        yield Sectie(
            "Wat verder opvalt",
            Tekst(*((Nadruk(f"{w.titel}. "), w.tekst) for w in uitslag.wijzers), lijst=True),
            niveau=3,
        )
    if blad := draw_standards(uitslag, inhoud):
        yield Sectie("Onderwerpen", Figuur(blad), *_together(uitslag, inhoud), niveau=3)
    if blad := draw_differences(uitslag, inhoud):
        yield Sectie("Verschillen tussen rollen", Figuur(blad), niveau=3)


def advice_section(advies: Advies) -> Sectie:
    """Zet een vorm van urgentie op het scherm: betekenis, doen, vragen en de volgende stap."""
    return Sectie(
        "Wat dit betekent, en wat u kunt doen",
        Tekst(advies.betekenis),
        Tekst((Nadruk("Doen"), f" (naar {advies.bron})")),
        Tekst(*advies.doen, lijst=True),
        Tekst((Nadruk("Vragen voor het gesprek"),)),
        Tekst(*advies.vragen, lijst=True),
        Tekst((Nadruk("Hierna. "), advies.vervolg)),
        niveau=3,
    )


def _facts_and_feeling(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Deel]:
    ingevuld = [f for f in uitslag.feiten if any(u.gunstigst is not None for u in f.uitkomsten)]
    if not ingevuld:
        return
    rijen = [
        (feit.afdeling.naam, uitkomst.reeks.indicator.naam, zinnen.signal(uitkomst, inhoud))
        for feit in ingevuld
        for uitkomst in feit.uitkomsten
        if uitkomst.gunstigst is not None
    ]
    delen: list[Deel] = [
        Tabel("Wat de cijfers zeggen", ("Afdeling", "Indicator", "Signaal"), rijen)
    ]
    if uitslag.vergelijkingen:
        delen.append(
            Tabel(
                "Cijfers naast gevoel",
                ("Afdeling", "Groep", "Wat dit samen is"),
                [
                    (v.afdeling, v.groep, inhoud.blinde_vlekken[v.vak].titel)
                    for v in uitslag.vergelijkingen
                ],
            )
        )
        geheel = dict.fromkeys(v.vak for v in uitslag.vergelijkingen if v.groep == "hele groep")
        delen += [_spot(inhoud.blinde_vlekken[vak]) for vak in geheel]
    yield Sectie("Cijfers naast gevoel", *delen, niveau=3)


def _spot(advies: Advies) -> Deel:
    return Kolom(
        Tekst((Nadruk(f"{advies.titel}. "), advies.betekenis)),
        Tekst(*advies.doen, *advies.vragen, lijst=True),
    )


def _together(uitslag: Uitslag, inhoud: Instrument) -> Sequence[Deel]:
    samenhang = inhoud.inhoud["samenhang"]
    if not uitslag.samengang and not uitslag.overlap:
        return ()
    verbanden = {verband: None for samen in uitslag.samengang for verband in samen.verbanden}
    regels = [f"{verband.tekst} ({verband.bron})" for verband in verbanden]
    namen = opsomming(
        [zinnen.write_standard(samen.standaard, inhoud) for samen in uitslag.samengang]
    )
    delen: list[Deel] = []
    if uitslag.samengang:
        delen += [
            Tekst(f"Niet genoemd, maar in het onderzoek vaak samen ermee: {namen}."),
            Tekst(*regels, lijst=True),
        ]
    if uitslag.overlap:
        delen.append(
            Tabel(
                "In deze groep: hoe vaak werden onderwerpen genoemd die u niet noemde?",
                ("Soort afdeling", "Onderwerp", "Genoemd door", "Samen met", "Samen genoemd"),
                [
                    (
                        f"{o.soort} (n = {o.n})",
                        zinnen.write_standard(o.ongenoemd, inhoud),
                        f"{o.percentage}%",
                        o.genoemd,
                        f"{o.minstens} tot {o.hoogstens} afdelingen",
                    )
                    for o in uitslag.overlap
                ],
                bron="onderzoek, tabel 4.2; grenzen volgens Fréchet",
            )
        )
    grenzen = (samenhang["grenzen_uitleg"],) if uitslag.overlap else ()
    delen.append(Tekst(samenhang["uitleg"], *grenzen))
    return (Uitklap("Wat ging in het onderzoek samen?", *delen, open=bool(uitslag.samengang)),)
