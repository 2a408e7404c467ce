"""Figuren bij een vergelijking van twee soorten afdelingen en bij 'Mijn afdeling'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Celwaarde, Tabelcel
from lv_tools.basis.taal.notatie import getal, opsomming, procent
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.figuur.punten import points, punt_van
from lv_tools.bevindingenverkenner.figuur.tekening import Punt, Rij, draw_rows
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort, standaardlabel, standaardnaam
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.keuze import Keuze
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel
from lv_tools.bevindingenverkenner.model.regels import Regel, n_van
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting_verschil
from lv_tools.bevindingenverkenner.model.vergelijking import Vergelijking
from lv_tools.bevindingenverkenner.model.zinnen import lower, write_measure, zin
from lv_tools.bevindingenverkenner.teksten import teksten, weergave

RISICO = "risico_per_afdeling"


def figuur_verschil(samen: Vergelijking) -> Figuurblad:
    """Teken het verschil tussen twee soorten afdelingen, standaard voor standaard."""
    rijen, tabel = [], []
    for paar in samen.paren:
        cellen: list[Celwaarde] = [paar.standaard, _share(paar.eerste), _share(paar.tweede)]
        if paar.verschil is None:
            tabel.append((*cellen, None, None))
            continue
        v = paar.verschil
        grenzen = f"{_signed(v.onder)} tot {_signed(v.boven)}"
        tabel.append((*cellen, Tabelcel(_signed(v.punten), v.punten), Tabelcel(grenzen, v.onder)))
        tip = zin("verschil_tip", punten=_signed(v.punten), interval=grenzen)
        punt = Punt(v.punten, (v.onder, v.boven), "gewoon", tip)
        rijen.append(Rij(standaardlabel(paar.standaard), (punt,), _signed(v.punten)))
    namen, soorten = teksten().kolommen, (samen.eerste, samen.tweede)
    return Figuurblad(
        figuur=draw_rows(rijen, bereik=(-100, 100), stap=50, achter=""),
        titel=samen.titel,
        samenvatting=samenvatting_verschil(samen),
        kolommen=("Standaard", *soorten, namen["verschil"], namen["interval"]),
        rijen=tuple(tabel),
        bron=bron_kort(RISICO),
        n=opsomming([f"{n_van(RISICO, 'afdeling', naam)} {lower(naam)}" for naam in soorten]),
        zegt_niet=f"{zin('verschil_zegt_niet')} {weergave(RISICO).zegt_niet[0]}",
    )


def figuren_profiel(profiel: Profiel) -> dict[str, Figuurblad]:
    """Maak de figuren van 'Mijn afdeling'.

    ``gedaan`` is er altijd; ``risico`` en ``uitdagingen`` als er gegevens bij de keuze zijn.
    """
    uit = {}
    if profiel.risicos:
        uit["risico"] = _risks(profiel)
    if profiel.uitdagingen:
        titel = zin("mijn_titel_uitdagingen", standaarden=opsomming(profiel.standaarden))
        extra = zin("mijn_zegt_niet_uitdagingen")
        uit["uitdagingen"] = _list(profiel.uitdagingen, "uitdagingen", titel, extra)
    naam, titel = "interventies", zin("mijn_titel_interventies")
    if profiel.bij_obstakels:
        naam, wat = "interventies_bij_obstakels", [o.lower() for o in profiel.obstakels]
        titel = zin("mijn_titel_obstakels", obstakels=opsomming(wat))
    uit["gedaan"] = _list(profiel.bij_obstakels or profiel.interventies, naam, titel)
    return uit


def _risks(profiel: Profiel) -> Figuurblad:
    eenheid, afdeling = weergave(RISICO).eenheid, lower(profiel.afdeling)
    rijen, tabel, zinnen = [], [], []
    for risico in profiel.risicos:
        code, eigen = risico.standaard, risico.eigen.meting or Meting(None, None)
        overige = risico.overige or Meting(None, None)
        aandelen = [procent(meting.percentage, 0) for meting in (eigen, overige)]
        punten, delen = [punt_van(risico.eigen, eenheid)], [f"{afdeling} {aandelen[0]}"]
        if overige.percentage is not None:
            delen.append(f"{zin('mijn_overige')} {aandelen[1]}")
            tip = f"{zin('mijn_overige')} {write_measure(overige, eenheid)}"
            punten.append(Punt(overige.percentage, points(overige), "tweede", tip))
        rijen.append(Rij(f"{standaardnaam(code)}: {', '.join(delen)}", tuple(punten), code))
        tabel.append(
            (
                code,
                tabellen.share(eigen, *tabellen.merk(risico.eigen, eigen)),
                tabellen.counted(eigen),
                tabellen.written_interval(eigen),
                tabellen.share(overige),
                tabellen.counted(overige),
            )
        )
        waarden = {"eigen": write_measure(eigen, eenheid), "overige": aandelen[1]}
        zinnen.append(zin("mijn_risico", standaard=code, afdeling=afdeling, **waarden))
    namen = [
        tabellen.counted_title(weergave(RISICO)),
        *(teksten().kolommen[naam] for naam in ("interval", "overige", "aantal_overige")),
    ]
    return Figuurblad(
        figuur=draw_rows(rijen),
        titel=zin("mijn_titel_risico", afdeling=afdeling),
        samenvatting=f"{zin('mijn_lees_risico', afdeling=afdeling)} {' '.join(zinnen)}",
        kolommen=("Standaard", profiel.afdeling, *namen),
        rijen=tuple(tabel),
        bron=bron_kort(RISICO),
        n=f"{n_van(RISICO, 'afdeling', profiel.afdeling)} {afdeling}",
        zegt_niet=" ".join(weergave(RISICO).zegt_niet[:2]),
    )


def _list(regels: Sequence[Regel], naam: str, titel: str, extra: str = "") -> Figuurblad:
    """Teken regels van een andere weergave, met dezelfde tabel als daar."""
    blad = Blad(weergave(naam), Keuze(naam), tuple(regels), len(regels))
    figuur = figuur_van(blad)
    if figuur is None:
        raise ValueError(f"bij {naam} valt niets te tekenen; geef ten minste één regel")
    return replace(figuur, titel=titel, zegt_niet=f"{extra} {figuur.zegt_niet}".strip())


def _share(regel: Regel) -> Celwaarde:
    meting = regel.meting or Meting(None, None)
    return tabellen.share(meting, *tabellen.merk(regel, meting))


def _signed(waarde: float) -> str:
    """Schrijf een verschil met teken: +12, 0 of −7."""
    afgerond = round(waarde)
    if afgerond == 0:
        return "0"
    return f"{'+' if afgerond > 0 else '−'}{getal(abs(afgerond))}"
