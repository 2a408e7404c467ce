"""Het scherm zonder browser: wat er met invoer gebeurt, en dat er niets verloren gaat."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from meterproef import BEURT, EXAMEN, HAND, INHOUD, KEUZE, ZELF, Meterproef, people_file, scan_file

from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.verzamelen.vel import ANDERS, GEEN, WEET_NIET
from lv_tools.bouwdoos.groep.verzamelen import ANONIEM_BLIJFT
from lv_tools.urgentiemeter.bestand.lezen import read_scan
from lv_tools.urgentiemeter.hulpmiddel import open_scherm
from lv_tools.urgentiemeter.model.feiten import Indicator, Reeks, exact
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import STANDAARDEN

ONDERWERPEN = f"{ZELF}/keuzes/{STANDAARDEN}"
STELLINGEN = "antwoorden/stellingen"


def titels(proef):
    return [d.titel for d in proef.scherm.walk() if d.soort in {"sectie", "uitklap"}]


def test_stilstaand_beeld_bij_het_bouwen(monkeypatch):
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    assert isinstance(open_scherm(), Html)


def test_feiten_met_komma_en_punt():
    proef = Meterproef()
    for veld, waarde in (
        ("norm", "6,3"),
        ("resultaten/0", "6.7"),
        ("resultaten/1", "6,4"),
        ("resultaten/2", "6,1"),
    ):
        proef.vul(f"{EXAMEN}/{veld}", waarde)
    assert "Examencijfers: waarschuwing" in titels(proef)
    assert "Gemiddelde van drie jaar: 6,40" in proef.in_beeld
    assert "ten minste 6,50 nodig" in proef.in_beeld
    assert "Met 6,40 blijft het gemiddelde van drie jaar nog net op de norm" in proef.in_beeld


def test_een_fout_getal_blijft_staan_en_de_rest_telt():
    proef = Meterproef()
    proef.vul(f"{EXAMEN}/norm", "6,3")
    proef.vul(f"{EXAMEN}/resultaten/2", "61")
    veld = proef.deel(f"{EXAMEN}/resultaten/2")
    assert veld.waarde == "61"
    assert "valt buiten de grenzen" in veld.fout
    reeks = proef.staat.afdelingen[0].reeksen[3]
    assert reeks.norm is not None
    assert reeks.resultaten == (None, None, None)
    weer = Meterproef(bewaard=proef.bewaard())
    assert weer.deel(f"{EXAMEN}/resultaten/2").waarde == "61"


def test_wat_de_pagina_alleen_had_houdt_zich_aan_het_bereik():
    """Python was er even niet: een getal buiten het bereik wordt ook dan een klad, geen cijfer."""
    proef = Meterproef()
    proef.open(proef.bewaard(), vroeg={f"{EXAMEN}/resultaten/0": "61", f"{EXAMEN}/norm": "6,3"})
    reeks = proef.staat.afdelingen[0].reeksen[3]
    assert reeks.resultaten[0] is None
    assert reeks.norm is not None
    assert proef.deel(f"{EXAMEN}/resultaten/0").waarde == "61"


def focus(proef):
    """Geef het deel waar de focus het laatst heen ging."""
    kenmerk = [b["deel"] for b, _ in proef.gestuurd if b.get("naam") == "focus"][-1]
    return next(d for d in proef.scherm.walk() if d.id == kenmerk)


def test_een_afdeling_weg_of_erbij_brengt_de_lezer_naar_een_zichtbare_plek():
    proef = Meterproef()
    weg = "Haal deze afdeling weg"
    assert [d.verborgen for d in proef.scherm.walk() if getattr(d, "tekst", "") == weg] == [True]
    proef.klik("Nog een afdeling")
    tweede = proef.staat.afdelingen[1].id
    assert focus(proef).naam == f"afdelingen/{tweede}/naam"
    proef.klik("Nog een afdeling")
    proef.klik(weg, 1)
    assert focus(proef).titel == "Afdeling 2"  # wat nu op die plek staat
    proef.klik(weg, 1)
    assert focus(proef).titel == "Afdeling 1"  # of anders de laatste
    assert len(proef.staat.afdelingen) == 1
    assert [d.verborgen for d in proef.scherm.walk() if getattr(d, "tekst", "") == weg] == [True]


def test_een_afdeling_die_weg_is_komt_terug_met_alles_erin():
    proef = Meterproef()
    proef.klik("Nog een afdeling")
    proef.vul("afdelingen/1/naam", "havo")
    proef.vul(f"{EXAMEN}/norm", "6,3")
    voor = proef.staat.afdelingen
    proef.klik("Haal deze afdeling weg")
    assert len(proef.staat.afdelingen) == 1
    assert "6.3" not in proef.bewaard()
    proef.klik("Zet ‘havo’ weer terug")
    assert proef.staat.afdelingen == voor
    assert focus(proef).titel == "Afdeling 1"
    assert proef.deel(f"{EXAMEN}/norm").waarde == "6,3"


def test_meer_afdelingen_en_een_eigen_indicator():
    proef = Meterproef()
    proef.klik("Nog een afdeling")
    tweede = proef.staat.afdelingen[1].id
    proef.vul("+eigen/1/naam", "Verzuim")
    proef.vul("+eigen/1/richting", "lager")
    proef.vul("+eigen/1/laagste", "10")
    proef.vul("+eigen/1/hoogste", "5")
    proef.vul(f"+eigen/{tweede}/naam", "Nog niet klaar")
    assert "niet hoger dan het laagste" in proef.zend("Voeg indicator toe")[0]
    proef.vul("+eigen/1/hoogste", "100")
    assert proef.zend("Voeg indicator toe") == []
    indicator = proef.staat.afdelingen[0].reeksen[-1].indicator
    assert (indicator.naam, indicator.hoger_beter) == ("Verzuim", False)
    assert proef.deel("+eigen/1/naam").waarde == ""
    assert proef.deel(f"+eigen/{tweede}/naam").waarde == "Nog niet klaar"
    proef.vul(f"afdelingen/1/reeksen/{indicator.code}/norm", "8,5")
    weer = Meterproef(bewaard=proef.bewaard())
    assert weer.staat == proef.staat
    assert weer.deel(f"+eigen/{tweede}/naam").waarde == "Nog niet klaar"


def test_zelf_invullen_telt_meteen_en_maar_een_keer():
    proef = Meterproef()
    proef.zelf()
    proef.vul(ONDERWERPEN, ["OR1", "OP3"])
    proef.zelf(antwoord=3)
    (respondent,) = proef.mensen
    assert respondent.rol == "docent"
    assert set(respondent.antwoorden.values()) == {3}
    assert respondent.keuzes == {STANDAARDEN: ("OP3", "OR1")}
    assert "Er telt nu 1 persoon mee: docent 1." in proef.in_beeld
    assert proef.bewaard().count('"u5": 3') == 1


def test_geen_en_weet_niet_sluiten_de_rest_uit():
    proef = Meterproef()
    proef.stap(1)
    proef.vul(ONDERWERPEN, ["OR1"])
    proef.vul(ONDERWERPEN, ["OR1", WEET_NIET])
    assert proef.deel(ONDERWERPEN).waarde == (WEET_NIET,)
    assert proef.mensen[0].keuzes == {STANDAARDEN: None}
    proef.vul(ONDERWERPEN, ["OP3", WEET_NIET])
    assert proef.deel(ONDERWERPEN).waarde == ("OP3",)
    proef.vul(ONDERWERPEN, ["OP3", GEEN])
    assert proef.mensen[0].keuzes == {STANDAARDEN: ()}
    proef.vul(ONDERWERPEN, [])
    assert proef.mensen == []


def test_eigen_rol():
    proef = Meterproef()
    proef.stap(1)
    assert proef.deel(f"{ZELF}/andere").verborgen
    proef.vul(f"{ZELF}/rol", ANDERS)
    assert not proef.deel(f"{ZELF}/andere").verborgen
    proef.vul(f"{ZELF}/andere", "Decaan ")
    proef.vul(f"{ZELF}/{STELLINGEN}", {"u5": 4})
    assert proef.mensen[0].rol == "decaan"
    assert proef.deel(f"{ZELF}/andere").waarde == "Decaan "


def test_een_groep_kiest_eerst_op_naam_of_anoniem():
    proef = Meterproef()
    proef.manier("beurt")
    assert KEUZE in proef.in_beeld
    assert not proef.heeft(f"{BEURT}/rol")
    proef.kies_modus("anoniem")
    assert proef.heeft(f"{BEURT}/rol")
    assert proef.deel(f"{BEURT}/naam").verborgen
    proef.kies_modus("naam")
    assert not proef.deel(f"{BEURT}/naam").verborgen
    proef.manier("zelf")
    assert KEUZE not in proef.in_beeld


def test_om_de_beurt_vraagt_alles_en_maakt_daarna_leeg():
    proef = Meterproef(modus="naam")
    fouten = proef.zend("Klaar, de volgende persoon")
    assert any("12 stellingen zonder antwoord" in zin for zin in fouten)
    assert proef.beurt(naam="Anna") == []
    assert proef.deel(f"{BEURT}/{STELLINGEN}").waarde == {}
    assert proef.deel(f"{BEURT}/rol").waarde is None
    assert proef.beurt("ouder", 1) == []
    assert proef.aantal == 2
    assert proef.mensen[0].naam == "Anna"
    proef.klik("Haal de laatste persoon weer weg")
    assert proef.aantal == 1


def test_anoniem_blijft_anoniem_en_naam_verdwijnt():
    proef = Meterproef(modus="naam")
    proef.beurt(naam="Anna")
    proef.kies_modus("anoniem")
    assert proef.mensen[0].naam == ""
    assert "Anna" not in proef.bewaard()
    proef.kies_modus("naam")
    assert proef.groep.modus == "anoniem"
    assert proef.deel("groep/modus").waarde == "anoniem"
    assert ANONIEM_BLIJFT in proef.in_beeld


CSV = b"rol;u5;u2;u3\ndocent;4;4;4\nouder;1;9;1\n"


def test_bestanden_samenvoegen_met_een_kapot_ertussen():
    proef = Meterproef(modus="naam")
    proef.zelf()
    eigen = proef.download("Bewaar alleen mijn antwoorden als bestand")
    melding = proef.laad(("a.csv", CSV), ("kapot.json", b"{"), ("ik.json", eigen.inhoud))
    assert "‘a.csv’: 2 mensen erbij." in melding
    assert "‘9’: dat past niet bij de schaal" in melding
    assert "‘kapot.json’" in melding
    assert "afgebroken of beschadigd" in melding
    assert "‘ik.json’: 0 mensen erbij. 1 persoon stond er al" in melding
    assert proef.aantal == 3
    proef.laad(("kopie van a.csv", CSV))
    assert proef.aantal == 3
    lijst = next(
        d for d in proef.scherm.walk()
        if d.eigenschappen.get("label") == "Welk onderdeel haalt u weg?"
    )  # fmt: skip
    weg = next(s for s, naam in lijst.opties if naam.startswith("a.csv"))
    proef.gebeur(lijst, "wijziging", waarde=weg)
    proef.klik("Haal dit weg")
    assert proef.aantal == 1


def test_anoniem_bestand_wordt_niet_op_naam_gelezen():
    wie = Respondent("a" * 32, "docent", {"u5": 4})
    proef = Meterproef(modus="naam")
    assert "anoniem gegeven" in proef.laad(("x.json", people_file(wie, modus="anoniem")))
    assert proef.aantal == 0


def test_tellen_in_de_zaal():
    proef = Meterproef(modus="naam")
    proef.manier("hand")
    proef.vul(f"{HAND}/rol", "docent")
    proef.vul(f"{HAND}/personen", "19")
    knop = "Voeg deze telling toe"
    assert "nog niets geteld" in proef.zend(knop)[0]
    proef.vul(f"{HAND}/stellingen/u5", "2 5 8 3 1")
    proef.vul(f"{HAND}/stellingen/u2", "2, 5, 8, 3")
    proef.vul(f"{HAND}/opties/{STANDAARDEN}:OR1", "20")
    fouten = proef.zend(knop)
    assert any("geen 5 aantallen" in zin for zin in fouten)
    assert any("20 is meer dan de 19 mensen" in zin for zin in fouten)
    assert proef.deel(f"{HAND}/stellingen/u5").waarde == "2 5 8 3 1"
    proef.vul(f"{HAND}/stellingen/u2", "9/9/9/9/9")
    assert any("45 is meer dan de 19" in zin for zin in proef.zend(knop))
    proef.vul(f"{HAND}/stellingen/u2", "")
    proef.vul(f"{HAND}/opties/{STANDAARDEN}:OR1", "12")
    assert proef.zend(knop) == []
    assert proef.aantal == 19
    assert proef.deel(f"{HAND}/personen").waarde == ""
    telling = proef.groep.bronnen[0].handtellingen[0].telling
    assert telling.stellingen["u5"].aantallen == (2, 5, 8, 3)
    assert telling.stellingen["u5"].weet_niet == 1
    assert telling.keuzes[STANDAARDEN].n == 19


def test_uitslag_rekent_pas_als_hij_open_is(monkeypatch):
    from lv_tools.urgentiemeter import hulpmiddel

    gerekend = []
    echt = hulpmiddel.compute
    monkeypatch.setattr(hulpmiddel, "compute", lambda *a, **k: gerekend.append(1) or echt(*a, **k))
    proef = Meterproef(modus="naam")
    proef.beurt()  # van één persoon is er geen vorm
    proef.zelf()
    proef.vul(ONDERWERPEN, ["OR1"])
    assert gerekend == []
    proef.stap(2)
    assert "Uitslag: gedeelde urgentie, smalle focus." in proef.in_beeld
    assert len(gerekend) == 1
    regels = next(d for d in proef.scherm.walk() if getattr(d, "titel", "").startswith("De regels"))
    proef.gebeur(regels, "wijziging", waarde=True)
    proef.vul("regels/breed_standaarden", "2")
    assert proef.staat.regels.breed_standaarden == 2
    assert len(gerekend) == 2
    proef.klik("Zet de regels terug zoals ze waren")
    assert proef.staat.regels == INHOUD.regels
    assert proef.deel("regels/breed_standaarden").waarde == "3"
    assert INHOUD.zeg("nog_niets") in _outcome_without_answers()


def _outcome_without_answers():
    leeg = Meterproef()
    leeg.stap(2)
    return leeg.in_beeld


def test_anoniem_te_klein_zegt_dat():
    proef = Meterproef(modus="anoniem")
    proef.beurt()
    proef.stap(2)
    assert INHOUD.zeg("te_klein") in proef.in_beeld
    assert not any(d.soort == "figuur" for d in proef.scherm.walk())


def test_alles_is_terug_na_een_nieuw_scherm():
    """Zoals na een gesloten tabblad: een nieuw scherm opent het bewaarde bestand."""
    proef = Meterproef()
    proef.vul("afdelingen/1/naam", "havo")
    proef.vul(f"{EXAMEN}/norm", "6,")
    proef.klik("Nog een afdeling")
    proef.zelf()
    proef.manier("beurt")
    proef.kies_modus("naam")
    proef.beurt("ouder", 1)
    proef.vul(f"{BEURT}/{STELLINGEN}", {"u5": 2})
    proef.stap(2)
    ander = Meterproef(bewaard=proef.bewaard())
    assert ander.opstelling.stappen.waarde.startswith("3")
    assert "Dit rust op 2 mensen." in ander.in_beeld
    assert ander.staat == proef.staat
    ander.stap(0)
    assert ander.deel("afdelingen/1/naam").waarde == "havo"
    assert ander.deel(f"{EXAMEN}/norm").waarde == "6,"
    ander.stap(1)
    assert ander.groep.modus == "naam"
    assert ander.deel(f"{BEURT}/{STELLINGEN}").waarde == {"u5": 2}
    assert json.loads(ander.bewaard() or proef.bewaard())["staat"]["staat"]


def test_een_kapot_bestand_zegt_wat_er_mis_is_en_laat_alles_staan():
    proef = Meterproef(modus="naam")
    proef.beurt(naam="Anna")
    goed = proef.bewaard()
    kapot = goed.replace('"modus": "naam"', '"modus": "anoniem"')  # de som klopt nu niet meer
    assert kapot != goed
    voor = proef.staat
    proef.gebeur(proef.opstelling.bewaren, "lees", kapot.encode(), bestand="kapot.json")
    assert "veranderd of beschadigd" in proef.opstelling.bewaren.melding
    assert proef.staat == voor


def test_eigen_bestand_is_te_lezen_door_wie_verzamelt():
    proef = Meterproef()
    proef.vul("afdelingen/1/naam", "geheime afdeling")
    proef.zelf()
    inhoud = proef.download("Bewaar alleen mijn antwoorden als bestand").inhoud
    assert read_scan(inhoud, INHOUD, "x").sources(INHOUD)[0].respondenten
    assert b"geheime afdeling" not in inhoud


# ------------------------------------------------------------------------------- wat er uitgaat


def test_namen_losse_antwoorden_en_een_rol_van_een_persoon_alleen_op_verzoek():
    proef = Meterproef(modus="naam")
    for nummer, rol in enumerate(["docent"] * 3 + ["bestuur"]):
        assert proef.beurt(rol, naam=f"Naam {nummer}") == []
    proef.stap(2)
    assert not proef.deel("groep/apart").verborgen
    for omvang in ("kort", "volledig"):
        proef.vul("omvang", omvang)
        tekst = to_markdown(proef.verslag.document()).replace("\\", "")
        assert "Naam 0" not in tekst
        assert "Niet apart te zien: bestuur (één persoon)" in tekst
        assert "| bestuur |" not in tekst
    proef.vul("groep/los", True)
    for omvang in ("kort", "volledig"):
        proef.vul("omvang", omvang)
        tekst = to_markdown(proef.verslag.document()).replace("\\", "")
        assert "Er deden mee: Naam 0, Naam 1, Naam 2 en Naam 3." in tekst
        assert "Niet apart te zien" not in tekst
    assert "wie wat antwoordde" in proef.in_beeld


def test_anoniem_is_er_niets_te_kiezen_en_staan_er_aantallen():
    proef = Meterproef(modus="anoniem")
    for _ in range(6):
        assert proef.beurt() == []
    proef.stap(2)
    assert proef.deel("groep/los").verborgen
    assert proef.deel("groep/apart").verborgen
    assert "laat het verschil zien" in proef.in_beeld
    proef.stap(1)
    proef.vul("groep/aantallen", "docent 8")
    assert "docent: 6 van 8" in proef.in_beeld


def test_dezelfde_naam_om_de_beurt_wordt_gevraagd():
    proef = Meterproef(modus="naam")
    for _ in range(2):
        assert proef.beurt(naam="Naam 0") == []
    knoppen = [str(getattr(d, "tekst", "")) for d in proef.scherm.walk() if d.soort == "knop"]
    assert [k for k in knoppen if k.startswith("Naam 0")] == [
        "Naam 0 (docent): alleen het nieuwste telt",
        "Naam 0 (docent): tel ze allemaal",
    ]


@pytest.mark.parametrize("modus", ["naam", "anoniem"])
def test_de_verdeling_volgt_de_gekozen_groep_ook_na_opnieuw_openen(modus):
    proef = Meterproef(modus=modus)
    for rol in ["docent"] * 5 + ["ouder"] * 5:
        assert proef.beurt(rol, 4 if rol == "docent" else 1) == []
    proef.stap(2)
    proef.vul("toon", "ouder")
    assert "Verdeling per stelling: ouder" in proef.in_beeld
    weer = Meterproef(bewaard=proef.bewaard())
    assert weer.deel("toon").waarde == "ouder"
    assert "Verdeling per stelling: ouder" in weer.in_beeld


def test_een_ander_bestand_met_een_indicator_die_zo_heet_toont_de_zijne():
    """Eigen indicatoren van 0.1.0 heetten in elk bestand ‘eigen1’."""
    eerste = Path(__file__).parents[2] / "bestanden_0_1_0/urgentiemeter-werk-naam.json"
    proef = Meterproef(bewaard=eerste.read_text("utf-8"))
    proef.stap(0)
    assert any(titel.startswith("Verzuim") for titel in titels(proef))
    ander = Indicator("eigen1", "Uitval", laagste=exact(0), hoogste=exact(9))
    scan = Scan(afdelingen=(Afdeling("x", "havo-oud", (Reeks(ander, exact(3)),)),))
    proef.open(scan_file(scan).decode())
    assert any(titel.startswith("Uitval") for titel in titels(proef))
    assert not any(titel.startswith("Verzuim") for titel in titels(proef))
    assert "havo-oud (staat niet meer in de lijst)" in proef.in_beeld


def test_een_percentage_mag_zijn_teken_hebben_en_een_deel_van_een_valt_op() -> None:
    proef = Meterproef()
    pad = EXAMEN.replace("examencijfers", "bovenbouwsucces")
    vak = next(d for d in proef.scherm.walk() if getattr(d, "titel", "") == "Bovenbouwsucces")
    proef.gebeur(vak, "wijziging", waarde=True)
    for plek, tekst in (("norm", "82%"), ("resultaten/0", "84 %"), ("resultaten/1", "80,5%")):
        proef.vul(f"{pad}/{plek}", tekst)
    proef.vul(f"{pad}/resultaten/2", "0,84")
    (reeks,) = [
        r for r in proef.staat.afdelingen[0].reeksen if r.indicator.code == "bovenbouwsucces"
    ]
    assert (reeks.norm, *map(float, reeks.resultaten)) == (82, 84.0, 80.5, 0.84)
    assert "U typte 0,84." in proef.in_beeld
    proef.vul(f"{pad}/resultaten/2", "84")
    assert "U typte" not in proef.in_beeld
    proef.vul(f"{pad}/resultaten/2", "acht")
    assert "bijvoorbeeld 37,5" in proef.deel(f"{pad}/resultaten/2").fout
