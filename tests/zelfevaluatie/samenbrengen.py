"""Bestanden bij een scan voegen zonder scherm, met per bestand wat ermee gebeurde."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scans import INHOUD

from lv_tools.basis.onderzoek.samenvoegen import remove_source
from lv_tools.basis.verzamelen.toevoegen import Toevoeging
from lv_tools.zelfevaluatie.bestand import inlezen
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.staat import scan_of, state_of


@dataclass(frozen=True)
class Bestandsverslag:
    """Wat er met een bestand gebeurde; zonder toevoeging was het niet te lezen."""

    naam: str
    zinnen: tuple[str, ...]
    toevoeging: Toevoeging | None

    @property
    def gelukt(self) -> bool:
        return self.toevoeging is not None and not self.toevoeging.leeg

    @property
    def erbij(self) -> int:
        return len(self.toevoeging.nieuw) if self.toevoeging else 0

    @property
    def vernieuwd(self) -> int:
        return len(self.toevoeging.vernieuwd) if self.toevoeging else 0

    @property
    def dubbel(self) -> int:
        gedaan = self.toevoeging
        return len(gedaan.dubbel) + len(gedaan.ouder) if gedaan else 0

    @property
    def sleutel(self) -> str:
        return self.toevoeging.sleutel if self.toevoeging else ""


@dataclass(frozen=True)
class Oogst:
    """De scan met wat erbij kwam, en per bestand een verslag."""

    scan: Scan
    verslagen: tuple[Bestandsverslag, ...]


def add_file(scan: Scan, naam: str, bytes_: bytes, inhoud=INHOUD) -> tuple[Scan, Bestandsverslag]:
    """Voeg één bestand toe, langs dezelfde weg als het scherm."""
    staat, gedaan = inlezen.add_file(state_of(scan, inhoud), naam, bytes_, inhoud)
    verslag = Bestandsverslag(naam, gedaan.zinnen, gedaan.toevoeging)
    return scan_of(staat, inhoud), verslag


def collect(scan: Scan, bestanden: Sequence[tuple[str, bytes]], inhoud=INHOUD) -> Oogst:
    """Voeg bestanden toe: paren van naam en inhoud."""
    verslagen = []
    for naam, bytes_ in bestanden:
        scan, verslag = add_file(scan, naam, bytes_, inhoud)
        verslagen.append(verslag)
    return Oogst(scan, tuple(verslagen))


def remove(scan: Scan, sleutel: str) -> Scan:
    """Haal een toegevoegd bestand weer weg."""
    return replace(scan, bronnen=remove_source(scan.bronnen, sleutel))
