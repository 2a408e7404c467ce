"""Waar punten vandaan komen, en hoe een wijziging in de bron samengaat met wat iemand zelf koos.

Per punt geldt: wat de gebruiker anders zette dan de bron toen zei, blijft van de gebruiker; de rest
volgt de bron. Verdwijnt iets uit de bron, dan verdwijnt het hier alleen als niemand het aanraakte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.uitwisseling.stukken import Actie, Doel, Moment, Stuk
from lv_tools.kwaliteitskalender.model.kalender import (
    Gevolgd,
    Kalender,
    Punt,
    Reeks,
    Stukvorm,
    Vorm,
)
from lv_tools.kwaliteitskalender.model.ritme import lay_out

NEEMT: tuple[type[Stuk], ...] = (Actie, Moment, Doel)
GEEFT: tuple[type[Stuk], ...] = (Moment,)
#: Wat samen één keuze is: wie een dag verzet, koos ook tot wanneer.
GROEPEN: dict[str, tuple[str, ...]] = {
    "wat": ("wat",),
    "aard": ("aard",),
    "dag": ("dag", "tot"),
    "tijd": ("tijd", "minuten"),
    "wie": ("wie",),
    "cijfers": ("cijfers",),
}
_VELDEN = tuple(veld.name for veld in fields(Vorm))


@dataclass(frozen=True)
class Kalenderpunt:
    """Een punt zoals het op de kalender staat.

    Parameters
    ----------
    van
        Hoe de bron heet; leeg bij een eigen punt.
    los
        De bron geeft het niet meer; het bleef omdat de gebruiker het wijzigde.
    anders
        Wat de gebruiker anders zette dan de bron, als namen van :data:`GROEPEN`.
    """

    punt: Punt
    herkomst: Literal["eigen", "reeks", "dossier"] = "eigen"
    van: str = ""
    los: bool = False
    anders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verschil:
    """Wat er op de kalender veranderde: kenmerken van punten."""

    nieuw: tuple[str, ...] = ()
    verschoven: tuple[str, ...] = ()
    gewijzigd: tuple[str, ...] = ()
    vervallen: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.nieuw or self.verschoven or self.gewijzigd or self.vervallen)


def point_id(bron: str, stuk: str) -> str:
    """Geef het kenmerk van een punt uit een bron; het blijft over wijzigingen gelijk."""
    return hashlib.sha256(f"{bron}/{stuk}".encode()).hexdigest()[:20]


def bare(vorm: Vorm) -> Vorm:
    """Geef alleen de vorm van een punt."""
    return Vorm(**values(vorm))


def values(vorm: Vorm) -> dict[str, Any]:
    """Geef wat een punt een vorm geeft, per veld."""
    return {naam: getattr(vorm, naam) for naam in _VELDEN}


def changed(punt: Punt) -> tuple[str, ...]:
    """Geef wat de gebruiker anders zette dan de bron zei."""
    was = punt.was
    if was is None:
        return ()
    return tuple(
        groep
        for groep, namen in GROEPEN.items()
        if any(getattr(punt, naam) != getattr(was, naam) for naam in namen)
    )


def touched(punt: Punt) -> bool:
    """Heeft de gebruiker iets met dit punt gedaan?"""
    return bool(punt.weg or punt.bespreek or punt.plaats or changed(punt))


def merge(punt: Punt, nieuw: Vorm) -> Punt:
    """Breng een punt bij met wat de bron nu zegt; wat de gebruiker wijzigde, blijft."""
    houdt = {naam for groep in changed(punt) for naam in GROEPEN[groep]}
    volgt = {naam: getattr(nieuw, naam) for naam in _VELDEN if naam not in houdt}
    return replace(punt, **volgt, was=nieuw)


def expand(kalender: Kalender) -> tuple[Kalenderpunt, ...]:
    """Geef alle punten: de eigen, die van de reeksen en die uit het dossier."""
    bewerkt = {(p.bron, p.stuk): p for p in kalender.punten if p.bron}
    uit = [Kalenderpunt(p) for p in kalender.punten if not p.bron]
    for reeks in kalender.reeksen:
        uit += _of_source(reeks.id, "reeks", reeks.wat, _times(reeks, kalender), bewerkt)
    for werk in kalender.gevolgd:
        vormen = {stuk.stuk: stuk.vorm for stuk in werk.stukken}
        uit += _of_source(werk.id, "dossier", werk.van, vormen, bewerkt)
    uit += [Kalenderpunt(p, "reeks", "", los=True) for p in bewerkt.values() if touched(p)]
    return tuple(uit)


def adopt(kalender: Kalender, kenmerk: str) -> Kalender:
    """Neem een punt uit een bron over om het te wijzigen; wat er al is, wordt bijgewerkt."""
    punt = next((k.punt for k in expand(kalender) if k.punt.id == kenmerk), None)
    if punt is None or not punt.bron:
        return kalender
    ids = [p.id for p in kalender.punten]
    if kenmerk not in ids:
        return replace(kalender, punten=(*kalender.punten, punt))
    return replace(kalender, punten=tuple(punt if p.id == kenmerk else p for p in kalender.punten))


def release(kalender: Kalender) -> Kalender:
    """Laat los wat is overgenomen en waar niemand iets aan veranderde; wat open is, blijft."""
    open_ = kalender.weergave.open
    punten = tuple(p for p in kalender.punten if not p.bron or p.id == open_ or touched(p))
    return kalender if punten == kalender.punten else replace(kalender, punten=punten)


def follow_again(kalender: Kalender, kenmerk: str) -> Kalender:
    """Zet een punt terug naar wat de bron zegt; de plaats en waar het besproken wordt, blijven."""

    def back(punt: Punt) -> Punt:
        if punt.id != kenmerk or punt.was is None:
            return punt
        return merge(replace(punt, **values(punt.was), weg=False), punt.was)

    kalender = adopt(kalender, kenmerk)
    return replace(kalender, punten=tuple(back(p) for p in kalender.punten))


def work_id(pakket: Pakket) -> str:
    """Geef het kenmerk waaronder de kalender een stuk werk volgt."""
    return hashlib.sha256("/".join(pakket.plek).encode()).hexdigest()[:20]


def take(kalender: Kalender, pakket: Pakket) -> Kalender:
    """Volg een stuk werk uit het dossier, vanaf nu met wat dit pakket zegt."""
    nieuw = Gevolgd(work_id(pakket), str(pakket.van)[:300], pakket.tijd, forms(pakket.stukken))
    rest = tuple(g for g in kalender.gevolgd if g.id != nieuw.id)
    return replace(kalender, gevolgd=(*rest, nieuw))


def follow(kalender: Kalender, pakketten: Iterable[Pakket]) -> Kalender:
    """Werk bij wat de kalender al volgt; een leeg gemaakt dossier haalt niets van de kalender."""
    volgt = {g.id: g for g in kalender.gevolgd}
    for pakket in pakketten:
        eerder = volgt.get(work_id(pakket))
        if eerder is not None and pakket.stukken and pakket.tijd > eerder.tijd:
            kalender = take(kalender, pakket)
    return kalender


def unfollow(kalender: Kalender, kenmerk: str) -> Kalender:
    """Houd op een stuk werk te volgen; wat de gebruiker wijzigde, blijft op de kalender."""
    return replace(kalender, gevolgd=tuple(g for g in kalender.gevolgd if g.id != kenmerk))


def compare(voor: Kalender, na: Kalender) -> Verschil:
    """Zeg wat er tussen twee kalenders veranderde aan wat te zien is."""
    oud = {k.punt.id: bare(k.punt) for k in expand(voor) if not k.punt.weg}
    nieuw = {k.punt.id: bare(k.punt) for k in expand(na) if not k.punt.weg}
    samen = [kenmerk for kenmerk in nieuw if kenmerk in oud and nieuw[kenmerk] != oud[kenmerk]]
    schuift = {k for k in samen if (nieuw[k].dag, nieuw[k].tot) != (oud[k].dag, oud[k].tot)}
    return Verschil(
        tuple(k for k in nieuw if k not in oud),
        tuple(k for k in samen if k in schuift),
        tuple(k for k in samen if k not in schuift),
        tuple(k for k in oud if k not in nieuw),
    )


def forms(stukken: Iterable[Stuk]) -> tuple[Stukvorm, ...]:
    """Geef stukken uit het dossier als punten.

    Een doel staat op de dag waarop het bereikt moet zijn, als meting; meet het plan die dag zelf
    al, dan komt het er niet nog eens bij.
    """
    stukken = tuple(stukken)
    metingen = {s.dag for s in stukken if isinstance(s, Moment) and s.aard == "meting"}
    uit: dict[str, Vorm] = {}
    for stuk in stukken:
        if isinstance(stuk, Moment):
            terug = stuk.aard == "terugblik"
            vorm = Vorm(stuk.wat, stuk.aard, stuk.dag, wie=stuk.wie, cijfers=terug)
        elif isinstance(stuk, Actie):
            dag, tot = stuk.begin or stuk.klaar, stuk.klaar
            loopt = dag is not None and tot is not None and tot > dag
            vorm = Vorm(stuk.wat, "activiteit", dag, tot if loopt else None, wie=stuk.wie)
        elif isinstance(stuk, Doel) and stuk.klaar not in metingen:
            vorm = Vorm(stuk.wat, "meting", stuk.klaar, wie=stuk.wie)
        else:
            continue
        uit[f"{stuk.soort}/{stuk.id}"] = vorm
    return tuple(Stukvorm(naam, vorm) for naam, vorm in uit.items())


def _times(reeks: Reeks, kalender: Kalender) -> dict[str, Vorm]:
    uit: dict[str, Vorm] = {}
    for jaar in kalender.jaren:
        uit |= lay_out(reeks, jaar).vormen
    return uit


def _of_source(
    bron: str,
    herkomst: Literal["reeks", "dossier"],
    van: str,
    vormen: Mapping[str, Vorm],
    bewerkt: dict[tuple[str, str], Punt],
) -> Iterator[Kalenderpunt]:
    """Geef de punten van één bron; wat de gebruiker bewerkte, gaat uit ``bewerkt``."""
    for stuk, vorm in vormen.items():
        eigen = bewerkt.pop((bron, stuk), None)
        if eigen is None:
            kenmerk = point_id(bron, stuk)
            punt = Punt(**values(vorm), id=kenmerk, bron=bron, stuk=stuk, was=vorm)
            yield Kalenderpunt(punt, herkomst, van)
            continue
        punt = merge(eigen, vorm)
        yield Kalenderpunt(punt, herkomst, van, anders=changed(punt))
    for sleutel in [s for s in bewerkt if s[0] == bron]:
        eigen = bewerkt.pop(sleutel)
        if touched(eigen):
            yield Kalenderpunt(eigen, herkomst, van, los=True, anders=changed(eigen))
