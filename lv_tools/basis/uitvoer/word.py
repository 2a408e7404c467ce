"""Schrijf een document als Word-bestand (.docx), met echte koppen, lijsten en tabelkoppen.

Een .docx is een zip met XML (ECMA-376). De gebruikelijke bibliotheek heeft een onderdeel in C nodig
dat in de browser niet bestaat; wat een verslag nodig heeft, is klein genoeg om zelf te schrijven.
De taal is Nederlands en de opmaak komt uit stijlen, zodat een schermlezer de koppen vindt en wie
het bestand bewerkt, de vorm op een plek aanpast.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape
from itertools import zip_longest

from lv_tools.basis.beeld.kleuren import office
from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
    lines,
    without_figures,
)

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Breedte van de tekst op een A4 met marges van 2,2 cm, in twintigsten van een punt.
BREEDTE = 9_400
#: Een tabel met hoogstens zoveel rijen breekt niet af over twee bladzijden.
KORTE_TABEL = 6
# XML kent deze tekens niet, ook niet als verwijzing.
_GEEN_XML = re.compile(r"[^\x09\x0a\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def to_docx(document: Document) -> bytes:
    """Schrijf een document als Word-bestand.

    Dezelfde inhoud geeft dezelfde bytes: er staat geen tijd en geen naam in.
    """
    delen = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/_rels/document.xml.rels": _DOCUMENT_RELS,
        "docProps/core.xml": _core(document.titel),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _numbering(document),
        "word/document.xml": _body(document),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            gegevens = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            gegevens.compress_type = zipfile.ZIP_DEFLATED
            archief.writestr(gegevens, inhoud.encode())
    return buffer.getvalue()


def _text(tekst: str) -> str:
    return escape(_GEEN_XML.sub("", clean_text(tekst)), quote=False)


def _run(tekst: str, eigenschappen: str = "") -> str:
    vorm = f"<w:rPr>{eigenschappen}</w:rPr>" if eigenschappen else ""
    return f'<w:r>{vorm}<w:t xml:space="preserve">{_text(tekst)}</w:t></w:r>'


def _paragraph(tekst: str, stijl: str = "", *, vorm: str = "", extra: str = "") -> str:
    naam = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    inhoud = "<w:r><w:br/></w:r>".join(_run(regel, vorm) for regel in lines(tekst))
    return f"<w:p><w:pPr>{naam}{extra}</w:pPr>{inhoud}</w:p>"


def _body(document: Document) -> str:
    delen = [_paragraph(document.titel, "Title")]
    nummer = 1
    blokken = without_figures(document.blokken)
    for blok, daarna in zip_longest(blokken, blokken[1:]):
        if isinstance(blok, Opsomming) and blok.genummerd:
            nummer += 1
        # Een zin boven een tabel blijft bij die tabel.
        bij = isinstance(blok, Alinea) and isinstance(daarna, Bloktabel)
        delen += _block(blok, nummer, "<w:keepNext/>" * bij)
    pagina = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247"'
        ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    return f"{_KOP}<w:document {_W}><w:body>{''.join(delen)}{pagina}</w:body></w:document>"


def _block(blok: Blok, nummer: int, bij: str = "") -> Iterator[str]:
    if isinstance(blok, Kop):
        yield _paragraph(blok.tekst, f"Heading{blok.niveau}")
    elif isinstance(blok, Alinea):
        yield _paragraph(
            blok.geheel,
            "Toelichting" if blok.klein else "",
            vorm="<w:b/>" * blok.nadruk,
            extra=bij,
        )
    elif isinstance(blok, Opsomming):
        soort = nummer if blok.genummerd else 1
        lijst = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{soort}"/></w:numPr>'
        for punt in blok.geheel:
            yield _paragraph(punt, "ListParagraph", extra=lijst)
    elif isinstance(blok, Bloktabel):
        yield from _table(blok)
    else:
        yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _table(tabel: Bloktabel) -> Iterator[str]:
    breedtes = [int(BREEDTE * deel) for deel in tabel.delen]
    laatste = len(tabel.rijen) - 1
    # Een korte tabel blijft heel; van een lange blijft de kop bij de eerste rij.
    heel = laatste < KORTE_TABEL
    rooster = "".join(f'<w:gridCol w:w="{breed}"/>' for breed in breedtes)

    def rij(cellen: tuple[str, ...], kop: bool, vast: bool) -> str:
        eigen = "<w:trPr><w:cantSplit/>" + "<w:tblHeader/>" * kop + "</w:trPr>"
        vet = [kop or (tabel.rijkop and plek == 0) for plek in range(len(cellen))]
        inhoud = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{breed}" w:type="dxa"/></w:tcPr>'
            f"{_paragraph(cel, 'Cel', vorm='<w:b/>' * dik, extra='<w:keepNext/>' * vast)}</w:tc>"
            for cel, breed, dik in zip(cellen, breedtes, vet, strict=True)
        )
        return f"<w:tr>{eigen}{inhoud}</w:tr>"

    look = "00A0" if tabel.rijkop else "0020"
    yield _paragraph(tabel.bijschrift, "Caption", extra="<w:keepNext/>")
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Tabel"/>'
        f'<w:tblW w:w="{BREEDTE}" w:type="dxa"/><w:tblLook w:val="{look}" w:firstRow="1"'
        f' w:firstColumn="{int(tabel.rijkop)}"/>'
        f'<w:tblCaption w:val="{_attribute(tabel.bijschrift)}"/></w:tblPr>'
        f"<w:tblGrid>{rooster}</w:tblGrid>{rij(tabel.kolommen, True, True)}"
        f"{''.join(rij(r, False, heel and i < laatste) for i, r in enumerate(tabel.rijen))}"
        "</w:tbl>"
    )
    yield _paragraph("")


def _attribute(tekst: str) -> str:
    return " ".join(_text(tekst).replace('"', "&quot;").split())


def _core(titel: str) -> str:
    return (
        f'{_KOP}<cp:coreProperties xmlns:cp="{_PAKKET}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_text(titel)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _numbering(document: Document) -> str:
    """Nummer 1 zijn punten; elke genummerde lijst krijgt een eigen telling die bij 1 begint."""
    blokken = without_figures(document.blokken)
    genummerd = sum(isinstance(b, Opsomming) and b.genummerd for b in blokken)

    def vorm(nummer: int, soort: str, tekst: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{nummer}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{soort}"/>'
            f'<w:lvlText w:val="{tekst}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
        )

    vormen = vorm(1, "bullet", "•")
    nummers = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    for nummer in range(2, genummerd + 2):
        vormen += vorm(nummer, "decimal", "%1.")
        nummers += f'<w:num w:numId="{nummer}"><w:abstractNumId w:val="{nummer}"/></w:num>'
    return f"{_KOP}<w:numbering {_W}>{vormen}{nummers}</w:numbering>"


def _style(naam: str, titel: str, vorm: str, *, soort: str = "paragraph", basis: str = "") -> str:
    op = f'<w:basedOn w:val="{basis}"/>' if basis else ""
    return (
        f'<w:style w:type="{soort}" w:styleId="{naam}"><w:name w:val="{titel}"/>{op}'
        f"<w:qFormat/>{vorm}</w:style>"
    )


def _heading(niveau: int, groot: int, voor: int) -> str:
    vorm = (
        f'<w:pPr><w:keepNext/><w:spacing w:before="{voor}" w:after="80"/>'
        f'<w:outlineLvl w:val="{niveau - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:color w:val="{office("accent")}"/><w:sz w:val="{groot}"/></w:rPr>'
    )
    return _style(f"Heading{niveau}", f"heading {niveau}", vorm, basis="Normal")


_KANTEN = ("top", "left", "bottom", "right", "insideH", "insideV")
_LIJN = f'w:val="single" w:sz="4" w:space="0" w:color="{office("rand")}"'
_STYLES = (
    f"{_KOP}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>'
    '<w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="269" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    + _style(
        "Title",
        "Title",
        '<w:pPr><w:spacing w:after="160"/></w:pPr>'
        f'<w:rPr><w:b/><w:color w:val="{office("accent")}"/><w:sz w:val="40"/></w:rPr>',
        basis="Normal",
    )
    + _heading(1, 30, 320)
    + _heading(2, 25, 240)
    + _heading(3, 22, 200)
    + _style(
        "Toelichting",
        "Toelichting",
        f'<w:rPr><w:color w:val="{office("tekst-2")}"/><w:sz w:val="20"/></w:rPr>',
        basis="Normal",
    )
    + _style("ListParagraph", "List Paragraph", "", basis="Normal")
    + _style("Caption", "caption", "<w:rPr><w:b/></w:rPr>", basis="Normal")
    + _style(
        "Cel",
        "Cel",
        '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
        '<w:rPr><w:sz w:val="19"/></w:rPr>',
        basis="Normal",
    )
    + _style(
        "Tabel",
        "Tabel",
        "<w:tblPr><w:tblBorders>"
        + "".join(f"<w:{kant} {_LIJN}/>" for kant in _KANTEN)
        + '</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto"'
        f' w:fill="{office("accent-zacht")}"/></w:tcPr></w:tblStylePr>',
        soort="table",
    )
    + "</w:styles>"
)  # fmt: skip
_TYPES = (
    f'{_KOP}<Types xmlns="{_PAKKET}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_SOORT}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_SOORT}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_SOORT}.numbering+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELS = (
    f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">'
    f'<Relationship Id="r1" Type="{_RELATIE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PAKKET}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELS = (
    f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">'
    f'<Relationship Id="r1" Type="{_RELATIE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{_RELATIE}/numbering" Target="numbering.xml"/></Relationships>'
)
