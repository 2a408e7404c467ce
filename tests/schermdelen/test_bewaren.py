"""Bewaren aan de kant van Python: wat er bewaard wordt, en wat er terugkomt."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pagina import Pagina
from proefwerk import Proefwerk, screen

from lv_tools.basis.opslag.werkbestand import (
    Bewaard,
    Onleesbaar,
    from_json,
    now,
    to_json,
)
from lv_tools.bouwdoos.veld import Velden
from lv_tools.schermdelen import Bewaren, Tabbladen, Tekst


class Proef:
    """Een hulpmiddel met wat invoer, zoals de bouwdoos het maakt."""

    def __init__(self, map: Path | None = None, **rest: Any) -> None:
        self.werk = werk = Proefwerk()
        velden = Velden(werk)
        self.veld = velden.text("aantal", "Aantal")
        self.lijst = velden.choice("standaard", "Standaard", ["OP0", "OP1"])
        self.vinkjes = velden.checks("afdelingen", "Afdelingen", ["havo", "vwo"])
        self.bladen = Tabbladen(
            ("Een", Tekst("x")),
            ("Twee", Tekst("y")),
            label="Weergave",
            bij_wijziging=lambda opschrift: werk.go("blad", opschrift),
        )
        self.bewaren = Bewaren(
            "proef", werk=werk, plaats="map" if map else "pagina", map=map, **rest
        )
        delen = (self.veld, self.lijst, self.vinkjes, self.bladen)
        self.scherm = screen(werk, velden, self.bewaren, *delen)
        self.pagina = Pagina(self.scherm)

    def open(self, **gegevens: Any) -> str:
        return self.pagina.doe(self.bewaren, "open", **{"bestand": "Mijn school", **gegevens})

    def aim(self, *doelen: str) -> None:
        """Zet doelen in het werk; geen veld laat ze zien."""
        self.werk.change(lambda staat: replace(staat, doelen=doelen))

    def geschreven(self) -> dict[str, Any]:
        uit: dict[str, Any] = json.loads(self.laatste())
        return uit

    def laatste(self) -> str:
        return str(self.pagina.opdrachten("schrijf")[-1][0]["tekst"])


def test_elke_wijziging_wordt_meteen_opgeschreven() -> None:
    proef = Proef()
    proef.open()
    assert proef.pagina.opdrachten("schrijf") == []
    proef.pagina.kies(proef.veld, "12")
    uit = proef.geschreven()
    assert (uit["formaat"], uit["instrument"], uit["versie"]) == ("lv-tools", "proef", 1)
    assert uit["naam"] == "Mijn school"
    assert uit["staat"] == {"staat": {"aantal": 12}}
    proef.pagina.kies(proef.vinkjes, ["vwo"])
    proef.pagina.kies(proef.lijst, "OP1")
    proef.pagina.doe(proef.bladen, "wijziging", waarde=1)
    proef.pagina.kies(proef.veld, "twaalf")
    assert proef.geschreven()["staat"] == {
        "staat": {"afdelingen": ["vwo"], "standaard": "OP1"},
        "concept": {"aantal": "twaalf"},
        "plek": {"blad": "Twee"},
    }


def test_er_wordt_niets_geschreven_als_er_niets_veranderde() -> None:
    proef = Proef()
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    proef.pagina.kies(proef.veld, "12")
    proef.pagina.doe(proef.bewaren, "download")
    assert len(proef.pagina.opdrachten("schrijf")) == 1


def test_alles_komt_terug_in_een_nieuw_scherm() -> None:
    oud = Proef()
    oud.open()
    oud.pagina.kies(oud.veld, "twaalf")
    oud.pagina.kies(oud.lijst, "OP1")
    oud.pagina.kies(oud.vinkjes, ["havo", "vwo"])
    oud.pagina.doe(oud.bladen, "wijziging", waarde=1)

    nieuw = Proef()
    assert nieuw.open(tekst=oud.laatste()) == ""
    assert nieuw.bewaren.state() == oud.bewaren.state()
    assert nieuw.veld.waarde == "twaalf"
    assert (nieuw.lijst.waarde, nieuw.vinkjes.waarde) == ("OP1", ("havo", "vwo"))
    assert nieuw.werk.plek == {"blad": "Twee"}
    assert nieuw.pagina.opdrachten("schrijf") == []
    assert nieuw.pagina.boom == nieuw.pagina._json(nieuw.scherm.to_tree())


def test_wat_terugkomt_is_gekeurd_en_telt_mee_in_de_uitkomst() -> None:
    oud = Proef()
    oud.open()
    oud.pagina.kies(oud.veld, "12")
    nieuw = Proef()
    nieuw.open(tekst=oud.laatste())
    assert nieuw.werk.gekeurd == [oud.werk.staat]
    assert nieuw.werk.uitslag.aantal == 12


def test_wat_python_niet_meer_bereikte_telt_als_laatste() -> None:
    proef = Proef()
    proef.open(naloop={"aantal": "99", "standaard": "OP1"})
    assert (proef.veld.waarde, proef.lijst.waarde) == ("99", "OP1")
    assert proef.geschreven()["staat"] == {"staat": {"aantal": 99, "standaard": "OP1"}}


def test_wat_niet_meer_past_gaat_niet_open_met_de_plek_erbij() -> None:
    proef = Proef()
    proef.open(tekst=bestand(staat={"aantal": 12, "afdelingen": 3}))
    ((gegevens, _),) = proef.pagina.opdrachten("onleesbaar")
    assert "afdelingen" in gegevens["zin"]
    assert (proef.veld.waarde, proef.vinkjes.waarde) == ("", ())


@pytest.mark.parametrize("tekst", ['{"formaat": "lv-t', "[]", "x"])
def test_een_onleesbaar_bestand_blijft_staan_en_wordt_niet_overschreven(tekst: str) -> None:
    proef = Proef()
    proef.open(tekst=tekst)
    ((gegevens, _),) = proef.pagina.opdrachten("onleesbaar")
    assert gegevens["zin"].startswith("Mijn school: ")
    proef.pagina.kies(proef.veld, "12")
    assert proef.pagina.opdrachten("schrijf") == []
    proef.pagina.doe(proef.bewaren, "naam", bestand="Mijn school (kopie)")
    assert proef.geschreven()["staat"]["staat"]["aantal"] == 12


def test_een_nieuw_bestand_begint_met_het_lege_scherm() -> None:
    proef = Proef()
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    proef.pagina.kies(proef.vinkjes, ["vwo"])
    proef.open(bestand="Ander")
    assert (proef.veld.waarde, proef.vinkjes.waarde) == ("", ())
    assert proef.geschreven()["naam"] == "Mijn school"


def test_opslaan_en_openen_van_een_bestand() -> None:
    proef = Proef()
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    proef.pagina.doe(proef.bewaren, "download")
    ((gegevens, (inhoud,)),) = proef.pagina.opdrachten("bied-aan")
    naam = f"proef-mijn-school-{now().date()}.lv.json"
    assert gegevens == {"naam": naam, "type": "application/json"}

    ander = Proef()
    ander.open(bestand="Iets anders")
    assert ander.pagina.doe(ander.bewaren, "lees", inhoud, bestand="van-collega.json") == ""
    assert ander.veld.waarde == "12"
    ((geopend, _),) = ander.pagina.opdrachten("geopend")
    assert geopend == {"bestand": "Mijn school"}
    assert ander.pagina.opdrachten("schrijf") == []  # pas als de pagina een vrije naam koos
    ander.pagina.doe(ander.bewaren, "naam", bestand="Mijn school (2)")
    assert ander.geschreven()["naam"] == "Mijn school (2)"


def test_een_verkeerd_bestand_verandert_niets() -> None:
    proef = Proef()
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    proef.pagina.doe(proef.bewaren, "lees", b"PK\x03\x04", bestand="foto.zip")
    assert proef.bewaren.melding.startswith("foto.zip: ")
    assert proef.veld.waarde == "12"
    assert proef.pagina.opdrachten("geopend") == []


def test_wat_geen_veld_laat_zien_gaat_ook_mee() -> None:
    proef = Proef()
    proef.open()
    proef.aim("begin", "b")
    proef.pagina.kies(proef.veld, "1")
    tekst = proef.laatste()
    proef.open(bestand="Nieuw")
    assert proef.werk.staat.doelen == ("begin",)
    proef.open(tekst=tekst)
    assert proef.werk.staat.doelen == ("begin", "b")


def test_na_een_fout_in_het_hulpmiddel_is_de_waarde_toch_bewaard() -> None:
    proef = Proef()
    proef.open()

    def stuk(*_waarde: object) -> None:
        raise RuntimeError("kapot")

    proef.veld.bij_wijziging = stuk
    assert proef.pagina.kies(proef.veld, "12") == "RuntimeError: kapot"
    assert proef.geschreven()["staat"]["staat"]["aantal"] == 12
    proef.veld.bij_wijziging = None
    proef.scherm.voor_verzenden(stuk)  # een paneel dat niet kan laten zien wat er nu staat
    assert proef.pagina.kies(proef.veld, "13") == "RuntimeError: kapot"
    assert proef.geschreven()["staat"]["staat"]["aantal"] == 13


# --- naast het notebook -----------------------------------------------------------------------


def test_naast_het_notebook_staat_hetzelfde_bestand(tmp_path: Path) -> None:
    proef = Proef(tmp_path)
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    assert proef.pagina.opdrachten("bewaard")
    (pad,) = (tmp_path / "proef").iterdir()
    assert json.loads(pad.read_text("utf-8"))["staat"]["staat"]["aantal"] == 12

    later = Proef(tmp_path)
    later.pagina.doe(later.bewaren, "lijst")
    assert later.pagina.opdrachten("antwoord")[-1][0] == {"namen": ["Mijn school"]}
    later.open()
    assert later.veld.waarde == "12"
    in_de_pagina = Proef()
    in_de_pagina.open(tekst=pad.read_text("utf-8"))
    assert in_de_pagina.veld.waarde == "12"


def test_twee_schermen_op_een_bestand_overschrijven_elkaar_niet(tmp_path: Path) -> None:
    een, ander = Proef(tmp_path), Proef(tmp_path)
    een.open()
    een.pagina.kies(een.veld, "1")
    ander.open()
    ander.pagina.kies(ander.veld, "2")
    een.pagina.kies(een.veld, "3")
    assert een.pagina.opdrachten("botsing")
    (pad,) = (tmp_path / "proef").iterdir()
    assert json.loads(pad.read_text("utf-8"))["staat"]["staat"]["aantal"] == 2
    een.pagina.doe(een.bewaren, "naam", bestand="Mijn school (kopie)")
    assert len(list((tmp_path / "proef").iterdir())) == 2


def test_een_volle_schijf_wordt_gezegd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proef = Proef(tmp_path)
    proef.open()

    def vol(_greep: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lv_tools.basis.opslag.opslagmap.os.fsync", vol)
    assert proef.pagina.kies(proef.veld, "1") == ""
    assert proef.pagina.opdrachten("mislukt")[-1][0] == {"reden": "de schijf is vol"}
    assert proef.pagina.doe(proef.bewaren, "hernoem", bestand="Anders").endswith("de schijf is vol")
    monkeypatch.undo()
    proef.pagina.kies(proef.veld, "2")
    assert proef.pagina.opdrachten("bewaard")


def test_de_omvang_is_die_van_het_bestand_in_bytes(tmp_path: Path) -> None:
    proef = Proef(tmp_path)
    proef.open(bestand="Één school, één team: “goed” en ‘beter’")
    proef.pagina.kies(proef.veld, "1")
    (pad,) = (tmp_path / "proef").iterdir()
    assert proef.pagina.opdrachten("bewaard")[-1][0] == {"omvang": pad.stat().st_size}


def test_wis_alles_wist_alles(tmp_path: Path) -> None:
    proef = Proef(tmp_path)
    for naam, aantal in (("Een", "1"), ("Twee", "2")):
        proef.open(bestand=naam)
        proef.pagina.kies(proef.veld, aantal)
    assert len(list((tmp_path / "proef").iterdir())) == 2
    proef.pagina.doe(proef.bewaren, "wis")
    assert not (tmp_path / "proef").exists()


def test_de_uitleg_past_bij_de_plaats(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "dit apparaat" in Proef().bewaren.eigenschappen["waar"][0]
    monkeypatch.setenv("BINDER_SERVICE_HOST", "x")
    zinnen = " ".join(Proef(tmp_path).bewaren.eigenschappen["waar"])
    assert f"{tmp_path.name}/proef naast het notebook" in zinnen
    assert "Binder" in zinnen


# --- openen lukt helemaal of niet -------------------------------------------------------------


def bestand(**inhoud: Any) -> str:
    return to_json(Bewaard("proef", 1, "Van een ander", now(), inhoud))


@pytest.mark.parametrize("fout", [None, Onleesbaar("Van een ander: dit is nieuwer. Laad opnieuw.")])
@pytest.mark.parametrize("laat", [{}, {"aantal": "98"}])
def test_een_bestand_dat_halverwege_faalt_laat_het_open_bestand_staan(
    fout: Exception | None, laat: dict[str, str]
) -> None:
    proef = Proef()
    proef.werk.fout = fout or proef.werk.fout
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    proef.aim("begin", "eigen")
    proef.pagina.kies(proef.vinkjes, ["vwo"])
    eerst, geschreven = proef.bewaren.state(), len(proef.pagina.opdrachten("schrijf"))

    stuk = json.loads(bestand(staat={"aantal": 99, "doelen": ["stuk"]}))
    if laat:  # wat er na het lezen nog bovenop komt, verandert daar niets aan
        stuk = json.loads(to_json(replace(_read(stuk), naloop=laat)))
    proef.pagina.doe(proef.bewaren, "lees", json.dumps(stuk).encode(), bestand="stuk.json")
    assert proef.bewaren.state() == eerst
    assert proef.bewaren.melding.startswith("stuk.json: ")
    assert proef.bewaren.melding.endswith("Wat u had, staat er nog.")
    assert proef.pagina.opdrachten("geopend") == []
    assert len(proef.pagina.opdrachten("schrijf")) == geschreven
    proef.pagina.kies(proef.veld, "13")
    assert proef.geschreven()["naam"] == "Mijn school"
    assert proef.geschreven()["staat"]["staat"]["doelen"] == ["begin", "eigen"]


def _read(gegevens: dict[str, Any]) -> Bewaard:
    gelezen = from_json(json.dumps(gegevens), "proef", 1)
    assert isinstance(gelezen, Bewaard)
    return gelezen


def test_kan_het_scherm_niet_terug_dan_wordt_er_ook_niets_meer_geschreven() -> None:
    proef = Proef()
    proef.open()
    proef.aim("stuk")  # wat er staat, is zelf niet terug te zetten
    proef.pagina.kies(proef.veld, "12")
    geschreven = len(proef.pagina.opdrachten("schrijf"))
    vreemd = bestand(staat={"doelen": ["stuk"]}).encode()
    proef.pagina.doe(proef.bewaren, "lees", vreemd, bestand="stuk.json")
    ((gegevens, _),) = proef.pagina.opdrachten("onleesbaar")
    assert "Uw eigen bestand is niet gewijzigd" in gegevens["zin"]
    proef.pagina.kies(proef.veld, "13")
    assert len(proef.pagina.opdrachten("schrijf")) == geschreven


def test_bewaard_werk_dat_niet_terug_kan_blijft_staan() -> None:
    proef = Proef()
    stuk = bestand(staat={"aantal": 12, "doelen": ["stuk"]})
    proef.open(tekst=stuk, naloop={"aantal": "13"})
    ((gegevens, _buffers),) = proef.pagina.opdrachten("onleesbaar")
    assert gegevens["zin"].startswith("Mijn school: ")
    proef.pagina.kies(proef.veld, "14")
    assert proef.pagina.opdrachten("schrijf") == []
    proef.pagina.doe(proef.bewaren, "naam", bestand="Mijn school (kopie)")
    assert proef.geschreven()["naam"] == "Mijn school (kopie)"


def test_alleen_openen_schrijft_niets_ook_niet_als_er_iets_over_is() -> None:
    proef = Proef()
    over = {"vorige-notitie": "Twee lessen per week samen"}
    proef.open(tekst=bestand(staat={"aantal": 12}, concept=over))
    assert proef.pagina.opdrachten("schrijf") == []
    assert "‘Twee lessen per week samen’" in proef.bewaren.melding
    proef.pagina.kies(proef.veld, "13")
    assert proef.geschreven()["staat"]["concept"] == over
    weer = Proef()
    weer.open(tekst=proef.laatste())
    weer.pagina.kies(weer.veld, "14")
    assert weer.geschreven()["staat"]["concept"] == over


def test_een_keuze_die_er_niet_meer_is_blijft_in_het_bestand() -> None:
    proef = Proef()
    proef.open(tekst=bestand(staat={"aantal": 12, "standaard": "OP9"}))
    assert proef.lijst.waarde == "OP0"
    proef.pagina.kies(proef.veld, "13")
    assert proef.geschreven()["staat"]["staat"] == {"aantal": 13, "standaard": "OP9"}
    proef.open(bestand="Nieuw")
    proef.pagina.kies(proef.veld, "1")
    assert proef.geschreven()["staat"] == {"staat": {"aantal": 1}}


def test_getypt_dat_nergens_meer_past_gaat_niet_verloren() -> None:
    proef = Proef()
    proef.open(naloop={"aantal": "1", "weg": "een hele zin"}, vroeg={"aantal": "2"})
    assert proef.veld.waarde == "2"
    assert proef.geschreven()["staat"]["concept"] == {"weg": "een hele zin"}


def test_het_werkbestand_heet_naar_wat_het_hulpmiddel_zegt() -> None:
    woorden = ["De Vaart 2026"]
    proef = Proef(bestandsnaam=lambda: woorden[0])
    proef.open()
    proef.pagina.doe(proef.bewaren, "download")
    naam = proef.pagina.opdrachten("bied-aan")[-1][0]["naam"]
    assert naam == f"proef-de-vaart-2026-{now().date()}.lv.json"
    woorden[0] = ""
    proef.pagina.doe(proef.bewaren, "download")
    naam = proef.pagina.opdrachten("bied-aan")[-1][0]["naam"]
    assert naam == f"proef-mijn-school-{now().date()}.lv.json"


def test_hernoemen_en_verwijderen_in_de_map_sparen_wat_een_ander_schreef(tmp_path: Path) -> None:
    een, ander = Proef(tmp_path), Proef(tmp_path)
    een.open()
    een.pagina.kies(een.veld, "1")
    ander.open()
    ander.pagina.kies(ander.veld, "2")
    assert "ergens anders gewijzigd" in een.pagina.doe(een.bewaren, "hernoem", bestand="Nieuw")
    assert "ergens anders gewijzigd" in een.pagina.doe(
        een.bewaren, "verwijder", bestand="Mijn school"
    )
    (pad,) = (tmp_path / "proef").iterdir()
    assert json.loads(pad.read_text("utf-8"))["staat"]["staat"]["aantal"] == 2
    assert ander.pagina.doe(ander.bewaren, "hernoem", bestand="Nieuw") == ""
    (pad,) = (tmp_path / "proef").iterdir()
    assert json.loads(pad.read_text("utf-8"))["naam"] == "Nieuw"
    ander.pagina.kies(ander.veld, "3")
    assert json.loads(pad.read_text("utf-8"))["staat"]["staat"]["aantal"] == 3
