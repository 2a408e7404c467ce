"""De hand die een hulpmiddel bedient: starten, naar een stap gaan, opslaan, weggaan en terugkomen.

Alles wat een toets van een hulpmiddel weet zonder te weten welk het is, staat hier. Hoe
het in de pagina begint, staat in ``starten``.
"""

from __future__ import annotations

from pathlib import Path

from axeloper import SCHERM
from playwright.sync_api import Download, Locator, Page, expect
from starten import start
from weergaven import find_faults

__all__ = ["SCHERM", "start"]

WORTEL = Path(__file__).resolve().parents[2]
#: De bladzijde van elk hulpmiddel, vanaf de wortel van de site.
BLADZIJDEN = {
    pad.stem: f"instrumenten/{pad.stem}.html"
    for pad in sorted((WORTEL / "book" / "instrumenten").glob("*.ipynb"))
}
#: Zo lang mag een start duren op een drukke computer.
KLAAR_MS = 90_000
#: Wat iemand typt of kiest, is binnen een seconde bewaard; iets ruimer voor de weg naar de schijf.
BEWAARD_MS = 1_200
#: Waarmee de knop naar de volgende stap begint.
VERDER = "Verder naar "
#: Wat de focus kan hebben.
BEDIENBAAR = "a, button, input, select, textarea, summary, [role=tab], [role=radio]"
#: De naam waaraan iemand een veld of knop herkent.
NAAM_VAN = """e => [e?.labels?.[0]?.textContent, e?.textContent, e?.getAttribute?.("aria-label")]
  .filter(Boolean).join(" ").slice(0, 200)"""


def leave(pagina: Page) -> None:
    """Sluit het tabblad zonder afscheid, zodra bewaard is wat bewaard hoort te zijn."""
    pagina.wait_for_timeout(BEWAARD_MS)
    pagina.close(run_before_unload=False)


def come_back(pagina: Page, adres: str) -> Page:
    """Verlaat het tabblad en open in een nieuw tabblad dezelfde bladzijde, met het hulpmiddel."""
    leave(pagina)
    opnieuw = pagina.context.new_page()
    opnieuw.goto(adres)
    start(opnieuw)
    return opnieuw


def steps_are_accessible(pagina: Page, axe: str, stappen: tuple[str, ...] | list[str]) -> None:
    """Loop elke stap na: axe vindt niets en niets schuift opzij, hoe men ook kijkt."""
    for stap in stappen:
        step(pagina, stap)
        assert find_faults(pagina, axe) == [], stap


def tab_to(pagina: Page, opschrift: str, hoogstens: int = 160, soort: str = BEDIENBAAR) -> None:
    """Ga met de tabtoets naar het veld of de knop met dit opschrift, zodra dat er staat.

    Wat de focus kan hebben en alleen maar om iets heen staat, zoals een cel van een notebook, heet
    naar alles wat erin staat; ``soort`` zegt wat het wel moet zijn.
    """
    past = f"(e, opschrift, soort) => e.matches(soort) && ({NAAM_VAN})(e).includes(opschrift)"
    pagina.wait_for_function(
        f"""([opschrift, soort]) => [...document.querySelectorAll(soort)]
        .some(e => ({past})(e, opschrift, soort) && e.checkVisibility())""",
        arg=[opschrift, soort],
        timeout=KLAAR_MS,
    )
    er_is = f"([opschrift, soort]) => ({past})(document.activeElement, opschrift, soort)"
    for _stap in range(hoogstens):
        pagina.keyboard.press("Tab")
        if pagina.evaluate(er_is, [opschrift, soort]):
            return
    raise AssertionError(f"met Tab kom je niet bij {opschrift!r}")


def press(pagina: Page, opschrift: str, hoogstens: int = 220) -> None:
    """Ga met de tabtoets naar een knop, en druk erop; wie verdergaat, wacht op de volgende stap."""
    tab_to(pagina, opschrift, hoogstens, soort="button, summary")
    pagina.keyboard.press("Enter")
    if opschrift.startswith(VERDER):
        # In een notebook staan hulpmiddelen onder elkaar, met stappen die hetzelfde heten.
        stap = pagina.locator("[role=tab]:focus")
        expect(stap).to_have_text(opschrift.removeprefix(VERDER), timeout=KLAAR_MS)
        # Wie verdergaat, begint bovenaan de stap, hoe lang de vorige ook was.
        expect(stap).to_be_in_viewport()


def choose(pagina: Page, tekst: str) -> None:
    """Kies met letters in de keuzelijst die de focus heeft, zoals men dat met een toetsenbord doet.

    Een browser begint het zoeken opnieuw als er te veel tijd tussen twee letters zit; wie ziet dat
    er iets anders staat, wacht even en typt nog eens.
    """
    for _poging in range(4):
        pagina.keyboard.type(tekst)
        gekozen = pagina.evaluate("document.activeElement.selectedOptions[0].label")
        if gekozen.lower().startswith(tekst.lower()):
            return
        pagina.wait_for_timeout(1_200)
    raise AssertionError(f"met letters kom je niet bij {tekst!r}, wel bij {gekozen!r}")


def next_radio_group(pagina: Page) -> None:
    """Ga met de tabtoets naar de volgende groep rondjes."""
    for _stap in range(10):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement?.type === 'radio'"):
            return
    raise AssertionError("met Tab kom je niet bij de volgende stelling")


def active_name(pagina: Page) -> str:
    """Geef het opschrift van wat de focus heeft."""
    naam: str = pagina.evaluate(f"({NAAM_VAN})(document.activeElement)")
    return naam


def step(pagina: Page, opschrift: str) -> None:
    """Open een stap."""
    tab = pagina.get_by_role("tab", name=opschrift)
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")


def visible(pagina: Page, label: str) -> Locator:
    """Geef het veld met dit opschrift dat in beeld is; verborgen panelen hebben er ook een."""
    return pagina.locator(SCHERM).get_by_label(label).locator("visible=true").first


def save(pagina: Page, knop: str, map_: Path) -> Path:
    """Klik op een knop om op te slaan en geef het bestand."""
    knoppen = pagina.locator(SCHERM).get_by_role("button", name=knop)
    with pagina.expect_download() as wacht:
        knoppen.locator("visible=true").click()
    bestand: Download = wacht.value
    doel = map_ / bestand.suggested_filename
    bestand.save_as(doel)
    return doel
