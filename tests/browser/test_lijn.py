"""De hele lijn in één adem: computer, gesloten tabblad, bestand, telefoon, en terug met bewijs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page
from scenario_lijn import (
    ACTIVITEITEN,
    Telefoon,
    conversation,
    dossier_to_file,
    events,
    evidence,
    falling_figures,
    plan,
    scan_begins,
    scan_ends,
    start,
    year,
)


def test_from_falling_figures_to_evidence_at_midterm(
    adres: str, nieuwe_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    fouten: list[str] = []
    computer = nieuwe_context(accept_downloads=True)
    dossier = _on_the_computer(computer, adres, tmp_path, fouten)
    telefoon = nieuwe_context(390, 844, accept_downloads=True, has_touch=True, is_mobile=True)
    _on_the_phone(telefoon, adres, dossier, tmp_path, fouten)
    assert fouten == []
    for context in (computer, telefoon):
        assert context.wacht.vreemd == []  # type: ignore[attr-defined]


def _page(context: BrowserContext, fouten: list[str]) -> Page:
    pagina = context.new_page()
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    return pagina


def _on_the_computer(context: BrowserContext, adres: str, map_: Path, fouten: list[str]) -> Path:
    pagina = _page(context, fouten)
    start(pagina, adres, "urgentiemeter")
    falling_figures(pagina)
    start(pagina, adres, "risicoscan")
    scan_begins(pagina)
    pagina.wait_for_timeout(1200)
    pagina.close(run_before_unload=False)
    pagina = _page(context, fouten)
    start(pagina, adres, "risicoscan")
    scan_ends(pagina)
    start(pagina, adres, "verbeterplan")
    return dossier_to_file(pagina, map_)


def _on_the_phone(
    context: BrowserContext, adres: str, dossier: Path, map_: Path, fouten: list[str]
) -> None:
    duim = Telefoon(_page(context, fouten), adres)
    duim.start("verbeterplan")
    plan(duim, dossier)
    duim.start("kwaliteitskalender")
    eerst = year(duim, map_)
    duim.start("gespreksprompter")
    conversation(duim)
    duim.start("verbeterplan")
    evidence(duim)
    duim.start("kwaliteitskalender")
    duim.step("4. Kalender")
    duim.sees("Het plan is gewijzigd, en de kalender is mee")
    weg = eerst - events(duim, map_)
    assert {titel[:-11] for titel in weg} == {ACTIVITEITEN[4]}
