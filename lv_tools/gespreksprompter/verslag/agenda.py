"""Afspraken, het volgende gesprek en het ritme als agendapunten.

Een sleutel wijst een punt aan binnen het werk van één gebruiker. Hij hangt niet af van een naam,
een dag of een tijd, zodat een agenda een punt herkent als het verandert. In het bestand komt het
kenmerk van het werk ervoor: twee scholen delen dus nooit een punt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from lv_tools.basis.uitvoer.agenda import Agendapunt
from lv_tools.basis.uitvoer.agendageheugen import Uitgave, publish
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.model.ritme import Rooster
from lv_tools.gespreksprompter.model.werk import Gesprekswerk
from lv_tools.gespreksprompter.teksten import inhoud


def publish_conversation(
    werk: Gesprekswerk, gesprek: Gesprek | None, nu: datetime, *, namen: bool = True
) -> tuple[tuple[Agendapunt, ...], Gesprekswerk]:
    """Geef de agendapunten van een gesprek, en het werk dat dit onthoudt.

    Wat uit dit of een ander gesprek eerder naar de agenda ging en er niet meer is, gaat mee als
    vervallen. Een afspraak die gedaan is, blijft staan waar hij stond. Zonder gesprek is er alleen
    wat vervalt.
    """
    punten = conversation_events(werk.current, gesprek, namen=namen) if gesprek else ()
    levend = {sleutel for reeks in werk.reeksen for sleutel in _alive(reeks)}

    def gone(sleutel: str) -> bool:
        return sleutel.startswith("gesprek/") and sleutel not in levend

    return _publish(werk, punten, gone, nu)


def cancels(werk: Gesprekswerk, nu: datetime) -> bool:
    """Zeg of er iets in een agenda kan staan wat nu vervalt."""
    return bool(werk.kenmerk and publish_conversation(werk, None, nu)[0])


def publish_rhythm(werk: Gesprekswerk, nu: datetime) -> tuple[tuple[Agendapunt, ...], Gesprekswerk]:
    """Geef de overleggen van het schooljaar als agendapunten, en het werk dat dit onthoudt.

    Alleen dit schooljaar doet mee: wat voor een ander jaar in de agenda staat, blijft staan.
    """
    punten = rhythm_events(werk.ritme.plan(), werk.ritme.jaar)
    begin = f"ritme/{werk.ritme.jaar}/"
    levend = {punt.sleutel for punt in punten}
    return _publish(werk, punten, lambda s: s.startswith(begin) and s not in levend, nu)


def conversation_events(
    reeks: Reeks, gesprek: Gesprek, *, namen: bool = True
) -> tuple[Agendapunt, ...]:
    """Geef de open afspraken met een dag, en het volgende gesprek als die dag bekend is."""
    punten = [
        _agreement(reeks, afspraak, namen)
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
                _key(reeks, f"{gesprek.id}-volgende"),
                f"Gesprek over kwaliteit: {reeks.naam}",
                moment.dag,
                moment.tijd,
                lengte,
                uitleg,
                moment.plaats,
                opschrift="gesprek over kwaliteit",
            )
        )
    return tuple(punten)


def rhythm_events(rooster: Rooster, jaar: int) -> tuple[Agendapunt, ...]:
    """Geef de overleggen van het rooster van een schooljaar als agendapunten."""
    return tuple(_meetings(rooster, jaar))


def _publish(
    werk: Gesprekswerk, punten: Sequence[Agendapunt], gone: Callable[[str], bool], nu: datetime
) -> tuple[tuple[Agendapunt, ...], Gesprekswerk]:
    if not werk.kenmerk:
        raise ValueError(
            "zonder kenmerk zijn agendapunten niet te onderscheiden van die van een ander"
        )
    weg = [vorige.sleutel for vorige in werk.uitgegeven if gone(vorige.sleutel)]
    uitgave: Uitgave = publish(punten, werk.uitgegeven, weg, nu)
    met_kenmerk = tuple(
        replace(punt, sleutel=f"{werk.kenmerk}/{punt.sleutel}") for punt in uitgave.punten
    )
    return met_kenmerk, replace(werk, uitgegeven=uitgave.geheugen)


def _alive(reeks: Reeks) -> Iterator[str]:
    for gesprek in reeks.gesprekken:
        if gesprek.volgende.dag is not None:
            yield _key(reeks, f"{gesprek.id}-volgende")
        for afspraak in gesprek.afspraken:
            if afspraak.wanneer is not None and afspraak.stand != "vervallen":
                yield _key(reeks, afspraak.id)


def _key(reeks: Reeks, wat: str) -> str:
    return f"gesprek/{reeks.id}/{wat}"


def _agreement(reeks: Reeks, afspraak: Afspraak, namen: bool) -> Agendapunt:
    if afspraak.wanneer is None:
        raise ValueError(f"afspraak {afspraak.wat!r} heeft geen dag")
    delen = [f"Uit het gesprek: {reeks.naam}"]
    if afspraak.wie and namen:
        delen.append(f"Wie: {afspraak.wie}")
    if afspraak.bewijs:
        delen.append(f"Waaraan zien we het: {afspraak.bewijs}")
    return Agendapunt(
        _key(reeks, afspraak.id),
        f"Afspraak: {afspraak.wat}",
        afspraak.wanneer,
        uitleg="\n".join(delen),
        opschrift="afspraak uit een gesprek over kwaliteit",
    )


def _meetings(rooster: Rooster, jaar: int) -> Iterator[Agendapunt]:
    overal = inhoud().text("overal", "tekst")
    gehad: Counter[str] = Counter()
    for overleg in rooster.overleggen:
        uitleg = [f"Met: {overleg.tafel.wie}"] if overleg.tafel.wie else []
        uitleg += [f"- {onderwerp}" for onderwerp in overleg.onderwerpen]
        if overleg.tafel.from_talk:
            uitleg.append(overal)
        sleutel = f"ritme/{jaar}/{overleg.tafel.code}/{overleg.kenmerk}"
        # Oud werk kan twee eigen tafels met dezelfde code hebben; geen van beide mag wegvallen.
        gehad[sleutel] += 1
        titel = f"Kwaliteit: {overleg.tafel.naam}"
        yield Agendapunt(
            sleutel if gehad[sleutel] == 1 else f"{sleutel}~{gehad[sleutel]}",
            titel,
            overleg.dag,
            overleg.tijd,
            overleg.minuten,
            "\n".join(uitleg),
            opschrift=titel,
        )
