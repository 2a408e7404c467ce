"""Eén palet: elk paar kleuren van een tekening heeft contrast: licht, donker en op papier."""

from __future__ import annotations

import re

import pytest
import tekeningen
from huisstijl import opmaak

TOKEN = re.compile(r"--(tk|lv|hs)-([\w-]+):\s*([^;]+);")
#: Kleur van tekst naar de vlakken waar zij op staat (WCAG 1.4.3: 4,5 op 1).
TEKST = {
    "inkt": ("papier", "zacht", "licht"),
    "rustig": ("papier",),
    "accent": ("papier", "zacht"),
    "signaal": ("papier", "zacht"),
    "op": ("accent", "signaal"),
}
#: Lijnen en vlakken die iets betekenen, naar hun ondergrond (WCAG 1.4.11: 3 op 1).
VORM = {
    "accent": ("papier", "zacht", "licht"),
    "signaal": ("papier", "zacht", "licht"),
    "inkt": ("papier", "zacht"),
    "grijs": ("papier", "zacht"),
    "op": ("accent",),
}


def luminance(kleur: str) -> float:
    delen = (int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    hoog, laag = sorted((luminance(een), luminance(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def tokens(css: str) -> dict[str, str]:
    return {f"{soort}-{naam}": waarde.strip() for soort, naam, waarde in TOKEN.findall(css)}


def long(kleur: str) -> str:
    """Schrijf een kleur met zes cijfers."""
    return kleur if len(kleur) == 7 else "#" + "".join(teken * 2 for teken in kleur[1:])


def palette(stand: str) -> dict[str, str]:
    """Geef de kleuren van een tekening zoals een browser ze uitrekent."""
    eigen = tekeningen.stylesheet()
    if stand == "papier":
        return {n[3:]: long(w) for n, w in tokens(eigen.split("@media print")[1]).items()}
    boek = (opmaak.STIJLMAP / "kleuren.css").read_text("utf-8")
    blok = {"licht": ":root {", "donker": 'html[data-theme="dark"] {'}.get(stand)
    kleuren = tokens(boek.split(blok)[1].split("}")[0]) if blok else {}
    palet = {}
    for naam, waarde in tokens(eigen.split("@media")[0]).items():
        gevonden = re.fullmatch(r"var\(--([\w-]+), (#[0-9a-f]+)\)", waarde)
        assert gevonden, f"--{naam} heeft geen waarde voor een blad zonder de kleuren van het boek"
        palet[naam[3:]] = long(kleuren[gevonden[1]] if kleuren else gevonden[2])
    return palet


@pytest.mark.parametrize("stand", ["licht", "donker", "papier", "los blad"])
def test_every_pair_has_contrast(stand: str) -> None:
    palet = palette(stand)
    assert set(palet) >= {*TEKST, *VORM, "papier", "zacht", "licht", "lijn"}
    for paren, grens in ((TEKST, 4.5), (VORM, 3)):
        for voor, vlakken in paren.items():
            for vlak in vlakken:
                gemeten = contrast(palet[voor], palet[vlak])
                assert gemeten >= grens, f"{voor} op {vlak}: {gemeten:.2f}"


def test_fallback_is_the_light_palette() -> None:
    """Een blad zonder de kleuren van het boek, en papier, zien eruit als de lichte pagina."""
    assert palette("los blad") == palette("licht")
    zelfde = set(palette("licht")) - {"lijn"}  # op papier iets donkerder, anders valt hij weg
    assert {n: palette("papier")[n] for n in zelfde} == {n: palette("licht")[n] for n in zelfde}
