"""Samenbrengen: elk bestand gecontroleerd, het goede behouden, niemand dubbel, en weer terug."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samenbrengen import add_file, collect, remove
from scans import CODES, INHOUD, OPZET, TIJD, groepen, people, scan_of

from lv_tools.basis.antwoorden.tabel import template
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.zelfevaluatie.bestand.antwoorden import answers_to_file
from lv_tools.zelfevaluatie.bestand.scan import scan_to_file
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.uitslag import compute

LEEG = Scan(OPZET)
TWAALF = [
    *people("bestuur", 3, dict.fromkeys(CODES, 4)),
    *people("intern-toezicht", 5, dict.fromkeys(CODES, 3)),
    *people("schoolleiding", 4, dict.fromkeys(CODES, 2)),
]


def file_of(respondent, opzet=OPZET):
    return answers_to_file(respondent, opzet, INHOUD)


def test_twaalf_bestanden_waarvan_een_stuk():
    """Een bestuur van drie, een toezicht van vijf en vier rectoren; een bestand is afgebroken."""
    bestanden = [(f"{r.id}.json", file_of(r)) for r in TWAALF]
    bestanden[7] = (bestanden[7][0], bestanden[7][1][:200])
    oogst = collect(LEEG, bestanden, INHOUD)
    stuk = [verslag for verslag in oogst.verslagen if not verslag.gelukt]
    assert [verslag.naam for verslag in stuk] == [bestanden[7][0]]
    assert "afgebroken of beschadigd" in stuk[0].zinnen[0]
    assert len(merge(oogst.scan.bronnen)) == 11
    assert compute(oogst.scan, INHOUD).personen == 11
    opnieuw, verslag = add_file(oogst.scan, bestanden[7][0], file_of(TWAALF[7]), INHOUD)
    assert verslag.erbij == 1
    assert {g.sleutel: g.personen for g in compute(opnieuw, INHOUD).groepen} == {
        "bestuur": 3,
        "intern-toezicht": 5,
        "schoolleiding": 4,
    }


@settings(max_examples=30, deadline=None)
@given(groepen(grootste=6), st.randoms())
def test_volgorde_en_dubbele_bestanden_maken_nooit_uit(groep, toeval):
    bestanden = [(f"{r.id}.json", file_of(r)) for r in groep]
    dubbel = bestanden + toeval.sample(bestanden, len(bestanden))
    toeval.shuffle(dubbel)
    een = merge(collect(LEEG, bestanden, INHOUD).scan.bronnen)
    assert merge(collect(LEEG, dubbel, INHOUD).scan.bronnen) == een
    assert een == tuple(sorted(groep, key=lambda r: r.id))


@settings(max_examples=30, deadline=None)
@given(groepen(grootste=6), groepen(grootste=3))
def test_elke_toevoeging_is_ongedaan_te_maken(groep, erbij):
    scan = collect(LEEG, [(r.id, file_of(r)) for r in groep], INHOUD).scan
    oogst = collect(scan, [(r.id, file_of(r)) for r in erbij], INHOUD)
    terug = oogst.scan
    for verslag in oogst.verslagen:
        if verslag.sleutel:
            terug = remove(terug, verslag.sleutel)
    assert terug == scan


def test_latere_versie_vervangt_en_weghalen_brengt_de_eerdere_terug():
    eerst = Respondent("p", "bestuur", {"bka1-1": 1}, versie=TIJD)
    later = replace(eerst, antwoorden={"bka1-1": 4}, versie="2026-11-23T10:00:00+01:00")
    oogst = collect(LEEG, [("a", file_of(eerst)), ("b", file_of(later))], INHOUD)
    assert (oogst.verslagen[1].erbij, oogst.verslagen[1].vernieuwd) == (0, 1)
    assert merge(oogst.scan.bronnen) == (later,)
    assert merge(remove(oogst.scan, oogst.verslagen[1].sleutel).bronnen) == (eerst,)
    # Andersom telt het oude bestand niet, en dat staat er.
    andersom = collect(LEEG, [("b", file_of(later)), ("a", file_of(eerst))], INHOUD)
    assert merge(andersom.scan.bronnen) == (later,)
    assert andersom.verslagen[1].dubbel == 1


def test_een_bestand_van_een_andere_scan_wordt_geweigerd_met_de_reden():
    ander = replace(OPZET, id="f" * 12, naam="Vorig jaar")
    oogst = collect(LEEG, [("oud.json", file_of(TWAALF[0], ander))], INHOUD)
    (zin,) = oogst.verslagen[0].zinnen
    assert "‘oud.json’" in zin
    assert "‘Vorig jaar’" in zin
    hele = scan_to_file(scan_of(TWAALF, opzet=ander), INHOUD)
    (zin,) = collect(LEEG, [("hele.json", hele)], INHOUD).verslagen[0].zinnen
    assert "Vergelijken" in zin
    assert oogst.scan == LEEG


def test_een_hele_scan_van_dezelfde_scan_telt_mee():
    hele = scan_to_file(scan_of(TWAALF), INHOUD)
    met_een = collect(LEEG, [("een.json", file_of(TWAALF[0]))], INHOUD).scan
    oogst = collect(met_een, [("hele.json", hele)], INHOUD)
    assert (oogst.verslagen[0].erbij, oogst.verslagen[0].dubbel) == (11, 1)


def test_anoniem_neemt_geen_namen_over_en_wordt_nooit_op_naam():
    persoon = replace(TWAALF[0], naam="Anne")
    anoniem = replace(OPZET, modus="anoniem")
    oogst = collect(Scan(anoniem), [("a", file_of(persoon))], INHOUD)
    assert merge(oogst.scan.bronnen)[0].naam == ""
    terug = collect(LEEG, [("a", file_of(persoon, anoniem))], INHOUD)
    assert "anoniem" in terug.verslagen[0].zinnen[0]
    hele = scan_to_file(scan_of(TWAALF, "anoniem"), INHOUD)
    assert "anoniem" in collect(LEEG, [("h", hele)], INHOUD).verslagen[0].zinnen[0]


def as_csv(rijen):
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(rijen)
    return uit.getvalue().encode("utf-8-sig")


def test_het_sjabloon_met_antwoorden_en_teksten():
    kop, uitleg = template(vragenset(OPZET, INHOUD))
    rij = [""] * len(kop)
    rij[:4] = ["1", "GMR", "(heel) goed", "weet ik niet"]
    rij[kop.index(next(k for k in kop if k.startswith("eigen-1")))] = "niet van toepassing"
    rij[kop.index(next(k for k in kop if k.startswith("bka1:bewijs")))] = "Zie het jaarplan"
    oogst = collect(LEEG, [("tabel.csv", as_csv([kop, uitleg, rij]))], INHOUD)
    (persoon,) = merge(oogst.scan.bronnen)
    assert persoon.rol == "gmr"
    assert persoon.antwoorden == {"bka1-1": 4, "bka1-10": None, "eigen-1": 0}
    assert persoon.notities == {"bka1:bewijs": "Zie het jaarplan"}


def test_microsoft_forms_met_de_tekst_van_de_stelling_als_kop():
    vragen = vragenset(OPZET, INHOUD)
    kop = ["Id", "Begintijd", "Tijdstip van voltooien", "Naam", "Wat is uw rol?"]
    kop += [f"{stelling.tekst}." for stelling in vragen.stellingen]
    kop += [veld.tekst for veld in vragen.notitievelden]
    rij = ["1", "22-11-2026 10:00", "22-11-2026 10:10", "Anne", "rector of directeur"]
    rij += ["voldoende"] * len(vragen.stellingen) + ["Zelf gezien"] * len(vragen.notitievelden)
    (persoon,) = merge(collect(LEEG, [("forms.csv", as_csv([kop, rij]))], INHOUD).scan.bronnen)
    assert (persoon.rol, persoon.naam) == ("schoolleiding", "Anne")
    assert set(persoon.antwoorden.values()) == {3}
    assert len(persoon.antwoorden) == len(CODES)
    assert set(persoon.notities) == {veld.code for veld in vragen.notitievelden}
    anoniem = Scan(replace(OPZET, modus="anoniem"))
    oogst = collect(anoniem, [("forms.csv", as_csv([kop, rij]))], INHOUD)
    assert merge(oogst.scan.bronnen)[0].naam == ""


def test_te_lange_tekst_in_een_tabel_wordt_genoemd_en_de_rest_telt():
    rijen = [["nummer", "rol", "bka1-1", "bka1:bewijs"], ["1", "bestuur", "3", "x" * 2001]]
    oogst = collect(LEEG, [("t.csv", as_csv(rijen))], INHOUD)
    assert "2001 tekens" in " ".join(oogst.verslagen[0].zinnen)
    assert merge(oogst.scan.bronnen)[0].antwoorden == {"bka1-1": 3}


@pytest.mark.parametrize("inhoud", [b"", b"{", b"PK\x03\x04", b"\x00\x01", b"a;b\n1;2\n", b"{}"])
def test_wat_voor_bestand_dan_ook_geeft_een_zin_en_verandert_niets(inhoud):
    oogst = collect(scan_of(TWAALF), [("raar.bin", inhoud)], INHOUD)
    assert oogst.scan == scan_of(TWAALF)
    assert oogst.verslagen[0].zinnen[0].endswith(".")
