"""De verdeling per stelling: hoeveel mensen elk antwoord gaven."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tekening import Rijen
from lv_tools.zelfevaluatie.figuur.assen import counted, layout
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import Groep
from lv_tools.zelfevaluatie.model.uitkomstmaten import Stellingbeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument


def draw_distribution(thema: str, groep: Groep, uitslag: Uitslag, inhoud: Instrument) -> Figuurblad:
    """Teken per stelling van een thema hoe de antwoorden van een groep verdeeld zijn."""
    stellingen = tuple(
        s.for_role(groep.sleutel)
        for s in uitslag.in_theme(thema)
        if groep.sleutel not in s.niet_voor or groep.stellingen[s.code].verdeling.totaal
    )
    rijen = Rijen()
    beelden = [groep.stellingen[stelling.code] for stelling in stellingen]
    plekken = [
        rijen.add(_heading(stelling, beeld))
        for stelling, beeld in zip(stellingen, beelden, strict=True)
    ]
    opties = (*inhoud.schaal.opties, inhoud.schaal.weet_niet, inhoud.schaal.nvt)
    data = []
    for nummer, optie in enumerate(opties):
        aantallen = [_all_counts(beeld)[nummer] for beeld in beelden]
        totalen = [max(1, beeld.verdeling.totaal) for beeld in beelden]
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": optie,
                "x": [100 * a / t for a, t in zip(aantallen, totalen, strict=True)],
                "y": plekken,
                "width": 22,
                "text": [str(a) if a else "" for a in aantallen],
                "textposition": "inside",
                "textangle": 0,
                "insidetextanchor": "middle",
                "hoverinfo": "skip",
                **_style(nummer, len(inhoud.schaal.opties)),
            }
        )
    as_ = {"range": [-1, 101], "tickvals": [0, 25, 50, 75, 100],
           "ticktext": ["0%", "25%", "50%", "75%", "100%"]}  # fmt: skip
    titel = inhoud.themas[thema].titel
    return Figuurblad(
        figuur={"data": data, "layout": layout(rijen, as_, opties, barmode="stack")},
        titel=f"{titel}: antwoorden van {groep.naam}",
        samenvatting=_tell(stellingen, beelden, inhoud),
        kolommen=("Stelling", *opties, "Ingevuld", "Midden", "Eensgezind (A)"),
        rijen=tuple(
            _row(stelling, beeld, inhoud)
            for stelling, beeld in zip(stellingen, beelden, strict=True)
        ),
        bron=zinnen.BRON,
        n=f"{groep.naam}: {zinnen.people(groep.personen)}, van {counted(uitslag)}",
        zegt_niet=zinnen.not_saying(groep.personen),
    )


def _heading(stelling: Stelling, beeld: Stellingbeeld) -> str:
    if beeld.afgeschermd:
        return f"{stelling.kort} (afgeschermd)"
    return f"{stelling.kort} (n = {beeld.verdeling.totaal})"


def _all_counts(beeld: Stellingbeeld) -> tuple[int, ...]:
    return (*beeld.verdeling.aantallen, beeld.verdeling.weet_niet, beeld.verdeling.nvt)


def _style(nummer: int, opties: int) -> dict[str, Any]:
    """Vol is het uiterste, leeg met rand de lichtere vorm: ook zonder kleur te onderscheiden."""
    if nummer >= opties:
        vulling: dict[str, Any] = {
            "color": stijl.VLAK_2,
            "line": {"color": stijl.RAND, "width": 1.5},
        }
        if nummer > opties:
            vulling["pattern"] = {"shape": "/", "size": 6, "fgcolor": stijl.RAND,
                                  "bgcolor": stijl.VLAK}  # fmt: skip
        return {"marker": vulling, "insidetextfont": {"color": stijl.TEKST}}
    kleur = stijl.REEKS[1] if nummer < opties / 2 else stijl.ACCENT
    vol = nummer in {0, opties - 1}
    return {
        "marker": {"color": kleur if vol else stijl.VLAK, "line": {"color": kleur, "width": 2}},
        "insidetextfont": {"color": stijl.OP_ACCENT if vol else stijl.TEKST},
    }


def _row(
    stelling: Stelling, beeld: Stellingbeeld, inhoud: Instrument
) -> tuple[str | int | None, ...]:
    if beeld.afgeschermd:
        leeg = (None,) * (len(inhoud.schaal.opties) + 3)
        return (stelling.tekst, *leeg, "afgeschermd", None)
    return (
        stelling.tekst,
        *_all_counts(beeld),
        beeld.verdeling.totaal,
        zinnen.middle(beeld.midden, inhoud),
        zinnen.agreement(beeld.eensgezindheid),
    )


def _tell(
    stellingen: tuple[Stelling, ...], beelden: list[Stellingbeeld], inhoud: Instrument
) -> str:
    bekend = {s.kort: b for s, b in zip(stellingen, beelden, strict=True) if b.midden is not None}
    if not bekend:
        return "Hier zijn nog geen antwoorden op de schaal te zien."
    delen = [f"{kort}: {zinnen.middle(b.midden, inhoud)}" for kort, b in bekend.items()]
    zin = f"Het midden per stelling. {'; '.join(delen)}."
    eens = {kort: b.eensgezindheid for kort, b in bekend.items() if b.eensgezindheid is not None}
    if len(eens) > 1:
        minst = min(eens, key=lambda kort: eens[kort])
        zin += f" Het minst eens: {minst} ({zinnen.agreement(eens[minst])})."
    return zin
