"""Een bestand van de urgentiemeter lezen, ook van een oudere versie, en antwoorden doorgeven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lv_tools.basis.opslag.werkbestand import (
    Bewaard,
    Leesfout,
    Omzetting,
    from_json,
    now,
    to_json,
    today,
)
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.groepsbestand import Gelezen, refuse_anonymous, rename
from lv_tools.basis.verzamelen.lijst import list_of
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.urgentiemeter.bestand.vroeger import convert
from lv_tools.urgentiemeter.model.openen import opened
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.welke_meting import check
from lv_tools.urgentiemeter.teksten import Instrument

#: De ene naam van het hulpmiddel in een bestand, en de versie van de vorm.
NAAM, VERSIE = "urgentiemeter", 3
#: Versie 1 nam haar vragenlijst niet mee; verder is de vorm die van versie 2.
OMZETTINGEN: Mapping[int, Omzetting] = {1: lambda staat: staat, 2: convert}


def read_scan(inhoud_bytes: bytes, inhoud: Instrument, bestand: str) -> Scan:
    """Lees een scan uit een bestand.

    Raises
    ------
    VormError
        Als dat niet gaat; de tekst zegt waarom.
    """
    bewaard = from_json(inhoud_bytes, NAAM, VERSIE, bestand=bestand, omzettingen=OMZETTINGEN)
    if isinstance(bewaard, Leesfout):
        raise VormError(str(bewaard))
    return opened(codec.read(Scan, bewaard.staat.get("staat")), inhoud)


def read_others(scan: Scan, naam: str, inhoud_bytes: bytes, inhoud: Instrument) -> Gelezen:
    """Lees de antwoorden uit het bestand van een ander, als het bij deze meting hoort.

    Raises
    ------
    VormError
        Als het bestand niet te lezen is of niet bij deze meting hoort.
    """
    ander = read_scan(inhoud_bytes, inhoud, f"‘{naam}’")
    refuse_anonymous(scan.groep, ander.groep.modus)
    opmerkingen = check(scan, ander, inhoud, today())
    bronnen = rename(ander.sources(inhoud), naam)
    return bronnen, tuple(f"‘{naam}’: {zin}" for zin in opmerkingen)


def own_answers(scan: Scan, inhoud: Instrument) -> bytes:
    """Schrijf alleen de eigen antwoorden, om door te geven."""
    alleen = Scan(
        naam=scan.naam, groep=Groep(eigen=scan.groep.eigen), regels=inhoud.regels,
        toen=list_of(inhoud.lijst, inhoud.vragen), meting=scan.meting,
    )  # fmt: skip
    staat = {"staat": codec.write(alleen)}
    return to_json(Bewaard(NAAM, VERSIE, "Antwoorden van een persoon", now(), staat)).encode()


def scan_to_file(scan: Scan, inhoud: Instrument, naam: str = "Zonder naam") -> bytes:
    """Schrijf een scan als bestand, in de vorm waarin het scherm bewaart."""
    staat = {"staat": codec.write(replace(scan, toen=list_of(inhoud.lijst, inhoud.vragen)))}
    return to_json(Bewaard(NAAM, VERSIE, naam, now(), staat)).encode()
