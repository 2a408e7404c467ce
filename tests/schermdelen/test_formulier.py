"""Formulier en vragenlijst: wat klopt blijft, wat niet klopt krijgt een zin."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pagina import Pagina

from lv_tools.schermdelen import (
    Formulier,
    Invoerfout,
    Invoerveld,
    Keuzelijst,
    Schaalpunt,
    Scherm,
    Stelling,
    Veld,
    Vragenlijst,
    field_part,
)

SCHAAL = [Schaalpunt(n, f"punt {n}") for n in range(1, 5)] + [Schaalpunt(None, "weet ik niet")]
STELLINGEN = [Stelling(f"s{n}", f"Stelling {n}") for n in range(1, 4)]


def maak_formulier(uit: list[dict[str, Any]], late: object = None) -> tuple[Formulier, Pagina]:
    def verwerk(waarden: dict[str, Any]) -> object:
        uit.append(waarden)
        return late

    formulier = Formulier(
        field_part(Veld("school", "Naam van de school", verplicht=True)),
        field_part(Veld("n", "Aantal leerlingen", "geheel", minimum=1)),
        field_part(Veld("rol", "Uw rol", "keuze", verplicht=True, opties=(("d", "directeur"),))),
        field_part(Veld("start", "Begin", "datum")),
        bij_inzenden=verwerk,
    )
    return formulier, Pagina(Scherm(formulier))


def test_een_leeg_formulier_noemt_elk_verplicht_veld() -> None:
    uit: list[dict[str, Any]] = []
    formulier, pagina = maak_formulier(uit)
    pagina.doe(formulier, "inzenden")
    assert uit == []
    assert [fout["zin"] for fout in formulier.fouten] == [
        "Naam van de school: er is nog niets ingevuld. Vul dit veld in.",
        "Uw rol: er is nog niets gekozen. Maak een keuze.",
    ]
    assert [fout["deel"] for fout in formulier.fouten] == [
        formulier.velden[0].id,
        formulier.velden[2].id,
    ]
    assert pagina.opdrachten("naar-fouten")


def test_na_verbeteren_verdwijnt_de_fout_en_lukt_het_inzenden() -> None:
    uit: list[dict[str, Any]] = []
    formulier, pagina = maak_formulier(uit)
    school, n, rol, start = formulier.velden
    pagina.kies(n, "veel")
    pagina.doe(formulier, "inzenden")
    assert "‘veel’ is geen heel getal" in n.fout
    assert n.waarde == "veel"
    pagina.kies(n, "1.200")
    assert n.fout == ""
    for veld, waarde in ((school, "De Brug"), (rol, "d"), (start, "1-9-2026")):
        assert pagina.kies(veld, waarde) == ""
    pagina.doe(formulier, "inzenden")
    assert uit == [{"school": "De Brug", "n": 1200, "rol": "d", "start": date(2026, 9, 1)}]
    assert (formulier.fouten, formulier.bericht) == ([], "Opgeslagen.")


def test_het_hulpmiddel_mag_zelf_nog_een_fout_geven() -> None:
    uit: list[dict[str, Any]] = []
    fout = Invoerfout("Aantal leerlingen", "1", "dat is te weinig", "Tel ook de onderbouw mee")
    formulier, pagina = maak_formulier(uit, [fout])
    school, n, rol, _start = formulier.velden
    for veld, waarde in ((school, "De Brug"), (rol, "d"), (n, "1")):
        pagina.kies(veld, waarde)
    pagina.doe(formulier, "inzenden")
    assert n.fout == "Aantal leerlingen: dat is te weinig. Tel ook de onderbouw mee."
    assert formulier.bericht == ""


def test_een_veld_klaagt_pas_als_de_lezer_het_verlaat() -> None:
    gelezen: list[Any] = []
    veld = Invoerveld(Veld("c", "Cijfer", "getal", maximum=10), bij_wijziging=gelezen.append)
    pagina = Pagina(Scherm(veld))
    pagina.doe(veld, "wijziging", waarde="6,")
    assert (veld.fout, gelezen) == ("", [])
    pagina.doe(veld, "wijziging", waarde="6,", verlaten=True)
    assert veld.fout.startswith("Cijfer: ‘6,’ is geen getal")
    pagina.doe(veld, "wijziging", waarde="6,4")
    assert (veld.fout, gelezen) == ("", [6.4])


@given(st.text())
def test_wat_getypt_is_gaat_nooit_verloren(tekst: str) -> None:
    veld = Invoerveld(Veld("c", "Cijfer", "getal"))
    pagina = Pagina(Scherm(veld))
    assert pagina.doe(veld, "wijziging", waarde=tekst, verlaten=True) == ""
    assert veld.waarde == veld.check(tekst)


def test_een_veld_neemt_alleen_tekst_aan() -> None:
    veld = Invoerveld(Veld("c", "Cijfer"))
    pagina = Pagina(Scherm(veld))
    assert "is geen tekst" in pagina.doe(veld, "wijziging", waarde={"a": 1})


def test_bij_een_keuze_hoort_een_keuzelijst_zonder_voorkeur() -> None:
    deel = field_part(Veld("rol", "Rol", "keuze", opties=(("d", "directeur"),)))
    assert isinstance(deel, Keuzelijst)
    assert deel.waarde is None


def test_niet_beantwoord_is_iets_anders_dan_weet_ik_niet() -> None:
    lijst = Vragenlijst("Kwaliteit", STELLINGEN, SCHAAL, naam="v", verplicht=True)
    pagina = Pagina(Scherm(lijst))
    pagina.kies(lijst, {"s2": None, "s1": 3})
    assert lijst.waarde == {"s1": 3, "s2": None}
    assert [s.id for s in lijst.open_stellingen] == ["s3"]
    assert str(lijst.read()) == (
        "Kwaliteit: nog 1 stelling zonder antwoord. Kies een antwoord of ‘weet ik niet’."
    )
    pagina.kies(lijst, {"s1": 3, "s2": None, "s3": 1})
    assert lijst.read() == {"s1": 3, "s2": None, "s3": 1}


@pytest.mark.parametrize("antwoord", [0, 5, "3", True, 2.0, [1]])
def test_een_antwoord_buiten_de_schaal_wordt_geweigerd(antwoord: object) -> None:
    lijst = Vragenlijst("Kwaliteit", STELLINGEN, SCHAAL, waarde={"s1": 2})
    pagina = Pagina(Scherm(lijst))
    assert "staat niet op de schaal" in pagina.kies(lijst, {"s1": antwoord})
    assert lijst.waarde == {"s1": 2}
