"""De woorden bij de codes in een bestand: tafels, fasen, doelen, kenmerken en standaarden.

Elk bestand neemt ze mee. Bestaat een code later niet meer, dan is zo nog te zeggen wat zij was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from lv_tools.basis.vorm.grenzen import Hoogstens
from lv_tools.gespreksprompter.model.tafel import Code
from lv_tools.gespreksprompter.teksten import inhoud

Namen = Annotated[Mapping[str, Code], Hoogstens(200)]


@dataclass(frozen=True)
class Toen:
    """Per soort de naam bij elke code; bij een tafel ook over welke niveaus het daar gaat."""

    tafel: Annotated[Mapping[str, tuple[Code, tuple[Code, ...]]], Hoogstens(200)] = field(
        default_factory=dict
    )
    fase: Namen = field(default_factory=dict)
    doel: Namen = field(default_factory=dict)
    kenmerk: Namen = field(default_factory=dict)
    standaard: Namen = field(default_factory=dict)
    niveau: Namen = field(default_factory=dict)
    situatie: Namen = field(default_factory=dict)

    def name(self, soort: str, code: str) -> str:
        """Geef de naam van toen; is die er niet, dan de code."""
        namen: Mapping[str, str] = getattr(self, soort)
        return namen.get(code, code)


def words_now() -> Toen:
    """Geef de woorden van nu."""
    bekend = inhoud()
    return Toen(
        {t.code: (t.naam, t.niveaus) for t in bekend.tafel},
        {b.code: b.naam for b in bekend.fase},
        {b.code: b.naam for b in bekend.doel},
        {b.code: b.naam for b in bekend.kenmerk},
        {s.code: s.naam for s in bekend.standaarden.values()},
        {b.code: b.naam for b in bekend.niveau},
        {s.code: s.naam for s in bekend.situatie},
    )
