"""Een scan van een oudere vragenlijst overzetten naar die van nu."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.taal.vergelijkbaar import plain
from lv_tools.zelfevaluatie.model.opzet import Opzet, groepcode, vragenset
from lv_tools.zelfevaluatie.model.scan import Samenoordeel, Scan
from lv_tools.zelfevaluatie.teksten import Instrument

Paren = tuple[tuple[str, str], ...]


def carry_over(scan: Scan, toen: Instrument, inhoud: Instrument) -> Scan:
    """Zet alles over; wat nu geen plaats heeft, blijft in de woorden van toen staan."""
    opzet, overig = carry_setup(scan.opzet, toen, inhoud)
    zelfde_schaal = [plain(s) for s in toen.schaal] in [
        [plain(s) for s in schaal] for schaal in (inhoud.schaal, *inhoud.schaal_eerder)
    ]
    samen = tuple(o for o in scan.samen if zelfde_schaal and o.thema in opzet.themas)
    weg = tuple(_told(o, toen) for o in scan.samen if o not in samen)
    zetter = Overzetting(vragenset(scan.opzet, toen), vragenset(opzet, inhoud))
    return replace(
        scan,
        opzet=opzet,
        bronnen=zetter.sources(scan.bronnen),
        samen=samen,
        overig=tuple(dict.fromkeys((*scan.overig, *overig, *weg))),
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
    for groep in opzet.groepen:
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
        groepen=tuple(groepen.values()),
        eigen=tuple(e for e in opzet.eigen if e.thema in themas),
    )
    return nieuw, tuple(overig)


def _told(oordeel: Samenoordeel, toen: Instrument) -> tuple[str, str]:
    """Vertel een gezamenlijk oordeel in woorden."""
    wat = "niet eens" if oordeel.oordeel is None else toen.schaal[oordeel.oordeel - 1]
    delen = [f"oordeel van {oordeel.datum}: {wat}"]
    for kop, tekst in (
        ("aanwezig", oordeel.aanwezig),
        ("wat de doorslag gaf", oordeel.overtuigd),
        ("afspraak", oordeel.afspraak),
    ):
        delen += [f"{kop}: {tekst}"] if tekst else []
    return f"gezamenlijk oordeel over ‘{toen.themas[oordeel.thema].titel}’", "; ".join(delen)
