"""Wat het bezoek van andere hulpmiddelen neemt, en wat het geeft."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitwisseling import stukken as s
from lv_tools.basis.uitwisseling.dossier import MEESTE_STUKKEN
from lv_tools.inspectiebezoek.model.bezoek import Bevinding, Bezoek, Gegeven, Notitie, Oefenvraag
from lv_tools.inspectiebezoek.model.nakijken import write_time
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud

NEEMT: tuple[type[s.Stuk], ...] = (s.Signaal, s.Verbeterpunt, s.Bewijs, s.Gespreksvraag)
GEEFT: tuple[type[s.Stuk], ...] = (s.Verbeterpunt, s.Actie, s.Moment, s.Gespreksvraag)
#: Zoveel gegevens en zoveel oefenvragen passen erin.
MEESTE = 60
T = TypeVar("T", Gegeven, Oefenvraag)


def take(
    bezoek: Bezoek, stukken: tuple[s.Stuk, ...], van: s.Herkomst
) -> tuple[Bezoek, int, int, int]:
    """Neem signalen, punten en bewijs over als gegevens, en vragen als oefenvragen.

    Wat er al is, blijft zoals het staat: wat iemand eraan veranderde, gaat niet verloren.

    Returns
    -------
    tuple
        Het bezoek, hoeveel gegevens en hoeveel vragen erbij kwamen, en hoeveel er al waren of niet
        meer pasten.
    """
    gegevens = [g for stuk in stukken if (g := _fact(stuk, van)) is not None]
    vragen = [
        Oefenvraag(question_id(v.tekst), v.tekst, None, bron=str(van)[:120])
        for v in s.of_kind(stukken, s.Gespreksvraag)
    ]
    alle_gegevens, nieuw = _add(bezoek.gegevens, gegevens)
    alle_vragen, erbij = _add(bezoek.vragen, vragen)
    had = len(gegevens) + len(vragen) - nieuw - erbij
    return replace(bezoek, gegevens=alle_gegevens, vragen=alle_vragen), nieuw, erbij, had


def _fact(stuk: s.Stuk, van: s.Herkomst) -> Gegeven | None:
    """Maak van een stuk een gegeven: wat het zegt en waaruit dat blijkt."""
    if isinstance(stuk, s.Signaal | s.Verbeterpunt):
        bewijs = f" ({stuk.bewijs})" if stuk.bewijs else ""
        return Gegeven(stuk.id, f"{stuk.wat}{bewijs}"[:300], str(van)[:300], van.datum)
    if isinstance(stuk, s.Bewijs):
        return Gegeven(stuk.id, stuk.wat, (stuk.bron or str(van))[:300], stuk.dag)
    return None


def _add(had: tuple[T, ...], erbij: list[T]) -> tuple[tuple[T, ...], int]:
    bij = {element.id: element for element in had}
    for element in erbij:
        if len(bij) < MEESTE:
            bij.setdefault(element.id, element)
    return tuple(bij.values()), len(bij) - len(had)


def question_id(tekst: str) -> str:
    """Geef een kenmerk dat voor dezelfde vraag altijd gelijk is."""
    return hashlib.sha256(tekst.encode("utf-8", "replace")).hexdigest()[:16]


def give(beeld: Beeld, inhoud: Bezoekinhoud) -> tuple[s.Stuk, ...]:
    """Geef punten, acties, momenten en vragen; hun kenmerk blijft over wijzigingen gelijk.

    Een actie bij een verbeterpunt gaat daarmee mee: het plan zet haar verder in de kalender.
    """
    bezoek = beeld.bezoek
    stukken: list[s.Stuk] = []
    for b in bezoek.bevindingen:
        if b.beter and b.wat.strip():
            acties = _actions(b)
            bewijs = evidence(b, bezoek)
            stukken.append(s.Verbeterpunt(b.id, b.wat, bewijs, "", b.standaarden, acties=acties))
        else:
            stukken += _actions(b)
    stukken += [
        s.Actie(f"toezegging-{n.id}"[:64], n.toezegging, n.wie, None, n.voor)
        for n in bezoek.notities
        if n.toezegging.strip() and not n.gedaan
    ]
    stukken += moments(beeld, inhoud)
    vragen = [v.vraag for v in bezoek.vragen if v.vraag.strip() and not v.geoefend]
    onderwerp = inhoud.zeg("vraag_onderwerp")
    stukken += [s.Gespreksvraag(tekst, "", onderwerp) for tekst in dict.fromkeys(vragen)]
    return tuple(stukken)[:MEESTE_STUKKEN]


def _actions(bevinding: Bevinding) -> tuple[s.Actie, ...]:
    return tuple(
        s.Actie(a.id, a.wat, a.wie, None, a.klaar) for a in bevinding.acties if a.wat.strip()
    )


def moments(beeld: Beeld, inhoud: Bezoekinhoud) -> Iterator[s.Moment]:
    """Geef het bezoek, de taken met een dag en de dag om te reageren, als momenten."""
    bezoek, zeg = beeld.bezoek, inhoud.zeg
    if bezoek.dag is not None:
        yield s.Moment("bezoek", visit_line(bezoek, inhoud), bezoek.dag, "", "bezoek")
    if bezoek.rapport.reageren is not None and bezoek.rapport.verstuurd is None:
        yield s.Moment("reageren", zeg("moment_reageren"), bezoek.rapport.reageren, "", "verslag")
    if bezoek.soort == "herstel" and bezoek.herstel_voor is not None:
        yield s.Moment("termijn", zeg("moment_termijn"), bezoek.herstel_voor)
    for r in beeld.plan:
        if r.dag is not None and "geweest" not in r.meldingen:
            yield s.Moment(f"taak-{r.id}"[:64], r.wat, r.dag, r.wie[:80])


def visit_name(bezoek: Bezoek, inhoud: Bezoekinhoud) -> str:
    """Geef hoe het bezoek heet, midden in een zin."""
    eigen = bezoek.soort_naam.strip() if bezoek.soort == "eigen" else ""
    return eigen or inhoud.soort[bezoek.soort].naam


def visit_line(bezoek: Bezoek, inhoud: Bezoekinhoud) -> str:
    """Noem het bezoek; een eigen bezoek hoeft niet van de Inspectie te zijn."""
    sleutel = "moment_eigen" if bezoek.soort == "eigen" else "moment_bezoek"
    return inhoud.zeg(sleutel, soort=visit_name(bezoek, inhoud))


def evidence(bevinding: Bevinding, bezoek: Bezoek) -> str:
    """Geef waaruit een bevinding blijkt: waar zij staat, en wat u zelf noteerde."""
    notities = [n for n in bezoek.notities if n.id in bevinding.notities]
    delen = [bevinding.plaats.strip(), *(note_line(n) for n in notities)]
    return "; ".join(deel for deel in delen if deel)[:300]


def note_line(notitie: Notitie) -> str:
    """Geef een aantekening op één regel, met dag en tijd voorop."""
    dag = datum(notitie.dag) if notitie.dag else ""
    wanneer = ", ".join(deel for deel in (dag, write_time(notitie.tijd), notitie.bij) if deel)
    gezegd = " ".join(f"{notitie.gezegd} {notitie.antwoord}".split())
    return ": ".join(deel for deel in (wanneer, gezegd) if deel)
