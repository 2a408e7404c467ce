"""Wat er over scans naast elkaar te zeggen is: in de tijd, of als verschillende groepen.

Alleen wat zeker van dezelfde groep komt, heet een verloop. Dat zien we aan de naam van de scan: die
is dan gelijk, op een jaartal of datum na, en de datum van de scan verschilt. Andere cijfers horen
bij de naam: Locatie 1 is niet Locatie 2. In elk ander geval staan de scans als groepen naast
elkaar, en zegt geen zin dat er iets veranderde.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from lv_tools.basis.taal.notatie import MAANDEN, aantal, datum, opsomming
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.opzet import BEGINNAAM, Opzet
from lv_tools.zelfevaluatie.model.uitkomstmaten import Midden, dominance
from lv_tools.zelfevaluatie.teksten import Instrument

_MAAND = "|".join(f"{maand[:3]}(?:{maand[3:]})?" for maand in MAANDEN) + "|mrt|sept"
#: Wat in een naam het moment zegt: een datum, een schooljaar of een jaartal.
_MOMENT = re.compile(
    rf"""(?<!\d)(?:
    20\d\d-\d{{1,2}}-\d{{1,2}}
    | \d{{1,2}}([-/.])\d{{1,2}}\1(?:20)?\d\d
    | (?:\d{{1,2}}\s+)?\b(?:{_MAAND})\.?\s+20\d\d
    | 20\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?
    )(?!\d)""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
# Kort geschreven is een schooljaar alleen aan de opvolgende jaren te zien.
_KORT_SCHOOLJAAR = re.compile(r"(?<![\d/-])'?(\d\d)\s*[-/–]\s*'?(\d\d)(?![\d/-])", re.ASCII)
_TEKENS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Punt:
    """Het beeld in een scan; ``n`` is het aantal mensen of antwoorden waarop het rust.

    ``afgeschermd``: in een anonieme scan vulden te weinig mensen dit in.
    """

    midden: Midden | None
    eensgezindheid: float | None
    n: int
    afgeschermd: bool = False


def in_time(opzetten: Sequence[Opzet]) -> bool:
    """Zeg of dit momenten van dezelfde groep zijn.

    De naam is dan gelijk op een jaartal of datum na, en zij is door iemand gekozen: de naam waarmee
    elke scan begint, zegt niet van wie hij is. De data verschillen.
    """
    namen = {_without_moment(opzet) for opzet in opzetten}
    data = {opzet.datum for opzet in opzetten}
    return len(namen) == 1 and len(data) == len(opzetten) and namen.isdisjoint(_VAN_NIEMAND)


def labels(opzetten: Sequence[Opzet]) -> tuple[str, ...]:
    """Geef elke scan een opschrift dat er maar één keer is: de dag, of de naam."""
    dagen = [datum(opzet.datum) for opzet in opzetten]
    if in_time(opzetten):
        return tuple(dagen)
    namen = [f"‘{opzet.naam}’" for opzet in opzetten]
    dubbel = {naam for naam, keer in Counter(namen).items() if keer > 1}
    langer = [
        f"{naam} van {dag}" if naam in dubbel else naam
        for naam, dag in zip(namen, dagen, strict=True)
    ]
    keren = Counter(langer)
    gehad: Counter[str] = Counter()
    uit = []
    for tekst in langer:
        gehad[tekst] += 1
        uit.append(f"{tekst} ({gehad[tekst]})" if keren[tekst] > 1 else tekst)
    return tuple(uit)


def introduce(tijd: bool) -> str:
    """Zeg hoe deze scans gelezen worden, en hoe de maker dat anders wil."""
    if tijd:
        return (
            "De scans heten gelijk, op een jaartal of datum na. Daarom staan ze hier als momenten "
            "van dezelfde groep. Hoort er een bij een andere school of een ander bestuur? Geef die "
            "dan een eigen naam."
        )
    return (
        "De scans hebben een andere naam, dezelfde datum, of een naam die niet zegt van welke "
        "groep ze zijn. Daarom staan ze hier als verschillende groepen naast elkaar, en niet als "
        "verloop in de tijd. Zijn het momenten van dezelfde groep? Geef ze dan allemaal de naam "
        "van die groep; een jaartal of datum mag verschillen."
    )


def caution(opzetten: Sequence[Opzet]) -> str:
    """Zeg één keer wat een verschil ook kan zijn."""
    tijd, gemengd = in_time(opzetten), len({opzet.modus for opzet in opzetten}) > 1
    if tijd:
        redenen = [
            "er kunnen andere mensen hebben meegedaan",
            "mensen kunnen de vraag anders lezen",
        ]
        if gemengd:
            redenen.insert(0, "de ene keer was het op naam en de andere keer anoniem")
        return f"Een verschil kan ook iets anders zijn dan verandering: {opsomming(redenen)}."
    redenen = ["de een kijkt strenger dan de ander", "mensen kunnen de vraag anders lezen"]
    if gemengd:
        redenen.insert(0, "de ene scan was op naam en de andere anoniem")
    return f"Een verschil zegt niet welke groep het beter doet: {opsomming(redenen)}."


def middle_cell(punt: Punt, inhoud: Instrument) -> str:
    """Schrijf een punt voor een tabel, met zijn eigen n."""
    if punt.afgeschermd:
        return "afgeschermd"
    if punt.midden is None:
        return "geen antwoord (n = 0)"
    return f"{zinnen.middle(punt.midden, inhoud)} (n = {punt.n})"


def tell(
    opschriften: Sequence[str],
    punten: Sequence[Punt],
    tellingen: Sequence[Sequence[int]],
    inhoud: Instrument,
    *,
    tijd: bool,
) -> str:
    """Zeg wat er tussen de scans verschilt, met bij elk beeld van welke scan het is.

    Parameters
    ----------
    tellingen
        Per scan de aantallen, van laag naar hoog.
    """
    wel = [plek for plek, punt in enumerate(punten) if punt.midden is not None]
    delen = [_missing(opschriften, punten, tijd=tijd)]
    if len(wel) < 2:
        return " ".join([*filter(None, delen), "Er is dus niets naast elkaar te leggen."])
    delen.append(_middles([opschriften[p] for p in wel], [punten[p] for p in wel], inhoud, tijd))
    if tijd:
        een, ander = wel[0], wel[-1]
    else:
        een, ander = max(
            combinations(wel, 2), key=lambda paar: _gap(tellingen[paar[0]], tellingen[paar[1]])
        )
        if dominance(tellingen[ander], tellingen[een]) < dominance(
            tellingen[een], tellingen[ander]
        ):
            een, ander = ander, een
    meer = "Het grootste verschil: wie" if len(wel) > 2 and not tijd else "Wie"
    hoger, lager = dominance(tellingen[ander], tellingen[een])
    paren = aantal(sum(tellingen[een]) * sum(tellingen[ander]), "paar", "paren")
    voor = "op" if tijd else "in"
    delen.append(
        f"{meer} {voor} {opschriften[ander]} antwoordde, zat hoger dan wie {voor} "
        f"{opschriften[een]} antwoordde in {hoger} van {paren}, en lager in {lager}."
    )
    return " ".join(filter(None, delen))


def counts_note(rijen: Sequence[tuple[str, Sequence[Punt]]]) -> str:
    """Zeg bij welke thema's of stellingen het aantal antwoorden per scan verschilt."""
    anders = [
        (naam, tuple(punt.n for punt in punten))
        for naam, punten in rijen
        if len({punt.n for punt in punten}) > 1 and not any(punt.afgeschermd for punt in punten)
    ]
    if not anders:
        return ""
    if len(anders) == len(rijen) and len({aantallen for _naam, aantallen in anders}) == 1:
        return f"Het aantal mensen is niet gelijk: {_numbers(anders[0][1])}."
    delen = [f"{naam} ({_numbers(aantallen)})" for naam, aantallen in anders]
    return f"Het aantal antwoorden is niet gelijk bij {opsomming(delen)}."


def _without_moment(opzet: Opzet) -> str:
    """Geef de naam zonder het moment, om te vergelijken."""
    jaar = opzet.datum.year

    def is_near(gevonden: re.Match[str]) -> str:
        begin, eind = int(gevonden[1]), int(gevonden[2])
        opeen = eind == (begin + 1) % 100 and abs(2000 + begin - jaar) <= 1
        return " " if opeen else gevonden[0]

    naam = _KORT_SCHOOLJAAR.sub(is_near, _MOMENT.sub(" ", opzet.naam))
    return _TEKENS.sub(" ", naam).strip().casefold()


#: Namen die van elke school kunnen zijn.
_VAN_NIEMAND = frozenset({"", BEGINNAAM.casefold()})


def _numbers(aantallen: Sequence[int]) -> str:
    return opsomming([str(n) for n in aantallen])


def _gap(een: Sequence[int], ander: Sequence[int]) -> float:
    paren = sum(een) * sum(ander)
    hoger, lager = dominance(een, ander)
    return abs(hoger - lager) / paren if paren else 0.0


def _missing(opschriften: Sequence[str], punten: Sequence[Punt], *, tijd: bool) -> str:
    voor = "op" if tijd else "in"
    delen = []
    for zonder, wat in (
        ([p.afgeschermd for p in punten], "is dit afgeschermd"),
        (
            [p.midden is None and not p.afgeschermd for p in punten],
            "gaf niemand hier een antwoord op de schaal",
        ),
    ):
        waar = [f"{voor} {o}" for o, mist in zip(opschriften, zonder, strict=True) if mist]
        if waar:
            delen.append(f"{zinnen.sentence(opsomming(waar))} {wat}.")
    return " ".join(delen)


def _middles(
    opschriften: Sequence[str], punten: Sequence[Punt], inhoud: Instrument, tijd: bool
) -> str:
    middens = [zinnen.middle(punt.midden, inhoud) for punt in punten]
    if len(set(middens)) == 1:
        if len(middens) == 2:
            voor = "op" if tijd else "in"
            return f"Het midden is {voor} {opschriften[0]} en {voor} {opschriften[1]} {middens[0]}."
        return f"Het midden is {'elke keer' if tijd else 'in elke scan'} {middens[0]}."
    if tijd and len(middens) == 2:
        return (
            f"Het midden ging van {middens[0]} ({opschriften[0]}) naar {middens[1]} "
            f"({opschriften[1]})."
        )
    voor = "op" if tijd else "in"
    delen = [f"{m} {voor} {o}" for m, o in zip(middens, opschriften, strict=True)]
    return f"Het midden is {opsomming(delen)}."
