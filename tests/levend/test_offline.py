from __future__ import annotations

import hashlib
import http.server
import json
import re
import socket
import subprocess
import sys
import threading
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


def start_zip(map_: Path, poort: int) -> subprocess.Popen[str]:
    """Start het programma uit de zip op een poort die hier vrij is."""
    return subprocess.Popen(
        [sys.executable, "-u", "-c",
         "import webbrowser; webbrowser.open = lambda adres: print('geopend', adres, flush=True)\n"
         f"import runpy; d = runpy.run_path('open-het-boek.py'); b = d['begin']\n"
         f"b.__globals__['POORT'] = {poort}; b()"],
        cwd=map_,
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip


@pytest.fixture
def vrije_poort() -> int:
    with socket.create_server(("127.0.0.1", 0)) as vak:
        return int(vak.getsockname()[1])


@pytest.fixture
def uitgepakt(site: Path, tmp_path: Path) -> Path:
    doel = maak_sitezip(site, tmp_path / "uit" / "boek.zip")
    eerste = doel.read_bytes()
    assert maak_sitezip(site, doel).read_bytes() == eerste
    with zipfile.ZipFile(doel) as zip_:
        zip_.extractall(tmp_path / "los")
        assert "boek/.buildinfo" not in zip_.namelist()
    return tmp_path / "los"


def tot_geopend(proces: subprocess.Popen[str]) -> list[str]:
    regels = []
    for regel in proces.stdout:
        regels.append(regel.strip())
        if regel.startswith("geopend"):
            break
    return regels


def test_zip_opent_elke_keer_op_hetzelfde_adres(uitgepakt: Path, vrije_poort: int) -> None:
    """Bij een ander adres ziet de browser een andere site, en is bewaard werk niet te zien."""
    adres = f"http://127.0.0.1:{vrije_poort}/index.html"
    proces = start_zip(uitgepakt, vrije_poort)
    try:
        regels = tot_geopend(proces)
        assert regels[-1] == f"geopend {adres}"
        assert any("blijft in deze browser op deze computer" in regel for regel in regels)
        with urllib.request.urlopen(adres) as antwoord:
            assert b"a.css" in antwoord.read()
        # Nog eens starten opent hetzelfde boek, en geen tweede.
        tweede = start_zip(uitgepakt, vrije_poort)
        assert tot_geopend(tweede) == [f"Het boek staat al open op {adres}.", f"geopend {adres}"]
        assert tweede.wait(20) == 0
    finally:
        proces.terminate()
        proces.wait()


def test_zip_zegt_het_als_de_poort_van_een_ander_is(uitgepakt: Path, tmp_path: Path) -> None:
    bezet = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    threading.Thread(target=bezet.serve_forever, daemon=True).start()
    proces = start_zip(uitgepakt, bezet.server_port)
    try:
        regels = tot_geopend(proces)
        assert f"poort {bezet.server_port} is bezet" in regels[0]
        assert str(bezet.server_port) not in regels[-1]
        with urllib.request.urlopen(regels[-1].split()[1]) as antwoord:
            assert b"a.css" in antwoord.read()
    finally:
        proces.terminate()
        proces.wait()
        bezet.shutdown()
        bezet.server_close()


def test_uitleg_in_de_zip_zegt_wat_zonder_python_werkt(uitgepakt: Path) -> None:
    uitleg = (uitgepakt / "LEES MIJ.txt").read_text("utf-8")
    assert uitleg.index("boek/index.html") < uitleg.index("open-het-boek.py")
    assert "papieren versies" in uitleg
    assert "hetzelfde adres" in uitleg


def test_drukwerk_is_een_keuze_met_een_maat(site: Path) -> None:
    for naam in ("boek.pdf", "handout/a.pdf", "dia/a.pptx", "boek.zip"):
        (site / "_druk" / naam).parent.mkdir(parents=True, exist_ok=True)
        (site / "_druk" / naam).write_bytes(b"1234")
    assert offline.printed(site) == {
        f"_druk/{naam}": 4 for naam in ("boek.pdf", "dia/a.pptx", "handout/a.pdf")
    }
    licht, zwaar = offline.verdeel(site)
    assert not [pad for pad in (*licht, *zwaar) if pad.startswith("_druk/")]


def test_zip_zonder_site_zegt_wat_te_doen(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="bouw eerst"):
        maak_sitezip(tmp_path, tmp_path / "x.zip")
