"""Van smal naar breed: een bundel die door een kier begint en daarna steeds meer raakt."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import Punt, curve, num, polyline

AANTAL = 3


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de bundel."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _chip(doek: Doek, x: float, y: float, deel: Inhoud, *, vet: bool) -> None:
    doek.box(x - 29, y - 15, 58, 30, "fa" if vet else "fp sa w2", 15)
    doek.text(
        x, y, deel.text("code"), "to" if vet else "", vet=True, anker="midden", hang="midden"
    )  # fmt: skip


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 314)
    begin, eind = inhoud.part("begin"), inhoud.part("eind")
    midden = 172.0
    kier: Punt = (216.0, midden)
    doek.path(
        polyline((216, midden - 24), (430, 42), (430, 302), (216, midden + 24), dicht=True), "fw"
    )
    doek.line("si w5", (216, midden - 74), (216, midden - 27))
    doek.line("si w5", (216, midden + 27), (216, midden + 74))
    doek.text(0, 0, begin.text("kop"), "ta", maat=16, vet=True, breedte=200)
    doek.text(430, 0, eind.text("kop"), "ta", maat=16, vet=True, breedte=210)
    links = begin.parts("delen", AANTAL)
    rechts = eind.parts("delen", AANTAL)
    hoogtes = (midden - 58, midden, midden + 58)
    breed = (midden - 92, midden, midden + 92)
    vast = inhoud.text("vast")
    for deel, y in zip(links, hoogtes, strict=True):
        door = deel.text("code") == vast
        doek.path(
            curve((150, y), (kier[0], midden + (y - midden) * 0.24)), "ss w3" if door else "sg w2"
        )
    for deel, y in zip(rechts, breed, strict=True):
        door = deel.text("code") == vast
        doek.path(
            curve((kier[0], midden + (y - midden) * 0.16), (440, y)), "ss w3" if door else "sa w3"
        )
    for deel, y in zip(links, hoogtes, strict=True):
        _chip(doek, 124, y, deel, vet=False)
        doek.text(84, y, deel.text("naam"), breedte=84, anker="eind", hang="midden")
    for deel, y in zip(rechts, breed, strict=True):
        _chip(doek, 462, y, deel, vet=True)
        doek.text(502, y, deel.text("naam"), breedte=138, hang="midden")
    doek.text(
        216, midden - 84, inhoud.text("midden"), vet=True, breedte=150, anker="midden", hang="onder"
    )  # fmt: skip
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    begin, eind = inhoud.part("begin"), inhoud.part("eind")
    vast = inhoud.text("vast")
    y = doek.text(144, 0, begin.text("kop"), "ta", maat=15, vet=True, anker="midden") + 10
    xs = (48.0, 144.0, 240.0)
    links, rechts = begin.parts("delen", AANTAL), eind.parts("delen", AANTAL)
    laagst = 0.0
    for deel, x in zip(links, xs, strict=True):
        _chip(doek, x, y + 15, deel, vet=False)
        laagst = max(laagst, doek.text(x, y + 38, deel.text("naam"), breedte=94, anker="midden"))
    kier = laagst + 40
    onder = kier + 108
    doek.path(polyline((122, kier), (166, kier), (284, onder), (4, onder), dicht=True), "fw")
    doek.line("si w5", (64, kier), (118, kier))
    doek.line("si w5", (170, kier), (224, kier))
    for deel, x in zip(links, xs, strict=True):
        klasse = "ss w3" if deel.text("code") == vast else "sg w2"
        doek.path(_drop((x, laagst + 6), (144 + (x - 144) * 0.12, kier)), klasse)
    for deel, x in zip(rechts, xs, strict=True):
        klasse = "ss w3" if deel.text("code") == vast else "sa w3"
        doek.path(_drop((144 + (x - 144) * 0.12, kier), (x, onder)), klasse)
        _chip(doek, x, onder + 12, deel, vet=True)
    laagst = max(
        doek.text(x, onder + 36, deel.text("naam"), breedte=94, anker="midden")
        for deel, x in zip(rechts, xs, strict=True)
    )
    doek.text(0, kier + 12, inhoud.text("midden"), vet=True, breedte=74)
    doek.hoogte = doek.text(
        144, laagst + 12, eind.text("kop"), "ta", maat=15, vet=True, anker="midden"
    )
    return doek


def _drop(van: Punt, naar: Punt) -> str:
    """Geef een vloeiend pad dat staand begint en staand eindigt."""
    half = (van[1] + naar[1]) / 2
    return (
        f"M{num(van[0])} {num(van[1])}C{num(van[0])} {num(half)} {num(naar[0])} {num(half)} "
        f"{num(naar[0])} {num(naar[1])}"
    )
