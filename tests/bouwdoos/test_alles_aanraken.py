"""Wie van alles aanraakt, in welke volgorde ook, krijgt in geen hulpmiddel een storing.

De lezer hier is toeval met een vast begin: hij klikt, typt, kiest, klapt open en stuurt in, wat er
op dat moment maar te bedienen is. Daarna opent wat hij achterliet weer zoals het was.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hulpproef import Proef

from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.bouwdoos.schemas import all_tools
from lv_tools.schermdelen import Deel
from lv_tools.schermdelen.kaartlijst import Kaartlijst

KEREN = 50
TEKSTEN = ("", "Meer leerlingen op niveau", "12-1-2027", "31-2-2027", "12", "7,5", "<b>", "x" * 500)


def door_of(naam: str) -> Hulpmiddel[Any, Any, Any]:
    alles = vars(importlib.import_module(f"lv_tools.{naam}.hulpmiddel")).values()
    return next(wat for wat in alles if isinstance(wat, Hulpmiddel))


def event(deel: Deel, toeval: Random) -> tuple[str, dict[str, Any]] | None:
    """Bedenk wat een lezer met dit deel doet; ``None`` als er niets te doen valt."""
    opties = [code for code, _ in deel.eigenschappen.get("opties", ())]
    match deel.soort:
        case "knop":
            return "klik", {}
        case "formulier":
            return "inzenden", {}
        case "uitklap":
            return "wijziging", {"waarde": not deel.eigenschappen["open"]}
        case "tabbladen":
            return "wijziging", {"waarde": toeval.randrange(len(deel.inhoud))}
        case "invoerveld":
            return "wijziging", {"waarde": toeval.choice(TEKSTEN), "verlaten": True}
        case "vinkje":
            return "wijziging", {"waarde": toeval.random() < 0.5}
        case "vinkjes":
            return "wijziging", {"waarde": [code for code in opties if toeval.random() < 0.5]}
        case "keuzelijst" | "keuzerondjes" if opties:
            return "wijziging", {"waarde": toeval.choice(opties)}
        case "kaartlijst" if isinstance(deel, Kaartlijst):
            paren = [(k.id, a.naam) for k in deel.kaarten for a in k.acties if not a.uit]
            kaart, knop = toeval.choice(paren) if paren else ("", "")
            return ("actie", {"kaart": kaart, "naam": knop}) if paren else None
    return None


@pytest.mark.parametrize("naam", all_tools())
def test_wie_van_alles_aanraakt_krijgt_geen_storing_en_houdt_wat_er_stond(
    naam: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    deur, toeval = door_of(naam), Random(naam)
    p = Proef(deur)
    if deur.voorbeeld is not None:
        voorbeeld = deur.voorbeeld(deur.inhoud())
        p.werk.change(lambda _leeg: voorbeeld)
    for keer in range(KEREN):
        delen = list(p.scherm.walk())
        toeval.shuffle(delen)
        # Elke zevende keer naar een andere stap, als er stappen zijn.
        for deel in sorted(delen, key=lambda d: keer % 7 == 0 and d is not p.opstelling.stappen):
            if (wat := event(deel, toeval)) and not p.bezwaar(deel):
                p.gebeur(deel, wat[0], **wat[1])
                break
    if p.bewaard():
        assert Proef(deur, bewaard=p.bewaard()).werk.staat == p.werk.staat
