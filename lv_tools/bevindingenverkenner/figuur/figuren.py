"""De figuren: per weergave een blad met tekening, zin, tabel, bron en voorbehoud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.taal.notatie import aantal as tel
from lv_tools.basis.taal.notatie import procent
from lv_tools.bevindingenverkenner.figuur.matrix import Vak, draw_matrix
from lv_tools.bevindingenverkenner.figuur.punten import punt_van, rij_van, teken_van, tip_van
from lv_tools.bevindingenverkenner.figuur.tekening import Punt, Rij, draw_rows
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort, standaardlabel, standaardnaam
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.regels import Regel, n_van
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import teksten

#: Tot zoveel groepen passen rijen met intervallen onder elkaar; daarboven komt er een matrix.
MEESTE_GROEPEN = 3


def figuur_van(blad: Blad) -> Figuurblad | None:
    """Maak de figuur bij een blad; ``None`` als er niets te tekenen valt of het blad leeg is."""
    teken = _DRAW.get(blad.weergave.id)
    if teken is None or not blad.regels:
        return None
    return Figuurblad(
        figuur=teken(blad),
        titel=blad.titel,
        samenvatting=samenvatting(blad),
        kolommen=tabellen.kolommen(blad),
        rijen=tabellen.rijen(blad),
        bron=bron_kort(blad.weergave.id),
        n=n_tekst(blad),
        zegt_niet=" ".join(blad.weergave.zegt_niet),
    )


def n_tekst(blad: Blad) -> str:
    """Noem hoeveel afdelingen, trajecten of besturen er achter het blad zitten."""
    groepen = sorted({r.meting.n for r in blad.regels if r.meting and r.meting.n})
    if not groepen:
        return zin("n_onbekend")
    een, meer = blad.weergave.eenheid
    if len(groepen) == 1:
        return tel(groepen[0], een, meer)
    return zin("n_bereik", laag=groepen[0], hoog=groepen[-1], eenheid=meer)


def _rows(blad: Blad) -> dict[str, Any]:
    """Rijen met intervallen; bij meer groepen komt er een tussenkop per groep."""
    eerste, *verder = blad.weergave.sleutel
    groepkolom = verder[0] if verder and _varies(blad, verder[0]) else ""
    labelkolom = eerste
    if groepkolom and not _varies(blad, eerste):
        labelkolom, groepkolom = groepkolom, ""
    rijen, vorige = [], ""
    for regel in _grouped(blad.regels, groepkolom):
        groep = regel.text(groepkolom) if groepkolom else ""
        kop = _group_name(blad, groepkolom, groep) if groep != vorige else ""
        vorige = groep
        label = _label(blad, labelkolom, regel)
        rijen.append(rij_van(regel, label, blad.weergave.eenheid, kop))
    return draw_rows(rijen)


def _label(blad: Blad, kolom: str, regel: Regel) -> str:
    """Geef het opschrift van een rij, met n erachter als die per rij verschilt."""
    label = regel.text(kolom)
    if kolom == "standaard":
        label = standaardlabel(label)
    n = regel.meting.n if regel.meting else None
    wisselt = len({r.meting.n for r in blad.regels if r.meting}) > 1
    vast = kolom not in {"obstakel", "afdeling"}
    return label if n is None or not wisselt or vast else f"{label} (n\u00a0=\u00a0{n})"


def _group_name(blad: Blad, kolom: str, waarde: str) -> str:
    if not kolom:
        return ""
    naam = standaardlabel(waarde) if kolom == "standaard" else waarde
    n = n_van(blad.weergave.id, kolom, waarde)
    return f"{naam} (n\u00a0=\u00a0{n})" if n else naam


def _grouped(regels: Sequence[Regel], kolom: str) -> list[Regel]:
    """Zet regels van dezelfde groep bij elkaar, zonder de volgorde binnen de groep te breken."""
    if not kolom:
        return list(regels)
    volgorde = list(dict.fromkeys(regel.text(kolom) for regel in regels))
    return sorted(regels, key=lambda regel: volgorde.index(regel.text(kolom)))


def _varies(blad: Blad, kolom: str) -> bool:
    return len({regel.text(kolom) for regel in blad.regels}) > 1


def _risk(blad: Blad) -> dict[str, Any]:
    if blad.keuze.vorm == "zekerheid" or not (
        _varies(blad, "afdeling") and _varies(blad, "standaard")
    ):
        return _rows(blad)
    return _matrix(blad, "standaard", "afdeling")


def _obstacles(blad: Blad) -> dict[str, Any]:
    obstakels = {regel.text("obstakel") for regel in blad.regels}
    if len(obstakels) > MEESTE_GROEPEN and _varies(blad, "interventie"):
        return _matrix(blad, "obstakel", "interventie")
    return _rows(blad)


def _matrix(blad: Blad, rijkolom: str, kolomkolom: str) -> dict[str, Any]:
    rijen = _row_order(blad, rijkolom)
    kolommen = list(dict.fromkeys(regel.text(kolomkolom) for regel in blad.regels))
    vakken = {
        (regel.text(rijkolom), regel.text(kolomkolom)): Vak(
            float(regel.meting.percentage),
            teken_van(regel, regel.meting),
            f"{regel.text(kolomkolom)}: {tip_van(regel, blad.weergave.eenheid)}",
        )
        for regel in blad.regels
        if regel.meting and regel.meting.percentage is not None
    }
    kort = teksten().short
    if kolomkolom == "afdeling":
        kolomnamen = {k: f"{k}<br>n={n_van(blad.weergave.id, kolomkolom, k)}" for k in kolommen}
    else:
        kolomnamen = {k: kort(k) for k in kolommen}
    rijnamen = {r: _group_name(blad, rijkolom, r) for r in rijen}
    if rijkolom == "standaard":
        rijnamen = {r: standaardlabel(r) for r in rijen}
    return draw_matrix(
        rijen,
        kolommen,
        vakken,
        rijnamen=rijnamen,
        kolomnamen=kolomnamen,
        gedraaid=len(kolommen) > 5,
    )


def _row_order(blad: Blad, kolom: str) -> list[str]:
    """Zet de rijen van een matrix in volgorde; op percentage sorteren kan daar niet, op n wel."""
    namen = list(dict.fromkeys(regel.text(kolom) for regel in blad.regels))
    if blad.keuze.sorteer in {"bron", "alfabet"} or kolom == "standaard":
        return namen
    return sorted(namen, key=lambda naam: -(n_van(blad.weergave.id, kolom, naam) or 0))


def _intake(blad: Blad) -> dict[str, Any]:
    """Twee punten per standaard, alleen waar de bron een percentage noemt."""
    rijen = []
    for regel in blad.regels:
        punten = []
        if regel.meting and regel.meting.percentage is not None:
            punten.append(punt_van(regel, blad.weergave.eenheid))
        if regel.tweede and regel.tweede.percentage is not None:
            tip = f"{zin('begeleiding_woord')} {procent(regel.tweede.percentage, 0)}"
            punten.append(Punt(regel.tweede.percentage, None, "tweede", tip))
        if not punten:
            continue
        delen = [
            f"{zin(woord)} {procent(meting.percentage, 0)}"
            for woord, meting in (
                ("intake_woord", regel.meting),
                ("begeleiding_woord", regel.tweede),
            )
            if meting and meting.percentage is not None
        ]
        code = regel.text("standaard")
        rijen.append(
            Rij(f"{standaardnaam(code)}: {', '.join(delen)}", tuple(punten), code, verbonden=True)
        )
    return draw_rows(rijen)


def _places(blad: Blad) -> dict[str, Any]:
    hoogste = max(float(r.waarden["afdelingen"] or 0) for r in blad.regels)
    rijen = [
        Rij(
            regel.text("plaats"),
            (
                Punt(
                    float(regel.waarden["afdelingen"] or 0),
                    None,
                    teken_van(regel, None),
                    tip_van(regel, blad.weergave.eenheid),
                ),
            ),
            regel.text("afdelingen"),
        )
        for regel in blad.regels
    ]
    stap = 5 if hoogste > 10 else 1
    return draw_rows(
        rijen, staaf=True, bereik=(0, -(-hoogste // stap) * stap), stap=stap, achter=""
    )


_DRAW: dict[str, Callable[[Blad], dict[str, Any]]] = {
    "risico_per_afdeling": _risk,
    "uitdagingen": _rows,
    "interventies_bij_obstakels": _obstacles,
    "intake_en_begeleiding": _intake,
    "plaatsen": _places,
    "bestuursgrootte": _rows,
    "interventies": _rows,
}
