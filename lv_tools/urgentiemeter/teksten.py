"""De teksten, vragen en regels van de urgentiemeter, getypt gelezen uit het gegevensbestand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from lv_tools.basis.gegevens.datapakket import Standaard, lees_toml, standaarden
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.bouwdoos.groep.inhoud import Groepsinhoud, Rol
from lv_tools.bouwdoos.inhoud import Alinea, Verband, Zin, read_content
from lv_tools.urgentiemeter.model.feiten import Indicator
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.stellingen import Stelling

#: Code van de vraag naar standaarden.
STANDAARDEN = "standaarden"


#: De stellingen die naast elkaar gelegd worden: of iemand het zelf voelt, en of anderen het zeggen.
ZELF, ANDEREN = "u5", "u7"


@dataclass(frozen=True)
class Schaal:
    """De antwoorden, van laag naar hoog; vanaf ``eens_vanaf`` telt er een als "eens"."""

    opties: tuple[Zin, ...]
    weet_niet: Zin
    eens_vanaf: int
    eerder: tuple[tuple[Zin, ...], ...] = ()


@dataclass(frozen=True)
class Thema:
    """Waar stellingen samen over gaan."""

    code: Zin
    titel: Zin
    kort: Zin


@dataclass(frozen=True)
class Standaardvraag:
    """De vraag naar onderwerpen."""

    code: Zin
    tekst: Zin
    hulp: Alinea
    geen: Zin
    weet_niet: Zin


@dataclass(frozen=True)
class Advies:
    """Wat een vorm van urgentie of een vak van feiten naast gevoel betekent, en wat te doen."""

    code: Zin
    titel: Zin
    betekenis: Alinea
    doen: tuple[Alinea, ...]
    vragen: tuple[Alinea, ...]
    bron: Zin
    vervolg: Alinea = ""
    vervolg_stap: Zin = ""


@dataclass(frozen=True)
class Draagwijdte:
    """Wat een groep tot en met dit aantal mensen kan zeggen; ``tot`` is 0 voor elke grotere."""

    tot: int
    tekst: Alinea


@dataclass(frozen=True)
class Wijzertekst:
    """Wat er bij een wijzer staat, met de plekken voor getallen."""

    titel: Zin
    tekst: Alinea


@dataclass(frozen=True)
class Samenhang:
    """Alles wat het onderzoek over samenhang zegt."""

    uitleg: Alinea
    grenzen_uitleg: Alinea
    verband: tuple[Verband, ...]


@dataclass(frozen=True)
class Feitentekst:
    """Waar de woorden en de sommen bij de feiten vandaan komen."""

    herkomst: Alinea
    herkomst_bron: Zin
    normen: Alinea
    normen_adres: Zin
    afronding: Alinea


@dataclass(frozen=True)
class Indicatortekst:
    """Een indicator van het onderwijsresultatenmodel."""

    code: Zin
    naam: Zin
    titel: Zin
    eenheid: Zin
    laagste: Fraction
    hoogste: Fraction
    decimalen: int
    hulp: Alinea


@dataclass(frozen=True)
class Signaaltekst:
    """Hoe een signaal heet, en wanneer het er is."""

    code: Zin
    titel: Zin
    uitleg: Alinea


@dataclass(frozen=True)
class Afdelingssoort:
    """Een soort afdeling; ``tabel`` is haar naam in de tabel van het onderzoek."""

    naam: Zin
    tabel: Zin


@dataclass(frozen=True)
class Voorbeeld:
    """Wat er bij de voorbeeldschool van dit boek staat, met de som die erbij hoort."""

    titel: Zin
    uitleg: Alinea
    afdeling: Zin
    indicator: Zin
    som_gedeeld: Alinea
    som_breed: Alinea


@dataclass(frozen=True, kw_only=True)
class Instrument(Groepsinhoud):
    """Alle inhoud van de urgentiemeter. Haal haar op met :func:`instrument`."""

    rol: tuple[Rol, ...]
    schaal: Schaal
    thema: tuple[Thema, ...]
    stelling: tuple[Stelling, ...]
    standaardvraag: Standaardvraag
    standaarduitleg: Mapping[str, Zin]
    regels: Regels
    regeluitleg: Mapping[str, Alinea]
    vorm: tuple[Advies, ...]
    alleen: Advies
    draagt: tuple[Draagwijdte, ...]
    blinde_vlek: tuple[Advies, ...]
    wijzer: Mapping[str, Wijzertekst]
    samenhang: Samenhang
    feiten: Feitentekst
    indicator: tuple[Indicatortekst, ...]
    signaal: tuple[Signaaltekst, ...]
    afdelingssoort: tuple[Afdelingssoort, ...]
    voorbeeld: Voorbeeld

    @cached_property
    def stellingen(self) -> dict[str, Stelling]:
        """Stellingen bij hun code, op volgorde."""
        return {stelling.code: stelling for stelling in self.stelling}

    @cached_property
    def tellende(self) -> tuple[str, ...]:
        """Codes van de stellingen die bepalen of urgentie gedeeld is."""
        return tuple(stelling.code for stelling in self.stelling if stelling.telt)

    @cached_property
    def themas(self) -> dict[str, str]:
        """Korte namen van de thema's bij hun code."""
        return {thema.code: thema.kort for thema in self.thema}

    def in_theme(self, thema: str) -> tuple[str, ...]:
        """Codes van de stellingen van een thema."""
        return tuple(stelling.code for stelling in self.stelling if stelling.thema == thema)

    @property
    def eens_vanaf(self) -> int:
        """Laagste antwoord dat als "eens" telt."""
        return self.schaal.eens_vanaf

    @cached_property
    def standaarden(self) -> dict[str, Standaard]:
        """De standaarden voor de school bij hun code."""
        return {s.code: s for s in standaarden() if s.niveau == "school"}

    def standaard_uitleg(self, code: str) -> str:
        """Een standaard in gewone woorden."""
        return self.standaarduitleg.get(code, "")

    @cached_property
    def vragen(self) -> Vragenset:
        """Alles wat een respondent kan invullen."""
        opties = tuple(Optie(code, s.naam) for code, s in self.standaarden.items())
        return Vragenset(
            schaal=self.schaal.opties,
            stellingen=tuple(Optie(s.code, s.tekst, s.eerder, s.anders) for s in self.stelling),
            keuzevragen=(Keuzevraag(STANDAARDEN, self.standaardvraag.tekst, opties),),
            rollen=tuple(Optie(rol.code, rol.naam) for rol in self.rol),
            weet_niet=self.schaal.weet_niet,
            schaal_eerder=self.schaal.eerder,
        )

    @cached_property
    def indicatoren(self) -> dict[str, Indicator]:
        """De vier indicatoren van het onderwijsresultatenmodel bij hun code."""
        return {
            i.code: Indicator(i.code, i.titel, i.eenheid, i.laagste, i.hoogste, i.decimalen)
            for i in self.indicator
        }

    @cached_property
    def indicatorhulp(self) -> dict[str, str]:
        """Uitleg bij een indicator, bij haar code."""
        return {i.code: i.hulp for i in self.indicator}

    @cached_property
    def signalen(self) -> dict[str, Signaaltekst]:
        """Titel en uitleg van elk signaal bij zijn code."""
        return {signaal.code: signaal for signaal in self.signaal}

    @cached_property
    def vormen(self) -> dict[str, Advies]:
        """De vier vormen van urgentie bij hun code."""
        return {vorm.code: vorm for vorm in self.vorm}

    def carries(self, personen: int) -> str:
        """Wat een uitslag van zoveel mensen kan zeggen."""
        return next(d.tekst for d in self.draagt if not d.tot or personen <= d.tot)

    @cached_property
    def blinde_vlekken(self) -> dict[str, Advies]:
        """De vier vakken van feiten naast gevoel bij hun code."""
        return {vlek.code: vlek for vlek in self.blinde_vlek}

    @cached_property
    def tabelnamen(self) -> dict[str, str]:
        """Hoe de tabel van het onderzoek een soort afdeling noemt."""
        return {soort.naam: soort.tabel for soort in self.afdelingssoort}

    @cached_property
    def voorbeeldmensen(self) -> tuple[Respondent, ...]:
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


def instrument() -> Instrument:
    """Lees de inhoud van de urgentiemeter (eenmaal)."""
    inhoud: Instrument = read_content("instrumenten/urgentiemeter.toml", Instrument)
    return inhoud
