"""De verdeling per stelling: hoeveel mensen elk antwoord gaven."""

from __future__ import annotations

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import fill_answer, stack
from lv_tools.basis.beeld.tekening import Rijen, scale
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
    data = stack(
        plekken,
        opties,
        [_all_counts(beeld) for beeld in beelden],
        lambda nummer: fill_answer(nummer, len(inhoud.schaal.opties)),
    )
    as_ = {"range": [-1, 101], **scale()}
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
