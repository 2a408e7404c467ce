"""De programma's die er klaarstaan, zijn te geven: voor elk aantal mensen dat zij beloven."""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path

import pytest
from dagproef import DAG
from netwerkdag import gegevens
from netwerkdag.bladen import read_toml
from netwerkdag.gegevens import DagError, Programma, read_day
from netwerkdag.rekenen import check, clock, missing, timetable
from netwerkdag.tabellen import cost_table

DATA = Path(__file__).parents[2] / "data"
PROGRAMMAS = list(DAG.programmas.values())
ALLE_DOELEN = ("middag", "dag")


@pytest.mark.parametrize("programma", PROGRAMMAS, ids=lambda p: p.code)
@pytest.mark.parametrize("leiders", [1, 2, 3])
def test_elk_aantal_mensen_past(programma: Programma, leiders: int) -> None:
    for mensen in range(programma.van, programma.tot + 1):
        assert check(programma, DAG, mensen, leiders) == (), mensen


@pytest.mark.parametrize("code", ALLE_DOELEN)
def test_alle_vier_de_doelen_komen_aan_bod(code: str) -> None:
    assert missing(DAG.programmas[code], DAG, 24, 1) == ()


@pytest.mark.parametrize(
    ("code", "einde"), [("middag", "17.00"), ("dag", "16.30"), ("urgentie", "16.45")]
)
def test_een_programma_eindigt_op_een_ronde_tijd(code: str, einde: str) -> None:
    assert clock(timetable(DAG.programmas[code], DAG)[-1].einde) == einde


@pytest.mark.parametrize("programma", PROGRAMMAS, ids=lambda p: p.code)
def test_er_is_tijd_om_te_vertellen_te_wisselen_en_na_te_bespreken(programma: Programma) -> None:
    momenten = timetable(programma, DAG)
    assert sum(m.minuten for m in momenten if m.deel.soort == "vertellen") >= 10
    for moment in momenten:
        vorm = DAG.werkvormen.get(moment.deel.werkvorm)
        if vorm and vorm.groepje > 1 and not moment.deel.stappen:
            assert moment.wissel >= 2, vorm.naam
        if vorm and vorm.anker != "maandag" and not moment.deel.stappen:
            assert moment.nabespreken >= 2, vorm.naam


@pytest.mark.parametrize("programma", PROGRAMMAS, ids=lambda p: p.code)
def test_de_dag_eindigt_met_maandag_en_een_evaluatie(programma: Programma) -> None:
    *_, maandag, slot = programma.deel
    assert maandag.werkvorm == "maandag"
    assert [stuk.code for stuk in slot.materiaal] == ["evaluatie"]


@pytest.mark.parametrize("programma", PROGRAMMAS, ids=lambda p: p.code)
def test_wat_uitloopt_mag_en_maandag_blijft(programma: Programma) -> None:
    assert "Schrap nooit *maandag*" in programma.uitloop


@pytest.mark.parametrize("code", sorted(DAG.sets))
def test_een_set_heeft_vier_kaarten_uit_elke_fase_en_past_bij_haar_zaal(code: str) -> None:
    bank = tomllib.loads(
        (DATA / "instrumenten" / "gespreksprompter-vragen.toml").read_text("utf-8")
    )
    vragen = {vraag["id"]: vraag for vraag in bank["vraag"]}
    kaartenset = DAG.sets[code]
    fasen = [vragen[id_]["fase"] for id_ in kaartenset.vragen]
    assert fasen == [f for f in ("plan", "do", "check", "act", "borging") for _ in range(4)]
    assert len(set(kaartenset.vragen)) == 20
    for id_ in kaartenset.vragen:
        assert set(kaartenset.tafels) <= set(vragen[id_]["tafels"]), id_
        assert "alleen_bij" not in vragen[id_], id_


def test_de_kaartjes_met_elementen_zijn_die_van_de_tabel() -> None:
    with (DATA / "bevindingen" / "elementen.csv").open(encoding="utf-8") as bestand:
        assert len(list(csv.DictReader(bestand))) == 11


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "melding"),
    [
        ("programma", 'werkvorm = "maandag"', 'werkvorm = "dinsdag"', "dinsdag"),
        ("programma", 'naam = "Pauze"\nminuten = 15', 'naam = "Pauze"', "minuten"),
        ("werkvormen", "stappen = [2, 8, 3, 2]", "stappen = [2, 8, 3, 3]", "16 minuten"),
        ("werkvormen", 'code = "kenmerken"', 'code = "kenmerk"', "kenmerk"),
        ("materiaal", 'code = "tape"', 'code = "flappen"', "twee keer"),
        ("materiaal", 'per = "zes"', 'per = "zeven"', "zeven"),
        ("materiaal", 'plek = "tafel"\nherbruik', 'plek = "stoel"\nherbruik', "plek"),
        ("materiaal", 'soort = "mee"', 'soorten = "mee"', "soorten"),
    ],
)
def test_een_fout_in_de_gegevens_wordt_genoemd(
    bestand: str, oud: str, nieuw: str, melding: str, tmp_path: Path
) -> None:
    for pad in gegevens.MAP.glob("*.toml"):
        tekst = pad.read_text("utf-8")
        if pad.stem == bestand:
            assert oud in tekst
            tekst = tekst.replace(oud, nieuw, 1)
        (tmp_path / pad.name).write_text(tekst, "utf-8")
    with pytest.raises(DagError, match=melding):
        read_day(tmp_path)


def test_op_het_kostenblad_staat_geen_bedrag() -> None:
    """Wat iets kost, weet alleen wie het navraagt."""
    kosten = read_toml("vragen")["kosten"]
    tabel = cost_table(kosten)
    assert not re.search(r"€|\d", str(kosten["post"]) + "".join(tabel))
    kolommen = {regel.count("|") for regel in tabel}
    assert kolommen == {len(kosten["kop"]) + 1}
    assert len(tabel) == 2 + sum(1 for p in kosten["post"] if p["naam"]) + len(kosten["som"])
