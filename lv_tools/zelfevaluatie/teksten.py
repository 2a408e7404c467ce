"""De teksten van de zelfevaluatie, gelezen uit het gegevensbestand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.onderzoek.bewoording import Bewoording, read_wordings, wording_for
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import NVT, Antwoord
from lv_tools.basis.onderzoek.vragenset import Optie


@dataclass(frozen=True)
class Thema:
    """Een van de acht thema's; ``kort`` past in een figuur, ``pagina`` is een bladzijde."""

    code: str
    titel: str
    kort: str
    uitleg: str
    bron: str
    pagina: str
    bewijs_vraag: str
    opmerking_vraag: str


@dataclass(frozen=True)
class Stelling:
    """Een stelling; ``hoog`` zegt hoe een hoog antwoord er in de praktijk uitziet.

    ``kern`` staat bij de ene stelling per thema die ook in de korte lijst zit. ``eerder`` zijn
    vroegere teksten die hetzelfde betekenen. ``anders`` is hoe zij voor sommige groepen luidt
    (``hulp`` is daar wat een hoog antwoord is), en ``niet_voor`` wie haar niet krijgt.
    """

    code: str
    thema: str
    tekst: str
    kort: str
    hoog: str = ""
    bron: str = ""
    kern: bool = False
    eerder: tuple[str, ...] = ()
    anders: tuple[Bewoording, ...] = ()
    niet_voor: tuple[str, ...] = ()

    def for_role(self, rol: str) -> Stelling:
        """Geef de stelling in de woorden van een groep."""
        eigen = wording_for(self.anders, rol)
        if eigen is None:
            return self
        return replace(self, tekst=eigen.tekst, kort=eigen.kort or self.kort, hoog=eigen.hulp)


@dataclass(frozen=True)
class Startvraag:
    """Een vraag om een gesprek mee te beginnen; ``bij`` is de soort uitslag waar zij bij past."""

    code: str
    thema: str
    tekst: str
    bij: str
    fase: str = ""


@dataclass(frozen=True)
class Uitkomst:
    """Woorden bij een soort uitslag."""

    code: str
    titel: str
    uitleg: str
    vraag: str


@dataclass(frozen=True)
class Stap:
    """Woorden bij een tabblad."""

    code: str
    titel: str
    kort: str
    uitleg: str


class Instrument:
    """Alle inhoud van de zelfevaluatie. Haal haar op met :func:`instrument`."""

    def __init__(self, inhoud: Mapping[str, Any]) -> None:
        self.inhoud = inhoud

    @cached_property
    def lijst(self) -> int:
        """Nummer van de vragenlijst; verandert als een stelling iets anders gaat betekenen."""
        return int(self.inhoud["algemeen"]["lijst"])

    @cached_property
    def schaal(self) -> tuple[str, ...]:
        """Opschriften van de antwoorden, van laag naar hoog."""
        return tuple(self.inhoud["schaal"]["opties"])

    @cached_property
    def schaal_eerder(self) -> tuple[tuple[str, ...], ...]:
        """Vroegere opschriften van de schaal die hetzelfde betekenen."""
        return tuple(tuple(schaal) for schaal in self.inhoud["schaal"].get("eerder", ()))

    @property
    def weet_niet(self) -> str:
        """Opschrift van het antwoord van wie het niet weet."""
        return str(self.inhoud["schaal"]["weet_niet"])

    @property
    def nvt(self) -> str:
        """Opschrift van het antwoord als een stelling niet past."""
        return str(self.inhoud["schaal"]["nvt"])

    def antwoord(self, antwoord: Antwoord) -> str:
        """Geef het opschrift van een antwoord."""
        if antwoord is None:
            return self.weet_niet
        return self.nvt if antwoord == NVT else self.schaal[antwoord - 1]

    @cached_property
    def rollen(self) -> dict[str, Optie]:
        """De vaste rollen bij hun code."""
        return {rij["code"]: Optie(rij["code"], rij["naam"]) for rij in self.inhoud["rol"]}

    @cached_property
    def themas(self) -> dict[str, Thema]:
        """De thema's bij hun code, op volgorde."""
        velden = Thema.__dataclass_fields__
        return {
            rij["code"]: Thema(**{veld: rij[veld] for veld in velden})
            for rij in self.inhoud["thema"]
        }

    @cached_property
    def stellingen(self) -> dict[str, Stelling]:
        """Alle vaste stellingen bij hun code, per thema op volgorde."""
        return {
            rij["code"]: Stelling(
                thema=thema["code"],
                **{
                    **rij,
                    "eerder": tuple(rij.get("eerder", ())),
                    "anders": read_wordings(rij.get("anders", ())),
                    "niet_voor": tuple(rij.get("niet_voor", ())),
                },
            )
            for thema in self.inhoud["thema"]
            for rij in thema["stelling"]
        }

    @cached_property
    def startvragen(self) -> tuple[Startvraag, ...]:
        """Alle vragen om een gesprek mee te beginnen."""
        return tuple(
            Startvraag(thema=thema["code"], **rij)
            for thema in self.inhoud["thema"]
            for rij in thema["vraag"]
        )

    def vragen_bij(self, thema: str, *bij: str) -> tuple[Startvraag, ...]:
        """Geef de startvragen van een thema; met ``bij`` alleen die soorten, in die volgorde."""
        eigen = [vraag for vraag in self.startvragen if vraag.thema == thema]
        if not bij:
            return tuple(eigen)
        return tuple(vraag for soort in bij for vraag in eigen if vraag.bij == soort)

    @cached_property
    def uitkomsten(self) -> dict[str, Uitkomst]:
        """Woorden bij elke soort uitslag."""
        return {rij["code"]: Uitkomst(**rij) for rij in self.inhoud["uitkomst"]}

    @cached_property
    def stappen(self) -> dict[str, Stap]:
        """Woorden bij elk tabblad."""
        return {rij["code"]: Stap(**rij) for rij in self.inhoud["stap"]}

    @cached_property
    def wat_niet(self) -> tuple[str, ...]:
        """Zinnen over wat een verslag van dit hulpmiddel niet is."""
        return tuple(self.inhoud["algemeen"]["wat_niet"])

    @cached_property
    def voorbeeld(self) -> tuple[Respondent, ...]:
        """De verzonnen respondenten van het voorbeeld, op de stellingen van de korte lijst."""
        return tuple(
            Respondent(
                f"voorbeeld-{nummer}",
                rij["rol"],
                rij["antwoorden"] | dict.fromkeys(rij.get("weet_niet", ())),
            )
            for nummer, rij in enumerate(self.inhoud["voorbeeld"]["respondent"], start=1)
        )


@lru_cache(maxsize=1)
def instrument() -> Instrument:
    """Lees de inhoud van de zelfevaluatie (eenmaal)."""
    return Instrument(lees_toml("instrumenten/zelfevaluatie.toml"))
