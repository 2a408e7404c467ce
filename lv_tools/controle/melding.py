"""Wat een controle vindt: een melding die zegt waar, wat en waarom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Ernst = Literal["kan niet", "let op", "klopt"]

#: Alle oordelen, het zwaarste eerst.
ERNSTEN: tuple[Ernst, ...] = ("kan niet", "let op", "klopt")


class Plaats(NamedTuple):
    """Een cel, rij, kolom of hele tabel: hoe meer in de sleutel staat, hoe preciezer."""

    resource: str
    sleutel: Mapping[str, str]

    def raakt(self, resource: str, sleutel: Mapping[str, str]) -> bool:
        """Zeg of deze plaats over (een deel van) de gevraagde plaats gaat.

        Parameters
        ----------
        resource : str
            Naam van de tabel.
        sleutel : Mapping
            Kolomnaam -> waarde. Wat in maar één van beide sleutels staat, telt niet mee: een
            melding over een hele kolom raakt elke cel daarin, en andersom.
        """
        gedeeld = self.sleutel.keys() & sleutel.keys()
        return self.resource == resource and all(self.sleutel[k] == sleutel[k] for k in gedeeld)


@dataclass(frozen=True, slots=True)
class Melding:
    """De uitkomst van één controle op één plaats.

    Attributes
    ----------
    controle : str
        Soort controle, bijvoorbeeld ``"GRIM"``.
    ernst : {"kan niet", "let op", "klopt"}
        ``"kan niet"``: zoals het gedrukt is, kan het niet allemaal tegelijk waar zijn.
        ``"let op"``: het kan waar zijn, maar wie het cijfer gebruikt moet dit weten.
        ``"klopt"``: de controle vond niets.
    resource : str
        Tabel waarbij de melding hoort.
    sleutel : Mapping
        Welke cellen: kolomnaam -> waarde; leeg voor de hele tabel.
    gevonden, verwacht : str
        Wat er staat, en wat erbij zou passen.
    uitleg : str
        Eén zin voor de lezer.
    ook : tuple of Plaats
        Andere plaatsen waar dezelfde melding bij hoort.
    """

    controle: str
    ernst: Ernst
    resource: str
    sleutel: Mapping[str, str]
    gevonden: str
    verwacht: str
    uitleg: str
    ook: tuple[Plaats, ...] = ()

    def raakt(self, resource: str, sleutel: Mapping[str, str]) -> bool:
        """Zeg of de melding over (een deel van) de gevraagde plaats gaat; zie `Plaats.raakt`."""
        plaatsen = (Plaats(self.resource, self.sleutel), *self.ook)
        return any(plaats.raakt(resource, sleutel) for plaats in plaatsen)
