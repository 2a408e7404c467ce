"""Wat er van een verbeterplan naast dat van een andere school komt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lv_tools.basis.uitwisseling.naast import Maat, Schoolbeeld
from lv_tools.verbeterplan.model.plan import Plan
from lv_tools.verbeterplan.model.uitkomst import Uitslag, compute
from lv_tools.verbeterplan.model.voortgang import KLEUREN
from lv_tools.verbeterplan.teksten import Planinhoud


def picture(plan: Plan, inhoud: Planinhoud, bewaard: date) -> Schoolbeeld:
    """Geef hoe ver het plan is, op de peildag of anders op de dag van bewaren.

    Na die dag is er niets meer bijgeschreven: op de dag van nu zou alles te laat lijken.
    """
    dag = plan.peildag or bewaard
    uitslag = compute(replace(plan, peildag=dag), inhoud)
    meting = f"{plan.kenmerk}-{dag.isoformat()}" if plan.kenmerk else ""
    return Schoolbeeld(
        "verbeterplan",
        plan.kern.titel,
        dag,
        meting,
        maten=tuple(_measures(uitslag, inhoud)),
    )


def _measures(uitslag: Uitslag, inhoud: Planinhoud) -> Iterator[Maat]:
    kern, kleuren = uitslag.kern, tuple(reversed(KLEUREN))
    opties = tuple(inhoud.kleur[kleur] for kleur in kleuren)
    stil = f"een activiteit is stil na {uitslag.plan.regels.stil} dagen zonder bericht"
    yield Maat(
        "ambitie", "Ambitie", hoofd=True, uitkomst=kern.ambitie.wat, n=int(bool(kern.ambitie.wat)),
        eenheid="ambitie",
    )  # fmt: skip
    for soort, naam, eenheid in (
        ("doel", "Hoe ver de doelen zijn", "doelen"),
        ("activiteit", "Hoe ver de activiteiten zijn", "activiteiten"),
    ):
        telling = uitslag.tally(soort)
        aantallen = tuple(telling[kleur] for kleur in kleuren)
        delen = [f"{n} {optie}" for n, optie in zip(aantallen, opties, strict=True) if n]
        yield Maat(
            soort,
            naam,
            "antwoorden",
            hoofd=True,
            opties=opties,
            regels=stil if soort == "activiteit" else "",
            uitkomst=", ".join(delen),
            n=sum(aantallen),
            eenheid=eenheid,
            aantallen=aantallen,
        )
    gemeten = sum(any(w.waarde.getal is not None for w in d.waarnemingen) for d in kern.doelen)
    yield Maat(
        "gemeten",
        "Doelen waarbij iets is gemeten",
        hoofd=True,
        uitkomst=f"{gemeten} van {len(kern.doelen)}" if kern.doelen else "",
        n=len(kern.doelen),
        eenheid="doelen",
    )
    yield Maat(
        "besluit",
        "Activiteiten met een besluit uit de midterm review",
        uitkomst=f"{sum(bool(a.besluit) for a in kern.activiteiten)} van {len(kern.activiteiten)}"
        if kern.activiteiten
        else "",
        n=len(kern.activiteiten),
        eenheid="activiteiten",
    )
