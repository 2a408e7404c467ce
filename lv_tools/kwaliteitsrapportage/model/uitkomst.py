"""De uitkomst bij een rapportage: wat opvalt, en welke vragen bij het blad passen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitwisseling.stukken import Fase
from lv_tools.kwaliteitsrapportage.model.rapportage import (
    Blad,
    Drietal,
    Punt,
    Rapportage,
    Vraag,
)
from lv_tools.kwaliteitsrapportage.model.uitwisselen import cut
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud

#: Zoveel tekens staan er op papier op een regel, en op een regel van de titel.
REGEL, TITELREGEL = 75, 42
#: Zo lang is het begin van de titel, en zoveel gewone regels kost een regel van de titel.
TITEL_BEGIN, REGELS_PER_TITELREGEL = 22, 3
#: Wat het blad zelf bij een punt zet: waaruit het blijkt, een dag, en hoe ver het is.
BEWIJS_LENGTE, DAG_LENGTE, STAND_LENGTE = 24, 18, 14


@dataclass(frozen=True)
class Beeld:
    """Een rapportage op een dag."""

    rapportage: Rapportage
    vandaag: date
    inhoud: Rapportinhoud

    @property
    def blad(self) -> Blad:
        """Het blad van de school."""
        return self.rapportage.blad

    @cached_property
    def opvalt(self) -> tuple[str, ...]:
        """Wat er aan het blad opvalt; dat houdt niets tegen."""
        return tuple(remarks(self.blad, self.inhoud))

    @cached_property
    def voorstellen(self) -> tuple[Vraag, ...]:
        """Vragen bij dit blad, die van ons eerst; wat al gekozen is, staat er niet meer bij."""
        gekozen = {vraag.casefold() for vraag in self.blad.vragen.alle}
        eigen = list(suggest(self.blad, self.inhoud, self.vandaag))
        alle = (*eigen[: self.inhoud.regels.voorstellen], *self.rapportage.voorraad)
        uniek = {v.tekst.casefold(): v for v in reversed(alle)}
        return tuple(v for v in reversed(uniek.values()) if v.tekst.casefold() not in gekozen)


def compute(rapportage: Rapportage, inhoud: Rapportinhoud) -> Beeld:
    """Kijk naar een rapportage op de dag van vandaag."""
    return Beeld(rapportage, today(), inhoud)


def count_lines(blad: Blad) -> int:
    """Schat hoeveel regels het blad op papier beslaat.

    Elk punt begint een regel; hoe vol de laatste is, maakt niet uit. Woorden tellen zegt daarom te
    weinig: veel korte punten nemen meer plaats in dan een paar lange. Een lange naam van de school
    loopt in de titel over meer, en hogere, regels.
    """
    lengtes = [_length(p) for p in blad.punten if p.op_blad and p.wat.strip()]
    lengtes += [len(vraag) for vraag in blad.vragen.alle]
    for a in (*blad.vorige, *blad.afspraken):
        if a.wat.strip():
            klaar = DAG_LENGTE if a.klaar else 0
            lengtes.append(len(a.wat) + len(a.wie) + len(a.ervan) + klaar + STAND_LENGTE)
    titel = ceil((len(blad.school) + TITEL_BEGIN) / TITELREGEL) - 1
    return sum(max(1, ceil(n / REGEL)) for n in lengtes) + titel * REGELS_PER_TITELREGEL


def _length(punt: Punt) -> int:
    """Schat hoeveel tekens een punt wordt, met de woorden die het blad er zelf bij zet."""
    bij = BEWIJS_LENGTE * bool(punt.bewijs or punt.zekerheid) + DAG_LENGTE * bool(punt.dag)
    bij += STAND_LENGTE * bool(punt.stand) + STAND_LENGTE * bool(punt.was)
    return len(punt.wat) + len(punt.eigen) + len(punt.bewijs) + len(punt.wie) + bij


def remarks(blad: Blad, inhoud: Rapportinhoud) -> Iterator[str]:
    """Zeg wat er aan een blad ontbreekt, of te veel is; een leeg blad heeft geen opmerkingen."""
    regels, zeg = inhoud.regels, inhoud.advise
    if not (any(blad.part(deel.code) for deel in inhoud.deel) or blad.vorige):
        return
    leeg = [deel.titel for deel in inhoud.deel if not blad.part(deel.code)]
    if leeg:
        yield zeg("leeg", delen=opsomming([f"‘{titel}’" for titel in leeg]))
    for deel in inhoud.deel:
        if (n := len(blad.part(deel.code))) > regels.punten:
            yield zeg("veel", deel=deel.titel, n=n, grens=regels.punten)
    if (n := count_lines(blad)) > regels.regels:
        yield zeg("lang", n=n, grens=regels.regels)
    for deel in inhoud.deel:
        kaal = [p for p in blad.part(deel.code) if not p.bewijs.strip()]
        if "bewijs" in deel.velden and deel.code in ("resultaten", "gezien") and kaal:
            yield zeg("bewijs", deel=deel.titel, wat=cut(kaal[0].wat, 120))
    zonder = [p for p in blad.part("doelen") if not p.stand]
    if zonder:
        yield zeg("stand", wat=cut(zonder[0].wat, 120))
    for afspraak in blad.afspraken:
        if afspraak.wat.strip() and not (afspraak.wie.strip() and afspraak.klaar):
            yield zeg("wie-wanneer", wat=cut(afspraak.wat, 120))
    if (n := len(blad.vragen.alle)) < 3:
        yield zeg("vragen", n=n)


def suggest(blad: Blad, inhoud: Rapportinhoud, vandaag: date) -> Iterator[Vraag]:
    """Geef vragen bij wat op het blad staat: eerst wat bleef liggen, dan wat nodig is."""
    for afspraak in blad.vorige:
        te_laat = afspraak.klaar is not None and afspraak.klaar < vandaag
        if afspraak.wat.strip() and (afspraak.afloop == "deels" or (_open(afspraak) and te_laat)):
            yield _ask("afspraak", afspraak.wat, inhoud, "check")
    for soort, punten in (
        ("achter", [p for p in blad.part("doelen") if p.stand == "achter"]),
        ("nodig", list(blad.part("nodig"))),
        ("resultaten", list(blad.part("resultaten"))),
        ("mensen", list(blad.part("mensen"))),
        ("gezien", list(blad.part("gezien"))),
        ("bereikt", [p for p in blad.part("doelen") if p.stand == "bereikt"]),
    ):
        yield from _per_kind(soort, punten, inhoud)


def _per_kind(soort: str, punten: list[Punt], inhoud: Rapportinhoud) -> Iterator[Vraag]:
    fasen: dict[str, Fase] = {"bereikt": "borging", "nodig": "act", "achter": "act"}
    for punt in punten[:2]:
        yield _ask(soort, punt.wat, inhoud, fasen.get(soort, "check"))


def _ask(soort: str, wat: str, inhoud: Rapportinhoud, fase: Fase) -> Vraag:
    tekst = inhoud.voorstel[soort].format(wat=cut(wat, 180))
    return Vraag(tekst, fase, inhoud.zeg(f"waarom_{soort}"))


def _open(afspraak: object) -> bool:
    return getattr(afspraak, "afloop", "") == "open"


def choose(vragen: Drietal, tekst: str) -> Drietal | None:
    """Zet een vraag op de eerste lege plek; zijn er al drie, dan is er geen plek."""
    plekken = {"een": vragen.een, "twee": vragen.twee, "drie": vragen.drie}
    for naam, nu in plekken.items():
        if not nu.strip():
            return Drietal(**{**plekken, naam: tekst})
    return None
