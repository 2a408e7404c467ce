"""Het dossier in een echte browser: van tabblad naar tabblad, ook als een ander het vasthoudt."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from gastheer import Gastheer, Proef
from playwright.sync_api import BrowserContext, expect
from proefwerk import Proefwerk

from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Herkomst
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen, Ophalen
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen import Bewaren, Scherm

SOORTEN = (Gespreksvraag,)
WERK: Werk[str, str] = Werk("", lambda staat: staat, neemt=SOORTEN, geeft=SOORTEN)
UITWEG = "Neem de vragen mee als bestand."
KLAAR = "Leg deze vragen klaar voor een gesprek"
#: Houd het dossier vast zoals een tabblad dat midden in een wijziging zit.
HOUD_VAST = """() => navigator.locks.request('lv-tools:dossier:Dossier op dit apparaat',
  () => new Promise((los) => { window.los = los; }))"""


@dataclass
class Bladen:
    """Bladzijden van twee hulpmiddelen op hetzelfde apparaat."""

    gastheer: Gastheer
    context: BrowserContext
    genomen: list[Pakket] = field(default_factory=list)

    def geven(self, werk: str = "w1", titel: str = "Vier rectoren") -> Proef:
        van = Herkomst("zelfevaluatie", titel)
        gift = Gift(van, werk, (Gespreksvraag("Wat zien wij in de les?"),))
        deel = Klaarleggen(WERK, lambda: gift, KLAAR, uitweg=UITWEG, plaats="pagina").deel
        return self.gastheer.open(self.context, Scherm(deel, titel="Geven"))

    def nemen(self, pad: str = "/licht") -> Proef:
        deel = Ophalen(WERK, self._take, plaats="pagina").deel
        return self.gastheer.open(self.context, Scherm(deel, titel="Nemen"), pad=pad)

    def _take(self, pakket: Pakket) -> str:
        self.genomen.append(pakket)
        return "Meegenomen."


@pytest.fixture
def bladen(gastheer: Gastheer, context: BrowserContext) -> Bladen:
    return Bladen(gastheer, context)


def test_wat_klaarligt_verschijnt_in_het_andere_tabblad_en_blijft(bladen: Bladen) -> None:
    nemen, geven = bladen.nemen(), bladen.geven()
    geven.page.get_by_role("button", name=KLAAR).press("Enter")
    expect(geven.page.get_by_text("1 vraag ligt klaar, op dit apparaat.")).to_be_visible()
    neem = nemen.page.get_by_role("button", name="Neem mee: zelfevaluatie ‘Vier rectoren’")
    neem.press("Enter")
    expect(nemen.page.get_by_text("Meegenomen.")).to_be_visible()
    assert [p.stukken[0].tekst for p in bladen.genomen] == ["Wat zien wij in de les?"]
    # Een ander werk komt erbij; na opnieuw openen ligt alles er nog.
    bladen.geven("w2", "Het team").page.get_by_role("button", name=KLAAR).click()
    expect(nemen.page.get_by_role("listitem")).to_have_count(2)
    nemen.page.close()
    weer = bladen.nemen("/donker")
    expect(weer.page.get_by_role("listitem")).to_have_count(2)
    kaarten = weer.page.get_by_role("list", name="Wat er voor u klaarligt").get_by_role("listitem")
    weer.page.set_viewport_size({"width": 320, "height": 800})
    weer.page.get_by_text("Dossier: kiezen, als bestand, samenvoegen").click()
    assert weer.axe() == []
    assert weer.page.evaluate("document.documentElement.scrollWidth") <= 320
    # Met het toetsenbord leegmaken en terugzetten: de focus staat steeds op wat er kwam.
    weer.page.get_by_role("button", name="Maak het dossier leeg").press("Enter")
    terug = weer.page.get_by_role("button", name="Zet terug wat er lag")
    expect(terug).to_be_focused()
    expect(kaarten).to_have_count(0)
    terug.press("Enter")
    expect(kaarten).to_have_count(2)
    expect(weer.page.get_by_role("button", name="Neem mee").first).to_be_focused()
    assert weer.fouten == geven.fouten == []


def test_het_dossier_als_bestand_gaat_op_een_ander_apparaat_open(
    bladen: Bladen, gastheer: Gastheer
) -> None:
    bladen.geven().page.get_by_role("button", name=KLAAR).click()
    nemen = bladen.nemen()
    nemen.page.get_by_text("Dossier: kiezen, als bestand, samenvoegen").click()
    with nemen.page.expect_download() as vangst:
        nemen.page.get_by_role("button", name="Sla het dossier op als bestand").click()
    context = nemen.page.context.browser.new_context(locale="nl-NL")
    try:
        ander = Bladen(gastheer, context).nemen()
        ander.page.get_by_text("Dossier: kiezen, als bestand, samenvoegen").click()
        ander.page.locator("input[type=file]").set_input_files(str(vangst.value.path()))
        expect(ander.page.get_by_role("table")).to_contain_text("Wat zien wij in de les?")
        assert ander.axe() == []
        ander.page.get_by_role("button", name="Neem over", exact=True).press("Enter")
        expect(ander.page.get_by_role("button", name="Neem mee")).to_have_count(1)
        terug = ander.page.get_by_role("button", name="Maak het overnemen ongedaan")
        expect(terug).to_be_focused()
        # Een tweede dossier, met een eigen naam; het eerste blijft zoals het was.
        ander.page.get_by_label("Nieuw dossier").fill("Mavo 2026")
        ander.page.get_by_role("button", name="Maak dit dossier").press("Enter")
        expect(ander.page.get_by_text("‘Mavo 2026’ is gemaakt, en is nu open.")).to_be_visible()
        expect(ander.page.get_by_role("button", name="Neem mee")).to_have_count(0)
        ander.page.get_by_label("Welk dossier is open").select_option("Dossier op dit apparaat")
        expect(ander.page.get_by_role("button", name="Neem mee")).to_have_count(1)
        assert ander.fouten == []
    finally:
        context.close()


def test_een_ander_tabblad_dat_bezig_is_wordt_afgewacht(bladen: Bladen) -> None:
    bezig, geven = bladen.nemen(), bladen.geven()
    bezig.page.evaluate(f"() => {{ ({HOUD_VAST})(); }}")
    geven.page.get_by_role("button", name=KLAAR).click()
    geven.page.wait_for_timeout(400)
    bezig.page.evaluate("() => window.los()")
    expect(geven.page.get_by_text("1 vraag ligt klaar, op dit apparaat.")).to_be_visible()
    # Wie het niet loslaat, laat het mislukken met een zin; er verandert niets.
    bezig.page.evaluate(f"() => {{ ({HOUD_VAST})(); }}")
    ander = bladen.geven("w2", "Het team")
    ander.page.get_by_role("button", name=KLAAR).click()
    zin = "een ander tabblad is er nog mee bezig. Neem de vragen mee als bestand."
    expect(ander.page.get_by_text(zin)).to_be_visible(timeout=15_000)
    expect(bezig.page.get_by_role("listitem")).to_have_count(1)


def test_zonder_opslag_in_de_browser_hoort_de_lezer_waarom(bladen: Bladen) -> None:
    bladen.context.add_init_script("Object.defineProperty(window, 'indexedDB', { value: null })")
    geven = bladen.geven()
    geven.page.get_by_role("button", name=KLAAR).click()
    expect(geven.page.get_by_text("uw browser laat hier geen opslag toe")).to_be_visible()


def test_wis_alles_in_een_hulpmiddel_raakt_het_dossier_niet(bladen: Bladen) -> None:
    deel = Klaarleggen(
        WERK,
        lambda: Gift(Herkomst("zelfevaluatie"), "w1", (Gespreksvraag("Waarom?"),)),
        KLAAR,
        plaats="pagina",
    ).deel
    bewaren = Bewaren("zelfevaluatie", werk=Proefwerk(), plaats="pagina")
    proef = bladen.gastheer.open(bladen.context, Scherm(deel, bewaren, titel="Geven"))
    proef.page.get_by_role("button", name=KLAAR).click()
    expect(proef.page.get_by_text("1 vraag ligt klaar, op dit apparaat.")).to_be_visible()
    proef.page.get_by_text("Bestanden beheren").click()
    proef.page.get_by_role("button", name="Wis alles", exact=True).click()
    proef.page.get_by_role("button", name="Ja, wis alles").click()
    expect(proef.page.get_by_text("gewist")).to_be_visible()
    expect(bladen.nemen().page.get_by_role("listitem")).to_have_count(1)
