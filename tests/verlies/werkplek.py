"""Een proefhulpmiddel waarin elke geladen pagina een eigen, vers Python krijgt.

Zo gaat het ook in het boek: na herladen weet Python niets meer, en komt alles terug uit wat de
browser bewaarde. Python draait in de toets zelf, dus er is geen Pyodide om op te wachten.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from gastheer import BLADZIJDE, Brug, Gastheer
from playwright.sync_api import BrowserContext, Locator, Page
from playwright.sync_api import Error as PlaywrightFout
from proefwerk import Proefwerk, screen

from lv_tools.bouwdoos.veld import Velden
from lv_tools.schermdelen import Bewaren, Deel, Keuzelijst, Knop, Scherm, Tekst

# Elke pagina zegt wie zij is. Berichten gaan een voor een, zoals bij een echte worker; met lvTraag
# doet Python over elk bericht zo veel milliseconden langer.
LIJN = """{
  const merk = `${Date.now()}-${Math.random()}`;
  let rij = Promise.resolve();
  window.lvTraag = 0;
  window.boomUitPython = () => lvBoom(merk, location.href);
  window.naarPython = (inhoud, buffers) => {
    const dit = rij.then(async () => {
      if (window.lvTraag) await new Promise((ok) => setTimeout(ok, window.lvTraag));
      return lvBericht(merk, inhoud, buffers);
    });
    rij = dit.catch(() => {});
    return dit;
  };
}"""

# Zo weigert de opslag, voor de soorten handelingen in ``weiger`` en met de fout die daar staat:
# altijd, of met ``keer`` zo vaak. De toets zet dat aan en uit terwijl de pagina open is.
WEIGER = """{
  globalThis.weiger = %s;
  const wikkel = (bron, naam, soort) => {
    const echt = bron[naam];
    bron[naam] = function (...a) {
      const hoe = globalThis.weiger[soort];
      if (!hoe || (hoe.keer !== undefined && hoe.keer-- <= 0)) return echt.apply(this, a);
      throw new DOMException('The operation failed for reasons unrelated to you.', hoe.fout);
    };
  };
  for (const naam of ['get', 'getAll']) wikkel(IDBObjectStore.prototype, naam, 'lezen');
  wikkel(IDBObjectStore.prototype, 'getAllKeys', 'lijst');
  wikkel(IDBObjectStore.prototype, 'put', 'schrijven');
  wikkel(IDBDatabase.prototype, 'transaction', 'zaak');
  wikkel(IDBFactory.prototype, 'open', 'open');
}"""

RECORDS = """async () => new Promise((ok) => {
  const vraag = indexedDB.open('lv-tools');
  vraag.onupgradeneeded = () => { vraag.transaction.abort(); };
  vraag.onerror = () => ok([]);
  vraag.onsuccess = () => {
    const db = vraag.result;
    if (!db.objectStoreNames.contains('bestanden')) { db.close(); ok([]); return; }
    const alle = db.transaction('bestanden').objectStore('bestanden').getAll();
    alle.onsuccess = () => { db.close(); ok(alle.result); };
  };
})"""

VUL = """async (bestanden) => new Promise((ok, ko) => {
  const vraag = indexedDB.open('lv-tools', 1);
  vraag.onupgradeneeded = () =>
    vraag.result.createObjectStore('bestanden', { keyPath: ['instrument', 'naam'] });
  vraag.onerror = ko;
  vraag.onsuccess = () => {
    const zaak = vraag.result.transaction('bestanden', 'readwrite');
    const nu = Date.now();
    bestanden.forEach(([instrument, naam, tekst], n) => zaak.objectStore('bestanden')
      .put({ instrument, naam, tekst, naloop: {}, stempel: 'eerder', tijd: nu - 1000 * n }));
    zaak.oncomplete = () => { vraag.result.close(); ok(); };
  };
})"""

# Een zin telt als in beeld als hij helemaal in het venster staat en er niets overheen ligt.
ZINNEN = """([patroon]) => {
  const zoek = new RegExp(patroon, 'i');
  const past = (e) => zoek.test(e.innerText || '')
    && e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const diepste = [...document.querySelectorAll('body *')]
    .filter((e) => past(e) && ![...e.children].some(past));
  return diepste.map((e) => {
    const b = e.getBoundingClientRect();
    const punt = document.elementFromPoint((b.left + b.right) / 2, (b.top + b.bottom) / 2);
    return {
      tekst: e.innerText, boven: b.top, onder: b.bottom,
      inBeeld: b.width > 1 && b.height > 1 && b.top >= 0 && b.left >= 0
        && b.bottom <= innerHeight + 1 && b.right <= innerWidth + 1
        && Boolean(punt) && (e.contains(punt) || punt.contains(e)),
      aangekondigd: Boolean(e.closest('[role=alert], [role=alertdialog], [role=status], '
        + '[aria-live=polite], [aria-live=assertive]')),
    };
  });
}"""

NIET_BEWAARD = (
    r"niet (meer |overal |hier )?bewaard|bewaren lukt (nu |hier )?niet|"
    r"niet (te bewaren|opgeslagen)|kan\w* (nu |hier )?niet bewa"
)
ANDER_TABBLAD = r"(ander|tweede) (tabblad|venster)"

GEREED = """() => {
  const veld = document.querySelector('.lvs-scherm textarea');
  return Boolean(veld) && !veld.disabled && !veld.readOnly && !veld.closest('[inert]');
}"""


def proof_screen(adres: str) -> Scherm:
    """Maak het scherm dat bij een adres hoort: ``?instrument=&notities=&groepen=``."""
    vraag = {naam: waarden[-1] for naam, waarden in parse_qs(urlsplit(adres).query).items()}
    velden = Velden(werk := Proefwerk())
    notities: list[Deel] = [
        velden.text(f"notities/{n}", f"Notitie {n}")
        for n in range(1, int(vraag.get("notities", "0")) + 1)
    ]
    bewaren = Bewaren(
        vraag.get("instrument", "proef"),
        werk=werk,
        plaats="map" if "map" in vraag else "pagina",
        map=Path(vraag.get("map", "bewaard")),
    )
    if "waarschuw" in vraag:
        bewaren.zet("waarschuw", int(vraag["waarschuw"]))
    return screen(
        werk,
        velden,
        bewaren,
        velden.text("toelichting", "Toelichting"),
        *([_view(velden)] if "kijken" in vraag else []),
        *([_late_archive()] if "laat" in vraag else []),
        *notities,
        velden.checks("afdelingen", "Afdelingen", vraag.get("groepen", "havo,vwo").split(",")),
        # Een echt hulpmiddel is langer dan een venster; het paneel met de bestanden staat onderaan.
        Tekst(*(f"Alinea {n} van een lang hulpmiddel." for n in range(1, 61))),
        titel="Proef",
    )


def _view(velden: Velden) -> Keuzelijst:
    return velden.choice("kijken", "Hoe wilt u kijken?", ["Breed", "Smal"], kijken=True)


def _late_archive() -> Knop:
    """Een knop naar een pakket dat de server niet geeft, zoals ``lv_kern.laat`` dat meldt."""

    class LaatImportError(ImportError):
        reden = "server"

    def fail() -> None:
        try:
            raise LaatImportError("500: /_levend/laat-xlsxwriter.zip")
        except ImportError as fout:
            raise RuntimeError("er is geen tabel gemaakt") from fout

    return Knop("Tabellen als Excel", bij_klik=fail)


class Werkplek:
    """De proefpagina op de gastheer, en het Python van elke pagina die open is."""

    def __init__(self, gastheer: Gastheer) -> None:
        self.bruggen: dict[str, Brug] = {}
        self.wortel = gastheer.adres
        self.elders = f"{gastheer.adres}/elders"
        proef = BLADZIJDE.format(thema='data-theme="light"', plotly="").replace(
            '<div id="plaats">', '<p><a href="/elders">Elders</a></p><div id="plaats">'
        )
        gastheer.bestanden["/werk"] = ("text/html", proef.encode())
        gastheer.bestanden["/elders"] = (
            "text/html",
            b'<!doctype html><html lang="nl"><title>Elders</title><link rel="icon" href="data:,">'
            b"<h1>Elders</h1></html>",
        )

    def address(self, **vraag: object) -> str:
        """Geef het adres van een hulpmiddel met deze eigenschappen."""
        return f"{self.wortel}/werk?{urlencode(vraag)}"

    def connect(self, context: BrowserContext) -> None:
        """Verbind alle pagina's van een browserprofiel met Python."""
        context.expose_function("lvBoom", self._tree)
        context.expose_function("lvBericht", self._message)
        context.add_init_script(LIJN)

    def _tree(self, merk: str, adres: str) -> Any:
        self.bruggen[merk] = Brug(proof_screen(adres))
        return self.bruggen[merk].boom()

    def _message(self, merk: str, inhoud: Any, buffers: list[str]) -> Any:
        return self.bruggen[merk].ontvang(inhoud, buffers)

    def prepare(self, context: BrowserContext, naam: str, tekst: str) -> None:
        """Zet een bestand klaar vanaf een andere bladzijde van dezelfde site."""
        page = context.new_page()
        page.goto(self.elders)
        fill_storage(page, [("proef", naam, tekst)])
        page.close()

    def open(
        self,
        context: BrowserContext,
        *,
        wacht: bool = True,
        weiger: Mapping[str, Any] | None = None,
        **vraag: object,
    ) -> Blad:
        """Open het hulpmiddel in een nieuw tabblad; met ``weiger`` met een opslag die weigert."""
        blad = Blad(context.new_page())
        if weiger is not None:
            blad.page.add_init_script(WEIGER % json.dumps(weiger))
        blad.page.goto(self.address(**vraag))
        if wacht:
            blad.ready()
        return blad


@dataclass
class Blad:
    """Een tabblad met het hulpmiddel, bekeken zoals een gebruiker het ziet.

    ``kijker`` is een andere pagina van dezelfde site, om de opslag te lezen als die van het tabblad
    zelf niet meewerkt.
    """

    page: Page
    kijker: Page | None = None

    def ready(self) -> Blad:
        """Wacht tot er in het hulpmiddel te typen is."""
        self.page.wait_for_function(GEREED, timeout=15_000)
        return self

    @property
    def veld(self) -> Locator:
        return self.page.get_by_label("Toelichting")

    @property
    def tekst(self) -> str:
        """Wat er in het veld staat."""
        return self.veld.input_value()

    def type(self, tekst: str) -> None:
        """Typ achter wat er al staat, als het veld dat toelaat."""
        if self.page.evaluate(GEREED):
            self.veld.focus()
            self.page.keyboard.press("Control+End")
            self.page.keyboard.type(tekst)

    def rest(self, ms: int) -> None:
        self.page.wait_for_timeout(ms)

    def records(self) -> list[dict[str, Any]]:
        """Geef alles wat de browser van alle hulpmiddelen bewaart."""
        alle: list[dict[str, Any]] = (self.kijker or self.page).evaluate(RECORDS)
        # Wat getypt is, staat los naast het bestand (de naam is dan een rij); hier hoort het samen.
        los = {(r["instrument"], r["naam"][0]): r for r in alle if isinstance(r["naam"], list)}
        uit = []
        for record in (r for r in alle if isinstance(r["naam"], str)):
            bij = los.get((record["instrument"], record["naam"]), {"naloop": {}})
            uit.append({**record, "naloop": {**record["naloop"], **bij["naloop"]}})
        return uit

    def refuse(self, **weiger: str) -> None:
        """Laat de opslag van dit tabblad deze handelingen weigeren, met de fout die erbij staat."""
        hoe = {soort: {"fout": fout} for soort, fout in weiger.items()}
        self.page.evaluate("hoe => { globalThis.weiger = hoe; }", hoe)

    @property
    def vraag(self) -> Locator:
        """De vraag die komt voordat onbewaard werk verdwijnt."""
        return self.page.get_by_role("alertdialog", name="Nog niet bewaard")

    @property
    def status(self) -> str:
        """Wat het paneel over de laatste handeling zegt."""
        return self.page.locator(".lvs-bewaren .lvs-status").inner_text()

    @property
    def boven(self) -> str:
        """Alles wat boven in beeld wordt gezegd."""
        return self.page.locator(".lvs-boven").inner_text()

    def choose(self, naam: str) -> None:
        """Kies een ander bestand om te openen."""
        self.manage()
        self.page.get_by_label("Welk bestand is open").select_option(naam)

    def reload(self) -> Blad:
        """Herlaad, ook als de pagina vraagt of de gebruiker dat zeker weet."""
        with accept_dialogs(self.page):
            self.page.reload()
        return self.ready()

    def manage(self) -> None:
        """Klap uit waarmee de gebruiker zijn bestanden beheert."""
        self.page.locator("details", has_text="Bestanden beheren").evaluate_all(
            "lijst => lijst.forEach((e) => { e.open = true; })"
        )

    def press(self, naam: str, *, wacht: int = 2500) -> bool:
        """Druk op een knop; ``False`` als die er niet is of niet te bedienen is."""
        self.manage()
        knop = self.page.get_by_role("button", name=naam, exact=True).first
        try:
            knop.click(timeout=wacht)
        except PlaywrightFout:
            return False
        return True

    def rename(self, naam: str) -> bool:
        """Geef het open bestand een andere naam; ``False`` als het scherm dat niet toelaat."""
        if not self.press("Andere naam"):
            return False
        try:
            self.page.get_by_label("Nieuwe naam").fill(naam, timeout=2500)
        except PlaywrightFout:
            return False
        return self.press("Geef deze naam")

    def import_file(self, naam: str, inhoud: str) -> None:
        """Open een bestand van de computer."""
        bestand: Mapping[str, Any] = {
            "name": naam,
            "mimeType": "application/json",
            "buffer": inhoud.encode(),
        }
        self.page.get_by_label("Openen uit een bestand").set_input_files(bestand)  # type: ignore[arg-type]

    def sentences(self, patroon: str) -> list[dict[str, Any]]:
        """Geef de zichtbare zinnen die op het patroon lijken, met waar ze staan."""
        uit: list[dict[str, Any]] = self.page.evaluate(ZINNEN, [patroon])
        return uit

    def warned(self, patroon: str = NIET_BEWAARD, *, binnen: int = 0) -> bool:
        """Zeg of zo'n zin in het venster staat en ook voor wie niet kijkt is aangekondigd."""
        for _ in range(max(1, binnen // 100)):
            if any(z["inBeeld"] and z["aangekondigd"] for z in self.sentences(patroon)):
                return True
            if binnen:
                self.rest(100)
        return False

    def names(self) -> list[str]:
        """Geef de namen van de bestanden waaruit de gebruiker kan kiezen.

        Werk zonder naam staat in de lijst met de tijd erbij; zijn naam is de waarde.
        """
        self.manage()
        keuze = self.page.get_by_label("Welk bestand is open")
        namen = keuze.locator("option").evaluate_all("rij => rij.map((een) => een.value)")
        return [str(naam) for naam in namen]

    def everything(self) -> dict[str, str]:
        """Open elk bestand en lees wat er in het veld staat."""
        uit = {}
        for naam in self.names():
            keuze = self.page.get_by_label("Welk bestand is open")
            if keuze.input_value() != naam:
                keuze.select_option(naam)
                self.rest(500)  # de inhoud komt even na de keuze
                self.ready()
            uit[naam] = self.tekst
        return uit

    def wait_for(self, voorwaarde: Any, seconden: float = 4) -> bool:
        """Wacht tot de voorwaarde klopt; zeg of dat zo werd."""
        for _ in range(int(seconden * 20)):
            if voorwaarde():
                return True
            self.rest(50)
        return bool(voorwaarde())

    def stored(self, tekst: str) -> bool:
        """Zeg of deze tekst ergens in de opslag van bestanden staat."""
        return any(tekst in f"{r['tekst']}{r['naloop']}" for r in self.records())

    def close(self) -> bool:
        """Sluit het tabblad zoals een gebruiker; zeg of de browser eerst vroeg of dat mocht."""
        gevraagd: list[str] = []

        def antwoord(dialoog: Any) -> None:
            gevraagd.append(dialoog.type)
            dialoog.accept()

        self.page.on("dialog", antwoord)
        dicht: list[int] = []
        self.page.on("close", lambda _: dicht.append(1))
        self.page.close(run_before_unload=True)
        if not dicht:
            self.page.wait_for_event("close", timeout=5000)
        return "beforeunload" in gevraagd


class accept_dialogs:  # noqa: N801 - wordt gebruikt als functie
    """Zeg ja op elke vraag van de browser: deze gebruiker wil weg."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __enter__(self) -> None:
        self.page.on("dialog", self._accept)

    def __exit__(self, *_: object) -> None:
        self.page.remove_listener("dialog", self._accept)

    @staticmethod
    def _accept(dialoog: Any) -> None:
        dialoog.accept()


def saved_file(staat: Any, naam: str = "Zonder naam", instrument: str = "proef") -> str:
    """Geef de tekst van een bestand van dit hulpmiddel."""
    return json.dumps(
        {
            "formaat": "lv-tools",
            "instrument": instrument,
            "versie": 1,
            "naam": naam,
            "tijd": "2026-11-01T12:00:00+01:00",
            "staat": {"staat": staat},
        }
    )


def fill_storage(page: Page, bestanden: Sequence[tuple[str, str, str]]) -> None:
    """Zet bestanden klaar zoals versie 0.1.0 ze bewaarde; het eerste is het nieuwste.

    Elk bestand is een hulpmiddel, een naam en een tekst. De pagina hoort een andere van dezelfde
    site te zijn: een open hulpmiddel zou eroverheen bewaren.
    """
    page.evaluate(VUL, list(bestanden))


def matches(patroon: str, tekst: str) -> bool:
    """Zeg of een zin op het patroon lijkt, hoofdletters of niet."""
    return re.search(patroon, tekst, re.IGNORECASE) is not None
