"""Modules uit losse archieven: van een hulpmiddel op deze pagina, of iets wat pas later nodig is.

Een gewone ``import`` volstaat: deze vinder staat achter alle andere. Een archief dat er nog niet
is (zoals xlsxwriter, bij het exporteren) haalt hij op met een synchroon verzoek. In een worker mag
dat; de pagina zelf blijft bruikbaar.
"""

from __future__ import annotations

import json
import os
import sys
import zipimport
import zlib
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

#: Wat een antwoord van de server betekent; al het andere telt als een weggevallen netwerk.
REDENEN = {
    **dict.fromkeys((404, 410), "verouderd"),
    **dict.fromkeys((401, 403, 407, 451), "geweigerd"),
}
#: Zo begint elk zip-archief; een netwerkfilter stuurt soms een pagina onder dezelfde naam.
BEGIN_ZIP = b"PK"


class LaatImportError(ImportError):
    """Het archief kon niet worden opgehaald; de pagina zegt de lezer wat te doen.

    Attributes
    ----------
    reden : {"netwerk", "verouderd", "geweigerd", "server"}
        Waarom niet; de pagina heeft bij elk een zin.
    """

    def __init__(self, naam: str, reden: str, technisch: str) -> None:
        super().__init__(f"Het onderdeel {naam} kon niet worden opgehaald ({technisch}).")
        self.reden = reden


_ARCHIEVEN: dict[str, bytes] = {}


def lees_uit_archief(archief: str, ingang: Any) -> bytes:
    """Lees een bestand uit een archief dat al in het geheugen staat.

    ``zipimport`` opent een archief voor elke module opnieuw; dat kost een tiende van importeren.
    """
    soort, grootte, plek = ingang[1], ingang[2], ingang[4]
    if archief not in _ARCHIEVEN:
        with open(archief, "rb") as bestand:  # noqa: PTH123 (zie boven: geen pathlib)
            _ARCHIEVEN[archief] = bestand.read()
    alles = _ARCHIEVEN[archief]
    kop = 30 + sum(int.from_bytes(alles[plek + w : plek + w + 2], "little") for w in (26, 28))
    ruw = alles[plek + kop : plek + kop + grootte]
    return ruw if soort == 0 else zlib.decompress(ruw, -15)


class LateVinder:
    """Vindt modules in archieven die nog op de server staan.

    Parameters
    ----------
    wortel : str
        Adres waar de adressen van de archieven op volgen.
    archieven : sequence of dict
        Elk met ``adres`` (waar het zip-archief staat) en ``modules`` (volledige namen).
    """

    def __init__(self, wortel: str, archieven: Sequence[dict[str, Any]]) -> None:
        self._adres = {naam: wortel + a["adres"] for a in archieven for naam in a["modules"]}
        self._pad: dict[str, str] = {}

    def find_spec(
        self, naam: str, _pad: object = None, _doel: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Zoek een module; haal zo nodig eerst het archief op."""
        adres = self._adres.get(naam)
        if adres is None:
            return None
        if adres not in self._pad:
            self._pad[adres] = self._haal(adres, naam)
        ouder = naam.rpartition(".")[0].replace(".", "/")
        plek = self._pad[adres] + (f"/{ouder}" if ouder else "")
        return zipimport.zipimporter(plek).find_spec(naam)

    def _haal(self, adres: str, naam: str) -> str:
        bestand = f"/lib/{adres.rpartition('/')[2]}"
        if os.path.exists(bestand):  # noqa: PTH110 (pathlib laden kost hier meer dan het oplevert)
            return bestand  # het archief van een hulpmiddel op deze pagina is er al
        from js import XMLHttpRequest  # type: ignore[import-not-found]  # bestaat alleen in de browser

        verzoek = XMLHttpRequest.new()
        try:
            verzoek.open("GET", adres, False)
            verzoek.responseType = "arraybuffer"
            verzoek.send(None)
            status = int(verzoek.status)
        except Exception as fout:  # de browser meldt een verbroken netwerk als JavaScript-fout
            raise LaatImportError(naam, "netwerk", f"{fout}: {adres}") from fout
        if status != 200:
            reden = "server" if status >= 500 else REDENEN.get(status, "netwerk")
            raise LaatImportError(naam, reden, f"{status}: {adres}")
        inhoud = verzoek.response.to_bytes()
        if not inhoud.startswith(BEGIN_ZIP):
            raise LaatImportError(naam, "geweigerd", f"andere inhoud dan verwacht: {adres}")
        with open(bestand, "wb") as uit:  # noqa: PTH123 (pathlib laden kost hier meer dan het oplevert)
            uit.write(inhoud)
        return bestand


def installeer(wortel: str) -> None:
    """Zet de vinder achteraan, zodat wat er al is altijd voorgaat.

    Parameters
    ----------
    wortel : str
        Adres van de wortel van de site.
    """
    lader: Any = __spec__.loader  # dit archief: de lijst staat ernaast, gemaakt bij het bouwen
    archieven = json.loads(lader.get_data(__file__.replace("laat.pyc", "laat.json")))
    sys.meta_path.append(LateVinder(wortel, archieven))
    zipimport._get_data = lees_uit_archief  # type: ignore[attr-defined]  # zonder werkt het ook, trager
