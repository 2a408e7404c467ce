"""De maten van de uitslag: het midden van een stelling, van een thema, en verschil tussen groepen.

De schaal is een volgorde en geen liniaal: van ‘niet’ naar ‘enigszins’ is niet even ver als van
‘voldoende’ naar ‘(heel) goed’. Daarom staat hier geen gemiddelde van alle antwoorden: elk midden is
een plek in de volgorde. Halverwege twee antwoorden telt in plaatsen op de schaal, en ligt dus bij
‘niet’ en ‘voldoende’ op ‘enigszins’.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, repeat
from math import ceil, floor

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Antwoord, Verdeling

#: Vanaf hoeveel antwoorden eensgezindheid iets zegt: één persoon is het altijd met zichzelf eens.
EENS_VANAF_N = 2


@dataclass(frozen=True, order=True)
class Midden:
    """De twee antwoorden waar een midden tussen ligt; ze zijn gelijk als het er een is."""

    laag: int
    hoog: int

    @property
    def waarde(self) -> float:
        """Plek om te tekenen: halverwege de twee. Niet bedoeld om mee te rekenen."""
        return (self.laag + self.hoog) / 2


@dataclass(frozen=True)
class Stellingbeeld:
    """Wat een groep op een stelling antwoordde.

    ``afgeschermd``: in een anonieme scan vulden te weinig mensen haar in. Die antwoorden staan dan
    nergens, ook niet in een totaal; ``verdeling`` is leeg.
    """

    verdeling: Verdeling
    afgeschermd: bool = False

    @cached_property
    def midden(self) -> Midden | None:
        """De twee middelste antwoorden, of ``None`` zonder antwoorden op de schaal."""
        middelste = self.verdeling.middelste
        return Midden(*middelste) if middelste else None

    @cached_property
    def eensgezindheid(self) -> float | None:
        """Van der Eijks A (-1 tot 1), of ``None`` bij minder dan twee antwoorden."""
        return self.verdeling.eensgezindheid if self.verdeling.n >= EENS_VANAF_N else None


@dataclass(frozen=True)
class Themabeeld:
    """Wat een groep op de stellingen van een thema antwoordde.

    Van elke persoon telt het eigen midden: het middelste van de eigen antwoorden, en halverwege de
    twee middelste als die verschillen. Het midden van de groep is het middelste van die eigen
    middens. Zijn er twee mensen in het midden, dan loopt het van de laagste tot de hoogste van die
    twee, afgerond op antwoorden die dat stuk omvatten. Zo weegt iedereen even zwaar, hoeveel
    stellingen iemand ook invulde, ligt het midden altijd binnen de middelste helft, en verschuift
    één antwoord van één stap dit midden nooit meer dan één stap.

    Parameters
    ----------
    scores
        Per eigen midden het aantal mensen.
    stellingen
        Wat de groep op de stellingen van het thema antwoordde.
    """

    scores: Mapping[Midden, int]
    stellingen: Sequence[Stellingbeeld] = ()
    afgeschermd: bool = False

    @cached_property
    def weet_niet(self) -> int:
        """Aantal keer ‘weet ik niet’, bij alle stellingen van het thema samen."""
        return sum(beeld.verdeling.weet_niet for beeld in self.stellingen)

    @cached_property
    def eens(self) -> tuple[float, ...]:
        """De eensgezindheid per stelling, voor zover die er is."""
        alle = (beeld.eensgezindheid for beeld in self.stellingen)
        return tuple(eens for eens in alle if eens is not None)

    @property
    def n(self) -> int:
        """Aantal mensen met ten minste één antwoord op de schaal."""
        return sum(self.scores.values())

    @cached_property
    def midden(self) -> Midden | None:
        """Het midden van de groep, of ``None`` zonder antwoorden."""
        waarden = self._values
        if not waarden:
            return None
        return Midden(floor(waarden[(self.n - 1) // 2]), ceil(waarden[self.n // 2]))

    @cached_property
    def ruim_midden(self) -> Midden | None:
        """Het midden zoals versie 0.1.0 het berekende: de lage en de hoge waarden los van elkaar.

        Alleen nodig om te zien of antwoorden veranderd zijn sinds een oordeel van toen.
        """
        if not self.n:
            return None
        laag = sorted(m.laag for m in self._people())[(self.n - 1) // 2]
        hoog = sorted(m.hoog for m in self._people())[self.n // 2]
        return Midden(laag, hoog)

    @cached_property
    def kwart(self) -> tuple[float, float] | None:
        """Waartussen de middelste helft van de mensen ligt, of ``None`` zonder antwoorden."""
        waarden = self._values
        weg = (len(waarden) - 1) // 4
        return (waarden[weg], waarden[len(waarden) - 1 - weg]) if waarden else None

    @cached_property
    def bereik(self) -> tuple[float, float] | None:
        """Waartussen alle mensen liggen, of ``None`` zonder antwoorden."""
        waarden = self._values
        return (waarden[0], waarden[-1]) if waarden else None

    @property
    def eensgezindheid(self) -> float | None:
        """Gemiddelde eensgezindheid over de stellingen van het thema (-1 tot 1)."""
        return sum(self.eens) / len(self.eens) if self.eens else None

    def _people(self) -> list[Midden]:
        return [midden for midden, aantal in self.scores.items() for _ in range(aantal)]

    @cached_property
    def _values(self) -> list[float]:
        waarden = sorted((midden.waarde, aantal) for midden, aantal in self.scores.items())
        return list(chain.from_iterable(repeat(*paar) for paar in waarden))


@dataclass(frozen=True)
class Rolverschil:
    """Hoe vaak iemand uit de ene groep hoger antwoordt dan iemand uit de andere.

    Vergelijk elke persoon van de ene groep met elke persoon van de andere. ``hoger`` is het aantal
    paren waarin de groep ``hoog`` hoger antwoordt, ``lager`` waarin zij lager antwoordt; ``n_hoog``
    en ``n_laag`` zijn de aantallen mensen.
    """

    code: str
    hoog: str
    laag: str
    hoger: int
    lager: int
    n_hoog: int
    n_laag: int

    @property
    def paren(self) -> int:
        """Het aantal paren van mensen."""
        return self.n_hoog * self.n_laag

    @property
    def overwicht(self) -> float:
        """Deel van de paren waarin hoger, min het deel waarin lager (0 tot en met 1)."""
        return (self.hoger - self.lager) / self.paren if self.paren else 0.0


@lru_cache(maxsize=1 << 14)
def own_middle(stel: tuple[Antwoord, ...]) -> tuple[int, ...]:
    """Geef de twee middelste van de antwoorden van één persoon; leeg als er op de schaal geen is.

    Veel mensen geven hetzelfde stel antwoorden; dat rekenen we één keer uit.
    """
    op_schaal = sorted(filter(None, stel))
    n = len(op_schaal)
    return (op_schaal[(n - 1) // 2], op_schaal[n // 2]) if n else ()


def own_middles(respondenten: Iterable[Respondent], codes: Sequence[str]) -> dict[Midden, int]:
    """Tel de eigen middens van mensen op de stellingen ``codes``; wie niets antwoordde, ontbreekt.

    ‘Weet ik niet’ en ‘niet van toepassing’ tellen niet mee.
    """
    stellen = [tuple(map(respondent.antwoorden.get, codes)) for respondent in respondenten]
    scores = Counter(map(own_middle, stellen))
    return {Midden(*midden): aantal for midden, aantal in sorted(scores.items()) if midden}


def dominance(een: Sequence[int], twee: Sequence[int]) -> tuple[int, int]:
    """Tel in hoeveel paren de eerste groep hoger antwoordt, en in hoeveel de tweede.

    Parameters
    ----------
    een, twee
        Aantallen per waarde, van laag naar hoog.

    Notes
    -----
    N. Cliff (1993), Psychological Bulletin 114(3), 494-509: dominance statistics.

    Examples
    --------
    >>> dominance((0, 0, 1, 1), (1, 0, 1, 0))
    (3, 0)
    """
    onder_een = (0, *accumulate(een))
    onder_twee = (0, *accumulate(twee))
    hoger = sum(aantal * onder_twee[plek] for plek, aantal in enumerate(een))
    lager = sum(aantal * onder_een[plek] for plek, aantal in enumerate(twee))
    return hoger, lager
