"""Het scherm van de verkenner: kies een vraag, en het paneel dat daarbij hoort verschijnt."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.bevindingenverkenner.model.keuze import Verkenning
from lv_tools.bevindingenverkenner.model.uitkomst import Uitkomst
from lv_tools.bevindingenverkenner.scherm.afdeling import Afdelingpaneel
from lv_tools.bevindingenverkenner.scherm.tabel import Tabelpaneel
from lv_tools.bevindingenverkenner.scherm.uitkomst import Uitkomstpaneel
from lv_tools.bevindingenverkenner.teksten import MIJN_AFDELING, Verkennerinhoud
from lv_tools.bevindingenverkenner.verslag.zekerheid import zekerheid
from lv_tools.bouwdoos.paneel import Paneel, Wissel
from lv_tools.schermdelen import Deel, Tekst, Uitklap


class Verkennerpaneel(Paneel[Verkenning, Uitkomst, Verkennerinhoud]):
    """De vraag, de weergave die daarbij hoort, en hoe zeker de cijfers zijn."""

    def build(self) -> Iterable[Deel]:
        """Alleen de weergave die open is, bestaat."""
        zeg, weergaven = self.inhoud.zeg, self.inhoud.weergave
        namen = {blik.id: blik.kort for blik in weergaven}
        return (
            self.velden.choice("weergave", zeg("weergave"), namen, kijken=True),
            self.add(Wissel(self.werk, self.inhoud, lambda staat: staat.weergave, self._view)),
            Uitklap(zeg("zeker_kop"), Tekst(*zekerheid(), zeg("legenda"))),
        )

    def _view(self, naam: str) -> Uitkomstpaneel:
        soort = Afdelingpaneel if naam == MIJN_AFDELING else Tabelpaneel
        return soort(self.werk, self.inhoud, self.inhoud.weergaven[naam])
