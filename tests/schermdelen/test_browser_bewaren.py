"""Bewaren in een echte browser: niets gaat verloren, niets wordt overschreven, wissen is wissen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from gastheer import Gastheer, Proef
from playwright.sync_api import BrowserContext, Locator, Page, expect
from proefwerk import Proefwerk, screen

from lv_tools.bouwdoos.veld import Velden
from lv_tools.schermdelen import Bewaren, Invoerveld, Vinkjes

HTML = "text/html; charset=utf-8"
RECORDS = """async () => new Promise((ok) => {
  const vraag = indexedDB.open('lv-tools');
  vraag.onsuccess = () => {
    const db = vraag.result;
    if (!db.objectStoreNames.contains('bestanden')) { db.close(); ok([]); return; }
    const alle = db.transaction('bestanden').objectStore('bestanden').getAll();
    alle.onsuccess = () => {
      db.close();
      // Wat getypt is, staat los naast het bestand; hier horen zij bij elkaar.
      const heel = alle.result.filter((r) => !Array.isArray(r.naam));
      const bij = (r) => alle.result.find((los) =>
        los.instrument === r.instrument && Array.isArray(los.naam) && los.naam[0] === r.naam);
      ok(heel.map((r) => ({ ...r, naloop: { ...r.naloop, ...bij(r)?.naloop } })));
    };
  };
})"""


@dataclass
class Tab:
    """Een tabblad met het proefhulpmiddel."""

    proef: Proef
    veld: Invoerveld
    vinkjes: Vinkjes
    instrument: str

    @property
    def page(self) -> Page:
        return self.proef.page

    @property
    def invoer(self) -> Locator:
        return self.page.get_by_label("Toelichting")

    @property
    def stand(self) -> Locator:
        return self.page.locator(".lvs-stand")

    def records(self) -> list[dict[str, Any]]:
        uit: list[dict[str, Any]] = self.page.evaluate(RECORDS)
        return uit

    def bewaard(self, naam: str = "Zonder naam") -> str:
        """Geef wat er voor het veld in de opslag staat, met de naloop erbij."""
        for record in self.records():
            if (record["instrument"], record["naam"]) == (self.instrument, naam):
                tekst = json.loads(record["tekst"])["staat"]["staat"] if record["tekst"] else {}
                return str({**tekst, **record["naloop"]}.get("toelichting"))
        return ""

    def knop(self, naam: str) -> None:
        if not self.page.locator("details", has_text="Bestanden beheren").get_attribute("open"):
            self.page.locator("summary", has_text="Bestanden beheren").evaluate(
                "e => { e.parentElement.open = true; }"
            )
        self.page.get_by_role("button", name=naam, exact=True).click()


Openen = Callable[..., Tab]


@pytest.fixture
def openen(gastheer: Gastheer, context: BrowserContext) -> Openen:
    def doe(instrument: str = "proef", pad: str = "/licht", **rest: Any) -> Tab:
        velden = Velden(werk := Proefwerk())
        veld = velden.text("toelichting", "Toelichting")
        vinkjes = velden.checks("afdelingen", "Afdelingen", ["havo", "vwo"])
        bewaren = Bewaren(instrument, werk=werk, **{"plaats": "pagina", **rest})
        scherm = screen(werk, velden, bewaren, veld, vinkjes, titel="Proef")
        proef = gastheer.open(context, scherm, pad=pad)
        tab = Tab(proef, veld, vinkjes, instrument)
        proef.wacht(lambda: bool(bewaren.bestand))
        return tab

    return doe


def test_axe_vindt_niets_in_het_paneel(openen: Openen) -> None:
    for pad in ("/licht", "/donker"):
        tab = openen(pad=pad, instrument=f"proef-{pad[1:]}")
        tab.page.set_viewport_size({"width": 320, "height": 800})
        tab.invoer.fill("x")
        tab.knop("Andere naam")
        tab.knop("Wis alles")
        tab.knop("Verwijder dit bestand")
        tab.page.get_by_text("Waar staan mijn gegevens?").click()
        assert tab.proef.axe() == []
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= 320
        assert tab.proef.fouten == []


def test_getypte_tekst_is_binnen_een_seconde_bewaard_zonder_het_veld_te_verlaten(
    openen: Openen,
) -> None:
    tab = openen()
    tab.invoer.press_sequentially("Wij bezoeken elkaar", delay=2)
    tab.proef.wacht(lambda: tab.bewaard() == "Wij bezoeken elkaar", tijd=1.0)
    expect(tab.invoer).to_be_focused()
    expect(tab.stand).to_contain_text("Bewaard op dit apparaat om")


def test_na_sluiten_of_vastlopen_staat_alles_er_weer(openen: Openen) -> None:
    tab = openen()
    tab.invoer.fill("blijf staan")
    tab.page.get_by_label("vwo").check()
    tab.proef.wacht(lambda: tab.bewaard() == "blijf staan", tijd=1.0)
    tab.proef.wacht(lambda: '"vwo"' in tab.records()[0]["tekst"])
    tab.page.close()
    weer = openen()
    expect(weer.invoer).to_have_value("blijf staan")
    expect(weer.page.get_by_label("vwo")).to_be_checked()
    assert weer.vinkjes.waarde == ("vwo",)


def test_ook_als_python_vastloopt_is_het_getypte_bewaard(openen: Openen) -> None:
    tab = openen()
    tab.invoer.fill("eerst")
    tab.proef.wacht(lambda: '"eerst"' in (tab.records() or [{"tekst": ""}])[0]["tekst"])
    tab.proef.brug.doof = True
    tab.invoer.fill("daarna")
    tab.proef.wacht(lambda: tab.bewaard() == "daarna", tijd=1.0)
    tab.page.close()
    weer = openen()
    expect(weer.invoer).to_have_value("daarna")
    weer.proef.wacht(lambda: '"daarna"' in weer.records()[0]["tekst"])


def test_twee_tabbladen_overschrijven_elkaar_niet(openen: Openen) -> None:
    een = openen()
    een.invoer.fill("van een")
    een.proef.wacht(lambda: een.bewaard() == "van een")
    twee = openen()
    alarm = twee.page.get_by_role("alert").filter(has_text="ook in een ander tabblad open")
    expect(alarm).to_be_visible()
    expect(twee.invoer).to_have_value("van een")
    assert twee.proef.axe() == []
    twee.invoer.fill("van twee")
    twee.page.wait_for_timeout(900)
    assert twee.bewaard() == "van een"
    twee.page.get_by_role("button", name="Ga hier verder met een kopie").click()
    expect(alarm).to_be_hidden()
    twee.proef.wacht(lambda: twee.bewaard("Zonder naam (kopie)") == "van twee")
    een.invoer.fill("van een, later")
    een.proef.wacht(lambda: een.bewaard() == "van een, later")
    assert een.bewaard("Zonder naam (kopie)") == "van twee"


def test_ophalen_wat_in_het_andere_tabblad_staat(openen: Openen) -> None:
    een = openen()
    een.invoer.fill("oud")
    een.proef.wacht(lambda: een.bewaard() == "oud")
    twee = openen()
    een.invoer.fill("nieuw")
    een.proef.wacht(lambda: een.bewaard() == "nieuw")
    een.page.close()
    twee.page.get_by_role("button", name="Haal op wat daar staat").click()
    expect(twee.invoer).to_have_value("nieuw")
    twee.invoer.fill("verder")
    twee.proef.wacht(lambda: twee.bewaard() == "verder")


def test_zonder_sloten_wordt_er_ook_niets_overschreven(
    openen: Openen, context: BrowserContext
) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
    een, twee = openen(), openen()
    een.invoer.fill("van een")
    een.proef.wacht(lambda: een.bewaard() == "van een")
    twee.invoer.fill("van twee")
    expect(twee.page.get_by_text("ook in een ander tabblad open")).to_be_visible()
    assert twee.bewaard() == "van een"
    twee.page.get_by_role("button", name="Ga hier verder met een kopie").click()
    twee.proef.wacht(lambda: twee.bewaard("Zonder naam (kopie)") == "van twee")


def test_twee_hulpmiddelen_zitten_elkaar_niet_in_de_weg(openen: Openen) -> None:
    een, ander = openen("proef"), openen("anders")
    een.invoer.fill("een")
    ander.invoer.fill("ander")
    een.proef.wacht(lambda: een.bewaard() == "een" and len(een.records()) == 2)
    assert {r["instrument"] for r in een.records()} == {"proef", "anders"}
    een.knop("Wis alles")
    een.page.get_by_role("button", name="Ja, wis alles").click()
    een.proef.wacht(lambda: [r["instrument"] for r in een.records()] == ["anders"])


VOL = """
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...a) {
    if (globalThis.isVol) throw new DOMException('vol', 'QuotaExceededError');
    return put.apply(this, a);
  };
"""


def test_een_volle_opslag_wordt_gezegd_en_herstelt_zich(
    openen: Openen, context: BrowserContext
) -> None:
    context.add_init_script(VOL)
    tab = openen()
    tab.page.evaluate("globalThis.isVol = true")
    tab.invoer.fill("past niet")
    alarm = tab.page.get_by_role("alert").filter(has_text="de opslag van uw browser is vol")
    expect(alarm).to_contain_text("Sla uw werk op als bestand")
    with tab.page.expect_download() as wacht:
        tab.page.get_by_role("button", name="Opslaan als bestand").click()
    assert "past niet" in Path(wacht.value.path()).read_text("utf-8")
    tab.page.evaluate("globalThis.isVol = false")
    tab.invoer.fill("past weer")
    tab.proef.wacht(lambda: tab.bewaard() == "past weer")
    expect(alarm).to_be_hidden()


@pytest.mark.parametrize(
    "stuk",
    [
        "Object.defineProperty(globalThis, 'indexedDB', {value: undefined})",
        "IDBFactory.prototype.open = () => { throw new DOMException('nee', 'SecurityError'); }",
    ],
)
def test_zonder_opslag_werkt_het_hulpmiddel_en_zegt_het_dat(
    openen: Openen, context: BrowserContext, stuk: str
) -> None:
    context.add_init_script(stuk)
    tab = openen()
    expect(tab.page.get_by_text("uw browser laat hier geen opslag toe")).to_be_visible()
    tab.invoer.fill("toch werken")
    tab.proef.wacht(lambda: tab.veld.waarde == "toch werken")
    with tab.page.expect_download() as wacht:
        tab.page.get_by_role("button", name="Opslaan als bestand").click()
    assert "toch werken" in Path(wacht.value.path()).read_text("utf-8")


def test_wis_alles_vraagt_na_en_wist_echt_alles(openen: Openen) -> None:
    tab = openen()
    tab.invoer.fill("geheim")
    tab.proef.wacht(lambda: tab.bewaard() == "geheim")
    tab.knop("Maak een kopie")
    tab.proef.wacht(lambda: len(tab.records()) == 2)
    ander = openen()
    ander.invoer.fill("in het andere tabblad")
    tab.knop("Wis alles")
    expect(tab.page.get_by_role("button", name="Nee, laat staan")).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_role("button", name="Wis alles", exact=True)).to_be_focused()
    assert len(tab.records()) == 2
    tab.knop("Wis alles")
    tab.page.get_by_role("button", name="Ja, wis alles").click()
    expect(tab.page.get_by_text("Alles van dit hulpmiddel is gewist.")).to_be_visible()
    expect(tab.invoer).to_have_value("")
    assert tab.veld.waarde == ""
    expect(ander.page.get_by_text("in een ander tabblad is alles gewist.")).to_be_visible()
    ander.invoer.fill("nog iets")
    ander.page.wait_for_timeout(700)
    assert tab.records() == []
    ander.page.get_by_role("button", name="Bewaar dit in een nieuw bestand").click()
    ander.proef.wacht(lambda: len(ander.records()) == 1)


def test_bestanden_met_eigen_namen(openen: Openen) -> None:
    tab = openen()
    tab.invoer.fill("havo")
    tab.proef.wacht(lambda: tab.bewaard() == "havo")
    tab.knop("Andere naam")
    naamveld = tab.page.get_by_label("Nieuwe naam")
    expect(naamveld).to_be_focused()
    naamveld.fill("Afdeling havo <b>")
    tab.page.get_by_role("button", name="Geef deze naam").click()
    tab.proef.wacht(lambda: [r["naam"] for r in tab.records()] == ["Afdeling havo <b>"])
    tab.knop("Nieuw bestand")
    expect(tab.invoer).to_have_value("")
    tab.invoer.fill("vwo")
    tab.proef.wacht(lambda: tab.bewaard() == "vwo")
    keuze = tab.page.get_by_label("Welk bestand is open")
    keuze.select_option("Afdeling havo <b>")
    expect(tab.invoer).to_have_value("havo")
    # Werk zonder naam kiest men op de dag; wie er een gaf, ziet die.
    expect(keuze.locator("option:checked")).to_have_text("Afdeling havo <b>")
    naamloos = keuze.locator("option", has_text="Nog zonder naam")
    expect(naamloos).to_have_text(
        re.compile(r"^Nog zonder naam, van \d+ \w+ \d{4}, \d\d\.\d\d uur$")
    )
    expect(tab.stand).not_to_contain_text("Zonder naam")
    keuze.select_option("Zonder naam")
    expect(tab.invoer).to_have_value("vwo")
    tab.knop("Verwijder dit bestand")
    tab.page.get_by_role("button", name="Ja, verwijder dit bestand").click()
    expect(tab.invoer).to_have_value("havo")
    assert [r["naam"] for r in tab.records()] == ["Afdeling havo <b>"]


def test_ook_bij_trage_python_komt_elke_wijziging_in_het_goede_bestand(openen: Openen) -> None:
    tab = openen()
    tab.invoer.fill("aaa")
    tab.proef.wacht(lambda: tab.bewaard() == "aaa")
    tab.knop("Nieuw bestand")
    expect(tab.invoer).to_have_value("")
    tab.proef.brug.traag = 0.4
    tab.invoer.fill("bbb")
    tab.page.get_by_label("Welk bestand is open").select_option("Zonder naam")
    expect(tab.invoer).to_have_value("aaa")
    tab.page.get_by_label("havo").check()
    tab.page.get_by_label("Welk bestand is open").select_option("Zonder naam (2)")
    expect(tab.invoer).to_have_value("bbb")
    expect(tab.page.get_by_label("havo")).not_to_be_checked()
    assert tab.bewaard() == "aaa"
    assert tab.bewaard("Zonder naam (2)") == "bbb"
    teksten = {r["naam"]: r["tekst"] for r in tab.records()}
    assert '"havo"' in teksten["Zonder naam"]
    assert '"havo"' not in teksten["Zonder naam (2)"]


def test_opslaan_als_bestand_en_weer_openen(openen: Openen, tmp_path: Path) -> None:
    tab = openen()
    tab.invoer.fill("van school A")
    tab.proef.wacht(lambda: tab.bewaard() == "van school A")
    with tab.page.expect_download() as wacht:
        tab.page.get_by_role("button", name="Opslaan als bestand").click()
    naam = wacht.value.suggested_filename
    assert re.fullmatch(r"proef-zonder-naam-\d{4}-\d\d-\d\d\.lv\.json", naam), naam
    pad = tmp_path / "van-a.json"
    wacht.value.save_as(pad)
    tab.invoer.fill("intussen verder")
    tab.proef.wacht(lambda: tab.bewaard() == "intussen verder")
    tab.page.get_by_label("Openen uit een bestand").set_input_files(pad)
    expect(tab.invoer).to_have_value("van school A")
    tab.proef.wacht(lambda: tab.bewaard("Zonder naam (2)") == "van school A")
    assert tab.bewaard() == "intussen verder"


@pytest.mark.parametrize("inhoud", ["", "{", "PK\x03\x04", '{"formaat": "lv-tools"}', "[" * 9999])
def test_een_vreemd_bestand_verandert_niets(openen: Openen, tmp_path: Path, inhoud: str) -> None:
    tab = openen()
    tab.invoer.fill("blijft")
    pad = tmp_path / "vreemd.json"
    pad.write_text(inhoud)
    tab.page.get_by_label("Openen uit een bestand").set_input_files(pad)
    expect(tab.page.get_by_role("alert").filter(has_text="vreemd.json: ")).to_be_visible()
    expect(tab.invoer).to_have_value("blijft")
    tab.proef.wacht(lambda: tab.bewaard() == "blijft")


def test_een_beschadigd_bestand_in_de_opslag_blijft_staan(
    openen: Openen, context: BrowserContext
) -> None:
    tab = openen()
    tab.invoer.fill("x")
    tab.proef.wacht(lambda: tab.bewaard() == "x" and not tab.records()[0]["naloop"])
    adres = urljoin(tab.page.url, "/leeg")
    tab.page.close()
    # Op een lege pagina van dezelfde site: een open hulpmiddel zou er nog overheen bewaren.
    leeg = context.new_page()
    leeg.route(adres, lambda route: route.fulfill(body="<title>leeg</title>", content_type=HTML))
    leeg.goto(adres)
    leeg.evaluate(
        """async () => new Promise((ok) => { const v = indexedDB.open('lv-tools');
        v.onsuccess = () => { const w = v.result.transaction('bestanden', 'readwrite')
          .objectStore('bestanden'); const g = w.get(['proef', 'Zonder naam']);
          g.onsuccess = () => { w.put({...g.result, tekst: '{half', naloop: {}}).onsuccess =
            () => { v.result.close(); ok(); }; }; }; })"""
    )
    leeg.close()
    weer = openen()
    expect(weer.page.get_by_text("het bestand is afgebroken of beschadigd")).to_be_visible()
    weer.invoer.fill("opnieuw")
    weer.page.get_by_role("button", name="Bewaar dit in een nieuw bestand").click()
    weer.proef.wacht(lambda: weer.bewaard("Zonder naam (kopie)") == "opnieuw")
    assert [r["tekst"] for r in weer.records() if r["naam"] == "Zonder naam"] == ["{half"]


def test_naast_het_notebook_werkt_hetzelfde_paneel(openen: Openen, tmp_path: Path) -> None:
    plek: dict[str, Any] = {"plaats": "map", "map": tmp_path}
    tab = openen(**plek)
    tab.invoer.fill("in een bestand")
    expect(tab.stand).to_contain_text("Bewaard naast het notebook om")
    (pad,) = (tmp_path / "proef").iterdir()
    assert json.loads(pad.read_text("utf-8"))["staat"]["staat"]["toelichting"] == "in een bestand"
    assert tab.records() == []
    tab.knop("Maak een kopie")
    tab.proef.wacht(lambda: len(list((tmp_path / "proef").iterdir())) == 2)
    tab.page.close()

    weer = openen(**plek)
    expect(weer.invoer).to_have_value("in een bestand")
    twee = openen(**plek)
    expect(twee.invoer).to_have_value("in een bestand")
    twee.invoer.fill("van twee")
    expect(twee.stand).to_contain_text("Bewaard")
    weer.invoer.fill("van een")
    expect(weer.page.get_by_text("ook in een ander tabblad open")).to_be_visible()
    weer.knop("Wis alles")
    weer.page.get_by_role("button", name="Ja, wis alles").click()
    expect(weer.page.get_by_text("Alles van dit hulpmiddel is gewist.")).to_be_visible()
    assert not (tmp_path / "proef").exists()
