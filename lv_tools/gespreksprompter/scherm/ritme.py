"""Het ritme: de overleggen van een schooljaar, aan te passen en mee te nemen naar de agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lv_tools.basis.invoer.tijd import read_time
from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import MAANDEN, aantal, datum, datum_kort, opsomming
from lv_tools.basis.uitvoer.agenda import ICS_TYPE, to_ics
from lv_tools.gespreksprompter.figuur import draw_rhythm
from lv_tools.gespreksprompter.model.ritme import DAGEN, Overleg, Rooster, Tempo, default_pace
from lv_tools.gespreksprompter.model.ritme_controle import remarks
from lv_tools.gespreksprompter.model.werk import INSTRUMENT, Ritme
from lv_tools.gespreksprompter.model.perioden import read_periods, write_periods
from lv_tools.gespreksprompter.scherm.tijdveld import time_field
from lv_tools.gespreksprompter.scherm.werk import Getoond, Werkplek
from lv_tools.gespreksprompter.teksten import Tafel, inhoud
from lv_tools.gespreksprompter.verslag.agenda import publish_rhythm
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Figuur,
    Formulier,
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


class Ritmepaneel:
    """Kies tafels, tempo en vakanties; het rooster volgt meteen."""

    def __init__(self, plek: Werkplek) -> None:
        self.plek = plek
        self._periode, self._tempo_getoond = Getoond(), Getoond()
        #: Wat iemand bij een schooljaar typte en nog niet toepaste.
        self._getypt: dict[tuple[int, int], str] = {}
        bekend = inhoud()
        jaar = plek.werk.ritme.jaar
        self.jaar = Keuzelijst(
            "Schooljaar",
            [(str(j), f"{j}-{j + 1}") for j in range(jaar - 1, jaar + 4)],
            waarde=str(jaar),
            bij_wijziging=self._year,
        )
        self.tafels = Vinkjes("Tafels", (), bij_wijziging=self._tables)
        self.van = Invoerveld(Veld("ritme-van", "Eerste dag", "datum", verplicht=True))
        self.tot = Invoerveld(Veld("ritme-tot", "Laatste dag", "datum", verplicht=True))
        self.vakanties = Invoerveld(
            Veld(
                "ritme-vakanties",
                "Vakanties en andere weken zonder overleg",
                "tekstvak",
                hulp=bekend.text("ritme", "vakantie_hulp"),
            )
        )
        self.tafel = Keuzelijst("Tafel", (), bij_wijziging=self._fill)
        self.soort = Keuzerondjes(
            "Hoe vaak",
            [("weken", "Elke zoveel weken"), ("jaar", "In vaste maanden")],
            bij_wijziging=self._kind,
            naam="tempo-soort",
        )
        self.weken = Invoerveld(
            Veld("tempo-weken", "Aantal weken ertussen", "geheel", minimum=1, maximum=52)
        )
        self.maanden = Vinkjes(
            "Maanden",
            [(str(nr), MAANDEN[nr - 1]) for nr in (*range(8, 13), *range(1, 8))],
            naam="tempo-maanden",
        )
        self.dag = Keuzelijst(
            "Dag", [(str(nr), naam) for nr, naam in enumerate(DAGEN)], naam="tempo-dag"
        )
        self.tijd = time_field("tempo-tijd", "Begintijd")
        self.minuten = Invoerveld(
            Veld("tempo-minuten", "Minuten", "geheel", minimum=15, maximum=240, verplicht=True)
        )
        self.frequentie = Tekst()
        self.overleg = Keuzelijst("Overleg", ())
        self.nieuwe_dag = Invoerveld(Veld("overleg-dag", "Nieuwe dag", "datum", verplicht=True))
        self.melding = Mededeling(toon="letop")
        self.nakijken = Tekst(lijst=True)
        self.uitkomst = Kolom()
        self.deel = Kolom(
            Tekst(bekend.text("ritme", "uitleg")),
            self.jaar,
            self.tafels,
            Uitklap(
                "Periode en vakanties",
                Formulier(
                    Rij(self.van, self.tot),
                    self.vakanties,
                    bij_inzenden=self._period,
                    knop="Pas de periode toe",
                    gelukt="Het rooster is aangepast.",
                ),
            ),
            Uitklap(
                "Het tempo van een tafel aanpassen",
                self.tafel,
                self.frequentie,
                Formulier(
                    self.soort,
                    self.weken,
                    self.maanden,
                    Rij(self.dag, self.tijd, self.minuten),
                    bij_inzenden=self._pace,
                    knop="Pas dit tempo toe",
                    gelukt="Het rooster is aangepast.",
                ),
            ),
            Uitklap(
                "Een overleg verzetten of weglaten",
                self.overleg,
                Formulier(
                    self.nieuwe_dag,
                    bij_inzenden=self._move,
                    knop="Verzet dit overleg",
                    gelukt="Het overleg is verzet.",
                ),
                Rij(
                    Knop("Laat dit overleg weg", self._drop),
                    Knop("Zet alles terug volgens het ritme", self._reset),
                ),
            ),
            self.melding,
            self.nakijken,
            self.uitkomst,
            Download("Het hele ritme voor de agenda", self._calendar),
            Tekst(bekend.text("ritme", "agenda")),
        )
        plek.na.append(self.refresh)
        self.refresh()

    @property
    def ritme(self) -> Ritme:
        """De keuzes van nu."""
        return self.plek.werk.ritme

    def refresh(self) -> None:
        """Toon de keuzes en het rooster."""
        ritme = self.ritme
        self.jaar.waarde = str(ritme.jaar) if _has(self.jaar, str(ritme.jaar)) else None
        tafels = self._known_tables()
        self.tafels.opties = [
            (t.code, f"{t.naam}: {t.frequentie or 'eigen tempo'}") for t in tafels
        ]
        self.tafels.waarde = tuple(t.tafel.code for t in ritme.tempos)
        if self._periode.differs(self.plek.ronde, ritme.jaar, ritme.periode, ritme.vakanties):
            self.van.waarde = datum_kort(ritme.periode.van)
            self.tot.waarde = datum_kort(ritme.periode.tot)
            getypt = self._getypt.pop((self.plek.ronde, ritme.jaar), "")
            self.vakanties.waarde = getypt or write_periods(ritme.vakanties)
        self.tafel.opties = [(t.tafel.code, t.tafel.naam) for t in ritme.tempos]
        self._fill()
        self._show()

    def _show(self) -> None:
        rooster = self.ritme.plan()
        self.overleg.opties = [
            (_key(o), f"{datum(o.dag)}: {o.tafel.naam}") for o in rooster.overleggen
        ]
        blad = draw_rhythm(rooster, self.ritme.periode)
        leeg: tuple[Deel, ...] = (Tekst(inhoud().text("scherm", "ritme_leeg")),)
        self.uitkomst.inhoud = (Figuur(blad),) if blad else leeg
        self.melding.tekst = _remarks(rooster)
        self.nakijken.alineas = remarks(rooster, self.ritme.tempos)

    def _known_tables(self) -> list[Tafel]:
        tafels = [*(t.tafel for t in self.ritme.tempos), *(r.tafel for r in self.plek.werk.reeksen)]
        eigen = {tafel.code: tafel for tafel in tafels if tafel.eigen}
        return [*inhoud().tafels.values(), *eigen.values()]

    def _keep(self, ritme: Ritme) -> None:
        self.plek.werk = replace(self.plek.werk, ritme=ritme)
        self._show()

    def _year(self, keuze: str) -> None:
        """Ga naar een ander schooljaar; wat bij dit jaar staat, blijft daar wachten."""
        if self.vakanties.waarde != write_periods(self.ritme.vakanties):
            self._getypt[self.plek.ronde, self.ritme.jaar] = self.vakanties.waarde
        self.plek.werk = self.plek.werk.open_year(int(keuze))
        self.refresh()

    def _tables(self, gekozen: tuple[str, ...]) -> None:
        oud = {t.tafel.code: t for t in self.ritme.tempos}
        tempos = tuple(
            oud.get(t.code) or default_pace(t, weekdag=plek % 4)
            for plek, t in enumerate(self._known_tables())
            if t.code in gekozen
        )
        self._keep(replace(self.ritme, tempos=tempos))
        self.tafel.opties = [(t.tafel.code, t.tafel.naam) for t in tempos]
        self._fill()

    def _tempo(self) -> Tempo | None:
        return next((t for t in self.ritme.tempos if t.tafel.code == self.tafel.waarde), None)

    def _fill(self, _keuze: object = None) -> None:
        tempo = self._tempo()
        anders = self._tempo_getoond.differs(self.plek.ronde, tempo)
        if tempo is None:
            self.frequentie.alineas = ()
            return
        bron = f" (bron: {tempo.tafel.bron})" if tempo.tafel.frequentie else ""
        zin = tempo.tafel.frequentie or "kiest u zelf"
        self.frequentie.alineas = (f"Gewoonlijk: {zin}{bron}.",)
        if not anders:
            return
        self.soort.waarde = tempo.soort
        self.weken.waarde = str(tempo.weken)
        self.maanden.waarde = tuple(str(m) for m in tempo.maanden)
        self.dag.waarde = str(tempo.weekdag)
        self.tijd.waarde = f"{tempo.tijd.hour}.{tempo.tijd.minute:02d}"
        self.minuten.waarde = str(tempo.minuten)
        self._kind(tempo.soort)

    def _kind(self, soort: str | None) -> None:
        self.weken.verborgen = soort != "weken"
        self.maanden.verborgen = soort != "jaar"

    def _period(self, waarden: Mapping[str, Any]) -> tuple[Invoerfout, ...]:
        perioden = read_periods(waarden["ritme-vakanties"] or "", self.vakanties.label)
        if isinstance(perioden, Invoerfout):
            return (perioden,)
        van, tot = waarden["ritme-van"], waarden["ritme-tot"]
        if not van < tot or (tot - van).days > 400:
            uitweg = f"Kies een dag na {datum(van)}, binnen een jaar"
            return (Invoerfout(self.tot.label, datum(tot), "deze dag past niet", uitweg),)
        periode = replace(self.ritme.periode, van=van, tot=tot)
        self._getypt.pop((self.plek.ronde, self.ritme.jaar), None)
        self._keep(replace(self.ritme, periode=periode, vakanties=perioden))
        return ()

    def _pace(self, waarden: Mapping[str, Any]) -> tuple[Invoerfout, ...]:
        tempo = self._tempo()
        tijd = read_time(waarden["tempo-tijd"] or "", self.tijd.label)
        if isinstance(tijd, Invoerfout):
            return (tijd,)
        if tempo is None:
            return ()
        if waarden["tempo-soort"] == "weken" and not waarden["tempo-weken"]:
            uitweg = "Vul een aantal in, bijvoorbeeld 5"
            return (Invoerfout(self.weken.label, "", "er is nog niets ingevuld", uitweg),)
        nieuw = replace(
            tempo,
            soort=waarden["tempo-soort"] or tempo.soort,
            weken=int(waarden["tempo-weken"] or tempo.weken),
            maanden=tuple(int(m) for m in waarden["tempo-maanden"]),
            weekdag=int(waarden["tempo-dag"]),
            tijd=tijd or tempo.tijd,
            minuten=int(waarden["tempo-minuten"]),
        )
        tempos = tuple(nieuw if t.tafel.code == tempo.tafel.code else t for t in self.ritme.tempos)
        self._keep(replace(self.ritme, tempos=tempos))
        return ()

    def _move(self, waarden: Mapping[str, Any]) -> tuple[Invoerfout, ...]:
        dag: date = waarden["overleg-dag"]
        if dag not in self.ritme.periode:
            van, tot = datum(self.ritme.periode.van), datum(self.ritme.periode.tot)
            probleem = f"{datum(dag)} valt buiten de periode"
            uitweg = f"Kies een dag van {van} tot en met {tot}"
            return (Invoerfout(self.nieuwe_dag.label, datum(dag), probleem, uitweg),)
        self._set(dag)
        return ()

    def _drop(self) -> None:
        self._set(None)

    def _set(self, dag: date | None) -> None:
        if not self.overleg.waarde:
            return
        code, bedoeld = str(self.overleg.waarde).rsplit("|", 1)
        zelf = {**self.ritme.zelf, (code, date.fromisoformat(bedoeld)): dag}
        self._keep(replace(self.ritme, zelf=zelf))

    def _reset(self) -> None:
        self._keep(replace(self.ritme, zelf={}))

    def _calendar(self) -> Bestand:
        nu = now()
        punten, self.plek.werk = publish_rhythm(self.plek.marked(), nu)
        jaar = f"{self.ritme.jaar}-{self.ritme.jaar + 1}"
        bestand = export_name(INSTRUMENT, "ritme", jaar, nu.date(), "ics")
        return Bestand(bestand, to_ics(punten, f"Kwaliteit {jaar}", nu), ICS_TYPE)


def _key(overleg: Overleg) -> str:
    return f"{overleg.tafel.code}|{overleg.bedoeld.isoformat()}"


def _has(lijst: Keuzelijst, sleutel: str) -> bool:
    return any(sleutel == ander for ander, _opschrift in lijst.opties)


def _remarks(rooster: Rooster) -> str:
    tekst = inhoud().text
    zinnen = []
    verzet = sum(o.verzet for o in rooster.overleggen)
    if verzet:
        zinnen.append(
            tekst("ritme", "verzet", aantal=aantal(verzet, "overleg valt", "overleggen vallen"))
        )
    if rooster.uitgevallen:
        namen = opsomming([f"{t.naam} ({datum_kort(d)})" for t, d in rooster.uitgevallen])
        zinnen.append(tekst("ritme", "vervallen", overleggen=namen))
    return " ".join(zinnen)
