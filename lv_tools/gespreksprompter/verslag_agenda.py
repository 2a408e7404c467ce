"""Afspraken, het volgende gesprek en het ritme als agendapunten."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.agenda import Agendapunt
from lv_tools.gespreksprompter.gesprek import Afspraak, Gesprek
from lv_tools.gespreksprompter.reeks import Reeks
from lv_tools.gespreksprompter.ritme import Rooster
from lv_tools.gespreksprompter.teksten import inhoud


def conversation_events(
    reeks: Reeks, gesprek: Gesprek, *, namen: bool = True
) -> tuple[Agendapunt, ...]:
    """Geef de open afspraken met een dag, en het volgende gesprek als die dag bekend is."""
    punten = [
        _agreement(reeks, gesprek, afspraak, namen)
        for afspraak in gesprek.afspraken
        if afspraak.wanneer and afspraak.stand == "open"
    ]
    moment = gesprek.volgende
    if moment.dag is not None:
        lengte = gesprek.gids.opdracht.minuten if gesprek.gids else reeks.tafel.minuten
        open_ = [a.wat for a in gesprek.afspraken if a.stand == "open"]
        uitleg = "\n".join(["Begint met de open afspraken:", *open_]) if open_ else ""
        punten.append(
            Agendapunt(
                f"{reeks.id}-{reeks.naam}-{gesprek.id}-volgende",
                f"Gesprek over kwaliteit: {reeks.naam}",
                moment.dag,
                moment.tijd,
                lengte,
                uitleg,
                moment.plaats,
            )
        )
    return tuple(punten)


def rhythm_events(rooster: Rooster) -> tuple[Agendapunt, ...]:
    """Geef de overleggen van een rooster als agendapunten."""
    return tuple(_meetings(rooster))


def _agreement(reeks: Reeks, gesprek: Gesprek, afspraak: Afspraak, namen: bool) -> Agendapunt:
    if afspraak.wanneer is None:
        raise ValueError(f"afspraak {afspraak.wat!r} heeft geen dag")
    delen = [f"Uit het gesprek: {reeks.naam}"]
    if afspraak.wie and namen:
        delen.append(f"Wie: {afspraak.wie}")
    if afspraak.bewijs:
        delen.append(f"Waaraan zien we het: {afspraak.bewijs}")
    return Agendapunt(
        f"{reeks.id}-{reeks.naam}-{gesprek.id}-{afspraak.id}",
        f"Afspraak: {afspraak.wat}",
        afspraak.wanneer,
        uitleg="\n".join(delen),
    )


def _meetings(rooster: Rooster) -> Iterator[Agendapunt]:
    overal = inhoud().text("overal", "tekst")
    for overleg in rooster.overleggen:
        uitleg = [f"Met: {overleg.tafel.wie}"] if overleg.tafel.wie else []
        uitleg += [f"- {onderwerp}" for onderwerp in overleg.onderwerpen]
        if overleg.tafel.bron != "eigen":
            uitleg.append(overal)
        yield Agendapunt(
            f"ritme-{overleg.tafel.code}-{overleg.bedoeld.isoformat()}",
            f"Kwaliteit: {overleg.tafel.naam}",
            overleg.dag,
            overleg.tijd,
            overleg.minuten,
            "\n".join(uitleg),
        )
