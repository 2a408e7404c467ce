"""Hoe breed een regel tekst ongeveer wordt, en waar hij dus afbreekt.

Een tekening weet bij het maken niet welke letter de lezer heeft. De breedtes hier zijn die van
DejaVu Sans, de breedste van de letters die het boek kan krijgen: wat daarmee past, past overal.
"""

from __future__ import annotations

#: Breedte per teken in honderdsten van de lettergrootte: gewoon en vet.
_GEWOON = (
    " 32!40\"46#84$64%95&78'27(39)39*50+84,32-36.32/34064164264364464564664764864964:34;34<84=84"
    ">84?53A68B69C70D77E63F58G77H75I29J29K66L56M86N75O79P60Q79R69S63T61U73V68W99X69Y61Z69a61b63"
    "c55d63e62f35g63h63i28j28k58l28m97n63o61p63q63r41s52t39u63v59w82x59y59z52’32‘32–50·32→84←84"
    "×84"
)
_VET = (
    " 35!46\"52#84$70%99&87'31(46)46*52+84,38-42.38/37070170270370470570670770870970:40;40<84=84"
    ">84?58A77B76C73D83E68F68G82H84I37J37K77L64M99N84O85P73Q85R77S72T68U81V77W99X77Y72Z73a67b72"
    "c59d72e68f44g72h71i34j34k67l34m99n71o69p72q72r49s60t48u71v65w92x65y65z58’38‘38–50·38→84←84"
    "×84"
)
#: Wat een teken met een accent of een onbekend teken telt: een gewone kleine letter.
_ANDERS = {False: 64, True: 72}


def _table(reeks: str) -> dict[str, int]:
    return {reeks[i]: int(reeks[i + 1 : i + 3]) for i in range(0, len(reeks), 3)}


_BREEDTES = {False: _table(_GEWOON), True: _table(_VET)}


def width(tekst: str, maat: float, *, vet: bool = False) -> float:
    """Geef de breedte van een regel.

    Parameters
    ----------
    tekst : str
        Eén regel.
    maat : float
        De lettergrootte.
    vet : bool, optional
        Of de letter vet is.

    Returns
    -------
    float
        In dezelfde eenheid als ``maat``; eerder te ruim dan te krap.
    """
    tabel, anders = _BREEDTES[vet], _ANDERS[vet]
    return sum(tabel.get(teken, anders) for teken in tekst) * maat / 100


def wrap(tekst: str, breedte: float, maat: float, *, vet: bool = False) -> list[str]:
    """Verdeel een tekst over zo min mogelijk regels, en die regels zo gelijk mogelijk.

    Een verticale streep in de tekst is een vaste overgang naar een nieuwe regel.

    Parameters
    ----------
    tekst : str
        De tekst van het label.
    breedte : float
        Zo breed mag een regel worden.
    maat : float
        De lettergrootte.
    vet : bool, optional
        Of de letter vet is.

    Returns
    -------
    list of str
        De regels. Een woord dat zelf te breed is, staat alleen op zijn regel.
    """
    return [regel for stuk in tekst.split("|") for regel in _even(stuk.split(), breedte, maat, vet)]


def _even(woorden: list[str], breedte: float, maat: float, vet: bool) -> list[str]:
    """Verdeel woorden over zo min mogelijk regels, met zo weinig mogelijk verschil in lengte."""
    aantal = len(_greedy(woorden, breedte, maat, vet))
    if aantal < 2:
        return [" ".join(woorden)]
    # beste[n] zijn de beste regels voor de eerste n woorden; per ronde een regel meer.
    beste: dict[int, tuple[float, list[str]]] = {0: (0, [])}
    for _ in range(aantal):
        volgende: dict[int, tuple[float, list[str]]] = {}
        for begin, (kosten, regels) in beste.items():
            for eind in range(begin + 1, len(woorden) + 1):
                regel = " ".join(woorden[begin:eind])
                over = breedte - width(regel, maat, vet=vet)
                if over < 0 and eind > begin + 1:
                    break
                nieuw = kosten + over * over
                if eind not in volgende or nieuw < volgende[eind][0]:
                    volgende[eind] = (nieuw, [*regels, regel])
        beste = volgende
    return beste[len(woorden)][1]


def _greedy(woorden: list[str], breedte: float, maat: float, vet: bool) -> list[str]:
    regels: list[str] = []
    for woord in woorden:
        if regels and width(f"{regels[-1]} {woord}", maat, vet=vet) <= breedte:
            regels[-1] += f" {woord}"
        else:
            regels.append(woord)
    return regels
