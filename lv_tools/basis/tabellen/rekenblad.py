"""De werkbladen van een Excelbestand (.xlsx), met alleen de standaardbibliotheek.

Het bestand wordt gelezen zoals het er staat: wat een maker over de omvang van een blad beweert,
telt niet, en lege rijen kosten bijna niets. Ook ‘Strict Open XML’ gaat goed, want de namen van de
ruimtes waarin de onderdelen staan doen er niet toe.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.parsers import expat
from zipfile import ZipFile

from lv_tools.basis.tabellen.tabelvorm import MAX_KOLOMMEN, Blad, Rij, too_wide

_ONTSNAPT = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLEK = re.compile(r"([A-Z]{1,3})(\d+)")
#: Ingebouwde opmaak van datums en tijden (ECMA-376, deel 1, 18.8.30).
_DATUMNUMMERS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_GEEN_OPMAAK = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_LANGSTE_GETAL = 2_958_466  # 1 januari 10000
_HAP = 1 << 16


class KapotError(ValueError):
    """Dit onderdeel is geen goed Excel."""


def xlsx_sheets(naam: str, inhoud: bytes) -> tuple[Blad, ...]:
    """Geef de werkbladen, zichtbare eerst.

    Raises
    ------
    Exception
        Bij een beschadigd bestand kan het van alles zijn; de aanroeper maakt er een zin van.
    """
    boek = _Boek(inhoud)
    bladen = [
        Blad(partial(boek.rows, deel, naam), titel, verborgen, raster=True)
        for titel, verborgen, deel in boek.sheets()
    ]
    if not bladen:
        raise KapotError("geen werkblad")
    return tuple(sorted(bladen, key=lambda blad: blad.verborgen))


@dataclass
class _Boek:
    """Een uitgepakt Excelbestand."""

    inhoud: bytes
    namen: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.archief = ZipFile(BytesIO(self.inhoud))
        self.namen = {_key(naam): naam for naam in self.archief.namelist()}
        koppelingen = self._links("", "_rels/.rels")
        self.werkmap = next(
            (doel for soort, doel in koppelingen.values() if soort.endswith("/officeDocument")),
            "xl/workbook.xml",
        )
        kop = self._tree(self.werkmap)
        map_, bestand = posixpath.split(self.werkmap)
        self.delen = self._links(map_, posixpath.join(map_, "_rels", f"{bestand}.rels"))
        self.kop = kop
        eigenschappen = next((e for e in kop if _local(e.tag) == "workbookPr"), None)
        jaar1904 = eigenschappen is not None and eigenschappen.get("date1904") in {"1", "true"}
        self.dag_nul = datetime(1904, 1, 1) if jaar1904 else datetime(1899, 12, 30)
        self.teksten = self._strings()
        self.datumstijlen = self._date_styles()

    def sheets(self) -> Iterator[tuple[str, bool, str]]:
        """Geef per werkblad de titel, of het verborgen is, en waar het staat."""
        for blad in self.kop.iter():
            if _local(blad.tag) != "sheet":
                continue
            kenmerk = next((w for k, w in blad.attrib.items() if k.endswith("}id")), "")
            soort, doel = self.delen.get(kenmerk, ("", ""))
            if soort.endswith("/worksheet"):
                yield blad.get("name", ""), blad.get("state", "visible") != "visible", doel

    def rows(self, deel: str, naam: str) -> Iterator[Rij]:
        """Geef de gevulde rijen van een werkblad."""
        lezer = _Bladlezer(self, naam)
        with self.archief.open(self.namen[_key(deel)]) as stroom:
            while hap := stroom.read(_HAP):
                lezer.parser.Parse(hap, False)
                yield from lezer.take()
        lezer.parser.Parse(b"", True)
        yield from lezer.take()

    def _tree(self, naam: str) -> ET.Element:
        ruw = self.archief.read(self.namen[_key(naam)])
        if b"<!DOCTYPE" in ruw[:2000]:
            raise KapotError("een documenttype hoort niet in Excel")
        return ET.fromstring(ruw)  # noqa: S314  (documenttypen zijn net geweigerd)

    def _links(self, map_: str, naam: str) -> Mapping[str, tuple[str, str]]:
        if _key(naam) not in self.namen:
            return {}
        gevonden = {}
        for koppeling in self._tree(naam):
            doel = koppeling.get("Target", "")
            plek = doel.lstrip("/") if doel.startswith("/") else posixpath.join(map_, doel)
            gevonden[koppeling.get("Id", "")] = (
                koppeling.get("Type", ""), posixpath.normpath(plek)
            )  # fmt: skip
        return gevonden

    def _part(self, soort: str) -> ET.Element | None:
        doel = next((d for s, d in self.delen.values() if s.endswith(f"/{soort}")), "")
        return self._tree(doel) if _key(doel) in self.namen else None

    def _strings(self) -> list[str]:
        boom = self._part("sharedStrings")
        return [] if boom is None else [_text(si) for si in boom if _local(si.tag) == "si"]

    def _date_styles(self) -> set[int]:
        boom = self._part("styles")
        if boom is None:
            return set()
        eigen = {
            e.get("numFmtId"): _GEEN_OPMAAK.sub("", e.get("formatCode", "")).casefold()
            for e in boom.iter()
            if _local(e.tag) == "numFmt"
        }
        stijlen = next((e for e in boom if _local(e.tag) == "cellXfs"), ())
        datums = set()
        for plek, stijl in enumerate(stijlen):
            nummer = stijl.get("numFmtId", "0")
            code = eigen.get(nummer)
            if code is None:
                is_datum = nummer.isdigit() and int(nummer) in _DATUMNUMMERS
            else:
                is_datum = bool(re.search("[dmyhsj]", code)) and "general" not in code
            if is_datum:
                datums.add(plek)
        return datums


class _Bladlezer:
    """Leest een werkblad in happen en verzamelt alleen rijen waar iets in staat."""

    def __init__(self, boek: _Boek, naam: str) -> None:
        self.boek, self.naam = boek, naam
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.klaar: list[Rij] = []
        self.rij = self.kolom = 0
        self.cellen: dict[int, object] = {}
        self.soort = self.stijl = ""
        self.waarde: str | None = None
        self.formule = ""
        self.tekst: list[str] = []
        self.uitspraak = False

    def take(self) -> list[Rij]:
        """Geef de rijen die klaar zijn."""
        klaar, self.klaar = self.klaar, []
        return klaar

    def _doctype(self, *_: object) -> None:
        raise KapotError("een documenttype hoort niet in Excel")

    def _start(self, element: str, kenmerken: dict[str, str]) -> None:
        naam = element.rpartition("}")[2]
        if naam == "c":
            plek = _PLEK.fullmatch(kenmerken.get("r", ""))
            self.kolom = _column(plek[1]) if plek else self.kolom + 1
            self.soort, self.stijl = kenmerken.get("t", "n"), kenmerken.get("s", "")
            self.waarde, self.formule = None, ""
        elif naam == "row":
            nummer = kenmerken.get("r", "")
            self.rij = int(nummer) if nummer.isdigit() else self.rij + 1
            self.kolom, self.cellen = 0, {}
        elif naam in {"v", "t", "f"}:
            self.tekst = []
            self.parser.CharacterDataHandler = self.tekst.append
        elif naam == "rPh":
            self.uitspraak = True

    def _end(self, element: str) -> None:
        naam = element.rpartition("}")[2]
        if naam == "c":
            if self.waarde is not None or self.formule:
                self._keep()
        elif naam == "row":
            if self.cellen:
                breedte = max(self.cellen)
                rij = [self.cellen.get(kolom) for kolom in range(1, breedte + 1)]
                self.klaar.append((self.rij, rij))
        elif naam in {"v", "t", "f"}:
            self.parser.CharacterDataHandler = None
            tekst = "".join(self.tekst)
            if naam == "f":
                self.formule = tekst
            elif naam == "v":
                self.waarde = tekst
            elif not self.uitspraak:  # leesletters horen niet bij de tekst
                self.waarde = (self.waarde or "") + tekst
        elif naam == "rPh":
            self.uitspraak = False

    def _keep(self) -> None:
        waarde = self._value()
        if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
            return
        if self.kolom > MAX_KOLOMMEN:
            raise too_wide(self.naam)
        self.cellen[self.kolom] = waarde

    def _value(self) -> object:
        ruw = self.waarde
        if ruw is None or (self.formule and not ruw and self.soort != "str"):
            # Een formule waarvan de uitkomst niet bewaard is: niet te lezen, maar ook niet leeg.
            return f"={self.formule}"
        lees: Mapping[str, Callable[[str], object]] = {
            "s": lambda plek: self.boek.teksten[int(plek)],
            "str": _unescape,
            "inlineStr": _unescape,
            "b": lambda tekst: tekst.strip() in {"1", "true"},
            "d": _iso,
            "e": str,
        }
        return lees.get(self.soort, self._number)(ruw)

    def _number(self, ruw: str) -> object:
        if not ruw.strip():
            return None
        getal = float(ruw)
        if self.stijl and int(self.stijl) in self.boek.datumstijlen:
            return _moment(getal, self.boek.dag_nul)
        return int(getal) if getal.is_integer() and abs(getal) < 1e15 else getal


def _iso(tekst: str) -> object:
    try:
        return datetime.fromisoformat(tekst.strip())
    except ValueError:
        return tekst


def _moment(getal: float, dag_nul: datetime) -> object:
    """Maak van een dagnummer een moment; wat geen dag kan zijn, blijft een getal."""
    if not 0 <= getal < _LANGSTE_GETAL:
        return getal
    seconden = round(getal * 86_400)
    if getal < 1:
        return (datetime.min + timedelta(seconds=seconden)).time() if seconden < 86_400 else time()
    if getal < 60 and dag_nul.year == 1899:
        seconden += 86_400  # Excel rekent met een 29 februari 1900 die er niet was
    return dag_nul + timedelta(seconds=seconden)


def _text(element: ET.Element) -> str:
    delen = []
    for kind in element:
        naam = _local(kind.tag)
        if naam == "t":
            delen.append(kind.text or "")
        elif naam == "r":
            delen += [t.text or "" for t in kind if _local(t.tag) == "t"]
    return _unescape("".join(delen))


def _unescape(tekst: str) -> str:
    if "_x" not in tekst:
        return tekst
    return _ONTSNAPT.sub(lambda gevonden: chr(int(gevonden[1], 16)), tekst)


def _local(naam: str) -> str:
    return naam.rpartition("}")[2]


def _key(naam: str) -> str:
    return naam.replace("\\", "/").lstrip("/").casefold()


def _column(letters: str) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - 64
    return nummer
