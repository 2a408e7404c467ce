"""Het schooljaar: naam, lesdagen, vakanties en toetsweken, en meenemen naar een volgend jaar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.kwaliteitskalender.model.jaar import carry_over, open_year
from lv_tools.kwaliteitskalender.model.kalender import Jaar, Kalender, Periode
from lv_tools.kwaliteitskalender.scherm.paneel import Kalenderdeel, without
from lv_tools.kwaliteitskalender.teksten import years_around
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie, Uitklap
from lv_tools.schermdelen.keuze import Keuzelijst, Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst


class Jaarpaneel(Kalenderdeel):
    """Het schooljaar dat open is."""

    def build(self) -> Iterable[Deel]:
        """De velden van de kalender, en die van het jaar."""
        zeg, regels = self.inhoud.zeg, self.inhoud.regels
        self._weg: tuple[str, Periode] | None = None
        self.jaar = Keuzelijst(zeg("schooljaar"), (), bij_wijziging=self._year)
        self.dagen = Lijst[Jaar](lambda j: j.id, self._year_fields)
        self.perioden = Lijst[tuple[str, Periode]](lambda p: f"{p[0]}/{p[1].id}", self._period)
        self.terug = Knop("", self._put_back, verborgen=True)
        self.erbij = Knop(zeg("periode_erbij"), self._add)
        self.feestdagen = Tekst(klein=True)
        self.mee = Knop("", self._carry)
        self.melding = Mededeling(toon="goed")
        uitleg = zeg("regels_uitleg", druk=regels.druk, dagen=regels.bespreken)
        return (
            self.velden.text("naam", zeg("naam"), hulp=zeg("naam_hulp")),
            self.jaar,
            self.dagen.deel,
            Sectie(
                zeg("perioden"),
                Tekst(zeg("perioden_uitleg")),
                self.perioden.deel,
                self.terug,
                self.erbij,
                self.feestdagen,
                niveau=3,
            ),
            Uitklap(
                zeg("regels"),
                Tekst(uitleg),
                Rij(
                    self.velden.text("druk", zeg("druk")),
                    self.velden.text("bespreken", zeg("bespreken")),
                ),
            ),
            Tekst(zeg("meenemen_uitleg")),
            self.mee,
            self.melding,
        )

    def show(self) -> None:
        """Laat het jaar zien dat open is."""
        zeg, jaar = self.inhoud.zeg, self.staat.year
        jaren = years_around(self.vandaag, *(j.begint for j in self.staat.jaren))
        self.jaar.opties = [(str(j), f"{j}-{j + 1}") for j in jaren]
        self.jaar.waarde = jaar.id
        self.dagen.show([jaar])
        self.perioden.show([(jaar.id, periode) for periode in jaar.perioden])
        dagen = opsomming([f"{f.naam} ({datum(f.dag)})" for f in self.werk.uitslag.feestdagen])
        self.feestdagen.alineas = (zeg("feestdagen", dagen=dagen),)
        self.mee.tekst = zeg("meenemen", jaar=f"{jaar.begint + 1}-{jaar.begint + 2}")
        self.terug.verborgen = self._weg is None or self._weg[0] != jaar.id

    def _year_fields(self, jaar: Jaar) -> Deel:
        zeg, pad = self.inhoud.zeg, f"jaren/{jaar.id}"
        return Rij(
            self.velden.text(f"{pad}/van", zeg("eerste_dag")),
            self.velden.text(f"{pad}/tot", zeg("laatste_dag")),
        )

    def _period(self, paar: tuple[str, Periode]) -> Deel:
        jaar, periode = paar
        zeg, pad = self.inhoud.zeg, f"jaren/{jaar}/perioden/{periode.id}"
        nummer = self.staat.year.perioden.index(periode) + 1
        return Sectie(
            zeg("periode", nummer=nummer),
            Rij(
                self.velden.choice(f"{pad}/soort", zeg("periode_soort"), self.inhoud.periode),
                self.velden.text(f"{pad}/naam", zeg("periode_naam")),
            ),
            Rij(
                self.velden.text(f"{pad}/van", zeg("van")),
                self.velden.text(f"{pad}/tot", zeg("tot")),
                Knop(zeg("weg"), lambda: self._remove(jaar, periode.id)),
            ),
            niveau=4,
        )

    def _year(self, keuze: str) -> None:
        self.werk.change(lambda kalender: open_year(kalender, int(keuze)))

    def _add(self) -> None:
        nieuw = Periode(new_id())
        self._set(self.staat.jaar, (*self.staat.year.perioden, nieuw))
        self.perioden.show([(self.staat.jaar, p) for p in self.staat.year.perioden])
        self.perioden[f"{self.staat.jaar}/{nieuw.id}"].focus()

    def _remove(self, jaar: str, weg: str) -> None:
        over = without(self.staat.year.perioden, lambda p: p.id == weg)
        periode = next(p for p in self.staat.year.perioden if p.id == weg)
        self._weg = (jaar, periode)
        self._set(jaar, over)
        naam = periode.naam or self.inhoud.periode[periode.soort]
        self.terug.tekst = self.inhoud.zeg("zet_terug", wat=naam)
        self.terug.verborgen = False
        self.terug.focus()

    def _put_back(self) -> None:
        if self._weg is not None:
            jaar, periode = self._weg
            self._weg = None
            self._set(jaar, (*self.staat.year.perioden, periode))
            self.erbij.focus()

    def _set(self, jaar: str, perioden: tuple[Periode, ...]) -> None:
        def doe(kalender: Kalender) -> Kalender:
            jaren = tuple(
                replace(j, perioden=perioden) if j.id == jaar else j for j in kalender.jaren
            )
            return replace(kalender, jaren=jaren)

        self.werk.change(doe)

    def _carry(self) -> None:
        voor = self.staat
        self.werk.change(carry_over)
        n = len(self.staat.punten) - len(voor.punten)
        self.melding.tekst = self.inhoud.zeg(
            "meegenomen",
            jaar=self.staat.year.naam,
            n=aantal(n, "eigen punt kwam", "eigen punten kwamen"),
        )
