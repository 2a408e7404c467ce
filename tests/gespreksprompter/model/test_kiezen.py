"""De gids: nooit te lang, in volgorde, zonder herhaling en bij gelijke invoer gelijk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategieen import ALLE, BANK, geschiedenissen, opdrachten

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis, remember
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, Regel
from lv_tools.gespreksprompter.model.kiezen import candidates, compose
from lv_tools.gespreksprompter.model.redenen import BREDE_VRAAG

VEEL = settings(max_examples=80, deadline=None)
SCHOOL = BANK.tafels["school"]
ALLE_FASEN = tuple(BANK.fasen)


def gids(opdracht: Opdracht, verleden: Geschiedenis | None = None) -> Gids:
    uit = compose(opdracht, verleden)
    assert isinstance(uit, Gids)
    return uit


@VEEL
@given(opdrachten, geschiedenissen)
def test_een_gids_houdt_zich_aan_de_afspraken(opdracht: Opdracht, verleden: Geschiedenis) -> None:
    g = gids(opdracht, verleden)
    assert sum(r.minuten for r in g.regels) <= opdracht.minuten
    fasen = [ALLE_FASEN.index(r.fase) for r in g.regels if r.fase]
    assert fasen == sorted(fasen)
    assert len({r.id for r in g.regels}) == len(g.regels)
    assert g.regels[0].soort == "start"
    assert g.regels[-1].soort == "slot"
    assert all(r.reden for r in g.regels)
    assert {r.fase for r in g.vragen} <= set(opdracht.fasen)
    assert all(opdracht.tafel.suits(BANK.vragen[r.id]) for r in g.vragen)
    assert all(r.minuten >= BANK.vragen[r.id].minuten for r in g.vragen)


@VEEL
@given(opdrachten, geschiedenissen)
def test_dezelfde_invoer_geeft_dezelfde_gids(opdracht: Opdracht, verleden: Geschiedenis) -> None:
    assert gids(opdracht, verleden) == gids(replace(opdracht), verleden)


def test_een_ander_zaad_geeft_andere_vragen() -> None:
    opdracht = Opdracht(SCHOOL, ALLE_FASEN, 60)
    assert len({gids(replace(opdracht, zaad=z)).ids for z in range(20)}) >= 15


@VEEL
@given(opdrachten, geschiedenissen)
def test_de_tijd_wordt_gevuld(opdracht: Opdracht, verleden: Geschiedenis) -> None:
    """Er blijft geen minuut over zolang een vraag nog geen dubbele tijd heeft."""
    g = gids(opdracht, verleden)
    if g.ruimte:
        rek = BANK.number("rek")
        assert all(r.minuten == BANK.vragen[r.id].minuten * rek for r in g.vragen)


@VEEL
@given(opdrachten, geschiedenissen)
def test_geen_vraag_uit_de_laatste_twee_gesprekken_zolang_een_andere_past(
    opdracht: Opdracht, verleden: Geschiedenis
) -> None:
    g = gids(opdracht, verleden)
    for regel in g.vragen:
        if regel.id not in verleden.kort:
            continue
        kort = BANK.vragen[regel.id].minuten
        ongebruikt = [
            v
            for v in candidates(opdracht, regel.fase)
            if v.id not in verleden.kort | g.ids and v.minuten <= kort
        ]
        assert ongebruikt == []


def test_een_reeks_van_zes_gesprekken_herhaalt_niets_uit_de_laatste_twee() -> None:
    gesteld: list[frozenset[str]] = []
    opdracht = Opdracht(SCHOOL, ALLE_FASEN, 60, "waarderen")
    for zaad in range(6):
        g = gids(replace(opdracht, zaad=zaad), remember(gesteld))
        assert not {r.id for r in g.vragen} & frozenset().union(*gesteld[-2:])
        gesteld.append(g.ids)


@VEEL
@given(opdrachten.filter(lambda o: o.minuten >= 45), geschiedenissen)
def test_elke_gevraagde_fase_komt_aan_bod(opdracht: Opdracht, verleden: Geschiedenis) -> None:
    assert {r.fase for r in gids(opdracht, verleden).vragen} == set(opdracht.fasen)


@given(opdrachten.filter(lambda o: o.minuten < 30))
@settings(max_examples=60, deadline=None)
def test_wat_niet_past_wordt_gezegd(opdracht: Opdracht) -> None:
    g = gids(opdracht)
    for fase in set(opdracht.fasen) - {r.fase for r in g.vragen}:
        assert any(BANK.fasen[fase].naam in melding for melding in g.meldingen)


@VEEL
@given(opdrachten, st.integers(0, 12), st.integers(0, 6))
def test_open_punten_komen_eerst(opdracht: Opdracht, afspraken: int, geparkeerd: int) -> None:
    g = gids(opdracht, remember([], open_afspraken=afspraken, geparkeerd=geparkeerd))
    soorten = [r.soort for r in g.regels]
    if afspraken + geparkeerd:
        assert soorten[:2] == ["start", "terugblik"]
        assert str(afspraken or geparkeerd) in g.row("terugblik").reden
    else:
        assert "terugblik" not in soorten


@VEEL
@given(opdrachten, geschiedenissen, st.data())
def test_vastzetten_overleeft_opnieuw_kiezen(
    opdracht: Opdracht, verleden: Geschiedenis, data: st.DataObject
) -> None:
    g = gids(opdracht, verleden)
    vast = [replace(r, vast=True) for r in g.vragen if data.draw(st.booleans())]
    anders = replace(data.draw(opdrachten), tafel=opdracht.tafel)
    nieuw = compose(anders, verleden, vast=vast)
    if isinstance(nieuw, Invoerfout):
        assert sum(r.minuten for r in vast) + 5 > anders.minuten * 3 // 5
        return
    assert [r for r in nieuw.regels if r.vast and r.soort == "vraag"] == sorted(
        vast, key=lambda r: ALLE_FASEN.index(r.fase)
    )


def test_te_veel_vastgezet_geeft_een_zin_en_geen_gids() -> None:
    vast = [Regel("eigen-1", "vraag", "Lang?", 60, "plan", vast=True)]
    fout = compose(Opdracht(SCHOOL, ("plan",), 45), vast=vast)
    assert isinstance(fout, Invoerfout)
    assert "65 minuten" in str(fout)
    assert "maak een vraag los" in str(fout)


def test_doel_en_onderwerp_bepalen_de_keuze() -> None:
    g = gids(Opdracht(SCHOOL, ("check",), 45, "waarderen", "OR1"))
    assert all(r.doel == "waarderen" for r in g.vragen[:4])
    assert any("OR1, uw onderwerp" in r.reden for r in g.vragen)
    zonder = [r for r in g.vragen if r.doel != "waarderen"]
    assert all("waren op" in r.reden for r in zonder)


def test_een_lang_gesprek_krijgt_een_pauze_halverwege() -> None:
    g = gids(Opdracht(SCHOOL, ALLE_FASEN, 120))
    (begin,) = [b for b, r in zip(g.starts(), g.regels, strict=True) if r.soort == "pauze"]
    assert 40 <= begin <= 75


@given(st.sampled_from(ALLE))
def test_een_gids_die_te_lang_duurt_kan_niet_bestaan(naam: str) -> None:
    opdracht = Opdracht(SCHOOL, ALLE_FASEN, 15)
    with pytest.raises(ValueError, match="16 minuten"):
        Gids(opdracht, (Regel(naam, "start", "X?", 16),))
    with pytest.raises(ValueError, match="dubbel"):
        Gids(opdracht, (Regel(naam, "start", "X?", 2), Regel(naam, "slot", "X?", 2)))
    rij = (Regel("a", "vraag", "X?", 2, "act"), Regel("b", "vraag", "Y?", 2, "plan"))
    assert [r.fase for r in Gids(opdracht, rij).regels] == ["plan", "act"]


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"fasen": ()}, "fasen"),
        ({"fasen": ("act", "plan")}, "volgorde"),
        ({"minuten": 14}, "minuten"),
        ({"minuten": 241}, "minuten"),
        ({"doel": "x"}, "doel"),
        ({"standaard": "OP5"}, "standaard"),
        ({"kenmerk": "x"}, "kenmerk"),
    ],
)
def test_een_opdracht_die_niet_kan(anders: dict[str, object], woord: str) -> None:
    with pytest.raises(ValueError, match=woord):
        replace(Opdracht(SCHOOL, ("plan",), 60), **anders).check()


def test_bij_een_brede_vraag_zegt_de_reden_dat_zij_breed_past() -> None:
    g = gids(Opdracht(SCHOOL, ("check",), 90, "", "SKA3"))
    breed = {v.id: len(v.tafels) >= BREDE_VRAAG for v in BANK.vragen.values()}
    bij = [r for r in g.vragen if "SKA3, uw onderwerp" in r.reden]
    assert {breed[r.id] for r in bij} == {True, False}
    assert all(("en ook bij andere" in r.reden) == breed[r.id] for r in bij)
