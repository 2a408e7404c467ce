"""Twee versies van een plan naast elkaar: wat erbij kwam, wat wegging en wat anders werd."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lv_tools.basis.taal.notatie import datum
from lv_tools.verbeterplan.model.advies import kind_of
from lv_tools.verbeterplan.model.plan import Activiteit, Doel, Kern, Knoop, Maatregel
from lv_tools.verbeterplan.model.voortgang import measure_of
from lv_tools.verbeterplan.model.woorden import amount
from lv_tools.verbeterplan.teksten import Planinhoud

#: Per deel van het plan: soort, hoe het heet, en per veld wat er staat.
Beeld = dict[str, tuple[str, str, Mapping[str, str]]]


@dataclass(frozen=True)
class Verschil:
    """Eén verschil; bij ``"anders"`` in één veld."""

    wat: Literal["erbij", "weg", "anders"]
    soort: str
    naam: str
    veld: str = ""
    was: str = ""
    wordt: str = ""


def compare(oud: Kern, nieuw: Kern, inhoud: Planinhoud) -> tuple[Verschil, ...]:
    """Geef de verschillen tussen twee versies; van een versie met zichzelf zijn er geen."""
    was, wordt = dict(_picture(oud, inhoud)), dict(_picture(nieuw, inhoud))
    uit = []
    for kenmerk in [*was, *(k for k in wordt if k not in was)]:
        soort, naam, velden = wordt.get(kenmerk) or was[kenmerk]
        if kenmerk not in wordt:
            uit.append(Verschil("weg", soort, naam))
        elif kenmerk not in was:
            uit.append(Verschil("erbij", soort, naam))
        else:
            eerder = was[kenmerk][2]
            uit += [
                Verschil("anders", soort, naam, veld, eerder[veld], waarde)
                for veld, waarde in velden.items()
                if eerder[veld] != waarde
            ]
    return tuple(uit)


def _picture(
    kern: Kern, inhoud: Planinhoud
) -> Iterator[tuple[str, tuple[str, str, Mapping[str, str]]]]:
    def dag(waarde: object) -> str:
        return datum(waarde) if waarde else ""  # type: ignore[arg-type]

    plan = {"titel": kern.titel, "niet": kern.niet, "door": kern.door, "vraag": kern.midterm.vraag}
    dagen = {"vastgesteld": dag(kern.vastgesteld), "midterm": dag(kern.midterm.dag)}
    yield "", ("plan", kern.titel, plan | dagen)
    for punt in kern.punten:
        velden = {"wat": punt.wat, "bewijs": punt.bewijs, "anders": punt.anders_als}
        yield f"punt/{punt.id}", ("punt", punt.wat, velden)
    van = {tussen.id: doel for doel in kern.doelen for tussen in doel.tussendoelen}
    namen = {punt.id: punt.wat for punt in kern.punten}
    namen |= {knoop.id: knoop.wat for knoop in (*kern.doelen, *kern.maatregelen)}
    for knoop in kern.nodes():
        soort = kind_of(knoop)
        yield f"{soort}/{knoop.id}", (soort, knoop.wat, _node(knoop, van, namen, inhoud))
    for moment in kern.momenten:
        velden = {"wat": moment.wat, "dag": dag(moment.dag), "wie": moment.wie}
        yield f"moment/{moment.id}", ("moment", moment.wat, velden)
    for boodschap in kern.boodschappen:
        velden = {"wat": boodschap.wat, "dag": dag(boodschap.dag), "wie": boodschap.wie}
        yield f"boodschap/{boodschap.id}", ("boodschap", inhoud.aan[boodschap.aan], velden)


def _node(
    knoop: Knoop, van: Mapping[str, Doel], namen: Mapping[str, str], inhoud: Planinhoud
) -> dict[str, str]:
    maat = measure_of(knoop, van.get(knoop.id))
    velden = {
        "wat": knoop.wat,
        "wie": knoop.wie,
        "klaar": datum(knoop.klaar) if knoop.klaar else "",
        "maat": maat.wat,
        "nu": amount(maat.nu, maat),
        "dan": amount(maat.dan, maat),
        "les": knoop.in_de_les,
    }
    if isinstance(knoop, Doel):
        velden["bij"] = namen.get(knoop.punt, "")
    elif isinstance(knoop, Maatregel):
        velden["bij"] = namen.get(knoop.doel, "")
    elif isinstance(knoop, Activiteit):
        velden |= {
            "bij": namen.get(knoop.maatregel, ""),
            "begin": datum(knoop.begin) if knoop.begin else "",
            "met": knoop.met,
            "uren": "" if knoop.uren is None else str(knoop.uren),
            "besluit": inhoud.besluit[knoop.besluit] if knoop.besluit else "",
            "reden": knoop.reden,
        }
    return velden
