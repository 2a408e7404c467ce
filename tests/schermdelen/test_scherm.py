"""Het scherm: de pagina ziet altijd wat Python weet, en een fout komt nooit stil voorbij."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pagina import Pagina

from lv_tools.schermdelen import (
    Deel,
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Scherm,
    Sectie,
    Tabbladen,
    Tekst,
    Uitklap,
    Vinkjes,
)


def test_een_wijziging_in_python_komt_in_de_pagina() -> None:
    mededeling = Mededeling("een")
    scherm = Scherm(Kolom(mededeling))
    pagina = Pagina(scherm)
    mededeling.tekst = "twee"
    assert pagina.boom == pagina._json(scherm.to_tree())


def test_wijzigingen_van_een_handeling_komen_in_een_bericht() -> None:
    een, twee = Mededeling(), Mededeling()

    def klik() -> None:
        een.tekst = "a"
        een.tekst = "b"
        twee.tekst = "c"

    knop = Knop("Doe", klik)
    pagina = Pagina(Scherm(knop, een, twee))
    assert pagina.doe(knop, "klik") == ""
    bundels = [b for b, _ in pagina.berichten if b["soort"] == "wijzigingen"]
    assert len(bundels) == 1
    assert [w["eigenschappen"] for w in bundels[0]["lijst"]] == [{"tekst": "b"}, {"tekst": "c"}]


def test_een_fout_wordt_gemeld_en_de_waarde_blijft(capsys: pytest.CaptureFixture[str]) -> None:
    def stuk(_waarde: str) -> None:
        raise ZeroDivisionError("delen door nul")

    lijst = Keuzelijst("Standaard", ["OP0", "OP1"], bij_wijziging=stuk)
    pagina = Pagina(Scherm(lijst))
    assert pagina.kies(lijst, "OP1") == "ZeroDivisionError: delen door nul"
    assert lijst.waarde == "OP1"
    assert "ZeroDivisionError" in capsys.readouterr().err
    lijst.bij_wijziging = None
    assert pagina.kies(lijst, "OP0") == ""


def test_wat_voor_de_fout_al_gewijzigd_was_komt_toch_in_beeld() -> None:
    mededeling = Mededeling()

    def klik() -> None:
        mededeling.tekst = "half"
        raise RuntimeError

    knop = Knop("Doe", klik)
    scherm = Scherm(knop, mededeling)
    pagina = Pagina(scherm)
    assert pagina.doe(knop, "klik") == "RuntimeError: "
    assert pagina.boom == pagina._json(scherm.to_tree())


@pytest.mark.parametrize(
    "bericht",
    [
        {"deel": "d0", "naam": "klik"},
        {"naam": "klik"},
        {"deel": None, "naam": None, "gegevens": {}},
        {},
    ],
)
def test_een_bericht_voor_een_deel_dat_er_niet_is_vervalt_en_breekt_niets(
    bericht: dict[str, Any],
) -> None:
    scherm = Scherm(Tekst("x"))
    pagina = Pagina(scherm)
    pagina.stuur({"soort": "gebeurtenis", "nummer": 7, **bericht})
    assert pagina.berichten[-1][0]["nummer"] == 7
    antwoord = pagina.berichten[-1][0]
    assert (antwoord["storing"], antwoord["vervallen"]) == ("", True)


def test_een_deel_weigert_een_gebeurtenis_die_het_niet_kent() -> None:
    for deel in (Tekst("x"), Knop("x", lambda: None), Uitklap("x"), Keuzelijst("x", ["a"])):
        pagina = Pagina(Scherm(deel))
        assert "kent de gebeurtenis 'raar' niet" in pagina.doe(deel, "raar")


def test_een_weergave_die_iets_miste_krijgt_de_hele_boom() -> None:
    mededeling = Mededeling("a")
    scherm = Scherm(mededeling)
    mededeling.tekst = "b"
    pagina = Pagina(scherm)
    pagina.boom = {"versie": -1, "wortel": {"id": "", "eigenschappen": {}}}
    pagina.stuur({"soort": "hallo", "versie": -1})
    assert pagina.boom == pagina._json(scherm.to_tree())


def test_een_andere_weergave_krijgt_wat_hier_is_ingevuld() -> None:
    lijst = Keuzelijst("x", ["a", "b"])
    pagina = Pagina(Scherm(lijst))
    pagina.kies(lijst, "b")
    bundel = next(b for b, _ in pagina.berichten if b["soort"] == "wijzigingen")
    (wijziging,) = bundel["lijst"]
    assert wijziging["eigenschappen"] == {"waarde": "b"}
    assert wijziging["behalve"] == {"waarde": "hier"}


def test_tabbladen_onthouden_welk_blad_open_is() -> None:
    gekozen: list[str] = []
    bladen = Tabbladen(
        ("Figuur", Tekst("f")),
        ("Tabel", Tekst("t")),
        label="Weergave",
        bij_wijziging=gekozen.append,
    )
    pagina = Pagina(Scherm(bladen))
    assert pagina.doe(bladen, "wijziging", waarde=1) == ""
    assert (bladen.waarde, gekozen) == ("Tabel", ["Tabel"])
    assert "geen tabblad nummer 9" in pagina.doe(bladen, "wijziging", waarde=9)
    with pytest.raises(ValueError, match="geen tabblad"):
        bladen.waarde = "Kaart"


def test_de_toestand_van_het_widget_is_de_boom_van_nu() -> None:
    mededeling = Mededeling("een")
    scherm = Scherm(mededeling, titel="Proef")
    mededeling.tekst = "twee"
    boom = scherm.get_state()["boom"]
    assert boom["wortel"]["eigenschappen"]["titel"] == "Proef"
    assert boom["wortel"]["eigenschappen"]["inhoud"][0]["eigenschappen"]["tekst"] == "twee"


class Willekeurig(RuleBasedStateMachine):
    """Welke handelingen er ook komen, de pagina ziet hetzelfde als Python."""

    @initialize()
    def begin(self) -> None:
        self.kolom = Kolom()
        self.lijst = Keuzelijst("x", ["a", "b", "c"])
        self.scherm = Scherm(Sectie("Kop", self.kolom), self.lijst)
        self.los: list[Deel] = []
        self.pagina = Pagina(self.scherm)

    @rule(tekst=st.text())
    def erbij(self, tekst: str) -> None:
        deel = Kolom(Mededeling(tekst))
        self.los.append(deel)
        self.kolom.inhoud = (*self.kolom.inhoud, deel)

    @rule(kies=st.randoms(use_true_random=False))
    def schud(self, kies: Any) -> None:
        self.kolom.inhoud = tuple(kies.sample(self.los, k=kies.randint(0, len(self.los))))

    @rule(kies=st.randoms(use_true_random=False), tekst=st.text())
    def wijzig(self, kies: Any, tekst: str) -> None:
        if self.los:
            kies.choice(self.los).inhoud[0].tekst = tekst

    @rule(opties=st.lists(st.sampled_from("abcdef"), min_size=1, unique=True))
    def andere_opties(self, opties: list[str]) -> None:
        self.lijst.opties = opties
        assert self.lijst.waarde in opties

    @rule(waarde=st.sampled_from("abcdef"))
    def kies(self, waarde: str) -> None:
        if waarde in dict(self.lijst.opties):
            assert self.pagina.kies(self.lijst, waarde) == ""
        else:
            oud = self.lijst.waarde
            assert "staat niet in de lijst" in self.pagina.kies(self.lijst, waarde)
            assert self.lijst.waarde == oud
            self.lijst.zet("waarde", oud)

    @invariant()
    def pagina_is_gelijk(self) -> None:
        if hasattr(self, "pagina"):
            assert self.pagina.boom == self.pagina._json(self.scherm.to_tree())


TestWillekeurig = Willekeurig.TestCase


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde"), unique=True))
def test_vinkjes_staan_in_de_volgorde_van_de_opties(gekozen: list[str], opties: list[str]) -> None:
    bekend = [sleutel for sleutel in gekozen if sleutel in opties]
    vinkjes = Vinkjes("x", opties, waarde=bekend)
    assert list(vinkjes.waarde) == [o for o in opties if o in bekend]
    if set(gekozen) - set(opties):
        with pytest.raises(ValueError, match="staat niet in de lijst"):
            vinkjes.waarde = gekozen
    vinkjes.opties = opties[:1]
    assert set(vinkjes.waarde) <= set(opties[:1])
