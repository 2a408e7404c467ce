"""De stippenfiguur: per thema en groep het midden, waar mensen liggen en hoeveel het er zijn."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import Lijnen, Punten, marker
from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.basis.beeld.tekening import Rijen
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.bladtabel import number_cell
from lv_tools.zelfevaluatie.figuur.assen import (
    MET_AANTAL,
    chosen,
    count_label,
    counted,
    layout,
    legend_of_scale,
    place,
    scale_axis,
    spread,
)
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import Groep
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Hoogte van een groep binnen een thema, in pixels.
_REGEL = 18


def draw_dots(
    uitslag: Uitslag, inhoud: Instrument, groepen: Sequence[str] | None = None
) -> Figuurblad | None:
    """Teken per thema elke groep: het midden als teken, de helft als balk, iedereen als lijn.

    Parameters
    ----------
    groepen
        Sleutels van de groepen die erin komen; ``None`` zijn ze allemaal.

    Returns
    -------
    Figuurblad or None
        ``None`` als geen enkele groep te zien is.
    """
    kolommen = chosen(uitslag, groepen)
    if not any(beeld.n for groep in kolommen for beeld in groep.themas.values()):
        return None
    rijen = Rijen(x=0.72)
    sporen = {groep.sleutel: (Lijnen(), Lijnen(), Punten()) for groep in kolommen}
    for thema in uitslag.scan.opzet.themas:
        midden = rijen.add(inhoud.themas[thema].titel, hoogte=_REGEL * len(kolommen) + 6)
        boven = midden - _REGEL * (len(kolommen) - 1) / 2
        for nummer, groep in enumerate(kolommen):
            y, beeld = boven + nummer * _REGEL, groep.themas[thema]
            *lijnen, tekens = sporen[groep.sleutel]
            for lijn, waarden in zip(lijnen, (beeld.bereik, beeld.kwart), strict=True):
                if waarden is not None:
                    lijn.add(waarden, y)
            if beeld.midden is not None:
                tekens.add(beeld.midden.waarde, y)
            rijen.opschriften.append(count_label(beeld.n, y, afgeschermd=beeld.afgeschermd))
    data = []
    for groep in kolommen:
        lang, half, tekens = sporen[groep.sleutel]
        teken = marker(place(groep, uitslag))
        data += lang.trace(1.5, teken["color"]) + half.trace(6, teken["color"])
        data.append(tekens.trace(groep.naam, teken))
    as_ = scale_axis(inhoud, rechts=MET_AANTAL)
    indeling = layout(rijen, as_, [groep.naam for groep in kolommen])
    return Figuurblad(
        figuur={"data": data, "layout": indeling},
        titel="Waar staat elke groep, per thema?",
        samenvatting=_tell(uitslag, inhoud),
        kolommen=("Thema", "Groep", "Mensen", "Midden", "Middelste helft", "Iedereen",
                  "Weet ik niet", "Eensgezind (A)"),
        rijen=tuple(
            _row(thema, groep, inhoud) for thema in uitslag.scan.opzet.themas for groep in kolommen
        ),
        bron=zinnen.BRON,
        n=counted(uitslag),
        zegt_niet=(
            f"{zinnen.not_saying(uitslag.personen)} De afstand tussen twee antwoorden is geen "
            f"maat: het is een volgorde ({legend_of_scale(inhoud)})."
        ),
    )  # fmt: skip


def _row(thema: str, groep: Groep, inhoud: Instrument) -> tuple[Celwaarde, ...]:
    beeld = groep.themas[thema]
    midden = "afgeschermd" if beeld.afgeschermd else zinnen.middle(beeld.midden, inhoud)
    return (
        inhoud.themas[thema].titel,
        groep.naam,
        None if beeld.afgeschermd else beeld.n,
        midden,
        spread(beeld.kwart),
        spread(beeld.bereik),
        beeld.weet_niet,
        number_cell(beeld.eensgezindheid),
    )


def _tell(uitslag: Uitslag, inhoud: Instrument) -> str:
    """Noem de hoogste en de laagste thema's van het geheel, en het grootste verschil."""
    delen = []
    if uitslag.geheel is not None:
        middens = {t: b.midden for t, b in uitslag.geheel.themas.items() if b.midden is not None}
        hoogste, laagste = max(middens.values(), default=None), min(middens.values(), default=None)
        if hoogste is not None and hoogste == laagste:
            delen.append(f"Bij elk thema is het midden {zinnen.middle(hoogste, inhoud)}.")
        elif middens:
            for woord, grens in (("Hoogst", hoogste), ("Laagst", laagste)):
                namen = [inhoud.themas[t].kort for t, m in middens.items() if m == grens]
                midden = zinnen.middle(grens, inhoud)
                delen.append(f"{woord}, met als midden {midden}: {opsomming(namen)}.")
    if uitslag.themaverschillen and uitslag.themaverschillen[0].overwicht:
        verschil = uitslag.themaverschillen[0]
        namen_van = {groep.sleutel: groep.naam for groep in uitslag.groepen}
        zin = zinnen.difference(verschil, namen_van[verschil.hoog], namen_van[verschil.laag])
        delen.append(f"Grootste verschil bij {inhoud.themas[verschil.code].kort}: {zin}.")
    return " ".join(delen) or "Er zijn nog geen antwoorden op de schaal."
