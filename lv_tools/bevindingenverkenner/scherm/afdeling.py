"""Het paneel 'Mijn afdeling': drie vragen, en wat in deze groep is geteld."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.bevindingenverkenner.model.bronnen import standaardlabel
from lv_tools.bevindingenverkenner.model.regels import options, standards
from lv_tools.bevindingenverkenner.scherm.uitkomst import Uitkomstpaneel
from lv_tools.schermdelen import Deel, Uitklap


class Afdelingpaneel(Uitkomstpaneel):
    """Kies soort afdeling, standaarden en belemmeringen; zie wat in deze groep is geteld."""

    def choices(self) -> Iterable[Deel]:
        """De drie vragen; de belemmeringen zijn voor wie verder wil."""
        zeg, velden = self.inhoud.zeg, self.velden
        soorten = options("risico_per_afdeling", "afdeling")
        obstakels = options("interventies_bij_obstakels", "obstakel")
        return (
            velden.choice("afdeling/soort", zeg("afdeling"), soorten),
            velden.checks(
                "afdeling/standaarden",
                zeg("standaarden"),
                [(code, standaardlabel(code)) for code in standards()],
                hulp=zeg("standaarden_hulp"),
            ),
            Uitklap(
                zeg("obstakels"),
                velden.checks(
                    "afdeling/obstakels", zeg("obstakels"), obstakels, hulp=zeg("obstakels_hulp")
                ),
            ),
        )

    def has_figures(self) -> bool:
        """Pas als er een standaard of belemmering gekozen is."""
        eigen = self.werk.staat.afdeling
        return bool(eigen.standaarden or eigen.obstakels)
