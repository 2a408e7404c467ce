"""Een kopie is een werk van zichzelf: zij ligt in het dossier naast het origineel."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hulpproef import Proef

from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.basis.uitwisseling.dossier import Dossier
from lv_tools.basis.vorm import codec
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.bouwdoos.schemas import all_tools
from lv_tools.schermdelen.dossierlade import Dossierlade

MAP = Path(__file__).parents[1] / "bestanden_0_3_0"
#: Van elk hulpmiddel dat iets klaarlegt: een vol bestand, de stap en de sleutel van de knop. Zonder
#: bestand is het zijn voorbeeld.
KLAAR = {
    "urgentiemeter": ("urgentiemeter-werk-naam", "uitslag", "geef"),
    "zelfevaluatie": ("zelfevaluatie-scan", "uitslag", "vragen_klaar"),
    "risicoscan": ("risicoscan-werk-naam", "punten", "klaarleggen"),
    "lesbezoek": ("../lesbezoek/lesbezoek-werk", "verder", "klaarleggen"),
    "verbeterplan": ("verbeterplan-werk", "meenemen", "klaarleg_knop"),
    "kwaliteitskalender": ("kwaliteitskalender-werk", "kalender", "leg_klaar"),
    "gespreksprompter": ("gespreksprompter-werk", "afronden", "geef"),
    # Van na 0.3.0: het bestand staat bij de toetsen van het hulpmiddel zelf.
    "kwaliteitsprofiel": ("../kwaliteitsprofiel/profiel-werk", "gesprek", "klaarleg_knop"),
    "verbeterbord": ("", "terugblik", "klaarleg_knop"),
    "inspectiebezoek": ("", "meenemen", "leg_klaar"),
    "kwaliteitsrapportage": ("", "gesprek", "klaarleg_knop"),
}


@pytest.fixture(autouse=True)
def kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


def example(deur: Hulpmiddel[Any, Any, Any]) -> str:
    """Geef het voorbeeld als bestand, van een hulpmiddel dat er in 0.3.0 nog niet was."""
    assert deur.voorbeeld is not None
    voorbeeld = deur.voorbeeld(deur.inhoud())
    if not voorbeeld.kenmerk:  # dat krijgt het pas op het scherm
        voorbeeld = replace(voorbeeld, kenmerk="w1")
    staat = {"staat": codec.write(voorbeeld)}
    return to_json(Bewaard(deur.naam, deur.versie, "Voorbeeld", now(), staat))


def geopend(naam: str, tekst: str = "") -> Proef:
    return Proef(all_tools()[naam], bewaard=tekst or vol(naam))


def vol(naam: str) -> str:
    """Geef een vol bestand van een hulpmiddel."""
    bestand = KLAAR[naam][0]
    return (MAP / f"{bestand}.json").read_text() if bestand else example(all_tools()[naam])


def leg_klaar(proef: Proef) -> None:
    naam = proef.hulpmiddel.naam
    _bestand, stap, knop = KLAAR[naam]
    proef.stap(list(proef.hulpmiddel.panelen).index(stap))
    proef.klik(proef.opstelling.inhoud.zeg(knop))


def maak_kopie(proef: Proef, *, kopie: bool = True) -> None:
    """Wat de pagina meldt na ‘Maak een kopie’ of, zonder ``kopie``, na een andere naam."""
    proef.gebeur(proef.opstelling.bewaren, "naam", bestand="Ander", merk=2, kopie=kopie)


def dossier() -> Dossier:
    lade = Dossierlade(lambda: None, plaats="map")
    lade._look()
    assert not lade.leesfout
    return lade.dossier


def test_elk_hulpmiddel_dat_iets_geeft_doet_mee() -> None:
    assert set(KLAAR) == {naam for naam, deur in all_tools().items() if deur.geeft}


@pytest.mark.parametrize("naam", KLAAR)
def test_een_kopie_ligt_naast_het_origineel_en_hetzelfde_werk_maar_een_keer(naam: str) -> None:
    eerst = geopend(naam)
    leg_klaar(eerst)
    eerst_bewaard = eerst.bewaard() or vol(naam)
    # Een collega opent hetzelfde bestand, geeft het een andere naam en legt het ook klaar.
    collega = geopend(naam, eerst_bewaard)
    maak_kopie(collega, kopie=False)
    leg_klaar(collega)
    assert len(dossier().klaar) == 1
    # Wie een kopie maakt, gaat verder met iets anders; dat blijft zo na het heropenen.
    leg_klaar_kopie = geopend(naam, eerst_bewaard)
    maak_kopie(leg_klaar_kopie)
    leg_klaar(leg_klaar_kopie)
    assert len(dossier().klaar) == 2
    leg_klaar(geopend(naam, leg_klaar_kopie.bewaard()))
    assert len(dossier().klaar) == 2
    origineel = json.loads(json.dumps(eerst.werk.to_data()["staat"]))
    kopie = json.loads(leg_klaar_kopie.bewaard())["staat"]["staat"]
    anders = {veld for veld in origineel if origineel[veld] != kopie.get(veld)}
    assert anders <= {"kenmerk", "werk", "agenda", "uitgegeven", "weergave"}


@pytest.mark.parametrize("naam", KLAAR)
def test_nieuw_werk_heeft_vanaf_het_begin_een_eigen_kenmerk(naam: str) -> None:
    deur = all_tools()[naam]

    def werk_van(proef: Proef) -> Any:
        staat = proef.werk.staat
        return getattr(staat, deur.kenmerk) or staat.opzet.id

    een, ander = Proef(deur), Proef(deur)
    assert werk_van(een) != werk_van(ander)
    voor = werk_van(een)
    een.open("", naam="Nog een")
    assert werk_van(een) != voor


@pytest.mark.parametrize("naam", ["gespreksprompter", "verbeterplan", "kwaliteitskalender"])
def test_een_kopie_heeft_nog_niets_naar_een_agenda_gestuurd(naam: str) -> None:
    proef = Proef(all_tools()[naam], bewaard=(MAP / f"{naam}-werk.json").read_text())
    veld = "agenda" if naam == "verbeterplan" else "uitgegeven"
    voor = proef.werk.staat
    assert getattr(voor, veld)
    maak_kopie(proef)
    assert getattr(proef.werk.staat, veld) == ()
    assert proef.werk.staat.kenmerk not in ("", voor.kenmerk)


def test_een_kopie_van_een_zelfevaluatie_neemt_nog_antwoorden_aan() -> None:
    proef = Proef(
        all_tools()["zelfevaluatie"], bewaard=(MAP / "zelfevaluatie-scan.json").read_text()
    )
    scan = proef.werk.staat.opzet.id
    maak_kopie(proef)
    assert proef.werk.staat.opzet.id == scan
