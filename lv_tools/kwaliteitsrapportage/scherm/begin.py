"""Het begin van het blad: welke school, welk gesprek, en wat er de vorige keer is afgesproken."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from lv_tools.basis.opslag.werkbestand import Leesfout
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.kwaliteitsrapportage.bestand import read_page
from lv_tools.kwaliteitsrapportage.model.rapportage import Afspraak
from lv_tools.kwaliteitsrapportage.model.uitwisselen import take_previous
from lv_tools.kwaliteitsrapportage.scherm.paneel import Eerdere, Rapportpaneel, say
from lv_tools.schermdelen.bestanden import Bestand, Upload
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie, Uitklap
from lv_tools.schermdelen.tekst import Mededeling, Tekst


class Beginpaneel(Rapportpaneel):
    """De school, het gesprek, en de afspraken van de vorige keer."""

    def build(self) -> Iterable[Deel]:
        """De velden, de afspraken, en het bestand van de vorige keer."""
        zeg, text = self.inhoud.zeg, self.velden.text
        self.melding = Mededeling()
        vorige = self.add_series("blad/vorige", Afspraak, Eerdere, zeg("afspraak_erbij"))
        return (
            Rij(text("blad/school", zeg("school")), text("blad/periode", zeg("periode"))),
            Rij(text("blad/dag", zeg("dag")), text("blad/met", zeg("met"))),
            Sectie(
                self.inhoud.onderdeel["vorige"],
                Tekst(zeg("vorige_uitleg")),
                vorige,
                Uitklap(
                    zeg("vorig_bestand"),
                    Tekst(zeg("vorig_uitleg")),
                    Upload(zeg("vorig_knop"), self._read, soorten=".json"),
                ),
                self.melding,
                niveau=3,
            ),
        )

    def _read(self, bestanden: tuple[Bestand, ...]) -> None:
        zeg = self.inhoud.zeg
        for bestand in bestanden:
            gelezen = read_page(bestand.naam, bestand.inhoud)
            if isinstance(gelezen, Leesfout):
                say(self.melding, "fout", str(gelezen))
                return
            blad, er = gelezen[0], len(self.staat.blad.vorige)
            try:
                take_previous(self.staat, blad)
            except VormError as fout:
                say(self.melding, "fout", zeg("niet_gelukt", waarom=fout))
                return
            self.werk.change(partial(take_previous, ander=blad))
            n = aantal(len(self.staat.blad.vorige) - er, "afspraak", "afspraken")
            say(self.melding, "goed", zeg("vorig_gelukt", afspraken=n))
