"""De losse antwoorden: elke persoon een rij. Alleen als de groep op naam werkt, en op verzoek."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.taal.notatie import LEEG, genummerd, opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel
from lv_tools.basis.uitvoer.losse_antwoorden import (
    WEET_NIET,
    answer_text,
    answers_table,
    names_of,
)
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

#: Hoe een onderwerp in een tabel staat; zo is het ook weer in te lezen.
KRUISJE, GEEN_KRUISJE = "x", 0


def separate_answers(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wie er meedeed, en van elke persoon elk antwoord."""
    mensen = merge(uitslag.scan.sources(inhoud))
    if not mensen:
        yield Alinea("Er zijn alleen tellingen uit de zaal; daar zitten geen losse antwoorden in.")
        return
    namen = sorted(r.naam for r in mensen if r.naam)
    if namen:
        yield Alinea(f"Er deden mee: {opsomming(namen)}.")
    yield Alinea(
        f"{genummerd(inhoud.vragen.schaal)}; {WEET_NIET} = {inhoud.vragen.weet_niet}. {LEEG} is "
        "niet ingevuld. De nummers boven de tabel zijn die van de stellingen.",
        klein=True,
    )
    nummers = [str(nr) for nr in range(1, len(inhoud.stellingen) + 1)]
    wie = names_of(mensen)
    yield Bloktabel(
        "Antwoorden per persoon",
        ("Wie", "Rol", *nummers),
        tuple(
            (naam, inhoud.vragen.rolnaam(r.rol), *(answer_text(r, c) for c in inhoud.stellingen))
            for naam, r in zip(wie, mensen, strict=True)
        ),
        breedtes=(6, 5, *(2 for _ in nummers)),
    )
    yield Bloktabel(
        "Onderwerpen per persoon",
        ("Wie", "Rol", "Aangekruist"),
        tuple(
            (naam, inhoud.vragen.rolnaam(r.rol), _topics(r))
            for naam, r in zip(wie, mensen, strict=True)
        ),
        breedtes=(6, 5, 20),
    )


def answers_of(uitslag: Uitslag, inhoud: Instrument) -> Uitvoertabel:
    """Geef elke persoon een rij, met een vak per stelling en per onderwerp.

    Wie de vraag naar onderwerpen niet wist of oversloeg, heeft daar lege vakken.
    """
    mensen = merge(uitslag.scan.sources(inhoud))
    onderwerpen = [(code, partial(_mark, code=code)) for code in inhoud.standaarden]
    return answers_table(mensen, inhoud.vragen, tuple(inhoud.stellingen), onderwerpen)


def _mark(persoon: Respondent, code: str) -> Uitvoercel:
    gekozen = persoon.keuzes.get(STANDAARDEN)
    if gekozen is None:
        return None
    return KRUISJE if code in gekozen else GEEN_KRUISJE


def _topics(persoon: Respondent) -> str:
    if STANDAARDEN not in persoon.keuzes:
        return LEEG
    gekozen = persoon.keuzes[STANDAARDEN]
    return WEET_NIET if gekozen is None else ", ".join(gekozen) or "geen"
