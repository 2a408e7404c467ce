"""Maak van een Word-bestand een blad van de voorbeeldschool: kop, voet, en een dichtere opmaak.

De schrijver van Word-bestanden van dit boek (:mod:`lv_tools.basis.uitvoer.word`) kent alleen de
tekst zelf. Een voorbeeld moet op elke bladzijde zeggen dat het een voorbeeld is, ook als iemand er
een los blad van afdrukt. En een brief of een analyse hoort op één bladzijde te passen. Een .docx
is een zip (ECMA-376): kop en voet zijn twee delen erbij met verwijzingen ernaar, de opmaak staat
in stijlen.
"""

from __future__ import annotations

import io
import zipfile
from html import escape

from lv_tools.basis.beeld.kleuren import office

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PLAATSEN = {
    "[Content_Types].xml": (
        "</Types>",
        f'<Override PartName="/word/header1.xml" ContentType="{_SOORT}.header+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{_SOORT}.footer+xml"/></Types>',
    ),
    "word/_rels/document.xml.rels": (
        "</Relationships>",
        f'<Relationship Id="kop" Type="{_R}/header" Target="header1.xml"/>'
        f'<Relationship Id="voet" Type="{_R}/footer" Target="footer1.xml"/></Relationships>',
    ),
    "word/document.xml": (
        "<w:sectPr>",
        f'<w:sectPr><w:headerReference xmlns:r="{_R}" w:type="default" r:id="kop"/>'
        f'<w:footerReference xmlns:r="{_R}" w:type="default" r:id="voet"/>',
    ),
}


#: Minder wit dan een verslag van een hulpmiddel: zoek, en wat ervoor in de plaats komt.
_DICHT = {
    "word/styles.xml": (
        ('<w:spacing w:after="120" w:line="269" w:lineRule="auto"/>',
         '<w:spacing w:after="80" w:line="252" w:lineRule="auto"/>'),
        ('<w:spacing w:before="320" w:after="80"/>', '<w:spacing w:before="180" w:after="60"/>'),
        ('<w:sz w:val="40"/>', '<w:sz w:val="36"/>'),
        ('<w:sz w:val="30"/>', '<w:sz w:val="26"/>'),
        ('<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
         '<w:rPr><w:sz w:val="19"/></w:rPr>',
         '<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>'
         '<w:rPr><w:sz w:val="20"/></w:rPr>'),
    ),
}  # fmt: skip
#: De lege alinea die na elke tabel staat, en een die minder hoog is.
_WIT = (
    '<w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve"></w:t></w:r></w:p>',
    '<w:p><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>',
)


def make_sheet(docx: bytes, kop: str, voet: str) -> bytes:
    """Zet een kop en een voet op elke bladzijde, met het nummer, en haal er wit uit.

    Parameters
    ----------
    docx
        Een bestand van :func:`lv_tools.basis.uitvoer.word.to_docx`.
    kop, voet
        Gewone tekst.

    Returns
    -------
    bytes
        Het nieuwe bestand; dezelfde invoer geeft dezelfde bytes.

    Raises
    ------
    ValueError
        Als het bestand niet de vorm heeft die hier verwacht wordt.
    """
    delen = _read(docx)
    wissels = [(naam, *paar) for naam, paar in _PLAATSEN.items()]
    wissels += [(naam, *paar) for naam, paren in _DICHT.items() for paar in paren]
    for naam, zoek, zet in wissels:
        tekst = delen[naam].decode()
        if tekst.count(zoek) != 1:
            raise ValueError(f"in {naam} staat {zoek!r} niet precies één keer")
        delen[naam] = tekst.replace(zoek, zet).encode()
    delen["word/document.xml"] = delen["word/document.xml"].decode().replace(*_WIT).encode()
    delen["word/header1.xml"] = _part("hdr", _text(kop, vet=True)).encode()
    nummer = "".join(
        (_text(f"{voet} Bladzijde "), _field("PAGE"), _text(" van "), _field("NUMPAGES"))
    )
    delen["word/footer1.xml"] = _part("ftr", nummer).encode()
    return _write(delen)


def _text(tekst: str, *, vet: bool = False) -> str:
    vorm = (
        f'<w:rPr>{"<w:b/>" * vet}<w:color w:val="{office("tekst-2")}"/><w:sz w:val="18"/></w:rPr>'
    )
    return f'<w:r>{vorm}<w:t xml:space="preserve">{escape(tekst, quote=False)}</w:t></w:r>'


def _field(naam: str) -> str:
    vorm = f'<w:rPr><w:color w:val="{office("tekst-2")}"/><w:sz w:val="18"/></w:rPr>'
    return f'<w:fldSimple w:instr="{naam}"><w:r>{vorm}<w:t>1</w:t></w:r></w:fldSimple>'


def _part(element: str, inhoud: str) -> str:
    alinea = f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>{inhoud}</w:p>'
    return f'{_XML}<w:{element} xmlns:w="{_W}">{alinea}</w:{element}>'


def _read(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def _write(delen: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            gegevens = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            gegevens.compress_type = zipfile.ZIP_DEFLATED
            archief.writestr(gegevens, inhoud)
    return buffer.getvalue()
