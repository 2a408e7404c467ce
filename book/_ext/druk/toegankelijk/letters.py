"""Van glyfs naar letters: lees wat er op een bladzijde staat."""

from __future__ import annotations

import re

import pikepdf

_BLOK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


class Letters:
    """De letters van alle lettertypen in een PDF, elk lettertype een keer gelezen."""

    def __init__(self) -> None:
        self._tabellen: dict[tuple[int, int], tuple[int, dict[int, str]]] = {}

    def of(self, blad: pikepdf.Page) -> dict[bytes, tuple[int, dict[int, str]]]:
        """Geef van elk lettertype op een bladzijde het aantal bytes per glyf en de letters."""
        letters = {}
        for naam, font in blad.obj.get("/Resources", {}).get("/Font", {}).items():
            if font.objgen not in self._tabellen:
                breed = 2 if font.get("/Subtype") == "/Type0" else 1
                tabel = font.get("/ToUnicode")
                self._tabellen[font.objgen] = (
                    breed,
                    read_cmap(tabel.read_bytes()) if tabel is not None else {},
                )
            letters[naam.encode()] = self._tabellen[font.objgen]
        return letters


def read_cmap(cmap: bytes) -> dict[int, str]:
    """Lees een ToUnicode-tabel: van het nummer van een glyf naar haar letters."""
    letters: dict[int, str] = {}
    for soort, blok in _BLOK.findall(cmap):
        if soort == b"bfchar":
            delen = [deel for deel, _, _ in _HEX.findall(blok)]
            for glyf, letter in zip(delen[::2], delen[1::2], strict=False):
                letters[int(glyf, 16)] = _letter(letter)
            continue
        for regel in blok.strip().splitlines():
            delen = [deel for deel, _, _ in _HEX.findall(regel) if deel]
            van, tot, *doelen = delen
            for plek, glyf in enumerate(range(int(van, 16), int(tot, 16) + 1)):
                if len(doelen) > 1:
                    letters[glyf] = _letter(doelen[plek])
                else:
                    begin = _letter(doelen[0])
                    letters[glyf] = begin[:-1] + chr(ord(begin[-1]) + plek)
    return letters


def _letter(deel: bytes) -> str:
    return bytes.fromhex(deel.decode()).decode("utf-16-be", "replace")
