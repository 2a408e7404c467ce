"""Oefenen met vragen, en op de dag zelf meeschrijven."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.inspectiebezoek.model.bezoek import Notitie, Oefenvraag
from lv_tools.inspectiebezoek.model.nakijken import write_time
from lv_tools.inspectiebezoek.scherm.deel import Bezoekdeel, Kaart
from lv_tools.schermdelen import kaartlijst
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.tekst import Mededeling, Tekst

#: Zoveel vragen en zoveel aantekeningen passen erin.
MEESTE_VRAGEN = 60
MEESTE_NOTITIES = 300


class Vraagkaart(Kaart):
    """Een oefenvraag met het antwoord."""

    def build(self) -> Iterable[Deel]:
        """De vraag, wie antwoordt, het antwoord, en of het geoefend is."""
        zeg = self.inhoud.zeg
        bron = get_at(self.werk.staat, self.pad).bron
        return (
            self.field("vraag", "oefenvraag"),
            self.select("rol", "vraag_rol", self.inhoud.rol, "kies"),
            self.field("antwoord", "antwoord_eigen", "antwoord_hulp"),
            self.velden.check(f"{self.pad}/geoefend", zeg("geoefend")),
            *([Tekst(zeg("vraag_van", bron=bron), klein=True)] if bron else []),
            self.weg,
        )


class Oefenpaneel(Bezoekdeel):
    """Vragen kiezen en oefenen, per rol."""

    def build(self) -> Iterable[Deel]:
        """De rol, vragen om uit te kiezen, en de gekozen vragen."""
        zeg = self.inhoud.zeg
        self.keus = kaartlijst.Kaartlijst(zeg("vragen_keus"), self._take, leeg=zeg("vragen_op"))
        self.melding = Mededeling(toon="letop")
        vragen = self.add_series(
            "vragen", Oefenvraag, Vraagkaart, zeg("vraag_erbij"), naam=lambda v: str(v.vraag)
        )
        return (
            self.velden.choice("oefenrol", zeg("oefenrol"), self.inhoud.rol, kijken=True),
            Sectie(zeg("vragen_keus"), Tekst(zeg("vragen_uitleg")), self.keus, niveau=3),
            self.melding,
            Sectie(zeg("vragen_eigen"), vragen, niveau=3),
        )

    def show(self) -> None:
        """Laat vragen zien die nog niet gekozen zijn."""
        bezoek, zeg = self.werk.staat, self.inhoud.zeg
        heeft = {v.id for v in bezoek.vragen}
        neem = (kaartlijst.Actie("neem", zeg("oefen_deze")),)
        self.keus.kaarten = tuple(
            kaartlijst.Kaart(code, tekst, neem, onder=bron)
            for code, tekst, bron in self.inhoud.practice(bezoek.oefenrol, bezoek.soort)
            if f"{bezoek.oefenrol}-{code}" not in heeft
        )

    def _take(self, code: str, _actie: str) -> None:
        bezoek = self.werk.staat
        if len(bezoek.vragen) >= MEESTE_VRAGEN:
            self.melding.tekst = self.inhoud.zeg("vol")
            return
        rol = bezoek.oefenrol
        gevonden = {c: (t, b) for c, t, b in self.inhoud.practice(rol, bezoek.soort)}
        tekst, bron = gevonden[code]
        vraag = Oefenvraag(f"{rol}-{code}", tekst, rol, bron=bron)
        self.werk.change(lambda b: replace(b, vragen=(*b.vragen, vraag)))
        self.keus.focus()


class Notitiekaart(Kaart):
    """Een aantekening."""

    def build(self) -> Iterable[Deel]:
        """Wanneer, bij wie, vraag en antwoord, en wat er is toegezegd."""
        zeg = self.inhoud.zeg
        return (
            Rij(
                self.field("dag", "dag", terug=True),
                self.field("tijd", "tijd"),
                self.field("bij", "notitie_bij"),
            ),
            self.field("gezegd", "notitie_gezegd"),
            self.field("antwoord", "notitie_antwoord"),
            self.field("toezegging", "notitie_toezegging"),
            Rij(self.field("wie", "toezegging_wie"), self.field("voor", "toezegging_voor")),
            self.velden.check(f"{self.pad}/gedaan", zeg("toezegging_gedaan")),
            self.weg,
        )


class Dagpaneel(Bezoekdeel):
    """Meeschrijven."""

    def build(self) -> Iterable[Deel]:
        """Het formulier voor een aantekening, en alle aantekeningen."""
        zeg = self.inhoud.zeg
        self.opvalt = Documentdeel()
        self.formulier = self.velden.form(
            "notitie",
            [
                Veld("bij", zeg("notitie_bij"), hulp=zeg("notitie_bij_hulp"), lengte=80),
                Veld("gezegd", zeg("notitie_gezegd"), "tekstvak", verplicht=True, lengte=2_000),
                Veld("antwoord", zeg("notitie_antwoord"), "tekstvak", lengte=2_000),
                Veld("toezegging", zeg("notitie_toezegging"), lengte=300),
                Veld("wie", zeg("toezegging_wie"), lengte=80),
                Veld("voor", zeg("toezegging_voor"), "datum"),
            ],
        )
        notities = self.add_series(
            "notities",
            lambda kenmerk: Notitie(kenmerk, now().date(), _minute(now())),
            Notitiekaart,
            "",
            naam=lambda notitie: str(notitie.gezegd),
            kop=lambda _nummer, notitie: self._title(notitie),
        )
        self.geen = Tekst(zeg("geen_notities"))
        return (
            Formulier(
                *self.formulier[:4],
                Rij(*self.formulier[4:]),
                bij_inzenden=self._add,
                knop=zeg("notitie_knop"),
                gelukt=zeg("notitie_gelukt"),
            ),
            self.opvalt.deel,
            Sectie(zeg("notities"), self.geen, notities, niveau=3),
        )

    def show(self) -> None:
        """Laat zien wat opvalt."""
        self.geen.verborgen = bool(self.werk.staat.notities)
        self.opvalt.show(self.remarks("dag"))

    def _title(self, n: Notitie) -> str:
        dag = datum(n.dag) if n.dag else ""
        wanneer = ", ".join(deel for deel in (dag, write_time(n.tijd), n.bij) if deel)
        gezegd = shorten(" ".join(n.gezegd.split()))
        return ": ".join(deel for deel in (wanneer, gezegd) if deel) or self.inhoud.zeg("zonder")

    def _add(self, ingezonden: Mapping[str, Any]) -> object:
        if len(self.werk.staat.notities) >= MEESTE_NOTITIES:
            return self.inhoud.zeg("vol")
        waarden = self.velden.values("notitie", ingezonden)
        nu = now()
        notitie = Notitie(
            new_id(),
            nu.date(),
            _minute(nu),
            waarden["bij"] or "",
            waarden["gezegd"] or "",
            waarden["antwoord"] or "",
            waarden["toezegging"] or "",
            waarden["wie"] or "",
            waarden["voor"],
        )
        self.velden.clear_form("notitie")
        self.werk.change(lambda b: replace(b, notities=(*b.notities, notitie)))
        # In een gesprek volgt de ene vraag op de andere: waar het bij was, blijft staan.
        bij, gezegd, *_ = self.formulier
        bij.waarde = notitie.bij
        self.werk.draft(bij.naam, notitie.bij, "")
        gezegd.focus()
        return None


def _minute(nu: datetime) -> time:
    return nu.time().replace(second=0)
