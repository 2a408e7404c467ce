"""Wat in het ene bestand is weggehaald, komt nooit in een ander bestand terecht."""

from __future__ import annotations

from pathlib import Path

import pytest
from hulpproef import Proef
from meterproef import Meterproef

from lv_tools.bouwdoos.schemas import all_tools
from lv_tools.schermdelen import Kaartlijst
from lv_tools.urgentiemeter.teksten import instrument

MAP = Path(__file__).parents[1] / "bestanden_0_3_0"


@pytest.fixture(autouse=True)
def kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


def vol(naam: str) -> Proef:
    return Proef(all_tools()[naam], bewaard=(MAP / f"{naam}-werk.json").read_text())


def haal_kaart_weg(proef: Proef, stap: str, actie: str = "weg") -> None:
    proef.stap(list(proef.hulpmiddel.panelen).index(stap))
    for lijst in [d for d in proef.scherm.walk() if isinstance(d, Kaartlijst)]:
        for kaart in lijst.kaarten:
            if not proef.bezwaar(lijst) and any(knop.naam == actie for knop in kaart.acties):
                proef.gebeur(lijst, "actie", kaart=kaart.id, naam=actie)
                return
    raise AssertionError("er is niets om weg te halen")


def terug_te_zetten(proef: Proef) -> list[str]:
    knoppen = [d for d in proef.scherm.walk() if d.soort == "knop" and not proef.bezwaar(d)]
    return [d.tekst for d in knoppen if "terug" in d.tekst.lower()]


@pytest.mark.parametrize(
    ("naam", "stap"), [("kwaliteitskalender", "ritme"), ("gespreksprompter", "gesprek")]
)
def test_een_kaart(naam: str, stap: str) -> None:
    proef = vol(naam)
    haal_kaart_weg(proef, stap)
    assert terug_te_zetten(proef)
    proef.open("", naam="Andere school")
    proef.stap(list(proef.hulpmiddel.panelen).index(stap))
    assert terug_te_zetten(proef) == []


def test_mensen_uit_een_groep() -> None:
    proef = Meterproef(modus="naam")
    proef.beurt(naam="Anna")
    keuze = next(
        d
        for d in proef.scherm.walk()
        if d.eigenschappen.get("label") == "Welk onderdeel haalt u weg?"
    )
    proef.gebeur(keuze, "wijziging", waarde=keuze.opties[0][0])
    proef.klik("Haal dit weg")
    assert terug_te_zetten(proef)
    assert proef.mensen == []
    proef.open("", naam="Andere school")
    proef.kies_modus("anoniem")
    assert terug_te_zetten(proef) == []
    assert "Anna" not in str(proef.scherm.to_tree())


def test_een_afdeling_komt_terug_met_wat_half_getypt_was() -> None:
    zeg = instrument().zeg
    proef = Meterproef()
    proef.klik(zeg("afdeling_erbij"))
    tweede = proef.staat.afdelingen[1].id
    pad = f"afdelingen/{tweede}/reeksen/examencijfers/norm"
    proef.vul(f"afdelingen/{tweede}/naam", "Havo Noord")
    proef.vul(pad, "zes en een half")
    proef.klik(zeg("afdeling_weg"), 1)
    proef.klik(zeg("afdeling_terug", naam="Havo Noord"))
    assert proef.deel(pad).waarde == "zes en een half"
    proef.klik(zeg("afdeling_weg"), 1)
    proef.open("", naam="Andere school")
    assert terug_te_zetten(proef) == []
    assert "Havo Noord" not in str(proef.scherm.to_tree())
