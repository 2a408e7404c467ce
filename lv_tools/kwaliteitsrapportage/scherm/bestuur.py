"""Voor het bestuur: de bladen van scholen naast elkaar, onderdeel voor onderdeel."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import Leesfout, now
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.vorm.pad import get_at
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.hulpmiddel import UITVOER
from lv_tools.kwaliteitsrapportage.bestand import NAAM, read_page
from lv_tools.kwaliteitsrapportage.model.rapportage import Schoolblad
from lv_tools.kwaliteitsrapportage.model.scholen import lay_beside, look
from lv_tools.kwaliteitsrapportage.scherm.paneel import Kaart, Rapportpaneel, say
from lv_tools.kwaliteitsrapportage.verslag.bestuur import board_report, part_blocks, remark_blocks
from lv_tools.kwaliteitsrapportage.verslag.blad import blocks
from lv_tools.kwaliteitsrapportage.verslag.tabellen import board_tables
from lv_tools.schermdelen.bestanden import Bestand, Upload
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.exporteren import export_row
from lv_tools.schermdelen.indeling import Kolom, Sectie
from lv_tools.schermdelen.tekst import Mededeling, Tekst


class Schoolkaart(Kaart):
    """Het blad van één school, met een notitie voor het gesprek."""

    def build(self) -> Iterable[Deel]:
        """De notitie en het blad."""
        self.blad = Documentdeel(niveau=4)
        return self.field("notitie", "notitie", "notitie_hulp"), self.blad.deel, self.weg

    def show(self) -> None:
        """Toon het blad."""
        school: Schoolblad = get_at(self.staat, self.pad)
        self.blad.show(tuple(blocks(school.blad, self.inhoud)))


class Bestuurpaneel(Rapportpaneel):
    """De bladen naast elkaar."""

    def build(self) -> Iterable[Deel]:
        """Het openen, het overzicht en de bladen."""
        zeg, inhoud = self.inhoud.zeg, self.inhoud
        self.melding, self.geen = Mededeling(), Tekst(zeg("scholen_geen"))
        self.opvalt, self.onderdeel = Documentdeel(), Documentdeel()
        scholen = self.add_series(
            "scholen",
            _never,
            Schoolkaart,
            naam=self._title,
            kop=lambda _nummer, school: self._title(school),
        )
        self.rest = Kolom(
            self.opvalt.deel,
            Sectie(
                zeg("naast_elkaar"),
                self.velden.choice("kijk", zeg("kijk"), inhoud.onderdeel),
                self.onderdeel.deel,
                niveau=3,
            ),
            Sectie(zeg("per_school"), scholen, niveau=3),
            Sectie(
                UITVOER,
                export_row(
                    lambda soort, ext: export_name(NAAM, f"bestuur-{soort}", "", now().date(), ext),
                    lambda: board_report(self.werk.uitslag, inhoud),
                    lambda: board_tables(self.werk.uitslag, inhoud),
                ),
                niveau=3,
            ),
        )
        return (
            Sectie(
                zeg("scholen_openen"),
                Upload(zeg("scholen_knop"), self._read, soorten=".json", meer=True),
                self.melding,
                self.geen,
                niveau=3,
            ),
            self.rest,
        )

    def show(self) -> None:
        """Toon het gekozen onderdeel over alle bladen."""
        beeld, inhoud, er = self.werk.uitslag, self.inhoud, bool(self.staat.scholen)
        self.geen.verborgen, self.rest.verborgen = er, not er
        self.opvalt.show(tuple(remark_blocks(beeld, inhoud)) if er else ())
        self.onderdeel.show(tuple(part_blocks(beeld, self.staat.kijk, inhoud)) if er else ())

    def _title(self, school: Schoolblad) -> str:
        blad = school.blad
        return f"{blad.school}, {blad.periode}" if blad.periode.strip() else blad.school

    def _read(self, bestanden: tuple[Bestand, ...]) -> None:
        zeg, fouten, bladen = self.inhoud.zeg, list[str](), list[Schoolblad]()
        for bestand in bestanden:
            gelezen = read_page(bestand.naam, bestand.inhoud)
            if isinstance(gelezen, Leesfout):
                fouten.append(str(gelezen))
            else:
                bladen.append(look(*gelezen))
        try:
            lay_beside(self.staat, bladen)
        except VormError as fout:
            say(self.melding, "fout", zeg("niet_gelukt", waarom=fout))
            return
        if bladen:
            self.werk.change(lambda nu: lay_beside(nu, bladen))
            fouten.insert(0, zeg("scholen_erbij", n=aantal(len(bladen), "blad", "bladen")))
        goed = len(fouten) == bool(bladen)
        say(self.melding, "goed" if goed else "fout", "\n".join(fouten))


def _never(kenmerk: str) -> Schoolblad:
    raise LookupError(f"een blad komt uit een bestand, niet van een knop: {kenmerk}")
