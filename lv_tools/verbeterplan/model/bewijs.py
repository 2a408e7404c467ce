"""Bewijs uit een gesprek bij het doel of de activiteit waar het over gaat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from lv_tools.basis.uitwisseling.stukken import Bewijs, Stuk, Zekerheid, of_kind
from lv_tools.verbeterplan.model.plan import Doel, Kern, Knoop, Waarneming, Zeker

K = TypeVar("K", bound=Knoop)
#: Hoeveel berichten er bij een onderdeel passen.
MEESTE_BERICHTEN = 100
#: Waarop een bewijs rust, in de woorden van het plan; van het minst naar het meest zeker.
_ZEKER: Mapping[Zekerheid, Zeker] = {
    "": "",
    "een-blik": "indruk",
    "meer-bronnen": "aanwijzing",
    "meer-mensen": "zeker",
}
_ORDE: tuple[Zeker, ...] = tuple(_ZEKER.values())


def take_evidence(kern: Kern, stukken: tuple[Stuk, ...]) -> tuple[Kern, int, int]:
    """Zet bewijs als bericht bij het onderdeel waar het over gaat.

    Een bericht dat er al is, blijft zoals het staat; alleen hoe zeker het is, kan omhoog.

    Returns
    -------
    tuple
        Het plan, hoeveel berichten erbij kwamen of zekerder werden, en hoeveel er al waren, nergens
        bij hoorden of niet meer pasten.
    """
    per: dict[str, list[Bewijs]] = {}
    for bewijs in of_kind(stukken, Bewijs):
        per.setdefault(bewijs.over, []).append(bewijs)
    teller = [0]

    def at(knoop: K) -> K:
        berichten = _add(knoop.waarnemingen, per.get(knoop.id, ()), teller)
        return knoop if berichten == knoop.waarnemingen else replace(knoop, waarnemingen=berichten)

    def goal(doel: Doel) -> Doel:
        return replace(at(doel), tussendoelen=tuple(at(t) for t in doel.tussendoelen))

    nieuw = replace(
        kern,
        ambitie=at(kern.ambitie),
        doelen=tuple(goal(doel) for doel in kern.doelen),
        maatregelen=tuple(at(m) for m in kern.maatregelen),
        activiteiten=tuple(at(a) for a in kern.activiteiten),
    )
    return nieuw, teller[0], sum(map(len, per.values())) - teller[0]


def _add(
    berichten: tuple[Waarneming, ...], erbij: Iterable[Bewijs], teller: list[int]
) -> tuple[Waarneming, ...]:
    uit = {bericht.id: bericht for bericht in berichten}
    for bewijs in erbij:
        zeker, er = _ZEKER[bewijs.zekerheid], uit.get(bewijs.id)
        if er is None and len(uit) < MEESTE_BERICHTEN:
            uit[bewijs.id] = Waarneming(
                bewijs.id, bewijs.dag, gezien=bewijs.wat, bron=bewijs.bron, zeker=zeker
            )
        elif er is not None and _ORDE.index(zeker) > _ORDE.index(er.zeker):
            uit[bewijs.id] = replace(er, zeker=zeker)
        else:
            continue
        teller[0] += 1
    return tuple(uit.values())
