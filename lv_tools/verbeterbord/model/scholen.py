"""De borden van scholen naast elkaar: van ambitie tot wat leerlingen merken, zonder rangorde.

Een bestuurder ziet waar teams aan werken, niet hoe goed zij het doen. Er wordt niets geteld per
team, en de volgorde is die van het alfabet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from lv_tools.basis.uitwisseling.stukken import Fase, Gespreksvraag
from lv_tools.verbeterbord.model.bord import (
    MEESTE_BORDEN,
    Ambitie,
    Blik,
    Blikdoel,
    Bord,
)
from lv_tools.verbeterbord.model.uitwisselen import cut
from lv_tools.verbeterbord.teksten import Bordinhoud

MEESTE_VRAGEN = 60


@dataclass(frozen=True)
class Lijn:
    """Eén lijn van een ambitie naar de klas; zonder ambitie koos het team zelf."""

    ambitie: str
    school: str
    team: str
    thema: str
    doel: str
    merken: str
    merkten: str


def look(bord: Bord, tijd: datetime) -> Blik:
    """Maak van een bord wat iemand ziet die langskomt: geen namen, en geen acties."""
    doelen = tuple(
        Blikdoel(
            d.id, d.wat, d.plek, d.thema, d.van, d.tot, d.merken, d.merkten,
            tuple(g.wat for g in bord.seen(d.id) if g.wat.strip())[:40],
        )
        for d in bord.doelen
        if d.plek != "straks"
    )  # fmt: skip
    successen = tuple(s.wat for s in bord.successen if s.wat.strip())[-40:]
    return Blik(_mark_of(bord), tijd, bord.team, bord.jaarbord, doelen, successen)


def _mark_of(bord: Bord) -> str:
    """Geef het kenmerk waaraan een bord te herkennen is.

    Begonnen twee teams in hetzelfde bestand van de schoolleider, dan delen zij een kenmerk; hun
    school en team houden ze uit elkaar, zodat het ene bord het andere niet vervangt.
    """
    naam = f"{_same(bord.jaarbord.school)}\n{_same(bord.team)}".encode()
    return f"{(bord.kenmerk or 'bord')[:40]}-{sha256(naam).hexdigest()[:16]}"


def without_names(bord: Bord) -> Bord:
    """Geef een bord om aan het bestuur te geven: zonder namen, acties en andere borden.

    Wat nog op de plank ligt, is van het team.
    """
    doelen = tuple(d for d in bord.doelen if d.plek != "straks")
    hier = {d.id for d in doelen}
    return Bord(
        bord.kenmerk,
        bord.jaarbord,
        bord.team,
        doelen=doelen,
        gezien=tuple(g for g in bord.gezien if g.doel in hier),
        successen=bord.successen,
    )


def lay_beside(bord: Bord, blikken: Iterable[Blik]) -> Bord:
    """Leg borden naast elkaar; van hetzelfde bord geldt wat het laatst bewaard is.

    De notitie die de lezer bij een bord maakte, blijft.
    """
    er = {blik.id: blik for blik in bord.borden}
    for blik in blikken:
        eerder = er.get(blik.id)
        if eerder is None:
            er[blik.id] = blik
        elif blik.tijd >= eerder.tijd:
            er[blik.id] = replace(blik, notitie=eerder.notitie)
    return replace(bord, borden=in_order(er.values())[:MEESTE_BORDEN])


def in_order(blikken: Iterable[Blik]) -> tuple[Blik, ...]:
    """Zet borden op het alfabet van school en team, en nergens anders op."""
    return tuple(
        sorted(blikken, key=lambda b: (b.jaarbord.school.casefold(), b.team.casefold(), b.id))
    )


def ambitions(bord: Bord) -> tuple[Ambitie, ...]:
    """Geef de ambities van het bestuur: die van dit bord, en anders die van de borden ernaast."""
    eigen = [a for a in bord.jaarbord.ambities if a.wat.strip()]
    alle = eigen or [a for b in bord.borden for a in b.jaarbord.ambities if a.wat.strip()]
    uniek: dict[str, Ambitie] = {}
    for ambitie in alle:
        uniek.setdefault(_same(ambitie.wat), ambitie)
    return tuple(uniek.values())


def lines(bord: Bord) -> tuple[Lijn, ...]:
    """Volg elke ambitie tot in de klas; wat bij geen ambitie hoort, staat erachter."""
    ambities = ambitions(bord)
    uit: list[Lijn] = []
    for ambitie in ambities:
        uit += (lijn for blik in bord.borden for lijn in _lines(blik, ambitie))
    uit += (lijn for blik in bord.borden for lijn in _own(blik, ambities))
    return tuple(uit)


def _lines(blik: Blik, ambitie: Ambitie) -> Iterator[Lijn]:
    jaarbord = blik.jaarbord
    zelfde = {a.id for a in jaarbord.ambities if is_same(a, ambitie)}
    for thema in jaarbord.themas:
        if thema.ambitie not in zelfde:
            continue
        doelen = [d for d in blik.doelen if d.thema == thema.id]
        for doel in (*doelen, *((None,) if not doelen else ())):
            yield _line(ambitie.wat, blik, thema.wat, doel)


def _own(blik: Blik, ambities: tuple[Ambitie, ...]) -> Iterator[Lijn]:
    """Geef wat een team zelf koos: een thema of een doel dat bij geen ambitie hoort."""
    jaarbord = blik.jaarbord
    bekend = {a.id for a in jaarbord.ambities if any(is_same(a, b) for b in ambities)}
    vast = {t.id for t in jaarbord.themas if t.ambitie in bekend}
    namen = {t.id: t.wat for t in jaarbord.themas}
    los = [d for d in blik.doelen if d.thema not in vast]
    for doel in los:
        yield _line("", blik, namen.get(doel.thema, ""), doel)
    met_doel = {d.thema for d in blik.doelen}
    for thema in jaarbord.themas:
        if thema.id not in vast and thema.id not in met_doel and thema.wat.strip():
            yield _line("", blik, thema.wat, None)


def _line(ambitie: str, blik: Blik, thema: str, doel: Blikdoel | None) -> Lijn:
    wat, merken, merkten = (doel.wat, doel.merken, doel.merkten) if doel else ("", "", "")
    return Lijn(ambitie, blik.jaarbord.school, blik.team, thema, wat, merken, merkten)


def silent(bord: Bord) -> tuple[Ambitie, ...]:
    """Geef de ambities die op geen van de borden bij een doel terugkomen."""
    klinkt = {_same(lijn.ambitie) for lijn in lines(bord) if lijn.doel.strip()}
    return tuple(a for a in ambitions(bord) if _same(a.wat) not in klinkt)


def is_same(een: Ambitie, ander: Ambitie) -> bool:
    """Is dit dezelfde ambitie, ook als een school haar zelf overtypte?"""
    return een.id == ander.id or (bool(een.wat.strip()) and _same(een.wat) == _same(ander.wat))


def questions_for(blik: Blik, inhoud: Bordinhoud) -> tuple[Gespreksvraag, ...]:
    """Geef vragen om mee te nemen naar één bord: aan leerlingen, in de les en aan het team."""
    zeg, uit = inhoud.zeg, list[Gespreksvraag]()
    naam = cut(board_name(blik, inhoud), 110)
    for doel in blik.doelen:
        if doel.plek != "nu" or not doel.wat.strip():
            continue
        wat = cut(doel.wat, 120)
        if doel.merken.strip():
            uit.append(_ask(zeg("gaan_leerling", merken=cut(doel.merken, 150)), naam, wat))
        else:
            uit.append(_ask(zeg("gaan_merken", doel=wat), naam, wat))
        uit.append(_ask(zeg("gaan_les", doel=wat), naam, wat))
    for doel in blik.doelen:
        if doel.plek == "af" and doel.wat.strip():
            wat = cut(doel.wat, 120)
            uit.append(_ask(zeg("gaan_bleef", doel=wat), naam, wat, "borging"))
    uit += [_ask(vraag.tekst, naam, vraag.waarom) for vraag in inhoud.kijkvraag]
    return tuple(uit)


def questions_for_board(bord: Bord, inhoud: Bordinhoud) -> tuple[Gespreksvraag, ...]:
    """Geef vragen die het bestuur zichzelf stelt over ambities die nergens terugkomen."""
    onderwerp = inhoud.zeg("onszelf")
    return tuple(
        _ask(inhoud.zeg("gaan_stil", ambitie=cut(a.wat, 160)), onderwerp, a.wat)
        for a in silent(bord)
    )


def give_questions(bord: Bord, inhoud: Bordinhoud) -> tuple[Gespreksvraag, ...]:
    """Geef alle vragen voor een ronde langs de borden."""
    alle = [vraag for blik in bord.borden for vraag in questions_for(blik, inhoud)]
    return (*questions_for_board(bord, inhoud), *alle)[:MEESTE_VRAGEN]


def board_name(blik: Blik, inhoud: Bordinhoud) -> str:
    """Geef de naam van een bord: school en team."""
    namen = [naam for naam in (blik.jaarbord.school, blik.team) if naam.strip()]
    return ", ".join(namen) or inhoud.zeg("bord_zonder_naam")


def _ask(vraag: str, onderwerp: str, reden: str, fase: Fase = "check") -> Gespreksvraag:
    return Gespreksvraag(cut(vraag, 300), fase, cut(onderwerp, 120), cut(reden, 300))


def _same(tekst: str) -> str:
    return " ".join(tekst.casefold().split()).rstrip(".! ")
