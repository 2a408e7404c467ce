"""Kleine groepen afschermen, zo dat niemand het verborgene kan terugrekenen.

Alles wat getoond wordt, gaat over één vaste indeling van de mensen: elke zichtbare groep, de
verborgen groepen samen, en het geheel. Wie getoonde groepen van elkaar of van het geheel aftrekt,
komt daarom altijd uit bij een stuk van die indeling. En elk stuk is groot genoeg.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lv_tools.basis.taal.notatie import opsomming

#: Kleinste groep die in een anonieme uitslag zichtbaar is.
KLEINSTE_GROEP = 5


@dataclass(frozen=True)
class Bescherming:
    """Hoe klein iets mag zijn om nog apart te staan.

    Parameters
    ----------
    groep
        Kleinste groep die apart staat.
    vraag
        Kleinste aantal antwoorden waarmee een vraag van een groep te zien is.
    """

    groep: int = 1
    vraag: int = 1


#: Alles staat apart: het scherm van een groep die op naam werkt.
OPEN = Bescherming()
#: Niemand staat alleen: een uitvoer op naam waarin niemand om losse antwoorden vroeg.
NIET_ALLEEN = Bescherming(groep=2)
#: Kleine groepen en kleine aantallen blijven weg.
ANONIEM = Bescherming(groep=KLEINSTE_GROEP, vraag=KLEINSTE_GROEP)


def protection(modus: str, *, alleen_apart: bool = True) -> Bescherming:
    """Geef de bescherming die bij een manier van werken hoort.

    Parameters
    ----------
    modus
        ``"naam"`` of ``"anoniem"``.
    alleen_apart
        Mag op naam ook een groep van één persoon apart staan? Anoniem maakt dit niet uit.
    """
    if modus == "anoniem":
        return ANONIEM
    return OPEN if alleen_apart else NIET_ALLEEN


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


def explain_hidden(verborgen: Sequence[str], aanvullend: Sequence[str], reden: str) -> str:
    """Zeg welke groepen niet apart te zien zijn, en van elke de echte reden.

    Parameters
    ----------
    verborgen, aanvullend
        Namen; ``aanvullend`` zijn de verborgen groepen die zelf groot genoeg zijn.
    reden
        Waarom een groep te klein is, zoals ``"minder dan vijf mensen"``.

    Examples
    --------
    >>> explain_hidden(["bestuur"], [], "één persoon")
    'Niet apart te zien: bestuur (één persoon).'
    >>> explain_hidden([], [], "één persoon")
    ''
    """
    if not verborgen:
        return ""
    klein = opsomming([naam for naam in verborgen if naam not in aanvullend])
    zin = f"Niet apart te zien: {klein} ({reden})."
    if not aanvullend:
        return zin
    een = len(aanvullend) == 1
    staan, zijn = ("staat", "Die groep is") if een else ("staan", "Die groepen zijn")
    return (
        f"{zin} Ook {opsomming(aanvullend)} {staan} niet apart. {zijn} groot genoeg, maar door af "
        f"te trekken was anders uit te rekenen wat {klein} antwoordde."
    )


def arrange(groepen: Mapping[str, tuple[int, Sequence[int]]], bescherming: Bescherming) -> Indeling:
    """Verdeel groepen zoals de bescherming vraagt; zonder bescherming staat alles apart."""
    if bescherming.groep < 2:
        gevuld = tuple(naam for naam, (personen, _) in groepen.items() if personen)
        return Indeling(gevuld, (), False, bool(gevuld))
    if bescherming.vraag < 2:
        groepen = {naam: (personen, ()) for naam, (personen, _) in groepen.items()}
    return protect(groepen, bescherming.groep)


def _union(
    groepen: Mapping[str, tuple[int, Sequence[int]]], namen: set[str]
) -> tuple[int, list[int]]:
    personen = sum(groepen[naam][0] for naam in namen)
    kolommen = zip(*(groepen[naam][1] for naam in namen), strict=True)
    return personen, [sum(kolom) for kolom in kolommen]
