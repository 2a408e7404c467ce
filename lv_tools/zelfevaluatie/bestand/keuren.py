"""Een gelezen staat keuren: past alles bij elkaar, en bij de vragenlijst van nu?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lv_tools.basis.antwoorden.bronvorm import check_sources
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.verzamelen.groepsbestand import check_group
from lv_tools.basis.verzamelen.groepswijziging import fit
from lv_tools.basis.vorm.vormcontrole import VormError, refuse_newer
from lv_tools.zelfevaluatie.bestand.overzetten import carry_state
from lv_tools.zelfevaluatie.model.lijst import instrument_of
from lv_tools.zelfevaluatie.model.opzet import Opzet, check_known, vragenset
from lv_tools.zelfevaluatie.model.scan import Samenoordeel, fit_scan
from lv_tools.zelfevaluatie.model.staat import Staat
from lv_tools.zelfevaluatie.teksten import Instrument


def inspect(staat: Staat, inhoud: Instrument) -> Staat:
    """Geef de staat zoals zij nu geldt, ook als zij van een oudere vragenlijst is.

    Raises
    ------
    Nieuwer
        Als het bestand bij een nieuwere vragenlijst hoort.
    VormError
        Als iets niet bij elkaar past. De tekst noemt wat.
    """
    refuse_newer(staat.toen.lijst, inhoud.lijst)
    toen = instrument_of(staat.toen, inhoud)
    _check(staat, toen)
    if toen is not inhoud:
        staat = carry_state(staat, toen, inhoud)
    eerdere = tuple(fit_scan(scan) for scan in staat.eerdere)
    if eerdere != staat.eerdere:
        staat = replace(staat, eerdere=eerdere)
    staat = replace(staat, groep=fit(replace(staat.groep, modus=staat.opzet.modus)))
    if staat.gemaakt:
        return staat
    # Aan deze scan is nog niets gedaan: hij begint vandaag.
    return replace(staat, opzet=replace(staat.opzet, datum=now().date()))


def _check(staat: Staat, toen: Instrument) -> None:
    _check_scan(staat.opzet, staat.samen, toen)
    check_group(staat.groep, vragenset(staat.opzet, toen))
    for scan in staat.eerdere:
        _check_scan(scan.opzet, scan.samen, toen)
        check_sources(scan.bronnen, vragenset(scan.opzet, toen))
        if scan.opzet.modus == "anoniem" and any(
            r.naam for b in scan.bronnen for r in b.respondenten
        ):
            raise VormError("in een anonieme scan staat een naam")
        if scan.eerdere:
            raise VormError("een scan die ernaast ligt, heeft zelf scans ernaast")
    for ander in staat.andere:
        check_known(ander.opzet, toen)
    if staat.opzet.modus == "anoniem" and any(
        r.naam for b in staat.groep.bronnen for r in b.respondenten
    ):
        raise VormError("in deze anonieme scan staat een naam")
    if staat.open and staat.andere_open is None:
        raise VormError("de scan die openstond, staat er niet in")


def _check_scan(opzet: Opzet, samen: Sequence[Samenoordeel], toen: Instrument) -> None:
    check_known(opzet, toen)
    if len({oordeel.thema for oordeel in samen}) != len(samen):
        raise VormError("bij een thema staan twee gezamenlijke oordelen")
    hoogste = len(toen.schaal.opties)
    for oordeel in samen:
        punten = [oordeel.oordeel, oordeel.vooraf_laag, oordeel.vooraf_hoog]
        if oordeel.thema not in opzet.themas or any(p is not None and p > hoogste for p in punten):
            raise VormError("een gezamenlijk oordeel past niet bij deze scan")
        if (oordeel.vooraf_laag or 0) > (oordeel.vooraf_hoog or 0):
            raise VormError("‘vooraf’ is geen midden van laag naar hoog")
