"""Wat iemand typt terwijl Python bezig is: nooit weg, nooit verkeerd en nooit een storing."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pagina import Pagina
from proefwerk import Proefwerk, screen

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.bouwdoos.veld import Velden
from lv_tools.schermdelen import (
    Bewaren,
    Formulier,
    Invoerveld,
    Keuzelijst,
    Knop,
    Kolom,
    Scherm,
    Sectie,
    Veld,
)


def veld(naam: str = "", **rest: Any) -> Invoerveld:
    return Invoerveld(Veld(naam, "Notities", "tekstvak"), **rest)


def vervallen(pagina: Pagina, deel: Any, naam: str = "wijziging", **gegevens: Any) -> bool:
    assert pagina.doe(deel, naam, **gegevens) == ""
    return bool(pagina.berichten[-1][0].get("vervallen"))


def test_late_tekst_gaat_naar_het_veld_dat_nu_zo_heet() -> None:
    plaats = Kolom(oud := veld("notitie"))
    pagina = Pagina(Scherm(Knop("Ververs", lambda: plaats.zet("inhoud", (nieuw,))), plaats))
    nieuw = veld("notitie", waarde="wat er stond")
    pagina.doe(pagina.scherm.inhoud[0], "klik")
    assert not vervallen(pagina, oud, waarde="wat er stond en nog net")
    assert nieuw.waarde == "wat er stond en nog net"
    # Ook de pagina die het stuurde, krijgt het in beeld: zij heeft dit nieuwe veld nog leeg.
    assert pagina.boom["wortel"]["eigenschappen"]["inhoud"][1]["eigenschappen"]["inhoud"][0][
        "eigenschappen"
    ]["waarde"] == ("wat er stond en nog net")


def test_late_tekst_gaat_naar_het_weggehaalde_veld_als_dat_nog_weet_waar() -> None:
    bewaard: list[str] = []
    open_ = [True]
    weg = veld("een", bij_tekst=bewaard.append, laat=lambda: open_[0])
    plaats = Kolom(Sectie("Vraag 1", weg))
    pagina = Pagina(Scherm(Knop("Volgende", lambda: plaats.zet("inhoud", (veld("twee"),))), plaats))
    pagina.doe(pagina.scherm.inhoud[0], "klik")
    assert not vervallen(pagina, weg, waarde="laat ")
    assert bewaard == ["laat "]
    open_[0] = False
    assert vervallen(pagina, weg, waarde="te laat")
    assert bewaard == ["laat "]


def test_late_tekst_die_nergens_hoort_gaat_terug_naar_de_lezer() -> None:
    plaats = Kolom(weg := veld("los"))
    pagina = Pagina(Scherm(Knop("Weg", lambda: plaats.zet("inhoud", ())), plaats))
    pagina.doe(pagina.scherm.inhoud[0], "klik")
    assert vervallen(pagina, weg, waarde="getypt")


def test_een_ander_bestand_krijgt_geen_late_tekst(tmp_path: Any) -> None:
    bewaard: list[str] = []
    weg = veld("een", bij_tekst=bewaard.append, laat=lambda: True)
    plaats = Kolom(weg)
    bewaren = Bewaren("proef", werk=Proefwerk(), plaats="map", map=tmp_path)
    pagina = Pagina(Scherm(Knop("Weg", lambda: plaats.zet("inhoud", ())), plaats, bewaren))
    pagina.doe(pagina.scherm.inhoud[0], "klik")
    pagina.doe(bewaren, "open", bestand="Ander werk")
    assert vervallen(pagina, weg, waarde="van het vorige bestand")
    assert bewaard == []


def test_een_tweede_klik_op_een_knop_die_weg_is_doet_niets() -> None:
    keren: list[int] = []
    plaats = Kolom()
    knop = Knop("Haal weg", lambda: (keren.append(1), plaats.zet("inhoud", ())))
    plaats.inhoud = (knop,)
    pagina = Pagina(Scherm(plaats))
    pagina.doe(knop, "klik")
    assert vervallen(pagina, knop, "klik")
    assert keren == [1]


def test_wat_weg_is_stuurt_niets_meer_en_kan_terugkomen() -> None:
    een, twee = veld("een"), veld("twee")
    plaats = Kolom(een, twee)
    knop = Knop("Weg", lambda: plaats.zet("inhoud", (een,)))
    pagina = Pagina(Scherm(knop, plaats))
    pagina.doe(knop, "klik")
    aantal = len(pagina.berichten)
    assert twee.scherm is None
    twee.waarde = "in stilte"
    assert len(pagina.berichten) == aantal
    plaats.inhoud = (twee, een)
    assert twee.scherm is pagina.scherm
    assert pagina.doe(twee, "wijziging", waarde="weer terug") == ""
    assert twee.waarde == "weer terug"


def test_wat_alleen_verhuist_blijft_aan_het_scherm() -> None:
    een = veld("een")
    links, rechts = Kolom(een), Kolom()

    def verhuis() -> None:
        rechts.inhoud = (een,)
        links.inhoud = ()

    knop = Knop("Verhuis", verhuis)
    pagina = Pagina(Scherm(knop, links, rechts))
    pagina.doe(knop, "klik")
    assert een.scherm is pagina.scherm
    assert pagina.doe(een, "wijziging", waarde="x") == ""


@given(st.text())
def test_bij_tekst_krijgt_wat_er_staat(tekst: str) -> None:
    gekregen: list[str] = []
    deel = veld("x", bij_tekst=gekregen.append)
    pagina = Pagina(Scherm(deel))
    assert pagina.doe(deel, "wijziging", waarde=tekst) == ""
    assert gekregen == [deel.waarde]
    assert deel.waarde.strip() == (deel.read() or "")


# --- Hoe lang een tekst mag zijn ------------------------------------------------------------------


def test_een_tekstveld_zegt_vooraf_hoe_lang_het_mag_zijn() -> None:
    kort, lang = Veld("a", "Naam", lengte=80), Veld("b", "Notities", "tekstvak", lengte=2000)
    assert Invoerveld(kort).eigenschappen["hoogstens"] == 80
    assert Invoerveld(lang).eigenschappen["hoogstens"] == 2000
    assert "hoogstens" not in Invoerveld(Veld("c", "Dag", "datum")).eigenschappen


def test_een_te_lange_tekst_blijft_staan_en_gaat_weer_open(tmp_path: Any) -> None:
    def maak() -> tuple[Invoerveld, Bewaren, Scherm]:
        velden = Velden(werk := Proefwerk())
        deel = velden.text("kort", "Notities")
        bewaren = Bewaren("proef", werk=werk, plaats="map", map=tmp_path)
        return deel, bewaren, screen(werk, velden, bewaren, deel)

    deel, bewaren, scherm = maak()
    pagina = Pagina(scherm)
    assert pagina.doe(deel, "wijziging", waarde="x" * 32, verlaten=True) == ""
    assert deel.fout == (
        "Notities: de tekst telt 32 tekens en er passen er 20. Maak de tekst 12 tekens korter."
    )
    staat = json.loads(json.dumps(bewaren.state()))
    ander, weer, opnieuw = maak()
    with opnieuw.bundle():
        weer.werk.from_data(staat)
    Pagina(opnieuw).doe(weer, "lijst")
    assert ander.waarde == "x" * 32
    assert weer.werk.melding == ""


# --- Fouten van een formulier ---------------------------------------------------------------------


def formulier(antwoord: Any) -> tuple[Pagina, Formulier, list[Invoerveld]]:
    velden = [Invoerveld(Veld("een", "Begintijd")), Invoerveld(Veld("twee", "Begintijd"))]
    deel = Formulier(*velden, bij_inzenden=lambda _waarden: antwoord(velden))
    return Pagina(Scherm(deel)), deel, velden


FOUT = Invoerfout("Begintijd", "", "dat is geen tijd", "Typ 9.30")


def test_een_fout_hoort_bij_het_veld_en_niet_bij_het_opschrift() -> None:
    pagina, deel, velden = formulier(lambda velden: {velden[1]: FOUT})
    pagina.doe(deel, "inzenden")
    assert [veld.fout for veld in velden] == ["", str(FOUT)]
    assert [fout["deel"] for fout in deel.fouten] == [velden[1].id]


def test_een_fout_bij_geen_enkel_veld_wordt_toch_gezegd() -> None:
    vreemd = Invoerfout("Iets anders", "", "dat kan niet", "Doe het anders")
    pagina, deel, velden = formulier(lambda _velden: [vreemd])
    pagina.doe(deel, "inzenden")
    assert deel.fouten == [{"deel": "", "zin": str(vreemd)}]
    assert deel.bericht == ""
    assert [veld.fout for veld in velden] == ["", ""]
    assert len(pagina.opdrachten("naar-fouten")) == 1
    deel.clear_errors()
    assert deel.fouten == []


def test_een_fout_buiten_het_formulier_komt_bij_haar_veld() -> None:
    buiten = Keuzelijst("Met wie?", ["rector"])
    velden = [Invoerveld(Veld("een", "Minuten"))]
    deel = Formulier(*velden, bij_inzenden=lambda _waarden: {buiten: FOUT})
    pagina = Pagina(Scherm(buiten, deel))
    pagina.doe(deel, "inzenden")
    assert buiten.fout == str(FOUT)
    assert [fout["deel"] for fout in deel.fouten] == [buiten.id]
