"""De reeks: alle gesprekken met dezelfde mensen, de rode draad en wat er openstaat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.taal.notatie import LEEG, datum_kort
from lv_tools.gespreksprompter.figuur import draw_thread
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Parkeerpunt
from lv_tools.gespreksprompter.model.reeks import thread
from lv_tools.gespreksprompter.model.ritme import school_year
from lv_tools.gespreksprompter.scherm.afspraken import Openvak
from lv_tools.gespreksprompter.scherm.werk import Getoond, Werkplek
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import (
    Deel,
    Figuur,
    Formulier,
    Invoerveld,
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Sectie,
    Tabel,
    Tekst,
    Uitklap,
)

ALLES = "alles"
KOLOMMEN = ("Gesprek", "Dag", "Stand", "Vragen", "Afspraken", "Nog open")


class Reekspaneel:
    """De reeks die openstaat.

    Parameters
    ----------
    naar_gids
        Wordt geroepen als de gebruiker een gesprek opent.
    """

    def __init__(self, plek: Werkplek, naar_gids: Callable[[], object]) -> None:
        self.plek, self.naar_gids = plek, naar_gids
        self._getoond = Getoond()
        #: Het gesprek waarvan is gevraagd of het weg mag; de lijst kan intussen verschuiven.
        self._weg = ""
        tekst = inhoud().text
        self.reeks = Keuzelijst("Reeks", (), bij_wijziging=self._open_series)
        self.naam = Invoerveld(Veld("reeks-naam", "Naam van deze reeks", verplicht=True, lengte=80))
        self.jaar = Keuzelijst(
            "Periode", [(ALLES, "Alle gesprekken")], naam="reeks-jaar", bij_wijziging=self._draw
        )
        self.draad = Kolom()
        self.open = Openvak("reeks", plek, self._open_points, self._table)
        self.tabel = Tabel("Gesprekken in deze reeks", KOLOMMEN, ())
        self.gesprek = Keuzelijst("Gesprek", (), bij_wijziging=lambda _keuze: self._ask_no_more())
        self.zeker = Mededeling(toon="letop")
        self.ja = Knop("Ja, haal dit gesprek weg", self._remove)
        self.nee = Knop("Nee, laat staan", self._leave)
        self.antwoord = Rij(self.ja, self.nee, verborgen=True)
        self.deel = Kolom(
            Tekst(tekst("scherm", "reeks_uitleg")),
            self.reeks,
            self.jaar,
            self.draad,
            Sectie(tekst("scherm", "reeks_open"), self.open.deel, niveau=3),
            self.tabel,
            self.gesprek,
            Rij(
                Knop("Open dit gesprek", self._open),
                Knop("Haal dit gesprek weg", self._ask),
            ),
            self.zeker,
            self.antwoord,
            Uitklap(
                "Geef de reeks een andere naam",
                Formulier(
                    self.naam, bij_inzenden=self._rename, knop="Wijzig de naam", gelukt="Gewijzigd."
                ),
            ),
        )
        plek.na.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Toon de reeks."""
        werk = self.plek.werk
        reeks = werk.current
        self.reeks.opties = [(r.id, r.naam) for r in werk.reeksen]
        self.reeks.waarde = reeks.id
        if self._getoond.differs(self.plek.ronde, reeks.id, reeks.naam):
            self.naam.waarde = reeks.naam
        jaren = sorted({_year(g) for g in reeks.gesprekken if g.moment.dag})
        self.jaar.opties = [
            (ALLES, "Alle gesprekken"),
            *((str(jaar), f"Schooljaar {jaar}-{jaar + 1}") for jaar in jaren),
        ]
        self.gesprek.opties = [(g.id, _title(g, nr)) for nr, g in enumerate(reeks.gesprekken, 1)]
        if self.plek.gesprek is not None:
            self.gesprek.waarde = self.plek.gesprek.id
        self._ask_no_more()
        self.open.refresh()
        self._table()
        self._draw()

    def _table(self) -> None:
        rijen = [
            (
                _title(g, nr),
                datum_kort(g.moment.dag) if g.moment.dag else LEEG,
                "gehouden" if g.gehouden else "voorbereid",
                len(g.gids.vragen) if g.gids else 0,
                len(g.afspraken),
                sum(a.stand == "open" for a in g.afspraken),
            )
            for nr, g in enumerate(self.plek.werk.current.gesprekken, 1)
        ]
        self.tabel.toon(KOLOMMEN, rijen)

    def _draw(self, _keuze: object = None) -> None:
        keuze = str(self.jaar.waarde)
        if keuze == ALLES:
            draad = thread(self.plek.werk.current)
        else:
            jaar = school_year(int(keuze))
            draad = thread(self.plek.werk.current, jaar.van, jaar.tot)
        blad = draw_thread(draad)
        delen: tuple[Deel, ...] = (Tekst(inhoud().text("draad", "leeg")),)
        self.draad.inhoud = (Figuur(blad),) if blad else delen

    def _open_points(self) -> tuple[tuple[Afspraak, ...], tuple[Parkeerpunt, ...]]:
        reeks = self.plek.werk.current
        return reeks.open_agreements(), reeks.parked()

    def _open_series(self, keuze: str) -> None:
        self.plek.switch(self.plek.werk.open(keuze))

    def _open(self) -> None:
        if self.gesprek.waarde:
            self.plek.switch(self.plek.werk.open(self.plek.werk.current.id, self.gesprek.waarde))
            self.naar_gids()

    def _ask(self) -> None:
        self._weg = str(self.gesprek.waarde or "")
        if self._weg:
            self.zeker.toon = "letop"
            self.zeker.tekst = inhoud().text("scherm", "wis_zeker", gesprek=self._name(self._weg))
            self.antwoord.verborgen = False

    def _ask_no_more(self) -> None:
        self._weg, self.zeker.tekst, self.antwoord.verborgen = "", "", True

    def _leave(self) -> None:
        self._ask_no_more()
        self.gesprek.focus()

    def _name(self, gesprek_id: str) -> str:
        return dict(self.gesprek.opties).get(gesprek_id, "")

    def _remove(self) -> None:
        if not self._weg:
            return
        werk, naam = self.plek.werk, self._name(self._weg)
        reeks = werk.current.drop(self._weg)
        self.plek.switch(werk.put(reeks).open(reeks.id))
        self.zeker.toon = "gewoon"
        self.zeker.tekst = inhoud().text("scherm", "gesprek_weg", gesprek=naam)
        self.gesprek.focus()

    def _rename(self, waarden: dict[str, str]) -> None:
        werk = self.plek.werk
        self.plek.switch(werk.put(replace(werk.current, naam=waarden["reeks-naam"])))


def _year(gesprek: Gesprek) -> int:
    dag = gesprek.moment.dag
    if dag is None:
        return 0
    return dag.year if dag.month >= 8 else dag.year - 1


def _title(gesprek: Gesprek, nummer: int) -> str:
    onderwerp = gesprek.gids.opdracht.onderwerp if gesprek.gids else ""
    return f"{nummer}. {onderwerp}" if onderwerp else f"gesprek {nummer}"
