"""De inhoud van een hulpmiddel: vragen en teksten uit TOML, gelezen als getypte waarden.

Het type zegt wat er in het bestand moet staan; wat ontbreekt, te lang is of niet bestaat, geeft bij
het laden een fout met de plek. Teksten die in een scherm staan, horen onder ``[tekst]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Literal, TypeVar

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Tekst

C = TypeVar("C")

#: Een regel, en een tekst van hoogstens een halve bladzijde.
Zin = Annotated[str, Tekst(300)]
Alinea = Annotated[str, Tekst(3_000, regels=True)]


@dataclass(frozen=True)
class Algemeen:
    """Wat van elk hulpmiddel bekend is.

    Parameters
    ----------
    titel, kort
        Naam, en in één zin wat het doet.
    waarom, waarom_bron
        Waarom het er is, met de bron; met ``waarom_onder`` staat dat bij de herkomst.
    eigen, origineel, aanspreken
        Waar het vandaan komt, het adres daarvan, en wie het aanspreekt.
    privacy
        Wat er onder het hulpmiddel staat over wat iemand intypt.
    kop, stappen
        De kop boven het hulpmiddel, en hoe de rij stappen heet voor een schermlezer.
    lijst
        Nummer van de vragenlijst; verandert als een vraag iets anders gaat betekenen.
    kop, bewaren
        Wat er boven het scherm en boven het bewaren staat; zonder ``kop`` begint het zonder kop.
    """

    titel: Zin
    kort: Alinea
    eigen: Alinea
    waarom: Alinea = ""
    waarom_bron: Zin = ""
    origineel: Zin = ""
    lijst: int = 1
    waarom_onder: bool = False
    aanspreken: Alinea = ""
    privacy: Alinea = ""
    kop: Zin = "Aan de slag"
    stappen: Zin = "Stappen"
    bewaren: Zin = "Uw gegevens"


@dataclass(frozen=True)
class Heen:
    """Waar een lezer met een uitkomst heen kan; ``adres`` is dat van een bladzijde in het boek."""

    tekst: Zin
    adres: Zin


@dataclass(frozen=True)
class Staptekst:
    """Wat er boven en onder een stap staat.

    Zonder ``nummer`` is het geen stap maar een blad ernaast. ``verder`` is hoe de knop naar de
    volgende stap eruitziet. Onder een stap met een uitkomst staat bij ``heen`` wat daarna komt,
    buiten dit hulpmiddel.
    """

    code: Zin
    titel: Zin
    uitleg: Alinea = ""
    nummer: bool = True
    verder: Literal["hoofd", "gewoon", "geen"] = "hoofd"
    heen: tuple[Heen, ...] = ()


@dataclass(frozen=True)
class Verband:
    """Wat volgens het onderzoek samengaat: wie ``als`` noemde, had ook met ``dan`` te doen."""

    als: tuple[Zin, ...]
    dan: tuple[Zin, ...]
    tekst: Alinea
    bron: Zin


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """De inhoud die elk hulpmiddel heeft; een hulpmiddel breidt deze klasse uit."""

    algemeen: Algemeen
    stap: tuple[Staptekst, ...] = ()
    tekst: Mapping[str, Alinea] = field(default_factory=dict)

    @property
    def lijst(self) -> int:
        """Nummer van de vragenlijst; een bestand met een hoger nummer kent deze pagina niet."""
        return self.algemeen.lijst

    def zeg(self, sleutel: str, **waarden: object) -> str:
        """Geef een tekst, met waarden op de plaats van ``{namen}``.

        Zonder waarden blijven de ``{namen}`` staan: zo geeft u een tekst door aan wie haar invult.

        Raises
        ------
        LookupError
            Als de tekst niet bestaat, of om een waarde vraagt die er niet is.
        """
        if sleutel not in self.tekst:
            raise LookupError(
                f"{self.algemeen.titel}: de tekst ‘{sleutel}’ bestaat niet; zet haar in de TOML "
                "onder [tekst]"
            )
        tekst = self.tekst[sleutel]
        try:
            return tekst.format(**waarden) if waarden else tekst
        except KeyError as fout:
            raise LookupError(
                f"{self.algemeen.titel}: de tekst ‘{sleutel}’ vraagt om ‘{fout.args[0]}’, en "
                f"krijgt alleen {', '.join(waarden)}; geef die waarde mee of wijzig de tekst"
            ) from None


@cache
def read_content(pad: str, soort: type[C]) -> C:
    """Lees een TOML-bestand uit ``data/`` als waarde van een type (eenmaal).

    Raises
    ------
    VormError
        Als het bestand niet is wat het type zegt; de tekst noemt de plek.
    """
    return codec.read(soort, lees_toml(pad))
