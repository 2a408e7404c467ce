"""Mensen in groepen, en kleine groepen en kleine aantallen afgeschermd.

Hoe klein, zegt de bescherming; de getallen hieronder zijn die van een anonieme scan. Afschermen
gaat in twee stappen. Eerst worden de mensen in stukken verdeeld: elke groep van vijf of
meer, en de kleinere samen, zo dat geen stuk kleiner is dan vijf. Daarna vervallen binnen een stuk
de antwoorden op een stelling die minder dan vijf mensen invulden. Alles wat getoond wordt, ook het
geheel, is berekend uit wat dan over is. Wat vervalt, zit dus in geen enkel getal, en uit getoonde
getallen is het niet terug te rekenen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lv_tools.basis.onderzoek.onthulling import Bescherming, arrange
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.onderzoek.telling import Groepstelling, Handtelling, add_up, count_by_role
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.zelfevaluatie.model.uitkomstmaten import (
    Midden,
    Stellingbeeld,
    Themabeeld,
    own_middles,
)

#: Sleutels van groepen die geen rol zijn.
GEHEEL = "*geheel"
SAMEN = "*samen"


@dataclass(frozen=True)
class Groep:
    """Een groep met haar beeld per stelling en per thema."""

    sleutel: str
    naam: str
    personen: int
    stellingen: Mapping[str, Stellingbeeld]
    themas: Mapping[str, Themabeeld]


@dataclass(frozen=True)
class Verdeeld:
    """Alle groepen die te zien zijn.

    ``geheel`` is ``None`` als er niemand is, of te weinig mensen voor een anonieme uitslag.
    ``verborgen`` zijn de namen van groepen die niet apart te zien zijn; ``aanvullend`` zijn
    daarvan de groepen die zelf groot genoeg zijn, maar een kleine groep dekken. ``rollen`` zijn de
    codes van de groepen die wel apart te zien zijn.
    """

    groepen: tuple[Groep, ...]
    geheel: Groep | None
    verborgen: tuple[str, ...]
    personen: int
    aanvullend: tuple[str, ...] = ()
    rollen: tuple[str, ...] = ()


def divide(
    respondenten: Sequence[Respondent],
    handtellingen: Iterable[Handtelling],
    vragen: Vragenset,
    themas: Mapping[str, Sequence[str]],
    bescherming: Bescherming,
) -> Verdeeld:
    """Verdeel mensen in groepen en geef van elke groep het beeld.

    Parameters
    ----------
    respondenten, handtellingen
        Al samengevoegd: niemand staat er dubbel in.
    vragen
        De stellingen van de scan.
    themas
        Per thema de codes van zijn stellingen.
    bescherming
        Hoe klein een groep en een aantal antwoorden mag zijn.
    """
    tellingen = {
        rol: telling
        for rol, telling in count_by_role(respondenten, handtellingen, vragen).items()
        if telling.personen
    }
    # De mensen bepalen de indeling en de vragen niet: zo blijft zij bij elk stel vragen gelijk.
    indeling = arrange(
        {rol: (telling.personen, ()) for rol, telling in tellingen.items()}, bescherming
    )
    stukken: dict[str, tuple[str, ...]] = {rol: (rol,) for rol in indeling.zichtbaar}
    if indeling.samen_zichtbaar:
        stukken[SAMEN] = indeling.verborgen
    groepen = tuple(
        _group(
            (sleutel, _name(sleutel, vragen)),
            # Een rol alleen staat er al; de som is voor kleine groepen samen.
            tellingen[sleutel]
            if sleutel in indeling.zichtbaar
            else add_up((tellingen[rol] for rol in rollen), vragen),
            [r for r in respondenten if r.rol in rollen],
            themas,
            bescherming.vraag,
        )
        for sleutel, rollen in stukken.items()
    )
    alleen_samen = len(groepen) == 1 and groepen[0].sleutel == SAMEN
    return Verdeeld(
        () if alleen_samen else groepen,
        _whole(groepen, themas) if groepen and indeling.geheel_zichtbaar else None,
        tuple(vragen.rolnaam(rol) for rol in indeling.verborgen),
        sum(telling.personen for telling in tellingen.values()),
        tuple(vragen.rolnaam(rol) for rol in indeling.aanvullend),
        indeling.zichtbaar,
    )


def _name(sleutel: str, vragen: Vragenset) -> str:
    return "andere groepen samen" if sleutel == SAMEN else vragen.rolnaam(sleutel)


def _group(
    wie: tuple[str, str],
    telling: Groepstelling,
    mensen: Sequence[Respondent],
    themas: Mapping[str, Sequence[str]],
    kleinste: int,
) -> Groep:
    leeg = Verdeling.empty(len(next(iter(telling.stellingen.values())).aantallen))
    stellingen = {
        code: Stellingbeeld(leeg, True)
        if 0 < verdeling.totaal < kleinste
        else Stellingbeeld(verdeling)
        for code, verdeling in telling.stellingen.items()
    }
    beelden = {}
    for thema, codes in themas.items():
        over = [code for code in codes if not stellingen[code].afgeschermd]
        gevraagd = frozenset(over)
        deed_mee = (wie for wie in mensen if not gevraagd.isdisjoint(wie.antwoorden))
        # Verder dan de grens tellen is niet nodig.
        deden_mee = len(list(islice(deed_mee, kleinste)))
        # Vervielen alle antwoorden van een thema, dan is het afgeschermd en niet leeg.
        klein = deden_mee < kleinste and (deden_mee > 0 or len(over) < len(codes))
        scores = {} if klein else own_middles(mensen, over)
        beelden[thema] = Themabeeld(scores, tuple([stellingen[code] for code in codes]), klein)
    return Groep(*wie, telling.personen, stellingen, beelden)


def _whole(groepen: Sequence[Groep], themas: Mapping[str, Sequence[str]]) -> Groep:
    """Tel de getoonde groepen bij elkaar op; wat daar verviel, telt hier ook niet mee."""
    eerste = groepen[0]
    opties = len(next(iter(eerste.stellingen.values())).verdeling.aantallen)
    stellingen = {}
    for code in eerste.stellingen:
        beelden = [groep.stellingen[code] for groep in groepen]
        som = Verdeling.total((beeld.verdeling for beeld in beelden), opties)
        stellingen[code] = Stellingbeeld(
            som, not som.totaal and any(b.afgeschermd for b in beelden)
        )
    beelden_per_thema = {}
    for thema, codes in themas.items():
        scores: dict[Midden, int] = {}
        for groep in groepen:
            for midden, aantal in groep.themas[thema].scores.items():
                scores[midden] = scores.get(midden, 0) + aantal
        beelden_per_thema[thema] = Themabeeld(
            dict(sorted(scores.items())),
            tuple([stellingen[code] for code in codes]),
            not scores and any(groep.themas[thema].afgeschermd for groep in groepen),
        )
    personen = sum(groep.personen for groep in groepen)
    return Groep(GEHEEL, "hele groep", personen, stellingen, beelden_per_thema)
