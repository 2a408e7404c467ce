"""Een groep die antwoordt, als één bevroren waarde: wie er meedoen en waar hun antwoorden zijn.

De groep is een deel van de staat van een hulpmiddel. Iemands eigen antwoorden en het vel dat
rondgaat zijn elk een :class:`~lv_tools.basis.verzamelen.vel.Vel`; alle andere antwoorden staan in
bronnen. Wie een groep wijzigt, doet dat met :mod:`.groepswijziging` en :mod:`.groepsbestand`: die
maken van een groep een andere groep, en onthouden niets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from lv_tools.basis.antwoorden.bronvorm import read_sources, sources_schema, write_sources
from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel, leftovers
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.respons import Dubbel, find_doubles
from lv_tools.basis.onderzoek.samenvoegen import Bron, merge, merge_counts
from lv_tools.basis.onderzoek.telling import Groepstelling, count_by_role
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.verzamelen.handvel import Handvel
from lv_tools.basis.verzamelen.vel import Vel, to_respondent
from lv_tools.basis.vorm.grenzen import Eigen, Hoogstens, Tekst

#: Bronnen die dit apparaat zelf vult.
EIGEN = "uw eigen antwoorden"
HIER = "om de beurt op dit apparaat"
#: Wat met een code van een telefoon binnenkwam.
CODES = "codes van telefoons"
_LIJST_LENGTE = 20_000

Modus = Literal["", "naam", "anoniem"]


@dataclass(frozen=True)
class Groep:
    """Wie er meedoen, en hoe.

    Parameters
    ----------
    modus
        Op naam of anoniem; leeg zolang er niet gekozen is.
    eigen
        Wat de gebruiker zelf antwoordt.
    beurt
        Het vel dat op dit apparaat rondgaat, nog niet ingeleverd.
    hand
        De telling in de zaal, nog niet toegevoegd.
    bronnen
        Alle andere antwoorden en tellingen.
    zout
        Het geheim van een anonieme groep, zie :mod:`lv_tools.basis.onderzoek.anoniem`.
    meer_mensen
        Kenmerken van dubbele namen die echt meer mensen zijn.
    namen, aantallen
        Wie er verwacht worden, en hoeveel: een per regel.
    manier
        De manier van verzamelen die openstaat; leeg is de eerste.
    los, apart
        Of namen en losse antwoorden mee mogen in een uitvoer, en een groep van één apart mag staan.
    """

    modus: Modus = ""
    eigen: Vel = field(default_factory=Vel)
    beurt: Vel = field(default_factory=Vel)
    hand: Handvel = field(default_factory=Handvel)
    bronnen: Annotated[tuple[Bron, ...], Eigen(read_sources, write_sources, sources_schema)] = ()
    zout: Annotated[str, Tekst(64)] = ""
    meer_mensen: Annotated[tuple[Annotated[str, Tekst(64)], ...], Hoogstens(10_000)] = ()
    namen: Annotated[str, Tekst(_LIJST_LENGTE, regels=True)] = ""
    aantallen: Annotated[str, Tekst(_LIJST_LENGTE, regels=True)] = ""
    manier: Annotated[str, Tekst(40)] = ""
    los: bool = False
    apart: bool = False

    @property
    def is_anonymous(self) -> bool:
        """Werkt de groep anoniem?"""
        return self.modus == "anoniem"


def own(groep: Groep, vragen: Vragenset) -> Respondent | None:
    """Geef de eigen antwoorden van de gebruiker, als die meetellen."""
    if vragen.rol_nodig and not groep.eigen.rol:
        return None
    return to_respondent(groep.eigen, vragen, op_naam=not groep.is_anonymous)


def sources(groep: Groep, vragen: Vragenset) -> tuple[Bron, ...]:
    """Geef alle bronnen, met de eigen antwoorden voorop."""
    zelf = own(groep, vragen)
    return groep.bronnen if zelf is None else (Bron(EIGEN, (zelf,)), *groep.bronnen)


def counts(groep: Groep, vragen: Vragenset) -> Mapping[str, Groepstelling]:
    """Tel wie er meedoen, per rol."""
    alle = sources(groep, vragen)
    return count_by_role(merge(alle), merge_counts(alle), vragen)


def has_others(groep: Groep) -> bool:
    """Doet er iemand mee naast de gebruiker zelf?"""
    return any(bron.respondenten or bron.handtellingen for bron in groep.bronnen)


def open_doubles(groep: Groep, vragen: Vragenset) -> tuple[Dubbel, ...]:
    """Geef de namen die vaker in een groep staan en waarover nog niets is gekozen."""
    alle = find_doubles(sources(groep, vragen))
    return tuple(d for d in alle if d.sleutel not in groep.meer_mensen)


def rest_of(
    groep: Groep, vragen: Vragenset, overig: tuple[tuple[str, str], ...] = ()
) -> tuple[Overblijfsel, ...]:
    """Geef wat uit een oudere vragenlijst geen plaats meer heeft."""
    waarvan = (groep.bronnen, groep.eigen.rest, overig, groep.is_anonymous)
    if not _over or any(a is not b for a, b in zip(_over[0][0], waarvan, strict=True)):
        rest = leftovers(sources(groep, vragen), overig, anoniem=groep.is_anonymous)
        _over[:] = [(waarvan, rest)]
    return _over[0][1]


#: Wat er het laatst over was, en waarvan: wie typt, verandert daar niets aan.
_over: list[tuple[tuple[object, ...], tuple[Overblijfsel, ...]]] = []
