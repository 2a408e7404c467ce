"""De sessie: een kwartier bij het bord, onderdeel voor onderdeel, groot op het scherm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import datum
from lv_tools.bouwdoos.paneel import Wissel
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.grote_vraag import Groot
from lv_tools.schermdelen.indeling import Rij
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.schermdelen.wekker import Wekker
from lv_tools.verbeterbord.model.bord import Bord
from lv_tools.verbeterbord.model.sessie import begin, end, is_empty
from lv_tools.verbeterbord.scherm.onderdelen import PANELEN
from lv_tools.verbeterbord.scherm.paneel import Bordpaneel
from lv_tools.verbeterbord.teksten import Onderdeel

#: Zo heet het paneel als er geen sessie bezig is.
GEEN = ""


class Beginpaneel(Bordpaneel):
    """Wat er staat zolang er geen sessie bezig is."""

    def build(self) -> Iterable[Deel]:
        """De vorige keer, wat er openstaat, en de knop om te beginnen."""
        zeg = self.inhoud.zeg
        self.laatst = Tekst()
        self.knop = Knop(zeg("begin"), self._begin, hoofd=True)
        return Tekst(zeg("begin_uitleg")), self.laatst, self.knop

    def show(self) -> None:
        """Zeg wanneer het team er de vorige keer stond."""
        zeg, bord = self.inhoud.zeg, self.staat
        n = len(self.werk.uitslag.open_acties)
        open_ = zeg(f"open_acties_{('geen', 'een')[n]}") if n < 2 else zeg("open_acties_meer", n=n)
        if bord.sessies:
            dag = datum(max(s.dag for s in bord.sessies))
            self.laatst.alineas = (zeg("begin_laatst", dag=dag, open=open_),)
        else:
            self.laatst.alineas = (zeg("begin_eerst"),)

    def _begin(self) -> None:
        eerste, kenmerk, dag = self.inhoud.onderdeel[0].code, new_id(), self.vandaag
        self.werk.change(lambda bord: begin(bord, kenmerk, dag, eerste))


class Sessiepaneel(Bordpaneel):
    """De sessie die bezig is, of de knop om er een te beginnen."""

    def build(self) -> Iterable[Deel]:
        """Het grote vlak met de klok, het onderdeel en de knoppen."""
        zeg, inhoud = self.inhoud.zeg, self.inhoud
        self.wekker = self.velden.part(
            Wekker(
                1,
                totaal=inhoud.minuten,
                waarschuw=0,
                naam="loop/klok",
                dit=zeg("klok_dit"),
                geheel=zeg("klok_geheel"),
                precies=True,
            )
        )
        self.vorige = Knop(zeg("vorige"), lambda: self._step(-1))
        self.volgende = Knop(zeg("volgende"), lambda: self._step(1), hoofd=True)
        self.klaar = Knop(zeg("afsluiten"), self._end)
        self.uitleg = Tekst()
        wissel = Wissel(self.werk, inhoud, _part, self._make)
        self.balk = Rij(self.vorige, self.volgende, self.wekker)
        self.groot = Groot(
            "",
            self.balk,
            self.uitleg,
            self.add(wissel),
            self.klaar,
            vorm="bord",
            terug=zeg("scherm_uit"),
            naam="weergave/letters",
            bij_wijziging=lambda maat: self.werk.enter("weergave/letters", maat),
        )
        self.melding = Mededeling(toon="goed")
        return self.melding, self.groot

    def show(self) -> None:
        """Toon het onderdeel waar de sessie is."""
        zeg, bord = self.inhoud.zeg, self.staat
        self.groot.maat = bord.weergave.letters
        nu = self._now()
        self.balk.verborgen = self.uitleg.verborgen = self.klaar.verborgen = nu is None
        if nu is None or bord.sessie is None:
            self.groot.boven, self.groot.tekst = bord.team, zeg("begin_titel")
            return
        delen = self.inhoud.onderdeel
        nr = delen.index(nu) + 1
        self.groot.boven = zeg(
            "boven",
            team=bord.team or zeg("een_team"),
            dag=datum(bord.sessie.dag),
            nr=nr,
            n=len(delen),
            titel=nu.titel,
        )
        self.groot.tekst = nu.vraag
        self.uitleg.alineas = (nu.uitleg,)
        oud = bord.sessie.dag != self.vandaag
        self.melding.toon = "letop" if oud else "goed"
        self.melding.tekst = zeg("bezig_sinds", dag=datum(bord.sessie.dag)) if oud else ""
        self.wekker.zet("minuten", nu.minuten)
        self.wekker.sleutel = f"{bord.loop.sessie}-{nu.code}"
        self.vorige.uit, self.volgende.uit = nr == 1, nr == len(delen)

    def _make(self, naam: str) -> Bordpaneel:
        soort = PANELEN[naam] if naam else Beginpaneel
        return soort(self.werk, self.inhoud)

    def _now(self) -> Onderdeel | None:
        """Het onderdeel waar de sessie is; een onderdeel dat er niet meer is, wordt het eerste."""
        if self.staat.sessie is None:
            return None
        delen = self.inhoud.onderdeel
        return next((d for d in delen if d.code == self.staat.loop.deel), delen[0])

    def _step(self, stap: int) -> None:
        nu, delen = self._now(), self.inhoud.onderdeel
        if nu is None:
            return
        code = delen[min(len(delen) - 1, max(0, delen.index(nu) + stap))].code
        self.werk.change(lambda bord: replace(bord, loop=replace(bord.loop, deel=code)))
        self.groot.focus()

    def _end(self) -> None:
        leeg = is_empty(self.staat, self.staat.loop.sessie)
        self.werk.change(end)
        self.refresh()
        self.melding.toon = "letop" if leeg else "goed"
        self.melding.tekst = self.inhoud.zeg("afgesloten_leeg" if leeg else "afgesloten")
        self.groot.focus()


def _part(bord: Bord) -> str:
    """Geef de code van het onderdeel dat in beeld hoort."""
    if bord.sessie is None:
        return GEEN
    return bord.loop.deel if bord.loop.deel in PANELEN else next(iter(PANELEN))
