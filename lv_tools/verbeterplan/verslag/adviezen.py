"""De adviezen als tekst: wat opvalt, waarom dat telt en wat u kunt doen."""

from __future__ import annotations

from lv_tools.basis.uitvoer.document import Alinea, Blok, Kop, Opsomming
from lv_tools.verbeterplan.model.advies import Advies
from lv_tools.verbeterplan.model.plan import Kern
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.teksten import Planinhoud


def advice(uitslag: Uitslag, inhoud: Planinhoud) -> tuple[Blok, ...]:
    """Geef de adviezen, bij elkaar per soort, en altijd de grenzen van SMART."""
    zeg, adviezen = inhoud.zeg, uitslag.adviezen
    if uitslag.kern == Kern(titel=uitslag.kern.titel):
        return (Alinea(zeg("leeg_plan")),)
    telling = zeg("telling_een") if len(adviezen) == 1 else zeg("telling", n=len(adviezen))
    uit: list[Blok] = [Alinea(telling if adviezen else zeg("geen_advies"), nadruk=True)]
    for tekst in inhoud.advies:
        punten = tuple(sentence(a, inhoud) for a in adviezen if a.code == tekst.code)
        if punten:
            bron = f" {zeg('advies_bron', bron=tekst.bron)}" if tekst.bron else ""
            uit += [
                Kop(tekst.titel, 2),
                Opsomming(punten),
                Alinea(
                    f"{zeg('waarom', waarom=tekst.waarom)}\n{zeg('doen', doen=tekst.doen)}{bron}"
                ),
            ]
    return (*uit, Alinea(zeg("grens")))


def sentence(advies: Advies, inhoud: Planinhoud) -> str:
    """Geef de zin van een advies."""
    tekst = next(tekst for tekst in inhoud.advies if tekst.code == advies.code)
    return tekst.zin.format(**advies.waarden)
