"""Wat het bord uit een plan neemt, en wat het teruggeeft: acties, bewijs en vragen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lv_tools.basis.uitwisseling.dossier import MEESTE_STUKKEN, Pakket
from lv_tools.basis.uitwisseling.stukken import Actie as Actiestuk
from lv_tools.basis.uitwisseling.stukken import Bewijs, Fase, Gespreksvraag, Stuk
from lv_tools.basis.uitwisseling.stukken import Doel as Doelstuk
from lv_tools.verbeterbord.model.bord import (
    MEESTE_JAARBORD,
    Bord,
    Doel,
    Jaarbord,
    Plandoel,
)
from lv_tools.verbeterbord.teksten import Bordinhoud

NEEMT: tuple[type[Stuk], ...] = (Doelstuk,)
GEEFT: tuple[type[Stuk], ...] = (Actiestuk, Bewijs, Gespreksvraag)
MEESTE_PLANDOELEN = 60


def take(bord: Bord, pakket: Pakket) -> tuple[Bord, int, int]:
    """Neem de doelen uit een plan over; een doel dat er al is, krijgt de woorden van nu.

    Wat het team er zelf bij maakte, blijft zoals het is.

    Returns
    -------
    tuple
        Het bord, hoeveel doelen erbij kwamen, en hoeveel er niet meer pasten.
    """
    doelen = {doel.id: doel for doel in bord.plandoelen}
    nieuw = vol = 0
    for stuk in pakket.stukken:
        if not isinstance(stuk, Doelstuk):
            continue
        if stuk.id not in doelen:
            if len(doelen) >= MEESTE_PLANDOELEN:
                vol += 1
                continue
            nieuw += 1
        doelen[stuk.id] = Plandoel(
            stuk.id, stuk.wat, stuk.indicator, stuk.klaar, str(pakket.van)[:300]
        )
    return replace(bord, plandoelen=tuple(doelen.values())), nieuw, vol


def take_year(bord: Bord, ander: Jaarbord) -> Bord:
    """Neem het jaarbord van een ander bord over; wat hier al stond en daar niet, blijft staan."""
    eigen = bord.jaarbord
    ambities = {a.id: a for a in (*eigen.ambities, *ander.ambities)}
    themas = {t.id: t for t in (*eigen.themas, *ander.themas)}
    niet = dict.fromkeys((*eigen.niet.splitlines(), *ander.niet.splitlines()))
    nieuw = Jaarbord(
        ander.school or eigen.school,
        ander.jaar or eigen.jaar,
        tuple(ambities.values())[:MEESTE_JAARBORD],
        tuple(themas.values())[:MEESTE_JAARBORD],
        "\n".join(niet)[:2_000],
    )
    return replace(bord, jaarbord=nieuw)


def left_out(bord: Bord, ander: Jaarbord) -> tuple[str, ...]:
    """Geef wat er van een ander jaarbord niet meer bij paste, in woorden."""
    er, regels = on_board(bord.jaarbord), set(bord.jaarbord.niet.splitlines())
    return (
        *(ambitie.wat for ambitie in ander.ambities if ambitie.id not in er),
        *(thema.wat for thema in ander.themas if thema.id not in er),
        *(regel for regel in ander.niet.splitlines() if regel not in regels),
    )


def on_board(jaarbord: Jaarbord) -> set[str]:
    """Geef de kenmerken van de ambities en thema's op een jaarbord."""
    return {a.id for a in jaarbord.ambities} | {t.id for t in jaarbord.themas}


def give(bord: Bord, inhoud: Bordinhoud) -> tuple[Stuk, ...]:
    """Geef open acties, bewijs bij doelen uit het plan, en vragen voor een gesprek.

    Kenmerken blijven over wijzigingen gelijk: zo schuift een kalender mee, en komt bewijs er niet
    nog eens bij.
    """
    plan = {d.id for d in bord.plandoelen}
    bij = {doel.id: doel.plandoel for doel in bord.doelen if doel.plandoel in plan}
    stukken: list[Stuk] = [
        Actiestuk(a.id, a.wat, a.wie, None, a.klaar, bij.get(a.doel, ""))
        for a in bord.acties
        if a.stand == "open" and a.wat.strip()
    ]
    stukken += _evidence(bord, bij, inhoud)
    stukken += _questions(bord, inhoud)
    return tuple(stukken)[:MEESTE_STUKKEN]


def _evidence(bord: Bord, bij: dict[str, str], inhoud: Bordinhoud) -> Iterator[Bewijs]:
    zeg = inhoud.zeg
    team = bord.team or zeg("een_team")
    for doel in bord.doelen:
        if doel.id not in bij:
            continue
        for gezien in reversed(bord.seen(doel.id)):
            if gezien.wat.strip():
                bron = zeg("bewijs_bron", team=team, door=inhoud.door[gezien.door])
                yield Bewijs(
                    f"gezien-{gezien.id}"[:64], gezien.wat, bij[doel.id], gezien.dag, bron[:120]
                )
        if doel.plek == "af" and (doel.merkten.strip() or doel.uitkomst):
            wat = outcome(doel, inhoud)
            yield Bewijs(
                f"bord-{doel.id}"[:64], wat, bij[doel.id], doel.af,
                zeg("bewijs_bord", team=team)[:120], doel.zeker,
            )  # fmt: skip


def outcome(doel: Doel, inhoud: Bordinhoud) -> str:
    """Zeg in één regel wat er van een doel kwam."""
    uitkomst = inhoud.uitkomst.get(doel.uitkomst, "")
    delen = [f"{uitkomst}: {doel.wat}".removeprefix(": "), doel.merkten]
    return ". ".join(deel.strip().rstrip(".") for deel in delen if deel.strip())[:299] + "."


def _questions(bord: Bord, inhoud: Bordinhoud) -> Iterator[Gespreksvraag]:
    """Geef vragen over doelen: over wat nu op het bord staat, en over wat bleef."""
    zeg = inhoud.zeg
    for doel in bord.doelen:
        if not doel.wat.strip() or doel.plek == "straks":
            continue
        sleutel = "vraag_nu" if doel.plek == "nu" else "vraag_af"
        vraag = zeg(sleutel, doel=cut(doel.wat, 180))
        fase: Fase = "check" if doel.plek == "nu" else "borging"
        yield Gespreksvraag(vraag, fase, cut(doel.wat, 110), zeg("vraag_reden"), doel.plandoel)


def cut(tekst: str, lengte: int) -> str:
    """Kort een tekst in tot één regel van hoogstens zoveel tekens, om in een zin te zetten."""
    regel = " ".join(tekst.split()).removesuffix(".")
    return regel if len(regel) <= lengte else f"{regel[: max(lengte - 1, 1)].rstrip()}…"
