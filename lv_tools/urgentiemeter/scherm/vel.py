"""Het vel dat één persoon invult: rol, stellingen en onderwerpen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.vragenset import ONBEKENDE_ROL
from lv_tools.schermdelen import (
    Deel,
    Rolkeuze,
    Schaalpunt,
    Stelling,
    Vinkjes,
    Vragenlijst,
)
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

GEEN = "*geen"
WEET_NIET = "*weet-niet"


class Antwoordvel:
    """De delen die iemand invult.

    Parameters
    ----------
    voor
        Begin van de namen waaronder de delen bewaard worden.
    inhoud
        Stellingen, schaal, rollen en standaarden.
    verplicht
        Vraag een rol en een antwoord op elke stelling voordat het vel ingezonden kan worden.
    bij_wijziging
        Functie zonder argumenten, na elke verandering.
    """

    def __init__(
        self,
        voor: str,
        inhoud: Instrument,
        *,
        verplicht: bool = False,
        bij_wijziging: Callable[[], object] | None = None,
    ) -> None:
        self.inhoud = inhoud
        self.bij_wijziging = bij_wijziging
        self.wie = Rolkeuze(
            voor, inhoud.vragen.rollen, verplicht=verplicht, bij_wijziging=self._tell
        )
        self.lijst = Vragenlijst(
            "Stellingen",
            _statements(inhoud, ""),
            [
                *(Schaalpunt(i, tekst) for i, tekst in enumerate(inhoud.vragen.schaal, start=1)),
                Schaalpunt(None, inhoud.vragen.weet_niet),
            ],
            naam=f"{voor}-stellingen",
            niveau=3,
            verplicht=verplicht,
            bij_wijziging=self._tell,
        )
        vraag = inhoud.inhoud["standaardvraag"]
        self.standaarden = Vinkjes(
            vraag["tekst"],
            [
                *(
                    (code, f"{code} {s.naam}: {inhoud.standaard_uitleg(code)}")
                    for code, s in inhoud.standaarden.items()
                ),
                (GEEN, vraag["geen"]),
                (WEET_NIET, vraag["weet_niet"]),
            ],
            hulp=vraag["hulp"],
            naam=f"{voor}-onderwerpen",
            bij_wijziging=self._standards,
        )
        self._gekozen: tuple[str, ...] = ()

    @property
    def delen(self) -> tuple[Deel, ...]:
        """De delen van boven naar beneden."""
        return (*self.wie.delen, self.lijst, self.standaarden)

    def respondent(self) -> Respondent | None:
        """Geef wat er is ingevuld, nog zonder kenmerk; ``None`` als er geen antwoord is."""
        antwoorden = dict(self.lijst.waarde)
        keuzes: dict[str, tuple[str, ...] | None] = {}
        gekozen = self.standaarden.waarde
        if gekozen:
            codes = tuple(code for code in gekozen if code in self.inhoud.standaarden)
            keuzes[STANDAARDEN] = None if WEET_NIET in gekozen else codes
        if not antwoorden and not keuzes:
            return None
        rol = self.inhoud.vragen.find_role(self.wie.gekozen)
        return Respondent("", rol, antwoorden, keuzes, self.wie.getypte_naam)

    def fill(self, respondent: Respondent) -> None:
        """Zet de antwoorden van iemand op het vel."""
        self.wie.fill("" if respondent.rol == ONBEKENDE_ROL else respondent.rol, respondent.naam)
        self.lijst.waarde = self.lijst.check(respondent.antwoorden)
        gekozen: tuple[str, ...] = ()
        if STANDAARDEN in respondent.keuzes:
            keuze = respondent.keuzes[STANDAARDEN]
            gekozen = (WEET_NIET,) if keuze is None else keuze or (GEEN,)
        self.standaarden.waarde = gekozen
        self._gekozen = self.standaarden.waarde
        self.say()

    def say(self) -> None:
        """Zet de stellingen neer in de woorden van de gekozen rol."""
        rol = self.inhoud.vragen.find_role(self.wie.gekozen)
        uitleg = ""
        if self.inhoud.vragen.own_words(rol):
            zin = str(self.inhoud.inhoud["regeluitleg"]["eigen_woorden_vel"])
            uitleg = zin.format(rol=self.inhoud.vragen.rolnaam(rol))
        self.lijst.say(_statements(self.inhoud, rol), uitleg)

    def clear(self) -> None:
        """Maak het vel leeg voor de volgende persoon."""
        self.wie.clear()
        self.lijst.waarde = {}
        self.standaarden.waarde = self._gekozen = ()
        self.say()

    def _standards(self, gekozen: tuple[str, ...]) -> None:
        """'Geen' en 'weet ik niet' sluiten de andere uit; de laatste keuze wint."""
        nieuw = set(gekozen) - set(self._gekozen)
        if nieuw & {GEEN, WEET_NIET}:
            gekozen = tuple(sorted(nieuw & {GEEN, WEET_NIET}))[:1]
        elif nieuw:
            gekozen = tuple(code for code in gekozen if code not in {GEEN, WEET_NIET})
        self._gekozen = gekozen
        if gekozen != self.standaarden.waarde:
            self.standaarden.waarde = gekozen
        self._tell()

    def _tell(self, *_waarde: Any) -> None:
        self.say()
        if self.bij_wijziging is not None:
            self.bij_wijziging()


def _statements(inhoud: Instrument, rol: str) -> list[Stelling]:
    """De stellingen in de woorden van een rol."""
    woorden = (stelling.for_role(rol) for stelling in inhoud.stellingen.values())
    return [Stelling(s.code, s.tekst, s.hulp) for s in woorden]
