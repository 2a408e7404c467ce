"""Elke pagina is te gebruiken door iedereen: axe-core, smal scherm, sterk vergroot."""

from __future__ import annotations

import json
from typing import Any, Literal

from playwright.sync_api import Page
from wachten import wacht_tot

#: Zo lang wacht het thema na een nieuwe breedte met tabstops voor wat dan schuift.
TABSTOPS_MS = 350
#: WCAG 2.2 A en AA, met de goede gewoonten van axe (gebieden, volgorde van koppen) erbij.
AXE_OPTIES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {
        "target-size": {"enabled": True},
        "label-content-name-mismatch": {"enabled": True},
        "css-orientation-lock": {"enabled": True},
    },
    "resultTypes": ["violations"],
}
#: Van deze opties alleen het contrast.
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
WEERGAVEN: tuple[tuple[int, Literal["light", "dark"], dict[str, Any]], ...] = (
    (1280, "light", AXE_OPTIES),
    (1280, "dark", CONTRAST),
    (320, "light", AXE_OPTIES),
)
#: `null`, of de eerste elementen die de pagina te breed maken.
TE_BREED = """() => {
  const breedte = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= breedte) return null;
  // Een vak houdt binnen wat erin schuift; `absolute` alleen als het een plaats heeft.
  const schuiftZelf = (el) => {
    let los = false;
    for (let e = el; e; e = e.parentElement) {
      const stijl = getComputedStyle(e);
      const houdt = stijl.overflowX !== 'visible' && (!los || stijl.position !== 'static');
      if (e !== el && houdt) return true;
      los = stijl.position === 'absolute' || (los && stijl.position === 'static');
    }
    return false;
  };
  return [...document.body.querySelectorAll('*')]
    .filter((el) => el.getBoundingClientRect().right > breedte + 1 && !schuiftZelf(el))
    .slice(0, 5).map((el) => el.outerHTML.slice(0, 160));
}"""
#: Elementen die tekst afkappen, buiten wat met opzet alleen voor een schermlezer is.
AFGEKAPT = """() => [...document.querySelectorAll('main *, nav *, header *, footer *')]
  .filter((el) => {
    const stijl = getComputedStyle(el);
    if (!el.checkVisibility() || stijl.clipPath !== 'none') return false;
    if (stijl.position === 'absolute') return false;
    return ['hidden', 'clip'].includes(stijl.overflowY)
      && el.scrollHeight > el.clientHeight + 2 && el.textContent.trim();
  }).map((el) => el.outerHTML.slice(0, 120))"""
#: De naam van elk zichtbaar navigatiegebied.
NAVIGATIES = """() => [...document.querySelectorAll('nav')]
  .filter((el) => el.checkVisibility())
  .map((el) => el.ariaLabel
    || document.getElementById(el.getAttribute('aria-labelledby'))?.textContent.trim())"""


def find_violations(page: Page, axe: str, opties: dict[str, Any] = AXE_OPTIES) -> list[str]:
    """Laat axe de pagina nalopen; geef per fout de regel, het element en wat eraan scheelt."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(axe)
    uitslag: list[dict[str, Any]] = page.evaluate(
        f"async () => (await axe.run(document, {json.dumps(opties)})).violations"
    )
    return [
        f"{fout['id']}: {knoop['target']} {knoop['html'][:120]} {knoop['failureSummary'][:200]}"
        for fout in uitslag
        for knoop in fout["nodes"]
    ]


def test_page_works_for_everyone(blad: Page, axe: str) -> None:
    """Alles wat aan een open pagina te zien is, in één keer openen: gebieden, vorm en axe."""
    has_named_areas(blad)
    text_reflows(blad)
    text_survives_wider_spacing(blad)
    axe_finds_nothing(blad, axe)


def axe_finds_nothing(blad: Page, axe: str) -> None:
    """Alle regels breed en smal; in het donker verandert alleen de kleur: alleen het contrast."""
    fouten = []
    for breedte, thema, regels in WEERGAVEN:
        blad.set_viewport_size({"width": breedte, "height": 900})
        blad.emulate_media(color_scheme=thema)
        blad.wait_for_timeout(TABSTOPS_MS)
        wacht_tot(blad, f"document.documentElement.dataset.theme === '{thema}'")
        gevonden = find_violations(blad, axe, regels)
        fouten += [f"{thema}, {breedte} px: {fout}" for fout in gevonden]
    assert not fouten, "\n".join(fouten)


def text_reflows(blad: Page) -> None:
    """Bij 320 px, en bij 200% op een scherm van 1280 px, schuift een pagina niet opzij."""
    for breedte in (640, 320):
        blad.set_viewport_size({"width": breedte, "height": 512})
        te_breed = blad.evaluate(TE_BREED)
        assert te_breed is None, f"schuift opzij bij {breedte} px: {te_breed}"


def text_survives_wider_spacing(blad: Page) -> None:
    """WCAG 1.4.12: met ruimere regels, letters en woorden verdwijnt er geen tekst."""
    blad.set_viewport_size({"width": 1280, "height": 800})
    ruimer = blad.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
    )
    afgekapt = blad.evaluate(AFGEKAPT)
    ruimer.evaluate("(stijl) => stijl.remove()")
    assert not afgekapt


def has_named_areas(blad: Page) -> None:
    """Een schermlezer vindt kop, inhoud en voet, en elke navigatie heeft een eigen naam."""
    assert blad.locator("main:visible").count() == 1
    assert blad.locator("body > header:visible").count() == 1
    assert blad.locator("body > footer:visible").count() == 1
    namen = blad.evaluate(NAVIGATIES)
    assert all(namen), namen
    assert len(set(namen)) == len(namen), namen
    assert blad.get_attribute("html", "lang") == "nl"
