"""Wat er van een risicoscan naast die van een andere school komt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.uitwisseling.naast import (
    Maat,
    Schoolbeeld,
    last_answer,
    prints,
    too_few,
)
from lv_tools.basis.verzamelen.groep import sources
from lv_tools.risicoscan.figuur import judgement
from lv_tools.risicoscan.model.scan import Scan, title
from lv_tools.risicoscan.model.uitkomst import Uitkomst, compute
from lv_tools.risicoscan.teksten import Instrument


def picture(scan: Scan, inhoud: Instrument, _bewaard: date) -> Schoolbeeld:
    """Geef per standaard de antwoorden van de hele groep, en wat de groep ziet."""
    uit = compute(scan, inhoud, uitvoer=True)
    mensen, anoniem = merge(sources(scan.groep, inhoud.vragen)), scan.groep.is_anonymous
    rollen = [
        f"{naam} {sum(wie.rol == rol for wie in mensen)}"
        for rol, naam in inhoud.vragen.rolnamen.items()
        if any(wie.rol == rol for wie in mensen)
    ]
    return Schoolbeeld(
        "risicoscan",
        title(scan),
        last_answer(mensen),
        scan.werk or scan.meting,
        uit.personen,
        "" if anoniem or uit.personen < 2 else ", ".join(rollen),
        anoniem,
        prints(mensen),
        (uit.verborgen[:400],) if uit.verborgen else (),
        tuple(_measures(uit, inhoud)),
    )


def _measures(uit: Uitkomst, inhoud: Instrument) -> Iterator[Maat]:
    anoniem, regels = uit.scan.groep.is_anonymous, uit.scan.regels
    # Wie de scan alleen maakt, mag zichzelf zien; een ander hoort dat niet te doen.
    dicht = "" if uit.zichtbaar and uit.personen > 1 else too_few(uit.personen, anoniem=anoniem)
    grens = inhoud.zeg("regels_nu", grens=regels.grens, mensen=regels.mensen)[:400]
    opties = inhoud.schaal.opties
    for code, beeld in uit.beelden.items():
        naam, verdeling = inhoud.full(code), beeld.verdeling
        maat = Maat(code, naam, "antwoorden", "", True, (naam,), opties, grens)
        if dicht or verdeling is None:
            reden = dicht or "minder dan vijf mensen vulden deze standaard in"
            yield replace(maat, dicht=reden)
            continue
        weet_niet = verdeling.weet_niet
        yield replace(
            maat,
            uitkomst=judgement(beeld, inhoud) if verdeling.totaal else "",
            n=verdeling.n,
            aantallen=verdeling.aantallen,
            buiten=f"{weet_niet} × {inhoud.schaal.weet_niet}" if weet_niet else "",
        )
