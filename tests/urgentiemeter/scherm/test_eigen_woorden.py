"""Wie een rol kiest, ziet de stellingen in de woorden van die rol."""

from __future__ import annotations

import pytest
from meterproef import BEURT, INHOUD, ZELF, Meterproef

from lv_tools.schermdelen import Stelling, Vragenlijst

STELLINGEN = "antwoorden/stellingen"


def shown(proef: Meterproef, vel: str) -> list[str]:
    deel = proef.deel(f"{vel}/{STELLINGEN}")
    return [rij["tekst"] for rij in deel.eigenschappen["stellingen"]]


def words(rol: str) -> list[str]:
    return [s.tekst for s in INHOUD.vragen.for_role(rol)]


def test_de_rol_kiest_de_woorden_en_de_antwoorden_blijven():
    proef = Meterproef()
    proef.stap(1)
    assert shown(proef, ZELF) == words("")
    proef.vul(f"{ZELF}/{STELLINGEN}", {"u5": 4})
    proef.vul(f"{ZELF}/rol", "leerling")
    assert shown(proef, ZELF) == words("leerling")
    deel = proef.deel(f"{ZELF}/{STELLINGEN}")
    assert "voor uw rol: leerling" in deel.eigenschappen["hulp"]
    assert deel.waarde == {"u5": 4}
    proef.vul(f"{ZELF}/rol", "docent")
    assert shown(proef, ZELF) == words("")
    assert deel.eigenschappen["hulp"] == ""


def test_na_een_gesloten_tabblad_staan_de_woorden_van_de_rol_er_weer():
    proef = Meterproef()
    proef.stap(1)
    proef.vul(f"{ZELF}/rol", "ouder")
    proef.manier("beurt")
    proef.kies_modus("naam")
    proef.vul(f"{BEURT}/rol", "leerling")
    weer = Meterproef(bewaard=proef.bewaard())
    weer.stap(1)
    assert shown(weer, BEURT) == words("leerling")
    weer.manier("zelf")
    assert shown(weer, ZELF) == words("ouder")


def test_de_volgende_persoon_begint_met_de_gewone_woorden():
    proef = Meterproef(modus="naam")
    proef.beurt("intern-toezicht", 2)
    assert shown(proef, BEURT) == words("")


def test_andere_stellingen_zijn_geen_andere_woorden():
    lijst = Vragenlijst("Stellingen", [Stelling("a", "A."), Stelling("b", "B.")], [])
    with pytest.raises(ValueError, match="andere stellingen"):
        lijst.say([Stelling("b", "B."), Stelling("a", "A.")])
