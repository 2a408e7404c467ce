"""Wat een lezer opslaat: alle rijen, met bron, merken en redenen, en getallen die getallen zijn."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from lv_tools.basis.uitvoer.document import Alinea, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_csv, to_xlsx
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort
from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import Keuze, begin, start
from lv_tools.bevindingenverkenner.model.mijn_afdeling import profile
from lv_tools.bevindingenverkenner.model.uitkomst import compute
from lv_tools.bevindingenverkenner.model.vergelijking import compare
from lv_tools.bevindingenverkenner.teksten import teksten
from lv_tools.bevindingenverkenner.verslag.document import blocks, report
from lv_tools.bevindingenverkenner.verslag.tabellen import (
    tables,
    uitvoertabel,
    uitvoertabel_profiel,
    uitvoertabel_verschil,
)
from lv_tools.bevindingenverkenner.verslag.zekerheid import opvallende_zinnen

TABELLEN = [naam for naam in teksten().weergaven if naam != "mijn_afdeling"]


def read_csv(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("naam", TABELLEN)
def test_csv_round_trip(naam: str) -> None:
    tabel = uitvoertabel(apply(Keuze(naam)))
    rijen = read_csv(to_csv(tabel))
    assert rijen[0] == list(tabel.kolommen)
    terug = [
        [None if cel == "" else cel.lstrip("'") for cel in rij]
        for rij in rijen[1 : 1 + len(tabel.rijen)]
    ]
    for gelezen, rij in zip(terug, tabel.rijen, strict=True):
        for cel, waarde in zip(gelezen, rij, strict=True):
            if waarde is None or waarde == "":
                assert cel is None
            elif isinstance(waarde, str):
                assert cel == waarde.lstrip("'")
            else:
                assert cel is not None
                assert float(cel.replace(",", ".")) == waarde


@pytest.mark.parametrize("naam", TABELLEN)
def test_excel_round_trip(naam: str) -> None:
    tabel = uitvoertabel(apply(Keuze(naam)))
    blad, uitleg = load_workbook(io.BytesIO(to_xlsx([tabel]))).worksheets
    rijen = list(blad.iter_rows(values_only=True))
    assert len(rijen) == 1 + len(tabel.rijen)
    assert list(rijen[0]) == list(tabel.kolommen)
    for gelezen, rij in zip(rijen[1 : 1 + len(tabel.rijen)], tabel.rijen, strict=True):
        assert [cel or None for cel in gelezen if cel != 0] == [w or None for w in rij if w != 0]
    assert any("Bron:" in str(rij[2]) for rij in uitleg.iter_rows(values_only=True))


@pytest.mark.parametrize("naam", TABELLEN)
def test_source_and_limits_travel_along(naam: str) -> None:
    tabel = uitvoertabel(apply(begin(naam)))
    assert any(regel.startswith("Bron: ") for regel in tabel.toelichting)
    for zin in teksten().weergaven[naam].zegt_niet:
        assert zin in tabel.toelichting


def test_marks_and_reasons_travel_along() -> None:
    keuze = Keuze("interventies_bij_obstakels", {"obstakel": ("Verwaarlozing",)})
    tabel = uitvoertabel(apply(keuze))
    rij = next(r for r in tabel.rijen if r[0] == "Coaching van het managementteam")
    assert "kan niet" in rij
    assert any(isinstance(cel, str) and "ten minste 10" in cel for cel in rij)


def test_what_stands_out_names_its_group() -> None:
    zinnen = opvallende_zinnen("uitdagingen", apply(begin("uitdagingen")).regels)
    assert "De bron noemt geen n" in zinnen[0]
    assert zinnen[1].startswith("SKA2: ")
    assert "39" in zinnen[1]
    assert len(zinnen) == 2


def test_my_department_is_one_table() -> None:
    profiel = profile("Havo", ["SKA2"], ["Personeelstekort"])
    tabel = uitvoertabel_profiel(profiel)
    assert {rij[0] for rij in tabel.rijen} == {
        "Risico's per soort afdeling", "Uitdagingen per standaard", "Interventies bij obstakels",
    }  # fmt: skip
    assert len(tabel.rijen) == 1 + 6 + 10
    assert sum(regel.startswith("Bron: ") for regel in tabel.toelichting) == 3


def test_comparison_is_a_table_too() -> None:
    tabel = uitvoertabel_verschil(compare("Vwo", "Havo"))
    assert len(tabel.rijen) == 11
    assert tabel.kolommen[1:3] == ("Vwo (%)", "Havo (%)")


@pytest.mark.parametrize("naam", [*TABELLEN, "mijn_afdeling"])
def test_report_holds_what_the_screen_shows_and_how_sure_it_is(naam: str) -> None:
    inhoud = teksten()
    uitkomst = compute(replace(start(inhoud), weergave=naam), inhoud)
    document = report(uitkomst, inhoud)
    beeld = blocks(uitkomst)
    plek = document.blokken.index(beeld[0])
    assert document.blokken[plek : plek + len(beeld)] == beeld
    tekst = " ".join(to_markdown(document).replace("\\", "").split())
    geteld = naam in {"plaatsen", "bestuursgrootte"}
    zeker = "zeker_telling" if geteld else "zeker_interval"
    blik = inhoud.weergaven[naam]
    bron = () if naam == "mijn_afdeling" else (bron_kort(naam),)
    for zin in (*blik.zegt_niet, inhoud.zeg(zeker), inhoud.algemeen.eigen, *bron):
        assert " ".join(zin.split()) in tekst
    assert document.titel == uitkomst.titel == tables(uitkomst, inhoud)[0].titel


def test_a_filtered_report_says_how_much_it_leaves_out() -> None:
    uitkomst = apply(begin("uitdagingen"))
    eerste = report(uitkomst, teksten()).blokken[0]
    assert eerste == Alinea("6 van 67 rijen in beeld.")
