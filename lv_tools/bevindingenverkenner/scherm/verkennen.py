"""Het scherm van de verkenner: kies een vraag, en het paneel dat daarbij hoort verschijnt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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
        self.vraag = self.velden.choice("weergave", zeg("weergave"), namen, kijken=True)
        return (
            self.vraag,
            self.add(Wissel(self.werk, self.inhoud, lambda staat: staat.weergave, self._view)),
            Uitklap(zeg("zeker_kop"), Tekst(*zekerheid(), zeg("legenda"))),
        )

    def _view(self, naam: str) -> Uitkomstpaneel:
        blik = self.inhoud.weergaven[naam]
        if naam == MIJN_AFDELING:
            return Afdelingpaneel(self.werk, self.inhoud, blik, self.turn_to)
        return Tabelpaneel(self.werk, self.inhoud, blik)

    def turn_to(self, naam: str) -> None:
        """Ga naar een andere vraag, met de focus op de lijst waar zij in staat."""
        self.werk.change(lambda staat: replace(staat, weergave=naam))
        self.vraag.focus()
