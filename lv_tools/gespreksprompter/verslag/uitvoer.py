"""Wat er uit het werk van een gebruiker mee te nemen is: het verslag, en tabellen."""

from __future__ import annotations

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Document,
    Figuurblok,
    Kop,
    Tweevorm,
)
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.gespreksprompter.figuur import draw_thread
from lv_tools.gespreksprompter.model.werk import Overzicht
from lv_tools.gespreksprompter.teksten import Gespreksinhoud
from lv_tools.gespreksprompter.verslag.document import minutes_document


def report(overzicht: Overzicht, inhoud: Gespreksinhoud) -> Document:
    """Geef het verslag van het gesprek dat openstaat, met namen als de lezer dat koos."""
    werk = overzicht.werk
    if werk.conversation is None or werk.conversation.gids is None:
        return Document(werk.current.naam, (Alinea(inhoud.text("verslag", "nog_geen_gesprek")),))
    namen = werk.weergave.namen
    document = minutes_document(werk.current, werk.conversation, now(), namen=namen)
    return Document(document.titel, (*document.blokken, *_thread(overzicht)))


def _thread(overzicht: Overzicht) -> tuple[Blok, ...]:
    """Geef op papier welke fasen in deze reeks aan bod kwamen; bij één gesprek zegt dat niets."""
    blad = draw_thread(overzicht.draad)
    if blad is None or len(overzicht.draad.gesprekken) < 2:
        return ()
    return (Tweevorm(papier=(Kop(blad.titel), Figuurblok(blad))),)


def tables(overzicht: Overzicht, inhoud: Gespreksinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef de afspraken van elke reeks, en de overleggen van het schooljaar dat openstaat."""
    werk = overzicht.werk
    afspraken = tuple(
        (
            reeks.naam,
            gesprek.moment.dag,
            a.wat,
            (a.wie if werk.weergave.namen else "") or None,
            a.wanneer,
            a.bewijs or None,
            inhoud.text("status", a.stand),
        )
        for reeks in werk.reeksen
        for gesprek in reeks.gesprekken
        for a in gesprek.afspraken
    )
    overleggen = tuple(
        (overleg.dag, overleg.tafel.naam) for overleg in overzicht.rooster.overleggen
    )
    koppen = inhoud.kolommen["afspraken"]
    return (
        Uitvoertabel(
            inhoud.text("verslag", "tabel"),
            (inhoud.text("verslag", "kolom_reeks"), inhoud.text("verslag", "kolom_dag"), *koppen),
            afspraken,
        ),
        Uitvoertabel(
            inhoud.text("verslag", "tabel_overleggen"),
            (inhoud.text("verslag", "kolom_dag"), inhoud.text("verslag", "kolom_tafel")),
            overleggen,
        ),
    )
