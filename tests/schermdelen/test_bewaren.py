"""Bewaren aan de kant van Python: wat er bewaard wordt, en wat er terugkomt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pagina import Pagina

from lv_tools.basis.opslag.werkbestand import Bewaard, Onleesbaar, now, to_json
from lv_tools.schermdelen import (
    Bewaren,
    Invoerveld,
    Keuzelijst,
    Kolom,
    Scherm,
    Tabbladen,
    Tabel,
    Tekst,
    Veld,
    Vinkjes,
)


class Proef:
    """Een hulpmiddel met wat invoer, zoals een instrument het zou maken."""

    def __init__(self, map: Path | None = None, **rest: Any) -> None:
        self.gezien: list[Any] = []
        self.veld = Invoerveld(Veld("n", "Aantal", "geheel"), bij_wijziging=self.gezien.append)
        self.lijst = Keuzelijst("Standaard", ["OP0", "OP1"], naam="standaard")
        self.vinkjes = Vinkjes("Afdelingen", ["havo", "vwo"], naam="afdelingen")
        self.tabel = Tabel("t", ["a"], [["x"], ["y"]], naam="tabel")
        self.bladen = Tabbladen(
            ("Een", self.tabel), ("Twee", Tekst("x")), label="Weergave", naam="blad"
        )
        self.bewaren = Bewaren("proef", plaats="map" if map else "pagina", map=map, **rest)
        self.scherm = Scherm(Kolom(self.veld, self.lijst), self.vinkjes, self.bladen, self.bewaren)
        self.pagina = Pagina(self.scherm)

    def open(self, **gegevens: Any) -> str:
        return self.pagina.doe(self.bewaren, "open", **{"bestand": "Mijn school", **gegevens})

    def geschreven(self) -> dict[str, Any]:
        uit: dict[str, Any] = json.loads(self.pagina.opdrachten("schrijf")[-1][0]["tekst"])
        return uit


def test_elke_wijziging_wordt_meteen_opgeschreven() -> None:
    proef = Proef()
    proef.open()
    assert proef.pagina.opdrachten("schrijf") == []
    proef.pagina.kies(proef.veld, "12")
    uit = proef.geschreven()
    assert (uit["formaat"], uit["instrument"], uit["versie"]) == ("lv-tools", "proef", 1)
    assert uit["naam"] == "Mijn school"
    assert uit["staat"]["delen"]["n"] == "12"
    proef.pagina.kies(proef.vinkjes, ["vwo"])
    proef.pagina.doe(proef.tabel, "sortering", waarde=[0, "af"])
    proef.pagina.doe(proef.bladen, "wijziging", waarde=1)
    assert proef.geschreven()["staat"]["delen"] == {
        "n": "12", "standaard": "OP0", "afdelingen": ["vwo"], "tabel": [0, "af"], "blad": "Twee",
    }  # fmt: skip


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
    tekst = oud.pagina.opdrachten("schrijf")[-1][0]["tekst"]

    nieuw = Proef()
    assert nieuw.open(tekst=tekst) == ""
    assert nieuw.bewaren.state() == oud.bewaren.state()
    assert nieuw.pagina.opdrachten("schrijf") == []
    assert nieuw.pagina.boom == nieuw.pagina._json(nieuw.scherm.to_tree())


def test_bij_terugzetten_lopen_de_functies_van_het_hulpmiddel() -> None:
    oud = Proef()
    oud.open()
    oud.pagina.kies(oud.veld, "12")
    klaar: list[str] = []
    nieuw = Proef(bij_herstel=lambda: klaar.append("klaar"))
    nieuw.open(tekst=oud.pagina.opdrachten("schrijf")[-1][0]["tekst"])
    assert nieuw.gezien == [12]
    assert klaar == ["klaar"]


def test_wat_python_niet_meer_bereikte_telt_als_laatste() -> None:
    proef = Proef()
    proef.open(naloop={"n": "99", "standaard": "OP1"})
    assert (proef.veld.waarde, proef.lijst.waarde) == ("99", "OP1")
    assert proef.geschreven()["staat"]["delen"]["n"] == "99"


def test_wat_niet_meer_past_wordt_genoemd_en_de_rest_komt_terug() -> None:
    proef = Proef()
    staat = {"delen": {"n": "12", "standaard": "OP9", "afdelingen": 3, "onbekend": 1, "blad": "X"}}
    bestand = {
        "formaat": "lv-tools", "instrument": "proef", "versie": 1, "naam": "x",
        "tijd": "2026-09-01T14:05:00+02:00", "staat": staat,
    }  # fmt: skip
    assert proef.open(tekst=json.dumps(bestand)) == ""
    assert proef.veld.waarde == "12"
    assert proef.lijst.waarde == "OP0"
    assert "Standaard, Afdelingen en Weergave" in proef.bewaren.melding


@pytest.mark.parametrize("tekst", ['{"formaat": "lv-t', "[]", "x"])
def test_een_onleesbaar_bestand_blijft_staan_en_wordt_niet_overschreven(tekst: str) -> None:
    proef = Proef()
    proef.open(tekst=tekst)
    ((gegevens, _),) = proef.pagina.opdrachten("onleesbaar")
    assert gegevens["zin"].startswith("Mijn school: ")
    proef.pagina.kies(proef.veld, "12")
    assert proef.pagina.opdrachten("schrijf") == []
    proef.pagina.doe(proef.bewaren, "naam", bestand="Mijn school (kopie)")
    assert proef.geschreven()["staat"]["delen"]["n"] == "12"


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


def test_wat_niet_in_een_deel_zit_gaat_ook_mee() -> None:
    doelen = ["a"]

    def terug(extra: Any) -> None:
        doelen[:] = extra or []

    proef = Proef(extra=lambda: list(doelen), bij_extra=terug)
    proef.open()
    doelen.append("b")
    proef.pagina.kies(proef.veld, "1")
    tekst = proef.pagina.opdrachten("schrijf")[-1][0]["tekst"]
    proef.open(bestand="Nieuw")
    assert doelen == ["a"]
    proef.open(tekst=tekst)
    assert doelen == ["a", "b"]


def test_na_een_fout_in_het_hulpmiddel_is_de_waarde_toch_bewaard() -> None:
    proef = Proef()
    proef.open()

    def stuk(_waarde: object) -> None:
        raise RuntimeError("kapot")

    proef.veld.bij_wijziging = stuk
    assert proef.pagina.kies(proef.veld, "12") == "RuntimeError: kapot"
    assert proef.geschreven()["staat"]["delen"]["n"] == "12"


# --- naast het notebook -----------------------------------------------------------------------


def test_naast_het_notebook_staat_hetzelfde_bestand(tmp_path: Path) -> None:
    proef = Proef(tmp_path)
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    assert proef.pagina.opdrachten("bewaard")
    (pad,) = (tmp_path / "proef").iterdir()
    assert json.loads(pad.read_text("utf-8"))["staat"]["delen"]["n"] == "12"

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
    assert json.loads(pad.read_text("utf-8"))["staat"]["delen"]["n"] == "2"
    een.pagina.doe(een.bewaren, "naam", bestand="Mijn school (kopie)")
    assert len(list((tmp_path / "proef").iterdir())) == 2


def test_een_volle_schijf_wordt_gezegd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proef = Proef(tmp_path)
    proef.open()

    def vol(_greep: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lv_tools.basis.opslag.opslagmap.os.fsync", vol)
    assert proef.pagina.kies(proef.veld, "1") == ""
    assert proef.pagina.opdrachten("mislukt")[-1][0] == {"reden": "No space left on device"}
    monkeypatch.undo()
    proef.pagina.kies(proef.veld, "2")
    assert proef.pagina.opdrachten("bewaard")


def test_wis_alles_wist_alles(tmp_path: Path) -> None:
    proef = Proef(tmp_path)
    for naam in ("Een", "Twee"):
        proef.open(bestand=naam)
        proef.pagina.kies(proef.veld, naam)
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


class Doelen:
    """Gegevens buiten de delen om, die soms niet terug te zetten zijn."""

    def __init__(self) -> None:
        self.nu: list[str] = ["begin"]
        self.fout: Exception | None = None

    def terug(self, extra: Any) -> None:
        self.nu[:] = ["halverwege"]
        if extra == ["stuk"]:
            raise self.fout or TypeError("'list' object is not a mapping")
        self.nu[:] = extra or []


def met_doelen() -> tuple[Proef, Doelen]:
    doelen = Doelen()
    return Proef(extra=lambda: list(doelen.nu), bij_extra=doelen.terug), doelen


def bestand(**staat: Any) -> str:
    return to_json(Bewaard("proef", 1, "Van een ander", now(), staat))


@pytest.mark.parametrize("fout", [None, Onleesbaar("Van een ander: dit is nieuwer. Laad opnieuw.")])
def test_een_bestand_dat_halverwege_faalt_laat_het_open_bestand_staan(
    fout: Exception | None,
) -> None:
    proef, doelen = met_doelen()
    doelen.fout = fout
    proef.open()
    proef.pagina.kies(proef.veld, "12")
    doelen.nu.append("eigen")
    proef.pagina.kies(proef.vinkjes, ["vwo"])
    eerst, geschreven = proef.bewaren.state(), len(proef.pagina.opdrachten("schrijf"))

    stuk = bestand(delen={"n": "99"}, extra=["stuk"]).encode()
    proef.pagina.doe(proef.bewaren, "lees", stuk, bestand="stuk.json")
    assert proef.bewaren.state() == eerst
    assert proef.bewaren.melding.startswith("stuk.json: ")
    assert proef.bewaren.melding.endswith("Wat u had, staat er nog.")
    assert proef.pagina.opdrachten("geopend") == []
    assert len(proef.pagina.opdrachten("schrijf")) == geschreven
    proef.pagina.kies(proef.veld, "13")
    assert proef.geschreven()["naam"] == "Mijn school"
    assert proef.geschreven()["staat"]["extra"] == ["begin", "eigen"]


def test_kan_het_scherm_niet_terug_dan_wordt_er_ook_niets_meer_geschreven() -> None:
    proef, doelen = met_doelen()
    proef.open()
    doelen.nu[:] = ["stuk"]  # wat er staat, is zelf niet terug te zetten
    proef.pagina.kies(proef.veld, "12")
    geschreven = len(proef.pagina.opdrachten("schrijf"))
    vreemd = bestand(extra=["stuk"]).encode()
    proef.pagina.doe(proef.bewaren, "lees", vreemd, bestand="stuk.json")
    ((gegevens, _),) = proef.pagina.opdrachten("onleesbaar")
    assert "Uw eigen bestand is niet gewijzigd" in gegevens["zin"]
    proef.pagina.kies(proef.veld, "13")
    assert len(proef.pagina.opdrachten("schrijf")) == geschreven


def test_bewaard_werk_dat_niet_terug_kan_blijft_staan() -> None:
    proef, _ = met_doelen()
    proef.open(tekst=bestand(delen={"n": "12"}, extra=["stuk"]), naloop={"n": "13"})
    ((gegevens, _buffers),) = proef.pagina.opdrachten("onleesbaar")
    assert gegevens["zin"].startswith("Mijn school: ")
    proef.pagina.kies(proef.veld, "14")
    assert proef.pagina.opdrachten("schrijf") == []
    proef.pagina.doe(proef.bewaren, "naam", bestand="Mijn school (kopie)")
    assert proef.geschreven()["naam"] == "Mijn school (kopie)"


def test_alleen_openen_schrijft_niets_ook_niet_als_er_iets_over_is() -> None:
    proef = Proef()
    delen = {"n": "12", "vorige-notitie": "Twee lessen per week samen", "leeg": ""}
    proef.open(tekst=bestand(delen=delen))
    assert proef.pagina.opdrachten("schrijf") == []
    assert "‘Twee lessen per week samen’" in proef.bewaren.melding
    proef.pagina.kies(proef.veld, "13")
    staat = proef.geschreven()["staat"]
    assert staat["over"] == {"vorige-notitie": "Twee lessen per week samen"}
    weer = Proef()
    weer.open(tekst=proef.pagina.opdrachten("schrijf")[-1][0]["tekst"])
    weer.pagina.kies(weer.veld, "14")
    assert weer.geschreven()["staat"]["over"] == staat["over"]


def test_een_keuze_die_er_niet_meer_is_blijft_in_het_bestand() -> None:
    proef = Proef()
    proef.open(tekst=bestand(delen={"n": "12", "standaard": "OP9"}))
    proef.pagina.kies(proef.veld, "13")
    assert proef.geschreven()["staat"]["over"] == {"standaard": "OP9"}
    proef.open(bestand="Nieuw")
    proef.pagina.kies(proef.veld, "1")
    assert "over" not in proef.geschreven()["staat"]


def test_getypt_dat_nergens_meer_past_gaat_niet_verloren() -> None:
    proef = Proef()
    proef.open(naloop={"n": "1", "weg": "een hele zin"}, vroeg={"n": "2"})
    assert proef.veld.waarde == "2"
    assert proef.geschreven()["staat"]["over"] == {"weg": "een hele zin"}


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
    assert json.loads(pad.read_text("utf-8"))["staat"]["delen"]["n"] == "2"
    assert ander.pagina.doe(ander.bewaren, "hernoem", bestand="Nieuw") == ""
    (pad,) = (tmp_path / "proef").iterdir()
    assert json.loads(pad.read_text("utf-8"))["naam"] == "Nieuw"
    ander.pagina.kies(ander.veld, "3")
    assert json.loads(pad.read_text("utf-8"))["staat"]["delen"]["n"] == "3"
