"""Het dossier: wat hulpmiddelen op een apparaat voor elkaar klaarleggen, ook als bestand.

Een hulpmiddel geeft een pakket mee: alles wat uit één stuk werk komt. Geeft hetzelfde werk later
weer iets mee, dan vervangt dat het vorige pakket. Van twee dossiers samen geldt per stuk werk wat
het laatst is meegegeven of weggehaald. Daardoor maakt de volgorde niet uit, en verdubbelt niets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Annotated

from lv_tools.basis.opslag.werkbestand import (
    Bewaard,
    Leesfout,
    Omzetting,
    clean_name,
    from_json,
    now,
    to_json,
)
from lv_tools.basis.uitwisseling.stukken import Herkomst, Stuk, shorten, shorten_origin
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens
from lv_tools.basis.vorm.vormcontrole import VormError

#: Onder deze naam staat het dossier in de opslag, en zo heet het in een bestand.
INSTRUMENT = "dossier"
NAAM = "Dossier op dit apparaat"
VERSIE = 2
#: Versie 2 kent bewijs, en vragen die over een doel gaan; de rest is gelijk gebleven.
OMZETTINGEN: Mapping[int, Omzetting] = {1: dict}
#: Zoveel pakketten, en zoveel stukken in elk, passen erin.
MEESTE_PAKKETTEN = 500
MEESTE_STUKKEN = 500


@dataclass(frozen=True)
class Pakket:
    """Wat uit één stuk werk is meegegeven; zonder stukken is het weggehaald.

    Parameters
    ----------
    werk
        Kenmerk van het werk, anders dan dat van elk ander werk in hetzelfde hulpmiddel.
    tijd
        Moment van meegeven of weghalen, met tijdzone.
    """

    van: Herkomst
    werk: Annotated[str, KENMERK]
    tijd: datetime
    stukken: Annotated[tuple[Stuk, ...], Hoogstens(MEESTE_STUKKEN)] = ()

    def __post_init__(self) -> None:
        if self.tijd.tzinfo is None:
            raise ValueError("de tijd van meegeven heeft een tijdzone nodig")

    @property
    def plek(self) -> tuple[str, str]:
        """Bij welk werk van welk hulpmiddel dit hoort."""
        return self.van.hulpmiddel, self.werk


@dataclass(frozen=True)
class Dossier:
    """Alle pakketten, per stuk werk hoogstens één.

    Raises
    ------
    ValueError
        Als een stuk werk er twee keer in staat.
    """

    pakketten: Annotated[tuple[Pakket, ...], Hoogstens(MEESTE_PAKKETTEN)] = ()

    def __post_init__(self) -> None:
        if len({pakket.plek for pakket in self.pakketten}) < len(self.pakketten):
            raise ValueError("hetzelfde werk staat er twee keer in")

    @property
    def klaar(self) -> tuple[Pakket, ...]:
        """Wat er klaarligt, het laatst meegegevene eerst."""
        vol = [pakket for pakket in self.pakketten if pakket.stukken]
        return tuple(sorted(vol, key=lambda pakket: (pakket.tijd, pakket.plek), reverse=True))

    def give(self, van: Herkomst, werk: str, stukken: Sequence[Stuk]) -> Dossier:
        """Leg klaar wat uit een stuk werk komt, in plaats van wat daar eerder uit kwam.

        Raises
        ------
        VormError
            Als het dossier vol is, of als er iets in staat wat niet terug te lezen is.
        """
        uniek = tuple(dict.fromkeys(shorten(stuk) for stuk in stukken))[:MEESTE_STUKKEN]
        nieuw = Pakket(shorten_origin(van), werk, now().astimezone(UTC), uniek)
        # Wat niet terug te lezen is, zou het dossier voor elk hulpmiddel dichthouden.
        return self._put(codec.read(Pakket, codec.write(nieuw)))

    def remove(self, pakket: Pakket) -> Dossier:
        """Haal weg wat uit een stuk werk kwam; ook de titel van dat werk blijft niet staan."""
        return self._put(
            Pakket(Herkomst(pakket.van.hulpmiddel), pakket.werk, now().astimezone(UTC))
        )

    def put_back(self, pakket: Pakket) -> Dossier:
        """Leg een weggehaald pakket weer klaar."""
        return self._put(replace(pakket, tijd=now().astimezone(UTC)))

    def empty(self) -> Dossier:
        """Haal alles weg."""
        leeg = self
        for pakket in self.klaar:
            leeg = leeg.remove(pakket)
        return leeg

    def merge(self, ander: Dossier) -> Dossier:
        """Voeg een ander dossier toe; per stuk werk geldt wat het laatst is gedaan.

        Raises
        ------
        VormError
            Als er te veel stukken werk samenkomen.
        """
        samen: dict[tuple[str, str], Pakket] = {}
        for pakket in (*self.pakketten, *ander.pakketten):
            eerder = samen.get(pakket.plek)
            if eerder is None or _rank(pakket) > _rank(eerder):
                samen[pakket.plek] = pakket
        if len(samen) > MEESTE_PAKKETTEN:
            raise VormError(
                f"er passen hoogstens {MEESTE_PAKKETTEN} stukken werk in een dossier; "
                "haal eerst weg wat u niet meer nodig hebt"
            )
        return Dossier(tuple(samen[plek] for plek in sorted(samen)))

    def _put(self, nieuw: Pakket) -> Dossier:
        eerder = next((p for p in self.pakketten if p.plek == nieuw.plek), None)
        # De klok van een apparaat kan teruggaan; wat later gebeurt, blijft later.
        if eerder is not None and nieuw.tijd <= eerder.tijd:
            nieuw = replace(nieuw, tijd=eerder.tijd + timedelta(seconds=1))
        return self.merge(Dossier((nieuw,)))


def to_text(dossier: Dossier, naam: str = NAAM) -> str:
    """Schrijf het dossier zoals het bewaard wordt."""
    return to_json(Bewaard(INSTRUMENT, VERSIE, clean_name(naam), now(), codec.write(dossier)))


def from_text(inhoud: bytes | str, bestand: str = NAAM) -> Dossier | Leesfout:
    """Lees een dossier; niets is een leeg dossier."""
    if not inhoud:
        return Dossier()
    gelezen = from_json(inhoud, INSTRUMENT, VERSIE, bestand=bestand, omzettingen=OMZETTINGEN)
    return gelezen if isinstance(gelezen, Leesfout) else from_saved(gelezen, bestand)


def name_in(inhoud: bytes | str) -> str:
    """Geef hoe een dossier in een bestand heet; leeg als dat er niet in te lezen is."""
    gelezen = from_json(inhoud, INSTRUMENT, VERSIE, omzettingen=OMZETTINGEN)
    return "" if isinstance(gelezen, Leesfout) else gelezen.naam


def from_saved(bewaard: Bewaard, bestand: str = NAAM) -> Dossier | Leesfout:
    """Lees een dossier uit een bewaarde stand."""
    try:
        return codec.read(Dossier, dict(bewaard.staat))
    except VormError as fout:
        uitweg = "Kies een dossier dat u zelf hebt opgeslagen"
        return Leesfout(bestand, f"de inhoud is niet te lezen: {fout}", uitweg)


def _rank(pakket: Pakket) -> tuple[datetime, str]:
    """Wat het laatst is gedaan, gaat voor; tegelijk is er een vaste volgorde."""
    return pakket.tijd, json.dumps(codec.write(pakket), sort_keys=True)
