"""Verschil tussen groepen: per stelling en thema de twee die het verst uit elkaar liggen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from lv_tools.zelfevaluatie.model.gevoelig import one_step
from lv_tools.zelfevaluatie.model.groepen import SAMEN, Groep
from lv_tools.zelfevaluatie.model.uitkomstmaten import Midden, Rolverschil, dominance

#: Per groep de aantallen per antwoord, van laag naar hoog.
Tellingen = Mapping[str, Sequence[int]]


def find_differences(groepen: Sequence[Groep], codes: Iterable[str]) -> tuple[Rolverschil, ...]:
    """Zoek per stelling het grootste verschil tussen twee groepen; grootste eerst.

    De restgroep van een anonieme scan doet niet mee: dat is geen groep die met een andere praat.
    Bij gelijke stand gaat voor wat op meer mensen rust, dan de stelling die eerst komt, en dan de
    naam in het alfabet; de volgorde van groepen maakt dus niet uit.
    """
    return _largest({code: _per_statement(groepen, code) for code in codes})


def find_theme_differences(
    groepen: Sequence[Groep], themas: Iterable[str]
) -> tuple[Rolverschil, ...]:
    """Zoek per thema het grootste verschil, op ieders eigen midden."""
    return _largest({code: _per_theme(groepen, code) for code in themas})


def largest_holds(groepen: Sequence[Groep], codes: Iterable[str]) -> bool:
    """Zeg of hetzelfde verschil bovenaan blijft als één antwoord één stap anders was."""
    tellingen = {code: _per_statement(groepen, code) for code in codes}
    volgorde = _largest(tellingen)
    if not volgorde:
        return False
    eerste = volgorde[0]
    tweede = volgorde[1].overwicht if len(volgorde) > 1 else 0.0
    for code, per_groep in tellingen.items():
        paren = {frozenset({v.hoog, v.laag}): v.overwicht for v in _pairs(code, per_groep)}
        for groep, aantallen in per_groep.items():
            vast = max((o for paar, o in paren.items() if groep not in paar), default=0.0)
            for anders in one_step(aantallen):
                nieuw = _pairs_with(code, groep, {**per_groep, groep: anders})
                hoogste = max([vast, *(v.overwicht for v in nieuw)])
                if (hoogste <= tweede) if code == eerste.code else (hoogste >= eerste.overwicht):
                    return False
    return True


def _per_statement(groepen: Sequence[Groep], code: str) -> Tellingen:
    return {
        groep.sleutel: groep.stellingen[code].verdeling.aantallen
        for groep in groepen
        if groep.sleutel != SAMEN
    }


def _per_theme(groepen: Sequence[Groep], code: str) -> Tellingen:
    return {g.sleutel: halves(g.themas[code].scores) for g in groepen if g.sleutel != SAMEN}


def halves(scores: Mapping[Midden, int]) -> tuple[int, ...]:
    """Zet eigen middens op een rij van halve stappen, alleen om ze te ordenen."""
    tellingen = [0] * 21
    for midden, aantal in scores.items():
        tellingen[midden.laag + midden.hoog] += aantal
    return tuple(tellingen)


def _largest(tellingen: Mapping[str, Tellingen]) -> tuple[Rolverschil, ...]:
    gevonden = []
    for code, per_groep in tellingen.items():
        if paren := _pairs(code, per_groep):
            gevonden.append(min(paren, key=_rank))
    # Bij een gelijk overwicht gaat voor wat op meer mensen rust: 12 van 12 zegt meer dan 6 van 6.
    return tuple(sorted(gevonden, key=lambda verschil: _rank(verschil)[:3]))


def _rank(v: Rolverschil) -> tuple[float, int, int, str, str]:
    return -v.overwicht, -min(v.n_hoog, v.n_laag), -v.paren, v.hoog, v.laag


def _pairs(code: str, per_groep: Tellingen) -> list[Rolverschil]:
    return [
        verschil
        for een, twee in combinations(sorted(per_groep), 2)
        if (verschil := _pair(code, een, twee, per_groep)) is not None
    ]


def _pairs_with(code: str, groep: str, per_groep: Tellingen) -> list[Rolverschil]:
    return [
        verschil
        for ander in per_groep
        if ander != groep and (verschil := _pair(code, groep, ander, per_groep)) is not None
    ]


def _pair(code: str, een: str, twee: str, per_groep: Tellingen) -> Rolverschil | None:
    links, rechts = per_groep[een], per_groep[twee]
    n_links, n_rechts = sum(links), sum(rechts)
    if not n_links or not n_rechts:
        return None
    hoger, lager = dominance(links, rechts)
    if hoger >= lager:
        return Rolverschil(code, een, twee, hoger, lager, n_links, n_rechts)
    return Rolverschil(code, twee, een, lager, hoger, n_rechts, n_links)
