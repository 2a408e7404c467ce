"""De stap met de voortgang: kleuren met hun reden, berichten, en het blad van de midterm review."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import Alinea
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie, Uitklap
from lv_tools.schermdelen.tekst import Tekst
from lv_tools.verbeterplan.model.advies import kind_of
from lv_tools.verbeterplan.model.plan import Activiteit, Knoop, Maat, Waarneming
from lv_tools.verbeterplan.model.voortgang import measure_of
from lv_tools.verbeterplan.scherm.paneel import Kaart, Planpaneel
from lv_tools.verbeterplan.verslag.voortgang import color_rule, count_colors, reason


class Berichtkaart(Kaart):
    """Wat er op een dag gezien of geteld is."""

    def build(self) -> Iterable[Deel]:
        """De velden van een waarneming; alleen een activiteit heeft een stand."""
        stand = self.select("stand", "bericht_stand", self.inhoud.stand, "bericht_stand_leeg")
        return (
            self.field("dag", "bericht_dag"),
            *([stand] if "/activiteiten/" in self.pad else []),
            Rij(
                self.field("waarde/getal", "bericht_getal"), self.field("waarde/van", "bericht_van")
            ),
            self.field("gezien", "bericht_gezien"),
            self.field("bron", "bericht_bron"),
            self.select("zeker", "bericht_zeker", self.inhoud.zeker, "keuze_leeg"),
            self.weg,
        )


class Voortgangkaart(Kaart):
    """De kleur van een onderdeel met haar reden, en de berichten."""

    def build(self) -> Iterable[Deel]:
        """De reden, en een reeks berichten."""
        self.reden = Documentdeel(niveau=5)
        zeg = self.inhoud.zeg

        def titel(bericht: Waarneming) -> str:
            dag = datum(bericht.dag) if bericht.dag else zeg("zonder_dag")
            return zeg("bericht_kop", dag=dag)

        pad = f"{self.pad}/waarnemingen"
        berichten = self.add_series(pad, Waarneming, Berichtkaart, zeg("bericht_erbij"), naam=titel)
        return self.reden.deel, berichten

    def show(self) -> None:
        """Zeg waarom dit onderdeel zijn kleur heeft."""
        knoop = get_at(self.werk.staat, self.pad)
        oordeel = self.werk.uitslag.oordelen[knoop.id]
        zin = self.inhoud.zeg(
            "voortgang_kop",
            kleur=self.inhoud.kleur[oordeel.kleur],
            reden=reason(oordeel, self._measure(knoop), self.inhoud),
        )
        self.reden.show((Alinea(zin, nadruk=True),))

    def _measure(self, knoop: Knoop) -> Maat:
        doel = self.pad.split("/tussendoelen/")[0]
        return measure_of(knoop, get_at(self.werk.staat, doel) if doel != self.pad else None)


class Voortgangpaneel(Planpaneel):
    """Per doel en activiteit de kleur, met berichten erbij."""

    def build(self) -> Iterable[Deel]:
        """De stand, de onderdelen, de regel en de midterm review."""
        zeg = self.inhoud.zeg
        self.stand = Documentdeel()
        self.regel = Documentdeel(niveau=3)
        self.doelen = Lijst[tuple[str, Knoop]](lambda paar: paar[0], self._row)
        self.activiteiten = Lijst[tuple[str, Knoop]](lambda paar: paar[0], self._row)
        self.geen = Tekst(zeg("leeg_plan"), verborgen=True)
        return (
            self.velden.text("peildag", zeg("peildag"), hulp=zeg("peildag_hulp")),
            self.stand.deel,
            self.geen,
            Sectie(zeg("doelen_kop"), self.doelen.deel, niveau=3),
            Sectie(zeg("activiteiten_kop"), self.activiteiten.deel, niveau=3),
            self.fold(zeg("midterm"), Midtermpaneel(self.werk, self.inhoud)),
            self.regel.deel,
        )

    def show(self) -> None:
        """Laat de kleuren van nu zien."""
        uitslag, inhoud = self.werk.uitslag, self.inhoud
        kern, zeg = uitslag.kern, inhoud.zeg
        doelen: list[tuple[str, Knoop]] = [("kern/ambitie", kern.ambitie)]
        for doel in kern.doelen:
            pad = f"kern/doelen/{doel.id}"
            doelen.append((pad, doel))
            doelen += [(f"{pad}/tussendoelen/{t.id}", t) for t in doel.tussendoelen]
        activiteiten = [(f"kern/activiteiten/{a.id}", a) for a in kern.activiteiten]
        self.geen.verborgen = bool(kern.doelen or kern.activiteiten)
        self.stand.show(
            (
                Alinea(zeg("stand_kop", dag=datum(uitslag.peildag)), nadruk=True),
                Alinea(zeg("stand_doelen", telling=count_colors(uitslag, "doel", inhoud))),
                Alinea(
                    zeg("stand_activiteiten", telling=count_colors(uitslag, "activiteit", inhoud))
                ),
            )
        )
        self.doelen.show(doelen)
        self.activiteiten.show(activiteiten)
        for lijst, paren in ((self.doelen, doelen), (self.activiteiten, activiteiten)):
            for pad, knoop in paren:
                lijst.part(pad, Uitklap).titel = self._title(knoop)
        self.regel.show(color_rule(uitslag, inhoud))

    def _row(self, paar: tuple[str, Knoop]) -> Deel:
        return self.fold("", Voortgangkaart(self.werk, self.inhoud, paar[0]))

    def _title(self, knoop: Knoop) -> str:
        kleur = self.inhoud.kleur[self.werk.uitslag.oordelen[knoop.id].kleur]
        wat = " ".join(knoop.wat.split()) or self.inhoud.zeg("zonder")
        return f"{kleur} – {self.inhoud.soort[kind_of(knoop)]}: {shorten(wat)}"


class Midtermpaneel(Planpaneel):
    """Het blad van de midterm review: vragen, en per activiteit een besluit."""

    def build(self) -> Iterable[Deel]:
        """De dag, de vragen en de besluiten."""
        zeg, text = self.inhoud.zeg, self.velden.text
        self.besluiten = Lijst[Activiteit](lambda a: a.id, self._decision)
        return (
            Tekst(zeg("midterm_uitleg")),
            Rij(
                text("kern/midterm/dag", zeg("midterm_dag")),
                text("kern/midterm/met", zeg("midterm_met"), hulp=zeg("door_hulp")),
            ),
            text("kern/midterm/vraag", zeg("midterm_vraag")),
            *(
                text(f"kern/midterm/antwoorden/{vraag.code}", vraag.tekst)
                for vraag in self.inhoud.bladvraag
            ),
            Sectie(zeg("midterm_besluiten"), self.besluiten.deel, niveau=4),
        )

    def show(self) -> None:
        """Laat per activiteit een besluit zien."""
        self.besluiten.show(self.werk.staat.kern.activiteiten)

    def _decision(self, activiteit: Activiteit) -> Deel:
        zeg, pad = self.inhoud.zeg, f"kern/activiteiten/{activiteit.id}"
        wat = zeg("midterm_besluit", wat=activiteit.wat or zeg("zonder"))
        leeg = zeg("keuze_leeg")
        return Kolom(
            self.velden.choice(f"{pad}/besluit", wat, self.inhoud.besluit, leeg=leeg),
            self.velden.text(f"{pad}/reden", zeg("midterm_reden")),
        )
