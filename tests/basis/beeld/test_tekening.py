"""Rijen met hun opschrift erboven: niets valt over elkaar, en tekst blijft tekst."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.beeld.sporen import Lijnen, Punten, fill_answer, marker, stack
from lv_tools.basis.beeld.tekening import REGEL, Rijen, layout_rows, scale, wrap

ZIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120)


@given(st.lists(st.tuples(ZIN, st.sampled_from([16, 18, 30, 54]), st.booleans()), max_size=8))
def test_opschriften_en_rijen_liggen_onder_elkaar(rijen: list[tuple[str, int, bool]]) -> None:
    vlak, vorige = Rijen(breedte=38), 0.0
    for tekst, hoogte, kop in rijen:
        if kop:
            vlak.heading(tekst)
        midden = vlak.add(tekst, hoogte=hoogte, vooraan="12%")
        opschrift = vlak.opschriften[-1]
        half = REGEL * (opschrift["text"].count("<br>") + 1) / 2
        assert opschrift["y"] - half >= vorige
        assert opschrift["y"] + half == midden - hoogte / 2
        vorige = midden + hoogte / 2
    assert vlak.hoogte >= vorige


def test_tekst_van_een_gebruiker_wordt_geen_opmaak() -> None:
    vlak = Rijen()
    vlak.add("<b>x</b> & y", vooraan="<5%")
    vlak.heading("<i>kop</i>")
    eerste, tweede = (opschrift["text"] for opschrift in vlak.opschriften)
    assert eerste == "<b>&lt;5%</b> &lt;b&gt;x&lt;/b&gt; &amp; y"
    assert tweede == "<b>&lt;i&gt;kop&lt;/i&gt;</b>"


def test_een_spoor_zonder_lijnen_is_er_niet() -> None:
    lijnen = Lijnen()
    assert lijnen.trace(4) == []
    lijnen.add((10, 40), 7)
    lijnen.add((1, 2, 3), 9)
    (spoor,) = lijnen.trace(4)
    assert spoor["x"] == [10, 40, None, 1, 2, 3, None]
    assert spoor["y"] == [7, 7, None, 9, 9, 9, None]
    lijnen.add((1, 2), (3, 4))  # een lijn die niet vlak ligt
    assert lijnen.trace(4)[0]["y"][-3:] == [3, 4, None]


AANTALLEN = st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), max_size=6)


@given(AANTALLEN, st.booleans())
def test_gestapelde_antwoorden_vullen_de_rij_en_een_leeg_stuk_is_er_niet(
    aantallen: list[list[int]], aandeel: bool
) -> None:
    plekken = [30.0 * nummer for nummer in range(len(aantallen))]
    opties = ("niet", "wel", "weet ik niet")
    sporen = stack(plekken, opties, aantallen, lambda nr: fill_answer(nr, 2), aandeel=aandeel)
    assert [spoor["name"] for spoor in sporen] == list(opties)
    for plek, rij in enumerate(aantallen):
        breed = [spoor["x"][plek] for spoor in sporen]
        assert [stuk is None for stuk in breed] == [not aantal for aantal in rij]
        if any(rij):
            heel = sum(stuk or 0 for stuk in breed)
            assert heel == pytest.approx(100 if aandeel else sum(rij))
        assert [spoor["text"][plek] for spoor in sporen] == [str(a or "") for a in rij]


def test_elk_antwoord_is_ook_zonder_kleur_te_herkennen() -> None:
    vlakken = [fill_answer(nummer, 4)["marker"] for nummer in range(6)]
    kenmerken = [(v["color"], v["line"]["color"], "pattern" in v) for v in vlakken]
    assert len(set(kenmerken)) == 6
    # Het uiterste is vol, het lichtere antwoord ernaast heeft alleen die rand.
    for vol, licht in ((0, 1), (3, 2)):
        assert vlakken[vol]["color"] == vlakken[licht]["line"]["color"] != vlakken[licht]["color"]


def test_een_teken_krijgt_een_veilige_naam() -> None:
    punten = Punten()
    punten.add(1, 2)
    spoor = punten.trace("<b>x", marker(0))
    assert (spoor["name"], spoor["x"], spoor["y"]) == ("&lt;b&gt;x", [1], [2])


def test_een_as_schrijft_haar_getallen_op_zijn_nederlands() -> None:
    assert scale()["ticktext"] == ["0%", "25%", "50%", "75%", "100%"]
    assert scale(-100, 100, 50, "") == {
        "tickvals": [-100, -50, 0, 50, 100],
        "ticktext": ["−100", "−50", "0", "50", "100"],
    }


def test_de_indeling_is_zo_hoog_als_de_rijen_met_hun_randen() -> None:
    vlak = Rijen()
    vlak.add("een")
    indeling = layout_rows(vlak, {"range": [0, 1]}, boven=44, onder=6, zij=(14, 16))
    assert indeling["height"] == round(vlak.hoogte) + 50
    assert indeling["margin"] == {"l": 14, "r": 16, "t": 44, "b": 6}
    assert indeling["yaxis"]["range"] == [vlak.hoogte, 0]
    assert layout_rows(vlak, {}, legenda=64, boven=44)["margin"]["t"] == 64


@given(ZIN)
def test_afbreken_raakt_geen_woord_kwijt(tekst: str) -> None:
    assert " ".join(wrap(tekst, 38)).split() == tekst.split()
