"""Wat het ene hulpmiddel klaarlegt, neemt het andere mee: door de deuren van beide."""

from __future__ import annotations

from pathlib import Path

import pytest
from meterproef import Meterproef, scan_file
from prompterproef import KIEZEN
from prompterproef import Proef as Prompterproef
from zelfproef import STAPPEN, Zelfproef

from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Signaal, of_kind
from lv_tools.schermdelen import Kaartlijst
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.urgentiemeter.stilbeeld import example
from lv_tools.urgentiemeter.teksten import instrument
from lv_tools.urgentiemeter.verslag.meegeven import parcel
from lv_tools.zelfevaluatie.model.gespreksvragen import questions


@pytest.fixture(autouse=True)
def apparaat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


def lade(proef) -> Dossierlade:
    return next(d for d in proef.scherm.walk() if isinstance(d, Dossierlade))


def test_van_de_urgentiemeter_naar_een_gesprek() -> None:
    inhoud = instrument()
    voorbeeld = example(inhoud)
    meter = Meterproef(bewaard=scan_file(voorbeeld.scan))
    meter.stap(2)
    meter.klik(inhoud.zeg("geef"))
    (pakket,) = lade(meter).dossier.klaar
    vragen = of_kind(pakket.stukken, Gespreksvraag)
    assert vragen
    assert {v.tekst for v in vragen} >= set(voorbeeld.advies.vragen)
    assert of_kind(pakket.stukken, Signaal)

    prompter = Prompterproef()
    paneel = prompter.go(KIEZEN)
    kaarten = next(d for d in prompter.scherm.walk() if isinstance(d, Kaartlijst) and d.kaarten)
    (kaart,) = kaarten.kaarten
    assert kaart.titel.startswith("urgentiemeter")
    prompter.gebeur(kaarten, "actie", kaart=kaart.id, naam="neem")
    assert [v.tekst for v in prompter.staat.meegebracht] == [v.tekst for v in vragen]
    assert paneel is prompter.paneel(KIEZEN)
    # Een tweede keer komt er niets bij, en weghalen raakt het gesprek niet.
    prompter.gebeur(kaarten, "actie", kaart=kaart.id, naam="neem")
    prompter.gebeur(kaarten, "actie", kaart=kaart.id, naam="weg")
    assert len(prompter.staat.meegebracht) == len(vragen)
    assert not kaarten.kaarten


def test_van_de_zelfevaluatie_naar_een_gesprek() -> None:
    oud = Path(__file__).parent / "bestanden_0_2_0" / "zelfevaluatie-werk-naam.json"
    zelf = Zelfproef(bewaard=oud.read_text(encoding="utf-8"))
    zelf.stap(STAPPEN.index("uitslag"))
    vragen = questions(zelf.werk.uitslag, zelf.opstelling.inhoud)
    assert vragen
    zelf.klik(zelf.opstelling.inhoud.zeg("vragen_klaar"))
    prompter = Prompterproef()
    prompter.go(KIEZEN)
    kaarten = next(d for d in prompter.scherm.walk() if isinstance(d, Kaartlijst) and d.kaarten)
    prompter.gebeur(kaarten, "actie", kaart=kaarten.kaarten[0].id, naam="neem")
    assert [v.tekst for v in prompter.staat.meegebracht] == [v.tekst for v in vragen]
    assert {v.onderwerp for v in prompter.staat.meegebracht} == {v.onderwerp for v in vragen}


def test_een_meting_zonder_uitslag_geeft_niets() -> None:
    inhoud = instrument()
    leeg = Meterproef()
    assert parcel(leeg.werk.uitslag, inhoud) == ()
