"""De bladen van alle scholen naast elkaar, voor het bestuur; nooit als rangorde of als verloop."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import LEEG, aantal, opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Document, Kop, Opsomming
from lv_tools.kwaliteitsrapportage.model.scholen import Rij, cannot_compare, filled, rows
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud

#: Per onderdeel de kolommen naast die met de school.
KOLOMMEN: dict[str, tuple[str, ...]] = {
    "vorige": ("afspraak", "wie_klaar", "ervan"),
    "resultaten": ("wat", "eigen", "waaruit"),
    "doelen": ("doel", "stand", "ver"),
    "gezien": ("wat", "eigen", "waaruit"),
    "mensen": ("wat", "eigen", "waaruit"),
    "nodig": ("wat", "eigen", "wie_klaar"),
    "vragen": ("vraag",),
    "afspraken": ("afspraak", "wie_klaar", "ervan"),
}


def part_blocks(beeld: Beeld, onderdeel: str, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Eén onderdeel, over alle bladen: hoeveel bladen er iets hebben, en wat er staat."""
    zeg, scholen = inhoud.zeg, beeld.rapportage.scholen
    yield Alinea(zeg(
        "bestuur_telling",
        n=filled(scholen, onderdeel, inhoud),
        bladen=aantal(len(scholen), "blad", "bladen"),
    ))  # fmt: skip
    kolommen = KOLOMMEN[onderdeel]
    rijen = tuple(
        (_school(rij), *(_cell(rij, kolom, inhoud) for kolom in kolommen))
        for rij in rows(scholen, onderdeel, inhoud)
    )
    yield Bloktabel(
        inhoud.onderdeel[onderdeel],
        (zeg("kolom_school"), *(zeg(f"kolom_{kolom}") for kolom in kolommen)),
        rijen,
        breedtes=(3, 5, 4, 4)[: len(kolommen) + 1],
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
        for school in notities:
            blokken.append(Alinea(school.notitie.strip(), kop=f"{school.blad.school}:"))
    return Document(zeg("bestuur_titel"), tuple(blokken))


def _school(rij: Rij) -> str:
    return f"{rij.school} ({rij.periode})" if rij.periode.strip() else rij.school


def _cell(rij: Rij, kolom: str, inhoud: Rapportinhoud) -> str:
    """Schrijf een cel; een school die hier niets schreef, zegt dat in de eerste cel."""
    if not rij.wat:
        eerste = kolom in ("wat", "doel", "vraag", "afspraak")
        return inhoud.zeg("niets_ingevuld") if eerste else ""
    cellen = {
        "wie_klaar": [rij.wie, rij.dag],
        "ervan": [rij.stand, rij.eigen],
        "ver": [rij.eigen],
        "eigen": [rij.eigen],
        "stand": [rij.stand],
        "waaruit": [rij.bewijs, rij.zekerheid],
    }
    delen = [" ".join(deel.split()) for deel in cellen.get(kolom, [rij.wat]) if deel.strip()]
    return "; ".join(deel.rstrip(".") for deel in delen) or LEEG
