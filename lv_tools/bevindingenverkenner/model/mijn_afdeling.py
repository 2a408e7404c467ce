"""Mijn afdeling: wat in deze groep is geteld bij afdelingen als die van de lezer.

Nergens een voorspelling: elk getal is een telling in de onderzoeksgroep, met n en interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.bevindingenverkenner.model.filteren import sort
from lv_tools.bevindingenverkenner.model.meting import Meting, from_count
from lv_tools.bevindingenverkenner.model.regels import Regel, options, regels_van
from lv_tools.bevindingenverkenner.model.zinnen import lower
from lv_tools.bevindingenverkenner.teksten import MIJN_AFDELING, Verband, teksten, weergave
from lv_tools.controle.frechet import grenzen


@dataclass(frozen=True)
class Risico:
    """Een standaard bij de eigen soort afdeling, naast alle andere soorten samen."""

    standaard: str
    eigen: Regel
    overige: Meting | None


@dataclass(frozen=True)
class Samen:
    """Grenzen voor hoe vaak twee risico's bij dezelfde afdeling voorkwamen (Fréchet)."""

    eerste: str
    tweede: str
    minstens: int
    hoogstens: int
    n: int


@dataclass(frozen=True)
class Profiel:
    """Alles wat de gegevens over deze keuze vertellen."""

    afdeling: str
    standaarden: tuple[str, ...]
    obstakels: tuple[str, ...]
    risicos: tuple[Risico, ...]
    samen: tuple[Samen, ...]
    uitdagingen: tuple[Regel, ...]
    verbanden: tuple[Verband, ...]
    interventies: tuple[Regel, ...]
    bij_obstakels: tuple[Regel, ...]

    @property
    def titel(self) -> str:
        """Over welke afdeling en standaarden het gaat."""
        delen = [lower(self.afdeling), opsomming(self.standaarden)]
        return f"{weergave(MIJN_AFDELING).kort}: {', '.join(deel for deel in delen if deel)}"

    @property
    def zonder_risico(self) -> tuple[str, ...]:
        """Gekozen standaarden waarvoor de tabel met risico's geen kolom heeft."""
        return _missing(self.standaarden, (risico.standaard for risico in self.risicos))

    @property
    def zonder_uitdagingen(self) -> tuple[str, ...]:
        """Gekozen standaarden waarvoor de bron geen uitdagingen telt."""
        return _missing(self.standaarden, (regel.text("standaard") for regel in self.uitdagingen))


def profile(afdeling: str, standaarden: Sequence[str], obstakels: Sequence[str] = ()) -> Profiel:
    """Verzamel wat in deze groep is geteld.

    Raises
    ------
    ValueError
        Als de soort afdeling of een obstakel niet bestaat.
    """
    _check("soort afdeling", (afdeling,), options("risico_per_afdeling", "afdeling"))
    _check("obstakel", obstakels, options("interventies_bij_obstakels", "obstakel"))
    risicos = tuple(
        Risico(regel.text("standaard"), regel, _others(afdeling, regel.text("standaard")))
        for regel in regels_van("risico_per_afdeling")
        if regel.text("afdeling") == afdeling and regel.text("standaard") in standaarden
    )
    return Profiel(
        afdeling=afdeling,
        standaarden=tuple(standaarden),
        obstakels=tuple(obstakels),
        risicos=risicos,
        samen=tuple(_together(risicos)),
        uitdagingen=_pick("uitdagingen", "standaard", standaarden),
        verbanden=tuple(
            verband for verband in teksten().verband if set(verband.standaarden) & set(standaarden)
        ),
        interventies=regels_van("interventies"),
        bij_obstakels=_pick("interventies_bij_obstakels", "obstakel", obstakels),
    )


def _together(risicos: Sequence[Risico]) -> list[Samen]:
    paren = []
    for a, b in combinations(risicos, 2):
        links, rechts = a.eigen.meting, b.eigen.meting
        if links is None or rechts is None or links.aantal is None or rechts.aantal is None:
            continue
        if links.n is None or links.n != rechts.n:
            continue
        laag, hoog = grenzen(links.aantal, rechts.aantal, links.n)
        paren.append(Samen(a.standaard, b.standaard, laag, hoog, links.n))
    return paren


def _others(afdeling: str, standaard: str) -> Meting | None:
    """Tel de andere soorten bij elkaar, mits van elke soort het aantal vaststaat."""
    aantal = n = 0
    for regel in regels_van("risico_per_afdeling"):
        if regel.text("standaard") != standaard or regel.text("afdeling") == afdeling:
            continue
        if regel.meting is None or regel.meting.aantal is None or regel.meting.n is None:
            return None
        aantal += regel.meting.aantal
        n += regel.meting.n
    return from_count(aantal, n) if n else None


def _pick(naam: str, kolom: str, waarden: Sequence[str]) -> tuple[Regel, ...]:
    """Kies de regels bij de gekozen waarden, per waarde met het hoogste percentage voorop."""
    blik = weergave(naam)
    return tuple(
        regel
        for waarde in waarden
        for regel in sort(
            tuple(r for r in regels_van(naam) if r.text(kolom) == waarde), "hoog", blik
        )
    )


def _missing(gekozen: Sequence[str], gevonden: Iterable[str]) -> tuple[str, ...]:
    aanwezig = set(gevonden)
    return tuple(code for code in gekozen if code not in aanwezig)


def _check(veld: str, waarden: Sequence[str], kan: Sequence[str]) -> None:
    for waarde in waarden:
        if waarde not in kan:
            raise ValueError(f"{veld} {waarde!r} bestaat niet; kies uit {', '.join(kan)}")
