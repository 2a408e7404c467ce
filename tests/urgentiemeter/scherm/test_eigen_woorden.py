"""Wie een rol kiest, ziet de stellingen in de woorden van die rol."""

from __future__ import annotations

import json

import pytest

from lv_tools.schermdelen import Bewaren, Stelling, Vragenlijst
from lv_tools.urgentiemeter.scherm.voordeur import Urgentiescherm
from lv_tools.urgentiemeter.teksten import instrument

INHOUD = instrument()


def change(deel, waarde):
    deel.receive("wijziging", {"waarde": waarde}, "lezer")


@pytest.fixture
def scherm(tmp_path, monkeypatch):
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    return Urgentiescherm()


def shown(vel) -> list[str]:
    return [rij["tekst"] for rij in vel.lijst.eigenschappen["stellingen"]]


def words(rol: str) -> list[str]:
    return [s.tekst for s in INHOUD.vragen.for_role(rol)]


def test_de_rol_kiest_de_woorden_en_de_antwoorden_blijven(scherm):
    vel = scherm.beleving.zelf
    assert shown(vel) == words("")
    change(vel.lijst, {"u5": 4})
    change(vel.wie.rol, "leerling")
    assert shown(vel) == words("leerling")
    assert "voor uw rol: leerling" in vel.lijst.eigenschappen["hulp"]
    assert vel.lijst.waarde == {"u5": 4}
    change(vel.wie.rol, "docent")
    assert shown(vel) == words("")
    assert vel.lijst.eigenschappen["hulp"] == ""


def test_de_volgende_persoon_begint_met_de_gewone_woorden(scherm):
    vel = scherm.beleving.paneel.beurt
    change(vel.wie.rol, "intern-toezicht")
    assert shown(vel) == words("intern-toezicht")
    vel.clear()
    assert shown(vel) == words("")


def test_na_een_gesloten_tabblad_staan_de_woorden_van_de_rol_er_weer(scherm):
    change(scherm.beleving.zelf.wie.rol, "ouder")
    change(scherm.beleving.paneel.beurt.wie.rol, "leerling")
    (bewaren,) = [d for d in scherm.scherm.walk() if isinstance(d, Bewaren)]
    staat = json.loads(json.dumps(bewaren.state()))
    ander = Urgentiescherm()
    next(d for d in ander.scherm.walk() if isinstance(d, Bewaren)).werk.from_data(staat)
    assert shown(ander.beleving.zelf) == words("ouder")
    assert shown(ander.beleving.paneel.beurt) == words("leerling")


def test_andere_stellingen_zijn_geen_andere_woorden():
    lijst = Vragenlijst("Stellingen", [Stelling("a", "A."), Stelling("b", "B.")], [])
    with pytest.raises(ValueError, match="andere stellingen"):
        lijst.say([Stelling("b", "B."), Stelling("a", "A.")])
