"""De gegevens van een netwerkdag: programma's, werkvormen, materiaal en gesprekskaarten."""

from __future__ import annotations

import functools
import json
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

MAP = Path(__file__).resolve().parents[3] / "data" / "netwerkdag"
#: Wat een deel van een programma kan zijn.
SOORTEN = ("welkom", "werkvorm", "vertellen", "keuze", "pauze", "lunch", "tafels", "afsluiting")
#: Waarvan er één of meer zijn.
PER = ("persoon", "groepje", "zes", "zaal", "leider", "helper")
PLEKKEN = ("leider", "zaal", "tafel", "persoon")


class DagError(ValueError):
    """De gegevens van een netwerkdag kloppen niet. De tekst noemt het bestand en het veld."""


@dataclass(frozen=True)
class Nodig:
    """Hoeveel er nodig is: `aantal` per persoon of groepje; `voor`: één per zoveel groepjes."""

    code: str
    per: str
    aantal: int = 1
    voor: int = 1


@dataclass(frozen=True)
class Verwijzing:
    """Een dia: de titel waaronder zij op een pagina staat."""

    pagina: str
    titel: str


@dataclass(frozen=True)
class Werkvorm:
    """Wat een programma van een werkvorm moet weten; zie het commentaar in ``werkvormen.toml``."""

    anker: str
    naam: str
    soort: str
    minuten: int
    stappen: tuple[int, ...]
    wissel: int
    nabespreken: int
    van: int
    tot: int
    groepje: int
    vorm: str
    doelen: tuple[int, ...]
    dia: Verwijzing
    materiaal: tuple[Nodig, ...]


@dataclass(frozen=True)
class Materiaal:
    """Iets wat klaarligt; zie het commentaar in ``materiaal.toml``."""

    code: str
    naam: str
    soort: str
    plek: str = ""
    per_vel: int = 1
    vellen: int = 1
    herbruik: bool = False
    reserve: bool = True


@dataclass(frozen=True)
class Deel:
    """Een deel van een programma; zie het commentaar in ``programma.toml``."""

    soort: str
    naam: str = ""
    werkvorm: str = ""
    stappen: tuple[int, ...] = ()
    keuze: tuple[str, ...] = ()
    minuten: int = 0
    wissel: int | None = None
    nabespreken: int | None = None
    hoe: str = ""
    voor: str = ""
    leider: str = ""
    ruimte: str = ""
    doelen: tuple[int, ...] = ()
    dias: tuple[Verwijzing, ...] = ()
    materiaal: tuple[Nodig, ...] = ()


@dataclass(frozen=True)
class Programma:
    """Een programma; zie het commentaar in ``programma.toml``."""

    code: str
    naam: str
    titel: str
    begin: str
    inloop: int
    van: int
    tot: int
    voor_wie: str
    vraag: str
    mee: tuple[str, ...]
    uitloop: str
    deel: tuple[Deel, ...]

    @property
    def begint(self) -> int:
        """Wanneer het welkom begint, in minuten na middernacht."""
        uur, minuut = self.begin.split(".")
        return int(uur) * 60 + int(minuut)


@dataclass(frozen=True)
class Kaartenset:
    """Twintig gesprekskaarten voor één soort zaal, vier uit elke fase."""

    code: str
    naam: str
    voor_wie: str
    tafels: tuple[str, ...]
    vragen: tuple[str, ...]


@dataclass(frozen=True)
class Dag:
    """Alles wat er over netwerkdagen bekend is, bij code."""

    programmas: dict[str, Programma]
    werkvormen: dict[str, Werkvorm]
    materiaal: dict[str, Materiaal]
    altijd: tuple[Nodig, ...]
    sets: dict[str, Kaartenset]

    def as_json(self) -> str:
        """Geef de gegevens voor het script op de bladzijde."""
        gegevens = asdict(self)
        for code, programma in self.programmas.items():
            gegevens["programmas"][code]["begint"] = programma.begint
        return json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"))


@functools.cache
def read_day(map_: Path = MAP) -> Dag:
    """Lees alle gegevens.

    Parameters
    ----------
    map_ : Path
        De map met de TOML-bestanden.

    Returns
    -------
    Dag
        De gegevens, nagekeken: elke verwijzing van het ene bestand naar het andere bestaat.

    Raises
    ------
    DagError
        Als een veld ontbreekt, onbekend is, of naar iets verwijst dat er niet is.
    """
    materiaal = _load(map_, "materiaal")
    dag = Dag(
        _by(_make_all(Programma, _load(map_, "programma")["programma"], "programma.toml"), "code"),
        _by(_make_all(Werkvorm, _load(map_, "werkvormen")["werkvorm"], "werkvormen.toml"), "anker"),
        _by(_make_all(Materiaal, materiaal["materiaal"], "materiaal.toml"), "code"),
        _make_all(Nodig, materiaal["altijd"]["materiaal"], "materiaal.toml"),
        _by(_make_all(Kaartenset, _load(map_, "kaartensets")["set"], "kaartensets.toml"), "code"),
    )
    _check(dag)
    return dag


def _load(map_: Path, naam: str) -> dict[str, Any]:
    return tomllib.loads((map_ / f"{naam}.toml").read_text("utf-8"))


def _by(rij: tuple[Any, ...], veld: str) -> dict[str, Any]:
    gevonden = {getattr(stuk, veld): stuk for stuk in rij}
    if len(gevonden) != len(rij):
        raise DagError(f"Een {veld} staat er twee keer: {[getattr(s, veld) for s in rij]}.")
    return gevonden


def _make_all(soort: type, rijen: list[dict[str, Any]], bestand: str) -> tuple[Any, ...]:
    return tuple(_make(soort, rij, bestand) for rij in rijen)


_STUKKEN = {"materiaal": Nodig, "dias": Verwijzing, "deel": Deel}


def _make(soort: type, rij: dict[str, Any], bestand: str) -> Any:
    bekend = {veld.name for veld in fields(soort)}
    if vreemd := set(rij) - bekend:
        raise DagError(f"{bestand}: onbekend veld {sorted(vreemd)} in {rij}.")
    waarden: dict[str, Any] = {}
    for naam, waarde in rij.items():
        if naam in _STUKKEN:
            waarden[naam] = _make_all(_STUKKEN[naam], waarde, bestand)
        elif naam == "dia":
            waarden[naam] = _make(Verwijzing, waarde, bestand)
        else:
            waarden[naam] = tuple(waarde) if isinstance(waarde, list) else waarde
    try:
        return soort(**waarden)
    except TypeError as fout:
        raise DagError(f"{bestand}: {fout}, in {rij}.") from fout


def _check(dag: Dag) -> None:
    for vorm in dag.werkvormen.values():
        if sum(vorm.stappen) != vorm.minuten:
            raise DagError(f"{vorm.anker}: de stappen duren {sum(vorm.stappen)} minuten.")
        _check_needed(dag, vorm.anker, vorm.materiaal)
    _check_needed(dag, "altijd", dag.altijd)
    for stuk in dag.materiaal.values():
        if (stuk.soort == "blad") != (stuk.plek in PLEKKEN):
            raise DagError(f"{stuk.code}: een blad heeft een plek, en iets anders niet.")
    for programma in dag.programmas.values():
        for deel in programma.deel:
            _check_part(dag, programma.code, deel)


def _check_needed(dag: Dag, waar: str, nodig: tuple[Nodig, ...]) -> None:
    for stuk in nodig:
        if stuk.code not in dag.materiaal or stuk.per not in PER:
            raise DagError(f"{waar}: onbekend materiaal of onbekende maat in {stuk}.")


def _check_part(dag: Dag, waar: str, deel: Deel) -> None:
    namen = [deel.werkvorm] if deel.soort == "werkvorm" else list(deel.keuze)
    if deel.soort not in SOORTEN or set(namen) - dag.werkvormen.keys():
        raise DagError(f"{waar}: onbekende soort of werkvorm in {deel}.")
    if not namen and not (deel.naam and deel.minuten):
        raise DagError(f"{waar}: geef {deel} een naam en minuten.")
    _check_needed(dag, waar, deel.materiaal)
