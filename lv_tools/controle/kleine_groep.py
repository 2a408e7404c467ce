"""Kleine groep: op hoeveel trajecten, scholen of gesprekken rust een uitspraak?"""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.controle.cijfers import kerncijfer, obstakelkolommen
from lv_tools.controle.melding import Melding, Plaats

CONTROLE = "kleine groep"


def controleer() -> Iterator[Melding]:
    """Zeg waar een uitspraak van de tekst op weinig trajecten, scholen of gesprekken rust."""
    yield _leerlingenpopulatie()
    yield _vragenlijsten()
    yield _focusgroepen()


def _leerlingenpopulatie() -> Melding:
    namen = (
        "Sterke groei van leerlingenaantallen",
        "Verandering leerlingenpopulatie",
        "Gebrek aan ouderbetrokkenheid",
    )
    kolommen = [k for k in obstakelkolommen() if k.obstakel in namen]
    percentages = opsomming([f"{k.percentages['Coaching van leraren']}%" for k in kolommen])
    groepen = opsomming([str(k.n) for k in kolommen])
    return Melding(
        controle=CONTROLE,
        ernst="let op",
        resource="interventies_bij_obstakels",
        sleutel={"interventie": "Coaching van leraren"},
        gevonden=f"{percentages} bij n = {groepen}",
        verwacht="een grotere groep",
        uitleg=(
            "Dat coaching van leraren vaker voorkomt bij obstakels rond de leerlingenpopulatie, "
            f"rust op kolommen van {groepen} trajecten: te weinig om er een patroon in te zien."
        ),
    )


def _vragenlijsten() -> Melding:
    scholen, trajecten = kerncijfer("scholen-totaal"), kerncijfer("trajecten-totaal")
    return Melding(
        controle=CONTROLE,
        ernst="let op" if trajecten < scholen else "klopt",
        resource="interventies",
        sleutel={},
        gevonden=f"{trajecten} trajecten",
        verwacht=f"{scholen} scholen",
        uitleg=(
            f"Voor elke school ging één vragenlijst uit en er waren {scholen} scholen; de tekst "
            f"telt {trajecten} trajecten en zegt niet waarom er {scholen - trajecten} ontbreken."
        ),
        ook=(
            Plaats("interventies_bij_obstakels", {}),
            Plaats("kerncijfers", {"id": "scholen-totaal"}),
            Plaats("kerncijfers", {"id": "trajecten-totaal"}),
        ),
    )


def _focusgroepen() -> Melding:
    gekozen, interview = kerncijfer("focusgroep-scholen"), kerncijfer("interview-scholen")
    return Melding(
        controle=CONTROLE,
        ernst="let op",
        resource="kerncijfers",
        sleutel={"id": "focusgroep-scholen"},
        gevonden=f"{gekozen} gekozen scholen",
        verwacht=f"{gekozen - interview} focusgroepen",
        uitleg=(
            f"Op {interview} van de {gekozen} gekozen scholen werd de focusgroep een interview: "
            f"wat de tekst aan focusgroepen ontleent, komt van {gekozen - interview} groepen en "
            f"{interview} interviews."
        ),
        ook=(Plaats("kerncijfers", {"id": "interview-scholen"}),),
    )
