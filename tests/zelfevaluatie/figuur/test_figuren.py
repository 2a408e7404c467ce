"""De figuren: elk met samenvatting, gelijke tabel, n en wat er niet uit volgt."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from math import cos, hypot, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import CODES, INHOUD, KERN, OPZET, earlier, groepen, people, scan_of

from lv_tools.basis.beeld.tabel import Tabelcel
from lv_tools.basis.beeld.weergave import figuur_html
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.zelfevaluatie.figuur.momenten import draw_moments
from lv_tools.zelfevaluatie.figuur.samenoordeel import draw_joint
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.figuur.web import draw_radar
from lv_tools.zelfevaluatie.model.groepen import GEHEEL
from lv_tools.zelfevaluatie.model.opzet import example_setup
from lv_tools.zelfevaluatie.model.samenoordeel import check_joint, set_joint
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.model.vergelijken import add_earlier, compare

VOORBEELD = Scan(example_setup(INHOUD), (Bron("v", INHOUD.voorbeeldmensen),))
UITSLAG = compute(VOORBEELD, INHOUD)


def all_figures(scan):
    uitslag = compute(scan, INHOUD)
    bladen = [draw_radar(uitslag, INHOUD), draw_dots(uitslag, INHOUD), draw_joint(uitslag, INHOUD)]
    for groep in uitslag.alle_groepen:
        bladen += [draw_distribution(t, groep, uitslag, INHOUD) for t in scan.opzet.themas]
    vergelijking = compare(scan, INHOUD)
    bladen += [draw_moments(vergelijking, INHOUD, sleutel) for sleutel in (GEHEEL, "bestuur")]
    return [blad for blad in bladen if blad is not None]


@settings(max_examples=30, deadline=None)
@given(groepen(), groepen(), st.sampled_from(["naam", "anoniem"]))
def test_elke_figuur_is_te_tekenen_en_te_lezen(groep, toen, modus):
    scan = scan_of(groep, modus)
    gelezen = check_joint("bka1", {"oordeel": "3"}, compute(scan, INHOUD), INHOUD)
    scan = set_joint(scan, gelezen.oordeel)
    scan = add_earlier(
        scan, scan_of(earlier(toen), opzet=replace(OPZET, id="f" * 12, datum=date(2025, 1, 1)))
    )
    for blad in all_figures(scan):
        json.dumps(blad.figuur, allow_nan=False)
        assert {reeks.get("type", "scatter") for reeks in blad.figuur["data"]} <= {"scatter", "bar"}
        assert "<table" in figuur_html(blad)
        assert any(teken.isdigit() for teken in blad.n)


def test_het_web_tekent_het_midden_op_zijn_spaak():
    blad = draw_radar(UITSLAG, INHOUD)
    webben = {r["name"]: r for r in blad.figuur["data"] if r.get("name")}
    assert list(webben) == ["hele groep", "bestuur", "intern toezicht"]
    themas = list(KERN.themas)
    for naam, groep in zip(webben, UITSLAG.alle_groepen, strict=False):
        x, y = webben[naam]["x"], webben[naam]["y"]
        assert (x[0], y[0]) == (x[-1], y[-1])
        for plek, thema in enumerate(themas):
            midden = groep.themas[thema].midden
            if midden is None:
                assert x[plek] is None
                continue
            hoek = pi / 2 - 2 * pi * (plek + 0.5) / len(themas)
            assert hypot(x[plek], y[plek]) == pytest.approx(midden.waarde / 4)
            assert (x[plek], y[plek]) == pytest.approx(
                (midden.waarde / 4 * cos(hoek), midden.waarde / 4 * sin(hoek))
            )


def test_groepen_zijn_zonder_kleur_uit_elkaar_te_houden():
    alle = [groep.sleutel for groep in UITSLAG.alle_groepen]
    webben = [r for r in draw_radar(UITSLAG, INHOUD, alle).figuur["data"] if r.get("name")]
    assert len({(r["marker"]["symbol"], r["line"]["dash"]) for r in webben}) == len(alle)
    stippen = [r for r in draw_dots(UITSLAG, INHOUD).figuur["data"] if r.get("name")]
    assert len({r["marker"]["symbol"] for r in stippen}) == len(alle)


def test_een_groep_houdt_haar_teken_als_een_andere_uit_gaat():
    alle = {
        r["name"]: r["marker"] for r in draw_dots(UITSLAG, INHOUD).figuur["data"] if r.get("name")
    }
    een = draw_dots(UITSLAG, INHOUD, ["schoolleiding"]).figuur["data"]
    (alleen,) = [r for r in een if r.get("name")]
    assert alleen["marker"] == alle["rector of directeur"]


def test_de_tabel_bij_de_stippen_zegt_hetzelfde_als_de_uitslag():
    rijen = {(rij[0], rij[1]): rij[2:] for rij in draw_dots(UITSLAG, INHOUD).rijen}
    assert rijen["BKA-SKA: Samenspel bestuur en school/scholen", "rector of directeur"] == (
        4, "tussen niet en enigszins", "1 tot 2", "1 tot 2", 0, Tabelcel("0,67", 0.67),
    )  # fmt: skip
    assert rijen["Structuur en cultuur", "intern toezicht"][:2] == (1, "voldoende")


def test_verdeling_telt_op_tot_honderd_procent_en_toont_weet_niet_apart():
    blad = draw_distribution("structuur-cultuur", UITSLAG.geheel, UITSLAG, INHOUD)
    staven = {reeks["name"]: reeks for reeks in blad.figuur["data"]}
    assert sum(reeks["x"][0] or 0 for reeks in staven.values()) == pytest.approx(100)
    assert staven["weet ik niet"]["text"] == ["2"]
    assert blad.rijen[0][1:9] == (0, 2, 5, 0, 2, 0, 9, "voldoende")


def test_afgeschermd_staat_er_met_zoveel_woorden():
    groep = people("bestuur", 6, dict.fromkeys(CODES[1:], 2))
    groep[0] = replace(groep[0], antwoorden=dict(groep[0].antwoorden) | {CODES[0]: 4})
    uitslag = compute(scan_of(groep, "anoniem"), INHOUD)
    blad = draw_distribution("bka1", uitslag.geheel, uitslag, INHOUD)
    assert "afgeschermd" in blad.rijen[0]
    assert any("afgeschermd" in a["text"] for a in blad.figuur["layout"]["annotations"])
    assert all(reeks["x"][0] is None for reeks in blad.figuur["data"])


def test_momenten_zeggen_altijd_wat_een_lijn_niet_bewijst():
    toen = replace(VOORBEELD, opzet=replace(VOORBEELD.opzet, id="f" * 12, datum=date(2025, 9, 15)))
    vergelijking = compare(add_earlier(VOORBEELD, toen), INHOUD)
    blad = draw_moments(vergelijking, INHOUD)
    assert "bewijst geen ontwikkeling" in blad.zegt_niet
    for verklaring in vergelijking.verklaringen:
        assert verklaring in blad.zegt_niet
    assert blad.zegt_niet.count("iets anders zijn dan verandering") == 1
    assert "is het midden gelijk bij 8 van 8 thema's." in blad.samenvatting
    assert draw_moments(compare(VOORBEELD, INHOUD), INHOUD) is None


def _met_een_lager_thema(datum, thema="bka1"):
    mensen = people("bestuur", 4, {c: 2 if c.startswith(thema) else 3 for c in CODES})
    return scan_of(mensen, opzet=replace(OPZET, id=f"{datum:%Y%m%d}".zfill(12), datum=datum))


def test_drie_momenten_zeggen_altijd_ten_opzichte_van_welke_dag():
    nu = scan_of(people("bestuur", 4, dict.fromkeys(CODES, 3)))
    met = add_earlier(add_earlier(nu, _met_een_lager_thema(date(2024, 11, 20))),
                      _met_een_lager_thema(date(2025, 11, 21), "cyclisch"))  # fmt: skip
    zin = draw_moments(compare(met, INHOUD), INHOUD, "bestuur").samenvatting
    assert "Op 22 november 2026 ligt het midden hoger dan op 20 november 2024 bij BKA1" in zin
    assert "Daartussen was het midden anders bij Cyclisch werken." in zin
    assert "nu" not in zin.split()


def test_twee_scholen_naast_elkaar_krijgen_geen_lijn_en_geen_tijd():
    zuid = replace(OPZET, id="e" * 12, naam="School Zuid")
    ander = scan_of(people("bestuur", 3, dict.fromkeys(CODES, 4)), opzet=zuid)
    nu = scan_of(people("bestuur", 2, dict.fromkeys(CODES, 3)))
    vergelijking = compare(add_earlier(nu, ander), INHOUD)
    blad = draw_moments(vergelijking, INHOUD, "bestuur")
    assert blad.titel == "Scans naast elkaar: bestuur"
    assert all(reeks["mode"] == "markers" for reeks in blad.figuur["data"])
    assert "In ‘School Zuid’ ligt het midden hoger dan in ‘De Vaart 2026’" in blad.samenvatting
    for tijdwoord in ("ontwikkeling", "verandering", "vorige keer", "toen"):
        assert tijdwoord not in f"{blad.samenvatting} {blad.zegt_niet} {blad.rijen}"


def test_een_groep_zonder_antwoorden_op_de_schaal_blijft_staan():
    stil = people("gmr", 2, dict.fromkeys(CODES))  # overal ‘weet ik niet’
    uitslag = compute(scan_of([*people("bestuur", 2, dict.fromkeys(CODES, 3)), *stil]), INHOUD)
    rijen = {(rij[0], rij[1]): rij for rij in draw_dots(uitslag, INHOUD).rijen}
    assert rijen["BKA1: Visie, ambities en doelen", "GMR"][2:4] == (0, "–")


def test_een_afgeschermd_thema_noemt_geen_n():
    groep = people("bestuur", 6, {c: 2 for c in CODES if c.startswith("cyclisch")})
    groep[0] = replace(groep[0], antwoorden=dict(groep[0].antwoorden) | {CODES[0]: 4})
    uitslag = compute(scan_of(groep, "anoniem"), INHOUD)
    blad = draw_dots(uitslag, INHOUD)
    rij = next(rij for rij in blad.rijen if rij[0].startswith("BKA1") and rij[1] == "bestuur")
    assert rij[2:4] == (None, "afgeschermd")
    teksten = [a["text"] for a in blad.figuur["layout"]["annotations"]]
    assert "afgeschermd" in teksten
    assert "n = 0" not in teksten


def test_zonder_antwoorden_geen_figuur():
    leeg = compute(Scan(KERN), INHOUD)
    assert draw_radar(leeg, INHOUD) is None
    assert draw_dots(leeg, INHOUD) is None
    assert draw_joint(leeg, INHOUD) is None


def test_met_twee_themas_is_er_geen_web():
    uitslag = compute(scan_of(people("bestuur", 2, dict.fromkeys(CODES, 3))), INHOUD)
    assert draw_radar(uitslag, INHOUD) is None
    assert draw_dots(uitslag, INHOUD) is not None


@pytest.mark.parametrize("naam", ["<b>x</b>", "=1+1", "a&b"])
def test_een_vijandige_groepsnaam_blijft_tekst(naam):
    scan = scan_of(people(naam.casefold(), 2, dict.fromkeys(CODES, 2)))
    scan = replace(scan, opzet=replace(scan.opzet, groepen=(naam,)))
    for blad in all_figures(scan):
        assert "<b>x" not in json.dumps(blad.figuur)
        assert "<b>x" not in figuur_html(blad).replace("&lt;b&gt;x", "")


def test_de_zin_noemt_hoogst_en_laagst_alleen_als_die_er_zijn():
    gelijk = people("bestuur", 3, dict.fromkeys(CODES, 3))
    blad = draw_dots(compute(scan_of(gelijk), INHOUD), INHOUD)
    assert blad.samenvatting.startswith("Bij elk thema is het midden voldoende.")
    anders = people("bestuur", 3, {c: 4 if c.startswith("bka1") else 2 for c in CODES})
    blad = draw_dots(compute(scan_of(anders), INHOUD), INHOUD)
    assert "Hoogst, met als midden (heel) goed: BKA1" in blad.samenvatting
    assert "Laagst, met als midden enigszins: Cyclisch werken." in blad.samenvatting
