"""De ruimte van een prent: wat de assen laten zien, en waar zij en de legenda komen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.beeld.assen import As, nice_steps
from lv_tools.basis.beeld.prent import Punt
from lv_tools.basis.beeld.tekenaar.vormen import (
    REGEL,
    axis_title,
    each,
    is_bar,
    length_axis,
    lines,
    plain_text,
    room,
    wrap,
)
from lv_tools.basis.taal.notatie import getal

#: Zo ver mag een opschrift van een rij naar rechts komen, als deel van de breedte.
_OPSCHRIFT = 0.42
#: Hoe breed een teken in de legenda is, en hoeveel wit er na een naam komt.
LEGENDA_TEKEN, LEGENDA_TUSSEN = 30, 14


@dataclass
class Ruimte:
    """Een figuur met haar assen, en de plek daarvan in pixels.

    Het vlak loopt van ``links`` tot ``rechts`` en van ``boven`` tot ``onder``. Bij ``streepjes``
    staan per as de plekken met hun regels, en bij ``legenda`` de reeksen per rij.
    """

    data: Sequence[Mapping[str, Any]]
    layout: Mapping[str, Any]
    breedte: float

    def __post_init__(self) -> None:
        self.kleur = str(self.layout["font"]["color"])
        self.vlak = str(self.layout["paper_bgcolor"])
        self.maat = float(self.layout["font"].get("size", 14))
        self.x = self._axis("x")
        self.y = self._axis("y")
        self._frame()

    def _axis(self, letter: str) -> As:
        opzet = self.layout[f"{letter}axis"]
        waarden = [w for reeks in self.data for w in reeks.get(letter, ()) if w is not None]
        dagen = opzet.get("type") == "date"
        namen = tuple(dict.fromkeys(w for w in waarden if isinstance(w, str) and not dagen))
        as_ = As(0, 1, namen, dagen)
        if "range" in opzet:
            as_.laag, as_.hoog = (as_.number(w) for w in opzet["range"])
            return as_
        getallen = [as_.number(w) for w in waarden]
        staven = [r for r in self.data if is_bar(r)]
        langs = [r for r in staven if length_axis(r) == letter]
        if namen:
            as_.laag, as_.hoog = -0.5, len(namen) - 0.5
            return as_
        for reeks in langs:
            basis = each(reeks.get("base", 0), len(reeks[letter]))
            getallen += [b + (w or 0) for b, w in zip(basis, reeks[letter], strict=True)] + [0]
        if opzet.get("rangemode") == "tozero":
            getallen.append(0)
        laag, hoog = (min(getallen), max(getallen)) if getallen else (0, 1)
        wit = (hoog - laag or 1) * 0.06
        nul = bool(langs) or opzet.get("rangemode") == "tozero"
        as_.laag = laag if nul and laag == 0 else laag - wit
        as_.hoog = hoog if nul and hoog == 0 else hoog + wit
        return as_

    def _frame(self) -> None:
        """Verdeel de ruimte: de legenda erboven, opschriften naast en onder de assen."""
        rand = dict(self.layout["margin"])
        hoogte = float(self.layout["height"])
        self.legenda = list(self._legend_rows()) if self.layout.get("showlegend") else []
        nodig = len(self.legenda) * self.maat * 1.6 + 8 if self.legenda else 0
        # De legenda is op deze breedte vaak lager dan op een telefoon: dan is er minder wit.
        boven = nodig if self.legenda else float(rand["t"])
        boven += self.maat * 1.5 if axis_title(self.layout["yaxis"]) else 0
        hoogte += boven - float(rand["t"])
        self.streepjes = {"x": self._ticks("x", self.x), "y": self._ticks("y", self.y)}
        links, onder = float(rand["l"]), float(rand["b"])
        for letter in "xy":
            opzet = self.layout[f"{letter}axis"]
            regels = [regel for _plek, tekst in self.streepjes[letter] for regel in tekst]
            titel = 22 if axis_title(opzet) else 0
            if letter == "y":  # de titel staat boven de as
                breed = max((room(r, self.maat) for r in regels), default=0)
                if opzet.get("automargin"):
                    links = max(links, 8 + (breed + 6 if breed else 0))
            else:
                meeste = max((len(tekst) for _plek, tekst in self.streepjes["x"]), default=0)
                onder = max(onder, 6 + titel + meeste * self.maat * REGEL + 4)
        if self.y.namen:
            extra = sum(len(tekst) - 1 for _plek, tekst in self.streepjes["y"])
            hoogte += 14 * extra
        hoogte += onder - float(rand["b"])
        self.hoogte = hoogte
        self.links, self.rechts = links, self.breedte - float(rand["r"])
        self.boven, self.onder = boven, hoogte - onder
        if self.layout["yaxis"].get("scaleanchor") == "x":
            self._same_scale()
        self.x.van, self.x.tot = self.links, self.rechts
        self.y.van, self.y.tot = self.onder, self.boven

    def _same_scale(self) -> None:
        """Maak een eenheid op beide assen even lang."""
        breed, hoog = self.rechts - self.links, self.onder - self.boven
        x, y = abs(self.x.hoog - self.x.laag), abs(self.y.hoog - self.y.laag)
        schaal = min(breed / x, hoog / y)
        over_x, over_y = (breed / schaal - x) / 2, (hoog / schaal - y) / 2
        self.x.laag, self.x.hoog = self.x.laag - over_x, self.x.hoog + over_x
        self.y.laag, self.y.hoog = self.y.laag - over_y, self.y.hoog + over_y

    def _ticks(self, letter: str, as_: As) -> list[tuple[float, list[str]]]:
        """Geef de plekken van de streepjes op een as, met de regels die erbij staan."""
        opzet = self.layout[f"{letter}axis"]
        if opzet.get("visible") is False:
            return []
        if "tickvals" in opzet:
            plekken = list(opzet["tickvals"])
            teksten = opzet.get("ticktext") or [getal(w) for w in plekken]
        elif as_.namen:
            plekken = list(as_.namen)
            breed = self.breedte * _OPSCHRIFT
            teksten = ["<br>".join(wrap(n, breed, self.maat)) for n in as_.namen]
        else:
            plekken = nice_steps(as_.laag, as_.hoog, opzet.get("dtick"), opzet.get("nticks", 6))
            teksten = [getal(w).replace("-", "−") for w in plekken]
        binnen = sorted((as_.laag, as_.hoog))
        toon = opzet.get("showticklabels", True)
        return [
            (as_.number(plek), lines(str(tekst)) if toon else [])
            for plek, tekst in zip(plekken, teksten, strict=True)
            if binnen[0] <= as_.number(plek) <= binnen[1]
        ]

    def _legend_rows(self) -> Iterator[list[Mapping[str, Any]]]:
        ruimte, rij = self.breedte, list[Mapping[str, Any]]()
        for reeks in self.data:
            if reeks.get("showlegend") is False or not reeks.get("name"):
                continue
            breed = self.legend_width(reeks)
            if rij and breed > ruimte:
                yield rij
                ruimte, rij = self.breedte, []
            rij.append(reeks)
            ruimte -= breed
        if rij:
            yield rij

    def legend_width(self, reeks: Mapping[str, Any]) -> float:
        """Geef hoe breed een reeks in de legenda is."""
        tekst = plain_text(str(reeks["name"]))
        return LEGENDA_TEKEN + 6 + room(tekst, self.maat) + LEGENDA_TUSSEN

    def along(self, letter: str, plek: float) -> tuple[Punt, Punt]:
        """Geef de lijn dwars op een as, op deze plek."""
        if letter == "x":
            return (plek, self.boven), (plek, self.onder)
        return (self.links, plek), (self.rechts, plek)

    def spot(self, waar: Mapping[str, Any], letter: str) -> float:
        """Geef waar een opschrift hoort: op de as, of als deel van het vlak."""
        if waar.get(f"{letter}ref") == "paper":
            van, tot = (self.links, self.rechts) if letter == "x" else (self.onder, self.boven)
            return van + float(waar[letter]) * (tot - van)
        return (self.x if letter == "x" else self.y).place(waar[letter])
