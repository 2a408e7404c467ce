"""Scans naast elkaar: het midden van elk thema in elke scan, met wat een verschil nog meer is."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import Lijnen, Punten, marker
from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.basis.beeld.tekening import Rijen
from lv_tools.basis.taal.notatie import datum, opsomming
from lv_tools.basis.uitvoer.bladtabel import number_cell
from lv_tools.zelfevaluatie.figuur.assen import MET_AANTAL, count_label, layout, scale_axis
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import GEHEEL
from lv_tools.zelfevaluatie.model.vergelijken import Moment, Rij, Vergelijking
from lv_tools.zelfevaluatie.model.vergelijkzinnen import counts_note
from lv_tools.zelfevaluatie.teksten import Instrument

#: Hoogte van een moment binnen een thema, in pixels.
_REGEL = 16


def draw_moments(
    vergelijking: Vergelijking, inhoud: Instrument, groep: str = GEHEEL
) -> Figuurblad | None:
    """Teken van een groep het midden per thema in elke scan.

    De scans staan onder elkaar. Alleen tussen momenten van dezelfde groep loopt een lijn, en wat
    zo'n lijn niet zegt, staat er altijd bij.

    Parameters
    ----------
    groep
        Sleutel van de groep; zie :attr:`Rij.groep`.

    Returns
    -------
    Figuurblad or None
        ``None`` als deze groep niet in elke scan te zien is.
    """
    rijen_van = [rij for rij in vergelijking.themas if rij.groep == groep]
    if not rijen_van:
        return None
    momenten = vergelijking.momenten
    rijen = Rijen(x=0.72)
    sporen, verloop = [Punten() for _ in momenten], Lijnen()
    for rij in rijen_van:
        midden = rijen.add(rij.naam, hoogte=_REGEL * len(momenten) + 6)
        boven = midden - _REGEL * (len(momenten) - 1) / 2
        plekken = [boven + nummer * _REGEL for nummer in range(len(momenten))]
        langs = []
        for punt, spoor, y in zip(rij.punten, sporen, plekken, strict=True):
            rijen.opschriften.append(count_label(punt.n, y, afgeschermd=punt.afgeschermd))
            if punt.midden is not None:
                spoor.add(punt.midden.waarde, y)
                langs.append((punt.midden.waarde, y))
        verloop.add([x for x, _y in langs], [y for _x, y in langs])
    namen = [_named(moment) for moment in momenten]
    data = [
        *(verloop.trace(1.5) if vergelijking.tijd else []),
        *(
            spoor.trace(naam, marker(nummer))
            for nummer, (naam, spoor) in enumerate(zip(namen, sporen, strict=True))
        ),
    ]
    indeling = layout(rijen, scale_axis(inhoud, rechts=MET_AANTAL), namen)
    return Figuurblad(
        figuur={"data": data, "layout": indeling},
        titel=f"{'Momenten' if vergelijking.tijd else 'Scans'} naast elkaar: "
        f"{rijen_van[0].groepsnaam}",
        samenvatting=_tell(rijen_van, vergelijking),
        kolommen=(
            "Thema",
            *(f"{naam}: {kop}" for naam in namen for kop in ("midden", "n", "A")),
            "Wat is er anders?",
        ),
        rijen=tuple(_row(rij, inhoud) for rij in rijen_van),
        bron="antwoorden van deze groep in elke scan",
        n=opsomming([f"{_named(m)}: {zinnen.people(m.personen)}" for m in momenten]),
        zegt_niet=" ".join(
            filter(
                None,
                (
                    "Een lijn tussen twee momenten bewijst geen ontwikkeling." * vergelijking.tijd,
                    vergelijking.voorbehoud,
                    counts_note([(rij.naam, rij.punten) for rij in rijen_van]),
                    *vergelijking.verklaringen,
                ),
            )
        ),
    )


def _named(moment: Moment) -> str:
    return f"{moment.naam}, {datum(moment.datum)}"


def _row(rij: Rij, inhoud: Instrument) -> tuple[Celwaarde, ...]:
    cellen: list[Celwaarde] = [rij.naam]
    for punt in rij.punten:
        cellen += [
            "afgeschermd" if punt.afgeschermd else zinnen.middle(punt.midden, inhoud),
            None if punt.afgeschermd else punt.n,
            number_cell(punt.eensgezindheid),
        ]
    return (*cellen, f"{rij.zin} {rij.noot}".strip())


def _tell(rijen: Sequence[Rij], vergelijking: Vergelijking) -> str:
    """Zeg waar het midden hoger, lager en gelijk is, en ten opzichte van welke scan."""
    heel = [rij for rij in rijen if all(punt.midden for punt in rij.punten)]
    eerste, laatste = vergelijking.momenten[0].opschrift, vergelijking.momenten[-1].opschrift
    voor = "op" if vergelijking.tijd else "in"
    delen = []
    if vergelijking.tijd or len(vergelijking.momenten) == 2:
        for woord, kant in (("hoger", 1), ("lager", -1)):
            namen = [rij.naam for rij in heel if _moved(rij) * kant > 0]
            if namen:
                delen.append(
                    f"{zinnen.sentence(voor)} {laatste} ligt het midden {woord} dan {voor} "
                    f"{eerste} bij {opsomming(namen)}."
                )
        gelijk = sum(not _moved(rij) for rij in heel)
        delen.append(
            f"{zinnen.sentence(voor)} {eerste} en {voor} {laatste} is het midden gelijk bij "
            f"{gelijk} van {len(rijen)} thema's."
        )
        tussen = [r.naam for r in heel if not _moved(r) and len({p.midden for p in r.punten}) > 1]
        if tussen:
            delen.append(f"Daartussen was het midden anders bij {opsomming(tussen)}.")
    else:
        gelijk = sum(len({punt.midden for punt in rij.punten}) == 1 for rij in heel)
        delen.append(f"Bij {gelijk} van {len(rijen)} thema's is het midden in elke scan gelijk.")
    if len(heel) < len(rijen):
        namen = [rij.naam for rij in rijen if rij not in heel]
        delen.append(f"Niet in elke scan is er een midden bij {opsomming(namen)}.")
    return " ".join(delen)


def _moved(rij: Rij) -> float:
    eerst, laatst = rij.punten[0].midden, rij.punten[-1].midden
    return 0 if eerst is None or laatst is None else laatst.waarde - eerst.waarde
