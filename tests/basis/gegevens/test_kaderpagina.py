"""De standaarden als bladzijde: volledig, met een anker per standaard, en zonder oordeel."""

from __future__ import annotations

import re
from datetime import date

from kadervoorbeeld import GEWIJZIGD

from lv_tools.basis.gegevens.datapakket import lees, standaarden
from lv_tools.basis.gegevens.kaderbestand import kaders, read_frames
from lv_tools.basis.gegevens.kaderpagina import RESTGROEP, anker, toon_kaders, toon_standaarden
from lv_tools.basis.taal.notatie import datum

TEKST = toon_standaarden()._repr_markdown_()
VERSIES = toon_kaders()._repr_markdown_()


def test_elke_standaard_heeft_anker_code_en_naam() -> None:
    for standaard in standaarden():
        blok = f"({anker(standaard.code)})=\n### {standaard.code}: {standaard.naam}\n"
        assert TEKST.count(blok) == 1


def test_elk_anker_staat_er_een_keer_en_elke_link_leidt_ernaar() -> None:
    ankers = re.findall(r"^\(([\w-]+)\)=$", TEKST, re.M)
    assert len(ankers) == len(set(ankers)) == len(standaarden())
    verwezen = re.findall(r"\]\(#(standaard-[\w-]+)\)", TEKST)
    assert sorted(verwezen) == sorted(ankers)


def test_gebieden_zijn_koppen_in_de_volgorde_van_het_kader() -> None:
    gebieden = list(dict.fromkeys(standaard.gebied for standaard in standaarden()))
    assert re.findall(r"^## (.+)$", TEKST, re.M) == gebieden


def test_elk_kader_en_elke_bijstelling_staat_er_met_dag_en_adres() -> None:
    assert f"nagekeken op {datum(kaders().gecontroleerd)}." in VERSIES
    for kader in kaders().alle:
        assert f"{kader.naam}, " in VERSIES
        assert datum(kader.vanaf) in VERSIES
        assert f"]({kader.adres})" in VERSIES
        for bijstelling in kader.bijstellingen:
            assert f"- *{datum(bijstelling.vanaf)}.* {bijstelling.tekst}\n" in VERSIES
            assert f"]({bijstelling.adres})" in VERSIES


def test_wat_wij_niet_zelf_lazen_staat_er_ook_zo() -> None:
    ongelezen = [b for kader in kaders().alle for b in kader.bijstellingen if not b.gelezen]
    assert VERSIES.count("De tekst ervan zagen wij niet zelf") == len(ongelezen) > 0


def test_een_aangekondigd_kader_is_gepland_en_geldt_niet() -> None:
    assert "gepland voor 1 augustus 2027" in VERSIES
    assert "geldt vanaf 1 augustus 2027" not in VERSIES


def test_elke_overgang_staat_in_een_zin() -> None:
    tekst = toon_kaders(read_frames(GEWIJZIGD))._repr_markdown_()
    assert (
        "Van kader oud naar kader nieuw:\n\n- A1 wordt A1 en B1. De les kreeg een eigen plek."
        in tekst
    )
    assert "- A2 en A3 worden B2." in tekst
    assert "- A4 vervalt." in tekst
    assert "- A5 vervalt." in tekst
    assert "- B9 is nieuw." in tekst
    assert "A6" not in tekst


def test_een_latere_standaard_noemt_haar_begin() -> None:
    blokken = {blok.split(":")[0]: blok for blok in re.split(r"^### ", TEKST, flags=re.M)[1:]}
    for code, blok in blokken.items():
        assert ("In het kader sinds 1 augustus 2023." in blok) == (code == "OP0")
    assert kaders().current.since("OP0") == date(2023, 8, 1)


def test_de_extra_regel_staat_bij_haar_eigen_standaard() -> None:
    blokken = {blok.split(":")[0]: blok for blok in re.split(r"^### ", TEKST, flags=re.M)[1:]}
    for code, regel in kaders().current.lees.items():
        assert [ander for ander, blok in blokken.items() if regel in blok] == [code]


def test_uitdagingen_bij_hun_eigen_standaard_zonder_restgroep() -> None:
    blokken = {blok.split(":")[0]: blok for blok in re.split(r"^### ", TEKST, flags=re.M)[1:]}
    for rij in lees("uitdagingen").rijen:
        regel = f"- {rij['uitdaging']}"
        assert (regel in blokken[str(rij["standaard"])]) == (rij["uitdaging"] != RESTGROEP)


def test_standaard_zonder_uitdagingen_zegt_waarom() -> None:
    assert re.search(r"### OP4: .+\n\nHet onderzoek noemt bij deze standaard geen uitd", TEKST)
    assert TEKST.count("het ging over afdelingen") == 3


def test_nergens_een_oordeel_of_een_getal() -> None:
    assert not re.search(r"onvoldoende|zeer zwak|voldoende|\d+%", TEKST)
