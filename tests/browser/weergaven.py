"""Dezelfde pagina smal en breed, licht en donker: één keer openen, vier keer kijken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Page

BREEDTES = (320, 1280)
KLEUREN: tuple[Literal["light", "dark"], ...] = ("light", "dark")
#: Zo lang wachten figuren en tabbladen na een nieuwe breedte voordat zij hun plaats hebben.
SCHIKKEN_MS = 400


def each_look(pagina: Page) -> Iterator[str]:
    """Zet de pagina in elke weergave en geef de naam ervan, voor in een melding."""
    for breedte in BREEDTES:
        pagina.set_viewport_size({"width": breedte, "height": 900})
        for kleuren in KLEUREN:
            pagina.emulate_media(color_scheme=kleuren)
            pagina.wait_for_timeout(SCHIKKEN_MS)
            yield f"{breedte} px, {kleuren}"
