"""Teken een figuur zonder plotly: van het woordenboek met ``data`` en ``layout`` een prent.

Deze tekenaar kent wat de figuren van het boek gebruiken: ``scatter`` en ``bar``, assen met
getallen, dagen of namen, opschriften, lijnen op de achtergrond en een legenda erboven. Wat zij niet
kent, weigert zij; dan staat er op papier de tabel, en nooit een tekening waar iets aan ontbreekt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lv_tools.basis.beeld.assen import As, bar_width, nice_steps
from lv_tools.basis.beeld.figuurstijl import with_colors
from lv_tools.basis.beeld.letters import text_width
from lv_tools.basis.beeld.prent import Lijn, Prent, Punt, Schrift, Streep, Vlak, box
from lv_tools.basis.beeld.tekens import symbol
from lv_tools.basis.taal.notatie import getal

#: Zo breed is een prent, en zo ver mag een opschrift van een rij naar rechts komen.
BREEDTE = 640
_OPSCHRIFT = 0.42
_REGEL = 1.3
#: Hoe hoog een hoofdletter is, en hoe ver onder het midden van een regel haar voet staat.
_VOET = 0.36
#: Andere letters zijn breder dan die waarmee hier gemeten wordt.
_RUIM = 1.12
_LEGENDA_TEKEN, _LEGENDA_TUSSEN = 30, 14
_OPMAAK = re.compile(r"</?b>")


class TekenError(ValueError):
    """Een figuur met iets wat deze tekenaar niet kent."""


@dataclass
class Tekening:
    """Wat er al getekend is, met de assen en de ruimte daaromheen."""

    data: Sequence[Mapping[str, Any]]
    layout: Mapping[str, Any]
    breedte: float
    delen: list[Lijn | Vlak | Schrift] = field(default_factory=list)

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
        staven = [r for r in self.data if _is_bar(r)]
        langs = [r for r in staven if _length_axis(r) == letter]
        if namen:
            as_.laag, as_.hoog = -0.5, len(namen) - 0.5
            return as_
        for reeks in langs:
            basis = _each(reeks.get("base", 0), len(reeks[letter]))
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
        boven += self.maat * 1.5 if _title(self.layout["yaxis"]) else 0
        hoogte += boven - float(rand["t"])
        self.streepjes = {"x": self._ticks("x", self.x), "y": self._ticks("y", self.y)}
        links, onder = float(rand["l"]), float(rand["b"])
        for letter in "xy":
            opzet = self.layout[f"{letter}axis"]
            regels = [regel for _plek, tekst in self.streepjes[letter] for regel in tekst]
            titel = 22 if _title(opzet) else 0
            if letter == "y":  # de titel staat boven de as
                breed = max((text_width(r, self.maat) * _RUIM for r in regels), default=0)
                if opzet.get("automargin"):
                    links = max(links, 8 + (breed + 6 if breed else 0))
            else:
                meeste = max((len(tekst) for _plek, tekst in self.streepjes["x"]), default=0)
                onder = max(onder, 6 + titel + meeste * self.maat * _REGEL + 4)
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
            teksten = ["<br>".join(_wrap(n, breed, self.maat)) for n in as_.namen]
        else:
            plekken = nice_steps(as_.laag, as_.hoog, opzet.get("dtick"), opzet.get("nticks", 6))
            teksten = [getal(w).replace("-", "−") for w in plekken]
        binnen = sorted((as_.laag, as_.hoog))
        toon = opzet.get("showticklabels", True)
        return [
            (as_.number(plek), _lines(str(tekst)) if toon else [])
            for plek, tekst in zip(plekken, teksten, strict=True)
            if binnen[0] <= as_.number(plek) <= binnen[1]
        ]

    def _legend_rows(self) -> Iterator[list[Mapping[str, Any]]]:
        ruimte, rij = self.breedte, list[Mapping[str, Any]]()
        for reeks in self.data:
            if reeks.get("showlegend") is False or not reeks.get("name"):
                continue
            breed = self._legend_width(reeks)
            if rij and breed > ruimte:
                yield rij
                ruimte, rij = self.breedte, []
            rij.append(reeks)
            ruimte -= breed
        if rij:
            yield rij

    def _legend_width(self, reeks: Mapping[str, Any]) -> float:
        tekst = _plain_text(str(reeks["name"]))
        return _LEGENDA_TEKEN + 6 + text_width(tekst, self.maat) * _RUIM + _LEGENDA_TUSSEN

    def draw(self) -> Prent:
        """Teken alles, van achter naar voren."""
        self._draw_axes()
        for vorm in self.layout.get("shapes", ()):
            self._draw_shape(vorm)
        stapel: dict[Any, float] = {}
        for reeks in sorted(self.data, key=lambda reeks: not _is_bar(reeks)):
            if _is_bar(reeks):
                self._draw_bars(reeks, stapel)
            else:
                self._draw_scatter(reeks)
        for opschrift in self.layout.get("annotations", ()):
            self._draw_note(opschrift)
        self._draw_legend()
        return Prent(self.breedte, round(self.hoogte, 2), tuple(self.delen), self.vlak)

    # assen

    def _draw_axes(self) -> None:
        staand = {"x" if _length_axis(r) == "y" else "y" for r in self.data if _is_bar(r)}
        for letter, as_ in (("x", self.x), ("y", self.y)):
            opzet = self.layout[f"{letter}axis"]
            if opzet.get("visible") is False:
                continue
            lijn = str(opzet.get("gridcolor", self.kleur))
            if opzet.get("showgrid", letter not in staand):
                for plek, _tekst in self.streepjes[letter]:
                    p = self._along(letter, as_.spot(plek))
                    self.delen.append(Lijn(p, lijn, 1, "dot"))
            if opzet.get("showline", True):
                rand = self.onder if letter == "x" else self.links
                langs = (
                    ((self.links, rand), (self.rechts, rand))
                    if letter == "x"
                    else ((rand, self.boven), (rand, self.onder))
                )
                self.delen.append(Lijn(langs, lijn, 1))
            self._draw_ticks(letter, as_, opzet)

    def _along(self, letter: str, plek: float) -> tuple[Punt, Punt]:
        if letter == "x":
            return (plek, self.boven), (plek, self.onder)
        return (self.links, plek), (self.rechts, plek)

    def _draw_ticks(self, letter: str, as_: As, opzet: Mapping[str, Any]) -> None:
        maat = float(opzet.get("tickfont", {}).get("size", self.maat))
        for waarde, regels in self.streepjes[letter]:
            plek = as_.spot(waarde)
            if letter == "x":
                breed = max((text_width(r, maat) for r in regels), default=0) / 2
                midden = min(max(plek, breed + 2), self.breedte - breed - 2)
                for nr, regel in enumerate(regels, start=1):
                    y = self.onder + 4 + nr * maat * _REGEL - maat * 0.3
                    self._write((midden, y), regel, maat, "middle")
            else:
                boven = plek - (len(regels) - 1) * maat * _REGEL / 2
                for nr, regel in enumerate(regels):
                    y = boven + nr * maat * _REGEL + maat * _VOET
                    self._write((self.links - 6, y), regel, maat, "end")
        if titel := _title(opzet):
            if letter == "x":
                midden = (self.links + self.rechts) / 2
                self._write((midden, self.hoogte - 5), titel, self.maat, "middle")
            else:  # boven de as in plaats van gekanteld: dat leest sneller
                self._write((2, self.boven - self.maat * 0.5), titel, self.maat, "start")

    def _draw_shape(self, vorm: Mapping[str, Any]) -> None:
        if vorm.get("type") != "line":
            raise TekenError(f"een vorm {vorm.get('type')!r} op de achtergrond")
        punten = tuple((self.x.place(vorm[f"x{i}"]), self.y.place(vorm[f"y{i}"])) for i in (0, 1))
        self.delen.append(_line(punten, vorm["line"]))

    # wat er in het vlak staat

    def _draw_bars(self, reeks: Mapping[str, Any], stapel: dict[Any, float]) -> None:
        liggend = reeks.get("orientation") == "h"
        plekken, lengtes = (reeks["y"], reeks["x"]) if liggend else (reeks["x"], reeks["y"])
        dwars, langs = (self.y, self.x) if liggend else (self.x, self.y)
        hoeveel = len(plekken)
        breedtes = _each(reeks.get("width", bar_width(dwars, plekken)), hoeveel)
        basis = _each(reeks.get("base", 0), hoeveel)
        teksten = _each(reeks.get("text", ""), hoeveel)
        for nr, (plek, lengte) in enumerate(zip(plekken, lengtes, strict=True)):
            if lengte is None:
                continue
            begin = float(basis[nr])
            if self.layout.get("barmode") == "stack":
                begin = stapel.get(plek, 0.0)
                stapel[plek] = begin + lengte
            midden, half = dwars.number(plek), breedtes[nr] / 2
            d0, d1 = sorted((dwars.spot(midden - half), dwars.spot(midden + half)))
            l0, l1 = sorted((langs.spot(begin), langs.spot(begin + lengte)))
            hoeken = box(l0, d0, l1, d1) if liggend else box(d0, l0, d1, l1)
            if l1 - l0 > 0:
                self.delen.append(_area(hoeken, reeks.get("marker", {}), nr))
            if teksten[nr] and reeks.get("textposition", "auto") != "none":
                self._label_bar(reeks, str(teksten[nr]), (l0, l1), (d0 + d1) / 2, liggend)

    def _label_bar(
        self,
        reeks: Mapping[str, Any],
        tekst: str,
        langs: tuple[float, float],
        midden: float,
        liggend: bool,
    ) -> None:
        maat = self.maat - 1
        past = text_width(tekst, maat) * _RUIM + 2 <= langs[1] - langs[0]
        plek = str(reeks.get("textposition", "auto"))
        buiten = plek == "outside" or (plek == "auto" and not past)
        soort = "outsidetextfont" if buiten else "insidetextfont"
        kleur = str(reeks.get(soort, {}).get("color", self.kleur))
        if not liggend:
            y = langs[0] - 4 if buiten else (langs[0] + langs[1]) / 2 + maat * _VOET
            self._write((midden, y), tekst, maat, "middle", kleur)
        elif buiten:
            self._write((langs[1] + 5, midden + maat * _VOET), tekst, maat, "start", kleur)
        else:
            kleiner = maat if past else max(8.0, maat * (langs[1] - langs[0]) / 20)
            y = midden + kleiner * _VOET
            self._write(((langs[0] + langs[1]) / 2, y), tekst, kleiner, "middle", kleur)

    def _draw_scatter(self, reeks: Mapping[str, Any]) -> None:
        soorten = str(reeks.get("mode", "lines")).split("+")
        punten = [
            None if x is None or y is None else (self.x.place(x), self.y.place(y))
            for x, y in zip(reeks["x"], reeks["y"], strict=True)
        ]
        if reeks.get("fill", "none") != "none":
            raise TekenError("een gevuld vlak onder een lijn")
        self._draw_error(reeks)
        if "lines" in soorten:
            stuk: list[Punt] = []
            for punt in (*punten, None):
                if punt is not None:
                    stuk.append(punt)
                elif len(stuk) > 1:
                    self.delen.append(_line(tuple(stuk), reeks.get("line", {}), self.kleur))
                    stuk = []
                else:
                    stuk = []
        if "markers" in soorten:
            for nr, punt in enumerate(punten):
                if punt is not None:
                    self.delen += _mark(punt, reeks.get("marker", {}), nr, self.vlak)
        if "text" in soorten:
            self._draw_labels(reeks, punten)

    def _draw_error(self, reeks: Mapping[str, Any]) -> None:
        fout = reeks.get("error_x")
        if not fout:
            return
        for nr, (x, y) in enumerate(zip(reeks["x"], reeks["y"], strict=True)):
            hoger, lager = fout["array"][nr], fout.get("arrayminus", fout["array"])[nr]
            van, tot, hoogte = self.x.place(x - lager), self.x.place(x + hoger), self.y.place(y)
            dikte = float(fout.get("thickness", 2))
            self.delen.append(Lijn(((van, hoogte), (tot, hoogte)), str(fout["color"]), dikte))

    def _draw_labels(self, reeks: Mapping[str, Any], punten: Sequence[Punt | None]) -> None:
        letter = reeks.get("textfont", {})
        maat, kleur = float(letter.get("size", self.maat)), str(letter.get("color", self.kleur))
        teksten = _each(reeks.get("text", ""), len(punten))
        plekken = _each(reeks.get("textposition", "middle center"), len(punten))
        groot = _each(reeks.get("marker", {}).get("size", 6), len(punten))
        for nr, punt in enumerate(punten):
            if punt is None or not teksten[nr]:
                continue
            hoog, zij = str(plekken[nr]).split(" ")
            straal, regels = groot[nr] / 2 + 3, _lines(str(teksten[nr]))
            x = punt[0] + {"left": -straal, "center": 0, "right": straal}[zij]
            anker = {"left": "end", "center": "middle", "right": "start"}[zij]
            blok = len(regels) * maat * _REGEL
            boven = punt[1] + {"top": -straal - blok, "middle": -blok / 2, "bottom": straal}[hoog]
            for rij, regel in enumerate(regels):
                y = boven + (rij + 0.5) * maat * _REGEL + maat * _VOET
                self._write((x, y), regel, maat, anker, kleur)

    # woorden

    def _draw_note(self, opschrift: Mapping[str, Any]) -> None:
        if opschrift.get("showarrow", True):
            raise TekenError("een opschrift met een pijl")
        letter = opschrift.get("font", {})
        maat, kleur = float(letter.get("size", self.maat)), str(letter.get("color", self.kleur))
        regels = _lines(str(opschrift["text"]))
        breed = max(text_width(_plain_text(r), maat) * _RUIM for r in regels)
        blok = len(regels) * maat * _REGEL
        wit = float(opschrift.get("borderpad", 1))
        x = self._spot_of(opschrift, "x") + float(opschrift.get("xshift", 0))
        y = self._spot_of(opschrift, "y") - float(opschrift.get("yshift", 0))
        zij, hoog = opschrift.get("xanchor", "center"), opschrift.get("yanchor", "middle")
        links = x + {"left": wit, "center": -breed / 2, "right": -breed - wit}[zij]
        boven = y + {"top": wit, "middle": -blok / 2, "bottom": -blok - wit}[hoog]
        if achter := opschrift.get("bgcolor"):
            self.delen.append(Vlak(box(links, boven, links + breed, boven + blok), str(achter)))
        # De regels staan waar het opschrift aan vastzit, zodat een andere letter niet verspringt.
        kant = {"left": "start", "center": "middle", "right": "end"}[opschrift.get("align", zij)]
        tegen = {"start": links, "middle": links + breed / 2, "end": links + breed}[kant]
        for rij, regel in enumerate(regels):
            voet = boven + (rij + 0.5) * maat * _REGEL + maat * _VOET
            self._write((tegen, voet), regel, maat, kant, kleur)

    def _spot_of(self, opschrift: Mapping[str, Any], letter: str) -> float:
        if opschrift.get(f"{letter}ref") == "paper":
            van, tot = (self.links, self.rechts) if letter == "x" else (self.onder, self.boven)
            return van + float(opschrift[letter]) * (tot - van)
        return (self.x if letter == "x" else self.y).place(opschrift[letter])

    def _draw_legend(self) -> None:
        for rij, reeksen in enumerate(self.legenda):
            x, midden = 0.0, (rij + 0.5) * self.maat * 1.6
            for reeks in reeksen:
                self._draw_key(reeks, x, midden)
                voet = midden + self.maat * _VOET
                tekst = _plain_text(str(reeks["name"]))
                self._write((x + _LEGENDA_TEKEN + 6, voet), tekst, self.maat, "start")
                x += self._legend_width(reeks)

    def _draw_key(self, reeks: Mapping[str, Any], x: float, midden: float) -> None:
        """Teken wat er in de legenda voor een naam staat."""
        rechts = x + _LEGENDA_TEKEN
        if _is_bar(reeks):
            vlak = box(x + 9, midden - 6, x + 21, midden + 6)
            self.delen.append(_area(vlak, reeks.get("marker", {}), 0))
            return
        soorten = str(reeks.get("mode", "lines")).split("+")
        if "lines" in soorten:
            lijn = ((x, midden), (rechts, midden))
            self.delen.append(_line(lijn, reeks.get("line", {}), self.kleur))
        if "markers" in soorten:
            plek = ((x + rechts) / 2, midden)
            self.delen += _mark(plek, reeks.get("marker", {}), 0, self.vlak)

    def _write(self, punt: Punt, tekst: str, maat: float, anker: str, kleur: str = "") -> None:
        """Zet een regel; wat aan het begin tussen ``<b>`` staat, is vet."""
        kop, _, rest = tekst.partition("</b>") if "<b>" in tekst else ("", "", tekst)
        if (kop and not kop.startswith("<b>")) or "<b>" in rest:
            raise TekenError("vette woorden midden in een regel")
        if kop and rest and anker != "start":
            raise TekenError("een half vette regel die niet links begint")
        x, y = punt
        for deel, vet in ((_plain_text(kop), True), (_plain_text(rest), False)):
            if deel.strip():
                anker_: Any = anker
                kleur_ = kleur or self.kleur
                self.delen.append(Schrift(x, y, deel.rstrip(), maat, kleur_, anker_, vet))
                x += text_width(deel, maat) * (_RUIM + 0.06)


def draw(figuur: Mapping[str, Any], breedte: float = BREEDTE) -> Prent:
    """Maak van een figuur een prent in de kleuren van papier.

    Raises
    ------
    TekenError
        Als er iets in de figuur zit wat deze tekenaar niet kent.
    """
    gekleurd = with_colors(figuur)
    for reeks in gekleurd["data"]:
        if reeks.get("type", "scatter") not in ("scatter", "bar"):
            raise TekenError(f"een tekening van de soort {reeks['type']!r}")
    return Tekening(gekleurd["data"], gekleurd["layout"], breedte).draw()


def _is_bar(reeks: Mapping[str, Any]) -> bool:
    return bool(reeks.get("type") == "bar")


def _length_axis(reeks: Mapping[str, Any]) -> str:
    return "x" if reeks.get("orientation") == "h" else "y"


def _each(waarde: Any, hoeveel: int) -> list[Any]:
    return list(waarde) if isinstance(waarde, list | tuple) else [waarde] * hoeveel


def _at(waarde: Any, nummer: int) -> Any:
    return waarde[nummer] if isinstance(waarde, list | tuple) else waarde


def _line(punten: Sequence[Punt], lijn: Mapping[str, Any], kleur: str = "#000000") -> Lijn:
    streep = lijn.get("dash", "solid")
    if streep not in ("solid", "dash", "dot"):
        raise TekenError(f"een lijn {streep!r}")
    soort: Streep = "" if streep == "solid" else streep
    return Lijn(tuple(punten), str(lijn.get("color", kleur)), float(lijn.get("width", 2)), soort)


def _area(hoeken: Sequence[Punt], merk: Mapping[str, Any], nummer: int) -> Vlak:
    rand, patroon = merk.get("line", {}), merk.get("pattern", {})
    dikte = float(_at(rand.get("width", 0), nummer))
    if patroon and patroon.get("shape") != "/":
        raise TekenError(f"een patroon {patroon.get('shape')!r}")
    return Vlak(
        tuple(hoeken),
        str(_at(merk.get("color", ""), nummer)),
        str(_at(rand.get("color", ""), nummer)) if dikte else "",
        dikte,
        str(patroon.get("fgcolor", "")),
        float(merk.get("opacity", 1)),
    )


def _mark(punt: Punt, merk: Mapping[str, Any], nummer: int, achter: str) -> list[Lijn | Vlak]:
    naam, rand = str(_at(merk.get("symbol", "circle"), nummer)), merk.get("line", {})
    kleur, straal = str(_at(merk.get("color"), nummer)), _at(merk.get("size", 6), nummer) / 2
    dikte = float(_at(rand.get("width", 0), nummer))
    kaal, _, soort = naam.partition("-open")
    try:
        lussen = symbol(kaal, punt, straal)
    except ValueError as fout:
        raise TekenError(str(fout)) from fout
    if soort or naam != kaal:
        stip = symbol("circle", punt, straal / 3) if soort == "-dot" else ()
        open_ = [Vlak(lus, "", kleur, dikte or 1.5) for lus in lussen]
        return [*open_, *(Vlak(lus, kleur) for lus in stip)]
    om = str(_at(rand.get("color", achter), nummer)) if dikte else ""
    dekt = float(_at(merk.get("opacity", 1), nummer))
    return [Vlak(lus, kleur, om, dikte, dekt=dekt) for lus in lussen]


def _title(opzet: Mapping[str, Any]) -> str:
    return str(opzet.get("title", {}).get("text", ""))


def _lines(tekst: str) -> list[str]:
    return tekst.split("<br>")


def _plain_text(tekst: str) -> str:
    return unescape(_OPMAAK.sub("", tekst))


def _wrap(tekst: str, breed: float, maat: float) -> list[str]:
    regels = [""]
    for woord in tekst.split(" "):
        langer = f"{regels[-1]} {woord}".strip()
        if regels[-1] and text_width(langer, maat) * _RUIM > breed:
            regels.append(woord)
        else:
            regels[-1] = langer
    return regels
