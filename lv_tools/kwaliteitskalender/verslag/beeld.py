"""Van de staat naar het jaar met zijn opmerkingen, en het voorbeeld van de voorbeeldschool."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.uitwisseling.stukken import VRAAG_LENGTE, Moment
from lv_tools.kwaliteitskalender.model.controle import check
from lv_tools.kwaliteitskalender.model.kalender import Kalender
from lv_tools.kwaliteitskalender.model.koppelen import link_all
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld, year_of
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud


def compute(kalender: Kalender, inhoud: Kalenderinhoud) -> Jaarbeeld:
    """Zet het schooljaar op een rij, met de opmerkingen."""
    beeld = year_of(kalender, inhoud.regels.druk, inhoud.regels.bespreken)
    return replace(beeld, adviezen=check(beeld, inhoud.advise))


def example(inhoud: Kalenderinhoud) -> Kalender:
    """Geef de kalender van de voorbeeldschool, met de metingen gekoppeld zoals de knop dat doet."""
    voorbeeld = inhoud.voorbeeld
    kalender = Kalender(
        voorbeeld.jaar.id, (voorbeeld.jaar,), naam=voorbeeld.naam, punten=voorbeeld.punt
    )
    return link_all(compute(kalender, inhoud))[0]


def give(beeld: Jaarbeeld) -> tuple[Moment, ...]:
    """Geef de eigen punten en de reeksen van dit schooljaar als momenten.

    Wat uit een plan kwam, geeft dat plan zelf al.
    """
    return tuple(
        Moment(
            k.punt.id,
            k.punt.wat[:VRAAG_LENGTE],
            k.punt.dag,
            k.punt.wie[:80],
            "anders" if k.punt.aard == "activiteit" else k.punt.aard,
        )
        for k in beeld.punten
        if k.herkomst != "dossier" and k.punt.dag is not None and k.punt.wat.strip()
    )
