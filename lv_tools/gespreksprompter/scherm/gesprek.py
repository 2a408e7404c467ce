"""Het gesprek houden: een vraag per keer, in grote letters, met notities en afspraken eronder."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.vorm.pad import join
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.gespreksprompter.model.gids import Gids, Regel
from lv_tools.gespreksprompter.scherm.afspraken import Afsprakenpaneel, Terugblikpaneel
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.schermdelen import (
    Deel,
    Groot,
    Keuzelijst,
    Knop,
    Kolom,
    Rij,
    Sectie,
    Tekst,
    Vinkje,
    Wekker,
)

#: Onder deze naam onthoudt het werk bij welke vraag het gesprek is.
VRAAG = "vraag"


class Gesprekpaneel(Gesprekspaneel):
    """Vraag voor vraag door de gids."""

    def build(self) -> Iterable[Deel]:
        """De vraag met haar klok, en wat er bij hoort."""
        zeg = self.inhoud.zeg
        self.leeg = Tekst(zeg("gesprek_leeg"))
        self.wekker = Wekker(1)
        self.vorige = Knop(zeg("vorige_vraag"), lambda: self._step(-1))
        self.volgende = Knop(zeg("volgende_vraag"), lambda: self._step(1), hoofd=True)
        self.vraag = Groot(
            "",
            Rij(self.vorige, self.volgende),
            self.wekker,
            naam="weergave/letters",
            bij_wijziging=lambda maat: self.werk.enter("weergave/letters", maat),
        )
        self.keuze = Keuzelijst(
            zeg("ga_naar"), (), leeg=zeg("kies_vraag"), bij_wijziging=self._choose
        )
        self.notitie = Lijst[Regel](lambda regel: self._place(regel.id), self._notes)
        self.open_punten = Terugblikpaneel(self.werk, self.inhoud)
        self.terugblik = Sectie(
            zeg("van_vorige_keer"), Tekst(zeg("terugblik_uitleg")), self.add(self.open_punten)
        )
        self.afspraken = Afsprakenpaneel(self.werk, self.inhoud)
        self.vol = Kolom(
            self.vraag, self.terugblik, self.notitie.deel, self.add(self.afspraken), self.keuze
        )
        return (self.leeg, self.vol)

    def show(self) -> None:
        """Toon de vraag waar het gesprek is, of de eerste."""
        gids, gesprek = self.staat.guide, self.staat.conversation
        vol = gids is not None and gesprek is not None and bool(gids.regels)
        self.leeg.verborgen, self.vol.verborgen = vol, not vol
        if gids is None or gesprek is None or not gids.regels:
            self.notitie.show(())
            return
        regel = self._now(gids)
        plek, laatste = gids.regels.index(regel), regel is gids.regels[-1]
        deel = self.inhoud.part_of(regel.soort, regel.fase)
        self.vraag.boven = f"{deel} · {plek + 1} van {len(gids.regels)}"
        self.vraag.tekst = regel.tekst
        self.vraag.onder = f"Doorvragen: {regel.doorvragen}" if regel.doorvragen else ""
        self.vraag.maat = self.staat.weergave.letters
        self.wekker.zet("minuten", regel.minuten)
        self.wekker.zet("totaal", gids.opdracht.minuten)
        self.wekker.sleutel = f"{self.staat.current.id}-{gesprek.id}-{regel.id}"
        self.vorige.uit = plek == 0
        self.volgende.tekst = self.inhoud.zeg("naar_afronden" if laatste else "volgende_vraag")
        self.keuze.opties = [
            (r.id, f"{nr}. {_short(r.tekst)}") for nr, r in enumerate(gids.regels, 1)
        ]
        self.keuze.waarde = regel.id
        self.terugblik.verborgen = regel.soort != "terugblik"
        self.notitie.show([regel] if regel.soort != "pauze" else [])
        if regel.soort == "vraag":
            self.over.waarde = regel.id in gesprek.overgeslagen

    def arrive(self) -> None:
        """Wie naar het gesprek gaat, ziet een vraag: die telt als gesteld."""
        gids = self.staat.guide
        if gids is not None and gids.regels:
            self._show_row(self._now(gids).id)

    def _place(self, regel_id: str) -> str:
        return join(*self.staat.path.split("/"), regel_id)

    def _now(self, gids: Gids) -> Regel:
        """De regel die in beeld is; van een ander gesprek of een andere gids is zij de eerste."""
        waar = self.werk.plek.get(VRAAG, "")
        return next((r for r in gids.regels if self._place(r.id) == waar), gids.regels[0])

    def _show_row(self, regel_id: str) -> None:
        self.werk.go(VRAAG, self._place(regel_id))
        self.change_conversation(lambda gesprek: gesprek.show(regel_id))

    def _notes(self, regel: Regel) -> Deel:
        # Het pad hoort bij deze vraag in dit gesprek: wat laat komt, komt nooit bij een andere.
        zeg, pad = self.inhoud.zeg, join(*self.staat.path.split("/"), "notities", regel.id)
        veld = self.velden.text(pad, zeg("notities"), hulp=zeg("notitie_hulp"))
        if regel.soort != "vraag":
            return Kolom(veld)
        self.over = Vinkje(
            zeg("overgeslagen"),
            hulp=zeg("overgeslagen_hulp"),
            bij_wijziging=lambda aan: self.change_conversation(lambda g: g.skip(regel.id, aan)),
        )
        return Kolom(veld, self.over)

    def _step(self, stap: int) -> None:
        gids = self.staat.guide
        if gids is None:
            return
        nu = self._now(gids)
        plek = gids.regels.index(nu) + stap
        self._show_row(nu.id)
        if plek >= len(gids.regels):
            self.go("afronden")
            return
        self._to(gids.regels[max(0, plek)].id)
        self.vraag.focus()

    def _choose(self, kenmerk: str | None) -> None:
        gids = self.staat.guide
        if gids is not None and kenmerk in gids.ids:
            self._to(str(kenmerk))

    def _to(self, regel_id: str) -> None:
        self.open_punten.fresh()
        self._show_row(regel_id)
        self.refresh()


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= 70 else f"{tekst[:69]}…"
