"""De opzet van een scan: wie er meedoet, aan welke stellingen, en op welke manier."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE, Optie, Vragenset
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.stellingen import Stelling, Thema
from lv_tools.zelfevaluatie.teksten import Instrument

#: Grenzen aan wat iemand kan instellen.
NAAM_LENGTE = 80
STELLING_LENGTE = 200
MAX_EIGEN = 12
MAX_GROEPEN = 12
MODI = ("naam", "anoniem")
Modus = Literal["naam", "anoniem"]
#: Zo heet een scan zolang niemand hem een naam gaf.
BEGINNAAM = "Zelfevaluatie"
VERSIES = ("kern", "volledig")
Versie = Literal["kern", "volledig"]
#: Lengte van het opschrift van een eigen stelling in een tabel of figuur.
_KORT = 45

ScanId = Annotated[str, Tekst(12, patroon="[0-9a-f]{12}")]
Themacode = Annotated[str, KENMERK]
Groepsnaam = Annotated[str, Tekst(ROL_LENGTE)]


@dataclass(frozen=True)
class EigenStelling:
    """Een stelling die de maker van de scan zelf toevoegde."""

    code: Annotated[str, Tekst(12, patroon="eigen-[1-9][0-9]{0,5}")]
    thema: Themacode
    tekst: Annotated[str, Tekst(STELLING_LENGTE)]


@dataclass(frozen=True)
class Opzet:
    """De instellingen van een scan.

    Parameters
    ----------
    id
        Kenmerk van de scan: twaalf cijfers en letters (0-9, a-f), willekeurig.
    naam, datum
        Hoe de scan heet, en de dag.
    modus
        ``"naam"`` of ``"anoniem"``.
    versie
        ``"kern"``: een stelling per thema; ``"volledig"``: alle stellingen.
    themas
        Codes van de thema's, op de volgorde van het instrument.
    groepen
        Codes van vaste rollen die meedoen.
    eigen
        Eigen stellingen; die staan in beide versies.
    eigen_groepen
        Namen van groepen die de maker er zelf bij zette.
    """

    id: ScanId
    naam: Annotated[str, Tekst(NAAM_LENGTE)]
    datum: date
    modus: Modus
    versie: Versie
    themas: Annotated[tuple[Themacode, ...], Hoogstens(100)]
    groepen: Annotated[tuple[Groepsnaam, ...], Hoogstens(MAX_GROEPEN)]
    eigen: Annotated[tuple[EigenStelling, ...], Hoogstens(MAX_EIGEN)] = ()
    eigen_groepen: Annotated[tuple[Groepsnaam, ...], Hoogstens(MAX_GROEPEN)] = ()

    @property
    def alle_groepen(self) -> tuple[str, ...]:
        """De codes van vaste rollen, en dan de namen van eigen groepen."""
        return (*self.groepen, *self.eigen_groepen)


def new_scan_id() -> str:
    """Maak een kenmerk voor een nieuwe scan."""
    return secrets.token_hex(6)


def new_setup(inhoud: Instrument) -> Opzet:
    """Geef de opzet waarmee een nieuwe scan begint: alles aan, op naam, van vandaag."""
    return Opzet(
        id=new_scan_id(),
        naam=BEGINNAAM,
        datum=now().date(),
        modus="naam",
        versie="volledig",
        themas=tuple(inhoud.themas),
        groepen=inhoud.algemeen.groepen,
    )


def example_setup(inhoud: Instrument) -> Opzet:
    """Geef de opzet van het verzonnen voorbeeld uit het gegevensbestand."""
    voorbeeld = inhoud.voorbeeld
    return replace(
        new_setup(inhoud),
        id="0" * 12,
        naam=voorbeeld.scan,
        datum=voorbeeld.datum,
        versie="kern",
        groepen=tuple(dict.fromkeys(r.rol for r in inhoud.voorbeeldmensen)),
    )


def groepcode(groep: str) -> str:
    """Code van een groep, zoals die in antwoorden staat: zonder hoofdletters.

    Zo vindt een tabel dezelfde groep terug, hoe iemand haar ook typt.
    """
    return " ".join(groep.split()).casefold()


def groepen_van(opzet: Opzet, inhoud: Instrument) -> tuple[Optie, ...]:
    """De groepen waaruit een respondent kiest, met een naam zoals de maker haar schreef."""
    return tuple(
        inhoud.rollen.get(groep, Optie(groepcode(groep), groep)) for groep in opzet.alle_groepen
    )


def themas_van(opzet: Opzet, inhoud: Instrument) -> tuple[Thema, ...]:
    """De thema's van een scan."""
    return tuple(inhoud.themas[code] for code in opzet.themas)


@lru_cache(maxsize=64)
def stellingen_van(opzet: Opzet, inhoud: Instrument) -> Mapping[str, Stelling]:
    """De stellingen van een scan bij hun code: per thema de vaste, dan de eigen."""
    gekozen: dict[str, Stelling] = {}
    for thema in opzet.themas:
        for stelling in inhoud.stellingen.values():
            if stelling.thema == thema and (stelling.kern or opzet.versie == "volledig"):
                gekozen[stelling.code] = stelling
        for eigen in opzet.eigen:
            if eigen.thema == thema:
                gekozen[eigen.code] = Stelling(
                    eigen.code,
                    eigen.tekst,
                    _shorten(eigen.tekst),
                    bron="eigen stelling",
                    thema=thema,
                )
    return gekozen


def stellingen_in(thema: str, opzet: Opzet, inhoud: Instrument) -> tuple[Stelling, ...]:
    """De stellingen van een thema in een scan."""
    return tuple(s for s in stellingen_van(opzet, inhoud).values() if s.thema == thema)


def notitiecode(thema: str, soort: str) -> str:
    """Code van een tekstveld bij een thema; ``soort`` is ``"bewijs"`` of ``"opmerking"``."""
    return f"{thema}:{soort}"


@lru_cache(maxsize=64)
def vragenset(opzet: Opzet, inhoud: Instrument) -> Vragenset:
    """Alles wat een respondent in deze scan kan invullen.

    De groepen van de scan staan voorop. De andere vaste rollen blijven bekend, zodat iemand die
    zo'n rol opgeeft met de goede naam in de uitslag staat.
    """
    groepen = groepen_van(opzet, inhoud)
    andere = (rol for code, rol in inhoud.rollen.items() if code not in opzet.groepen)
    return Vragenset(
        schaal=inhoud.schaal.opties,
        stellingen=tuple(
            Optie(s.code, s.tekst, s.eerder, s.anders, s.niet_voor)
            for s in stellingen_van(opzet, inhoud).values()
        ),
        keuzevragen=(),
        rollen=(*groepen, *andere),
        weet_niet=inhoud.schaal.weet_niet,
        nvt=inhoud.schaal.nvt,
        notitievelden=tuple(
            Optie(notitiecode(thema.code, soort), f"{thema.titel}: {vraag}")
            for thema in themas_van(opzet, inhoud)
            for soort, vraag in (
                ("bewijs", thema.bewijs_vraag),
                ("opmerking", thema.opmerking_vraag),
            )
        ),
        schaal_eerder=inhoud.schaal.eerder,
        rol_nodig=True,
    )


@lru_cache(maxsize=64)
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


def check_known(opzet: Opzet, inhoud: Instrument) -> Opzet:
    """Geef de opzet terug als hij bij deze vragenlijst kan.

    Raises
    ------
    VormError
        Bij elke afwijking; de tekst zegt welke.
    """
    if not opzet.themas or not opzet.alle_groepen:
        raise VormError("de scan heeft geen thema's of geen groepen")
    if opzet.themas != tuple(code for code in inhoud.themas if code in opzet.themas):
        raise VormError("de thema's van de scan bestaan niet of staan niet op volgorde")
    if len({groepcode(naam) for naam in opzet.alle_groepen}) != len(opzet.alle_groepen):
        raise VormError("een groep staat twee keer in de scan")
    if any(eigen.thema not in opzet.themas for eigen in opzet.eigen):
        raise VormError("een eigen stelling hoort bij een thema dat niet meedoet")
    if len({eigen.code for eigen in opzet.eigen}) != len(opzet.eigen):
        raise VormError("twee eigen stellingen hebben dezelfde code")
    regels = (opzet.naam, *opzet.alle_groepen, *(eigen.tekst for eigen in opzet.eigen))
    if any(not regel or " ".join(regel.split()) != regel for regel in regels):
        raise VormError("een naam of stelling is leeg of is geen gewone regel tekst")
    return opzet
