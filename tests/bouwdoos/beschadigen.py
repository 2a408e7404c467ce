"""Een bestand op elke soort plek een beetje anders: geweigerd, of gelezen zoals het was.

Over alles wat de lezer ziet ligt één controlegetal. Daarom maakt het voor een hulpmiddel niet uit
welke letter van een lange toelichting verandert, wel wát er verandert: een sleutel, een tekst, een
getal, een haakje, de versie, het controlegetal zelf. :func:`places` geeft van elke soort een begin,
een midden en een eind; elk ander teken probeert de toets bij het lezen zelf, zonder scherm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lv_tools.basis.opslag.werkbestand import Leesfout, from_json
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel

#: Wat er in JSON kan staan: een tekst, een getal of woord, een leesteken.
STUK = re.compile(r'"(?:[^"\\]|\\.)*"|[-+.\w]+|[\[\]{}:,]')


def places(tekst: str, hoogstens: int = 240) -> list[int]:
    """Geef plekken in een bestand: van elke sleutel, soort waarde en leesteken een paar."""
    soorten: dict[tuple[str, str], list[re.Match[str]]] = {}
    sleutel = ""
    for stuk in STUK.finditer(tekst):
        eerste = stuk[0][0]
        is_sleutel = eerste == '"' and tekst[stuk.end() : stuk.end() + 2].lstrip().startswith(":")
        if is_sleutel:
            sleutel = re.sub(r"[0-9a-f]{6,}|\d+", "0", stuk[0])
        soort = "sleutel" if is_sleutel else eerste if eerste in '"[]{}:,' else "waarde"
        soorten.setdefault((sleutel, soort), []).append(stuk)
    gekozen = set()
    for stukken in soorten.values():
        for stuk in (stukken[0], stukken[-1]):
            gekozen |= {stuk.start(), (stuk.start() + stuk.end()) // 2, stuk.end() - 1}
    return sorted(gekozen)[:: -(-len(gekozen) // hoogstens)]


def changed(tekst: str, plek: int) -> str:
    """Geef het bestand met op deze plek een ander teken."""
    anders = "9" if tekst[plek] != "9" else "8"
    return tekst[:plek] + anders + tekst[plek + 1 :]


def every_change(tekst: str) -> Iterator[str]:
    """Geef het bestand op elke soort plek veranderd, voor een toets die het in het scherm opent."""
    return (changed(tekst, plek) for plek in places(tekst))


def is_read_wrong(tekst: str, hulpmiddel: Hulpmiddel[Any, Any, Any], stap: int = 7) -> list[int]:
    """Geef de plekken waar een ander teken iets anders laat lezen, zonder dat het wordt geweigerd.

    Zo leest het hulpmiddel zijn bestand ook, maar dan zonder scherm: het kan overal.
    """

    def read(inhoud: str) -> object:
        gelezen = from_json(
            inhoud, hulpmiddel.naam, hulpmiddel.versie, omzettingen=hulpmiddel.omzettingen
        )
        return None if isinstance(gelezen, Leesfout) else (gelezen.staat, gelezen.naloop)

    goed = read(tekst)
    assert goed is not None, "ook zonder schade is het bestand niet te lezen"
    return [
        plek
        for plek in range(0, len(tekst), stap)
        if read(changed(tekst, plek)) not in (None, goed)
    ]
