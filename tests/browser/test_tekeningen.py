"""In een echte browser: geen letter te klein, geen label buiten zijn vak of over een ander.

Eén bladzijde met alle tekeningen, op elke breedte waarop een indeling begint of eindigt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import tekeningen
from huisstijl import opmaak
from playwright.sync_api import BrowserContext
from tekeningen.figuur import make_figure
from tekeningen.gegevens import names, read_drawing

#: Plaats voor een tekening: op 320 px, net voor de overgang, op de overgang, en breed.
BREEDTES = {288: "tk-smal", 559: "tk-smal", 560: "tk-breed", 650: "tk-breed"}
KLEINSTE_LETTER = 12

MEET = """() => [...document.querySelectorAll('svg')]
  .filter((svg) => svg.getBoundingClientRect().width)
  .map((svg) => {
    const breedte = svg.getBoundingClientRect().width;
    const schaal = breedte / svg.viewBox.baseVal.width;
    const vak = (el) => {
      const { left, top, right, bottom } = el.getBoundingClientRect();
      return [left, top, right, bottom];
    };
    const teksten = [...svg.querySelectorAll('text')];
    // Een regel is een tspan, of de hele tekst. De hoogte is die van de hoofdletters.
    const regels = [...svg.querySelectorAll('tspan, text:not(:has(tspan))')].map((el) => {
      const [links, boven, rechts, onder] = vak(el);
      const letter = parseFloat(getComputedStyle(el).fontSize) * schaal;
      const speling = (onder - boven - letter * 0.73) / 2;
      const tekst = el.closest('text');
      return { tekst: tekst.textContent, letter, hoort: teksten.indexOf(tekst),
               vak: [links, boven + speling, rechts, onder - speling] };
    });
    // Een vak is wat gevuld is; een open cirkel is een lijn.
    const vlakken = [...svg.querySelectorAll('rect[class^="f"], circle[class^="f"]')].map(vak);
    return { naam: svg.closest('[data-naam]').dataset.naam, breedte,
             klasse: svg.getAttribute('class'), vel: vak(svg), regels, vlakken };
  })"""


def inside(binnen: list[float], buiten: list[float], speling: float) -> bool:
    return (
        binnen[0] >= buiten[0] - speling
        and binnen[1] >= buiten[1] - speling
        and binnen[2] <= buiten[2] + speling
        and binnen[3] <= buiten[3] + speling
    )


def holds(vlak: list[float], punt: tuple[float, float]) -> bool:
    return vlak[0] < punt[0] < vlak[2] and vlak[1] < punt[1] < vlak[3]


def overlap(een: list[float], ander: list[float]) -> bool:
    return (
        min(een[2], ander[2]) - max(een[0], ander[0]) > 1
        and min(een[3], ander[3]) - max(een[1], ander[1]) > 1
    )


def faults(vel: dict[str, Any]) -> list[str]:
    """Noem wat er op een vel te klein is, buiten zijn vak valt of over iets anders staat."""
    waar = f"{vel['naam']}, {vel['breedte']:.0f} px"
    fout = []
    for nr, regel in enumerate(vel["regels"]):
        links, boven, rechts, onder = regel["vak"]
        if regel["letter"] < KLEINSTE_LETTER:
            fout.append(f"{waar}: letter {regel['letter']:.1f} in {regel['tekst']!r}")
        if not inside(regel["vak"], vel["vel"], 2):
            fout.append(f"{waar}: buiten het vel: {regel['tekst']!r}")
        midden = ((links + rechts) / 2, (boven + onder) / 2)
        vlakken = [vlak for vlak in vel["vlakken"] if holds(vlak, midden)]
        if vlakken:
            kleinste = min(vlakken, key=lambda v: (v[2] - v[0]) * (v[3] - v[1]))
            if not inside(regel["vak"], kleinste, 0):
                fout.append(f"{waar}: buiten zijn vak: {regel['tekst']!r}")
        for ander in vel["regels"][nr + 1 :]:
            if regel["hoort"] != ander["hoort"] and overlap(regel["vak"], ander["vak"]):
                fout.append(f"{waar}: {regel['tekst']!r} over {ander['tekst']!r}")
    return fout


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        ({"vak": [0, 0, 50, 10], "letter": 9}, "letter 9.0"),
        ({"vak": [80, 0, 130, 10], "letter": 13}, "buiten het vel"),
        ({"vak": [10, 40, 60, 50], "letter": 13}, "buiten zijn vak"),
    ],
)
def test_fault_is_seen(regel: dict[str, Any], reden: str) -> None:
    vel = {
        "naam": "proef", "breedte": 100, "vel": [0, 0, 100, 100], "vlakken": [[20, 35, 55, 60]],
        "regels": [{"tekst": "x", "hoort": 0} | regel],
    }  # fmt: skip
    assert [reden in fout for fout in faults(vel)] == [True]


@pytest.mark.parametrize("letter", ["", "Liberation Sans"], ids=["eigen letter", "smallere letter"])
def test_labels_fit_at_every_width(
    letter: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    kleuren = (opmaak.STIJLMAP / "kleuren.css").read_text("utf-8")
    familie = f"'{letter}'" if letter else "var(--hs-letter)"
    stijl = f"{kleuren}{tekeningen.stylesheet()}body {{ font-family: {familie} }}"
    if letter:
        stijl += f":root {{ --hs-letter: {familie} }}"
    figuren = "".join(
        f'<figure class="tk" data-naam="{naam}" style="width: {breedte}px">'
        + make_figure(read_drawing(naam), "")
        + "</figure>"
        for breedte in BREEDTES
        for naam in names()
    )
    page = nieuwe_context().new_page()
    page.set_content(f'<!doctype html><html lang="nl"><style>{stijl}</style>{figuren}')
    gemeten = page.evaluate(MEET)
    assert len(gemeten) == len(BREEDTES) * len(names())
    for vel, klasse in zip(gemeten, (k for k in BREEDTES.values() for _ in names()), strict=True):
        assert vel["klasse"] == klasse, f"{vel['naam']}: verkeerde indeling"
    fout = [regel for vel in gemeten for regel in faults(vel)]
    assert not fout, "\n".join(fout)
