"""Wat de panelen van de kalender gemeen hebben."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.veld import Velden
from lv_tools.kwaliteitskalender.model.bronnen import Verschil, compare, follow
from lv_tools.kwaliteitskalender.model.kalender import Kalender
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.schermdelen.indeling import Kolom, Rij
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling

NAAM = "kwaliteitskalender"
T = TypeVar("T")
#: Kwartieren van 7.00 tot 22.00 uur, om uit te kiezen.
TIJDEN = tuple(
    (f"{uur:02d}:{minuut:02d}", f"{uur}.{minuut:02d} uur")
    for uur in range(7, 22)
    for minuut in (0, 15, 30, 45)
)
WEEKDAGEN = tuple(
    (str(nr), naam)
    for nr, naam in enumerate(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"))
)


class Kalenderdeel(Paneel[Kalender, Jaarbeeld, Kalenderinhoud]):
    """Een paneel van de kalender."""

    @property
    def in_beeld(self) -> bool:
        """Ziet de lezer dit paneel nu?"""
        return self._open

    @property
    def vandaag(self) -> date:
        """De dag van vandaag."""
        return now().date()


def times(tijd: str) -> tuple[tuple[str, str], ...]:
    """Geef de tijden om uit te kiezen; een tijd die er al staat, is er altijd bij."""
    if not tijd or tijd in dict(TIJDEN):
        return TIJDEN
    uur, minuut = tijd.split(":")
    return tuple(sorted((*TIJDEN, (tijd, f"{int(uur)}.{minuut} uur"))))


def form_fields(velden: Velden, inhoud: Kalenderinhoud, pad: str, tijd: str) -> tuple[Deel, ...]:
    """Maak de velden die een punt en een reeks gemeen hebben."""
    zeg = inhoud.zeg
    return (
        velden.text(f"{pad}/wat", zeg("wat")),
        Rij(
            velden.choice(f"{pad}/aard", zeg("aard"), inhoud.aard),
            velden.text(f"{pad}/wie", zeg("wie"), hulp=zeg("wie_hulp")),
        ),
        Rij(
            velden.choice(f"{pad}/tijd", zeg("tijd"), times(tijd), leeg=zeg("hele_dag")),
            velden.text(f"{pad}/minuten", zeg("minuten")),
        ),
        velden.check(f"{pad}/cijfers", zeg("cijfers")),
    )


def without(reeks: tuple[T, ...], waar: Callable[[T], bool]) -> tuple[T, ...]:
    """Geef een reeks zonder wat voldoet."""
    return tuple(element for element in reeks if not waar(element))


class Volger:
    """Houdt de kalender gelijk met het werk uit het dossier dat zij volgt, en zegt wat er wijzigde.

    Zij kijkt als het paneel in beeld komt en als er iets anders in het dossier ligt.
    """

    def __init__(self, paneel: Kalenderdeel) -> None:
        self._paneel, self.werk, self.inhoud = paneel, paneel.werk, paneel.inhoud
        self._voor: Kalender | None = None
        self.lade = Dossierlade(self.look)
        self.melding = Mededeling(kijken=True)
        self.terug = Knop(self.inhoud.zeg("maak_ongedaan"), self._undo, verborgen=True)
        self.deel = Kolom(self.melding, self.terug, self.lade)

    def look(self) -> None:
        """Volg wat er sinds de vorige keer is klaargelegd; wie niet in beeld is, wacht."""
        if not self._paneel.in_beeld:
            return
        voor, klaar = self.werk.staat, self.lade.dossier.klaar
        na = follow(voor, klaar)
        if na is voor:
            return
        self.werk.change(lambda kalender: follow(kalender, klaar))
        verschil = compare(voor, na)
        if verschil:
            self._voor = voor
            self._say(self.inhoud.zeg("gewijzigd", delen=self._parts(verschil)), "letop")
            self.terug.verborgen = False

    def _undo(self) -> None:
        voor, self._voor = self._voor, None
        self.terug.verborgen = True
        if voor is None:
            return
        stukken = {werk.id: werk.stukken for werk in voor.gevolgd}

        def back(kalender: Kalender) -> Kalender:
            gevolgd = tuple(
                replace(werk, stukken=stukken.get(werk.id, werk.stukken))
                for werk in kalender.gevolgd
            )
            return replace(kalender, gevolgd=gevolgd)

        self.werk.change(back)
        self._say(self.inhoud.zeg("ongedaan"), "goed")

    def _say(self, zin: str, toon: str) -> None:
        self.melding.toon, self.melding.tekst = toon, zin

    def _parts(self, verschil: Verschil) -> str:
        return opsomming(
            [
                self.inhoud.zeg(f"deel_{naam}", n=len(ids))
                for naam, ids in vars(verschil).items()
                if ids
            ]
        )
