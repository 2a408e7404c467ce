"""Een link met een situatie of een tafel: die staat klaar, en wat er al was blijft staan."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from prompterproef import GIDS, Proef

from lv_tools.gespreksprompter.teksten import inhoud

BANK = inhoud()
VRAAG = BANK.zeg("verzoek_vraag", situatie="De resultaten vallen tegen")
TAFELVRAAG = BANK.zeg("verzoek_tafel", tafel=BANK.tafels["medezeggenschap"].naam)


def vraag(proef: Proef, **wat: str) -> None:
    (deel,) = [d for d in proef.scherm.walk() if d.soort == "verzoek"]
    proef.gebeur(deel, "verzoek", vraag=wat)


def gevraagd(proef: Proef, zin: str = VRAAG) -> bool:
    """Staat de vraag in beeld?"""
    (vak,) = [d for d in proef.scherm.walk() if d.eigenschappen.get("tekst") == zin] or [None]
    return vak is not None and not proef.bezwaar(vak)


def met_gesprek() -> Proef:
    proef = Proef()
    proef.vul("keuze/onderwerp", "Leesvaardigheid")
    proef.zend("Maak de gids")
    return proef


def test_op_een_leeg_begin_staat_de_situatie_klaar_met_wat_erbij_hoort() -> None:
    proef = Proef()
    vraag(proef, situatie="resultaten", met="sectie")
    keuze = proef.staat.keuze
    assert (keuze.situatie, keuze.met) == ("resultaten", "sectie")
    assert (keuze.fasen, keuze.doel) == (("check", "act"), "reflecteren")
    assert keuze.minuten == BANK.tafels["sectie"].minuten
    proef.zend("Maak de gids")
    assert proef.gids.opdracht.situatie == "resultaten"
    assert proef.gids.opdracht.tafel.code == "sectie"


@pytest.mark.parametrize("wat", [{}, {"situatie": "bestaat niet"}])
@pytest.mark.parametrize("tafel", sorted(BANK.tafels))
def test_een_link_met_alleen_een_tafel_zet_die_klaar_en_laat_de_rest_leeg(
    tafel: str, wat: dict[str, str]
) -> None:
    proef = Proef()
    leeg = proef.staat.keuze
    vraag(proef, met=tafel, **wat)
    keuze = proef.staat.keuze
    # De reeks waarmee iedereen begint, heeft haar tafel al.
    assert keuze.met == ("" if tafel == proef.staat.current.tafel.code else tafel)
    assert keuze.minuten == BANK.tafels[tafel].minuten
    assert replace(keuze, met="", minuten=leeg.minuten) == leeg
    proef.zend("Maak de gids")
    opdracht = proef.gids.opdracht
    assert (opdracht.tafel.code, opdracht.situatie) == (tafel, "")


def test_een_link_met_alleen_een_tafel_laat_staan_wat_er_al_was() -> None:
    proef = met_gesprek()
    eerst = proef.werk.to_data()
    vraag(proef, met="medezeggenschap")
    assert gevraagd(proef, TAFELVRAAG)
    assert proef.werk.to_data() == eerst
    proef.klik(BANK.zeg("verzoek_nieuw"))
    assert not gevraagd(proef, TAFELVRAAG)
    proef.zend("Maak de gids")
    oud, nieuw = proef.staat.reeksen
    assert oud.gesprekken
    assert nieuw.tafel.code == "medezeggenschap"
    assert proef.gids.opdracht.fasen == tuple(BANK.fasen)


def test_een_link_met_alleen_een_tafel_neemt_de_situatie_van_een_vorige_link_niet_mee() -> None:
    proef = Proef()
    schoon = proef.staat.keuze
    vraag(proef, situatie="stil", met="medezeggenschap")
    vraag(proef, met="medezeggenschap")
    assert not gevraagd(proef, TAFELVRAAG)
    keuze = proef.staat.keuze
    assert (keuze.met, keuze.situatie, keuze.doel) == ("medezeggenschap", "", "")
    assert keuze.fasen == schoon.fasen


@pytest.mark.parametrize("situatie", sorted(BANK.situaties))
@pytest.mark.parametrize("tafel", sorted(BANK.tafels))
def test_elke_tafel_en_elke_situatie_kan_in_een_link(tafel: str, situatie: str) -> None:
    proef = Proef()
    for _ in range(2):
        vraag(proef, situatie=situatie, met=tafel)
    proef.zend("Maak de gids")
    opdracht = proef.gids.opdracht
    # Een tafel met een eigen vragenlijst kent geen situaties.
    hoort = "" if BANK.tafels[tafel].fasen else situatie
    assert (opdracht.tafel.code, opdracht.situatie) == (tafel, hoort)


def test_de_link_naar_de_tafel_die_al_openstaat_vraagt_de_tweede_keer_niets() -> None:
    proef = Proef()
    vraag(proef, situatie="resultaten", met="school")
    proef.vul("keuze/fasen", ("act",))
    vraag(proef, situatie="resultaten", met="school")
    assert not gevraagd(proef)
    assert proef.staat.keuze.fasen == ("act",)


def test_een_link_brengt_de_lezer_terug_naar_de_tafel_van_het_begin() -> None:
    proef = Proef()
    schoon = proef.staat.keuze
    vraag(proef, met="sectie")
    vraag(proef, met="school")
    assert proef.staat.keuze == schoon


def test_wat_er_al_was_blijft_tot_de_lezer_om_een_nieuw_gesprek_vraagt() -> None:
    proef = met_gesprek()
    eerst, keuze = proef.staat.reeksen, proef.staat.keuze
    vraag(proef, situatie="resultaten", met="sectie")
    assert gevraagd(proef)
    assert (proef.staat.reeksen, proef.staat.keuze) == (eerst, keuze)
    assert proef.blad == GIDS
    proef.klik(BANK.zeg("verzoek_nieuw"))
    assert not gevraagd(proef)
    assert (proef.blad, proef.staat.keuze.onderwerp) == ("kiezen", "")
    proef.zend("Maak de gids")
    assert proef.staat.reeksen[0] == eerst[0]
    assert (len(proef.staat.reeksen), proef.gids.opdracht.situatie) == (2, "resultaten")


def test_laat_alles_zoals_het_is() -> None:
    proef = met_gesprek()
    eerst = proef.werk.to_data()
    vraag(proef, situatie="resultaten")
    proef.klik(BANK.zeg("verzoek_laat"))
    assert not gevraagd(proef)
    assert proef.werk.to_data() == eerst


@pytest.mark.parametrize("half", ["keuze/onderwerp", "keuze/minuten"])
def test_wat_half_ingevuld_is_telt_ook_als_iets_van_de_lezer(half: str) -> None:
    proef = Proef()
    proef.vul(half, "half getypt")
    vraag(proef, situatie="resultaten")
    assert gevraagd(proef)
    assert proef.staat.keuze.situatie == ""


def test_een_link_voordat_het_bestand_open_is_wacht_op_wat_erin_staat() -> None:
    eerst = met_gesprek()
    proef = Proef(open=False)
    vraag(proef, situatie="resultaten")
    assert proef.staat.keuze.situatie == ""
    proef.open(eerst.bewaard())
    assert gevraagd(proef)
    assert proef.staat.reeksen == eerst.staat.reeksen
    leeg = Proef(open=False)
    vraag(leeg, situatie="resultaten")
    leeg.open()
    assert leeg.staat.keuze.situatie == "resultaten"


@pytest.mark.parametrize(
    "wat",
    [
        {"situatie": "bestaat niet"},
        {"met": "bestaat niet"},
        {"tafel": "sectie"},
        {"situatie": ""},
        {"situatie": "x" * 10_000},
        {"situatie": "resultaten", "met": "y" * 10_000},
    ],
)
def test_een_link_die_hier_niets_betekent_doet_niets(wat: dict[str, str]) -> None:
    proef = Proef()
    eerst = json.dumps(proef.werk.to_data())
    vraag(proef, **wat)
    assert json.dumps(proef.werk.to_data()) == eerst


def test_twee_keer_dezelfde_link_vraagt_niets_en_wijzigt_niets() -> None:
    proef = Proef()
    vraag(proef, situatie="resultaten", met="sectie")
    proef.vul("keuze/fasen", ("act",))
    vraag(proef, situatie="resultaten", met="sectie")
    assert not gevraagd(proef)
    assert proef.staat.keuze.fasen == ("act",)


def test_wat_alleen_een_link_klaarzette_staat_een_andere_link_niet_in_de_weg() -> None:
    proef = Proef()
    vraag(proef, situatie="stil", met="team")
    assert proef.staat.keuze.situatie == "stil"
    vraag(proef, situatie="resultaten", met="sectie")
    assert not gevraagd(proef)
    keuze = proef.staat.keuze
    assert (keuze.situatie, keuze.met) == ("resultaten", "sectie")
    assert (keuze.fasen, keuze.doel) == (("check", "act"), "reflecteren")
    assert keuze.minuten == BANK.tafels["sectie"].minuten


def test_wie_na_een_link_zelf_iets_koos_krijgt_eerst_een_vraag() -> None:
    proef = Proef()
    vraag(proef, situatie="stil", met="team")
    proef.vul("keuze/fasen", ("act",))
    vraag(proef, situatie="resultaten", met="sectie")
    assert gevraagd(proef)
    assert (proef.staat.keuze.situatie, proef.staat.keuze.fasen) == ("stil", ("act",))
