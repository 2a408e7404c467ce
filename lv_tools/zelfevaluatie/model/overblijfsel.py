"""Wat uit een oudere vragenlijst geen plaats meer heeft, van de scan en van eigen invullingen."""

from __future__ import annotations

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel, leftovers
from lv_tools.basis.onderzoek.vroeger import sorted_rest
from lv_tools.zelfevaluatie.model.staat import Staat, scan_of
from lv_tools.zelfevaluatie.teksten import Instrument


def leftovers_of(staat: Staat, inhoud: Instrument) -> tuple[Overblijfsel, ...]:
    """Geef alles wat over is, ook in de scans ernaast en in die van anderen."""
    regels = []
    scans = (scan_of(staat, inhoud), *staat.eerdere)
    for scan in scans:
        voor = "" if scan.opzet.id == staat.opzet.id else f"{scan.opzet.naam}: "
        anoniem = scan.opzet.modus == "anoniem"
        regels += [
            Overblijfsel(f"{voor}{regel.wat}", regel.inhoud)
            for regel in leftovers(scan.bronnen, scan.overig, anoniem=anoniem)
        ]
    hier = {scan.opzet.id for scan in scans}
    for ander in staat.andere:
        if ander.id not in hier:
            regels += [
                Overblijfsel(f"{ander.opzet.naam}: {vraag.tekst}", vraag.words(waarde))
                for vraag, waarde in sorted_rest(ander.vel.rest)
            ]
    return tuple(regels)
