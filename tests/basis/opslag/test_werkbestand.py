"""Opslag: lezen wat we schreven, en alles weigeren wat daar niet op lijkt."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lv_tools.basis.opslag import werkbestand
from lv_tools.basis.opslag.opslagmap import Botsing, Opslagmap
from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout

TOEN = datetime(2026, 9, 1, 14, 5, tzinfo=UTC)
GOED = Bewaard("proef", 1, "Mijn school", TOEN, {"delen": {"n": "12"}})
TEKST = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEKST,
    lambda kind: st.lists(kind, max_size=4) | st.dictionaries(TEKST, kind, max_size=4),
    max_leaves=12,
)


def lees(inhoud: bytes | str, **rest: Any) -> Bewaard | Leesfout:
    return werkbestand.from_json(inhoud, "proef", 1, bestand="mijn.json", **rest)


@given(st.dictionaries(TEKST, JSON, max_size=5))
def test_wat_bewaard_is_komt_precies_terug(staat: dict[str, Any]) -> None:
    bewaard = Bewaard("proef", 1, "Mijn school", TOEN, staat)
    assert lees(werkbestand.to_json(bewaard)) == bewaard
    assert lees(werkbestand.to_json(bewaard).encode()) == bewaard


def anders(**wat: Any) -> str:
    return json.dumps({**json.loads(werkbestand.to_json(GOED)), **wat})


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "leeg"),
        (b"  \n", "leeg"),
        (b"x" * (werkbestand.GROOTSTE + 1), "te groot"),
        (b"\xff\xfe\x00", "geen gewone tekst"),
        (b"PK\x03\x04 een zip", "beschadigd"),
        (b"[1, 2]", "niet uit dit boek"),
        (b"{}", "niet uit dit boek"),
        (b"[" * 100_000, "te diep"),
        (b'{"a": ' * 100_000, "te diep"),
        (anders(instrument="urgentiemeter"), "ander hulpmiddel"),
        (anders(soort="reservekopie", stukken=[]), "reservekopie van al uw werk"),
        (anders(versie=2), "nieuwere versie"),
        (anders(versie=0), "versienummer"),
        (anders(versie=True), "versienummer"),
        (anders(versie="1"), "versienummer"),
        (anders(tijd="gisteren"), "ontbreekt"),
        (anders(tijd="2026-09-01T14:05:00"), "ontbreekt"),
        (anders(tijd="0001-01-01T00:00:00+23:59"), "ontbreekt"),
        (anders(staat=[1]), "ontbreekt"),
        (anders(naam=3), "ontbreekt"),
        (werkbestand.to_json(GOED).replace('"12"', "NaN"), "beschadigd"),
        (werkbestand.to_json(GOED).replace('"12"', "9" * 5000), "beschadigd"),
        (werkbestand.to_json(GOED).replace('"versie"', '"versie": 1, "versie"'), "beschadigd"),
    ],
)
def test_wat_niet_klopt_krijgt_een_zin(inhoud: bytes | str, woorden: str) -> None:
    fout = lees(inhoud)
    assert isinstance(fout, Leesfout)
    assert woorden in fout.probleem
    assert str(fout).startswith("mijn.json: ")
    assert fout.uitweg


@given(st.integers(0, len(werkbestand.to_json(GOED).encode()) - 1))
def test_een_afgebroken_bestand_wordt_nooit_half_gelezen(einde: int) -> None:
    assert isinstance(lees(werkbestand.to_json(GOED).encode()[:einde]), Leesfout)


@given(st.binary())
@example(b"\xef\xbb\xbf{}")
def test_willekeurige_bytes_geven_een_zin(inhoud: bytes) -> None:
    assert isinstance(lees(inhoud), Leesfout)


def test_een_bestand_met_bom_gaat_ook_open() -> None:
    assert lees(b"\xef\xbb\xbf" + werkbestand.to_json(GOED).encode()) == GOED


def test_een_oudere_versie_wordt_omgezet() -> None:
    oud = werkbestand.to_json(GOED)
    stappen = {1: lambda staat: {**staat, "twee": 1}, 2: lambda staat: {**staat, "drie": 1}}
    nieuw = werkbestand.from_json(oud, "proef", 3, omzettingen=stappen)
    assert isinstance(nieuw, Bewaard)
    assert nieuw.versie == 3
    assert set(nieuw.staat) == {"delen", "twee", "drie"}
    zonder = werkbestand.from_json(oud, "proef", 3, omzettingen={1: stappen[1]})
    assert isinstance(zonder, Leesfout)


def test_een_half_tekenpaar_breekt_het_bewaren_niet() -> None:
    tekst = werkbestand.to_json(Bewaard("proef", 1, "x", TOEN, {"t": "a\ud800b"}))
    assert isinstance(lees(tekst), Bewaard)


def test_wat_geen_json_is_mag_niet_bewaard() -> None:
    with pytest.raises(ValueError, match=r"[Nn]a[Nn]|JSON"):
        werkbestand.to_json(Bewaard("proef", 1, "x", TOEN, {"t": float("nan")}))


@given(st.text())
def test_een_schone_naam_blijft_schoon(naam: str) -> None:
    schoon = werkbestand.clean_name(naam)
    assert schoon == werkbestand.clean_name(schoon)
    assert 1 <= len(schoon) <= werkbestand.LANGSTE_NAAM
    Bewaard("proef", 1, schoon, TOEN, {})


# --- de map naast het notebook ----------------------------------------------------------------


def bewaard(naam: str, staat: dict[str, Any] | None = None) -> Bewaard:
    return Bewaard("proef", 1, naam, werkbestand.now(), staat or {"a": 1})


def test_schrijven_lezen_en_wissen(tmp_path: Path) -> None:
    kast = Opslagmap(tmp_path / "bewaard" / "proef", "proef", 1)
    assert kast.names() == ()
    assert kast.read("Mijn school") is None
    stempel = kast.write(bewaard("Mijn school"), "")
    assert stempel == kast.stamp("Mijn school")
    terug = kast.read("Mijn school")
    assert isinstance(terug, Bewaard)
    assert terug.staat == {"a": 1}
    assert kast.names() == ("Mijn school",)
    assert [pad.name for pad in kast.map.iterdir()] == [kast.path("Mijn school").name]
    assert kast.path("Mijn school").name.endswith(".lv.json")
    kast.write(bewaard("Andere"), "")
    kast.wipe()
    assert not kast.map.exists()


def test_wissen_laat_andermans_bestanden_staan(tmp_path: Path) -> None:
    kast = Opslagmap(tmp_path, "proef", 1)
    kast.write(bewaard("x"), "")
    (tmp_path / "notitie.txt").write_text("van mij")
    kast.wipe()
    assert [pad.name for pad in tmp_path.iterdir()] == ["notitie.txt"]


def test_wat_intussen_gewijzigd_is_wordt_niet_overschreven(tmp_path: Path) -> None:
    een, ander = Opslagmap(tmp_path, "proef", 1), Opslagmap(tmp_path, "proef", 1)
    stempel = een.write(bewaard("x", {"van": "een"}), "")
    assert isinstance(stempel, str)
    nieuw = ander.write(bewaard("x", {"van": "ander"}), stempel)
    assert isinstance(nieuw, str)
    assert een.write(bewaard("x", {"van": "een, later"}), stempel) == Botsing("x")
    terug = een.read("x")
    assert isinstance(terug, Bewaard)
    assert terug.staat == {"van": "ander"}


def test_een_mislukte_schrijfbeurt_laat_de_vorige_stand_staan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kast = Opslagmap(tmp_path, "proef", 1)
    stempel = kast.write(bewaard("x", {"stand": "oud"}), "")
    assert isinstance(stempel, str)

    def vol(_greep: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lv_tools.basis.opslag.opslagmap.os.fsync", vol)
    with pytest.raises(OSError, match="No space"):
        kast.write(bewaard("x", {"stand": "nieuw"}), stempel)
    terug = kast.read("x")
    assert isinstance(terug, Bewaard)
    assert terug.staat == {"stand": "oud"}
    assert list(tmp_path.iterdir()) == [kast.path("x")]


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), min_size=2, max_size=6))
@example(["../../etc/passwd", "..", "a/b", "a b", "A B", "con", "\x00"])
def test_elke_naam_krijgt_een_eigen_bestand_binnen_de_map(namen: list[str]) -> None:
    kast = Opslagmap(Path("/map"), "proef", 1)
    schoon = {werkbestand.clean_name(naam) for naam in namen}
    paden = {kast.path(naam) for naam in schoon}
    assert len(paden) == len(schoon)
    assert all(pad.parent == Path("/map") for pad in paden)


def test_een_beschadigd_bestand_wordt_gemeld_en_blijft_staan(tmp_path: Path) -> None:
    kast = Opslagmap(tmp_path, "proef", 1)
    kast.path("x").write_text('{"formaat": "lv-to')
    assert isinstance(kast.read("x"), Leesfout)
    assert kast.names() == ()
    assert kast.write(bewaard("x"), "") == Botsing("x")
    assert kast.path("x").read_text() == '{"formaat": "lv-to'


# --- het controlegetal ------------------------------------------------------------------------


@given(st.dictionaries(TEKST, JSON, min_size=1, max_size=4), st.data())
def test_een_gewijzigde_byte_wordt_geweigerd_of_gelezen_zoals_het_was(
    staat: dict[str, Any], data: st.DataObject
) -> None:
    bewaard = Bewaard("proef", 1, "Mijn school", TOEN, {"delen": staat})
    inhoud = bytearray(werkbestand.to_json(bewaard).encode())
    plek = data.draw(st.integers(0, len(inhoud) - 1))
    inhoud[plek] = data.draw(st.integers(0, 255))
    gelezen = lees(bytes(inhoud))
    assert isinstance(gelezen, Leesfout) or gelezen == bewaard


@given(st.dictionaries(TEKST, JSON, max_size=3), st.data())
def test_de_som_van_de_tekst_laat_niets_toe_wat_de_som_van_de_inhoud_weigert(
    staat: dict[str, Any], data: st.DataObject
) -> None:
    """Zonder de tekst rekent lezen de som na over wat er staat; met de tekst gaat het korter."""
    bewaard = Bewaard("proef", 1, "Mijn school", TOEN, {"delen": staat})
    inhoud = bytearray(werkbestand.to_json(bewaard).encode())
    for _ in range(data.draw(st.integers(0, 2))):
        plek = data.draw(st.integers(0, len(inhoud) - 1))
        inhoud[plek : plek + data.draw(st.integers(0, 1))] = data.draw(st.binary(max_size=1))
    gelezen = werkbestand.read_object(bytes(inhoud))
    if isinstance(gelezen, dict):
        kort = werkbestand.from_object(gelezen, "proef", 1)
        assert kort == werkbestand.from_object(dict(gelezen), "proef", 1)


@pytest.mark.parametrize("wat", [{"delen": {"n": "13"}}, {"delen": {"n": "12"}, "extra": 1}, {}])
def test_andere_antwoorden_onder_hetzelfde_controlegetal_gaan_niet_open(wat: Any) -> None:
    fout = lees(anders(staat=wat))
    assert isinstance(fout, Leesfout)
    assert "veranderd of beschadigd" in fout.probleem


def test_een_andere_naam_of_een_extra_sleutel_hoort_er_ook_niet_in() -> None:
    assert isinstance(lees(anders(naam="Andere school")), Leesfout)
    assert isinstance(lees(anders(extra={})), Leesfout)
    assert isinstance(lees(anders(naloop=[])), Leesfout)


def test_een_bestand_van_0_1_0_zonder_controlegetal_gaat_open() -> None:
    oud = {k: v for k, v in json.loads(werkbestand.to_json(GOED)).items() if k != "controle"}
    assert lees(json.dumps(oud)) == GOED


def test_opnieuw_opgemaakt_door_een_ander_programma_gaat_het_nog_open() -> None:
    assert lees(json.dumps(json.loads(werkbestand.to_json(GOED)))) == GOED


def test_wat_de_pagina_zelf_toevoegde_komt_mee() -> None:
    gelezen = lees(anders(naloop={"n": "14"}))
    assert isinstance(gelezen, Bewaard)
    assert gelezen.naloop == {"n": "14"}


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text()) | st.booleans(), min_size=1))
def test_het_controlegetal_van_de_pagina_dekt_wat_zij_toevoegde(naloop: dict[str, Any]) -> None:
    """De pagina rekent het zelf uit in tests/verlies/test_eerlijk.py."""
    som = f"{zlib.crc32(json.dumps(naloop, separators=(',', ':')).encode()):08x}"
    gelezen = lees(anders(naloop=naloop, naloopcontrole=som))
    assert isinstance(gelezen, Bewaard)
    assert gelezen.naloop == naloop
    for mis in (
        {"naloop": {**naloop, "erbij": "x"}, "naloopcontrole": som},
        {"naloopcontrole": som},
    ):
        fout = lees(anders(**mis))
        assert isinstance(fout, Leesfout)
        assert "veranderd of beschadigd" in fout.probleem


@pytest.mark.parametrize(
    "kapot",
    [b'{"a":"' + rb"[\"" * 400_000 + b"x", b"[" * 101 + b'"' + rb"\\" * 600_000],
    ids=["tekst die nooit eindigt", "schuine strepen"],
)
def test_een_kapot_bestand_houdt_het_hulpmiddel_niet_op(kapot: bytes) -> None:
    """Een keer erdoorheen is een halve seconde; wie telkens opnieuw begint, is uren bezig."""
    code = (
        "import sys; from lv_tools.basis.opslag.werkbestand import from_json; "
        "print(from_json(sys.stdin.buffer.read(), 'proef', 1))"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code], input=kapot, capture_output=True, check=True, timeout=90
    )
    assert uit.stdout.startswith(b"Dit bestand: ")


def test_voor_eigen_opslag_geldt_geen_grens() -> None:
    groot = Bewaard("proef", 1, "Groot", TOEN, {"delen": {"n": "x" * werkbestand.GROOTSTE}})
    tekst = werkbestand.to_json(groot)
    te_groot = lees(tekst)
    assert isinstance(te_groot, Leesfout)
    assert "25 MB" in te_groot.probleem
    assert lees(tekst, grens=None) == groot


@given(JSON)
def test_diepte_telt_alleen_haken_buiten_tekst(waarde: Any) -> None:
    diep = json.dumps({"a": waarde, "tekst": "[{" * 300 + '\\"'})
    assert not werkbestand.te_diep(diep)
    assert werkbestand.te_diep("[" * 101 + diep + "]" * 101)


def test_een_andere_naam_in_de_map_is_alles_of_niets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = Opslagmap(tmp_path, "proef", 1)
    stempel = map_.write(GOED, "")
    assert isinstance(stempel, str)
    nieuw = replace(GOED, naam="Nieuwe naam")
    assert map_.rename(nieuw, "Mijn school", "een ander stempel") == Botsing("Mijn school")
    assert map_.names() == ("Mijn school",)

    def vol(_greep: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lv_tools.basis.opslag.opslagmap.os.fsync", vol)
    with pytest.raises(OSError, match="No space left"):
        map_.rename(nieuw, "Mijn school", stempel)
    assert map_.names() == ("Mijn school",)
    monkeypatch.undo()

    kenmerk = map_.rename(nieuw, "Mijn school", stempel)
    assert isinstance(kenmerk, str)
    assert map_.names() == ("Nieuwe naam",)
    assert map_.remove("Nieuwe naam", "een ander stempel") == Botsing("Nieuwe naam")
    assert map_.names() == ("Nieuwe naam",)
    assert map_.remove("Nieuwe naam", kenmerk) is None
    assert map_.names() == ()
