"""De inhoud van een bladzijde: welk teken (MCID) hoort bij welke letters en lijnen.

Skia, de tekenaar van Chromium, schrijft elke opdracht op een eigen regel. Daarom is een bladzijde
hier een rij regels; dat is vele malen sneller dan elke opdracht ontleden.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

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
        self.opmaak: set[int] = set()
        self._lees()

    def text(self, teken: int) -> str:
        """Geef de letters die bij een teken horen."""
        return self._tekst.get(teken, "")

    def _lees(self) -> None:
        lezer = _Lezer(self._letters)
        for nummer, regel in enumerate(self._regels):
            lezer.read(nummer, regel)
        self._los = lezer.los
        self._begin = lezer.begin
        self.alleen_lijnen = lezer.lijnen - lezer.inhoud
        self._tekst = {teken: "".join(stukken) for teken, stukken in lezer.delen.items()}

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


class _Lezer:
    """Leest regel voor regel, en onthoudt bij welk teken iets geschilderd wordt.

    Attributes
    ----------
    los : list of tuple
        Wat buiten elk teken geschilderd is: eerste regel, laatste regel, soort opmaak.
    begin : dict of int to list of int
        Van elk teken de regels waar het begint.
    inhoud : set of int
        Tekens met letters of een beeld.
    lijnen : set of int
        Tekens met lijnen of vlakken.
    delen : dict of int to list of str
        De letters per teken.
    """

    def __init__(self, letters: dict[bytes, tuple[int, dict[int, str]]]) -> None:
        self.los: list[tuple[int, int, bytes]] = []
        self.begin: dict[int, list[int]] = defaultdict(list)
        self.inhoud: set[int] = set()
        self.lijnen: set[int] = set()
        self.delen: dict[int, list[str]] = defaultdict(list)
        self._letters = letters
        self._font: tuple[int, dict[int, str]] = (2, {})
        self._open: list[int | None] = []
        self._vervanging = -1  # regel waar buiten elk teken een vervangende tekst begint
        self._hoogte: dict[int, float] = {}
        self._y = 0.0
        self._weg = -1  # regel waar de weg begint die nog geschilderd moet worden
        self._doe: dict[bytes, Callable[[int, bytes], None]] = {
            b"n": self._klaar_met_weg,
            b"Tm": self._verplaats,
            b"Tf": self._kies_letter,
            b"BDC": self._open_teken,
            b"BMC": self._open_teken,
            _EIND: self._sluit_teken,
            **dict.fromkeys(_WEG, self._begin_weg),
            **dict.fromkeys(_SCHILDER, self._schilder_weg),
            **dict.fromkeys((b"Tj", b"TJ", b"Do", b"sh"), self._schilder),
        }

    def read(self, nummer: int, regel: bytes) -> None:
        """Lees een regel."""
        doe = self._doe.get(regel[regel.rfind(b" ") + 1 :])
        if doe is not None:
            doe(nummer, regel)
        elif regel.endswith(b"BDC"):
            self._open_teken(nummer, regel)

    def _begin_weg(self, nummer: int, _regel: bytes) -> None:
        if self._weg < 0:
            self._weg = nummer

    def _klaar_met_weg(self, _nummer: int, _regel: bytes) -> None:
        self._weg = -1

    def _schilder_weg(self, nummer: int, _regel: bytes) -> None:
        if not self._open:
            self.los.append((self._weg if self._weg >= 0 else nummer, nummer, _BIJ_DE_OPMAAK))
        elif (teken := self._open[-1]) is not None:
            self.lijnen.add(teken)
        self._weg = -1

    def _schilder(self, nummer: int, regel: bytes) -> None:
        is_tekst = regel[-2:] in (b"Tj", b"TJ")
        if not self._open:
            self.los.append((nummer, nummer, _BIJ_HET_BLAD if is_tekst else _BIJ_DE_OPMAAK))
        elif (teken := self._open[-1]) is not None:
            self.inhoud.add(teken)
            if is_tekst:
                vorige = self._hoogte.get(teken, self._y)
                self._hoogte[teken] = self._y
                op_nieuwe_regel = abs(vorige - self._y) > _REGELSPRONG
                _voeg_toe(self.delen[teken], _lees_regel(regel, self._font), op_nieuwe_regel)

    def _verplaats(self, _nummer: int, regel: bytes) -> None:
        self._y = float(regel.split()[-2])

    def _kies_letter(self, _nummer: int, regel: bytes) -> None:
        self._font = self._letters.get(regel.split()[0], (2, {}))

    def _open_teken(self, nummer: int, regel: bytes) -> None:
        gevonden = _TEKEN.search(regel)
        teken = int(gevonden[1]) if gevonden else None
        if not self._open and regel.startswith(b"/Span"):
            self._vervanging = nummer
        self._open.append(teken)
        if teken is not None:
            self.begin[teken].append(nummer)

    def _sluit_teken(self, nummer: int, _regel: bytes) -> None:
        if self._open:
            self._open.pop()
        if not self._open and self._vervanging >= 0:
            # Waar een losse regel wordt afgebroken, geeft Chromium een spatie een eigen tekst mee.
            self.los.append((self._vervanging, nummer, _BIJ_HET_BLAD))
            self._vervanging = -1


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
