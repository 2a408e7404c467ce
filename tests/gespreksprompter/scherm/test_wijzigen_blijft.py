"""Wat iemand typt bij het wijzigen van een afspraak, blijft, ook als het nog niet kan."""

from __future__ import annotations

from datetime import date

import pytest
from prompterproef import AFRONDEN, GESPREK, Proef, afspraak, rond_af

from lv_tools.basis.taal.datumtaal import parse_spoken
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.schermdelen import Invoerveld


def wijzigend() -> tuple[Proef, str]:
    proef = Proef()
    proef.zend("Maak de gids")
    proef.klik("Begin het gesprek")
    afspraak(proef, "Lesbezoeken")
    proef.kaart(proef.paneel(GESPREK).afspraken.afspraken, "a1", "wijzig")
    return proef, f"{proef.staat.path}/afspraken/a1"


def test_wat_de_pagina_opschreef_komt_terug_in_de_afspraak() -> None:
    proef, pad = wijzigend()
    ander = proef.heropend(**{f"{pad}/wat": "Lesbezoeken in de onderbouw"})
    assert ander.gesprek.afspraken[0].wat == "Lesbezoeken in de onderbouw"
    assert ander.deel(f"{pad}/wat").waarde == "Lesbezoeken in de onderbouw"


def test_ook_een_leeg_of_te_lang_veld_van_de_pagina_houdt_de_afspraak_heel() -> None:
    proef, pad = wijzigend()
    for tekst in ("", "x" * 310):
        ander = proef.heropend(**{f"{pad}/wat": tekst})
        assert ander.gesprek.afspraken[0].wat == "Lesbezoeken"


@pytest.mark.parametrize(("veld", "tekst"), [("wat", "x" * 310), ("wanneer", "na de toetsweek")])
def test_wat_nog_niet_kan_blijft_staan_en_gaat_mee(veld: str, tekst: str) -> None:
    proef, pad = wijzigend()
    proef.vul(f"{pad}/{veld}", tekst)
    ander = proef.heropend()
    assert ander.deel(f"{pad}/{veld}").waarde == tekst
    assert ander.gesprek.afspraken[0].wat == "Lesbezoeken"
    ander.klik("Klaar met wijzigen")
    deel = ander.deel(f"{pad}/{veld}")
    assert deel.fout
    assert deel.waarde == tekst


def test_een_gezegde_datum_staat_uitgeschreven_zodra_iemand_het_veld_verlaat() -> None:
    proef, pad = wijzigend()
    veld = proef.deel(f"{pad}/wanneer")
    dinsdag = parse_spoken("volgende week dinsdag", date.today())
    assert isinstance(dinsdag, date)
    proef.gebeur(veld, "wijziging", waarde="volgende week dinsdag", verlaten=False)
    assert veld.waarde == "volgende week dinsdag"
    assert proef.gesprek.afspraken[0].wanneer is None
    proef.gebeur(veld, "wijziging", waarde="volgende week dinsdag", verlaten=True)
    assert veld.waarde == f"di {datum_kort(dinsdag)}"
    assert not veld.fout
    assert proef.heropend().gesprek.afspraken[0].wanneer == dinsdag


def test_een_nieuwe_afspraak_kent_de_gezegde_datum() -> None:
    proef = Proef()
    proef.zend("Maak de gids")
    proef.klik("Begin het gesprek")
    afspraak(proef, "Samen de toetsen nakijken", wanneer="11 dec")
    (gemaakt,) = proef.gesprek.afspraken
    assert gemaakt.wanneer == parse_spoken("11 dec", date.today())


def test_wie_geen_dag_invult_rondt_af_op_vandaag() -> None:
    proef = Proef()
    proef.zend("Maak de gids")
    rond_af(proef)
    assert proef.gesprek.gehouden
    assert proef.gesprek.moment.dag == date.today()
    ander = Proef()
    ander.zend("Maak de gids")
    rond_af(ander, moment_dag="1-9-2026")
    assert ander.gesprek.moment.dag == date(2026, 9, 1)


def test_elk_veld_om_in_te_typen_heeft_een_naam() -> None:
    proef, _pad = wijzigend()
    proef.go(AFRONDEN)
    velden = [d for d in proef.scherm.walk() if isinstance(d, Invoerveld)]
    assert len(velden) > 15
    assert all(d.naam for d in velden)
