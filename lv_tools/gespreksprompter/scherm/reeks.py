"""De reeks: alle gesprekken met dezelfde mensen, de rode draad en wat er openstaat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.taal.notatie import LEEG, datum_kort
from lv_tools.basis.uitvoer.document import Alinea, Figuurblok
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.gespreksprompter.figuur import draw_thread
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.model.werk import ALLES
from lv_tools.gespreksprompter.scherm.afspraken import Openpaneel
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.schermdelen import (
    Deel,
    Keuzelijst,
    Knop,
    Mededeling,
    Rij,
    Sectie,
    Tabel,
    Tekst,
    Uitklap,
)


class Reekspaneel(Gesprekspaneel):
    """De reeks die openstaat."""

    def build(self) -> Iterable[Deel]:
        """De rode draad, wat openstaat, en de gesprekken om te openen of weg te halen."""
        zeg = self.inhoud.zeg
        #: Het gesprek waarvan is gevraagd of het weg mag; de lijst kan intussen verschuiven.
        self._weg = ""
        self.reeks = Keuzelijst(zeg("reeks"), (), bij_wijziging=self._open_series)
        self.naam = Lijst[Reeks](lambda r: f"{r.id}/{r.naam}", self._name_field)
        self.jaar = self.velden.choice("weergave/jaar", zeg("periode"), self._years())
        self.draad = Documentdeel()
        self.open_punten = Openpaneel(self.werk, self.inhoud)
        self.tabel = Tabel(zeg("reeks_tabel"), self.inhoud.kolommen["reeks"], ())
        self.gesprek = Keuzelijst(
            zeg("gesprek"), (), bij_wijziging=lambda _keuze: self._ask_no_more()
        )
        self._gesprek = ""
        self.zeker = Mededeling(toon="letop")
        self.antwoord = Rij(
            Knop(zeg("wis_ja"), self._remove), Knop(zeg("wis_nee"), self._leave), verborgen=True
        )
        return (
            Tekst(zeg("reeks_uitleg")),
            self.reeks,
            self.jaar,
            self.draad.deel,
            Sectie(zeg("reeks_open"), self.add(self.open_punten), niveau=3),
            self.tabel,
            self.gesprek,
            Rij(Knop(zeg("open_gesprek"), self._open_chosen), Knop(zeg("wis_gesprek"), self._ask)),
            self.zeker,
            self.antwoord,
            Uitklap(zeg("reeks_hernoem"), self.form("reeks_naam", self._rename, self.naam.deel)),
        )

    @property
    def _weg(self) -> str:
        """Het gesprek waarvan gevraagd is of het weg mag; in een ander bestand is dat er niet."""
        return str(self.werk.weg.get("vraag", ""))

    @_weg.setter
    def _weg(self, kenmerk: str) -> None:
        self.werk.weg["vraag"] = kenmerk

    def show(self) -> None:
        """Toon de reeks."""
        werk, reeks = self.staat, self.staat.current
        self.reeks.opties = [(r.id, r.naam) for r in werk.reeksen]
        self.reeks.waarde = reeks.id
        self.naam.show([reeks])
        self.jaar.opties = self._years()
        self.jaar.waarde = self.werk.uitslag.jaar
        self.gesprek.opties = [(g.id, _title(g, nr)) for nr, g in enumerate(reeks.gesprekken, 1)]
        if self._gesprek != werk.gesprek and werk.conversation is not None:
            self.gesprek.waarde = werk.gesprek
        self._gesprek = werk.gesprek
        if self._weg not in {g.id for g in reeks.gesprekken}:
            self._ask_no_more()
        self.tabel.toon(self.inhoud.kolommen["reeks"], self._rows())
        blad = draw_thread(self.werk.uitslag.draad)
        leeg = Alinea(self.inhoud.text("draad", "leeg"))
        self.draad.show((Figuurblok(blad) if blad else leeg,))

    def arrive(self) -> None:
        """Wie opnieuw komt kijken, ziet alleen wat nog openstaat."""
        if self._gebouwd:
            self._gesprek = ""
            self._ask_no_more()
            self.open_punten.fresh()

    def _name_field(self, reeks: Reeks) -> Deel:
        veld = Veld(reeks.id, self.inhoud.zeg("reeks_naam"), verplicht=True, lengte=80)
        return self.velden.form("naam", [veld], waarde=reeks.naam)[0]

    def _years(self) -> list[tuple[str, str]]:
        zeg = self.inhoud.zeg
        jaren = [(str(j), zeg("schooljaar_van", van=j, tot=j + 1)) for j in self.werk.uitslag.jaren]
        return [(ALLES, zeg("alle_gesprekken")), *jaren]

    def _rows(self) -> list[tuple[str | int, ...]]:
        zeg = self.inhoud.zeg
        return [
            (
                _title(g, nr),
                datum_kort(g.moment.dag) if g.moment.dag else LEEG,
                zeg("gehouden" if g.gehouden else "voorbereid"),
                len(g.gids.vragen) if g.gids else 0,
                len(g.afspraken),
                sum(a.stand == "open" for a in g.afspraken),
            )
            for nr, g in enumerate(self.staat.current.gesprekken, 1)
        ]

    def _open_series(self, keuze: str) -> None:
        self.switch(lambda werk: werk.open(keuze))

    def _open_chosen(self) -> None:
        if gekozen := self.gesprek.waarde:
            self.switch(lambda werk: werk.open(werk.current.id, gekozen))
            self.go("gids")

    def _ask(self) -> None:
        self._weg = str(self.gesprek.waarde or "")
        if self._weg:
            naam = self._name(self._weg)
            self.zeker.toon = "letop"
            self.zeker.tekst = self.inhoud.zeg("wis_zeker", gesprek=naam)
            self.antwoord.verborgen = False

    def _ask_no_more(self) -> None:
        if self._weg or not self.antwoord.verborgen:
            self._weg, self.zeker.tekst, self.antwoord.verborgen = "", "", True

    def _leave(self) -> None:
        self._ask_no_more()
        self.gesprek.focus()

    def _name(self, gesprek_id: str) -> str:
        return dict(self.gesprek.opties).get(gesprek_id, "")

    def _remove(self) -> None:
        if not (weg := self._weg):
            return
        naam = self._name(weg)
        self._ask_no_more()
        self.switch(lambda werk: werk.put(werk.current.drop(weg)).open(werk.current.id))
        self.zeker.toon, self.zeker.tekst = "gewoon", self.inhoud.zeg("gesprek_weg", gesprek=naam)
        self.gesprek.focus()

    def _rename(self, waarden: Mapping[str, Any]) -> None:
        ((kenmerk, naam),) = self.velden.values("naam", waarden).items()
        self.werk.clear_drafts(f"+naam/{kenmerk}")
        self.change(lambda werk: werk.put(replace(werk.current, naam=naam)))


def _title(gesprek: Gesprek, nummer: int) -> str:
    onderwerp = gesprek.gids.opdracht.onderwerp if gesprek.gids else ""
    return f"{nummer}. {onderwerp}" if onderwerp else f"gesprek {nummer}"
