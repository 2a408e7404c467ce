"""Bewaren aan de kant van Python: wat er bewaard wordt, en wat er terugkomt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pagina import Pagina

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
    assert gegevens == {"naam": "proef-mijn-school.lv.json", "type": "application/json"}

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

    monkeypatch.setattr("lv_tools.basis.opslagmap.os.fsync", vol)
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
