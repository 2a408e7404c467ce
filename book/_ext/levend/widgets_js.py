"""Maak html-manager kleiner: weg met ipywidgets 7 en met wat alleen bij require.js hoort.

Het uitgegeven bestand bevat zes AMD-modules; de pagina gebruikt er drie. Binnen de laatste zitten
nog eens kopieen van ipywidgets 7, een JSON-schema en twee keer Font Awesome.
"""

from __future__ import annotations

import re
from pathlib import Path

from levend.vendor import VendorError, npm_pakket

#: De AMD-modules die de pagina gebruikt.
NODIG = ("@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/html-manager")


def widgets_js() -> bytes:
    """Geef html-manager met alleen de modules die de pagina gebruikt.

    Returns
    -------
    bytes
        JavaScript met drie ``define``-aanroepen met een naam.

    Raises
    ------
    VendorError
        Als een van de drie ontbreekt: het pakket is dan anders opgebouwd dan hier verwacht.
    """
    tekst = (_map() / "libembed-amd.js").read_text("utf-8")
    begin = [(m.start(), m[1]) for m in re.finditer(r'define\("(@jupyter-widgets/[^"]+)",', tekst)]
    eind = [plek for plek, _ in begin[1:]] + [len(tekst)]
    delen = {naam: tekst[van:tot] for (van, naam), tot in zip(begin, eind, strict=True)}
    ontbreekt = [naam for naam in NODIG if naam not in delen]
    if ontbreekt:
        raise VendorError(f"html-manager bevat {ontbreekt} niet; is de versie gewijzigd?")
    return "".join(delen[naam] for naam in NODIG).encode()


def lettertypen() -> dict[str, bytes]:
    """Geef de symbolen van Font Awesome; een browser haalt ze alleen op als er een te zien is."""
    return {pad.name: pad.read_bytes() for pad in sorted(_map().glob("*.woff2"))}


def _map() -> Path:
    return npm_pakket("@jupyter-widgets/html-manager") / "dist"
