"""De ranglijsten: waarover de groep het eens is, waarover niet, en wat mensen niet weten.

De grenzen staan hier bij elkaar. Ze zijn een keuze van dit hulpmiddel en geen norm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.taal.notatie import getal, opsomming
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.gevoelig import agreement, one_step
from lv_tools.zelfevaluatie.model.groepen import Groep
from lv_tools.zelfevaluatie.model.uitkomstmaten import Rolverschil, Stellingbeeld
from lv_tools.zelfevaluatie.model.verschillen import largest_holds
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument

#: Vanaf deze eensgezindheid heet een groep het eens.
EENS_VANAF = 0.5
#: Een midden vanaf dit antwoord heet sterk; daaronder begint zwak.
STERK_VANAF = 3
#: Vanaf dit overwicht (0 tot 1) heet een verschil tussen groepen een verschil.
VERSCHIL_VANAF = 1 / 3
#: Hoeveel plaatsen een ranglijst heeft.
PLAATSEN = 5

#: Hoe hoger op de lijst, hoe kleiner de sleutel; ``None`` staat niet op de lijst.
Sleutel = tuple[float, float] | None
Weger = Callable[[Verdeling], Sleutel]


@dataclass(frozen=True)
class Plaats:
    """Een stelling op een ranglijst, met de waarde waarop zij geordend is en een zin."""

    code: str
    thema: str
    waarde: float
    zin: str


@dataclass(frozen=True)
class Ranglijst:
    """Een ranglijst.

    ``staat_vast``: geen enkel antwoord dat één stap anders was, zet een andere stelling bovenaan.
    ``zin`` zegt dat in woorden.
    """

    code: str
    titel: str
    uitleg: str
    vraag: str
    plaatsen: tuple[Plaats, ...]
    staat_vast: bool
    zin: str


def _strong(verdeling: Verdeling) -> Sleutel:
    a, midden = agreement(verdeling.aantallen), verdeling.middelste
    if a is None or midden is None or a < EENS_VANAF or midden[0] < STERK_VANAF:
        return None
    return -a, -float(sum(midden))


def _weak(verdeling: Verdeling) -> Sleutel:
    a, midden = agreement(verdeling.aantallen), verdeling.middelste
    if a is None or midden is None or a < EENS_VANAF or midden[1] >= STERK_VANAF:
        return None
    return -a, float(sum(midden))


def _divided(verdeling: Verdeling) -> Sleutel:
    a = agreement(verdeling.aantallen)
    return None if a is None or a >= EENS_VANAF else (a, -verdeling.n)


def _unknown(verdeling: Verdeling) -> Sleutel:
    if not verdeling.weet_niet:
        return None
    return -verdeling.weet_niet / (verdeling.n + verdeling.weet_niet), -verdeling.weet_niet


def _scale_steps(verdeling: Verdeling) -> Iterable[Verdeling]:
    return map(Verdeling, one_step(verdeling.aantallen))


def _unknown_steps(verdeling: Verdeling) -> Iterable[Verdeling]:
    """Eén persoon die het wel wist, of juist niet."""
    for plek, aantal in enumerate(verdeling.aantallen):
        for stap in (-1, 1):
            if aantal + stap >= 0 and verdeling.weet_niet - stap >= 0:
                nieuw = list(verdeling.aantallen)
                nieuw[plek] += stap
                yield Verdeling(tuple(nieuw), verdeling.weet_niet - stap, verdeling.nvt)


_LIJSTEN: Mapping[str, tuple[Weger, Callable[[Verdeling], Iterable[Verdeling]]]] = {
    "sterk-eens": (_strong, _scale_steps),
    "zwak-eens": (_weak, _scale_steps),
    "oneens": (_divided, _scale_steps),
    "onbekend": (_unknown, _unknown_steps),
}


def rankings(
    geheel: Groep,
    groepen: Sequence[Groep],
    verschillen: Sequence[Rolverschil],
    stellingen: Mapping[str, Stelling],
    inhoud: Instrument,
) -> tuple[Ranglijst, ...]:
    """Maak de vijf ranglijsten.

    Parameters
    ----------
    geheel, groepen
        De hele groep, en de groepen waaruit zij bestaat.
    verschillen
        Per stelling het grootste verschil tussen groepen, grootste eerst.
    """
    beelden = geheel.stellingen
    lijsten = []
    for code, (weeg, stappen) in _LIJSTEN.items():
        sleutels = {c: s for c, b in beelden.items() if (s := weeg(b.verdeling)) is not None}
        volgorde = sorted(sleutels, key=lambda c: sleutels[c])
        plaatsen = tuple(
            Plaats(c, stellingen[c].thema, abs(sleutels[c][0]) if code != "oneens"
                   else sleutels[c][0], _tell(code, beelden[c], inhoud))
            for c in volgorde[:PLAATSEN]
        )  # fmt: skip
        vast = _holds(volgorde, sleutels, beelden, weeg, stappen)
        lijsten.append(_list(code, plaatsen, vast, inhoud))
    namen = {groep.sleutel: groep.naam for groep in groepen}
    groot = [v for v in verschillen if v.overwicht >= VERSCHIL_VANAF]
    plaatsen = tuple(
        Plaats(v.code, stellingen[v.code].thema, v.overwicht,
               zinnen.difference(v, namen[v.hoog], namen[v.laag])
               + _other_words(v, stellingen[v.code], namen))
        for v in groot[:PLAATSEN]
    )  # fmt: skip
    lijsten.append(_list("rolverschil", plaatsen, largest_holds(groepen, stellingen), inhoud))
    return tuple(lijsten)


def _other_words(verschil: Rolverschil, stelling: Stelling, namen: Mapping[str, str]) -> str:
    """Zeg het erbij als een van de twee groepen de stelling in andere woorden kreeg."""
    anders = [g for g in (verschil.hoog, verschil.laag) if stelling.for_role(g) != stelling]
    return f"; andere woorden voor {opsomming([namen[g] for g in anders])}" if anders else ""


def _holds(
    volgorde: Sequence[str],
    sleutels: Mapping[str, tuple[float, float]],
    beelden: Mapping[str, Stellingbeeld],
    weeg: Weger,
    stappen: Callable[[Verdeling], Iterable[Verdeling]],
) -> bool:
    """Zeg of de bovenste bovenaan blijft, welk antwoord er ook één stap anders was."""
    if not volgorde:
        return False
    eerste = volgorde[0]
    tweede = sleutels[volgorde[1]] if len(volgorde) > 1 else None
    for code, beeld in beelden.items():
        for anders in stappen(beeld.verdeling):
            nieuw = weeg(anders)
            if code == eerste:
                if nieuw is None or (tweede is not None and nieuw >= tweede):
                    return False
            elif nieuw is not None and nieuw <= sleutels[eerste]:
                return False
    return True


def _tell(lijst: str, beeld: Stellingbeeld, inhoud: Instrument) -> str:
    verdeling = beeld.verdeling
    if lijst == "onbekend":
        kenden = verdeling.n + verdeling.weet_niet
        return f"{verdeling.weet_niet} van {kenden} mensen kozen ‘{inhoud.schaal.weet_niet}’"
    a = f"eensgezindheid {getal(beeld.eensgezindheid, 2)}"
    return f"{zinnen.counts(Verdeling(verdeling.aantallen), inhoud)}; {a}; n = {verdeling.n}"


def _list(code: str, plaatsen: tuple[Plaats, ...], vast: bool, inhoud: Instrument) -> Ranglijst:
    woorden = inhoud.uitkomsten[code]
    if not plaatsen:
        zin = "Geen stelling staat op deze lijst."
    elif vast:
        zin = "Met één antwoord één stap anders staat dezelfde stelling bovenaan."
    else:
        zin = "Met één antwoord één stap anders kan er een andere stelling bovenaan staan."
    return Ranglijst(
        code, woorden.titel, woorden.uitleg, woorden.vraag, plaatsen, vast and bool(plaatsen), zin
    )
