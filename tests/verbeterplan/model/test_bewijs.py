"""Bewijs uit een gesprek komt bij het goede onderdeel, één keer, en wordt nooit minder zeker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from plannen import PLANNEN, activiteit, doel, kern

from lv_tools.basis.uitwisseling.stukken import Bewijs, Zekerheid
from lv_tools.verbeterplan.model.bewijs import _ORDE, take_evidence

DAG = date(2026, 1, 20)
ZEKERHEDEN = get_args(Zekerheid)


def test_een_notitie_komt_als_bericht_bij_haar_activiteit() -> None:
    plan = kern(doelen=(doel(),), activiteiten=(activiteit("a1"), activiteit("a2")))
    bewijs = Bewijs("b1", "In zes lessen gezien", "a2", DAG, "gesprek: team", "een-blik")
    nieuw, erbij, bleef = take_evidence(plan, (bewijs, replace(bewijs, id="b2", over="weg")))
    assert (erbij, bleef) == (1, 1)
    assert nieuw.activiteiten[0] == plan.activiteiten[0]
    bericht = nieuw.activiteiten[1].waarnemingen[-1]
    assert (bericht.gezien, bericht.dag, bericht.bron) == (
        "In zes lessen gezien", DAG, "gesprek: team",
    )  # fmt: skip
    assert bericht.zeker == "indruk"
    assert nieuw.doelen == plan.doelen
    # Nog eens meenemen verdubbelt niets, en laat staan wat iemand er zelf van maakte.
    eigen = replace(
        nieuw,
        activiteiten=(
            plan.activiteiten[0],
            replace(nieuw.activiteiten[1], waarnemingen=(replace(bericht, gezien="Anders"),)),
        ),
    )
    assert take_evidence(eigen, (bewijs,)) == (eigen, 0, 1)


@settings(max_examples=40)
@given(PLANNEN, st.lists(st.sampled_from(ZEKERHEDEN), min_size=1, max_size=5))
def test_meer_bewijs_maakt_nooit_minder_zeker(plan, reeks) -> None:
    knopen = [k.id for k in plan.kern.nodes()]
    gezien = []
    nu = plan.kern
    for zekerheid in reeks:
        nu, _erbij, _bleef = take_evidence(nu, (Bewijs("b1", "x", knopen[-1], DAG, "", zekerheid),))
        berichten = [w for k in nu.nodes() for w in k.waarnemingen if w.id == "b1"]
        gezien.append(max((_ORDE.index(w.zeker) for w in berichten), default=0))
    assert all(eerst <= later for eerst, later in pairwise(gezien))
    assert nu == take_evidence(nu, (Bewijs("b1", "x", knopen[-1], DAG, "", reeks[0]),))[0]
