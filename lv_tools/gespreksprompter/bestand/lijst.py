"""De woorden bij de codes in een bestand: tafels, fasen, doelen, kenmerken en standaarden.

Elk bestand neemt ze mee. Bestaat een code later niet meer, dan is zo nog te zeggen wat zij was. De
bestanden van 0.1.0 deden dat nog niet; hun woorden staan in
``data/instrumenten/lijsten-0.1.0.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

SOORTEN = ("fase", "doel", "kenmerk", "standaard", "niveau")


def to_data() -> dict[str, Any]:
    """Schrijf de woorden van nu als gegevens die JSON kent."""
    bekend = inhoud()
    lijsten: dict[str, Mapping[str, Any]] = {
        "fase": bekend.fasen,
        "doel": bekend.doelen,
        "kenmerk": bekend.kenmerken,
        "standaard": bekend.standaarden,
        "niveau": bekend.niveaus,
    }
    return {
        "tafel": {t.code: [t.naam, list(t.niveaus)] for t in bekend.tafels.values()},
        **{soort: {c: rij.naam for c, rij in lijst.items()} for soort, lijst in lijsten.items()},
    }


@lru_cache(maxsize=1)
def first_list() -> Mapping[str, Any]:
    """Geef de woorden van 0.1.0."""
    gelezen: Mapping[str, Any] = json.loads(lees_tekst("instrumenten/lijsten-0.1.0.json"))
    return dict(gelezen["gespreksprompter"])


@dataclass
class Woorden:
    """De woorden van toen, en wat er bij het lezen geen plaats meer bleek te hebben."""

    toen: Mapping[str, Any]
    overig: dict[tuple[str, str], None] = field(default_factory=dict)

    def name(self, soort: str, code: str) -> str:
        """Geef de naam van toen; is die er niet, dan de code."""
        namen = self.toen.get(soort)
        naam = namen.get(code) if isinstance(namen, Mapping) else None
        return naam if isinstance(naam, str) else code

    def known(self, soort: str, code: str, waar: str) -> str:
        """Geef de code als zij nog bestaat; anders leeg, en onthoud wat er stond."""
        bekend = inhoud()
        lijsten: dict[str, Mapping[str, Any]] = {
            "fase": bekend.fasen,
            "doel": bekend.doelen,
            "kenmerk": bekend.kenmerken,
            "standaard": bekend.standaarden,
            "niveau": bekend.niveaus,
        }
        if not code or code in lijsten[soort]:
            return code
        self.overig[f"{soort} bij {waar}", self.name(soort, code)] = None
        return ""

    def table(self, code: str) -> Tafel:
        """Geef een tafel; bestaat zij niet meer, dan gaat zij verder als eigen tafel."""
        tafel = inhoud().tafels.get(code)
        if tafel is not None:
            return tafel
        tafels = self.toen.get("tafel")
        rij = tafels.get(code) if isinstance(tafels, Mapping) else None
        naam, niveaus = rij if isinstance(rij, list) and len(rij) == 2 else (code, [])
        over = (
            tuple(n for n in niveaus if n in inhoud().niveaus) if isinstance(niveaus, list) else ()
        )
        self.overig["tafel die u nu als eigen tafel hebt", str(naam)] = None
        return Tafel(code, str(naam), niveaus=over or tuple(inhoud().niveaus), eigen=True)
