"""Van wat in een figuur is opgegeven naar lijnen, vlakken, merken en woorden."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from lv_tools.basis.beeld.letters import text_width
from lv_tools.basis.beeld.prent import Lijn, Punt, Schrift, Streep, Vlak
from lv_tools.basis.beeld.tekens import symbol

#: Hoe hoog een regel is, en hoe ver onder het midden daarvan haar voet staat, in letters.
REGEL, VOET = 1.3, 0.36
#: Andere letters zijn breder dan die waarmee hier gemeten wordt.
RUIM = 1.12
_OPMAAK = re.compile(r"</?b>")


class TekenError(ValueError):
    """Een figuur met iets wat deze tekenaar niet kent."""


def is_bar(reeks: Mapping[str, Any]) -> bool:
    """Bestaat deze reeks uit staven?"""
    return bool(reeks.get("type") == "bar")


def length_axis(reeks: Mapping[str, Any]) -> str:
    """Geef de as waarlangs een staaf langer wordt."""
    return "x" if reeks.get("orientation") == "h" else "y"


def modes(reeks: Mapping[str, Any]) -> list[str]:
    """Geef waaruit een reeks bestaat: lijnen, merken, tekst."""
    return str(reeks.get("mode", "lines")).split("+")


def axis_title(opzet: Mapping[str, Any]) -> str:
    """Geef de titel van een as."""
    return str(opzet.get("title", {}).get("text", ""))


def each(waarde: Any, hoeveel: int) -> list[Any]:
    """Geef een waarde per punt; wie er één opgaf, bedoelde elk punt."""
    return list(waarde) if isinstance(waarde, list | tuple) else [waarde] * hoeveel


def at(waarde: Any, nummer: int) -> Any:
    """Geef de waarde van één punt; wie er één opgaf, bedoelde elk punt."""
    return waarde[nummer] if isinstance(waarde, list | tuple) else waarde


def line(punten: Sequence[Punt], lijn: Mapping[str, Any], kleur: str = "#000000") -> Lijn:
    """Maak een lijn langs punten."""
    streep = lijn.get("dash", "solid")
    if streep not in ("solid", "dash", "dot"):
        raise TekenError(f"een lijn {streep!r}")
    soort: Streep = "" if streep == "solid" else streep
    return Lijn(tuple(punten), str(lijn.get("color", kleur)), float(lijn.get("width", 2)), soort)


def area(hoeken: Sequence[Punt], merk: Mapping[str, Any], nummer: int) -> Vlak:
    """Maak een vlak met de kleur, de rand en het patroon van één punt van een reeks."""
    rand, patroon = merk.get("line", {}), merk.get("pattern", {})
    dikte = float(at(rand.get("width", 0), nummer))
    if patroon and patroon.get("shape") != "/":
        raise TekenError(f"een patroon {patroon.get('shape')!r}")
    return Vlak(
        tuple(hoeken),
        str(at(merk.get("color", ""), nummer)),
        str(at(rand.get("color", ""), nummer)) if dikte else "",
        dikte,
        str(patroon.get("fgcolor", "")),
        float(merk.get("opacity", 1)),
    )


def mark(punt: Punt, merk: Mapping[str, Any], nummer: int, achter: str) -> list[Lijn | Vlak]:
    """Maak het merk van één punt; een open merk laat zien wat erachter zit."""
    naam, rand = str(at(merk.get("symbol", "circle"), nummer)), merk.get("line", {})
    kleur, straal = str(at(merk.get("color"), nummer)), at(merk.get("size", 6), nummer) / 2
    dikte = float(at(rand.get("width", 0), nummer))
    kaal, _, soort = naam.partition("-open")
    try:
        lussen = symbol(kaal, punt, straal)
    except ValueError as fout:
        raise TekenError(str(fout)) from fout
    if soort or naam != kaal:
        stip = symbol("circle", punt, straal / 3) if soort == "-dot" else ()
        open_ = [Vlak(lus, "", kleur, dikte or 1.5) for lus in lussen]
        return [*open_, *(Vlak(lus, kleur) for lus in stip)]
    om = str(at(rand.get("color", achter), nummer)) if dikte else ""
    dekt = float(at(merk.get("opacity", 1), nummer))
    return [Vlak(lus, kleur, om, dikte, dekt=dekt) for lus in lussen]


def lines(tekst: str) -> list[str]:
    """Splits een tekst in regels."""
    return tekst.split("<br>")


def plain_text(tekst: str) -> str:
    """Geef een tekst zonder opmaak."""
    return unescape(_OPMAAK.sub("", tekst))


def room(tekst: str, maat: float) -> float:
    """Geef hoe breed een regel hoogstens wordt."""
    return text_width(tekst, maat) * RUIM


def wrap(tekst: str, breed: float, maat: float) -> list[str]:
    """Breek een tekst af in regels die niet breder zijn dan dit."""
    regels = [""]
    for woord in tekst.split(" "):
        langer = f"{regels[-1]} {woord}".strip()
        if regels[-1] and room(langer, maat) > breed:
            regels.append(woord)
        else:
            regels[-1] = langer
    return regels


def write(punt: Punt, tekst: str, maat: float, anker: str, kleur: str) -> Iterator[Schrift]:
    """Zet een regel; wat aan het begin tussen ``<b>`` staat, is vet."""
    kop, _, rest = tekst.partition("</b>") if "<b>" in tekst else ("", "", tekst)
    if (kop and not kop.startswith("<b>")) or "<b>" in rest:
        raise TekenError("vette woorden midden in een regel")
    if kop and rest and anker != "start":
        raise TekenError("een half vette regel die niet links begint")
    x, y = punt
    for deel, vet in ((plain_text(kop), True), (plain_text(rest), False)):
        if deel.strip():
            anker_: Any = anker
            yield Schrift(x, y, deel.rstrip(), maat, kleur, anker_, vet)
            x += text_width(deel, maat) * (RUIM + 0.06)
