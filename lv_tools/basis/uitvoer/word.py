"""Schrijf een document als Word-bestand (.docx), met echte koppen, lijsten en tabelkoppen.

Een .docx is een zip met XML (ECMA-376). Wat een verslag nodig heeft, is klein genoeg om zelf te
schrijven; een bibliotheek ervoor zou in de pagina tientallen keren zo zwaar zijn. De taal is
Nederlands en de opmaak komt uit stijlen, zodat een schermlezer de koppen vindt en wie het bestand
bewerkt, de vorm op een plek aanpast.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from lv_tools.basis.beeld.kleuren import office
from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
    Papierblok,
    Plaat,
    lines,
    on_paper,
)
from lv_tools.basis.uitvoer.word_beeld import Platen
from lv_tools.basis.uitvoer.word_stijl import BLAD, W
from lv_tools.basis.uitvoer.word_stijl import KOP as _KOP

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Breedte van de tekst op een A4 met marges van 2,2 cm, in twintigsten van een punt.
BREEDTE = 9_400
#: Een tabel met hoogstens zoveel rijen breekt niet af over twee bladzijden.
KORTE_TABEL = 6
# XML kent deze tekens niet, ook niet als verwijzing.
_GEEN_XML = re.compile(r"[^\x09\x0a\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Randen:
    """Wat er boven en onder elke bladzijde staat; achter de voet komt het nummer.

    ``kop`` is kort en ``voet`` ook: samen met het nummer past het op een regel.
    """

    kop: str
    voet: str


def to_docx(document: Document, randen: Randen | None = None) -> bytes:
    """Schrijf een document als Word-bestand.

    Dezelfde inhoud geeft dezelfde bytes: er staat geen tijd en geen naam in.

    Parameters
    ----------
    randen
        Wat er boven en onder elke bladzijde staat; zonder opgave niets.
    """
    lijf = body(document)
    delen: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(randen),
        "_rels/.rels": _RELS,
        "word/_rels/document.xml.rels": _document_rels(lijf.platen, randen),
        "docProps/core.xml": core(document.titel),
        "word/styles.xml": BLAD,
        "word/numbering.xml": numbering(lijf.lijsten),
        "word/document.xml": (
            f"{_KOP}<w:document {W}><w:body>{lijf.xml}{_section(randen)}</w:body></w:document>"
        ),
        **lijf.platen.beelden,
    }
    if randen is not None:
        delen |= {"word/header1.xml": _header(randen.kop), "word/footer1.xml": _footer(randen.voet)}
    return zip_parts(delen)


def zip_parts(delen: Mapping[str, str | bytes]) -> bytes:
    """Maak van de delen één bestand, zonder tijd erin."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            gegevens = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            # Een plaatje is al ingepakt.
            los = naam.endswith(".png")
            gegevens.compress_type = zipfile.ZIP_STORED if los else zipfile.ZIP_DEFLATED
            archief.writestr(gegevens, inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return buffer.getvalue()


@dataclass(frozen=True)
class Lijf:
    """De tekst van een document, met de platen erin.

    ``lijsten`` is hoeveel genummerde lijsten er zijn: lijst 1 is die met punten, en daarna heeft
    elke genummerde lijst haar eigen telling.
    """

    xml: str
    platen: Platen
    lijsten: int


def _text(tekst: str) -> str:
    return escape(_GEEN_XML.sub("", clean_text(tekst)), quote=False)


def _run(tekst: str, eigenschappen: str = "") -> str:
    vorm = f"<w:rPr>{eigenschappen}</w:rPr>" if eigenschappen else ""
    return f'<w:r>{vorm}<w:t xml:space="preserve">{_text(tekst)}</w:t></w:r>'


def _paragraph(tekst: str, stijl: str = "", *, vorm: str = "", extra: str = "") -> str:
    naam = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    return f"<w:p><w:pPr>{naam}{extra}</w:pPr>{_runs(tekst, vorm)}</w:p>"


def _runs(tekst: str, vorm: str = "") -> str:
    return "<w:r><w:br/></w:r>".join(_run(regel, vorm) for regel in lines(tekst))


def body(document: Document, breedte: int = BREEDTE) -> Lijf:
    """Schrijf de blokken van een document, met de titel erboven, in zo brede tekst."""
    delen, platen = [_paragraph(document.titel, "Title")], Platen(breedte)
    nummer = 1
    blokken = on_paper(document.blokken)
    for blok, daarna in zip_longest(blokken, blokken[1:]):
        if isinstance(blok, Opsomming) and blok.genummerd:
            nummer += 1
        # Een zin boven een tabel of een plaat blijft daarbij.
        bij = isinstance(blok, Alinea) and isinstance(daarna, Bloktabel | Plaat)
        delen += _block(blok, nummer, platen, "<w:keepNext/>" * bij)
    return Lijf("".join(delen), platen, nummer - 1)


def _block(blok: Papierblok, nummer: int, platen: Platen, bij: str = "") -> Iterator[str]:
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
        for kop, punt in zip_longest(blok.koppen, blok.punten, fillvalue=""):
            yield _item(kop, punt, lijst)
    elif isinstance(blok, Bloktabel):
        yield from _table(blok, platen.breedte)
    elif isinstance(blok, Plaat):
        yield _paragraph(blok.titel, "Caption", extra="<w:keepNext/>")
        beeld = platen.add(blok, _attribute(blok.woorden), _attribute(blok.titel))
        yield f"<w:p><w:pPr></w:pPr>{beeld}</w:p>"
    else:
        yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _item(kop: str, punt: str, lijst: str) -> str:
    """Schrijf een punt van een lijst, met zijn eerste woorden vet."""
    if not kop:
        return _paragraph(punt, "ListParagraph", extra=lijst)
    eerst, rest = _runs(kop, "<w:b/>"), _runs(f" {punt}" if punt else "")
    return f'<w:p><w:pPr><w:pStyle w:val="ListParagraph"/>{lijst}</w:pPr>{eerst}{rest}</w:p>'


def _table(tabel: Bloktabel, breedte: int) -> Iterator[str]:
    breedtes = [int(breedte * deel) for deel in tabel.delen]
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
        f'<w:tblW w:w="{breedte}" w:type="dxa"/><w:tblLook w:val="{look}" w:firstRow="1"'
        f' w:firstColumn="{int(tabel.rijkop)}"/>'
        f'<w:tblCaption w:val="{_attribute(tabel.bijschrift)}"/></w:tblPr>'
        f"<w:tblGrid>{rooster}</w:tblGrid>{rij(tabel.kolommen, True, True)}"
        f"{''.join(rij(r, False, heel and i < laatste) for i, r in enumerate(tabel.rijen))}"
        "</w:tbl>"
    )
    yield _paragraph("")


def _attribute(tekst: str) -> str:
    return " ".join(_text(tekst).replace('"', "&quot;").split())


def core(titel: str) -> str:
    """Schrijf de titel en de taal; verder weet het bestand niets van wie het maakte."""
    return (
        f'{_KOP}<cp:coreProperties xmlns:cp="{_PAKKET}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_text(titel)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _section(randen: Randen | None) -> str:
    """Geef het blad: A4, met wat er boven en onder staat."""
    boven = (
        f'<w:headerReference xmlns:r="{_RELATIE}" w:type="default" r:id="kop"/>'
        f'<w:footerReference xmlns:r="{_RELATIE}" w:type="default" r:id="voet"/>'
        if randen
        else ""
    )
    return (
        f'<w:sectPr>{boven}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247"'
        ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )


_RANDVORM = f'<w:color w:val="{office("tekst-2")}"/><w:sz w:val="18"/>'


def _header(kop: str) -> str:
    vorm = '<w:pPr><w:spacing w:after="0"/></w:pPr>'
    return f"{_KOP}<w:hdr {W}><w:p>{vorm}{_run(kop, _RANDVORM)}</w:p></w:hdr>"


def _footer(voet: str) -> str:
    """Zet de voet links en het nummer van de bladzijde rechts."""
    vorm = (
        f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{BREEDTE}"/></w:tabs>'
        '<w:spacing w:after="0"/></w:pPr>'
    )
    nummer = "".join(
        (
            _run("Bladzijde ", _RANDVORM),
            _field("PAGE"),
            _run(" van ", _RANDVORM),
            _field("NUMPAGES"),
        )
    )
    return (
        f"{_KOP}<w:ftr {W}><w:p>{vorm}{_run(voet, _RANDVORM)}<w:r><w:tab/></w:r>{nummer}</w:p>"
        "</w:ftr>"
    )


def _field(naam: str) -> str:
    return f'<w:fldSimple w:instr="{naam}">{_run("1", _RANDVORM)}</w:fldSimple>'


def numbering(genummerd: int, verder: int = 0) -> str:
    """Nummer 1 zijn punten; elke genummerde lijst krijgt een eigen telling die bij 1 begint.

    Met ``verder`` tellen de nummers door na die van een sjabloon.
    """

    def vorm(nummer: int, soort: str, tekst: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{nummer}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{soort}"/>'
            f'<w:lvlText w:val="{tekst}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
        )

    soorten = [("bullet", "•"), *(("decimal", "%1.") for _ in range(genummerd))]
    vormen = "".join(vorm(nr, *soort) for nr, soort in enumerate(soorten, verder + 1))
    nummers = "".join(
        f'<w:num w:numId="{nr}"><w:abstractNumId w:val="{nr}"/></w:num>'
        for nr in range(verder + 1, verder + len(soorten) + 1)
    )
    return f"{_KOP}<w:numbering {W}>{vormen}{nummers}</w:numbering>"


def _types(randen: Randen | None) -> str:
    delen = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        **({"header1": "header", "footer1": "footer"} if randen else {}),
    }
    return (
        f'{_KOP}<Types xmlns="{_PAKKET}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{BEELDSOORTEN}"
        + "".join(
            f'<Override PartName="/word/{deel}.xml" ContentType="{_SOORT}.{soort}+xml"/>'
            for deel, soort in delen.items()
        )
        + '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _document_rels(platen: Platen, randen: Randen | None) -> str:
    rand = (
        f'<Relationship Id="kop" Type="{_RELATIE}/header" Target="header1.xml"/>'
        f'<Relationship Id="voet" Type="{_RELATIE}/footer" Target="footer1.xml"/>'
        if randen
        else ""
    )
    return (
        f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r2" Type="{_RELATIE}/numbering" Target="numbering.xml"/>'
        f"{rand}{''.join(platen.relaties)}</Relationships>"
    )


#: Wat voor beelden er in het bestand zitten; zonder beelden doet het niets.
BEELDSOORTEN = (
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="svg" ContentType="image/svg+xml"/>'
)
_RELS = (
    f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">'
    f'<Relationship Id="r1" Type="{_RELATIE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PAKKET}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
