"""Het gesprek: wat er wordt afgesproken, wat naar de gespreksprompter gaat, en de volgende keer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.document import Blok, Vouw
from lv_tools.basis.uitwisseling.stukken import Herkomst
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.kwaliteitsrapportage.bestand import NAAM
from lv_tools.kwaliteitsrapportage.model.rapportage import Afspraak
from lv_tools.kwaliteitsrapportage.model.uitwisselen import begin_next, can_return, give, go_back
from lv_tools.kwaliteitsrapportage.scherm.paneel import Afspraakkaart, Rapportpaneel, say
from lv_tools.kwaliteitsrapportage.verslag.blad import blocks, title
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Sectie, Uitklap
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst


class Gesprekpaneel(Rapportpaneel):
    """De afspraken, het dossier, en het volgende blad."""

    def build(self) -> Iterable[Deel]:
        """De afspraken, de volgende keer, het klaarleggen en de eerdere bladen."""
        zeg = self.inhoud.zeg
        self.melding = Mededeling()
        self.klaar = Klaarleggen(
            self.werk,
            self._gift,
            zeg("klaarleg_knop"),
            uitweg=zeg("uitweg"),
            bezwaar=self._not_here,
        )
        self.terug = Knop(zeg("volgende_terug"), self._return)
        self.eerder = Documentdeel(niveau=4)
        self.vroeger = Uitklap(zeg("eerdere_bladen"), self.eerder.deel)
        erbij = zeg("afspraak_erbij")
        afspraken = self.add_series("blad/afspraken", Afspraak, Afspraakkaart, erbij)
        return (
            Sectie(
                self.inhoud.onderdeel["afspraken"],
                afspraken,
                self.velden.text("blad/volgende", zeg("volgende")),
                niveau=3,
            ),
            Sectie(zeg("klaarleggen"), Tekst(zeg("klaarleg_uitleg")), self.klaar.deel, niveau=3),
            Sectie(
                zeg("volgende_blad"),
                Tekst(zeg("volgende_uitleg")),
                Knop(zeg("volgende_knop"), self._next),
                self.terug,
                self.melding,
                Kolom(self.vroeger),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Toon de bladen van eerdere gesprekken, het laatste eerst."""
        eerder, inhoud = self.staat.eerder, self.inhoud
        self.vroeger.verborgen = not eerder
        self.terug.verborgen = not can_return(self.staat)
        blokken: list[Blok] = []
        for blad in reversed(eerder):
            blokken.append(
                Vouw(blad.periode.strip() or title(blad, inhoud), tuple(blocks(blad, inhoud)))
            )
        self.eerder.show(tuple(blokken))

    def _next(self) -> None:
        kenmerk = new_id()
        self.werk.change(lambda nu: begin_next(nu, kenmerk))
        say(self.melding, "goed", self.inhoud.zeg("volgende_begonnen"))
        if self.gang is not None:
            self.gang.go("begin")

    def _return(self) -> None:
        self.werk.change(go_back)
        self.melding.tekst = ""

    def _not_here(self, dossier: str) -> str:
        """Leg het blad van een school niet in het dossier van een andere."""
        eigen = self.staat.dossier
        if not eigen or eigen == dossier or eigen not in self.klaar.lade.namen:
            return ""
        return self.inhoud.zeg("ander_dossier", eigen=eigen, dossier=dossier)

    def _gift(self) -> Gift:
        if not self.staat.kenmerk:
            kenmerk = new_id()
            self.werk.change(lambda nu: replace(nu, kenmerk=nu.kenmerk or kenmerk))
        blad = self.staat.blad
        waarvan = f"{blad.school} {blad.periode}".strip()
        van = Herkomst(NAAM, waarvan, blad.dag or now().date())
        return Gift(van, self.staat.kenmerk, give(blad, self.inhoud))
