"""Een opslag die vol, traag, leeg of weg is: het werk blijft, of er staat in beeld van niet."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect
from werkplek import NIET_BEWAARD, Blad, Werkplek, matches, saved_file

VOL = """{
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...a) {
    if (globalThis.isVol) throw new DOMException('vol', 'QuotaExceededError');
    return put.apply(this, a);
  };
}"""
# De browser antwoordt nooit op de vraag om de opslag te openen, zolang hangt waar is.
HANGT = """{
  const open = IDBFactory.prototype.open;
  globalThis.hangt = %s;
  IDBFactory.prototype.open = function (...a) {
    if (globalThis.hangt > 0) { globalThis.hangt -= 1; return new EventTarget(); }
    return open.apply(this, a);
  };
}"""
ALTIJD = 1_000_000
GROOT = 950_000


def test_een_volle_opslag_staat_in_beeld_waar_getypt_wordt(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    context.add_init_script(VOL)
    blad = werkplek.open(context)
    blad.type("past nog")
    assert blad.wait_for(lambda: blad.stored("past nog"))
    blad.page.evaluate("globalThis.isVol = true")
    blad.type(" en dit niet")
    assert blad.warned(binnen=3000), blad.sentences(NIET_BEWAARD)
    for deel in (1, 0.5):
        blad.page.evaluate("d => scrollTo(0, d * document.body.scrollHeight)", deel)
        blad.rest(150)
        assert blad.warned(), f"niet in beeld op {deel:.0%} van de pagina"
    expect(blad.veld).to_be_focused()  # een waarschuwing haalt niemand uit zijn werk
    blad.page.evaluate("globalThis.isVol = false")
    blad.type(" en nu weer")
    assert blad.wait_for(lambda: blad.stored("past nog en dit niet en nu weer"))
    assert blad.wait_for(lambda: not blad.sentences(NIET_BEWAARD))


def test_een_volle_opslag_vraagt_of_de_gebruiker_weg_wil(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    context.add_init_script(VOL)
    blad = werkplek.open(context)
    blad.page.evaluate("globalThis.isVol = true")
    blad.type("nergens bewaard")
    blad.rest(1500)
    gevraagd = blad.close()
    weer = werkplek.open(context)
    assert gevraagd or weer.tekst == "nergens bewaard"


@pytest.mark.parametrize("handeling", ["andere naam", "kopie"])
def test_een_volle_opslag_kost_nooit_het_enige_bestand(
    werkplek: Werkplek, context: BrowserContext, handeling: str
) -> None:
    context.add_init_script(VOL)
    blad = werkplek.open(context)
    blad.type("het enige")
    assert blad.wait_for(lambda: blad.stored("het enige"))
    blad.page.evaluate("globalThis.isVol = true")
    if handeling == "andere naam":
        assert blad.rename("Anders")
    else:
        assert blad.press("Maak een kopie")
    blad.rest(1500)
    gelukt = r"de naam is gewijzigd|u werkt nu in de kopie"
    assert blad.sentences(gelukt) == [], "het scherm zegt dat het gelukt is"
    assert blad.stored("het enige")
    blad.reload()
    assert "het enige" in blad.everything().values()


@pytest.mark.parametrize(
    "bestand",
    [
        saved_file(["geen", "woordenboek"]),
        saved_file({"toelichting": "uit het bestand", "aantal": "geen getal"}),
        saved_file({"toelichting": "uit het bestand", "doelen": ["stuk"]}),
    ],
    ids=["lijst", "getal", "keuring"],
)
def test_een_bestand_dat_halverwege_mislukt_raakt_het_open_bestand_niet(
    werkplek: Werkplek, context: BrowserContext, bestand: str
) -> None:
    blad = werkplek.open(context)
    blad.type("een jaar werk")
    assert blad.wait_for(lambda: blad.stored("een jaar werk"))
    blad.import_file("van-een-ander.json", bestand)
    mislukt = r"mis|niet (gelukt|geopend|gelezen|te lezen|worden teruggezet)|fout|beschadigd"
    assert blad.warned(mislukt, binnen=3000), blad.sentences(mislukt)
    blad.type(" erbij")
    blad.rest(1500)
    blad.reload()
    staat = blad.everything()
    assert any(tekst.startswith("een jaar werk") for tekst in staat.values()), staat


@pytest.mark.parametrize("handeling", ["niets", "typen"])
def test_wat_deze_uitgave_niet_meer_kent_blijft_bewaard(
    werkplek: Werkplek, context: BrowserContext, handeling: str
) -> None:
    oud = saved_file({"toelichting": "werk van toen", "afdelingen": ["havo", "gymnasium"]})
    werkplek.prepare(context, "Zonder naam", oud)
    blad = werkplek.open(context)  # gymnasium is geen keuze meer
    if handeling == "typen":
        blad.type(" en van nu")
    blad.rest(1500)
    assert blad.stored("gymnasium"), blad.records()
    if handeling == "niets":
        assert [r["tekst"] for r in blad.records()] == [oud]
    blad.reload()
    staat = blad.everything()
    assert any("werk van toen" in tekst for tekst in staat.values()), staat


@pytest.mark.parametrize("handeling", ["niets", "typen"])
def test_een_bewaard_bestand_dat_niet_terug_te_zetten_is_wordt_nooit_overschreven(
    werkplek: Werkplek, context: BrowserContext, handeling: str
) -> None:
    oud = saved_file({"toelichting": "werk van toen", "doelen": ["stuk"]})
    werkplek.prepare(context, "Zonder naam", oud)
    blad = werkplek.open(context)
    if handeling == "typen":
        blad.type("van nu")
    blad.rest(1500)
    assert oud in [r["tekst"] for r in blad.records()], blad.records()
    mislukt = r"mis|niet (gelukt|geopend|gelezen|te lezen|alles|worden teruggezet|bewaard)|fout"
    assert blad.warned(mislukt), blad.sentences(mislukt)


def test_meer_dan_vijf_megabyte_gaat_weer_open_en_blijft_bewaard(
    werkplek: Werkplek, context: BrowserContext, tmp_path: Path
) -> None:
    blad = werkplek.open(context, notities=6)
    context.set_default_timeout(20_000)
    teksten = [f"{n}" * GROOT for n in range(1, 7)]
    for n, tekst in enumerate(teksten, start=1):
        blad.page.get_by_label(f"Notitie {n}").fill(tekst)
    assert blad.wait_for(lambda: blad.stored(teksten[-1][:1000]), 10)
    blad.rest(1500)
    with blad.page.expect_download() as wacht:
        assert blad.press("Opslaan als bestand")
    wacht.value.save_as(pad := tmp_path / "groot.json")
    blad.reload()
    for n, tekst in enumerate(teksten, start=1):
        lengte = blad.page.get_by_label(f"Notitie {n}").evaluate("e => e.value.length")
        assert lengte == len(tekst), f"notitie {n}: {lengte} van {len(tekst)} tekens"
    blad.type("en nog iets")
    assert blad.wait_for(lambda: blad.stored("en nog iets"), 8)
    assert not blad.sentences(r"te groot")

    inhoud = pad.read_text("utf-8")
    assert all(tekst in inhoud for tekst in teksten), f"het bestand telt {len(inhoud)} tekens"
    ander = werkplek.open(context, notities=6)
    ander.press("Nieuw bestand")
    ander.page.get_by_label("Openen uit een bestand").set_input_files(pad)
    ander.rest(3000)
    terug = ander.page.get_by_label("Notitie 6").evaluate("e => e.value.length") == GROOT
    # Te groot om te openen mag, als de gebruiker leest hoeveel het is en hoeveel er past.
    maat = r"\d+([.,]\d+)? ?(MB|megabyte)"
    assert terug or ander.warned(maat), ander.sentences(maat)


def test_opslaan_als_bestand_terwijl_python_rekent_geeft_het_nieuwste(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context)
    blad.type("de oude zin")
    assert blad.wait_for(lambda: blad.stored("de oude zin"))
    blad.rest(500)
    blad.page.evaluate("window.lvTraag = 3000")
    blad.type(" en de nieuwste")
    with blad.page.expect_download(timeout=20_000) as wacht:
        assert blad.press("Opslaan als bestand")
    inhoud = Path(wacht.value.path()).read_text("utf-8")
    eerlijk = r"zonder (uw |de )?laatste|laatste .*(nog niet|ontbre)"
    assert "de oude zin en de nieuwste" in inhoud or blad.warned(eerlijk)


@pytest.mark.parametrize("keren", [1, 2, ALTIJD])
def test_een_opslag_die_niet_opengaat_wordt_gezegd_en_kost_niets(
    werkplek: Werkplek, context: BrowserContext, keren: int
) -> None:
    werkplek.prepare(context, "Zonder naam", saved_file({"toelichting": "werk van toen"}))
    blad = Blad(context.new_page())
    blad.page.add_init_script(HANGT % keren)
    blad.page.goto(werkplek.address())
    blad.ready()
    blad.type(" werk van nu")
    belofte = blad.page.locator(".lvs-scherm").get_by_text(re.compile("wordt vanzelf bewaard"))

    def clear() -> bool:
        ergens = blad.page.evaluate("globalThis.hangt") == 0 and blad.stored("werk van nu")
        return ergens or (blad.warned() and not belofte.first.is_visible())

    assert blad.wait_for(clear, 10), blad.sentences(NIET_BEWAARD)
    blad.page.evaluate("globalThis.hangt = 0")
    blad.type(" en later")
    # Zodra het weer kan, wordt het bewaard, ook al antwoordt de eerste vraag nooit meer.
    assert blad.wait_for(lambda: blad.stored("werk van nu en later"), 12)
    blad.close()
    staat = werkplek.open(context).everything()
    assert any("werk van toen" in tekst for tekst in staat.values()), staat
    assert any("werk van nu en later" in tekst for tekst in staat.values()), staat


def _clear_from_outside(context: BrowserContext, blad: Blad) -> None:
    lijn = context.new_cdp_session(blad.page)
    oorsprong = blad.page.evaluate("location.origin")
    lijn.send("Storage.clearDataForOrigin", {"origin": oorsprong, "storageTypes": "all"})


def _delete_elsewhere(context: BrowserContext, blad: Blad) -> None:
    ander = context.new_page()
    ander.goto(f"{blad.page.evaluate('location.origin')}/elders")
    ander.evaluate(
        """() => new Promise((ok) => { const v = indexedDB.deleteDatabase('lv-tools');
        v.onsuccess = v.onerror = ok; setTimeout(ok, 2000); })"""
    )
    ander.close()


@pytest.mark.parametrize("hoe", [_clear_from_outside, _delete_elsewhere])
def test_gewiste_opslag_wordt_opnieuw_gevuld(
    werkplek: Werkplek, context: BrowserContext, hoe: Callable[[BrowserContext, Blad], None]
) -> None:
    blad = werkplek.open(context)
    blad.type("werk van vandaag")
    assert blad.wait_for(lambda: blad.stored("werk van vandaag"))
    blad.rest(600)
    hoe(context, blad)
    blad.rest(300)
    blad.type(" gaat door")
    heel = "werk van vandaag gaat door"

    def answered() -> bool:
        return blad.stored(heel) or blad.warned(f"{NIET_BEWAARD}|gewist|leeggemaakt|verdwenen")

    assert blad.wait_for(answered, 4), "niet bewaard, en er staat niets in beeld"
    oorzaken = [z["tekst"] for z in blad.sentences("privé|geen opslag toe")]
    assert oorzaken == [], "de oorzaak die er staat, klopt niet"
    blad.type(", nog steeds")
    assert blad.wait_for(lambda: blad.stored(f"{heel}, nog steeds"), 10)
    assert not blad.warned(NIET_BEWAARD)
    blad.reload()
    assert f"{heel}, nog steeds" in blad.everything().values()


def test_wie_zelf_wist_krijgt_geen_werk_terug(werkplek: Werkplek, context: BrowserContext) -> None:
    blad = werkplek.open(context)
    blad.type("geheim")
    assert blad.wait_for(lambda: blad.stored("geheim"))
    assert blad.press("Wis alles")
    assert blad.press("Ja, wis alles")
    assert blad.wait_for(lambda: blad.tekst == "")
    blad.rest(1500)
    alles = blad.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "geheim" not in alles
    assert not blad.stored("geheim")
    blad.reload()
    assert blad.tekst == ""
    assert not matches("geheim", str(blad.records()))
