"""Wat naast het plan een eigen bestand heeft: actielijst, agenda, tekst voor ouders en één blad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from lv_tools.basis.beeld.figuurstijl import with_colors
from lv_tools.basis.beeld.kleuren import LICHT
from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.agenda import Agendapunt, to_ics
from lv_tools.basis.uitvoer.agendageheugen import Uitgegeven, publish
from lv_tools.basis.uitvoer.document import Alinea, Blok, Document, Kop, Opsomming
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.verbeterplan.figuur.boom import VORMEN, label
from lv_tools.verbeterplan.model.boom import Tak, branches
from lv_tools.verbeterplan.model.plan import Plan, Verzonden
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.model.uitwisselen import moments
from lv_tools.verbeterplan.model.woorden import amount
from lv_tools.verbeterplan.teksten import Planinhoud
from lv_tools.verbeterplan.verslag.document import title
from lv_tools.verbeterplan.verslag.voortgang import goals_and_activities, reason, seen


def tables(uitslag: Uitslag, inhoud: Planinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef de actielijst en de doelen als tabellen."""
    return actions(uitslag, inhoud), _goals(uitslag, inhoud)


def actions(uitslag: Uitslag, inhoud: Planinhoud) -> Uitvoertabel:
    """Geef de actielijst: een rij per activiteit."""
    kern, zeg = uitslag.kern, inhoud.zeg
    maatregelen = {m.id: m.wat for m in kern.maatregelen}
    doelen = {d.id: d.wat for d in kern.doelen}
    namen = ("wat_doen", "wie", "met", "begin", "klaar", "uren", "indicator")
    kolommen = (*namen, "kleur", "waarom", "gezien", "besluit", "reden", "maatregel", "doel")
    return Uitvoertabel(
        zeg("tabel_acties"),
        tuple(zeg(f"kolom_{naam}") for naam in kolommen),
        tuple(
            (
                a.wat, a.wie, a.met, a.begin, a.klaar, a.uren, a.maat.wat,
                inhoud.kleur[uitslag.oordelen[a.id].kleur],
                reason(uitslag.oordelen[a.id], a.maat, inhoud), seen(a, a.maat, uitslag, inhoud),
                inhoud.besluit.get(a.besluit, ""), a.reden,
                maatregelen.get(a.maatregel, ""), doelen.get(kern.goal_of(a), ""),
            )
            for a in kern.activiteiten
        ),
        (zeg("verslag_regel", dag=datum(uitslag.peildag)), zeg("verslag_eigen")),
    )  # fmt: skip


def _goals(uitslag: Uitslag, inhoud: Planinhoud) -> Uitvoertabel:
    zeg, activiteiten = inhoud.zeg, {a.id for a in uitslag.kern.activiteiten}
    kolommen = ("doel", "wie", "klaar", "indicator", "nu", "streef", "kleur", "waarom", "gezien")
    return Uitvoertabel(
        zeg("tabel_doelen"),
        tuple(zeg(f"kolom_{naam}") for naam in kolommen),
        tuple(
            (
                knoop.wat, knoop.wie, knoop.klaar, maat.wat,
                amount(maat.nu, maat), amount(maat.dan, maat),
                inhoud.kleur[uitslag.oordelen[knoop.id].kleur],
                reason(uitslag.oordelen[knoop.id], maat, inhoud),
                seen(knoop, maat, uitslag, inhoud),
            )
            for knoop, maat in goals_and_activities(uitslag.kern)
            if knoop.id not in activiteiten
        ),
        (zeg("verslag_regel", dag=datum(uitslag.peildag)),),
    )  # fmt: skip


def parents(uitslag: Uitslag, inhoud: Planinhoud) -> Document:
    """Schrijf de tekst voor ouders: wat beter moet, wat hun kind merkt, en wanneer er nieuws is."""
    kern, zeg = uitslag.kern, inhoud.zeg
    blokken: list[Blok] = [Alinea(zeg("ouders_aanhef"))]
    if kern.punten:
        punten = tuple(punt.wat for punt in kern.punten)
        blokken += [Alinea(zeg("ouders_waarom")), Opsomming(punten)]
    if kern.ambitie.wat.strip():
        blokken.append(Alinea(zeg("ouders_ambitie", ambitie=kern.ambitie.wat)))
    les = tuple(knoop.in_de_les for knoop in kern.nodes() if knoop.in_de_les.strip())
    if les:
        blokken += [Kop(zeg("ouders_merken")), Opsomming(les)]
    doen = tuple(m.wat for m in kern.maatregelen if m.wat.strip())
    if doen:
        blokken += [Kop(zeg("ouders_doen")), Opsomming(doen)]
    dagen = [b.dag for b in kern.boodschappen if b.aan == "ouders" and b.dag and not b.verteld]
    terug = zeg("ouders_terug_zin", dag=datum(min(dagen))) if dagen else zeg("ouders_terug_later")
    blokken += [
        Kop(zeg("ouders_terug")),
        Alinea(f"{terug} {zeg('ouders_vraag')}"),
        Alinea(f"{zeg('ouders_groet')}\n\n"),
        Alinea(zeg("ouders_onder"), klein=True),
    ]
    return Document(zeg("ouders_titel"), tuple(blokken))


def calendar(plan: Plan, inhoud: Planinhoud, nu: datetime) -> tuple[bytes, Plan]:
    """Schrijf het agendabestand, en geef het plan dat onthoudt wat erin stond.

    Een activiteit of moment houdt zijn sleutel, wat er ook aan verandert. Wat er niet meer is of
    gestopt is, gaat nog mee als vervallen.
    """
    punten = tuple(_events(plan, inhoud))
    levend = {punt.sleutel for punt in punten}
    geheugen = [_remembered(v) for v in plan.agenda]
    weg = {v.sleutel for v in geheugen} - levend
    uitgave = publish(punten, geheugen, weg, nu)
    naam = inhoud.zeg("agenda_naam", titel=plan.kern.titel).strip()
    onthouden = tuple(
        Verzonden(
            v.sleutel, v.afdruk, v.volgnummer, v.gewijzigd, v.dag, v.opschrift[:80], v.vervallen
        )
        for v in uitgave.geheugen
    )
    return to_ics(uitgave.punten, naam, nu), replace(plan, agenda=onthouden)


def _events(plan: Plan, inhoud: Planinhoud) -> Iterator[Agendapunt]:
    zeg = inhoud.zeg
    for a in plan.kern.activiteiten:
        if a.klaar and a.wat.strip() and a.besluit != "stoppen":
            wie = zeg("agenda_wie", wie=a.wie) if a.wie else ""
            bewijs = zeg("agenda_bewijs", bewijs=a.maat.wat) if a.maat.wat else ""
            uitleg = "\n".join(deel for deel in (wie, bewijs) if deel)
            titel, soort = zeg("agenda_klaar", wat=a.wat), inhoud.soort["activiteit"]
            sleutel = f"{plan.kenmerk}/{a.id}"
            yield Agendapunt(sleutel, titel, a.klaar, uitleg=uitleg, opschrift=soort)
    for m in moments(plan, inhoud):
        uitleg = zeg("agenda_wie", wie=m.wie) if m.wie else ""
        soort = inhoud.soort["moment"]
        yield Agendapunt(f"{plan.kenmerk}/{m.id}", m.wat, m.dag, uitleg=uitleg, opschrift=soort)


def _remembered(v: Verzonden) -> Uitgegeven:
    geen: time | None = None
    return Uitgegeven(
        v.sleutel, v.afdruk, v.volgnummer, v.gewijzigd, v.dag, geen, 60, v.opschrift, v.vervallen
    )


def one_page(uitslag: Uitslag, inhoud: Planinhoud) -> bytes:
    """Geef het plan op één bladzijde: de doelenboom als tekening, in een bestand voor de browser.

    Alles staat in het bestand zelf, zonder script; wat iemand typte, is tekst.
    """
    kern = uitslag.kern
    takken = branches(uitslag)
    kop, onder = title(kern, inhoud), inhoud.zeg("blad_onder", dag=datum(uitslag.peildag))
    legenda = " ".join(
        f'<span><svg viewBox="-9 -9 18 18" width="14" height="14" aria-hidden="true">'
        f"{_mark(kleur, 0, 0)}</svg> {ontsnap(inhoud.kleur[kleur])}</span>"
        for kleur in VORMEN
    )
    stijl = (
        "@page{size:A4;margin:12mm}*{box-sizing:border-box}"
        f"body{{font-family:Calibri,Arial,sans-serif;color:{LICHT['tekst']};margin:0 auto;"
        f"background:{LICHT['vlak']};"
        "max-width:186mm;height:270mm;display:flex;flex-direction:column}"
        f"h1{{font-size:18pt;margin:0;color:{LICHT['accent']}}}p{{margin:1mm 0;font-size:9pt}}"
        "span{margin-right:5mm}main{flex:1;min-height:0}main svg{width:100%;height:100%}"
    )
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{ontsnap(kop)}</title>'
        f"<style>{stijl}</style></head><body><h1>{ontsnap(kop)}</h1><p>{legenda}</p>"
        f"<main>{_drawing(takken, inhoud)}</main><p>{ontsnap(onder)}</p>"
        f"<p>{ontsnap(inhoud.zeg('verslag_eigen'))}</p></body></html>"
    ).encode("utf-8", "replace")


def _drawing(takken: tuple[Tak, ...], inhoud: Planinhoud) -> str:
    delen, plekken, y = [], list[tuple[int, int]](), 16
    for tak in takken:
        x = 14 + 34 * tak.diepte
        plekken.append((x, y))
        if tak.onder >= 0:
            van_x, van_y = plekken[tak.onder]
            delen.append(
                f'<path d="M{van_x} {van_y + 9}V{y}H{x - 9}" fill="none" stroke="{LICHT["rand"]}"/>'
            )
        regels = label(tak, inhoud, 92)
        delen.append(f"<g><title>{ontsnap(_words(tak, inhoud))}</title>")
        delen.append(_mark(tak.oordeel.kleur, x, y))
        for nummer, regel in enumerate(regels):
            laatste = nummer == len(regels) - 1
            stijl = f' fill="{LICHT["tekst-2"]}"' if laatste else ""
            vet = ' font-weight="bold"' if tak.diepte < 2 and not stijl else ""
            hoog = y + 5 + 17 * nummer
            delen.append(f'<text x="{x + 16}" y="{hoog}"{stijl}{vet}>{ontsnap(regel)}</text>')
        delen.append("</g>")
        y += 17 * len(regels) + 14
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {y}" font-size="14"'
        f' preserveAspectRatio="xMinYMin meet" role="img"'
        f' aria-label="{ontsnap(inhoud.zeg("boom_titel"))}">{"".join(delen)}</svg>'
    )


def _words(tak: Tak, inhoud: Planinhoud) -> str:
    return f"{inhoud.soort[tak.soort]}: {tak.knoop.wat} ({inhoud.kleur[tak.oordeel.kleur]})"


def _mark(kleur: str, x: int, y: int) -> str:
    verf = with_colors({"k": VORMEN[kleur][0]})["k"]
    if kleur == "groen":
        return f'<circle cx="{x}" cy="{y}" r="7" fill="{verf}"/>'
    if kleur == "oranje":
        return f'<path d="M{x} {y - 8}l8 14h-16z" fill="{verf}"/>'
    if kleur == "rood":
        kruis = f"M{x - 6} {y - 6}l12 12m0 -12l-12 12"
        return f'<path d="{kruis}" stroke="{verf}" stroke-width="4" fill="none"/>'
    return f'<circle cx="{x}" cy="{y}" r="6" fill="none" stroke="{verf}" stroke-width="2"/>'
