"""Kleine groepen afschermen, zo dat niemand het verborgene kan terugrekenen.

Alles wat getoond wordt, gaat over één vaste indeling van de mensen: elke zichtbare groep, de
verborgen groepen samen, en het geheel. Wie getoonde groepen van elkaar of van het geheel aftrekt,
komt daarom altijd uit bij een stuk van die indeling. En elk stuk is groot genoeg.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Kleinste groep die in een anonieme uitslag zichtbaar is.
KLEINSTE_GROEP = 5


@dataclass(frozen=True)
class Indeling:
    """Welke groepen zichtbaar zijn.

    Parameters
    ----------
    zichtbaar
        Groepen die apart getoond worden.
    verborgen
        Groepen die niet apart getoond worden.
    samen_zichtbaar
        Of de verborgen groepen als één geheel getoond mogen worden.
    geheel_zichtbaar
        Of de hele groep getoond mag worden.
    aanvullend
        De verborgen groepen die zelf groot genoeg zijn, maar een kleine groep moeten dekken.
    """

    zichtbaar: tuple[str, ...]
    verborgen: tuple[str, ...]
    samen_zichtbaar: bool
    geheel_zichtbaar: bool
    aanvullend: tuple[str, ...] = ()


def is_large_enough(
    personen: int, itemaantallen: Sequence[int], kleinste: int = KLEINSTE_GROEP
) -> bool:
    """Zeg of een groep getoond mag worden.

    De groep telt ten minste ``kleinste`` mensen, en elke vraag is door niemand of door ten minste
    ``kleinste`` mensen ingevuld. Zo laat ook een vaak overgeslagen vraag niemand zien.
    """
    return personen >= kleinste and all(n == 0 or n >= kleinste for n in itemaantallen)


def protect(
    groepen: Mapping[str, tuple[int, Sequence[int]]], kleinste: int = KLEINSTE_GROEP
) -> Indeling:
    """Verdeel groepen in zichtbaar en verborgen, met aanvullend verbergen.

    Parameters
    ----------
    groepen
        Per groep het aantal mensen en per vraag hoeveel mensen haar invulden; elke groep heeft
        evenveel vragen. Groepen zonder mensen doen niet mee.
    kleinste
        Kleinste groep die zichtbaar mag zijn (ten minste 2).

    Returns
    -------
    Indeling
        Zijn de verborgen groepen samen te klein, dan gaat ook de kleinste zichtbare groep weg, en
        zo verder. De volgorde van groepen maakt niet uit.

    Raises
    ------
    ValueError
        Als ``kleinste`` kleiner is dan 2: dan is niemand afgeschermd.
    """
    if kleinste < 2:
        raise ValueError("een groep van één persoon is nooit anoniem; kies ten minste 2")
    gevuld = {naam: groep for naam, groep in groepen.items() if groep[0]}
    zichtbaar = {naam for naam, groep in gevuld.items() if is_large_enough(*groep, kleinste)}
    te_klein = set(gevuld) - zichtbaar
    while (verborgen := set(gevuld) - zichtbaar) and zichtbaar:
        if is_large_enough(*_union(gevuld, verborgen), kleinste):
            break
        zichtbaar.remove(min(zichtbaar, key=lambda naam: (gevuld[naam][0], naam)))
    return Indeling(
        zichtbaar=tuple(naam for naam in gevuld if naam in zichtbaar),
        verborgen=tuple(naam for naam in gevuld if naam in verborgen),
        samen_zichtbaar=bool(verborgen) and is_large_enough(*_union(gevuld, verborgen), kleinste),
        geheel_zichtbaar=bool(gevuld) and is_large_enough(*_union(gevuld, set(gevuld)), kleinste),
        aanvullend=tuple(naam for naam in gevuld if naam in verborgen - te_klein),
    )


def _union(
    groepen: Mapping[str, tuple[int, Sequence[int]]], namen: set[str]
) -> tuple[int, list[int]]:
    personen = sum(groepen[naam][0] for naam in namen)
    kolommen = zip(*(groepen[naam][1] for naam in namen), strict=True)
    return personen, [sum(kolom) for kolom in kolommen]
