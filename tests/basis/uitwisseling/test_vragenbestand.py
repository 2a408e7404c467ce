"""Gespreksvragen als bestand: wat eruit komt, is wat erin ging; wat niet past, zegt waarom."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Herkomst, shorten
from lv_tools.basis.uitwisseling.vragenbestand import MEESTE, read_file, to_file
from lv_tools.basis.vorm.vormcontrole import VormError

OUD = Path(__file__).parents[2] / "bestanden_0_1_0" / "gespreksvragen.json"
VAN = Herkomst("zelfevaluatie", "Vier rectoren", date(2026, 9, 1))
tekst = st.text(max_size=400)
vragen = st.builds(
    lambda *delen: shorten(Gespreksvraag(*delen)),
    tekst.map(lambda t: f"Waarom {t}"),
    st.sampled_from(["", "plan", "do", "check", "act", "borging"]),
    tekst,
    tekst,
)


@given(st.lists(vragen, min_size=1, max_size=MEESTE + 3))
def test_heen_en_terug(lijst) -> None:
    assert read_file(to_file(VAN, lijst)) == (VAN, tuple(lijst[:MEESTE]))


def test_een_bestand_uit_de_eerste_versie_gaat_open() -> None:
    herkomst, lijst = read_file(OUD.read_bytes())
    oud = json.loads(OUD.read_text())
    assert herkomst.hulpmiddel == oud["van"]
    assert [v.tekst for v in lijst] == [v["tekst"] for v in oud["vragen"]]
    assert json.loads(to_file(herkomst, lijst)) == oud


def test_zonder_vragen_is_er_geen_bestand() -> None:
    with pytest.raises(ValueError, match="nog geen vragen"):
        to_file(VAN, [])


@pytest.mark.parametrize(
    ("wijzig", "zin"),
    [
        ({"van": "Iets Anders"}, "geen naam van een hulpmiddel"),
        ({"datum": "1-9-2026"}, "dat is geen dag"),
        ({"titel": "t" * 81}, "titel"),
        ({"vragen": []}, "geen vragen in"),
        ({"vragen": [{"tekst": "  ", "fase": "", "onderwerp": "", "reden": ""}]}, "zonder tekst"),
        ({"vragen": [{"tekst": "a\nb", "fase": "", "onderwerp": "", "reden": ""}]}, "één regel"),
        ({"vragen": [{"tekst": "a", "fase": "later", "onderwerp": "", "reden": ""}]}, "fase"),
        ({"versie": 2}, "nieuwere versie"),
        ({"versie": True}, "versienummer"),
        ({"soort": "antwoorden"}, "geen bestand met gespreksvragen"),
    ],
)
def test_wat_niet_past_zegt_waarom(wijzig, zin) -> None:
    gegevens = json.loads(to_file(VAN, [Gespreksvraag("Waarom?")])) | wijzig
    gegevens["controle"] = checksum(gegevens)
    with pytest.raises(VormError, match=zin):
        read_file(json.dumps(gegevens).encode())


def test_een_veranderd_bestand_gaat_niet_open() -> None:
    with pytest.raises(VormError, match="veranderd of beschadigd"):
        read_file(to_file(VAN, [Gespreksvraag("Waarom?")]).replace(b"Waarom", b"Daarom"))
