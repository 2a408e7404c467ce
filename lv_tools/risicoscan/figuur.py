"""De twee figuren: wat mensen per standaard zien, en wat in het onderzoek geteld is."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import fill, fill_answer, stack
from lv_tools.basis.beeld.tekening import PROCENTEN, Rijen, layout_rows
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.risicoscan.model.onderzoek import risks
from lv_tools.risicoscan.model.uitkomst import Beeld, Uitkomst
from lv_tools.risicoscan.teksten import Instrument

BRON_RISICO = "onderzoek, tabel 4.2"


def people(n: int) -> str:
    """Schrijf een aantal mensen."""
    return aantal(n, "persoon", "mensen")


def judgement(beeld: Beeld, inhoud: Instrument) -> str:
    """Zeg wat de groep ziet."""
    if beeld.verdeling is None:
        return inhoud.zeg("afgeschermd")
    return inhoud.beeld[beeld.soort] if beeld.soort else inhoud.zeg("niet_bekeken")


def sureness(beeld: Beeld, inhoud: Instrument) -> str:
    """Zeg waarop dat rust; leeg als er niets is."""
    return inhoud.zekerheid[beeld.zekerheid] if beeld.zekerheid else ""


def draw_profile(
    uitkomst: Uitkomst, inhoud: Instrument, hoogstens: int | None = None
) -> Figuurblad | None:
    """Teken per standaard hoeveel mensen elk antwoord gaven; ``None`` zonder antwoorden.

    Parameters
    ----------
    hoogstens
        Zoveel standaarden, eerst waar het grootste deel zorg ziet; zonder opgave alle.
    """
    beelden = [b for b in uitkomst.beelden.values() if b.verdeling and b.verdeling.totaal]
    if not beelden:
        return None
    titel = inhoud.zeg("profiel_figuur")
    if hoogstens is not None and len(beelden) > hoogstens:
        beelden = sorted(beelden, key=_concern, reverse=True)[:hoogstens]
        titel = inhoud.zeg("profiel_muur")
    rijen = Rijen()
    plekken = [
        rijen.add(f"{inhoud.full(b.code)}: {judgement(b, inhoud)} (n = {_total(b)})")
        for b in beelden
    ]
    meeste = max(_total(b) for b in beelden)
    opties = (*inhoud.schaal.opties, inhoud.schaal.weet_niet)
    data = stack(plekken, opties, [_counts(b) for b in beelden], _fill, aandeel=False)
    stap = max(1, -(-meeste // 8))
    as_ = {"range": [-0.02 * meeste, 1.02 * meeste], "tickvals": list(range(0, meeste + 1, stap))}
    zorg = uitkomst.of_kind("zorg")
    genoemd = inhoud.zeg("profiel_zorg", codes=opsomming(list(zorg))) if zorg else ""
    return Figuurblad(
        figuur={
            "data": data,
            "layout": layout_rows(rijen, as_, legenda=72, onder=34, barmode="stack"),
        },
        titel=titel,
        samenvatting=inhoud.zeg("profiel_samen", zorg=genoemd or inhoud.zeg("profiel_geen")),
        kolommen=("Standaard", *opties, "Ingevuld", "Beeld", "Hoe zeker", "Eensgezind (A)"),
        rijen=tuple(
            (
                inhoud.full(b.code),
                *_counts(b),
                _total(b),
                judgement(b, inhoud),
                sureness(b, inhoud) or None,
                _agreement(b),
            )
            for b in beelden
        ),
        bron=inhoud.zeg("bron_eigen"),
        n=people(uitkomst.personen),
        zegt_niet=inhoud.zeg("profiel_zegt_niet"),
    )


def _concern(beeld: Beeld) -> tuple[float, float]:
    """Welk deel van wie iets zag, zorg ziet, en dan welk deel zorg of ‘let op’."""
    if beeld.verdeling is None or not beeld.verdeling.n:
        return (0, 0)
    _geen, let_op, zorg = beeld.verdeling.aantallen
    return (zorg / beeld.verdeling.n, (zorg + let_op) / beeld.verdeling.n)


def draw_risks(uitkomst: Uitkomst, inhoud: Instrument) -> Figuurblad | None:
    """Teken per standaard het aandeel in de onderzoeksgroep, met interval en merken."""
    soort = uitkomst.scan.soort
    feiten = risks(soort) if soort in inhoud.soorten else {}
    if not feiten:
        return None
    genoemd = set(uitkomst.concerns)
    vaakst = sorted(feiten.items(), key=lambda paar: -paar[1].percentage)
    rijen, punten = Rijen(), []
    for code, feit in vaakst:
        uw = f", {inhoud.zeg('risico_uw')}" if code in genoemd else ""
        merk = f" ({_mark(feit.mark, inhoud)})" if feit.mark else ""
        kop = f"{inhoud.full(code)}: {feit.percentage}%{uw}{merk}"
        punten.append((rijen.add(kop, hoogte=22), feit, code in genoemd))
    data = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [feit.percentage],
            "y": [plek],
            "error_x": {
                "type": "data",
                "symmetric": False,
                "array": [100 * feit.interval.boven - feit.percentage] if feit.interval else [0],
                "arrayminus": [feit.percentage - 100 * feit.interval.onder]
                if feit.interval
                else [0],
                "color": stijl.RAND,
            },
            "marker": {
                "symbol": "square" if bij_u else "circle",
                "size": 12,
                "color": stijl.REEKS[1] if bij_u else stijl.ACCENT,
            },
            "hoverinfo": "skip",
        }
        for plek, feit, bij_u in punten
    ]
    code, eerste = vaakst[0]
    naam = soort[:1].lower() + soort[1:]
    return Figuurblad(
        figuur={"data": data, "layout": layout_rows(rijen, PROCENTEN)},
        titel=inhoud.zeg("risico_figuur", soort=naam),
        samenvatting=inhoud.zeg(
            "risico_samen", n=eerste.n, soort=naam, code=code, meting=str(eerste)
        ),
        kolommen=("Standaard", "In deze groep", "Controle", "In uw scan"),
        rijen=tuple(
            (
                inhoud.full(code),
                str(feit),
                _mark(feit.mark, inhoud) or None,
                judgement(uitkomst.beelden[code], inhoud),
            )
            for code, feit in vaakst
        ),
        bron=BRON_RISICO,
        n=inhoud.zeg("risico_n", n=eerste.n, soort=naam),
        zegt_niet=inhoud.zeg("risico_zegt_niet"),
    )


def _mark(merk: str, inhoud: Instrument) -> str:
    return inhoud.zeg(f"merk_{merk.replace(' ', '_')}") if merk else ""


def _counts(beeld: Beeld) -> tuple[int, ...]:
    if beeld.verdeling is None:
        return (0, 0, 0, 0)
    return (*beeld.verdeling.aantallen, beeld.verdeling.weet_niet)


def _total(beeld: Beeld) -> int:
    return sum(_counts(beeld))


def _agreement(beeld: Beeld) -> str | None:
    """Van der Eijks A, vanaf twee mensen die iets zagen."""
    if beeld.verdeling is None or beeld.verdeling.n < 2:
        return None
    return f"{beeld.verdeling.eensgezindheid:.2f}".replace(".", ",")


def _fill(nummer: int) -> dict[str, Any]:
    """Vol is zorg, leeg met rand is minder: ook zonder kleur te onderscheiden."""
    if nummer == 3:
        return fill_answer(nummer, 3)
    return fill((stijl.ACCENT, stijl.REEKS[1], stijl.REEKS[1])[nummer], vol=nummer == 2)
