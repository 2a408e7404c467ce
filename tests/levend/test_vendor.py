from __future__ import annotations

import importlib.metadata
import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from levend import vendor


@pytest.fixture
def eigen_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Een lege cachemap; wat deze toets ophaalt, raakt de echte niet."""
    monkeypatch.setenv("LV_BOUWCACHE", str(tmp_path))
    vendor.npm_pakket.cache_clear()
    vendor.wiel.cache_clear()
    yield tmp_path
    vendor.npm_pakket.cache_clear()
    vendor.wiel.cache_clear()


def archief(pad: Path, inhoud: bytes, naam: str = "package/index.js") -> Path:
    with tarfile.open(pad, "w:gz") as tar:
        deel = tarfile.TarInfo(naam)
        deel.size = len(inhoud)
        tar.addfile(deel, io.BytesIO(inhoud))
    return pad


def nep_npm(monkeypatch: pytest.MonkeyPatch, bron: Path) -> list[str]:
    gevraagd: list[str] = []

    @contextmanager
    def pak(pakket: str) -> Iterator[Path]:
        gevraagd.append(pakket)
        yield bron

    monkeypatch.setattr(vendor, "_npm_pack", pak)
    return gevraagd


def nep_slot(monkeypatch: pytest.MonkeyPatch, bron: Path) -> None:
    slot = {"proef": {"versie": "1.2.3", "integriteit": vendor._sha512(bron)}}
    monkeypatch.setattr(vendor, "npm_slot", lambda: slot)


def test_slotbestanden_bevatten_geen_adressen() -> None:
    for pad in vendor.SLOTMAP.iterdir():
        assert "://" not in pad.read_text("utf-8")
    assert all(slot["integriteit"].startswith("sha512-") for slot in vendor.npm_slot().values())
    assert {"ipywidgets", "anywidget", "xlsxwriter"} <= vendor.wiel_slot().keys()


def test_wielen_zijn_dezelfde_versies_als_in_deze_omgeving() -> None:
    """De pagina draait wat de toetsen draaien."""
    for naam, (versie, _) in vendor.wiel_slot().items():
        assert importlib.metadata.version(naam) == versie, naam


def test_tweede_keer_zonder_netwerk(
    eigen_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bron = archief(tmp_path / "bron.tgz", b"export {};")
    nep_slot(monkeypatch, bron)
    gevraagd = nep_npm(monkeypatch, bron)
    eerste = vendor.npm_pakket("proef")
    vendor.npm_pakket.cache_clear()  # een nieuw proces
    assert vendor.npm_pakket("proef") == eerste
    assert (eerste / "index.js").read_bytes() == b"export {};"
    assert gevraagd == ["proef@1.2.3"]


def test_andere_inhoud_dan_vergrendeld_wordt_geweigerd(
    eigen_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = archief(tmp_path / "echt.tgz", b"goed")
    nep_slot(monkeypatch, echt)
    nep_npm(monkeypatch, archief(tmp_path / "vals.tgz", b"kwaad"))
    with pytest.raises(vendor.VendorError, match="geweigerd"):
        vendor.npm_pakket("proef")
    assert not list(eigen_cache.glob("npm/*")), "van een geweigerd pakket blijft niets staan"


def test_beschadigde_cache_herstelt_zich(
    eigen_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bron = archief(tmp_path / "bron.tgz", b"goed")
    nep_slot(monkeypatch, bron)
    gevraagd = nep_npm(monkeypatch, bron)
    map_ = vendor.npm_pakket("proef")
    (map_ / "index.js").write_bytes(b"kwaad")
    vendor.npm_pakket.cache_clear()
    assert (vendor.npm_pakket("proef") / "index.js").read_bytes() == b"goed"
    (eigen_cache / "npm" / "proef-1.2.3.tgz").write_bytes(b"half bestand")
    vendor.npm_pakket.cache_clear()
    vendor.npm_pakket("proef")
    assert len(gevraagd) == 2


def test_pad_buiten_de_map_wordt_geweigerd(
    eigen_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bron = archief(tmp_path / "bron.tgz", b"x", "package/../../ontsnapt.js")
    nep_slot(monkeypatch, bron)
    nep_npm(monkeypatch, bron)
    with pytest.raises(vendor.VendorError, match="onveilig pad"):
        vendor.npm_pakket("proef")


def test_beschadigd_wiel_wordt_niet_gebruikt(
    eigen_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versie, _ = vendor.wiel_slot()["comm"]
    wielen = eigen_cache / "wielen"
    wielen.mkdir()
    (wielen / f"comm-{versie}-py3-none-any.whl").write_bytes(b"iets anders")
    monkeypatch.setattr(vendor, "_pip_download", lambda: None)
    with pytest.raises(vendor.VendorError, match="klopt niet"):
        vendor.wiel("comm")


@pytest.mark.parametrize("functie", [vendor.npm_pakket, vendor.wiel])
def test_onbekende_naam_zegt_wat_te_doen(functie) -> None:
    with pytest.raises(vendor.VendorError, match="Voeg"):
        functie("bestaat-niet")


@pytest.mark.parametrize("pakket", ["axe-core", "axe-core@latest", "@1.0.0"])
def test_vergrendelen_vraagt_een_exacte_versie(pakket: str) -> None:
    with pytest.raises(vendor.VendorError, match="exacte versie"):
        vendor.vergrendel(pakket)


def test_cachemap_is_te_kiezen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LV_BOUWCACHE", str(tmp_path / "hier"))
    assert vendor.cachemap() == tmp_path / "hier"
    monkeypatch.delenv("LV_BOUWCACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert vendor.cachemap() == tmp_path / "lv-tools"
