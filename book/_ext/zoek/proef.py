"""Meet hoe goed het zoeken is: `python -m zoek.proef [SITE] [VRAGEN.toml]`.

Toont per vraag op welke plaats de bedoelde pagina staat, en onderaan hoeveel er bij de eerste drie
zijn.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zoek.maken import INDEX, MACHINE, ask

WORTEL = Path(__file__).resolve().parents[3]
SITE = WORTEL / "book" / "_build" / "html"
VRAGEN = WORTEL / "tests" / "book" / "zoekvragen.toml"
BIJ_DE_EERSTE = 3


@dataclass(frozen=True)
class Uitslag:
    """Eén vraag, met de plaats van de bedoelde pagina (0: niet gevonden)."""

    typt: str
    plaats: int
    gevonden: tuple[str, ...]
    bedoelde: str
    echt: bool

    @property
    def raak(self) -> bool:
        """Zeg of de bedoelde pagina bij de eerste staat."""
        return 0 < self.plaats <= BIJ_DE_EERSTE


def measure(site: Path, vragen: Path) -> list[Uitslag]:
    """Stel alle vragen aan de zoekmachine van een gebouwde site."""
    rijen = tomllib.loads(vragen.read_text("utf-8"))["vraag"]
    antwoorden = ask(_built(site, MACHINE), _built(site, INDEX), [rij["typt"] for rij in rijen])
    return [_result(rij, antwoord) for rij, antwoord in zip(rijen, antwoorden, strict=True)]


def _result(rij: dict[str, object], antwoord: dict[str, object]) -> Uitslag:
    paginas = antwoord["paginas"]
    bedoeld = rij["eerste"]
    gevonden = tuple(p["pad"].removesuffix(".html") for p in paginas)  # type: ignore[attr-defined]
    plaats = next((n for n, pad in enumerate(gevonden, 1) if pad in bedoeld), 0)  # type: ignore[operator]
    return Uitslag(
        str(rij["typt"]), plaats, gevonden[:5], str(antwoord["bedoelde"]), bool(rij.get("echt"))
    )


def _built(site: Path, naam: str) -> Path:
    """Geef een bestand onder zijn eigen naam, of onder die met een controlegetal."""
    stam, _, soort = naam.partition(".")
    gevonden = sorted((site / "_static").glob(f"{stam}*.{soort}"))
    if not gevonden:
        raise FileNotFoundError(f"In {site} staat geen {naam}; bouw eerst het boek.")
    return gevonden[-1]


def precision(uitslagen: Sequence[Uitslag]) -> float:
    """Geef het deel van de vragen waarvan de bedoelde pagina bij de eerste drie staat."""
    return sum(uitslag.raak for uitslag in uitslagen) / max(1, len(uitslagen))


def report(uitslagen: Sequence[Uitslag]) -> str:
    """Geef het verslag: elke vraag, en onderaan het totaal."""
    regels = [
        f"{'raak' if u.raak else 'MIS ':4} {u.plaats:2}  {u.typt}"
        + (f"  (bedoelde: {u.bedoelde})" if u.bedoelde else "")
        + ("" if u.raak else f"  -> {', '.join(u.gevonden[:3])}")
        for u in uitslagen
    ]
    regels.append(
        f"{precision(uitslagen):.0%} van {len(uitslagen)} vragen heeft de bedoelde pagina bij de "
        f"eerste {BIJ_DE_EERSTE}."
    )
    if echt := [u for u in uitslagen if u.echt]:
        regels.append(
            f"Van de {len(echt)} die iemand bij het uitproberen typte: {precision(echt):.0%}."
        )
    return "\n".join(regels)


def main(argumenten: Sequence[str]) -> int:
    """Toon het verslag."""
    site, vragen = (*map(Path, argumenten), *(SITE, VRAGEN)[len(argumenten) :])
    print(report(measure(site, vragen)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
