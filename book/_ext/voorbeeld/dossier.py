"""De voorbeeldschool als werk in de hulpmiddelen, met haar dossier, in één bestand.

Het bestand heeft de vorm van een reservekopie (zie de uitbreiding ``mijnwerk``): wie het opent,
krijgt vijf ingevulde hulpmiddelen op zijn apparaat. Alles komt uit dezelfde
voorbeelden als de stilstaande beelden, geschreven door de hulpmiddelen.
``python -m voorbeeld dossier`` schrijft het opnieuw; een toets vergelijkt.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from lv_tools.basis.opslag.werkbestand import FORMAAT, Bewaard, to_json
from lv_tools.basis.uitwisseling import dossier as dossiers
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import Herkomst, Stuk, shorten
from lv_tools.basis.vorm import codec
from voorbeeld.lezen import school

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
    from lv_tools.inspectiebezoek.hulpmiddel import INSPECTIEBEZOEK
    from lv_tools.inspectiebezoek.model.uitkomst import at_day
    from lv_tools.inspectiebezoek.model.uitkomst import example as visit_of
    from lv_tools.inspectiebezoek.model.uitwisselen import give as after_visit
    from lv_tools.inspectiebezoek.verslag.draaiboek import DAG_ERNA
    from lv_tools.kwaliteitskalender.hulpmiddel import KWALITEITSKALENDER
    from lv_tools.kwaliteitskalender.verslag.beeld import compute as lay_out
    from lv_tools.kwaliteitskalender.verslag.beeld import example as calendar
    from lv_tools.kwaliteitskalender.verslag.beeld import give as moments
    from lv_tools.kwaliteitsprofiel.hulpmiddel import KWALITEITSPROFIEL
    from lv_tools.kwaliteitsprofiel.model.gids import for_dossier
    from lv_tools.kwaliteitsprofiel.model.samen import actions
    from lv_tools.kwaliteitsprofiel.model.uitkomst import compute as outcome
    from lv_tools.kwaliteitsprofiel.model.voorbeeld import example as profile_of
    from lv_tools.lesbezoek.hulpmiddel import LESBEZOEK
    from lv_tools.lesbezoek.model.meegeven import points, questions
    from lv_tools.lesbezoek.model.uitkomst import compute as count
    from lv_tools.lesbezoek.model.voorbeeld import example as visits
    from lv_tools.risicoscan.hulpmiddel import RISICOSCAN
    from lv_tools.risicoscan.model.scan import pieces
    from lv_tools.risicoscan.model.voorbeeld import example as scan_of
    from lv_tools.urgentiemeter.hulpmiddel import URGENTIEMETER
    from lv_tools.urgentiemeter.stilbeeld import example as measurement
    from lv_tools.urgentiemeter.verslag.meegeven import parcel
    from lv_tools.verbeterbord.hulpmiddel import VERBETERBORD
    from lv_tools.verbeterbord.model.uitwisselen import give as findings
    from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN
    from lv_tools.verbeterplan.model.uitkomst import compute
    from lv_tools.verbeterplan.model.uitkomst import example as plan_of
    from lv_tools.verbeterplan.model.uitwisselen import give

    feiten = school()
    meter = URGENTIEMETER.inhoud()
    meting = measurement(meter)
    yield _work(URGENTIEMETER, meting.scan, feiten.urgentie.dag, "meting", parcel(meting, meter))
    kijkinhoud = LESBEZOEK.inhoud()
    ronde = replace(visits(kijkinhoud), naam=f"{NAAM}, najaar")
    gezien = (*points(ronde), *questions(count(ronde), kijkinhoud))
    yield _work(LESBEZOEK, ronde, feiten.ronde[0].tot, ronde.kenmerk, gezien)
    inhoud = RISICOSCAN.inhoud()
    scan = replace(scan_of(inhoud), naam=NAAM)
    yield _work(RISICOSCAN, scan, feiten.scan.dag, scan.werk, pieces(scan))
    planinhoud = VERBETERPLAN.inhoud()
    plan = plan_of(planinhoud)
    stukken = give(plan, compute(plan, planinhoud).oordelen, planinhoud)
    yield _work(VERBETERPLAN, plan, feiten.midterm.dag, plan.kenmerk, stukken)
    kalenderinhoud = KWALITEITSKALENDER.inhoud()
    jaar = replace(calendar(kalenderinhoud), kenmerk="0")
    punten = moments(lay_out(jaar, kalenderinhoud))
    yield _work(KWALITEITSKALENDER, jaar, feiten.school.begin, jaar.kenmerk, punten)
    profielinhoud = KWALITEITSPROFIEL.inhoud()
    profiel = profile_of(profielinhoud)
    vragen = for_dossier(outcome(profiel, profielinhoud).gids, profielinhoud)
    stukken = (*vragen, *actions(profiel.kern))
    yield _work(KWALITEITSPROFIEL, profiel, feiten.kwaliteitsprofiel.dag, "profiel", stukken)
    bordinhoud = VERBETERBORD.inhoud()
    bord, dag = bordinhoud.voorbeeld.bord, bordinhoud.voorbeeld.dag
    yield _work(VERBETERBORD, bord, dag, bord.kenmerk, findings(bord, bordinhoud))
    bezoekinhoud = INSPECTIEBEZOEK.inhoud()
    bezoek = replace(visit_of(bezoekinhoud), kenmerk="bezoek")
    erna = after_visit(at_day(bezoek, bezoekinhoud, DAG_ERNA), bezoekinhoud)
    yield _work(INSPECTIEBEZOEK, bezoek, DAG_ERNA, bezoek.kenmerk, erna)


def _work(
    hulpmiddel: Any, staat: Any, dag: date, werk: str, stukken: tuple[Stuk, ...]
) -> tuple[str, int, Any, Pakket]:
    tijd = datetime.combine(dag, time(12), UTC)
    van = Herkomst(hulpmiddel.naam, NAAM, dag)
    kort = tuple(dict.fromkeys(shorten(stuk) for stuk in stukken))
    pakket = Pakket(van, werk, tijd, kort)
    return hulpmiddel.naam, hulpmiddel.versie, codec.write(staat), pakket
