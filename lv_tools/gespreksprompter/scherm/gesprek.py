"""Het gesprek houden: een vraag per keer, in grote letters, met notities en afspraken eronder."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.invoer.velden import Veld
from lv_tools.gespreksprompter.bestand.lezen import LANGSTE
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Parkeerpunt
from lv_tools.gespreksprompter.model.gids import Gids, Regel
from lv_tools.gespreksprompter.scherm.afspraken import Afsprakenvak, Openvak
from lv_tools.gespreksprompter.scherm.werk import Werkplek
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import (
    Groot,
    Invoerveld,
    Keuzelijst,
    Knop,
    Kolom,
    Rij,
    Sectie,
    Tekst,
    Vinkje,
    Wekker,
)


class Gesprekpaneel:
    """Vraag voor vraag door de gids.

    Parameters
    ----------
    naar_afronden
        Wordt geroepen na de laatste vraag.
    """

    def __init__(self, plek: Werkplek, naar_afronden: Callable[[], object]) -> None:
        self.plek, self.naar_afronden = plek, naar_afronden
        tekst = inhoud().text
        self.leeg = Tekst(tekst("scherm", "gesprek_leeg"))
        self.wekker = Wekker(1)
        self.vorige = Knop("Vorige vraag", lambda: self._step(-1))
        self.volgende = Knop("Volgende vraag", lambda: self._step(1), hoofd=True)
        self.vraag = Groot("", Rij(self.vorige, self.volgende), self.wekker, naam="gesprek-letters")
        self.keuze = Keuzelijst(
            "Ga naar", (), leeg="Kies een vraag", naam="gesprek-vraag", bij_wijziging=self._choose
        )
        self.notitie = Kolom()
        self.open = Openvak("terugblik", plek, self._earlier, lambda: None)
        self.terugblik = Sectie(
            "Van de vorige keer",
            Tekst(tekst("scherm", "terugblik_uitleg")),
            self.open.deel,
            verborgen=True,
        )
        self.afspraken = Afsprakenvak(plek)
        self.vol = Kolom(self.vraag, self.terugblik, self.notitie, self.afspraken.deel, self.keuze)
        self.deel = Kolom(self.leeg, self.vol)
        self._nu = ""
        #: Is dit blad in beeld? Alleen wat iemand ziet, telt als gesteld.
        self.open_blad = False
        plek.na.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Toon de vraag waar het gesprek is, of de eerste."""
        gids = self.plek.gids
        self.leeg.verborgen, self.vol.verborgen = gids is not None, gids is None
        if gids is None or not gids.regels:
            self._nu = ""
            self.notitie.inhoud = ()
            return
        self.keuze.opties = [
            (r.id, f"{nr}. {_short(r.tekst)}") for nr, r in enumerate(gids.regels, 1)
        ]
        if self._nu not in gids.ids:
            self._nu = gids.regels[0].id
        self._show(gids)

    def _show(self, gids: Gids) -> None:
        regel = gids.row(self._nu)
        plek = gids.regels.index(regel)
        soort = {"start": "Begin", "terugblik": "Terugblik", "pauze": "Pauze", "slot": "Slot"}
        deel = soort.get(regel.soort) or inhoud().fasen[regel.fase].naam
        self.vraag.boven = f"{deel} · {plek + 1} van {len(gids.regels)}"
        self.vraag.tekst = regel.tekst
        self.vraag.onder = f"Doorvragen: {regel.doorvragen}" if regel.doorvragen else ""
        gesprek = self.plek.gesprek
        reeks = self.plek.werk.current.id
        self.wekker.zet("minuten", regel.minuten)
        self.wekker.zet("totaal", gids.opdracht.minuten)
        self.wekker.sleutel = f"{reeks}-{gesprek.id if gesprek else ''}-{regel.id}"
        self.vorige.uit = plek == 0
        laatste = plek == len(gids.regels) - 1
        self.volgende.tekst = "Naar afronden" if laatste else "Volgende vraag"
        self.keuze.waarde = regel.id
        self.terugblik.verborgen = regel.soort != "terugblik"
        if regel.soort == "terugblik":
            self.open.refresh()
        self.notitie.inhoud = self._notes(regel)
        if gesprek is not None and self.open_blad:
            self.plek.keep(gesprek.show(regel.id))

    def _notes(self, regel: Regel) -> tuple[Invoerveld | Vinkje, ...]:
        gesprek = self.plek.gesprek
        if gesprek is None or regel.soort == "pauze":
            return ()
        # De naam hoort bij deze vraag in dit gesprek: wat bewaard is, komt nooit bij een andere.
        reeks, ronde = self.plek.werk.current.id, self.plek.ronde
        naam = f"notitie-{reeks}-{gesprek.id}-{regel.id}"
        tekst = inhoud().text

        def keep(wijzig: Callable[[Gesprek], Gesprek]) -> None:
            self.plek.keep_in(reeks, gesprek.id, wijzig)

        veld = Invoerveld(
            Veld(
                naam, "Notities", "tekstvak", hulp=tekst("scherm", "notitie_hulp"), lengte=LANGSTE
            ),
            waarde=gesprek.notities.get(regel.id, ""),
            bij_tekst=lambda tekst: keep(lambda g: g.note(regel.id, tekst)),
            laat=lambda: self.plek.ronde == ronde,
        )
        over = Vinkje(
            "Deze vraag hebben we overgeslagen",
            waarde=regel.id in gesprek.overgeslagen,
            hulp=tekst("scherm", "overgeslagen_hulp"),
            bij_wijziging=lambda aan: keep(lambda g: g.skip(regel.id, aan)),
        )
        return (veld, over) if regel.soort == "vraag" else (veld,)

    def _step(self, stap: int) -> None:
        gids = self.plek.gids
        if gids is None:
            return
        plek = gids.regels.index(gids.row(self._nu)) + stap
        if plek >= len(gids.regels):
            self.naar_afronden()
            return
        self._nu = gids.regels[max(0, plek)].id
        self._show(gids)
        self.vraag.focus()

    def _choose(self, kenmerk: str | None) -> None:
        gids = self.plek.gids
        if gids is not None and kenmerk in gids.ids:
            self._nu = str(kenmerk)
            self._show(gids)

    def _earlier(self) -> tuple[tuple[Afspraak, ...], tuple[Parkeerpunt, ...]]:
        gesprek = self.plek.gesprek
        reeks = self.plek.werk.current
        naam = gesprek.id if gesprek else ""
        return reeks.open_agreements(naam), reeks.parked(naam)


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= 70 else f"{tekst[:69]}…"
