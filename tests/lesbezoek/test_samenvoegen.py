"""Bestanden van collega's: wat dubbel is telt één keer, in welke volgorde ook."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rondes import PUNTEN, blik, ronde, vrij

from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.lesbezoek.bestand import read_visits, round_file, visits_file
from lv_tools.lesbezoek.model.ronde import Nagesprek, Ronde, drop_view, put_view, with_code
from lv_tools.lesbezoek.model.samenvoegen import counted, doubles, for_others, is_twice, merge
from lv_tools.lesbezoek.teksten import instrument

INHOUD = instrument()


def test_wat_van_de_docent_is_gaat_niet_mee() -> None:
    eigen = replace(blik(1, doel=3), nagesprek=Nagesprek("let op de stilte", "meer denktijd"))
    bytes_ = visits_file(ronde([eigen]))
    assert b"denktijd" not in bytes_
    assert b"stilte" not in bytes_
    samen = read_visits(ronde(), "a.json", bytes_, INHOUD)
    assert samen.erbij == 1
    assert samen.ronde.blikken[0].gegeven == {"doel": 3}
    assert samen.ronde.blikken[0].nagesprek == Nagesprek()


def test_een_bezoek_zonder_les_of_antwoord_gaat_niet_mee() -> None:
    leeg, zonder = blik(1), replace(blik(2, doel=3), les="")
    samen = read_visits(ronde(), "a.json", visits_file(ronde([leeg, zonder])), INHOUD)
    assert samen.ronde.blikken == ()


def test_hetzelfde_bestand_twee_keer_verandert_niets() -> None:
    bytes_ = visits_file(ronde([blik(1, doel=3), blik(2, doel=1)]))
    een = read_visits(ronde(), "a.json", bytes_, INHOUD)
    twee = read_visits(een.ronde, "a.json", bytes_, INHOUD)
    assert (een.erbij, twee.erbij, twee.al) == (2, 0, 2)
    assert twee.ronde == een.ronde


def test_een_nieuwer_bestand_vervangt_en_een_ouder_niet() -> None:
    eerst = blik(1, doel=1)
    later = replace(eerst, gegeven={"doel": 3})
    oud, nieuw = ronde([eerst]), ronde([later])
    a = merge(merge(ronde(), oud, "2026-11-01T10:00:00Z").ronde, nieuw, "2026-11-02T10:00:00Z")
    b = merge(merge(ronde(), nieuw, "2026-11-02T10:00:00Z").ronde, oud, "2026-11-01T10:00:00Z")
    assert (a.nieuwer, b.al) == (1, 1)
    assert a.ronde == b.ronde
    assert a.ronde.blikken[0].gegeven == {"doel": 3}


def test_het_bezoek_op_dit_apparaat_gaat_voor() -> None:
    eigen = blik(1, doel=3)
    samen = merge(
        ronde([eigen]), ronde([replace(eigen, gegeven={"doel": 1})]), "2026-11-02T10:00:00Z"
    )
    assert samen.ronde.blikken == (eigen,)
    assert samen.al == 1


def test_wat_vrijgegeven_is_blijft() -> None:
    staat = vrij([blik(les, doel=3) for les in range(1, 6)])
    zonder = drop_view(staat, staat.blikken[0].id)
    samen = merge(zonder, replace(staat, vrijgaven=()), "2026-11-02T10:00:00Z")
    assert (samen.vast, samen.al) == (1, 4)
    assert samen.ronde.blikken == zonder.blikken


def test_een_bezoeker_telt_bij_een_les_een_keer() -> None:
    een, twee = blik(1, wie="A", doel=1), blik(1, wie=" a ", doel=3)
    ander, docent = blik(1, wie="B", doel=2), blik(1, "docent", doel=2)
    staat = ronde([een, twee, ander, docent])
    assert len(counted(staat)) == 3
    assert len(doubles(staat)) == 1


def test_van_een_les_is_er_een_docent_en_telt_wat_het_meest_zegt() -> None:
    vol, half = blik(1, "docent", doel=2, rust=1), blik(1, "docent", doel=3)
    a, b = blik(2, wie="A", doel=3, rust=3), blik(2, wie="A", doel=1)
    for volgorde in ([vol, half, a, b], [b, a, half, vol]):
        staat = ronde(volgorde)
        assert {x.id for x in counted(staat)} == {vol.id, a.id}
        assert all(is_twice(staat, x) for x in volgorde)


def test_wie_zijn_code_later_invult_blijft_een_bezoeker() -> None:
    eerste = blik(1, wie="", doel=3)
    staat = put_view(replace(ronde([eerste]), bezoeker="B"), blik(2, wie="B", doel=1))
    assert [b.bezoeker for b in staat.blikken] == ["B", "B"]
    los = replace(ronde([eerste]), bezoeker="B")
    assert [b.bezoeker for b in for_others(los).blikken] == ["B"]
    vrijgegeven = vrij([blik(les, wie="", doel=3) for les in range(1, 6)])
    assert with_code(replace(vrijgegeven, bezoeker="B")) == replace(vrijgegeven, bezoeker="B")


@pytest.mark.parametrize(
    ("ander", "zin"),
    [
        (
            replace(ronde([blik(1, doel=3)]), ronde="r2", naam="vwo"),
            "hoort bij een andere ronde ‘vwo’",
        ),
        (
            replace(
                ronde([blik(1, doel=3)]),
                kijkpunten=(replace(PUNTEN[0], tekst="Anders"), PUNTEN[1]),
            ),
            "het kijkpunt ‘Anders’ is daar anders dan hier",
        ),
        (replace(ronde([blik(1, doel=3)]), kijkpunten=PUNTEN[:1]), "‘De les begint op tijd’"),
    ],
)
def test_een_andere_ronde_of_andere_woorden_wordt_geweigerd(ander: Ronde, zin: str) -> None:
    with pytest.raises(VormError, match=zin):
        merge(ronde(), ander, "2026-11-02T10:00:00Z")


def test_een_kapot_bestand_zegt_waarom() -> None:
    with pytest.raises(VormError, match=r"‘a\.json’"):
        read_visits(ronde(), "a.json", b"{}", INHOUD)


def test_de_ronde_voor_bezoekers_heeft_geen_bezoeken() -> None:
    staat = replace(ronde([blik(1, doel=3)]), bezoeker="A", voorbeelden={"doel": "x"})
    samen = read_visits(ronde(), "r.json", round_file(staat), INHOUD)
    assert samen.ronde.blikken == ()


delen = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(["bezoeker", "docent", "leerlingen"]),
        st.sampled_from(["A", "B"]),
        st.integers(1, 3),
        st.integers(1, 9),
    ),
    max_size=5,
)


@settings(deadline=None, max_examples=60)
@given(st.lists(delen, min_size=2, max_size=3))
def test_de_volgorde_van_bestanden_maakt_niet_uit(bestanden: list) -> None:
    """Zelfde kenmerken met andere inhoud, en dubbele bezoeken: er komt altijd hetzelfde uit."""
    rondes = []
    for tijd, deel in enumerate(bestanden, 1):
        blikken = {
            n: replace(blik(les, soort, wie, doel=wat), id=f"x{n}")
            for n, soort, wie, wat, les in deel
        }
        rondes.append((ronde(blikken.values()), f"2026-11-0{tijd}T10:00:00Z"))
    uitkomsten = set()
    for volgorde in permutations(rondes):
        staat = ronde()
        for ander, tijd in volgorde:
            staat = merge(staat, ander, tijd).ronde
            assert merge(staat, ander, tijd).ronde == staat  # nog eens verandert niets
        uitkomsten.add(repr(counted(staat)))
        assert {b.id for b in staat.blikken} == {b.id for a, _ in rondes for b in a.blikken}
    assert len(uitkomsten) == 1
