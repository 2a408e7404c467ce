"""Wat er om de vragen heen staat: begin, terugblik, pauze en slot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis
from lv_tools.gespreksprompter.model.gids import Opdracht, Regel, Soort
from lv_tools.gespreksprompter.model.redenen import reason
from lv_tools.gespreksprompter.model.vragen import Vraag
from lv_tools.gespreksprompter.teksten import inhoud


def frame(
    opdracht: Opdracht, verleden: Geschiedenis, vast: Sequence[Regel], rij: Mapping[str, int]
) -> list[Regel]:
    """Geef begin, terugblik, pauze en slot; ``rij`` is de volgorde van het zaad."""
    bekend = inhoud()
    lijst = []
    soorten: tuple[tuple[Soort, dict[str, Vraag]], ...] = (
        ("start", bekend.openingen),
        ("slot", bekend.sluitingen),
    )
    for soort, keuzes in soorten:
        al = [regel for regel in vast if regel.soort == soort]
        passend = [v for v in keuzes.values() if opdracht.tafel.suits(v)]
        eerst = min(passend, key=lambda v: (v.id in verleden.kort, rij[v.id]))
        lijst += al[:1] or [to_row(eerst, opdracht, verleden, soort)]
    if verleden.punten:
        lijst.append(_look_back(opdracht, verleden))
    if opdracht.minuten >= bekend.number("pauze_vanaf"):
        tekst, minuten = bekend.zeg("soort_pauze"), bekend.number("pauze")
        reden = bekend.text("reden", "pauze")
        lijst.append(Regel("pauze", "pauze", tekst, minuten, reden=reden))
    return lijst


def _look_back(opdracht: Opdracht, verleden: Geschiedenis) -> Regel:
    bekend = inhoud()
    tijd = bekend.number("terugblik_basis")
    tijd += bekend.number("terugblik_per_punt") * verleden.punten
    hoogstens = opdracht.minuten // bekend.number("terugblik_deel")
    delen = []
    if verleden.open_afspraken:
        delen.append(aantal(verleden.open_afspraken, "open afspraak", "open afspraken"))
    if verleden.geparkeerd:
        delen.append(aantal(verleden.geparkeerd, "geparkeerd punt", "geparkeerde punten"))
    return Regel(
        "terugblik",
        "terugblik",
        bekend.text("terugblik", "tekst"),
        min(tijd, hoogstens),
        doorvragen=bekend.text("terugblik", "doorvragen"),
        reden=bekend.text("reden", "terugblik", wat=opsomming(delen)),
    )


def to_row(
    vraag: Vraag, opdracht: Opdracht, verleden: Geschiedenis, soort: Soort = "vraag"
) -> Regel:
    """Maak van een vraag een regel, met de reden waarom zij past."""
    return Regel(
        vraag.id,
        soort,
        vraag.tekst,
        vraag.minuten,
        vraag.fase,
        vraag.doel,
        vraag.doorvragen,
        reason(vraag, opdracht, verleden, soort),
        vraag.bron,
    )
