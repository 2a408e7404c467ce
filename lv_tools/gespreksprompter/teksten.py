"""De inhoud van de gespreksprompter: tafels, fasen, doelen en teksten uit de gegevensbestanden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from lv_tools.basis.gegevens.datapakket import Standaard, lees_toml, standaarden
from lv_tools.gespreksprompter.model.vragen import Vraag, as_tuples, read_questions


@dataclass(frozen=True)
class Begrip:
    """Een fase, doel, kenmerk of niveau: code, naam en uitleg.

    ``fase`` is bij een doel de fase waaronder het op het blad met hulpvragen staat.
    """

    code: str
    naam: str
    uitleg: str = ""
    fase: str = ""
    bron: str = ""


@dataclass(frozen=True)
class Tafel:
    """Een tafel: wie er zitten, waarover het gaat en hoe vaak zij samenkomen.

    Parameters
    ----------
    soort
        ``"weken"`` (elke ``weken`` weken, gewoonlijk tussen ``weken_van`` en ``weken_tot``) of
        ``"jaar"`` (een keer in elk van de ``maanden``, 1 tot en met 12).
    minuten
        Voorstel voor de lengte van een gesprek.
    eigen
        Waar als de gebruiker de tafel zelf heeft gemaakt; dan kiest het niveau de vragen.
    deelnemers
        Wie er in elk geval zitten, om te zien welke tafels niet tegelijk kunnen. Leeg bij een
        eigen tafel: dan is dat niet bekend.
    weekdag, tijd
        Voorstel voor de dag (0 is maandag) en de begintijd (``uu:mm``).
    """

    code: str
    naam: str
    wie: str = ""
    niveaus: tuple[str, ...] = ()
    onderwerpen: tuple[str, ...] = ()
    bron: str = "eigen"
    frequentie: str = ""
    soort: str = "jaar"
    weken: int = 5
    weken_van: int = 1
    weken_tot: int = 26
    maanden: tuple[int, ...] = ()
    minuten: int = 60
    eigen: bool = False
    deelnemers: tuple[str, ...] = ()
    weekdag: int | None = None
    tijd: str = ""

    def suits(self, vraag: Vraag) -> bool:
        """Past deze vraag aan deze tafel?"""
        if self.eigen:
            return bool(set(self.niveaus) & set(vraag.niveaus)) or not vraag.niveaus
        return self.code in vraag.tafels


class Inhoud:
    """Alle inhoud van de gespreksprompter. Haal haar op met :func:`inhoud`."""

    def __init__(self, gegevens: Mapping[str, Any], vragen: Mapping[str, Any]) -> None:
        self.gegevens = gegevens
        self._vragen = vragen

    def text(self, deel: str, naam: str, /, **waarden: object) -> str:
        """Geef een zin uit een deel van het bestand, met de waarden ingevuld."""
        return str(self.gegevens[deel][naam]).format(**waarden)

    def number(self, naam: str) -> int:
        """Geef een getal uit de regels van de gids."""
        return int(self.gegevens["regels"][naam])

    @cached_property
    def lijst(self) -> int:
        """Nummer van de lijsten; een bestand met een hoger nummer kent deze pagina nog niet."""
        return int(self.gegevens["algemeen"].get("lijst", 1))

    @cached_property
    def fasen(self) -> dict[str, Begrip]:
        """De vijf fasen bij hun code, in de volgorde van de cyclus."""
        return self._concepts("fase")

    @cached_property
    def doelen(self) -> dict[str, Begrip]:
        """De vijf doelen bij hun code."""
        return self._concepts("doel")

    @cached_property
    def kenmerken(self) -> dict[str, Begrip]:
        """De vier kenmerken van sterke kwaliteitszorg bij hun code."""
        return self._concepts("kenmerk")

    @cached_property
    def niveaus(self) -> dict[str, Begrip]:
        """De niveaus waarover een vraag kan gaan, bij hun code."""
        return self._concepts("niveau")

    @cached_property
    def tafels(self) -> dict[str, Tafel]:
        """De tafels bij hun code: eerst de zes uit de presentatie."""
        return {rij["code"]: Tafel(**as_tuples(rij)) for rij in self.gegevens["tafel"]}

    @cached_property
    def standaarden(self) -> dict[str, Standaard]:
        """De standaarden van het onderzoekskader bij hun code."""
        return {s.code: s for s in standaarden()}

    @cached_property
    def vragen(self) -> dict[str, Vraag]:
        """De vragen van de vijf fasen bij hun id."""
        return read_questions(self._vragen, "vraag")

    @cached_property
    def openingen(self) -> dict[str, Vraag]:
        """Vragen om een gesprek mee te beginnen, bij hun id."""
        return read_questions(self._vragen, "start")

    @cached_property
    def sluitingen(self) -> dict[str, Vraag]:
        """Vragen om een gesprek mee af te sluiten, bij hun id."""
        return read_questions(self._vragen, "slot")

    @cached_property
    def alle(self) -> dict[str, Vraag]:
        """Alle vragen, met openingen en sluitingen erbij."""
        return self.openingen | self.vragen | self.sluitingen

    def in_order(self, fasen: object) -> tuple[str, ...]:
        """Geef de bekende fasen uit een reeks, elk een keer en in de volgorde van de cyclus."""
        gekozen = set(fasen) if isinstance(fasen, list | tuple | set | frozenset) else set()
        return tuple(code for code in self.fasen if code in gekozen)

    def _concepts(self, deel: str) -> dict[str, Begrip]:
        return {rij["code"]: Begrip(**rij) for rij in self.gegevens[deel]}


@lru_cache(maxsize=1)
def inhoud() -> Inhoud:
    """Lees de inhoud van de gespreksprompter (eenmaal)."""
    return Inhoud(
        lees_toml("instrumenten/gespreksprompter.toml"),
        lees_toml("instrumenten/gespreksprompter-vragen.toml"),
    )
