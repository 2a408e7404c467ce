"""Tekst naast tabel, en beweringen naast tabel."""

from __future__ import annotations

import pytest

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.controle import beweringen, kleine_groep, tekst
from lv_tools.controle.melding import Melding


def met(meldingen: list[Melding], stuk: str) -> Melding:
    (melding,) = [m for m in meldingen if stuk in m.uitleg]
    return melding


def test_alleen_de_toelichting_van_bijlage_2_2_wijkt_af() -> None:
    fout = [(m.gevonden, m.verwacht) for m in tekst.controleer() if m.ernst == "kan niet"]
    assert fout == [
        ("62% in de tekst", "61% in de tabel"),
        ("82% in de tekst", "78% in de tabel"),
    ]


def test_elk_kerncijfer_dat_een_tabelcel_herhaalt_wordt_vergeleken() -> None:
    vergeleken = {paar.id for paar in tekst.PAREN}
    beginnen = ("uitdaging-", "tekst-", "plaats-")
    herhaald = {
        str(rij["id"]) for rij in lees("kerncijfers").rijen if str(rij["id"]).startswith(beginnen)
    }
    assert herhaald <= vergeleken


def test_de_toelichting_past_bij_geen_enkele_n_van_de_kolom() -> None:
    (melding,) = [m for m in tekst.controleer() if m.ernst == "let op"]
    assert melding.gevonden == "62% en 82%"
    assert "niet bij de gedrukte n = 21" in melding.uitleg


def test_een_paar_zonder_rij_wordt_gemeld(monkeypatch: pytest.MonkeyPatch) -> None:
    paar = tekst.Paar("plaats-amsterdam", "plaatsen", "afdelingen", {"plaats": "Utrecht"})
    monkeypatch.setattr(tekst, "PAREN", (paar,))
    with pytest.raises(LookupError, match="plaats-amsterdam past op 0 rijen van plaatsen"):
        list(tekst.controleer())


def test_meer_dan_de_helft_geldt_niet_voor_or1_op_het_vmbo() -> None:
    fout = [m for m in beweringen.controleer() if m.ernst == "kan niet"]
    assert [dict(m.sleutel) for m in fout] == [{"afdeling": "vmbo-(g)t", "standaard": "OR1"}]
    assert fout[0].verwacht == "45% in de tabel"


@pytest.mark.parametrize(
    ("stuk", "ernst", "verwacht"),
    [
        ("havo of vwo", "let op", "61% (89 van 145) volgens tabel 4.2"),
        ("grote steden", "let op", "37 van 146"),
        ("75% van 55 trajecten is 41", "let op", "41 van 55"),
        ("noemt reviews", "let op", "0% in de tabel (n = 1)"),
        ("Een bestuur met 10 scholen", "let op", "groot is 10 scholen of meer (bijlage 1.1)"),
        ("laat de intake lopen", "let op", "intake in 2021 tot en met 2023 (par. 3.2)"),
        ("alle boven de helft", "klopt", "52% of meer in de tabel"),
    ],
)
def test_beweringen(stuk: str, ernst: str, verwacht: str) -> None:
    melding = met(list(beweringen.controleer()), stuk)
    assert (melding.ernst, melding.verwacht) == (ernst, verwacht)


@pytest.mark.parametrize(
    ("stuk", "gevonden"),
    [
        ("coaching van leraren", "100%, 100% en 50% bij n = 1, 3 en 5"),
        ("22 ontbreken", "55 trajecten"),
        ("3 groepen en 4 interviews", "7 gekozen scholen"),
    ],
)
def test_kleine_groepen(stuk: str, gevonden: str) -> None:
    assert met(list(kleine_groep.controleer()), stuk).gevonden == gevonden
