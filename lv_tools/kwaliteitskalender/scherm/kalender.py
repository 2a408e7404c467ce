"""De kalender zelf: het jaar in beeld, wat opvalt, de poster en de agenda."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.agenda import ICS_TYPE, to_ics
from lv_tools.basis.uitvoer.document import Document
from lv_tools.basis.uitwisseling.stukken import Herkomst
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.kwaliteitskalender.model.koppelen import link_all
from lv_tools.kwaliteitskalender.scherm.paneel import NAAM, Kalenderdeel, Volger
from lv_tools.kwaliteitskalender.verslag.agenda import marked, publish_year
from lv_tools.kwaliteitskalender.verslag.beeld import give
from lv_tools.kwaliteitskalender.verslag.bericht import share_text
from lv_tools.kwaliteitskalender.verslag.document import months, overview, poster, remarks
from lv_tools.schermdelen.afdruk import Afdruk
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.keuze import Keuzelijst, Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst


class Maandenpaneel(Kalenderdeel):
    """De lijst per maand, van wat de lezer nu bekijkt."""

    def build(self) -> Iterable[Deel]:
        """Eén document."""
        self.document = Documentdeel()
        return (self.document.deel,)

    def show(self) -> None:
        """Toon de maanden."""
        beeld = self.werk.uitslag
        self.document.show(tuple(months(beeld, self.inhoud, beeld.shown())))


class Kalenderpaneel(Kalenderdeel):
    """Het schooljaar op één scherm."""

    def build(self) -> Iterable[Deel]:
        """Het beeld, de opmerkingen, de maanden, en wat eruit te halen is."""
        zeg = self.inhoud.zeg
        self.volger = Volger(self)
        self.soort = self.velden.choice(
            "weergave/aard", zeg("toon_soort"), self.inhoud.aard, leeg=zeg("alles"), kijken=True
        )
        self.wie = self.velden.choice(
            "weergave/wie", zeg("toon_wie"), (), leeg=zeg("iedereen"), kijken=True
        )
        self.jaar, self.opmerkingen = Documentdeel(), Documentdeel()
        self.koppel_uitleg = Tekst(klein=True)
        self.koppel = Knop(zeg("koppel"), self._link)
        self.gekoppeld = Mededeling(toon="goed")
        self.voor = Keuzelijst(zeg("agenda_voor"), (), leeg=zeg("iedereen"), kijken=True)
        self.klaarleggen = Klaarleggen(
            self.werk, self._gift, zeg("leg_klaar"), uitweg=zeg("leg_klaar_uitweg")
        )
        return (
            self.volger.deel,
            Rij(self.soort, self.wie),
            self.jaar.deel,
            self.opmerkingen.deel,
            self.koppel_uitleg,
            self.koppel,
            self.gekoppeld,
            self.fold(zeg("kop_maanden"), Maandenpaneel(self.werk, self.inhoud)),
            Sectie(
                zeg("poster"),
                Rij(
                    Afdruk(zeg("poster_a3"), self._poster, papier="A3 liggend"),
                    Afdruk(zeg("poster_a4"), self._poster, papier="A4 liggend"),
                ),
                Rij(self.voor, Download(zeg("agenda"), self._calendar)),
                Tekst(zeg("agenda_uitleg")),
                Deelbericht(lambda: share_text(self.werk.uitslag, self.inhoud, now().date())),
                Tekst(zeg("leg_klaar_uitleg")),
                self.klaarleggen.deel,
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Laat het jaar zien zoals het nu is."""
        self.volger.look()
        beeld, zeg = self.werk.uitslag, self.inhoud.zeg
        mensen = [(naam, f"{naam} ({n})") for naam, n in beeld.mensen]
        self.wie.opties = mensen
        self.wie.waarde = self.wie.fit(self.staat.weergave.wie)
        self.voor.opties = mensen
        getoond = beeld.shown()
        self.jaar.show(tuple(overview(beeld, self.inhoud, getoond)))
        self.opmerkingen.show(tuple(remarks(beeld, self.inhoud)))
        los = any(advies.code == "onbesproken" for advies in beeld.adviezen)
        self.koppel.verborgen = self.koppel_uitleg.verborgen = not los
        self.koppel_uitleg.alineas = (zeg("koppel_uitleg", dagen=beeld.bespreken),)

    def _poster(self) -> Document:
        return poster(self.werk.uitslag, self.inhoud)

    def _link(self) -> None:
        kalender, n = link_all(self.werk.uitslag)
        zeg = self.inhoud.zeg
        self.gekoppeld.toon = "goed" if n else "letop"
        self.gekoppeld.tekst = (
            zeg("gekoppeld", n=aantal(n, "punt is", "punten zijn")) if n else zeg("niets_gekoppeld")
        )
        if n:
            self.werk.change(lambda k: replace(k, punten=kalender.punten))

    def _calendar(self) -> Bestand:
        nu, wie = now(), str(self.voor.waarde or "")
        self.werk.change(marked)
        punten, straks = publish_year(self.werk.uitslag, self.inhoud, wie, nu)
        self.werk.change(lambda k: replace(k, uitgegeven=straks.uitgegeven))
        jaar = self.staat.year.naam
        naam = f"{self.staat.naam} {wie} {jaar}".strip()
        inhoud = to_ics(punten, self.inhoud.zeg("agenda_naam", jaar=jaar), nu)
        return Bestand(export_name(NAAM, "agenda", naam, nu.date(), "ics"), inhoud, ICS_TYPE)

    def _gift(self) -> Gift:
        self.werk.change(marked)
        van = Herkomst(NAAM, self.staat.naam or self.staat.year.naam, now().date())
        return Gift(van, self.staat.kenmerk, give(self.werk.uitslag))
