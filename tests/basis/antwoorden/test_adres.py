"""Een e-mailadres zegt wie iemand is: een verbeterd antwoord telt niet als een ander mens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tabelproef import INHOUD, as_csv, bring, form, plain_list

from lv_tools.zelfevaluatie.bestand.scan import scan_to_file

HOOG, LAAG = [4] * 8, [1] * 8
KOP = ("Tijdstempel", "E-mailadres", "Wat is uw rol?")
MODI = pytest.mark.parametrize("modus", ["naam", "anoniem"])


def google(*rijen, kop=KOP):
    return as_csv(plain_list(*rijen, kop=kop), ",")


EERST = google(("2026/09/01 9:00:01 a.m. CET", "Pia@school.nl", "staf", HOOG),
               ("2026/09/01 9:05:01 a.m. CET", "joost@school.nl", "staf", HOOG))  # fmt: skip
LATER = google(("2026/09/01 9:05:01 a.m. CET", "joost@school.nl", "staf", HOOG),
               ("2026/09/02 9:00:01 a.m. CET", "pia@school.nl ", "staf", LAAG))  # fmt: skip


@MODI
@pytest.mark.parametrize("volgorde", [(EERST, LATER), (LATER, EERST)])
def test_een_verbeterd_antwoord_in_google_telt_een_keer(volgorde, modus):
    proef = bring(*((f"{i}.csv", b) for i, b in enumerate(volgorde)), modus=modus)
    assert sorted(p.antwoorden["bka1-1"] for p in proef.mensen) == [1, 4]
    assert proef.laatste.erbij == 0
    assert "later" in proef.laatste.zinnen[0]


@MODI
def test_twee_keer_hetzelfde_adres_in_een_bestand_wordt_gezegd(modus):
    een = google(("2026-09-02 9:00:01", "pia@school.nl", "staf", LAAG),
                 ("2026-09-01 9:00:01", "PIA@school.nl", "staf", HOOG))  # fmt: skip
    proef = bring(("a.csv", een), modus=modus)
    (persoon,) = proef.mensen
    assert set(persoon.antwoorden.values()) == {1}
    assert "Rij 3 heeft hetzelfde e-mailadres als rij 2" in proef.zinnen
    zonder = google(("pia@school.nl", "staf", LAAG), ("pia@school.nl", "staf", HOOG), kop=KOP[1:])
    proef = bring(("a.csv", zonder), modus=modus)
    assert len(proef.mensen) == 2
    assert "Beide rijen tellen mee" in proef.zinnen


@MODI
def test_in_microsoft_forms_telt_wie_twee_keer_instuurt_een_keer(modus):
    tabel = form((1, "2026-09-01 10:00:05", "2026-09-01 10:06:00", "staf", HOOG),
                 (2, "2026-09-01 11:00:05", "2026-09-01 11:06:00", "staf", LAAG),
                 (3, "2026-09-01 12:00:05", "2026-09-01 12:06:00", "staf", LAAG))  # fmt: skip
    zonder = as_csv(tabel)
    assert len(bring(("f.csv", zonder), modus=modus).mensen) == 3
    tabel[1][3] = tabel[3][3] = "pia@school.nl"
    proef = bring(("f.csv", as_csv(tabel)), ("f.csv", as_csv(tabel)), modus=modus)
    assert len(proef.mensen) == 2
    assert "Rij 4 heeft hetzelfde e-mailadres als rij 2" in proef.zinnen
    assert proef.laatste.erbij == 0


@MODI
@pytest.mark.parametrize("eerst_met", [True, False])
def test_dezelfde_export_zonder_adressen_telt_niemand_opnieuw(modus, eerst_met):
    rijen = [(f"2026-09-01 9:00:0{i % 2}", f"p{i}@school.nl", "staf", HOOG) for i in range(4)]
    met = google(*rijen)
    zonder = google(*((t, r, a) for t, _m, r, a in rijen), kop=(KOP[0], KOP[2]))
    paar = (met, zonder) if eerst_met else (zonder, met)
    proef = bring(*((f"{i}.csv", b) for i, b in enumerate(paar)), modus=modus)
    assert (len(proef.mensen), proef.laatste.erbij) == (4, 0)


@MODI
def test_het_adres_staat_nergens_in_wat_bewaard_wordt(modus):
    proef = bring(("a.csv", EERST), ("b.csv", LATER), modus=modus)
    bewaard = scan_to_file(proef.scan, INHOUD).decode()
    assert "school.nl" not in bewaard
    assert "school.nl" not in proef.zinnen
    ids = [{p.id for p in bring(("a.csv", EERST), modus=modus).mensen} for _ in range(2)]
    assert (ids[0] == ids[1]) is (modus == "naam")


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=4),
             min_size=1, max_size=3),
    st.randoms(use_true_random=False),
    st.sampled_from(["naam", "anoniem"]),
)  # fmt: skip
def test_per_adres_telt_de_laatste_versie_in_welke_volgorde_ook(rondes, toeval, modus):
    stand, bestanden, minuut = {}, [], 0
    for ronde in rondes:
        for wie, antwoord in ronde:
            minuut += 1
            stand[wie] = (f"2026-09-{1 + minuut:02} 10:00:05", antwoord)
        if stand:
            rijen = [(t, f"p{w}@school.nl", "staf", [a] * 8) for w, (t, a) in stand.items()]
            bestanden.append((f"{len(bestanden)}.csv", google(*rijen)))
    toeval.shuffle(bestanden)
    proef = bring(*bestanden, modus=modus)
    assert sorted(p.antwoorden["bka1-1"] for p in proef.mensen) == sorted(
        a for _t, a in stand.values()
    )
