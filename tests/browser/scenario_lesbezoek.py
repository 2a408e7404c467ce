"""Wat mensen met het lesbezoek doen, voor elke plek waar het draait.

Het scenario begint als het hulpmiddel in beeld is: :func:`set_up` zet met het toetsenbord een ronde
op, :func:`visit` vult een bezoek in, :func:`bring_together` voegt het bestand van een bezoeker toe
en geeft vrij, en :func:`is_restored` kijkt na een gesloten tabblad.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from hulpmiddel import KLAAR_MS, press, save, step, tab_to, visible
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from lv_tools.basis.opslag.werkbestand import Leesfout, from_json
from lv_tools.basis.vorm import codec
from lv_tools.lesbezoek.bestand import visits_file
from lv_tools.lesbezoek.model.ronde import Ronde, new_view
from lv_tools.lesbezoek.teksten import instrument

INHOUD = instrument()
zeg = INHOUD.zeg
STAPPEN = [f"{nummer}. {stap.titel}" for nummer, stap in enumerate(INHOUD.stap, start=1)]
#: De eerste drie kijkpunten uit het eerste deel van de bank.
KIJKPUNTEN = [punt for punt in INHOUD.bank if punt.deel == INHOUD.deel[0].code][:3]


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(pagina.get_by_label(zeg("naam"))).to_be_editable(timeout=KLAAR_MS)


def set_up(pagina: Page, map_: Path) -> Path:
    """Zet met alleen het toetsenbord een ronde op, en geef het bestand voor bezoekers."""
    pagina.get_by_label(zeg("naam")).focus()
    pagina.keyboard.type("havo, november")
    for punt in KIJKPUNTEN:
        tab_to(pagina, f"{zeg('bank_kies')}: {punt.tekst}")
        pagina.keyboard.press("Enter")
        expect(pagina.get_by_text(zeg("bank_erbij", wat=punt.tekst))).to_be_visible()
    return save(pagina, zeg("doorgeven_knop"), map_)


def visit(pagina: Page, les: str, antwoord: str, *, toetsen: bool = False) -> None:
    """Vul een bezoek in, bij elk kijkpunt met hetzelfde antwoord."""
    scherm = pagina.locator(".lvs-scherm")
    nieuw = scherm.get_by_role("button", name=zeg("nieuw_bezoeker"))
    if toetsen:
        press(pagina, zeg("nieuw_bezoeker"))
    else:
        nieuw.click()
    kies = visible(pagina, zeg("les"))
    expect(kies).to_be_focused(timeout=KLAAR_MS)
    kies.select_option(les)
    for punt in KIJKPUNTEN:
        groep = scherm.get_by_role("radiogroup", name=punt.tekst).or_(
            scherm.get_by_role("group", name=punt.tekst)
        )
        groep.locator("visible=true").first.get_by_text(antwoord, exact=True).click()
    expect(pagina.get_by_text(zeg("alles"))).to_be_visible()
    scherm.get_by_role("button", name=zeg("klaar")).click()
    expect(nieuw).to_be_focused(timeout=KLAAR_MS)


def visits_as(pagina: Page, code: str, lessen: dict[str, str]) -> None:
    """Vul als bezoeker met deze code een paar lessen in."""
    step(pagina, STAPPEN[1])
    visible(pagina, zeg("bezoeker")).fill(code)
    for les, antwoord in lessen.items():
        visit(pagina, les, antwoord)


def from_colleague(ronde: Path, map_: Path) -> Path:
    """Geef het bestand van bezoeker B, die in drie lessen bij elk kijkpunt ‘Duidelijk’ koos."""
    bewaard = from_json(ronde.read_bytes(), "lesbezoek", 1)
    assert not isinstance(bewaard, Leesfout)
    zijn: Ronde = codec.read(Ronde, bewaard.staat["staat"])
    gegeven = {punt.id: len(INHOUD.schaal.opties) for punt in zijn.kijkpunten}
    blikken = tuple(
        replace(new_view(zijn, "bezoeker", date.today(), les), gegeven=gegeven)
        for les in ("L4", "L5", "L6")
    )
    bestand = map_ / "van-b.json"
    bestand.write_bytes(visits_file(replace(zijn, bezoeker="B", blikken=blikken)))
    return bestand


def bring_together(pagina: Page, bestanden: list[Path], lessen: int) -> None:
    """Voeg de bezoeken van een collega toe, twee keer, en geef de ronde vrij."""
    step(pagina, STAPPEN[2])
    kies = visible(pagina, zeg("upload"))
    kies.set_input_files(bestanden)
    expect(pagina.get_by_text("3 blikken erbij")).to_be_visible()
    kies.set_input_files(bestanden)
    expect(pagina.get_by_text("3 blikken waren er al")).to_be_visible()
    visible(pagina, zeg("docenten_kort")).fill(str(lessen))
    pagina.keyboard.press("Tab")
    pagina.get_by_role("button", name=zeg("vrij_knop", n=lessen)).click()
    expect(pagina.get_by_text(zeg("vrij_gedaan", wat="")[:12]).first).to_be_visible()


def read_outcome(pagina: Page, map_: Path) -> None:
    """Lees de uitkomst, maak een verbeterpunt, leg het klaar, en kijk in het bestand."""
    step(pagina, STAPPEN[3])
    expect(pagina.get_by_text("6 lessen bekeken door 2 bezoekers.").first).to_be_visible()
    step(pagina, STAPPEN[4])
    visible(pagina, zeg("punten_kies")).select_option(label=KIJKPUNTEN[0].tekst)
    pagina.get_by_role("button", name=zeg("punten_maak")).click()
    expect(visible(pagina, zeg("vp_wat"))).to_be_focused()
    pagina.get_by_role("button", name=zeg("klaarleggen")).click()
    expect(pagina.get_by_text("1 verbeterpunt")).to_be_visible()
    boek = load_workbook(io.BytesIO(save(pagina, "Tabellen als Excel", map_).read_bytes()))
    rij = [cel.value for cel in next(boek.worksheets[0].iter_rows(min_row=2, max_row=2))]
    assert rij[:7] == [KIJKPUNTEN[0].tekst, "OP3", "bezoekers", 3, 0, 3, 0]


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat alles er weer, op de plek waar de lezer was."""
    expect(visible(pagina, zeg("vp_wat"))).to_have_value(KIJKPUNTEN[0].tekst, timeout=KLAAR_MS)
    step(pagina, STAPPEN[0])
    expect(visible(pagina, zeg("naam"))).to_have_value("havo, november")
