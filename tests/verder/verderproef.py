"""Bestanden voor de toetsen van Verder in Python."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.telling import Handtelling
from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.vorm import codec
from lv_tools.risicoscan.hulpmiddel import RISICOSCAN
from lv_tools.risicoscan.model.scan import empty

WORTEL = Path(__file__).resolve().parents[2]
VROEGER = WORTEL / "tests" / "bestanden_0_3_0"
SCHOOL = WORTEL / "data" / "voorbeeld" / "voorbeeldschool.lv.json"
INHOUD = RISICOSCAN.inhoud()


def bestand(deur: Any, staat: Any, naam: str = "Werk") -> str:
    """Schrijf een staat zoals een hulpmiddel haar bewaart."""
    return to_json(Bewaard(deur.naam, deur.versie, naam, now(), {"staat": codec.write(staat)}))


def scan(
    *mensen: Respondent, modus: Any = "naam", hand: tuple[Handtelling, ...] = (), naam: str = "Werk"
) -> str:
    """Schrijf een risicoscan met deze mensen."""
    bronnen = (Bron("groep", mensen, hand),) if mensen or hand else ()
    staat = replace(empty(INHOUD), groep=Groep(modus, bronnen=bronnen, zout="z"))
    return bestand(RISICOSCAN, staat, naam)


def kopie(*stukken: dict[str, Any], versie: int = 1) -> bytes:
    """Schrijf een reservekopie zoals de bladzijde Mijn werk."""
    inhoud = {"formaat": "lv-tools", "soort": "reservekopie", "versie": versie, "tijd": "t"}
    open_ = json.dumps({**inhoud, "stukken": stukken}, ensure_ascii=False)[:-1]
    return f'{open_},"controle":"{zlib.crc32(open_.encode()):08x}"}}\n'.encode()


def stuk(tekst: str, instrument: str = "risicoscan", naam: str = "Werk", **naloop: Any) -> Any:
    """Geef een stuk van een reservekopie."""
    return {"instrument": instrument, "naam": naam, "tijd": 0, "tekst": tekst, "naloop": naloop}
