"""De inhoud van een bladzijde: welk teken (MCID) hoort bij welke letters en lijnen.

Skia, de tekenaar van Chromium, schrijft elke opdracht op een eigen regel. Daarom is een bladzijde
hier een rij regels; dat is vele malen sneller dan elke opdracht ontleden.
"""

from __future__ import annotations

import re
from collections import defaultdict

import pikepdf

from druk.toegankelijk.letters import Letters

_TEKEN = re.compile(rb"<</MCID (\d+) ?>> ?BDC$")
_TEKST = re.compile(rb"<([0-9A-Fa-f]*)> ?Tj")
_SCHILDER = frozenset({b"f", b"f*", b"F", b"B", b"B*", b"b", b"b*", b"S", b"s"})
_WEG = frozenset({b"m", b"l", b"c", b"v", b"y", b"h", b"re"})
#: Een lopende kop of een bladzijdenummer hoort bij het blad, een lijn of vlak bij de opmaak.
_BIJ_HET_BLAD = b"/Artifact <</Type /Pagination>> BDC"
_BIJ_DE_OPMAAK = b"/Artifact <</Type /Layout>> BDC"
_EIND = b"EMC"
#: Hoeveel een regel lager moet staan om een nieuwe regel te zijn.
_REGELSPRONG = 2.0


class Stroom:
    """De regels van een bladzijde.

    Attributes
    ----------
    alleen_lijnen : set of int
        Tekens waar alleen lijnen en vlakken bij horen.
    opmaak : set of int
        Tekens die bij het schrijven opmaak worden.
    """

    def __init__(self, blad: pikepdf.Page, letters: Letters) -> None:
        blad.contents_coalesce()
        self._blad = blad
        self._regels: list[bytes] = blad.Contents.read_bytes().split(b"\n")
        self._letters = letters.of(blad)
        self._begin: dict[int, list[int]] = defaultdict(list)  # teken naar regels met BDC
        self._tekst: dict[int, str] = {}
        self._los: list[tuple[int, int, bytes]] = []  # van, tot en met, soort opmaak
        self.opmaak: set[int] = set()
        self.alleen_lijnen: set[int] = set()
        self._lees()

    def text(self, teken: int) -> str:
        """Geef de letters die bij een teken horen."""
        return self._tekst.get(teken, "")

    def _lees(self) -> None:
        open_: list[int | None] = []
        inhoud: set[int] = set()  # tekens met letters of een beeld
        lijnen: set[int] = set()
        delen: dict[int, list[str]] = defaultdict(list)
        hoogte: dict[int, float] = {}
        font: tuple[int, dict[int, str]] = (2, {})
        y = 0.0
        weg = -1
        for nummer, regel in enumerate(self._regels):
            opdracht = regel[regel.rfind(b" ") + 1 :]
            if opdracht in _WEG:
                weg = nummer if weg < 0 else weg
            elif opdracht == b"n":
                weg = -1
            elif opdracht in _SCHILDER:
                if not open_:
                    self._los.append((weg if weg >= 0 else nummer, nummer, _BIJ_DE_OPMAAK))
                elif open_[-1] is not None:
                    lijnen.add(open_[-1])
                weg = -1
            elif opdracht in (b"Tj", b"TJ", b"Do", b"sh"):
                if not open_:
                    soort = _BIJ_HET_BLAD if opdracht in (b"Tj", b"TJ") else _BIJ_DE_OPMAAK
                    self._los.append((nummer, nummer, soort))
                elif (teken := open_[-1]) is not None:
                    inhoud.add(teken)
                    if opdracht == b"Tj":
                        nieuw = teken in hoogte and abs(hoogte[teken] - y) > _REGELSPRONG
                        hoogte[teken] = y
                        _voeg_toe(delen[teken], _lees_regel(regel, font), nieuw)
            elif opdracht == b"Tm":
                y = float(regel.split()[-2])
            elif opdracht == b"Tf":
                font = self._letters.get(regel.split()[0], (2, {}))
            elif regel.endswith(b"BDC"):
                gevonden = _TEKEN.search(regel)
                teken = int(gevonden[1]) if gevonden else None
                open_.append(teken)
                if teken is not None:
                    self._begin[teken].append(nummer)
            elif opdracht == b"BMC":
                open_.append(None)
            elif opdracht == _EIND and open_:
                open_.pop()
        self.alleen_lijnen = lijnen - inhoud
        self._tekst = {teken: "".join(stukken) for teken, stukken in delen.items()}

    def write(self, document: pikepdf.Pdf) -> None:
        """Schrijf de bladzijde, met alles wat opmaak is als opmaak."""
        voor: dict[int, bytes] = {}
        na: set[int] = set()
        for van, tot, soort in self._los:
            voor[van] = soort
            na.add(tot)
        for teken in self.opmaak:
            soort = _BIJ_DE_OPMAAK if teken in self.alleen_lijnen else _BIJ_HET_BLAD
            for nummer in self._begin[teken]:
                self._regels[nummer] = soort
        nieuw: list[bytes] = []
        for nummer, regel in enumerate(self._regels):
            if nummer in voor:
                nieuw.append(voor[nummer])
            nieuw.append(regel)
            if nummer in na:
                nieuw.append(_EIND)
        self._blad.Contents = document.make_stream(b"\n".join(nieuw))


def _lees_regel(regel: bytes, font: tuple[int, dict[int, str]]) -> str:
    breed, letters = font
    gevonden = _TEKST.search(regel)
    if gevonden is None:
        return ""
    glyfs = bytes.fromhex(gevonden[1].decode())
    return "".join(
        letters.get(int.from_bytes(glyfs[plek : plek + breed]), "")
        for plek in range(0, len(glyfs), breed)
    )


def _voeg_toe(delen: list[str], tekst: str, nieuwe_regel: bool) -> None:
    """Zet tekst achter wat er al staat; een woord dat werd afgebroken, wordt weer heel."""
    vorige = delen[-1] if delen else ""
    if nieuwe_regel and vorige and not vorige.endswith(" "):
        if vorige.endswith(("-", "\u2010", "\u00ad")) and tekst[:1].islower():
            delen[-1] = vorige[:-1]
        else:
            delen.append(" ")
    delen.append(tekst)
