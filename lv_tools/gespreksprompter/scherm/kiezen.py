"""Kiezen: met wie, waarover en hoelang."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.gespreksprompter.model.eigen_tafels import fresh_code, own_table
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, Regel
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.model.meegebracht import to_rows
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.scherm.meegebracht import Meegebrachtvak
from lv_tools.gespreksprompter.scherm.werk import Getoond, Werkplek
from lv_tools.gespreksprompter.teksten import Tafel, inhoud
from lv_tools.schermdelen import (
    Deel,
    Formulier,
    Invoerveld,
    Keuzelijst,
    Kolom,
    Rij,
    Tekst,
    Uitklap,
    Vinkjes,
)

NIEUW = "nieuw:"
EIGEN = "eigen"


class Kiezenpaneel:
    """Het formulier waarmee een gids begint.

    Parameters
    ----------
    naar_gids
        Wordt geroepen als er een gids is gemaakt.
    """

    def __init__(self, plek: Werkplek, naar_gids: Callable[[], object]) -> None:
        self.plek, self.naar_gids = plek, naar_gids
        self._getoond = Getoond()
        bekend = inhoud()
        self.reeks = Keuzelijst("Met wie?", self._choices(), bij_wijziging=self._table)
        self.over_tafel = Tekst()
        self.eigen_naam = Invoerveld(
            Veld("tafel-naam", "Naam van uw eigen tafel", lengte=80), verborgen=True
        )
        self.eigen_niveaus = Vinkjes(
            "Over wie of wat gaat het gesprek?",
            [(n.code, n.naam) for n in bekend.niveaus.values()],
            naam="tafel-niveaus",
            verborgen=True,
        )
        self.fasen = Vinkjes(
            "Fase",
            [(f.code, f"{f.naam}: {f.uitleg}") for f in bekend.fasen.values()],
            waarde=tuple(bekend.fasen),
            snel=True,
            naam="kies-fasen",
        )
        self.doel = Keuzelijst(
            "Doel",
            [(d.code, f"{d.naam}: {d.uitleg}") for d in bekend.doelen.values()],
            leeg="Geen voorkeur",
            naam="kies-doel",
        )
        self.standaard = Keuzelijst(
            "Standaard",
            [(s.code, f"{s.code} {s.naam}") for s in bekend.standaarden.values()],
            leeg="Geen voorkeur",
            naam="kies-standaard",
        )
        self.kenmerk = Keuzelijst(
            "Kenmerk van sterke kwaliteitszorg",
            [(k.code, k.naam) for k in bekend.kenmerken.values()],
            leeg="Geen voorkeur",
            naam="kies-kenmerk",
        )
        self.onderwerp = Invoerveld(
            Veld(
                "kies-onderwerp",
                "Ambitie of onderwerp, in eigen woorden",
                hulp=bekend.text("scherm", "onderwerp_hulp"),
                lengte=200,
            )
        )
        self.minuten = Invoerveld(
            Veld(
                "kies-minuten",
                "Minuten",
                "geheel",
                verplicht=True,
                minimum=bekend.number("minuten_min"),
                maximum=bekend.number("minuten_max"),
                hulp=bekend.text("scherm", "minuten_hulp"),
            ),
            waarde=str(bekend.number("minuten_begin")),
        )
        self.stand = Tekst()
        self.mee = Meegebrachtvak(plek, self._brought)
        self.formulier = Formulier(
            self.mee.vak,
            self.fasen,
            Rij(self.doel, self.minuten),
            Uitklap("Een onderwerp kiezen", Rij(self.standaard, self.kenmerk), self.onderwerp),
            bij_inzenden=self._make,
            knop="Maak de gids",
            gelukt="",
        )
        self.deel = Kolom(
            Tekst(bekend.text("scherm", "kiezen")),
            self.reeks,
            self.over_tafel,
            self.eigen_naam,
            self.eigen_niveaus,
            self.stand,
            self.mee.openen,
            self.formulier,
        )
        plek.na.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Toon de reeks en het gesprek die openstaan."""
        self.mee.refresh()
        self.reeks.opties = self._choices()
        werk, gids = self.plek.werk, self.plek.gids
        opdracht = gids.opdracht if gids else None
        if self._getoond.differs(self.plek.ronde, werk.current.id, werk.gesprek, opdracht):
            self.reeks.waarde = werk.current.id
            self.formulier.clear_errors()
            self._describe(werk.current.tafel, vers=True)
            if opdracht is not None:
                self._fill(opdracht)
            return
        code = str(self.reeks.waarde).removeprefix(NIEUW)
        nieuw = str(self.reeks.waarde).startswith(NIEUW)
        self._describe(inhoud().tafels.get(code) if nieuw else werk.current.tafel, vers=False)

    def _fill(self, opdracht: Opdracht) -> None:
        self.fasen.waarde = opdracht.fasen
        self.doel.waarde = opdracht.doel or None
        self.standaard.waarde = opdracht.standaard or None
        self.kenmerk.waarde = opdracht.kenmerk or None
        self.onderwerp.waarde = opdracht.onderwerp
        self.minuten.waarde = str(opdracht.minuten)

    def _brought(self) -> None:
        """Er zijn vragen bij gekomen: een fout over wat er eerst stond, geldt niet meer."""
        self.formulier.clear_errors()
        self.plek.melding.tekst = ""

    def _choices(self) -> list[tuple[str, str]]:
        lopend = [(r.id, r.naam) for r in self.plek.werk.reeksen]
        nieuw = [(f"{NIEUW}{t.code}", f"Nieuwe reeks: {t.naam}") for t in inhoud().tafels.values()]
        return [*lopend, *nieuw, (f"{NIEUW}{EIGEN}", "Nieuwe reeks: een eigen tafel")]

    def _table(self, keuze: str) -> None:
        """Wissel van reeks, of laat zien wat een nieuwe reeks zou zijn."""
        if not keuze.startswith(NIEUW):
            self.plek.switch(self.plek.werk.open(keuze))
            return
        code = keuze.removeprefix(NIEUW)
        self._describe(inhoud().tafels.get(code), vers=True)

    def _describe(self, tafel: Tafel | None, *, vers: bool) -> None:
        """Vertel wie er aan tafel zit, waarover het gaat en wat er openstaat.

        Bij een andere tafel (``vers``) komt ook het voorstel voor de tijd in beeld.
        """
        keuze = str(self.reeks.waarde)
        eigen = keuze == f"{NIEUW}{EIGEN}"
        self.eigen_naam.verborgen = self.eigen_niveaus.verborgen = not eigen
        self.over_tafel.alineas = ()
        if tafel is not None and not tafel.eigen:
            regels = [f"Aan tafel: {tafel.wie}.", f"Waarover: {opsomming(tafel.onderwerpen)}."]
            regels.append(f"Hoe vaak: {tafel.frequentie} (bron: {tafel.bron}).")
            self.over_tafel.alineas = (" ".join(regels),)
            if vers and (self.plek.gids is None or keuze.startswith(NIEUW)):
                self.minuten.waarde = str(tafel.minuten)
        self.stand.alineas = self._standing(keuze)

    def _standing(self, keuze: str) -> tuple[str, ...]:
        tekst = inhoud().text
        if keuze.startswith(NIEUW):
            return (tekst("scherm", "kiezen_nieuw"),)
        reeks, gesprek = self.plek.werk.current, self.plek.gesprek
        if gesprek is None or gesprek.gehouden:
            zin = tekst("scherm", "kiezen_nieuw")
            verleden = reeks.history()
        else:
            nummer = [g.id for g in reeks.gesprekken].index(gesprek.id) + 1
            zin = tekst("scherm", "kiezen_verder", nummer=nummer)
            verleden = reeks.history(gesprek.id)
        delen = []
        if verleden.open_afspraken:
            delen.append(aantal(verleden.open_afspraken, "open afspraak", "open afspraken"))
        if verleden.geparkeerd:
            delen.append(aantal(verleden.geparkeerd, "geparkeerd punt", "geparkeerde punten"))
        if delen:
            zin += f" {tekst('scherm', 'kiezen_open', wat=opsomming(delen))}"
        return (zin,)

    def _make(self, waarden: Mapping[str, Any]) -> Mapping[Deel, Invoerfout]:
        """Maak de gids, of geef de fouten bij hun veld."""
        fasen = inhoud().in_order(waarden["kies-fasen"])
        if not fasen:
            uitweg = "Vink ten minste een fase aan"
            fout = Invoerfout(self.fasen.label, "", "er is nog geen fase gekozen", uitweg)
            return {self.fasen: fout}
        tafel = self._chosen_table()
        if isinstance(tafel, dict):
            return tafel
        gesprek = self.plek.gesprek
        oud = gesprek.gids if gesprek and not gesprek.gehouden else None
        opdracht = Opdracht(
            tafel,
            fasen,
            int(waarden["kies-minuten"]),
            waarden["kies-doel"] or "",
            waarden["kies-standaard"] or "",
            waarden["kies-kenmerk"] or "",
            waarden["kies-onderwerp"] or "",
            oud.opdracht.zaad if oud else len(self.plek.werk.current.gesprekken) + 1,
        )
        return self._compose(opdracht)

    def _compose(self, opdracht: Opdracht) -> Mapping[Deel, Invoerfout]:
        plek, keuze = self.plek, str(self.reeks.waarde)
        werk = plek.werk
        if keuze.startswith(NIEUW):
            leeg = not werk.current.gesprekken
            if leeg:  # een reeks waar nog niets in staat, wordt deze
                reeks = replace(werk.current, tafel=opdracht.tafel, naam=opdracht.tafel.naam)
                werk = werk.put(_unique(reeks, werk.reeksen))
            else:
                werk = werk.start_series(opdracht.tafel, opdracht.tafel.naam)
                werk = werk.put(_unique(werk.current, werk.reeksen))
        gesprek = werk.conversation
        reeks = werk.current
        oud = gesprek.gids if gesprek and not gesprek.gehouden else None
        vast = self._fixed(opdracht, oud)
        geweerd = oud.geweerd if oud else ()
        verleden = reeks.history(gesprek.id if gesprek and not gesprek.gehouden else "")
        gids = compose(opdracht, verleden, vast=vast, geweerd=geweerd)
        if isinstance(gids, Invoerfout):
            return {self.minuten: self._explain(gids)}
        if gesprek is None or gesprek.gehouden:
            plek.switch(werk.prepare(opdracht, vast))
        else:
            plek.switch(werk.put_conversation(replace(gesprek, gids=gids)))
        if opdracht.tafel.eigen:
            self.eigen_naam.waarde, self.eigen_niveaus.waarde = "", ()
        self.naar_gids()
        return {}

    def _fixed(self, opdracht: Opdracht, oud: Gids | None) -> list[Regel]:
        """Geef wat vaststaat: eerst wat is aangevinkt uit een bestand, dan wat is vastgezet."""
        regels = oud.regels if oud else ()
        los = {vraag.id for vraag in self.plek.werk.meegebracht}
        mee = to_rows(self.mee.chosen, opdracht, regels)
        return [*mee, *(r for r in regels if r.vast and r.id not in los)]

    def _explain(self, fout: Invoerfout) -> Invoerfout:
        """Noem bij te weinig tijd ook de aangevinkte vragen als uitweg."""
        if not self.mee.chosen:
            return fout
        return replace(fout, uitweg=inhoud().text("scherm", "mee_te_lang"))

    def _chosen_table(self) -> Tafel | dict[Deel, Invoerfout]:
        keuze = str(self.reeks.waarde)
        if not keuze.startswith(NIEUW):
            return self.plek.werk.current.tafel
        code = keuze.removeprefix(NIEUW)
        if code != EIGEN:
            return inhoud().tafels[code]
        naam, niveaus = self.eigen_naam.waarde.strip(), self.eigen_niveaus.waarde
        if not naam:
            uitweg = "Geef uw tafel een naam"
            fout = Invoerfout(self.eigen_naam.label, "", "er is nog niets ingevuld", uitweg)
            return {self.eigen_naam: fout}
        if isinstance(gelezen := self.eigen_naam.read(), Invoerfout):
            return {self.eigen_naam: gelezen}
        self.eigen_naam.fout = self.eigen_niveaus.fout = ""
        if not niveaus:
            fout = Invoerfout(
                self.eigen_niveaus.label, "", "er is nog niets gekozen", "Maak een keuze"
            )
            return {self.eigen_niveaus: fout}
        return own_table(naam, niveaus, fresh_code(self.plek.werk))


def _unique(reeks: Reeks, andere: tuple[Reeks, ...]) -> Reeks:
    """Geef de reeks een naam die nog niet bestaat."""
    namen = {r.naam for r in andere if r.id != reeks.id}
    naam, nummer = reeks.naam, 1
    while naam in namen:
        nummer += 1
        naam = f"{reeks.naam} ({nummer})"
    return replace(reeks, naam=naam)
