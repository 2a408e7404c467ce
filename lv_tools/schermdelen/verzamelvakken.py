"""De vakken waarmee een groep antwoorden verzamelt, elk los te gebruiken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from lv_tools.basis.antwoorden.tabel import template
from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.uitvoertabel import CSV_TYPE, EXCEL_TYPE, Uitvoertabel, to_csv, to_xlsx
from lv_tools.basis.verzamelen.verzameling import EIGEN, Verzameling
from lv_tools.schermdelen.bestanden import Bestand, Download, Upload
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie
from lv_tools.schermdelen.keuze import Keuzelijst, Keuzerondjes, Knop
from lv_tools.schermdelen.rolkeuze import Rolkeuze
from lv_tools.schermdelen.tekst import Mededeling, Tekst

ANONIEM_BLIJFT = (
    "Mensen hebben anoniem geantwoord, en dat blijft zo. Wilt u op naam werken, begin dan een "
    "nieuw bestand (onder ‘Uw gegevens’)."
)
GROOTSTE_BESTAND = 10_000_000

#: Rijen met ``code``, ``titel`` en ``uitleg``, zoals zij in de gegevens van een hulpmiddel staan.
Rijen = Sequence[Mapping[str, Any]]


class Invulvel(Protocol):
    """Wat één persoon invult, om de beurt op hetzelfde apparaat."""

    wie: Rolkeuze

    @property
    def delen(self) -> tuple[Deel, ...]:
        """De delen van boven naar beneden."""

    def respondent(self) -> Respondent | None:
        """Geef wat er is ingevuld; ``None`` als er geen antwoord is."""

    def clear(self) -> None:
        """Maak het vel leeg voor de volgende persoon."""


class Moduskeuze:
    """De keuze tussen op naam en anoniem; wie anoniem antwoordde, blijft dat."""

    def __init__(self, werk: Verzameling, modi: Rijen) -> None:
        self.werk = werk
        self.keuze = Keuzerondjes(
            "Werkt de groep op naam of anoniem? Kies dit voordat iemand begint.",
            [(rij["code"], rij["titel"]) for rij in modi],
            bij_wijziging=self._choose,
        )
        self.melding = Mededeling()
        self.deel = Kolom(
            Tekst(*(f"{rij['titel']}: {rij['uitleg']}" for rij in modi)), self.keuze, self.melding
        )
        werk.luisteraars.append(self.refresh)

    def refresh(self) -> None:
        """Toon wat er nu gekozen is."""
        if self.keuze.waarde != (self.werk.modus or None):
            self.keuze.waarde = self.werk.modus or None

    def _choose(self, modus: str | None) -> None:
        if self.werk.modus == "anoniem" and modus == "naam" and self.werk.has_group:
            self.keuze.waarde = "anoniem"
            self.melding.toon = "letop"
            self.melding.tekst = ANONIEM_BLIJFT
            return
        self.melding.tekst = ""
        self.werk.set_mode(modus or "")


class Beurtvak:
    """Mensen vullen om de beurt in; na elke persoon is het vel leeg."""

    def __init__(self, werk: Verzameling, vel: Invulvel) -> None:
        self.werk, self.vel = werk, vel
        self.melding = Mededeling()
        self.formulier = Formulier(
            *vel.delen,
            bij_inzenden=self._next,
            knop="Klaar, de volgende persoon",
            gelukt="Bewaard. Het scherm is leeg voor de volgende persoon.",
        )
        self.deel = Kolom(
            self.formulier, Knop("Haal de laatste persoon weer weg", self._undo), self.melding
        )

    def _next(self, _waarden: dict[str, Any]) -> list[Invoerfout]:
        if fouten := self.vel.wie.missing():
            return fouten
        respondent = self.vel.respondent()
        if respondent is not None:
            self.werk.add_turn(respondent)
        self.vel.clear()
        self.melding.tekst = ""
        self.vel.wie.rol.focus()
        return []

    def _undo(self) -> None:
        self.melding.tekst = (
            "De laatste persoon telt niet meer mee."
            if self.werk.undo_turn()
            else "Er is op dit apparaat nog niemand die u kunt weghalen."
        )


class Bestandenvak:
    """Bestanden en tabellen toevoegen, met per bestand wat ermee gebeurde, en lege sjablonen."""

    def __init__(self, werk: Verzameling, instrument: str) -> None:
        self.werk, self.instrument = werk, instrument
        self.melding = Mededeling()
        self.deel = Kolom(
            Tekst(
                "Elke rij in de tabel is een persoon. Hebt u Microsoft Forms of Google Formulieren "
                "gebruikt? Zet de stellingen er letterlijk in, en vraag de rol met ‘Wat is uw "
                "rol?’ of ‘Bij welke groep hoort u?’. Dan herkent dit hulpmiddel ze."
            ),
            Rij(
                Download("Leeg sjabloon (Excel)", self._excel),
                Download("Leeg sjabloon (CSV)", self._csv),
            ),
            Upload(
                "Voeg bestanden toe (.json, .csv of .xlsx)",
                self.add,
                soorten=".json,.csv,.xlsx,.ods,.txt,.tsv",
                meer=True,
                grens=GROOTSTE_BESTAND,
                hulp="U mag er meer tegelijk kiezen. Ze blijven op dit apparaat.",
            ),
            self.melding,
        )

    def add(self, bestanden: Sequence[Bestand]) -> None:
        """Voeg bestanden toe en zeg van elk wat ermee gebeurde."""
        zinnen = [zin for b in bestanden for zin in self.werk.add_file(b.naam, b.inhoud)]
        self.melding.tekst = "\n".join(zinnen)

    def _template(self) -> Uitvoertabel:
        kop, voorbeeld = template(self.werk.vragen)
        return Uitvoertabel("Antwoorden", tuple(kop), (tuple(voorbeeld),))

    def _excel(self) -> Bestand:
        return Bestand(self._name("xlsx"), to_xlsx([self._template()]), EXCEL_TYPE)

    def _csv(self) -> Bestand:
        return Bestand(self._name("csv"), to_csv(self._template()), CSV_TYPE)

    def _name(self, extensie: str) -> str:
        dag = now().date()
        return export_name(self.instrument, "sjabloon", self.werk.titel, dag, extensie)


def _size(bron: Bron) -> str:
    if bron.respondenten:
        return str(len(bron.respondenten))
    return "telling" if bron.handtellingen else "leeg"


class Bronnenvak:
    """Wie er meedoen, en een onderdeel weghalen of terugzetten."""

    def __init__(self, werk: Verzameling) -> None:
        self.werk = werk
        self.wie = Mededeling()
        self.bron = Keuzelijst("Welk onderdeel haalt u weg?", [], leeg="Kies een onderdeel")
        self.keuze = Kolom(Rij(self.bron, Knop("Haal dit weg", self.remove)), verborgen=True)
        self.terug = Knop("", werk.undo_remove, verborgen=True)
        self.deel = Sectie("Wie doen er mee?", self.wie, self.keuze, self.terug, niveau=3)
        werk.luisteraars.append(self.refresh)

    def refresh(self) -> None:
        """Werk bij wie er meedoen en wat weggehaald kan worden."""
        self.wie.tekst = self.werk.who()
        weg = [
            (bron.sleutel, f"{bron.naam} ({_size(bron)})")
            for bron in self.werk.bronnen
            if bron.naam != EIGEN
        ]
        self.bron.opties = weg
        self.keuze.verborgen = not weg
        laatste = self.werk.weggehaald
        self.terug.verborgen = laatste is None
        self.terug.tekst = f"Zet ‘{laatste.naam}’ weer terug" if laatste else ""

    def remove(self) -> None:
        """Haal het gekozen onderdeel weg."""
        if self.bron.waarde is not None:
            self.werk.remove(self.bron.waarde)
