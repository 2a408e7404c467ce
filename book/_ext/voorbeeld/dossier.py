"""De voorbeeldschool als werk in de hulpmiddelen, met haar dossier, in één bestand.

Het bestand heeft de vorm van een reservekopie (zie de uitbreiding ``mijnwerk``): wie het opent,
krijgt elk hulpmiddel uit ``werken`` ingevuld op zijn apparaat. Alles komt uit dezelfde
voorbeelden als de stilstaande beelden, geschreven door de hulpmiddelen.
``python -m voorbeeld dossier`` schrijft het opnieuw; een toets vergelijkt.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from lv_tools.basis.opslag.werkbestand import FORMAAT, Bewaard, to_json
from lv_tools.basis.uitwisseling import dossier as dossiers
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import Herkomst, Stuk, shorten
from lv_tools.basis.vorm import codec
from voorbeeld.werken import WERKEN

#: Zo heet al het werk van de voorbeeldschool, zodat niemand het voor eigen werk aanziet.
NAAM = "Voorbeeldschool"
BESTANDSNAAM = "voorbeeldschool.lv.json"
BESTAND = Path(__file__).parents[3] / "data" / "voorbeeld" / BESTANDSNAAM
KOPIE_VERSIE = 1


def example_file() -> str:
    """Schrijf het bestand."""
    werken = list(_works())
    pakketten = tuple(pakket for *_rest, pakket in werken)
    samen = Dossier().merge(Dossier(pakketten))
    laatst = max(pakket.tijd for pakket in pakketten)
    stukken = [_piece(naam, versie, {"staat": staat}, p.tijd) for naam, versie, staat, p in werken]
    stukken.append(_piece(dossiers.INSTRUMENT, dossiers.VERSIE, codec.write(samen), laatst))
    kop = {"formaat": FORMAAT, "soort": "reservekopie", "versie": KOPIE_VERSIE}
    inhoud = {**kop, "tijd": laatst.isoformat(), "stukken": stukken}
    open_ = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))[:-1]
    return f'{open_},"controle":"{zlib.crc32(open_.encode()):08x}"}}\n'


def _piece(instrument: str, versie: int, staat: dict[str, Any], tijd: datetime) -> dict[str, Any]:
    tekst = to_json(Bewaard(instrument, versie, NAAM, tijd, staat))
    return {
        "instrument": instrument,
        "naam": NAAM,
        "tijd": int(tijd.timestamp() * 1000),
        "tekst": tekst,
        "naloop": {},
    }


def _works() -> Iterator[tuple[str, int, Any, Pakket]]:
    """Geef per hulpmiddel de ingevulde staat, en wat het daaruit klaarlegt, op de dag van toen."""
    for maak in WERKEN:
        yield _work(*maak(NAAM))


def _work(
    hulpmiddel: Any, staat: Any, dag: date, werk: str, stukken: tuple[Stuk, ...]
) -> tuple[str, int, Any, Pakket]:
    tijd = datetime.combine(dag, time(12), UTC)
    van = Herkomst(hulpmiddel.naam, NAAM, dag)
    kort = tuple(dict.fromkeys(shorten(stuk) for stuk in stukken))
    pakket = Pakket(van, werk, tijd, kort)
    return hulpmiddel.naam, hulpmiddel.versie, codec.write(staat), pakket
