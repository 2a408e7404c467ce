"""De gegevens van een tekening: titel, bijschrift, dezelfde inhoud in woorden, en de labels."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAP = Path(__file__).resolve().parents[3] / "data" / "tekeningen"
VERPLICHT = ("vorm", "titel", "bron", "bijschrift", "woorden")


class TekeningError(ValueError):
    """Een tekening mist iets of iets past niet. De tekst zegt wat, waar, en wat u kunt doen."""


class Inhoud:
    """De labels van een tekening; wat ontbreekt, wordt bij naam genoemd.

    Parameters
    ----------
    gegevens : Mapping of str to Any
        Een tabel uit het TOML-bestand.
    plek : str
        Hoe die tabel in een melding heet.
    """

    def __init__(self, gegevens: Mapping[str, Any], plek: str) -> None:
        self._gegevens = gegevens
        self._plek = plek

    def __contains__(self, sleutel: str) -> bool:
        """Zeg of er iets onder deze sleutel staat."""
        return sleutel in self._gegevens

    def text(self, sleutel: str) -> str:
        """Geef een tekst."""
        return str(self._get(sleutel, str))

    def number(self, sleutel: str) -> float:
        """Geef een getal."""
        return float(self._get(sleutel, int | float))

    def texts(self, sleutel: str) -> tuple[str, ...]:
        """Geef een rij teksten."""
        rij: Sequence[Any] = self._get(sleutel, list)
        if not all(isinstance(stuk, str) for stuk in rij):
            raise TekeningError(
                f"{self._plek}: '{sleutel}' is een rij teksten. Maak er [\"…\"] van."
            )
        return tuple(rij)

    def part(self, sleutel: str) -> Inhoud:
        """Geef een tabel binnen deze tabel."""
        return Inhoud(self._get(sleutel, dict), f"{self._plek}, [{sleutel}]")

    def parts(self, sleutel: str, aantal: int | None = None) -> tuple[Inhoud, ...]:
        """Geef een rij tabellen; ``aantal`` is hoeveel de vorm er nodig heeft."""
        rij: Sequence[Any] = self._get(sleutel, list)
        if aantal is not None and len(rij) != aantal:
            raise TekeningError(
                f"{self._plek}: er staan {len(rij)} keer [[{sleutel}]], en deze vorm tekent er "
                f"{aantal}. Voeg toe of haal weg, of kies een andere vorm."
            )
        return tuple(
            Inhoud(deel, f"{self._plek}, [[{sleutel}]] nr. {nr}") for nr, deel in enumerate(rij, 1)
        )

    def _get(self, sleutel: str, soort: Any) -> Any:
        if sleutel not in self._gegevens:
            raise TekeningError(f"{self._plek}: '{sleutel}' ontbreekt. Voeg die regel toe.")
        waarde = self._gegevens[sleutel]
        if not isinstance(waarde, soort):
            raise TekeningError(f"{self._plek}: '{sleutel}' heeft niet de goede vorm: {waarde!r}.")
        return waarde


@dataclass(frozen=True)
class Tekening:
    """Een tekening zoals de redactie haar opschrijft.

    Attributes
    ----------
    naam : str
        Naam van het bestand zonder achtervoegsel.
    vorm : str
        Welke vorm haar tekent (zie ``vormen``).
    titel : str
        Platte tekst, boven de tekening en op de dia.
    bron : str
        MyST: in één regel van wie het is, voor op een dia.
    bijschrift : str
        MyST: wat u ziet, en van wie het is.
    woorden : str
        MyST: dezelfde inhoud in woorden, met elk label erin.
    inhoud : Inhoud
        De labels.
    """

    naam: str
    vorm: str
    titel: str
    bron: str
    bijschrift: str
    woorden: str
    inhoud: Inhoud


def path_of(naam: str) -> Path:
    """Geef het bestand waar een tekening in staat."""
    return MAP / f"{naam}.toml"


def names() -> tuple[str, ...]:
    """Geef de namen van alle tekeningen, op volgorde."""
    return tuple(sorted(pad.stem for pad in MAP.glob("*.toml")))


def read_drawing(naam: str) -> Tekening:
    """Lees een tekening.

    Parameters
    ----------
    naam : str
        Naam van het bestand in ``data/tekeningen``, zonder achtervoegsel.

    Returns
    -------
    Tekening
        Met alles wat verplicht is; de labels leest de vorm zelf.

    Raises
    ------
    TekeningError
        Als het bestand er niet is, geen TOML is of iets mist.
    """
    pad = path_of(naam)
    if not pad.is_file():
        raise TekeningError(
            f"De tekening '{naam}' bestaat niet. Kies uit: {', '.join(names())}; "
            f"of maak data/tekeningen/{naam}.toml."
        )
    return _read(pad, pad.stat().st_mtime_ns)


@functools.cache
def _read(pad: Path, _stand: int) -> Tekening:
    try:
        gegevens = tomllib.loads(pad.read_text("utf-8"))
    except tomllib.TOMLDecodeError as fout:
        raise TekeningError(f"{pad.name} is geen geldige TOML: {fout}.") from fout
    inhoud = Inhoud(gegevens, pad.name)
    teksten = (inhoud.text(sleutel).strip() for sleutel in VERPLICHT)
    return Tekening(pad.stem, *teksten, inhoud)
