"""Meet hoe moeilijk elke bladzijde leest, en zet de moeilijkste bovenaan.

De maat is de formule van Flesch in de bewerking van W.H. Douma (Wageningen) voor het Nederlands:
206,84 - 0,77 x lettergrepen per honderd woorden - 0,93 x woorden per zin. Hoger leest makkelijker;
45 tot 60 heet bij Douma tamelijk moeilijk, 60 tot 70 normaal en 70 tot 80 tamelijk gemakkelijk.
Formule en tabel: https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php.

Vaktaal maakt lange woorden: wie over onderwijskwaliteit schrijft, verliest punten zonder moeilijk
te schrijven. De maat wijst dus aan waar u moet kijken; of een zin goed is, hoort u bij het
voorlezen. Het hele overzicht::

    python tests/book/leesniveau.py [BLADZIJDE]

Met een bladzijde erachter (``stappen/index.md``) volgen haar tien moeilijkste zinnen van acht
woorden of meer; een titel of een los begrip zegt niets over de schrijver.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import beweringen
import proza

#: De klinkers van één lettergreep, de langste groepen eerst; een trema begint een nieuwe.
KLANK = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyáàâäéèêëíìîïóòôöúùûü]"
)
LANGE_ZIN = 8
WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Niveau:
    """Hoe een stuk tekst leest."""

    naam: str
    woorden: int
    zinnen: int
    lettergrepen: int

    @property
    def woorden_per_zin(self) -> float:
        """De gemiddelde lengte van een zin."""
        return self.woorden / self.zinnen

    @property
    def score(self) -> float:
        """De maat van Flesch en Douma; hoger leest makkelijker."""
        return 206.84 - 77 * self.lettergrepen / self.woorden - 0.93 * self.woorden_per_zin


def lettergrepen(woord: str) -> int:
    """Tel de lettergrepen van een woord aan zijn klinkers; een afkorting telt per letter."""
    if woord.isupper() and len(woord) <= 4:
        return len(woord)
    return max(1, len(KLANK.findall(woord.lower())))


def meet(naam: str, zinnen: Sequence[str]) -> Niveau:
    """Meet een stuk tekst."""
    woorden = [woord for zin in zinnen for woord in WOORD.findall(zin)]
    return Niveau(naam, len(woorden), len(zinnen), sum(map(lettergrepen, woorden)))


def zinnen(pad: Path) -> Iterator[str]:
    """Geef de zinnen van een bladzijde; koppen, tabellen en regels van één of twee woorden niet."""
    tekst = proza.lees(pad)
    if pad.suffix == ".ipynb":
        cellen = json.loads(tekst)["cells"]
        tekst = "\n\n".join("".join(c["source"]) for c in cellen if c["cell_type"] == "markdown")
    for blok in beweringen.blokken(pad, tekst):
        for deel in blok.delen:
            regels = [regel for regel in deel.splitlines() if not regel.lstrip().startswith("|")]
            for zin in proza.ZINSEINDE.split(" ".join(proza.kaal(regel) for regel in regels)):
                if len(WOORD.findall(zin)) > 2:
                    yield zin


@cache
def alle() -> tuple[Niveau, ...]:
    """Meet elke bladzijde met meer dan een handvol zinnen, de moeilijkste eerst."""
    gemeten = (
        meet(pad.relative_to(proza.BOEK).as_posix(), list(zinnen(pad)))
        for pad in proza.bladzijden()
        if len(list(zinnen(pad))) >= 10
    )
    return tuple(sorted(gemeten, key=lambda niveau: niveau.score))


def overzicht(rijen: Sequence[Niveau]) -> Iterator[str]:
    """Schrijf de metingen als tabel."""
    yield f"{'score':>6} {'per zin':>8} {'woorden':>8}  bladzijde"
    for rij in rijen:
        yield f"{rij.score:6.1f} {rij.woorden_per_zin:8.1f} {rij.woorden:8}  {rij.naam}"


def main(argumenten: Sequence[str]) -> int:
    """Toon alle bladzijden, of de moeilijkste zinnen van één bladzijde."""
    for regel in overzicht(alle()):
        print(regel)
    for naam in argumenten:
        gemeten = [meet(zin, [zin]) for zin in zinnen(proza.BOEK / naam)]
        gemeten = [zin for zin in gemeten if zin.woorden >= LANGE_ZIN]
        print(f"\nDe moeilijkste zinnen van {naam}:")
        for zin in sorted(gemeten, key=lambda niveau: niveau.score)[:10]:
            print(f"{zin.score:6.1f}  {zin.naam}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
