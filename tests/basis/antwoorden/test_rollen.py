"""Welke kolom de rol bevat, en dat wat iemand vrij opschrijft geen groep wordt."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tabelproef import as_csv, bring, plain_list

from lv_tools.basis.antwoorden.rijvorm import _is_summary

HOOG = [4, 4, 3, 4, 4, 3, 4, 4]
#: Koppen die op een vraag naar de rol lijken en ergens anders over gaan.
ANDERS = [
    "Wat is uw naam en functie?", "Wat vindt u van de rol van het bestuur?",
    "Welke rol speelt data bij u?", "Kies de groep leerlingen waar u zich zorgen over maakt",
    "Uw functie en naam", "Wie heeft bij u de rol van voorzitter?",
]  # fmt: skip


def with_column(kop, waarden, *ook):
    tabel = plain_list(*((w, *extra, HOOG) for w, *extra in zip(waarden, *ook, strict=True)),
                       kop=(kop, "Ik ben") if ook else (kop,))  # fmt: skip
    return "l.csv", as_csv(tabel)


@pytest.mark.parametrize("kop", ANDERS)
@pytest.mark.parametrize("modus", ["naam", "anoniem"])
def test_vrije_tekst_onder_een_kop_met_rol_erin_wordt_geen_groep(kop, modus):
    proef = bring(with_column(kop, ["Pia X, docent", "Joost, staf", "niet best"]), modus=modus)
    assert [p.rol for p in proef.mensen] == ["onbekend"] * 3
    assert "geen kolom met de rol of groep gevonden" in proef.zinnen
    assert f"‘{kop}’" in proef.zinnen
    assert "Pia" not in proef.zinnen


@pytest.mark.parametrize("kop", ANDERS)
def test_een_kolom_vol_rollen_gaat_voor_een_kop_die_erop_lijkt(kop):
    proef = bring(with_column(kop, ["Pia X, docent", "goed"], ["bestuur", "staf kwaliteit"]))
    assert sorted(p.rol for p in proef.mensen) == ["bestuur", "staf"]
    assert "De rol komt uit kolom ‘Ik ben’" in proef.zinnen


@pytest.mark.parametrize(
    ("kop", "waarden", "genomen"),
    [
        ("Wat is jouw functie binnen de organisatie?", ["bestuur", "staf", "decaan"], True),
        ("Vanuit welke rol vult u dit in?", ["decaan", "mentor", "decaan", "mentor"], True),
        ("Wat is uw functie op school?", ["Pia", "Joost", "Amina"], False),
        ("Wat is uw functie op school?", ["Pia", "Pia", "Joost"], False),
        ("Welke rol speelt data bij u?", ["groot", "klein", "groot", "klein"], False),
        ("Kies de groep die u zorgen geeft", ["havo", "vwo", "havo", "vwo"], False),
    ],
)
def test_een_kop_die_erop_lijkt_telt_alleen_als_de_antwoorden_rollen_zijn(kop, waarden, genomen):
    proef = bring(with_column(kop, waarden))
    assert ({p.rol for p in proef.mensen} != {"onbekend"}) is genomen
    assert (f"De rol komt uit kolom ‘{kop}’" in proef.zinnen) is genomen


# Een rij die met ‘som’ of ‘totaal’ begint, is geen persoon: dat toetst test_toevoegen.py. En wie
# ‘rol’ heet, staat in de melding zonder dat die over hem gaat: ‘rol niet ingevuld’.
naam = st.text("abcdefghijklmnopqrstuvwxyz ,.'-", min_size=3, max_size=45).filter(
    lambda t: (
        len(t.strip(" ,.'-")) > 2
        and not _is_summary(t)
        and not "rol niet ingevuld".startswith(" ".join(t.split()))
    )
)


@settings(max_examples=80)
@given(
    st.lists(naam, min_size=1, max_size=6, unique_by=lambda t: " ".join(t.split())),
    st.sampled_from([*ANDERS, "rol", "Wat is uw functie op school?", "Wat is uw rol?"]),
)
def test_in_een_anonieme_groep_wordt_geen_eigen_tekst_een_groep(waarden, kop):
    proef = bring(with_column(kop, waarden), modus="anoniem")
    vast = {"bestuur", "staf", "schoolleiding", "intern-toezicht", "onbekend", "andere rol"}
    assert {p.rol for p in proef.mensen} <= vast
    assert len(proef.mensen) == len(waarden)
    tekst = proef.zinnen.casefold()
    gezegd = {deel.rstrip("…") for deel in re.findall("‘([^’]*)’", tekst)}
    assert not gezegd & {" ".join(w.split()) for w in waarden}


def test_een_eigen_rol_in_een_anonieme_groep_wordt_geteld_en_niet_genoemd():
    bestand = with_column("rol", ["decaan", "bestuur", "Pia de Wit"])
    proef = bring(bestand, bestand, modus="anoniem")
    assert sorted(p.rol for p in proef.mensen) == ["andere rol", "andere rol", "bestuur"]
    assert "De rol van 2 mensen staan" not in proef.zinnen
    assert "‘andere rol’" in proef.zinnen
    assert "rij 2 en 4" in proef.zinnen
    assert "decaan" not in proef.zinnen
    assert "Pia" not in proef.zinnen
    assert proef.laatste.dubbel == 3
