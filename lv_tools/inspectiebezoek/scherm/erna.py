"""Na het bezoek: gezegd naast genoteerd, directe acties, toezeggingen en het conceptrapport."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.gegevens.datapakket import standaarden
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import Alinea
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.inspectiebezoek.model.bezoek import Actie, Bevinding, Bezoek
from lv_tools.inspectiebezoek.model.nakijken import open_promises
from lv_tools.inspectiebezoek.model.uitwisselen import note_line
from lv_tools.inspectiebezoek.scherm.deel import Bezoekdeel, Kaart
from lv_tools.inspectiebezoek.verslag.bladen import said_and_noted
from lv_tools.schermdelen import kaartlijst
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie
from lv_tools.schermdelen.tekst import Tekst


class Actiekaart(Kaart):
    """Een directe actie."""

    def build(self) -> Iterable[Deel]:
        """Wat, wie en wanneer klaar."""
        return (
            self.field("wat", "actie"),
            Rij(self.field("wie", "actie_wie"), self.field("klaar", "actie_klaar")),
            self.weg,
        )


class Bevindingkaart(Kaart):
    """Wat de Inspectie zei of schreef."""

    def build(self) -> Iterable[Deel]:
        """De bevinding, onze aantekeningen erbij, de reactie en de acties."""
        zeg, velden, pad = self.inhoud.zeg, self.velden, self.pad
        self.notities = velden.checks(f"{pad}/notities", zeg("bevinding_notities"), ())
        self.reactie = self.field("reactie", "reactie", "reactie_hulp")
        acties = self.add_series(f"{pad}/acties", Actie, Actiekaart, zeg("actie_erbij"))
        self.acties = Kolom(acties)
        codes = {s.code: f"{s.code} {s.naam}" for s in standaarden()}
        return (
            self.field("wat", "bevinding"),
            self.field("plaats", "bevinding_plaats", "bevinding_plaats_hulp"),
            self.notities,
            self.select("klopt", "klopt", self.inhoud.klopt, "kies"),
            self.reactie,
            velden.checks(f"{pad}/standaarden", zeg("bevinding_standaarden"), codes),
            velden.check(f"{pad}/beter", zeg("bevinding_beter")),
            self.acties,
            self.weg,
        )

    def show(self) -> None:
        """Bied de aantekeningen van nu aan."""
        bezoek = self.werk.staat
        regels = [(n.id, shorten(note_line(n))) for n in bezoek.notities if note_line(n)]
        self.velden.offer(self.notities, regels)
        self.notities.verborgen = not regels
        b = get_at(bezoek, self.pad)
        self.reactie.verborgen = b.klopt != "anders" and not b.reactie
        self.acties.verborgen = not b.beter and not b.acties


class Ernapaneel(Bezoekdeel):
    """De dag erna, en verder."""

    def build(self) -> Iterable[Deel]:
        """Bevindingen, gezegd naast genoteerd, toezeggingen en het conceptrapport."""
        zeg, text = self.inhoud.zeg, self.velden.text
        self.opvalt, self.naast = Documentdeel(), Documentdeel(niveau=4)
        bevindingen = self.add_series(
            "bevindingen", Bevinding, Bevindingkaart, zeg("bevinding_erbij")
        )
        self.toegezegd = kaartlijst.Kaartlijst(
            zeg("toezeggingen"), self._done, leeg=zeg("geen_toezeggingen")
        )
        return (
            self.opvalt.deel,
            Sectie(zeg("bevindingen"), Tekst(zeg("bevindingen_uitleg")), bevindingen, niveau=3),
            Sectie(zeg("gezegd_kop"), self.naast.deel, niveau=3),
            Sectie(zeg("toezeggingen"), self.toegezegd, niveau=3),
            Sectie(
                zeg("concept"),
                Tekst(zeg("concept_uitleg")),
                Rij(
                    text("rapport/ontvangen", zeg("concept_kwam"), terug=True),
                    text("rapport/reageren", zeg("concept_tot"), hulp=zeg("concept_tot_hulp")),
                ),
                text("rapport/verstuurd", zeg("concept_weg"), terug=True),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Leg naast elkaar wat er nu is."""
        bezoek, zeg = self.werk.staat, self.inhoud.zeg
        self.opvalt.show(self.remarks("erna"))
        tabel = tuple(said_and_noted(bezoek, self.inhoud)) or (Alinea(zeg("gezegd_leeg")),)
        self.naast.show(tabel)
        klaar = (kaartlijst.Actie("klaar", zeg("gedaan")),)
        self.toegezegd.kaarten = tuple(
            kaartlijst.Kaart(
                n.id,
                n.toezegging,
                klaar,
                boven=datum(n.voor) if n.voor else zeg("zonder_dag"),
                onder=n.wie,
            )
            for n in open_promises(bezoek)
        )

    def _done(self, kaart: str, _actie: str) -> None:
        def doe(b: Bezoek) -> Bezoek:
            notities = tuple(replace(n, gedaan=True) if n.id == kaart else n for n in b.notities)
            return replace(b, notities=notities)

        self.werk.change(doe)
        self.toegezegd.focus()
