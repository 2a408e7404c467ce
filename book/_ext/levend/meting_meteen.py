"""Meet hoe snel een lezer kan beginnen, naast een kale Pyodide, en druk dat af als tabel.

Gebruik: ``python meting.py --meteen``. Tijden zijn een verhouding tot een kale Pyodide (``1+1`` in
een worker) in dezelfde ronde, om en om; van alle rondes telt de mediaan.

``bewaard``
    van het eerste beeld van de pagina tot het eerste getypte teken op het apparaat staat;
``antwoord``
    van de eerste aanraking tot Python alles heeft overgenomen, en op het scherm staat wat zij
    uitrekende voor de laatste stap, waar de lezer meteen naartoe ging.

Een tragere processor remt Chromium alleen in de pagina, niet in de worker. Python zelf is daar dus
niet trager; wat de pagina doet wel.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from levend.meting_deelnemer import bytes_deelnemer
from levend.serveer import Lijn, serveer

#: Hier staat in de laatste stap meteen een uitkomst: de kalender van het jaar.
PAGINA = "instrumenten/kwaliteitskalender.html"
TEMPERATUREN = ("koud", "warm")
#: Zo lang wacht een meting hoogstens, in milliseconden; daarna is zij mislukt.
GEDULD_MS = 180_000


@dataclass(frozen=True, slots=True)
class Omgeving:
    """Een lijn en een processor, en wat er te halen is.

    Attributes
    ----------
    bytes_per_s, vertraging : float
        De lijn; nul is zonder rem.
    traag : int
        Hoeveel keer trager de processor in de pagina is.
    duur : int
        Seconden die een ronde ongeveer kost, op een rustige computer met twee kernen.
    """

    naam: str
    bytes_per_s: float
    vertraging: float
    traag: int
    duur: int


OMGEVINGEN = (
    Omgeving("vrije lijn", 0, 0, 1, 20),
    Omgeving("20 Mbit/s, 40 ms", 2.5e6, 0.04, 1, 30),
    Omgeving("1,5 Mbit/s, processor 4x trager", 187_500, 0.04, 4, 110),
)
#: Wat te halen is, koud en warm.
DOEL = {"bewaard": "0,08 / 0,08 (20 Mbit/s, koud: 0,10)", "antwoord": "0,75 / 0,40"}

#: Typt een teken zodra er een veld te zien is, gaat naar de laatste stap, en kijkt wanneer dat
#: teken in de opslag staat.
TYP_METEEN = """() => {
  globalThis.lvMeet = { raak: 0, bewaard: 0 };
  const echt = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (wat, ...rest) {
    if (!lvMeet.bewaard && Object.values(wat.naloop ?? {}).some((w) => String(w).includes("q"))) {
      const nu = () => { lvMeet.bewaard ||= performance.now(); };
      this.transaction.addEventListener("complete", nu);
    }
    return echt.call(this, wat, ...rest);
  };
  const zoek = () => {
    const veld = [...document.querySelectorAll(".lv-meteen .lv-levend input[type=text]")]
      .find((een) => een.checkVisibility());
    if (!veld) return;
    wacht.disconnect();
    lvMeet.raak = performance.now();
    veld.focus();
    document.execCommand("insertText", false, "q");
    [...document.querySelectorAll(".lv-levend [role=tab]")].at(-1).click();
  };
  const wacht = new MutationObserver(zoek);
  wacht.observe(document, { subtree: true, childList: true, attributes: true });
}"""
#: Wacht op iets, en geeft het op na een tijd; een pagina laat functies uit tekst niet toe.
TOT = """const tot = async (wat, waar) => {
    const einde = performance.now() + GEDULD;
    while (!(await waar())) {
      if (performance.now() > einde) throw new Error(`te lang gewacht: ${wat}`);
      await new Promise((ok) => setTimeout(ok, 10));
    }
    return performance.now();
  };""".replace("GEDULD", str(GEDULD_MS))
#: Milliseconden sinds het begin van de pagina.
UITKOMST = f"""async () => {{
  {TOT}
  await tot("het eerste teken is niet bewaard", () => lvMeet.bewaard);
  const vak = document.querySelector(".lv-hulpmiddel");
  const blad = () => [...vak.querySelectorAll("[role=tabpanel]")].find((e) => e.checkVisibility());
  const antwoord = await tot("er komt geen antwoord", () => vak.dataset.lvToestand === "klaar"
    && !lvKern.lopend.size && blad()?.innerText.trim());
  const beeld = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  return {{ ...lvMeet, beeld, antwoord }};
}}"""
#: Ga terug naar de eerste stap, en wacht tot het scherm zelf ook op het apparaat staat.
LAAT_ACHTER = f"""async () => {{
  {TOT}
  document.querySelector(".lv-levend [role=tab]").click();
  const deur = await new Promise((ok) => {{
    indexedDB.open("lv-tools").onsuccess = ({{ target }}) => ok(target.result);
  }});
  const namen = () => new Promise((ok) => {{
    deur.transaction("bestanden").objectStore("bestanden").getAllKeys().onsuccess =
      ({{ target }}) => ok(target.result.map(([, naam]) => naam));
  }});
  const scherm = (naam) => Array.isArray(naam?.[0]);
  await tot("het scherm is niet bewaard", async () => (await namen()).some(scherm));
  deur.close();
  await new Promise((ok) => setTimeout(ok, 600)); // ook de laatste stand
}}"""
KAAL = f"""async () => {{
  {TOT}
  const begin = performance.now();
  document.querySelector("#start").click();
  return await tot("kale Pyodide", () => document.querySelector("#uit:not(:empty)")) - begin;
}}"""


class MetingError(RuntimeError):
    """Een meting lukte niet; de tekst zegt welke."""


@dataclass(frozen=True, slots=True)
class Meetbrowser:
    """Waarmee gemeten wordt: Playwright, het pad van Chromium, en de vlaggen."""

    speler: Any
    chromium: str
    vlaggen: tuple[str, ...]

    @contextmanager
    def tabblad(self, map_: str = "", traag: int = 1) -> Iterator[Any]:
        """Open een tabblad; zonder map in een nieuw profiel, met een rem op de processor."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as nieuw:
            browser = self.speler.chromium.launch_persistent_context(
                map_ or nieuw,
                executable_path=self.chromium,
                args=list(self.vlaggen),
                headless=True,
                service_workers="block",
                accept_downloads=True,
            )
            browser.set_default_timeout(GEDULD_MS)
            try:
                pagina = browser.new_page()
                if traag > 1:
                    rem = browser.new_cdp_session(pagina)
                    rem.send("Emulation.setCPUThrottlingRate", {"rate": traag})
                yield pagina
                if not pagina.is_closed():
                    pagina.wait_for_timeout(1000)  # tijd om de cache weg te schrijven
            finally:
                browser.close()


@dataclass(frozen=True, slots=True)
class Begin:
    """Milliseconden in een ronde: eerste teken bewaard, eerste antwoord, en een kale Pyodide."""

    bewaard: float
    antwoord: float
    kaal: float


def bytes_vooraf(browser: Meetbrowser, adres: str, lijn: Lijn) -> int:
    """Tel wat een pagina ophaalt voordat de lezer iets aanraakt."""
    with browser.tabblad() as pagina:
        lijn.verzonden.clear()
        pagina.goto(adres, wait_until="networkidle")
        return sum(lijn.verzonden.values())


def meet_begin(
    browser: Meetbrowser, basis: str, traag: int, *, kaal_eerst: bool
) -> dict[str, Begin]:
    """Meet het boek en de kale Pyodide, koud en warm."""
    boek: dict[str, dict[str, float]] = {}
    kaal: dict[str, float] = {}

    def open_book(temperatuur: str, map_: str) -> None:
        with browser.tabblad(map_, traag) as pagina:
            pagina.add_init_script(f"({TYP_METEEN})()")
            pagina.goto(f"{basis}/boek/{PAGINA}", wait_until="commit")
            boek[temperatuur] = pagina.evaluate(UITKOMST)
            pagina.evaluate(LAAT_ACHTER)

    def open_bare(temperatuur: str, map_: str) -> None:
        with browser.tabblad(map_, traag) as pagina:
            pagina.goto(f"{basis}/kaal/index.html", wait_until="networkidle")
            kaal[temperatuur] = pagina.evaluate(KAAL)

    for doe in (open_bare, open_book) if kaal_eerst else (open_book, open_bare):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as map_:
            for temperatuur in TEMPERATUREN:
                doe(temperatuur, map_)
    return {
        t: Begin(max(0, b["bewaard"] - b["beeld"]), b["antwoord"] - b["raak"], kaal[t])
        for t, b in boek.items()
    }


def nog_eens(doe: Callable[[], Any], wat: str) -> Any:
    """Doe een meting, en bij een fout nog één keer; een browser valt weleens om."""
    from playwright.sync_api import Error

    try:
        return doe()
    except Error as fout:
        print(f"\n{wat}: {_kort(fout)}; nog eens.", file=sys.stderr)
    try:
        return doe()
    except Error as fout:
        raise MetingError(f"{wat}: {_kort(fout)}") from fout


def _kort(fout: Exception) -> str:
    return str(fout).strip().splitlines()[0]


def meet_meteen(
    browser: Meetbrowser, wortels: dict[str, Path], rondes: int
) -> tuple[dict[str, list[dict[str, Begin]]], dict[str, int]]:
    """Meet op elke lijn; geef per omgeving de rondes, en apart de bytes."""
    tijden: dict[str, list[dict[str, Begin]]] = {}
    bytes_: dict[str, int] = {}
    for omgeving in OMGEVINGEN:
        lijn = Lijn(omgeving.bytes_per_s, omgeving.vertraging)
        with serveer(wortels, lijn) as basis:
            if not bytes_:
                vooraf = partial(bytes_vooraf, browser, f"{basis}/boek/{PAGINA}", lijn)
                bytes_["vooraf"] = nog_eens(vooraf, "bytes vooraf")
                deelnemer = partial(bytes_deelnemer, browser, basis, lijn)
                bytes_["deelnemer"] = nog_eens(deelnemer, "formulier van een deelnemer")
            tijden[omgeving.naam] = []
            for ronde in range(rondes):
                een = partial(
                    meet_begin, browser, basis, omgeving.traag, kaal_eerst=bool(ronde % 2)
                )
                meting = nog_eens(een, f"{omgeving.naam}, ronde {ronde + 1}")
                tijden[omgeving.naam].append(meting)
                print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return tijden, bytes_


def duur(rondes: int) -> int:
    """Geef hoeveel minuten dit ongeveer duurt op een rustige computer."""
    return round((60 + rondes * sum(o.duur for o in OMGEVINGEN)) / 60)


def als_tabel(
    tijden: dict[str, list[dict[str, Begin]]],
    bytes_: dict[str, int],
    verlies: tuple[int, int] | None = None,
) -> str:
    """Schrijf de uitkomst als tabel in Markdown, met wat te halen is ernaast."""
    namen = list(tijden)
    rondes = len(tijden[namen[0]])

    def verhouding(naam: str, wat: str) -> str:
        rij = [
            statistics.median(getattr(r[t], wat) / r[t].kaal for r in tijden[naam])
            for t in TEMPERATUREN
        ]
        return " / ".join(_getal(een) for een in rij)

    def klok(naam: str, wat: str) -> str:
        rij = [statistics.median(getattr(r[t], wat) for r in tijden[naam]) for t in TEMPERATUREN]
        return " / ".join(f"{een:.0f}" for een in rij)

    def kilo(naam: str) -> list[str]:
        return [f"{_getal(bytes_[naam] / 1000, 1)} kB", *("" for _ in namen[1:])]

    rijen = [
        [f"{rondes} rondes, mediaan, koud / warm", *namen, "te halen"],
        ["---"] * (len(namen) + 2),
        [
            "eerste beeld tot eerste teken bewaard, verhouding",
            *(verhouding(n, "bewaard") for n in namen),
            DOEL["bewaard"],
        ],
        [
            "aanraken tot antwoord, verhouding",
            *(verhouding(n, "antwoord") for n in namen),
            DOEL["antwoord"],
        ],
        *(
            [f"{tekst} (ms)", *(klok(n, wat) for n in namen), ""]
            for tekst, wat in (
                ("eerste teken bewaard", "bewaard"),
                ("antwoord", "antwoord"),
                ("kale Pyodide", "kaal"),
            )
        ),
        ["voor de eerste aanraking", *kilo("vooraf"), "90 kB"],
        ["formulier van een deelnemer, tot en met inleveren", *kilo("deelnemer"), "150 kB"],
    ]
    if verlies:
        kwijt, keren = verlies
        rijen.append([f"tekens kwijt, {keren} keer", str(kwijt), *("" for _ in namen[1:]), "0"])
    return "\n".join(f"| {' | '.join(rij)} |" for rij in rijen)


def als_gegevens(tijden: dict[str, list[dict[str, Begin]]]) -> Any:
    """Geef de losse metingen, zoals JSON ze kent."""
    return {n: [{t: asdict(b) for t, b in r.items()} for r in rs] for n, rs in tijden.items()}


def _getal(getal: float, cijfers: int = 2) -> str:
    return f"{getal:.{cijfers}f}".replace(".", ",")
