"""Waar de gegevens van een hulpmiddel staan, en hoe dat in gewone woorden heet."""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: Staat deze omgevingsvariabele op "1", dan is het scherm voor een pagina van het boek.
PAGINA = "LV_TOOLS_PAGINA"


def drawn_by_page() -> bool:
    """Zeg of een pagina van het boek het scherm tekent, ook als dit Python daar niet draait."""
    return os.environ.get(PAGINA) == "1"


def in_page() -> bool:
    """Zeg of het scherm in de pagina staat; dan bewaart de browser, en niet Python."""
    return sys.platform == "emscripten" or drawn_by_page()


def describe_place(plaats: str, map: Path) -> tuple[str, ...]:
    """Geef de zinnen die bij deze plaats horen.

    Parameters
    ----------
    plaats
        ``"pagina"`` of ``"map"``.
    map
        De map, als de gegevens in bestanden staan.
    """
    if plaats == "pagina":
        return (
            "Wat u invult, blijft op dit apparaat, in de opslag van deze browser. Er gaat niets "
            "naar ons of naar iemand anders.",
            "Sluit u de pagina, dan staat alles er de volgende keer weer. Dat geldt alleen in deze "
            "browser, op dit apparaat. In een privévenster wist de browser alles als u het sluit.",
            "Gebruikt iemand anders dit apparaat ook, dan kan die uw gegevens zien. Kies dan na "
            "afloop ‘Wis alles’.",
            "Een browser kan gegevens opruimen als de opslag vol raakt. Wij vragen hem dat niet te "
            "doen. Safari wist gegevens ook als u deze site zeven dagen niet gebruikt. Sla "
            "belangrijk werk daarom ook op als bestand.",
        )
    zinnen = [
        f"Wat u invult, staat in bestanden op de computer waar dit notebook draait, in de map "
        f"{map.parent.name}/{map.name} naast het notebook.",
        "Het is hetzelfde soort bestand als in het boek: u kunt het hier opslaan en daar openen.",
    ]
    if "BINDER_SERVICE_HOST" in os.environ or "BINDER_LAUNCH_HOST" in os.environ:
        zinnen.append(
            "U werkt nu op Binder. Die computer verdwijnt als u stopt, en uw bestanden ook. Sla uw "
            "werk op als bestand op uw eigen apparaat, en vul hier geen vertrouwelijke gegevens in."
        )
    return tuple(zinnen)
