"""Een kleine server voor de metingen en de tests: met gzip, een cachetijd en zo nodig een rem.

De rem zit in de server en niet in de browser, want de browser remt verzoeken uit een worker niet.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import mimetypes
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: Wat een gewone server ingepakt verstuurt.
INPAKKEN = (".html", ".js", ".mjs", ".css", ".json", ".wasm", ".svg", ".txt")


@dataclass
class Lijn:
    """Een gedeelde lijn met een snelheid en een vertraging.

    Attributes
    ----------
    bytes_per_s : float
        Nul betekent: geen rem.
    vertraging : float
        Seconden voordat een antwoord begint.
    breuk : int or None
        Verbreek elke verbinding na zoveel bytes van een groot bestand; voor de tests.
    storing : int
        Antwoord op elk verzoek om een pagina met deze status; nul betekent: geen storing.
    dicht : bool
        Verbreek elke verbinding meteen, alsof er geen netwerk is.
    verzonden : dict of str to int
        Wat er over de lijn ging: pad naar bytes.
    """

    bytes_per_s: float = 0
    vertraging: float = 0
    breuk: int | None = None
    verzonden: dict[str, int] = field(default_factory=dict)
    storing: int = 0
    dicht: bool = False
    _vrij: float = 0
    _slot: threading.Lock = field(default_factory=threading.Lock)

    def wacht(self, bytes_: int) -> None:
        """Wacht tot deze bytes over de lijn mogen."""
        if not self.bytes_per_s:
            return
        with self._slot:
            begin = max(self._vrij, time.monotonic())
            self._vrij = begin + bytes_ / self.bytes_per_s
            klaar = self._vrij
        time.sleep(max(0, klaar - time.monotonic()))


@functools.lru_cache(maxsize=256)
def ingepakt(pad: Path, _gewijzigd: float) -> bytes:
    """Geef een bestand zoals het over de lijn gaat; de tweede keer kost dat geen tijd."""
    return gzip.compress(pad.read_bytes(), 6)


def _verzoekklasse(wortels: dict[str, Path], lijn: Lijn) -> type[BaseHTTPRequestHandler]:
    class Verzoek(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            pad = self._pad()
            if lijn.dicht:
                self._verbreek()
                return
            if lijn.storing and pad is not None and pad.suffix == ".html":
                self.send_error(lijn.storing)
                return
            gevonden = pad is not None
            pad = pad or self._pad("404.html")
            if pad is None:
                self.send_error(404)
                return
            inhoud = pad.read_bytes()
            time.sleep(lijn.vertraging)
            self.send_response(200 if gevonden else 404)
            soort = mimetypes.guess_type(pad.name)[0] or "application/octet-stream"
            if pad.suffix == ".mjs":
                soort = "text/javascript"
            self.send_header("Content-Type", soort)
            if pad.suffix in INPAKKEN and "gzip" in self.headers.get("Accept-Encoding", ""):
                inhoud = ingepakt(pad, pad.stat().st_mtime)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(inhoud)))
            # Zoals GitHub Pages; het script van de service worker haalt een browser altijd vers.
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            lijn.verzonden[self.path] = len(inhoud)
            for begin in range(0, len(inhoud), 16_384):
                if lijn.breuk is not None and begin >= lijn.breuk:
                    self._verbreek()
                    return
                deel = inhoud[begin : begin + 16_384]
                lijn.wacht(len(deel))
                self.wfile.write(deel)

        def _verbreek(self) -> None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

        def _pad(self, anders: str = "") -> Path | None:
            vraag = unquote(urlsplit(self.path).path)
            for voor, wortel in wortels.items():
                if vraag.startswith(voor):
                    pad = (wortel / (anders or vraag[len(voor) :])).resolve()
                    pad = pad / "index.html" if pad.is_dir() else pad
                    return pad if pad.is_file() and pad.is_relative_to(wortel.resolve()) else None
            return None

        def log_message(self, format: str, *args: object) -> None:
            """Zwijg: een meting of test toont zelf wat telt."""

        def handle(self) -> None:
            with contextlib.suppress(ConnectionError, ValueError, OSError):
                super().handle()

    return Verzoek


@contextlib.contextmanager
def serveer(wortels: dict[str, Path], lijn: Lijn | None = None) -> Iterator[str]:
    """Serveer mappen op een vrije poort van deze computer.

    Parameters
    ----------
    wortels : dict of str to Path
        Begin van het adres (zoals ``"/boek/"``) naar de map die daar staat.
    lijn : Lijn, optional
        De rem; zonder opgave gaat alles zo snel als het kan.

    Yields
    ------
    str
        Het adres van de server, zonder schuine streep achteraan.
    """
    lijn = lijn or Lijn()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _verzoekklasse(wortels, lijn))
    server.daemon_threads = True
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        lijn.dicht = True  # ook verbindingen die de browser openhoudt, zijn nu voorbij
        server.shutdown()
        server.server_close()
