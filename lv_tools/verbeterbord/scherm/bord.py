"""Het bord in één blik: groot op het scherm, op papier, en met wat eraan opvalt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lv_tools.basis.taal.datumtaal import write_with_weekday
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.basis.uitvoer.document import Document
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.schermdelen.afdruk import Afdruk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.grote_vraag import Groot
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.kaartlijst import Kaart as Lijstkaart
from lv_tools.schermdelen.kaartlijst import Kaartlijst
from lv_tools.schermdelen.tekst import Tekst
from lv_tools.verbeterbord.model.bord import Actie, Gezien, Succes
from lv_tools.verbeterbord.scherm.paneel import Bordpaneel, Kaart
from lv_tools.verbeterbord.verslag.bericht import share_text
from lv_tools.verbeterbord.verslag.document import poster, remarks

#: Zoveel regels van elk staan er op het bord.
MEESTE_REGELS = 6


class Actiekaart(Kaart):
    """De velden van één actie."""

    def build(self) -> Iterable[Deel]:
        """Wat, wie, wanneer, bij welk doel en hoe het staat."""
        self.doel = self.select("doel", "verder_doel", leeg="geen_keuze")
        return (
            self.field("wat", "verder_wat"),
            Rij(self.field("wie", "verder_wie"), self.field("klaar", "verder_klaar")),
            self.doel,
            self.select("stand", "kolom_stand", self.inhoud.stand),
            self.weg,
        )

    def show(self) -> None:
        """Laat de doelen van nu kiezen."""
        self.velden.offer(self.doel, [(d.id, d.wat) for d in self.staat.doelen if d.wat.strip()])


class Gezienkaart(Kaart):
    """De velden van wat iemand zag."""

    def build(self) -> Iterable[Deel]:
        """Wat, wanneer, bij welk doel en waaruit dat blijkt."""
        self.doel = self.select("doel", "zien_doel", leeg="geen_keuze")
        return (
            self.field("wat", "zien_wat"),
            Rij(self.field("dag", "kolom_dag"), self.doel),
            self.select("door", "zien_door", self.inhoud.door),
            self.weg,
        )

    def show(self) -> None:
        """Laat de doelen van nu kiezen."""
        self.velden.offer(self.doel, [(d.id, d.wat) for d in self.staat.doelen if d.wat.strip()])


class Succeskaart(Kaart):
    """De velden van een succes."""

    def build(self) -> Iterable[Deel]:
        """Wat, en wanneer."""
        return self.field("wat", "succes_wat"), self.field("dag", "kolom_dag"), self.weg


class Reekspaneel(Bordpaneel):
    """Alle acties, of alles wat gezien of gevierd is, om te wijzigen."""

    reeks: tuple[str, type[Kaart], type[Actie] | type[Gezien] | type[Succes], str]

    def build(self) -> Iterable[Deel]:
        """Een kaart per stuk."""
        pad, kaart, maak, erbij = self.reeks
        return (self.add_series(pad, maak, kaart, self.inhoud.zeg(erbij)),)


class Bordblik(Bordpaneel):
    """Het bord: doelen, acties, wat leerlingen merkten, en successen."""

    def build(self) -> Iterable[Deel]:
        """Een groot vlak met vier vakken."""
        zeg = self.inhoud.zeg
        leeg = zeg("bord_leeg_merken")
        self.doelen = Kaartlijst(zeg("bord_doelen"), _nothing, leeg=zeg("zien_geen"))
        self.acties = Kaartlijst(zeg("bord_acties"), _nothing, leeg=zeg("terug_geen"))
        self.merken = Tekst(lijst=True)
        self.successen = Tekst(lijst=True)
        self.leeg = (Tekst(leeg), Tekst(leeg))
        self.groot = Groot(
            "",
            Rij(
                Sectie(zeg("bord_doelen"), self.doelen, niveau=4),
                Sectie(zeg("bord_acties"), self.acties, niveau=4),
                Sectie(zeg("bord_merken"), self.merken, self.leeg[0], niveau=4),
                Sectie(zeg("bord_successen"), self.successen, self.leeg[1], niveau=4),
            ),
            vorm="bord",
            passend=True,
            terug=zeg("scherm_uit"),
            naam="weergave/letters",
            bij_wijziging=lambda maat: self.werk.enter("weergave/letters", maat),
        )
        return (self.groot,)

    def show(self) -> None:
        """Toon het bord van nu."""
        zeg, beeld = self.inhoud.zeg, self.werk.uitslag
        bord = beeld.bord
        self.groot.maat = bord.weergave.letters
        self.groot.tekst = zeg("bord_titel", team=bord.team or zeg("een_team"))
        jaarbord = bord.jaarbord
        self.groot.boven = zeg("bord_boven", school=jaarbord.school, jaar=jaarbord.jaar).strip()
        doelen = []
        for doel in bord.at("nu"):
            thema = beeld.theme_of(doel)
            boven = zeg("bord_thema", thema=thema) if thema else ""
            merken = zeg("zien_merken", wat=doel.merken) if doel.merken.strip() else ""
            boven = " · ".join(deel for deel in (boven, self.days_of(doel)) if deel)
            wat = doel.wat.strip() or zeg("zonder")
            doelen.append(Lijstkaart(doel.id, wat, boven=boven, onder=merken))
        self.doelen.kaarten = tuple(doelen)
        self.acties.kaarten = tuple(
            Lijstkaart(
                actie.id,
                actie.wat or zeg("zonder"),
                onder=self._who(actie),
            )
            for actie in beeld.open_acties[:MEESTE_REGELS]
        )
        nu = {d.id for d in bord.at("nu")}
        gezien = [g for g in reversed(bord.gezien) if g.doel in nu and g.wat.strip()]
        gezien.sort(key=lambda g: g.dag or date.min, reverse=True)
        self.merken.alineas = tuple(
            f"{datum_kort(g.dag)}: {g.wat}" if g.dag else g.wat for g in gezien[:MEESTE_REGELS]
        )
        self.successen.alineas = tuple(
            s.wat for s in beeld.successen[:MEESTE_REGELS] if s.wat.strip()
        )
        for lijst, leeg in zip((self.merken, self.successen), self.leeg, strict=True):
            lijst.verborgen, leeg.verborgen = not lijst.alineas, bool(lijst.alineas)

    def _who(self, actie: Actie) -> str:
        zeg, klaar = self.inhoud.zeg, actie.klaar
        dag = zeg("actie_klaar", dag=write_with_weekday(klaar)) if klaar else ""
        return zeg(
            "actie_onder", wie=actie.wie or zeg("actie_wie_geen"), klaar=dag, doel=""
        ).rstrip(" ·")


class Bordstap(Bordpaneel):
    """Het bord, wat opvalt, papier en wijzigen."""

    def build(self) -> Iterable[Deel]:
        """Het bord, de opmerkingen, het papier en de reeksen."""
        zeg = self.inhoud.zeg
        self.opmerkingen = Documentdeel()
        return (
            self.add(Bordblik(self.werk, self.inhoud)),
            self.opmerkingen.deel,
            Sectie(
                zeg("papier"),
                Tekst(zeg("papier_uitleg")),
                Rij(
                    Afdruk(zeg("druk_a3"), self._poster, papier="A3 liggend"),
                    Afdruk(zeg("druk_a4"), self._poster, papier="A4 liggend"),
                ),
                Deelbericht(lambda: share_text(self.werk.uitslag, self.inhoud)),
                niveau=3,
            ),
            Sectie(
                zeg("wijzigen"),
                *(
                    self.fold(zeg(f"wijzig_{reeks[0]}"), _panel(self, reeks))
                    for reeks in (
                        ("acties", Actiekaart, Actie, "actie_erbij"),
                        ("gezien", Gezienkaart, Gezien, "gezien_erbij"),
                        ("successen", Succeskaart, Succes, "succes_erbij"),
                    )
                ),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Zeg wat opvalt."""
        self.opmerkingen.show(remarks(self.werk.uitslag, self.inhoud))

    def _poster(self) -> Document:
        return poster(self.werk.uitslag, self.inhoud)


def _panel(ouder: Bordpaneel, reeks: tuple[str, type[Kaart], type, str]) -> Reekspaneel:
    paneel = Reekspaneel(ouder.werk, ouder.inhoud)
    paneel.reeks = reeks
    return paneel


def _nothing(_kaart: str, _actie: str) -> None:
    """Op het bord zelf staan geen knoppen."""
