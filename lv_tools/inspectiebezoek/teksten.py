"""De teksten van het inspectiebezoek, getypt gelezen.

De vragenbank staat bij de gespreksprompter; hier wordt zij gelezen en niet overgeschreven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.vorm.grenzen import Hoogstens
from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content
from lv_tools.inspectiebezoek.model.bezoek import Bezoek, Fase, Rol, Soort, Stap

BESTAND = "instrumenten/inspectiebezoek.toml"
BANK = "instrumenten/gespreksprompter-vragen.toml"
Keuzes = Annotated[Mapping[str, Zin], Hoogstens(30)]


@dataclass(frozen=True)
class Bezoeksoort:
    """Een soort bezoek: hoe het heet, en wat daar anders aan is."""

    naam: Zin
    uitleg: Alinea


@dataclass(frozen=True)
class Voorstel:
    """Een taak die wij voorstellen.

    Parameters
    ----------
    dagen
        Zoveel dagen voor het bezoek, of erna; de afstand is van ons.
    soorten
        Bij welke soorten bezoek zij hoort; leeg is bij elk.
    eerst
        Doe dit ook als er weinig tijd is.
    team
        Het team merkt er iets van: dit komt op zijn blad en in het bericht.
    """

    code: Zin
    stap: Stap
    fase: Fase
    rol: Rol
    wat: Zin
    hoe: Zin = ""
    dagen: int = 0
    soorten: tuple[Soort, ...] = ()
    eerst: bool = False
    team: bool = False


@dataclass(frozen=True)
class Vraag:
    """Een oefenvraag van ons, voor een rol en zo nodig voor een soort bezoek."""

    code: Zin
    tekst: Zin
    rol: Rol
    soorten: tuple[Soort, ...] = ()


@dataclass(frozen=True)
class Regels:
    """Grenzen van ons: ze wijzen iets aan en houden niets tegen.

    ``dicht`` noemt dagen waarop veel scholen dicht zijn, van en tot, als maand en dag.
    """

    vers: int
    oud: int
    boodschappen: int
    drukte: int
    dicht: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Bezoekinhoud(Inhoud):
    """De inhoud van het inspectiebezoek."""

    regels: Regels
    soort: Mapping[str, Bezoeksoort]
    rol: Keuzes
    rol_doet: Mapping[str, Alinea]
    stapnaam: Keuzes
    fase: Keuzes
    kant: Keuzes
    actueel: Keuzes
    klopt: Keuzes
    advies: Mapping[str, Alinea]
    voorstel: Annotated[tuple[Voorstel, ...], Hoogstens(80)]
    vraag: tuple[Vraag, ...]
    uit_bank: Mapping[str, tuple[Zin, ...]]
    stukken: tuple[Zin, ...]
    indruk: tuple[Zin, ...]
    voorbeeld: Bezoek

    def proposal(self, code: str) -> Voorstel | None:
        """Geef het voorstel met deze code."""
        return next((v for v in self.voorstel if v.code == code), None)

    def advise(self, code: str, **waarden: object) -> str:
        """Geef de zin van een opmerking."""
        return self.advies[code].format(**waarden)

    def practice(self, rol: str, soort: str) -> tuple[tuple[str, str, str], ...]:
        """Geef de oefenvragen bij een rol: code, tekst en waar zij vandaan komen."""
        eigen = [
            (v.code, v.tekst, self.zeg("vraag_eigen"))
            for v in self.vraag
            if v.rol == rol and (not v.soorten or soort in v.soorten)
        ]
        bank = _bank()
        uit = [(id_, bank[id_], self.zeg("vraag_bank")) for id_ in self.uit_bank.get(rol, ())]
        return (*eigen, *uit)


@cache
def content() -> Bezoekinhoud:
    """Lees de teksten."""
    inhoud: Bezoekinhoud = read_content(BESTAND, Bezoekinhoud)
    return inhoud


@cache
def _bank() -> Mapping[str, str]:
    return {rij["id"]: rij["tekst"] for rij in lees_toml(BANK)["vraag"]}
