"""Het verhaal op één bladzijde, naast de gegevens; en de stukken waar het uit blijkt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.document import Alinea
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.vorm.pad import get_at
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.meenemen import Ophalen
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.inspectiebezoek.model.bezoek import Bewering, Gegeven, Stuk
from lv_tools.inspectiebezoek.model.uitwisselen import take
from lv_tools.inspectiebezoek.scherm.deel import NAAM, Bezoekdeel, Kaart
from lv_tools.inspectiebezoek.verslag.bladen import beside
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Tekst

#: Zoveel stukken passen er.
MEESTE = 60


class Beweringkaart(Kaart):
    """Iets wat u vertelt, met een voorbeeld en de gegevens erbij."""

    def build(self) -> Iterable[Deel]:
        """De velden; oorzaak en aanpak alleen bij wat beter moet."""
        zeg = self.inhoud.zeg
        self.beter = Kolom(self.field("oorzaak", "oorzaak"), self.field("aanpak", "aanpak"))
        self.bij = self.velden.checks(f"{self.pad}/gegevens", zeg("gegevens_bij"), ())
        return (
            self.field("wat", "bewering"),
            self.velden.radios(f"{self.pad}/kant", zeg("kant"), self.inhoud.kant),
            self.field("voorbeeld", "voorbeeld"),
            self.beter,
            self.bij,
            self.weg,
        )

    def show(self) -> None:
        """Bied de gegevens van nu aan."""
        bezoek = self.werk.staat
        self.beter.verborgen = get_at(bezoek, self.pad).kant != "beter"
        gegevens = [(g.id, shorten(g.wat)) for g in bezoek.gegevens if g.wat.strip()]
        self.velden.offer(self.bij, gegevens)
        self.bij.verborgen = not gegevens


class Gegevenkaart(Kaart):
    """Iets wat u weet."""

    def build(self) -> Iterable[Deel]:
        """Wat, waaruit en van wanneer."""
        return (
            self.field("wat", "gegeven"),
            Rij(self.field("bron", "gegeven_bron"), self.field("dag", "gegeven_dag", terug=True)),
            self.weg,
        )


class Verhaalpaneel(Bezoekdeel):
    """Wat u vertelt, naast wat u weet."""

    def build(self) -> Iterable[Deel]:
        """De opening, de boodschappen, de gegevens, en beide naast elkaar."""
        zeg = self.inhoud.zeg
        self.ophalen = Ophalen(self.werk, self._take)
        self.naast = Documentdeel(niveau=4)
        beweringen = self.add_series(
            "beweringen", Bewering, Beweringkaart, zeg("bewering_erbij"), schuif=True
        )
        gegevens = self.add_series("gegevens", Gegeven, Gegevenkaart, zeg("gegeven_erbij"))
        return (
            self.velden.text("opening", zeg("opening"), hulp=zeg("opening_hulp")),
            Sectie(zeg("beweringen"), beweringen, niveau=3),
            Sectie(
                zeg("gegevens"),
                Tekst(zeg("gegevens_uitleg")),
                self.ophalen.deel,
                gegevens,
                niveau=3,
            ),
            Sectie(zeg("naast"), self.naast.deel, niveau=3),
        )

    def show(self) -> None:
        """Leg het verhaal van nu naast de gegevens."""
        beeld, zeg = self.werk.uitslag, self.inhoud.zeg
        tabel = tuple(beside(beeld, self.inhoud)) or (Alinea(zeg("naast_leeg")),)
        self.naast.show((*tabel, *self.remarks("verhaal")))

    def _take(self, pakket: Pakket) -> str:
        zeg = self.inhoud.zeg
        if pakket.plek == (NAAM, self.werk.staat.kenmerk):
            raise VormError(zeg("eigen_werk"))
        _, nieuw, erbij, had = take(self.werk.staat, pakket.stukken, pakket.van)
        self.werk.change(lambda nu: take(nu, pakket.stukken, pakket.van)[0])
        return zeg(
            "opgehaald",
            gegevens=aantal(nieuw, "gegeven", "gegevens"),
            vragen=aantal(erbij, "oefenvraag", "oefenvragen"),
            had=had,
        )


class Stukkaart(Kaart):
    """Een document."""

    def build(self) -> Iterable[Deel]:
        """Waar het ligt, wie het kent, van wanneer het is en of het klopt."""
        zeg, pad = self.inhoud.zeg, self.pad
        return (
            self.field("wat", "stuk"),
            Rij(self.field("waar", "waar"), self.field("kent", "kent")),
            Rij(
                self.field("van", "stuk_van", terug=True),
                self.select("actueel", "actueel", self.inhoud.actueel, "kies"),
            ),
            self.velden.check(f"{pad}/gevraagd", zeg("gevraagd")),
            self.field("verstuurd", "verstuurd", terug=True),
            self.weg,
        )


class Stukkenpaneel(Bezoekdeel):
    """De documenten."""

    def build(self) -> Iterable[Deel]:
        """Wat opvalt, de stukken, en een knop voor onze lijst."""
        zeg = self.inhoud.zeg
        self.opvalt = Documentdeel()
        self.lijst = Knop(zeg("stukken_lijst"), self._add_list)
        stukken = self.add_series("stukken", Stuk, Stukkaart, zeg("stuk_erbij"), schuif=True)
        return Tekst(zeg("stukken_uitleg")), self.lijst, self.opvalt.deel, stukken

    def show(self) -> None:
        """Laat zien wat opvalt; de knop is er zolang er iets van onze lijst ontbreekt."""
        self.opvalt.show(self.remarks("stukken"))
        self.lijst.verborgen = not self._missing()

    def _missing(self) -> list[str]:
        heeft = {s.wat.casefold().strip() for s in self.werk.staat.stukken}
        return [wat for wat in self.inhoud.stukken if wat.casefold() not in heeft]

    def _add_list(self) -> None:
        nieuw = tuple(Stuk(new_id(), wat) for wat in self._missing())
        self.werk.change(lambda b: replace(b, stukken=(*b.stukken, *nieuw)[:MEESTE]))
