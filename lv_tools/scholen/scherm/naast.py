"""Stap 2 en 3: scholen naast elkaar, en één school door de tijd."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.schermdelen import Deel, Rij, Sectie, export_row
from lv_tools.scholen.figuur import title
from lv_tools.scholen.model.uitkomst import Beeld
from lv_tools.scholen.scherm.paneel import Scholenpaneel, Scholenwerk
from lv_tools.scholen.verslag.document import (
    all_tables,
    in_time,
    report,
    side_by_side,
    time_report,
    time_tables,
)


class Naastpaneel(Scholenpaneel):
    """Per soort een rij per school, met de maat die de lezer kiest."""

    def build(self) -> Iterable[Deel]:
        """De keuzes, de uitkomst en wat er mee te nemen is."""
        zeg = self.inhoud.zeg
        self.soort = self.velden.choice("soort", zeg("kies_soort"), [])
        self.maat = self.velden.choice("maat", zeg("kies_maat"), [])
        self.document = Documentdeel()
        self.keuzes = Rij(self.soort, self.maat)
        self.mee = Sectie(
            zeg("mee"),
            export_row(
                lambda soort, ext: _name(self.werk, soort, ext),
                lambda: report(self.werk.uitslag, self.inhoud),
                lambda: all_tables(self.werk.uitslag, self.inhoud),
            ),
            niveau=3,
        )
        return self.keuzes, self.document.deel, self.mee

    def show(self) -> None:
        """Werk de keuzes en de uitkomst bij."""
        uit, staat = self.werk.uitslag, self.werk.staat
        gekozen = uit.chosen()
        self.keuzes.verborgen = self.mee.verborgen = gekozen is None
        self.maat.verborgen = gekozen is None or not gekozen[0].keuzes
        soorten = [(soort, self.inhoud.kind(soort)) for soort in uit.soorten]
        self.soort.offer(soorten, staat.soort)
        self.maat.offer(measures(gekozen[0]) if gekozen else [], staat.maat)
        self.document.follow((uit,), lambda: side_by_side(uit))


class Tijdpaneel(Scholenpaneel):
    """Eén school door de tijd; andere scholen zijn hier niet te zien."""

    def build(self) -> Iterable[Deel]:
        """De keuzes, de uitkomst en wat er mee te nemen is."""
        zeg = self.inhoud.zeg
        self.school = self.velden.choice("school", zeg("kies_school"), [])
        self.soort = self.velden.choice("tijdsoort", zeg("kies_soort"), [])
        self.maat = self.velden.choice("tijdmaat", zeg("kies_maat"), [])
        self.document = Documentdeel()
        self.keuzes = Rij(self.school, self.soort, self.maat)
        self.mee = Sectie(
            zeg("mee_tijd"),
            export_row(
                lambda soort, ext: _name(self.werk, f"{soort} tijd", ext, self.werk.uitslag.school),
                lambda: time_report(self.werk.uitslag, self.inhoud),
                lambda: time_tables(self.werk.uitslag, self.inhoud),
            ),
            niveau=3,
        )
        return self.keuzes, self.document.deel, self.mee

    def show(self) -> None:
        """Werk de keuzes en de uitkomst bij."""
        uit, staat = self.werk.uitslag, self.werk.staat
        reeks = uit.series()
        self.keuzes.verborgen = self.mee.verborgen = reeks is None
        scholen = list(dict.fromkeys(school for school, _ in uit.tijd))
        self.school.offer([(naam, naam) for naam in scholen], staat.school)
        soorten = [soort for school, soort in uit.tijd if school == uit.school]
        self.soort.offer([(s, self.inhoud.kind(s)) for s in soorten], staat.tijdsoort)
        self.maat.offer(measures(reeks[0]) if reeks else [], staat.tijdmaat)
        self.document.follow((uit,), lambda: in_time(uit))


def measures(beeld: Beeld) -> list[tuple[str, str]]:
    """Geef de maten om uit te kiezen."""
    return [(sleutel, title(beeld.maten[sleutel])) for sleutel in beeld.keuzes]


def _name(werk: Scholenwerk, soort: str, extensie: str, wie: str = "") -> str:
    return export_name("scholen", soort, wie or werk.staat.titel, now().date(), extensie)
