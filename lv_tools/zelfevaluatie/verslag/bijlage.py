"""De bijlage van het verslag: per thema elke stelling per groep, en wat mensen erbij schreven."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.eigen_woorden import group_label
from lv_tools.zelfevaluatie.model.uitkomstmaten import Stellingbeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.verslag.uitslag import AFGESCHERMD, written


def appendix(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef per thema de verdeling van elke stelling en de teksten."""
    yield Alinea(
        "In elke rij staat hoe vaak een antwoord is gegeven. ? is "
        f"‘{inhoud.schaal.weet_niet}’, nvt is ‘{inhoud.schaal.nvt}’. A is hoe eens de groep het "
        "is.",
        klein=True,
    )
    for thema in uitslag.scan.opzet.themas:
        yield Kop(inhoud.themas[thema].titel, 2)
        for stelling in uitslag.in_theme(thema):
            yield _distribution(stelling, uitslag, inhoud)
            if stelling.code in uitslag.gevoelig:
                yield Alinea(zinnen.sensitive(uitslag.gevoelig[stelling.code]), klein=True)
        yield from written(thema, uitslag, inhoud)


def _distribution(stelling: Stelling, uitslag: Uitslag, inhoud: Instrument) -> Bloktabel:
    nummers = [str(nr) for nr in range(1, len(inhoud.schaal.opties) + 1)]
    return Bloktabel(
        stelling.tekst,
        ("Groep", *nummers, "?", "nvt", "Midden", "A"),
        tuple(
            (
                group_label(groep.naam, groep.sleutel, stelling),
                *_cells(groep.stellingen[stelling.code], inhoud),
            )
            for groep in uitslag.alle_groepen
        ),
        breedtes=(7, *(2 for _ in nummers), 2, 2, 6, 3),
    )


def _cells(beeld: Stellingbeeld, inhoud: Instrument) -> tuple[str, ...]:
    verdeling = beeld.verdeling
    if beeld.afgeschermd:
        return (*("" for _ in range(len(inhoud.schaal.opties) + 2)), AFGESCHERMD, "")
    return (
        *(str(aantal) for aantal in verdeling.aantallen),
        str(verdeling.weet_niet),
        str(verdeling.nvt),
        zinnen.middle(beeld.midden, inhoud),
        zinnen.agreement(beeld.eensgezindheid),
    )
