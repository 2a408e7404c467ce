"""De figuur: per kijkpunt hoe vaak het er was, en hoe vaak niet."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import fill, fill_answer, stack
from lv_tools.basis.beeld.tekening import Rijen, layout_rows
from lv_tools.basis.taal.notatie import aantal
from lv_tools.lesbezoek.model.ronde import BEGIN, DUIDELIJK, SOORTEN, WAS_ER_NIET
from lv_tools.lesbezoek.model.uitkomst import Beeld, Uitkomst
from lv_tools.lesbezoek.teksten import Instrument


def lessons(n: int) -> str:
    """Schrijf een aantal lessen."""
    return aantal(n, "les", "lessen")


def visitors(n: int) -> str:
    """Schrijf een aantal bezoekers."""
    return aantal(n, "bezoeker", "bezoekers")


def draw(uit: Uitkomst, inhoud: Instrument, alleen: str = "") -> Figuurblad | None:
    """Teken per kijkpunt en per soort kijkers de antwoorden; ``None`` als er niets te zien is.

    Parameters
    ----------
    alleen
        Teken alleen deze soort kijkers.
    """
    paren = [
        (beeld, soort)
        for beeld in uit.beelden
        for soort in SOORTEN
        if (not alleen or soort == alleen)
        and soort in beeld.tellingen
        and beeld.tellingen[soort].verdeling.totaal
    ]
    if not uit.zichtbaar or not paren:
        return None
    opties = (*inhoud.schaal.opties, inhoud.schaal.niet_gezien)
    rijen = Rijen()
    plekken = [
        rijen.add(
            f"{beeld.punt.tekst}: {inhoud.zeg(f'meer_{soort}')} "
            f"(n = {beeld.tellingen[soort].verdeling.totaal})"
        )
        for beeld, soort in paren
    ]
    data = stack(plekken, opties, [_counts(b, s) for b, s in paren], _fill, aandeel=False)
    meeste = max(sum(_counts(b, s)) for b, s in paren)
    stap = max(1, -(-meeste // 8))
    as_ = {"range": [-0.02 * meeste, 1.02 * meeste], "tickvals": list(range(0, meeste + 1, stap))}
    return Figuurblad(
        figuur={
            "data": data,
            "layout": layout_rows(rijen, as_, legenda=72, onder=34, barmode="stack"),
        },
        titel=inhoud.zeg("figuur"),
        samenvatting=inhoud.zeg(
            "figuur_samen", zinnen="; ".join(_sentence(b, inhoud) for b in uit.beelden if b.aard)
        ),
        kolommen=("Kijkpunt", "Wie keek", *opties, "Lessen"),
        rijen=tuple(
            (
                beeld.punt.tekst,
                inhoud.zeg(f"meer_{soort}"),
                *_counts(beeld, soort),
                beeld.tellingen[soort].lessen,
            )
            for beeld, soort in paren
        ),
        bron=inhoud.zeg("bron_eigen"),
        n=inhoud.zeg("figuur_n", lessen=lessons(uit.lessen), bezoekers=visitors(uit.bezoekers)),
        zegt_niet=inhoud.zeg("figuur_zegt_niet"),
    )


def _sentence(beeld: Beeld, inhoud: Instrument) -> str:
    telling = beeld.telling
    if telling is None:
        return ""
    verdeling = telling.verdeling
    return inhoud.zeg(
        "figuur_zin",
        wat=beeld.punt.tekst,
        duidelijk=verdeling.aantallen[DUIDELIJK - 1],
        niet=verdeling.aantallen[WAS_ER_NIET - 1],
        n=verdeling.n,
    )


def _counts(beeld: Beeld, soort: Any) -> tuple[int, ...]:
    verdeling = beeld.tellingen[soort].verdeling
    return (*verdeling.aantallen, verdeling.weet_niet)


def _fill(nummer: int) -> dict[str, Any]:
    """Een begin is leeg met een rand, duidelijk is vol: ook zonder kleur te onderscheiden."""
    if nummer >= DUIDELIJK:  # niet gezien
        return fill_answer(nummer, DUIDELIJK)
    return fill((stijl.REEKS[1], stijl.ACCENT, stijl.ACCENT)[nummer], vol=nummer != BEGIN - 1)
