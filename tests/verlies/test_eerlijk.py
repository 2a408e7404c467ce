"""Wat het scherm zegt over bewaren, klopt, en is te begrijpen."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import BrowserContext
from werkplek import Blad, Werkplek, saved_file

from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, from_json

ENGELS = r"operation|failed|unrelated|error"
NA_HERKANSING_S = 10
TERUG = "globalThis.terug = 0; { const nu = Date.now; Date.now = () => nu() - globalThis.terug; }"
JAAR_MS = 365 * 24 * 3600 * 1000
GEZIN = "Team 👩‍👩‍👧 noord"


def refused(blad: Blad) -> str:
    """Geef wat er boven in beeld staat over een handeling die niet lukte, en sluit het."""
    assert blad.warned("niet gelukt", binnen=8000), blad.boven
    zin = blad.boven
    assert blad.press("Sluit deze melding")
    return zin


def test_een_handeling_die_mislukt_zegt_waarom_en_niet_in_het_engels(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context, weiger={})
    blad.type("blijft")
    assert blad.wait_for(lambda: blad.stored("blijft"))
    blad.refuse(zaak="InvalidStateError")
    assert blad.rename("Anders")
    zinnen = [refused(blad)]
    for knop in ("Verwijder dit bestand", "Wis alles"):
        assert blad.press(knop)
        assert blad.press(f"Ja, {knop[0].lower()}{knop[1:]}")
        zinnen.append(refused(blad))
    assert [zin for zin in zinnen if re.search(ENGELS, zin, re.IGNORECASE)] == []
    blad.refuse()
    blad.type(" en gaat door")
    assert blad.wait_for(lambda: blad.stored("blijft en gaat door"), NA_HERKANSING_S)


def test_over_een_bestand_dat_niet_te_lezen_is_staat_er_niet_dat_het_gelukt_is(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    werkplek.prepare(context, "Van toen", saved_file({"toelichting": "werk van toen"}))
    blad = werkplek.open(context, weiger={})
    assert blad.tekst == "werk van toen"
    assert blad.press("Maak een kopie")
    assert blad.wait_for(lambda: "in de kopie" in blad.status)
    blad.refuse(lezen="UnknownError")
    for kies in (lambda: blad.choose("Van toen"), lambda: blad.press("Nieuw bestand")):
        kies()
        assert blad.warned("niet worden gelezen", binnen=6000), blad.boven
        assert not re.search("is geopend|nieuw, leeg bestand", blad.status)


def test_een_lijst_die_even_niet_te_lezen_is_kost_geen_bestand_en_wordt_gezegd(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    werkplek.prepare(context, "Mijn school", saved_file({"toelichting": "een jaar werk"}))
    blad = werkplek.open(context, weiger={"lijst": {"fout": "UnknownError", "keer": 1}})
    assert blad.tekst == ""
    assert blad.warned("niet worden gelezen", binnen=2000), blad.boven
    assert blad.wait_for(lambda: blad.tekst == "een jaar werk", NA_HERKANSING_S)
    assert blad.wait_for(lambda: not blad.boven)


def test_zonder_opslag_staat_er_niet_dat_er_iets_bewaard_was(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context, weiger={"open": {"fout": "SecurityError"}})
    assert blad.warned("laat hier geen opslag toe", binnen=3000)
    assert "Wat hier bewaard is" not in blad.boven


def test_gaat_de_klok_een_jaar_terug_dan_opent_toch_het_laatste_bestand(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = Blad(context.new_page())
    blad.page.add_init_script(TERUG)
    blad.page.goto(werkplek.address())
    blad.ready()
    blad.type("het oude")
    assert blad.wait_for(lambda: blad.stored("het oude"))
    blad.page.evaluate(f"globalThis.terug = {JAAR_MS}")
    assert blad.press("Nieuw bestand")
    assert blad.wait_for(lambda: blad.tekst == "")
    blad.type("het nieuwe")
    assert blad.wait_for(lambda: blad.stored("het nieuwe"))
    blad.page.evaluate(f"globalThis.terug = 2 * {JAAR_MS}")
    blad.type(" gaat door")
    assert blad.wait_for(lambda: blad.stored("het nieuwe gaat door"))
    assert blad.reload().tekst == "het nieuwe gaat door"


def test_de_omvang_telt_bytes_en_geen_tekens(werkplek: Werkplek, context: BrowserContext) -> None:
    blad = werkplek.open(context, waarschuw=4000)
    blad.veld.fill("é" * 2500)  # 2500 tekens, 5000 bytes
    assert blad.warned(r"Dit bestand is nu 0,0 MB", binnen=4000), blad.boven


def test_na_wissen_is_elke_naam_weer_vrij_en_een_naam_blijft_heel(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context)
    blad.type("weg ermee")
    assert blad.wait_for(lambda: blad.stored("weg ermee"))
    assert blad.press("Wis alles")
    assert blad.press("Ja, wis alles")
    assert blad.wait_for(lambda: blad.tekst == "")
    blad.import_file("terug.json", saved_file({"toelichting": "van een collega"}))
    assert blad.wait_for(lambda: blad.tekst == "van een collega")
    assert blad.wait_for(lambda: blad.stored("van een collega"))
    assert [r["naam"] for r in blad.records()] == ["Zonder naam"]
    assert blad.rename(GEZIN)
    assert blad.wait_for(lambda: blad.names() == [GEZIN]), blad.names()
    assert [r["naam"] for r in blad.records()] == [GEZIN]


def test_een_laat_pakket_dat_niet_komt_krijgt_de_zin_van_de_pagina(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    blad = werkplek.open(context, laat=1)
    blad.page.evaluate("globalThis.lvLaatZin = (r) => (r ? `De pagina zegt: ${r}.` : undefined)")
    assert blad.press("Tabellen als Excel")
    assert blad.warned(r"De pagina zegt: server\.", binnen=3000), blad.boven


def test_een_bestand_van_de_pagina_zelf_is_heel_of_gaat_niet_open(
    werkplek: Werkplek, context: BrowserContext, tmp_path: Path
) -> None:
    """Ook wat Python nog niet had, valt onder een controlegetal, tot en met een half teken."""
    oud = json.loads(saved_file({"toelichting": "toen", "doelen": ["stuk"]}))
    werkplek.prepare(context, "Zonder naam", json.dumps(oud, indent=1))
    blad = werkplek.open(context)
    blad.veld.evaluate(
        """(veld) => { veld.value = 'één “😀” \\\\ \\t \\x7f \\u2028 \\ud83d';
        veld.dispatchEvent(new InputEvent('input', { bubbles: true })); }"""
    )
    with blad.page.expect_download() as wacht:
        assert blad.press("Sla op wat er stond")
    assert blad.wait_for(lambda: "staat bij uw downloads" in blad.status)
    wacht.value.save_as(pad := tmp_path / "zelf.json")
    inhoud = pad.read_bytes()
    gelezen = from_json(inhoud, "proef", 1)
    assert isinstance(gelezen, Bewaard), gelezen
    assert gelezen.naloop == {"toelichting": "één “😀” \\ \t \x7f \u2028 \ud83d"}
    for heel, stuk in (("één", "ééN"), ('toelichting":"', 'toelichtinG":"')):
        anders = inhoud.replace(heel.encode(), stuk.encode())
        assert anders != inhoud
        assert isinstance(from_json(anders, "proef", 1), Leesfout), heel
