"""Het schooljaar: naam, lesdagen, vakanties en toetsweken, en meenemen naar een volgend jaar."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.bouwdoos.paneel import Lijst, Panelenlijst
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.kwaliteitskalender.model.jaar import carry_over, open_year
from lv_tools.kwaliteitskalender.model.kalender import Jaar, Kalender, Periode
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld
from lv_tools.kwaliteitskalender.scherm.paneel import Kalenderdeel
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud, years_around
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie, Uitklap
from lv_tools.schermdelen.keuze import Keuzelijst, Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst


class Perioderij(Element[Kalender, Jaarbeeld, Kalenderinhoud]):
    """De velden van een vakantie of toetsweek."""

    def build(self) -> Iterable[Deel]:
        """Soort en naam, en van wanneer tot wanneer."""
        zeg, velden, pad = self.inhoud.zeg, self.velden, self.pad
        return (
            Rij(
                velden.choice(f"{pad}/soort", zeg("periode_soort"), self.inhoud.periode),
                velden.text(f"{pad}/naam", zeg("periode_naam")),
            ),
            Rij(velden.text(f"{pad}/van", zeg("van")), velden.text(f"{pad}/tot", zeg("tot"))),
            self.weg,
        )


class Jaarpaneel(Kalenderdeel):
    """Het schooljaar dat open is."""

    def build(self) -> Iterable[Deel]:
        """De velden van de kalender, en die van het jaar."""
        zeg, regels = self.inhoud.zeg, self.inhoud.regels
        self.jaar = Keuzelijst(zeg("schooljaar"), (), bij_wijziging=self._year)
        self.dagen = Lijst[Jaar](lambda j: j.id, self._year_fields)
        self.perioden = Panelenlijst[Jaar](self, lambda j: j.id, self._periods)
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
        self.perioden.show([jaar])
        dagen = opsomming([f"{f.naam} ({datum(f.dag)})" for f in self.werk.uitslag.feestdagen])
        self.feestdagen.alineas = (zeg("feestdagen", dagen=dagen),)
        self.mee.tekst = zeg("meenemen", jaar=f"{jaar.begint + 1}-{jaar.begint + 2}")

    def _year_fields(self, jaar: Jaar) -> Deel:
        zeg, pad = self.inhoud.zeg, f"jaren/{jaar.id}"
        return Rij(
            self.velden.text(f"{pad}/van", zeg("eerste_dag")),
            self.velden.text(f"{pad}/tot", zeg("laatste_dag")),
        )

    def _periods(self, jaar: Jaar) -> Reeks[Kalender, Jaarbeeld, Kalenderinhoud]:
        zeg, tekst = self.inhoud.zeg, self.inhoud.tekst
        return Reeks(
            self.werk,
            self.inhoud,
            f"jaren/{jaar.id}/perioden",
            maak=Periode,
            rij=Perioderij,
            naam=lambda periode: periode.naam or self.inhoud.periode[periode.soort],
            kop=lambda nummer, _periode: zeg("periode", nummer=nummer),
            woorden=Woorden(erbij=zeg("periode_erbij"), weg=zeg("weg"), terug=tekst["zet_terug"]),
            niveau=4,
        )

    def _year(self, keuze: str) -> None:
        self.werk.change(lambda kalender: open_year(kalender, int(keuze)))

    def _carry(self) -> None:
        voor = self.staat
        self.werk.change(carry_over)
        n = len(self.staat.punten) - len(voor.punten)
        self.melding.tekst = self.inhoud.zeg(
            "meegenomen",
            jaar=self.staat.year.naam,
            n=aantal(n, "eigen punt kwam", "eigen punten kwamen"),
        )
