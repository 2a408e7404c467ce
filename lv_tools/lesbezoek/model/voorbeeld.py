"""De voorbeeldschool uit het boek als ingevulde ronde: haar eigen tellingen, verder niets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.lesbezoek.model.meegeven import make_point
from lv_tools.lesbezoek.model.ronde import (
    BEGIN,
    DUIDELIJK,
    WAS_ER_NIET,
    Blik,
    Kijkpunt,
    Ronde,
)
from lv_tools.lesbezoek.model.uitkomst import compute
from lv_tools.lesbezoek.model.vrijgeven import release
from lv_tools.lesbezoek.teksten import Instrument


def example(inhoud: Instrument) -> Ronde:
    """Geef de ronde van het najaar: in hoeveel lessen elk kijkpunt te zien was."""
    school = lees_toml("voorbeeld/school.toml")
    eigen, eerste = school["lesbezoek"], school["ronde"][0]
    kijkpunten = tuple(_point(rij) for rij in school["kijkpunt"])
    lessen = range(1, eerste["lessen"] + 1)
    begin: date = eerste["van"]
    blikken = tuple(
        Blik(
            f"voorbeeld-{les}",
            les=f"L{les}",
            bezoeker=eigen["bezoekers"][(les - 1) % len(eigen["bezoekers"])],
            dag=_workday(begin, les - 1),
            gegeven={rij["code"]: _answer(rij, les, len(lessen)) for rij in school["kijkpunt"]},
        )
        for les in lessen
    )
    blikken += tuple(_looked_back(blikken, eigen["tweede"]))
    ronde = Ronde(
        eigen["naam"],
        eigen["vraag"],
        "voorbeeld",
        "voorbeeld",
        kijkpunten,
        vast=True,
        lessen=len(lessen),
        afgesproken=tuple(keus.code for keus in inhoud.afspraak),
        blikken=blikken,
        docenten=eigen["docenten"],
        voorbeelden={rij["kijkpunt"]: "\n".join(rij["zinnen"]) for rij in eigen["voorbeeld"]},
    )
    ronde = release(ronde, eerste["tot"])
    vrij = replace(ronde.vrijgaven[0], id="voorbeeld")
    uit = compute(ronde)
    beeld = next(b for b in uit.beelden if b.punt.id == eigen["verbeterpunt"])
    punt = make_point(beeld, uit, inhoud)
    punt = replace(punt, id="voorbeeld", anders_als=eigen["anders_als"])
    return replace(ronde, vrijgaven=(vrij,), punten=(punt,))


def _looked_back(blikken: tuple[Blik, ...], tweede: dict[str, Any]) -> Iterator[Blik]:
    """Geef de eerste lessen een blik van de docent, die in een deel ervan een stap meer zag."""
    over = dict(tweede["meer"])
    for blik in blikken[: tweede["lessen"]]:
        gegeven = dict(blik.gegeven)
        for code, wat in blik.gegeven.items():
            if over[code] and wat is not None and wat < DUIDELIJK:
                gegeven[code], over[code] = wat + 1, over[code] - 1
        yield replace(blik, id=f"{blik.id}-docent", soort="docent", bezoeker="", gegeven=gegeven)


def _point(rij: dict[str, Any]) -> Kijkpunt:
    velden = ("tekst", "begin", "sterk", "leerling")
    return Kijkpunt(rij["code"], "", "OP3", *(rij.get(veld, "") for veld in velden))


def _answer(rij: dict[str, Any], les: int, lessen: int) -> int:
    """Verdeel de tellingen over de lessen; welke les wat had, verzint dit, en staat nergens."""
    plek = (les + len(rij["code"])) % lessen
    if plek >= rij["gezien"][0]:
        return WAS_ER_NIET
    return DUIDELIJK if plek < rij["duidelijk"] else BEGIN


def _workday(begin: date, nummer: int) -> date:
    weken, dag = divmod(nummer % 10, 5)
    return begin + timedelta(days=7 * weken + dag)
