"""Een tweede host op deze computer: wat daar aankomt, is echt verstuurd.

Het kunstje dat andere adressen onvindbaar maakt (zie conftest), doet voor deze computer niet mee.
"""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class AndereHost(http.server.BaseHTTPRequestHandler):
    """Onthoudt elk verzoek en laat verder alles toe.

    Een verbinding zonder verzoek telt niet: Chromium opent die bij een kader of formulier alvast,
    voordat het beleid het verzoek zelf tegenhoudt. Er gaat dan niets over de pagina mee.
    """

    aangekomen: list[str]

    def do_GET(self) -> None:
        self.aangekomen.append(f"{self.command} {self.path}")
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815 -- zo noemt de standaardbibliotheek ze
    do_OPTIONS = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Zwijg."""


@contextmanager
def another_host() -> Iterator[tuple[str, list[str]]]:
    """Geef het adres van een andere host, en wat daar is aangekomen."""
    aangekomen: list[str] = []
    soort = type("Elders", (AndereHost,), {"aangekomen": aangekomen})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), soort) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", aangekomen
        server.shutdown()
