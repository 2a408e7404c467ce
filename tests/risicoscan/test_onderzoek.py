"""Wat het onderzoek telt: elk getal staat in de gegevens, met n, interval en merk."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scanproef import INHOUD

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.onderzoek.aandeel import aantallen_bij, wilson
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.controle import controleer
from lv_tools.risicoscan.figuur import draw_profile, draw_risks
from lv_tools.risicoscan.model.onderzoek import behind, challenges, helped, risks
from lv_tools.risicoscan.model.uitkomst import compute
from lv_tools.risicoscan.model.voorbeeld import example
from lv_tools.risicoscan.verslag.document import report

STANDAARDEN = list(INHOUD.standaarden)
VOORBEELD = compute(example(INHOUD), INHOUD)


@pytest.mark.parametrize("soort", INHOUD.soorten)
def test_elk_risico_is_een_cel_van_de_tabel(soort: str) -> None:
    cellen = {
        (r["standaard"], r["n"], r["percentage"])
        for r in lees("risico_per_afdeling").rijen
        if r["afdeling"] == soort
    }
    feiten = risks(soort)
    assert {(code, f.n, f.percentage) for code, f in feiten.items()} == cellen
    for feit in feiten.values():
        assert feit.n is not None
        assert feit.aantallen == aantallen_bij(feit.percentage, feit.n)
        if len(feit.aantallen) == 1:
            assert feit.interval == wilson(feit.aantallen[0], feit.n)


def test_een_cijfer_dat_niet_kan_draagt_zijn_merk_en_krijgt_geen_interval() -> None:
    (eerste, *_) = helped("Wisseling in leiderschap")
    assert (eerste.mark, eerste.interval) == ("kan niet", None)
    assert str(eerste) == "83% van 39"
    bekend = {m.uitleg for m in controleer() if m.ernst != "klopt"}
    assert {m.uitleg for m in eerste.meldingen} <= bekend
    tekst = to_markdown(report(VOORBEELD, INHOUD))
    assert "83% van 39 | kan zo niet kloppen" in tekst
    assert "83% kan niet bestaan bij n = 39" in tekst


def test_de_vaakste_uitdagingen_met_aantal_n_en_interval() -> None:
    eerste, tweede, _ = challenges("OP2")
    assert str(eerste) == "27 van de 34 (79%, interval 63% tot 90%)"
    assert eerste.percentage >= tweede.percentage
    assert challenges("OP4") == ()
    assert all("Anders" not in f.wat for code in STANDAARDEN for f in challenges(code))


def test_de_vraag_achter_de_vraag_noemt_wat_niet_genoemd_is() -> None:
    rest = [c for c in STANDAARDEN if c != "OR1"]
    gevonden = behind(("OR1",), rest, "Havo", INHOUD)
    assert [a.code for a in gevonden] == ["OP2", "OP3"]
    # Havo: 26 van de 45 met OR1 en 14 met OP2, dus samen 0 tot en met 14.
    assert gevonden[0].samen == ("OR1", 0, 14)
    assert behind((), STANDAARDEN, "Havo", INHOUD) == ()


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(STANDAARDEN)), st.sampled_from(["", *INHOUD.soorten]))
def test_achter_de_vraag_staat_nooit_wat_al_genoemd_is(genoemd: set[str], soort: str) -> None:
    rest = [c for c in STANDAARDEN if c not in genoemd]
    for achter in behind(sorted(genoemd), rest, soort, INHOUD):
        assert achter.code not in genoemd
        assert all(set(v.als) & genoemd for v in achter.verbanden)
        if achter.samen:
            ander, laag, hoog = achter.samen
            assert ander in genoemd
            assert achter.risico is not None
            assert 0 <= laag <= hoog <= (achter.risico.n or 0)


def test_elk_getal_in_het_deel_over_het_onderzoek_komt_uit_de_gegevens() -> None:
    tekst = to_markdown(report(VOORBEELD, INHOUD)).replace("\\", "")
    deel = tekst[tekst.index("## Wat in het onderzoek") : tekst.index("Wat de controles op")]
    for aantal, n, procent in re.findall(r"(\d+) van de (\d+) \((\d+)%", deel):
        assert int(aantal) in aantallen_bij(int(procent), int(n))
    bekend = {
        (r["percentage"])
        for naam in ("risico_per_afdeling", "uitdagingen", "interventies_bij_obstakels")
        for r in lees(naam).rijen
    }
    gedrukt = {int(p) for p in re.findall(r"\((\d+)%|\| (\d+)% van", deel) for p in p if p}
    assert gedrukt
    assert gedrukt <= bekend


def test_het_verslag_zegt_wat_het_niet_zegt_en_geeft_nooit_een_oordeel() -> None:
    tekst = to_markdown(report(VOORBEELD, INHOUD))
    assert "geen oorzaak en geen voorspelling" in tekst
    assert "nooit een oordeel van de Inspectie" in tekst
    for woord in ("onvoldoende", "zeer zwak", "voldoende"):
        assert not re.search(rf"\b{woord}\b", tekst.replace("Onvoldoende", ""))


def test_elke_figuur_heeft_dezelfde_gegevens_als_haar_tabel() -> None:
    profiel, risico = draw_profile(VOORBEELD, INHOUD), draw_risks(VOORBEELD, INHOUD)
    assert profiel is not None
    assert risico is not None
    for plek, rij in enumerate(profiel.rijen):
        balken = [reeks["x"][plek] or 0 for reeks in profiel.figuur["data"]]
        assert tuple(balken) == rij[1:5]
        assert sum(balken) == rij[5]
    x = [reeks["x"][0] for reeks in risico.figuur["data"]]
    assert x == sorted((f.percentage for f in risks("Havo").values()), reverse=True)
    assert len(risico.rijen) == len(x)
    assert {reeks["type"] for f in (profiel, risico) for reeks in f.figuur["data"]} <= {
        "bar",
        "scatter",
    }
