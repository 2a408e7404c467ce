"""De kalender als agendabestand, voor iedereen of voor één persoon.

Een sleutel wijst een punt aan binnen deze kalender en voor deze ontvanger. Hij hangt niet af van
een naam van het punt, een dag of een tijd, zodat een agenda een punt herkent als het verandert. Het
kenmerk van de kalender komt ervoor: twee scholen delen dus nooit een punt.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.agenda import Agendapunt
from lv_tools.basis.uitvoer.agendageheugen import publish
from lv_tools.kwaliteitskalender.model.bronnen import Kalenderpunt
from lv_tools.kwaliteitskalender.model.controle import discussed_at
from lv_tools.kwaliteitskalender.model.kalender import DUUR, Kalender
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld, takes_part
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud

ALLES = "alles"


def marked(kalender: Kalender) -> Kalender:
    """Geef de kalender met een kenmerk; dat blijft daarna gelijk."""
    return kalender if kalender.kenmerk else replace(kalender, kenmerk=new_id())


def recipient(wie: str) -> str:
    """Geef hoe een ontvanger in een sleutel heet; zijn naam staat er niet in."""
    return (
        hashlib.sha256(wie.casefold().encode("utf-8", "replace")).hexdigest()[:12] if wie else ALLES
    )


def publish_year(
    beeld: Jaarbeeld, inhoud: Kalenderinhoud, wie: str, nu: datetime
) -> tuple[tuple[Agendapunt, ...], Kalender]:
    """Geef de punten van dit schooljaar voor een ontvanger, en de kalender die dat onthoudt.

    Wat deze ontvanger eerder kreeg en er in geen enkel jaar meer is, gaat mee als vervallen.
    """
    kalender = beeld.kalender
    if not kalender.kenmerk:
        raise ValueError("zonder kenmerk zijn punten niet te onderscheiden van die van een ander")
    voor = recipient(wie)
    # Wat uit dit jaar naar een ander jaar verhuisde, stond hier in de agenda en gaat dus nog mee.
    hier = {u.sleutel for u in kalender.uitgegeven if u.dag in beeld.jaar and not u.vervallen}
    getoond = {k.punt.id for k in beeld.punten}
    hoort = [
        k
        for k in beeld.alle
        if (k.punt.id in getoond or f"{voor}/{k.punt.id}" in hier)
        and (not wie or takes_part(k, wie))
    ]
    levend = {
        f"{voor}/{k.punt.id}"
        for k in beeld.alle
        if k.punt.dag is not None and (not wie or takes_part(k, wie))
    }
    weg = [
        u.sleutel
        for u in kalender.uitgegeven
        if u.sleutel.startswith(f"{voor}/") and u.sleutel not in levend
    ]
    punten = list(_points(hoort, voor, beeld, inhoud))
    uitgave = publish(punten, kalender.uitgegeven, weg, nu)
    met_kenmerk = tuple(
        replace(punt, sleutel=f"{kalender.kenmerk}/{punt.sleutel}") for punt in uitgave.punten
    )
    return met_kenmerk, replace(kalender, uitgegeven=uitgave.geheugen)


def _points(
    punten: list[Kalenderpunt], voor: str, beeld: Jaarbeeld, inhoud: Kalenderinhoud
) -> Iterator[Agendapunt]:
    for k in punten:
        punt, laatste = k.punt, k.punt.laatste
        if punt.dag is None or laatste is None:
            continue
        uitleg = [inhoud.aard[punt.aard]]
        if punt.wie:
            uitleg.append(inhoud.zeg("agenda_wie", wie=punt.wie))
        if gesprek := discussed_at(beeld, k):
            dag = datum(gesprek.punt.dag) if gesprek.punt.dag else inhoud.zeg("zonder_dag")
            uitleg.append(inhoud.zeg("agenda_bespreek", wat=gesprek.punt.wat, dag=dag))
        uitleg += [
            inhoud.zeg("agenda_gegevens", wat=m.punt.wat)
            for m in beeld.alle
            if m.punt.bespreek == punt.id
        ]
        loopt = punt.meerdaags and punt.begin is None
        if punt.aard == "activiteit" and loopt:
            # Een activiteit van maanden zou elke dag van de agenda vullen.
            uitleg.append(inhoud.zeg("agenda_loopt", van=datum(punt.dag), tot=datum(laatste)))
        yield Agendapunt(
            f"{voor}/{punt.id}",
            punt.wat or inhoud.zeg("zonder_titel"),
            laatste if punt.aard == "activiteit" and loopt else punt.dag,
            punt.begin,
            punt.minuten or DUUR,
            "\n".join(uitleg),
            punt.plaats,
            opschrift=inhoud.zeg("agenda_opschrift"),
            tot=laatste if loopt and punt.aard != "activiteit" else None,
        )
