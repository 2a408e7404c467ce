"""Wie een rol kiest, ziet de stellingen in de woorden van die rol."""

from __future__ import annotations

import pytest
from meterproef import BEURT, INHOUD, ZELF, Meterproef

from lv_tools.schermdelen import Stelling, Vragenlijst

LIJST = "antwoorden/stellingen"


def shown(proef: Meterproef, vel: str) -> list[str]:
    return [rij["tekst"] for rij in proef.deel(f"{vel}/{LIJST}").eigenschappen["stellingen"]]


def words(rol: str) -> list[str]:
    return [s.tekst for s in INHOUD.vragen.for_role(rol)]


def test_de_rol_kiest_de_woorden_en_de_antwoorden_blijven() -> None:
    proef = Meterproef()
    proef.manier("zelf")
    assert shown(proef, ZELF) == words("")
    proef.vul(f"{ZELF}/{LIJST}", {"u5": 4})
    proef.vul(f"{ZELF}/rol", "leerling")
    lijst = proef.deel(f"{ZELF}/{LIJST}")
    assert shown(proef, ZELF) == words("leerling")
    assert "voor uw rol: leerling" in lijst.eigenschappen["hulp"]
    assert lijst.waarde == {"u5": 4}
    proef.vul(f"{ZELF}/rol", "docent")
    assert shown(proef, ZELF) == words("")
    assert lijst.eigenschappen["hulp"] == ""


def test_de_volgende_persoon_begint_met_de_gewone_woorden() -> None:
    proef = Meterproef(modus="naam")
    proef.manier("beurt")
    proef.vul(f"{BEURT}/rol", "intern-toezicht")
    assert shown(proef, BEURT) == words("intern-toezicht")
    assert proef.beurt("intern-toezicht") == []
    assert shown(proef, BEURT) == words("")


def test_na_een_gesloten_tabblad_staan_de_woorden_van_de_rol_er_weer() -> None:
    proef = Meterproef(modus="naam")
    proef.manier("zelf")
    proef.vul(f"{ZELF}/rol", "ouder")
    proef.manier("beurt")
    proef.vul(f"{BEURT}/rol", "leerling")
    ander = Meterproef(bewaard=proef.bewaard())
    ander.manier("beurt")
    assert shown(ander, BEURT) == words("leerling")
    ander.manier("zelf")
    assert shown(ander, ZELF) == words("ouder")


def test_andere_stellingen_zijn_geen_andere_woorden() -> None:
    lijst = Vragenlijst("Stellingen", [Stelling("a", "A."), Stelling("b", "B.")], [])
    with pytest.raises(ValueError, match="andere stellingen"):
        lijst.say([Stelling("b", "B."), Stelling("a", "A.")])
