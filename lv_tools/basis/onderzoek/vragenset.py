"""Wat een respondent kan invullen: schaal, stellingen, keuzevragen en rollen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.onderzoek.bewoording import Bewoording, wording_for

#: Rol van een antwoord waar geen rol bij stond.
ONBEKENDE_ROL = "onbekend"

#: Rol van wie in een anonieme groep een rol opgaf die niet in de lijst staat.
ANDERE_ROL = "andere rol"

#: Langste naam van een eigen rol, in tekens.
ROL_LENGTE = 40


@dataclass(frozen=True)
class Optie:
    """Een keuze met een code (in bestanden) en een tekst (voor de lezer).

    ``eerder`` zijn vroegere teksten die hetzelfde betekenen: antwoorden daarop blijven meetellen.
    ``anders`` is hoe zij voor sommige rollen luidt, en ``niet_voor`` wie haar niet krijgt.
    """

    code: str
    tekst: str
    eerder: tuple[str, ...] = ()
    anders: tuple[Bewoording, ...] = ()
    niet_voor: tuple[str, ...] = ()

    def for_role(self, rol: str) -> Optie:
        """Geef de keuze in de woorden van een rol."""
        eigen = wording_for(self.anders, rol)
        return self if eigen is None else Optie(self.code, eigen.tekst, eigen.eerder)


@dataclass(frozen=True)
class Keuzevraag:
    """Een vraag waarbij men geen, één of meer opties noemt."""

    code: str
    tekst: str
    opties: tuple[Optie, ...]


@dataclass(frozen=True)
class Vragenset:
    """Alles wat een respondent kan invullen.

    Parameters
    ----------
    schaal
        Opschriften van de antwoorden, van laag naar hoog (ten minste twee).
    stellingen
        Vragen die op de schaal beantwoord worden.
    keuzevragen
        Vragen waarbij men opties noemt.
    rollen
        De vaste rollen; een eigen rol mag altijd.
    weet_niet, nvt
        Opschriften buiten de schaal; leeg betekent dat het antwoord niet bestaat.
    notitievelden
        Velden voor vrije tekst; de tekst van een veld is het opschrift in een tabel.
    schaal_eerder
        Vroegere opschriften van de hele schaal die hetzelfde betekenen.
    rol_nodig
        Tellen iemands eigen antwoorden pas mee als de rol gekozen is?
    """

    schaal: tuple[str, ...]
    stellingen: tuple[Optie, ...]
    keuzevragen: tuple[Keuzevraag, ...]
    rollen: tuple[Optie, ...]
    weet_niet: str = "weet ik niet"
    nvt: str = ""
    notitievelden: tuple[Optie, ...] = ()
    schaal_eerder: tuple[tuple[str, ...], ...] = ()
    rol_nodig: bool = False

    @cached_property
    def rolnamen(self) -> dict[str, str]:
        """Namen van de vaste rollen bij hun code, met die van de onbekende rol."""
        return {rol.code: rol.tekst for rol in self.rollen} | {ONBEKENDE_ROL: "rol niet ingevuld"}

    def for_role(self, rol: str) -> tuple[Optie, ...]:
        """De stellingen die een rol krijgt, in de woorden van die rol."""
        return tuple(s.for_role(rol) for s in self.stellingen if rol not in s.niet_voor)

    def own_words(self, rol: str) -> bool:
        """Krijgt deze rol een of meer stellingen in andere woorden, of niet?"""
        return any(wording_for(s.anders, rol) or rol in s.niet_voor for s in self.stellingen)

    def rolnaam(self, rol: str) -> str:
        """Naam van een rol; een eigen rol heet zoals hij is ingevuld."""
        return self.rolnamen.get(rol, rol)

    def find_role(self, tekst: str) -> str:
        """Zoek de code bij wat iemand als rol opgaf; wat niet bestaat, wordt een eigen rol.

        Hoofdletters en spaties maken niet uit. Een eigen rol is hoogstens :data:`ROL_LENGTE`
        tekens lang; lege tekst geeft :data:`ONBEKENDE_ROL`.
        """
        gezocht = " ".join(clean_text(tekst).split()).casefold()
        for code, naam in self.rolnamen.items():
            if gezocht in {code.casefold(), naam.casefold()}:
                return code
        return gezocht[:ROL_LENGTE].strip() or ONBEKENDE_ROL
