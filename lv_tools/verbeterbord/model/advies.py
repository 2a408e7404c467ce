"""Wat aan een bord opvalt; het is advies en houdt niets tegen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lv_tools.basis.taal.notatie import datum
from lv_tools.verbeterbord.model.bord import Actie, Bord, Doel
from lv_tools.verbeterbord.model.uitwisselen import cut
from lv_tools.verbeterbord.teksten import Bordinhoud, Regels


@dataclass(frozen=True)
class Advies:
    """Wat opvalt, in één zin, en de code waaronder de uitleg staat."""

    code: str
    zin: str


def advise(bord: Bord, vandaag: date, inhoud: Bordinhoud) -> tuple[Advies, ...]:
    """Geef wat opvalt aan het bord van nu, van het hele bord naar een enkele actie."""
    return tuple(
        Advies(code, inhoud.advise(code, **waarden))
        for code, waarden in _remarks(bord, vandaag, inhoud)
    )


def _remarks(
    bord: Bord, vandaag: date, inhoud: Bordinhoud
) -> Iterator[tuple[str, dict[str, object]]]:
    regels = inhoud.regels
    nu = bord.at("nu")
    if bord.mensen is not None and not regels.mensen_van <= bord.mensen <= regels.mensen_tot:
        yield "team", {"n": bord.mensen}
    if not nu:
        yield "leeg", {}
    if len(nu) > regels.doelen:
        yield "veel", {"n": len(nu), "grens": regels.doelen}
    ambities = {a.id for a in bord.jaarbord.ambities}
    themas = {t.id: t for t in bord.jaarbord.themas}
    for thema in bord.jaarbord.themas:
        if thema.wat.strip() and thema.ambitie not in ambities and ambities:
            yield "thema", {"thema": cut(thema.wat, 120)}
    for doel in nu:
        naam: dict[str, object] = {"doel": cut(doel.wat, 120) or inhoud.zeg("zonder")}
        if doel.thema not in themas and themas:
            yield "geen-thema", naam
        if not doel.merken.strip():
            yield "merken", naam
        yield from _dates(doel, vandaag, naam, regels)
        if not any(a.doel == doel.id and a.stand == "open" for a in bord.acties):
            yield "geen-actie", naam
    for actie in bord.acties:
        if actie.stand == "open" and actie.wat.strip():
            yield from _of_action(actie, regels)


def _dates(
    doel: Doel, vandaag: date, naam: dict[str, object], regels: Regels
) -> Iterator[tuple[str, dict[str, object]]]:
    if doel.van is None or doel.tot is None:
        yield "geen-dag", dict(naam)
        return
    if doel.tot < doel.van:
        yield "omgekeerd", {**naam, "van": datum(doel.van), "tot": datum(doel.tot)}
        return
    weken = days_to_weeks((doel.tot - doel.van).days)
    if not regels.weken_van <= weken <= regels.weken_tot:
        yield "weken", {**naam, "van": datum(doel.van), "tot": datum(doel.tot)}
    if doel.tot < vandaag:
        yield "voorbij", {**naam, "tot": datum(doel.tot)}


def _of_action(actie: Actie, regels: Regels) -> Iterator[tuple[str, dict[str, object]]]:
    wat = cut(actie.wat, 120)
    if not actie.wie.strip() or actie.klaar is None:
        yield "wie-wanneer", {"actie": wat}
    if actie.keren >= regels.keren:
        yield "schuift", {"actie": wat, "n": actie.keren}


def days_to_weeks(dagen: int) -> int:
    """Geef een aantal dagen als het dichtstbijzijnde aantal weken.

    Examples
    --------
    >>> days_to_weeks(26), days_to_weeks(45)
    (4, 6)
    """
    return (dagen + 3) // 7
