"""De opzet van een scan in een link: achter het hekje, waar geen server bij kan.

De vorm is ``scan=1.<inhoud>.<controle>``. De inhoud is de opzet als JSON, ingepakt en geschreven
met letters die in een adres mogen. Het controlegetal maakt dat een half gekopieerde link wordt
geweigerd en nooit een andere scan wordt; wat mail om de link heen zet, doet er dan niet toe.
"""

from __future__ import annotations

from typing import Any

from lv_tools.basis.opslag import adreslink
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.bestand.linkzoeker import finds, holds_scan, too_long
from lv_tools.zelfevaluatie.bestand.opzetrij import (
    SLEUTELS,
    known_only,
    setup_from_row,
    setup_to_row,
)
from lv_tools.zelfevaluatie.bestand.overzetten import carry_setup
from lv_tools.zelfevaluatie.model.lijst import first_list, instrument_of
from lv_tools.zelfevaluatie.model.opzet import Opzet
from lv_tools.zelfevaluatie.teksten import Instrument

_OPNIEUW = "Vraag de maker van de scan om de link opnieuw, of kopieer hem in één keer helemaal."


LinkError = adreslink.LinkError


def to_fragment(opzet: Opzet, inhoud: Instrument) -> str:
    """Schrijf een opzet als deel van een adres, zonder hekje."""
    return adreslink.pack("scan", [inhoud.lijst, *setup_to_row(opzet)])


def has_scan(tekst: str) -> bool:
    """Zeg of er in dit adres of fragment een scan staat."""
    return holds_scan(tekst)


def from_fragment(tekst: str, inhoud: Instrument) -> Opzet:
    """Lees een opzet uit een adres, een fragment, of een stuk mail waar de link in staat.

    Raises
    ------
    LinkError
        Als er geen scan in staat, of meer dan een, als de link is afgebroken of veranderd, of als
        hij bij een nieuwere vragenlijst hoort. Een link van een oudere lijst opent met de vragen
        van nu.
    """
    ingepakt = _find(tekst)
    gegevens = _unpack(ingepakt)
    if type(gegevens[0]) is not int or gegevens[0] > inhoud.lijst:
        raise LinkError(
            "Deze link hoort bij een nieuwere vragenlijst dan deze pagina kent. Laad de pagina "
            "opnieuw en probeer het nog eens."
        )
    lijst, *rij = gegevens
    try:
        if lijst == inhoud.lijst:
            return setup_from_row(rij, inhoud)
        toen = instrument_of(first_list(), inhoud) if lijst == 1 else inhoud
        return carry_setup(setup_from_row(known_only(rij, toen), toen), toen, inhoud)[0]
    except (VormError, ValueError) as fout:
        raise LinkError(f"In deze link klopt iets niet: {fout}. {_OPNIEUW}") from fout


def _find(tekst: str) -> str:
    """Geef de letters van de ene scan in een tekst waarvan het controlegetal klopt."""
    if not holds_scan(tekst):
        raise LinkError(f"In deze link staat geen scan. {_OPNIEUW}")
    if too_long(tekst):
        raise LinkError(f"Deze link is te lang voor een scan. {_OPNIEUW}")
    gevonden = list(finds(tekst))
    goed = {
        v.letters
        for v in gevonden
        if v.versie == adreslink.VERSIE and v.controle == adreslink.check(v.letters)
    }
    if len(goed) == 1:
        return goed.pop()
    if goed:
        raise LinkError(
            "In deze tekst staan links naar verschillende scans. Plak alleen de link die u nodig "
            "hebt."
        )
    if any(v.versie != adreslink.VERSIE for v in gevonden):
        raise LinkError(
            "Deze link is gemaakt met een andere versie van het hulpmiddel. Laad de pagina opnieuw "
            "en probeer het nog eens."
        )
    if gevonden:
        raise LinkError(f"Deze link is onderweg veranderd of niet compleet. {_OPNIEUW}")
    raise LinkError(f"Deze link is niet compleet. {_OPNIEUW}")


def _unpack(ingepakt: str) -> list[Any]:
    """Pak uit tot een lijst met alles wat een opzet heeft."""
    try:
        gegevens = adreslink.read_packed(ingepakt)
    except LinkError as fout:
        raise LinkError(f"Deze link is niet te lezen. {_OPNIEUW}") from fout
    if not isinstance(gegevens, list) or len(gegevens) != 1 + len(SLEUTELS):
        raise LinkError(f"Deze link is niet te lezen. {_OPNIEUW}")
    return gegevens
