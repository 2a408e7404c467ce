"""Een leeg bestand voor PowerPoint: breed, in het Nederlands, in de kleuren van het boek.

Het sjabloon van python-pptx is smal en Engels. Hier blijft daarvan alleen de vorm van het bestand
over; model, indelingen, thema en eigenschappen zijn van ons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from trainer.powerpoint.vormen import NS, PX

if TYPE_CHECKING:
    from pptx.presentation import Presentation

BREED, HOOG = 1280, 720
LETTER = "Arial"
#: De kleuren van het boek op papier, onder de namen van een thema.
THEMA = {
    "dk1": "1D2529", "lt1": "FFFFFF", "dk2": "46555B", "lt2": "E3EFF0", "accent1": "0F5B66",
    "accent2": "B3420A", "accent3": "1F6B3A", "accent4": "64747A", "accent5": "C6D1D3",
    "accent6": "FFE9A8", "hlink": "0F5B66", "folHlink": "46555B",
}  # fmt: skip
#: Waar een vak staat, in CSS-pixels.
TITEL = (77, 34, 1126, 96)
LIJF = (77, 146, 1126, 486)
LIJF_SMAL = (77, 146, 830, 486)
BRON = (77, 646, 1040, 56)
NUMMER = (1140, 668, 90, 34)
#: Indeling, en waar titel en lijf daar staan; zonder lijf is er geen.
INDELINGEN: dict[str, tuple[tuple[int, ...], tuple[int, ...] | None]] = {
    "Titeldia": ((77, 130, 1126, 170), (77, 316, 1126, 320)),
    "Regels": (TITEL, LIJF),
    "Alleen titel": (TITEL, None),
    "Slot": ((77, 60, 1126, 120), (77, 200, 1126, 430)),
    "Pauze": ((77, 150, 1126, 150), (77, 320, 1126, 260)),
}
ZACHT = {"Titeldia", "Slot", "Pauze"}
MIDDEN = {"Pauze"}
KLIK = "Klik om tekst te maken"


def empty_presentation(titel: str, boek: str) -> Presentation:
    """Geef een leeg bestand.

    Parameters
    ----------
    titel, boek : str
        De titel van het dek en die van het boek.

    Returns
    -------
    pptx.presentation.Presentation
        Zonder dia's.
    """
    import pptx

    prs = pptx.Presentation()
    prs.slide_width, prs.slide_height = BREED * PX, HOOG * PX
    _theme(prs.slide_master.part, boek)
    _master(prs)
    _layouts(prs)
    _properties(prs, titel, boek)
    return prs


def _parse(xml: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(xml)


def _theme(part: Any, boek: str) -> None:
    """Zet namen, kleuren en letter van een thema; dat staat als kale bytes in het bestand."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    thema = part.part_related_by(RT.THEME)
    xml = thema.blob.decode()
    for naam, kleur in THEMA.items():
        xml = re.sub(
            rf"<a:{naam}>.*?</a:{naam}>",
            f'<a:{naam}><a:srgbClr val="{kleur}"/></a:{naam}>',
            xml,
            flags=re.DOTALL,
        )
    xml = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{LETTER}", xml)
    xml = re.sub(r'<a:font script="[^"]*" typeface="[^"]*"/>', "", xml)
    xml = re.sub(
        r'(<a:(?:theme|clrScheme|fontScheme|fmtScheme)\b[^>]*name=")[^"]*', rf"\g<1>{boek}", xml
    )
    if hasattr(thema, "_element"):
        thema._element = _parse(xml.encode())
    else:
        thema._blob = xml.encode()


def _geometry(vak: tuple[int, ...]) -> str:
    x, y, b, h = (round(g * PX) for g in vak)
    return (
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{b}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    )


def _holder(
    nummer: int,
    naam: str,
    ph: str,
    vak: tuple[int, ...],
    tekst: str,
    eigen: str = "",
    anker: str = "t",
) -> str:
    """Geef een tijdelijke aanduiding voor het model of een indeling."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{nummer}" name="{naam}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>{_geometry(vak)}<p:txBody>"
        f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anker}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{eigen}</a:lstStyle>{tekst}</p:txBody></p:sp>"
    )


def _prompt(tekst: str) -> str:
    return f'<a:p><a:r><a:rPr lang="nl-NL"/><a:t>{tekst}</a:t></a:r></a:p>'


_VELD = (
    '<a:p><a:fld id="{5F2A7C1E-6A1B-4B7E-9B7E-2C5D8E1F0A11}" type="slidenum">'
    '<a:rPr lang="nl-NL"/><a:t>‹nr.›</a:t></a:fld></a:p>'
)
_KLEIN = (
    '<a:lvl1pPr marL="0" indent="0" algn="{kant}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/>'
    '</a:spcBef><a:buNone/><a:defRPr lang="nl-NL" sz="1300" b="0"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>'
)
_STROOK = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Strook"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{12 * PX}" cy="{HOOG * PX}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
)
_LEEG = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def _level(nummer: int) -> str:
    links = 400000 * nummer
    return (
        f'<a:lvl{nummer}pPr marL="{links}" indent="-400000" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="900"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        f'<a:defRPr lang="nl-NL" sz="{3000 - 400 * (nummer - 1)}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'.replace("{n}", str(nummer))
    )


def _master(prs: Presentation) -> None:
    boom = (
        f"<p:spTree {NS}>{_LEEG}{_STROOK}"
        + _holder(
            2, "Titel", 'type="title"', TITEL, _prompt("Klik om een titel te maken"), anker="ctr"
        )
        + _holder(3, "Tekst", 'type="body" idx="1"', LIJF, _prompt(KLIK), anker="ctr")
        + _holder(
            4,
            "Dianummer",
            'type="sldNum" sz="quarter" idx="4"',
            NUMMER,
            _VELD,
            _KLEIN.format(kant="r"),
            "b",
        )
        + "</p:spTree>"
    )
    model = prs.slide_master._element
    model.cSld.replace(model.cSld.spTree, _parse(boom))
    stijlen = _parse(
        f'<p:txStyles {NS}><p:titleStyle><a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        '<a:defRPr lang="nl-NL" sz="3600" b="1" kern="1200"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/>'
        f"</a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{''.join(map(_level, range(1, 6)))}</p:bodyStyle>"
        '<p:otherStyle><a:defPPr><a:defRPr lang="nl-NL"/></a:defPPr></p:otherStyle></p:txStyles>'
    )
    oud = next(kind for kind in model if kind.tag.endswith("}txStyles"))
    model.replace(oud, stijlen)


def _layouts(prs: Presentation) -> None:
    """Houd vijf indelingen over, met Nederlandse namen."""
    alle = list(prs.slide_layouts)
    for over in alle[len(INDELINGEN) :]:
        prs.slide_layouts.remove(over)
    for indeling, (naam, (titel, lijf)) in zip(alle, INDELINGEN.items(), strict=False):
        midden = naam in MIDDEN
        groot = {"Titeldia": 4600, "Slot": 4000, "Pauze": 5400}.get(naam)
        eigen = (
            f'<a:lvl1pPr algn="{"ctr" if midden else "l"}"><a:defRPr sz="{groot}"/></a:lvl1pPr>'
            if groot
            else ""
        )
        vakken = _holder(
            2,
            "Titel",
            'type="title"',
            titel,
            _prompt("Klik om een titel te maken"),
            eigen,
            "b" if groot else "ctr",
        )
        if lijf:
            stijl = (
                '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr sz="4400" b="1"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
                if midden
                else ""
            )
            vakken += _holder(
                3,
                "Tekst",
                'type="body" idx="1"',
                lijf,
                _prompt(KLIK),
                stijl,
                "t" if naam != "Regels" else "ctr",
            )
        vakken += _holder(
            5,
            "Bron",
            'type="body" sz="quarter" idx="13"',
            BRON,
            _prompt("Van wie is dit?"),
            _KLEIN.format(kant="l"),
            "b",
        )
        vakken += _holder(
            4,
            "Dianummer",
            'type="sldNum" sz="quarter" idx="4"',
            NUMMER,
            _VELD,
            _KLEIN.format(kant="r"),
            "b",
        )
        grond = (
            '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
            if naam in ZACHT
            else ""
        )
        el = indeling._element
        for kenmerk in ("type", "preserve"):
            el.attrib.pop(kenmerk, None)
        el.set("userDrawn", "1")
        nieuw = _parse(
            f'<p:cSld {NS} name="{naam}">{grond}<p:spTree>{_LEEG}{vakken}</p:spTree></p:cSld>'
        )
        el.replace(el.cSld, nieuw)


def notes_master(prs: Presentation, boek: str) -> None:
    """Maak het model van de notities Nederlands."""
    model = prs.notes_master
    _theme(model.part, boek)
    namen = {
        "hdr": "Kop",
        "dt": "Datum",
        "sldImg": "Dia",
        "body": "Notities",
        "ftr": "Voet",
        "sldNum": "Dianummer",
    }
    for sp in list(model._element.cSld.spTree.iterchildren()):
        ph = next((el for el in sp.iter() if el.tag.endswith("}ph")), None)
        if ph is None:
            continue
        if ph.get("type") in ("hdr", "dt", "ftr"):
            sp.getparent().remove(sp)
            continue
        next(el for el in sp.iter() if el.tag.endswith("}cNvPr")).set("name", namen[ph.get("type")])
        if ph.get("type") == "body":
            for alinea in [
                el
                for el in sp.iter()
                if el.tag.endswith("}p") and el.getparent().tag.endswith("txBody")
            ][1:]:
                alinea.getparent().remove(alinea)
            for tekst in (el for el in sp.iter() if el.tag.endswith("}t")):
                tekst.text = "Klik om notities te maken"


def _properties(prs: Presentation, titel: str, boek: str) -> None:
    """Zet titel, taal en maker, en haal weg wat van het voorbeeld van python-pptx komt."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    kern = prs.core_properties
    kern.title, kern.subject, kern.author, kern.language = titel, f"Dia's bij {boek}", boek, "nl-NL"
    kern.keywords, kern.comments, kern.category, kern.last_modified_by = (
        "",
        "Tekst: CC BY 4.0.",
        "",
        boek,
    )
    pakket = prs.part.package
    for bezit, soort in ((pakket, RT.THUMBNAIL), (prs.part, RT.PRINTER_SETTINGS)):
        rels = bezit._rels
        for rid in [rid for rid, rel in rels.items() if rel.reltype == soort]:
            rels.pop(rid)
    app = pakket.part_related_by(RT.EXTENDED_PROPERTIES)
    app._blob = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Application>Microsoft Office PowerPoint</Application></Properties>"
    )
    for el in prs.part._element.iter():
        if el.get("lang"):
            el.set("lang", "nl-NL")
