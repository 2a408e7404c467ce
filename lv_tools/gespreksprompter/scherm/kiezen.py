"""Kiezen: met wie, waarover en hoelang."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.gespreksprompter.model.gids import Opdracht
from lv_tools.gespreksprompter.model.tafel import own_table
from lv_tools.gespreksprompter.model.tafelcodes import fresh_code
from lv_tools.gespreksprompter.model.voorbereiden import prepare
from lv_tools.gespreksprompter.model.werk import EIGEN, Gesprekswerk
from lv_tools.gespreksprompter.scherm.meegebracht import Meegebrachtpaneel
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.gespreksprompter.teksten import Tafel
from lv_tools.schermdelen import Deel, Keuzelijst, Rij, Tekst, Uitklap

NIEUW = "nieuw:"
Fouten = Mapping[Deel, Invoerfout]


class Kiezenpaneel(Gesprekspaneel):
    """Het formulier waarmee een gids begint."""

    def build(self) -> Iterable[Deel]:
        """Met wie, en daaronder het formulier."""
        zeg, bekend, velden = self.inhoud.zeg, self.inhoud, self.velden
        voorkeur = zeg("geen_voorkeur")
        self.reeks = Keuzelijst(
            zeg("met_wie"), self._choices(), bij_wijziging=self._table, verzoek="met"
        )
        self.over_tafel, self.stand, self.over_situatie = Tekst(), Tekst(), Tekst()
        situaties = [(s.code, s.naam) for s in bekend.situatie]
        self.situatie = Keuzelijst(
            zeg("situatie"),
            situaties,
            leeg=zeg("situatie_leeg"),
            bij_wijziging=self._situation,
            verzoek="situatie",
        )
        self.groep = velden.text("keuze/groep", zeg("welke_groep"))
        self.eigen_naam = velden.text("keuze/naam", zeg("tafel_naam"))
        self.eigen_niveaus = velden.checks(
            "keuze/niveaus", zeg("tafel_niveaus"), [(n.code, n.naam) for n in bekend.eigen_niveaus]
        )
        self.fasen = velden.checks(
            "keuze/fasen",
            zeg("fase"),
            self._phases(tuple(bekend.fasen)),
            snel=True,
        )
        self.minuten = velden.text(
            "keuze/minuten",
            zeg("minuten"),
            hulp=zeg("minuten_hulp"),
            verplicht=True,
            minimum=bekend.number("minuten_min"),
            maximum=bekend.number("minuten_max"),
        )
        self.doel = velden.choice(
            "keuze/doel",
            zeg("doel"),
            [(d.code, f"{d.naam}: {d.uitleg}") for d in bekend.doel],
            leeg=voorkeur,
        )
        standaard = velden.choice(
            "keuze/standaard",
            zeg("standaard"),
            [(s.code, f"{s.code} {s.naam}") for s in bekend.standaarden.values()],
            leeg=voorkeur,
        )
        kenmerk = velden.choice(
            "keuze/kenmerk",
            zeg("kenmerk"),
            [(k.code, k.naam) for k in bekend.kenmerk],
            leeg=voorkeur,
        )
        onderwerp = velden.text("keuze/onderwerp", zeg("onderwerp"), hulp=zeg("onderwerp_hulp"))
        self.mee = Meegebrachtpaneel(self.werk, self.inhoud)
        openen = self.add(self.mee)
        self.formulier = self.form(
            "kiezen",
            self._make,
            self.mee.vak,
            self.fasen,
            Rij(self.doel, self.minuten),
            Uitklap(zeg("onderwerp_kiezen"), Rij(standaard, kenmerk), onderwerp),
        )
        # Er zijn vragen bij gekomen: een fout over wat er eerst stond, geldt niet meer.
        self.mee.bij_vragen = self.formulier.clear_errors
        self._over = self._subject()
        return (
            Tekst(zeg("kiezen")),
            self.situatie,
            self.over_situatie,
            self.reeks,
            self.groep,
            self.over_tafel,
            self.eigen_naam,
            self.eigen_niveaus,
            self.stand,
            openen,
            self.formulier,
        )

    def show(self) -> None:
        """Toon de reeks en het gesprek die openstaan."""
        if self._over != self._subject():
            self._over = self._subject()
            self.formulier.clear_errors()
        keuze = self.staat.keuze.met
        self.reeks.opties = self._choices()
        self.reeks.waarde = f"{NIEUW}{keuze}" if keuze else self.staat.current.id
        nu = self.inhoud.situaties.get(self.staat.keuze.situatie)
        self.situatie.waarde = nu.code if nu else None
        uitleg = (self.inhoud.zeg("situatie_zin", uitleg=nu.uitleg),) if nu else ()
        self.over_situatie.alineas = uitleg
        self.eigen_naam.verborgen = self.eigen_niveaus.verborgen = keuze != EIGEN
        tafel = self.inhoud.tafels.get(keuze) if keuze else self.staat.current.tafel
        self.groep.verborgen = not (keuze and tafel and tafel.groep)
        if tafel is not None and tafel.groep:
            self.groep.label = tafel.groep
        self.over_tafel.alineas = ()
        if tafel is not None and not tafel.eigen:
            waarover = opsomming(tafel.onderwerpen)
            zin = self.inhoud.zeg("over_tafel", waarover=waarover, **vars(tafel))
            lijst = (self.inhoud.zeg("eigen_vragen"),) if tafel.fasen else ()
            self.over_tafel.alineas = (zin, *tafel.instructie, *lijst)
        self._offer(tafel)
        self.stand.alineas = (self._standing(),)

    def _phases(self, codes: Iterable[str]) -> list[tuple[str, str]]:
        fasen = (self.inhoud.fasen[code] for code in codes)
        return [(f.code, f"{f.naam}: {f.uitleg}") for f in fasen]

    def _offer(self, tafel: Tafel | None) -> None:
        """Bied alleen aan wat aan deze tafel kan.

        Wat een tafel met een eigen vragenlijst niet kent, staat nog in de keuze: wie daarna een
        andere tafel kiest, ziet het terug.
        """
        eigen = tafel is not None and bool(tafel.fasen)
        fasen = self.inhoud.phases(tafel) if tafel else tuple(self.inhoud.fasen)
        gekozen = self.inhoud.in_order(set(self.staat.keuze.fasen) & set(fasen))
        self.fasen.offer(self._phases(fasen), gekozen)
        self.fasen.waarde = gekozen
        self.situatie.verborgen = self.doel.verborgen = self.over_situatie.verborgen = eigen

    def _subject(self) -> tuple[object, ...]:
        return (self.staat.reeks, self.staat.gesprek, self.staat.keuze.met)

    def _choices(self) -> list[tuple[str, str]]:
        zeg, eigen = self.inhoud.zeg, (f"{NIEUW}{EIGEN}", self.inhoud.zeg("nieuwe_tafel"))
        lopend = [(r.id, r.naam) for r in self.staat.reeksen]
        if self._is_fresh():  # wie begint, kiest een tafel; van reeksen weet die nog niets
            (begin,) = self.staat.reeksen
            anders = [t for t in self.inhoud.tafel if t.code != begin.tafel.code]
            return [*lopend, *((f"{NIEUW}{t.code}", t.naam) for t in anders), eigen]
        nieuw = [(f"{NIEUW}{t.code}", zeg("nieuwe_reeks", tafel=t.naam)) for t in self.inhoud.tafel]
        return [*lopend, *nieuw, eigen]

    def _is_fresh(self) -> bool:
        """Staat er alleen nog de reeks waarmee iedereen begint, zonder één gesprek?"""
        reeksen = self.staat.reeksen
        return len(reeksen) == 1 and not reeksen[0].gesprekken and not reeksen[0].tafel.eigen

    def _table(self, keuze: str) -> None:
        """Wissel van reeks, of laat zien wat een nieuwe reeks zou zijn, met de tijd die past."""
        if not keuze.startswith(NIEUW):
            self.switch(lambda werk: werk.open(keuze))
            return
        code = keuze.removeprefix(NIEUW)
        if code in self.inhoud.tafels:
            self.werk.clear_drafts("keuze/minuten")
        self.werk.change(lambda werk: werk.for_table(code))

    def _situation(self, code: str | None) -> None:
        """Zet klaar wat bij de situatie hoort; wie er geen kiest, houdt wat er stond."""
        nieuw = self.staat.keuze.for_situation(code or "")
        self.werk.change(lambda werk: replace(werk, keuze=nieuw))

    def _standing(self) -> str:
        zeg, reeks, gesprek = self.inhoud.zeg, self.staat.current, self.staat.upcoming
        if self.staat.keuze.met:
            return zeg("kiezen_nieuw")
        zin, verleden = zeg("kiezen_nieuw"), reeks.history(gesprek.id if gesprek else "")
        if gesprek is not None:
            nummer = [g.id for g in reeks.gesprekken].index(gesprek.id) + 1
            zin = zeg("kiezen_verder", nummer=nummer)
        delen = []
        if verleden.open_afspraken:
            delen.append(aantal(verleden.open_afspraken, "open afspraak", "open afspraken"))
        if verleden.geparkeerd:
            delen.append(aantal(verleden.geparkeerd, "geparkeerd punt", "geparkeerde punten"))
        return f"{zin} {zeg('kiezen_open', wat=opsomming(delen))}" if delen else zin

    def _make(self, _waarden: Mapping[str, Any]) -> Fouten:
        """Maak de gids, of geef de fouten bij hun veld."""
        keuze, zeg = self.staat.keuze, self.inhoud.zeg
        tafel = self._chosen_table()
        if not isinstance(tafel, Tafel):
            return tafel
        fasen = self.inhoud.in_order(set(keuze.fasen) & set(self.inhoud.phases(tafel)))
        if not fasen:
            uitweg = zeg("kies_fase_uitweg")
            return {self.fasen: Invoerfout(self.fasen.label, "", zeg("kies_fase"), uitweg)}
        opdracht = Opdracht(
            tafel,
            fasen,
            keuze.minuten or 0,
            "" if tafel.fasen else keuze.doel,
            keuze.standaard,
            keuze.kenmerk,
            keuze.onderwerp,
            situatie="" if tafel.fasen else keuze.situatie,
        ).check()
        straks = prepare(self.staat, opdracht)
        if isinstance(straks, Invoerfout):
            uitweg = zeg("mee_te_lang") if keuze.meegebracht else straks.uitweg
            return {self.minuten: replace(straks, uitweg=uitweg)}
        self.switch(lambda werk: _prepared(werk, opdracht))
        self.go("gids")
        return {}

    def _chosen_table(self) -> Tafel | Fouten:
        keuze, zeg = self.staat.keuze, self.inhoud.zeg
        if not keuze.met:
            return self.staat.current.tafel
        if keuze.met != EIGEN:
            return self.inhoud.tafels[keuze.met]
        if isinstance(naam := self.eigen_naam.read(), Invoerfout):
            return {self.eigen_naam: naam}
        if not naam:
            uitweg = zeg("tafel_naam_uitweg")
            fout = Invoerfout(self.eigen_naam.label, "", zeg("niets_ingevuld"), uitweg)
            return {self.eigen_naam: fout}
        self.eigen_naam.fout = self.eigen_niveaus.fout = ""
        if not keuze.niveaus:
            fout = Invoerfout(self.eigen_niveaus.label, "", zeg("niets_gekozen"), zeg("maak_keuze"))
            return {self.eigen_niveaus: fout}
        return own_table(str(naam), keuze.niveaus, fresh_code(self.staat))


def _prepared(werk: Gesprekswerk, opdracht: Opdracht) -> Gesprekswerk:
    straks = prepare(werk, opdracht)
    return werk if isinstance(straks, Invoerfout) else straks
