"""Vragen die iemand uit een ander hulpmiddel meebrengt, in een bestand met gespreksvragen.

De vorm van dat bestand staat in ``data/instrumenten/gespreksvragen.schema.json``. Het kan van
iedereen komen: wat niet precies past, wordt geweigerd met een zin die zegt waarom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.opslag.werkbestand import FORMAAT, read_object
from lv_tools.basis.taal.notatie import aantal, datum
from lv_tools.basis.vorm.grenzen import Tekst
from lv_tools.basis.vorm.vormcontrole import VormError, as_choice, as_dict, as_list, as_text
from lv_tools.gespreksprompter.model.gids import Opdracht, Regel, Zin
from lv_tools.gespreksprompter.model.tafel import Code
from lv_tools.gespreksprompter.teksten import inhoud

SOORT = "gespreksvragen"
VERSIE = 1
#: Zoveel vragen staan er hoogstens in een bestand, en zoveel houdt de gespreksprompter er vast.
MEESTE_IN_BESTAND = 60
MEESTE = 200
#: Begin van de id van een meegebrachte vraag.
VOORVOEGSEL = "mee-"

_SLEUTELS = {"formaat", "soort", "versie", "van", "titel", "datum", "vragen", "controle"}
_HULPMIDDEL = re.compile(r"[a-z][a-z-]{0,39}")


@dataclass(frozen=True)
class Meegebracht:
    """Een vraag uit een bestand.

    Parameters
    ----------
    id
        ``"mee-1"`` en verder; leeg zolang de vraag nog nergens bij hoort.
    fase
        Code van een fase, of leeg als de vraag in elke fase past.
    onderwerp, reden
        Waarover de vraag gaat en waarom zij werd meegegeven; mag leeg zijn.
    herkomst
        Uit welk hulpmiddel en welk stuk de vraag komt, om te tonen.
    """

    id: Code
    tekst: Annotated[str, Tekst(2_000, leeg=False)]
    fase: Code = ""
    onderwerp: Zin = ""
    reden: Zin = ""
    herkomst: Zin = ""


def read_questions_file(bytes_: bytes) -> tuple[Meegebracht, ...]:
    """Lees een bestand met gespreksvragen.

    Raises
    ------
    VormError
        Als het bestand ergens anders over gaat, beschadigd is of iets bevat wat niet kan.
    """
    gelezen = read_object(bytes_)
    if isinstance(gelezen, str):
        raise VormError(gelezen)
    if gelezen.get("formaat") != FORMAAT or gelezen.get("soort") != SOORT:
        raise VormError("dit is geen bestand met gespreksvragen")
    versie = gelezen.get("versie")
    if type(versie) is int and versie > VERSIE:
        raise VormError("dit bestand is gemaakt met een nieuwere versie; laad de pagina opnieuw")
    if type(versie) is not int or versie != VERSIE:
        raise VormError("het versienummer ontbreekt of klopt niet")
    as_dict(gelezen, "het bestand", _SLEUTELS)
    if checksum(gelezen) != gelezen["controle"]:
        raise VormError("het bestand is veranderd of beschadigd")
    herkomst = _origin(gelezen)
    rijen = as_list(gelezen["vragen"], "vragen", MEESTE_IN_BESTAND)
    if not rijen:
        raise VormError("er staan geen vragen in")
    return tuple(_read_question(rij, herkomst) for rij in rijen)


def bring(
    al: Sequence[Meegebracht], nieuw: Iterable[Meegebracht], bezet: Iterable[str] = ()
) -> tuple[Meegebracht, ...]:
    """Voeg vragen toe aan wat er al is; wat er al stond, komt er niet nog eens bij.

    Parameters
    ----------
    bezet
        Id's die al ergens in een gids staan; die krijgt een nieuwe vraag niet.

    Raises
    ------
    VormError
        Als het er meer dan :data:`MEESTE` worden.
    """
    lijst = list(al)
    gehad = {vraag.tekst.casefold() for vraag in lijst}
    laatste = max((_number(naam) for naam in [*bezet, *(v.id for v in lijst)]), default=0)
    for vraag in nieuw:
        if vraag.tekst.casefold() not in gehad:
            laatste += 1
            lijst.append(replace(vraag, id=f"{VOORVOEGSEL}{laatste}"))
            gehad.add(vraag.tekst.casefold())
    if len(lijst) > MEESTE:
        telling = aantal(MEESTE, "vraag", "vragen")
        raise VormError(f"er passen hoogstens {telling}; haal eerst de oude vragen weg")
    return tuple(lijst)


def to_rows(
    gekozen: Iterable[Meegebracht], opdracht: Opdracht, oud: Iterable[Regel] = ()
) -> list[Regel]:
    """Maak van gekozen vragen vaste regels; wat al in de gids stond, houdt zijn tijd."""
    bekend = inhoud()
    al = {regel.id: regel for regel in oud}
    return [
        al.get(vraag.id)
        or Regel(
            vraag.id,
            "vraag",
            vraag.tekst,
            bekend.number("meegebracht"),
            vraag.fase or opdracht.fasen[0],
            reden=_reason(vraag),
            bron=vraag.herkomst,
            vast=True,
        )
        for vraag in gekozen
    ]


def _reason(vraag: Meegebracht) -> str:
    delen = [inhoud().text("reden", "meegebracht"), vraag.onderwerp, vraag.reden]
    zinnen = [deel.strip().rstrip(".") for deel in delen if deel.strip()]
    return " ".join(f"{zin[:1].upper()}{zin[1:]}." for zin in zinnen)


def _origin(gelezen: dict[str, Any]) -> str:
    van = as_text(gelezen["van"], "van", 40)
    if not _HULPMIDDEL.fullmatch(van):
        raise VormError("‘van’ is geen naam van een hulpmiddel")
    titel, dag = _line(gelezen["titel"], "titel", 80), as_text(gelezen["datum"], "datum", 10)
    try:
        wanneer = datum(date.fromisoformat(dag)) if dag else ""
    except ValueError as fout:
        raise VormError(f"‘datum’ is {dag} en dat is geen dag") from fout
    delen = [van, f"‘{titel}’" if titel else "", f"({wanneer})" if wanneer else ""]
    return " ".join(deel for deel in delen if deel)


def _read_question(rij: object, herkomst: str) -> Meegebracht:
    vraag = as_dict(rij, "vraag", {"tekst", "fase", "onderwerp", "reden"})
    tekst = _line(vraag["tekst"], "tekst van een vraag", 300)
    if not tekst:
        raise VormError("er staat een vraag zonder tekst in")
    return Meegebracht(
        "",
        tekst,
        as_choice(vraag["fase"], "fase", {"", *inhoud().fasen}),
        _line(vraag["onderwerp"], "onderwerp", 120),
        _line(vraag["reden"], "reden", 300),
        herkomst,
    )


def _line(waarde: object, wat: str, lengte: int) -> str:
    tekst = as_text(waarde, wat, lengte)
    if "\n" in tekst or "\t" in tekst:
        raise VormError(f"‘{wat}’ is geen tekst van één regel")
    return " ".join(tekst.split())


def _number(naam: str) -> int:
    cijfers = naam.removeprefix(VOORVOEGSEL)
    return int(cijfers) if naam.startswith(VOORVOEGSEL) and cijfers.isdecimal() else 0
