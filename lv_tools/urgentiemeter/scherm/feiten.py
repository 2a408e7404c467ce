"""Stap 1 op het scherm: per afdeling de resultaten van drie jaar naast de norm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import getal
from lv_tools.basis.vorm.pad import get_at, join
from lv_tools.bouwdoos.hulpmiddel import STAP
from lv_tools.bouwdoos.paneel import Panelenlijst
from lv_tools.bouwdoos.reeks import Weggehaald
from lv_tools.schermdelen import (
    Deel,
    Formulier,
    Invoerdeel,
    Knop,
    Kolom,
    Rij,
    Sectie,
    Tekst,
    Uitklap,
)
from lv_tools.urgentiemeter.model.feiten import Indicator, exact
from lv_tools.urgentiemeter.model.openen import EIGEN
from lv_tools.urgentiemeter.model.scan import (
    MEESTE_AFDELINGEN,
    MEESTE_INDICATOREN,
    Afdeling,
    add_indicator,
    name_of,
    with_all_series,
)
from lv_tools.urgentiemeter.scherm.indicator import Indicatorpaneel
from lv_tools.urgentiemeter.scherm.paneel import Meterpaneel, Meterwerk
from lv_tools.urgentiemeter.teksten import Instrument

#: De indicator die openstaat bij een nieuwe afdeling.
OPEN = "examencijfers"


class Afdelingpaneel(Meterpaneel):
    """De velden van één afdeling."""

    def __init__(
        self, werk: Meterwerk, inhoud: Instrument, kenmerk: str, ouder: Feitenpaneel
    ) -> None:
        super().__init__(werk, inhoud)
        self.kenmerk, self.pad, self.ouder = kenmerk, join("afdelingen", kenmerk), ouder

    @property
    def afdeling(self) -> Afdeling:
        """De afdeling van nu."""
        afdeling: Afdeling = get_at(self.werk.staat, self.pad)
        return afdeling

    def build(self) -> Iterable[Deel]:
        """Naam, soort, de indicatoren, en het formulier voor een eigen indicator."""
        zeg = self.inhoud.zeg
        self.soort = self.velden.choice(
            f"{self.pad}/soort",
            zeg("afdeling_soort"),
            self._kinds(),
            leeg=zeg("afdeling_soort_leeg"),
            hulp=zeg("afdeling_soort_hulp"),
        )
        self.naam = self.velden.text(f"{self.pad}/naam", zeg("afdeling_naam"))
        #: De eigen indicator die er net bij kwam; die staat meteen open.
        self._erbij = ""
        #: Bij elke indicator haar paneel.
        self.indicatoren: dict[str, Indicatorpaneel] = {}
        self.lijst = Kolom()
        self.weg = Knop(zeg("afdeling_weg"), lambda: self.ouder.remove(self.kenmerk))
        self.vak = Sectie(
            "",
            Rij(self.naam, self.soort),
            self.lijst,
            Uitklap(zeg("eigen_titel"), self._own_form()),
            self.weg,
            niveau=3,
        )
        return (self.vak,)

    def show(self) -> None:
        """Werk de uitkomsten bij."""
        afdeling, alle = self.afdeling, self.werk.staat.afdelingen
        nummer = next(nr for nr, a in enumerate(alle, start=1) if a is afdeling)
        titel = self.inhoud.zeg("afdeling", nummer=nummer)
        if self.vak.titel != titel:
            self.vak.titel = titel
        if self.weg.verborgen != (len(alle) == 1):
            self.weg.verborgen = len(alle) == 1
        self.soort.offer(self._kinds(), afdeling.soort)
        nu = [reeks.indicator for reeks in afdeling.reeksen]
        if [paneel.indicator for paneel in self.indicatoren.values()] != nu:
            self._rebuild(afdeling)
        naam = name_of(afdeling) or titel.lower()
        for reeks in afdeling.reeksen:
            self.indicatoren[reeks.id].tell(reeks, naam)

    def _kinds(self) -> list[tuple[str, str]]:
        """De soorten om uit te kiezen, met een die niet meer in de lijst staat."""
        soorten, soort = [(s.naam, s.naam) for s in self.inhoud.afdelingssoort], self.afdeling.soort
        if soort and soort not in dict(soorten):
            soorten.append((soort, self.inhoud.zeg("afdeling_soort_weg", soort=soort)))
        return soorten

    def _rebuild(self, afdeling: Afdeling) -> None:
        """Zet de vakken klaar; wat er al was, blijft zoals het openstond."""
        nieuw = {}
        for reeks in afdeling.reeksen:
            paneel = self.indicatoren.get(reeks.id)
            if paneel is None or paneel.indicator != reeks.indicator:
                paneel = Indicatorpaneel(self.werk, self.inhoud, self.kenmerk, reeks)
                open_ = reeks.id in (OPEN, self._erbij)
                paneel.vak = self.fold(reeks.indicator.naam, paneel, open=open_)
            nieuw[reeks.id] = paneel
        for kenmerk, oud in self.indicatoren.items():
            if nieuw.get(kenmerk) is not oud:
                self.drop(oud)
        self.indicatoren = nieuw
        self.lijst.inhoud = tuple(paneel.vak for paneel in nieuw.values())

    def _own_form(self) -> Deel:
        zeg, naam = self.inhoud.zeg, f"eigen/{self.kenmerk}"
        (self.eigen_naam,) = self.velden.form(
            naam, [Veld("naam", zeg("eigen_naam"), verplicht=True, lengte=60)]
        )
        keuzes = [("hoger", zeg("eigen_hoger")), ("lager", zeg("eigen_lager"))]
        richting = self.velden.form_radios(naam, "richting", zeg("eigen_richting"), keuzes, "hoger")
        laagste, self.eigen_hoogste = self.velden.form(
            naam,
            [
                Veld("laagste", zeg("eigen_laagste"), "getal"),
                Veld("hoogste", zeg("eigen_hoogste"), "getal"),
            ],
        )
        return Formulier(
            self.eigen_naam,
            richting,
            laagste,
            self.eigen_hoogste,
            bij_inzenden=self._add_own,
            knop=zeg("eigen_knop"),
            gelukt=zeg("eigen_gelukt"),
        )

    def _add_own(self, ingezonden: dict[str, Any]) -> dict[Invoerdeel, Invoerfout]:
        formulier = f"eigen/{self.kenmerk}"
        waarden = self.velden.values(formulier, ingezonden)
        laagste, hoogste = (waarden.get(grens) for grens in ("laagste", "hoogste"))
        if laagste is not None and hoogste is not None and laagste >= hoogste:
            fout = Invoerfout(
                self.eigen_hoogste.label,
                str(hoogste),
                f"{getal(hoogste)} is niet hoger dan het laagste getal ({getal(laagste)})",
                "Verwissel de twee of laat er een leeg",
            )
            return {self.eigen_hoogste: fout}
        naam = str(waarden["naam"])
        if len(self.afdeling.reeksen) >= MEESTE_INDICATOREN:
            vol, uitweg = (
                "er passen er geen meer bij",
                "Gebruik een tweede afdeling voor meer indicatoren",
            )
            return {self.eigen_naam: Invoerfout(self.eigen_naam.label, naam, vol, uitweg)}
        indicator = Indicator(
            f"{EIGEN}-{new_id()[:16]}",
            naam,
            laagste=None if laagste is None else exact(laagste),
            hoogste=None if hoogste is None else exact(hoogste),
            hoger_beter=waarden.get("richting") != "lager",
        )
        self._erbij = indicator.code
        self.velden.clear_form(formulier)
        self.werk.change(lambda scan: add_indicator(scan, self.kenmerk, indicator))
        return {}


class Feitenpaneel(Meterpaneel):
    """Alle afdelingen, en de knop voor nog een."""

    def build(self) -> Iterable[Deel]:
        """De knop om over te slaan, de afdelingen, en hoe er gerekend wordt."""
        zeg, feiten = self.inhoud.zeg, self.inhoud.feiten
        self.afdelingen = Panelenlijst[Afdeling](
            self,
            lambda afdeling: afdeling.id,
            lambda afdeling: Afdelingpaneel(self.werk, self.inhoud, afdeling.id, self),
        )
        self.terug = Knop("", self._put_back, verborgen=True)
        return (
            Knop(zeg("sla_over"), lambda: self.werk.go(STAP, self.inhoud.stap[1].code)),
            self.afdelingen.deel,
            Rij(Knop(zeg("afdeling_erbij"), self._another), self.terug),
            Uitklap(
                zeg("rekenen"),
                Tekst(*(f"{s.titel}: {s.uitleg}" for s in self.inhoud.signaal), lijst=True),
                Tekst(f"{feiten.herkomst} ({feiten.herkomst_bron})", feiten.afronding),
            ),
        )

    def show(self) -> None:
        """Laat zien welke afdelingen er zijn."""
        self.afdelingen.show(self.werk.staat.afdelingen)
        if self.terug.verborgen != (self.weg is None):
            self.terug.verborgen = self.weg is None
        if self.weg is None and self.terug.tekst:
            self.terug.tekst = ""

    @property
    def weg(self) -> Weggehaald | None:
        """De afdeling die het laatst is weggehaald."""
        return self.werk.weg.get("afdelingen")

    @weg.setter
    def weg(self, afdeling: Weggehaald | None) -> None:
        self.werk.weg["afdelingen"] = afdeling

    def panel(self, kenmerk: str) -> Afdelingpaneel:
        """Het paneel van een afdeling."""
        paneel: Afdelingpaneel = self.afdelingen.panelen[kenmerk]
        return paneel

    def remove(self, kenmerk: str) -> None:
        """Haal een afdeling weg en ga naar wat ernaast staat; zij is terug te zetten."""
        alle = self.werk.staat.afdelingen
        plek = next(nr for nr, afdeling in enumerate(alle) if afdeling.id == kenmerk)
        naam = name_of(alle[plek]) or self.inhoud.zeg("afdeling", nummer=plek + 1)
        concept: dict[str, Any] = {}
        for pad in (join("afdelingen", kenmerk), f"+eigen/{kenmerk}"):
            concept |= self.werk.drafts(pad)
            self.werk.clear_drafts(pad)
        self.weg = Weggehaald(plek, alle[plek], concept)
        self.terug.tekst = self.inhoud.zeg("afdeling_terug", naam=naam)
        self.werk.change(
            lambda scan: replace(
                scan, afdelingen=tuple(a for a in scan.afdelingen if a.id != kenmerk)
            )
        )
        self.refresh()
        over = self.werk.staat.afdelingen
        self.panel(over[min(plek, len(over) - 1)].id).vak.focus()

    def _put_back(self) -> None:
        if self.weg is None:
            return
        (weg, self.weg) = (self.weg, None)
        plek, afdeling = weg.plek, weg.element
        self.werk.change(
            lambda scan: replace(
                scan, afdelingen=(*scan.afdelingen[:plek], afdeling, *scan.afdelingen[plek:])
            )
        )
        for pad, wat in weg.concept.items():
            self.werk.draft(pad, wat)
        self.refresh()
        self.panel(afdeling.id).vak.focus()

    def _another(self) -> None:
        """Voeg een lege afdeling toe en begin bij haar naam."""
        if len(self.werk.staat.afdelingen) >= MEESTE_AFDELINGEN:
            return
        nieuw = with_all_series(Afdeling(id=new_id()), self.inhoud)
        self.werk.change(lambda scan: replace(scan, afdelingen=(*scan.afdelingen, nieuw)))
        self.refresh()
        self.panel(nieuw.id).naam.focus()
