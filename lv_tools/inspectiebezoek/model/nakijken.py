"""Wat opvalt: het verhaal naast de gegevens, wie wat nog moet horen, en wat nog openstaat.

Een opmerking wijst iets aan en houdt niets tegen. Zij zegt nooit wat de Inspectie zal vinden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from lv_tools.basis.invoer.namen import find_names
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.inspectiebezoek.model.bezoek import (
    ROLLEN,
    Bewering,
    Bezoek,
    Contact,
    Gegeven,
    Notitie,
    Rol,
    Stuk,
)
from lv_tools.inspectiebezoek.model.planning import Regel, shift, shortage
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud

#: Zo lang mag een naam in een opmerking zijn.
KORT = 80
#: Zoveel namen staan er in een opmerking; meer leest niemand.
MEESTE_NAMEN = 4


@dataclass(frozen=True)
class Opmerking:
    """Iets wat opvalt, en bij welke stap op het scherm."""

    code: str
    waar: str
    zin: str


@dataclass(frozen=True)
class Naast:
    """Het verhaal naast de gegevens.

    Parameters
    ----------
    paren
        Elke bewering met de gegevens erbij.
    zonder_verhaal
        Gegevens waar geen bewering bij hoort.
    """

    paren: tuple[tuple[Bewering, tuple[Gegeven, ...]], ...]
    zonder_verhaal: tuple[Gegeven, ...]

    @property
    def zonder_gegeven(self) -> tuple[Bewering, ...]:
        """Beweringen waar geen gegeven bij ligt."""
        return tuple(bewering for bewering, gegevens in self.paren if not gegevens)


def lay_beside(bezoek: Bezoek) -> Naast:
    """Leg elke bewering naast haar gegevens; wat leeg is, telt niet."""
    gegevens = {g.id: g for g in bezoek.gegevens if g.wat.strip()}
    paren = tuple(
        (b, tuple(gegevens[id_] for id_ in dict.fromkeys(b.gegevens) if id_ in gegevens))
        for b in bezoek.beweringen
        if b.wat.strip()
    )
    gebruikt = {g.id for _, bij in paren for g in bij}
    return Naast(paren, tuple(g for g in gegevens.values() if g.id not in gebruikt))


def still_to_tell(contact: Contact) -> tuple[Rol, ...]:
    """Geef wie na een contact nog moet horen wat eruit kwam."""
    return tuple(rol for rol in ROLLEN if rol not in contact.weet)


def open_promises(bezoek: Bezoek) -> tuple[Notitie, ...]:
    """Geef de toezeggingen die nog openstaan, de eerste eerst."""
    open_ = [n for n in bezoek.notities if n.toezegging.strip() and not n.gedaan]
    return tuple(sorted(open_, key=lambda n: n.voor or date.max))


def impressions(notitie: Notitie, inhoud: Bezoekinhoud) -> tuple[str, ...]:
    """Geef woorden in een aantekening die meer een indruk dan een feit lijken."""
    tekst = f" {notitie.gezegd} {notitie.antwoord} ".casefold()
    for teken in "\n\t.,;:!?()\"'":
        tekst = tekst.replace(teken, " ")
    return tuple(woord for woord in inhoud.indruk if f" {woord} " in tekst)


def check(
    bezoek: Bezoek, regels: tuple[Regel, ...], inhoud: Bezoekinhoud, vandaag: date
) -> tuple[Opmerking, ...]:
    """Geef alles wat opvalt, op de volgorde van de stappen."""
    zin = inhoud.advise
    uit = [
        *_check_visit(bezoek, regels, inhoud, vandaag),
        *_check_plan(bezoek, regels, inhoud, vandaag),
        *_check_story(bezoek, inhoud),
        *_check_files(bezoek, inhoud),
        *_check_contacts(bezoek, inhoud),
        *_check_notes(bezoek, inhoud, vandaag),
        *_check_after(bezoek, vandaag),
    ]
    return tuple(Opmerking(code, waar, zin(code, **waarden)) for code, waar, waarden in uit)


_Gezien = Iterator[tuple[str, str, dict[str, object]]]


def _check_visit(
    bezoek: Bezoek, regels: tuple[Regel, ...], inhoud: Bezoekinhoud, vandaag: date
) -> _Gezien:
    if bezoek.dag is None:
        yield "geen-bezoekdag", "bezoek", {}
        return
    if bezoek.tot is not None and bezoek.tot < bezoek.dag:
        yield "tot-eerder", "bezoek", {"dag": datum(bezoek.dag), "tot": datum(bezoek.tot)}
    if bezoek.is_free(bezoek.dag):
        yield "bezoek-vrij", "bezoek", {"dag": datum(bezoek.dag)}
    if bezoek.begin is not None and bezoek.begin > bezoek.dag >= vandaag:
        yield "begin-later", "bezoek", {"dag": datum(bezoek.begin)}
    if bezoek.soort == "herstel" and bezoek.herstel_voor is None:
        yield "geen-termijn", "bezoek", {}
    if bezoek.herstel_voor is not None and bezoek.herstel_voor < vandaag:
        yield "termijn-voorbij", "bezoek", {"dag": datum(bezoek.herstel_voor)}
    doen = {r.rol for r in regels}
    if leeg := [inhoud.rol[rol] for rol in ROLLEN if rol in doen and not bezoek.rollen.get(rol)]:
        yield "geen-naam", "bezoek", {"rollen": opsomming(leeg)}


def _check_plan(
    bezoek: Bezoek, regels: tuple[Regel, ...], inhoud: Bezoekinhoud, vandaag: date
) -> _Gezien:
    komt_nog = bezoek.dag is not None and vandaag <= bezoek.dag
    if komt_nog and (kort := shortage(bezoek, inhoud)):
        ruimte, nodig = kort
        eerst = opsomming(sorted({r.stap for r in regels if r.eerst and r.dag}, key=int))
        waarden: dict[str, object] = {"ruimte": aantal(ruimte, "dag", "dagen"), "nodig": nodig}
        yield "weinig-tijd", "plan", {**waarden, "eerst": eerst}
    if laat := [r for r in regels if "voorbij" in r.meldingen]:
        yield "voorbij", "plan", {"n": aantal(len(laat), "taak", "taken"), "wat": _names(laat)}
    if geweest := sum("geweest" in r.meldingen for r in regels):
        yield "geweest", "plan", {"n": aantal(geweest, "taak", "taken")}
    for code in ("na-bezoek", "voor-bezoek", "voor-begin"):
        if raak := [r for r in regels if code in r.meldingen]:
            yield code, "plan", {"wat": _names(raak)}
    # Wat op de dag zelf hoort, is niet te verzetten.
    nog = [r for r in regels if r.dag and r.dag >= vandaag and not r.klaar]
    if dicht := [r for r in nog if not r.vast and r.fase != "tijdens" and _closed(r.dag, inhoud)]:
        dagen = dict.fromkeys(datum(r.dag) for r in dicht if r.dag)
        taken = aantal(len(dicht), "taak", "taken")
        yield "vakantie", "plan", {"n": taken, "dagen": opsomming(list(dagen))}
    druk = Counter((r.dag, r.wie) for r in nog if r.fase != "tijdens")
    for (dag, wie), n in sorted(druk.items(), key=lambda paar: (str(paar[0][0]), paar[0][1])):
        if n > inhoud.regels.drukte and dag is not None:
            yield "druk", "plan", {"dag": datum(dag), "wie": wie, "n": n}


def _closed(dag: date | None, inhoud: Bezoekinhoud) -> bool:
    """Is dit een dag waarop veel scholen dicht zijn?"""
    return dag is not None and any(van <= f"{dag:%m-%d}" <= tot for van, tot in inhoud.regels.dicht)


def _check_story(bezoek: Bezoek, inhoud: Bezoekinhoud) -> _Gezien:
    naast = lay_beside(bezoek)
    for b in naast.zonder_gegeven:
        yield "zonder-gegeven", "verhaal", {"wat": cut(b.wat)}
    for g in naast.zonder_verhaal:
        yield "zonder-verhaal", "verhaal", {"wat": cut(g.wat)}
    beweringen = [b for b, _ in naast.paren]
    for b in beweringen:
        if b.kant == "beter" and not (b.oorzaak.strip() and b.aanpak.strip()):
            yield "zonder-aanpak", "verhaal", {"wat": cut(b.wat)}
        if not b.voorbeeld.strip():
            yield "zonder-voorbeeld", "verhaal", {"wat": cut(b.wat)}
    if beweringen and not any(b.kant == "goed" for b in beweringen):
        yield "niets-goed", "verhaal", {}
    if beweringen and not any(b.kant == "beter" for b in beweringen):
        yield "niets-beter", "verhaal", {}
    if len(beweringen) > inhoud.regels.boodschappen:
        yield "veel", "verhaal", {"n": len(beweringen), "grens": inhoud.regels.boodschappen}


def _check_files(bezoek: Bezoek, inhoud: Bezoekinhoud) -> _Gezien:
    grens = inhoud.regels
    stukken = [s for s in bezoek.stukken if s.wat.strip()]
    for code, raak in (
        ("stuk-waar", [s for s in stukken if not s.waar.strip()]),
        ("stuk-kent", [s for s in stukken if not s.kent.strip()]),
        ("stuk-actueel", [s for s in stukken if s.actueel in ("", "weet-niet")]),
        ("stuk-oud", [s for s in stukken if s.actueel == "nee"]),
        ("stuk-jaren", [s for s in stukken if _older(s, bezoek, grens.oud)]),
        ("stuk-vers", [s for s in stukken if _fresh(s, bezoek, grens.vers)]),
        ("stuk-sturen", [s for s in stukken if s.gevraagd and s.verstuurd is None]),
    ):
        if raak:
            yield code, "stukken", {"wat": _names(raak), "vers": grens.vers, "oud": grens.oud}


def _fresh(stuk: Stuk, bezoek: Bezoek, dagen: int) -> bool:
    """Is een stuk vlak voor het bezoek gemaakt?"""
    dag = bezoek.dag
    return dag is not None and stuk.van is not None and shift(dag, -dagen) < stuk.van <= dag


def _older(stuk: Stuk, bezoek: Bezoek, dagen: int) -> bool:
    """Is een stuk ouder dan zoveel dagen, en zei niemand dat het nog klopt?"""
    dag, oud = bezoek.dag, stuk.actueel != "ja"
    return oud and dag is not None and stuk.van is not None and stuk.van < shift(dag, -dagen)


def _check_contacts(bezoek: Bezoek, inhoud: Bezoekinhoud) -> _Gezien:
    for contact in bezoek.contacten:
        if contact.wat.strip() and (rollen := still_to_tell(contact)):
            wie = opsomming([inhoud.rol[rol] for rol in rollen])
            yield "niet-verteld", "contact", {"wat": cut(contact.wat), "wie": wie}


def _check_notes(bezoek: Bezoek, inhoud: Bezoekinhoud, vandaag: date) -> _Gezien:
    for n in bezoek.notities:
        if woorden := impressions(n, inhoud):
            woord = opsomming([f"‘{w}’" for w in woorden])
            yield "indruk", "dag", {"tijd": write_time(n.tijd) or cut(n.bij), "woord": woord}
        if namen := _names_in(n.bij, n.gezegd, n.antwoord):
            wie = opsomming([f"‘{cut(naam)}’" for naam in namen])
            yield "naam", "dag", {"tijd": write_time(n.tijd) or cut(n.bij), "wie": wie}
    for n in open_promises(bezoek):
        if not n.wie.strip() or n.voor is None:
            yield "toezegging-los", "dag", {"wat": cut(n.toezegging)}
        elif n.voor < vandaag:
            yield "toezegging-laat", "dag", {"wat": cut(n.toezegging), "dag": datum(n.voor)}


def _check_after(bezoek: Bezoek, vandaag: date) -> _Gezien:
    notities = {n.id for n in bezoek.notities}
    for b in bezoek.bevindingen:
        if not b.wat.strip():
            continue
        wat: dict[str, object] = {"wat": cut(b.wat)}
        if not b.klopt:
            yield "niet-vergeleken", "erna", wat
        if b.klopt == "anders" and not notities & {*b.notities}:
            yield "anders-zonder-notitie", "erna", wat
        if b.klopt == "anders" and not b.reactie.strip():
            yield "anders-zonder-reactie", "erna", wat
        acties = [a for a in b.acties if a.wat.strip()]
        if b.beter and not acties:
            yield "beter-zonder-actie", "erna", wat
        for a in acties:
            if not a.wie.strip() or a.klaar is None:
                yield "actie-los", "erna", {"wat": cut(a.wat)}
    rapport = bezoek.rapport
    if rapport.ontvangen is not None and rapport.reageren is None:
        yield "geen-reageerdag", "erna", {}
    if rapport.reageren is not None and rapport.verstuurd is None and rapport.reageren < vandaag:
        yield "reactie-laat", "erna", {"dag": datum(rapport.reageren)}


def cut(tekst: str) -> str:
    """Kort in tot wat in een opmerking past."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= KORT else f"{regel[: KORT - 1].rstrip()}…"


def write_time(tijd: time | None) -> str:
    """Schrijf een tijd zoals mensen haar lezen."""
    return f"{tijd.hour}.{tijd.minute:02d} uur" if tijd else ""


#: Wie typt, laat alles nakijken; een aantekening die al gelezen is, hoeft niet nog eens.
_names_in = lru_cache(maxsize=512)(find_names)


def _names(dingen: Sequence[Regel | Stuk]) -> str:
    """Noem de eerste, en zeg hoeveel er nog zijn."""
    namen = [f"‘{cut(ding.wat)}’" for ding in dingen]
    if (meer := len(namen) - MEESTE_NAMEN) > 1:
        namen[MEESTE_NAMEN:] = [f"nog {meer}"]
    return opsomming(namen)
