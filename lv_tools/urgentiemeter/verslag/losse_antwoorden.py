"""De losse antwoorden: elke persoon een rij. Alleen als de groep op naam werkt, en op verzoek."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.taal.notatie import LEEG, opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

#: Hoe deze antwoorden er in een tabel staan; zo zijn ze ook weer in te lezen.
WEET_NIET, KRUISJE, GEEN_KRUISJE = "?", "x", 0


def separate_answers(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wie er meedeed, en van elke persoon elk antwoord."""
    mensen = merge(uitslag.scan.sources(inhoud))
    if not mensen:
        yield Alinea("Er zijn alleen tellingen uit de zaal; daar zitten geen losse antwoorden in.")
        return
    namen = sorted(r.naam for r in mensen if r.naam)
    if namen:
        yield Alinea(f"Er deden mee: {opsomming(namen)}.")
    schaal = "; ".join(f"{nr} = {tekst}" for nr, tekst in enumerate(inhoud.vragen.schaal, start=1))
    yield Alinea(
        f"{schaal}; {WEET_NIET} = {inhoud.vragen.weet_niet}. {LEEG} is niet ingevuld. De nummers "
        "boven de tabel zijn die van de stellingen.",
        klein=True,
    )
    nummers = [str(nr) for nr in range(1, len(inhoud.stellingen) + 1)]
    wie = [r.naam or f"zonder naam ({nr})" for nr, r in enumerate(mensen, start=1)]
    yield Bloktabel(
        "Antwoorden per persoon",
        ("Wie", "Rol", *nummers),
        tuple(
            (naam, inhoud.vragen.rolnaam(r.rol), *(_text(_cell(r, c)) for c in inhoud.stellingen))
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


def answers_table(uitslag: Uitslag, inhoud: Instrument) -> Uitvoertabel:
    """Geef elke persoon een rij, in een vorm die dit hulpmiddel ook weer inleest.

    Wie de vraag naar onderwerpen niet wist of oversloeg, heeft daar lege vakken.
    """
    rijen: list[tuple[Uitvoercel, ...]] = [
        (
            nummer,
            persoon.naam,
            inhoud.vragen.rolnaam(persoon.rol),
            *(_cell(persoon, code) for code in inhoud.stellingen),
            *(_mark(persoon, code) for code in inhoud.standaarden),
        )
        for nummer, persoon in enumerate(merge(uitslag.scan.sources(inhoud)), start=1)
    ]
    kolommen = ("nummer", "naam", "rol", *inhoud.stellingen, *inhoud.standaarden)
    return Uitvoertabel("Antwoorden", kolommen, tuple(rijen))


def _cell(persoon: Respondent, code: str) -> Uitvoercel:
    if code not in persoon.antwoorden:
        return None
    gegeven = persoon.antwoorden[code]
    return WEET_NIET if gegeven is None else gegeven


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


def _text(cel: Uitvoercel) -> str:
    return LEEG if cel is None else str(cel)
