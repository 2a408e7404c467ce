"""Wie er nieuw is, wie is bijgewerkt en wie er al stond; en wat niet zeker is, staat er."""

from __future__ import annotations

import hashlib
import json

import pytest
from meterproef import Meterproef, scan_file
from samenbrengen import add_file
from tabelproef import (
    CODES,
    INHOUD,
    KERN,
    STELLINGEN,
    URGENTIE,
    VRAGEN,
    as_csv,
    as_xlsx,
    bring,
    form,
    plain_list,
    urgency,
)

from lv_tools.basis.antwoorden.sjabloon import template
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron, merge
from lv_tools.basis.verzamelen.groep import Groep, has_others
from lv_tools.urgentiemeter.model.scan import Scan as Urgentiescan
from lv_tools.zelfevaluatie.bestand.antwoorden import answers_to_file
from lv_tools.zelfevaluatie.model.scan import Scan

HOOG, LAAG = [4] * 8, [1] * 8
VRAAG = URGENTIE.vragen.keuzevragen[0]
BEGIN = "1-9-2026 10:00:05"


def person(kenmerk, naam, rol="bestuur", antwoord=3):
    wie = Respondent(
        kenmerk, rol, {CODES[0]: antwoord}, naam=naam, versie="2026-11-22T10:00:00+01:00"
    )
    return f"{kenmerk}.json", answers_to_file(wie, KERN, INHOUD)


def test_dezelfde_naam_en_groep_van_een_tweede_apparaat_wordt_gevraagd():
    proef = bring(person("a", "Renée Ünal"), person("b", "renée ünal"), person("c", "Bo"))
    assert len(proef.mensen) == 3
    assert "‘renée ünal’ staat er nu twee keer in" in proef.verslagen[1].zinnen[1]
    ((nieuw, ander),) = proef.verslagen[1].toevoeging.vermoed
    assert (nieuw.id, ander.id) == ("b", "a")
    assert bring(person("a", "Jan"), person("b", "Jan", "staf")).laatste.toevoeging.vermoed == ()
    anoniem = bring(("x.csv", as_csv(plain_list(("1", "staf", HOOG)))), modus="anoniem")
    assert anoniem.laatste.toevoeging.vermoed == ()


def test_per_persoon_is_te_zien_wat_er_gebeurde():
    eerst = form((1, BEGIN, "1-9-2026 10:05:00", "staf", HOOG),
                 (2, BEGIN, "1-9-2026 10:05:00", "staf", HOOG))  # fmt: skip
    later = form((1, BEGIN, "3-9-2026 10:05:00", "staf", LAAG),
                 (2, BEGIN, "1-9-2026 10:05:00", "staf", HOOG),
                 (3, BEGIN, "1-9-2026 10:05:00", "staf", HOOG),
                 (4, BEGIN, "1-9-2026 10:05:00", "staf", ["5"] * 8))  # fmt: skip
    proef = bring(("f.csv", as_csv(eerst)), ("g.csv", as_csv(later)))
    gebeurd = proef.laatste.toevoeging
    assert [len(wie) for wie in (gebeurd.nieuw, gebeurd.vernieuwd, gebeurd.dubbel)] == [1, 1, 1]
    assert gebeurd.geweigerd == (5,)
    assert proef.laatste.zinnen[0] == (
        "‘g.csv’: 1 persoon erbij. Van 1 persoon staat er nu een latere versie in (rij 2). "
        "1 persoon stond er al en telt niet dubbel."
    )
    terug = bring(("g.csv", as_csv(later)), ("f.csv", as_csv(eerst)))
    assert terug.mensen == proef.mensen
    assert len(terug.laatste.toevoeging.ouder) == 1
    assert "Van 1 persoon stond er al een latere versie in (rij 2)" in terug.laatste.zinnen[0]


def test_grammatica_van_aantallen():
    een, twee = (("l.csv", as_csv(plain_list(*((str(i), "staf", HOOG) for i in range(n)))))
                 for n in (1, 2))  # fmt: skip
    assert "1 persoon stond er al en telt niet dubbel." in bring(een, een).zinnen
    assert "2 mensen stonden er al en tellen niet dubbel." in bring(twee, twee).zinnen
    werk, zinnen = urgency(*[("u.csv", b"rol;u5\ndocent;4\ndocent;3\n")] * 2)
    assert "2 mensen stonden er al en tellen niet dubbel." in zinnen
    assert werk.people == 2


def test_de_wijzigtijd_alleen_is_genoeg():
    kop = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"]
    tabellen = [
        [[*kop, "rol", *STELLINGEN],
         [1, BEGIN, "1-9-2026 10:05:00", "", "", gewijzigd, "staf", *antwoorden]]
        for gewijzigd, antwoorden in (("", HOOG), ("30-9-2026 9:00:00", LAAG))
    ]  # fmt: skip
    bestanden = [(f"{i}.csv", as_csv(t)) for i, t in enumerate(tabellen)]
    for volgorde in (bestanden, bestanden[::-1]):
        assert set(bring(*volgorde).mensen[0].antwoorden.values()) == {1}


def test_dezelfde_tijd_en_andere_antwoorden_wordt_gezegd_en_hangt_niet_van_de_volgorde_af():
    bestanden = [
        (f"{i}.csv", as_csv(form((1, BEGIN, "1-9-2026 10:05:00", "staf", antwoorden))))
        for i, antwoorden in enumerate((HOOG, LAAG))
    ]
    heen, terug = bring(*bestanden), bring(*bestanden[::-1])
    assert heen.mensen == terug.mensen
    assert "met dezelfde tijd van voltooien (rij 2)" in heen.zinnen
    assert "met dezelfde tijd van voltooien (rij 2)" in terug.zinnen


def test_twee_exporten_onder_elkaar_geven_een_persoon():
    eerst, later = (1, BEGIN, "1-9-2026 10:05:00", "staf"), (1, BEGIN, "2-9-2026 10:05:00", "staf")
    proef = bring(("f.csv", as_csv(form((*eerst, HOOG), (*later, LAAG)))))
    assert set(proef.mensen[0].antwoorden.values()) == {1}
    assert "Rij 3 heeft hetzelfde nummer als rij 2 en dezelfde begintijd" in proef.zinnen


def test_andere_teams_met_dezelfde_nummers_blijven_andere_mensen():
    een = plain_list(*((str(i), "staf", [1, 2, 3, 4] * 2) for i in range(1, 5)))
    ander = plain_list(*((str(i), "staf", [4, 3, 2, 1] * 2) for i in range(1, 5)))
    proef = bring(("team noord.csv", as_csv(een)), ("team zuid.csv", as_csv(ander)))
    assert len(proef.mensen) == 8
    assert "Die tellen mee als andere mensen" in proef.laatste.zinnen[1]
    beter = plain_list(*((str(i), "staf", [4, 3, 2, 1] * 2) for i in range(1, 4)),
                       ("4", "staf", LAAG))  # fmt: skip
    na = bring(*((n, as_csv(t)) for n, t in (("team noord.csv", een), ("team zuid.csv", ander),
                                             ("team zuid 2.csv", beter))))  # fmt: skip
    assert len(na.mensen) == 8
    assert na.laatste.vernieuwd == 1
    zelfde_naam = bring(("team.csv", as_csv(een)), ("team (1).csv", as_csv(ander)))
    assert len(zelfde_naam.mensen) == 4
    assert "4 mensen hebben hetzelfde nummer" in zelfde_naam.zinnen


def test_een_leeg_bestand_voegt_niets_toe_en_legt_niets_vast():
    vragen = template(VRAGEN)
    for inhoud in (as_csv(vragen), as_xlsx(vragen), as_csv(vragen[:1]), as_csv([*vragen, ["1"]])):
        proef = bring(("leeg.csv", inhoud))
        assert proef.scan == Scan(KERN)
        assert not proef.laatste.gelukt
        assert "‘leeg.csv’ is niet toegevoegd: er staat geen ingevuld antwoord in." in proef.zinnen
        werk, zinnen = urgency(("leeg.csv", as_csv(template(URGENTIE.vragen))))
        assert (werk.bronnen, werk.has_group) == ((), False)
        assert "niet toegevoegd" in zinnen


INHOUD_HOOG = json.dumps([dict(zip(CODES, HOOG, strict=True)), {}], sort_keys=True)


def old_key(delen) -> str:
    """Het kenmerk zoals versie 0.1.0 het maakte."""
    return hashlib.sha256(json.dumps(delen).encode()).hexdigest()[:24]


@pytest.mark.parametrize(
    ("oud", "tabel"),
    [
        (["1", "2026-09-01 10:00:05"], form((1, BEGIN, "", "staf", HOOG))),
        (["1", "1-9-2026 10:00:05"], form((1, BEGIN, "", "staf", HOOG))),
        (["1", "", "staf", "", INHOUD_HOOG],
         plain_list(("1", "staf", HOOG))),
        (["", "", "staf", "", INHOUD_HOOG],
         plain_list(("staf", HOOG), kop=("rol",))),
        (["", "", "staf", "", INHOUD_HOOG],
         plain_list((BEGIN, "staf", HOOG), kop=("Tijdstempel", "rol"))),
        (["", "", "staf", "", INHOUD_HOOG],
         plain_list((BEGIN, "pia@school.nl", "staf", HOOG), kop=("Tijdstempel", "E-mail", "rol"))),
    ],
)  # fmt: skip
def test_wie_in_een_scan_van_vroeger_staat_wordt_herkend(oud, tabel):
    wie = Respondent(f"{old_key(oud)}-1", "staf", dict(zip(CODES, HOOG, strict=True)))
    scan, verslag = add_file(
        Scan(KERN, (Bron("oud.xlsx", (wie,)),)), "nieuw.csv", as_csv(tabel), INHOUD
    )
    assert (verslag.erbij, len(merge(scan.bronnen))) == (0, 1)


def test_een_google_export_met_en_zonder_seconden_telt_een_keer():
    kop = ("Tijdstempel", "rol")
    heel = plain_list(("2026-09-13 10:00:07", "staf", HOOG), ("2026-09-13 10:00:09", "staf", HOOG),
                      kop=kop)  # fmt: skip
    kort = plain_list(("13-9-2026 10:00:07", "staf", HOOG), ("13-9-2026 10:00:09", "staf", HOOG),
                      kop=kop)  # fmt: skip
    minuut = plain_list(("13-9-2026 10:01", "staf", LAAG), kop=kop)
    seconde = plain_list(("2026-09-13 10:01:33", "staf", LAAG), kop=kop)
    assert len(bring(("a.csv", as_csv(heel)), ("b.csv", as_csv(kort))).mensen) == 2
    for paar in ((minuut, seconde), (seconde, minuut)):
        assert len(bring(*(("a", as_csv(t)) for t in paar)).mensen) == 1


@pytest.mark.parametrize(
    "woord",
    ["Totaal", "Gemiddelde:", "gemiddeld", "Gem.", "Subtotaal", "n =", "N=12", "Eindtotaal"],
)
def test_een_rij_met_totalen_is_geen_persoon(woord):
    proef = bring(("l.csv", as_csv(plain_list(("1", "staf", HOOG), (woord, "", ["3"] * 8)))))
    assert len(proef.mensen) == 1
    assert "Rij 3 begint met" in proef.zinnen


def test_naamloos_is_geen_naam():
    tabel = form(*((i, f"1-9-2026 10:00:0{i}", "", "staf", HOOG) for i in (1, 2)))
    for rij in tabel[1:]:
        rij[4] = "Anonymous"
    proef = bring(("f.csv", as_csv(tabel)))
    assert [p.naam for p in proef.mensen] == ["", ""]
    assert proef.laatste.toevoeging.vermoed == ()


# ---------------------------------------------------------------- keuzevragen


@pytest.mark.parametrize(
    ("kop", "cel", "keuze"),
    [
        (VRAAG.tekst, f"{VRAAG.opties[0].tekst};{VRAAG.opties[2].tekst};", (0, 2)),
        (VRAAG.tekst, f"{VRAAG.opties[0].tekst}, {VRAAG.opties[2].tekst}", (0, 2)),
        (f"{VRAAG.tekst} (meer antwoorden mogelijk)", VRAAG.opties[1].code, (1,)),
        (VRAAG.tekst, "Geen van deze onderwerpen", ()),
        (VRAAG.tekst, "Dit weet ik niet", None),
        (VRAAG.tekst, "vinkje", "weg"),
        (VRAAG.tekst, "Y", "weg"),
        (VRAAG.tekst, f"{VRAAG.opties[0].tekst}, onze huisvesting", "weg"),
        (VRAAG.tekst, f"{VRAAG.opties[0].tekst};onze huisvesting", (0,)),
    ],
)
def test_een_keuze_telt_alleen_als_zij_te_lezen_is(kop, cel, keuze):
    werk, zinnen = urgency(("f.csv", as_csv([["rol", "u5", kop], ["docent", 3, cel]])))
    telling = werk.counts()["docent"].keuzes[VRAAG.code]
    assert telling.totaal == (0 if keuze == "weg" else 1)
    (persoon,) = merge(werk.bronnen)
    if keuze == "weg":
        assert "telt bij deze persoon niet mee" in zinnen
        assert VRAAG.code not in persoon.keuzes
    else:
        codes = None if keuze is None else tuple(VRAAG.opties[i].code for i in keuze)
        assert persoon.keuzes[VRAAG.code] == codes


def test_een_vakje_per_optie_met_iets_anders_erin_telt_niet_als_niets():
    kop = ["rol", "u5", *(f"{VRAAG.tekst} [{o.tekst}]" for o in VRAAG.opties)]
    leeg = [""] * (len(VRAAG.opties) - 1)
    rijen = [["docent", 3, "vinkje", *leeg], ["docent", 3, VRAAG.opties[0].tekst, *leeg],
             ["docent", 3, "0", *leeg], ["docent", 3, "", *leeg]]  # fmt: skip
    werk, zinnen = urgency(("f.csv", as_csv([kop, *rijen])))
    telling = werk.counts()["docent"].keuzes[VRAAG.code]
    assert (telling.n, telling.genoemd[0]) == (2, 1)
    assert "‘vinkje’: dat is geen kruisje" in zinnen


def test_een_keuzevraag_die_ontbreekt_wordt_genoemd():
    _werk, zinnen = urgency(("f.csv", as_csv([["rol", "u5"], ["docent", 3]])))
    assert f"‘{VRAAG.tekst}’" in zinnen


# ---------------------------------------------------------------- kolommen


def test_de_eerste_gevulde_van_dubbele_kolommen_telt():
    kop = ["rol", *STELLINGEN, *(f"{tekst}2" for tekst in STELLINGEN)]
    rijen = [["bestuur", *HOOG, *[""] * 8], ["staf", *[""] * 8, *LAAG],
             ["staf", *HOOG, *LAAG], ["staf", *LAAG, *LAAG]]  # fmt: skip
    proef = bring(("v.csv", as_csv([kop, *rijen])))
    assert all(len(p.antwoorden) == 8 for p in proef.mensen)
    assert proef.zinnen.count("Rij 4") == 5
    assert "verschillende antwoorden in (‘4’, ‘1’). Het eerste telt." in proef.zinnen


def test_zonder_rolkolom_staan_de_koppen_er_die_er_wel_zijn():
    tabel = plain_list(("1", "x", HOOG), kop=("nummer", "Kleur"))
    zinnen = bring(("l.csv", as_csv(tabel))).zinnen
    assert "geen kolom met de rol of groep gevonden" in zinnen
    assert "‘nummer’, ‘Kleur’" in zinnen


def test_een_kolom_vol_rollen_wordt_genomen_en_genoemd():
    tabel = plain_list(("1", "bestuur", HOOG), ("2", "Staf kwaliteit", HOOG), kop=("nr", "Ik ben"))
    proef = bring(("l.csv", as_csv(tabel)))
    assert [p.rol for p in proef.mensen if p.rol == "onbekend"] == []
    assert "De rol komt uit kolom ‘Ik ben’" in proef.zinnen


def test_lege_en_dubbele_rollen_worden_genoemd():
    tabel = plain_list(("1", "", HOOG), ("2", "bestuur;staf kwaliteit;", HOOG), ("3", "staf", HOOG))
    zinnen = bring(("l.csv", as_csv(tabel))).zinnen
    assert "In rij 2 is geen rol ingevuld. Die telt mee als ‘rol niet ingevuld’." in zinnen
    assert "In rij 3 staan meer rollen" in zinnen


def test_een_soort_meldingen_drukt_een_andere_niet_weg():
    tabel = plain_list(*(("", "staf", ["9"] * 7 + ["3"]) for _ in range(60)))
    tabel.append(["", "decaan", *HOOG, "los", "los"])
    zinnen = bring(("l.csv", as_csv(tabel))).laatste.zinnen
    assert any("Rij 62 heeft 12 cellen" in zin for zin in zinnen)
    assert (
        "En nog 415 meldingen over antwoorden die niet meetellen (rij 2 tot en met 61)." in zinnen
    )
    assert len(zinnen) < 12


def test_datums_die_twee_dingen_kunnen_zijn_worden_genoemd():
    zinnen = bring(
        ("l.csv", as_csv(form((1, "9/10/26 9:00:01", "9/10/26 9:05:00", "staf", HOOG))))
    ).zinnen
    assert "gelezen met de maand voorop" in zinnen
    kop = ("Timestamp", "Email Address", "Wat is uw rol?")
    later = [
        plain_list((tijd, "pia@school.nl", "staf", keuze), kop=kop)
        for tijd, keuze in (("9/12/2026 8:55:05", HOOG), ("10/2/2026 8:55:05", LAAG))
    ]
    for paar in (later, later[::-1]):
        proef = bring(*((f"{i}.csv", as_csv(t, ",")) for i, t in enumerate(paar)))
        assert [set(p.antwoorden.values()) for p in proef.mensen] == [set(LAAG)]
        assert proef.zinnen.count("gelezen met de maand voorop") == 2
    stuk = form((1, "morgen", "9-10-2026 9:05", "staf", HOOG))
    assert "Rij 2: de tijd ‘morgen’ in kolom ‘Begintijd’" in bring(("l.csv", as_csv(stuk))).zinnen


# ---------------------------------------------------------------- door de voordeur


def test_bestanden_kiezen_op_het_scherm():
    proef = Meterproef(modus="anoniem")
    tabel = as_csv([["Wat is jouw rol?", "u5", "u2"], ["docent", 3, "3-4"], ["ouder;", 4, 2]])
    leeg = as_csv([["rol", "u5"]])
    tekst = proef.laad(("a.csv", tabel), ("leeg.csv", leeg), ("a (1).csv", tabel))
    assert "‘a.csv’: 2 mensen erbij." in tekst
    assert "‘leeg.csv’ is niet toegevoegd" in tekst
    assert "‘a (1).csv’: 0 mensen erbij. 2 mensen stonden er al en tellen niet dubbel." in tekst
    assert "3-4" not in tekst
    assert "Rij 2, " in tekst
    assert "Nu tellen 2 mensen mee: docent 1 en ouder 1." in proef.in_beeld
    assert "bestand 1 (2)" in proef.in_beeld


def test_een_lege_bron_uit_een_bewaarde_scan_heet_leeg():
    groep = Groep("naam", bronnen=(Bron("leeg.csv"),))
    proef = Meterproef(bewaard=scan_file(Urgentiescan(groep=groep)))
    assert not has_others(proef.groep)
    proef.stap(1)
    assert "leeg.csv (leeg)" in proef.in_beeld


@pytest.mark.parametrize(
    "ander", ["Renée d’Hondt-Bos", "D'Hondt Bos, Renee", "renée\u200b d'hondt bos"]
)
def test_dezelfde_naam_anders_geschreven_wordt_genoemd(ander):
    een, twee = (plain_list((naam, "staf", keuze), kop=("naam", "rol"))
                 for naam, keuze in (("Renée d'Hondt-Bos", HOOG), (ander, LAAG)))  # fmt: skip
    proef = bring(("een.csv", as_csv(een)), ("twee.csv", as_csv(twee)))
    assert "staat er nu twee keer in met dezelfde groep" in proef.zinnen


def test_namen_blijven_buiten_een_anonieme_groep():
    tabel = plain_list(("Renée Ünal", "staf", HOOG), kop=("naam", "rol"))
    for modus, namen in (("naam", ["Renée Ünal"]), ("anoniem", [""])):
        proef = bring(("l.csv", as_csv(tabel)), modus=modus)
        assert [p.naam for p in proef.mensen] == namen
        assert ("Renée" in proef.zinnen) is False
