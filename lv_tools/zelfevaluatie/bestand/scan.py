"""Het bestand van een hele scan; het is tegelijk bewaard werk, en gaat overal open waar dat kan.

De vorm staat in ``data/instrumenten/zelfevaluatie.schema.json`` en volgt uit het type
:class:`~lv_tools.zelfevaluatie.model.staat.Staat`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lv_tools.basis.opslag.werkbestand import (
    Bewaard,
    Leesfout,
    Omzetting,
    clean_name,
    from_json,
    now,
    to_json,
)
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM
from lv_tools.zelfevaluatie.bestand.keuren import inspect
from lv_tools.zelfevaluatie.bestand.vroeger_vorm import to_state
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.staat import Staat, scan_of, state_of
from lv_tools.zelfevaluatie.teksten import Instrument

#: Versie 1 nam haar vragenlijst niet mee, versie 2 stond nog per veld van het scherm.
VERSIE = 3
OMZETTINGEN: Mapping[int, Omzetting] = {1: lambda staat: staat, 2: to_state}


def scan_to_file(scan: Scan, inhoud: Instrument) -> bytes:
    """Schrijf een scan als los bestand, in dezelfde vorm waarin het scherm bewaart."""
    gegevens: dict[str, Any] = {"staat": codec.write(state_of(scan, inhoud))}
    return to_json(Bewaard(NAAM, VERSIE, clean_name(scan.opzet.naam), now(), gegevens)).encode()


def state_from_file(bytes_: bytes, inhoud: Instrument, bestand: str = "dit bestand") -> Staat:
    """Lees bewaard werk of een scan uit een los bestand.

    Raises
    ------
    VormError
        Als het dat niet is, of als er iets niet klopt.
    """
    bewaard = from_json(bytes_, NAAM, VERSIE, bestand=bestand, omzettingen=OMZETTINGEN)
    if isinstance(bewaard, Leesfout):
        raise VormError(f"{bewaard.probleem}. {bewaard.uitweg}")
    return inspect(codec.read(Staat, bewaard.staat.get("staat")), inhoud)


def scan_from_file(bytes_: bytes, inhoud: Instrument, bestand: str = "dit bestand") -> Scan:
    """Lees een scan uit een los bestand.

    Raises
    ------
    VormError
        Als het geen scan is, of als er iets niet klopt.
    """
    return scan_of(state_from_file(bytes_, inhoud, bestand), inhoud)
