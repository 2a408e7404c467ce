"""Bewaar standen van een hulpmiddel als bestanden in een map, naast het notebook.

Elk bestand wordt in een keer vervangen: valt de stroom uit, dan staat de vorige stand er nog. Wat
intussen ergens anders is gewijzigd, wordt niet overschreven en niet verwijderd, en bij een andere
naam gaat het oude pas weg als het nieuwe is teruggelezen.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lv_tools.basis.opslag.bestandsnaam import slug
from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, Omzetting, from_json, to_json

#: Waaraan onze bestanden te herkennen zijn, ook voor wie ze buiten versiebeheer wil houden.
ACHTER = ".lv.json"
#: Een bestand dat nog geschreven wordt.
HALF = ".half.lv.json.tmp"


@dataclass(frozen=True)
class Botsing:
    """Het bestand is intussen ergens anders gewijzigd en is daarom niet overschreven."""

    naam: str


@dataclass(frozen=True)
class Opslagmap:
    """De map met bestanden van een hulpmiddel.

    Parameters
    ----------
    map
        Waar de bestanden staan; wordt gemaakt bij het eerste bewaren.
    instrument, versie
        Bij welk hulpmiddel zij horen, en de versie die het leest.
    omzettingen
        Zie :func:`lv_tools.basis.opslag.werkbestand.from_json`.
    """

    map: Path
    instrument: str
    versie: int
    omzettingen: Mapping[int, Omzetting] = field(default_factory=dict)

    def path(self, naam: str) -> Path:
        """Geef de plaats van een bestand; een naam leidt nooit buiten de map.

        Namen die in gewone letters hetzelfde zouden zijn, krijgen elk een eigen bestand.
        """
        kort = slug(naam)
        if kort != naam:
            kort += "-" + hashlib.sha256(naam.encode("utf-8", "replace")).hexdigest()[:8]
        return self.map / f"{kort}{ACHTER}"

    def names(self) -> tuple[str, ...]:
        """Geef de namen van de leesbare bestanden, het laatst bewaarde eerst."""
        gevonden = []
        for pad in self.map.glob(f"*{ACHTER}"):
            bewaard = self._read_path(pad)
            if isinstance(bewaard, Bewaard):
                gevonden.append((bewaard.tijd, bewaard.naam))
        return tuple(naam for _tijd, naam in sorted(gevonden, reverse=True))

    def stamp(self, naam: str) -> str:
        """Geef een kenmerk van de inhoud zoals hij er nu staat; leeg als er niets staat."""
        try:
            return hashlib.sha256(self.path(naam).read_bytes()).hexdigest()
        except FileNotFoundError:
            return ""

    def read(self, naam: str) -> Bewaard | Leesfout | None:
        """Lees een bestand; ``None`` als het er niet is."""
        pad = self.path(naam)
        return self._read_path(pad) if pad.exists() else None

    def write(self, bewaard: Bewaard, vorige: str) -> str | Botsing:
        """Vervang een bestand als het nog is zoals het was.

        Parameters
        ----------
        bewaard
            De nieuwe stand.
        vorige
            Kenmerk van de stand waarop deze verder gaat (:meth:`stamp`); leeg is een nieuw bestand.

        Returns
        -------
        str or Botsing
            Het kenmerk van de nieuwe stand.

        Raises
        ------
        OSError
            Als de schijf vol is of de map niet te beschrijven.
        """
        if self.stamp(bewaard.naam) != vorige:
            return Botsing(bewaard.naam)
        self.map.mkdir(parents=True, exist_ok=True)
        inhoud = to_json(bewaard).encode()
        greep, tijdelijk = tempfile.mkstemp(dir=self.map, suffix=HALF)
        try:
            with os.fdopen(greep, "wb") as bestand:
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())
            Path(tijdelijk).replace(self.path(bewaard.naam))
        except BaseException:
            with contextlib.suppress(OSError):
                Path(tijdelijk).unlink()
            raise
        return hashlib.sha256(inhoud).hexdigest()

    def remove(self, naam: str, vorige: str) -> Botsing | None:
        """Verwijder een bestand als het nog is zoals het was.

        Parameters
        ----------
        vorige
            Kenmerk van de stand die de gebruiker ziet (:meth:`stamp`).
        """
        if self.stamp(naam) != vorige:
            return Botsing(naam)
        self.path(naam).unlink(missing_ok=True)
        return None

    def rename(self, bewaard: Bewaard, oud: str, vorige: str) -> str | Botsing:
        """Bewaar onder een nieuwe naam, en haal de oude pas weg als de nieuwe er echt staat.

        Parameters
        ----------
        bewaard
            De stand met haar nieuwe naam.
        oud, vorige
            De naam van tot nu toe, en het kenmerk van de stand die daar staat.

        Returns
        -------
        str or Botsing
            Het kenmerk van het nieuwe bestand. Bij een botsing is er niets veranderd.

        Raises
        ------
        OSError
            Als de schijf vol is of het nieuwe bestand anders terugkomt dan het geschreven is.
        """
        if self.stamp(oud) != vorige:
            return Botsing(oud)
        kenmerk = self.write(bewaard, "")
        if isinstance(kenmerk, Botsing):
            return kenmerk
        if self.stamp(bewaard.naam) != kenmerk:
            raise OSError("het nieuwe bestand kwam anders terug dan het geschreven is")
        self.remove(oud, vorige)
        return kenmerk

    def wipe(self) -> None:
        """Verwijder alles wat dit hulpmiddel in de map heeft gezet."""
        for patroon in (f"*{ACHTER}", f"*{HALF}"):
            for pad in self.map.glob(patroon):
                pad.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # er staat nog iets van een ander in
            self.map.rmdir()

    def _read_path(self, pad: Path) -> Bewaard | Leesfout:
        return from_json(
            pad.read_bytes(),
            self.instrument,
            self.versie,
            bestand=pad.name,
            omzettingen=self.omzettingen,
            grens=None,
        )
