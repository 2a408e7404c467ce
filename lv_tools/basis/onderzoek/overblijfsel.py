"""Laat zien wat van een oudere vragenlijst over is: per vraag hoe er is geantwoord, in woorden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lv_tools.basis.onderzoek.onthulling import KLEINSTE_GROEP
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.vroeger import Vroeger, sorted_rest

AFGESCHERMD = (
    "beantwoord door minder dan vijf mensen; in een anonieme meting tonen wij dat niet. Het blijft "
    "wel bewaard"
)
#: Bij een oude vraag is niet te zien welke groep nu apart staat; daarom staat er geen enkele tekst.
GEEN_TEKSTEN = "teksten uit een anonieme meting tonen wij hier niet. Zij blijven wel bewaard"


@dataclass(frozen=True)
class Overblijfsel:
    """Iets wat nu geen plaats meer heeft: wat het was, en wat er stond."""

    wat: str
    inhoud: str


def leftovers(
    bronnen: Sequence[Bron], overig: Sequence[tuple[str, str]] = (), *, anoniem: bool = False
) -> tuple[Overblijfsel, ...]:
    """Vat samen wat er over is.

    Parameters
    ----------
    overig
        Wat niet bij een persoon hoort: paren van wat het was en wat er stond.
    anoniem
        Toon een vraag pas als vijf mensen haar beantwoordden, en geen teksten.
    """
    teksten: dict[Vroeger, list[str]] = {}
    tellingen: dict[Vroeger, list[int]] = {}
    for bron in bronnen:
        for respondent in bron.respondenten:
            for vraag, waarde in sorted_rest(respondent.rest):
                if isinstance(waarde, str):
                    teksten.setdefault(vraag, []).append(waarde)
                    continue
                plek = -2 if waarde is None else waarde - 1 if waarde else -1
                tellingen.setdefault(vraag, [0] * len(vraag.labels))[plek] += 1
        for hand in bron.handtellingen:
            for vraag, aantallen in hand.rest:
                stand = tellingen.setdefault(vraag, [0] * len(vraag.labels))
                tellingen[vraag] = [a + b for a, b in zip(stand, aantallen, strict=True)]
    regels = [Overblijfsel(wat, inhoud) for wat, inhoud in overig]
    for vraag in sorted({*teksten, *tellingen}):
        aantal = len(teksten.get(vraag, ())) + sum(tellingen.get(vraag, ()))
        if anoniem and aantal < KLEINSTE_GROEP:
            regels.append(Overblijfsel(vraag.tekst, AFGESCHERMD))
            continue
        if anoniem and vraag in teksten:
            regels.append(Overblijfsel(vraag.tekst, GEEN_TEKSTEN))
            continue
        geteld = zip(vraag.labels, tellingen.get(vraag, ()), strict=False)
        delen = [f"{label} {k}" for label, k in geteld if k]
        delen += [f"‘{tekst}’" for tekst in sorted(teksten.get(vraag, ()))]
        regels.append(Overblijfsel(vraag.tekst, "; ".join(delen)))
    return tuple(regels)
