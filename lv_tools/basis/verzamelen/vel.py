"""Wat één persoon invult voordat het een antwoord is: rol, naam, keuzes, vinkjes en teksten.

Een vel is wat er op het scherm staat, zoals het er staat. :func:`to_respondent` maakt er een
respondent van. Antwoorden staan per blad: een lijst met vragen is een blad, en een vragenlijst met
thema's heeft er meer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from lv_tools.basis.antwoorden.bestand import (
    NAAM_LENGTE,
    NOTITIE_LENGTE,
    rest_from_data,
    rest_to_data,
)
from lv_tools.basis.antwoorden.bronvorm import rest_schema
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Antwoord
from lv_tools.basis.onderzoek.vragenset import ONBEKENDE_ROL, ROL_LENGTE, Vragenset
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger
from lv_tools.basis.vorm.grenzen import Eigen, Getal, Hoogstens, Tekst

#: Keuze voor een rol die niet in de lijst staat.
ANDERS = "*anders"
#: Vinkjes bij een keuzevraag die de andere uitsluiten.
GEEN, WEET_NIET = "*geen", "*weet-niet"
#: Naam van het blad als er maar één is.
BLAD = "stellingen"

Gegeven = Annotated[Antwoord, Getal(0, 9)]
Regel = Annotated[str, Tekst(200)]


@dataclass(frozen=True)
class Vel:
    """Een vel, half of helemaal ingevuld.

    Parameters
    ----------
    id, versie
        Kenmerk van de persoon, en het moment van het laatste antwoord; leeg zolang er niets staat.
    rol, andere
        Code van een vaste rol of :data:`ANDERS`, en dan hoe die andere rol heet.
    antwoorden
        Per blad de antwoorden op stellingen.
    keuzes
        Per keuzevraag de aangekruiste opties, met :data:`GEEN` en :data:`WEET_NIET`.
    notities
        Per tekstveld wat er getypt is.
    rest
        Antwoorden op vragen die nu niet meer bestaan.
    """

    id: Annotated[str, Tekst(64, patroon="[A-Za-z0-9_-]{0,64}")] = ""
    versie: Annotated[str, Tekst(40, patroon="[0-9A-Za-z :.+/-]{0,40}")] = ""
    rol: Annotated[str, Tekst(ROL_LENGTE)] = ""
    andere: Annotated[str, Tekst(ROL_LENGTE)] = ""
    naam: Annotated[str, Tekst(NAAM_LENGTE)] = ""
    antwoorden: Annotated[
        Mapping[str, Annotated[Mapping[str, Gegeven], Hoogstens(500)]], Hoogstens(100)
    ] = field(default_factory=dict)
    keuzes: Annotated[
        Mapping[str, Annotated[tuple[Regel, ...], Hoogstens(200)]], Hoogstens(100)
    ] = field(default_factory=dict)
    notities: Annotated[
        Mapping[str, Annotated[str, Tekst(NOTITIE_LENGTE, regels=True)]], Hoogstens(500)
    ] = field(default_factory=dict)
    rest: Annotated[
        Mapping[Vroeger, Restwaarde],
        Eigen(rest_from_data, rest_to_data, rest_schema),
    ] = field(default_factory=dict)

    @property
    def gegeven(self) -> dict[str, Antwoord]:
        """Alle antwoorden op stellingen, van alle bladen."""
        return {code: wat for blad in self.antwoorden.values() for code, wat in blad.items()}

    @property
    def is_answered(self) -> bool:
        """Staat er een antwoord op, en niet alleen een rol of een naam?"""
        return bool(
            any(self.antwoorden.values())
            or any(self.keuzes.values())
            or any(tekst.strip() for tekst in self.notities.values())
        )


def to_respondent(vel: Vel, vragen: Vragenset, *, op_naam: bool) -> Respondent | None:
    """Maak een respondent van een vel; ``None`` als er niets op staat."""
    if not vel.is_answered and not vel.rest:
        return None
    keuzes: dict[str, tuple[str, ...] | None] = {}
    for vraag in vragen.keuzevragen:
        if gekozen := vel.keuzes.get(vraag.code):
            bekend = {optie.code for optie in vraag.opties}
            codes = tuple(code for code in gekozen if code in bekend)
            keuzes[vraag.code] = None if WEET_NIET in gekozen else codes
    return Respondent(
        vel.id,
        vragen.find_role(vel.andere if vel.rol == ANDERS else vel.rol),
        vel.gegeven,
        keuzes,
        " ".join(vel.naam.split()) if op_naam else "",
        vel.versie,
        {code: tekst.strip() for code, tekst in vel.notities.items() if tekst.strip()},
        vel.rest,
    )


def from_respondent(
    wie: Respondent, vragen: Vragenset, blad: Callable[[str], str] = lambda _code: BLAD
) -> Vel:
    """Zet de antwoorden van iemand op een vel.

    Parameters
    ----------
    blad
        Geeft van een stelling op welk blad zij staat.
    """
    bladen: dict[str, dict[str, Antwoord]] = {}
    for code, antwoord in wie.antwoorden.items():
        bladen.setdefault(blad(code), {})[code] = antwoord
    bekend = wie.rol in {rol.code for rol in vragen.rollen}
    eigen = "" if bekend or wie.rol == ONBEKENDE_ROL else wie.rol
    return Vel(
        wie.id,
        wie.versie,
        wie.rol if bekend else ANDERS if eigen else "",
        eigen,
        wie.naam,
        bladen,
        {code: _marks(keuze) for code, keuze in wie.keuzes.items()},
        dict(wie.notities),
        dict(wie.rest),
    )


def _marks(keuze: tuple[str, ...] | None) -> tuple[str, ...]:
    return (WEET_NIET,) if keuze is None else keuze or (GEEN,)


def carry_sheet(
    vel: Vel, zetter: Overzetting, blad: Callable[[str], str] = lambda _code: BLAD
) -> Vel:
    """Zet een vel over naar de vragenlijst van nu; wat er niet meer bij past, komt in ``rest``."""
    wie = to_respondent(vel, zetter.toen, op_naam=True)
    if wie is None:
        if vel.rol in ("", ANDERS):
            return vel
        wie = Respondent(vel.id, vel.rol, {}, {}, vel.naam, vel.versie)
    nieuw = from_respondent(zetter.respondent(wie), zetter.nu, blad)
    if vel.rol in ("", ANDERS):
        nieuw = replace(nieuw, rol=vel.rol, andere=vel.andere)
    return replace(nieuw, naam=vel.naam, notities=_kept(vel, nieuw))


def _kept(vel: Vel, nieuw: Vel) -> Mapping[str, str]:
    """Houd teksten zoals zij getypt zijn, met de spaties eromheen."""
    return {code: vel.notities.get(code, tekst) for code, tekst in nieuw.notities.items()}


def follow_sheet(oud: Vel, nieuw: Vel) -> Vel:
    """Laat bij een keuzevraag ‘geen’ en ‘weet niet’ de andere uitsluiten; de laatste wint."""
    if nieuw.keuzes is oud.keuzes:
        return nieuw
    keuzes = {
        code: _exclude(oud.keuzes.get(code, ()), gekozen) for code, gekozen in nieuw.keuzes.items()
    }
    return nieuw if keuzes == nieuw.keuzes else replace(nieuw, keuzes=keuzes)


def _exclude(oud: tuple[str, ...], gekozen: tuple[str, ...]) -> tuple[str, ...]:
    los = {GEEN, WEET_NIET}
    if len(gekozen) < 2 or not los.intersection(gekozen):
        return gekozen
    nieuw = set(gekozen) - set(oud)
    if erbij := nieuw & los:
        return (min(erbij),)
    return tuple(code for code in gekozen if code not in los)
