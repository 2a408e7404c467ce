"""De code waarin iemands antwoorden op een scan passen."""

from __future__ import annotations

from functools import lru_cache

from lv_tools.basis.verzamelen.antwoordcode import Codevorm, form_of
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM
from lv_tools.zelfevaluatie.model.opzet import Opzet, groepcode, vragenset
from lv_tools.zelfevaluatie.teksten import Instrument


@lru_cache(maxsize=16)
def code_form(opzet: Opzet, inhoud: Instrument) -> Codevorm:
    """Geef de vorm van een code bij een scan.

    De vaste rollen staan er altijd in, ook die niet meedoen: zet de maker er later een aan, dan
    passen eerdere codes nog.
    """
    eigen = tuple(groepcode(naam) for naam in opzet.eigen_groepen)
    rollen = (*inhoud.rollen, *eigen)
    return form_of(NAAM, opzet.id, inhoud.lijst, vragenset(opzet, inhoud), rollen)
