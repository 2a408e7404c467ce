"""Een vragenlijst met een schaal per stelling."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.schermdelen.deel import Invoerdeel

#: Antwoord van een respondent op een stelling: een punt op de schaal, of ``None``: weet ik niet.
Antwoord = int | None


@dataclass(frozen=True)
class Stelling:
    """Een stelling om op te reageren."""

    id: str
    tekst: str
    hulp: str = ""
    #: Krijgt wie nu invult deze stelling niet? Dan is zij niet te zien en hoeft zij geen antwoord.
    weg: bool = False


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
    eerst, meer
        Zoveel stellingen staan open; de andere staan achter een knop met dit opschrift, dicht
        zolang er niets van is beantwoord. Zonder opgave staan ze alle open.
    """

    soort = "vragenlijst"

    def __init__(
        self,
        label: str,
        stellingen: Sequence[Stelling],
        schaal: Sequence[Schaalpunt],
        *,
        waarde: Mapping[str, Antwoord] | None = None,
        uitleg: str = "",
        niveau: int = 3,
        eerst: int = 0,
        meer: str = "",
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
            stellingen=_to_page(stellingen),
            schaal=[{"waarde": punt.waarde, "tekst": punt.tekst} for punt in schaal],
            **({"eerst": eerst, "meer": meer} if eerst else {}),
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

    def say(self, stellingen: Sequence[Stelling], uitleg: str = "") -> None:
        """Zet dezelfde stellingen in andere woorden neer; de antwoorden blijven staan.

        Raises
        ------
        ValueError
            Als het niet dezelfde stellingen zijn, in dezelfde volgorde.
        """
        if [s.id for s in stellingen] != [s.id for s in self.stellingen]:
            raise ValueError(f"{self.label}: dit zijn andere stellingen")
        if tuple(stellingen) != self.stellingen or uitleg != self.eigenschappen["hulp"]:
            self.stellingen = tuple(stellingen)
            self.zet("stellingen", _to_page(stellingen))
            self.zet("hulp", uitleg)

    @property
    def open_stellingen(self) -> tuple[Stelling, ...]:
        """De stellingen zonder antwoord."""
        return tuple(s for s in self.stellingen if not s.weg and s.id not in self.waarde)

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


def _to_page(stellingen: Sequence[Stelling]) -> list[dict[str, Any]]:
    return [
        {"id": s.id, "tekst": s.tekst, "hulp": s.hulp} | ({"weg": True} if s.weg else {})
        for s in stellingen
    ]
