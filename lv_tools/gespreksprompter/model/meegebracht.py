"""Vragen die iemand uit een ander hulpmiddel meebrengt, uit een bestand of uit het dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Herkomst
from lv_tools.basis.uitwisseling.vragenbestand import read_file
from lv_tools.basis.vorm.grenzen import Tekst
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.gespreksprompter.model.gids import Opdracht, Regel, Zin
from lv_tools.gespreksprompter.model.tafel import Code
from lv_tools.gespreksprompter.teksten import inhoud

#: Zoveel vragen houdt de gespreksprompter er vast.
MEESTE = 200
#: Begin van de id van een meegebrachte vraag.
VOORVOEGSEL = "mee-"


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
    over
        Het kenmerk van het doel of de activiteit in een plan waar de vraag over gaat.
    """

    id: Code
    tekst: Annotated[str, Tekst(2_000, leeg=False)]
    fase: Code = ""
    onderwerp: Zin = ""
    reden: Zin = ""
    herkomst: Zin = ""
    over: Annotated[str, Tekst(64)] = ""


def from_elsewhere(herkomst: Herkomst, vragen: Iterable[Gespreksvraag]) -> tuple[Meegebracht, ...]:
    """Maak van vragen die een ander hulpmiddel meegaf, vragen om hier op te nemen."""
    return tuple(
        Meegebracht("", v.tekst, v.fase, v.onderwerp, v.reden, str(herkomst), v.over)
        for v in vragen
    )


def read_questions_file(bytes_: bytes) -> tuple[Meegebracht, ...]:
    """Lees een bestand met gespreksvragen.

    Raises
    ------
    VormError
        Als het bestand ergens anders over gaat, beschadigd is of iets bevat wat niet kan.
    """
    return from_elsewhere(*read_file(bytes_))


def bring(
    al: Sequence[Meegebracht], nieuw: Iterable[Meegebracht], bezet: Iterable[str] = ()
) -> tuple[Meegebracht, ...]:
    """Voeg vragen toe aan wat er al is; wat er al stond, komt er niet nog eens bij.

    Dezelfde vraag uit ander werk is een andere vraag: twee scholen kunnen hetzelfde afspreken.

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
    gehad = {_same(vraag) for vraag in lijst}
    laatste = max((_number(naam) for naam in [*bezet, *(v.id for v in lijst)]), default=0)
    for vraag in nieuw:
        if _same(vraag) not in gehad:
            laatste += 1
            lijst.append(replace(vraag, id=f"{VOORVOEGSEL}{laatste}"))
            gehad.add(_same(vraag))
    if len(lijst) > MEESTE:
        telling = aantal(MEESTE, "vraag", "vragen")
        raise VormError(f"er passen hoogstens {telling}; haal eerst de oude vragen weg")
    return tuple(lijst)


def _same(vraag: Meegebracht) -> tuple[str, str]:
    """Waaraan een vraag te herkennen is; de dag waarop werk is klaargelegd, hoort daar niet bij."""
    werk, haakje, _dag = vraag.herkomst.rpartition(" (")
    bron = werk if haakje and vraag.herkomst.endswith(")") else vraag.herkomst
    return vraag.tekst.casefold(), bron


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
            over=vraag.over,
        )
        for vraag in gekozen
    ]


def _reason(vraag: Meegebracht) -> str:
    delen = [inhoud().text("reden", "meegebracht"), vraag.onderwerp, vraag.reden]
    zinnen = [deel.strip().rstrip(".") for deel in delen if deel.strip()]
    return " ".join(f"{zin[:1].upper()}{zin[1:]}." for zin in zinnen)


def _number(naam: str) -> int:
    cijfers = naam.removeprefix(VOORVOEGSEL)
    return int(cijfers) if naam.startswith(VOORVOEGSEL) and cijfers.isdecimal() else 0
