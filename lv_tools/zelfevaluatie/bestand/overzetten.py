"""Werk van een oudere vragenlijst overzetten naar die van nu."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.taal.vergelijkbaar import plain
from lv_tools.basis.verzamelen.groepsbestand import carry_group
from lv_tools.basis.verzamelen.vel import carry_sheet
from lv_tools.zelfevaluatie.model.lijst import list_now
from lv_tools.zelfevaluatie.model.opzet import Opzet, groepcode, vragenset
from lv_tools.zelfevaluatie.model.scan import Samenoordeel, Scan
from lv_tools.zelfevaluatie.model.staat import AndereScan, Staat, page_of
from lv_tools.zelfevaluatie.teksten import Instrument

Paren = tuple[tuple[str, str], ...]


def carry_state(staat: Staat, toen: Instrument, inhoud: Instrument) -> Staat:
    """Zet alles over; wat nu geen plaats heeft, blijft in de woorden van toen staan."""
    opzet, weg = carry_setup(staat.opzet, toen, inhoud)
    zetter = Overzetting(vragenset(staat.opzet, toen), vragenset(opzet, inhoud))
    groep, half = carry_group(staat.groep, zetter, page_of(opzet, inhoud))
    samen, oordelen = _judgements(staat.samen, opzet, toen, inhoud)
    return replace(
        staat,
        toen=list_now(inhoud),
        opzet=opzet,
        groep=groep,
        andere=tuple(_other(ander, toen, inhoud) for ander in staat.andere),
        samen=samen,
        eerdere=tuple(carry_scan(scan, toen, inhoud) for scan in staat.eerdere),
        overig=_once(staat.overig, weg, oordelen, half),
    )


def carry_scan(scan: Scan, toen: Instrument, inhoud: Instrument) -> Scan:
    """Zet een scan over die ernaast ligt."""
    opzet, weg = carry_setup(scan.opzet, toen, inhoud)
    zetter = Overzetting(vragenset(scan.opzet, toen), vragenset(opzet, inhoud))
    samen, oordelen = _judgements(scan.samen, opzet, toen, inhoud)
    return replace(
        scan,
        opzet=opzet,
        bronnen=zetter.sources(scan.bronnen),
        samen=samen,
        overig=_once(scan.overig, weg, oordelen),
    )


def carry_setup(opzet: Opzet, toen: Instrument, inhoud: Instrument) -> tuple[Opzet, Paren]:
    """Zet een opzet over, en geef wat er geen plaats meer in heeft.

    Een thema dat er niet meer is, vervalt met zijn eigen stellingen. Een vaste groep die er niet
    meer is, gaat verder als eigen groep met de naam die zij had.
    """
    themas = tuple(code for code in inhoud.themas if code in opzet.themas)
    overig = [
        ("thema", toen.themas[code].titel) for code in opzet.themas if code not in inhoud.themas
    ]
    overig += [
        (f"eigen stelling bij ‘{toen.themas[e.thema].titel}’", e.tekst)
        for e in opzet.eigen
        if e.thema not in themas
    ]
    groepen: dict[str, str] = {}
    for groep in opzet.alle_groepen:
        naam = groep
        if groep not in inhoud.rollen and groep in toen.rollen:
            naam = toen.rollen[groep].tekst
            bekend = (
                code for code, rol in inhoud.rollen.items() if plain(rol.tekst) == plain(naam)
            )
            naam = next(bekend, naam)
        groepen.setdefault(groepcode(naam), naam)
    nieuw = replace(
        opzet,
        themas=themas or tuple(inhoud.themas),
        groepen=tuple(groep for groep in groepen.values() if groep in inhoud.rollen),
        eigen_groepen=tuple(groep for groep in groepen.values() if groep not in inhoud.rollen),
        eigen=tuple(e for e in opzet.eigen if e.thema in themas),
    )
    return nieuw, tuple(overig)


def _other(ander: AndereScan, toen: Instrument, inhoud: Instrument) -> AndereScan:
    opzet, _weg = carry_setup(ander.opzet, toen, inhoud)
    zetter = Overzetting(vragenset(ander.opzet, toen), vragenset(opzet, inhoud))
    return replace(ander, opzet=opzet, vel=carry_sheet(ander.vel, zetter, page_of(opzet, inhoud)))


def _once(*delen: Iterable[tuple[str, str]]) -> Paren:
    return tuple(dict.fromkeys(paar for deel in delen for paar in deel))


def _judgements(
    samen: tuple[Samenoordeel, ...], opzet: Opzet, toen: Instrument, inhoud: Instrument
) -> tuple[tuple[Samenoordeel, ...], Paren]:
    """Verdeel oordelen in wat nog iets betekent, en in woorden wat niet meer past."""
    zelfde_schaal = [plain(s) for s in toen.schaal.opties] in [
        [plain(s) for s in schaal] for schaal in (inhoud.schaal.opties, *inhoud.schaal.eerder)
    ]
    over = tuple(o for o in samen if zelfde_schaal and o.thema in opzet.themas)
    return over, tuple(_told(o, toen) for o in samen if o not in over)


def _told(oordeel: Samenoordeel, toen: Instrument) -> tuple[str, str]:
    """Vertel een gezamenlijk oordeel in woorden."""
    wat = "niet eens" if oordeel.oordeel is None else toen.antwoord(oordeel.oordeel)
    delen = [f"oordeel van {oordeel.datum.isoformat()}: {wat}"]
    for kop, tekst in (
        ("aanwezig", oordeel.aanwezig),
        ("wat de doorslag gaf", oordeel.overtuigd),
        ("afspraak", oordeel.afspraak),
    ):
        delen += [f"{kop}: {tekst}"] if tekst else []
    return f"gezamenlijk oordeel over ‘{toen.themas[oordeel.thema].titel}’", "; ".join(delen)
