"""De standaarden als bladzijde: volledig, met een anker per standaard, en zonder oordeel."""

from __future__ import annotations

import re
from datetime import date

from lv_tools.basis.gegevens.datapakket import kaderversie, lees, standaarden
from lv_tools.basis.gegevens.kader import RESTGROEP, anker, toon_standaarden
from lv_tools.basis.taal.notatie import datum

TEKST = toon_standaarden()._repr_markdown_()


def test_elke_standaard_heeft_anker_code_en_naam() -> None:
    for standaard in standaarden():
        blok = f"({anker(standaard.code)})=\n### {standaard.code}: {standaard.naam}\n"
        assert TEKST.count(blok) == 1


def test_elk_anker_staat_er_een_keer_en_elke_link_leidt_ernaar() -> None:
    ankers = re.findall(r"^\(([\w-]+)\)=$", TEKST, re.M)
    assert len(ankers) == len(set(ankers)) == len(standaarden())
    assert sorted(re.findall(r"\]\(#([\w-]+)\)", TEKST)) == sorted(ankers)


def test_gebieden_zijn_koppen_in_de_volgorde_van_het_kader() -> None:
    gebieden = list(dict.fromkeys(standaard.gebied for standaard in standaarden()))
    assert re.findall(r"^## (.+)$", TEKST, re.M) == gebieden


def test_versie_met_dag_en_adres_van_de_inspectie() -> None:
    kader = kaderversie()
    assert kader.naam in TEKST
    assert kader.nieuwer in TEKST
    assert f"]({kader.adres})" in TEKST
    assert f"op {datum(date.fromisoformat(kader.gecontroleerd))}." in TEKST


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
