"""Het ritme: de overleggen van een schooljaar, aan te passen en mee te nemen naar de agenda."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import MAANDEN, aantal, datum, datum_kort, opsomming
from lv_tools.basis.uitvoer.agenda import ICS_TYPE, to_ics
from lv_tools.basis.uitvoer.document import Alinea, Figuurblok
from lv_tools.basis.vorm.pad import join
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.gespreksprompter.figuur import draw_rhythm
from lv_tools.gespreksprompter.model.perioden import read_periods, write_periods
from lv_tools.gespreksprompter.model.ritme import DAGEN, Overleg, Rooster, Tempo, default_pace
from lv_tools.gespreksprompter.model.ritme_controle import remarks
from lv_tools.gespreksprompter.model.werk import Overzicht, Ritme, school_year_of
from lv_tools.gespreksprompter.scherm.paneel import NAAM, Gesprekspaneel
from lv_tools.gespreksprompter.teksten import Tafel
from lv_tools.gespreksprompter.verslag.agenda import publish_rhythm
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Invoerveld,
    Keuzelijst,
    Keuzerondjes,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Tekst,
    Uitklap,
    Vinkjes,
)

#: Onder deze naam onthoudt het werk van welke tafel het tempo te zien is.
TEMPO = "tempo"
Fouten = tuple[Invoerfout, ...]


class Ritmepaneel(Gesprekspaneel):
    """Kies tafels, tempo en vakanties; het rooster volgt meteen."""

    def build(self) -> Iterable[Deel]:
        """De keuzes, en eronder wat er van het schooljaar wordt."""
        zeg = self.inhoud.zeg
        self._getekend: Overzicht | None = None
        self.jaar = Keuzelijst(zeg("schooljaar"), (), bij_wijziging=self._year)
        self.tafels = Vinkjes(zeg("tafels"), (), bij_wijziging=self._tables)
        self.periode = Lijst[Ritme](
            lambda r: repr((r.jaar, r.periode, r.vakanties)), self._period_fields
        )
        self.tafel = Keuzelijst(
            zeg("tafel"), (), bij_wijziging=lambda code: self.werk.go(TEMPO, str(code or ""))
        )
        self.tempo = Lijst[Tempo](lambda t: repr((t.tafel.code, t)), self._pace_fields)
        self.frequentie = Tekst()
        self.overleg = Keuzelijst(zeg("overleg"), ())
        (self.nieuwe_dag,) = self.velden.form(
            "verzet", [Veld("dag", zeg("nieuwe_dag"), "datum", verplicht=True)]
        )
        self.melding, self.nakijken = Mededeling(toon="letop"), Tekst(lijst=True)
        self.uitkomst = Documentdeel()
        return (
            Tekst(self.inhoud.text("ritme", "uitleg")),
            self.jaar,
            self.tafels,
            Uitklap(zeg("periode_titel"), self.form("periode", self._period, self.periode.deel)),
            Uitklap(
                zeg("tempo_titel"),
                self.tafel,
                self.frequentie,
                self.form("tempo", self._pace, self.tempo.deel),
            ),
            Uitklap(
                zeg("verzet_titel"),
                self.overleg,
                self.form("verzet", self._move, self.nieuwe_dag),
                Rij(
                    Knop(zeg("overleg_weg"), lambda: self._set(None)),
                    Knop(zeg("ritme_terug"), self._reset),
                ),
            ),
            self.melding,
            self.nakijken,
            self.uitkomst.deel,
            Download(zeg("ritme_agenda"), self._calendar),
            Tekst(self.inhoud.text("ritme", "agenda")),
        )

    @property
    def ritme(self) -> Ritme:
        """De keuzes van nu."""
        return self.staat.ritme

    def show(self) -> None:
        """Toon de keuzes en het rooster."""
        ritme, nu = self.ritme, school_year_of(self.vandaag)
        jaren = sorted({*range(nu - 1, nu + 4), ritme.jaar})
        self.jaar.opties = [(str(j), f"{j}-{j + 1}") for j in jaren]
        self.jaar.waarde = str(ritme.jaar)
        eigen = self.inhoud.zeg("eigen_tempo")
        tafels = self._known_tables()
        self.tafels.opties = [(t.code, f"{t.naam}: {t.frequentie or eigen}") for t in tafels]
        self.tafels.waarde = tuple(t.tafel.code for t in ritme.tempos)
        self.periode.show([ritme])
        self.tafel.opties = [(t.tafel.code, t.tafel.naam) for t in ritme.tempos]
        self.tafel.waarde = self.tafel.fit(self.werk.plek.get(TEMPO))
        tempo = ritme.pace(str(self.tafel.waarde))
        self.tempo.show([tempo] if tempo else [])
        self.frequentie.alineas = (self._usually(tempo.tafel),) if tempo else ()
        if self._getekend is not self.werk.uitslag:
            self._getekend = self.werk.uitslag
            self._draw(self.werk.uitslag.rooster)

    def _draw(self, rooster: Rooster) -> None:
        self.overleg.opties = [
            (_key(o), f"{datum(o.dag)}: {o.tafel.naam}") for o in rooster.overleggen
        ]
        blad = draw_rhythm(rooster, self.ritme.periode)
        self.uitkomst.show((Figuurblok(blad) if blad else Alinea(self.inhoud.zeg("ritme_leeg")),))
        self.melding.tekst = self._remarks(rooster)
        self.nakijken.alineas = remarks(rooster, self.ritme.tempos)

    def _usually(self, tafel: Tafel) -> str:
        zeg, zelf = self.inhoud.zeg, self.inhoud.zeg("kiest_u_zelf")
        zin = zeg("gewoonlijk", zin=tafel.frequentie or zelf)
        return f"{zin} (bron: {tafel.bron})." if tafel.frequentie else f"{zin}."

    def _period_fields(self, ritme: Ritme) -> Deel:
        zeg, naam = self.inhoud.zeg, f"periode/{ritme.jaar}"

        def field(veld: Veld, waarde: str) -> Deel:
            return self.velden.form(naam, [veld], waarde=waarde)[0]

        dag = {"soort": "datum", "verplicht": True}
        vakanties = Veld(
            "vakanties",
            zeg("vakanties"),
            "tekstvak",
            hulp=self.inhoud.text("ritme", "vakantie_hulp"),
        )
        return Kolom(
            Rij(
                field(Veld("van", zeg("eerste_dag"), **dag), datum_kort(ritme.periode.van)),  # type: ignore[arg-type]  # vaste waarden
                field(Veld("tot", zeg("laatste_dag"), **dag), datum_kort(ritme.periode.tot)),  # type: ignore[arg-type]  # vaste waarden
            ),
            field(vakanties, write_periods(ritme.vakanties)),
        )

    def _pace_fields(self, tempo: Tempo) -> Deel:
        zeg, hold, code = self.inhoud.zeg, self.velden.hold, tempo.tafel.code

        def pad(naam: str) -> str:
            return join("+tempo", code, naam)

        def field(naam: str, label: str, waarde: str, **rest: Any) -> Invoerveld:
            return hold(Invoerveld(Veld(pad(naam), label, **rest), waarde=waarde))

        def kind(soort: str | None) -> None:
            weken.verborgen, maanden.verborgen = soort != "weken", soort != "jaar"

        weken = field(
            "weken", zeg("weken"), str(tempo.weken), soort="geheel", minimum=1, maximum=52
        )
        maanden = hold(
            Vinkjes(
                zeg("maanden"),
                [(str(nr), MAANDEN[nr - 1]) for nr in (*range(8, 13), *range(1, 8))],
                waarde=[str(maand) for maand in tempo.maanden],
                naam=pad("maanden"),
            )
        )
        keuzes = [("weken", zeg("elke_weken")), ("jaar", zeg("vaste_maanden"))]
        soort = hold(
            Keuzerondjes(zeg("hoe_vaak"), keuzes, waarde=tempo.soort, naam=pad("soort")),
            bij_wijziging=kind,
        )
        kind(soort.waarde)
        dag = Keuzelijst(
            zeg("dag"),
            [(str(nr), naam) for nr, naam in enumerate(DAGEN)],
            waarde=str(tempo.weekdag),
            naam=pad("dag"),
        )
        tijd = f"{tempo.tijd.hour}.{tempo.tijd.minute:02d}"
        minuten = {"soort": "geheel", "minimum": 15, "maximum": 240, "verplicht": True}
        return Kolom(
            soort,
            weken,
            maanden,
            Rij(
                hold(dag),
                field("tijd", zeg("begintijd"), tijd, soort="tijd", hulp=zeg("tijd_hulp")),
                field("minuten", zeg("minuten"), str(tempo.minuten), **minuten),
            ),
        )

    def _known_tables(self) -> list[Tafel]:
        tafels = [*(t.tafel for t in self.ritme.tempos), *(r.tafel for r in self.staat.reeksen)]
        eigen = {tafel.code: tafel for tafel in tafels if tafel.eigen}
        return [*self.inhoud.tafel, *eigen.values()]

    def _keep(self, functie: Callable[[Ritme], Ritme]) -> None:
        self.change(lambda werk: replace(werk, ritme=functie(werk.ritme)))

    def _year(self, keuze: str) -> None:
        """Ga naar een ander schooljaar; wat bij dit jaar half getypt is, blijft daar wachten."""
        self.change(lambda werk: werk.open_year(int(keuze)))

    def _tables(self, gekozen: tuple[str, ...]) -> None:
        bekend = [(p, t) for p, t in enumerate(self._known_tables()) if t.code in gekozen]

        def doe(ritme: Ritme) -> Ritme:
            tempos = (ritme.pace(t.code) or default_pace(t, weekdag=p % 4) for p, t in bekend)
            return replace(ritme, tempos=tuple(tempos))

        self._keep(doe)

    def _period(self, ingezonden: Mapping[str, Any]) -> Fouten:
        zeg, naam = self.inhoud.zeg, f"periode/{self.ritme.jaar}"
        waarden = self.velden.values(naam, ingezonden)
        perioden = read_periods(waarden["vakanties"] or "", zeg("vakanties"))
        if isinstance(perioden, Invoerfout):
            return (perioden,)
        van, tot = waarden["van"], waarden["tot"]
        if not van < tot or (tot - van).days > 400:
            uitweg = zeg("laatste_dag_uitweg", van=datum(van))
            return (Invoerfout(zeg("laatste_dag"), datum(tot), zeg("dag_past_niet"), uitweg),)
        periode = replace(self.ritme.periode, van=van, tot=tot)
        self.velden.clear_form(naam)
        self._keep(lambda ritme: replace(ritme, periode=periode, vakanties=perioden))
        return ()

    def _pace(self, ingezonden: Mapping[str, Any]) -> Fouten:
        code, zeg = str(self.tafel.waarde), self.inhoud.zeg
        tempo, naam = self.ritme.pace(code), join("tempo", code)
        if tempo is None:
            return ()
        waarden = self.velden.values(naam, ingezonden)
        if waarden["soort"] == "weken" and not waarden["weken"]:
            uitweg = zeg("weken_uitweg")
            return (Invoerfout(zeg("weken"), "", zeg("niets_ingevuld"), uitweg),)
        nieuw = replace(
            tempo,
            soort=waarden["soort"] or tempo.soort,
            weken=int(waarden["weken"] or tempo.weken),
            maanden=tuple(int(maand) for maand in waarden["maanden"]),
            weekdag=int(waarden["dag"]),
            tijd=waarden["tijd"] or tempo.tijd,
            minuten=int(waarden["minuten"]),
        )
        self.velden.clear_form(naam)
        self._keep(lambda ritme: ritme.put(nieuw))
        return ()

    def _move(self, ingezonden: Mapping[str, Any]) -> Fouten:
        dag: date = self.velden.values("verzet", ingezonden)["dag"]
        if dag not in self.ritme.periode:
            van, tot = datum(self.ritme.periode.van), datum(self.ritme.periode.tot)
            probleem = self.inhoud.zeg("buiten_periode", dag=datum(dag))
            uitweg = self.inhoud.zeg("buiten_periode_uitweg", van=van, tot=tot)
            return (Invoerfout(self.nieuwe_dag.label, datum(dag), probleem, uitweg),)
        self._set(dag)
        return ()

    def _set(self, dag: date | None) -> None:
        if self.overleg.waarde:
            code, bedoeld = str(self.overleg.waarde).rsplit("|", 1)
            self._keep(lambda ritme: ritme.place(code, date.fromisoformat(bedoeld), dag))

    def _reset(self) -> None:
        self._keep(lambda ritme: replace(ritme, zelf=()))

    def _calendar(self) -> Bestand:
        nu = now()
        self.change(lambda werk: werk)  # zonder kenmerk is er niets uit te geven
        punten, _ = publish_rhythm(self.staat, nu)
        self.change(lambda werk: publish_rhythm(werk, nu)[1])
        jaar = f"{self.ritme.jaar}-{self.ritme.jaar + 1}"
        inhoud = to_ics(punten, f"Kwaliteit {jaar}", nu)
        return Bestand(export_name(NAAM, "ritme", jaar, nu.date(), "ics"), inhoud, ICS_TYPE)

    def _remarks(self, rooster: Rooster) -> str:
        tekst, zinnen = self.inhoud.text, []
        if verzet := sum(o.verzet for o in rooster.overleggen):
            telling = aantal(verzet, "overleg valt", "overleggen vallen")
            zinnen.append(tekst("ritme", "verzet", aantal=telling))
        if rooster.uitgevallen:
            namen = opsomming([f"{t.naam} ({datum_kort(d)})" for t, d in rooster.uitgevallen])
            zinnen.append(tekst("ritme", "vervallen", overleggen=namen))
        return " ".join(zinnen)


def _key(overleg: Overleg) -> str:
    return f"{overleg.tafel.code}|{overleg.bedoeld.isoformat()}"
