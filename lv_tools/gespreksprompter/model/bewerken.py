"""Pas een gids aan: ruilen, verplaatsen, vastzetten, vervangen, toevoegen en weglaten.

Elke bewerking geeft een nieuwe gids, of een :class:`~lv_tools.basis.invoer.velden.Invoerfout` die
zegt waarom het niet kan. De gids van ervoor blijft zoals hij was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lv_tools.basis.invoer.velden import Invoerfout, clean_text
from lv_tools.basis.taal.notatie import aantal
from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis
from lv_tools.gespreksprompter.model.gids import Gids, Regel, Soort, arrange, place
from lv_tools.gespreksprompter.model.kiezen import (
    MINUTEN,
    by_seed,
    candidates,
    compose,
    rank,
    refuse,
)
from lv_tools.gespreksprompter.model.redenen import reason
from lv_tools.gespreksprompter.model.vragen import Vraag
from lv_tools.gespreksprompter.teksten import inhoud

#: Langste eigen vraag.
LANGSTE_VRAAG = 400
Uitkomst = Gids | Invoerfout


def recompose(gids: Gids, geschiedenis: Geschiedenis, zaad: int) -> Uitkomst:
    """Kies opnieuw met een ander zaad; vastgezette en weggeruilde vragen blijven gelden."""
    vast = [regel for regel in gids.regels if regel.vast]
    opdracht = replace(gids.opdracht, zaad=zaad)
    return compose(opdracht, geschiedenis, vast=vast, geweerd=gids.geweerd)


def swap(gids: Gids, regel_id: str, geschiedenis: Geschiedenis | None = None) -> Uitkomst:
    """Ruil een vraag voor de best passende andere uit dezelfde fase.

    Een vraag die is weggeruild, komt pas terug als alle andere voorbij zijn gekomen.
    """
    oud = gids.row(regel_id)
    verleden = geschiedenis or Geschiedenis()
    tijd = oud.minuten + gids.ruimte
    keuze = [v for v in _pool(gids, oud) if v.id not in gids.ids and v.minuten <= tijd]
    if not keuze:
        return _refusal(oud.tekst, "geen_ruil")
    fris = [v for v in keuze if v.id not in gids.geweerd]
    geweerd = gids.geweerd | {oud.id} if fris else frozenset({oud.id})

    rij = by_seed(gids.opdracht.zaad)

    def volgorde(vraag: Vraag) -> tuple[object, ...]:
        past = rank(vraag, gids.opdracht, verleden) if vraag.fase else ()
        return (vraag.id in verleden.kort, past, rij[vraag.id])

    nieuw = min(fris or keuze, key=volgorde)
    regel = Regel(
        nieuw.id,
        oud.soort,
        nieuw.tekst,
        max(nieuw.minuten, min(oud.minuten, nieuw.minuten * inhoud().number("rek"))),
        nieuw.fase,
        nieuw.doel,
        nieuw.doorvragen,
        reason(nieuw, gids.opdracht, verleden, oud.soort),
        nieuw.bron,
    )
    return replace(_put(gids, regel_id, regel), geweerd=geweerd)


def move(gids: Gids, regel_id: str, stap: int) -> Uitkomst:
    """Schuif een vraag een plaats op (``stap`` -1 is eerder, 1 is later) binnen haar fase."""
    if not can_move(gids, regel_id, stap):
        return _refusal(gids.row(regel_id).tekst, "niet_verder")
    rij = list(gids.regels)
    plek = rij.index(gids.row(regel_id))
    rij[plek], rij[plek + stap] = rij[plek + stap], rij[plek]
    return replace(gids, regels=tuple(rij))


def move_to(gids: Gids, regel_id: str, doel_id: str) -> Uitkomst:
    """Zet een vraag op de plaats van een andere uit dezelfde fase; die schuift op."""
    regel, doel = gids.row(regel_id), gids.row(doel_id)
    if regel.soort != "vraag" or place(regel) != place(doel):
        return _refusal(regel.tekst, "niet_verder")
    rij = list(gids.regels)
    naar = rij.index(doel)
    rij.remove(regel)
    rij.insert(naar, regel)
    return replace(gids, regels=tuple(rij))


def can_move(gids: Gids, regel_id: str, stap: int) -> bool:
    """Kan deze vraag een plaats opschuiven zonder de volgorde van de cyclus te breken?"""
    regel = gids.row(regel_id)
    naar = gids.regels.index(regel) + stap
    if regel.soort not in ("vraag", "pauze") or not 0 <= naar < len(gids.regels):
        return False
    return place(gids.regels[naar]) == place(regel)


def lock(gids: Gids, regel_id: str, vast: bool) -> Gids:
    """Zet een vraag vast of maak haar weer los."""
    return _put(gids, regel_id, replace(gids.row(regel_id), vast=vast))


def rewrite(gids: Gids, regel_id: str, tekst: str) -> Uitkomst:
    """Vervang een vraag door een eigen vraag; fase, plaats en tijd blijven."""
    schoon = _question(tekst)
    if isinstance(schoon, Invoerfout):
        return schoon
    oud = gids.row(regel_id)
    if _present(gids, schoon, behalve=oud.id):
        return _refusal(schoon, "dubbel")
    return _put(gids, regel_id, _own(gids, schoon, oud.fase, oud.minuten, oud.soort))


def add(gids: Gids, fase: str, tekst: str, minuten: int) -> Uitkomst:
    """Voeg een eigen vraag toe, achteraan in haar fase.

    Raises
    ------
    ValueError
        Als de fase niet bestaat.
    """
    if fase not in inhoud().fasen:
        raise ValueError(f"fase {fase!r} bestaat niet; kies uit {', '.join(inhoud().fasen)}")
    schoon = _question(tekst)
    if isinstance(schoon, Invoerfout):
        return schoon
    if _present(gids, schoon):
        return _refusal(schoon, "dubbel")
    if minuten > gids.ruimte:
        return _no_room(gids, minuten)
    regel = _own(gids, schoon, fase, minuten, "vraag")
    return replace(gids, regels=arrange([*gids.regels, regel]))


def remove(gids: Gids, regel_id: str) -> Gids:
    """Laat een regel weg; haar tijd komt vrij."""
    rest = tuple(regel for regel in gids.regels if regel.id != regel_id)
    return replace(gids, regels=rest, geweerd=gids.geweerd | {regel_id})


def set_minutes(gids: Gids, regel_id: str, minuten: int) -> Uitkomst:
    """Geef een regel meer of minder tijd."""
    regel = gids.row(regel_id)
    if minuten - regel.minuten > gids.ruimte:
        return _no_room(gids, minuten - regel.minuten)
    laagste = 1 if regel.soort != "vraag" else inhoud().number("vraag_min")
    return _put(gids, regel_id, replace(regel, minuten=max(laagste, minuten)))


def _pool(gids: Gids, oud: Regel) -> Sequence[Vraag]:
    bekend = inhoud()
    tafel = gids.opdracht.tafel
    keuzes = {"start": bekend.openingen, "slot": bekend.sluitingen}.get(oud.soort)
    if keuzes is not None:
        return [v for v in keuzes.values() if tafel.suits(v)]
    return candidates(gids.opdracht, oud.fase) if oud.fase else []


def _put(gids: Gids, regel_id: str, regel: Regel) -> Gids:
    return replace(gids, regels=tuple(regel if r.id == regel_id else r for r in gids.regels))


def _own(gids: Gids, tekst: str, fase: str, minuten: int, soort: Soort) -> Regel:
    nummer = next(n for n in range(1, 10_000) if f"eigen-{n}" not in gids.ids | gids.geweerd)
    reden = inhoud().text("reden", "eigen")
    zin = f"{reden[:1].upper()}{reden[1:]}."
    return Regel(f"eigen-{nummer}", soort, tekst, minuten, fase, reden=zin, bron="eigen", vast=True)


def _question(tekst: str) -> str | Invoerfout:
    schoon = " ".join(clean_text(tekst).split())
    if not schoon:
        return _refusal("", "lege_vraag")
    if len(schoon) > LANGSTE_VRAAG:
        teveel = aantal(len(schoon) - LANGSTE_VRAAG, "teken", "tekens")
        probleem = "de vraag is te lang om voor te lezen"
        return Invoerfout("Eigen vraag", schoon, probleem, f"Maak haar {teveel} korter")
    return schoon


def _present(gids: Gids, tekst: str, behalve: str = "") -> bool:
    kaal = tekst.casefold()
    return any(r.tekst.casefold() == kaal for r in gids.regels if r.id != behalve)


def _refusal(waarde: str, melding: str) -> Invoerfout:
    return refuse("Gids", waarde, melding)


def _no_room(gids: Gids, gevraagd: int) -> Invoerfout:
    return refuse(
        MINUTEN,
        str(gevraagd),
        "te_lang",
        ruimte=aantal(gids.ruimte, "minuut", "minuten"),
        gevraagd=aantal(gevraagd, "minuut", "minuten"),
    )
