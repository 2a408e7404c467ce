"""Het datapakket: geldig, volledig beschreven, met kloppende controlesommen."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package, validate

DATA = Path(__file__).parents[2] / "data"
PAKKET = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PAKKET["resources"]}

# Waar de hulpmiddelen op rekenen: kolommen en aantal rijen van elke tabel.
VORM = {
    "risico_per_afdeling": (["afdeling", "n", "standaard", "percentage"], 5 * 11),
    "uitdagingen": (["standaard", "uitdaging", "aantal", "percentage"], 67),
    "interventies_bij_obstakels": (["interventie", "obstakel", "n", "percentage"], 10 * 16),
    "plaatsen": (["plaats", "afdelingen"], 17),
    "bestuursgrootte": (["bestuursgrootte", "besturen"], 3),
    "intake_en_begeleiding": (["standaard", "intake", "begeleiding"], 13),
    "interventies": (["interventie", "trajecten", "totaal"], 4),
    "elementen": (["soort", "element", "toelichting"], 11),
    "kerncijfers": (["id", "omschrijving", "waarde", "eenheid", "bron"], 109),
    "tijdlijn": (["id", "omschrijving", "datum", "bron"], 17),
    "standaarden": (["code", "naam", "gebied", "niveau", "kader"], 16),
    "correcties": (["resource", "sleutel", "gedrukt", "verbeterd", "waarom"], None),
}


def test_frictionless_keurt_het_hele_pakket_goed() -> None:
    rapport = validate(DATA / "datapackage.json")
    assert rapport.valid, rapport.flatten(["name", "rowNumber", "fieldName", "type", "note"])
    assert rapport.stats["tasks"] == len(VORM)


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw", "fout"),
    [
        ("plaatsen", "Amsterdam,24", "Amsterdam,0", "constraint-error"),
        ("plaatsen", "Amsterdam,24", "Amsterdam,veel", "type-error"),
        ("plaatsen", "Rotterdam,13", "Amsterdam,13", "primary-key"),
        ("uitdagingen", "OP6,", "OP5,", "foreign-key"),
        ("risico_per_afdeling", "vmbo-b,9,OP0,0", "vmbo-b,9,OP0,101", "constraint-error"),
    ],
)
def test_frictionless_vindt_een_bedorven_cel(
    tmp_path: Path, naam: str, oud: str, nieuw: str, fout: str
) -> None:
    pakket = json.loads(json.dumps(PAKKET))
    for resource in pakket["resources"]:
        tekst = (DATA / resource["path"]).read_text(encoding="utf-8")
        if resource["name"] == naam:
            assert oud in tekst
            tekst = tekst.replace(oud, nieuw)
            del resource["hash"], resource["bytes"]
        doel = tmp_path / resource["path"]
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(tekst, encoding="utf-8", newline="\n")
    (tmp_path / "datapackage.json").write_text(json.dumps(pakket), encoding="utf-8")
    fouten = {regel[0] for regel in validate(tmp_path / "datapackage.json").flatten(["type"])}
    assert fout in fouten


def test_het_pakket_heeft_precies_de_afgesproken_tabellen() -> None:
    assert set(RESOURCES) == set(VORM)


@pytest.mark.parametrize("naam", VORM)
def test_kolommen_en_rijen_zijn_zoals_afgesproken(naam: str) -> None:
    kolommen, rijen = VORM[naam]
    resource = Package(DATA / "datapackage.json").get_resource(naam)
    gelezen = resource.read_rows()
    assert list(gelezen[0].to_dict()) == kolommen
    assert rijen is None or len(gelezen) == rijen


@pytest.mark.parametrize("naam", VORM)
def test_controlesom_en_grootte_kloppen(naam: str) -> None:
    inhoud = (DATA / RESOURCES[naam]["path"]).read_bytes()
    assert RESOURCES[naam]["hash"] == f"sha256:{hashlib.sha256(inhoud).hexdigest()}"
    assert RESOURCES[naam]["bytes"] == len(inhoud)


@pytest.mark.parametrize("naam", VORM)
def test_elke_tabel_is_volledig_beschreven(naam: str) -> None:
    resource = RESOURCES[naam]
    assert resource["title"]
    assert resource["description"].endswith(".")
    assert resource["licenses"][0]["name"] == "CC-BY-4.0"
    for bron in resource["sources"]:
        assert all(bron[veld] for veld in ("title", "producer", "date", "section"))
    for veld in resource["schema"]["fields"]:
        assert veld["title"]
        assert veld["description"].endswith(".")
        assert veld["constraints"]
        assert ("unit" in veld) == (veld["type"] == "integer")
    assert resource["schema"]["primaryKey"]


def test_elke_standaard_in_een_tabel_staat_in_het_kader() -> None:
    codes = {
        rij["code"]
        for rij in Package(DATA / "datapackage.json").get_resource("standaarden").read_rows()
    }
    for naam, (kolommen, _) in VORM.items():
        if "standaard" in kolommen:
            sleutels = RESOURCES[naam]["schema"]["foreignKeys"]
            assert sleutels[0]["reference"] == {"resource": "standaarden", "fields": "code"}
    assert {"OP0", "OP6", "BKA3"} <= codes
    assert "OP5" not in codes


def test_de_ruwe_regels_zijn_niet_aangeraakt() -> None:
    regels = (DATA / "ruw" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sommen = {naam: som for som, naam in (regel.split("  ") for regel in regels)}
    assert set(sommen) == {pad.name for pad in (DATA / "ruw").glob("*.tsv")}
    for naam, som in sommen.items():
        assert hashlib.sha256((DATA / "ruw" / naam).read_bytes()).hexdigest() == som


def test_maken_geeft_precies_wat_er_staat() -> None:
    uitkomst = subprocess.run(
        [sys.executable, DATA / "maak.py", "--controleer"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (uitkomst.returncode, uitkomst.stdout) == (0, "")


def test_controleren_meldt_een_bestand_dat_niet_meer_klopt(tmp_path: Path) -> None:
    for pad in DATA.rglob("*"):
        if pad.is_file() and pad.suffix != ".pyc" and "instrumenten" not in pad.parts:
            doel = tmp_path / pad.relative_to(DATA)
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(pad.read_bytes())
    bedorven = tmp_path / "bevindingen" / "plaatsen.csv"
    bedorven.write_text(
        bedorven.read_text(encoding="utf-8").replace(",24", ",25"), encoding="utf-8"
    )
    opdracht = [sys.executable, tmp_path / "maak.py"]
    uitkomst = subprocess.run(
        [*opdracht, "--controleer"], capture_output=True, text=True, check=False
    )
    assert uitkomst.returncode == 1
    assert uitkomst.stdout == (
        "bevindingen/plaatsen.csv klopt niet meer: draai `python data/maak.py`\n"
    )
    subprocess.run(opdracht, check=True, capture_output=True)
    assert bedorven.read_bytes() == (DATA / "bevindingen" / "plaatsen.csv").read_bytes()


def test_een_correctie_die_nergens_op_slaat_houdt_het_maken_tegen(tmp_path: Path) -> None:
    for pad in DATA.rglob("*"):
        if pad.is_file() and pad.suffix != ".pyc" and "instrumenten" not in pad.parts:
            doel = tmp_path / pad.relative_to(DATA)
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(pad.read_bytes())
    with (tmp_path / "correcties.csv").open("a", encoding="utf-8") as bestand:
        bestand.write("plaatsen,rij 1,Amsterdm,Amsterdam,Letter weggevallen in de bron.\n")
    uitkomst = subprocess.run(
        [sys.executable, tmp_path / "maak.py"], capture_output=True, text=True, check=False
    )
    assert uitkomst.returncode != 0
    assert "correcties die nergens op slaan: [('plaatsen', 'Amsterdm')]" in uitkomst.stderr
