"""Geen knop laat de focus vallen: elke knop van elk hulpmiddel, met het toetsenbord, gevuld."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gastheer import Gastheer, Proef
from meterproef import EXAMEN, Meterproef
from playwright.sync_api import BrowserContext, expect
from zelfproef import Zelfproef, file_of

from lv_tools.bevindingenverkenner.hulpmiddel import open_scherm as open_verkenner
from lv_tools.gespreksprompter.hulpmiddel import open_scherm as open_prompter
from lv_tools.schermdelen import (
    Bewaren,
    Deel,
    Formulier,
    Knop,
    Kolom,
    Scherm,
    Tabbladen,
    Tekst,
)

#: Een knop vult het scherm: dat toetsen de gespreksprompter en `test_browser_projectie` zelf.
OVERSLAAN = ("Vul het scherm", "Op het grote scherm")

# Druk met het toetsenbord op een knop, wacht tot Python klaar is, en zeg waar de focus nu is en wat
# er te drukken valt: per tekst de eerste en de laatste in beeld.
DRUK = """async (wat) => {
  const vak = document.querySelector("#plaats");
  const rust = async () => {
    do await new Promise((klaar) => setTimeout(klaar, 12));
    while (window.onderweg);
  };
  const knoppen = () => {
    for (const details of vak.querySelectorAll("details")) details.open = true;
    return [...vak.querySelectorAll("button:not([role=tab])")]
      .filter((knop) => !knop.matches(":disabled") && knop.getClientRects().length);
  };
  const lijst = () => {
    const per = new Map();
    for (const knop of knoppen()) {
      const naam = knop.textContent.trim();
      per.set(naam, (per.get(naam) || 0) + 1);
    }
    return [...per].flatMap(([naam, n]) => (n > 1 ? [[naam, 0], [naam, n - 1]] : [[naam, 0]]));
  };
  const waar = () => {
    const el = document.activeElement;
    if (!el || el === document.body) return "de focus is weg";
    const plek = el.getBoundingClientRect();
    if (!plek.width || !plek.height) return "de focus is onzichtbaar";
    return plek.bottom > 0 && plek.top < innerHeight ? "" : `de focus staat op ${plek.top}`;
  };
  if (!wat) { knoppen(); await rust(); return { lijst: lijst() }; }
  const knop = knoppen().filter((k) => k.textContent.trim() === wat[0])[wat[1]];
  await rust();
  if (!knop) return { weg: true };
  knop.focus();
  knop.click();
  await rust();
  return { waar: waar(), lijst: lijst() };
}"""


# WCAG 1.4.12: ruime letters, woorden en regels.
RUIM = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
TE_BREED = "document.documentElement.scrollWidth > innerWidth"


class Bediener:
    """Drukt op elke knop, telkens vanuit dezelfde gevulde stand."""

    def __init__(self, proef: Proef, scherm: Scherm) -> None:
        self.proef, self.scherm = proef, scherm
        (self.bewaren,) = [deel for deel in scherm.walk() if isinstance(deel, Bewaren)]
        self.bladen = next((deel for deel in scherm.walk() if isinstance(deel, Tabbladen)), None)
        self.gehad: set[str] = set()
        self.mis: list[str] = []
        self.gedrukt = 0

    def state(self) -> str:
        return json.dumps(self.bewaren.state())

    def back(self, stand: str, blad: str) -> None:
        """Zet het scherm terug in de gevulde stand, op dit blad."""
        anders = self.state() != stand
        if anders or self.here != blad:
            # In één bericht, zoals bij elke handeling; los zijn het er honderden.
            with self.proef.vanuit_python(), self.scherm.bundle():
                if anders:
                    self.bewaren.werk.from_data(json.loads(stand))
                if self.bladen is not None:
                    self.bladen.go(blad)

    @property
    def here(self) -> str:
        return self.bladen.waarde if self.bladen is not None else ""

    def press(self, blad: str, knop: list[Any]) -> list[Any] | None:
        """Druk op een knop; geeft wat er daarna te drukken valt."""
        uitkomst = self.proef.page.evaluate(DRUK, knop)
        if uitkomst.get("weg"):
            return None
        self.gedrukt += 1
        if uitkomst["waar"]:
            self.mis.append(f"{blad}: {knop[0]}: {uitkomst['waar']}")
        return list(uitkomst["lijst"])

    def everything(self) -> None:
        for blad in self.bladen.opschriften if self.bladen is not None else ("",):
            self.back(self.state(), blad)
            self.tab(blad)

    def narrow(self) -> list[str]:
        """Welke bladen op 320 pixels met ruime letters opzij schuiven, met alles uitgeklapt."""
        self.proef.page.set_viewport_size({"width": 320, "height": 900})
        self.proef.page.add_style_tag(content=RUIM)
        breed = []
        for blad in self.bladen.opschriften if self.bladen is not None else ("",):
            self.back(self.state(), blad)
            self.proef.page.evaluate(DRUK, None)
            self.proef.page.wait_for_timeout(300)
            if self.proef.page.evaluate(TE_BREED):
                breed.append(blad or "scherm")
        return breed

    def tab(self, blad: str) -> None:
        eerst = self.proef.page.evaluate(DRUK, None)["lijst"]
        stand = self.state()
        gezien = {naam for naam, _plek in eerst} | set(OVERSLAAN)
        for knop in eerst:
            # Wat op elk blad staat, zoals bij ‘Uw gegevens’, is na het eerste blad getoetst.
            if knop[0] in OVERSLAAN or knop[0] in self.gehad:
                continue
            self.back(stand, blad)
            daarna = self.press(blad, knop) or []
            # Wat er door deze knop bij kwam (Ja, Nee, Klaar), telt ook.
            for vervolg in [k for k in daarna if k[0] not in gezien and self.here == blad]:
                gezien.add(vervolg[0])
                if self.press(blad, vervolg) is None:
                    self.back(stand, blad)
                    self.press(blad, knop)
                    self.press(blad, vervolg)
        self.back(stand, blad)
        if not self.gehad:
            namen = "[...document.querySelectorAll('.lvs-bewaren button')].map(k => k.textContent)"
            self.gehad = {naam.strip() for naam in self.proef.page.evaluate(namen)}


def part(scherm: Scherm, naam: str) -> Deel:
    return next(deel for deel in scherm.walk() if deel.naam == naam)


def change(scherm: Scherm, naam: str, waarde: object) -> None:
    part(scherm, naam).receive("wijziging", {"waarde": waarde, "verlaten": True}, "")


def send(scherm: Scherm, knop: str) -> None:
    (formulier,) = [d for d in scherm.walk() if isinstance(d, Formulier) and d.knop == knop]
    formulier.receive("inzenden", {}, "")
    assert formulier.fouten == []


def click(scherm: Scherm, tekst: str) -> None:
    next(d for d in scherm.walk() if isinstance(d, Knop) and d.tekst == tekst).bij_klik()


def prompter() -> Scherm:
    """Een gehouden gesprek met afspraken, en een tweede dat is voorbereid."""
    scherm = open_prompter()
    assert isinstance(scherm, Scherm)
    bladen = next(d for d in scherm.walk() if isinstance(d, Tabbladen))

    def doe(deel: Deel, naam: str, **gegevens: object) -> None:
        """Door de deur van de pagina: een blad bestaat pas als iemand erheen gaat."""
        bericht = {"soort": "gebeurtenis", "deel": deel.id, "naam": naam, "gegevens": gegevens}
        scherm._on_message(None, bericht, [])

    def vul(einde: str, waarde: str) -> None:
        doe(next(d for d in scherm.walk() if d.naam.endswith(einde)), "wijziging", waarde=waarde)

    def zend(knop: str) -> None:
        vak = next(d for d in scherm.walk() if isinstance(d, Formulier) and d.knop == knop)
        doe(vak, "inzenden")
        assert vak.fouten == []

    def klik(tekst: str) -> None:
        doe(next(d for d in scherm.walk() if isinstance(d, Knop) and d.tekst == tekst), "klik")

    zend("Maak de gids")
    klik("Begin het gesprek")
    for wat in ("Lesbezoeken", "Toetsen vergelijken"):
        vul("+afspraak/wat", wat)
        zend("Leg deze afspraak vast")
    doe(bladen, "wijziging", waarde=3)
    vul("/moment/dag", "24-11-2026")
    zend("Rond het gesprek af")
    klik("Bereid het volgende gesprek voor")
    klik("Begin het gesprek")
    vul("+afspraak/wat", "Een dag kiezen")
    zend("Leg deze afspraak vast")
    vul("+parkeer/tekst", "Het rooster")
    zend("Parkeer dit punt")
    return scherm


def meter() -> Scherm:
    """Twee afdelingen, en een groep waarvan er een al invulde."""
    proef = Meterproef()
    proef.vul(f"{EXAMEN}/norm", "6,3")
    proef.vul(f"{EXAMEN}/resultaten/0", "6,1")
    proef.klik("Nog een afdeling")
    proef.vul(f"afdelingen/{proef.staat.afdelingen[1].id}/naam", "vwo")
    proef.stap(1)
    proef.vul("groep/eigen/rol", "docent")
    proef.vul("groep/eigen/antwoorden/stellingen", {"u5": 2, "u2": 3})
    proef.kies_modus("naam")
    proef.manier("hand")
    proef.vul("groep/hand/rol", "docent")
    proef.vul("groep/hand/personen", "12")
    proef.vul("groep/hand/stellingen/u5", "2 5 3 1 1")
    assert proef.zend("Voeg deze telling toe") == []
    proef.stap(0)
    scherm: Scherm = proef.scherm
    return scherm


def zelf() -> Scherm:
    """Een scan met antwoorden van vier groepen en een eigen stelling."""
    proef = Zelfproef()
    proef.klap("Eigen stellingen toevoegen")
    proef.vul("+eigen/thema", "bka1")
    proef.vul("+eigen/tekst", "Wij bespreken elk kwartaal wat er beter moet.")
    assert proef.zend("Voeg deze stelling toe") == []
    for rol in ("bestuur", "intern-toezicht"):
        proef.voeg_toe(*(file_of(proef.opzet, rol, 1 + nummer) for nummer in range(3)))
    proef.naar("maken")
    del proef.scherm.send
    return proef.scherm


def verkenner() -> Scherm:
    scherm = open_verkenner()
    assert isinstance(scherm, Scherm)
    return scherm


@pytest.mark.parametrize(
    ("maak", "minstens"),
    [(prompter, 60), (meter, 25), (zelf, 30), (verkenner, 8)],
    ids=["gespreksprompter", "urgentiemeter", "zelfevaluatie", "bevindingenverkenner"],
)
def test_elke_knop_houdt_de_focus_en_smal_past_alles(
    gastheer: Gastheer,
    context: BrowserContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    maak: Callable[[], Scherm],
    minstens: int,
) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    monkeypatch.delenv("LV_TOOLS_STIL", raising=False)
    scherm = maak()
    proef = gastheer.open(context, scherm)
    proef.page.evaluate("window.print = () => {}")
    bediener = Bediener(proef, scherm)
    bediener.everything()
    assert bediener.mis == []
    assert bediener.gedrukt >= minstens
    assert bediener.narrow() == []
    assert [fout for fout in proef.fouten if "404" not in fout] == []


@pytest.mark.parametrize("onderweg_ms", [60, 450])
def test_wie_meteen_doordrukt_begint_bovenaan_de_volgende_stap(
    gastheer: Gastheer, context: BrowserContext, onderweg_ms: int
) -> None:
    """Met Tab schuift de pagina zacht naar de knop; Enter kan komen voordat zij daar is."""
    lang = [Tekst(f"Alinea {nummer} van een lange stap.") for nummer in range(150)]
    knop = Knop("Verder naar Twee", lambda: bladen.go("Twee"))
    bladen = Tabbladen(
        ("Een", Kolom(Knop("Begin", lambda: None), *lang, knop)),
        ("Twee", Kolom(*(Tekst(f"Zin {nummer}.") for nummer in range(150)))),
        label="Stappen",
    )
    page = gastheer.open(context, Scherm(Tekst("Vooraf."), bladen)).page
    page.add_style_tag(content="html { scroll-behavior: smooth }")
    page.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Verder naar Twee")).to_be_focused()
    page.wait_for_timeout(onderweg_ms)
    page.keyboard.press("Enter")
    tab = page.get_by_role("tab", name="Twee")
    expect(tab).to_be_focused()
    page.wait_for_timeout(1_000)
    expect(tab).to_be_in_viewport(ratio=0.95, timeout=2_000)
