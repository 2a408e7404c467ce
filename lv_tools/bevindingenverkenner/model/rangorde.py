"""Wat staat bovenaan, en wat is daar echt van te onderscheiden? In zinnen."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import aantal as tel
from lv_tools.basis.taal.notatie import opsomming, procent
from lv_tools.bevindingenverkenner.model.filteren import Blad, sort
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.model.regels import Regel
from lv_tools.bevindingenverkenner.model.zinnen import write_measure, zin

#: Meer namen dan dit maken een zin onleesbaar; dan noemen we alleen het aantal.
MEESTE_NAMEN = 3
MEESTE_STANDAARDEN = 4


def ranking(blad: Blad) -> list[str]:
    """Noem wat bovenaan staat, waar dat interval mee overlapt en wat duidelijk lager ligt."""
    regels = [r for r in sort(blad.regels, "hoog", blad.weergave) if _usable(r)]
    if not regels:
        return _highest(blad)
    top = [r for r in regels if r.meting == regels[0].meting]
    rest = [r for r in regels if r not in top]
    meting = regels[0].meting or Meting(None, None)
    uit = [_group_size(blad)]
    geschreven = write_measure(meting, blad.weergave.eenheid)
    if len(top) == 1:
        uit.append(zin("top", label=_label(blad, top[0]), meting=geschreven))
    else:
        labels = opsomming([_label(blad, r) for r in top])
        uit.append(zin("top_samen", labels=labels, meting=geschreven))
    overlapt = [r for r in rest if not _below(r, meting)]
    lager = [r for r in rest if _below(r, meting)]
    uit.append(_name_or_count(blad, overlapt, "overlapt", "overlapt", "overlapt_veel"))
    uit.append(_name_or_count(blad, lager, "lager", "lager_samen", "lager_veel"))
    return uit


def _highest(blad: Blad) -> list[str]:
    """Zonder interval valt alleen te zeggen wat het hoogste percentage is."""
    bekend = [r for r in blad.regels if r.meting and r.meting.percentage is not None]
    if not bekend:
        return []
    hoogste = max(r.meting.percentage or 0 for r in bekend if r.meting)
    top = [_label(blad, r) for r in bekend if r.meting and r.meting.percentage == hoogste]
    return [zin("top_kaal", percentage=procent(hoogste, 0), labels=opsomming(top))]


def per_standard(blad: Blad) -> list[str]:
    """Geef bij een paar standaarden elke standaard een eigen zin: ze horen niet op één lijst."""
    aantal = len({regel.text("standaard") for regel in blad.regels})
    return per_group(blad, "standaard") if 1 < aantal <= MEESTE_STANDAARDEN else ranking(blad)


def per_group(blad: Blad, kolom: str) -> list[str]:
    """Noem van elke groep wat daarin bovenaan staat."""
    uit = []
    for naam in dict.fromkeys(regel.text(kolom) for regel in blad.regels):
        deel = tuple(regel for regel in blad.regels if regel.text(kolom) == naam)
        bruikbaar = sort(tuple(r for r in deel if _usable(r)), "hoog", blad.weergave)
        hoogste = (bruikbaar or sort(deel, "hoog", blad.weergave))[0]
        if hoogste.meting is None:
            continue
        top = [r for r in deel if r.meting == hoogste.meting and (_usable(r) or not bruikbaar)]
        labels = opsomming([_quote(r.text(blad.weergave.sleutel[0])) for r in top])
        geschreven = write_measure(hoogste.meting, blad.weergave.eenheid)
        uit.append(zin("top_groep", groep=naam, labels=labels, meting=geschreven))
    return uit


def _quote(tekst: str) -> str:
    return f"‘{tekst.rstrip('.')}’" if " " in tekst else tekst


def _label(blad: Blad, regel: Regel) -> str:
    """Noem een rij kort: wat door een filter toch al vastligt, blijft weg."""
    kolommen = [
        kolom
        for kolom in blad.weergave.sleutel
        if len({r.text(kolom) for r in blad.regels}) > 1 or kolom == blad.weergave.sleutel[0]
    ]
    naam = _quote(regel.text(kolommen[0]))
    rest = [regel.text(kolom) for kolom in kolommen[1:]]
    return f"{naam} ({', '.join(rest)})" if rest else naam


def _usable(regel: Regel) -> bool:
    return regel.meting is not None and regel.meting.interval is not None and not regel.kan_niet


def _below(regel: Regel, top: Meting) -> bool:
    """Ligt het hele interval van deze regel onder dat van de bovenste?"""
    if regel.meting is None or regel.meting.interval is None or top.interval is None:
        return False
    return regel.meting.interval.boven < top.interval.onder


def _name_or_count(blad: Blad, regels: list[Regel], een: str, meer: str, veel: str) -> str:
    if not regels:
        return ""
    if len(regels) > MEESTE_NAMEN:
        return zin(veel, aantal=len(regels))
    labels = opsomming([_label(blad, r) for r in regels])
    return zin(een if len(regels) == 1 else meer, labels=labels)


def _group_size(blad: Blad) -> str:
    """Noem bij uitdagingen van één standaard om hoeveel afdelingen het gaat."""
    standaarden = {r.text("standaard") for r in blad.regels}
    eerste = blad.regels[0].meting
    if blad.weergave.id != "uitdagingen" or len(standaarden) != 1 or not (eerste and eerste.n):
        return ""
    n = tel(eerste.n, *blad.weergave.eenheid)
    return zin("groep_uitdagingen", n=n, standaard=standaarden.pop())
