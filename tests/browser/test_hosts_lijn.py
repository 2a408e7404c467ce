"""Negen hulpmiddelen in Voilà en in JupyterLab: van scan en plan tot wat een bestuur leest.

Zij staan hier onder elkaar in één notebook, met de cellen van hun eigen notebooks: zo is er per
host één server en één kernel nodig. In het echt heeft elk zijn eigen notebook; daarom is er steeds
maar één te zien, en raken opschriften die op elkaar lijken niet door elkaar.
"""

from __future__ import annotations

import json
from pathlib import Path

import scenario_inspectiebezoek as inspectie
import scenario_kwaliteitskalender as kalender
import scenario_kwaliteitsprofiel as profiel
import scenario_kwaliteitsrapportage as rapport
import scenario_lesbezoek as lesbezoek
import scenario_risicoscan as scan
import scenario_scholen as scholen
import scenario_verbeterbord as bord
import scenario_verbeterplan as plan
from gastheren import WORTEL, jupyterlab_server, page_in, run_notebook, server
from hulpmiddel import KLAAR_MS, SCHERM, save, step
from icalendar import Calendar
from maak_scholenvoorbeeld import bestanden
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

#: De hulpmiddelen, in de volgorde waarin zij in het notebook staan.
SAMEN = {
    "risicoscan": scan,
    "verbeterplan": plan,
    "kwaliteitskalender": kalender,
    "kwaliteitsprofiel": profiel,
    "lesbezoek": lesbezoek,
    "inspectiebezoek": inspectie,
    "verbeterbord": bord,
    "scholen": scholen,
    "kwaliteitsrapportage": rapport,
}


def together(map_: Path) -> Path:
    """Zet de cellen die de hulpmiddelen openen onder elkaar."""
    boeken = [
        json.loads((WORTEL / f"book/instrumenten/{naam}.ipynb").read_text("utf-8"))
        for naam in SAMEN
    ]
    cellen = [cel for boek in boeken for cel in boek["cells"] if cel["cell_type"] == "code"]
    samen = map_ / "lijn.ipynb"
    samen.write_text(json.dumps({**boeken[0], "cells": cellen}), "utf-8")
    return samen


def only(pagina: Page, naam: str) -> None:
    """Laat van de hulpmiddelen er een zien, zoals in zijn eigen notebook."""
    schermen = pagina.locator(SCHERM)
    expect(schermen).to_have_count(len(SAMEN), timeout=KLAAR_MS)
    plek = list(SAMEN).index(naam)
    schermen.evaluate_all("(alle, dit) => alle.forEach((e, n) => { e.hidden = n !== dit; })", plek)
    SAMEN[naam].wait_until_ready(pagina)


def play(pagina: Page, map_: Path) -> None:
    """Loop ze langs met het toetsenbord, tot en met een bestand."""
    only(pagina, "verbeterplan")
    plan.fill_in(pagina)
    step(pagina, "7. Meenemen")
    boek = load_workbook(save(pagina, "Actielijst voor Excel", map_))
    assert boek.worksheets[0].cell(2, 1).value == plan.ACTIVITEIT
    only(pagina, "kwaliteitskalender")
    kalender.make_year(pagina)
    assert Calendar.from_ical(save(pagina, "Agenda (.ics)", map_).read_bytes()).walk("VEVENT")
    only(pagina, "kwaliteitsprofiel")
    profiel.begin(pagina)
    profiel.take_turn(pagina, "kwaliteitsmedewerker", 2, 1)
    assert profiel.sign(pagina, map_).read_bytes()
    only(pagina, "lesbezoek")
    ronde = lesbezoek.set_up(pagina, map_)
    lesbezoek.visits_as(pagina, "A", {"L1": "Duidelijk", "L2": "Was er niet"})
    lesbezoek.bring_together(pagina, [lesbezoek.from_colleague(ronde, map_)], 5)
    only(pagina, "inspectiebezoek")
    inspectie.plan_back(pagina)
    inspectie.tell(pagina)
    inspectie.take_notes(pagina)
    inspectie.day_after(pagina)
    inspectie.export(pagina, map_)
    only(pagina, "verbeterbord")
    bord.make_goal(pagina)
    bord.hold_session(pagina)
    bord.export(pagina, map_)
    only(pagina, "scholen")
    alle = bestanden()
    scholen.pick_files(pagina, {naam: alle[naam] for naam in sorted(alle) if "risico" in naam})
    scholen.look(pagina, "Risicoscan", "Verzonnen school C")
    assert "Verzonnen school D" in scholen.take_along(pagina, map_)
    only(pagina, "kwaliteitsrapportage")
    rapport.make_page(pagina)
    rapport.page_is_there(pagina)
    rapport.board_reads_it(pagina, map_)


def test_voila_plays_them_all(chromium: Browser, tmp_path: Path) -> None:
    with (
        server(tmp_path, "voila", str(together(tmp_path))) as adres,
        page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd),
    ):
        pagina.goto(adres)
        only(pagina, "risicoscan")
        scan.alone(pagina)
        scan.points(pagina)
        play(pagina, tmp_path)
        assert vreemd == []


def test_jupyterlab_plays_them_all(chromium: Browser, tmp_path: Path) -> None:
    notebook = together(tmp_path)
    with (
        jupyterlab_server(tmp_path, notebook) as adres,
        page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd),
    ):
        run_notebook(pagina, adres, notebook.stem)
        play(pagina, tmp_path)
        assert vreemd == []
