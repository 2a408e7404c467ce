"""De voorbeeldschool uit het boek als ingevuld profiel: haar eigen feiten, verder niets."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.kwaliteitsprofiel.model.profiel import (
    VRAGEN,
    Afspraak,
    Beeld,
    Kern,
    Profiel,
    Samen,
)
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud

#: Zo staat ‘weet ik niet’ in de gegevens.
ONBEKEND = 0


def example(inhoud: Profielinhoud) -> Profiel:
    """Geef het profiel van de voorbeeldschool: drie beelden, en wat zij afspraken."""
    alles = lees_toml("voorbeeld/school.toml")
    feiten = alles["kwaliteitsprofiel"]
    samen = Samen(
        functie=feiten["functie"],
        zin=feiten["zin"],
        open=feiten["open"],
        wie=feiten["wie"],
        eigenaar=feiten["eigenaar"],
        uren=_hours(feiten["uren"]),
        beschikbaar=Fraction(feiten["beschikbaar"]),
        overleg=tuple(feiten["overleg"]),
        gaat=feiten["gaat"],
        hoort=feiten["hoort"],
        grenzen=tuple(feiten["grenzen"]),
        terug=feiten["terug"],
    )
    kern = Kern(
        titel=alles["school"]["naam"],
        jaar=alles["school"]["schooljaar"],
        beelden=tuple(_picture(rij) for rij in feiten["beeld"]),
        samen=samen,
        afspraken=tuple(
            Afspraak(f"afspraak-{nummer}", **afspraak)
            for nummer, afspraak in enumerate(feiten["afspraken"], start=1)
        ),
    )
    return Profiel(kern, kenmerk="profiel", lijst=inhoud.lijst)


def _picture(rij: Mapping[str, Any]) -> Beeld:
    antwoorden: dict[str, Any] = {
        vraag: {
            code: None if waarde == ONBEKEND else waarde
            for code, waarde in rij.get(vraag, {}).items()
        }
        for vraag in VRAGEN
    }
    uren = rij.get("beschikbaar")
    return Beeld(
        f"voorbeeld-{rij['rol']}",
        rij["rol"],
        open=rij.get("open", {}),
        beschikbaar=None if uren is None else Fraction(uren),
        uren=_hours(rij.get("uren", {})),
        **antwoorden,
    )


def _hours(uren: Mapping[str, int]) -> dict[str, Fraction | None]:
    return {code: Fraction(aantal) for code, aantal in uren.items()}
