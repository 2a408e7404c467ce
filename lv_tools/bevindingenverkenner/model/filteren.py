"""Filteren, zoeken en sorteren: een keuze erin, een blad met regels eruit."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.bevindingenverkenner.model.keuze import Keuze
from lv_tools.bevindingenverkenner.model.regels import Regel, options, regels_van
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten, weergave


@dataclass(frozen=True)
class Blad:
    """De uitkomst van een keuze: de regels die blijven, in volgorde."""

    weergave: Weergave
    keuze: Keuze
    regels: tuple[Regel, ...]
    totaal: int

    @property
    def titel(self) -> str:
        """De titel van de weergave, met erbij waarop gefilterd is."""
        keuzes = self.keuze.gekozen.values()
        gekozen = [opsomming(waarden) for waarden in keuzes if 0 < len(waarden) <= 3]
        return ": ".join([self.weergave.titel, *(["; ".join(gekozen)] if gekozen else [])])


def apply(keuze: Keuze) -> Blad:
    """Filter, zoek en sorteer.

    Raises
    ------
    ValueError
        Als een kolom, waarde, volgorde of vorm niet bij de weergave hoort. De zin noemt het veld,
        de waarde en wat wel kan.
    """
    blik = weergave(keuze.weergave)
    _validate(blik, keuze)
    alle = regels_van(keuze.weergave)
    gekozen, woorden = keuze.gekozen, _fold(keuze.zoek).split()
    blijft = tuple(
        regel
        for regel in alle
        if all(regel.text(kolom) in waarden for kolom, waarden in gekozen.items() if waarden)
        and _contains(regel, woorden)
    )
    return Blad(blik, keuze, sort(blijft, keuze.sorteer, blik), len(alle))


def sort(regels: tuple[Regel, ...], volgorde: str, blik: Weergave) -> tuple[Regel, ...]:
    """Zet regels in een volgorde; wie gelijk staat, houdt de volgorde van de bron.

    Regels zonder percentage of n komen achteraan.
    """
    if volgorde == "alfabet":
        return tuple(
            sorted(regels, key=lambda r: tuple(_fold(r.text(k)) for k in blik.sleutel[::-1]))
        )
    if volgorde == "hoog":
        return tuple(sorted(regels, key=lambda r: -_percentage(r, -1.0)))
    if volgorde == "laag":
        return tuple(sorted(regels, key=lambda r: _percentage(r, 101.0)))
    if volgorde == "n":
        return tuple(sorted(regels, key=lambda r: -(r.meting.n or 0) if r.meting else 0))
    return regels


def _percentage(regel: Regel, anders: float) -> float:
    if regel.meting is None or regel.meting.percentage is None:
        return anders
    return regel.meting.percentage


def _fold(tekst: str) -> str:
    """Maak tekst vergelijkbaar: kleine letters, zonder accenten."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def _contains(regel: Regel, woorden: list[str]) -> bool:
    if not woorden:
        return True
    hooiberg = _fold(" ".join(str(w) for w in regel.waarden.values() if w is not None))
    return all(woord in hooiberg for woord in woorden)


def _validate(blik: Weergave, keuze: Keuze) -> None:
    for kolom, waarden in keuze.gekozen.items():
        if kolom not in blik.filters:
            kan = ", ".join(blik.filters) or "geen enkele kolom"
            raise ValueError(f"op {kolom!r} kunt u bij {blik.kort!r} niet filteren; wel op {kan}")
        bestaat = options(blik.id, kolom)
        for waarde in waarden:
            if waarde not in bestaat:
                raise ValueError(
                    f"{waarde!r} komt niet voor bij {kolom}; kies uit {', '.join(bestaat)}"
                )
    if keuze.sorteer not in blik.sorteringen:
        namen = teksten().sorteringen
        kan = ", ".join(namen[naam] for naam in blik.sorteringen)
        raise ValueError(f"volgorde {keuze.sorteer!r} bestaat hier niet; kies uit {kan}")
    if keuze.vorm and keuze.vorm not in blik.vormen:
        kan = ", ".join(blik.vormen) or "geen"
        raise ValueError(f"vorm {keuze.vorm!r} bestaat hier niet; kies uit {kan}")
