"""Per stelling: de verdeling, het midden, de eensgezindheid en wat één antwoord verandert."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.schermdelen import Deel, Rij, Sectie
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.verslag.uitslag import statements


class Stellingenpaneel(Zelfpaneel):
    """Kies een thema en een groep, en zie elke stelling."""

    def build(self) -> Iterable[Deel]:
        """De keuzes, en een plek voor het beeld."""
        zeg, (themas, groepen) = self.zeg, self._options()
        self.thema = self.velden.choice("weergave/thema", zeg("stellingen_thema"), themas)
        self.groep_keuze = self.velden.choice("weergave/groep", zeg("stellingen_groep"), groepen)
        self.beeld = Documentdeel(2)
        keuzes = Rij(self.thema, self.groep_keuze)
        return (Sectie(zeg("stellingen_titel"), keuzes, self.beeld.deel, niveau=3),)

    def show(self) -> None:
        """Toon het thema en de groep die gekozen zijn; bestaan zij niet meer, dan de eerste."""
        uitslag, weergave = self.werk.uitslag, self.staat.weergave
        themas, groepen = self._options()
        self.thema.offer(themas, weergave.thema)
        self.groep_keuze.offer(groepen, weergave.groep)
        thema, groep = str(self.thema.waarde), uitslag.groep(str(self.groep_keuze.waarde))
        self.beeld.follow(
            (uitslag, thema, groep),
            lambda: () if groep is None else statements(thema, groep, uitslag, self.inhoud),
        )

    def _options(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        uitslag = self.werk.uitslag
        themas = [(t, self.inhoud.themas[t].titel) for t in uitslag.scan.opzet.themas]
        return themas, [(groep.sleutel, groep.naam) for groep in uitslag.alle_groepen]
