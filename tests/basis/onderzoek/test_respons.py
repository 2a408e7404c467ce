"""Wie er is, wie er mist, en welke naam dubbel is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.respons import (
    attendance,
    expected_counts,
    expected_names,
    find_doubles,
    same_name,
)
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.zelfevaluatie.model.opzet import new_setup, vragenset
from lv_tools.zelfevaluatie.teksten import instrument

VRAGEN = vragenset(new_setup(instrument()), instrument())
namen = st.lists(st.sampled_from(["Anne", "Bram", "Cor de Wit", "Dré", ""]), max_size=8)


def person(naam, kenmerk="a", rol="bestuur", versie=""):
    return Respondent(kenmerk, rol, {"bka1-1": 3}, {}, naam, versie)


@pytest.mark.parametrize(
    ("een", "twee"),
    [
        ("Anne", " anne "),
        ("J. de Vries", "j de  vries"),
        ("André", "Andre"),
        ("Zoë", "ZOE"),
        ("Renée\u00a0Bos", "renee bos"),
        ("D’Hondt", "d'Hondt"),
        ("d´Hondt", "d'Hondt"),
        ("'t Hart", "’t Hart"),
        ("Anne-Marie Bos", "Anne Marie Bos"),
        ("Anne\u2011Marie Bos", "Anne–Marie Bos"),
        ("Jan\u200b de Vries", "Jan de Vries"),
        ("de Vries, Jan", "Jan de Vries"),
        ("Vries, Jan de", "Jan de Vries"),
        ("Vries, J. de", "J. de Vries"),
    ],
)
def test_dezelfde_naam_anders_getypt(een, twee):
    assert same_name(een) == same_name(twee)


@given(st.text("abcdé '’-.\u200b", min_size=1, max_size=9), st.text("xyzë -", max_size=9))
def test_vergelijkbare_namen_zijn_vast_en_kennen_geen_volgorde(voor, achter):
    heel = f"{voor} {achter}"
    assert same_name(same_name(heel)) == same_name(heel)
    assert same_name(f"{achter}, {voor}") == same_name(heel)
    assert same_name(heel.replace("'", "’").upper()) == same_name(heel)


def test_andere_namen_blijven_andere_namen():
    assert same_name("Jan de Vries") != same_name("Jan Vries")


def test_lijst_met_namen_een_per_regel():
    assert expected_names("Anne\n\n  Bram   Bos \r\n.\n") == ("Anne", "Bram Bos")


def test_wie_er_is_en_wie_er_mist():
    mensen = [person("anne", "1"), person("Eva", "2"), person("", "3")]
    opkomst = attendance(("Anne", "Bram"), mensen)
    assert (opkomst.binnen, opkomst.missen) == (("Anne",), ("Bram",))
    assert (opkomst.niet_op_lijst, opkomst.zonder_naam) == (("Eva",), 1)


def test_twee_mensen_met_dezelfde_naam_op_de_lijst():
    opkomst = attendance(("Anne", "Anne"), [person("Anne")])
    assert (opkomst.binnen, opkomst.missen) == (("Anne",), ("Anne",))


@given(namen, namen)
def test_ieder_op_de_lijst_is_er_of_mist(lijst, gaven):
    verwacht = expected_names("\n".join(lijst))
    opkomst = attendance(verwacht, [person(n, str(i)) for i, n in enumerate(gaven)])
    assert sorted((*opkomst.binnen, *opkomst.missen)) == sorted(verwacht)
    assert opkomst.zonder_naam == gaven.count("")
    for naam in set(lijst) - {""}:
        assert opkomst.binnen.count(naam) == min(lijst.count(naam), gaven.count(naam))


@pytest.mark.parametrize(
    ("regel", "rol", "aantal"),
    [
        ("bestuur 3", "bestuur", 3),
        ("Bestuur: 3", "bestuur", 3),
        ("rector of directeur = 12", "schoolleiding", 12),
        ("team 2 - 4", "team 2", 4),
        ("ouderraad;7", "ouderraad", 7),
    ],
)
def test_aantal_per_groep(regel, rol, aantal):
    assert expected_counts(regel, VRAGEN).per_groep == {rol: aantal}


def test_een_regel_zonder_aantal_wordt_genoemd():
    gelezen = expected_counts("bestuur\nstaf 2\n7", VRAGEN)
    assert gelezen.onleesbaar == ("bestuur", "7")
    assert gelezen.per_groep == {VRAGEN.find_role("staf"): 2}


# ---------------------------------------------------------------- dezelfde naam


def test_dezelfde_naam_en_groep_van_een_ander_apparaat():
    oud = person("Anne de Vries", "z", versie="2026-11-01T10:00:00+01:00")
    nieuw = person("anne  de vries", "a", versie="2026-11-02T09:00:00+01:00")
    for bronnen in ((Bron("1", (oud,)), Bron("2", (nieuw,))), (Bron("x", (nieuw, oud)),)):
        (dubbel,) = find_doubles(bronnen)
        assert dubbel.mensen == (oud, nieuw)
        assert "nne" not in dubbel.sleutel


def test_tijden_in_een_andere_tijdzone_staan_goed():
    oud = person("Anne", "a", versie="2026-11-01T10:00:00+01:00")
    nieuw = person("Anne", "b", versie="2026-11-01T09:30:00+00:00")
    assert find_doubles((Bron("x", (nieuw, oud)),))[0].mensen == (oud, nieuw)


def test_zonder_tijd_is_het_laatst_toegevoegde_bestand_het_nieuwst():
    eerst, daarna = person("Anne", "z"), person("Anne", "a")
    bronnen = (Bron("1", (eerst,)), Bron("2", (daarna,)))
    assert find_doubles(bronnen)[0].mensen == (eerst, daarna)


def test_geen_dubbel_bij_een_andere_groep_zonder_naam_of_hetzelfde_kenmerk():
    anne = person("Anne")
    for ander in (
        person("Anne", "b", rol="gmr"),
        person("", "b"),
        person("Bram", "b"),
        replace(anne, versie="2026-11-02"),
    ):
        assert find_doubles((Bron("1", (anne,)), Bron("2", (ander,)))) == ()
    leeg = (person("", "1"), person("", "2"))
    assert find_doubles((Bron("1", leeg),)) == ()
