"""De staat van de urgentiemeter: alles wat iemand invulde en koos, en precies wat bewaard wordt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.verzamelen.groep import Groep, sources
from lv_tools.basis.verzamelen.groepswijziging import follow
from lv_tools.basis.verzamelen.lijst import Lijst, list_of
from lv_tools.basis.verzamelen.uitnodiging import Meting
from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens, Tekst
from lv_tools.urgentiemeter.model.feiten import Indicator, Reeks
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.teksten import Instrument

MEESTE_AFDELINGEN = 50
#: Zo veel eigen indicatoren komen er hoogstens bij; met wat van vroeger is, past er altijd meer.
MEESTE_INDICATOREN, MEESTE_REEKSEN = 20, 60
NAAM_LENGTE = 80
#: Kenmerk van de afdeling waarmee een nieuwe meting begint.
EERSTE = "1"
_Over = Annotated[str, Tekst(20_000, regels=True)]


@dataclass(frozen=True)
class Afdeling:
    """Een afdeling met haar reeksen; ``soort`` koppelt haar aan de tabel van het onderzoek."""

    naam: Annotated[str, Tekst(NAAM_LENGTE)] = ""
    soort: Annotated[str, Tekst(NAAM_LENGTE)] = ""
    reeksen: Annotated[tuple[Reeks, ...], Hoogstens(MEESTE_REEKSEN)] = ()
    id: Annotated[str, KENMERK] = EERSTE


def name_of(afdeling: Afdeling) -> str:
    """Geef de naam van een afdeling zonder overbodige spaties."""
    return " ".join(afdeling.naam.split())


@dataclass(frozen=True)
class Scan:
    """Alles wat is ingevuld.

    Parameters
    ----------
    naam
        Hoe de meting heet.
    omvang
        Hoe uitgebreid het verslag wordt.
    toon
        De groep waarvan de verdeling te zien is; leeg is de eerste.
    overig
        Wat uit een oudere vragenlijst geen plaats meer heeft: wat het was, en wat er stond.
    toen
        De vragenlijst waar de antwoorden bij horen.
    kenmerk
        Waaraan het dossier deze meting terugkent; in een bestand uit 0.3.0 is dat de naam.
    meting
        Waaraan antwoorden deze meting terugkennen; leeg zolang niemand een link kreeg. In een kopie
        blijft dat gelijk: wie de link al had, kan zijn antwoorden nog kwijt.
    """

    naam: Annotated[str, Tekst(NAAM_LENGTE)] = ""
    afdelingen: Annotated[tuple[Afdeling, ...], Hoogstens(MEESTE_AFDELINGEN)] = ()
    groep: Groep = field(default_factory=Groep)
    regels: Regels = field(default_factory=Regels)
    omvang: Literal["kort", "volledig"] = "kort"
    toon: Annotated[str, Tekst(NAAM_LENGTE)] = ""
    overig: Annotated[tuple[tuple[_Over, _Over], ...], Hoogstens(2_000)] = ()
    toen: Lijst | None = None
    kenmerk: Annotated[str, Tekst(64, patroon="[A-Za-z0-9_-]{0,64}")] = ""
    meting: Meting = ""

    def sources(self, inhoud: Instrument) -> tuple[Bron, ...]:
        """Alle bronnen, met de eigen antwoorden voorop."""
        return sources(self.groep, inhoud.vragen)


def empty(inhoud: Instrument) -> Scan:
    """Begin een meting met één afdeling."""
    afdeling = with_all_series(Afdeling(), inhoud)
    nu = list_of(inhoud.lijst, inhoud.vragen)
    return Scan(afdelingen=(afdeling,), regels=inhoud.regels, toen=nu)


def with_all_series(afdeling: Afdeling, inhoud: Instrument) -> Afdeling:
    """Geef een afdeling met een reeks bij elke indicator, ook waar nog niets is ingevuld."""
    al = {reeks.indicator.code for reeks in afdeling.reeksen}
    leeg = (Reeks(i) for code, i in inhoud.indicatoren.items() if code not in al)
    return replace(afdeling, reeksen=(*afdeling.reeksen, *leeg))


def change_department(scan: Scan, kenmerk: str, functie: Callable[[Afdeling], Afdeling]) -> Scan:
    """Vervang een afdeling door wat de functie ervan maakt."""
    return replace(
        scan, afdelingen=tuple(functie(a) if a.id == kenmerk else a for a in scan.afdelingen)
    )


def add_indicator(scan: Scan, afdeling: str, indicator: Indicator) -> Scan:
    """Voeg een eigen indicator toe aan een afdeling."""
    return change_department(
        scan, afdeling, lambda a: replace(a, reeksen=(*a.reeksen, Reeks(indicator)))
    )


def follow_scan(oud: Scan, nieuw: Scan) -> Scan:
    """Maak af wat uit een wijziging volgt; zie :func:`~.groepswijziging.follow`."""
    groep = follow(oud.groep, nieuw.groep)
    return nieuw if groep is nieuw.groep else replace(nieuw, groep=groep)
