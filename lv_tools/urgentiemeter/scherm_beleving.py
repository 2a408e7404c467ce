"""Stap 2 op het scherm: vier manieren om antwoorden te verzamelen."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.antwoordtabel import template
from lv_tools.basis.invoer import Invoerfout
from lv_tools.basis.opslag import Bewaard, now, to_json
from lv_tools.basis.uitvoer import CSV_TYPE, EXCEL_TYPE, Uitvoertabel, file_name, to_csv, to_xlsx
from lv_tools.schermdelen import (
    Bestand,
    Download,
    Formulier,
    Keuzelijst,
    Keuzerondjes,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Sectie,
    Tekst,
    Upload,
)
from lv_tools.urgentiemeter.bestand import NAAM, VERSIE, scan_to_state
from lv_tools.urgentiemeter.model import Scan
from lv_tools.urgentiemeter.scherm_hand import Handpaneel
from lv_tools.urgentiemeter.scherm_vel import Antwoordvel
from lv_tools.urgentiemeter.scherm_werk import EIGEN, Werk

ANONIEM_BLIJFT = (
    "Mensen hebben anoniem geantwoord, en dat blijft zo. Wilt u op naam werken, begin dan een "
    "nieuw bestand (onder ‘Uw gegevens’)."
)
GROOTSTE_BESTAND = 10_000_000


class Belevingpaneel:
    """De keuze van de manier, en per manier haar eigen vak."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        teksten = werk.inhoud.inhoud
        self._uitleg = {rij["code"]: str(rij["uitleg"]) for rij in teksten["manier"]}
        self._modi = {rij["code"]: str(rij["uitleg"]) for rij in teksten["modus"]}
        self.manier = Keuzerondjes(
            "Hoe verzamelt u de antwoorden?",
            [(rij["code"], rij["titel"]) for rij in teksten["manier"]],
            waarde="zelf",
            naam="manier",
            bij_wijziging=self.show,
        )
        self.modus = Keuzerondjes(
            "Werkt de groep op naam of anoniem? Kies dit voordat iemand begint.",
            [(rij["code"], rij["titel"]) for rij in teksten["modus"]],
            bij_wijziging=self._mode,
        )
        self.modus_uitleg = Tekst(*(f"{rij['titel']}: {rij['uitleg']}" for rij in teksten["modus"]))
        self.modus_melding = Mededeling()
        self.modus_vak = Kolom(self.modus_uitleg, self.modus, self.modus_melding)
        self.manier_uitleg = Tekst()
        self.zelf = Antwoordvel("zelf", werk.inhoud, bij_wijziging=self._own)
        self.beurt = Antwoordvel("beurt", werk.inhoud, verplicht=True)
        self.hand = Handpaneel(werk.inhoud, werk.add_count)
        self.bestand_melding = Mededeling()
        self.bron = Keuzelijst("Welk onderdeel haalt u weg?", [], leeg="Kies een onderdeel")
        self.bron_vak = Kolom(Rij(self.bron, Knop("Haal dit weg", self._remove)))
        self.wie = Mededeling()
        self.vakken = {
            "zelf": self._own_box(),
            "beurt": self._turn_box(),
            "bestand": self._file_box(),
            "hand": self.hand.deel,
        }
        self.deel = Kolom(
            self.manier,
            self.manier_uitleg,
            self.modus_vak,
            *self.vakken.values(),
            Sectie("Wie doen er mee?", self.wie, self.bron_vak, niveau=3),
        )
        werk.luisteraars.append(self.refresh)
        self.show()
        self.refresh()

    def show(self, *_waarde: Any) -> None:
        """Toon het vak van de gekozen manier; een groep kiest eerst op naam of anoniem."""
        manier = self.manier.waarde or "zelf"
        self.manier_uitleg.alineas = (self._uitleg[manier],)
        groep = manier != "zelf"
        self.modus_vak.verborgen = not groep
        for code, vak in self.vakken.items():
            vak.verborgen = code != manier or (groep and not self.werk.modus)
        self.beurt.naam.verborgen = self.werk.modus != "naam"

    def refresh(self) -> None:
        """Werk bij wie er meedoen en wat weggehaald kan worden."""
        self.wie.tekst = self.werk.who()
        weg = [
            (bron.sleutel, f"{bron.naam} ({len(bron.respondenten) or 'telling'})")
            for bron in self.werk.bronnen
            if bron.naam != EIGEN
        ]
        self.bron.opties = weg
        self.bron_vak.verborgen = not weg
        if self.modus.waarde != (self.werk.modus or None):
            self.modus.waarde = self.werk.modus or None
        self.show()

    def _mode(self, modus: str | None) -> None:
        if self.werk.modus == "anoniem" and modus == "naam" and self.werk.has_group:
            self.modus.waarde = "anoniem"
            self.modus_melding.toon = "letop"
            self.modus_melding.tekst = ANONIEM_BLIJFT
            return
        self.modus_melding.tekst = ""
        self.werk.set_mode(modus or "")

    def _own_box(self) -> Kolom:
        return Kolom(
            *self.zelf.delen,
            Tekst("Doet u mee met een groep? Bewaar uw antwoorden en stuur het bestand door."),
            Download("Bewaar alleen mijn antwoorden als bestand", self._own_file),
        )

    def _turn_box(self) -> Kolom:
        self.beurt_melding = Mededeling()
        return Kolom(
            Formulier(
                *self.beurt.delen,
                bij_inzenden=self._turn,
                knop="Klaar, de volgende persoon",
                gelukt="Bewaard. Het scherm is leeg voor de volgende persoon.",
            ),
            Knop("Haal de laatste persoon weer weg", self._undo),
            self.beurt_melding,
        )

    def _file_box(self) -> Kolom:
        sjabloon = template(self.werk.inhoud.vragen)
        tabel = Uitvoertabel("Antwoorden", tuple(sjabloon[0]), (tuple(sjabloon[1]),))
        return Kolom(
            Tekst(
                "Elke rij in de tabel is een persoon. Hebt u Microsoft Forms gebruikt? Zet de "
                "stellingen er letterlijk in, dan herkent dit hulpmiddel ze."
            ),
            Rij(
                Download(
                    "Leeg sjabloon (Excel)",
                    lambda: Bestand(
                        file_name("urgentiemeter sjabloon", "xlsx"), to_xlsx([tabel]), EXCEL_TYPE
                    ),
                ),
                Download(
                    "Leeg sjabloon (CSV)",
                    lambda: Bestand(
                        file_name("urgentiemeter sjabloon", "csv"), to_csv(tabel), CSV_TYPE
                    ),
                ),
            ),
            Upload(
                "Voeg bestanden toe (.json, .csv of .xlsx)",
                self._files,
                soorten=".json,.csv,.xlsx,.txt",
                meer=True,
                grens=GROOTSTE_BESTAND,
                hulp="U mag er meer tegelijk kiezen. Ze blijven op dit apparaat.",
            ),
            self.bestand_melding,
        )

    def sync(self) -> None:
        """Neem de eigen antwoorden over zoals ze op het scherm staan."""
        self.werk.set_own(self.zelf.respondent())

    def _own(self) -> None:
        # Tijdens het terugzetten staat nog maar een deel op het scherm.
        if not self.werk.restoring:
            self.sync()

    def _own_file(self) -> Bestand:
        bron = tuple(b for b in self.werk.bronnen if b.naam == EIGEN)
        staat = {"extra": scan_to_state(Scan(bronnen=bron), self.werk.inhoud)}
        tekst = to_json(Bewaard(NAAM, VERSIE, "Antwoorden van een persoon", now(), staat))
        return Bestand("urgentiemeter-antwoorden.json", tekst.encode(), "application/json")

    def _turn(self, _waarden: dict[str, Any]) -> list[Invoerfout]:
        if fouten := self.beurt.missing_role():
            return fouten
        respondent = self.beurt.respondent()
        if respondent is not None:
            self.werk.add_turn(respondent)
        self.beurt.clear()
        self.beurt_melding.tekst = ""
        self.beurt.rol.focus()
        return []

    def _undo(self) -> None:
        gelukt = self.werk.undo_turn()
        self.beurt_melding.tekst = (
            "De laatste persoon telt niet meer mee."
            if gelukt
            else "Er is op dit apparaat nog niemand die u kunt weghalen."
        )

    def _files(self, bestanden: tuple[Bestand, ...]) -> None:
        zinnen = [zin for b in bestanden for zin in self.werk.add_file(b.naam, b.inhoud)]
        self.bestand_melding.tekst = " ".join(zinnen)

    def _remove(self) -> None:
        if self.bron.waarde is not None:
            self.werk.remove(self.bron.waarde)
