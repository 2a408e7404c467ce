"""Wat nog nergens bewaard is, verdwijnt niet zonder dat de lezer dat wil."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, expect
from werkplek import ANDER_TABBLAD, Blad, Werkplek, saved_file

VOL = "QuotaExceededError"
NA_HERKANSING_S = 10


def with_unsaved_work(werkplek: Werkplek, context: BrowserContext) -> Blad:
    """Geef een tabblad met twee bestanden, en in het tweede werk waar geen plaats meer voor is."""
    blad = werkplek.open(context, weiger={})
    blad.type("werk een")
    assert blad.wait_for(lambda: blad.stored("werk een"))
    assert blad.press("Nieuw bestand")
    assert blad.wait_for(lambda: blad.tekst == "")
    blad.type("werk twee")
    assert blad.wait_for(lambda: blad.stored("werk twee"))
    blad.refuse(schrijven=VOL)
    blad.type(" maanden")
    assert blad.warned(binnen=6000)
    return blad


def focused(blad: Blad) -> str:
    return str(blad.page.evaluate("document.activeElement.textContent"))


def test_bij_een_volle_opslag_vraagt_elke_weg_naar_een_ander_bestand_het_eerst(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = with_unsaved_work(werkplek, context)
    hier = blad.page.get_by_label("Welk bestand is open").input_value()
    ander = next(naam for naam in blad.names() if naam != hier)

    # Nieuw bestand, met het toetsenbord: de vraag krijgt de focus en Escape is ook nee.
    blad.page.get_by_role("button", name="Nieuw bestand", exact=True).press("Enter")
    expect(blad.vraag).to_contain_text("nog nergens bewaard")
    assert focused(blad) == "Blijf bij wat hier staat"
    blad.page.keyboard.press("Escape")
    expect(blad.vraag).to_be_hidden()
    assert focused(blad) == "Nieuw bestand"
    assert blad.tekst == "werk twee maanden"

    # Twee vragen achter elkaar: de laatste telt, en de lijst zegt weer wat er open is.
    assert blad.press("Nieuw bestand")
    expect(blad.vraag).to_be_visible()
    blad.choose(ander)
    expect(blad.vraag).to_be_visible()
    assert blad.press("Blijf bij wat hier staat")
    expect(blad.vraag).to_be_hidden()
    assert blad.page.get_by_label("Welk bestand is open").input_value() == hier
    assert blad.tekst == "werk twee maanden"

    # Openen uit een bestand, en eerst opslaan: pas de lezer zelf gaat daarna verder.
    blad.import_file("van-een-collega.json", saved_file({"toelichting": "van een collega"}))
    expect(blad.vraag).to_be_visible()
    with blad.page.expect_download() as wacht:
        assert blad.press("Sla het eerst op als bestand")
    assert "werk twee maanden" in Path(wacht.value.path()).read_text("utf-8")
    expect(blad.vraag).to_contain_text("staat bij uw downloads")
    assert focused(blad) == "Ga verder"
    blad.type(" en nog iets")  # staat niet in dat bestand: dan komt de vraag opnieuw
    assert blad.press("Ga verder")
    expect(blad.vraag).to_contain_text("nog nergens bewaard")
    assert blad.tekst == "werk twee maanden en nog iets"
    assert blad.press("Ga toch verder")
    assert blad.wait_for(lambda: blad.tekst == "van een collega")
    expect(blad.vraag).to_be_hidden()
    assert blad.page.evaluate("document.activeElement !== document.body")

    # Wat wel bewaard was, staat er nog; kon de rest op de valreep toch, dan staat die er ook.
    blad.refuse()
    alles = blad.reload().everything()
    assert alles[ander] == "werk een"
    assert alles[hier].startswith("werk twee")


def test_kan_er_weer_bewaard_worden_dan_vervalt_de_vraag(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = with_unsaved_work(werkplek, context)
    assert blad.press("Nieuw bestand")
    expect(blad.vraag).to_be_visible()
    blad.refuse()
    expect(blad.vraag).to_be_hidden(timeout=NA_HERKANSING_S * 1000)
    assert blad.stored("werk twee maanden")
    assert blad.press("Nieuw bestand")
    assert blad.wait_for(lambda: blad.tekst == "")


def test_in_een_tweede_tabblad_gaat_niets_stil_weg_en_kijken_is_geen_werk(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    een = werkplek.open(context, kijken=1)
    een.type("werk van een")
    assert een.wait_for(lambda: een.stored("werk van een"))

    kijker = werkplek.open(context, kijken=1)
    assert kijker.warned(ANDER_TABBLAD, binnen=3000)
    kijker.page.get_by_label("Hoe wilt u kijken?").select_option("Smal")
    kijker.rest(1200)
    assert not kijker.close(), "wie alleen keek, kreeg een vraag"

    twee = werkplek.open(context, kijken=1)
    assert twee.warned(ANDER_TABBLAD, binnen=3000)
    twee.type(" en van twee")
    for knop in ("Haal op wat daar staat", "Nieuw bestand"):
        assert twee.press(knop)
        expect(twee.vraag).to_be_visible()
        assert twee.press("Blijf bij wat hier staat")
        assert twee.tekst == "werk van een en van twee"
    assert twee.press("Haal op wat daar staat")
    assert twee.press("Ga toch verder")
    assert twee.wait_for(lambda: twee.tekst == "werk van een")


def test_krijgt_het_bestand_elders_een_andere_naam_dan_weet_het_tweede_tabblad_dat(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    een = werkplek.open(context)
    een.type("werk van een")
    assert een.wait_for(lambda: een.stored("werk van een"))
    twee = werkplek.open(context)
    doof = Blad(context.new_page())  # hoort niets van andere tabbladen
    doof.page.add_init_script("delete globalThis.BroadcastChannel")
    doof.page.goto(werkplek.address())
    doof.ready()
    assert twee.warned(ANDER_TABBLAD, binnen=3000)
    assert een.rename("School X")
    assert twee.warned("heet nu ‘School X’", binnen=5000)
    assert twee.press("Haal op wat daar staat")
    twee.rest(800)
    assert twee.tekst == "werk van een"
    assert twee.page.get_by_label("Welk bestand is open").input_value() == "School X"
    assert doof.press("Haal op wat daar staat")
    assert doof.warned("staat er niet meer", binnen=3000)
    assert doof.tekst == "werk van een"


def test_wat_als_bestand_is_meegenomen_blijft_op_het_scherm_als_de_opslag_terugkomt(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    eerst = werkplek.open(context)
    eerst.type("werk van toen")
    assert eerst.wait_for(lambda: eerst.stored("werk van toen"))
    eerst.close()
    blad = werkplek.open(context, weiger={"lezen": {"fout": "UnknownError"}})
    blad.type("werk van nu")
    assert blad.warned(binnen=3000)
    with blad.page.expect_download() as wacht:
        assert blad.press("Sla op als bestand")
    assert "werk van nu" in Path(wacht.value.path()).read_text("utf-8")
    blad.refuse()
    assert blad.wait_for(lambda: blad.stored("werk van nu"), NA_HERKANSING_S)
    assert blad.tekst == "werk van nu"
    blad.close()
    alles = werkplek.open(context).everything()
    assert sorted(alles.values()) == ["werk van nu", "werk van toen"], alles


def test_in_jupyter_gaat_bij_een_schijf_die_weigert_ook_niets_stil_weg(
    werkplek: Werkplek, context: BrowserContext, tmp_path: Path
) -> None:
    blad = werkplek.open(context, map=tmp_path)
    blad.type("werk")
    assert blad.wait_for(lambda: bool(blad.sentences("bewaard naast het notebook om")))
    (tmp_path / "proef").rename(tmp_path / "weg")
    (tmp_path / "proef").write_text("geen map")
    blad.type(" van een jaar")
    assert blad.warned("de map met uw bestanden is niet te bereiken", binnen=4000), blad.boven
    assert blad.press("Nieuw bestand")
    expect(blad.vraag).to_be_visible()
    (tmp_path / "proef").unlink()
    (tmp_path / "weg").rename(tmp_path / "proef")
    assert blad.press("Probeer opnieuw te bewaren")
    expect(blad.vraag).to_be_hidden()
    assert blad.press("Nieuw bestand")
    assert blad.wait_for(lambda: blad.tekst == "")
    assert "werk van een jaar" in blad.everything().values()


def test_een_ingedrukte_toets_en_een_dubbele_klik_maken_een_kopie(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context)
    blad.type("een keer")
    assert blad.wait_for(lambda: blad.stored("een keer"))
    blad.manage()
    knop = blad.page.get_by_role("button", name="Maak een kopie", exact=True)
    knop.focus()
    for _ in range(12):  # de browser herhaalt de toets zolang hij niet losgelaten is
        blad.page.keyboard.down("Enter")
        blad.rest(60)
    blad.page.keyboard.up("Enter")
    blad.rest(600)
    assert len(blad.names()) == 2, blad.names()
    knop.dblclick(delay=80)
    blad.rest(900)
    assert len(blad.names()) == 3, blad.names()
