"""Een plaat in een Word-bestand: scherp als Word het kan, en anders als plaatje van punten.

Word leest sinds 2019 SVG, en zet ernaast altijd een plaatje voor programma's die dat niet doen.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lv_tools.basis.uitvoer.document import Plaat

_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TEKENING = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
#: Waaraan Word in een uitbreiding ziet dat er ook een SVG is.
_SVG_UITBREIDING = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#: Word meet plaatjes in deze eenheid: zoveel in een twintigste van een punt.
EMU = 635


@dataclass
class Platen:
    """De platen van een bestand: hun beelden, en de verwijzingen ernaar.

    ``breedte`` is hoe breed de tekst is, in twintigsten van een punt.
    """

    breedte: int
    beelden: dict[str, bytes] = field(default_factory=dict)
    relaties: list[str] = field(default_factory=list)

    def add(self, plaat: Plaat, woorden: str, titel: str) -> str:
        """Neem een plaat op, en geef wat er in de tekst staat.

        Parameters
        ----------
        woorden, titel
            De beschrijving en de titel, al veilig als attribuut.
        """
        from lv_tools.basis.beeld.prent_png import to_png
        from lv_tools.basis.beeld.prent_svg import to_svg

        nummer = len(self.relaties) // 2 + 1
        for soort, inhoud in (
            ("png", to_png(plaat.prent)),
            ("svg", to_svg(plaat.prent).encode()),
        ):
            naam = f"media/figuur{nummer}.{soort}"
            self.beelden[f"word/{naam}"] = inhoud
            self.relaties.append(
                f'<Relationship Id="lv{soort}{nummer}" Type="{_RELATIE}/image" Target="{naam}"/>'
            )
        breed = round(self.breedte * EMU * plaat.schaal)
        hoog = round(breed * plaat.prent.hoogte / plaat.prent.breedte)
        eigen = f'id="{nummer}" name="Figuur {nummer}" title="{titel}" descr="{woorden}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_TEKENING}/wordprocessingDrawing" distT="0"'
            f' distB="0" distL="0" distR="0"><wp:extent cx="{breed}" cy="{hoog}"/>'
            f'<wp:docPr {eigen}/><a:graphic xmlns:a="{_TEKENING}/main">'
            f'<a:graphicData uri="{_TEKENING}/picture"><pic:pic xmlns:pic="{_TEKENING}/picture">'
            f"<pic:nvPicPr><pic:cNvPr {eigen}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip xmlns:r="{_RELATIE}" r:embed="lvpng{nummer}"><a:extLst>'
            f'<a:ext uri="{_SVG_UITBREIDING}"><asvg:svgBlip xmlns:asvg="{_SVG}"'
            f' r:embed="lvsvg{nummer}"/></a:ext></a:extLst></a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext cx="{breed}" cy="{hoog}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
