"""Wat iemand typt bij het wijzigen van een afspraak, blijft, ook als het nog niet kan."""

from __future__ import annotations

import json

import pytest
from prompterproef import Proef

from lv_tools.schermdelen import Invoerveld
from lv_tools.schermdelen.bewaren import Bewaren


def wijzigend() -> tuple[Proef, str]:
    proef = Proef()
    proef.zend("Maak de gids")
    proef.klik("Begin het gesprek")
    proef.vul("afspraak-wat", "Lesbezoeken")
    proef.zend("Leg deze afspraak vast")
    (afspraak,) = proef.plek.gesprek.afspraken
    proef.kaart(proef.prompter.gesprek.afspraken.afspraken, afspraak.id, "wijzig")
    return proef, f"wijzig-afspraak-{afspraak.id}"


def bewaren(proef: Proef) -> Bewaren:
    return next(d for d in proef.scherm.walk() if isinstance(d, Bewaren))


def heropend(proef: Proef, **naloop: object) -> Proef:
    stand = json.loads(json.dumps(bewaren(proef).state()))
    ander = Proef()
    bewaren(ander).werk.from_data(stand, naloop)
    return ander


def test_wat_de_pagina_opschreef_komt_terug_in_de_afspraak() -> None:
    proef, voor = wijzigend()
    ander = heropend(proef, **{f"{voor}-wat": "Lesbezoeken in de onderbouw"})
    assert ander.plek.gesprek.afspraken[0].wat == "Lesbezoeken in de onderbouw"
    assert bewaren(ander).melding == ""


@pytest.mark.parametrize(
    ("veld", "tekst"), [("wat", "x" * 310), ("wanneer", "volgende week dinsdag")]
)
def test_wat_nog_niet_kan_blijft_staan_en_gaat_mee(veld: str, tekst: str) -> None:
    proef, voor = wijzigend()
    proef.vul(f"{voor}-{veld}", tekst)
    ander = heropend(proef)
    (deel,) = [d for d in ander.scherm.walk() if d.naam == f"{voor}-{veld}"]
    assert deel.waarde == tekst
    assert ander.plek.gesprek.afspraken[0].wat == "Lesbezoeken"
    ander.klik("Klaar met wijzigen")
    (deel,) = [d for d in ander.scherm.walk() if d.naam == f"{voor}-{veld}"]
    assert deel.fout
    assert deel.waarde == tekst


def test_elk_veld_om_in_te_typen_heeft_een_naam() -> None:
    proef, _voor = wijzigend()
    assert all(d.naam for d in proef.scherm.walk() if isinstance(d, Invoerveld))
