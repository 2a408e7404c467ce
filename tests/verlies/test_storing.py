"""Elke handeling van de opslag mislukt een keer, op elke plek in het werk: er raakt niets zoek.

Zonder storing telt de toets hoeveel handelingen een stuk werk vraagt. Daarna gaat hetzelfde werk
zo vaak over, en mislukt telkens een andere: zij gooit een fout, breekt af, antwoordt nooit, of de
opslag is vol of gaat van buiten dicht. Een transactie die niet opengaat lijkt op een verzoek erin
dat mislukt; daarvan komt een op de drie aan de beurt. ``LV_STORINGEN=alle`` doet elke handeling op
elke wijze.
"""

from __future__ import annotations

import heapq
import itertools
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as PlaywrightFout
from werkplek import GEREED, Blad, Werkplek, fill_storage, saved_file

KLEM = (Path(__file__).parent / "klem.js").read_text("utf-8")
ALLES = os.environ.get("LV_STORINGEN") == "alle"
#: Zo veel browserprofielen werken tegelijk.
TEGELIJK = 8
#: Zo lang krijgt een scherm om te bewaren of te zeggen dat dat niet lukt, in seconden.
GEDULD_S = 9.0
MS = 1000
WIJZEN = 4
Beurt = Iterator[float]

LEEG = """async () => {
  localStorage.clear();
  await new Promise((ok) => {
    const weg = indexedDB.deleteDatabase('lv-tools');
    weg.onsuccess = weg.onerror = ok;
  });
}"""
NOOD = "() => Object.entries(localStorage).filter(([k]) => k.startsWith('lv-tools:')).join()"


@dataclass
class Werk:
    """Een keer hetzelfde werk, met een storing bij een van de handelingen."""

    werkplek: Werkplek
    blad: Blad
    handeling: str
    bij: int
    beurt: int
    fout: str = ""
    logboek: list[str] = field(default_factory=list)
    geraakt: str = ""
    #: Tekst die er na afloop moet zijn, wat er ook gebeurde.
    vast: set[str] = field(default_factory=lambda: {"oud werk", "ander werk", "werk van de buur"})
    #: Tekst die er moet zijn, tenzij in beeld staat dat zij niet bewaard is.
    getypt: list[str] = field(default_factory=list)
    downloads: list[Any] = field(default_factory=list)

    @property
    def instrument(self) -> str:
        return "buur" if self.handeling == "wis de buur" else "proef"

    def play(self) -> Beurt:
        """Doe het werk, kijk wat het scherm zegt, en kijk wat er na opnieuw openen is."""
        page = self.blad.page
        page.goto(self.werkplek.elders)
        self._fill_storage()
        page.on("download", self._keep)
        vroeg = self.handeling == "openen en typen"
        klem = f"{self.bij},{self.beurt},{int(vroeg)}"
        page.goto(self.werkplek.address(instrument=self.instrument, klem=klem))
        yield from self._until(lambda: bool(page.evaluate(GEREED)), 12)
        yield from self._type(" AAA")
        if not vroeg:
            yield from self._until(lambda: self.blad.stored("AAA"), 4)
            self.vast.add("AAA")
            page.evaluate("lvKlem.aan = true")
            yield from HANDELINGEN[self.handeling](self)
            yield from self._type(" BBB")
        yield from self._until(self._settled, GEDULD_S)
        gezegd = self.blad.warned()
        self.vast.update(tekst for tekst in self.getypt if self.blad.stored(tekst))
        beloofd = [z["tekst"] for z in self.blad.sentences(BELOFTE)]
        self.logboek = page.evaluate("lvKlem.logboek")
        self.geraakt = page.evaluate("lvKlem.geraakt")
        page.remove_listener("download", self._keep)
        yield from self._reopen(gezegd, beloofd)

    def _keep(self, download: Any) -> None:
        self.downloads.append(download)

    def _fill_storage(self) -> None:
        bestanden = [
            (instrument, naam, saved_file({"toelichting": tekst}, naam, instrument))
            for instrument, naam, tekst in (
                ("proef", "Zonder naam", "oud werk"),
                ("proef", "Ander bestand", "ander werk"),
                ("buur", "Zonder naam", "werk van de buur"),
            )
        ]
        self.blad.page.evaluate(LEEG)
        fill_storage(self.blad.page, bestanden)

    def _type(self, tekst: str) -> Beurt:
        yield from self._until(lambda: bool(self.blad.page.evaluate(GEREED)), 6)
        if self.blad.page.evaluate(GEREED):
            self.blad.type(tekst)
            # Een scherm dat even dicht is, neemt niets aan: dan staat het ook niet in het veld.
            if tekst.strip() in self.blad.tekst:
                self.getypt.append(tekst.strip())
        yield 400

    def _settled(self) -> bool:
        """Zeg of alles wat getypt is bewaard is, of in beeld staat dat dat niet zo is."""
        return all(self.blad.stored(tekst) for tekst in self.getypt) or self.blad.warned()

    def _until(self, voorwaarde: Callable[[], bool], seconden: float) -> Beurt:
        einde = time.monotonic() + seconden
        while not voorwaarde() and time.monotonic() < einde:
            yield 150

    def _reopen(self, gezegd: bool, beloofd: list[str]) -> Beurt:
        blad = self.blad
        blad.page.goto(self.werkplek.address(instrument=self.instrument))
        yield from self._until(lambda: bool(blad.page.evaluate(GEREED)), 12)
        yield 300
        inhoud: dict[tuple[str, str], str] = {}
        for r in blad.records():
            staat = json.loads(r["tekst"])["staat"]["staat"] if r["tekst"] else {}
            inhoud[r["instrument"], r["naam"]] = str({**staat, **r["naloop"]}.get("toelichting"))
        alles = f"{inhoud} {blad.tekst} {blad.page.evaluate(NOOD)}"
        weg = [tekst for tekst in self.vast if tekst not in alles]
        stil = [tekst for tekst in self.getypt if tekst not in alles and not gezegd]
        vreemd = self._mixed(inhoud)
        gelogen = self._broken_promises(inhoud, beloofd)
        klachten = {"weg": weg, "stil": stil, "vermengd": vreemd, "gelogen": gelogen}
        if any(klachten.values()):
            soorten = ", ".join(f"{naam} {wat}" for naam, wat in klachten.items() if wat)
            self.fout = f"{soorten}; bewaard: {inhoud}"

    def _mixed(self, inhoud: dict[tuple[str, str], str]) -> list[str]:
        """Geef de bestanden van anderen die niet meer zijn zoals ze waren."""
        anderen = {("buur", "Zonder naam"): "werk van de buur"}
        anderen["proef", "Ander bestand"] = "ander werk"
        if self.instrument == "buur":
            anderen = {
                ("proef", "Zonder naam"): "oud werk",
                ("proef", "Ander bestand"): "ander werk",
            }
        return [
            f"{sleutel}: {inhoud[sleutel]}"
            for sleutel, tekst in anderen.items()
            if tekst in self.vast and inhoud.get(sleutel, tekst) != tekst
        ]

    def _broken_promises(self, inhoud: dict[tuple[str, str], str], beloofd: list[str]) -> list[str]:
        """Geef wat het scherm zei dat gelukt was, en niet gelukt is."""
        eigen = {naam for instrument, naam in inhoud if instrument == self.instrument}
        mis = {
            "naam is gewijzigd": "Nieuwe naam" not in eigen or "Zonder naam" in eigen,
            "is verwijderd": "Ander bestand" in eigen,
            "is gewist": "werk van de buur" in str(inhoud),
        }
        return [zin for zin in beloofd if any(mis[stuk] for stuk in mis if stuk in zin)]


BELOFTE = r"naam is gewijzigd|is verwijderd|is gewist"


def _nothing(_werk: Werk) -> Beurt:
    yield 0


def _rename(werk: Werk) -> Beurt:
    werk.blad.rename("Nieuwe naam")
    yield 700


def _copy(werk: Werk) -> Beurt:
    werk.blad.press("Maak een kopie")
    yield 700


def _new(werk: Werk) -> Beurt:
    werk.blad.press("Nieuw bestand")
    yield 700


def _remove_other(werk: Werk) -> Beurt:
    werk.blad.manage()
    try:
        keuze = werk.blad.page.get_by_label("Welk bestand is open")
        keuze.select_option("Ander bestand", timeout=1500)
    except PlaywrightFout:
        return
    yield from werk._until(lambda: werk.blad.tekst == "ander werk", 3)
    if werk.blad.tekst != "ander werk":
        return  # het andere bestand ging niet open: dan wist deze gebruiker niets
    if werk.blad.press("Verwijder dit bestand"):
        werk.vast.discard("ander werk")
        werk.blad.press("Ja, verwijder dit bestand")
    yield 900


def _import(werk: Werk) -> Beurt:
    bestand = saved_file({"toelichting": "uit een bestand"}, naam="Van buiten")
    werk.blad.import_file("van-buiten.lv.json", bestand)
    yield 900


def _download(werk: Werk) -> Beurt:
    werk.blad.press("Opslaan als bestand")
    yield from werk._until(lambda: bool(werk.downloads), 4)
    if werk.downloads:
        assert "oud werk AAA" in Path(werk.downloads[-1].path()).read_text("utf-8")


def _wipe_neighbour(werk: Werk) -> Beurt:
    if werk.blad.press("Wis alles"):
        werk.vast -= {"werk van de buur", "AAA"}
        werk.getypt.clear()
        werk.blad.press("Ja, wis alles")
    yield 900


HANDELINGEN: dict[str, Callable[[Werk], Beurt]] = {
    "openen en typen": _nothing,
    "verder typen": _nothing,
    "andere naam": _rename,
    "kopie": _copy,
    "nieuw bestand": _new,
    "verwijder een ander": _remove_other,
    "open een bestand": _import,
    "opslaan als bestand": _download,
    "wis de buur": _wipe_neighbour,
}


class Profielen:
    """Een vast aantal browserprofielen die om de beurt aan het werk zijn."""

    def __init__(self, chromium: Browser, werkplek: Werkplek) -> None:
        self.werkplek = werkplek
        self.contexten: list[BrowserContext] = []
        self.vrij: list[Blad] = []
        for _ in range(TEGELIJK):
            context = chromium.new_context(locale="nl-NL", accept_downloads=True)
            context.set_default_timeout(4000)
            context.add_init_script(KLEM)
            werkplek.connect(context)
            blad = Blad(context.new_page(), kijker=context.new_page())
            blad.page.on("dialog", lambda dialoog: dialoog.accept())
            assert blad.kijker is not None
            blad.kijker.goto(werkplek.elders)
            self.contexten.append(context)
            self.vrij.append(blad)
        self.klok: Page = chromium.new_page()

    def run(self, handeling: str, storingen: list[tuple[int, int]]) -> list[Werk]:
        """Doe het werk voor elke storing, een paar tegelijk: terwijl een wacht, gaat een ander."""
        wachtrij = list(reversed(storingen))
        volgorde = itertools.count()
        bezig: list[tuple[float, int, Beurt, Werk]] = []
        klaar: list[Werk] = []
        while wachtrij or bezig:
            while wachtrij and self.vrij:
                bij, beurt = wachtrij.pop()
                werk = Werk(self.werkplek, self.vrij.pop(), handeling, bij, beurt)
                heapq.heappush(bezig, (0.0, next(volgorde), werk.play(), werk))
            moment, _nummer, gang, werk = heapq.heappop(bezig)
            self.klok.wait_for_timeout(max(0.0, moment - time.monotonic()) * MS)
            try:
                wacht = next(gang)
            except StopIteration:
                klaar.append(werk)
                self.vrij.append(werk.blad)
                continue
            heapq.heappush(bezig, (time.monotonic() + wacht / MS, next(volgorde), gang, werk))
        return klaar

    def close(self) -> None:
        self.klok.close()
        for context in self.contexten:
            context.close()


@pytest.fixture(scope="module")
def profielen(chromium: Browser, werkplek: Werkplek) -> Iterator[Profielen]:
    profielen = Profielen(chromium, werkplek)
    yield profielen
    profielen.close()


#: Altijd: typen, en wat een bestand kan kosten. De rest doet ``LV_STORINGEN=alle`` erbij.
ELKE_KEER = ("openen en typen", "verder typen", "andere naam", "verwijder een ander")


@pytest.mark.parametrize("handeling", HANDELINGEN if ALLES else ELKE_KEER)
def test_wat_er_ook_mislukt_er_raakt_niets_zoek(profielen: Profielen, handeling: str) -> None:
    (heel,) = profielen.run(handeling, [(0, 0)])
    assert heel.fout == "", "ook zonder storing gaat er iets mis"
    assert heel.logboek, "dit werk vraagt niets van de opslag"
    keren = range(1, len(heel.logboek) + 1)
    if ALLES:
        storingen = list(itertools.product(keren, range(WIJZEN)))
    else:
        storingen = [
            (bij, bij)
            for bij, soort in zip(keren, heel.logboek, strict=True)
            if bij % (6 if soort == "zaak" else 3) == 0
        ]
    werken = profielen.run(handeling, storingen)
    mis = [f"{w.bij}. {w.geraakt}: {w.fout}" for w in werken if w.fout]
    assert sum(bool(w.geraakt) for w in werken) >= len(storingen) - max(1, len(storingen) // 5)
    assert mis == [], f"{len(mis)} van {len(werken)} keer\n" + "\n".join(mis)
