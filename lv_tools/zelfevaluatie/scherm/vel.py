"""Het vel dat één persoon invult: rol, en per thema stellingen, bewijs en een opmerking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.antwoorden.bestand import NOTITIE_LENGTE
from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import NVT
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger
from lv_tools.basis.taal.notatie import getal
from lv_tools.schermdelen import (
    Deel,
    Invoerveld,
    Kolom,
    Mededeling,
    Rolkeuze,
    Schaalpunt,
    Sectie,
    Stelling,
    Tekst,
    Uitklap,
    Vragenlijst,
)
from lv_tools.zelfevaluatie.bestand.antwoorden import clean_answers
from lv_tools.zelfevaluatie.model.opzet import (
    Opzet,
    groepen_van,
    notitiecode,
    stellingen_in,
    themas_van,
)
from lv_tools.zelfevaluatie.teksten import Instrument, Thema


@dataclass(frozen=True)
class TeLang:
    """Een tekst die niet past: een zin erover, het nummer van het blad en het veld."""

    zin: str
    plek: int
    veld: Invoerveld


class Themablad:
    """De delen van één thema."""

    def __init__(
        self,
        thema: Thema,
        opzet: Opzet,
        inhoud: Instrument,
        voor: str,
        *,
        verplicht: bool,
        bij_wijziging: Callable[..., object],
    ) -> None:
        self.thema, self.inhoud = thema, inhoud
        voor = f"{voor}-{opzet.id}-{thema.code}"
        self.gevraagd = stellingen_in(thema.code, opzet, inhoud)
        self.lijst = Vragenlijst(
            str(inhoud.inhoud["schaal"]["vraag"]),
            self._statements(""),
            [
                *(Schaalpunt(nr, tekst) for nr, tekst in enumerate(inhoud.schaal, start=1)),
                Schaalpunt(None, inhoud.weet_niet),
                Schaalpunt(NVT, inhoud.nvt),
            ],
            naam=voor,
            niveau=4,
            verplicht=verplicht,
            bij_wijziging=bij_wijziging,
        )
        vragen = {"bewijs": thema.bewijs_vraag, "opmerking": thema.opmerking_vraag}
        self.notities = {
            notitiecode(thema.code, soort): Invoerveld(
                Veld(f"{voor}-{soort}", vraag, "tekstvak", lengte=NOTITIE_LENGTE),
                bij_tekst=bij_wijziging,  # ook wat te lang is, wordt onthouden
            )
            for soort, vraag in vragen.items()
        }
        self.meer = Uitklap(
            "Bewijs of een opmerking toevoegen",
            Mededeling(str(inhoud.inhoud["privacy"]["vrije_tekst"]), "letop"),
            *self.notities.values(),
        )
        self.deel = Sectie(thema.titel, Tekst(thema.uitleg), self.lijst, self.meer, niveau=3)

    def say(self, groep: str, naam: str) -> None:
        """Zet de stellingen neer in de woorden van een groep; wat zij niet krijgt, verdwijnt."""
        nieuw = self._statements(groep)
        zin = str(self.inhoud.inhoud["bewoording"]["vel"]).format(groep=naam)
        self.lijst.say(nieuw, zin if nieuw != self._statements("") else "")

    def answers(self) -> dict[str, int | None]:
        """Geef de antwoorden op wat deze groep gevraagd is."""
        weg = {stelling.id for stelling in self.lijst.stellingen if stelling.weg}
        return {code: wat for code, wat in self.lijst.waarde.items() if code not in weg}

    def _statements(self, groep: str) -> list[Stelling]:
        woorden = [(s, s.for_role(groep)) for s in self.gevraagd]
        return [
            Stelling(w.code, w.tekst, f"Hoog: {w.hoog}" if w.hoog else "", groep in s.niet_voor)
            for s, w in woorden
        ]

    def fill(self, antwoorden: Mapping[str, Any], notities: Mapping[str, str]) -> None:
        """Zet antwoorden en teksten op het blad."""
        self.lijst.waarde = self.lijst.check(antwoorden)
        for code, veld in self.notities.items():
            veld.waarde = notities.get(code, "")
        self.meer.open = any(veld.waarde for veld in self.notities.values())


class Vel:
    """Alle bladen van een scan, met de rol en de naam van wie invult.

    Parameters
    ----------
    voor
        Begin van de namen waaronder de delen bewaard worden.
    verplicht
        Vraag een rol en een antwoord op elke stelling voordat het vel ingezonden kan worden.
    bij_wijziging
        Functie zonder argumenten, na elke verandering.
    """

    def __init__(
        self,
        voor: str,
        opzet: Opzet,
        inhoud: Instrument,
        *,
        verplicht: bool = False,
        bij_wijziging: Callable[[], object] | None = None,
    ) -> None:
        self.voor, self.inhoud, self.verplicht = voor, inhoud, verplicht
        self.bij_wijziging = bij_wijziging
        self.wie = Rolkeuze(
            voor,
            (),
            vraag="Bij welke groep hoort u?",
            leeg="Kies uw groep",
            eigen=False,
            verplicht=verplicht,
            bij_wijziging=self._tell,
        )
        self.plaats = Kolom()
        self.bladen: tuple[Themablad, ...] = ()
        self.set_setup(opzet)

    @property
    def delen(self) -> tuple[Deel, ...]:
        """De delen van boven naar beneden."""
        return (*self.wie.delen, self.plaats)

    def set_setup(self, opzet: Opzet) -> None:
        """Bouw de bladen van deze scan; antwoorden die er nog bij passen, blijven."""
        antwoorden, notities = self.answers(), self.notes()
        zelfde = getattr(self, "opzet", opzet).id == opzet.id
        self.opzet = opzet
        self.wie.set_roles(groepen_van(opzet, self.inhoud))
        self.wie.naam.verborgen = opzet.modus != "naam"
        if opzet.modus != "naam":
            self.wie.naam.waarde = ""  # wie anoniem kiest, houdt ook hier geen naam over
        self.bladen = tuple(
            Themablad(
                thema,
                opzet,
                self.inhoud,
                self.voor,
                verplicht=self.verplicht,
                bij_wijziging=self._tell,
            )
            for thema in themas_van(opzet, self.inhoud)
        )
        if zelfde:
            self.fill(antwoorden, notities)
        self.say()
        self.plaats.inhoud = tuple(blad.deel for blad in self.bladen)

    def answers(self) -> dict[str, int | None]:
        """Geef de antwoorden van nu, op wat de gekozen groep gevraagd is."""
        return {code: wat for blad in self.bladen for code, wat in blad.answers().items()}

    def say(self) -> None:
        """Zet de stellingen neer in de woorden van de gekozen groep."""
        for blad in self.bladen:
            blad.say(self.wie.gekozen, self._name(self.wie.gekozen))

    def _name(self, groep: str) -> str:
        return dict(self.wie.rol.opties).get(groep, groep)

    def notes(self) -> dict[str, str]:
        """Geef de teksten van nu; lege ontbreken."""
        velden = [paar for blad in self.bladen for paar in blad.notities.items()]
        return {code: veld.waarde for code, veld in velden if veld.waarde.strip()}

    def fill(self, antwoorden: Mapping[str, Any], notities: Mapping[str, str]) -> None:
        """Zet antwoorden en teksten op de bladen."""
        for blad in self.bladen:
            blad.fill(antwoorden, notities)
        self.say()

    def respondent(
        self,
        kenmerk: str = "",
        versie: str = "",
        rest: Mapping[Vroeger, Restwaarde] | None = None,
    ) -> Respondent | None:
        """Geef wat er is ingevuld; ``None`` als er nog geen antwoord is.

        Raises
        ------
        VormError
            Als een tekst te lang is.
        """
        antwoorden, notities = self.answers(), self.notes()
        if not antwoorden and not notities and not rest:
            return None
        return clean_answers(
            self.wie.gekozen,
            antwoorden,
            self.opzet,
            self.inhoud,
            notities=notities,
            naam=self.wie.getypte_naam,
            kenmerk=kenmerk,
            versie=versie,
            rest=rest,
        )

    def too_long(self) -> TeLang | None:
        """Zeg welke tekst te lang is; ``None`` als alles past.

        De lengte staat al bij het veld terwijl iemand typt; hoeveel er te veel is, zegt dat veld
        zelf. Deze zin blijft daarom gelijk, zodat een schermlezer haar één keer voorleest.
        """
        for nummer, blad in enumerate(self.bladen, start=1):
            for veld in blad.notities.values():
                if isinstance(veld.read(), Invoerfout):
                    zin = (
                        f"Bij ‘{blad.thema.titel}’ is de tekst onder ‘{veld.label}’ te lang. Er "
                        f"passen {getal(veld.veld.lengte)} tekens. Alles wat u typte, staat er nog."
                    )
                    return TeLang(zin, nummer, veld)
        return None

    def clear(self) -> None:
        """Maak het vel leeg voor de volgende persoon."""
        self.wie.clear()
        self.fill({}, {})

    def _tell(self, *_waarde: Any) -> None:
        self.say()
        if self.bij_wijziging is not None:
            self.bij_wijziging()
