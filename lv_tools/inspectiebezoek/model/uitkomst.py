"""Van de staat naar het plan met wat opvalt, en de staat waarmee een nieuw bezoek begint."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.werkbestand import today
from lv_tools.inspectiebezoek.model.bezoek import ROLLEN, Bezoek, Rol, Taak
from lv_tools.inspectiebezoek.model.nakijken import Naast, Opmerking, check, lay_beside
from lv_tools.inspectiebezoek.model.planning import Regel, plan
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud


@dataclass(frozen=True)
class Beeld:
    """Een bezoek met wat eruit volgt op een dag."""

    bezoek: Bezoek
    vandaag: date
    plan: tuple[Regel, ...]
    naast: Naast
    opmerkingen: tuple[Opmerking, ...]

    def remarks(self, *waar: str) -> tuple[str, ...]:
        """Geef de opmerkingen bij een of meer stappen."""
        return tuple(o.zin for o in self.opmerkingen if o.waar in waar)

    @property
    def is_over(self) -> bool:
        """Is het bezoek geweest?"""
        laatste = self.bezoek.laatste
        return laatste is not None and laatste < self.vandaag

    def to_come(self) -> tuple[Regel, ...]:
        """Geef wat nog te doen is: niet gedaan, en niet door het bezoek ingehaald."""
        return tuple(r for r in self.plan if not r.klaar and "geweest" not in r.meldingen)

    def of_role(self, rol: Rol) -> tuple[Regel, ...]:
        """Geef wat een rol doet."""
        return tuple(r for r in self.plan if r.rol == rol)

    def rule(self, kenmerk: str) -> Regel | None:
        """Geef een taak uit het plan; een taak die nu niet meedoet, is er niet."""
        return next((r for r in self.plan if r.id == kenmerk), None)


def compute(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Beeld:
    """Reken het plan uit, en kijk alles na."""
    return at_day(bezoek, inhoud, today())


def at_day(bezoek: Bezoek, inhoud: Bezoekinhoud, vandaag: date) -> Beeld:
    """Reken uit zoals het op een dag is."""
    regels = plan(bezoek, inhoud, vandaag)
    opmerkingen = check(bezoek, regels, inhoud, vandaag)
    return Beeld(bezoek, vandaag, regels, lay_beside(bezoek), opmerkingen)


def start(inhoud: Bezoekinhoud) -> Bezoek:
    """Begin een nieuw bezoek, met alle voorgestelde taken."""
    return replace(fit(Bezoek(), inhoud), kenmerk=new_id())


def fit(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Bezoek:
    """Geef een gelezen bezoek een plek voor elke taak en rol die er nu zijn."""
    heeft = {taak.id for taak in bezoek.taken}
    nieuw = tuple(Taak(v.code) for v in inhoud.voorstel if v.code not in heeft)
    rollen: dict[str, str] = dict.fromkeys(ROLLEN, "")
    return replace(bezoek, taken=(*bezoek.taken, *nieuw), rollen=rollen | dict(bezoek.rollen))


def follow(oud: Bezoek, nieuw: Bezoek) -> Bezoek:
    """Begin de voorbereiding op de dag waarop iemand een bezoekdag opschrijft die nog komt.

    Wie een bezoek opschrijft dat al geweest is, bereidt niets meer voor.
    """
    anders = nieuw.dag != oud.dag and nieuw.begin is None
    if anders and nieuw.dag is not None and nieuw.dag >= today():
        return replace(nieuw, begin=today())
    return nieuw


def example(inhoud: Bezoekinhoud) -> Bezoek:
    """Geef het bezoek van de voorbeeldschool."""
    return fit(inhoud.voorbeeld, inhoud)
