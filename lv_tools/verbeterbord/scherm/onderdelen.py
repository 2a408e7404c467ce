"""De onderdelen van een sessie: inchecken, terugkijken, zien, afspreken en vieren."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.datumtaal import write_with_weekday
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.basis.vorm.pad import get_at, replace_at
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.indeling import Rij
from lv_tools.schermdelen.kaartlijst import Actie as Knopje
from lv_tools.schermdelen.kaartlijst import Kaart, Kaartlijst
from lv_tools.schermdelen.keuze import Keuzelijst, Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.verbeterbord.model.bord import Actie, Door, Gezien, Succes
from lv_tools.verbeterbord.model.sessie import WEEK, Keuze, due, mark, said
from lv_tools.verbeterbord.scherm.paneel import Bordpaneel

#: Zoveel regels van wat er bij een doel is gezien, staan er op een kaart.
LAATSTE = 2
#: Zoveel acties, en zoveel waarnemingen, passen er op een bord.
MEESTE = 600
MEESTE_SUCCESSEN = 400
#: Onder deze naam houdt het werk bij wat er in een sessie is weggehaald.
WEG = "sessie"


class Onderdeelpaneel(Bordpaneel):
    """Een onderdeel van de sessie die bezig is."""

    @property
    def sessie(self) -> str:
        """Het kenmerk van de sessie."""
        return self.staat.loop.sessie

    def terug_knop(self) -> Knop:
        """Maak de knop die terugzet wat het laatst is weggehaald."""
        self.terug = Knop("", self._put_back, verborgen=True)
        return self.terug

    def show_removed(self) -> None:
        """Toon die knop als er iets terug te zetten is."""
        _reeks, element = self.werk.weg.get(WEG, ("", None))
        self.terug.verborgen = element is None
        if element is not None:
            self.terug.tekst = self.inhoud.zeg("terug", wat=shorten(element.wat))

    def remove(self, reeks: str, kenmerk: str) -> None:
        """Haal iets weg wat in deze sessie is opgeschreven; het is terug te zetten."""
        element = next(e for e in get_at(self.staat, reeks) if e.id == kenmerk)
        self.werk.weg[WEG] = (reeks, element)
        self.werk.change(
            lambda bord: replace_at(
                bord, reeks, tuple(e for e in get_at(bord, reeks) if e.id != kenmerk)
            )
        )
        self.refresh()
        self.terug.focus()

    def _put_back(self) -> None:
        reeks, element = self.werk.weg.pop(WEG, ("", None))
        if element is not None:
            self.werk.change(lambda bord: replace_at(bord, reeks, (*get_at(bord, reeks), element)))

    def goals(self) -> list[tuple[str, str]]:
        """Geef de doelen op het bord om uit te kiezen."""
        zonder = self.inhoud.zeg("zonder")
        return [(d.id, shorten(d.wat.strip() or zonder)) for d in self.staat.at("nu")]

    def goal_choice(self, formulier: str, tekst: str) -> Keuzelijst:
        """Maak een keuze uit de doelen op het bord, voor in een formulier."""
        return self.velden.hold(
            Keuzelijst(
                self.inhoud.zeg(tekst),
                (),
                leeg=self.inhoud.zeg("geen_keuze"),
                naam=f"+{formulier}/doel",
            )
        )

    def offer_goals(self, keuze: Keuzelijst) -> None:
        """Laat de doelen van nu kiezen; is er één, dan valt er niets te kiezen."""
        doelen = self.goals()
        keuze.offer(doelen, keuze.waarde)
        keuze.verborgen = len(doelen) < 2

    def chosen(self, waarden: Mapping[str, Any]) -> str:
        """Geef het doel dat gekozen is; is er maar één, dan is dat het."""
        doelen = self.goals()
        return str(waarden.get("doel") or (doelen[0][0] if len(doelen) == 1 else ""))

    def card(self, actie: Actie, knopjes: tuple[Knopje, ...]) -> Kaart:
        """Maak de kaart van een actie."""
        zeg, doel = self.inhoud.zeg, self.werk.uitslag.name_of(actie.doel)
        klaar = zeg("actie_klaar", dag=write_with_weekday(actie.klaar)) if actie.klaar else ""
        onder = zeg(
            "actie_onder",
            wie=actie.wie or zeg("actie_wie_geen"),
            klaar=klaar or zeg("actie_klaar_geen"),
            doel=zeg("actie_doel", doel=shorten(doel)) if doel else "",
        )
        keren = actie.keren
        meer = zeg("actie_meer_een") if keren == 1 else zeg("actie_meer", n=keren)
        return Kaart(actie.id, actie.wat, knopjes, onder=onder, meer=(meer,) if keren else ())


class Incheckpaneel(Onderdeelpaneel):
    """Hoe mensen erbij zitten: te tellen op het scherm, en nergens bewaard."""

    def build(self) -> Iterable[Deel]:
        """Een grote knop per gezicht, en een om opnieuw te beginnen."""
        zeg = self.inhoud.zeg
        self.knoppen = {
            code: Knop(naam, partial(self._tap, code), kijken=True)
            for code, naam in self.inhoud.gezicht.items()
        }
        self.stand = Mededeling(kijken=True)
        self.wis = Knop(zeg("gezicht_wis"), self._clear, kijken=True)
        uitleg = Tekst(zeg("gezicht_uitleg"), klein=True)
        return Rij(*self.knoppen.values()), self.stand, self.wis, uitleg

    def show(self) -> None:
        """Zeg hoe vaak elk gezicht is aangetikt."""
        telling = self._counts()
        for code, knop in self.knoppen.items():
            gezicht = self.inhoud.gezicht[code]
            knop.tekst = self.inhoud.zeg("gezicht_tel", gezicht=gezicht, n=telling[code])
        samen = sum(telling.values())
        self.stand.tekst = self.inhoud.zeg("gezicht_stand", **telling) if samen else ""
        self.wis.verborgen = not samen

    def _counts(self) -> dict[str, int]:
        """De aantallen van deze sessie; zij staan alleen in het geheugen van dit scherm."""
        leeg = dict.fromkeys(self.inhoud.gezicht, 0)
        sessie, telling = self.werk.gedeeld.get("gezichten", ("", leeg))
        return cast(dict[str, int], telling) if sessie == self.sessie else leeg

    def _tap(self, code: str) -> None:
        telling = self._counts()
        self.werk.gedeeld["gezichten"] = (self.sessie, {**telling, code: telling[code] + 1})
        self.werk.touch()

    def _clear(self) -> None:
        self.werk.gedeeld.pop("gezichten", None)
        self.werk.touch()
        next(iter(self.knoppen.values())).focus()


class Terugpaneel(Onderdeelpaneel):
    """De acties van de vorige keren, met wat ervan kwam."""

    def build(self) -> Iterable[Deel]:
        """Een kaart per actie, met drie knoppen."""
        zeg = self.inhoud.zeg
        self.kaarten = Kaartlijst(zeg("terug_lijst"), self._act, leeg=zeg("terug_geen"))
        return (self.kaarten,)

    def show(self) -> None:
        """Toon wat er openstond."""
        zeg, sessie = self.inhoud.zeg, self.sessie
        self.kaarten.kaarten = tuple(
            self.card(
                actie,
                tuple(
                    Knopje(keuze, zeg(f"actie_{keuze}"), aan=said(actie, sessie) == keuze)
                    for keuze in ("gedaan", "door", "vervallen")
                ),
            )
            for actie in due(self.staat, sessie)
        )

    def _act(self, kaart: str, keuze: str) -> None:
        dag = self.vandaag
        self.werk.change(lambda bord: mark(bord, kaart, cast(Keuze, keuze), dag))


class Zienpaneel(Onderdeelpaneel):
    """De doelen op het bord, met wat er gezien is, en een formulier voor wat erbij komt."""

    def build(self) -> Iterable[Deel]:
        """Een kaart per doel en een formulier."""
        zeg, door = self.inhoud.zeg, tuple(self.inhoud.door.items())
        self.kaarten = Kaartlijst(zeg("zien_lijst"), self._act, leeg=zeg("zien_geen"))
        self.melding = Mededeling(toon="goed")
        self.doel = self.goal_choice("gezien", "zien_doel")
        wat = Veld("wat", zeg("zien_wat"), verplicht=True, lengte=300)
        (self.wat,) = self.velden.form("gezien", [wat])
        self.door = self.velden.form_radios("gezien", "door", zeg("zien_door"), door, "leerlingen")
        self.formulier = Formulier(
            self.doel,
            self.wat,
            self.door,
            bij_inzenden=self._add,
            knop=zeg("zien_knop"),
            gelukt=zeg("zien_gelukt"),
        )
        return self.melding, self.kaarten, self.formulier

    def show(self) -> None:
        """Toon de doelen die op het bord staan."""
        zeg, bord = self.inhoud.zeg, self.staat
        kaarten = []
        for doel in bord.at("nu"):
            meer = [zeg("zien_begin", wat=doel.begin)] if doel.begin.strip() else []
            meer += [
                zeg("zien_gezien", dag=datum_kort(g.dag) if g.dag else "", wat=g.wat).strip(": ")
                for g in bord.seen(doel.id)[:LAATSTE]
            ]
            merken = zeg("zien_merken", wat=doel.merken) if doel.merken.strip() else ""
            af = (Knopje("af", zeg("zien_af")),)
            wat = doel.wat.strip() or zeg("zonder")
            dagen = self.days_of(doel)
            kaarten.append(Kaart(doel.id, wat, af, boven=dagen, onder=merken, meer=tuple(meer)))
        self.kaarten.kaarten = tuple(kaarten)
        self.formulier.verborgen = not kaarten
        self.offer_goals(self.doel)

    def _act(self, kaart: str, _actie: str) -> None:
        doel = self.werk.uitslag.name_of(kaart) or self.inhoud.zeg("zonder")
        self.move_goal(kaart, "af")
        self.melding.tekst = self.inhoud.zeg("zien_af_gedaan", doel=shorten(doel))

    def _add(self, ingezonden: Mapping[str, Any]) -> object:
        waarden, zeg = self.velden.values("gezien", ingezonden), self.inhoud.zeg
        doel = self.chosen(waarden)
        if not doel:
            return {self.doel: zeg("zien_kies")}
        if len(self.staat.gezien) >= MEESTE:
            return {self.wat: zeg("zien_vol", n=MEESTE)}
        door = cast(Door, waarden["door"] or "leerlingen")
        dag, sessie = self.vandaag, self.sessie
        nieuw = Gezien(new_id(), doel, dag, waarden["wat"], door, sessie)
        self.velden.clear_form("gezien")
        self.melding.tekst = ""
        self.werk.change(lambda bord: replace(bord, gezien=(*bord.gezien, nieuw)))
        return None


class Verderpaneel(Onderdeelpaneel):
    """Acties voor de komende week."""

    def build(self) -> Iterable[Deel]:
        """Een formulier, en wat er in deze sessie is afgesproken."""
        zeg = self.inhoud.zeg
        self.wat, wie, klaar = self.velden.form(
            "actie",
            [
                Veld("wat", zeg("verder_wat"), verplicht=True, lengte=300),
                Veld("wie", zeg("verder_wie"), lengte=80, hulp=zeg("verder_wie_hulp")),
                Veld("klaar", zeg("verder_klaar"), "datum", hulp=zeg("verder_klaar_hulp")),
            ],
        )
        self.doel = self.goal_choice("actie", "verder_doel")
        self.kaarten = Kaartlijst(zeg("verder_lijst"), self._act, leeg=zeg("verder_geen"))
        self.formulier = Formulier(
            self.wat,
            Rij(wie, klaar),
            self.doel,
            bij_inzenden=self._add,
            knop=zeg("verder_knop"),
            gelukt=zeg("verder_gelukt"),
        )
        return self.formulier, self.kaarten, self.terug_knop()

    def show(self) -> None:
        """Toon wat er is afgesproken."""
        self.show_removed()
        weg = (Knopje("weg", self.inhoud.zeg("verder_weg")),)
        nu = [a for a in self.staat.acties if a.sessie == self.sessie]
        self.kaarten.kaarten = tuple(self.card(actie, weg) for actie in nu)
        self.offer_goals(self.doel)

    def _add(self, ingezonden: Mapping[str, Any]) -> object:
        waarden = self.velden.values("actie", ingezonden)
        if len(self.staat.acties) >= MEESTE:
            return {self.wat: self.inhoud.zeg("zien_vol", n=MEESTE)}
        actie = Actie(
            new_id(),
            waarden["wat"],
            waarden["wie"] or "",
            waarden["klaar"] or self.vandaag + WEEK,
            self.chosen(waarden),
            sessie=self.sessie,
        )
        self.velden.clear_form("actie")
        self.werk.change(lambda bord: replace(bord, acties=(*bord.acties, actie)))
        return None

    def _act(self, kaart: str, _actie: str) -> None:
        self.remove("acties", kaart)


class Succespaneel(Onderdeelpaneel):
    """Wat het team viert."""

    def build(self) -> Iterable[Deel]:
        """Een formulier, en wat er in deze sessie gevierd is."""
        zeg = self.inhoud.zeg
        (self.wat,) = self.velden.form(
            "succes", [Veld("wat", zeg("succes_wat"), verplicht=True, lengte=300)]
        )
        self.kaarten = Kaartlijst(zeg("succes_lijst"), self._act, leeg=zeg("succes_geen"))
        formulier = Formulier(
            self.wat, bij_inzenden=self._add, knop=zeg("succes_knop"), gelukt=zeg("succes_gelukt")
        )
        return formulier, self.kaarten, self.terug_knop()

    def show(self) -> None:
        """Toon wat er gevierd is."""
        self.show_removed()
        weg = (Knopje("weg", self.inhoud.zeg("verder_weg")),)
        nu = [s for s in self.staat.successen if s.sessie == self.sessie]
        self.kaarten.kaarten = tuple(Kaart(s.id, s.wat, weg) for s in nu)

    def _add(self, ingezonden: Mapping[str, Any]) -> object:
        wat = self.velden.values("succes", ingezonden)["wat"]
        if len(self.staat.successen) >= MEESTE_SUCCESSEN:
            return {self.wat: self.inhoud.zeg("zien_vol", n=MEESTE_SUCCESSEN)}
        nieuw = Succes(new_id(), self.vandaag, wat, self.sessie)
        self.velden.clear_form("succes")
        self.werk.change(lambda bord: replace(bord, successen=(*bord.successen, nieuw)))
        return None

    def _act(self, kaart: str, _actie: str) -> None:
        self.remove("successen", kaart)


#: Bij elk onderdeel uit de TOML het paneel.
PANELEN: dict[str, type[Onderdeelpaneel]] = {
    "inchecken": Incheckpaneel,
    "terug": Terugpaneel,
    "zien": Zienpaneel,
    "verder": Verderpaneel,
    "successen": Succespaneel,
}
