"""De regels op het scherm: verzetten, lezen waarom ze zo staan, en een som met de hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lv_tools.schermdelen import Keuzelijst, Keuzerondjes, Knop, Tekst, Uitklap, Vinkje
from lv_tools.urgentiemeter.scherm.werk import Werk

#: Keuzes per regel; de waarde van nu komt er zo nodig bij.
_KEUZES = {
    "gedeeld_vanaf": range(50, 95, 5),
    "genoemd_vanaf": range(10, 65, 5),
    "breed_standaarden": range(2, 7),
    "breed_gebieden": range(1, 5),
}
_LABELS = {
    "gedeeld_vanaf": "Gedeeld vanaf",
    "genoemd_vanaf": "Een onderwerp telt mee vanaf",
    "breed_standaarden": "Breed vanaf dit aantal onderwerpen",
    "breed_gebieden": "Uit ten minste dit aantal gebieden",
}
_PROCENT = {"gedeeld_vanaf", "genoemd_vanaf"}


class Regelvak:
    """Het uitklapvak met de regels."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        uitleg = werk.inhoud.inhoud["regeluitleg"]
        self.lijsten = {
            naam: Keuzelijst(
                label,
                _options(naam, keuzes, getattr(werk.regels, naam)),
                waarde=str(getattr(werk.regels, naam)),
                hulp=uitleg[naam],
                bij_wijziging=lambda waarde, naam=naam: self._set(naam, int(waarde)),
            )
            for naam, keuzes, label in (
                (naam, keuzes, _LABELS[naam]) for naam, keuzes in _KEUZES.items()
            )
        }
        self.weging = Keuzerondjes(
            "Wie telt hoe zwaar?",
            [("persoon", "elke persoon even zwaar"), ("rol", "elke rol even zwaar")],
            waarde=werk.regels.weging,
            hulp=uitleg["weging"],
            bij_wijziging=lambda waarde: self._set("weging", waarde or "persoon"),
        )
        self.weet_niet = Vinkje(
            "‘Weet ik niet’ telt mee in het totaal",
            waarde=werk.regels.weet_niet_telt,
            hulp=uitleg["weet_niet_telt"],
            bij_wijziging=lambda waarde: self._set("weet_niet_telt", waarde),
        )
        voorbeeld = werk.inhoud.inhoud["voorbeeld"]
        self.deel = Uitklap(
            "De regels, en wat er gebeurt als u ze verzet",
            Tekst(uitleg["bron"]),
            *self.lijsten.values(),
            self.weging,
            self.weet_niet,
            Knop("Zet de regels terug zoals ze waren", self._reset),
            Uitklap(
                "Een som met de hand",
                Tekst(voorbeeld["uitleg"], voorbeeld["som_gedeeld"], voorbeeld["som_breed"]),
            ),
        )

    def show(self) -> None:
        """Laat de regels zien die nu gelden."""
        for naam, lijst in self.lijsten.items():
            waarde = getattr(self.werk.regels, naam)
            if lijst.waarde != str(waarde):
                lijst.opties = _options(naam, _KEUZES[naam], waarde)
                lijst.waarde = str(waarde)
        self.weging.waarde = self.werk.regels.weging
        self.weet_niet.waarde = self.werk.regels.weet_niet_telt

    def _set(self, naam: str, waarde: Any) -> None:
        self.werk.regels = replace(self.werk.regels, **{naam: waarde})
        self.werk.changed()

    def _reset(self) -> None:
        self.werk.regels = self.werk.inhoud.regels
        self.show()
        self.werk.changed()


def _options(naam: str, keuzes: Iterable[int], nu: int) -> list[tuple[str, str]]:
    achter = "%" if naam in _PROCENT else ""
    return [(str(k), f"{k}{achter}") for k in sorted({*keuzes, nu})]
