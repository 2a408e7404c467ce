"""Het laatste blad van het invullen: zien wat er in het bestand komt, en het bewaren."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.taal.notatie import aantal
from lv_tools.schermdelen import (
    Bestand,
    Download,
    Knop,
    Mededeling,
    Sectie,
    Tabel,
    Tekst,
    Uitklap,
)
from lv_tools.zelfevaluatie.bestand.antwoorden import (
    answers_file_name,
    answers_to_file,
    describe_answers,
)
from lv_tools.zelfevaluatie.model.opzet import Opzet
from lv_tools.zelfevaluatie.teksten import Instrument

#: Wat er niet is ingevuld, komt niet in het bestand en dus ook niet in het overzicht.
NIET_IN_BESTAND = ("niet ingevuld", "niets opgeschreven")
KOLOMMEN = ("Wat", "Waarde")
TELT_MEE = "U maakte deze scan op dit apparaat: uw antwoorden tellen meteen mee in de uitslag."
STUUR_OP = (
    "Stuur het bestand zelf naar wie de scan maakte, bijvoorbeeld per mail. Dit hulpmiddel "
    "verstuurt niets.",
    "Wilt u later nog iets wijzigen? Dat kan op dit apparaat. Bewaar dan opnieuw: bij het "
    "samenbrengen telt alleen uw laatste bestand.",
)


class Slotblad:
    """Het overzicht, de knop om te bewaren, en wat er daarna gebeurt.

    Parameters
    ----------
    wis
        Functie zonder argumenten die de antwoorden op deze scan wist.
    """

    def __init__(self, inhoud: Instrument, wis: Callable[[], object]) -> None:
        self.inhoud = inhoud
        self._bestand: tuple[Respondent, Opzet] | None = None
        self.overzicht = Tabel(
            "Dit staat in uw bestand", KOLOMMEN, [], sorteerbaar=False, breken=True
        )
        self.ontbreekt = Mededeling()
        self.bewaar = Download("Bewaar mijn antwoorden als bestand", self._file)
        self.daarna = Tekst()
        self.deel = Sectie(
            "Klaar: kijk na en bewaar",
            self.ontbreekt,
            self.overzicht,
            self.bewaar,
            self.daarna,
            Uitklap(
                "Mijn antwoorden wissen",
                Tekst("Alles wat u bij deze scan invulde, verdwijnt van dit apparaat."),
                Knop("Wis mijn antwoorden op deze scan", wis),
            ),
            niveau=3,
        )

    def show(
        self,
        opzet: Opzet,
        respondent: Respondent | None,
        *,
        groep: bool,
        open_: int,
        telt_mee: bool,
    ) -> None:
        """Toon wat er in het bestand komt.

        Parameters
        ----------
        respondent
            Wat er is ingevuld; ``None`` zolang er nog geen bestand te maken is.
        groep
            Is er een groep gekozen?
        open_
            Aantal stellingen zonder antwoord.
        telt_mee
            Tellen deze antwoorden al mee in de scan op dit apparaat?
        """
        zinnen = [] if groep else ["Kies eerst bij welke groep u hoort, op het eerste blad."]
        if open_:
            nog = aantal(open_, "stelling", "stellingen")
            zinnen.append(
                f"U liet {nog} open. Dat mag; zij komen niet in het bestand en tellen niet mee."
            )
        self.ontbreekt.tekst = " ".join(zinnen)
        self.ontbreekt.toon = "gewoon" if groep else "letop"
        self.bewaar.uit = self.overzicht.verborgen = respondent is None
        self.daarna.alineas = (TELT_MEE,) if telt_mee else STUUR_OP
        self._bestand = None
        if respondent is not None:
            self._bestand = respondent, opzet
            regels = describe_answers(respondent, opzet, self.inhoud)
            gevuld = [(r.wat, r.waarde) for r in regels if r.waarde not in NIET_IN_BESTAND]
            self.overzicht.toon(KOLOMMEN, gevuld)

    def _file(self) -> Bestand:
        """Geef precies wat er in het overzicht staat."""
        if self._bestand is None:
            raise ValueError("er is nog niets om te bewaren")
        respondent, opzet = self._bestand
        naam = answers_file_name(opzet, respondent)
        return Bestand(naam, answers_to_file(respondent, opzet, self.inhoud), "application/json")
