"""De drie vragen voor het gesprek: zelf geschreven, of gekozen uit wat er bij het blad past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.kwaliteitsrapportage.model.rapportage import Vraag
from lv_tools.kwaliteitsrapportage.model.uitkomst import choose
from lv_tools.kwaliteitsrapportage.scherm.paneel import Rapportpaneel, say
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Sectie
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst
from lv_tools.schermdelen.tekst import Mededeling, Tekst


class Vragenpaneel(Rapportpaneel):
    """Drie velden, en daaronder vragen om uit te kiezen."""

    def build(self) -> Iterable[Deel]:
        """De velden en de kaarten."""
        zeg = self.inhoud.zeg
        self.melding = Mededeling()
        self.kaarten = Kaartlijst(zeg("voorstellen"), self._choose, leeg=zeg("voorstellen_leeg"))
        velden = (
            self.velden.text(f"blad/vragen/{naam}", zeg(f"vraag_{naam}"), ruim=True)
            for naam in ("een", "twee", "drie")
        )
        return (
            *velden,
            Sectie(
                zeg("voorstellen"),
                Tekst(zeg("voorstellen_uitleg")),
                self.melding,
                self.kaarten,
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Toon wat er bij het blad past."""
        kaarten = tuple(self._card(n, v) for n, v in enumerate(self.werk.uitslag.voorstellen))
        if kaarten != self.kaarten.kaarten:
            self.kaarten.kaarten = kaarten
        if len(self.staat.blad.vragen.alle) < 3 and self.melding.toon == "letop":
            self.melding.tekst = ""

    def _card(self, nummer: int, vraag: Vraag) -> Kaart:
        zeg = self.inhoud.zeg
        van = zeg("uit", van=vraag.van) if vraag.van else zeg("van_ons")
        onder = ". ".join(d.rstrip(".") for d in (vraag.reden, van) if d)
        return Kaart(f"v{nummer}", vraag.tekst, (Actie("kies", zeg("kies_vraag")),), onder=onder)

    def _choose(self, kaart: str, _actie: str) -> None:
        tekst = next(k.titel for k in self.kaarten.kaarten if k.id == kaart)
        vragen = choose(self.staat.blad.vragen, tekst)
        if vragen is None:
            say(self.melding, "letop", self.inhoud.zeg("al_drie"))
            return

        self.werk.change(
            lambda nu: replace(
                nu,
                blad=replace(nu.blad, vragen=choose(nu.blad.vragen, tekst) or nu.blad.vragen),
            )
        )
        say(self.melding, "goed", self.inhoud.zeg("gekozen", vraag=tekst))
