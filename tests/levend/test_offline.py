from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest
from levend import offline
from levend.offline import verdeel, zet_kenmerken
from levend.zip_site import maak_sitezip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    map_ = tmp_path / "site"
    bestanden = {
        "index.html": f"<head>{offline.LEEG.decode()}<link href='_static/a.css?v=1'></head>",
        "map/b.html": f"{offline.LEEG.decode()}<script src='../_static/groot.js'></script>",
        "zonder.html": "<p>geen kenmerk</p>",
        "_static/a.css": "url(plaatje.svg)",
        "_static/plaatje.svg": "<svg/>",
        "_static/niemand.js": "1",
        "_static/groot.js": "x" * (offline.ZWAAR_VANAF + 1),
        "_sources/index.md": "bron",
        "_levend/python-1.zip": "zip",
        "_levend/script-1/pagina.mjs": "1",
        "_levend/deelnemer-scan-1.json": "{}",
        ".buildinfo": "weg",
    }
    for naam, tekst in bestanden.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_text(tekst, "utf-8")
    return map_


def test_voorraad_is_wat_de_paginas_gebruiken(site: Path) -> None:
    licht, zwaar = verdeel(site)
    assert set(zwaar) == {"_levend/python-1.zip", "_static/groot.js"}
    assert set(licht) == {
        *("index.html", "map/b.html", "zonder.html", "_static/a.css", "_static/plaatje.svg"),
        "_levend/script-1/pagina.mjs",
        "_levend/deelnemer-scan-1.json",  # een link is ook zonder internet in te vullen
    }
    som = hashlib.sha256((site / "_static" / "a.css").read_bytes()).hexdigest()
    assert licht["_static/a.css"] == som[:16]


def test_kenmerk_volgt_de_inhoud_en_niet_het_aantal_keren(site: Path) -> None:
    eerste = zet_kenmerken(site)
    assert set(eerste) == {"index.html", "map/b.html"}
    assert eerste["index.html"] in (site / "index.html").read_text()
    assert zet_kenmerken(site) == eerste
    pad = site / "index.html"
    pad.write_text(pad.read_text() + "nieuw")
    tweede = zet_kenmerken(site)
    assert tweede["index.html"] != eerste["index.html"]
    assert tweede["map/b.html"] == eerste["map/b.html"]


def test_dienst_kent_de_bestanden_zoals_ze_op_schijf_staan(site: Path) -> None:
    offline.schrijf_dienst(site)
    tekst = (site / offline.DIENST).read_text("utf-8")
    voorraad = json.loads(re.search(r"const VOORRAAD = (\{.*\});", tekst)[1])
    for naam, som in voorraad["licht"].items():
        assert hashlib.sha256((site / naam).read_bytes()).hexdigest().startswith(som), naam
    assert offline.DIENST not in voorraad["licht"]
    offline.schrijf_dienst(site)
    assert (site / offline.DIENST).read_text("utf-8") == tekst


def test_zip_van_de_site_werkt_op_een_eigen_server(site: Path, tmp_path: Path) -> None:
    doel = maak_sitezip(site, tmp_path / "uit" / "boek.zip")
    eerste = doel.read_bytes()
    assert maak_sitezip(site, doel).read_bytes() == eerste
    with zipfile.ZipFile(doel) as zip_:
        zip_.extractall(tmp_path / "los")
        assert "boek/.buildinfo" not in zip_.namelist()
    proces = subprocess.Popen(
        [sys.executable, "-u", "-c", "import webbrowser; webbrowser.open = print\n"
         "import runpy; runpy.run_path('open-het-boek.py')"],
        cwd=tmp_path / "los",
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    try:
        adres = re.search(r"http://\S+/index.html", proces.stdout.readline())[0]
        with urllib.request.urlopen(adres) as antwoord:
            assert b"a.css" in antwoord.read()
    finally:
        proces.terminate()
        proces.wait()


def test_zip_zonder_site_zegt_wat_te_doen(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="bouw eerst"):
        maak_sitezip(tmp_path, tmp_path / "x.zip")
