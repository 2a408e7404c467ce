"""Wat er van een scan naast die van een andere school komt."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.taal.notatie import LEEG
from lv_tools.basis.uitwisseling.naast import Maat, Schoolbeeld, prints, too_few
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import GEHEEL, SAMEN, Groep
from lv_tools.zelfevaluatie.model.staat import Staat, scan_of
from lv_tools.zelfevaluatie.model.vergelijkbaar import Stand, all_statements, take
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument


def picture(staat: Staat, inhoud: Instrument, _bewaard: date) -> Schoolbeeld:
    """Geef per thema het midden van elke groep, en per stelling de antwoorden van iedereen.

    Ook op naam staat niemand alleen: dit gaat naar mensen die er niet bij waren.
    """
    scan = scan_of(staat, inhoud)
    stand = take(scan, all_statements(scan, inhoud), inhoud, alleen_apart=False)
    verdeeld, opzet = stand.verdeeld, scan.opzet
    anoniem = opzet.modus == "anoniem"
    zichtbaar = [g for g in verdeeld.groepen if g.sleutel != SAMEN]
    verborgen = zinnen.hidden(verdeeld.verborgen, verdeeld.aanvullend, anoniem=anoniem)
    manier = inhoud.manier_van(opzet.modus).titel
    return Schoolbeeld(
        "zelfevaluatie",
        opzet.naam,
        opzet.datum,
        staat.kenmerk or opzet.id,
        verdeeld.personen,
        ", ".join(f"{g.naam} {g.personen}" for g in verdeeld.groepen),
        anoniem,
        prints(merge(scan.bronnen)),
        tuple(zin[:400] for zin in (f"{manier}.", verborgen) if zin),
        tuple(_measures(stand, zichtbaar, inhoud)),
    )


def _measures(stand: Stand, zichtbaar: list[Groep], inhoud: Instrument) -> Iterator[Maat]:
    geheel = stand.verdeeld.geheel
    dicht = ""
    if geheel is None:
        anoniem = stand.scan.opzet.modus == "anoniem"
        dicht = too_few(stand.verdeeld.personen, anoniem=anoniem)
    for groep in (geheel, *zichtbaar):
        for thema in stand.themas:
            yield _theme(stand, thema, groep, dicht, inhoud)
    for stelling in stand.stellingen:
        yield _statement(stelling, geheel, dicht, inhoud)


def _theme(stand: Stand, thema: str, groep: Groep | None, dicht: str, inhoud: Instrument) -> Maat:
    naam = groep.naam if groep is not None and groep.sleutel != GEHEEL else ""
    vragen = tuple(s.tekst for s in stand.stellingen if s.thema == thema)
    code, titel, opties = f"thema:{thema}", inhoud.themas[thema].titel, inhoud.schaal.opties
    if groep is not None and groep.themas[thema].afgeschermd:
        dicht = "minder dan vijf mensen vulden dit thema in"
    if groep is None or dicht:
        return Maat(code, titel, "schaal", naam, True, vragen, opties, dicht=dicht)
    beeld = groep.themas[thema]
    midden, kwart, eens = beeld.midden, beeld.kwart, beeld.eensgezindheid
    return Maat(
        code,
        titel,
        "schaal",
        naam,
        True,
        vragen,
        opties,
        uitkomst="" if midden is None else zinnen.middle(midden, inhoud),
        n=beeld.n,
        plek=None if midden is None else Fraction(midden.waarde),
        van=None if kwart is None else Fraction(kwart[0]),
        tot=None if kwart is None else Fraction(kwart[1]),
        eens=None if eens is None else Fraction(str(round(eens, 2))),
    )


def _statement(stelling: Stelling, geheel: Groep | None, dicht: str, inhoud: Instrument) -> Maat:
    eigen = stelling.code.startswith("eigen-")
    code = f"eigen-{zlib.crc32(stelling.tekst.encode()):08x}" if eigen else stelling.code
    naam = f"{inhoud.themas[stelling.thema].titel}: {stelling.kort}"
    vragen, opties = (stelling.tekst,), inhoud.schaal.opties
    if geheel is not None and geheel.stellingen[stelling.code].afgeschermd:
        dicht = "minder dan vijf mensen vulden deze stelling in"
    if geheel is None or dicht:
        return Maat(code, naam, "antwoorden", vragen=vragen, opties=opties, dicht=dicht)
    verdeling = geheel.stellingen[stelling.code].verdeling
    buiten = (
        (verdeling.weet_niet, inhoud.schaal.weet_niet),
        (verdeling.nvt, inhoud.schaal.nvt),
    )
    midden = zinnen.middle(geheel.stellingen[stelling.code].midden, inhoud)
    return Maat(
        code,
        naam,
        "antwoorden",
        vragen=vragen,
        opties=opties,
        uitkomst="" if midden == LEEG else midden,
        n=verdeling.n,
        aantallen=verdeling.aantallen,
        buiten=", ".join(f"{hoeveel} × {tekst}" for hoeveel, tekst in buiten if hoeveel),
    )
