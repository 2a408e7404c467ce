"""De bladen van alle scholen naast elkaar, voor het bestuur; nooit als rangorde of als verloop."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
    Tweevorm,
)
from lv_tools.kwaliteitsrapportage.model.rapportage import Schoolblad
from lv_tools.kwaliteitsrapportage.model.scholen import cannot_compare, filled
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud
from lv_tools.kwaliteitsrapportage.verslag.blad import Regel, lines, written


def part_blocks(beeld: Beeld, onderdeel: str, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Eén onderdeel, over alle bladen: hoeveel bladen er iets hebben, en wat er staat.

    Op het scherm heeft elk punt een rij; op papier staat alles van een school in één rij.
    """
    zeg, scholen = inhoud.zeg, beeld.rapportage.scholen
    n, bladen = filled(scholen, onderdeel, inhoud), aantal(len(scholen), "blad", "bladen")
    niets = (Regel(zeg("niets_ingevuld")),)
    per = [(_name(s), tuple(lines(s.blad, onderdeel, inhoud)) or niets) for s in scholen]
    titel = inhoud.onderdeel[onderdeel]
    school, wat, erbij = (zeg(f"kolom_{kolom}") for kolom in ("school", "wat", "erbij"))
    los = tuple((naam, regel.kop, regel.tekst) for naam, regels in per for regel in regels)
    samen = tuple(
        (naam, regels[0].kop if regels is niets else written(regels)) for naam, regels in per
    )
    yield Alinea(zeg("bestuur_telling", n=n, bladen=bladen))
    yield Tweevorm(
        (Bloktabel(titel, (school, wat, erbij), los),),
        (Bloktabel(titel, (school, wat), samen, breedtes=(3, 11)),),
    )


def remark_blocks(beeld: Beeld, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Wat er aan de bladen verschilt, en wat het overzicht niet zegt."""
    verschil = tuple(cannot_compare(beeld.rapportage.scholen, inhoud))
    if verschil:
        yield Alinea(inhoud.zeg("bestuur_let_op"), nadruk=True)
        yield Opsomming(verschil)
    yield Alinea(inhoud.zeg("bestuur_niet"), klein=True)


def board_report(beeld: Beeld, inhoud: Rapportinhoud) -> Document:
    """Beschrijf alle onderdelen over alle bladen, met de notities van het bestuur."""
    zeg, scholen = inhoud.zeg, beeld.rapportage.scholen
    namen = list(dict.fromkeys(school.blad.school.strip() for school in scholen))
    blokken: list[Blok] = [
        Alinea(zeg("bestuur_scholen", scholen=opsomming(namen))),
        *remark_blocks(beeld, inhoud),
    ]
    for onderdeel, naam in inhoud.onderdeel.items():
        if filled(scholen, onderdeel, inhoud):
            blokken += [Kop(naam), *part_blocks(beeld, onderdeel, inhoud)]
    notities = [school for school in scholen if school.notitie.strip()]
    if notities:
        blokken.append(Kop(zeg("notities")))
        blokken += [Alinea(s.notitie.strip(), kop=f"{_name(s)}:") for s in notities]
    return Document(zeg("bestuur_titel"), tuple(blokken))


def _name(school: Schoolblad) -> str:
    naam, periode = school.blad.school.strip(), school.blad.periode.strip()
    return f"{naam} ({periode})" if periode else naam
