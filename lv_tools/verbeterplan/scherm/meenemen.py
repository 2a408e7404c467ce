"""De laatste stap: versies, klaarleggen voor een ander hulpmiddel, en bestanden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.agenda import ICS_TYPE
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel
from lv_tools.basis.uitvoer.uitvoertabel import EXCEL_TYPE, to_xlsx
from lv_tools.basis.uitwisseling.stukken import Herkomst
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.huisstijl import word_file
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.verbeterplan.model.plan import MEESTE_VERSIES, Kern, Versie
from lv_tools.verbeterplan.model.uitwisselen import give
from lv_tools.verbeterplan.model.vergelijken import compare
from lv_tools.verbeterplan.scherm.paneel import Planpaneel
from lv_tools.verbeterplan.verslag.bericht import share_text
from lv_tools.verbeterplan.verslag.bestanden import actions, calendar, one_page, parents

NAAM = "verbeterplan"


class Meeneempaneel(Planpaneel):
    """Wat een plan het scherm uit brengt."""

    def build(self) -> Iterable[Deel]:
        """De versies, het klaarleggen en de bestanden."""
        zeg = self.inhoud.zeg
        versies = Versiepaneel(self.werk, self.inhoud)
        self.klaar = Klaarleggen(self.werk, self._gift, zeg("klaarleg_knop"), uitweg=zeg("uitweg"))
        return (
            Sectie(zeg("versies"), self.add(versies), niveau=3),
            Sectie(zeg("klaarleggen"), Tekst(zeg("klaarleggen_uitleg")), self.klaar.deel, niveau=3),
            Sectie(
                zeg("bestanden"),
                Tekst(zeg("plan_uitleg"), zeg("agenda_uitleg")),
                Rij(
                    Download(zeg("blad_knop"), self._page),
                    Download(zeg("acties_knop"), self._actions),
                    Download(zeg("agenda_knop"), self._calendar),
                    Download(zeg("ouders_knop"), self._parents),
                ),
                Deelbericht(lambda: share_text(self.werk.uitslag, self.inhoud)),
                niveau=3,
            ),
        )

    def _file(self, soort: str, extensie: str, inhoud: bytes, type_: str) -> Bestand:
        return Bestand(self._name(soort, extensie), inhoud, type_)

    def _name(self, soort: str, extensie: str) -> str:
        return export_name(NAAM, soort, self.werk.staat.kern.titel, now().date(), extensie)

    def _page(self) -> Bestand:
        blad = one_page(self.werk.uitslag, self.inhoud)
        return self._file("bladzijde", "html", blad, "text/html;charset=utf-8")

    def _actions(self) -> Bestand:
        lijst = to_xlsx([actions(self.werk.uitslag, self.inhoud)])
        return self._file("actielijst", "xlsx", lijst, EXCEL_TYPE)

    def _parents(self) -> Bestand:
        return word_file(self._name("ouders", "docx"), parents(self.werk.uitslag, self.inhoud))

    def _calendar(self) -> Bestand:
        self._mark()
        agenda, plan = calendar(self.werk.staat, self.inhoud, now())
        self.werk.change(lambda nu: replace(nu, agenda=plan.agenda))
        return self._file("agenda", "ics", agenda, ICS_TYPE)

    def _gift(self) -> Gift:
        self._mark()
        uitslag = self.werk.uitslag
        van = Herkomst(NAAM, uitslag.kern.titel, now().date())
        return Gift(van, uitslag.plan.kenmerk, give(uitslag.plan, uitslag.oordelen, self.inhoud))

    def _mark(self) -> None:
        """Geef het plan een kenmerk, de eerste keer dat iets naar buiten gaat."""
        if not self.werk.staat.kenmerk:
            kenmerk = new_id()
            self.werk.change(lambda plan: replace(plan, kenmerk=kenmerk))


class Versiepaneel(Planpaneel):
    """Versies bewaren, naast elkaar leggen en weghalen."""

    def build(self) -> Iterable[Deel]:
        """Een formulier, twee keuzes en de verschillen."""
        zeg = self.inhoud.zeg
        naam = Veld("naam", zeg("versie_naam"), hulp=zeg("versie_naam_hulp"), lengte=80)
        (self.naam,) = self.velden.form("versie", [naam])
        self.melding = Mededeling()
        self.uitleg = Tekst(zeg("versie_geen"))
        self.links = self.velden.choice("links", zeg("versie_links"), {}, leeg=zeg("versie_nu"))
        self.rechts = self.velden.choice("rechts", zeg("versie_rechts"), {}, leeg=zeg("versie_nu"))
        self.keuze = Rij(self.links, self.rechts)
        self.weg = Knop(zeg("versie_weg_knop"), self._remove, kijken=True)
        self.verschil = Documentdeel()
        return (
            self.uitleg,
            Formulier(
                self.naam,
                bij_inzenden=self._keep,
                knop=zeg("versie_bewaar"),
                gelukt="",
            ),
            self.melding,
            self.keuze,
            self.verschil.deel,
            self.weg,
        )

    def show(self) -> None:
        """Laat de versies zien, met hun verschillen."""
        plan = self.werk.staat
        self.uitleg.verborgen = bool(plan.versies)
        self.keuze.verborgen = not plan.versies
        opties = [(v.id, f"{v.naam} ({datum(v.dag)})") for v in plan.versies]
        self.velden.offer(self.links, opties)
        self.velden.offer(self.rechts, opties)
        self.weg.verborgen = not any(v.id == plan.links for v in plan.versies)
        self.verschil.show(self._differences() if plan.versies else ())

    def _keep(self, ingezonden: dict[str, Any]) -> object:
        plan, zeg = self.werk.staat, self.inhoud.zeg
        if len(plan.versies) >= MEESTE_VERSIES:
            return {self.naam: zeg("versie_vol", n=MEESTE_VERSIES)}
        vandaag = now().date()
        getypt = self.velden.values("versie", ingezonden)["naam"] or ""
        naam = getypt.strip() or datum(vandaag)
        versie = Versie(new_id(), vandaag, naam, plan.kern)
        self.velden.clear_form("versie")
        self.werk.change(
            lambda nu: replace(nu, versies=(*nu.versies, versie), links=versie.id, rechts="")
        )
        self.melding.toon, self.melding.tekst = "goed", zeg("versie_bewaard", naam=naam)
        return None

    def _remove(self) -> None:
        """Haal de linker versie weg."""
        weg = self.werk.staat.links
        self.werk.change(
            lambda nu: replace(
                nu,
                versies=tuple(v for v in nu.versies if v.id != weg),
                links="",
                rechts="" if nu.rechts == weg else nu.rechts,
            )
        )
        self.melding.tekst = ""

    def _differences(self) -> tuple[Blok, ...]:
        plan, zeg = self.werk.staat, self.inhoud.zeg
        (links, een), (rechts, twee) = self._version(plan.links), self._version(plan.rechts)
        rijen = []
        for v in compare(een, twee, self.inhoud):
            waar = f"{self.inhoud.soort[v.soort]}: {v.naam}".rstrip(": ")
            veld = self.inhoud.veld[v.veld] if v.veld else ""
            tekst = {"erbij": ("", zeg("erbij")), "weg": (zeg("weggehaald"), "")}
            rijen.append((waar, veld, *tekst.get(v.wat, (v.was, v.wordt))))
        if not rijen:
            return (Alinea(zeg("versie_gelijk")),)
        titel = zeg("versie_tabel", links=links, rechts=rechts)
        kolommen = ("kolom_waar", "kolom_veld", "kolom_was", "kolom_wordt")
        return (Bloktabel(titel, tuple(map(zeg, kolommen)), tuple(rijen)),)

    def _version(self, kenmerk: str) -> tuple[str, Kern]:
        for versie in self.werk.staat.versies:
            if versie.id == kenmerk:
                return versie.naam, versie.kern
        return self.inhoud.zeg("versie_nu"), self.werk.staat.kern
