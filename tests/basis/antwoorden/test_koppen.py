"""Koppen zoals exporten ze schrijven horen bij de goede vraag, en andere koppen bij geen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabelproef import CODES, STELLINGEN, URGENTIE, VRAGEN

from lv_tools.basis.antwoorden.kolommen import find_columns
from lv_tools.basis.onderzoek.vragenset import Optie, Vragenset
from lv_tools.basis.taal.vergelijkbaar import plain

TEKST = STELLINGEN[1]
ANDERS = Vragenset(("a", "b"), (Optie("c1", "Collega's leren van één idee."),), (), ())

VORMEN = [
    "{}", "1. {}", "12) {}", "Vraag 3: {}", "Q4 - {}", "[bka2-1] {}", "bka2-1. {}", "bka2-1: {}",
    "bka2-1 {}", "In hoeverre klopt dit bij ons? [{}]", "In hoeverre klopt dit bij ons?.{}",
    "In hoeverre klopt dit bij ons? - {}", "{}\xa0", "{}2", "{} 3", "{}.1", "{} *",
    "{} (verplicht)", "\ufeff{}", "{}\u200b", "<{}>".replace("<", "").replace(">", ""),
]  # fmt: skip


@pytest.mark.parametrize("vorm", VORMEN)
def test_een_vraag_in_elke_vorm(vorm):
    kolommen = find_columns(["ID", vorm.format(TEKST)], VRAGEN)
    assert kolommen.stellingen == {CODES[1]: (1,)}


@pytest.mark.parametrize(
    "kop",
    [
        "Collega’s leren van één idee.",
        "Collega&#39;s leren van &eacute;&eacute;n idee",
        unicodedata.normalize("NFD", "Collega's leren van één idee."),
        "Collega´s  leren\nvan één idee",
        "Colle\u00adga's leren van één idee",
        "COLLEGA'S LEREN VAN ÉÉN IDEE",
    ],
)
def test_dezelfde_tekst_met_andere_tekens(kop):
    assert find_columns([kop], ANDERS).stellingen == {"c1": (0,)}


@pytest.mark.parametrize(
    "kop",
    ["Punten - {}", "Points - {}", "Feedback - {}", "Feedback over {}", "Toelichting: {}",
     "Opmerking bij: {}", "Waarom? {}", "Toelichting [{}]", "niet {}", "{} en meer"],
)  # fmt: skip
def test_een_kolom_over_een_vraag_is_niet_haar_antwoord(kop):
    assert find_columns([kop.format(TEKST)], VRAGEN).stellingen == {}


@given(st.sampled_from(range(len(STELLINGEN))), st.sampled_from(VORMEN[:4] + VORMEN[9:18]))
def test_elke_stelling_is_alleen_zichzelf(nummer, vorm):
    kolommen = find_columns([vorm.format(STELLINGEN[nummer])], VRAGEN)
    assert list(kolommen.stellingen) == [CODES[nummer]]


@pytest.mark.parametrize(
    "kop",
    ["rol", "Wat is uw rol?", "Wat is jouw rol?", "1. Wat is uw rol?", "Wat is uw functie?",
     "Wat is jouw functie binnen de organisatie?", "Groep", "Bij welke groep hoort u?\xa0",
     "Tot welke groep behoort u?", "Vanuit welke rol vult u dit in?", "Mijn functie", "Functie:",
     "Wat is uw rol? (kies er één)", "Selecteer uw rol"],
)  # fmt: skip
def test_een_vraag_naar_de_rol(kop):
    kolommen = find_columns([TEKST, kop], VRAGEN)
    assert kolommen.vast.get("rol", ()) + kolommen.rolvragen == (1,)


@pytest.mark.parametrize(
    "kop", ["Hoe tevreden bent u over uw rol in het afgelopen jaar?", "E-mail", "Controle", "Parol"]
)
def test_geen_vraag_naar_de_rol(kop):
    kolommen = find_columns([TEKST, kop], VRAGEN)
    assert "rol" not in kolommen.vast
    assert kolommen.rolvragen == ()


@pytest.mark.parametrize(
    ("koppen", "velden"),
    [
        ("ID,Begintijd,Tijd van voltooien,E-mail,Naam,Tijd van laatste wijziging",
         "nummer begin eind adres naam gewijzigd"),
        ("ID,Start time,Completion time,Email,Name,Last modified time",
         "nummer begin eind adres naam gewijzigd"),
        ("Tijdstempel,E-mailadres,Wat is uw naam?", "eind adres naam"),
        ("Timestamp,Email Address", "eind adres"),
        ("StartDate,EndDate,Status,IPAddress,Progress,RecordedDate,ResponseId",
         "begin eind status - - eind nummer"),
        ("Response ID,Date submitted,Last page,Date started,Date last action",
         "nummer eind - begin gewijzigd"),
    ],
)  # fmt: skip
def test_de_vaste_kolommen_van_echte_exporten(koppen, velden):
    vast = find_columns(koppen.split(","), VRAGEN).vast
    for plek, veld in enumerate(velden.split()):
        waar = [naam for naam, plekken in vast.items() if plek in plekken]
        assert waar == ([] if veld == "-" else [veld])


def test_een_keuzevraag_met_een_hint_of_als_raster():
    vraag = URGENTIE.vragen.keuzevragen[0]
    kop = [f"{vraag.tekst} (meer antwoorden mogelijk)"]
    assert find_columns(kop, URGENTIE.vragen).keuze_in_een == {vraag.code: (0,)}
    kop = [f"{vraag.tekst} [{optie.tekst}]" for optie in vraag.opties]
    assert len(find_columns(kop, URGENTIE.vragen).keuze_per_optie[vraag.code]) == len(vraag.opties)


def test_een_vraag_die_vaker_voorkomt_heeft_meer_kolommen():
    kop = [TEKST, f"{TEKST}2", f"Docenten [{TEKST}]", f"Toelichting bij: {TEKST}"]
    assert find_columns(kop, VRAGEN).stellingen == {CODES[1]: (0, 1, 2)}


@given(st.text(max_size=40))
def test_vergelijkbare_tekst_blijft_gelijk(tekst):
    assert plain(plain(tekst)) == plain(tekst) or "&" in tekst
