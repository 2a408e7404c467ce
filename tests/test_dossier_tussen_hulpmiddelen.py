"""Wat het ene hulpmiddel klaarlegt, neemt het andere mee: door de deuren van beide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hulpproef import Proef as Hulpproef
from meterproef import Meterproef, scan_file
from prompterproef import AFRONDEN, KIEZEN
from prompterproef import Proef as Prompterproef
from zelfproef import STAPPEN, Zelfproef

from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Signaal, of_kind
from lv_tools.risicoscan.hulpmiddel import RISICOSCAN
from lv_tools.schermdelen import Kaartlijst
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.urgentiemeter.stilbeeld import example
from lv_tools.urgentiemeter.teksten import instrument
from lv_tools.urgentiemeter.verslag.meegeven import parcel
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN
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


def test_van_de_zelfevaluatie_als_signaal_naar_de_risicoscan() -> None:
    oud = Path(__file__).parent / "bestanden_0_2_0" / "zelfevaluatie-werk-naam.json"
    zelf = Zelfproef(bewaard=oud.read_text(encoding="utf-8"))
    zelf.stap(STAPPEN.index("uitslag"))
    zelf.klik(zelf.opstelling.inhoud.zeg("vragen_klaar"))
    signalen = of_kind(lade(zelf).dossier.klaar[0].stukken, Signaal)
    assert signalen
    scan = Hulpproef(RISICOSCAN)
    kaarten = next(d for d in scan.scherm.walk() if isinstance(d, Kaartlijst) and d.kaarten)
    scan.gebeur(kaarten, "actie", kaart=kaarten.kaarten[0].id, naam="neem")
    assert [s.signaal.id for s in scan.werk.staat.signalen] == [s.id for s in signalen]


def test_een_voortgangsgesprek_komt_als_bewijs_terug_bij_de_activiteit() -> None:
    """Uit het plan naar een gesprek, en wat daar genoteerd is zonder overtypen terug."""
    plan = Hulpproef(VERBETERPLAN)
    plan.werk.change(lambda _: VERBETERPLAN.voorbeeld(plan.opstelling.inhoud))
    plan.stap(6)
    plan.klik(plan.opstelling.inhoud.zeg("klaarleg_knop"))
    prompter = Prompterproef()
    prompter.go(KIEZEN)
    kaarten = next(d for d in prompter.scherm.walk() if isinstance(d, Kaartlijst) and d.kaarten)
    prompter.gebeur(kaarten, "actie", kaart=kaarten.kaarten[0].id, naam="neem")
    over = {v.id: v.over for v in prompter.staat.meegebracht if v.over}
    assert over
    eerste = next(iter(over))
    prompter.zet(
        lambda werk: replace(werk, keuze=replace(werk.keuze, meegebracht=(eerste,), minuten=60))
    )
    prompter.zend("Maak de gids")
    prompter.zet(
        lambda werk: werk.put_conversation(
            werk.conversation.note(eerste, "In zes van de acht lessen\nzagen wij het.")
        )
    )
    prompter.go(AFRONDEN)
    prompter.klik("Leg bewijs en afspraken klaar")

    plan.stap(0)
    for een in [d for d in plan.scherm.walk() if isinstance(d, Dossierlade)]:
        plan.gebeur(een, "kijk")  # wat de pagina zegt als iemand naar dit tabblad teruggaat
    kaarten = next(d for d in plan.scherm.walk() if isinstance(d, Kaartlijst) and d.kaarten)
    kaart = next(k for k in kaarten.kaarten if k.titel.startswith("gespreksprompter"))
    voor = {k.id: k.waarnemingen for k in plan.werk.staat.kern.nodes()}
    plan.gebeur(kaarten, "actie", kaart=kaart.id, naam="neem")
    na = {k.id: k.waarnemingen for k in plan.werk.staat.kern.nodes()}
    anders = {kenmerk for kenmerk in na if na[kenmerk] != voor[kenmerk]}
    assert anders == {over[eerste]}
    bericht = na[over[eerste]][-1]
    assert bericht.gezien == "In zes van de acht lessen zagen wij het."
    assert bericht.bron.startswith("gesprek: ")
    assert bericht.zeker == "indruk"
