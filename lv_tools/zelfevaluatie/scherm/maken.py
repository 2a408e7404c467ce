"""Een scan maken op het scherm: wie doet mee, aan welke thema's, en op welke manier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE
from lv_tools.schermdelen import (
    Deel,
    Invoerveld,
    Keuzerondjes,
    Kolom,
    Mededeling,
    Rij,
    Tekst,
    Uitklap,
    Vinkjes,
)
from lv_tools.schermdelen.verzamelvakken import Moduskeuze
from lv_tools.zelfevaluatie.model.opzet import MAX_GROEPEN, NAAM_LENGTE, changes_questions
from lv_tools.zelfevaluatie.model.opzet_invoer import check_setup
from lv_tools.zelfevaluatie.scherm.eigen_stellingen import Eigenvak
from lv_tools.zelfevaluatie.scherm.uitdelen import Uitdeelvak
from lv_tools.zelfevaluatie.scherm.werk import Werk


class Maakpaneel:
    """De instellingen van een scan; elke wijziging geldt meteen, ook in de link."""

    def __init__(self, werk: Werk) -> None:
        self.werk, self.inhoud = werk, werk.inhoud
        teksten = self.inhoud.inhoud
        algemeen = teksten["algemeen"]
        self.naam = Invoerveld(
            Veld("scan-naam", "Naam van de scan", verplicht=True, lengte=NAAM_LENGTE),
            bij_wijziging=self._changed,
        )
        self.datum = Invoerveld(
            Veld("scan-datum", "Datum", "datum", verplicht=True),
            bij_wijziging=self._changed,
        )
        self.modus = Moduskeuze(werk, teksten["modus"])
        self.groepen = Vinkjes(
            "Groepen",
            [(rol.code, rol.tekst) for rol in self.inhoud.rollen.values()],
            naam="scan-groepen",
            volgt=True,
            hulp="Wie meedoet, kiest straks bij welke groep hij hoort.",
            bij_wijziging=self._changed,
        )
        self.eigen_groepen = Invoerveld(
            Veld(
                "scan-eigen-groepen",
                "Eigen groepen",
                "tekstvak",
                hulp="Eén naam per regel.",
                lengte=MAX_GROEPEN * (ROL_LENGTE + 2),
            ),
            bij_wijziging=self._changed,
        )
        self.versie = Keuzerondjes(
            "Korte of volledige lijst",
            [("kern", "Korte lijst"), ("volledig", "Volledige lijst")],
            hulp=f"Kort: {_small(algemeen['duur_kern'])} Volledig: "
            f"{_small(algemeen['duur_volledig'])}",
            naam="scan-versie",
            bij_wijziging=self._changed,
        )
        self.themas = Vinkjes(
            "Thema's",
            [(thema.code, thema.titel) for thema in self.inhoud.themas.values()],
            naam="scan-themas",
            volgt=True,
            snel=True,
            bij_wijziging=self._changed,
        )
        self.eigen = Eigenvak(werk, self._take)
        #: Kenmerk van de scan die in de velden staat.
        self._voor = ""
        self.fout = Mededeling(toon="fout")
        self.slot = Mededeling()
        self.vooraf = Tekst()
        self.avg = Uitklap("Wat u deelnemers vooraf vertelt", self.vooraf)
        self.uitdelen = Uitdeelvak(werk)
        self.deel = Kolom(
            self.slot,
            Rij(self.naam, self.datum),
            self.modus.deel,
            self.avg,
            self.groepen,
            self.eigen_groepen,
            self.versie,
            self.themas,
            self.eigen.deel,
            self.fout,
            self.uitdelen.deel,
        )
        werk.luisteraars.append(self.refresh)
        self.show()

    def show(self) -> None:
        """Zet de instellingen van de scan in de velden."""
        opzet = self.werk.opzet
        self._voor = opzet.id
        self.naam.waarde = opzet.naam
        dag = date.fromisoformat(opzet.datum)
        self.datum.waarde = f"{dag.day}-{dag.month}-{dag.year}"
        self.groepen.waarde = self.groepen.fit(opzet.groepen)
        eigen = [groep for groep in opzet.groepen if groep not in self.inhoud.rollen]
        self.eigen_groepen.waarde = "\n".join(eigen)
        self.versie.waarde = opzet.versie
        self.themas.waarde = opzet.themas
        self._tell_faults(())
        self.refresh()

    def sync(self) -> None:
        """Neem over wat in de velden staat, zoals na het terugzetten van een bestand."""
        self._changed()

    def refresh(self) -> None:
        """Volg de scan: toon een andere scan, en leg de vragen vast zodra er antwoorden zijn."""
        if self._voor != self.werk.opzet.id:
            self.show()
            return
        vast = self.werk.locked()
        privacy = self.inhoud.inhoud["privacy"]
        avg = "avg_anoniem" if self.werk.modus == "anoniem" else "avg"
        self.vooraf.alineas = (str(privacy[avg]), str(privacy["bewaren"]))
        self.slot.tekst = vast
        for veld in (self.versie, self.themas):
            veld.uit = bool(vast)
        self.eigen.refresh(bool(vast))
        self.modus.refresh()
        self.uitdelen.refresh()

    def _changed(self, *_waarde: Any) -> None:
        if not self.werk.restoring:
            self._take(self.eigen.pairs())

    def _take(self, eigen: Sequence[tuple[str, str]]) -> tuple[Invoerfout, ...]:
        """Neem de velden over als alles klopt; anders blijft de scan zoals hij was."""
        oud = self.werk.opzet
        ruw = {
            "naam": self.naam.waarde,
            "datum": self.datum.waarde,
            "modus": oud.modus,
            "versie": self.versie.waarde or oud.versie,
            "themas": self.themas.waarde,
            "groepen": self.groepen.waarde,
            "eigen_groepen": self.eigen_groepen.waarde,
            "eigen": eigen,
        }
        uitkomst = check_setup(ruw, self.inhoud, oud)
        self._tell_faults(uitkomst.fouten)
        nieuw = uitkomst.opzet
        if nieuw is None or nieuw == oud:
            return uitkomst.fouten
        if self.werk.bronnen and changes_questions(oud, nieuw, self.inhoud):
            self.show()  # de vragen liggen vast: toon weer wat geldt
            return ()
        self.werk.set_setup(nieuw)
        return ()

    def _tell_faults(self, fouten: Sequence[Invoerfout]) -> None:
        """Zet een fout bij haar veld; wat bij geen veld hoort, komt eronder."""
        velden: dict[str, Deel] = {veld.label: veld for veld in (self.groepen, self.themas)}
        for veld in (self.groepen, self.themas):
            veld.fout = next((str(fout) for fout in fouten if fout.veld == veld.label), "")
        rest = [str(fout) for fout in fouten if fout.veld not in velden]
        self.fout.tekst = "\n".join(
            [*rest, "De link hieronder volgt zodra dit klopt."] * bool(rest)
        )


def _small(zin: str) -> str:
    return zin[:1].lower() + zin[1:]
