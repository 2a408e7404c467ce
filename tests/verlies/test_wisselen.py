"""Rare namen, trage Python en dubbele klikken: elk woord komt in zijn eigen bestand."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext
from werkplek import ANDER_TABBLAD, Blad, Werkplek, saved_file

TRAAG_MS = 7000


def with_two_files(werkplek: Werkplek, context: BrowserContext) -> Blad:
    """Geef een tabblad met twee bestanden, waarvan het tweede open is."""
    blad = werkplek.open(context)
    blad.type("werk een")
    assert blad.wait_for(lambda: blad.stored("werk een"))
    assert blad.press("Nieuw bestand")
    assert blad.wait_for(lambda: blad.tekst == "")
    blad.type("werk twee")
    assert blad.wait_for(lambda: blad.stored("werk twee"))
    return blad


@pytest.mark.parametrize(
    "naam",
    ["Team  A", "Team\u00a0B", "omgekeerd \u202e C", "N" * 79, "\u00e9e\u0301n", "  kaal  "],
    ids=["twee spaties", "harde spatie", "leesrichting", "lang", "accenten", "randen"],
)
def test_onder_elke_naam_blijft_het_bewaren_doorgaan(
    werkplek: Werkplek, context: BrowserContext, naam: str
) -> None:
    blad = werkplek.open(context)
    blad.type("eerst")
    assert blad.wait_for(lambda: blad.stored("eerst"))
    assert blad.rename(naam)
    blad.rest(600)
    blad.type(" en daarna")
    assert blad.wait_for(lambda: blad.stored("eerst en daarna"))
    assert blad.press("Maak een kopie")
    blad.rest(600)
    blad.type(" in de kopie")
    assert blad.wait_for(lambda: blad.stored("eerst en daarna in de kopie"))
    # Ook zonder wat er nog los van het bestand staat: Python heeft het aangenomen.
    assert blad.wait_for(lambda: all(r["tekst"] and not r["naloop"] for r in blad.records()))
    alles = blad.reload().everything()
    assert sorted(alles.values()) == ["eerst en daarna", "eerst en daarna in de kopie"]


def test_typen_tijdens_een_trage_wissel_raakt_het_andere_bestand_niet(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = with_two_files(werkplek, context)
    namen = blad.names()
    een = next(naam for naam in namen if not naam.endswith("(2)"))
    blad.page.evaluate(f"window.lvTraag = {TRAAG_MS}")
    blad.page.get_by_label("Welk bestand is open").select_option(een)
    blad.rest(TRAAG_MS - 500)
    blad.type(" door")
    blad.rest(TRAAG_MS + 1500)
    blad.page.evaluate("window.lvTraag = 0")
    alles = blad.reload().everything()
    assert alles[een].startswith("werk een")
    assert "werk twee" not in alles[een]
    assert sum("werk twee" in tekst for tekst in alles.values()) == 1


def test_typen_tijdens_het_openen_van_een_bestand_blijft_bij_het_oude(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context)
    blad.type("oud werk")
    assert blad.wait_for(lambda: blad.stored("oud werk"))
    blad.page.evaluate("window.lvTraag = 2500")
    blad.import_file("van-collega.json", saved_file({"toelichting": "van een collega"}))
    blad.rest(600)
    blad.type(" TIJDENS")
    blad.rest(3000)
    blad.page.evaluate("window.lvTraag = 0")
    assert blad.wait_for(lambda: any("van een collega" in r["tekst"] for r in blad.records()), 30)
    alles = blad.reload().everything()
    assert "van een collega" in alles.values()
    assert any(tekst.startswith("oud werk") for tekst in alles.values())


def test_twee_keer_klikken_is_geen_ander_tabblad(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = with_two_files(werkplek, context)
    blad.manage()
    blad.page.get_by_role("button", name="Nieuw bestand", exact=True).dblclick()
    blad.rest(1200)
    assert not blad.sentences(ANDER_TABBLAD)
    blad.type("werk drie")
    assert blad.wait_for(lambda: blad.stored("werk drie"))


def test_na_wissen_dat_mislukt_gaat_het_bewaren_door(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context)
    ander = werkplek.open(context, instrument="proef", wacht=False)
    ander.page.wait_for_selector(".lvs-scherm textarea", state="attached")
    blad.type("blijft")
    assert blad.wait_for(lambda: blad.stored("blijft"))
    blad.page.evaluate(
        """() => { const echt = IDBObjectStore.prototype.delete;
        IDBObjectStore.prototype.delete = function () {
          IDBObjectStore.prototype.delete = echt;
          throw new DOMException('nee', 'UnknownError'); }; }"""
    )
    assert blad.press("Wis alles")
    assert blad.press("Ja, wis alles")
    assert blad.warned("niet gelukt", binnen=6000)
    blad.type(" en gaat verder")
    assert blad.wait_for(lambda: blad.stored("blijft en gaat verder"), 8)


def test_wat_na_opslaan_als_bestand_komt_telt_weer_als_niet_bewaard(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    een = werkplek.open(context)
    een.type("van een")
    assert een.wait_for(lambda: een.stored("van een"))
    twee = werkplek.open(context)
    twee.type(" en twee")
    twee.page.evaluate("window.lvTraag = 1500")
    with twee.page.expect_download(timeout=20_000):
        assert twee.press("Opslaan als bestand")
        twee.type(" NA HET OPSLAAN")
    twee.rest(300)
    assert twee.close(), "de browser vroeg niet of de gebruiker weg wilde"


def test_de_focus_blijft_in_het_hulpmiddel(werkplek: Werkplek, context: BrowserContext) -> None:
    een = werkplek.open(context)
    een.type("van een")
    assert een.wait_for(lambda: een.stored("van een"))
    twee = werkplek.open(context)
    twee.veld.focus()
    twee.page.get_by_role("button", name="Ga hier verder met een kopie").press("Enter")
    assert twee.wait_for(lambda: not twee.sentences(ANDER_TABBLAD))
    twee.rest(500)
    assert twee.page.evaluate("document.activeElement.matches('.lvs textarea')")
    twee.manage()
    twee.page.get_by_role("button", name="Verwijder dit bestand", exact=True).press("Enter")
    twee.page.get_by_role("button", name="Ja, verwijder dit bestand").press("Enter")
    assert twee.wait_for(lambda: bool(twee.sentences("is verwijderd")))
    twee.rest(500)
    assert twee.page.evaluate("document.activeElement !== document.body")
