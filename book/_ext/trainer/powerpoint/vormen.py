"""Een tekening uit SVG als groep vormen die in PowerPoint te veranderen zijn."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from html import escape

from bs4 import Tag
from tekeningen import letter

from trainer.powerpoint.pad import Deel, read_path

#: Eén CSS-pixel in EMU; een dia is 1280 bij 720 pixels.
PX = 9525
#: De letters van de klassen in tekeningen/stijl/tekening.css, als kleur van het thema.
KLEUR = {
    "i": "tx1", "a": "accent1", "s": "accent2", "z": "bg2", "p": "bg1", "g": "accent4",
    "l": "accent5", "o": "bg1", "w": "accent6",
}  # fmt: skip
#: Wat een vlak vult met ``fg``, is de stille lijn en niet het grijs van een lijn.
VLAK = {**KLEUR, "g": "accent5"}
DIKTE = {
    "w1": 1.5, "w2": 2.25, "w3": 3.5, "w5": 5, "w6": 6, "w8": 8, "w10": 10, "w12": 12, "w16": 16,
    "w14": 15, "w12r": 17, "w16r": 22,
}  # fmt: skip
TEKST = {"t2": "tx2", "ta": "accent1", "ts": "accent2", "to": "bg1"}
#: Waar in de eerste regel de letters staan, als deel van de lettergrootte (Arial).
GRONDLIJN = 0.905
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def group_xml(
    svg: Tag, naam: str, woorden: str, nummers: Iterator[int], vak: Sequence[float]
) -> str:
    """Geef een SVG als groep.

    Parameters
    ----------
    svg : Tag
        De tekening.
    naam : str
        Hoe de groep heet in de lijst met onderdelen.
    woorden : str
        Dezelfde inhoud voor wie haar niet ziet; leeg als zij alleen siert.
    nummers : iterator of int
        De nummers voor de vormen.
    vak : sequence of float
        Links, boven, breedte en hoogte waar zij in past, in CSS-pixels.

    Returns
    -------
    str
        De groep als DrawingML.
    """
    _, _, breed, hoog = (float(g) for g in str(svg.get("viewbox") or svg["viewBox"]).split())
    schaal = min(vak[2] / breed, vak[3] / hoog)
    links = vak[0] + (vak[2] - breed * schaal) / 2
    boven = vak[1] + (vak[3] - hoog * schaal) / 2
    nummer = next(nummers)
    tekenaar = _Tekenaar(links, boven, schaal, nummers)
    vormen = "".join(tekenaar.shapes(svg))
    x, y, b, h = (round(g * PX) for g in (links, boven, breed * schaal, hoog * schaal))
    maat = f'<a:off x="{x}" y="{y}"/><a:ext cx="{b}" cy="{h}"/>'
    kind = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{b}" cy="{h}"/>'
    return (
        f"<p:grpSp {NS}><p:nvGrpSpPr>{props(nummer, naam, woorden)}<p:cNvGrpSpPr/><p:nvPr/>"
        f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{maat}{kind}</a:xfrm></p:grpSpPr>{vormen}</p:grpSp>"
    )


def props(nummer: int, naam: str, woorden: str) -> str:
    """Geef naam en beschrijving van een vorm; zonder woorden is zij versiering."""
    if woorden:
        return f'<p:cNvPr id="{nummer}" name="{escape(naam)}" descr="{escape(woorden)}"/>'
    return (
        f'<p:cNvPr id="{nummer}" name="{escape(naam)}" descr=""><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></p:cNvPr>"
    )


def box_xml(
    nummer: int, naam: str, vak: Sequence[float], vorm: str, vulling: str, lijn: str, alineas: str = "",
    *, hoek: float | None = None, inzet: int = 0, anker: str = "ctr",
) -> str:  # fmt: skip
    """Geef een rechthoek, ellips of ander vast vak, met of zonder tekst."""
    x, y, b, h = (round(g * PX) for g in vak)
    bij = (
        f'<a:avLst><a:gd name="adj" fmla="val {round(hoek * 100000)}"/></a:avLst>'
        if hoek
        else "<a:avLst/>"
    )
    tekst = (
        f'<p:txBody><a:bodyPr wrap="square" lIns="{inzet}" tIns="{inzet // 2}" rIns="{inzet}" '
        f'bIns="{inzet // 2}" anchor="{anker}"><a:normAutofit/></a:bodyPr><a:lstStyle/>{alineas}</p:txBody>'
        if alineas
        else ""
    )
    return (
        f"<p:sp {NS}><p:nvSpPr>{props(nummer, naam, '') if not alineas else _plain(nummer, naam)}<p:cNvSpPr/>"
        f'<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{b}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="{vorm}">{bij}</a:prstGeom>{vulling}{lijn}</p:spPr>{tekst}</p:sp>'
    )


def _plain(nummer: int, naam: str) -> str:
    return f'<p:cNvPr id="{nummer}" name="{escape(naam)}"/>'


def fill(kleur: str | None) -> str:
    """Geef een vulling in een kleur van het thema, of geen vulling."""
    return f'<a:solidFill><a:schemeClr val="{kleur}"/></a:solidFill>' if kleur else "<a:noFill/>"


def line(kleur: str | None, pixels: float = 0, streep: str = "") -> str:
    """Geef een lijn in een kleur van het thema, of geen lijn."""
    if not kleur:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{round(pixels * PX)}" cap="rnd">{fill(kleur)}{streep}<a:round/></a:ln>'


class _Tekenaar:
    """Zet de elementen van een SVG om in vormen."""

    def __init__(self, links: float, boven: float, schaal: float, nummers: Iterator[int]) -> None:
        self.links, self.boven, self.schaal = links, boven, schaal
        self.nummers = nummers
        self._tel = itertools.count(1)

    def shapes(self, el: Tag) -> Iterator[str]:
        for kind in el.children:
            if not isinstance(kind, Tag):
                continue
            if kind.name in ("a", "g"):
                yield from self.shapes(kind)
            elif kind.name == "path":
                yield self._path(kind)
            elif kind.name in ("circle", "rect"):
                yield self._fixed(kind)
            elif kind.name == "text":
                yield self._text(kind)

    def _place(self, x: float, y: float, b: float, h: float) -> tuple[float, float, float, float]:
        s = self.schaal
        return self.links + x * s, self.boven + y * s, b * s, h * s

    def _style(self, el: Tag, schaal: float = 1) -> tuple[str, str]:
        klassen = str((el.get("class") and " ".join(el["class"])) or "").split()
        vul = next((VLAK[k[1]] for k in klassen if re.fullmatch("f[iaszpgwlo]", k)), None)
        trek = next((KLEUR[k[1]] for k in klassen if re.fullmatch("s[iaszpglo]", k)), None)
        dikte = next(
            (DIKTE[k] for k in klassen if k in DIKTE), float(str(el.get("stroke-width", 1.5)))
        )
        streep = '<a:prstDash val="dash"/>' * (
            "streep" in klassen
        ) or '<a:prstDash val="sysDot"/>' * ("dash" in klassen)
        if "qrline" in klassen or el.get("stroke") == "#000":
            vul, trek = None, "tx1"
        return fill(vul), line(trek, dikte * schaal * self.schaal, streep)

    def _fixed(self, el: Tag) -> str:
        def getal(naam: str) -> float:
            return float(str(el.get(naam, 0)))

        hoek = None
        if el.name == "circle":
            straal = getal("r")
            vak = getal("cx") - straal, getal("cy") - straal, 2 * straal, 2 * straal
            soort, naam = "ellipse", "Rondje"
        else:
            vak = getal("x"), getal("y"), getal("width"), getal("height")
            soort, naam = ("roundRect" if el.get("rx") else "rect"), "Vak"
            if el.get("rx"):
                hoek = min(0.5, getal("rx") / min(vak[2], vak[3]))
        vulling, lijn = self._style(el)
        plek = self._place(*vak)
        return box_xml(
            next(self.nummers), f"{naam} {next(self._tel)}", plek, soort, vulling, lijn, hoek=hoek
        )

    def _path(self, el: Tag) -> str:
        delen = read_path(str(el["d"]))
        schaal = 1.0
        if el.get("transform"):
            dx, dy, schaal = (float(g) for g in re.findall(r"-?[\d.]+", str(el["transform"])))
            delen = [(s, tuple((x * schaal + dx, y * schaal + dy) for x, y in p)) for s, p in delen]
        vulling, lijn = self._style(el, schaal)
        return self._free(delen, vulling, lijn, f"Lijn {next(self._tel)}")

    def _free(self, delen: list[Deel], vulling: str, lijn: str, naam: str) -> str:
        xs = [x for _, punten in delen for x, _ in punten]
        ys = [y for _, punten in delen for _, y in punten]
        # Een vlak zonder breedte of hoogte verdwijnt; een halve pixel ruimte houdt een rechte lijn recht.
        x0, y0 = min(xs) - 0.25, min(ys) - 0.25
        breed, hoog = max(xs) - x0 + 0.25, max(ys) - y0 + 0.25
        fijn = 100

        def pt(punt: tuple[float, float]) -> str:
            return f'<a:pt x="{round((punt[0] - x0) * fijn)}" y="{round((punt[1] - y0) * fijn)}"/>'

        naam_van = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
        pad = "".join(
            "<a:close/>"
            if s == "Z"
            else f"<a:{naam_van[s]}>{''.join(map(pt, p))}</a:{naam_van[s]}>"
            for s, p in delen
        )
        x, y, b, h = (round(g * PX) for g in self._place(x0, y0, breed, hoog))
        leeg = ' fill="none"' if "noFill" in vulling else ""
        return (
            f"<p:sp {NS}><p:nvSpPr>{props(next(self.nummers), naam, '')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{b}" cy="{h}"/></a:xfrm><a:custGeom>'
            '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{round(breed * fijn)}" h="{round(hoog * fijn)}"{leeg}>{pad}</a:path></a:pathLst>'
            f"</a:custGeom>{vulling}{lijn}</p:spPr></p:sp>"
        )

    def _text(self, el: Tag) -> str:
        klassen = list(el.get("class") or [])
        maat = next(int(k[1:]) for k in klassen if re.fullmatch(r"t\d\d", k))
        vet = "v" in klassen
        kleur = next((TEKST[k] for k in klassen if k in TEKST), "tx1")
        spans = el.find_all("tspan") or [el]
        regels = [span.get_text() for span in spans]
        x, y = float(str(spans[0]["x"])), float(str(spans[0]["y"]))
        breed = max(letter.width(regel, maat, vet=vet) for regel in regels) + 2
        uitlijning, links = "l", x
        if "m" in klassen:
            uitlijning, links = "ctr", x - breed / 2
        elif "e" in klassen:
            uitlijning, links = "r", x - breed
        hoog = (1.15 + 1.3 * (len(regels) - 1)) * maat
        vx, vy, vb, vh = (
            round(g * PX) for g in self._place(links, y - GRONDLIJN * maat, breed, hoog)
        )
        letter_ = (
            f'<a:rPr lang="nl-NL" sz="{round(maat * self.schaal * 75)}"{" b=" + chr(34) + "1" + chr(34) if vet else ""}>'
            f"{fill(kleur)}</a:rPr>"
        )
        inhoud = f"<a:br>{letter_}</a:br>".join(
            f"<a:r>{letter_}<a:t>{escape(regel, quote=False)}</a:t></a:r>" for regel in regels
        )
        ruim = '<a:lnSpc><a:spcPct val="112000"/></a:lnSpc>' if len(regels) > 1 else ""
        naam = " ".join(regels)[:40]
        return (
            f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{next(self.nummers)}" name="{escape(naam)}"/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{vx}" y="{vy}"/><a:ext cx="{vb}" cy="{vh}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
            f'<a:lstStyle/><a:p><a:pPr algn="{uitlijning}">{ruim}</a:pPr>{inhoud}</a:p></p:txBody></p:sp>'
        )
