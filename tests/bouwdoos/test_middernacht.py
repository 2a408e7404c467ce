"""Een scherm dat na middernacht openstaat, rekent met de dag van nu."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import afsprakenlijst as LIJST  # noqa: N812 - het hulpmiddel onder toets
import pytest
from hulpproef import Proef

from lv_tools.basis.opslag import werkbestand
from lv_tools.gespreksprompter.hulpmiddel import GESPREKSPROMPTER
from lv_tools.kwaliteitskalender.hulpmiddel import KWALITEITSKALENDER
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN


class Klok(datetime):
    """Een klok die verzet kan worden."""

    dag = date(2027, 1, 15)

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return datetime(cls.dag.year, cls.dag.month, cls.dag.day, 23, 59, tzinfo=tz)


@pytest.fixture(autouse=True)
def klok(monkeypatch: pytest.MonkeyPatch) -> type[Klok]:
    monkeypatch.setattr(werkbestand, "datetime", Klok)
    monkeypatch.setattr(Klok, "dag", date(2027, 1, 15))
    return Klok


def test_een_uitkomst_van_gisteren_wordt_vandaag_opnieuw_berekend(klok: type[Klok]) -> None:
    proef = Proef(LIJST.AFSPRAKENLIJST)
    proef.klik("Nog een afspraak")
    proef.vul("afspraken/*/wat", "Lesbezoeken plannen")
    proef.vul("afspraken/*/wanneer", "15-1-2027")
    proef.stap(1)
    eerst = proef.werk.uitslag
    assert proef.werk.uitslag is eerst
    assert "0 van de 1 afspraken" in str(proef.scherm.to_tree())
    bewaard = proef.bewaard()
    klok.dag = date(2027, 1, 16)
    # De eerste handeling van de nieuwe dag gaat ergens anders over.
    proef.gebeur(proef.opstelling.bewaren, "lijst")
    assert "1 van de 1 afspraken" in str(proef.scherm.to_tree())
    assert "Stand op 16 januari 2027" in str(proef.scherm.to_tree())
    assert proef.bewaard() == bewaard, "een andere dag is geen wijziging van de lezer"
    # Ook wie alleen de uitkomst vraagt, krijgt die van vandaag.
    klok.dag = date(2027, 1, 17)
    assert proef.werk.uitslag.peildag == date(2027, 1, 17)


def test_met_een_peildag_blijft_de_uitkomst_zoals_zij_was(klok: type[Klok]) -> None:
    plan = Proef(VERBETERPLAN)
    plan.vul("kern/titel", "Havo")
    plan.stap(list(VERBETERPLAN.panelen).index("voortgang"))
    assert plan.werk.uitslag.peildag == date(2027, 1, 15)
    klok.dag = date(2027, 1, 16)
    plan.gebeur(plan.opstelling.bewaren, "lijst")
    assert plan.werk.uitslag.peildag == date(2027, 1, 16)
    assert "16 januari 2027" in str(plan.opstelling.panelen[5].deel.to_tree())
    plan.vul("peildag", "10-1-2027")
    klok.dag = date(2027, 1, 17)
    assert plan.werk.uitslag.peildag == date(2027, 1, 10)


def test_een_volgend_nieuw_bestand_begint_op_de_dag_van_nu(klok: type[Klok]) -> None:
    kalender, gesprek = Proef(KWALITEITSKALENDER), Proef(GESPREKSPROMPTER)
    assert kalender.werk.staat.jaar == "2026"
    klok.dag = date(2027, 8, 2)
    kalender.open("", naam="Nieuw")
    gesprek.open("", naam="Nieuw")
    assert kalender.werk.staat.jaar == "2027"
    assert gesprek.werk.staat.ritme.jaar == 2027
