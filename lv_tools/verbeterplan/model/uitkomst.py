"""De uitkomst bij een plan: de kleuren op de peildag, en de adviezen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.vorm import codec
from lv_tools.verbeterplan.model.advies import Advies, advise
from lv_tools.verbeterplan.model.plan import Kern, Plan
from lv_tools.verbeterplan.model.voortgang import Oordeel, judge
from lv_tools.verbeterplan.model.woorden import own_words
from lv_tools.verbeterplan.teksten import Planinhoud


@dataclass(frozen=True)
class Uitslag:
    """Een plan met wat eruit volgt; de adviezen pas als iemand ze vraagt."""

    plan: Plan
    peildag: date
    oordelen: Mapping[str, Oordeel]
    inhoud: Planinhoud

    @property
    def kern(self) -> Kern:
        """Het plan zelf."""
        return self.plan.kern

    @cached_property
    def adviezen(self) -> tuple[Advies, ...]:
        """Wat er opvalt."""
        eigen = own_words(self.plan.eigen_woorden, self.inhoud.zeg("eigen_woord"))
        return advise(self.kern, self.plan.regels, eigen, self.inhoud)

    def tally(self, *soorten: str) -> Counter[str]:
        """Tel de kleuren van doelen of activiteiten."""
        reeksen = {"doel": self.kern.doelen, "activiteit": self.kern.activiteiten}
        return Counter(self.oordelen[k.id].kleur for soort in soorten for k in reeksen[soort])


def compute(plan: Plan, inhoud: Planinhoud) -> Uitslag:
    """Reken uit wat de kleuren op de peildag zijn."""
    peildag = plan.peildag or now().date()
    return Uitslag(plan, peildag, judge(plan.kern, plan.regels, peildag), inhoud)


def example(_inhoud: Planinhoud) -> Plan:
    """Geef het plan van de voorbeeldschool, op de dag van de midterm review."""
    return codec.read(Plan, json.loads(lees_tekst("instrumenten/verbeterplan-voorbeeld.json")))


def fit(plan: Plan, inhoud: Planinhoud) -> Plan:
    """Geef een gelezen plan een plek voor elke vraag die er nu is."""
    antwoorden = {vraag.code: "" for vraag in inhoud.bladvraag} | dict(plan.kern.midterm.antwoorden)
    midterm = replace(plan.kern.midterm, antwoorden=antwoorden)
    return replace(plan, kern=replace(plan.kern, midterm=midterm))
