"""De figuur: een rij per school of moment, op de volgorde van de lezer en nooit naar uitkomst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import Lijnen, Punten, fill, marker, stack
from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.basis.beeld.tekening import PROCENTEN, Rijen, layout_rows
from lv_tools.basis.onderzoek.spreiding import eensgezindheid
from lv_tools.basis.taal.notatie import datum, getal, opsomming
from lv_tools.basis.uitvoer.bladtabel import number_cell
from lv_tools.basis.uitwisseling.naast import Maat
from lv_tools.scholen.model.uitkomst import Rij, Vak
from lv_tools.scholen.teksten import Scholeninhoud

#: Met minder antwoorden of opties zegt eensgezindheid niets.
_EENS_VANAF, _OPTIES_VANAF = 2, 3


def draw(vak: Vak, hulpmiddel: str, inhoud: Scholeninhoud, *, tijd: bool = False) -> Figuurblad:
    """Teken een vak; wat is afgeschermd, staat alleen in de tabel."""
    maat, eerste = vak.maat, inhoud.zeg("kolom_moment" if tijd else "kolom_school")
    return Figuurblad(
        _figure(vak),
        title(maat),
        summary(vak, inhoud, tijd=tijd),
        (eerste, *columns(maat, tijd=tijd)),
        tuple((rij.naam, *cells(rij, m, tijd=tijd)) for rij, m in vak.rijen),
        inhoud.zeg("bron", soort=inhoud.soort[hulpmiddel].bestand),
        count(vak),
        inhoud.zeg("zegt_niet_tijd") if tijd else inhoud.soort[hulpmiddel].niet,
    )


def title(maat: Maat) -> str:
    """Geef de titel van een maat, met haar groep."""
    return f"{maat.naam} ({maat.groep})" if maat.groep else maat.naam


def count(vak: Vak) -> str:
    """Zeg waarop het vak rust: de kleinste en de grootste n."""
    ns = sorted(m.n for _, m in vak.rijen if not m.dicht)
    if not ns:
        return "geen enkele rij is te zien"
    bereik = str(ns[0]) if ns[0] == ns[-1] else f"{ns[0]} tot {ns[-1]}"
    return f"per rij {bereik} {vak.maat.eenheid}"


def summary(vak: Vak, inhoud: Scholeninhoud, *, tijd: bool = False) -> str:
    """Vat het vak samen zonder een rij te noemen: hoe vaak elke uitkomst er is."""
    zeg, open_ = inhoud.zeg, [m for _, m in vak.rijen if not m.dicht]
    wat = zeg("momenten" if tijd else "scholen_woord")
    zinnen = []
    if vak.maat.vorm == "procent":
        plekken = sorted(float(m.plek) for m in open_ if m.plek is not None)
        if plekken:
            laag, hoog = (f"{getal(plek, 0)}%" for plek in (plekken[0], plekken[-1]))
            zin = (
                zeg("samen_gelijk", laag=laag)
                if laag == hoog
                else zeg("samen_loopt", laag=laag, hoog=hoog)
            )
            zinnen.append(zin)
    elif vak.maat.vorm != "woorden" and vak.maat.vragen:
        telling = Counter(m.uitkomst for m in open_ if m.uitkomst)
        keren = [f"{n} keer ‘{uitkomst}’" for uitkomst, n in _in_order(telling, vak.maat)]
        if keren:
            zinnen.append(zeg("samen_midden", rijen=f"{len(open_)} {wat}", keren=opsomming(keren)))
    if not zinnen:
        zinnen.append(zeg("samen_rijen", rijen=f"{len(open_)} {wat}"))
    if dicht := len(vak.rijen) - len(open_):
        zinnen.append(zeg("samen_dicht", n=dicht))
    return " ".join(zinnen)


def _in_order(telling: Mapping[str, int], maat: Maat) -> list[tuple[str, int]]:
    """Zet uitkomsten in de volgorde van de schaal: dat is een orde van woorden, niet van rijen."""

    def plek(uitkomst: str) -> tuple[float, str]:
        bij = [nummer for nummer, optie in enumerate(maat.opties) if optie in uitkomst]
        return (sum(bij) / len(bij) if bij else len(maat.opties)), uitkomst

    return sorted(telling.items(), key=lambda paar: plek(paar[0]))


def columns(maat: Maat, *, tijd: bool = False) -> tuple[str, ...]:
    """Geef de kolommen achter de eerste."""
    moment = () if tijd else ("Moment",)
    if maat.vorm == "antwoorden":
        eens = ("Eensgezindheid (A)",) if maat.vragen else ()
        buiten = ("Buiten de schaal",) if maat.vragen else ()
        return (*moment, *maat.opties, *buiten, "n", "Uitkomst", *eens)
    if maat.vorm == "schaal":
        return (*moment, "n", "Midden", "Middelste helft", "Eensgezindheid (A)")
    return (*moment, "n", "Uitkomst")


def cells(rij: Rij, maat: Maat, *, tijd: bool = False) -> tuple[Celwaarde, ...]:
    """Geef de cellen achter de eerste; wat is afgeschermd, heeft geen getal."""
    moment = () if tijd else (moment_of(rij),)
    n = None if maat.dicht else maat.n
    uitkomst = f"niet te zien: {maat.dicht}" if maat.dicht else maat.uitkomst or None
    if maat.vorm == "antwoorden":
        aantallen = maat.aantallen or (None,) * len(maat.opties)
        buiten = (maat.buiten or None,) if maat.vragen else ()
        eens = (number_cell(agreement(maat)),) if maat.vragen else ()
        return (*moment, *aantallen, *buiten, n, uitkomst, *eens)
    if maat.vorm == "schaal":
        return (*moment, n, uitkomst, spread(maat), number_cell(agreement(maat)))
    return (*moment, n, uitkomst)


def moment_of(rij: Rij) -> str:
    """Schrijf het moment van een rij; is alleen bekend wanneer het bewaard is, dan staat dat er."""
    stuk = rij.stuk
    return datum(stuk.dag) if stuk.beeld.dag else f"bewaard op {datum(stuk.dag)}"


def agreement(maat: Maat) -> float | None:
    """Geef de eensgezindheid: die van het hulpmiddel, of berekend uit de aantallen."""
    if maat.eens is not None:
        return float(maat.eens)
    genoeg = sum(maat.aantallen) >= _EENS_VANAF and len(maat.aantallen) >= _OPTIES_VANAF
    return eensgezindheid(maat.aantallen) if genoeg and maat.vragen else None


def spread(maat: Maat) -> str | None:
    """Schrijf waartussen de middelste helft ligt."""
    if maat.van is None or maat.tot is None:
        return None
    van, tot = getal(float(maat.van)), getal(float(maat.tot))
    return van if van == tot else f"{van} tot {tot}"


#: Een antwoord dat een kleur heet, krijgt die kleur.
_KLEUREN = {
    **{"groen": stijl.GOED, "oranje": stijl.LETOP},
    **{"rood": stijl.FOUT, "grijs": stijl.RAND},
}


def _fill(nummer: int, opties: Sequence[str]) -> dict[str, Any]:
    """Geef het vlak van een antwoord: van leeg naar vol in één kleur, want geen is goed of fout."""
    if kleur := _KLEUREN.get(opties[nummer]):
        return fill(kleur, vol=opties[nummer] != "grijs")
    if nummer in {0, len(opties) - 1}:
        return fill(stijl.ACCENT, vol=nummer > 0)
    vlak: dict[str, Any] = {"color": stijl.VLAK_2, "line": {"color": stijl.ACCENT, "width": 2}}
    if 2 * nummer >= len(opties) - 1:
        streep = {"shape": "/", "size": 9, "solidity": 0.15}
        vlak["pattern"] = {**streep, "fgcolor": stijl.ACCENT, "bgcolor": stijl.VLAK_2}
    return {"marker": vlak, "insidetextfont": {"color": stijl.TEKST}}


def _figure(vak: Vak) -> dict[str, Any]:
    maat = vak.maat
    open_ = [(rij, m) for rij, m in vak.rijen if not m.dicht]
    rijen = Rijen(x=0.6 if maat.vorm == "schaal" else 0)
    plekken = [rijen.add(f"{rij.naam} (n = {m.n})", hoogte=26) for rij, m in open_]
    if maat.vorm == "antwoorden":
        aantallen = [m.aantallen or (0,) * len(maat.opties) for _, m in open_]
        data = stack(plekken, maat.opties, aantallen, lambda nummer: _fill(nummer, maat.opties))
        layout = layout_rows(rijen, PROCENTEN, legenda=24 * len(maat.opties), barmode="stack")
        return {"data": data, "layout": layout}
    punten, lijnen = Punten(), Lijnen()
    for (_, m), plek in zip(open_, plekken, strict=True):
        if m.van is not None and m.tot is not None:
            lijnen.add((float(m.van), float(m.tot)), plek)
        if m.plek is not None:
            punten.add(float(m.plek), plek)
    as_: Mapping[str, Any] = PROCENTEN
    if maat.vorm == "schaal":
        as_ = {
            "range": [0.6, len(maat.opties) + 0.6],
            "tickvals": list(range(1, len(maat.opties) + 1)),
            "ticktext": [stijl.plain(optie) for optie in maat.opties],
        }
    data = [*lijnen.trace(5), punten.trace(maat.naam, marker(0))]
    return {"data": data, "layout": layout_rows(rijen, as_)}
