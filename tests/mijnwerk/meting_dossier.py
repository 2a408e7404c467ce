"""Hoe snel een groot dossier opent en samengaat: ``python tests/mijnwerk/meting_dossier.py``.

Achtendertig plannen met elk driehonderd activiteiten, samen ruim 5 MB. Elke tijd staat naast die
van ``json.loads`` en ``json.dumps`` op dezelfde tekst in dezelfde run: die verhouding zegt op elke
computer hetzelfde.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2])]

from lv_tools.basis.uitwisseling.dossier import Dossier, from_text, to_text
from lv_tools.basis.uitwisseling.stukken import Actie, Herkomst
from lv_tools.basis.uitwisseling.verschil import compare, take_over

ACTIVITEITEN = 300
PLANNEN = 38
LANG = "Lesbezoek in tweetallen, met een kijkvraag die het team samen koos. " * 4


def big(trekker: str) -> Dossier:
    """Maak een dossier met in elk plan driehonderd activiteiten van deze trekker."""
    dossier = Dossier()
    for plan in range(PLANNEN):
        acties = [
            Actie(
                f"a{nr}", f"{nr}. {LANG}"[:300], trekker, date(2026, 1, 5), date(2026, 6, 1), "d1"
            )
            for nr in range(ACTIVITEITEN)
        ]
        dossier = dossier.give(Herkomst("verbeterplan", f"Plan {plan}"), f"plan{plan}", acties)
    return dossier


def seconds(doe: Callable[[], object]) -> float:
    """Geef de kortste van drie keer: wat er tussendoor gebeurt, telt dan het minst."""
    tijden = []
    for _ in range(3):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


def measure() -> tuple[int, dict[str, float]]:
    """Geef de omvang in bytes, en per handeling hoeveel keer zij zo lang duurt als kale JSON."""
    hier, daar = big("team"), big("rector")
    tekst = to_text(hier)
    kaal = seconds(lambda: json.dumps(json.loads(tekst), ensure_ascii=False, indent=1))
    handelingen: dict[str, Callable[[], object]] = {
        "openen": lambda: from_text(tekst),
        "schrijven": lambda: to_text(hier),
        "samenvoegen": lambda: hier.merge(daar),
        "vergelijken": lambda: compare(hier, daar),
        "overnemen": lambda: take_over(hier, daar, frozenset()),
    }
    return len(tekst.encode()), {naam: seconds(doe) / kaal for naam, doe in handelingen.items()}


if __name__ == "__main__":
    omvang, verhoudingen = measure()
    print(f"{omvang / 1e6:.1f} MB, {PLANNEN} keer {ACTIVITEITEN} activiteiten")
    for naam, keer in verhoudingen.items():
        print(f"{naam:14} {keer:6.1f} keer kale JSON")
