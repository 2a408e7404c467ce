"""Elke rol kan haar stellingen beantwoorden, en de uitslag zegt wie andere woorden kreeg."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from lv_tools.basis.antwoorden.tabel import read_rows
from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.onderzoek.onthulling import ANONIEM
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.telling import count_by_role
from lv_tools.basis.onderzoek.vragenset import Optie
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.lijst import Lijst, list_of
from lv_tools.basis.vorm import codec
from lv_tools.urgentiemeter.bestand.vroeger import old_list
from lv_tools.urgentiemeter.figuur.groep import draw_distribution
from lv_tools.urgentiemeter.figuur.verschil import draw_differences
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.beleving import assess
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.openen import opened
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.teksten import instrument
from lv_tools.urgentiemeter.verslag.document import report

INHOUD = instrument()
VRAGEN = INHOUD.vragen
#: De vragenlijst van 0.1.0 en 0.2.0.
EERSTE = old_list(json.loads(lees_tekst("instrumenten/lijsten-0.1.0.json"))["urgentiemeter"])
EIGEN = ("leerling", "ouder", "intern-toezicht")
#: Wat een rol niet meemaakt: een leerling overlegt niet, een toezichthouder geeft geen les.
NIET_VOOR = {
    "leerling": r"\b(ons overleg|wij afspreken|ons team|deze afdeling ervoor staat)\b",
    "ouder": r"\b(ons overleg|wij afspreken|ons team)\b",
    "intern-toezicht": r"\b(heb ik zelf iets anders gedaan|wij een goede les|ons team)\b",
}


@pytest.mark.parametrize("rol", EIGEN)
def test_een_rol_krijgt_alleen_wat_zij_kan_beantwoorden(rol: str) -> None:
    stellingen = VRAGEN.for_role(rol)
    assert VRAGEN.own_words(rol)
    assert [s.code for s in stellingen] == list(INHOUD.stellingen)
    for stelling in stellingen:
        assert not re.search(NIET_VOOR[rol], stelling.tekst), stelling.code


def test_alleen_wie_dat_nodig_heeft_krijgt_andere_woorden() -> None:
    assert {rol.code for rol in VRAGEN.rollen if VRAGEN.own_words(rol.code)} == set(EIGEN)
    assert not VRAGEN.own_words("decaan")
    assert VRAGEN.for_role("docent") == VRAGEN.for_role("")


def test_elke_bewoording_is_een_nette_stelling_voor_een_bestaande_rol() -> None:
    bekend = {rol.code for rol in VRAGEN.rollen}
    for stelling in INHOUD.stellingen.values():
        for eigen in stelling.anders:
            assert set(eigen.rollen) <= bekend
            assert eigen.tekst != stelling.tekst
            assert eigen.tekst.count(".") == 1
            assert len(eigen.tekst.split()) <= 22
            assert 0 < len(eigen.kort) <= 34


def test_wat_meetelt_voor_gedeeld_meet_noodzaak_en_geen_ambitie() -> None:
    for code in INHOUD.tellende:
        for rol in ("", *EIGEN):
            tekst = INHOUD.stellingen[code].for_role(rol).tekst
            assert re.search(r"anders moet|beter moet|daar last van", tekst), tekst
    assert INHOUD.themas.keys() == {"urgentie", "beeld", "voorwaarden", "handelen"}
    # 'Vaker eens over de noodzaak dan over wat er gebeurt' rust op meer dan één stelling,
    # en alleen op doen.
    assert INHOUD.in_theme("handelen") == ("h2", "h3")


def groep(*rollen: str) -> Scan:
    mensen = tuple(
        Respondent(f"p{nr}", rol, dict.fromkeys(INHOUD.stellingen, 4 if rol == "docent" else 1))
        for nr, rol in enumerate(rollen)
    )
    return Scan(groep=Groep("naam", bronnen=(Bron("b", mensen),)))


def test_de_uitslag_zegt_wie_andere_woorden_kreeg() -> None:
    uitslag = compute(groep("docent", "docent", "leerling", "leerling"), INHOUD)
    zin = zinnen.own_words(uitslag.beleving, INHOUD)
    assert "leerling" in zin
    blad = draw_differences(uitslag, INHOUD)
    assert blad is not None
    assert "leerling (n = 2, eigen woorden)" in blad.kolommen
    assert "docent (n = 2)" in blad.kolommen
    assert zin in blad.zegt_niet
    for volledig in (False, True):
        verslag = to_markdown(report(uitslag, INHOUD, Wensen(volledig=volledig)))
        assert zin in verslag.replace("\\", "")
    leerlingen = next(g for g in uitslag.beleving.groepen if g.sleutel == "leerling")
    eerste = str(draw_distribution(leerlingen, uitslag, INHOUD).rijen[1][0])
    assert "lessen of bij de hulp" in eerste
    # Het geheel staat in de gewone woorden.
    assert uitslag.beleving.geheel is not None
    geheel = str(draw_distribution(uitslag.beleving.geheel, uitslag, INHOUD).rijen[1][0])
    assert "lessen of bij de hulp" not in geheel


def test_bij_het_grootste_verschil_staat_het_erbij() -> None:
    met = compute(groep("docent", "docent", "leerling", "leerling"), INHOUD)
    assert "Let op: leerling kreeg hier andere woorden." in zinnen.largest_gap(met.beleving, INHOUD)
    zonder = compute(groep("docent", "docent", "bestuur", "bestuur"), INHOUD)
    assert "andere woorden" not in zinnen.largest_gap(zonder.beleving, INHOUD)
    assert zinnen.own_words(zonder.beleving, INHOUD) == ""


def test_ook_een_rol_die_niet_apart_staat_wordt_genoemd() -> None:
    mensen = (
        groep(*["docent"] * 6, *["bestuur"] * 3, *["leerling"] * 3).groep.bronnen[0].respondenten
    )
    beeld = assess(count_by_role(mensen, (), VRAGEN), INHOUD, Regels(), bescherming=ANONIEM)
    assert "leerling" not in [g.sleutel for g in beeld.groepen]
    assert beeld.eigen_woorden == ("leerling",)


# ------------------------------------------------------------------------- bewaren en inlezen


def test_een_bestand_neemt_de_woorden_van_elke_rol_mee() -> None:
    toen = codec.read(
        Lijst, json.loads(json.dumps(codec.write(list_of(INHOUD.lijst, INHOUD.vragen))))
    )
    for rol in ("", "docent", *EIGEN):
        assert [s.tekst for s in toen.vragen.for_role(rol)] == [
            s.tekst for s in VRAGEN.for_role(rol)
        ]


def test_werk_van_lijst_1_met_zijn_vragenlijst_erbij_opent() -> None:
    """Zo schreef 0.2.0: de vragenlijst zat erin, nog zonder woorden per rol."""
    antwoorden = dict.fromkeys([s.code for s in EERSTE.vragen.stellingen], 3)
    mensen = tuple(
        Respondent(rol, rol, antwoorden, versie="2026-11-27T10:00:00+01:00")
        for rol in ("docent", "leerling")
    )
    scan = opened(Scan(groep=Groep("naam", bronnen=(Bron("b", mensen),)), toen=EERSTE), INHOUD)
    docent, leerling = scan.groep.bronnen[0].respondenten
    assert len(docent.antwoorden) == 8
    assert leerling.antwoorden == {}
    assert len(leerling.rest) == 12


def test_een_antwoord_telt_alleen_bij_de_woorden_van_die_rol() -> None:
    eerste = EERSTE.vragen
    zetter = Overzetting(eerste, VRAGEN)
    antwoorden = dict.fromkeys([s.code for s in eerste.stellingen], 3)
    docent = zetter.respondent(Respondent("a", "docent", antwoorden))
    leerling = zetter.respondent(Respondent("b", "leerling", antwoorden))
    ouder = zetter.respondent(Respondent("c", "ouder", antwoorden))
    assert set(docent.antwoorden) == {"u2", "u3", "o1", "o4", "h1", "h2", "h3", "h4"}
    assert leerling.antwoorden == {}
    assert ouder.antwoorden == {}
    toezicht = zetter.respondent(Respondent("d", "intern-toezicht", antwoorden))
    assert "o1" in toezicht.antwoorden, "die woorden zijn voor het toezicht niet veranderd"
    for wie in (docent, leerling, ouder, toezicht):
        assert len(wie.antwoorden) + len(wie.rest) == len(antwoorden)
    # En terug: dezelfde antwoorden in dezelfde woorden.
    terug = Overzetting(VRAGEN, eerste).respondent(leerling)
    assert terug.antwoorden == antwoorden
    assert not terug.rest


@pytest.mark.parametrize(
    ("toen", "telt"),
    [
        ("Er is iets mis met het onderwijs hier dat binnen drie maanden beter moet.", True),
        ("Iets in het onderwijs hier moet binnen drie maanden beter.", False),
    ],
)
def test_een_wens_telt_niet_als_noodzaak(toen: str, telt: bool) -> None:
    """Dat er iets beter moet, vindt bijna iedereen: dat antwoord gaat niet mee naar ‘gaat mis’."""
    oud = replace(
        VRAGEN,
        stellingen=tuple(
            replace(s, anders=tuple(replace(a, tekst=toen, eerder=()) for a in s.anders))
            if s.code == "u5"
            else s
            for s in VRAGEN.stellingen
        ),
    )
    leerling = Overzetting(oud, VRAGEN).respondent(Respondent("b", "leerling", {"u5": 4, "u2": 3}))
    assert leerling.antwoorden == ({"u5": 4, "u2": 3} if telt else {"u2": 3})
    assert len(leerling.rest) == (not telt)


def test_woorden_van_een_rol_die_verbeterd_zijn_houden_hun_antwoorden() -> None:
    oud = VRAGEN.for_role("leerling")[0].tekst
    eigen = replace(INHOUD.stellingen["u5"].anders[0], tekst="Dit moet nu anders.", eerder=(oud,))
    nieuw = replace(
        VRAGEN,
        stellingen=(Optie("u5", VRAGEN.stellingen[0].tekst, (), (eigen,)), *VRAGEN.stellingen[1:]),
    )
    wie = Overzetting(VRAGEN, nieuw).respondent(Respondent("a", "leerling", {"u5": 4}))
    assert wie.antwoorden == {"u5": 4}
    assert not wie.rest


def test_een_formulier_met_een_tak_voor_leerlingen_is_in_te_lezen() -> None:
    gewoon, eigen = VRAGEN.stellingen[1].tekst, VRAGEN.for_role("leerling")[1].tekst
    rijen = [["rol", gewoon, eigen], ["docent", "3", ""], ["leerling", "", "4"]]
    terug = read_rows(rijen, "forms.csv", VRAGEN, met_namen=True)
    assert all("staan niet in ‘forms.csv’" in melding for melding in terug.meldingen)
    per_rol = {r.rol: dict(r.antwoorden) for r in terug.bron.respondenten}
    assert per_rol == {"docent": {"u2": 3}, "leerling": {"u2": 4}}
