"""Een scan maken op het scherm: wie doet mee, aan welke thema's, en op welke manier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.bouwdoos.groep.verzamelen import Moduskeuze
from lv_tools.schermdelen import (
    Actie,
    Deel,
    Formulier,
    Kaart,
    Kaartlijst,
    Keuzelijst,
    Mededeling,
    Rij,
    Tekst,
    Uitklap,
)
from lv_tools.schermdelen.veld import field_part
from lv_tools.zelfevaluatie.model.opzet import STELLING_LENGTE, EigenStelling
from lv_tools.zelfevaluatie.model.opzet_invoer import check_setup, raw_setup
from lv_tools.zelfevaluatie.model.staat import locked
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.scherm.uitdelen import Uitdeelpaneel


class Maakpaneel(Zelfpaneel):
    """De instellingen van een scan; elke wijziging geldt meteen, ook in de link."""

    def build(self) -> Iterable[Deel]:
        """De velden, de eigen stellingen en het uitdelen."""
        zeg, velden, algemeen = self.zeg, self.velden, self.inhoud.algemeen
        self.naam = velden.text("opzet/naam", zeg("maken_naam"), verplicht=True, houd=True)
        self.datum = velden.text(
            "opzet/datum",
            zeg("maken_datum"),
            verplicht=True,
            houd=True,
            minimum="2000-01-01",
            maximum="2100-12-31",
        )
        self.modus = Moduskeuze(self.groep, self.inhoud)
        self.vooraf = Tekst()
        self.groepen = velden.checks(
            "opzet/groepen",
            zeg("maken_groepen"),
            [(rol.code, rol.tekst) for rol in self.inhoud.rollen.values()],
            hulp=zeg("maken_groepen_hulp"),
            mag=lambda groepen: self._fits(groepen=groepen),
        )
        self.eigen_groepen = velden.text(
            "opzet/eigen_groepen",
            zeg("maken_eigen_groepen"),
            hulp=zeg("maken_eigen_groepen_hulp"),
            houd=True,
        )
        hulp = zeg(
            "maken_versie_hulp",
            kort=_small(algemeen.duur_kern),
            volledig=_small(algemeen.duur_volledig),
        )
        versies = [(versie, zeg(f"maken_versie_{versie}")) for versie in ("kern", "volledig")]
        self.versie = velden.radios("opzet/versie", zeg("maken_versie"), versies, hulp=hulp)
        self.themas = velden.checks(
            "opzet/themas",
            zeg("maken_themas"),
            [(thema.code, thema.titel) for thema in self.inhoud.thema],
            snel=True,
            mag=lambda themas: self._fits(themas=themas),
        )
        self.eigen = Eigenpaneel(self.werk, self.inhoud)
        self.eigen_vak = self.fold(zeg("eigen_titel"), self.eigen)
        self.slot, self.fout = Mededeling(), Mededeling(toon="fout")
        self.uitdelen = Uitdeelpaneel(self.werk, self.inhoud)
        return (
            self.slot,
            Rij(self.naam, self.datum),
            self.add(self.modus),
            Uitklap(zeg("maken_avg"), self.vooraf),
            self.groepen,
            self.eigen_groepen,
            self.versie,
            self.themas,
            self.eigen_vak,
            self.fout,
            self.add(self.uitdelen),
        )

    def show(self) -> None:
        """Leg de vragen vast zodra er antwoorden zijn, en zeg wat er niet klopt."""
        staat, vast = self.staat, locked(self.staat, self.inhoud)
        self.vooraf.alineas = self.inhoud.privacy.vooraf(staat.opzet.modus)
        self.slot.tekst = vast
        if vast:  # de vragen liggen vast: toon weer wat geldt
            self.versie.waarde, self.themas.waarde = staat.opzet.versie, staat.opzet.themas
        self.versie.uit = self.themas.uit = bool(vast)
        self.eigen_vak.verborgen = bool(vast) and not staat.opzet.eigen
        self._tell_faults()

    def _fits(self, **anders: object) -> bool:
        """Kan de scan met deze wijziging?"""
        return check_setup(raw_setup(self.staat.opzet) | anders, self.inhoud).opzet is not None

    def _tell_faults(self) -> None:
        """Zet een fout bij haar veld; wat bij geen veld hoort, komt eronder."""
        velden_nu = ("naam", "datum", "themas", "groepen", "eigen_groepen")
        getypt = {naam: getattr(self, naam).waarde for naam in velden_nu}
        opzet = self.staat.opzet
        fouten = check_setup(raw_setup(opzet) | getypt, self.inhoud, opzet).fouten
        velden = {veld.label: veld for veld in (self.groepen, self.themas)}
        for label, veld in velden.items():
            veld.fout = next((str(fout) for fout in fouten if fout.veld == label), "")
        rest = [str(fout) for fout in fouten if fout.veld not in velden]
        self.fout.tekst = "\n".join([*rest, self.zeg("maken_nog_niet")] if rest else [])


class Eigenpaneel(Zelfpaneel):
    """De eigen stellingen van de scan, en een formulier voor een nieuwe."""

    def build(self) -> Iterable[Deel]:
        """De stellingen die er zijn, en het formulier."""
        zeg = self.zeg
        self.thema = self.velden.hold(
            Keuzelijst(
                zeg("eigen_thema"),
                [(thema.code, thema.titel) for thema in self.inhoud.thema],
                leeg=zeg("eigen_thema_leeg"),
                naam="+eigen/thema",
                verplicht=True,
            )
        )
        tekst = Veld(
            "+eigen/tekst",
            zeg("eigen_tekst"),
            verplicht=True,
            lengte=STELLING_LENGTE,
            hulp=zeg("eigen_tekst_hulp"),
        )
        self.tekst = self.velden.hold(field_part(tekst))
        self.lijst = Kaartlijst(zeg("eigen_lijst"), self._drop)
        formulier = Formulier(
            self.thema,
            self.tekst,
            bij_inzenden=self._add,
            knop=zeg("eigen_knop"),
            gelukt=zeg("eigen_gelukt"),
        )
        return (self.lijst, formulier)

    def show(self) -> None:
        """Toon de eigen stellingen; liggen zij vast, dan is er niets te wijzigen."""
        vast = bool(locked(self.staat, self.inhoud))
        self.thema.uit = self.tekst.uit = vast
        self.lijst.kaarten = tuple(
            Kaart(
                stelling.code,
                stelling.tekst,
                (Actie("weg", self.zeg("eigen_weg"), uit=vast),),
                boven=self.inhoud.themas[stelling.thema].titel,
            )
            for stelling in self.staat.opzet.eigen
        )

    def _add(self, waarden: dict[str, Any]) -> list[Invoerfout]:
        nieuw = (str(waarden["+eigen/thema"]), str(waarden["+eigen/tekst"]))
        opzet = self.staat.opzet
        ruw = raw_setup(opzet)
        ruw["eigen"] = [*ruw["eigen"], nieuw]
        uitkomst = check_setup(ruw, self.inhoud, opzet)
        if uitkomst.opzet is None:
            return [replace(fout, veld=self.tekst.label) for fout in uitkomst.fouten]
        self._set(uitkomst.opzet.eigen)
        self.velden.clear_form("eigen")
        return []

    def _drop(self, code: str, _actie: str) -> None:
        self._set(tuple(e for e in self.staat.opzet.eigen if e.code != code))

    def _set(self, eigen: tuple[EigenStelling, ...]) -> None:
        self.werk.change(lambda staat: replace(staat, opzet=replace(staat.opzet, eigen=eigen)))


def _small(zin: str) -> str:
    return zin[:1].lower() + zin[1:]
