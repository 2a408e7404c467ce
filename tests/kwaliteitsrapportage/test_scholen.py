"""De bladen naast elkaar: op het alfabet, van elke school alleen haar blad, en geen verloop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from bladen import BLADEN, TIJD, blad
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.kwaliteitsrapportage.bestand import read_page, write_page
from lv_tools.kwaliteitsrapportage.model.rapportage import MEESTE_SCHOLEN, Blad, Rapportage, plain
from lv_tools.kwaliteitsrapportage.model.scholen import (
    cannot_compare,
    filled,
    in_order,
    lay_beside,
    look,
    rows,
)
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import content
from lv_tools.kwaliteitsrapportage.verslag.bestuur import board_report, part_blocks
from lv_tools.kwaliteitsrapportage.verslag.tabellen import board_tables

INHOUD = content()
SCHOLEN = st.lists(
    st.builds(lambda b, uur: look(b, TIJD + timedelta(hours=uur)), BLADEN, st.integers(0, 3)),
    max_size=6,
)


def naast(*bladen: Blad) -> Rapportage:
    return lay_beside(Rapportage("k"), [look(b, TIJD) for b in bladen])


def beeld(rapportage: Rapportage) -> Beeld:
    return Beeld(rapportage, TIJD.date(), INHOUD)


@given(SCHOLEN)
@settings(deadline=None, max_examples=40)
def test_een_voor_een_openen_geeft_hetzelfde_als_samen_en_staat_op_het_alfabet(scholen) -> None:
    samen = lay_beside(Rapportage("k"), scholen)
    los = Rapportage("k")
    for school in scholen:
        los = lay_beside(los, [school])
    assert los.scholen == samen.scholen == in_order(samen.scholen)
    namen = [plain(s.blad.school) for s in samen.scholen]
    assert namen == sorted(namen)


@given(SCHOLEN)
@settings(deadline=None, max_examples=40)
def test_de_volgorde_hangt_niet_af_van_wat_een_school_schreef(scholen) -> None:
    """Wie meer of beters schrijft, komt niet hoger te staan."""
    gewoon = lay_beside(Rapportage("k"), scholen).scholen
    leeg = in_order(replace(s, blad=replace(s.blad, punten=(), vorige=())) for s in gewoon)
    assert [s.id for s in leeg] == [s.id for s in gewoon]


@given(SCHOLEN)
@settings(deadline=None, max_examples=40)
def test_elke_school_staat_bij_elk_onderdeel_ook_als_zij_er_niets_schreef(scholen) -> None:
    er = lay_beside(Rapportage("k"), scholen).scholen
    for onderdeel in INHOUD.onderdeel:
        rijen = rows(er, onderdeel, INHOUD)
        assert {r.school for r in rijen} == {s.blad.school for s in er}
        assert sum(not r.wat for r in rijen) == len(er) - filled(er, onderdeel, INHOUD)


def test_een_later_bewaard_blad_vervangt_het_vorige_en_houdt_de_notitie() -> None:
    oud, nieuw = look(blad("K"), TIJD), look(replace(blad("K"), met="ouders"), TIJD + timedelta(1))
    met_notitie = Rapportage("k", scholen=(replace(oud, notitie="Vraag naar de uren"),))
    uit = lay_beside(met_notitie, [nieuw]).scholen
    assert [(s.blad.met, s.notitie) for s in uit] == [("ouders", "Vraag naar de uren")]
    assert lay_beside(Rapportage("k", scholen=uit), [oud]).scholen == uit


def test_een_kopie_van_een_bestand_voor_een_andere_school_vervangt_niets() -> None:
    een, ander = blad("Noord"), replace(blad("Zuid"), id="id-Noord")
    assert len(naast(een, ander).scholen) == 2


def test_twee_bladen_van_een_school_zijn_geen_verloop_en_dat_staat_erbij() -> None:
    juni, november = replace(blad("K"), periode="juni"), replace(blad("K"), id="n", periode="nov")
    r = naast(november, juni, blad("Z"))
    zinnen = " ".join(cannot_compare(r.scholen, INHOUD))
    assert "2 bladen: juni en nov" in zinnen
    assert "wat er tussen gebeurde" in zinnen
    tekst = to_markdown(board_report(beeld(r), INHOUD))
    assert "geen verloop" in tekst
    assert "alfabet" in tekst
    for woord in ("beter", "slechter", "hoogste", "laagste", "gestegen", "gedaald"):
        assert woord not in tekst.lower()


def test_meer_dan_zestig_bladen_worden_geweigerd_en_er_verandert_niets() -> None:
    vol = naast(*(blad(f"S{n}") for n in range(MEESTE_SCHOLEN)))
    with pytest.raises(VormError, match="hoogstens 60"):
        lay_beside(vol, [look(blad("een te veel"), TIJD)])
    assert len(lay_beside(vol, [look(blad("S3"), TIJD)]).scholen) == MEESTE_SCHOLEN


def test_van_zestig_bestanden_staat_elke_school_bij_elk_onderdeel() -> None:
    bladen = [blad(f"S{n}") for n in range(MEESTE_SCHOLEN)]
    namen = {een.school for een in bladen}
    bestanden = [write_page(een, "b", TIJD) for een in bladen]
    r = naast(*(read_page("b.json", bestand)[0] for bestand in bestanden))  # type: ignore[index]
    for onderdeel in INHOUD.onderdeel:
        assert {rij.school for rij in rows(r.scholen, onderdeel, INHOUD)} == namen
        assert list(part_blocks(beeld(r), onderdeel, INHOUD))


def test_een_dag_is_in_de_tabel_een_dag() -> None:
    """Anders sorteert een rekenblad op de letters."""
    bron = blad("K")
    tabel = board_tables(beeld(naast(bron)), INHOUD)[0]
    plek = tabel.kolommen.index(INHOUD.zeg("kolom_klaar"))
    dagen = [rij[plek] for rij in tabel.rijen if rij[plek] is not None]
    assert dagen
    assert all(isinstance(dag, date) for dag in dagen)


@given(SCHOLEN)
@settings(deadline=None, max_examples=40)
def test_verslag_en_tabel_van_het_bestuur_hebben_evenveel_regels(scholen) -> None:
    r = lay_beside(Rapportage("k"), scholen)
    tabel = board_tables(beeld(r), INHOUD)[0]
    per = [sum(bool(rij.wat) for rij in rows(r.scholen, o, INHOUD)) for o in INHOUD.onderdeel]
    assert len(tabel.rijen) == sum(per)
    to_markdown(board_report(beeld(r), INHOUD))
