"""Wat één bestand laat zien als scholen naast elkaar liggen, zonder dat iemand het hulpmiddel kent.

Elk hulpmiddel maakt bij zijn voordeur van een gelezen bestand een :class:`Schoolbeeld`: uitkomsten
van de groep, en nooit een antwoord van een mens. Wat het hulpmiddel zelf afschermt, is hier ook
weg: een maat die dicht is, heeft geen getal.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, cached_property
from typing import Annotated, Any, Literal

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.taal.datumtaal import Datumprobleem, parse_date
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Eigen, Getal, Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError, as_dict, as_list, as_whole

Regel = Annotated[str, Tekst(400)]
Kort = Annotated[str, Tekst(120)]
Aantal = Annotated[int, Getal(0, 10_000_000)]
#: Afdrukken van invullingen achter elkaar, elk van twaalf tekens.
Afdrukken = Annotated[str, Tekst(240_000, patroon="(?:[0-9a-f]{12}){0,20000}")]
Plek = Annotated[Fraction | None, Getal(-10_000, 10_000)]
MEESTE_MATEN = 800
#: Langer is de regel van een maat nooit.
_LANGSTE = 4_000

#: Hoe een maat te tekenen is: antwoorden per optie, een plek op de schaal of in procenten, of niet.
Vorm = Literal["antwoorden", "schaal", "procent", "woorden"]


@dataclass(frozen=True)
class Maat:
    """Eén uitkomst van een groep.

    Twee maten zijn te vergelijken als code, groep, vragen, opties en regels gelijk zijn.

    Parameters
    ----------
    groep
        Over wie het gaat; leeg is iedereen die meedeed.
    hoofd
        Hoort bij het eerste wat een lezer wil zien.
    vragen, opties, regels
        Wat er gevraagd is, op welke schaal, en met welke regels daarvan een uitkomst is gemaakt.
    uitkomst
        In de woorden van het hulpmiddel; leeg als er geen antwoorden zijn.
    n, eenheid
        Waarop het rust, en wat er is geteld.
    aantallen, buiten
        Bij de vorm ``"antwoorden"``: per optie hoeveel, en in woorden wat buiten de schaal viel.
    plek, van, tot, eens
        Waar de uitkomst ligt, waartussen de middelste helft ligt, en de eensgezindheid (A).
    dicht
        Waarom er geen uitkomst is; leeg als zij er is.

    Raises
    ------
    ValueError
        Als een maat die dicht is toch iets laat zien, of de aantallen niet bij de opties passen.
    """

    code: Kort
    naam: Regel
    vorm: Vorm = "woorden"
    groep: Kort = ""
    hoofd: bool = False
    vragen: Annotated[tuple[Regel, ...], Hoogstens(100)] = ()
    opties: Annotated[tuple[Kort, ...], Hoogstens(12)] = ()
    regels: Regel = ""
    uitkomst: Regel = ""
    n: Aantal = 0
    eenheid: Kort = "mensen"
    aantallen: Annotated[tuple[Aantal, ...], Hoogstens(12)] = ()
    buiten: Kort = ""
    plek: Plek = None
    van: Plek = None
    tot: Plek = None
    eens: Plek = None
    dicht: Regel = ""

    def __post_init__(self) -> None:
        plekken = (self.plek, self.van, self.tot, self.eens)
        iets = self.uitkomst or self.n or self.aantallen or self.buiten
        if self.dicht and (iets or any(plek is not None for plek in plekken)):
            raise ValueError(f"‘{self.naam}’ is afgeschermd, en laat toch iets zien")
        if self.aantallen and len(self.aantallen) != len(self.opties):
            raise ValueError(f"bij ‘{self.naam}’ passen de aantallen niet bij de antwoorden")

    @property
    def wat(self) -> tuple[str, str]:
        """Waaraan dezelfde maat in een ander bestand te herkennen is."""
        return self.code, self.groep

    @property
    def voorwaarden(self) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """Wat ook gelijk moet zijn voordat twee uitkomsten naast elkaar mogen."""
        return self.vragen, self.opties, self.regels


#: Velden van een maat waarin tekst staat, een reeks teksten, of iets anders.
_TEKSTEN = ("code", "naam", "vorm", "groep", "regels", "uitkomst", "eenheid", "buiten", "dicht")
_REEKSEN = ("vragen", "opties")
_REST = ("hoofd", "n", "aantallen", "plek", "van", "tot", "eens")
_VELDEN = (*_TEKSTEN, *_REEKSEN, *_REST)


def write_measures(maten: Sequence[Maat]) -> dict[str, Any]:
    """Schrijf elke maat als één regel, met elke tekst één keer: zestig scholen blijven zo klein."""
    woorden: dict[str, int] = {}

    def nummer(tekst: str) -> int:
        return woorden.setdefault(tekst, len(woorden))

    rest = _rest()
    rijen = []
    for maat in maten:
        wat = vars(maat)
        rij: list[Any] = [nummer(wat[veld]) for veld in _TEKSTEN]
        rij += [[nummer(tekst) for tekst in wat[veld]] for veld in _REEKSEN]
        # Wat ontbreekt, is wat het zonder opgave is.
        for veld, anders, schrijf in rest:
            nu = wat[veld]
            rij.append(None if type(nu) is type(anders) and nu == anders else schrijf(nu))
        rijen.append(_ZUINIG(rij))
    return {"woorden": list(woorden), "rijen": rijen}


_ZUINIG = json.JSONEncoder(separators=(",", ":")).encode


@cache
def _rest() -> tuple[tuple[str, Any, Callable[[Any], Any]], ...]:
    """Geef van elk veld dat geen tekst is de standaardwaarde, en wat het schrijft."""
    velden, soorten = Maat.__dataclass_fields__, codec.hints(Maat)
    return tuple((v, velden[v].default, codec.codec(soorten[v]).schrijf) for v in _REST)


def read_measures(gegevens: object) -> tuple[Maat, ...]:
    """Lees wat :func:`write_measures` schreef.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    beide = as_dict(gegevens, "maten", {"woorden", "rijen"})
    woorden = as_list(beide["woorden"], "woorden", 20 * MEESTE_MATEN)
    maten = []
    for regel in as_list(beide["rijen"], "rijen", MEESTE_MATEN):
        rij = _read_line(regel)
        velden = {veld: w for veld, w in zip(_VELDEN, rij, strict=True) if w is not None}
        for veld in _TEKSTEN:
            velden[veld] = _word(velden.get(veld), woorden)
        for veld in _REEKSEN:
            velden[veld] = [_word(w, woorden) for w in as_list(velden.get(veld), veld, 100)]
        maten.append(codec.read(Maat, velden))
    return tuple(maten)


def _read_line(regel: object) -> list[Any]:
    try:
        rij = json.loads(regel) if isinstance(regel, str) and len(regel) < _LANGSTE else None
    except (ValueError, RecursionError):
        rij = None
    if not isinstance(rij, list) or len(rij) != len(_VELDEN):
        raise VormError("een regel met een maat heeft niet de goede vorm")
    return rij


def _word(plek: object, woorden: Sequence[object]) -> object:
    return woorden[as_whole(plek, "woord", 0, len(woorden) - 1)]


def _measures_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "woorden": {"type": "array", "items": {"type": "string"}},
            "rijen": {"type": "array", "items": {"type": "string"}, "maxItems": MEESTE_MATEN},
        },
        "required": ["woorden", "rijen"],
        "additionalProperties": False,
    }


@dataclass(frozen=True)
class Schoolbeeld:
    """Wat er van één bestand naast dat van een andere school komt.

    Parameters
    ----------
    titel
        Waar het werk over gaat, in de woorden van wie het maakte.
    dag
        Het moment waarover het gaat; ``None`` als alleen bekend is wanneer het bewaard is.
    meting
        Een later bewaard bestand met dezelfde meting komt ervoor in de plaats; leeg is onbekend.
    personen, wie
        Hoeveel mensen meededen, en uit welke groepen, voor zover dat te zien is.
    anoniem, invullingen
        Of de groep anoniem werkt, en een afdruk van elke invulling. Daaraan is te zien of dezelfde
        invullingen in twee bestanden zitten; een naam of antwoord staat er niet in.
    noten
        Wat er bij het lezen van deze uitkomsten bij hoort.
    """

    hulpmiddel: Annotated[str, Tekst(40, patroon="[a-z][a-z-]{0,39}")]
    titel: Kort = ""
    dag: date | None = None
    meting: Annotated[str, Tekst(140)] = ""
    personen: Annotated[int | None, Getal(0, 10_000_000)] = None
    wie: Regel = ""
    anoniem: bool = False
    invullingen: Afdrukken = ""
    noten: Annotated[tuple[Regel, ...], Hoogstens(20)] = ()
    maten: Annotated[tuple[Maat, ...], Eigen(read_measures, write_measures, _measures_schema)] = ()

    @cached_property
    def afdrukken(self) -> frozenset[str]:
        """De afdrukken van de invullingen, elk apart."""
        alle = self.invullingen
        return frozenset(alle[plek : plek + 12] for plek in range(0, len(alle), 12))


def last_answer(mensen: Iterable[Respondent]) -> date | None:
    """Geef de laatste dag waarop iemand antwoordde, als die bekend is."""
    dagen = (parse_date(wie.versie[:10]) for wie in mensen if wie.versie)
    return max((dag for dag in dagen if not isinstance(dag, Datumprobleem)), default=None)


def prints(mensen: Iterable[Respondent]) -> str:
    """Geef van elke invulling een afdruk van haar kenmerk; uit een afdruk is niets terug te lezen.

    Een kenmerk is willekeurig. Met achtenveertig bits vallen ook in zestig scholen geen twee samen.
    """
    return "".join(sorted({hashlib.sha256(wie.id.encode()).hexdigest()[:12] for wie in mensen}))


def too_few(personen: int, *, anoniem: bool) -> str:
    """Zeg waarom er van een hele groep niets te zien is."""
    if not personen:
        return "er zijn nog geen antwoorden"
    if anoniem:
        return "er deden minder dan vijf mensen mee"
    return "er deed één persoon mee: dan is te zien wat die antwoordde"
