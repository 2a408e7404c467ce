"""Aantallen van een groep: alles wat een uitkomst nodig heeft, zonder de personen.

Tellingen mag men optellen. Daardoor doen antwoorden van personen en tellingen met de hand op
dezelfde manier mee, en maakt het niet uit of een rol in twee stukken binnenkomt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import repeat
from typing import Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Vragenset
from lv_tools.basis.onderzoek.vroeger import Vroeger

#: Staat in een kolom waar iemand niets invulde; ``None`` is ‘weet ik niet’.
_ONTBREEKT: Any = object()


@dataclass(frozen=True)
class Keuzetelling:
    """Hoe vaak elke optie van een keuzevraag genoemd is.

    ``n`` is het aantal mensen dat de vraag beantwoordde (ook met "geen"), ``weet_niet`` het aantal
    dat het niet wist; ``genoemd`` staat op volgorde van de opties.
    """

    n: int
    weet_niet: int
    genoemd: tuple[int, ...]

    def __post_init__(self) -> None:
        if min(self.n, self.weet_niet, *self.genoemd) < 0:
            raise ValueError("een aantal is nooit negatief")
        if max(self.genoemd, default=0) > self.n:
            raise ValueError("een optie is niet vaker genoemd dan er mensen antwoordden")

    def __add__(self, ander: Keuzetelling) -> Keuzetelling:
        """Tel twee groepen bij elkaar op."""
        som = tuple(a + b for a, b in zip(self.genoemd, ander.genoemd, strict=True))
        return Keuzetelling(self.n + ander.n, self.weet_niet + ander.weet_niet, som)

    @property
    def totaal(self) -> int:
        """Aantal mensen dat iets invulde, "weet ik niet" meegerekend."""
        return self.n + self.weet_niet


@dataclass(frozen=True)
class Groepstelling:
    """Aantallen van een groep mensen: alles wat een uitkomst nodig heeft, zonder de personen."""

    personen: int
    stellingen: Mapping[str, Verdeling]
    keuzes: Mapping[str, Keuzetelling]

    def __add__(self, ander: Groepstelling) -> Groepstelling:
        """Tel twee groepen bij elkaar op."""
        return Groepstelling(
            self.personen + ander.personen,
            {code: self.stellingen[code] + ander.stellingen[code] for code in self.stellingen},
            {code: self.keuzes[code] + ander.keuzes[code] for code in self.keuzes},
        )

    @property
    def itemaantallen(self) -> tuple[int, ...]:
        """Per vraag hoeveel mensen haar invulden; hierop rust het afschermen van kleine groepen."""
        stellingen = tuple(verdeling.totaal for verdeling in self.stellingen.values())
        return stellingen + tuple(telling.totaal for telling in self.keuzes.values())


@dataclass(frozen=True)
class Handtelling:
    """Aantallen die in een zaal met de hand geteld zijn, voor één rol.

    ``rest`` zijn aantallen bij vragen die nu niet meer bestaan: per antwoord van de schaal van
    toen, dan weet niet en n.v.t.
    """

    id: str
    rol: str
    telling: Groepstelling
    versie: str = ""
    rest: tuple[tuple[Vroeger, tuple[int, ...]], ...] = ()


def empty_count(vragen: Vragenset) -> Groepstelling:
    """Geef de telling van een groep zonder mensen."""
    leeg = Verdeling.empty(len(vragen.schaal))
    return Groepstelling(
        0,
        {stelling.code: leeg for stelling in vragen.stellingen},
        {vraag.code: Keuzetelling(0, 0, (0,) * len(vraag.opties)) for vraag in vragen.keuzevragen},
    )


def count(respondenten: Iterable[Respondent], vragen: Vragenset) -> Groepstelling:
    """Tel de antwoorden van een groep.

    Raises
    ------
    ValueError
        Als een antwoord buiten de schaal valt. Wat van buiten komt, is dan al gecontroleerd.
    """
    groep = list(respondenten)
    opties = len(vragen.schaal)
    codes = [stelling.code for stelling in vragen.stellingen]
    # Per mens een rij en per stelling een kolom: zo draait het kantelen en tellen buiten Python.
    rijen = [map(respondent.antwoorden.get, codes, repeat(_ONTBREEKT)) for respondent in groep]
    kolommen = zip(*rijen, strict=True) if groep else repeat((), len(codes))
    stellingen = {
        code: Verdeling.from_answers((a for a in kolom if a is not _ONTBREEKT), opties)
        if _ONTBREEKT in kolom
        else Verdeling.from_answers(kolom, opties)
        for code, kolom in zip(codes, kolommen, strict=True)
    }
    return Groepstelling(
        len(groep), stellingen, {v.code: _count_choices(groep, v) for v in vragen.keuzevragen}
    )


def count_by_role(
    respondenten: Iterable[Respondent], handtellingen: Iterable[Handtelling], vragen: Vragenset
) -> dict[str, Groepstelling]:
    """Tel per rol: eerst de vaste rollen op hun volgorde, dan eigen rollen op alfabet."""
    per_rol: dict[str, list[Respondent]] = {}
    for respondent in respondenten:
        per_rol.setdefault(respondent.rol, []).append(respondent)
    tellingen = {rol: count(groep, vragen) for rol, groep in per_rol.items()}
    for hand in handtellingen:
        eerder = tellingen.get(hand.rol)
        tellingen[hand.rol] = hand.telling if eerder is None else eerder + hand.telling
    vast = [rol for rol in vragen.rolnamen if rol in tellingen]
    eigen = sorted(rol for rol in tellingen if rol not in vragen.rolnamen)
    return {rol: tellingen[rol] for rol in (*vast, *eigen)}


def add_up(tellingen: Iterable[Groepstelling], vragen: Vragenset) -> Groepstelling:
    """Tel groepen bij elkaar op; geen groepen geeft een lege telling."""
    return reduce(Groepstelling.__add__, tellingen, empty_count(vragen))


def _count_choices(groep: Sequence[Respondent], vraag: Keuzevraag) -> Keuzetelling:
    plek = {optie.code: nummer for nummer, optie in enumerate(vraag.opties)}
    genoemd = [0] * len(plek)
    n = weet_niet = 0
    for respondent in groep:
        if vraag.code not in respondent.keuzes:
            continue
        keuze = respondent.keuzes[vraag.code]
        if keuze is None:
            weet_niet += 1
            continue
        n += 1
        for code in set(keuze):
            if code in plek:
                genoemd[plek[code]] += 1
    return Keuzetelling(n, weet_niet, tuple(genoemd))
