"""De zes papieren van de voorbeeldschool, elk een document uit dezelfde feiten.

Een module per papier; elke heeft een functie ``blocks`` die de blokken van het document geeft.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Document
from voorbeeld.cijfers import facts
from voorbeeld.lezen import read_papers
from voorbeeld.lezen import school as read_once
from voorbeeld.papieren import analyse, brief, kalender, midterm, plan, voortgang
from voorbeeld.papieren.schrijver import Schrijver
from voorbeeld.school import School

#: In de volgorde van het verhaal; de naam is ook die in papieren.toml.
SOORTEN = {
    "analyse": analyse.blocks,
    "plan": plan.blocks,
    "kalender": kalender.blocks,
    "brief": brief.blocks,
    "voortgang": voortgang.blocks,
    "midterm": midterm.blocks,
}


@dataclass(frozen=True)
class Herkomst:
    """Een onderdeel van een papier en wie erom vraagt; zonder bron is het van ons."""

    wat: str
    bron: str = ""
    plaats: str = ""


@dataclass(frozen=True)
class Papier:
    """Een papier met wat een lezer erover moet weten.

    Attributes
    ----------
    code, titel, bestand, kort : str
        Naam in de gegevens, titel, bestandsnaam zonder achtervoegsel, en een zin erbij.
    kopregel, voet, opbouw : str
        Wat in Word op elke bladzijde boven en onder staat, en aan het eind: wie wat vraagt.
    """

    code: str
    titel: str
    bestand: str
    kort: str
    kopregel: str
    voet: str
    opbouw: str
    document: Document
    herkomst: tuple[Herkomst, ...]


def make_papers(school: School, teksten: dict[str, Any]) -> tuple[Papier, ...]:
    """Maak alle papieren."""
    feiten = facts(school)
    return tuple(_make(code, school, teksten, feiten) for code in SOORTEN)


def _make(code: str, school: School, teksten: dict[str, Any], feiten: dict[str, str]) -> Papier:
    eigen = Schrijver(school, feiten, teksten[code])
    herkomst = tuple(Herkomst(**rij) for rij in teksten[code]["herkomst"])
    erbij = {"titel": eigen("titel"), **_sources(herkomst)}
    algemeen = Schrijver(school, {**feiten, **erbij}, teksten["algemeen"])
    blokken: list[Blok] = [
        Alinea(algemeen("onder"), klein=True),
        *SOORTEN[code](eigen, algemeen),
    ]
    return Papier(
        code,
        eigen("titel"),
        eigen("bestand"),
        eigen("kort"),
        algemeen("kopregel"),
        algemeen("voet"),
        algemeen("opbouw"),
        Document(f"Voorbeeld: {eigen('titel')}", tuple(blokken)),
        herkomst,
    )


def _sources(herkomst: tuple[Herkomst, ...]) -> dict[str, str]:
    """Vat samen welke bronnen een papier volgt, met hun plaatsen, en wat van ons is."""
    plaatsen: dict[str, list[str]] = {}
    for rij in herkomst:
        if rij.bron:
            # De sleutel van een bron is haar naam met een jaartal erachter.
            plaatsen.setdefault(rij.bron.rstrip("0123456789"), []).append(rij.plaats)
    bronnen = [
        f"{bron} ({'; '.join(dict.fromkeys(bij))})" if any(bij) else bron
        for bron, bij in plaatsen.items()
    ]
    eigen = [rij.wat[0].lower() + rij.wat[1:] for rij in herkomst if not rij.bron]
    return {"bronnen": opsomming(bronnen), "eigen": "; ".join(eigen)}


@lru_cache(maxsize=1)
def papers() -> tuple[Papier, ...]:
    """Geef de papieren (eenmaal gemaakt)."""
    return make_papers(read_once(), read_papers())
