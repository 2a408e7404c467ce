"""Wat de dia's nodig hebben: reveal.js, ons script en onze stijl.

De map draagt een controlegetal van haar inhoud, zodat een nieuwe uitgave nooit met oude onderdelen
draait. Alleen de bladen met dia's laden haar; een tekstpagina van het boek merkt er niets van.
"""

from __future__ import annotations

import functools
import hashlib
import shutil
from pathlib import Path

from huisstijl.opmaak import STIJLMAP
from levend.vendor import npm_pakket
from tekeningen import stylesheet

HIER = Path(__file__).parent
MAP = "_dia"
#: De enige zichtbare Engelse woorden in de stijl van reveal.js.
ENGELS = (b"Speaker notes", b"Notities")
SCRIPTS = ("schikken.js", "klok.js", "dek.js", "spreker.js")


@functools.cache
def assets() -> dict[str, bytes]:
    """Geef de bestanden bij de dia's: naam naar inhoud."""
    reveal, qr = npm_pakket("reveal.js"), npm_pakket("qrcode-generator")
    kleuren = (STIJLMAP / "kleuren.css").read_bytes()
    return {
        "reveal.js": (reveal / "dist" / "reveal.js").read_bytes(),
        "reveal.css": (reveal / "dist" / "reveal.css").read_bytes().replace(*ENGELS),
        "qrcode.js": (qr / "dist" / "qrcode.js").read_bytes(),
        "dek.css": kleuren + stylesheet().encode() + (HIER / "mee" / "dek.css").read_bytes(),
        **{naam: (HIER / "mee" / naam).read_bytes() for naam in SCRIPTS},
    }


def asset_folder() -> str:
    """Geef de map van die bestanden in de site, met een schuine streep achteraan."""
    som = hashlib.sha256()
    for naam, inhoud in sorted(assets().items()):
        som.update(f"{naam}\0{len(inhoud)}\0".encode() + inhoud)
    return f"{MAP}/mee-{som.hexdigest()[:12]}/"


def write_assets(site: Path) -> None:
    """Zet de bestanden in de site en ruim een eerdere uitgave op."""
    doel = site / asset_folder()
    for oud in (site / MAP).glob("mee-*"):
        if oud != doel:
            shutil.rmtree(oud)
    doel.mkdir(parents=True, exist_ok=True)
    for naam, inhoud in assets().items():
        (doel / naam).write_bytes(inhoud)
