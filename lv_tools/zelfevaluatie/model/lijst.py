"""De vragenlijst waarmee een bestand is geschreven: codes en woorden, om het later nog te lezen.

Elk bestand neemt zijn vragenlijst mee. Zo opent het ook als de lijst intussen is veranderd, en is
wat geen plaats meer heeft te tonen in de woorden van toen. De bestanden van 0.1.0 deden dat nog
niet; hun lijst ligt vast in ``data/instrumenten/lijsten-0.1.0.json``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated, Any

from lv_tools.basis.antwoorden.bestand import VRAAG_LENGTE
from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.onderzoek.bewoording import Bewoording
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Eigen, Getal, Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.stellingen import Stelling, Thema
from lv_tools.zelfevaluatie.teksten import Instrument, Rol, Schaal

Vraag = Annotated[str, Tekst(VRAAG_LENGTE)]
Sleutel = Annotated[str, Tekst(80)]


@dataclass(frozen=True)
class Toenthema:
    """Een thema met zijn stellingen: code, tekst, en of zij in de korte lijst zit."""

    code: Sleutel
    titel: Vraag
    bewijs: Vraag
    opmerking: Vraag
    stellingen: Annotated[tuple[tuple[Sleutel, Vraag, bool], ...], Hoogstens(200)]


@dataclass(frozen=True)
class Lijst:
    """Een vragenlijst: haar nummer, de schaal, de rollen en de thema's."""

    lijst: Annotated[int, Getal(1, 10_000)]
    schaal: Annotated[tuple[Vraag, ...], Hoogstens(9)]
    weet_niet: Vraag
    nvt: Vraag
    rollen: Annotated[tuple[tuple[Sleutel, Sleutel], ...], Hoogstens(200)]
    themas: Annotated[tuple[Toenthema, ...], Hoogstens(200)]
    #: Hoe een stelling voor groepen luidde: code, groepen en tekst. Lijst 1 kende dat niet.
    bewoordingen: Annotated[
        tuple[tuple[Sleutel, Annotated[tuple[Sleutel, ...], Hoogstens(200)], Vraag], ...],
        Hoogstens(1_000),
    ] = ()


def read_list(gegevens: Any) -> Lijst:
    """Lees een vragenlijst uit een bestand.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    lijst = codec.read(Lijst, gegevens)
    codes = Counter(code for thema in lijst.themas for code, _tekst, _kern in thema.stellingen)
    if codes and max(codes.values()) > 1:
        raise VormError("een stelling staat twee keer in de vragenlijst")
    return lijst


def write_list(lijst: Lijst) -> Any:
    """Schrijf een vragenlijst als gegevens die JSON kent; wijzig de uitkomst niet."""
    return codec.write_shared(lijst)


#: De vragenlijst als deel van een bestand.
Meegenomen = Annotated[Lijst, Eigen(read_list, write_list, lambda: dict(_SCHEMA))]
_SCHEMA = {"type": "object", "description": "De vragenlijst van toen: codes en woorden."}


@lru_cache(maxsize=4)
def list_now(inhoud: Instrument) -> Lijst:
    """Geef de vragenlijst van nu."""
    return Lijst(
        inhoud.lijst,
        inhoud.schaal.opties,
        inhoud.schaal.weet_niet,
        inhoud.schaal.nvt,
        tuple((rol.code, rol.tekst) for rol in inhoud.rollen.values()),
        tuple(
            Toenthema(
                thema.code,
                thema.titel,
                thema.bewijs_vraag,
                thema.opmerking_vraag,
                tuple((s.code, s.tekst, s.kern) for s in thema.stelling),
            )
            for thema in inhoud.thema
        ),
        tuple(
            (s.code, b.rollen, b.tekst)
            for thema in inhoud.thema
            for s in thema.stelling
            for b in s.anders
        ),
    )


@lru_cache(maxsize=1)
def first_list() -> Lijst:
    """Geef de vragenlijst van 0.1.0."""
    alle = json.loads(lees_tekst("instrumenten/lijsten-0.1.0.json"))
    return read_list(alle["zelfevaluatie"])


@lru_cache(maxsize=8)
def instrument_of(lijst: Lijst, inhoud: Instrument) -> Instrument:
    """Geef de inhoud met de vragen van een lijst; is dat die van nu, dan ``inhoud`` zelf."""
    if lijst == list_now(inhoud):
        return inhoud
    return replace(
        inhoud,
        algemeen=replace(inhoud.algemeen, lijst=lijst.lijst),
        schaal=Schaal("", lijst.schaal, lijst.weet_niet, lijst.nvt),
        rol=tuple(Rol(code, naam) for code, naam in lijst.rollen),
        thema=tuple(_theme(thema, lijst) for thema in lijst.themas),
    )


def _theme(thema: Toenthema, lijst: Lijst) -> Thema:
    stellingen = tuple(
        Stelling(
            code,
            tekst,
            "",
            kern=kern,
            anders=tuple(Bewoording(b[1], b[2]) for b in lijst.bewoordingen if b[0] == code),
        )
        for code, tekst, kern in thema.stellingen
    )
    leeg = ("", "", "", "")
    return Thema(thema.code, thema.titel, *leeg, thema.bewijs, thema.opmerking, stellingen)
