"""Wat een gelezen bestand aan tabellen bevat, nog voordat iemand weet welke de antwoorden heeft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import overload

#: Hoeveel rijen een tabel hoogstens mag hebben.
MAX_RIJEN = 20_000
#: Hoeveel kolommen een tabel hoogstens mag hebben.
MAX_KOLOMMEN = 500
#: In hoeveel gevulde rijen de kop gezocht wordt.
KOPZOEK = 10

#: Een gevulde rij: haar nummer zoals de lezer het ziet, en haar cellen.
Rij = tuple[int, list[object]]


class BestandError(ValueError):
    """Het bestand is niet te lezen; de tekst zegt waarom en wat te doen."""


class TabelError(BestandError):
    """De tabel als geheel is niet te lezen; de tekst zegt waarom en wat te doen."""


@dataclass(frozen=True)
class Blad:
    """Eén tabel: een werkblad, of een CSV-bestand met een bepaald scheidingsteken.

    Parameters
    ----------
    lees
        Geeft de gevulde rijen, telkens van voren af aan; lege rijen slaat het over.
    naam
        Naam van het werkblad; leeg bij een CSV-bestand.
    verborgen
        Of de maker het blad verborgen heeft.
    raster
        Of elke cel een vaste plek heeft. In een CSV-bestand kan een los scheidingsteken alles
        wat erna komt laten opschuiven.
    meldingen
        Zinnen over het lezen zelf.
    """

    lees: Callable[[], Iterator[Rij]]
    naam: str = ""
    verborgen: bool = False
    raster: bool = False
    meldingen: tuple[str, ...] = ()

    @cached_property
    def begin(self) -> list[Rij]:
        """De eerste gevulde rijen, om de kop in te zoeken; een fout daarna meldt :meth:`rows`."""
        rijen = []
        try:
            for rij in islice(self.lees(), KOPZOEK):
                rijen.append(rij)
        except BestandError:
            pass
        return rijen

    def rows(self, naam: str) -> list[Rij]:
        """Geef alle gevulde rijen.

        Raises
        ------
        BestandError
            Als het er meer dan :data:`MAX_RIJEN` zijn.
        """
        rijen = list(islice(self.lees(), MAX_RIJEN + KOPZOEK + 1))
        if len(rijen) > MAX_RIJEN + KOPZOEK:
            raise too_many(naam)
        return rijen


@dataclass(frozen=True)
class Tabel(Sequence[list[object]]):
    """De tabellen van een bestand; als reeks zijn het de rijen van de meest waarschijnlijke."""

    bladen: tuple[Blad, ...]
    naam: str = ""
    _rijen: list[list[object]] = field(default_factory=list, repr=False, compare=False)

    def _lijst(self) -> list[list[object]]:
        if not self._rijen:
            for nummer, cellen in self.bladen[0].rows(self.naam):
                self._rijen.extend([] for _ in range(nummer - 1 - len(self._rijen)))
                self._rijen.append(cellen)
        return self._rijen

    @overload
    def __getitem__(self, plek: int) -> list[object]: ...
    @overload
    def __getitem__(self, plek: slice) -> Sequence[list[object]]: ...
    def __getitem__(self, plek: int | slice) -> list[object] | Sequence[list[object]]:
        """Geef een rij, of een deel van de rijen."""
        return self._lijst()[plek]

    def __len__(self) -> int:
        """Tel de rijen, lege rijen ertussen meegerekend."""
        return len(self._lijst())


def too_many(naam: str) -> TabelError:
    """De fout bij een tabel met te veel rijen."""
    return TabelError(
        f"‘{naam}’ heeft meer dan {MAX_RIJEN} rijen. Splits het bestand, of haal weg wat onder de "
        "antwoorden staat."
    )


def too_wide(naam: str) -> BestandError:
    """De fout bij een tabel met te veel kolommen."""
    return BestandError(
        f"‘{naam}’ heeft meer dan {MAX_KOLOMMEN} kolommen. Haal overbodige kolommen weg."
    )
