"""Typ tien tekens per seconde door alles heen, en tel wat er zoekraakt.

Gebruik: ``python meting.py --verlies 100``. Elke keer typt een lezer vanaf het eerste beeld, valt
het tabblad weg op een moment dat telkens anders is (ook voordat Python er is, en terwijl zij
overneemt), komt hij terug, en typt hij weer door tot Python heeft overgenomen.
"""

from __future__ import annotations

import sys
import time
from itertools import cycle
from pathlib import Path
from typing import Any

from levend.meting_meteen import GEDULD_MS, Meetbrowser, nog_eens
from levend.serveer import Lijn, serveer

#: Elk hulpmiddel waarvan het eerste scherm een tekstveld heeft, om en om.
PAGINAS = tuple(
    f"instrumenten/{naam}.html"
    for naam in (
        *("zelfevaluatie", "urgentiemeter", "verbeterplan", "risicoscan", "lesbezoek"),
        *("verbeterbord", "inspectiebezoek", "kwaliteitskalender", "kwaliteitsprofiel"),
        *("gespreksprompter", "kwaliteitsrapportage"),
    )
)
#: Wat een keer ongeveer duurt, op een rustige computer.
SECONDEN = 11
TUSSEN = 0.1
#: Wat 300 milliseconden geleden getypt is, staat op het apparaat: dat belooft het scherm.
BELOFTE_MS = 300
LANGST_MS = 6_000
TEKENS = "abcdefghijklmnopqrstuvwxyz0123456789"
VELD = ".lv-levend input[type=text]:visible"
KLAAR = "[data-lv-toestand=klaar] .lvs-scherm:not([inert])"


def tel_verlies(browser: Meetbrowser, wortels: dict[str, Path], keren: int) -> int:
    """Geef hoeveel tekens er bij al die keren samen ontbreken, of verkeerd staan."""
    kwijt = 0
    with serveer(wortels, Lijn()) as basis:
        for keer in range(keren):
            duur = 300 + (keer * 733) % LANGST_MS
            blad = PAGINAS[keer % len(PAGINAS)]

            def een_keer(duur: int = duur, blad: str = blad) -> list[tuple[str, str]]:
                with browser.tabblad() as pagina:
                    return typ_en_breek_af(pagina, f"{basis}/boek/{blad}", duur)

            mis = nog_eens(een_keer, f"typen in {blad}, keer {keer + 1}")
            kwijt += sum(missend(verwacht, staat) for verwacht, staat in mis)
            zin = "".join(f"\n{blad}, keer {keer + 1}: {v!r} werd {s!r}" for v, s in mis)
            print(zin or ".", end="", file=sys.stderr, flush=True)
    if keren:
        print(file=sys.stderr)
    return kwijt


def missend(verwacht: str, staat: str) -> int:
    """Tel de tekens die ontbreken of op een andere plek staan; een teken te veel telt ook."""
    over = iter(staat)
    gevonden = sum(teken in over for teken in verwacht)  # in volgorde
    return max(len(verwacht) - gevonden, 0) + max(len(staat) - len(verwacht), 0)


def typ_en_breek_af(pagina: Any, adres: str, duur: int) -> list[tuple[str, str]]:
    """Typ een tijd (in milliseconden), sluit zonder afscheid, kom terug en typ door.

    Returns
    -------
    list of tuple of str
        Wat er had moeten staan en wat er stond, waar dat niet gelijk was.
    """
    pagina.goto(adres, wait_until="commit")
    tekens = cycle(TEKENS)
    eerst = begin(pagina) + typ(pagina, tekens, lambda: False, duur)
    pagina.wait_for_timeout(BELOFTE_MS)
    pagina.close(run_before_unload=False)

    terug = pagina.context.new_page()
    terug.goto(adres, wait_until="commit")
    knop = terug.locator(".lv-start:not([hidden]) .lv-knop")
    veld = terug.locator(VELD).first
    knop.or_(veld).first.wait_for()
    if knop.count():  # wat er stond, kan alleen Python laten zien
        knop.click()
        terug.wait_for_selector(KLAAR)
    staat = begin(terug)
    tweede = typ(terug, tekens, lambda: bool(terug.query_selector(KLAAR)), GEDULD_MS)
    tweede += typ(terug, tekens, lambda: False, 500)  # nog even na het overnemen
    terug.wait_for_timeout(700)
    uit = [(eerst, staat), (staat + tweede, veld.input_value())]
    return [(verwacht, gevonden) for verwacht, gevonden in uit if verwacht != gevonden]


def begin(pagina: Any) -> str:
    """Ga aan het eind van het eerste veld staan; geef wat er al staat."""
    veld = pagina.locator(VELD).first
    veld.wait_for()
    veld.focus()
    pagina.keyboard.press("End")
    staat: str = veld.input_value()
    return staat


def typ(pagina: Any, tekens: Any, klaar: Any, hoogstens: int) -> str:
    """Druk elke tiende seconde een toets in, wat de pagina ook doet; geef wat getypt is."""
    getypt = ""
    start = time.monotonic()
    while time.monotonic() - start < hoogstens / 1000 and not klaar():
        teken = next(tekens)
        pagina.keyboard.press(teken)
        getypt += teken
        time.sleep(max(0, start + len(getypt) * TUSSEN - time.monotonic()))
    return getypt
