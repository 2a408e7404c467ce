"""De teksten, vragen en regels van de urgentiemeter, gelezen uit het gegevensbestand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from lv_tools.basis.gegevens.datapakket import Standaard, lees_toml, standaarden
from lv_tools.basis.onderzoek.bewoording import Bewoording, read_wordings, wording_for
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.urgentiemeter.model.feiten import Indicator, exact
from lv_tools.urgentiemeter.model.grenzen import Regels

#: Code van de vraag naar standaarden.
STANDAARDEN = "standaarden"


@dataclass(frozen=True)
class Stelling:
    """Een stelling met wat een lezer erbij moet weten.

    ``telt`` zegt of zij meetelt voor "gedeeld"; ``kort`` past in een figuur; ``eerder`` zijn
    vroegere teksten die hetzelfde betekenen, ``anders`` hoe zij voor sommige rollen luidt.
    """

    code: str
    thema: str
    tekst: str
    kort: str
    bron: str
    hulp: str = ""
    telt: bool = False
    eerder: tuple[str, ...] = ()
    anders: tuple[Bewoording, ...] = ()

    def for_role(self, rol: str) -> Stelling:
        """Geef de stelling in de woorden van een rol."""
        eigen = wording_for(self.anders, rol)
        if eigen is None:
            return self
        kort = eigen.kort or self.kort
        return replace(self, tekst=eigen.tekst, kort=kort, hulp=eigen.hulp, eerder=eigen.eerder)


@dataclass(frozen=True)
class Advies:
    """Wat een vorm van urgentie of een vak van feiten naast gevoel betekent, en wat te doen."""

    code: str
    titel: str
    betekenis: str
    doen: tuple[str, ...]
    vragen: tuple[str, ...]
    bron: str
    vervolg: str = ""
    vervolg_stap: str = ""


@dataclass(frozen=True)
class Verband:
    """Een samenhang tussen standaarden die het onderzoek in woorden noemt."""

    als: tuple[str, ...]
    dan: tuple[str, ...]
    tekst: str
    bron: str


class Instrument:
    """Alle inhoud van de urgentiemeter. Haal haar op met :func:`instrument`."""

    def __init__(self, inhoud: Mapping[str, Any]) -> None:
        self.inhoud = inhoud

    @cached_property
    def lijst(self) -> int:
        """Nummer van de vragenlijst; verandert als een stelling iets anders gaat betekenen."""
        return int(self.inhoud["algemeen"]["lijst"])

    @cached_property
    def stellingen(self) -> dict[str, Stelling]:
        """Stellingen bij hun code, op volgorde."""
        return {
            rij["code"]: Stelling(
                **{
                    **rij,
                    "eerder": tuple(rij.get("eerder", ())),
                    "anders": read_wordings(rij.get("anders", ())),
                }
            )
            for rij in self.inhoud["stelling"]
        }

    @cached_property
    def tellende(self) -> tuple[str, ...]:
        """Codes van de stellingen die bepalen of urgentie gedeeld is."""
        return tuple(code for code, stelling in self.stellingen.items() if stelling.telt)

    @cached_property
    def themas(self) -> dict[str, str]:
        """Korte namen van de thema's bij hun code."""
        return {rij["code"]: rij["kort"] for rij in self.inhoud["thema"]}

    def in_theme(self, thema: str) -> tuple[str, ...]:
        """Codes van de stellingen van een thema."""
        return tuple(code for code, stelling in self.stellingen.items() if stelling.thema == thema)

    @cached_property
    def eens_vanaf(self) -> int:
        """Laagste antwoord dat als "eens" telt."""
        return int(self.inhoud["schaal"]["eens_vanaf"])

    @cached_property
    def standaarden(self) -> dict[str, Standaard]:
        """De standaarden voor de school bij hun code; een bewaarde lijst heeft haar eigen."""
        if eigen := self.inhoud.get("standaarden"):
            return {code: Standaard(code, naam, "", "school", "") for code, naam in eigen}
        return {s.code: s for s in standaarden() if s.niveau == "school"}

    def standaard_uitleg(self, code: str) -> str:
        """Een standaard in gewone woorden."""
        return str(self.inhoud["standaarduitleg"].get(code, ""))

    @cached_property
    def vragen(self) -> Vragenset:
        """Alles wat een respondent kan invullen."""
        opties = tuple(Optie(code, s.naam) for code, s in self.standaarden.items())
        return Vragenset(
            schaal=tuple(self.inhoud["schaal"]["opties"]),
            stellingen=tuple(
                Optie(s.code, s.tekst, s.eerder, s.anders) for s in self.stellingen.values()
            ),
            keuzevragen=(Keuzevraag(STANDAARDEN, self.inhoud["standaardvraag"]["tekst"], opties),),
            rollen=tuple(Optie(rij["code"], rij["naam"]) for rij in self.inhoud["rol"]),
            weet_niet=str(self.inhoud["schaal"]["weet_niet"]),
            schaal_eerder=tuple(tuple(s) for s in self.inhoud["schaal"].get("eerder", ())),
        )

    @cached_property
    def regels(self) -> Regels:
        """De regels waarmee iedereen begint."""
        return Regels(**self.inhoud["regels"])

    @cached_property
    def indicatoren(self) -> dict[str, Indicator]:
        """De vier indicatoren van het onderwijsresultatenmodel bij hun code."""
        return {
            rij["code"]: Indicator(
                rij["code"],
                rij["titel"],
                rij["eenheid"],
                exact(rij["laagste"]),
                exact(rij["hoogste"]),
                rij["decimalen"],
                hulp=rij["hulp"],
            )
            for rij in self.inhoud["indicator"]
        }

    @cached_property
    def signalen(self) -> dict[str, tuple[str, str]]:
        """Titel en uitleg van elk signaal bij zijn code."""
        return {rij["code"]: (rij["titel"], rij["uitleg"]) for rij in self.inhoud["signaal"]}

    @cached_property
    def vormen(self) -> dict[str, Advies]:
        """De vier vormen van urgentie bij hun code."""
        return {
            rij["code"]: Advies(
                rij["code"],
                rij["titel"],
                rij["betekenis"],
                tuple(rij["activiteiten"]),
                tuple(rij["vragen"]),
                rij["activiteiten_bron"],
                rij["vervolg"],
                rij["vervolg_stap"],
            )
            for rij in self.inhoud["vorm"]
        }

    @cached_property
    def blinde_vlekken(self) -> dict[str, Advies]:
        """De vier vakken van feiten naast gevoel bij hun code."""
        return {
            rij["code"]: Advies(
                rij["code"],
                rij["titel"],
                rij["betekenis"],
                tuple(rij["doen"]),
                tuple(rij["vragen"]),
                rij["bron"],
            )
            for rij in self.inhoud["blinde_vlek"]
        }

    @cached_property
    def verbanden(self) -> tuple[Verband, ...]:
        """Wat het onderzoek over samenhang zegt."""
        return tuple(
            Verband(tuple(rij["als"]), tuple(rij["dan"]), rij["tekst"], rij["bron"])
            for rij in self.inhoud["samenhang"]["verband"]
        )

    @cached_property
    def voorbeeld(self) -> tuple[Respondent, ...]:
        """De respondenten van de voorbeeldschool van dit boek; zij zijn verzonnen."""
        return tuple(
            Respondent(
                f"voorbeeld-{nummer}",
                rij["rol"],
                rij["antwoorden"] | dict.fromkeys(rij.get("weet_niet", ())),
                {STANDAARDEN: tuple(rij["standaarden"])},
            )
            for nummer, rij in enumerate(voorbeeldschool()["urgentie"]["respondent"], start=1)
        )


def voorbeeldschool() -> Mapping[str, Any]:
    """Lees de voorbeeldschool van dit boek; alleen nodig voor het stilstaande voorbeeld."""
    return lees_toml("voorbeeld/school.toml")


@lru_cache(maxsize=1)
def instrument() -> Instrument:
    """Lees de inhoud van de urgentiemeter (eenmaal)."""
    return Instrument(lees_toml("instrumenten/urgentiemeter.toml"))
