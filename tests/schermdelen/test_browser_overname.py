"""Het scherm staat er voordat Python er is: niets raakt zoek als zij overneemt."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from delenwerk import Delenwerk
from gastheer import Gastheer, Proef
from levend.vendor import npm_pakket
from meteen import Blad, Meteen
from playwright.sync_api import BrowserContext, expect

from lv_tools.basis.invoer.velden import Veld
from lv_tools.schermdelen import (
    Bewaren,
    Invoerveld,
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Scherm,
    Tabbladen,
    Tekst,
    Uitklap,
    Vinkje,
)

GEROEPEN: list[str] = []


def make() -> Scherm:
    """Een scherm met van alles; Python telt wat er gebeurt."""
    klikken: list[int] = []
    mededeling = Mededeling()
    blad = Kolom()
    stappen: list[Tabbladen] = []

    def klik() -> None:
        klikken.append(1)
        GEROEPEN.append("klik")
        mededeling.tekst = f"Gedaan: {len(klikken)}"

    def wissel(opschrift: str) -> None:
        if opschrift == "Twee" and not blad.inhoud:
            blad.inhoud = (Invoerveld(Veld("later", "Later")),)

    stappen.append(
        Tabbladen(
            ("Een", Kolom(Tekst("Blad een."), Knop("Verder", lambda: stappen[0].go("Twee")))),
            ("Twee", blad),
            label="Stappen",
            bij_wijziging=wissel,
            adressen=["een", "twee"],
        )
    )
    stappen[0].naam = "stap"
    werk = Delenwerk()
    scherm = Scherm(
        Invoerveld(Veld("naam", "Roepnaam")),
        Invoerveld(Veld("lang", "Toelichting", "tekstvak")),
        Keuzelijst("Kies", ["een", "twee", "drie"], naam="kies"),
        Vinkje("Akkoord", naam="akkoord"),
        Uitklap("Meer uitleg", Tekst("Uitleg.")),
        Knop("Doe iets", klik),
        mededeling,
        stappen[0],
        Tekst(*(f"Alinea {n}." for n in range(40))),
        Bewaren("meteenproef", werk=werk, plaats="pagina"),
        titel="Proef",
    )
    return werk.start(scherm)


@pytest.fixture
def meteen(gastheer: Gastheer, context: BrowserContext) -> Meteen:
    GEROEPEN.clear()
    return Meteen(gastheer, context, make)


def test_wie_alleen_leest_start_niets_en_houdt_geen_bestand_bezet(meteen: Meteen) -> None:
    blad, ander = meteen.open(), meteen.open()
    blad.page.wait_for_timeout(300)
    assert blad.page.evaluate("[gestart, gestuurd.length]") == [0, 0]
    ander.veld("Roepnaam").fill("Bea")
    ander.komt()
    assert ander.deel("naam") == "Bea"
    assert blad.page.evaluate("gestart") == 0
    expect(ander.page.locator(".lvs-boven")).not_to_contain_text("niet bewaard")


def test_alles_van_voor_python_komt_in_volgorde_en_een_keer(meteen: Meteen) -> None:
    blad = meteen.open()
    page = blad.page
    blad.veld("Roepnaam").press_sequentially("Bea", delay=20)
    blad.veld("Kies").select_option("drie")
    blad.veld("Akkoord").check()
    page.locator("summary", has_text="Meer uitleg").click()
    for _ in range(3):  # wie niets ziet gebeuren, drukt nog eens
        page.get_by_role("button", name="Doe iets").click()
    expect(page.locator(".lvs-bezig")).to_contain_text("Het hulpmiddel komt eraan")
    page.get_by_role("tab", name="Twee").click()
    veld = blad.veld("Toelichting")
    veld.fill("Een lange tekst")
    veld.evaluate("e => { e.focus(); e.setSelectionRange(4, 9); }")
    page.evaluate("scrollTo(0, 120)")
    plek = page.evaluate("scrollY")
    assert page.evaluate("gestart") > 0
    blad.komt()
    expect(page.get_by_text("Gedaan: 1")).to_be_visible()
    expect(blad.veld("Later")).to_be_visible()
    assert GEROEPEN == ["klik"]
    assert [blad.deel(n) for n in ("naam", "kies", "akkoord", "lang")] == [
        "Bea", "drie", True, "Een lange tekst"]  # fmt: skip
    assert page.evaluate("scrollY") == plek
    assert veld.evaluate(
        "e => [document.activeElement === e, e.selectionStart, e.selectionEnd]"
    ) == [True, 4, 9]
    expect(page.locator("details", has_text="Uitleg.").first).to_have_attribute("open", "")
    expect(page.locator(".lvs-bezig")).to_be_empty()
    open_ = [b for b in page.evaluate("gestuurd") if b.get("naam") == "open"]
    assert len(open_) == 1
    assert blad.fouten == []


@pytest.mark.parametrize("traag", [0.0, 0.15])
def test_doortypen_tijdens_het_overnemen_verliest_geen_teken(meteen: Meteen, traag: float) -> None:
    """Tien tekens per seconde, van het eerste beeld tot ver na het overnemen."""
    blad = meteen.open()
    page = blad.page
    tekst = "abcdefghijklmnopqrstuvwxyz0123456789"
    page.evaluate(
        """([tekst, pauze]) => {
          const veld = document.querySelector('textarea');
          veld.focus();
          window.getypt = (async () => {
            for (const teken of tekst) {
              document.execCommand('insertText', false, teken);
              await new Promise((ok) => setTimeout(ok, pauze));
            }
          })();
        }""",
        [tekst, 100],
    )
    page.wait_for_timeout(800)
    page.evaluate("void komt()")
    blad.wacht(lambda: bool(meteen.bruggen))
    next(iter(meteen.bruggen.values())).traag = traag
    page.evaluate("getypt")
    blad.wacht(lambda: blad.deel("lang") == tekst)
    expect(blad.veld("Toelichting")).to_have_value(tekst)
    assert blad.fouten == []


def test_wat_getypt_is_zonder_dat_python_komt_staat_er_de_volgende_keer(meteen: Meteen) -> None:
    blad = meteen.open()
    blad.veld("Roepnaam").press_sequentially("Bea", delay=10)
    blad.veld("Kies").select_option("twee")
    blad.page.wait_for_timeout(400)
    blad.page.close(run_before_unload=False)
    opnieuw = meteen.open()
    expect(opnieuw.veld("Roepnaam")).to_have_value("Bea")
    expect(opnieuw.veld("Kies")).to_have_value("twee")
    expect(opnieuw.page.locator(".lvs-verder")).to_contain_text("U ging hier verder op")
    opnieuw.veld("Toelichting").fill("en verder")
    opnieuw.komt()
    waarden = [opnieuw.deel(n) for n in ("naam", "kies", "lang")]
    assert waarden == ["Bea", "twee", "en verder"]
    expect(opnieuw.veld("Roepnaam")).to_have_value("Bea")


def test_wat_getypt_is_staat_op_het_apparaat_ook_als_de_opslag_traag_opengaat(
    meteen: Meteen,
) -> None:
    """De eerste keer zwijgt zij, daarna is zij traag; Python komt al die tijd niet."""
    blad = meteen.open()
    page = blad.page
    page.evaluate("""() => {
      const { locks } = navigator;
      const echt = locks.request.bind(locks);
      let keer = 0;
      const traag = async (...wat) => {
        keer += 1;
        await new Promise((ok) => { if (keer > 1) setTimeout(ok, 600); });
        return echt(...wat);
      };
      Object.defineProperty(locks, 'request', { value: traag });
    }""")
    blad.veld("Roepnaam").press_sequentially("Bea", delay=10)
    alarm = page.locator(".lvs-boven")
    expect(alarm).to_contain_text("de opslag van uw browser geeft geen antwoord")
    expect(page.locator(".lvs-stand")).to_contain_text("Bewaard op dit apparaat om")
    expect(alarm).not_to_contain_text("geen antwoord")
    page.close(run_before_unload=False)
    expect(meteen.open().veld("Roepnaam")).to_have_value("Bea")
    assert not meteen.bruggen


def work(meteen: Meteen) -> Blad:
    """Vul in, laat Python komen en wacht tot alles met een beeld bewaard is."""
    blad = meteen.open()
    blad.veld("Roepnaam").fill("Bea")
    blad.komt()
    blad.page.get_by_role("tab", name="Twee").click()
    blad.veld("Later").fill("op blad twee")
    blad.veld("Roepnaam").focus()
    blad.wacht(lambda: blad.deel("later") == "op blad twee")
    blad.page.wait_for_timeout(1200)
    return blad


def test_wie_terugkomt_ziet_zijn_laatste_eigen_scherm_meteen(meteen: Meteen) -> None:
    work(meteen).page.close(run_before_unload=False)
    opnieuw = meteen.open()
    aantal = len(meteen.bruggen)
    expect(opnieuw.veld("Later")).to_have_value("op blad twee")
    expect(opnieuw.veld("Roepnaam")).to_have_value("Bea")
    assert len(meteen.bruggen) == aantal, "daar was Python niet voor nodig"
    opnieuw.veld("Later").press("End")
    opnieuw.page.keyboard.type(", en meer")
    opnieuw.komt()
    assert opnieuw.deel("later") == "op blad twee, en meer"
    assert opnieuw.deel("naam") == "Bea"
    expect(opnieuw.veld("Later")).to_have_value("op blad twee, en meer")
    expect(opnieuw.veld("Later")).to_be_focused()
    opnieuw.page.wait_for_timeout(400)
    opnieuw.page.close(run_before_unload=False)
    expect(meteen.open().veld("Later")).to_have_value("op blad twee, en meer")


def test_begin_opnieuw_houdt_het_oude_werk(meteen: Meteen) -> None:
    work(meteen).page.close(run_before_unload=False)
    opnieuw = meteen.open()
    opnieuw.page.get_by_role("button", name="Begin opnieuw").click()
    expect(opnieuw.page.locator(".lvs-bezig")).to_contain_text("komt eraan")
    opnieuw.komt()
    expect(opnieuw.veld("Roepnaam")).to_have_value("")
    opnieuw.page.locator("details", has_text="Bestanden beheren").evaluate("e => { e.open = true }")
    opnieuw.veld("Welk bestand is open").select_option("Zonder naam")
    expect(opnieuw.veld("Roepnaam")).to_have_value("Bea")


def test_een_beeld_dat_niet_bij_het_bestand_hoort_wordt_niet_getoond(meteen: Meteen) -> None:
    """Anders typt de lezer verder op oude tekst, en is weg wat er daarna bij kwam."""
    blad = work(meteen)
    blad.page.evaluate("""() => new Promise((ok) => {
      const vraag = indexedDB.open('lv-tools');
      vraag.onsuccess = () => {
        const winkel = vraag.result.transaction('bestanden', 'readwrite').objectStore('bestanden');
        winkel.get(['meteenproef', 'Zonder naam']).onsuccess = ({ target }) => {
          winkel.put({ ...target.result, stempel: 'van elders' }).onsuccess = ok;
        };
      };
    })""")
    blad.page.close(run_before_unload=False)
    opnieuw = meteen.open()
    assert opnieuw.page.evaluate("typeof voor") == "undefined"
    opnieuw.page.evaluate("komt()")
    expect(opnieuw.veld("Roepnaam")).to_have_value("Bea")


def test_een_ander_tabblad_werkte_intussen_verder_in_dit_bestand(meteen: Meteen) -> None:
    work(meteen).page.close(run_before_unload=False)
    oud, nieuw = meteen.open(), meteen.open()
    nieuw.veld("Roepnaam").fill("Cor")
    nieuw.komt()
    nieuw.page.wait_for_timeout(900)
    nieuw.page.close(run_before_unload=False)
    oud.page.wait_for_timeout(300)
    oud.veld("Toelichting").focus()
    oud.komt()
    expect(oud.veld("Roepnaam")).to_have_value("Cor")
    assert oud.deel("naam") == "Cor"


def test_python_dat_uitvalt_bij_het_overnemen_krijgt_bij_een_nieuwe_poging_alles(
    meteen: Meteen,
) -> None:
    blad = meteen.open()
    blad.veld("Roepnaam").fill("Bea")
    blad.page.get_by_role("button", name="Doe iets").click()
    blad.page.evaluate(
        """async () => {
          const echt = window.naarPython;
          window.naarPython = () => new Promise(() => {});  // Python zwijgt
          await komt();
          voor.laatLos();
          window.naarPython = echt;
          window.onderweg = 0;
        }"""
    )
    blad.veld("Toelichting").fill("daarna")
    blad.komt()
    blad.wacht(lambda: GEROEPEN == ["klik"])
    blad.wacht(lambda: [blad.deel(n) for n in ("naam", "lang")] == ["Bea", "daarna"])


def test_een_tabblad_dat_omvalt_tijdens_het_overnemen_verliest_niets(meteen: Meteen) -> None:
    """Python heeft de helft van de rij en zwijgt dan; de lezer typt door en het tabblad valt om."""
    blad = meteen.open()
    page = blad.page
    blad.veld("Roepnaam").fill("Bea")
    page.evaluate(
        """async () => {
          const echt = window.naarPython;
          let n = 0;
          window.naarPython = (...wat) => ((n += 1) > 3 ? new Promise(() => {}) : echt(...wat));
          await komt();
        }"""
    )
    blad.veld("Toelichting").press_sequentially("tijdens", delay=30)
    assert page.evaluate("voor.er")
    page.wait_for_timeout(400)
    page.close(run_before_unload=False)
    opnieuw = meteen.open()
    if opnieuw.page.evaluate("typeof voor") == "undefined":
        opnieuw.page.evaluate("komt()")
    expect(opnieuw.veld("Roepnaam")).to_have_value("Bea")
    expect(opnieuw.veld("Toelichting")).to_have_value("tijdens")


def test_drie_toestanden_zonder_overtreding_en_een_schermlezer_hoort_alles_een_keer(
    meteen: Meteen, gastheer: Gastheer
) -> None:
    """Voor, tijdens en na het overnemen, met een schermlezer die op de bladzijde meeluistert."""
    lezer = npm_pakket("@guidepup/virtual-screen-reader") / "lib" / "esm" / "index.browser.js"
    gastheer.bestanden["/schermlezer.mjs"] = ("text/javascript", lezer.read_bytes())
    blad = meteen.open()
    page = blad.page
    page.evaluate("""async () => {
      // Wat in een keer verandert, leest een schermlezer een keer; deze doet dat bij elk stukje.
      const Echt = MutationObserver;
      const GEBIED = "[role=status], [role=alert], [aria-live]";
      window.MutationObserver = class extends Echt {
        constructor(doe) {
          super((lijst) => {
            const gehad = new Set();
            doe(lijst.filter(({ target }) => {
              const gebied = (target.closest ? target : target.parentElement)?.closest(GEBIED);
              return !gebied || !gehad.has(gebied) && gehad.add(gebied);
            }));
          });
        }
      };
      const { virtual } = await import("/schermlezer.mjs");
      window.lezer = virtual;
      await virtual.start({ container: document.body });
      window.MutationObserver = Echt;
    }""")
    proef = Proef(page, None, [])  # type: ignore[arg-type]  # alleen om axe te draaien

    def heard() -> list[str]:
        """Wat vanzelf klonk, en niet omdat de lezer het aanwees."""
        alles: list[str] = page.evaluate("lezer.spokenPhraseLog()")
        return [z for z in alles if z.startswith(("polite:", "assertive:"))]

    assert proef.axe() == []
    blad.veld("Roepnaam").fill("Bea")
    page.get_by_role("button", name="Doe iets").click()
    page.get_by_role("button", name="Doe iets").click()
    expect(page.locator(".lvs-bezig")).to_contain_text("komt eraan")
    assert proef.axe() == []
    blad.komt()
    expect(page.get_by_text("Gedaan: 1")).to_be_visible()
    blad.veld("Toelichting").press_sequentially("En verder", delay=30)
    blad.wacht(lambda: blad.deel("lang") == "En verder")
    page.wait_for_timeout(300)
    assert proef.axe() == []
    eerst = heard()
    assert sum("komt eraan" in z for z in eerst) == 1, eerst
    assert [z for z in eerst if "Gedaan" in z] == ["polite: Gedaan: 1"], eerst
    assert max(Counter(z for z in eerst if len(z) > len("assertive: ")).values()) == 1, eerst
    # Wat daarna gebeurt, klinkt ook een keer.
    page.get_by_role("button", name="Doe iets").click()
    expect(page.get_by_text("Gedaan: 2")).to_be_visible()
    page.wait_for_timeout(300)
    assert [z for z in heard()[len(eerst) :] if "Gedaan" in z] == ["polite: Gedaan: 2"]
    page.evaluate("lezer.stop()")
    assert blad.fouten == []


def test_een_melding_over_wat_niet_lukte_gaat_weg_als_het_lukt(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    """Een klik op wat er niet meer is, een fout die daarna goed gaat, en Python dat lang zwijgt."""
    keren: list[int] = []
    schermen: list[int] = []

    def sometimes() -> None:
        keren.append(1)
        if len(keren) == 1:
            raise ValueError("de eerste keer gaat het mis")

    def other() -> Scherm:
        schermen.append(1)
        knop = "Van toen" if len(schermen) == 1 else "Van nu"
        return Scherm(
            Knop(knop, lambda: None),
            Knop("Soms", sometimes),
            Invoerveld(Veld("naam", "Roepnaam")),
            titel="Meldingen",
        )

    meteen = Meteen(gastheer, context, other)
    blad = meteen.open()
    page = blad.page
    page.clock.install()
    knop = page.get_by_role("button", exact=True, name="Van toen")
    knop.click()
    expect(page.locator(".lvs-bezig")).to_contain_text("komt eraan")
    page.evaluate("voor.laatLos()")
    expect(page.locator(".lvs-bezig")).to_be_empty()
    page.evaluate("komt()")
    storing = page.locator(".lvs-storing")
    expect(storing).to_contain_text("Uw laatste klik is niet uitgevoerd")
    blad.veld("Roepnaam").press_sequentially("Bea")
    blad.wacht(lambda: blad.deel("naam") == "Bea")
    expect(storing).to_be_visible()  # dat het typen lukt, zegt niets over de klik
    page.get_by_role("button", exact=True, name="Van nu").click()
    expect(storing).to_be_hidden()

    soms = page.get_by_role("button", exact=True, name="Soms")
    soms.click()
    expect(storing).to_contain_text("Er ging iets mis")
    page.get_by_role("button", exact=True, name="Van nu").click()
    blad.wacht(lambda: not blad.python_bezig())
    expect(storing).to_contain_text("Er ging iets mis")  # iets anders dat lukt, verhelpt dit niet
    soms.click()
    expect(storing).to_be_hidden()
    assert len(keren) == 2

    page.evaluate(
        "() => { const echt = naarPython;"
        " window.naarPython = async (...wat) => { await new Promise((ok) => { window.laat = ok; });"
        " return echt(...wat); }; }"
    )
    soms.click()
    blad.wacht(lambda: bool(page.evaluate("Boolean(window.laat)")))
    page.clock.fast_forward(31_000)
    expect(storing).to_contain_text("antwoordt al een tijd niet")
    sluit = storing.get_by_role("button", name="Sluit deze melding")
    sluit.focus()
    page.evaluate("laat()")
    blad.wacht(lambda: not blad.python_bezig())
    expect(sluit).to_be_focused()  # wie haar leest, houdt haar
    blad.veld("Roepnaam").focus()
    expect(storing).to_be_hidden()
    assert blad.fouten == []


def test_terug_gaat_naar_de_vorige_stap_en_een_stap_heeft_een_adres(meteen: Meteen) -> None:
    blad = meteen.open()
    page = blad.page
    tab = page.get_by_role("tab")
    page.get_by_role("button", name="Verder").click()
    blad.komt()
    expect(tab.nth(1)).to_have_attribute("aria-selected", "true")
    expect(tab.nth(1)).to_be_focused()
    assert page.url.endswith("/meteen#stap-twee")
    page.go_back()
    expect(tab.nth(0)).to_have_attribute("aria-selected", "true")
    blad.wacht(lambda: blad.deel("stap") == "Een")
    page.go_forward()
    expect(blad.veld("Later")).to_be_visible()
    page.wait_for_timeout(1200)
    page.close(run_before_unload=False)
    # Een collega met een leeg apparaat krijgt dezelfde stap; wie terugkomt ook zonder het adres.
    opnieuw = meteen.open()
    expect(opnieuw.page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
    assert opnieuw.page.url.endswith("#stap-twee")
    opnieuw.page.evaluate("indexedDB.deleteDatabase('lv-tools')")
    opnieuw.page.close()
    ander = meteen.open("#stap-twee")
    expect(ander.page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
    ander.komt()
    expect(ander.veld("Later")).to_be_visible()


def test_wie_na_zijn_vraag_verder_typt_houdt_de_focus(meteen: Meteen) -> None:
    blad = meteen.open()
    blad.page.get_by_role("button", name="Verder").click()
    blad.veld("Toelichting").focus()
    blad.page.keyboard.type("ik typ door")
    blad.komt()
    expect(blad.veld("Later")).to_be_visible()
    expect(blad.veld("Toelichting")).to_be_focused()
    expect(blad.veld("Toelichting")).to_have_value("ik typ door")


def test_alles_wissen_in_een_ander_tabblad_stoort_wie_nog_niets_deed(meteen: Meteen) -> None:
    wisser = work(meteen)
    lezer = meteen.open()
    expect(lezer.veld("Roepnaam")).to_have_value("Bea")
    wisser.page.locator("details", has_text="Bestanden beheren").evaluate("e => { e.open = true }")
    wisser.page.get_by_role("button", name="Wis alles").click()
    wisser.page.get_by_role("button", name="Ja, wis alles").click()
    expect(wisser.page.get_by_text("Alles van dit hulpmiddel is gewist.")).to_be_visible()
    rest = wisser.page.evaluate(
        """() => new Promise((ok) => {
          indexedDB.open('lv-tools').onsuccess = ({ target }) => {
            target.result.transaction('bestanden').objectStore('bestanden').getAll().onsuccess =
              (antwoord) => ok(JSON.stringify(antwoord.target.result));
          };
        })"""
    )
    assert "Bea" not in rest
    assert "op blad twee" not in rest
    expect(lezer.page.locator(".lvs-boven")).not_to_contain_text("gewist")
    lezer.veld("Toelichting").focus()
    lezer.komt()
    expect(lezer.veld("Roepnaam")).to_have_value("")
    assert lezer.deel("naam") == ""


ROWS: list[str] = []


def rows() -> Scherm:
    """Een rij die bij elke wijziging opnieuw gebouwd wordt, met in elke rij dezelfde knop."""
    staat: dict[str, list[str]] = {"rij": []}
    bak = Kolom()

    def remove(naam: str) -> None:
        ROWS.append(naam)
        staat["rij"].remove(naam)
        show()

    def show() -> None:
        bak.inhoud = tuple(
            Kolom(Tekst(naam), Knop("Haal weg", lambda naam=naam: remove(naam)))
            for naam in staat["rij"]
        )

    def add() -> None:
        staat["rij"].append(f"rij {len(staat['rij']) + 1}")
        show()

    def back(bewaard: Any) -> None:
        staat["rij"] = list((bewaard or {}).get("rij", []))
        show()

    werk = Delenwerk(lambda: dict(staat), back)
    scherm = Scherm(
        Knop("Erbij", add),
        bak,
        Uitklap("Meer", Tekst("Uitleg.")),
        Bewaren("rijenproef", werk=werk, plaats="pagina"),
        titel="Rijen",
    )
    return werk.start(scherm)


def test_een_klik_voor_python_raakt_nooit_de_buurman(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    """Na herstel bouwt Python de rij anders op dan toen; de knop blijft die van dezelfde rij."""
    ROWS.clear()
    meteen = Meteen(gastheer, context, rows)
    blad = meteen.open()
    blad.page.get_by_role("button", name="Erbij").click()
    blad.komt()
    for aantal in (2, 3):
        blad.page.get_by_role("button", name="Erbij").click()
        expect(blad.page.get_by_text(f"rij {aantal}")).to_be_visible()
    blad.page.locator("summary", has_text="Meer").click()
    blad.page.wait_for_timeout(1300)
    blad.page.close(run_before_unload=False)
    opnieuw = meteen.open()
    expect(opnieuw.page.get_by_text("rij 3")).to_be_visible()
    expect(opnieuw.page.get_by_text("Uitleg.")).to_be_visible()
    opnieuw.page.get_by_role("button", name="Haal weg").nth(1).click()
    opnieuw.komt()
    expect(opnieuw.page.get_by_text("rij 2")).to_have_count(0)
    expect(opnieuw.page.get_by_text("rij 1")).to_be_visible()
    expect(opnieuw.page.get_by_text("rij 3")).to_be_visible()
    expect(opnieuw.page.get_by_text("Uitleg.")).to_be_visible()  # wat openstond, blijft open
    assert ROWS == ["rij 2"]
    assert opnieuw.fouten == []
