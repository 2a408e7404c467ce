"""De stijlen van een Word-bestand: koppen die Word kent, en onze eigen opmaak op één plek."""

from __future__ import annotations

from lv_tools.basis.beeld.kleuren import office

KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


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
#: Per stijl haar naam zoals Word die in elke taal kent, en de stijl zelf.
STIJLEN = {
    "Title": (
        "Title",
        _style(
            "Title",
            "Title",
            '<w:pPr><w:spacing w:after="160"/></w:pPr>'
            f'<w:rPr><w:b/><w:color w:val="{office("accent")}"/><w:sz w:val="40"/></w:rPr>',
            basis="Normal",
        ),
    ),
    "Heading1": ("heading 1", _heading(1, 30, 320)),
    "Heading2": ("heading 2", _heading(2, 25, 240)),
    "Heading3": ("heading 3", _heading(3, 22, 200)),
    "Toelichting": (
        "Toelichting",
        _style(
            "Toelichting",
            "Toelichting",
            f'<w:rPr><w:color w:val="{office("tekst-2")}"/><w:sz w:val="20"/></w:rPr>',
            basis="Normal",
        ),
    ),
    "ListParagraph": (
        "List Paragraph",
        _style("ListParagraph", "List Paragraph", "", basis="Normal"),
    ),
    "Caption": ("caption", _style("Caption", "caption", "<w:rPr><w:b/></w:rPr>", basis="Normal")),
    "Cel": (
        "Cel",
        _style(
            "Cel",
            "Cel",
            '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
            '<w:rPr><w:sz w:val="19"/></w:rPr>',
            basis="Normal",
        ),
    ),
    "Tabel": (
        "Tabel",
        _style(
            "Tabel",
            "Tabel",
            "<w:tblPr><w:tblBorders>"
            + "".join(f"<w:{kant} {_LIJN}/>" for kant in _KANTEN)
            + '</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
            '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto"'
            f' w:fill="{office("accent-zacht")}"/></w:tcPr></w:tblStylePr>',
            soort="table",
        ),
    ),
}
#: Het hele deel met stijlen van een bestand zonder sjabloon.
BLAD = (
    f"{KOP}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>'
    '<w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="269" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    f"<w:qFormat/></w:style>{''.join(stijl for _naam, stijl in STIJLEN.values())}</w:styles>"
)
