"""Het lezen van de gegevens: uit een uitgecheckte map, uit een pakket en uit een zip."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lv_tools.basis.gegevens import datapakket
from lv_tools.basis.gegevens.kaderbestand import kaders

WORTEL = Path(__file__).parents[3]


def test_elke_tabel_van_het_pakket_is_te_lezen() -> None:
    for naam in datapakket.namen():
        tabel = datapakket.lees(naam)
        kolommen = [kolom.naam for kolom in tabel.kolommen]
        assert tabel.rijen
        assert tabel.bronnen
        assert all(list(rij) == kolommen for rij in tabel.rijen)


def test_een_tabel_heeft_titel_bron_en_eenheid() -> None:
    tabel = datapakket.lees("uitdagingen")
    assert tabel.titel == "Uitdagingen per standaard"
    assert tabel.bronnen[0].plaats == "bijlage 2.1"
    assert tabel.bronnen[0].datum == "2025-01"
    assert {k.naam: k.eenheid for k in tabel.kolommen} == {
        "standaard": None,
        "uitdaging": None,
        "aantal": "afdelingen",
        "percentage": "procent",
    }


def test_cellen_hebben_hun_type() -> None:
    soorten = {"string": str, "integer": int, "number": (int, float)}
    for naam in datapakket.namen():
        tabel = datapakket.lees(naam)
        for kolom in tabel.kolommen:
            waarden = [rij[kolom.naam] for rij in tabel.rijen if rij[kolom.naam] is not None]
            assert all(isinstance(waarde, soorten[kolom.type]) for waarde in waarden)


def test_wat_de_bron_niet_vertelt_is_none_en_niet_nul() -> None:
    rijen = {rij["standaard"]: rij for rij in datapakket.lees("intake_en_begeleiding").rijen}
    assert rijen["OP3"]["intake"] is None
    assert rijen["VS2"]["intake"] == 0
    assert rijen["SKA2"] == {"standaard": "SKA2", "intake": 56, "begeleiding": 68}


def test_een_tabel_is_niet_te_wijzigen() -> None:
    tabel = datapakket.lees("plaatsen")
    with pytest.raises(TypeError):
        tabel.rijen[0]["afdelingen"] = 99  # type: ignore[index]  # daar gaat deze toets over
    with pytest.raises(dataclasses.FrozenInstanceError):
        tabel.titel = "anders"  # type: ignore[misc]  # daar gaat deze toets over
    assert datapakket.lees("plaatsen") is tabel


def test_een_onbekende_tabel_noemt_welke_er_wel_zijn() -> None:
    with pytest.raises(LookupError, match="'plaatjes' bestaat niet: kies uit risico_per_afdeling"):
        datapakket.lees("plaatjes")


def test_een_bestand_dat_er_niet_is_wordt_genoemd() -> None:
    with pytest.raises(FileNotFoundError, match=r"instrumenten/geen\.toml"):
        datapakket.lees_toml("instrumenten/geen.toml")


@pytest.mark.parametrize(
    "pad", ["../pyproject.toml", "/etc/hostname", "kader/../../pyproject.toml"]
)
def test_buiten_de_gegevensmap_wordt_niets_gelezen(pad: str) -> None:
    with pytest.raises(FileNotFoundError):
        datapakket.lees_tekst(pad)


def test_kapotte_toml_noemt_het_bestand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datapakket, "lees_tekst", lambda pad: "a = = 1")
    with pytest.raises(ValueError, match=r"x\.toml is geen geldige TOML"):
        datapakket.lees_toml("x.toml")


def test_de_standaarden_volgen_het_kader() -> None:
    standaarden = datapakket.standaarden()
    codes = [standaard.code for standaard in standaarden]
    assert codes[:6] == ["OP0", "OP1", "OP2", "OP3", "OP4", "OP6"]
    assert [s.code for s in standaarden if s.niveau == "bestuur"] == ["BKA1", "BKA2", "BKA3"]
    namen = {s.code: s.naam for s in standaarden}
    assert [namen[f"SKA{i}"] for i in (1, 2, 3)] == [namen[f"BKA{i}"] for i in (1, 2, 3)]
    assert {s.kader for s in standaarden} == {kaders().current.naam}


def test_to_frame_houdt_hele_getallen_heel_naast_lege_cellen() -> None:
    frame = datapakket.lees("intake_en_begeleiding").to_frame()
    assert list(frame.columns) == ["standaard", "intake", "begeleiding"]
    assert str(frame["intake"].dtype) == "Int64"
    assert frame["intake"].isna().sum() == 8
    assert len(datapakket.lees("interventies_bij_obstakels").to_frame()) == 160


def _schrijf_zip(doel: Path) -> None:
    with zipfile.ZipFile(doel, "w") as zip_:
        for pad in (WORTEL / "lv_tools" / "basis").rglob("*.py"):
            zip_.write(pad, pad.relative_to(WORTEL).as_posix())
        zip_.write(WORTEL / "lv_tools" / "__init__.py", "lv_tools/__init__.py")
        for pad in (WORTEL / "data").rglob("*"):
            if pad.suffix in {".csv", ".toml", ".json"}:
                zip_.write(pad, f"lv_tools/_data/{pad.relative_to(WORTEL / 'data').as_posix()}")


def test_het_werkt_ook_uit_een_zip(tmp_path: Path) -> None:
    pakket = tmp_path / "pakket.zip"
    _schrijf_zip(pakket)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from lv_tools.basis.gegevens import datapakket as g\n"
        "from lv_tools.basis.gegevens.kaderbestand import kaders\n"
        "print(g.__file__); print(len(g.lees('uitdagingen').rijen), kaders().current.naam)"
    )
    uitvoer = subprocess.run(
        [sys.executable, "-I", "-c", code, str(pakket)],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    ).stdout.splitlines()
    assert uitvoer[0].startswith(str(pakket))
    assert uitvoer[1].startswith("67 Onderzoekskader 2021")


def test_het_laden_van_de_module_haalt_niets_zwaars_binnen() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import lv_tools.basis.gegevens.datapakket\n"
        "print([m for m in ('csv', 'json', 'tomllib', 'pandas', 'pathlib', 'importlib.resources')"
        " if m in sys.modules])"
    )
    uitvoer = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(WORTEL)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert uitvoer.strip() == "[]"
