"""Risicoscan, plan, kalender en kwaliteitsprofiel in Voilà en in JupyterLab.

De vier staan hier onder elkaar in één notebook, met de cellen van hun eigen notebooks: zo is er per
host één server en één kernel nodig.
"""

from __future__ import annotations

import json
from pathlib import Path

import scenario_kwaliteitskalender as kalender
import scenario_kwaliteitsprofiel as profiel
import scenario_risicoscan as scan
import scenario_verbeterplan as plan
from gastheren import WORTEL, jupyterlab_server, page_in, run_notebook, server
from hulpmiddel import save, step
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page

NAMEN = ("risicoscan", "verbeterplan", "kwaliteitskalender", "kwaliteitsprofiel")


def together(map_: Path) -> Path:
    """Zet de cellen die de vier hulpmiddelen openen onder elkaar."""
    boeken = [
        json.loads((WORTEL / f"book/instrumenten/{naam}.ipynb").read_text("utf-8"))
        for naam in NAMEN
    ]
    cellen = [cel for boek in boeken for cel in boek["cells"] if cel["cell_type"] == "code"]
    samen = map_ / "lijn.ipynb"
    samen.write_text(json.dumps({**boeken[0], "cells": cellen}), "utf-8")
    return samen


def play(pagina: Page, map_: Path) -> None:
    """Loop de vier langs met het toetsenbord, tot en met een bestand."""
    for hulpmiddel in (scan, plan, kalender, profiel):
        hulpmiddel.wait_until_ready(pagina)
    plan.fill_in(pagina)
    step(pagina, "7. Meenemen")
    boek = load_workbook(save(pagina, "Actielijst voor Excel", map_))
    assert boek.worksheets[0].cell(2, 1).value == plan.ACTIVITEIT
    kalender.make_year(pagina)
    assert Calendar.from_ical(save(pagina, "Agenda (.ics)", map_).read_bytes()).walk("VEVENT")
    profiel.begin(pagina)
    profiel.three_people(pagina)
    assert profiel.sign(pagina, map_).read_bytes()


def test_voila_plays_all_four(chromium: Browser, tmp_path: Path) -> None:
    with (
        server(tmp_path, "voila", str(together(tmp_path))) as adres,
        page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd),
    ):
        pagina.goto(adres)
        scan.wait_until_ready(pagina)
        scan.alone(pagina)
        scan.points(pagina)
        play(pagina, tmp_path)
        assert vreemd == []


def test_jupyterlab_plays_all_four(chromium: Browser, tmp_path: Path) -> None:
    notebook = together(tmp_path)
    with (
        jupyterlab_server(tmp_path, notebook) as adres,
        page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd),
    ):
        run_notebook(pagina, adres, notebook.stem)
        play(pagina, tmp_path)
        assert vreemd == []
