"""Bestanden maken voor de lezer, en bestanden van de lezer lezen; niets verlaat het apparaat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lv_tools.schermdelen.deel import Deel, Eigenschap, Invoerdeel


@dataclass(frozen=True)
class Bestand:
    """Een bestand: naam, inhoud en soort (MIME-type)."""

    naam: str
    inhoud: bytes
    type: str = "application/octet-stream"


class Download(Deel):
    """Een knop die een bestand maakt op het moment dat de lezer klikt.

    Parameters
    ----------
    tekst
        Tekst op de knop, zoals ``"Opslaan als Excel-bestand"``.
    maak
        Functie zonder argumenten die een :class:`Bestand` geeft.
    """

    soort = "download"
    tekst = Eigenschap("")
    uit = Eigenschap(False)

    def __init__(self, tekst: str, maak: Callable[[], Bestand], **rest: Any) -> None:
        self.maak = maak
        super().__init__(tekst=tekst, **rest)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Maak het bestand en bied het aan."""
        if naam != "klik":
            super().receive(naam, gegevens, bron)
            return
        bestand = self.maak()
        self.command("bied-aan", [bestand.inhoud], naam=bestand.naam, type=bestand.type)


class Upload(Invoerdeel):
    """Kies een of meer bestanden van het apparaat.

    Parameters
    ----------
    bij_bestanden
        Functie die een tuple van :class:`Bestand` krijgt.
    soorten
        Extensies die de lezer te zien krijgt, zoals ``".json,.csv"``.
    grens
        Grootste bestand in bytes; een groter bestand wordt niet gelezen, met een zin waarom.
    """

    soort = "upload"

    def __init__(
        self,
        label: str,
        bij_bestanden: Callable[[tuple[Bestand, ...]], object],
        *,
        soorten: str = "",
        meer: bool = False,
        grens: int = 5_000_000,
        **rest: Any,
    ) -> None:
        self.bij_bestanden = bij_bestanden
        self.grens = grens
        super().__init__(label, soorten=soorten, meer=meer, grens=grens, **rest)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef de gekozen bestanden door."""
        if naam != "bestanden":
            super().receive(naam, gegevens, bron)
            return
        paren = zip(gegevens["bestanden"], gegevens["buffers"], strict=True)
        bestanden = tuple(
            Bestand(str(meta["naam"]), bytes(inhoud), str(meta["type"])) for meta, inhoud in paren
        )
        self.bij_bestanden(tuple(b for b in bestanden if len(b.inhoud) <= self.grens))
