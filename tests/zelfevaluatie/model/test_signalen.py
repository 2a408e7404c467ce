"""Signalen uit de zelfevaluatie: per thema, met n en bewijs, en nooit meer dan te zien is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import CODES, INHOUD, groepen, people, scan_of

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitwisseling.dossier import Dossier
from lv_tools.zelfevaluatie.model.gespreksvragen import origin_of
from lv_tools.zelfevaluatie.model.signalen import parcel, signals
from lv_tools.zelfevaluatie.model.uitslag import compute


def alles(waarde: int) -> dict[str, int]:
    return dict.fromkeys(CODES, waarde)


def test_een_laag_thema_is_een_signaal_met_n_en_bewijs() -> None:
    laag = signals(compute(scan_of(people("schoolleiding", 6, alles(1)), "naam"), INHOUD), INHOUD)
    assert laag
    for signaal in laag:
        assert signaal.wat.endswith("het midden laag, en zijn de meesten het daarover eens.")
        assert "n = 6" in signaal.bewijs
        assert signaal.bewijs.endswith("Antwoorden van 6 mensen.")
        assert signaal.zekerheid == "meer-mensen"
    hoog = signals(compute(scan_of(people("schoolleiding", 6, alles(4)), "naam"), INHOUD), INHOUD)
    assert hoog == ()


def test_wie_het_oneens_is_geeft_een_signaal_dat_nog_op_een_blik_rust() -> None:
    groep = (*people("bestuur", 3, alles(1)), *people("bestuur", 3, alles(4), vanaf=3))
    verdeeld = signals(compute(scan_of(groep), INHOUD), INHOUD)
    assert verdeeld
    assert {s.zekerheid for s in verdeeld} == {"een-blik"}
    assert all("liggen de antwoorden uit elkaar" in s.wat for s in verdeeld)


def test_een_te_kleine_groep_geeft_anoniem_geen_signaal() -> None:
    groep = people("schoolleiding", 4, alles(1))
    assert signals(compute(scan_of(groep, "anoniem"), INHOUD), INHOUD) == ()
    assert signals(compute(scan_of(groep, "naam"), INHOUD), INHOUD)


@settings(max_examples=40)
@given(groepen(), st.sampled_from(["naam", "anoniem"]), st.randoms())
def test_de_volgorde_maakt_niet_uit_en_alles_past_in_het_dossier(groep, modus, toeval) -> None:
    scan = scan_of(groep, modus)
    uitslag = compute(scan, INHOUD)
    gehusseld = replace(scan, bronnen=(Bron("x", tuple(toeval.sample(groep, len(groep)))),))
    assert signals(uitslag, INHOUD) == signals(compute(gehusseld, INHOUD), INHOUD)
    assert len({s.id for s in signals(uitslag, INHOUD)}) == len(signals(uitslag, INHOUD))
    stukken = parcel(uitslag, INHOUD)
    dossier = Dossier().give(origin_of(uitslag), "scan", stukken)
    assert set(stukken) == {s for p in dossier.klaar for s in p.stukken}
    if uitslag.geheel is None:
        assert signals(uitslag, INHOUD) == ()


@pytest.mark.parametrize("modus", ["naam", "anoniem"])
def test_een_signaal_noemt_alleen_groepen_die_te_zien_zijn(modus) -> None:
    groep = (
        *people("schoolleiding", 5, alles(1)),
        *people("bestuur", 2, alles(4)),
        *people("intern-toezicht", 5, alles(4)),
    )
    uitslag = compute(scan_of(groep, modus), INHOUD)
    tekst = " ".join(s.bewijs for s in signals(uitslag, INHOUD)).lower()
    assert tekst
    for verborgen in uitslag.verborgen:
        assert verborgen.lower() not in tekst
