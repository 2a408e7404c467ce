"""De inhoud: genoeg stellingen, alles met een bron, en alle codes passen op elkaar."""

from __future__ import annotations

from pathlib import Path

from lv_tools.basis.gegevens.datapakket import lees, lees_toml
from lv_tools.urgentiemeter.model.grenzen import BEREIK, Regels
from lv_tools.urgentiemeter.teksten import instrument

INHOUD = instrument()
STAPPEN = Path(__file__).parents[2] / "book" / "stappen"


def test_acht_tot_twaalf_stellingen_met_bron():
    assert 8 <= len(INHOUD.stellingen) <= 12
    for stelling in INHOUD.stellingen.values():
        assert stelling.bron.startswith(("onderzoek", "waaier", "presentatie", "webpagina"))
        assert stelling.tekst.count(".") == 1
        assert len(stelling.tekst.split()) <= 22
        assert len(stelling.kort) <= 34
        assert stelling.thema in INHOUD.themas


def test_schaal_en_rollen():
    assert len(INHOUD.vragen.schaal) == 4
    assert INHOUD.eens_vanaf == 3
    assert {rol.code for rol in INHOUD.vragen.rollen} == {
        "bestuur", "schoolleiding", "teamleider", "docent", "kwaliteitsmedewerker",
        "ondersteuning", "intern-toezicht", "leerling", "ouder",
    }  # fmt: skip


def test_elke_standaard_heeft_uitleg_en_niets_meer():
    assert set(INHOUD.standaarduitleg) == set(INHOUD.standaarden)


def test_een_standaard_heet_in_de_risicoscan_hetzelfde():
    """Wie beide invult, mag niet denken dat het over iets anders gaat."""
    risicoscan = lees_toml("instrumenten/risicoscan.toml")
    daar = {rij["code"]: rij["uitleg"] for rij in risicoscan["standaard"]}
    assert daar == dict(INHOUD.standaarduitleg)


def test_vier_vormen_en_vier_vakken_met_eigen_advies():
    assert set(INHOUD.vormen) == {"gedeeld-breed", "gedeeld-smal", "beperkt-breed", "beperkt-smal"}
    assert len(INHOUD.blinde_vlekken) == 4
    for adviezen in (INHOUD.vormen, INHOUD.blinde_vlekken):
        alle = [regel for a in adviezen.values() for regel in (*a.doen, *a.vragen)]
        assert len(alle) == len(set(alle))
        assert all(a.doen and a.vragen and a.bron and a.betekenis for a in adviezen.values())


def test_vervolgstappen_bestaan_in_het_boek():
    for vorm in INHOUD.vormen.values():
        assert (STAPPEN / f"{vorm.vervolg_stap}.md").is_file(), vorm.vervolg_stap


def test_verbanden_noemen_bestaande_standaarden():
    for verband in INHOUD.samenhang.verband:
        assert {*verband.als, *verband.dan} <= set(INHOUD.standaarden)


def test_soorten_afdelingen_staan_in_de_tabel_van_het_onderzoek():
    in_tabel = {rij["afdeling"] for rij in lees("risico_per_afdeling").rijen}
    soorten = {soort.tabel for soort in INHOUD.afdelingssoort} - {""}
    assert soorten == in_tabel


def test_regels_en_hun_uitleg():
    assert INHOUD.regels == Regels()
    uitleg = set(INHOUD.regeluitleg)
    assert {"gedeeld_vanaf", "genoemd_vanaf", "breed_standaarden", "breed_gebieden"} <= uitleg
    assert set(BEREIK) <= set(vars(INHOUD.regels))


def test_voorbeeld_is_zichtbaar_verzonnen():
    assert "verzonnen" in INHOUD.voorbeeld.titel.lower()
    assert "voorbeeldschool" in INHOUD.voorbeeld.afdeling
    assert "verzonnen" in INHOUD.voorbeeld.uitleg
    for respondent in INHOUD.voorbeeldmensen:
        assert set(respondent.antwoorden) <= set(INHOUD.stellingen)
