"""Stap 2 op het scherm: vier manieren om antwoorden te verzamelen."""

from __future__ import annotations

import secrets

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.schermdelen import (
    Bestand,
    Download,
    Invoerveld,
    Kolom,
    Responsvak,
    Tekst,
    Verzamelpaneel,
)
from lv_tools.urgentiemeter.bestand.scan import NAAM, VERSIE, scan_to_state
from lv_tools.urgentiemeter.model.uitslag import Scan
from lv_tools.urgentiemeter.scherm.hand import Handpaneel
from lv_tools.urgentiemeter.scherm.vel import Antwoordvel
from lv_tools.urgentiemeter.scherm.werk import Werk

#: Langste naam van een meting, zoals het bewaarde bestand haar toestaat.
NAAM_LENGTE = 80


class Belevingpaneel:
    """Zelf invullen en tellen in de zaal, naast wat elke groep kan."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        teksten = werk.inhoud.inhoud
        meting = teksten["meting"]
        self.naam = Invoerveld(
            Veld("meting-naam", meting["label"], lengte=NAAM_LENGTE, hulp=meting["hulp"])
        )
        werk.meting = self._name
        self.zelf = Antwoordvel("zelf", werk.inhoud, bij_wijziging=self._own)
        self.hand = Handpaneel(werk.inhoud, werk.add_count)
        self.beurt = Antwoordvel("beurt", werk.inhoud, verplicht=True)
        self.paneel = Verzamelpaneel(
            werk,
            NAAM,
            manieren=teksten["manier"],
            modi=teksten["modus"],
            vel=self.beurt,
            vakken={"zelf": self._own_box(), "hand": self.hand.deel},
            zonder_modus=("zelf",),
            begin="zelf",
        )
        respons = teksten["respons"]
        self.respons = Responsvak(werk, respons, lambda: str(respons["herinnering"]))
        self.deel = Kolom(self.naam, self.paneel.deel, self.respons.deel)

    def fill_own(self) -> None:
        """Zet de eigen antwoorden in het formulier, zoals na het openen van een bestand."""
        eigen = self.werk.own()
        if eigen is not None:
            self.zelf.fill(eigen)

    def carry_drafts(self, zetter: Overzetting) -> tuple[tuple[str, str], ...]:
        """Zet een half ingevuld vel en een halve telling over; geef wat nergens meer past."""
        lijst = self.beurt.lijst
        blijft, weg = zetter.draft(lijst.waarde, self.beurt.wie.gekozen)
        lijst.waarde = dict(blijft)
        return (*weg, *self.hand.carry_drafts(zetter.herschreven))

    def sync(self) -> None:
        """Neem de eigen antwoorden over zoals ze op het scherm staan."""
        self.werk.set_own(self.zelf.respondent())

    def _name(self) -> str:
        gelezen = self.naam.read()
        return "" if isinstance(gelezen, Invoerfout) else str(gelezen or "")

    def _own(self) -> None:
        # Tijdens het terugzetten staat nog maar een deel op het scherm.
        if not self.werk.restoring:
            self.sync()

    def _own_box(self) -> Kolom:
        return Kolom(
            *self.zelf.delen,
            Tekst(str(self.werk.inhoud.inhoud["eigen_bestand"]["tekst"])),
            Download("Bewaar alleen mijn antwoorden als bestand", self._own_file),
        )

    def _own_file(self) -> Bestand:
        nu, meting = now(), self._name()
        scan = Scan(naam=meting, datum=nu.date().isoformat(), bronnen=self.werk.own_sources)
        staat = {"extra": scan_to_state(scan, self.werk.inhoud)}
        tekst = to_json(Bewaard(NAAM, VERSIE, "Antwoorden van een persoon", nu, staat))
        naam = export_name(NAAM, "antwoorden", meting, nu.date(), "json", merk=self._mark())
        return Bestand(naam, tekst.encode(), "application/json")

    def _mark(self) -> str:
        """Houd bestanden van verschillende mensen uit elkaar: met de naam, of met een kort stukje.

        Werkt de groep anoniem, of typte iemand geen naam, dan is het stukje willekeurig: wie de
        naam van het bestand ziet, kan daarmee niets terugzoeken.
        """
        eigen = self.werk.own()
        if eigen is None:
            return ""
        if eigen.naam and self.werk.modus != "anoniem":
            return eigen.naam
        return secrets.token_hex(3)
