"""Pak de site in als zip-bestand, om zonder internet of op een eigen server te gebruiken.

Gebruik: ``python zip_site.py SITE DOEL.zip``.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

#: Staat in de zip; alleen de standaardbibliotheek, want meer heeft de lezer misschien niet.
START = '''"""Open het boek in de browser. Gebruik: python3 open-het-boek.py"""

import functools
import http.server
import os
import pathlib
import urllib.request
import webbrowser

# Wat u invult, bewaart de browser bij het adres. Daarom is de poort elke keer dezelfde.
POORT = 18317
boek = pathlib.Path(__file__).resolve().parent / "boek"


class Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = os.name != "nt"  # anders delen twee programma's op Windows een poort


class Verzoek(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_):
        pass


def staat_open(adres):
    """Zeg of dit boek op dit adres al open is."""
    try:
        with urllib.request.urlopen(adres, timeout=3) as antwoord:
            return antwoord.read() == (boek / "index.html").read_bytes()
    except OSError:
        return False


def begin():
    verzoek = functools.partial(Verzoek, directory=str(boek))
    adres = f"http://127.0.0.1:{POORT}/index.html"
    try:
        server = Server(("127.0.0.1", POORT), verzoek)
    except OSError:
        if staat_open(adres):
            print(f"Het boek staat al open op {adres}.")
            webbrowser.open(adres)
            return
        server = Server(("127.0.0.1", 0), verzoek)
        adres = f"http://127.0.0.1:{server.server_port}/index.html"
        print(f"Let op: poort {POORT} is bezet. Werk van een vorige keer ziet u op dit adres niet.")
    with server:
        print(f"Het boek staat op {adres}. Stop met Ctrl+C.")
        print("Wat u invult, blijft in deze browser op deze computer, bij dit adres.")
        print("Bewaar belangrijk werk ook als bestand, met de knop in het hulpmiddel.", flush=True)
        webbrowser.open(adres)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    begin()
'''
UITLEG = """Dit is het hele boek, met de hulpmiddelen erbij. Er is geen internet voor nodig.

Lezen, zonder iets te installeren: pak de zip uit en open boek/index.html in uw browser.
Tekst, figuren, dia's, uitdeelbladen en zoeken werken dan. De hulpmiddelen niet: een browser laat
een los bestand niet rekenen. Gebruik dan de papieren versies, of het boek op internet.

Ook de hulpmiddelen gebruiken: start open-het-boek.py (daarvoor is Python nodig), of zet de map
boek op een webserver, in welke map u maar wilt.

Wat u invult, blijft in de browser op deze computer, bij het adres van het boek. Het startprogramma
gebruikt daarom elke keer hetzelfde adres. Bewaar belangrijk werk ook als bestand.
"""


def maak_sitezip(site: Path, doel: Path) -> Path:
    """Pak de site in, elke keer byte voor byte gelijk.

    Parameters
    ----------
    site : Path
        De gebouwde site (de map met ``index.html``).
    doel : Path
        Het zip-bestand dat er moet komen.

    Returns
    -------
    Path
        ``doel``.

    Raises
    ------
    FileNotFoundError
        Als er in ``site`` geen ``index.html`` staat.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"In {site} staat geen index.html; bouw eerst het boek.")
    doel.parent.mkdir(parents=True, exist_ok=True)
    inhoud = {"LEES MIJ.txt": UITLEG.encode(), "open-het-boek.py": START.encode()}
    for pad in sorted(site.rglob("*")):
        plek = pad.relative_to(site)
        if pad.is_file() and not plek.parts[0].startswith("."):
            inhoud[f"boek/{plek.as_posix()}"] = pad.read_bytes()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, bytes_ in inhoud.items():
            gegevens = zipfile.ZipInfo(naam, (2020, 1, 1, 0, 0, 0))
            gegevens.external_attr = 0o644 << 16
            # Wat al ingepakt is, wordt niet kleiner.
            soort = zipfile.ZIP_STORED if naam.endswith(".zip") else zipfile.ZIP_DEFLATED
            zip_.writestr(gegevens, bytes_, soort)
    return doel


if __name__ == "__main__":
    print(f"Het boek is ingepakt in {maak_sitezip(Path(sys.argv[1]), Path(sys.argv[2]))}.")
