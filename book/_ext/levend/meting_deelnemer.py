"""Tel wat een deelnemer ophaalt die een link met een scan krijgt, tot en met het inleveren."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from levend.meting_meteen import Meetbrowser
    from levend.serveer import Lijn

WORTEL = Path(__file__).resolve().parents[3]
PAGINA = "instrumenten/zelfevaluatie.html"
NAAR_HET_EIND = "Naar het overzicht"


def bytes_deelnemer(browser: Meetbrowser, basis: str, lijn: Lijn) -> int:
    """Vul een scan van de korte lijst in als bestuurder, bewaar het bestand, en tel de bytes.

    Met Python of zonder: de woorden op het scherm zijn gelijk.
    """
    with browser.tabblad() as pagina:
        pagina.set_default_timeout(60_000)
        lijn.verzonden.clear()
        pagina.goto(f"{basis}/boek/{PAGINA}#{scanlink()}", wait_until="commit")
        start = pagina.get_by_role("button", name="Start het hulpmiddel")
        groep = pagina.get_by_label("Bij welke groep hoort u?")
        start.or_(groep).first.wait_for()
        if start.is_visible():
            start.click()
        groep.select_option(label="bestuur")
        pagina.get_by_label("Uw naam").fill("Bea")
        pagina.get_by_role("button", name="Begin", exact=True).click()
        fill_in(pagina)
        with pagina.expect_download():
            pagina.get_by_role("button", name="Bewaar mijn antwoorden als bestand").click()
        return sum(lijn.verzonden.values())


def fill_in(pagina: Any) -> None:
    """Kies bij elk thema het tweede antwoord."""
    verder = pagina.get_by_role("button", name=re.compile(f"Volgende thema|{NAAR_HET_EIND}"))
    klaar = pagina.get_by_role("heading", name="Klaar: kijk na en bewaar")
    thema = pagina.get_by_text(re.compile(r"Thema \d+ van \d+\."))
    for nummer in range(1, 100):
        thema.filter(has_text=f"Thema {nummer} van").wait_for()
        pagina.get_by_role("radio").nth(1).check()
        laatste = verder.inner_text() == NAAR_HET_EIND
        verder.click()
        if laatste:
            klaar.wait_for()
            return


def scanlink() -> str:
    """Geef de link van een scan met de korte lijst en een groep, zonder het adres ervoor."""
    if str(WORTEL) not in sys.path:
        sys.path.append(str(WORTEL))
    from lv_tools.zelfevaluatie.bestand.link import to_fragment
    from lv_tools.zelfevaluatie.model.opzet import Opzet, new_scan_id
    from lv_tools.zelfevaluatie.teksten import instrument

    inhoud = instrument()
    themas = tuple(inhoud.themas)
    scan = Opzet(new_scan_id(), "Meting", date.today(), "naam", "kern", themas, ("bestuur",))
    return to_fragment(scan, inhoud)
