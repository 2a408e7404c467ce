"""Het paneel 'Mijn afdeling': drie vragen, en wat in deze groep is geteld."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lv_tools.bevindingenverkenner.model.bronnen import standaardlabel
from lv_tools.bevindingenverkenner.model.keuze import Verkenning
from lv_tools.bevindingenverkenner.model.regels import options, standards
from lv_tools.bevindingenverkenner.model.uitkomst import Uitkomst
from lv_tools.bevindingenverkenner.scherm.uitkomst import Uitkomstpaneel
from lv_tools.bevindingenverkenner.teksten import ELEMENTEN, Verkennerinhoud, Weergave
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen import Deel, Knop, Uitklap


class Afdelingpaneel(Uitkomstpaneel):
    """Kies soort afdeling, standaarden en obstakels; zie wat in deze groep is geteld."""

    def __init__(
        self,
        werk: Werk[Verkenning, Uitkomst],
        inhoud: Verkennerinhoud,
        blik: Weergave,
        ga_naar: Callable[[str], None],
    ) -> None:
        super().__init__(werk, inhoud, blik)
        self.verder = Knop(inhoud.zeg("knop_elementen"), lambda: ga_naar(ELEMENTEN))

    def build(self) -> Iterable[Deel]:
        """De knop naar wat hielp staat onder het antwoord, voor de rij om mee te nemen."""
        *boven, uitvoer = super().build()
        return (*boven, self.verder, uitvoer)

    def show(self) -> None:
        """Zonder keuze is er geen antwoord, en niets om op door te gaan."""
        super().show()
        self.verder.verborgen = not self.has_figures()

    def choices(self) -> Iterable[Deel]:
        """De drie vragen; de obstakels zijn voor wie verder wil."""
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
        """Pas als er een standaard of obstakel gekozen is."""
        eigen = self.werk.staat.afdeling
        return bool(eigen.standaarden or eigen.obstakels)
