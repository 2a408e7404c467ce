"""Elk schermdeel in een echte browser: te bedienen, te lezen, en nooit stil als er iets misgaat."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gastheer import Gastheer, Proef
from playwright.sync_api import BrowserContext, Page, expect
from proefscherm import Proefscherm, blad

from lv_tools.schermdelen import (
    Figuur,
    Invoerveld,
    Keuzelijst,
    Knop,
    Koppeling,
    Mededeling,
    Schaalpunt,
    Scherm,
    Sectie,
    Stelling,
    Tabel,
    Tekst,
    Veld,
    Vragenlijst,
)

Openen = Callable[..., tuple[Proef, Proefscherm]]


@pytest.fixture
def openen(gastheer: Gastheer, context: BrowserContext) -> Openen:
    def doe(**rest: Any) -> tuple[Proef, Proefscherm]:
        proefscherm = Proefscherm()
        return gastheer.open(context, proefscherm.scherm(), **rest), proefscherm

    return doe


def geen_zijwaarts_schuiven(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("pad", ["/licht", "/donker"])
@pytest.mark.parametrize("breed", [320, 1280])
def test_axe_vindt_niets_in_welke_stand_ook(openen: Openen, pad: str, breed: int) -> None:
    proef, _ = openen(pad=pad, breed=breed)
    page = proef.page
    page.locator(".lvs-tekening[data-getekend]").wait_for()
    assert proef.axe() == []
    assert geen_zijwaarts_schuiven(page)

    page.get_by_text("Dezelfde gegevens als tabel").click()
    assert proef.axe() == []
    page.get_by_role("tab", name="Tabel").click()
    page.get_by_text("Meer weten?").click()
    page.get_by_role("button", name="Doe iets dat misgaat").click()
    page.get_by_label("Aantal leerlingen").fill("veel")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    page.get_by_text("Er kloppen nog").wait_for()
    assert proef.axe() == []
    assert geen_zijwaarts_schuiven(page)
    assert proef.fouten == []


def test_met_de_kleuren_van_het_systeem_blijft_alles_te_bedienen(openen: Openen) -> None:
    proef, _ = openen()
    proef.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    proef.page.locator(".lvs-tekening[data-getekend]").wait_for()
    assert proef.axe() == []
    randen = proef.page.evaluate(
        "[...document.querySelectorAll('.lvs-knop')].filter(k => k.offsetParent)"
        ".map(k => getComputedStyle(k).borderTopWidth)"
    )
    assert randen
    assert set(randen) == {"2px"}


def loop(page: Page) -> list[dict[str, Any]]:
    """Loop met Tab door het scherm en geef elke halte met naam en rand."""
    haltes: list[dict[str, Any]] = []
    page.locator("h1").click()
    for _ in range(80):
        page.keyboard.press("Tab")
        halte = page.evaluate(
            """() => { const e = document.activeElement;
            if (!e.closest('#plaats')) return null;
            const s = getComputedStyle(e), z = getComputedStyle(e.nextElementSibling || e);
            return { soort: e.tagName + '/' + (e.type || ''), groep: e.name || '', id: e.id,
              tekst: (e.labels?.[0] || e).textContent.trim(),
              rand: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2
                || z.outlineStyle !== 'none' && parseFloat(z.outlineWidth) >= 2,
              toets: e.hasAttribute('data-lm-suppress-shortcuts') || e.tagName === 'DIV' }; }"""
        )
        if halte is None:
            break
        haltes.append(halte)
    return haltes


@pytest.mark.parametrize("pad", ["/licht", "/donker"])
def test_elke_halte_is_te_zien_en_een_groep_rondjes_is_een_halte(openen: Openen, pad: str) -> None:
    proef, _ = openen(pad=pad)
    haltes = loop(proef.page)
    assert len(haltes) > 24
    assert [h for h in haltes if not h["rand"]] == []
    assert [h for h in haltes if not h["toets"]] == []
    rondjes = [h["groep"] for h in haltes if h["soort"] == "INPUT/radio"]
    assert len(rondjes) == len(set(rondjes)) == 5


def test_kiezen_met_het_toetsenbord(openen: Openen) -> None:
    proef, proefscherm = openen()
    page, delen = proef.page, proefscherm.delen
    page.get_by_label("Standaard").focus()
    page.keyboard.press("ArrowDown")
    proef.wacht(lambda: delen["lijst"].waarde == "OP1")  # type: ignore[attr-defined]
    page.get_by_role("radio", name="aantallen").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    proef.wacht(lambda: delen["rondjes"].waarde == "percentages")  # type: ignore[attr-defined]
    page.get_by_role("checkbox", name="havo").focus()
    page.keyboard.press("Space")
    proef.wacht(lambda: delen["vinkjes"].waarde == ("havo",))  # type: ignore[attr-defined]
    page.get_by_role("button", name="Alles kiezen bij Afdelingen").press("Enter")
    proef.wacht(lambda: len(delen["vinkjes"].waarde) == 3)  # type: ignore[attr-defined]
    page.get_by_role("button", name="Niets kiezen bij Afdelingen").press("Enter")
    proef.wacht(lambda: delen["vinkjes"].waarde == ())  # type: ignore[attr-defined]
    assert proefscherm.gebeurd[:3] == ["OP1", "aantallen", "percentages"]


def test_tabbladen_met_pijltjes(openen: Openen) -> None:
    proef, proefscherm = openen()
    page = proef.page
    page.get_by_role("tab", name="Figuur").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Tabel")).to_be_focused()
    expect(page.get_by_role("tabpanel")).to_contain_text("Uitdagingen per standaard")
    proef.wacht(lambda: proefscherm.delen["bladen"].waarde == "Tabel")  # type: ignore[attr-defined]
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Figuur")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(page.get_by_role("tab", name="Tabel")).to_be_focused()


def test_de_schaal_met_pijltjes_en_wisselen_van_respondent(openen: Openen) -> None:
    proef, proefscherm = openen()
    page = proef.page
    groep = page.get_by_role("group", name="1. Wij bezoeken elkaars lessen.")
    expect(groep).to_have_accessible_description("De afgelopen drie maanden.")
    groep.get_by_role("radio", name="niet", exact=True).focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    lijst = proefscherm.delen["vragenlijst"]
    proef.wacht(lambda: lijst.waarde == {"s1": None})  # type: ignore[attr-defined]
    expect(page.get_by_text("1 van de 4 beantwoord.")).to_be_visible()
    with proef.vanuit_python():  # de antwoorden van een ander
        lijst.waarde = {}  # type: ignore[attr-defined]
    expect(groep.get_by_role("radio", name="weet ik niet")).not_to_be_checked()
    expect(page.get_by_text("0 van de 4 beantwoord.")).to_be_visible()
    groep.get_by_role("radio", name="voldoende").check()
    proef.wacht(lambda: lijst.waarde == {"s1": 3})  # type: ignore[attr-defined]
    with proef.vanuit_python():
        lijst.waarde = {"s1": None}  # type: ignore[attr-defined]
    expect(groep.get_by_role("radio", name="weet ik niet")).to_be_checked()


def test_een_formulier_zegt_wat_er_mist_en_brengt_u_ernaartoe(openen: Openen) -> None:
    proef, proefscherm = openen()
    page = proef.page
    page.get_by_label("Aantal leerlingen").fill("veel")
    page.get_by_label("Aantal leerlingen").press("Enter")
    overzicht = page.get_by_role("group", name="Er kloppen nog 3 dingen niet")
    expect(overzicht).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    veld = page.get_by_label("Aantal leerlingen")
    expect(veld).to_be_focused()
    expect(veld).to_have_attribute("aria-invalid", "true")
    expect(veld).to_have_accessible_description(
        "Op 1 oktober. Aantal leerlingen: ‘veel’ is geen heel getal. "
        "Typ een heel getal, bijvoorbeeld 12."
    )
    veld.fill("1.200")
    expect(veld).not_to_have_attribute("aria-invalid", "true")
    page.get_by_label("Naam van de school").fill("De Brug")
    page.get_by_label("Uw rol").select_option("d")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("Opgeslagen.")).to_be_visible()
    expect(overzicht).to_be_hidden()
    assert proefscherm.gebeurd[-1]["n"] == 1200


def test_wat_getypt_wordt_is_binnen_een_seconde_bij_python(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    veld = Invoerveld(Veld("t", "Toelichting", "tekstvak"))
    proef = gastheer.open(context, Scherm(veld))
    invoer = proef.page.get_by_label("Toelichting")
    invoer.press_sequentially("Wij bezoeken elkaar", delay=5)
    proef.wacht(lambda: veld.waarde == "Wij bezoeken elkaar", tijd=1.0)
    expect(invoer).to_be_focused()
    invoer.press_sequentially("s lessen", delay=60)
    proef.wacht(lambda: veld.waarde == "Wij bezoeken elkaars lessen", tijd=1.0)
    assert invoer.input_value() == "Wij bezoeken elkaars lessen"


def test_python_die_een_veld_wijzigt_verstoort_het_typen_niet(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    mededeling = Mededeling()
    veld = Invoerveld(
        Veld("t", "Naam"), bij_wijziging=lambda w: setattr(mededeling, "tekst", f"Gelezen: {w}")
    )
    proef = gastheer.open(context, Scherm(Sectie("Kop", veld), mededeling))
    invoer = proef.page.get_by_label("Naam")
    invoer.press_sequentially("abcdefghijklmnop", delay=70)
    expect(proef.page.get_by_text("Gelezen: abcdefghijklmnop")).to_be_visible()
    assert invoer.input_value() == "abcdefghijklmnop"


def test_een_fout_in_het_hulpmiddel_komt_als_melding_en_niets_gaat_verloren(
    openen: Openen,
) -> None:
    proef, _ = openen()
    page = proef.page
    page.get_by_label("Naam van de school").fill("De Brug")
    page.get_by_role("button", name="Doe iets dat misgaat").click()
    melding = page.get_by_role("alert").filter(has_text="Er ging iets mis")
    expect(melding).to_contain_text("Wat u invulde, staat er nog.")
    melding.get_by_text("Wat er precies misging").click()
    expect(melding).to_contain_text("ZeroDivisionError: delen door nul")
    expect(page.get_by_label("Naam van de school")).to_have_value("De Brug")
    melding.get_by_role("button", name="Sluit deze melding").click()
    expect(melding.locator(".lvs-storing")).to_be_hidden()
    page.get_by_role("checkbox", name="vwo").check()
    expect(page.get_by_role("checkbox", name="vwo")).to_be_checked()


def test_een_tabel_sorteert_en_zegt_dat(openen: Openen) -> None:
    proef, proefscherm = openen()
    page = proef.page
    page.get_by_role("tab", name="Tabel").click()
    tabel = page.get_by_role("table", name="Uitdagingen per standaard")

    def eerste() -> list[str]:
        return tabel.locator("tbody th").all_inner_texts()

    begin = eerste()
    tabel.get_by_role("button", name="Aantal").focus()
    page.keyboard.press("Enter")
    assert eerste() == [begin[0], begin[1], begin[2]]
    expect(tabel.get_by_role("columnheader", name="Aantal")).to_have_attribute(
        "aria-sort", "ascending"
    )
    expect(page.get_by_text("Gesorteerd op Aantal, oplopend.")).to_be_attached()
    expect(tabel.get_by_role("button", name="Aantal")).to_be_focused()
    page.keyboard.press("Enter")
    assert eerste() == [begin[1], begin[0], begin[2]]
    proef.wacht(
        lambda: proefscherm.delen["tabel"].sortering == (1, "af")  # type: ignore[attr-defined]
    )
    gezien = [str(rij[0]) for rij in proefscherm.delen["tabel"].gesorteerde_rijen]  # type: ignore[attr-defined]
    assert gezien == eerste()


def test_browser_en_python_sorteren_hetzelfde(gastheer: Gastheer, context: BrowserContext) -> None:
    cellen: list[Any] = ["b", "A", None, 3, -2.5, "Ž", "a10", "a9", "", 10, "é", "B"]
    tabel = Tabel("t", ["a"], [[cel] for cel in cellen])
    proef = gastheer.open(context, Scherm(tabel))
    for richting in ("op", "af"):
        proef.page.get_by_role("columnheader").get_by_role("button").click()
        proef.wacht(lambda r=richting: tabel.sortering == (0, r))  # type: ignore[misc]
        in_beeld = proef.page.locator("tbody th").all_inner_texts()
        verwacht = {None: "–geen gegeven", -2.5: "-2,5"}
        kaal = [str(verwacht.get(rij[0], rij[0])) for rij in tabel.gesorteerde_rijen]
        assert [t.replace("\n", "") for t in in_beeld] == kaal


def test_een_tabel_is_alleen_een_halte_als_er_iets_te_schuiven_valt(openen: Openen) -> None:
    proef, _ = openen(breed=1280)
    page = proef.page
    page.get_by_role("tab", name="Tabel").click()
    vak = page.locator(".lvs-tabelvak:visible")
    expect(vak).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 320, "height": 800})
    expect(vak).to_have_attribute("tabindex", "0")
    expect(page.get_by_role("region", name="Uitdagingen per standaard (schuift")).to_be_visible()
    vak.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelectorAll('.lvs-tabelvak')[1].scrollLeft > 0")
    assert geen_zijwaarts_schuiven(page)


def test_een_figuur_heeft_een_naam_en_volgt_licht_donker_en_python(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    figuur = Figuur(blad())
    proef = gastheer.open(context, Scherm(figuur))
    page = proef.page
    beeld = page.get_by_role("img", name="Uitdagingen bij SKA2")
    beeld.wait_for()
    kleur = "getComputedStyle(document.querySelector('.bars path')).fill"
    assert page.evaluate(kleur) == "rgb(15, 91, 102)"
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_function(f"{kleur} === 'rgb(124, 201, 209)'")
    assert page.locator(".bars .point").count() == 3
    assert "<br>" not in (page.locator(".ytick").first.text_content() or "")
    with proef.vanuit_python():
        figuur.blad = blad(2, "Nieuwe titel")
    expect(page.get_by_role("img", name="Nieuwe titel")).to_be_visible()
    assert page.locator(".bars .point").count() == 2
    assert page.locator(".modebar").count() == 0
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_function("document.querySelector('.main-svg').clientWidth <= 320")
    assert geen_zijwaarts_schuiven(page)
    assert proef.fouten == []


def test_zonder_eigen_tekenaar_komt_plotly_van_python(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    context.set_default_timeout(30_000)
    proef = gastheer.open(context, Scherm(Figuur(blad()), Figuur(blad(2, "Tweede"))), pad="/kaal")
    proef.page.get_by_role("img", name="Uitdagingen bij SKA2").wait_for()
    proef.page.get_by_role("img", name="Tweede").wait_for()
    gevraagd = [b for b, _ in proef.brug.gestuurd if b.get("naam") == "tekenaar"]
    assert len(gevraagd) == 1
    assert proef.fouten == []


def test_zonder_plotly_staat_de_tabel_open(
    gastheer: Gastheer, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lv_tools.schermdelen.figuur.plotly_source", lambda: b"")
    proef = gastheer.open(context, Scherm(Figuur(blad())), pad="/kaal")
    expect(proef.page.get_by_text("De tekening kan hier niet worden gemaakt.")).to_be_visible()
    expect(proef.page.get_by_role("table", name="Uitdagingen bij SKA2")).to_be_visible()


def test_een_download_en_een_upload(openen: Openen, tmp_path: Path) -> None:
    proef, proefscherm = openen()
    page = proef.page
    with page.expect_download() as wacht:
        page.get_by_role("button", name="Opslaan als CSV").click()
    assert wacht.value.suggested_filename == "uit.csv"
    assert Path(wacht.value.path()).read_bytes() == b"a;b"
    expect(page.get_by_text("Het bestand uit.csv staat bij uw downloads.")).to_be_visible()

    for naam, inhoud in (("een.json", b"{}"), ("twee.json", b"[1]"), ("groot.json", b"x" * 10)):
        (tmp_path / naam).write_bytes(inhoud)
    page.get_by_label("Antwoorden van anderen").set_input_files(sorted(tmp_path.iterdir()))
    proef.wacht(lambda: bool(proefscherm.gebeurd))
    assert [(b.naam, b.inhoud) for b in proefscherm.gebeurd[-1]] == [
        ("een.json", b"{}"),
        ("twee.json", b"[1]"),
    ]
    expect(
        page.get_by_text("groot.json is 10 bytes en dat is te groot; kies een bestand tot 9 bytes.")
    ).to_be_visible()


def test_bestanden_voor_een_deel_dat_net_weg_is_verdwijnen_niet_stil(
    openen: Openen, tmp_path: Path
) -> None:
    """Wie lang in zijn mappen zoekt, kiest soms als het scherm intussen anders is."""
    proef, proefscherm = openen()
    upload, scherm = proefscherm.delen["upload"], proef.brug.scherm
    (tmp_path / "een.json").write_bytes(b"{}")
    sectie = next(deel for deel in scherm.walk() if upload in deel.inhoud)
    met = sectie.inhoud
    sectie.inhoud = tuple(deel for deel in met if deel is not upload)  # de pagina weet het nog niet
    kies = proef.page.get_by_label("Antwoorden van anderen")
    kies.set_input_files(tmp_path / "een.json")
    melding = proef.page.get_by_text("De bestanden die u koos, zijn niet gelezen")
    expect(melding).to_be_visible()
    expect(kies).to_have_count(0)
    assert proefscherm.gebeurd == []
    with proef.vanuit_python():
        sectie.inhoud = met
    kies.set_input_files(tmp_path / "een.json")
    expect(melding).to_be_hidden()
    assert [b.naam for b in proefscherm.gebeurd[-1]] == ["een.json"]


def test_een_bestand_dat_niet_te_lezen_is_houdt_de_andere_niet_tegen(
    openen: Openen, tmp_path: Path
) -> None:
    proef, proefscherm = openen()
    for naam in ("een.json", "twee.json"):
        (tmp_path / naam).write_bytes(b"{}")
    # Zo weigert een browser een bestand dat na het kiezen is verplaatst of gewijzigd.
    proef.page.evaluate("""() => {
      const lees = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function () {
        return this.name === "een.json"
          ? Promise.reject(new DOMException("weg", "NotReadableError")) : lees.call(this);
      };
    }""")
    kies = proef.page.get_by_label("Antwoorden van anderen")
    kies.set_input_files(sorted(tmp_path.iterdir()))
    expect(proef.page.get_by_text("‘een.json’ kon niet worden gelezen.")).to_be_visible()
    expect(proef.page.get_by_text("Gekozen: twee.json.")).to_be_visible()
    proef.wacht(lambda: bool(proefscherm.gebeurd))
    assert [b.naam for b in proefscherm.gebeurd[-1]] == ["twee.json"]


KWAAD = "<img src=x onerror='window.kwaad=1'><script>window.kwaad=1</script>"


def test_tekst_wordt_nergens_als_html_gelezen(gastheer: Gastheer, context: BrowserContext) -> None:
    kwaad = KWAAD
    scherm = Scherm(
        Tekst(kwaad, (kwaad, Koppeling(kwaad, "javascript:window.kwaad=1"))),
        Mededeling(kwaad),
        Keuzelijst(kwaad, [kwaad], hulp=kwaad),
        Knop(kwaad, lambda: None),
        Tabel(kwaad, [kwaad], [[kwaad], [kwaad]], bron=kwaad),
        Vragenlijst(kwaad, [Stelling("a", kwaad, kwaad)], [Schaalpunt(1, kwaad)]),
        Figuur(blad(titel=kwaad)),
        titel=kwaad,
    )
    proef = gastheer.open(context, scherm)
    proef.page.locator(".lvs-tekening[data-getekend]").wait_for()
    assert proef.page.locator("#plaats img, #plaats script, #plaats a").count() == 0
    assert proef.page.evaluate("window.kwaad") is None
    assert proef.page.get_by_text(kwaad).count() >= 10


def test_opmaak_in_een_opschrift_van_een_figuur_blijft_tekst(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    opschrift = '<a href="https://kwaad.example">klik</a>'
    kwaad = blad()
    kwaad.figuur["data"][0]["y"][0] = opschrift
    proef = gastheer.open(context, Scherm(Figuur(kwaad)))
    proef.page.locator(".lvs-tekening[data-getekend]").wait_for()
    assert proef.page.locator("#plaats svg a").count() == 0
    assert "klik</a>" in proef.page.locator(".ytick").first.text_content().replace("\u00a0", " ")  # type: ignore[union-attr]


def test_een_gemist_bericht_wordt_ingehaald(gastheer: Gastheer, context: BrowserContext) -> None:
    mededeling = Mededeling("een")
    scherm = Scherm(mededeling)
    proef = gastheer.open(context, scherm)
    mededeling.tekst = "twee"
    proef.brug.leeg()  # dit bericht komt nooit aan
    with proef.vanuit_python():
        mededeling.tekst = "drie"
    expect(proef.page.get_by_text("drie")).to_be_visible()
    with proef.vanuit_python():
        scherm.inhoud = [Sectie("Nieuw", mededeling), Knop("Erbij", lambda: None)]
    expect(proef.page.get_by_role("region", name="Nieuw")).to_contain_text("drie")


def test_een_mededeling_wordt_voorgelezen_in_een_gebied_dat_er_al_was(openen: Openen) -> None:
    proef, proefscherm = openen()
    gebied = proef.page.get_by_role("status").filter(has_text="Er zijn 14 afdelingen.")
    greep = gebied.element_handle()
    with proef.vanuit_python():
        proefscherm.delen["mededeling"].tekst = "Er zijn er 3."  # type: ignore[attr-defined]
    assert greep.text_content() == "Er zijn er 3."
    with proef.vanuit_python():
        proefscherm.delen["mededeling"].tekst = ""  # type: ignore[attr-defined]
    assert greep.bounding_box()["height"] == 0  # type: ignore[index]
    with proef.vanuit_python():
        proef.brug.scherm.meld("Klaar.")
    expect(proef.page.locator(".lvs-scherm > .lvs-gehoor")).to_have_text("Klaar.")


def test_wie_lang_wacht_krijgt_dat_te_horen(openen: Openen) -> None:
    proef, _ = openen()
    proef.page.clock.install()
    proef.brug.doof = True
    proef.page.get_by_role("checkbox", name="vwo").check()
    proef.page.clock.run_for(1_000)
    expect(proef.page.get_by_text("Een ogenblik…")).to_be_visible()
    proef.page.clock.run_for(40_000)
    expect(proef.page.get_by_text("Het hulpmiddel antwoordt al een tijd niet.")).to_be_visible()


def test_een_tweede_weergave_doet_niet_mee_met_de_eerste(openen: Openen) -> None:
    proef, _ = openen()
    page = proef.page
    page.evaluate(
        """async () => { const { default: scherm } = await import('/scherm.mjs');
        const el = document.createElement('div'); el.id = 'twee';
        document.querySelector('main').append(el); scherm.render({ model: window.model, el }); }"""
    )
    een, twee = page.locator("#plaats"), page.locator("#twee")
    een.get_by_role("checkbox", name="vwo").check()
    expect(twee.get_by_role("checkbox", name="vwo")).to_be_checked()
    downloads: list[str] = []
    page.on("download", lambda bestand: downloads.append(bestand.suggested_filename))
    with page.expect_download():
        twee.get_by_role("button", name="Opslaan als CSV").click()
    twee.get_by_role("button", name="Doe iets dat misgaat").click()
    expect(twee.get_by_text("Er ging iets mis")).to_be_visible()
    expect(een.get_by_text("Er ging iets mis")).to_be_hidden()
    assert downloads == ["uit.csv"]
