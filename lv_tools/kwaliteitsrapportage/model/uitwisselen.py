"""Wat het blad uit het dossier neemt en eraan geeft, en hoe het volgende blad begint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitwisseling import stukken as s
from lv_tools.basis.uitwisseling.dossier import MEESTE_STUKKEN, Pakket
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.kwaliteitsrapportage.model.rapportage import (
    MEESTE_AFSPRAKEN,
    MEESTE_EERDER,
    MEESTE_PUNTEN,
    MEESTE_VRAGEN,
    Afspraak,
    Blad,
    Deelcode,
    Punt,
    Rapportage,
    Vraag,
    plain,
    same,
)
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud

NEEMT: tuple[type[s.Stuk], ...] = (
    s.Signaal, s.Verbeterpunt, s.Doel, s.Bewijs, s.Actie, s.Gespreksvraag,
)  # fmt: skip
GEEFT: tuple[type[s.Stuk], ...] = (s.Gespreksvraag, s.Actie, s.Moment)
#: Een verbeterpunt bij deze standaard gaat over de les.
DE_LES = "OP3"
T = TypeVar("T")


def take(rapportage: Rapportage, pakket: Pakket, dossier: str) -> tuple[Rapportage, int, int]:
    """Neem over wat in een pakket zit; wat er al is, blijft zoals iemand het opschreef.

    Een actie bij een doel hoort bij dat doel en komt niet apart op het blad. Een actie zonder doel
    is een afspraak: van dit gesprek als het werk van die dag is of later, en anders van ervoor.

    Returns
    -------
    tuple
        De rapportage, hoeveel erbij kwam, en hoeveel er al was of niet meer paste.

    Raises
    ------
    VormError
        Als er al iets uit een ander dossier op het blad staat: dat kan een andere school zijn.
    """
    blad, voorraad = rapportage.blad, {v.tekst.casefold(): v for v in rapportage.voorraad}
    herkomst = [p.van for p in blad.punten]
    herkomst += [a.van for a in (*blad.vorige, *blad.afspraken)]
    if (any(herkomst) or voorraad) and rapportage.dossier and rapportage.dossier != dossier:
        raise VormError(
            f"dit blad gaat over het dossier ‘{rapportage.dossier}’, en nu is ‘{dossier}’ open; "
            "kies dat dossier weer, of begin voor een andere school een nieuw bestand"
        )
    punten = {p.id: p for p in blad.punten}
    vorige, nu = {a.id: a for a in blad.vorige}, {a.id: a for a in blad.afspraken}
    er = len(punten) + len(vorige) + len(nu) + len(voorraad)
    # Wat op een eerder blad al gedaan of vervallen is, komt niet als open terug.
    bekend = {a.id for b in (*rapportage.eerder, blad) for a in (*b.vorige, *b.afspraken)}
    # Wie een doel al zelf opschreef, krijgt het niet nog eens.
    al = {(p.deel, _bare(p.wat)) for p in blad.punten}
    # Ook een afspraak die iemand hier en in de gespreksprompter opschreef, staat er één keer.
    zelf = {_bare(a.wat) for a in (*blad.vorige, *blad.afspraken) if not a.van}
    na = bool(blad.dag and pakket.van.datum and pakket.van.datum >= blad.dag)
    bruikbaar = 0
    for stuk in pakket.stukken:
        if isinstance(stuk, s.Gespreksvraag):
            vraag = Vraag(stuk.tekst, stuk.fase, stuk.reden, str(pakket.van)[:300])
            _keep(voorraad, stuk.tekst.casefold(), vraag, MEESTE_VRAGEN)
        elif isinstance(stuk, s.Actie):
            if stuk.doel:
                continue
            afspraak = _agreement(stuk, pakket)
            if afspraak.id not in bekend and _bare(afspraak.wat) not in zelf:
                _keep(nu if na else vorige, afspraak.id, afspraak, MEESTE_AFSPRAKEN)
        elif (punt := _point(stuk, pakket)) is not None:
            if (punt.deel, _bare(punt.wat)) not in al:
                _keep(punten, punt.id, punt, MEESTE_PUNTEN)
        else:
            continue
        bruikbaar += 1
    erbij = len(punten) + len(vorige) + len(nu) + len(voorraad) - er
    blad = replace(
        blad,
        punten=tuple(punten.values()),
        vorige=tuple(vorige.values()),
        afspraken=tuple(nu.values()),
    )
    nieuw = replace(rapportage, blad=blad, voorraad=tuple(voorraad.values()), dossier=dossier[:80])
    return nieuw, erbij, bruikbaar - erbij


def _bare(tekst: str) -> str:
    return plain(tekst).removesuffix(".")


def _keep(er: dict[str, T], sleutel: str, nieuw: T, grens: int) -> None:
    if len(er) < grens:
        er.setdefault(sleutel, nieuw)


def _mark(stuk: s.Stuk, pakket: Pakket) -> str:
    """Geef een kenmerk dat voor hetzelfde stuk uit hetzelfde werk altijd gelijk is."""
    plek = "/".join((*pakket.plek, stuk.soort, str(getattr(stuk, "id", ""))))
    return f"{stuk.soort}-{hashlib.sha256(plek.encode()).hexdigest()[:16]}"


def _agreement(actie: s.Actie, pakket: Pakket) -> Afspraak:
    return Afspraak(
        _mark(actie, pakket), actie.wat, actie.wie, actie.klaar, van=str(pakket.van)[:300]
    )


def _point(stuk: s.Stuk, pakket: Pakket) -> Punt | None:
    """Maak van een stuk een punt, in het deel waar zijn soort hoort."""
    kenmerk, van = _mark(stuk, pakket), str(pakket.van)[:300]
    if isinstance(stuk, s.Signaal):
        return Punt(kenmerk, "resultaten", stuk.wat, "", stuk.bewijs, stuk.zekerheid, van=van)
    if isinstance(stuk, s.Verbeterpunt):
        deel: Deelcode = "gezien" if DE_LES in stuk.standaarden else "mensen"
        return Punt(kenmerk, deel, stuk.wat, "", stuk.bewijs, stuk.zekerheid, van=van)
    if isinstance(stuk, s.Doel):
        return Punt(
            kenmerk, "doelen", stuk.wat, "", stuk.indicator, wie=stuk.wie, dag=stuk.klaar, van=van
        )
    if isinstance(stuk, s.Bewijs):
        return Punt(
            kenmerk, "gezien", stuk.wat, "", stuk.bron, stuk.zekerheid, dag=stuk.dag, van=van
        )
    return None


def next_page(blad: Blad, kenmerk: str) -> Blad:
    """Begin het blad voor het volgende gesprek: met wat er is afgesproken, en met de doelen.

    Wat niet af is, komt mee. Van een doel blijft staan hoe het de vorige keer was; hoe het nu is,
    zegt de school opnieuw.
    """
    open_ = [a for a in (*blad.vorige, *blad.afspraken) if a.afloop in ("open", "deels")]
    vorige = {a.id: a for a in open_ if a.wat.strip()}
    doelen = tuple(
        replace(p, stand="", was=p.stand, eigen="")
        for p in blad.punten
        if p.deel == "doelen" and p.wat.strip() and p.stand not in ("bereikt", "gestopt")
    )
    return Blad(
        kenmerk,
        blad.school,
        dag=blad.volgende,
        met=blad.met,
        vorige_dag=blad.dag,
        vorige=tuple(vorige.values())[:MEESTE_AFSPRAKEN],
        punten=doelen,
    )


def begin_next(rapportage: Rapportage, kenmerk: str) -> Rapportage:
    """Leg het blad van nu bij de eerdere, en begin het volgende."""
    eerder = (*rapportage.eerder, rapportage.blad)[-MEESTE_EERDER:]
    return replace(rapportage, blad=next_page(rapportage.blad, kenmerk), eerder=eerder, voorraad=())


def can_return(rapportage: Rapportage) -> bool:
    """Is er op het nieuwe blad nog niets geschreven, zodat het vorige terug kan?"""
    eerder = rapportage.eerder
    return bool(eerder) and rapportage.blad == next_page(eerder[-1], rapportage.blad.id)


def go_back(rapportage: Rapportage) -> Rapportage:
    """Ga terug naar het vorige blad, als er op het nieuwe nog niets staat."""
    if not can_return(rapportage):
        return rapportage
    return replace(rapportage, blad=rapportage.eerder[-1], eerder=rapportage.eerder[:-1])


def take_previous(rapportage: Rapportage, ander: Blad) -> Rapportage:
    """Neem over wat op het blad van de vorige keer is afgesproken, met de doelen.

    Raises
    ------
    VormError
        Als dat blad van een andere school is.
    """
    blad = rapportage.blad
    if blad.school.strip() and not same(blad.school, ander.school):
        raise VormError(
            f"dat blad is van ‘{ander.school}’ en dit is dat van ‘{blad.school}’; kies het "
            "bestand van deze school"
        )
    komt = next_page(ander, blad.id)
    hier = {a.id for a in (*blad.vorige, *blad.afspraken)}
    vorige = [a for a in komt.vorige if a.id not in hier]
    vorige = vorige[: MEESTE_AFSPRAKEN - len(blad.vorige)]
    punten = {p.id: p for p in (*blad.punten, *komt.punten)} | {p.id: p for p in blad.punten}
    nieuw = replace(
        blad,
        school=blad.school or komt.school,
        dag=blad.dag or komt.dag,
        met=blad.met or komt.met,
        vorige_dag=komt.vorige_dag or blad.vorige_dag,
        vorige=(*vorige, *blad.vorige),
        punten=tuple(punten.values())[:MEESTE_PUNTEN],
    )
    eerder = rapportage.eerder
    if ander.id not in {e.id for e in eerder}:
        eerder = (*eerder, ander)[-MEESTE_EERDER:]
    return replace(rapportage, blad=nieuw, eerder=eerder)


def give(blad: Blad, inhoud: Rapportinhoud) -> tuple[s.Stuk, ...]:
    """Geef de vragen voor een gesprek, de afspraken als acties, en de dagen als momenten."""
    stukken: list[s.Stuk] = [*_questions(blad, inhoud)]
    stukken += [
        s.Actie(a.id, a.wat, a.wie, None, a.klaar)
        for a in blad.afspraken
        if a.wat.strip() and a.afloop in ("open", "deels")
    ]
    wat = inhoud.zeg("moment", school=blad.school or inhoud.zeg("de_school"))
    for soort, dag in (("q", blad.dag), ("q-volgende", blad.volgende)):
        if dag is not None:
            kenmerk = f"{soort}-{blad.id or 'blad'}"[:64]
            stukken.append(s.Moment(kenmerk, wat, dag, blad.met[:80], "gesprek"))
    return tuple(stukken)[:MEESTE_STUKKEN]


def _questions(blad: Blad, inhoud: Rapportinhoud) -> Iterator[s.Gespreksvraag]:
    """Eerst de drie vragen, dan wat nog open is, dan wat de school van het bestuur vraagt.

    De gespreksprompter vinkt de eerste drie aan. Wat daar zelf is afgesproken, staat er al bij de
    terugblik; de drie die de school koos, staan nergens anders.
    """
    zeg = inhoud.zeg
    for tekst in blad.vragen.alle:
        yield s.Gespreksvraag(tekst, "", zeg("onderwerp"), zeg("reden_gekozen"))
    for afspraak in (*blad.vorige, *blad.afspraken):
        if afspraak.wat.strip() and afspraak.afloop in ("open", "deels"):
            reden = zeg("reden_afspraak")
            if afspraak.klaar:
                reden = zeg("reden_afspraak_dag", dag=datum(afspraak.klaar))
            vraag = zeg("vraag_afspraak", wat=cut(afspraak.wat, 200))
            yield s.Gespreksvraag(vraag, "check", cut(afspraak.wat, 110), reden)
    for punt in blad.part("nodig"):
        vraag = zeg("vraag_nodig", wat=cut(punt.wat, 200))
        yield s.Gespreksvraag(vraag, "act", cut(punt.wat, 110), zeg("reden_nodig"))


def cut(tekst: str, lengte: int) -> str:
    """Kort een tekst in tot één regel van hoogstens zoveel tekens, om in een zin te zetten."""
    regel = " ".join(tekst.split()).removesuffix(".")
    return regel if len(regel) <= lengte else f"{regel[: max(lengte - 1, 1)].rstrip()}…"
