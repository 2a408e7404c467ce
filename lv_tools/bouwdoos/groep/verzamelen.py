"""Antwoorden van een groep verzamelen: om de beurt op dit apparaat, uit bestanden of een tabel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lv_tools.basis.antwoorden.formulier import form_questions, form_text, same_words
from lv_tools.basis.antwoorden.sjabloon import template
from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.uitvoertabel import CSV_TYPE, EXCEL_TYPE, Uitvoertabel, to_csv, to_xlsx
from lv_tools.basis.verzamelen.groep import has_others
from lv_tools.basis.verzamelen.groepswijziging import add_turn
from lv_tools.bouwdoos.groep.inhoud import Keus
from lv_tools.bouwdoos.groep.stand import C, Groepsdeel, Groepswerk
from lv_tools.bouwdoos.groep.vel import Velpaneel
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.schermdelen.bestanden import Bestand, Download, Upload
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie
from lv_tools.schermdelen.keuze import Keuzelijst, Keuzerondjes, Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst

ANONIEM_BLIJFT = (
    "Mensen hebben anoniem geantwoord, en dat blijft zo. Wilt u op naam werken, begin dan een "
    "nieuw bestand (onder ‘Uw gegevens’)."
)
GROOTSTE_BESTAND = 10_000_000
_FORMULIER = "Laat de vragen voor een formulier zien"
_FORMULIER_HULP = (
    "Dit is de tekst voor uw formulier. U mag hem hier veranderen en kopiëren; er gaat niets "
    "vanzelf weg."
)


class Moduskeuze(Groepsdeel[C]):
    """De keuze tussen op naam en anoniem; wie anoniem antwoordde, blijft dat."""

    def build(self) -> Iterable[Deel]:
        """De uitleg en de keuze."""
        modi = self.inhoud.modus
        self.keuze = Keuzerondjes(
            "Werkt de groep op naam of anoniem? Kies dit voordat iemand begint.",
            [(modus.code, modus.titel) for modus in modi],
            naam=f"{self.groep.onderzoek.pad}/modus",
            bij_wijziging=self._choose,
        )
        self.melding = Mededeling()
        uitleg = Tekst(*(f"{modus.titel}: {modus.uitleg}" for modus in modi))
        return (uitleg, self.keuze, self.melding)

    def show(self) -> None:
        """Toon wat er nu gekozen is."""
        if self.keuze.waarde != (self.groep.nu.modus or None):
            self.keuze.waarde = self.groep.nu.modus or None

    def _choose(self, modus: str | None) -> None:
        groep = self.groep.nu
        if groep.is_anonymous and modus == "naam" and has_others(groep):
            self.keuze.waarde = "anoniem"
            self.melding.toon, self.melding.tekst = "letop", ANONIEM_BLIJFT
            return
        self.melding.tekst = ""
        self.groep.set_mode(modus or "")


class Beurtpaneel(Groepsdeel[C]):
    """Mensen vullen om de beurt in; na elke persoon is het vel leeg."""

    def __init__(
        self,
        groep: Groepswerk,  # type: ignore[type-arg]  # elke staat
        inhoud: C,
        vel: Velpaneel[C],
    ) -> None:
        super().__init__(groep, inhoud)
        self.vel = vel

    def build(self) -> Iterable[Deel]:
        """Het vel, en de knop om de laatste weg te halen."""
        self.melding = Mededeling()
        formulier = Formulier(
            self.add(self.vel),
            bij_inzenden=self._next,
            knop="Klaar, de volgende persoon",
            gelukt="Bewaard. Het scherm is leeg voor de volgende persoon.",
        )
        return (formulier, Knop("Haal de laatste persoon weer weg", self._undo), self.melding)

    def _next(self, _waarden: dict[str, Any]) -> list[Invoerfout]:
        if fouten := self.vel.wie.missing():
            return fouten
        self.werk.clear_drafts(self.vel.pad)
        self.groep.change(add_turn)
        self.melding.tekst = ""
        self.vel.wie.rol.focus()
        return []

    def _undo(self) -> None:
        self.melding.tekst = (
            "De laatste persoon telt niet meer mee."
            if self.groep.undo_turn()
            else "Er is op dit apparaat nog niemand die u kunt weghalen."
        )


class Bestandenpaneel(Groepsdeel[C]):
    """Bestanden en tabellen toevoegen, met per bestand wat ermee gebeurde, en lege sjablonen."""

    def build(self) -> Iterable[Deel]:
        """De vragen voor een formulier, de sjablonen en de plek voor bestanden."""
        self.melding = Mededeling()
        groepen = same_words(self.groep.vragen)
        self.voor_wie = Keuzelijst(
            "Voor wie is het formulier?",
            [(str(plek), opsomming([r.tekst for r in wie])) for plek, wie in enumerate(groepen)],
            hulp="Wie stellingen in eigen woorden krijgt, vult een eigen formulier in.",
            waarde="0",
            verborgen=len(groepen) == 1,
        )
        return (
            Tekst(
                "Elke rij in de tabel is een persoon. Werkt u liever met Microsoft Forms of Google "
                "Formulieren? Neem dan de tekst hieronder over. Wat dat formulier teruggeeft, "
                "herkent dit hulpmiddel."
            ),
            self.voor_wie,
            Deelbericht(self._form, _FORMULIER, hulp=_FORMULIER_HULP, adres=False),
            Rij(
                Download("Leeg sjabloon (Excel)", self._excel),
                Download("Leeg sjabloon (CSV)", self._csv),
            ),
            Upload(
                "Voeg bestanden toe (.json, .csv of .xlsx)",
                self.take,
                soorten=".json,.csv,.xlsx,.ods,.txt,.tsv",
                meer=True,
                grens=GROOTSTE_BESTAND,
                hulp="U mag er meer tegelijk kiezen. Ze blijven op dit apparaat.",
            ),
            self.melding,
        )

    def take(self, bestanden: Sequence[Bestand]) -> None:
        """Voeg bestanden toe en zeg van elk wat ermee gebeurde."""
        zinnen = [zin for b in bestanden for zin in self.groep.add_file(b.naam, b.inhoud)]
        self.melding.tekst = "\n".join(zinnen)

    def _form(self) -> str:
        """Geef de vragen als tekst; anoniem wordt naar geen eigen woorden gevraagd."""
        vragen, onderzoek = self.groep.vragen, self.groep.onderzoek
        rollen = same_words(vragen)[int(self.voor_wie.waarde or 0)]
        anoniem = self.groep.nu.is_anonymous
        gevraagd = form_questions(vragen, rollen, open_vragen=not anoniem)
        titel = onderzoek.titel(self.werk.staat).strip() or onderzoek.naam.capitalize()
        return form_text(titel, rollen, gevraagd)

    def _template(self) -> Uitvoertabel:
        kop, voorbeeld = template(self.groep.vragen)
        return Uitvoertabel("Antwoorden", tuple(kop), (tuple(voorbeeld),))

    def _excel(self) -> Bestand:
        return Bestand(self._name("xlsx"), to_xlsx([self._template()]), EXCEL_TYPE)

    def _csv(self) -> Bestand:
        return Bestand(self._name("csv"), to_csv(self._template()), CSV_TYPE)

    def _name(self, extensie: str) -> str:
        onderzoek = self.groep.onderzoek
        titel = onderzoek.titel(self.werk.staat)
        return export_name(onderzoek.naam, "sjabloon", titel, now().date(), extensie)


class Bronnenpaneel(Groepsdeel[C]):
    """Wie er meedoen, en een onderdeel weghalen of terugzetten."""

    def build(self) -> Iterable[Deel]:
        """De stand, de lijst en de knoppen."""
        self.wie = Mededeling()
        self.bron = Keuzelijst("Welk onderdeel haalt u weg?", [], leeg="Kies een onderdeel")
        self.keuze = Kolom(Rij(self.bron, Knop("Haal dit weg", self._remove)), verborgen=True)
        self.terug = Knop("", self.groep.undo_remove, verborgen=True)
        return (Sectie("Wie doen er mee?", self.wie, self.keuze, self.terug, niveau=3),)

    def show(self) -> None:
        """Werk bij wie er meedoen en wat weggehaald kan worden."""
        self.wie.tekst = self.groep.who()
        self.bron.opties = [
            (bron.sleutel, f"{bron.naam} ({_size(bron)})") for bron in self.groep.nu.bronnen
        ]
        self.keuze.verborgen = not self.bron.opties
        laatste = self.groep.weggehaald
        self.terug.verborgen = laatste is None
        self.terug.tekst = f"Zet ‘{laatste.naam}’ weer terug" if laatste else ""

    def _remove(self) -> None:
        if self.bron.waarde is not None:
            self.groep.remove(self.bron.waarde)


def _size(bron: Bron) -> str:
    if bron.respondenten:
        return str(len(bron.respondenten))
    return "telling" if bron.handtellingen else "leeg"


class Verzamelpaneel(Groepsdeel[C]):
    """De keuze van de manier, per manier haar eigen vak, en daaronder wie er meedoen.

    Parameters
    ----------
    vel
        Maakt wat iemand invult, van een pad en de wensen van :class:`Velpaneel`.
    manieren
        De manieren om te verzamelen; ``"beurt"`` en ``"bestand"`` krijgen hun vak van dit paneel.
    vakken
        Eigen vakken van het hulpmiddel, per manier.
    zonder_modus
        Manieren die niet wachten op de keuze tussen op naam en anoniem.
    vraag_modus
        Vraag hier naar op naam of anoniem; het hulpmiddel kan dat ook ergens anders doen.
    """

    def __init__(
        self,
        groep: Groepswerk,  # type: ignore[type-arg]  # elke staat
        inhoud: C,
        vel: Callable[..., Velpaneel[C]],
        *,
        manieren: Sequence[Keus],
        vakken: Mapping[str, Paneel[Any, Any, Any]] | None = None,
        zonder_modus: Sequence[str] = (),
        vraag_modus: bool = True,
    ) -> None:
        super().__init__(groep, inhoud)
        self.manieren, self.zonder_modus = {m.code: m for m in manieren}, zonder_modus
        pad = groep.onderzoek.pad
        alle: dict[str, Paneel[Any, Any, Any]] = {
            "beurt": Beurtpaneel(groep, inhoud, vel(groep, inhoud, f"{pad}/beurt", verplicht=True)),
            "bestand": Bestandenpaneel(groep, inhoud),
            **(vakken or {}),
        }
        self.vakken = {code: alle[code] for code in self.manieren}
        self.modus = Moduskeuze(groep, inhoud) if vraag_modus else None

    def build(self) -> Iterable[Deel]:
        """De manieren, en het vak van elke manier."""
        self.manier = self.velden.radios(
            f"{self.groep.onderzoek.pad}/manier",
            "Hoe verzamelt u de antwoorden?",
            [(manier.code, manier.titel) for manier in self.manieren.values()],
        )
        self.uitleg = Tekst()
        return (
            self.manier,
            self.uitleg,
            *((self.modus.deel,) if self.modus else ()),
            *(vak.deel for vak in self.vakken.values()),
            self.add(Bronnenpaneel(self.groep, self.inhoud)),
        )

    def show(self) -> None:
        """Toon het vak van de gekozen manier; een groep kiest eerst op naam of anoniem."""
        groep = self.groep.nu
        manier = groep.manier if groep.manier in self.vakken else next(iter(self.vakken))
        if self.manier.waarde != manier:
            self.manier.waarde = manier
        uitleg = (self.manieren[manier].uitleg,)
        if self.uitleg.alineas != uitleg:
            self.uitleg.alineas = uitleg
        wacht = manier not in self.zonder_modus
        if self.modus:
            self.pick((self.modus,), self.modus if wacht else None)
        open_ = self.vakken[manier] if not wacht or groep.modus else None
        self.pick(self.vakken.values(), open_)
