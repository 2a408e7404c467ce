"""Haalt de lopende tekst uit de bladzijden van het boek, zonder opmaak en zonder code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from notebooktekst import to_roles

BOEK = Path(__file__).parents[2] / "book"

HEK = re.compile(r"^\s*(`{3,}|:{3,})\s*(?:\{([\w:-]+)\})?\s*(.*)$")
GEEN_PROZA = {
    *("code-cell", "code-block", "bibliography", "toctree", "raw", "tableofcontents", "include"),
    "eval-rst",  # daarin staat welke naam uit Python de naslag beschrijft
    "tekening",  # haar tekst staat in data/tekeningen
    "situatie",  # haar tekst staat in situaties.toml
}
OVERSLAAN = re.compile(r"^\s*(:[\w-]+:.*|\+\+\+.*|\([\w-]+\)=|%.*|[-|:\s]+|\{[.#][^}]*\})$")
BEGIN = re.compile(r"^\s*(#{1,6}\s+|[-*+]\s+|\d+\.\s+|>\s*|:\s+)+")
VERWIJZING = re.compile(r"\s*\{cite:?\w*\}`[^`]*`")
ROL = re.compile(r"\{[\w:-]+\}`([^`<]*?)\s*(?:<[^`>]*>)?`")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
CODE = re.compile(r"`[^`]*`")
KLASSE = re.compile(r"\{[.#][^}]*\}")
TEKENS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
ZINSEINDE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'‘“(]*[A-ZÀ-Ý0-9])")
WOORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")


@dataclass(frozen=True)
class Zin:
    """Een zin met de plek waar hij staat."""

    pagina: str
    regel: int
    tekst: str

    @property
    def woorden(self) -> int:
        """Het aantal woorden; een getal met een komma telt als één woord."""
        return len(WOORD.findall(self.tekst))


def bladzijden() -> list[Path]:
    """Geef alle bladzijden van het boek: Markdown en notebooks."""
    return sorted(
        pad
        for pad in [*BOEK.rglob("*.md"), *BOEK.rglob("*.ipynb")]
        if not any(deel.startswith(("_", ".")) for deel in pad.relative_to(BOEK).parts)
    )


def lees(pad: Path) -> str:
    """Geef de tekst van een bladzijde zoals het boek haar leest: in een notebook met rollen."""
    tekst = pad.read_text(encoding="utf-8")
    return to_roles(tekst) if pad.suffix == ".ipynb" else tekst


def regels(pad: Path) -> Iterator[tuple[int, str]]:
    """Geef de regels lopende tekst van een bladzijde, met hun nummer."""
    if pad.suffix == ".ipynb":
        cellen = json.loads(lees(pad))["cells"]
        tekst = "\n\n".join(
            "".join(cel["source"]) for cel in cellen if cel["cell_type"] == "markdown"
        )
    else:
        tekst = lees(pad)
    return proza(tekst)


def proza(tekst: str) -> Iterator[tuple[int, str]]:
    """Geef van een tekst in MyST Markdown de regels die een lezer ziet."""
    rijen = tekst.splitlines()
    begin = 0
    if rijen and rijen[0] == "---":
        begin = rijen.index("---", 1) + 1
        for nummer, rij in enumerate(rijen[:begin], 1):
            if gevonden := re.search(r"description:\s*[\"'](.*)[\"']", rij):
                yield nummer, gevonden[1]
    stil = ""
    for nummer, rij in enumerate(rijen[begin:], begin + 1):
        if hek := HEK.match(rij):
            if stil:
                stil = "" if hek[1] == stil and not hek[2] else stil
            elif hek[2] in GEEN_PROZA or (hek[1][0] == "`" and not hek[2] and hek[3]):
                stil = hek[1]
            elif hek[3]:
                yield nummer, kaal(hek[3])
        elif not stil and rij.strip() and not OVERSLAAN.match(rij):
            for cel in rij.strip().strip("|").split("|") if rij.lstrip()[0] == "|" else [rij]:
                yield nummer, kaal(cel)


def kaal(regel: str) -> str:
    """Haal de opmaak uit één regel."""
    regel = VERWIJZING.sub("", BEGIN.sub("", regel))
    regel = KLASSE.sub("", LINK.sub(r"\1", CODE.sub("", ROL.sub(r"\1", regel))))
    return TEKENS.sub("", regel).strip()


def zinnen(pad: Path) -> Iterator[Zin]:
    """Geef de zinnen van een bladzijde."""
    naam = pad.relative_to(BOEK).as_posix()
    for nummer, regel in regels(pad):
        for zin in ZINSEINDE.split(regel):
            if zin:
                yield Zin(naam, nummer, zin)
