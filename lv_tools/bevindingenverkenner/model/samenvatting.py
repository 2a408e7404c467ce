"""De samenvatting bij een blad: een paar zinnen die uit de gegevens volgen."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.taal.notatie import opsomming, procent
from lv_tools.bevindingenverkenner.model.bronnen import group_size
from lv_tools.bevindingenverkenner.model.filteren import Blad, sort
from lv_tools.bevindingenverkenner.model.rangorde import (
    MEESTE_STANDAARDEN,
    per_group,
    per_standard,
    ranking,
)
from lv_tools.bevindingenverkenner.model.regels import Regel
from lv_tools.bevindingenverkenner.model.vergelijking import Vergelijking
from lv_tools.bevindingenverkenner.model.zinnen import lower, zin


def samenvatting(blad: Blad) -> str:
    """Zeg wat bovenaan staat, hoe zeker dat is, en welke cijfers niet kunnen of wankel zijn."""
    if not blad.regels:
        return zin("leeg")
    eigen = _OWN.get(blad.weergave.id, ranking)
    return " ".join(deel for deel in [*eigen(blad), *_warnings(blad)] if deel)


def stand(blad: Blad) -> str:
    """Zeg hoeveel rijen er van de hele tabel in beeld zijn."""
    return zin("rijen_getoond", aantal=len(blad.regels), totaal=blad.totaal)


def samenvatting_verschil(samen: Vergelijking) -> str:
    """Vat een vergelijking van twee soorten afdelingen samen."""
    bekend = [paar for paar in samen.paren if paar.verschil is not None]
    if not bekend:
        return zin("leeg")
    grootste = max(bekend, key=lambda paar: abs(paar.verschil.punten) if paar.verschil else 0)
    zeker = [paar.standaard for paar in bekend if paar.verschil and paar.verschil.zeker]
    delen = [
        zin(
            "verschil_groot",
            standaard=grootste.standaard,
            eerste=lower(samen.eerste),
            tweede=lower(samen.tweede),
            percentage_eerste=_percentage(grootste.eerste),
            percentage_tweede=_percentage(grootste.tweede),
        ),
        zin("verschil_zeker", standaarden=opsomming(zeker)) if zeker else zin("verschil_onzeker"),
        zin("verschil_veel", aantal=len(bekend)),
    ]
    return " ".join(delen)


def _percentage(regel: Regel) -> str:
    return procent(regel.meting.percentage if regel.meting else None, 0)


def _risk_overview(blad: Blad) -> list[str]:
    if blad.keuze.vorm != "overzicht":
        return ranking(blad)
    delen = []
    for afdeling in dict.fromkeys(r.text("afdeling") for r in blad.regels):
        regels = [r for r in blad.regels if r.text("afdeling") == afdeling and r.meting]
        hoogste = max((r.meting.percentage or 0) for r in regels if r.meting)
        top = [r.text("standaard") for r in regels if r.meting and r.meting.percentage == hoogste]
        delen.append(
            zin(
                "matrix_risico_deel",
                standaarden=opsomming(top),
                afdeling=lower(afdeling),
                percentage=procent(hoogste, 0),
            )
        )
    return [zin("matrix_risico", delen=opsomming(delen)), _symbols(blad)]


def _obstacles(blad: Blad) -> list[str]:
    obstakels = {r.text("obstakel"): r.meting for r in blad.regels}
    interventies = {r.text("interventie") for r in blad.regels}
    if len(obstakels) == 1 or len(interventies) == 1:
        return ranking(blad)
    if len(obstakels) <= MEESTE_STANDAARDEN:
        return per_group(blad, "obstakel")
    klein = sum(1 for meting in obstakels.values() if meting and meting.klein)
    telling = zin("matrix_obstakels", rijen=len(obstakels), kolommen=len(interventies), klein=klein)
    return [telling, _symbols(blad)]


def _symbols(blad: Blad) -> str:
    """Leg de vormen in de matrix uit, als er andere dan cirkels staan."""
    return zin("matrix_tekens") if any(regel.ernst for regel in blad.regels) else ""


def _intake(blad: Blad) -> list[str]:
    uit = []
    for naam, kies in (("intake", "meting"), ("begeleiding", "tweede")):
        metingen = [(r.text("standaard"), getattr(r, kies)) for r in blad.regels]
        bekend = [(code, m.percentage) for code, m in metingen if m and m.percentage is not None]
        if bekend:
            hoogste = max(p for _, p in bekend)
            codes = opsomming([code for code, p in bekend if p == hoogste])
            uit.append(zin(naam, standaarden=codes, percentage=procent(hoogste, 0)))
    beide = [
        r.text("standaard")
        for r in blad.regels
        if all(m is not None and m.percentage is not None for m in (r.meting, r.tweede))
    ]
    if beide:
        uit.append(zin("beide", standaarden=opsomming(beide)))
    return uit


def _places(blad: Blad) -> list[str]:
    if len(blad.regels) != blad.totaal:
        return []
    regels = sort(blad.regels, "hoog", blad.weergave)
    som = sum(int(r.waarden["afdelingen"] or 0) for r in regels)
    totaal = group_size("afdelingen")
    return [
        zin(
            "plaatsen",
            plaats=regels[0].text("plaats"),
            aantal=regels[0].text("afdelingen"),
            totaal=totaal,
            plaatsen=len(regels),
            som=som,
            rest=totaal - som,
        )
    ]


def _warnings(blad: Blad) -> list[str]:
    kan_niet = sum(1 for r in blad.regels if r.kan_niet)
    geen = sum(1 for r in blad.regels if r.meting and not r.meting.past)
    klein = sum(1 for r in blad.regels if r.meting and r.meting.klein)
    eenheid = blad.weergave.eenheid[1]
    return [
        _count("kan_niet", kan_niet, eenheid),
        "" if kan_niet else _count("geen_interval", geen, eenheid),
        _count("klein", klein, eenheid),
    ]


def _count(naam: str, hoeveel: int, eenheid: str) -> str:
    if not hoeveel:
        return ""
    return zin(f"{naam}_een" if hoeveel == 1 else naam, aantal=hoeveel, eenheid=eenheid)


_OWN: dict[str, Callable[[Blad], list[str]]] = {
    "risico_per_afdeling": _risk_overview,
    "uitdagingen": per_standard,
    "interventies_bij_obstakels": _obstacles,
    "intake_en_begeleiding": _intake,
    "plaatsen": _places,
}
