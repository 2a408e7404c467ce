"""Tekst vergelijkbaar maken, hoe een programma haar ook opschreef."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ONZICHTBAAR = {"Cf", "Cc"}
_GELIJK = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
     "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-"}
)  # fmt: skip


@lru_cache(maxsize=8192)
def plain(tekst: str) -> str:
    """Maak tekst vergelijkbaar: kleine letters, gewone leestekens, niets onzichtbaars.

    Examples
    --------
    >>> plain("Collega’s&nbsp;leren. ")
    "collega's leren"
    """
    return fold(tekst).strip(" .:?!*;,")


@lru_cache(maxsize=8192)
def fold(tekst: str) -> str:
    """Maak tekst vergelijkbaar zoals :func:`plain`, en laat leestekens aan de randen staan."""
    if "&" in tekst:
        import html  # kent tweeduizend tekens bij naam; die zijn zelden nodig

        tekst = html.unescape(tekst)
    tekst = unicodedata.normalize("NFKC", tekst.translate(_GELIJK))
    zichtbaar = "".join(
        " " if teken in "\t\n\r" else teken
        for teken in tekst
        if teken in "\t\n\r" or unicodedata.category(teken) not in _ONZICHTBAAR
    )
    return " ".join(zichtbaar.split()).casefold()
