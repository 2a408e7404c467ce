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
import pathlib
import webbrowser

boek = pathlib.Path(__file__).parent / "boek"
verzoek = functools.partial(http.server.SimpleHTTPRequestHandler, directory=boek)
verzoek.func.extensions_map |= {".mjs": "text/javascript", ".wasm": "application/wasm"}
with http.server.ThreadingHTTPServer(("127.0.0.1", 0), verzoek) as server:
    adres = f"http://127.0.0.1:{server.server_port}/index.html"
    print(f"Het boek staat op {adres}. Stop met Ctrl+C.")
    webbrowser.open(adres)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
'''
UITLEG = """Dit is het hele boek, met de hulpmiddelen erbij. Er is geen internet voor nodig.

Lezen: open boek/index.html in uw browser.
Ook de hulpmiddelen gebruiken: start open-het-boek.py (daarvoor is Python nodig), of zet de map
boek op een webserver, in welke map u maar wilt.
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
