"""Dezelfde pagina breed en smal, licht en donker: één keer openen, elke weergave nalopen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from axeloper import CONTRAST, REGELS, SCHERM, find_violations
from playwright.sync_api import Page
from wachten import wacht_tot

#: Zo lang wachten thema, figuren en tabbladen na een nieuwe breedte tot alles zijn plaats heeft.
SCHIKKEN_MS = 400
#: Is de pagina in de gevraagde kleur? Buiten het boek volgt zij alleen het apparaat.
GEKLEURD = """() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(
  () => klaar(['{kleur}', undefined, ''].includes(document.documentElement.dataset.theme)))))"""
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


class Weergave(NamedTuple):
    """Een breedte en een kleur, en de regels van axe die daar iets nieuws kunnen vinden."""

    breedte: int
    kleur: Literal["light", "dark"]
    regels: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.breedte} px, {self.kleur}"


#: In deze volgorde verandert de breedte één keer; daarna moet de pagina zich schikken.
WEERGAVEN = (
    Weergave(1280, "light", REGELS),
    Weergave(1280, "dark", CONTRAST),
    Weergave(320, "dark", CONTRAST),
    Weergave(320, "light", REGELS),
)


def each_look(pagina: Page, weergaven: Sequence[Weergave] = WEERGAVEN) -> Iterator[Weergave]:
    """Zet de pagina in elke weergave, en begin met de breedte die zij al heeft."""
    nu = pagina.viewport_size
    if nu and nu["width"] == weergaven[-1].breedte:
        weergaven = weergaven[::-1]
    for weergave in weergaven:
        if nu is None or nu["width"] != weergave.breedte:
            pagina.set_viewport_size({"width": weergave.breedte, "height": 900})
            pagina.wait_for_timeout(SCHIKKEN_MS)
            nu = pagina.viewport_size
        pagina.emulate_media(color_scheme=weergave.kleur)
        wacht_tot(pagina, GEKLEURD.replace("{kleur}", weergave.kleur))
        yield weergave


def find_faults(
    pagina: Page,
    axe: str,
    binnen: str | None = SCHERM,
    weergaven: Sequence[Weergave] = WEERGAVEN,
) -> list[str]:
    """Loop elke weergave na met axe, en kijk of de pagina niet opzij schuift."""
    fouten = []
    for weergave in each_look(pagina, weergaven):
        gevonden = find_violations(pagina, axe, weergave.regels, binnen)
        if (te_breed := pagina.evaluate(TE_BREED)) is not None:
            gevonden.append(f"schuift opzij: {te_breed}")
        fouten += [f"{weergave}: {fout}" for fout in gevonden]
    return fouten
