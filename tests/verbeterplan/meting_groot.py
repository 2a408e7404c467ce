"""Hoe snel een groot plan opent en te bewerken is: ``python tests/verbeterplan/meting_groot.py``.

Driehonderd activiteiten met elk vier berichten: eerst alleen het plan, daarna met twaalf bewaarde
versies, samen ruim 5 MB. Per handeling staan er het aantal aanroepen van ``lv_tools`` (overal
gelijk), de tijd op deze computer, en hoeveel keer zo lang dat is als het bestand één keer schrijven
met de ``json`` van Python.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1] / "bouwdoos"), str(Path(__file__).parents[2])]

from hulpproef import Proef
from meting_aanroepen import count_calls
from plannen import PEIL, activiteit, kern

from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.basis.vorm import codec
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN
from lv_tools.verbeterplan.model.plan import MEESTE_VERSIES, Plan, Versie, Waarneming

AANTAL = 300


def big_file(versies: int = 0) -> str:
    """Schrijf een plan met driehonderd activiteiten, elk met vier berichten, en zoveel versies."""
    berichten = tuple(
        Waarneming(f"w{nr}", PEIL - timedelta(nr), "op-schema", gezien="gezien " * 25, bron="x")
        for nr in range(4)
    )
    reeks = tuple(
        activiteit(f"a{nr}", klaar=date(2026, 6, 1), waarnemingen=berichten) for nr in range(AANTAL)
    )
    plan = kern(activiteiten=reeks)
    oud = tuple(Versie(f"v{nr}", PEIL, f"versie {nr}", plan) for nr in range(versies))
    vol = VERBETERPLAN.keur(Plan(plan, "plan1", PEIL, versies=oud), VERBETERPLAN.inhoud())
    return to_json(Bewaard("verbeterplan", 1, "Groot", now(), {"staat": codec.write(vol)}))


def actions(tekst: str) -> dict[str, Callable[[], object]]:
    """Geef per handeling wat iemand doet: openen, bewerken, en de stappen bekijken."""
    proef = Proef(VERBETERPLAN)
    paneel = proef.opstelling.panelen

    def unfold(plek: int, begin: str) -> None:
        vak = next(d for d in paneel[plek].deel.walk() if begin in d.eigenschappen.get("titel", ""))
        proef.gebeur(vak, "wijziging", waarde=True)

    def edit() -> None:
        proef.vul("kern/activiteiten/a6/wie", "rector")

    return {
        "openen": lambda: proef.open(tekst),
        "stap aanpak": lambda: proef.stap(2),
        "maatregel openklappen": lambda: unfold(2, "1. Van elkaar"),
        "activiteit openklappen": lambda: unfold(2, "7. Lesbezoek"),
        "een veld wijzigen": edit,
        "stap nakijken": lambda: proef.stap(4),
        "stap voortgang": lambda: proef.stap(5),
    }


def count(tekst: str, *namen: str) -> dict[str, int]:
    """Tel per handeling de aanroepen; met namen alleen van die, en de rest gebeurt gewoon."""
    geteld = {}
    for naam, handeling in actions(tekst).items():
        if namen and naam not in namen:
            handeling()
        else:
            geteld[naam] = count_calls(handeling).total()
    return geteld


def measure(tekst: str) -> dict[str, tuple[int, float]]:
    """Meet elke handeling twee keer: eerst de tijd, dan op een vers scherm de aanroepen."""
    tijden = {}
    for naam, handeling in actions(tekst).items():
        begin = time.perf_counter()
        handeling()
        tijden[naam] = time.perf_counter() - begin
    geteld = count(tekst)
    return {naam: (geteld[naam], tijden[naam]) for naam in tijden}


def once(tekst: str) -> float:
    """Meet hoelang het duurt om alles één keer te schrijven."""
    gegevens = json.loads(tekst)
    begin = time.perf_counter()
    json.dumps(gegevens, ensure_ascii=False, indent=1)
    return time.perf_counter() - begin


if __name__ == "__main__":
    for versies in (0, MEESTE_VERSIES):
        tekst = big_file(versies)
        maat = once(tekst)
        print(f"{len(tekst) / 1e6:.1f} MB, {AANTAL} activiteiten, {versies} versies")
        for naam, (aanroepen, tijd) in measure(tekst).items():
            ms = f"{1000 * tijd:7.0f} ms"
            print(f"{naam:26} {aanroepen:9,} aanroepen {ms}  {tijd / maat:5.2f} x schrijven")
