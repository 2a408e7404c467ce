"""De kleuren van het boek, de hulpmiddelen, de figuren en het papier: hier, en nergens anders.

Stijlbladen en scripts kunnen dit niet inlezen en noemen dezelfde waarden; een toets houdt ze gelijk
(``tests/basis/beeld/test_kleuren.py``). Elk paar van tekst en vlak haalt 4,5 : 1, elke rand 3 : 1.
"""

from __future__ import annotations

#: Per rol de kleur op een licht scherm, en in een Word-bestand.
LICHT = {
    "tekst": "#1d2529", "tekst-2": "#46555b", "vlak": "#ffffff", "vlak-2": "#f1f5f5",
    "rand": "#64747a", "accent": "#0f5b66", "op-accent": "#ffffff", "fout": "#a3182c",
    "goed": "#1f6b3a", "letop": "#7a4b00", "focus": "#b3420a", "lijn": "#d5dedf",
    "accent-zacht": "#e3eff0", "markering": "#ffe9a8", "reeks-1": "#0f5b66", "reeks-2": "#b3420a",
    "reeks-3": "#5b4a9c", "reeks-4": "#3f7d20", "reeks-5": "#a3246f", "reeks-6": "#64747a",
}  # fmt: skip
DONKER = {
    "tekst": "#e8edee", "tekst-2": "#b4c0c4", "vlak": "#12181b", "vlak-2": "#1b2327",
    "rand": "#8b9aa0", "accent": "#7cc9d1", "op-accent": "#0b1416", "fout": "#ff9aa5",
    "goed": "#86d6a0", "letop": "#f0c36a", "focus": "#ffb27a", "lijn": "#2f3b40",
    "accent-zacht": "#1a3036", "markering": "#5c4a10", "reeks-1": "#7cc9d1", "reeks-2": "#ffb27a",
    "reeks-3": "#b9aef0", "reeks-4": "#9ad07a", "reeks-5": "#f29ccb", "reeks-6": "#a9b6bb",
}  # fmt: skip
#: Een bladzijde die een lezer zelf afdrukt: zwart op wit, en donkerder waar kleur iets zegt.
AFDRUK = {
    "tekst": "#000000", "tekst-2": "#333333", "vlak": "#ffffff", "vlak-2": "#ffffff",
    "rand": "#555555", "accent": "#0b454d", "fout": "#7d1222", "goed": "#17512c",
    "letop": "#5c3900", "focus": "#000000", "lijn": "#aaaaaa", "accent-zacht": "#ffffff",
    "markering": "#ffffff",
}  # fmt: skip
#: Gedrukte bladen: lijnen die een printer nog laat zien, en de tafel waar zij op het scherm liggen.
BLAD = {"lijn": "#c6d1d3", "schrijflijn": "#aab6b9", "knip": "#8b9aa0", "tafel": "#e6ebec"}


def office(rol: str) -> str:
    """Schrijf een kleur zoals een Word-bestand haar wil."""
    return LICHT[rol].removeprefix("#").upper()
