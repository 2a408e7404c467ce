"""Tabel, figuur en bestanden aan de kant van Python."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pagina import Pagina

from lv_tools.basis.beeld.tabel import Celwaarde, Tabelcel, Tabelkolom
from lv_tools.schermdelen import Bestand, Download, Figuur, Figuurblad, Scherm, Tabel, Upload
from lv_tools.schermdelen.tabel import write_table

CEL = st.none() | st.integers(-99, 99) | st.floats(-9, 9) | st.text(max_size=4)


def test_getallen_komen_op_zijn_nederlands_in_de_pagina() -> None:
    uit = write_table(
        ["Standaard", Tabelkolom("Percentage", achter="%")],
        [["SKA2", 36.5], ["OP3", None], ["OP1", Tabelcel("36%", 36, "kan niet", "Want.")]],
    )
    assert uit["kolommen"] == [
        {"titel": "Standaard", "getallen": False},
        {"titel": "Percentage", "getallen": True},
    ]
    assert [rij[1] for rij in uit["rijen"]] == [
        {"t": "36,5%", "s": 36.5},
        {},
        {"t": "36%", "s": 36, "m": "kan niet", "u": "Want."},
    ]


def test_sorteren_door_de_lezer() -> None:
    gezien: list[object] = []
    tabel = Tabel("t", ["a", "b"], [["x", 2], ["Y", None], ["z", 10]], bij_sortering=gezien.append)
    pagina = Pagina(Scherm(tabel))
    assert pagina.doe(tabel, "sortering", waarde=[1, "af"]) == ""
    assert [rij[1] for rij in tabel.gesorteerde_rijen] == [10, 2, None]
    assert gezien == [(1, "af")]
    tabel.toon(["a", "b"], [["x", 3], ["y", 4]])
    assert [rij[1] for rij in tabel.gesorteerde_rijen] == [4, 3]
    tabel.toon(["a"], [["x"]])
    assert tabel.sortering is None


@pytest.mark.parametrize("paar", [[2, "op"], [-1, "op"], [0, "scheef"], ["x", "op"]])
def test_een_onmogelijke_sortering_wordt_geweigerd(paar: list[object]) -> None:
    tabel = Tabel("t", ["a", "b"], [["x", 2], ["y", 3]])
    assert Pagina(Scherm(tabel)).doe(tabel, "sortering", waarde=paar) != ""
    assert tabel.sortering is None


@given(st.lists(CEL, max_size=12), st.sampled_from(["op", "af"]))
def test_sorteren_houdt_elke_rij_en_zet_leeg_achteraan(
    cellen: list[Celwaarde], richting: str
) -> None:
    tabel = Tabel("t", ["a"], [[cel] for cel in cellen], sortering=(0, richting))
    rijen = [rij[0] for rij in tabel.gesorteerde_rijen]
    assert sorted(map(repr, rijen)) == sorted(map(repr, cellen))
    vol = [cel for cel in rijen if cel is not None]
    assert rijen[len(vol) :] == [None] * (len(rijen) - len(vol))
    getallen = [cel for cel in vol if not isinstance(cel, str)]
    assert getallen == sorted(getallen, reverse=richting == "af")  # type: ignore[type-var]


def test_een_scheve_rij_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="past niet"):
        Tabel("t", ["a", "b"], [["x"]])


def test_een_figuur_stuurt_zijn_blad_en_de_tekenaar_als_daarom_gevraagd_wordt() -> None:
    blad = Figuurblad(
        {"data": [{"type": "bar", "x": [1.5], "y": ["a"]}], "layout": {}},
        "Titel", "Zin.", ("a", "b"), (("x", 1.5),), "bron", "3 scholen", "niets",
    )  # fmt: skip
    figuur = Figuur(blad)
    pagina = Pagina(Scherm(figuur))
    gestuurd = pagina.boom["wortel"]["eigenschappen"]["inhoud"][0]["eigenschappen"]["blad"]
    assert gestuurd["tabel"]["rijen"][0][1] == {"t": "1,5", "s": 1.5}
    assert gestuurd["zegtNiet"] == "niets"
    assert pagina.doe(figuur, "tekenaar") == ""
    ((_, (bron,)),) = pagina.opdrachten("tekenaar")
    assert len(bron) > 1_000_000


def test_een_download_wordt_pas_gemaakt_bij_de_klik() -> None:
    gemaakt: list[int] = []

    def maak() -> Bestand:
        gemaakt.append(1)
        return Bestand("uit.csv", b"a;b", "text/csv")

    knop = Download("Opslaan", maak)
    pagina = Pagina(Scherm(knop))
    assert gemaakt == []
    assert pagina.doe(knop, "klik") == ""
    ((gegevens, buffers),) = pagina.opdrachten("bied-aan")
    assert (gegevens, buffers) == ({"naam": "uit.csv", "type": "text/csv"}, [b"a;b"])


def test_een_upload_geeft_bytes_door_en_laat_te_grote_bestanden_liggen() -> None:
    gelezen: list[tuple[Bestand, ...]] = []
    upload = Upload("Kies", gelezen.append, meer=True, grens=4)
    pagina = Pagina(Scherm(upload))
    meta = [{"naam": "a.json", "type": "application/json"}, {"naam": "b", "type": ""}]
    assert pagina.doe(upload, "bestanden", b"abcd", b"vijf!", bestanden=meta) == ""
    assert gelezen == [(Bestand("a.json", b"abcd", "application/json"),)]
