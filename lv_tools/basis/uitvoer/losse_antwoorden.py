"""Losse antwoorden van mensen, in een tabel die ook weer in te lezen is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import NVT
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.taal.notatie import LEEG
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel

#: Hoe deze antwoorden er in een tabel staan; zo zijn ze ook weer in te lezen.
WEET_NIET, NIET_VAN_TOEPASSING = "?", "nvt"


def answers_table(
    mensen: Sequence[Respondent],
    vragen: Vragenset,
    codes: Sequence[str],
    verder: Sequence[tuple[str, Callable[[Respondent], Uitvoercel]]],
) -> Uitvoertabel:
    """Geef elke persoon een rij, in een vorm die het hulpmiddel zelf weer inleest.

    Onder de rijen staat daarom niets, en elk antwoord heeft een eigen teken: een leeg vak is niet
    ingevuld.

    Parameters
    ----------
    codes
        De stellingen, op volgorde.
    verder
        Wat er achter de antwoorden komt: een opschrift, en wat daar bij een persoon staat.
    """
    rijen: list[tuple[Uitvoercel, ...]] = [
        (
            nummer,
            wie.naam,
            vragen.rolnaam(wie.rol),
            *(answer_cell(wie, code) for code in codes),
            *(geef(wie) for _kop, geef in verder),
        )
        for nummer, wie in enumerate(mensen, start=1)
    ]
    kolommen = ("nummer", "naam", "rol", *codes, *(kop for kop, _geef in verder))
    return Uitvoertabel("Antwoorden", kolommen, tuple(rijen))


def answer_cell(wie: Respondent, code: str) -> Uitvoercel:
    """Geef een antwoord zoals het in een tabel staat; ``None`` is niet ingevuld."""
    if code not in wie.antwoorden:
        return None
    gegeven = wie.antwoorden[code]
    if gegeven is None:
        return WEET_NIET
    return NIET_VAN_TOEPASSING if gegeven == NVT else gegeven


def answer_text(wie: Respondent, code: str) -> str:
    """Geef een antwoord als tekst, voor papier."""
    cel = answer_cell(wie, code)
    return LEEG if cel is None else str(cel)


def names_of(mensen: Sequence[Respondent]) -> list[str]:
    """Geef bij ieder een naam, of een nummer voor wie geen naam gaf."""
    return [wie.naam or f"zonder naam ({nr})" for nr, wie in enumerate(mensen, start=1)]
