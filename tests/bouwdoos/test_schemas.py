"""Het schema van elk bestand volgt uit het type van de staat, en past op wat er bewaard wordt."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import jsonschema
import pytest
from afsprakenlijst import AFSPRAKENLIJST
from hulpproef import Proef

from lv_tools.basis.opslag.werkbestand import FORMAAT, Bewaard, now, to_json
from lv_tools.basis.uitwisseling.dossier import Dossier, to_text
from lv_tools.basis.uitwisseling.stukken import Actie, Gespreksvraag, Herkomst
from lv_tools.basis.vorm.schema import schema
from lv_tools.bouwdoos import deuren, schemas

DEUREN = schemas.all_tools()
BESTANDEN = schemas.all_files()


def saved(deur, staat) -> dict:
    return json.loads(to_json(Bewaard(deur.naam, deur.versie, "Proef", now(), staat)))


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_wat_in_de_gegevens_staat_is_dat_van_de_code(bestand: str) -> None:
    """Loopt het achter, draai dan ``python -m lv_tools.bouwdoos.schemas``."""
    assert (schemas.SCHEMAS / bestand).read_text("utf-8") == BESTANDEN[bestand]


def test_een_dossier_past_in_zijn_schema() -> None:
    van = Herkomst("zelfevaluatie", "Vier rectoren", date(2026, 9, 1))
    alle = (Gespreksvraag("Waarom?"), Actie("a1", "Bezoeken", klaar=date(2027, 1, 5)))
    gegevens = json.loads(to_text(Dossier().give(van, "w1", alle)))
    vorm = schemas.dossier_schema()
    jsonschema.validate(gegevens, vorm)
    gegevens["staat"]["pakketten"][0]["stukken"][1]["wat"] = "x" * 301
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(gegevens, vorm)


def test_wie_neemt_staat_in_het_register(monkeypatch: pytest.MonkeyPatch) -> None:
    nemer = replace(AFSPRAKENLIJST, neemt=(Actie,), geeft=(Gespreksvraag,))
    monkeypatch.setattr(schemas, "all_tools", lambda: {"afsprakenlijst": nemer})
    monkeypatch.setattr(deuren, "lees_tekst", lambda _pad: schemas.all_files()[deuren.BESTAND])
    deuren.doors.cache_clear()
    try:
        (deur,) = deuren.takers(Actie)
        assert (deur.titel, deur.adres) == ("Afsprakenlijst", "afsprakenlijst.html")
        assert deuren.takers(Gespreksvraag) == ()
    finally:
        deuren.doors.cache_clear()


@pytest.mark.parametrize("naam", DEUREN)
def test_leeg_werk_van_elk_hulpmiddel_past_in_zijn_schema(naam: str) -> None:
    deur = DEUREN[naam]
    jsonschema.validate(saved(deur, deur.new_work().to_data()), schemas.file_schema(deur))


def test_een_bestand_met_staat_concept_en_stap_past_in_het_schema() -> None:
    proef = Proef(AFSPRAKENLIJST)
    proef.klik("Nog een afspraak")
    proef.vul("afspraken/*/wat", "Lesbezoeken")
    proef.vul("afspraken/*/uren", "zes")
    proef.stap(1)
    vorm = schemas.file_schema(AFSPRAKENLIJST)
    gegevens = json.loads(proef.bewaard())
    assert set(gegevens["staat"]) == {"staat", "concept", "plek"}
    jsonschema.validate(gegevens, vorm)
    for pad, fout in (("uren", -1), ("wat", "x" * 301), ("onbekend", 1)):
        kapot = json.loads(proef.bewaard())
        kapot["staat"]["staat"]["afspraken"][0][pad] = fout
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(kapot, vorm)
    assert vorm["properties"]["formaat"] == {"const": FORMAAT}


def test_een_voordeur_zonder_of_met_een_ander_hulpmiddel_valt_op(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    (tmp_path / "proefje").mkdir()
    (tmp_path / "proefje" / "hulpmiddel.py").touch()
    monkeypatch.setattr(schemas, "PAKKET", tmp_path)
    for namen in ({}, {"A": AFSPRAKENLIJST}):
        monkeypatch.setitem(sys.modules, "lv_tools.proefje.hulpmiddel", SimpleNamespace(**namen))
        with pytest.raises(TypeError, match="proefje"):
            schemas.all_tools()


def test_twee_klassen_met_dezelfde_naam_in_een_schema_vallen_op() -> None:
    from dataclasses import make_dataclass

    een, twee = (make_dataclass("Deel", [("x", soort)]) for soort in (int, str))
    beide = make_dataclass("Beide", [("a", een), ("b", twee)])
    with pytest.raises(TypeError, match="Deel"):
        schema(beide)
    assert set(schema(make_dataclass("Twee", [("a", een), ("b", een)]))["$defs"]) == {
        "Deel",
        "Twee",
    }
