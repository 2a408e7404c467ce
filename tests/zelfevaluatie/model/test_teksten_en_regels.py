"""Wat bij een ranglijst staat, mag niet meer zijn dan wat haar regel meet, ook aan de randen."""

from __future__ import annotations

import re
from itertools import product

from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.zelfevaluatie.model.ranglijst import STERK_VANAF, _divided, _strong, _unknown, _weak
from lv_tools.zelfevaluatie.teksten import instrument

INHOUD = instrument()
VERDELINGEN = [Verdeling(aantallen) for aantallen in product(range(6), repeat=4) if sum(aantallen)]
#: Wat geen enkele ranglijst meet: of iets goed is, of beter moet, en hoeveel 'veel' is.
TE_STERK = re.compile(
    r"\b(gaat goed|moet beter|velen|veel mensen|ver uit elkaar|duidelijk|vaak)\b", re.I
)


def test_geen_ranglijst_zegt_meer_dan_zij_meet() -> None:
    for code in ("sterk-eens", "zwak-eens", "oneens", "onbekend", "rolverschil"):
        woorden = INHOUD.uitkomsten[code]
        assert not TE_STERK.search(f"{woorden.titel} {woorden.uitleg}"), code
    assert TE_STERK.search("Onbekend: velen weten het niet")


def test_eens_is_hoog_of_laag_en_de_meeste_antwoorden_liggen_bij_het_midden() -> None:
    gezien = 0
    for verdeling in VERDELINGEN:
        for weeg, hoog in ((_strong, True), (_weak, False)):
            if weeg(verdeling) is None:
                continue
            gezien += 1
            laag, boven = verdeling.middelste
            assert laag >= STERK_VANAF if hoog else boven < STERK_VANAF
            dichtbij = sum(
                n
                for optie, n in enumerate(verdeling.aantallen, start=1)
                if laag - 1 <= optie <= boven + 1
            )
            assert 2 * dichtbij > verdeling.n
    assert gezien


def test_oneens_is_nooit_een_groep_die_hetzelfde_antwoordt() -> None:
    for verdeling in VERDELINGEN:
        if _divided(verdeling) is not None:
            assert sum(1 for n in verdeling.aantallen if n) > 1


def test_een_persoon_die_het_niet_weet_is_genoeg_voor_de_lijst_onbekend() -> None:
    assert _unknown(Verdeling((0, 3, 3, 2), 1)) is not None
    assert "iemand" in INHOUD.uitkomsten["onbekend"].titel
