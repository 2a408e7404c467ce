"""Elk hulpmiddel heeft een tekst om met het team te delen; er gaat niets vanzelf weg."""

from __future__ import annotations

import importlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.uitvoer.bericht import MEESTE_REGELS, message
from lv_tools.bouwdoos.deuren import doors
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.scherm import Scherm

WORTEL = Path(__file__).parents[2] / "lv_tools"


#: Hier ligt werk van meer scholen: dat gaat als verslag naar wie het mag zien, niet als bericht.
ZONDER = ("scholen",)


@pytest.mark.parametrize("naam", [deur.naam for deur in doors() if deur.naam not in ZONDER])
def test_elk_hulpmiddel_heeft_een_tekst_om_te_delen(naam: str) -> None:
    bronnen = [pad.read_text("utf-8") for pad in (WORTEL / naam / "scherm").rglob("*.py")]
    assert any("Deelbericht(" in bron for bron in bronnen)


def test_de_tekst_wordt_pas_gemaakt_als_iemand_erom_vraagt() -> None:
    gemaakt: list[str] = []

    def maak() -> str:
        gemaakt.append("ja")
        return "  Beste allemaal  "

    deel = Deelbericht(maak)
    scherm, gestuurd = Scherm(deel), list[dict[str, Any]]()
    scherm.send = lambda inhoud, buffers=None: gestuurd.append(inhoud)  # type: ignore[method-assign]
    assert gemaakt == []
    klik = {"soort": "gebeurtenis", "deel": deel.id, "naam": "klik", "gegevens": {}}
    scherm._on_message(None, {**klik, "nummer": 1}, [])
    (opdracht,) = [b for b in gestuurd if b["soort"] == "opdracht"]
    assert (opdracht["naam"], opdracht["gegevens"]) == ("toon", {"tekst": "Beste allemaal"})


@given(st.lists(st.text(max_size=40), max_size=20), st.text(max_size=40))
def test_een_bericht_is_kort_en_zegt_wat_er_niet_in_past(regels: list[str], begin: str) -> None:
    tekst = message(begin, regels)
    echt = [regel for regel in regels if regel.strip()]
    getoond = [r for r in tekst.split("\n") if r.startswith("- ")] if not begin.strip() else None
    if getoond is not None:
        assert len(getoond) == min(len(echt), MEESTE_REGELS) + (len(echt) > MEESTE_REGELS)
    assert ("en nog" in tekst) or len(echt) <= MEESTE_REGELS
    assert "\n\n\n" not in tekst or "\n\n\n" in begin


# --- Wat er in de tekst van elk hulpmiddel staat ---


def test_het_gesprek_vooraf_noemt_de_vragen_en_na_afloop_de_afspraken() -> None:
    from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Moment
    from lv_tools.gespreksprompter.model.gids import Opdracht
    from lv_tools.gespreksprompter.model.kiezen import compose
    from lv_tools.gespreksprompter.teksten import inhoud
    from lv_tools.gespreksprompter.verslag.bericht import invitation, outcome

    bekend = inhoud()
    gids = compose(Opdracht(bekend.tafels["sectie"], ("check",), 30))
    afspraken = (
        Afspraak("a1", "Elke toets naast de examenstof", "Sanne", date(2026, 12, 11)),
        Afspraak("a2", "Zonder iemand"),
    )
    gesprek = Gesprek("g1", Moment(date(2026, 11, 28)), gids=gids, afspraken=afspraken)
    vooraf, na = invitation(gesprek), outcome(gesprek)
    assert all(f"- {regel.tekst}" in vooraf for regel in gids.te_stellen[:MEESTE_REGELS])
    assert "- Elke toets naast de examenstof (Sanne, uiterlijk 11 december 2026)" in na
    assert "- Zonder iemand\n" in f"{na}\n"
    assert "Sanne" not in outcome(gesprek, namen=False)
    assert "Sanne" not in vooraf
    assert "Waarover: Check." in vooraf
    opdracht = replace(gids.opdracht, situatie="resultaten", doel="reflecteren")
    over = replace(gesprek, gids=replace(gids, opdracht=opdracht))
    assert "Waarover: De resultaten vallen tegen. Het duurt" in invitation(over)
    assert "Waarover: De resultaten vallen tegen.\n" in outcome(over)


def test_het_plan_noemt_doelen_en_wat_er_nu_gebeurt() -> None:
    deur = importlib.import_module("lv_tools.verbeterplan.hulpmiddel").VERBETERPLAN
    from lv_tools.verbeterplan.verslag.bericht import share_text

    inhoud = deur.inhoud()
    assert share_text(deur.reken(deur.leeg(inhoud), inhoud), inhoud) == ""
    vol = deur.voorbeeld(inhoud)
    tekst = share_text(deur.reken(vol, inhoud), inhoud)
    assert all(doel.wat.rstrip(". ") in tekst for doel in vol.kern.doelen)
    gestopt = [a.wat for a in vol.kern.activiteiten if a.besluit == "stoppen"]
    assert not any(wat in tekst for wat in gestopt)


def test_de_kalender_noemt_wat_nog_komt_en_niets_van_wat_was() -> None:
    deur = importlib.import_module("lv_tools.kwaliteitskalender.hulpmiddel").KWALITEITSKALENDER
    from lv_tools.kwaliteitskalender.verslag.beeld import example
    from lv_tools.kwaliteitskalender.verslag.bericht import share_text

    inhoud = deur.inhoud()
    beeld = deur.reken(example(inhoud), inhoud)
    dagen = sorted(k.punt.dag for k in beeld.punten)
    midden = dagen[len(dagen) // 2]
    tekst = share_text(beeld, inhoud, midden)
    voorbij = [k for k in beeld.punten if k.punt.laatste < midden]
    assert voorbij
    assert all(f"{k.punt.dag.day} " not in tekst.split("\n")[2] for k in voorbij[:1])
    eerste = next(k for k in beeld.punten if k.punt.laatste >= midden)
    assert eerste.punt.wat in tekst.split("\n")[2]
    assert share_text(beeld, inhoud, date(2100, 1, 1)) == ""


def test_de_risicoscan_deelt_de_punten_en_geen_antwoord() -> None:
    deur = importlib.import_module("lv_tools.risicoscan.hulpmiddel").RISICOSCAN
    from lv_tools.risicoscan.verslag.bericht import share_text

    inhoud = deur.inhoud()
    assert share_text(deur.leeg(inhoud), inhoud).startswith("Wij willen weten")
    scan = deur.voorbeeld(inhoud)
    tekst = share_text(scan, inhoud)
    assert all(punt.wat in tekst for punt in scan.punten)
    assert all(punt.bewijs not in tekst for punt in scan.punten if punt.bewijs)


def test_de_zelfevaluatie_noemt_een_naam_alleen_als_iemand_die_gaf() -> None:
    deur = importlib.import_module("lv_tools.zelfevaluatie.hulpmiddel").ZELFEVALUATIE
    from lv_tools.zelfevaluatie.verslag.bericht import share_text

    inhoud = deur.inhoud()
    uitslag = deur.reken(deur.leeg(inhoud), inhoud)
    assert "(" not in share_text(uitslag, inhoud)
    opzet = replace(uitslag.scan.opzet, naam="Voorjaar")
    genoemd = replace(uitslag, scan=replace(uitslag.scan, opzet=opzet))
    assert "kwaliteitszorg (Voorjaar)." in share_text(genoemd, inhoud)


def test_de_verkenner_noemt_bron_en_grens() -> None:
    deur = importlib.import_module("lv_tools.bevindingenverkenner.hulpmiddel").VERKENNER
    from lv_tools.bevindingenverkenner.verslag.bericht import share_text

    inhoud = deur.inhoud()
    staat = deur.leeg(inhoud)
    for weergave in inhoud.weergaven:
        uitkomst = deur.reken(replace(staat, weergave=weergave), inhoud)
        tekst = share_text(uitkomst)
        if uitkomst.titel and tekst:
            assert "vierkant" not in tekst
            assert tekst.count("\n\n") == 2, weergave
            assert tekst.startswith(
                "Uit het onderzoek naar risicoafdelingen die begeleiding kregen"
            )
            assert "niet over ons" in tekst


def test_een_uitkomst_van_de_verkenner_leidt_verder() -> None:
    from hulpproef import Proef

    from lv_tools.schermdelen import Koppeling

    deur = importlib.import_module("lv_tools.bevindingenverkenner.hulpmiddel").VERKENNER
    proef = Proef(deur)
    adressen = {
        deel.adres
        for tekst in proef.scherm.walk()
        if tekst.soort == "tekst" and not proef.bezwaar(tekst)
        for alinea in tekst.alineas
        if isinstance(alinea, tuple)
        for deel in alinea
        if isinstance(deel, Koppeling)
    }
    assert {"gespreksprompter.html#situatie=resultaten", "risicoscan.html"} <= adressen
