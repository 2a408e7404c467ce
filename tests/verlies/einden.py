"""Abrupte einden: een eigen Chromium die midden in het typen wordt afgebroken, en wat er dan is.

Getypt wordt met een tijd bij elke toets. Wat bij het einde ouder was dan een seconde, hoort er na
opnieuw openen nog te staan.
"""

from __future__ import annotations

import contextlib
import importlib.util
import itertools
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, BrowserType, Dialog, Page
from playwright.sync_api import Error as PlaywrightFout

#: Zo oud moet een teken zijn om bewaard te moeten zijn, in seconden.
GRENS_S = 1.0
START_S = 60
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Getypt:
    """Wat er getypt is, met per teken het moment waarop het in het veld stond."""

    tekst: str = ""
    tijden: list[float] = field(default_factory=list)

    def older_than(self, einde: float, grens: float = GRENS_S) -> str:
        """Geef het begin van de tekst dat bij het einde ouder was dan de grens."""
        return self.tekst[: sum(einde - tijd > grens for tijd in self.tijden)]


def type_evenly(page: Page, seconden: float, toeval: random.Random, per_s: float = 10) -> Getypt:
    """Typ een vast aantal tekens per seconde, zonder een pauze."""
    getypt = Getypt()
    begin = time.monotonic()
    while (verstreken := time.monotonic() - begin) < seconden:
        _press(page, getypt, toeval)
        vol = len(getypt.tekst) / per_s - verstreken
        if vol > 0:
            page.wait_for_timeout(vol * 1000)
    return getypt


def type_humanly(page: Page, seconden: float, toeval: random.Random) -> Getypt:
    """Typ zoals een mens: een woord of wat achter elkaar, en dan even niets.

    Het einde valt midden in het typen: na een stilte is het gemakkelijk om alles bewaard te hebben.
    """
    getypt = Getypt()
    begin = time.monotonic()
    while True:
        for _ in range(toeval.randint(6, 16)):
            _press(page, getypt, toeval)
            if time.monotonic() - begin > seconden:
                return getypt
            page.wait_for_timeout(toeval.uniform(80, 220))
        page.wait_for_timeout(toeval.uniform(400, 1000))


RITMES: dict[str, Callable[[Page, float, random.Random], Getypt]] = {
    "door": type_evenly,
    "mens": type_humanly,
}


def _press(page: Page, getypt: Getypt, toeval: random.Random) -> None:
    # Spaties tellen niet mee: aan het eind van een tekst betekenen ze niets.
    teken = toeval.choice(LETTERS)
    page.keyboard.type(teken)
    getypt.tekst += teken
    getypt.tijden.append(time.monotonic())


def lost(oud: str, gelezen: str) -> int:
    """Tel de tekens die er niet meer staan, vanaf het eerste dat ontbreekt."""
    gelijk = itertools.takewhile(lambda paar: paar[0] == paar[1], zip(oud, gelezen, strict=False))
    return len(oud) - sum(1 for _ in gelijk)


class EigenChromium:
    """Chromium als eigen proces met een eigen profielmap."""

    def __init__(self, soort: BrowserType, pad: str, profiel: Path, vlaggen: tuple[str, ...]):
        self.soort, self.pad, self.profiel, self.vlaggen = soort, pad, profiel, vlaggen
        self.proces: subprocess.Popen[bytes] | None = None
        self.browser: Browser | None = None

    def start(self) -> BrowserContext:
        """Start de browser op het profiel en geef de context ervan."""
        poortbestand = self.profiel / "DevToolsActivePort"
        self.profiel.mkdir(parents=True, exist_ok=True)
        poortbestand.unlink(missing_ok=True)
        self.proces = subprocess.Popen(
            [
                self.pad,
                "--headless=new",
                "--remote-debugging-port=0",
                f"--user-data-dir={self.profiel}",
                "--window-size=1280,900",
                "--lang=nl-NL",
                "--no-default-browser-check",
                "--password-store=basic",
                *self.vlaggen,
                "about:blank",
            ],
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        einde = time.monotonic() + START_S
        while not (poortbestand.exists() and poortbestand.read_text().count("\n")):
            if self.proces.poll() is not None or time.monotonic() > einde:
                raise RuntimeError("Chromium startte niet")
            time.sleep(0.05)
        poort = poortbestand.read_text().split()[0]
        self.browser = self.soort.connect_over_cdp(f"http://127.0.0.1:{poort}")
        context = self.browser.contexts[0]
        context.set_default_timeout(START_S * 1000)
        return context

    def kill(self) -> None:
        """Beëindig de browser met al zijn processen, zonder waarschuwing."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """Sluit de browser netjes, als hij nog draait."""
        self._signal(signal.SIGTERM)

    def _signal(self, soort: signal.Signals) -> None:
        if self.proces is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.proces.pid, soort)
        try:
            self.proces.wait(15)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.proces.pid, signal.SIGKILL)
            self.proces.wait(15)
        self.proces = None
        with contextlib.suppress(PlaywrightFout):
            if self.browser is not None:
                self.browser.close()
        self.browser = None


@dataclass
class Zitting:
    """Iemand die in een eigen browser aan een hulpmiddel werkt.

    Parameters
    ----------
    browser
        De browser waarin dat gebeurt.
    adres, elders
        Adres van het hulpmiddel, en van een andere bladzijde van dezelfde site.
    verbind
        Wat er met een nieuw gestart profiel moet gebeuren voordat er een pagina opengaat.
    open
        Start het hulpmiddel op een geladen pagina en geeft het veld de focus.
    lees
        Start het hulpmiddel op een geladen pagina en geeft wat er in het veld staat.
    """

    browser: EigenChromium
    adres: str
    elders: str
    open: Callable[[Page], None]
    lees: Callable[[Page], str]
    verbind: Callable[[BrowserContext], None] = lambda _context: None
    context: BrowserContext | None = None

    def begin(self) -> Page:
        """Start zo nodig de browser, en ga via een andere bladzijde naar het hulpmiddel."""
        page = self.new_page()
        page.goto(self.elders)
        page.goto(self.adres)
        self.open(page)
        return page

    def new_page(self) -> Page:
        """Open een leeg tabblad, in een nieuwe browser als de vorige weg is."""
        if self.context is None:
            self.context = self.browser.start()
            self.verbind(self.context)
        page = self.context.new_page()
        page.on("dialog", _agree)  # wie weg wil, gaat weg
        return page

    def play(self, ritme: str, einde: str, zaad: int, seconden: float = 3.2) -> tuple[int, int]:
        """Typ, eindig abrupt, open opnieuw; tel wat oud genoeg was en wat daarvan weg is."""
        toeval = random.Random(zaad)
        page = self.begin()
        getypt = RITMES[ritme](page, seconden + toeval.uniform(0, 0.6), toeval)
        oud = getypt.older_than(time.monotonic())
        opnieuw = EINDEN[einde](self, page)
        if opnieuw is None:
            opnieuw = self.new_page()
        opnieuw.goto(self.adres)
        gelezen = self.lees(opnieuw)
        opnieuw.close()
        return len(oud), lost(oud, gelezen)


def _agree(dialoog: Dialog) -> None:
    with contextlib.suppress(PlaywrightFout):
        dialoog.accept()


# Elk einde geeft de pagina waarop iemand verder zou gaan, of niets als die weg is.


def _kill(zitting: Zitting, _page: Page) -> None:
    zitting.browser.kill()
    zitting.context = None


def _crash(_zitting: Zitting, page: Page) -> None:
    with contextlib.suppress(PlaywrightFout):
        page.goto("chrome://crash", timeout=3000)
    with contextlib.suppress(PlaywrightFout):
        page.close()


def _reload(_zitting: Zitting, page: Page) -> Page:
    page.reload()
    return page


def _link(zitting: Zitting, page: Page) -> Page:
    link = page.evaluate_handle(
        "adres => [...document.links].find((a) => a.href === adres && a.checkVisibility())",
        zitting.elders,
    ).as_element()
    assert link is not None
    link.click(no_wait_after=True)
    page.wait_for_url(zitting.elders)
    return page


def _goto(zitting: Zitting, page: Page) -> Page:
    page.goto(zitting.elders)
    return page


def _back(zitting: Zitting, page: Page) -> None:
    # Playwright verliest een pagina die uit het geheugen van de browser terugkomt uit het oog.
    with contextlib.suppress(PlaywrightFout):
        page.evaluate("void history.back()")
    verder = zitting.new_page()
    verder.wait_for_timeout(500)
    verder.close()


def _close(_zitting: Zitting, page: Page) -> None:
    page.close(run_before_unload=False)


EINDEN: dict[str, Callable[[Zitting, Page], Page | None]] = {
    "kill -9": _kill,
    "gecrasht": _crash,
    "herladen": _reload,
    "link": _link,
    "adres": _goto,
    "terug": _back,
    "gesloten": _close,
}


@contextlib.contextmanager
def session(zitting: Zitting) -> Iterator[Zitting]:
    """Ruim na afloop de browser en het profiel op."""
    try:
        yield zitting
    finally:
        zitting.browser.stop()
        shutil.rmtree(zitting.browser.profiel, ignore_errors=True)


def own_chromium(soort: BrowserType, profiel: Path) -> EigenChromium:
    """Geef een eigen Chromium met de instellingen die alle toetsen gebruiken."""
    plek = Path(__file__).resolve().parents[1] / "conftest.py"
    beschrijving = importlib.util.spec_from_file_location("lv_toetsinstelling", plek)
    assert beschrijving is not None
    assert beschrijving.loader is not None
    gedeeld = importlib.util.module_from_spec(beschrijving)
    beschrijving.loader.exec_module(gedeeld)
    keuzes = filter(None, (os.environ.get("LV_CHROMIUM"), gedeeld.SCHIL, *gedeeld.BROWSERS))
    pad = next((gevonden for keuze in keuzes if (gevonden := shutil.which(keuze))), None)
    if pad is None:
        raise RuntimeError("Er is geen Chromium gevonden; wijs er een aan met LV_CHROMIUM.")
    return EigenChromium(soort, pad, profiel, gedeeld.VLAGGEN)
