"""Welke groepen een deel van de stellingen in andere woorden kregen, of niet."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument


def own_words(uitslag: Uitslag, inhoud: Instrument) -> str:
    """Zeg voor welke groepen die meededen de stellingen anders waren; leeg als dat er geen was."""
    scan = uitslag.scan
    vragen = vragenset(scan.opzet, inhoud)
    rollen = dict.fromkeys(
        rol
        for bron in scan.bronnen
        for rol in (
            *(mens.rol for mens in bron.respondenten),
            *(telling.rol for telling in bron.handtellingen),
        )
    )
    namen = [vragen.rolnaam(rol) for rol in rollen if vragen.own_words(rol)]
    if not namen:
        return ""
    return inhoud.bewoording.uitslag.format(groepen=opsomming(namen))


def group_label(naam: str, groep: str, stelling: Stelling) -> str:
    """Zet bij een groep of zij deze stelling in eigen woorden kreeg, of niet."""
    if groep in stelling.niet_voor:
        return f"{naam} (niet gevraagd)"
    return f"{naam} (eigen woorden)" if stelling.for_role(groep) != stelling else naam
