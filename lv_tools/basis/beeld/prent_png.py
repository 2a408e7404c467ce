"""Een prent als PNG, zonder browser en zonder bibliotheek.

Word van voor 2019, Google Documenten en Pages kennen geen SVG en tonen dit plaatje. Het heeft een
vast palet en zo veel punten dat het ook gedrukt scherp is.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor, hypot

from lv_tools.basis.beeld.letters import GROOT, shapes, text_width
from lv_tools.basis.beeld.prent import STREPEN, Lijn, Prent, Punt, Schrift, Vlak

#: Punten per pixel van de prent: op de breedte van een bladzijde bijna 300 per inch.
PUNTEN = 3
#: Zoveel breder worden letters in vet: deel van de lettergrootte.
_VET = 0.05
#: Afstand tussen schuine lijntjes in een vlak, in punten.
_ARCERING = 6 * PUNTEN
_ONBEKEND = (36, (((6, 0), (6, 44), (30, 44), (30, 0)), ((10, 4), (26, 4), (26, 40), (10, 40))))


class Doek:
    """Een veld met punten, elk een nummer in een palet."""

    def __init__(self, breedte: int, hoogte: int, achter: str) -> None:
        self.breedte, self.hoogte = breedte, hoogte
        self.palet = {achter: 0}
        self.punten = bytearray(breedte * hoogte)

    def ink(self, kleur: str) -> int:
        """Geef het nummer van een kleur in het palet; is dat vol, dan het laatste."""
        if kleur not in self.palet and len(self.palet) < 256:
            self.palet[kleur] = len(self.palet)
        return self.palet.get(kleur, 255)

    def fill(self, lussen: Iterable[Sequence[Punt]], inkt: int, arcering: int = 0) -> None:
        """Vul wat binnen de lussen ligt; met ``arcering`` alleen lijntjes, zo ver uiteen."""
        for rij, van, tot in spans(lussen):
            if not arcering:
                self.paint(rij, van, tot, inkt)
                continue
            for x in range(van + (-(van + rij)) % arcering - PUNTEN, tot, arcering):
                self.paint(rij, max(x, van), min(x + PUNTEN, tot), inkt)

    def paint(self, rij: int, van: int, tot: int, inkt: int) -> None:
        """Verf een stuk van een rij."""
        van, tot = max(van, 0), min(tot, self.breedte)
        if van < tot and 0 <= rij < self.hoogte:
            begin = rij * self.breedte
            self.punten[begin + van : begin + tot] = bytes((inkt,)) * (tot - van)

    def to_png(self, dpi: float) -> bytes:
        """Schrijf het veld als PNG."""
        kleuren = b"".join(bytes.fromhex(kleur[1:]) for kleur in self.palet)
        regels = b"".join(
            b"\0" + self.punten[begin : begin + self.breedte]
            for begin in range(0, len(self.punten), self.breedte)
        )
        maat = struct.pack(">IIBBBBB", self.breedte, self.hoogte, 8, 3, 0, 0, 0)
        per_meter = round(dpi / 0.0254)
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            (
                _chunk(b"IHDR", maat),
                _chunk(b"pHYs", struct.pack(">IIB", per_meter, per_meter, 1)),
                _chunk(b"PLTE", kleuren),
                _chunk(b"IDAT", zlib.compress(regels, 6)),
                _chunk(b"IEND", b""),
            )
        )


def spans(lussen: Iterable[Sequence[Punt]]) -> Iterator[tuple[int, int, int]]:
    """Geef per rij de stukken binnen de lussen; waar twee om elkaar liggen, is het binnenste leeg.

    Een stuk is een rij met het eerste punt en het punt erna.
    """
    randen = []
    for lus in lussen:
        for (x0, y0), (x1, y1) in pairwise((*lus, lus[0])):
            if y0 != y1:
                boven, onder = ((x0, y0), (x1, y1)) if y0 < y1 else ((x1, y1), (x0, y0))
                helling = (onder[0] - boven[0]) / (onder[1] - boven[1])
                randen.append((boven[1], onder[1], boven[0], helling))
    randen.sort()
    actief: list[tuple[float, float, float, float]] = []
    volgende = 0
    for rij in range(floor(randen[0][0]), ceil(max(r[1] for r in randen))) if randen else ():
        midden = rij + 0.5
        while volgende < len(randen) and randen[volgende][0] <= midden:
            actief.append(randen[volgende])
            volgende += 1
        actief = [rand for rand in actief if rand[1] > midden]
        snijdt = sorted(x + (midden - boven) * helling for boven, _o, x, helling in actief)
        for van, tot in zip(snijdt[::2], snijdt[1::2], strict=False):
            links = round(van)
            # Een lijntje van minder dan een punt breed blijft te zien.
            yield rij, links, max(round(tot), links + 1)


def to_png(prent: Prent) -> bytes:
    """Schrijf een prent als PNG; dezelfde prent geeft dezelfde bytes."""
    doek = Doek(round(prent.breedte * PUNTEN), round(prent.hoogte * PUNTEN), prent.achter)
    for deel in prent.delen:
        if isinstance(deel, Lijn):
            _draw_line(doek, _enlarge(deel.punten), deel.kleur, deel.dikte * PUNTEN, deel.streep)
        elif isinstance(deel, Vlak):
            _draw_area(doek, deel, prent.achter)
        else:
            _draw_text(doek, deel)
    return doek.to_png(96 * PUNTEN)


def _draw_area(doek: Doek, vlak: Vlak, achter: str) -> None:
    punten = _enlarge(vlak.punten)
    if vlak.vul:
        doek.fill([punten], doek.ink(_mix(vlak.vul, achter, vlak.dekt)))
    if vlak.gestreept:
        doek.fill([punten], doek.ink(vlak.gestreept), _ARCERING)
    if vlak.rand and vlak.dikte:
        _draw_line(doek, (*punten, punten[0]), vlak.rand, vlak.dikte * PUNTEN, "")


def _draw_line(doek: Doek, punten: Sequence[Punt], kleur: str, dikte: float, streep: str) -> None:
    inkt = doek.ink(kleur)
    for van, tot in _dashes(punten, dikte, streep):
        (x0, y0), (x1, y1) = van, tot
        lengte = hypot(x1 - x0, y1 - y0)
        if not lengte:
            continue
        # Iets langer dan de lijn zelf, zodat een hoek tussen twee stukken dicht is.
        dx, dy = (x1 - x0) / lengte * dikte / 2, (y1 - y0) / lengte * dikte / 2
        eind = 0 if streep else 0.5
        ax, ay, bx, by = x0 - dx * eind, y0 - dy * eind, x1 + dx * eind, y1 + dy * eind
        doek.fill(
            [((ax - dy, ay + dx), (bx - dy, by + dx), (bx + dy, by - dx), (ax + dy, ay - dx))],
            inkt,
        )


def _dashes(punten: Sequence[Punt], dikte: float, streep: str) -> Iterator[tuple[Punt, Punt]]:
    lang, gat = (deel * dikte for deel in STREPEN.get(streep, (0, 0)))
    plek = 0.0
    for (x0, y0), (x1, y1) in pairwise(punten):
        lengte = hypot(x1 - x0, y1 - y0)
        if not lang:
            yield (x0, y0), (x1, y1)
            continue
        af = -(plek % (lang + gat))
        while lengte and af < lengte:
            van, tot = max(0.0, af) / lengte, min(lengte, af + lang) / lengte
            if tot > van:
                yield (
                    (x0 + (x1 - x0) * van, y0 + (y1 - y0) * van),
                    (x0 + (x1 - x0) * tot, y0 + (y1 - y0) * tot),
                )
            af += lang + gat
        plek += lengte


def _draw_text(doek: Doek, schrift: Schrift) -> None:
    inkt = doek.ink(schrift.kleur)
    breed = text_width(schrift.tekst, schrift.maat)
    terug = {"start": 0.0, "middle": breed / 2, "end": breed}[schrift.anker]
    x, y = (schrift.x - terug) * PUNTEN, round(schrift.y * PUNTEN)
    schaal = schrift.maat * PUNTEN / GROOT
    keren = (0, round(_VET * schrift.maat * PUNTEN)) if schrift.vet else (0,)
    for teken in schrift.tekst:
        if teken != " ":
            for op in keren:
                links = round(x) + op
                for rij, van, tot in _glyph(teken, schaal):
                    doek.paint(y + rij, links + van, links + tot, inkt)
        x += text_width(teken, schrift.maat) * PUNTEN


@lru_cache(maxsize=1_000)
def _glyph(teken: str, schaal: float) -> tuple[tuple[int, int, int], ...]:
    """Geef de stukken van een letter op deze grootte, vanaf haar begin op de regel."""
    _breedte, lussen = shapes().get(teken, _ONBEKEND)
    return tuple(spans([[(x * schaal, -y * schaal) for x, y in lus] for lus in lussen]))


def _enlarge(punten: Iterable[Punt]) -> tuple[Punt, ...]:
    return tuple((x * PUNTEN, y * PUNTEN) for x, y in punten)


def _mix(kleur: str, achter: str, deel: float) -> str:
    if deel >= 1:
        return kleur
    paren = zip(bytes.fromhex(kleur[1:]), bytes.fromhex(achter[1:]), strict=True)
    return "#" + "".join(f"{round(v * deel + a * (1 - deel)):02x}" for v, a in paren)


def _chunk(soort: bytes, inhoud: bytes) -> bytes:
    som = zlib.crc32(soort + inhoud)
    return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", som)
