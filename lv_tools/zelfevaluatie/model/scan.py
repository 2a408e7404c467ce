"""De hele scan: de opzet, wat mensen invulden, wat zij samen oordeelden en eerdere scans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from lv_tools.basis.antwoorden.bestand import MAX_GETELD
from lv_tools.basis.antwoorden.bronvorm import read_sources, sources_schema, write_sources
from lv_tools.basis.onderzoek.anoniem import anonymise, new_salt
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.verzamelen.groep import CODES, EIGEN, HIER
from lv_tools.basis.vorm.grenzen import Eigen, Getal, Hoogstens, Tekst
from lv_tools.zelfevaluatie.model.opzet import Opzet, Themacode

#: Bronnen die dit apparaat zelf vult; zij zijn geen bestand, en houden hun naam.
VASTE_BRONNEN = (EIGEN, HIER, CODES)
#: Zo veel eerdere scans passen er naast een scan.
MAX_EERDERE = 10
#: Langste tekst bij een gezamenlijk oordeel.
TEKST_LENGTE = 2_000

Toelichting = Annotated[str, Tekst(TEKST_LENGTE, regels=True)]
Punt = Annotated[int, Getal(1, 9)]
Overig = Annotated[
    tuple[
        tuple[
            Annotated[str, Tekst(20_000, regels=True)], Annotated[str, Tekst(20_000, regels=True)]
        ],
        ...,
    ],
    Hoogstens(2_000),
]


@dataclass(frozen=True)
class Samenoordeel:
    """Wat een groep na het gesprek samen over een thema vond.

    Parameters
    ----------
    oordeel
        Antwoord op de schaal, of ``None``: de groep werd het niet eens.
    datum
        De dag.
    aanwezig, overtuigd, afspraak
        Wie erbij waren, wat de doorslag gaf en wat is afgesproken, in eigen woorden.
    vooraf_laag, vooraf_hoog, vooraf_n
        Het midden van de losse antwoorden toen de groep oordeelde, en van hoeveel mensen. Dat
        blijft staan, ook als er later antwoorden bij komen; ``None`` als het niet te zien was.
    """

    thema: Themacode
    oordeel: Punt | None
    datum: date
    aanwezig: Toelichting = ""
    overtuigd: Toelichting = ""
    afspraak: Toelichting = ""
    vooraf_laag: Punt | None = None
    vooraf_hoog: Punt | None = None
    vooraf_n: Annotated[int, Getal(0, MAX_GETELD)] = 0


@dataclass(frozen=True)
class Scan:
    """Alles van een scan.

    Parameters
    ----------
    eerdere
        Scans die ernaast liggen om te vergelijken; die hebben zelf geen eerdere.
    zout
        Het geheim van een anonieme scan, zie :mod:`lv_tools.basis.onderzoek.anoniem`; anders leeg.
    overig
        Wat uit een oudere vragenlijst geen plaats meer heeft: wat het was, en wat er stond.
    """

    opzet: Opzet
    bronnen: Annotated[tuple[Bron, ...], Eigen(read_sources, write_sources, sources_schema)] = ()
    samen: Annotated[tuple[Samenoordeel, ...], Hoogstens(100)] = ()
    eerdere: Annotated[tuple[Scan, ...], Hoogstens(MAX_EERDERE)] = ()
    zout: Annotated[str, Tekst(64)] = ""
    overig: Overig = ()

    def __post_init__(self) -> None:
        if any(ander.eerdere for ander in self.eerdere):
            raise ValueError("een scan die ernaast ligt, heeft zelf geen eerdere scans")


def fit_scan(scan: Scan) -> Scan:
    """Maak een scan passend bij zijn manier van werken: anoniem blijft er niets herkenbaars over.

    Dan vervallen de namen van mensen en van bestanden, en krijgt de scan een geheim waarmee
    kenmerken uit een tabel niet na te rekenen zijn.
    """
    if scan.opzet.modus == "naam" or not scan.bronnen:
        return scan
    zout = scan.zout or new_salt()
    return replace(scan, zout=zout, bronnen=anonymise(scan.bronnen, zout, VASTE_BRONNEN))
