"""Een reservekopie van Mijn werk: alle werkstukken van een apparaat in één bestand.

De pagina schrijft haar (``book/_ext/mijnwerk/script/kopie.js``); hier is het lezen even streng.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Any

from lv_tools.basis.opslag.werkbestand import Onleesbaar

SOORT = "reservekopie"
VERSIE = 1
#: Stukken die geen werk van een hulpmiddel zijn: het dossier, en welk dossier er open is.
GEEN_WERK = ("dossier", "dossier-open")
_SLUIT = re.compile(rb',"controle":"([0-9a-f]{8})"\}\s*\Z')


def read_pieces(inhoud: bytes, gelezen: Mapping[str, Any], bestand: str) -> list[dict[str, Any]]:
    """Geef de stukken uit een reservekopie.

    Raises
    ------
    Onleesbaar
        Als zij veranderd of beschadigd is, of van een nieuwere versie.
    """
    versie = gelezen.get("versie")
    if isinstance(versie, int) and versie > VERSIE:
        raise Onleesbaar(
            f"{bestand}: deze reservekopie is met een nieuwere versie van het boek gemaakt. "
            "Laad de pagina opnieuw, of installeer de nieuwste versie van lv-tools, en probeer het "
            "nog eens"
        )
    kaal = inhoud.removeprefix(b"\xef\xbb\xbf")
    sluit = _SLUIT.search(kaal)
    heel = sluit is not None and f"{zlib.crc32(kaal[: sluit.start()]):08x}" == sluit[1].decode()
    stukken = gelezen.get("stukken")
    if not heel or versie != VERSIE or not isinstance(stukken, list):
        raise Onleesbaar(f"{bestand}: de inhoud is na het bewaren veranderd of beschadigd")
    if not all(map(_is_piece, stukken)):
        raise Onleesbaar(f"{bestand}: de inhoud is na het bewaren veranderd of beschadigd")
    return stukken


def _is_piece(stuk: object) -> bool:
    return (
        isinstance(stuk, dict)
        and all(isinstance(stuk.get(sleutel), str) for sleutel in ("instrument", "naam", "tekst"))
        and isinstance(stuk.get("naloop", {}), dict)
    )
