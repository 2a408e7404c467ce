"""Van en naar het dossier, door de deur van het scherm: een punt erin, acties en vragen eruit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hulpproef import Proef

from lv_tools.basis.opslag.werkbestand import Bewaard, now
from lv_tools.basis.uitwisseling.dossier import (
    INSTRUMENT,
    NAAM,
    VERSIE,
    Dossier,
    from_saved,
)
from lv_tools.basis.uitwisseling.stukken import (
    Actie,
    Doel,
    Gespreksvraag,
    Herkomst,
    Moment,
    Verbeterpunt,
    of_kind,
)
from lv_tools.basis.vorm import codec
from lv_tools.schermdelen import Kaartlijst
from lv_tools.schermdelen.dossierlade import MAP, Opslagmap
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN

STAPPEN = ("waarom", "doelen", "aanpak", "kijken", "nakijken", "voortgang", "meenemen")
VAN = Herkomst("risicoscan", "Havo", date(2025, 11, 3))
PUNT = Verbeterpunt("v1", "Te laat zicht", "telling", "meer-mensen", ("OP2",), "als het vwo ook")


@pytest.fixture
def kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opslagmap:
    monkeypatch.setenv(MAP, str(tmp_path))
    return Opslagmap(tmp_path / INSTRUMENT, INSTRUMENT, VERSIE)


def put(kast: Opslagmap, dossier: Dossier) -> None:
    kast.write(Bewaard(INSTRUMENT, VERSIE, NAAM, now(), codec.write(dossier)), kast.stamp(NAAM))


def lying(kast: Opslagmap) -> Dossier:
    bewaard = kast.read(NAAM)
    assert isinstance(bewaard, Bewaard)
    dossier = from_saved(bewaard)
    assert isinstance(dossier, Dossier)
    return dossier


def test_wat_de_scan_klaarlegde_wordt_een_punt_met_bewijs(kast: Opslagmap) -> None:
    put(kast, Dossier().give(VAN, "w1", (PUNT,)))
    p = Proef(VERBETERPLAN)
    lijst = next(d for d in p.scherm.walk() if isinstance(d, Kaartlijst))
    p.gebeur(lijst, "actie", kaart=lijst.kaarten[0].id, naam="neem")
    (punt,) = p.werk.staat.kern.punten
    assert (punt.wat, punt.bewijs, punt.zekerheid) == ("Te laat zicht", "telling", "meer-mensen")
    p.gebeur(lijst, "actie", kaart=lijst.kaarten[0].id, naam="neem")
    assert len(p.werk.staat.kern.punten) == 1
    teksten = [str(d.eigenschappen.get("tekst", "")) for d in p.scherm.walk()]
    assert any("Al aanwezig" in tekst for tekst in teksten)


def filled() -> Proef:
    p = Proef(VERBETERPLAN)
    p.vul("kern/titel", "Havo")
    p.stap(STAPPEN.index("doelen"))
    p.klik("Nog een doel")
    p.vul("kern/doelen/*/wat", "Elke sectie komt terug op wat zij afsprak")
    p.vul("kern/doelen/*/klaar", "19-6-2030")
    p.stap(STAPPEN.index("aanpak"))
    p.klik("Nog een maatregel")
    p.klik("Nog een activiteit")
    p.vul("kern/activiteiten/*/wat", "Cijfergesprek met elke sectie")
    p.vul("kern/activiteiten/*/klaar", "27-3-2030")
    p.stap(STAPPEN.index("meenemen"))
    return p


def test_klaarleggen_geeft_doelen_acties_momenten_en_vragen(kast: Opslagmap) -> None:
    p = filled()
    p.klik("Leg doelen, acties, momenten en vragen klaar")
    (pakket,) = lying(kast).klaar
    assert pakket.van.hulpmiddel == "verbeterplan"
    (actie,) = of_kind(pakket.stukken, Actie)
    (doel,) = of_kind(pakket.stukken, Doel)
    assert actie.doel == doel.id
    assert of_kind(pakket.stukken, Moment)
    assert of_kind(pakket.stukken, Gespreksvraag)


def test_opnieuw_klaarleggen_vervangt_en_houdt_elk_kenmerk(kast: Opslagmap) -> None:
    p = filled()
    p.klik("Leg doelen, acties, momenten en vragen klaar")
    (eerst,) = lying(kast).klaar
    p.stap(STAPPEN.index("aanpak"))
    p.vul("kern/activiteiten/*/klaar", "10-4-2030")
    later = Proef(VERBETERPLAN, bewaard=p.bewaard())  # ook na sluiten en openen
    later.stap(STAPPEN.index("meenemen"))
    later.klik("Leg doelen, acties, momenten en vragen klaar")
    (daarna,) = lying(kast).klaar
    assert daarna.werk == eerst.werk
    (was,), (wordt,) = (of_kind(pakket.stukken, Actie) for pakket in (eerst, daarna))
    assert was.id == wordt.id
    assert wordt.klaar == date(2030, 4, 10)
