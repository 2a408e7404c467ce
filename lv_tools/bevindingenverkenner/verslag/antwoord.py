"""Het korte antwoord boven 'Mijn afdeling': hoe vaak, waar het moeilijk ging, wat is gedaan."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.document import Opsomming
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel
from lv_tools.bevindingenverkenner.model.rangorde import leaders, names
from lv_tools.bevindingenverkenner.model.regels import Regel, regels_van
from lv_tools.bevindingenverkenner.model.zinnen import lower, zin
from lv_tools.bevindingenverkenner.teksten import ELEMENTEN, weergave

WERKEND = "werkend"


def answer(profiel: Profiel) -> Opsomming:
    """Geef het antwoord in een paar punten, elk met zijn aantallen."""
    punten = [
        (zin(naam), tekst)
        for naam, tekst in (
            ("mijn_kort_risico", _risks(profiel)),
            ("mijn_kort_moeilijk", _hard(profiel)),
            ("mijn_kort_gedaan", _done(profiel)),
            ("mijn_kort_hielp", _helped()),
        )
        if tekst
    ]
    return Opsomming(tuple(t for _, t in punten), koppen=tuple(k for k, _ in punten))


def _risks(profiel: Profiel) -> str:
    metingen = [(risico.standaard, risico.eigen.meting) for risico in profiel.risicos]
    geteld = [(code, m) for code, m in metingen if m is not None and m.aantal is not None]
    if not geteld:
        return ""
    delen = [zin("mijn_kort_risico_deel", aantal=m.aantal, standaard=code) for code, m in geteld]
    groep = {"n": geteld[0][1].n, "afdeling": lower(profiel.afdeling)}
    return zin("mijn_kort_risico_zin", delen=opsomming(delen), **groep)


def _hard(profiel: Profiel) -> str:
    delen = list(
        _per_group(profiel.uitdagingen, "uitdagingen", "standaard", "mijn_kort_moeilijk_deel")
    )
    return _sentence("mijn_kort_moeilijk_zin", delen)


def _done(profiel: Profiel) -> str:
    if profiel.obstakels:
        naam = "interventies_bij_obstakels"
        delen = _per_group(profiel.bij_obstakels, naam, "obstakel", "mijn_kort_gedaan_deel")
        return _sentence("mijn_kort_gedaan_obstakel", list(delen))
    blik = weergave("interventies")
    top = leaders(profiel.interventies, blik)
    meting = top[0].meting
    if meting is None:
        return ""
    return zin("mijn_kort_gedaan_zin", labels=names(top, blik), aantal=meting.aantal, n=meting.n)


def _per_group(regels: Iterable[Regel], naam: str, kolom: str, tekst: str) -> Iterable[str]:
    """Noem per groep wat bovenaan staat, of waarom daar niets bovenaan kan staan."""
    blik = weergave(naam)
    groepen: dict[str, list[Regel]] = {}
    for regel in regels:
        groepen.setdefault(regel.text(kolom), []).append(regel)
    for groep, deel in groepen.items():
        top = leaders(deel, blik)
        meting = (top[0] if top else deel[0]).meting or Meting(None, None)
        waar = {"waar": groep if kolom == "standaard" else lower(groep), "n": meting.n}
        if meting.n is not None and meting.klein:
            yield zin("mijn_kort_klein", eenheid=blik.eenheid[meting.n != 1], **waar)
        elif meting.aantal is None:
            yield zin("mijn_kort_onzeker", **waar)
        else:
            yield zin(tekst, labels=names(top, blik), aantal=meting.aantal, **waar)


def _sentence(naam: str, delen: list[str]) -> str:
    if not delen:
        return ""
    tekst = zin(naam, delen="; ".join(delen))
    return tekst[:1].upper() + tekst[1:]


def _helped() -> str:
    namen = [r.text("element") for r in regels_van(ELEMENTEN) if r.text("soort") == WERKEND]
    return zin("mijn_kort_hielp_zin", aantal=len(namen), namen=opsomming(list(map(lower, namen))))
