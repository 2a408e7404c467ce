"""Bestanden waar mensen op vastliepen, elk met wat er goed is."""

from __future__ import annotations

import pytest
from tabelproef import CODES, STELLINGEN, VRAGEN, as_csv, bring

from lv_tools.basis.antwoorden.sjabloon import template


@pytest.mark.parametrize(
    "volgorde",
    [
        ("forms-nl-eerst.xlsx", "forms-nl-later.xlsx"),
        ("forms-nl-later.xlsx", "forms-nl-eerst.xlsx"),
        ("forms-dmj-eerst.csv", "forms-dmj-later.csv"),
        ("forms-dmj-later.csv", "forms-dmj-eerst.csv"),
    ],
)
def test_de_laatste_versie_telt_ook_als_zij_lager_is(volgorde):
    (persoon,) = bring(*volgorde).mensen
    assert set(persoon.antwoorden.values()) == {1}


def test_een_bijgesteld_antwoord_in_nederlands_en_engels_forms():
    for taal in ("nl", "en"):
        paar = (f"volledig-forms_{taal}.xlsx", f"volledig-forms_{taal}_omlaag.xlsx")
        heen, terug = (bring(*p, versie="volledig") for p in (paar, paar[::-1]))
        assert len(heen.mensen) == 8
        assert heen.mensen == terug.mensen
        assert (heen.laatste.erbij, heen.laatste.vernieuwd, heen.laatste.dubbel) == (0, 1, 7)
        assert "later" in heen.laatste.zinnen[0]
    beide = bring("volledig-forms_nl.xlsx", "volledig-forms_en.xlsx", versie="volledig")
    assert (beide.laatste.erbij, beide.laatste.dubbel) == (0, 8)


@pytest.mark.parametrize(
    ("bestand", "mensen"),
    [
        ("hekje-nummers.csv", 3),
        ("hekje-mislukte-formule.csv", 2),
        ("typeform.csv", 1),
        ("omvang-a1.xlsx", 3),
        ("omvang-a1c2.xlsx", 3),
        ("rol-jouw-rol.csv", 2),
        ("rol-puntkomma.csv", 2),
        ("google-raster.csv", 1),
        ("limesurvey.csv", 1),
        ("forms-likert.csv", 1),
        ("nulbreedte.csv", 1),
        ("sep-aanhaling.csv", 1),
        ("sep-lege-regel.csv", 1),
        ("tweede-blad.xlsx", 1),
        ("titelrij.xlsx", 1),
    ],
)
def test_iedereen_telt_met_elk_antwoord(bestand, mensen):
    proef = bring(bestand)
    assert proef.laatste.erbij == mensen
    assert all(len(persoon.antwoorden) == len(CODES) for persoon in proef.mensen)
    assert all(persoon.rol != "onbekend" for persoon in proef.mensen)


def test_in_een_ingevulde_uitlegrij_verdwijnt_niets_stil():
    proef = bring("sjabloon-uitlegrij-ingevuld.csv")
    assert proef.scan.bronnen == ()
    assert "Rij 2 is de uitlegrij" in proef.zinnen


@pytest.mark.parametrize("eerste", ["", "1", "Jan", "# een nummer per persoon"])
def test_de_uitlegrij_is_ook_te_kennen_zonder_haar_eerste_cel(eerste):
    kop, uitleg = template(VRAGEN)
    mens = ["2", "staf", *[4] * 8, *[""] * (len(kop) - 10)]
    for rij in ([eerste, *uitleg[1:]], [eerste, "", *uitleg[2:]]):
        proef = bring(("s.csv", as_csv([kop, rij, mens])))
        assert len(proef.mensen) == 1
        assert ("Rij 2 is de uitlegrij" in proef.zinnen) is not eerste.startswith("#")
    half = bring(("s.csv", as_csv([kop, [eerste, "staf", *[3] * 4, *uitleg[6:]], mens])))
    assert len(half.mensen) == 1
    assert "Rij 2 is de uitlegrij van het sjabloon, maar er is ook iets in ingevuld" in half.zinnen


def test_wie_over_de_uitleg_heen_invult_telt_mee_zonder_de_uitleg_als_opmerking():
    kop, uitleg = template(VRAGEN)
    proef = bring(("s.csv", as_csv([kop, ["1", "staf", *[3] * 8, *uitleg[10:]]])))
    (persoon,) = proef.mensen
    assert (len(persoon.antwoorden), persoon.notities) == (8, {})


@pytest.mark.parametrize("modus", ["naam", "anoniem"])
@pytest.mark.parametrize("nummer", ["", "1"])
def test_wie_hetzelfde_sjabloon_met_dezelfde_antwoorden_terugstuurt_wordt_genoemd(modus, nummer):
    inhoud = as_csv([template(VRAGEN)[0], [nummer, "staf", *[3] * 8]])
    proef = bring(("sjabloon.csv", inhoud), ("sjabloon (1).csv", inhoud), modus=modus)
    assert len(proef.mensen) == 1
    assert "alleen aan dezelfde antwoorden herkend" in proef.laatste.zinnen[1]
    assert "eigen nummer" in proef.laatste.zinnen[1]
    zelfde = bring(("sjabloon.csv", inhoud), ("sjabloon.csv", inhoud))
    assert "alleen aan dezelfde antwoorden" not in zelfde.zinnen


def test_een_bereik_een_datum_of_een_tegenspraak_is_geen_cijfer():
    proef = bring("bereik-of-datum.csv")
    assert proef.mensen == ()
    for waarde in ("2-3", "3-4", "3-apr", "1-9-2026 10:00", "3:00"):
        assert f"‘{waarde}’" in proef.zinnen
    assert "En nog 3 meldingen over antwoorden die niet meetellen (rij 2)." in proef.zinnen
    vreemd = bring("volledig-vreemd.xlsx", versie="volledig")
    een, twee = sorted(vreemd.mensen, key=lambda p: p.rol)
    assert list(een.antwoorden.values()) == [3, 4, 4, 3, 2, 0]
    assert list(twee.antwoorden.values()) == [None, None, 3]
    assert "Rij 2" in vreemd.zinnen


def test_een_puntkomma_achter_de_rol_maakt_geen_eigen_groep():
    assert {p.rol for p in bring("rol-puntkomma.csv").mensen} == {"bestuur"}
    assert [p.rol for p in bring("rol-jouw-rol.csv").mensen].count("docent") == 1


def test_een_rol_buiten_de_scan_wordt_genoemd():
    assert "De rol ‘docent’ staat niet in de lijst" in bring("rol-jouw-rol.csv").zinnen
    assert "‘secretaris’" in bring("volledig-vreemd.xlsx", versie="volledig").zinnen


def test_de_eigen_woorden_van_het_hulpmiddel_zijn_een_rolkolom():
    proef = bring("volledig-forms_nl_groep.xlsx", versie="volledig")
    assert {p.rol for p in proef.mensen} == {"bestuur", "intern-toezicht", "schoolleiding", "staf"}


def test_een_apostrof_vooraan_blijft_staan():
    (persoon,) = bring("apostrof.csv").mensen
    assert persoon.naam == "'t Hart, Jan"
    assert persoon.rol == "'s-hertogenbosch team"
    assert persoon.notities == {"bka1:bewijs": "'s Ochtends bespreken wij dit"}


def test_een_rij_met_te_veel_cellen_wordt_geweigerd_met_de_reden():
    proef = bring("te-veel-cellen.csv")
    assert proef.mensen == ()
    assert "Rij 2 heeft 11 cellen en de kop 10" in proef.zinnen


def test_twee_formulieren_met_dezelfde_nummers_en_minuten_houden_iedereen():
    for paar in (("team-a-minuut.csv", "team-b-minuut.csv"),
                 ("team-b-minuut.csv", "team-a-minuut.csv")):  # fmt: skip
        proef = bring(*paar)
        assert len(proef.mensen) == 6
        assert "Die tellen mee als andere mensen" in proef.zinnen
        assert len(bring(*paar, *paar).mensen) == 6


def test_een_verbeterde_lijst_vervangt_de_oude():
    proef = bring("lijst.csv", "lijst-verbeterd.csv")
    assert len(proef.mensen) == 5
    assert [2, 1, 2, 3, 4, 1, 2, 3] in [list(p.antwoorden.values()) for p in proef.mensen]
    assert "Van 1 persoon staat er nu een latere versie in (rij 4)" in proef.laatste.zinnen[0]
    sjabloon = bring("volledig-sjabloon_v1.xlsx", "volledig-sjabloon_v2.xlsx", versie="volledig")
    assert (len(sjabloon.mensen), sjabloon.laatste.vernieuwd) == (8, 1)


def test_twee_teams_zonder_nummer_lopen_niet_stil_in_elkaar():
    proef = bring("team-a-zonder-nummer.csv", "team-b-zonder-nummer.csv")
    assert len(proef.mensen) == 9
    assert "precies dezelfde antwoorden" in proef.zinnen
    assert bring("team-b-zonder-nummer.csv", "team-a-zonder-nummer.csv").antwoorden() == (
        proef.antwoorden()
    )


def test_komma_s_in_een_kop_kiezen_niet_het_scheidingsteken():
    proef = bring("komma-in-kop.csv")
    assert [p.rol for p in proef.mensen] == ["docent"]
    assert len(proef.mensen[0].antwoorden) == 1
    assert "Deze 7 vragen staan niet in" in proef.zinnen
    assert f"‘{STELLINGEN[0]}’" in proef.zinnen
    assert "bka1-1" not in proef.zinnen


def test_blad_en_rij_worden_genoemd_als_ze_niet_de_eerste_zijn():
    assert "staan op blad ‘Antwoorden’" in bring("tweede-blad.xlsx").zinnen
    assert "De vragen staan in rij 2" in bring("titelrij.xlsx").zinnen
    proef = bring("volledig-titelrij.xlsx", versie="volledig")
    assert len(proef.mensen) == 8
    assert "rij 3" in proef.zinnen
    assert len(bring("volledig-genummerd.xlsx", versie="volledig").mensen) == 8


def test_een_rij_met_alleen_een_opmerking_blijft_bewaard():
    proef = bring("alleen-opmerking.csv")
    assert proef.mensen[0].notities == {"bka1:bewijs": "belangrijke opmerking"}
    assert "alleen een opmerking" in proef.zinnen
