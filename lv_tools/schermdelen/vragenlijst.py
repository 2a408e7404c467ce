"""Een vragenlijst met een schaal per stelling, en de keuze voor wie zij wordt ingevuld."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.schermdelen.deel import Eigenschap, Invoerdeel
from lv_tools.schermdelen.keuze import Keuzelijst

#: Antwoord van een respondent op een stelling: een punt op de schaal, of ``None``: weet ik niet.
Antwoord = int | None


@dataclass(frozen=True)
class Stelling:
    """Een stelling om op te reageren."""

    id: str
    tekst: str
    hulp: str = ""


@dataclass(frozen=True)
class Schaalpunt:
    """Een punt van de schaal; ``waarde=None`` is "weet ik niet" en telt niet mee."""

    waarde: Antwoord
    tekst: str


class Vragenlijst(Invoerdeel):
    """Stellingen onder elkaar, elk met dezelfde schaal en een enkele halte voor de Tab-toets.

    ``waarde`` is een woordenboek van stelling naar antwoord. Een stelling die nog niet is
    beantwoord, staat er niet in; ``None`` is "weet ik niet".

    Parameters
    ----------
    label
        Kop boven de lijst.
    stellingen, schaal
        Wat er gevraagd wordt en hoe er geantwoord kan worden.
    niveau
        Niveau van de kop.
    """

    soort = "vragenlijst"
    #: Voor wie de lijst nu wordt ingevuld; staat in de voortgang.
    voor = Eigenschap("")

    def __init__(
        self,
        label: str,
        stellingen: Sequence[Stelling],
        schaal: Sequence[Schaalpunt],
        *,
        waarde: Mapping[str, Antwoord] | None = None,
        uitleg: str = "",
        niveau: int = 3,
        naam: str = "",
        verplicht: bool = False,
        bij_wijziging: Callable[[dict[str, Antwoord]], object] | None = None,
        **rest: Any,
    ) -> None:
        self.stellingen = tuple(stellingen)
        self.schaal = tuple(schaal)
        super().__init__(
            label,
            naam=naam,
            verplicht=verplicht,
            bij_wijziging=bij_wijziging,
            hulp=uitleg,
            niveau=niveau,
            stellingen=[{"id": s.id, "tekst": s.tekst, "hulp": s.hulp} for s in stellingen],
            schaal=[{"waarde": punt.waarde, "tekst": punt.tekst} for punt in schaal],
            **rest,
        )
        self.waarde = waarde or {}

    def check(self, waarde: Any) -> dict[str, Antwoord]:
        """Geef de antwoorden op bestaande stellingen, in de volgorde van de lijst."""
        if waarde is None:
            return {}
        if not isinstance(waarde, Mapping):
            raise ValueError(f"{self.label}: {waarde!r} zijn geen antwoorden")
        punten = {punt.waarde for punt in self.schaal}
        uit: dict[str, Antwoord] = {}
        for stelling in self.stellingen:
            if stelling.id not in waarde:
                continue
            antwoord = waarde[stelling.id]
            if type(antwoord) not in {int, NoneType} or antwoord not in punten:
                raise ValueError(f"{stelling.tekst}: {antwoord!r} staat niet op de schaal")
            uit[stelling.id] = antwoord
        return uit

    @property
    def open_stellingen(self) -> tuple[Stelling, ...]:
        """De stellingen zonder antwoord."""
        return tuple(s for s in self.stellingen if s.id not in self.waarde)

    def read(self) -> dict[str, Antwoord] | Invoerfout:
        """Geef de antwoorden; bij een verplichte lijst een fout zolang er een ontbreekt."""
        ontbreekt = self.open_stellingen
        if not self.verplicht or not ontbreekt:
            antwoorden: dict[str, Antwoord] = self.waarde
            return antwoorden
        nog = "nog 1 stelling" if len(ontbreekt) == 1 else f"nog {len(ontbreekt)} stellingen"
        return Invoerfout(
            self.label, "", f"{nog} zonder antwoord", "Kies een antwoord of ‘weet ik niet’"
        )


class Respondentkeuze(Keuzelijst):
    """Kies voor wie de vragenlijst wordt ingevuld, en houd de antwoorden per persoon uit elkaar.

    Parameters
    ----------
    lijst
        De vragenlijst die meewisselt.
    respondenten
        Paren van kenmerk en opschrift, zoals ``("r1", "teamleider havo")``.
    antwoorden
        Per kenmerk de antwoorden tot nu toe.
    bij_wijziging
        Functie die na elke wissel en elk antwoord ``antwoorden`` krijgt.
    """

    def __init__(
        self,
        lijst: Vragenlijst,
        respondenten: Sequence[tuple[str, str]],
        *,
        label: str = "Voor wie vult u de lijst in?",
        antwoorden: Mapping[str, Mapping[str, Antwoord]] | None = None,
        naam: str = "",
        bij_wijziging: Callable[[dict[str, dict[str, Antwoord]]], object] | None = None,
        **rest: Any,
    ) -> None:
        self.lijst = lijst
        self.antwoorden = {wie: dict(wat) for wie, wat in (antwoorden or {}).items()}
        self.bij_antwoorden = bij_wijziging
        super().__init__(label, respondenten, naam=naam, **rest)
        self.bij_wijziging = self._switch
        lijst.bij_wijziging = self._answer
        self._show()

    def keep(self) -> dict[str, Any]:
        """Bewaar wie er aan de beurt is en alle antwoorden."""
        return {"wie": self.waarde, "antwoorden": self.antwoorden}

    def restore(self, bewaard: Any) -> None:
        """Zet de antwoorden terug van wie er nog in de lijst staat; een tekst is alleen wie."""
        if isinstance(bewaard, str):
            super().restore(bewaard)
            return
        bekend = {sleutel for sleutel, _opschrift in self.opties}
        self.antwoorden = {
            wie: self.lijst.check(wat)
            for wie, wat in dict(bewaard["antwoorden"]).items()
            if wie in bekend
        }
        self.zet("waarde", self.fit(bewaard.get("wie")))
        self._switch(self.waarde)

    def _switch(self, _wie: object) -> None:
        self._show()
        self._tell()

    def _show(self) -> None:
        self.lijst.voor = dict(self.opties).get(self.waarde or "", "")
        self.lijst.waarde = self.antwoorden.get(self.waarde or "", {})
        self.lijst.fout = ""

    def _answer(self, antwoorden: dict[str, Antwoord]) -> None:
        if self.waarde is not None:
            self.antwoorden[self.waarde] = dict(antwoorden)
            self._tell()

    def _tell(self) -> None:
        if self.bij_antwoorden is not None:
            self.bij_antwoorden(self.antwoorden)
