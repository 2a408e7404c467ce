"""Het bezoek zelf: welk, wanneer, wie wie is en wanneer de school dicht is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lv_tools.basis.gegevens.feestdagen import Feestdag, holidays
from lv_tools.basis.taal.notatie import datum, opsomming
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.inspectiebezoek.model.bezoek import ROLLEN, Periode
from lv_tools.inspectiebezoek.model.planning import shift
from lv_tools.inspectiebezoek.scherm.deel import Bezoekdeel, Kaart
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.tekst import Tekst

#: Zoveel dagen voor en na het bezoek loopt het plan, ruim genomen.
ROND = 60


class Periodekaart(Kaart):
    """Een vrije periode."""

    def build(self) -> Iterable[Deel]:
        """Naam, van en tot."""
        return (
            self.field("naam", "periode_naam"),
            Rij(self.field("van", "van"), self.field("tot", "tot_en_met")),
            self.weg,
        )


class Bezoekpaneel(Bezoekdeel):
    """Welk bezoek, en wanneer."""

    def build(self) -> Iterable[Deel]:
        """De soort, de dagen, de rollen en de vrije perioden."""
        zeg, text = self.inhoud.zeg, self.velden.text
        soorten = {code: soort.naam for code, soort in self.inhoud.soort.items()}
        self.soort = Tekst()
        self.eigen = text("soort_naam", zeg("soort_naam"))
        self.herstel = text("herstel_voor", zeg("herstel_voor"), hulp=zeg("herstel_voor_hulp"))
        self.opvalt, self.feest = Documentdeel(), Tekst(klein=True)
        rollen = (text(f"rollen/{rol}", self.inhoud.rol[rol].capitalize()) for rol in ROLLEN)
        perioden = self.add_series(
            "perioden", Periode, Periodekaart, zeg("periode_erbij"), naam=lambda p: str(p.naam)
        )
        return (
            text("naam", zeg("naam"), hulp=zeg("naam_hulp")),
            self.velden.choice("soort", zeg("soort"), soorten),
            self.eigen,
            self.soort,
            Rij(
                text("dag", zeg("bezoekdag"), hulp=zeg("datum_hulp")),
                text("tot", zeg("bezoek_tot"), hulp=zeg("bezoek_tot_hulp")),
            ),
            text("begin", zeg("begin"), hulp=zeg("begin_hulp")),
            self.herstel,
            self.opvalt.deel,
            Sectie(zeg("rollen"), Tekst(zeg("rollen_uitleg")), *rollen, niveau=3),
            Sectie(zeg("perioden"), Tekst(zeg("perioden_uitleg")), perioden, self.feest, niveau=3),
        )

    def show(self) -> None:
        """Laat zien wat bij deze soort hoort."""
        bezoek, zeg = self.werk.staat, self.inhoud.zeg
        self.soort.alineas = (self.inhoud.soort[bezoek.soort].uitleg,)
        self.eigen.verborgen = bezoek.soort != "eigen"
        self.herstel.verborgen = bezoek.soort != "herstel"
        self.opvalt.show(self.remarks("bezoek"))
        feest = holidays_around(bezoek.dag)
        dagen = [f"{f.naam} ({datum(f.dag)})" for f in feest if not f.noot]
        self.feest.verborgen = not dagen
        self.feest.alineas = (zeg("feestdagen", dagen=opsomming(dagen)),)


def holidays_around(dag: date | None) -> list[Feestdag]:
    """Geef de feestdagen waar het plan rond een bezoekdag mee te maken kan krijgen."""
    if dag is None:
        return []
    van, tot = shift(dag, -ROND), shift(dag, ROND)
    alle = (f for jaar in range(van.year, tot.year + 1) for f in holidays(jaar))
    return [f for f in alle if van <= f.dag <= tot and f.dag.weekday() < 5]
