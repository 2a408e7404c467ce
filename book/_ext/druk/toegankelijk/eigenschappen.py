"""Wat een PDF over zichzelf zegt: titel, taal, dat zij PDF/UA is, en wat haar soorten betekenen."""

from __future__ import annotations

import pikepdf

#: De soorten van PDF 1.7; elke andere heeft daarin een vertaling nodig.
SOORTEN = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"),
        *("Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6"),
        *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
        *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
#: Soorten van PDF 2.0 die Chromium schrijft.
VERTALING = {"Strong": "Span", "Em": "Span", "Title": "P", "Aside": "Div", "FENote": "Note"}
#: Wat wij niet kennen, is een vak zonder betekenis; de tekst erin blijft leesbaar.
ONBEKEND = "NonStruct"


def describe(document: pikepdf.Pdf, soorten: set[str]) -> None:
    """Zet de eigenschappen die PDF/UA-1 vraagt.

    Parameters
    ----------
    document : pikepdf.Pdf
        Het document; titel en taal staan er al in.
    soorten : set of str
        De soorten elementen in de structuur.

    Raises
    ------
    ValueError
        Als de titel of de taal ontbreekt.
    """
    wortel = document.Root
    titel = str(document.docinfo.get("/Title", "")).strip()
    taal = str(wortel.get("/Lang", "")).strip()
    if not titel or not taal:
        raise ValueError("Deze pdf heeft geen titel of geen taal; geef de pagina er een.")
    vreemd = sorted(soorten - SOORTEN)
    if vreemd:
        wortel.StructTreeRoot.RoleMap = pikepdf.Dictionary(
            {f"/{soort}": pikepdf.Name(f"/{VERTALING.get(soort, ONBEKEND)}") for soort in vreemd}
        )
    wortel.MarkInfo = pikepdf.Dictionary(Marked=True)
    voorkeur = wortel.get("/ViewerPreferences", pikepdf.Dictionary())
    voorkeur.DisplayDocTitle = True
    wortel.ViewerPreferences = voorkeur
    for blad in document.pages:
        if "/Annots" in blad.obj:
            blad.obj.Tabs = pikepdf.Name.S
    with document.open_metadata(set_pikepdf_as_editor=False) as gegevens:
        gegevens.load_from_docinfo(document.docinfo)
        gegevens["dc:title"] = titel
        gegevens["dc:language"] = [taal]
        gegevens["pdfuaid:part"] = "1"
