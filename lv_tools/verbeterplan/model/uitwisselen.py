"""Wat het plan van andere hulpmiddelen neemt, en wat het geeft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lv_tools.basis.uitwisseling.dossier import MEESTE_STUKKEN
from lv_tools.basis.uitwisseling.stukken import (
    Actie,
    Bewijs,
    Doel,
    Fase,
    Gespreksvraag,
    Herkomst,
    Moment,
    Signaal,
    Stuk,
    Verbeterpunt,
    of_kind,
)
from lv_tools.verbeterplan.model.plan import (
    MEESTE_ACTIVITEITEN,
    Activiteit,
    Kern,
    Knoop,
    Plan,
    Punt,
)
from lv_tools.verbeterplan.model.voortgang import Oordeel, measure_of
from lv_tools.verbeterplan.model.woorden import amount
from lv_tools.verbeterplan.teksten import Planinhoud

NEEMT: tuple[type[Stuk], ...] = (Verbeterpunt, Signaal, Bewijs)
GEEFT: tuple[type[Stuk], ...] = (Doel, Actie, Moment, Gespreksvraag)
MEESTE_PUNTEN = 30


def take(kern: Kern, stukken: tuple[Stuk, ...], van: Herkomst) -> tuple[Kern, int, int]:
    """Neem verbeterpunten en signalen over als punten.

    Een punt dat er al is, blijft zoals het staat: wat iemand eraan veranderde, gaat niet verloren.

    Returns
    -------
    tuple
        Het plan, hoeveel punten erbij kwamen, en hoeveel er al waren of niet meer pasten.
    """
    punten = {punt.id: punt for punt in kern.punten}
    had = 0
    for stuk in stukken:
        if not isinstance(stuk, Verbeterpunt | Signaal):
            continue
        if stuk.id in punten or len(punten) >= MEESTE_PUNTEN:
            had += 1
            continue
        anders = stuk.anders_als if isinstance(stuk, Verbeterpunt) else ""
        punten[stuk.id] = Punt(
            stuk.id, stuk.wat, stuk.bewijs, stuk.zekerheid, stuk.standaarden, anders, str(van)[:120]
        )
    nieuw = len(punten) - len(kern.punten)
    return replace(kern, punten=tuple(punten.values())), nieuw, had


def take_actions(kern: Kern, stukken: tuple[Stuk, ...]) -> tuple[Kern, int]:
    """Neem over wat er bij een verbeterpunt al gebeurt, als activiteit zonder maatregel.

    Een activiteit die er al is, blijft zoals zij staat.

    Returns
    -------
    tuple
        Het plan, en hoeveel activiteiten erbij kwamen.
    """
    alle = {activiteit.id: activiteit for activiteit in kern.activiteiten}
    for punt in of_kind(stukken, Verbeterpunt):
        for actie in punt.acties:
            if actie.id not in alle and len(alle) < MEESTE_ACTIVITEITEN:
                alle[actie.id] = Activiteit(
                    actie.id, actie.wat, actie.wie, actie.klaar, begin=actie.begin
                )
    nieuw = len(alle) - len(kern.activiteiten)
    return replace(kern, activiteiten=tuple(alle.values())) if nieuw else kern, nieuw


def give(plan: Plan, oordelen: Mapping[str, Oordeel], inhoud: Planinhoud) -> tuple[Stuk, ...]:
    """Geef acties, doelen, momenten en gespreksvragen; hun kenmerk blijft over wijzigingen gelijk.

    Wat gestopt is, gaat niet mee: wie het volgt, ziet daaraan dat het vervalt.
    """
    kern = plan.kern
    stukken: list[Stuk] = [
        Actie(a.id, a.wat, a.wie, a.begin, a.klaar, kern.goal_of(a))
        for a in kern.activiteiten
        if a.wat.strip() and a.besluit != "stoppen"
    ]
    stukken += [
        Doel(doel.id, doel.wat, doel.wie, doel.klaar, _indicator(doel))
        for doel in kern.doelen
        if doel.wat.strip()
    ]
    stukken += moments(plan, inhoud)
    stukken += questions(kern, oordelen, inhoud)
    return tuple(stukken)[:MEESTE_STUKKEN]


def moments(plan: Plan, inhoud: Planinhoud) -> Iterator[Moment]:
    """Geef wat op een dag gebeurt: meten, terugkijken en vertellen."""
    kern, zeg = plan.kern, inhoud.zeg
    for doel in kern.doelen:
        for knoop in (*doel.tussendoelen, doel):
            if knoop.klaar and knoop.wat.strip():
                wat = zeg("meet", wat=_short(knoop.wat, 240))
                wie = knoop.wie or doel.wie
                yield Moment(f"meet-{knoop.id}", wat, knoop.klaar, wie, "meting")
    for moment in kern.momenten:
        if moment.dag and moment.wat.strip():
            kenmerk = f"kijk-{moment.id}"
            yield Moment(kenmerk, moment.wat, moment.dag, moment.wie, moment.aard)
    if kern.midterm.dag:
        wat = zeg("midterm_moment", vraag=kern.midterm.vraag).rstrip(": ")
        yield Moment(f"midterm-{plan.kenmerk or 'plan'}", wat, kern.midterm.dag, "", "terugblik")
    for boodschap in kern.boodschappen:
        if boodschap.dag:  # ook wat verteld is, was op die dag
            wat = zeg("vertel", aan=inhoud.aan[boodschap.aan], wat=boodschap.wat)
            yield Moment(f"vertel-{boodschap.id}", wat, boodschap.dag, boodschap.wie, "verslag")


def questions(
    kern: Kern, oordelen: Mapping[str, Oordeel], inhoud: Planinhoud
) -> Iterator[Gespreksvraag]:
    """Geef vragen voor een voortgangsgesprek: eerst over wat achterblijft, dan over wat lukt."""
    vaste = inhoud.zeg("vraag_begin"), inhoud.zeg("vraag_les")
    yield from (Gespreksvraag(vraag, "check", kern.titel) for vraag in vaste)
    fasen: tuple[tuple[str, Fase], ...]
    fasen = (("rood", "act"), ("oranje", "check"), ("groen", "borging"))
    for kleur, fase in fasen:
        for knoop in (*kern.doelen, *kern.activiteiten):
            oordeel = oordelen.get(knoop.id)
            if oordeel is not None and oordeel.kleur == kleur and knoop.wat.strip():
                vraag = inhoud.gespreksvraag[oordeel.code].format(wat=_short(knoop.wat, 180))
                reden = inhoud.oordeel[oordeel.code]
                yield Gespreksvraag(vraag, fase, _short(knoop.wat, 110), reden, knoop.id)


def _indicator(knoop: Knoop) -> str:
    maat = measure_of(knoop)
    van, naar = amount(maat.nu, maat), amount(maat.dan, maat)
    lijn = f": van {van} naar {naar}" if van and naar else f": {naar}" if naar else ""
    return f"{_short(maat.wat, 118 - len(lijn))}{lijn}"[:120]


def _short(tekst: str, lengte: int) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= lengte else f"{regel[: max(lengte - 1, 1)].rstrip()}…"
