"""Een tafel met een eigen vragenlijst: het scherm biedt alleen aan wat daar kan."""

from __future__ import annotations

from prompterproef import KIEZEN, REEKS, Proef, doorlopen, rond_af

from lv_tools.gespreksprompter.figuur import draw_thread
from lv_tools.gespreksprompter.teksten import inhoud

BANK = inhoud()
RONDE = BANK.tafels["leerlingen"]


def aangeboden(proef: Proef) -> tuple[str, ...]:
    return tuple(code for code, _naam in proef.paneel(KIEZEN).fasen.opties)


def met_wie(proef: Proef, tafel: str) -> None:
    proef.kies("Met wie?", f"nieuw:{tafel}")


def test_alleen_de_fasen_van_de_lijst_en_geen_situatie_of_doel(proef: Proef) -> None:
    paneel = proef.paneel(KIEZEN)
    proef.kies("Wat is er aan de hand?", "stil")  # de fasen Do en Act
    assert aangeboden(proef) == tuple(BANK.fasen)
    met_wie(proef, "leerlingen")
    assert aangeboden(proef) == ("check", "act")
    assert paneel.fasen.waarde == ("act",)
    assert paneel.situatie.verborgen
    assert paneel.doel.verborgen
    assert paneel.over_tafel.alineas[1:-1] == RONDE.instructie
    proef.zend("Maak de gids")
    opdracht = proef.gids.opdracht
    assert (opdracht.fasen, opdracht.situatie, opdracht.doel) == (("act",), "", "")
    assert all("leerlingen" in BANK.alle[r.id].tafels for r in proef.gids.te_stellen)
    fasen = [naam for naam, _ in proef.paneel("gids").fase.opties]
    assert fasen == ["check", "act"]


def test_wie_daarna_een_andere_tafel_kiest_heeft_zijn_keuze_nog(proef: Proef) -> None:
    proef.kies("Wat is er aan de hand?", "stil")
    eerst = proef.staat.keuze
    met_wie(proef, "leerlingen")
    met_wie(proef, "team")
    paneel = proef.paneel(KIEZEN)
    assert not paneel.situatie.verborgen
    assert aangeboden(proef) == tuple(BANK.fasen)
    assert paneel.fasen.waarde == eerst.fasen
    assert proef.staat.keuze.situatie == "stil"


def test_ook_na_herladen_staat_aangevinkt_wat_aan_deze_tafel_kan(proef: Proef) -> None:
    met_wie(proef, "leerlingen")
    assert proef.staat.keuze.fasen == tuple(BANK.fasen)
    ander = proef.heropend()
    assert ander.staat.keuze.met == "leerlingen"
    assert ander.paneel(KIEZEN).fasen.waarde == ("check", "act")
    ander.zend("Maak de gids")
    assert ander.gids.opdracht.fasen == ("check", "act")


def test_zonder_een_fase_die_daar_kan_zegt_het_scherm_wat_te_doen(proef: Proef) -> None:
    proef.kies("Fase", ("plan", "borging"))
    met_wie(proef, "leerlingen")
    # Niets daarvan kan hier: dan staat de hele lijst aan, tot iemand zelf kiest.
    assert proef.paneel(KIEZEN).fasen.waarde == ("check", "act")
    proef.kies("Fase", ())
    proef.zend("Maak de gids")
    paneel = proef.paneel(KIEZEN)
    assert "nog geen fase gekozen" in str(paneel.fasen.fout)
    assert proef.gids is None
    proef.kies("Fase", ("check",))
    proef.zend("Maak de gids")
    assert proef.gids.opdracht.fasen == ("check",)


def test_een_bewaarde_ronde_tafel_opent_en_haar_draad_mist_geen_fase(proef: Proef) -> None:
    met_wie(proef, "leerlingen")
    proef.zend("Maak de gids")
    ander = proef.heropend()
    assert ander.staat.current.tafel == RONDE
    assert ander.gids == proef.gids
    ander.go(KIEZEN)
    assert ander.paneel(KIEZEN).fasen.waarde == ("check", "act")
    doorlopen(ander)
    rond_af(ander, moment_dag="24-11-2026")
    ander.go(REEKS)
    draad = ander.werk.uitslag.draad
    assert draad.fasen == ("check", "act")
    assert draad.nooit == ()
    blad = draw_thread(draad)
    assert blad is not None
    assert blad.kolommen == ("Gesprek", "Check", "Act")
