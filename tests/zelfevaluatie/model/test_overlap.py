"""Dezelfde invullingen in twee scans worden herkend, en twee echte metingen niet."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import CODES, OPZET, ROLLEN, scan_of

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.model.opzet import EigenStelling
from lv_tools.zelfevaluatie.model.overlap import SOORTEN_VANAF, shares_people
from lv_tools.zelfevaluatie.model.vergelijken import add_earlier

TOEN = replace(OPZET, id="e" * 12, datum=date(2025, 1, 1), naam="De Vaart 2025")
#: Zo verdeeld antwoorden groepen vaak: meest voldoende, bijna nooit niet.
GEWICHT = [5, 25, 50, 20]


def answered(aantal: int, toeval: random.Random, stellingen: int, eens: float = 0.5):
    """Verzonnen mensen; hoe meer ``eens``, hoe vaker iemand overal hetzelfde antwoordt."""
    mensen = []
    for nummer in range(aantal):
        (meest,) = toeval.choices([1, 2, 3, 4], GEWICHT)
        antwoorden = {
            code: meest if toeval.random() < eens else toeval.choices([1, 2, 3, 4], GEWICHT)[0]
            for code in CODES[:stellingen]
        }
        kenmerk = f"{toeval.getrandbits(60):x}-{nummer}"
        mensen.append(Respondent(kenmerk, toeval.choice(ROLLEN[:3]), antwoorden))
    return mensen


def again(mensen, verander=dict):
    """Dezelfde mensen onder een ander kenmerk, met hun antwoorden door ``verander``."""
    return [replace(r, id=f"x{r.id}", antwoorden=verander(r.antwoorden)) for r in mensen]


def alike(een, ander):
    return shares_people(scan_of(een, "anoniem"), scan_of(ander, "anoniem", TOEN))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(9, 40), st.integers(4, 9), st.data())
def test_een_groep_zonder_een_persoon_wordt_herkend_hoe_kort_de_lijst_ook_is(
    zaad, aantal, stellingen, data
):
    groep = answered(aantal, random.Random(zaad), stellingen)
    weg = data.draw(st.integers(0, aantal - 1))
    ander = data.draw(st.permutations(again([*groep[:weg], *groep[weg + 1 :]])))
    if len({(r.rol, *r.antwoorden.values()) for r in ander}) >= SOORTEN_VANAF:
        assert alike(groep, ander)
        assert alike(ander, groep)


@pytest.mark.parametrize(
    "verander",
    [
        lambda a: {**a, CODES[0]: 1},  # één kolom overal anders
        lambda a: {**a, CODES[3]: a[CODES[3]] % 4 + 1},
        lambda a: {c: w for c, w in a.items() if c not in CODES[4:8]},  # vier kolommen weg
        lambda a: {**a, CODES[9]: 2},  # een kolom erbij
    ],
)
def test_een_kolom_veranderen_of_weglaten_verbergt_niet_dat_het_dezelfde_zijn(verander):
    groep = answered(18, random.Random(7), 8)
    with pytest.raises(VormError, match="dezelfde invullingen"):
        add_earlier(scan_of(groep, "anoniem"), scan_of(again(groep[1:], verander), "anoniem", TOEN))


def test_een_andere_rol_verbergt_niet_dat_het_dezelfde_zijn():
    groep = answered(18, random.Random(7), 8)
    assert alike(groep, [replace(r, rol="bestuur") for r in again(groep[1:])])


def test_een_eigen_stelling_is_aan_haar_tekst_te_herkennen_en_niet_aan_haar_code():
    groep = answered(18, random.Random(7), 4)
    eigen = [
        replace(r, antwoorden={f"eigen-{n}": r.antwoorden[c] for n, c in enumerate(CODES[:4])})
        for r in groep
    ]
    teksten = [EigenStelling(f"eigen-{n}", "bka1", f"Dit is zin {n}.") for n in range(4)]
    anders = [replace(e, tekst=f"{e.tekst} En nog wat.") for e in teksten]
    nu = scan_of(eigen, "anoniem", replace(OPZET, eigen=tuple(teksten)))
    zelfde = scan_of(again(eigen[1:]), "anoniem", replace(TOEN, eigen=tuple(teksten)))
    assert shares_people(nu, zelfde)
    assert not shares_people(nu, replace(zelfde, opzet=replace(TOEN, eigen=tuple(anders))))


@pytest.mark.parametrize(("stellingen", "eens"), [(4, 0.0), (4, 0.5), (4, 0.8), (9, 0.0), (9, 0.5)])
def test_twee_echte_metingen_worden_bijna_nooit_voor_dezelfde_aangezien(stellingen, eens):
    """Ook niet met weinig stellingen, waar gelijke rijen gewoon zijn; hoogstens 1 op de 100."""
    toeval = random.Random(2026)
    vals = 0
    for _keer in range(200):
        aantal = toeval.randint(5, 30)
        nu = answered(aantal, toeval, stellingen, eens)
        toen = answered(aantal + toeval.choice([-1, 0, 1]), toeval, stellingen, eens)
        vals += alike(nu, toen)
    assert vals <= 2


def test_een_lege_of_eensgezinde_scan_lijkt_niet_op_een_andere():
    drie = [Respondent(f"d{n}", "gmr", dict.fromkeys(CODES[:4], 3)) for n in range(9)]
    assert not alike([], [])
    assert not alike(drie, [])
    assert not alike(drie, again(drie[1:]))  # wie overal hetzelfde antwoordt, zegt niets
