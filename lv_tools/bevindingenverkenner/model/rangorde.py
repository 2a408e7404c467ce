"""Wat staat bovenaan, en wat is daar echt van te onderscheiden? In zinnen."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.taal.notatie import aantal as tel
from lv_tools.basis.taal.notatie import opsomming, procent
from lv_tools.bevindingenverkenner.model.filteren import Blad, sort
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.model.regels import Regel
from lv_tools.bevindingenverkenner.model.zinnen import write_measure, zin
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten

#: Meer namen dan dit maken een zin onleesbaar; dan noemen we alleen het aantal.
MEESTE_NAMEN = 3
MEESTE_STANDAARDEN = 4


def leaders(regels: Sequence[Regel], blik: Weergave) -> tuple[Regel, ...]:
    """Geef de regels die samen bovenaan staan; een restgroep staat daar nooit bij.

    Regels waar een interval bij past gaan voor; zijn die er niet, dan tellen de kale percentages.
    """
    genoemd = [r for r in regels if r.meting and r.meting.percentage is not None and not _rest(r)]
    volgorde = sort(tuple(filter(_usable, genoemd)) or tuple(genoemd), "hoog", blik)
    return tuple(r for r in volgorde if r.meting == volgorde[0].meting)


def ranking(blad: Blad) -> list[str]:
    """Noem wat bovenaan staat, waar dat interval mee overlapt en wat duidelijk lager ligt."""
    top = leaders(blad.regels, blad.weergave)
    if not top:
        return []
    meting = top[0].meting or Meting(None, None)
    if not _usable(top[0]) and not blad.weergave.telling:
        labels = opsomming([_label(blad, r) for r in top])
        kaal = zin("top_kaal", percentage=procent(meting.percentage, 0), labels=labels)
        return [kaal, _higher(blad, meting)]
    rest = [r for r in blad.regels if _usable(r) and not _rest(r) and r not in top]
    rest = list(sort(tuple(rest), "hoog", blad.weergave))
    uit = [_group_size(blad)]
    geschreven = write_measure(meting, blad.weergave.eenheid)
    if len(top) == 1:
        uit.append(_say("top", blad, label=_label(blad, top[0]), meting=geschreven))
    else:
        labels = opsomming([_label(blad, r) for r in top])
        uit.append(_say("top_samen", blad, labels=labels, meting=geschreven))
    overlapt = [r for r in rest if not _below(r, meting)]
    lager = [r for r in rest if _below(r, meting)]
    uit.append(_name_or_count(blad, overlapt, "overlapt", "overlapt_veel"))
    uit.append(_name_or_count(blad, lager, "lager", "lager_veel"))
    uit.append(_higher(blad, meting))
    return uit


def _say(naam: str, blad: Blad, **invullen: object) -> str:
    """Zeg het in de woorden van deze weergave, als zij eigen woorden heeft."""
    eigen = blad.weergave.woorden.get(naam)
    return eigen.format(**invullen) if eigen else zin(naam, **invullen)


def _rest(regel: Regel) -> bool:
    return any(str(waarde) in teksten().restgroepen for waarde in regel.waarden.values())


def _higher(blad: Blad, top: Meting) -> str:
    """Zeg het erbij als een restgroep hoger staat dan wat bovenaan is genoemd."""
    hoger = [
        _label(blad, r)
        for r in blad.regels
        if _rest(r) and r.meting and (r.meting.percentage or 0) > (top.percentage or 0)
    ]
    return zin("rest_hoger", labels=opsomming(hoger)) if hoger else ""


def per_standard(blad: Blad) -> list[str]:
    """Geef bij een paar standaarden elke standaard een eigen zin: ze horen niet op één lijst."""
    aantal = len({regel.text("standaard") for regel in blad.regels})
    return per_group(blad, "standaard") if 1 < aantal <= MEESTE_STANDAARDEN else ranking(blad)


def per_group(blad: Blad, kolom: str) -> list[str]:
    """Noem van elke groep wat daarin bovenaan staat."""
    uit = []
    for naam in dict.fromkeys(regel.text(kolom) for regel in blad.regels):
        deel = tuple(regel for regel in blad.regels if regel.text(kolom) == naam)
        top = leaders(deel, blad.weergave)
        if not top or top[0].meting is None:
            continue
        geschreven = write_measure(top[0].meting, blad.weergave.eenheid)
        labels = names(top, blad.weergave)
        uit.append(_say("top_groep", blad, groep=naam, labels=labels, meting=geschreven))
    return uit


def names(regels: Sequence[Regel], blik: Weergave) -> str:
    """Noem regels bij het eerste deel van hun sleutel."""
    return opsomming([_quote(regel.text(blik.sleutel[0])) for regel in regels])


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


def _name_or_count(blad: Blad, regels: list[Regel], noem: str, veel: str) -> str:
    if not regels:
        return ""
    eenheid = blad.weergave.eenheid[1]
    if len(regels) > MEESTE_NAMEN:
        return zin(veel, aantal=len(regels), eenheid=eenheid)
    return zin(noem, labels=opsomming([_label(blad, r) for r in regels]), eenheid=eenheid)


def _group_size(blad: Blad) -> str:
    """Noem bij uitdagingen van één standaard om hoeveel afdelingen het gaat."""
    standaarden = {r.text("standaard") for r in blad.regels}
    eerste = blad.regels[0].meting
    if blad.weergave.id != "uitdagingen" or len(standaarden) != 1 or not (eerste and eerste.n):
        return ""
    n = tel(eerste.n, *blad.weergave.eenheid)
    return zin("groep_uitdagingen", n=n, standaard=standaarden.pop())
