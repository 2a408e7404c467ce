"""De inhoud van de gespreksprompter: tafels, fasen, doelen en teksten uit de gegevensbestanden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from lv_tools.basis.gegevens.datapakket import Standaard, lees_toml, standaarden
from lv_tools.basis.vorm.grenzen import Getal
from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content
from lv_tools.gespreksprompter.model.vragen import Vraag, read_questions

Zinnen = Mapping[str, Alinea]


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
    groep
        Vraag naar welke groep het is, zoals het vak van een sectie; leeg als er maar één is.
    fasen
        Bij een tafel met een eigen vragenlijst: de fasen waar die lijst over gaat. Leeg bij een
        tafel met de hele cyclus. Een situatie of doel kiest u bij zo'n lijst niet.
    instructie
        Wat weten moet wie het gesprek leidt; leeg als er niets bijzonders is.
    """

    code: str
    naam: str
    wie: str = ""
    niveaus: tuple[str, ...] = ()
    onderwerpen: tuple[str, ...] = ()
    bron: str = "eigen"
    frequentie: str = ""
    soort: Literal["weken", "jaar"] = "jaar"
    weken: Annotated[int, Getal(1, 52)] = 5
    weken_van: Annotated[int, Getal(1, 52)] = 1
    weken_tot: Annotated[int, Getal(1, 52)] = 26
    maanden: tuple[Annotated[int, Getal(1, 12)], ...] = ()
    minuten: Annotated[int, Getal(5, 600)] = 60
    eigen: bool = False
    deelnemers: tuple[str, ...] = ()
    weekdag: Annotated[int | None, Getal(0, 4)] = None
    tijd: str = ""
    groep: str = ""
    fasen: tuple[str, ...] = ()
    instructie: tuple[Alinea, ...] = ()

    @property
    def from_talk(self) -> bool:
        """Komt deze tafel, met haar frequentie, uit de presentatie?"""
        return self.bron.startswith("presentatie")

    def suits(self, vraag: Vraag) -> bool:
        """Past deze vraag aan deze tafel?"""
        if self.eigen:
            return bool(set(self.niveaus) & set(vraag.niveaus)) or not vraag.niveaus
        return self.code in vraag.tafels


@dataclass(frozen=True)
class Beurt:
    """Waar een situatie om vraagt, en de vragen die dat doen: de eerste die past, wint."""

    naam: Zin
    vragen: tuple[str, ...]


@dataclass(frozen=True)
class Situatie:
    """Wat er aan de hand is: welke fasen en welk doel daarbij horen, en wat eerst komt.

    Bij weinig tijd vallen de laatste beurten weg.
    """

    code: str
    naam: Zin
    uitleg: Zin
    fasen: tuple[str, ...]
    doel: str
    beurt: tuple[Beurt, ...]

    def turn(self, vraag: str) -> int:
        """Geef de hoeveelste beurt een vraag is; na de laatste als zij er niet bij hoort."""
        beurten = (plek for plek, beurt in enumerate(self.beurt) if vraag in beurt.vragen)
        return next(beurten, len(self.beurt))


@dataclass(frozen=True)
class Rol:
    """Een rol in een groepje van drie."""

    naam: Zin
    opdracht: Zin
    let_op: tuple[Zin, ...]


@dataclass(frozen=True)
class Ronde:
    """Een ronde in een groepje van drie."""

    naam: Zin
    minuten: Annotated[int, Getal(1, 60)]
    tekst: Zin


@dataclass(frozen=True, kw_only=True)
class Gespreksinhoud(Inhoud):
    """Alle inhoud van de gespreksprompter. Haal haar op met :func:`inhoud`."""

    fase: tuple[Begrip, ...]
    doel: tuple[Begrip, ...]
    kenmerk: tuple[Begrip, ...]
    niveau: tuple[Begrip, ...]
    tafel: tuple[Tafel, ...]
    situatie: tuple[Situatie, ...]
    regels: Mapping[str, int]
    terugblik: Zinnen
    reden: Zinnen
    melding: Zinnen
    uitweg: Zinnen
    status: Zinnen
    verslag: Zinnen
    draad: Zinnen
    ritme: Zinnen
    overal: Zinnen
    kaarten: Zinnen
    stilbeeld: Zinnen
    kolommen: Mapping[str, tuple[Zin, ...]]
    rol: tuple[Rol, ...]
    ronde: tuple[Ronde, ...]

    def text(self, deel: str, naam: str, /, **waarden: object) -> str:
        """Geef een zin uit een deel van het bestand, met de waarden ingevuld."""
        zinnen: Zinnen = getattr(self, deel)
        return zinnen[naam].format(**waarden)

    def number(self, naam: str) -> int:
        """Geef een getal uit de regels van de gids en het ritme."""
        return self.regels[naam]

    @cached_property
    def fasen(self) -> dict[str, Begrip]:
        """De vijf fasen bij hun code, in de volgorde van de cyclus."""
        return {b.code: b for b in self.fase}

    @cached_property
    def doelen(self) -> dict[str, Begrip]:
        """De vijf doelen bij hun code."""
        return {b.code: b for b in self.doel}

    @cached_property
    def kenmerken(self) -> dict[str, Begrip]:
        """De vier kenmerken van sterke kwaliteitszorg bij hun code."""
        return {b.code: b for b in self.kenmerk}

    @cached_property
    def niveaus(self) -> dict[str, Begrip]:
        """De niveaus waarover een vraag kan gaan, bij hun code."""
        return {b.code: b for b in self.niveau}

    @cached_property
    def tafels(self) -> dict[str, Tafel]:
        """De tafels bij hun code: eerst de zes uit de presentatie."""
        return {t.code: t for t in self.tafel}

    @cached_property
    def eigen_niveaus(self) -> tuple[Begrip, ...]:
        """De niveaus voor een eigen tafel: waar vragen over de hele cyclus bij zijn."""
        heel = {niveau for tafel in self.tafel if not tafel.fasen for niveau in tafel.niveaus}
        return tuple(niveau for niveau in self.niveau if niveau.code in heel)

    @cached_property
    def situaties(self) -> dict[str, Situatie]:
        """Wat er aan de hand kan zijn, bij de code."""
        return {s.code: s for s in self.situatie}

    @cached_property
    def standaarden(self) -> dict[str, Standaard]:
        """De standaarden van het onderzoekskader bij hun code."""
        return {s.code: s for s in standaarden()}

    @cached_property
    def vragen(self) -> dict[str, Vraag]:
        """De vragen van de vijf fasen bij hun id."""
        return self._questions("vraag")

    @cached_property
    def openingen(self) -> dict[str, Vraag]:
        """Vragen om een gesprek mee te beginnen, bij hun id."""
        return self._questions("start")

    @cached_property
    def sluitingen(self) -> dict[str, Vraag]:
        """Vragen om een gesprek mee af te sluiten, bij hun id."""
        return self._questions("slot")

    @cached_property
    def alle(self) -> dict[str, Vraag]:
        """Alle vragen, met openingen en sluitingen erbij."""
        return self.openingen | self.vragen | self.sluitingen

    def in_order(self, fasen: object) -> tuple[str, ...]:
        """Geef de bekende fasen uit een reeks, elk een keer en in de volgorde van de cyclus."""
        gekozen = set(fasen) if isinstance(fasen, list | tuple | set | frozenset) else set()
        return tuple(code for code in self.fasen if code in gekozen)

    def phases(self, tafel: Tafel) -> tuple[str, ...]:
        """Geef de fasen die aan een tafel te kiezen zijn."""
        return self.in_order(tafel.fasen) or tuple(self.fasen)

    def part_of(self, soort: str, fase: str) -> str:
        """Zeg bij welk deel van het gesprek een regel van de gids hoort."""
        return self.fasen[fase].naam if soort == "vraag" else self.tekst[f"soort_{soort}"]

    def _questions(self, deel: str) -> dict[str, Vraag]:
        return read_questions(lees_toml("instrumenten/gespreksprompter-vragen.toml"), deel)


def inhoud() -> Gespreksinhoud:
    """Lees de inhoud van de gespreksprompter (eenmaal)."""
    gelezen: Gespreksinhoud = read_content("instrumenten/gespreksprompter.toml", Gespreksinhoud)
    return gelezen
