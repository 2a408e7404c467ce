"""De opzet van een scan: wie er meedoet, aan welke stellingen, en op welke manier."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, replace

from lv_tools.basis.onderzoek.vragenset import Optie, Vragenset
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.zelfevaluatie.teksten import Instrument, Stelling, Thema

#: Grenzen aan wat iemand kan instellen.
NAAM_LENGTE = 80
STELLING_LENGTE = 200
MAX_EIGEN = 12
MAX_GROEPEN = 12
MODI = ("naam", "anoniem")
#: Zo heet een scan zolang niemand hem een naam gaf.
BEGINNAAM = "Zelfevaluatie"
VERSIES = ("kern", "volledig")
#: Lengte van het opschrift van een eigen stelling in een tabel of figuur.
_KORT = 45


@dataclass(frozen=True)
class EigenStelling:
    """Een stelling die de maker van de scan zelf toevoegde."""

    code: str
    thema: str
    tekst: str


@dataclass(frozen=True)
class Opzet:
    """De instellingen van een scan.

    Parameters
    ----------
    id
        Kenmerk van de scan: twaalf cijfers en letters (0-9, a-f), willekeurig.
    naam, datum
        Hoe de scan heet, en de dag (jjjj-mm-dd).
    modus
        ``"naam"`` of ``"anoniem"``.
    versie
        ``"kern"``: een stelling per thema; ``"volledig"``: alle stellingen.
    themas
        Codes van de thema's, op de volgorde van het instrument.
    groepen
        Codes van vaste rollen en namen van eigen groepen.
    eigen
        Eigen stellingen; die staan in beide versies.
    """

    id: str
    naam: str
    datum: str
    modus: str
    versie: str
    themas: tuple[str, ...]
    groepen: tuple[str, ...]
    eigen: tuple[EigenStelling, ...] = ()


def new_scan_id() -> str:
    """Maak een kenmerk voor een nieuwe scan."""
    return secrets.token_hex(6)


def new_setup(inhoud: Instrument) -> Opzet:
    """Geef de opzet waarmee een nieuwe scan begint: alles aan, op naam, van vandaag."""
    return Opzet(
        id=new_scan_id(),
        naam=BEGINNAAM,
        datum=now().date().isoformat(),
        modus="naam",
        versie="volledig",
        themas=tuple(inhoud.themas),
        groepen=tuple(inhoud.inhoud["algemeen"]["groepen"]),
    )


def example_setup(inhoud: Instrument) -> Opzet:
    """Geef de opzet van het verzonnen voorbeeld uit het gegevensbestand."""
    voorbeeld = inhoud.inhoud["voorbeeld"]
    return replace(
        new_setup(inhoud),
        id="0" * 12,
        naam=voorbeeld["scan"],
        datum=voorbeeld["datum"],
        versie="kern",
        groepen=tuple(dict.fromkeys(r.rol for r in inhoud.voorbeeld)),
    )


def groepcode(groep: str) -> str:
    """Code van een groep, zoals die in antwoorden staat: zonder hoofdletters.

    Zo vindt een tabel dezelfde groep terug, hoe iemand haar ook typt.
    """
    return " ".join(groep.split()).casefold()


def groepen_van(opzet: Opzet, inhoud: Instrument) -> tuple[Optie, ...]:
    """De groepen waaruit een respondent kiest, met een naam zoals de maker haar schreef."""
    return tuple(
        inhoud.rollen.get(groep, Optie(groepcode(groep), groep)) for groep in opzet.groepen
    )


def themas_van(opzet: Opzet, inhoud: Instrument) -> tuple[Thema, ...]:
    """De thema's van een scan."""
    return tuple(inhoud.themas[code] for code in opzet.themas)


def stellingen_van(opzet: Opzet, inhoud: Instrument) -> dict[str, Stelling]:
    """De stellingen van een scan bij hun code: per thema de vaste, dan de eigen."""
    gekozen: dict[str, Stelling] = {}
    for thema in opzet.themas:
        for stelling in inhoud.stellingen.values():
            if stelling.thema == thema and (stelling.kern or opzet.versie == "volledig"):
                gekozen[stelling.code] = stelling
        for eigen in opzet.eigen:
            if eigen.thema == thema:
                gekozen[eigen.code] = Stelling(
                    eigen.code, thema, eigen.tekst, _shorten(eigen.tekst), bron="eigen stelling"
                )
    return gekozen


def stellingen_in(thema: str, opzet: Opzet, inhoud: Instrument) -> tuple[Stelling, ...]:
    """De stellingen van een thema in een scan."""
    return tuple(s for s in stellingen_van(opzet, inhoud).values() if s.thema == thema)


def notitiecode(thema: str, soort: str) -> str:
    """Code van een tekstveld bij een thema; ``soort`` is ``"bewijs"`` of ``"opmerking"``."""
    return f"{thema}:{soort}"


def vragenset(opzet: Opzet, inhoud: Instrument) -> Vragenset:
    """Alles wat een respondent in deze scan kan invullen.

    De groepen van de scan staan voorop. De andere vaste rollen blijven bekend, zodat iemand die
    zo'n rol opgeeft met de goede naam in de uitslag staat.
    """
    groepen = groepen_van(opzet, inhoud)
    andere = (rol for code, rol in inhoud.rollen.items() if code not in opzet.groepen)
    return Vragenset(
        schaal=inhoud.schaal,
        stellingen=tuple(
            Optie(s.code, s.tekst, s.eerder, s.anders, s.niet_voor)
            for s in stellingen_van(opzet, inhoud).values()
        ),
        keuzevragen=(),
        rollen=(*groepen, *andere),
        weet_niet=inhoud.weet_niet,
        nvt=inhoud.nvt,
        notitievelden=tuple(
            Optie(notitiecode(thema.code, soort), f"{thema.titel}: {vraag}")
            for thema in themas_van(opzet, inhoud)
            for soort, vraag in (
                ("bewijs", thema.bewijs_vraag),
                ("opmerking", thema.opmerking_vraag),
            )
        ),
        schaal_eerder=inhoud.schaal_eerder,
    )


def vraagafdruk(opzet: Opzet, inhoud: Instrument) -> str:
    """Geef een afdruk van de vragen (16 tekens): gelijk zolang antwoorden bij elkaar passen.

    Naam, datum, modus en groepen tellen niet mee: die mag de maker later nog wijzigen.
    """
    eigen = {e.code: (e.thema, e.tekst) for e in opzet.eigen}
    delen = [inhoud.lijst, list(stellingen_van(opzet, inhoud)), eigen]
    return hashlib.sha256(json.dumps(delen, sort_keys=True).encode()).hexdigest()[:16]


def changes_questions(oud: Opzet, nieuw: Opzet, inhoud: Instrument) -> bool:
    """Zeg of antwoorden op de oude opzet niet meer bij de nieuwe passen."""
    return vraagafdruk(oud, inhoud) != vraagafdruk(nieuw, inhoud)


def _shorten(tekst: str) -> str:
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1].rstrip()}…"
