"""Het scherm zonder browser: wat er met invoer gebeurt, en dat er niets verloren gaat."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from beschadigen import every_change, is_read_wrong
from scans import INHOUD
from zelfproef import MODUS, SITE, Zelfproef, file_of, twelve

from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.opslag.werkbestand import from_json
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.verzamelen.groep import own
from lv_tools.bouwdoos.groep.verzamelen import ANONIEM_BLIJFT
from lv_tools.schermdelen import Bestand, Download
from lv_tools.zelfevaluatie.bestand.antwoorden import read_answers
from lv_tools.zelfevaluatie.bestand.link import from_fragment, to_fragment
from lv_tools.zelfevaluatie.bestand.scan import OMZETTINGEN, VERSIE, scan_from_file
from lv_tools.zelfevaluatie.hulpmiddel import ZELFEVALUATIE
from lv_tools.zelfevaluatie.model.opzet import Opzet, new_setup, stellingen_van, vragenset
from lv_tools.zelfevaluatie.scherm import open_scherm

AANTAL = len(INHOUD.stellingen)
VERSLAG = "Verslag als Markdown"
BEWAAR = "Bewaar mijn antwoorden als bestand"
NAMEN = "groep/namen"


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


@pytest.fixture
def proef() -> Zelfproef:
    return Zelfproef()


@pytest.fixture
def vol() -> Zelfproef:
    """Een scan met twaalf mensen, met de uitslag open."""
    nieuw = Zelfproef()
    nieuw.voeg_toe(*twelve(nieuw.opzet))
    nieuw.naar("uitslag")
    return nieuw


def anoniem(proef: Zelfproef) -> Zelfproef:
    proef.naar("maken")
    proef.vul(MODUS, "anoniem")
    return proef


def verslag(proef: Zelfproef) -> str:
    """Het verslag zoals de lezer het meeneemt."""
    proef.naar("uitslag")
    return proef.neem(VERSLAG).inhoud.decode().replace("\\", "")


def test_stilstaand_beeld_bij_het_bouwen(monkeypatch):
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    beeld = open_scherm()
    assert isinstance(beeld, Html)
    assert "verzonnen" in beeld.inhoud
    for zin in INHOUD.wat_niet:
        assert zin in beeld.inhoud


# ------------------------------------------------------------------------------- scan maken


def link_of(proef: Zelfproef) -> str:
    return proef.soort("kopieerveld", "Link voor wie meedoet").tekst


def test_elke_instelling_komt_in_de_link(proef):
    assert proef.paneel.uitdelen.vak.verborgen
    proef.vul("opzet/naam", "Najaar")
    proef.vul("opzet/datum", "1-9-2026")
    proef.vul(MODUS, "anoniem")
    proef.vul("opzet/versie", "kern")
    proef.vul("opzet/themas", ["bka1", "rolbewust"])
    proef.vul("opzet/groepen", ["bestuur"])
    proef.vul("opzet/eigen_groepen", "Ouderraad\n\nleerlingen ")
    link = link_of(proef)
    assert link.startswith(f"{SITE}#scan=")
    opzet = from_fragment(link, INHOUD)
    assert opzet == proef.opzet
    assert (opzet.naam, opzet.datum, opzet.modus) == ("Najaar", date(2026, 9, 1), "anoniem")
    assert opzet.themas == ("bka1", "rolbewust")
    assert opzet.alle_groepen == ("bestuur", "Ouderraad", "leerlingen")
    assert len(stellingen_van(opzet, INHOUD)) == 2


def test_een_fout_laat_de_scan_zoals_hij_was(proef):
    voor = proef.opzet
    proef.vul("opzet/themas", [])
    assert "geen thema gekozen" in proef.deel("opzet/themas").fout
    assert proef.opzet == voor
    proef.vul("opzet/themas", ["bka1"])
    assert proef.deel("opzet/themas").fout == ""
    proef.vul("opzet/datum", "31-2-2026")
    assert proef.deel("opzet/datum").fout
    assert proef.deel("opzet/datum").waarde == "31-2-2026"
    assert "De link hieronder volgt zodra dit klopt." in proef.paneel.fout.tekst
    assert proef.opzet.datum == voor.datum
    proef.vul("opzet/naam", "   ")
    assert proef.opzet.naam == voor.naam
    assert "Naam van de scan" in proef.paneel.fout.tekst
    proef.vul("opzet/groepen", [])
    assert "geen groep gekozen" in proef.deel("opzet/groepen").fout
    assert proef.opzet.groepen == voor.groepen
    proef.vul("opzet/eigen_groepen", "x" * 41)
    assert "41 tekens" in proef.paneel.fout.tekst
    assert proef.opzet.eigen_groepen == ()


def test_een_vaste_groep_die_iemand_zelf_typt_wordt_die_groep(proef):
    proef.vul("opzet/groepen", ["bestuur"])
    proef.vul("opzet/eigen_groepen", "Intern Toezicht\nGMR\ngmr")
    assert proef.opzet.groepen == ("bestuur", "intern-toezicht")
    assert proef.opzet.eigen_groepen == ("GMR",)


def test_eigen_stelling_erbij_en_weer_weg(proef):
    proef.klap("Eigen stellingen toevoegen")
    assert proef.zend("Voeg deze stelling toe")
    proef.vul("+eigen/thema", "bka1")
    proef.vul("+eigen/tekst", "Wij lezen <b>het koersplan</b>.")
    assert proef.zend("Voeg deze stelling toe") == []
    (eigen,) = proef.opzet.eigen
    assert eigen.tekst == "Wij lezen <b>het koersplan</b>."
    assert proef.deel("+eigen/tekst").waarde == ""
    proef.blad(1)
    assert eigen.code in {s.id for s in proef.soort("vragenlijst").stellingen}
    proef.naar("maken")
    proef.vul("opzet/themas", ["bka2"])
    assert "dat thema doet niet mee" in proef.paneel.fout.tekst
    assert "bka1" in proef.opzet.themas
    proef.vul("opzet/themas", ["bka1", "bka2"])
    proef.gebeur(proef.soort("kaartlijst"), "actie", kaart=eigen.code, naam="weg")
    assert proef.opzet.eigen == ()


def test_met_antwoorden_liggen_de_vragen_vast(proef):
    proef.voeg_toe(file_of(proef.opzet, "bestuur", 3))
    proef.naar("maken")
    assert proef.deel("opzet/themas").uit
    assert "Er zijn al antwoorden van 1 persoon." in proef.paneel.slot.tekst
    voor = proef.opzet
    # Een keuze die al onderweg was toen de vragen vast kwamen te liggen.
    proef.onderweg(proef.deel("opzet/versie"), "wijziging", waarde="kern")
    assert proef.opzet == voor
    assert proef.deel("opzet/versie").waarde == "volledig"
    proef.vul("opzet/naam", "Andere naam")
    assert proef.opzet.naam == "Andere naam"
    assert proef.people == 1


def test_buiten_de_pagina_is_er_geen_link_maar_een_bestand():
    proef = Zelfproef(in_pagina=False)
    with pytest.raises(AssertionError, match="adres"):
        proef.adres("")
    proef.klik("Maak deze scan")
    uitdelen = proef.paneel.uitdelen
    assert uitdelen.links.verborgen
    assert uitdelen.geen_adres.tekst == INHOUD.zeg("uitdelen_geen_adres")
    assert not uitdelen.geen_adres.verborgen
    bestand = proef.neem("Scanbestand om door te geven")
    ander = Zelfproef()
    ander.naar("invullen")
    ander.klap("Kreeg u een link")
    ander.laad("Of open het scanbestand", bestand)
    assert ander.werk.staat.invulopzet == proef.opzet
    assert ander.opzet.id != proef.opzet.id
    assert not ander.soort("uitklap", "Kreeg u een link").open


def test_qr_code_hoort_bij_de_link_van_nu(proef):
    proef.klik("Maak deze scan")
    proef.klik("Toon de QR-code")
    qr = proef.soort("qrcode")
    assert len(qr.rijen) == len(qr.rijen[0]) >= 21
    assert set("".join(qr.rijen)) == {"0", "1"}
    assert proef.neem("QR-code als plaatje").inhoud.startswith(b"\x89PNG")
    proef.vul("opzet/naam", "Een andere naam")
    assert qr.rijen == []


# ------------------------------------------------------------------------------- invullen


def test_thema_voor_thema_heen_en_terug(proef):
    proef.naar("invullen")
    assert "Voordat u begint" in proef.focus_kop()
    proef.klik("Begin")
    assert proef.paneel.stand.alineas[0].startswith("Thema 1 van 8.")
    assert proef.focus.titel == INHOUD.themas["bka1"].titel
    lijst = proef.soort("vragenlijst")
    proef.gebeur(lijst, "wijziging", waarde={lijst.stellingen[0].id: None})
    assert f"1 van de {AANTAL}" in proef.paneel.stand.alineas[0]
    proef.blad(9)
    slot = proef.paneel.blad
    assert "Kies eerst bij welke groep u hoort" in slot.ontbreekt.tekst
    assert slot.bewaar.uit
    proef.klik("Vorige")
    assert proef.paneel.blad.thema.code == "rolbewust"
    # Een thema dat niet openstaat, bestaat niet.
    assert len([d for d in proef.scherm.walk() if d.soort == "vragenlijst"]) == 1


def test_pas_als_een_thema_af_is_klinkt_hoe_ver_het_is(proef):
    proef.naar("invullen")
    antwoorden, van = 0, len(proef.gestuurd)
    for nummer in range(1, 9):
        proef.blad(nummer)
        lijst = proef.soort("vragenlijst")
        for hoeveel in range(1, len(lijst.stellingen) + 1):
            waarde = {s.id: 3 for s in lijst.stellingen[:hoeveel]}
            proef.gebeur(lijst, "wijziging", waarde=waarde)
            antwoorden += 1
    assert antwoorden == AANTAL
    gehoord = proef.gemeld()
    assert len(gehoord) == 8
    assert gehoord[-1] == f"Dit thema is af. U beantwoordde {AANTAL} van de {AANTAL} stellingen."
    # Er is ook geen ander gebied dat bij elk antwoord iets nieuws te zeggen heeft.
    live = {d.id for d in proef.scherm.walk() if d.soort == "mededeling"}
    anders = [
        w["deel"]
        for b, _ in proef.gestuurd[van:]
        if b["soort"] == "wijzigingen"
        for w in b["lijst"]
        if w["deel"] in live and w["eigenschappen"].get("tekst")
    ]
    assert len(anders) <= 8


def test_wie_alle_groepen_uitvinkt_houdt_dat(vol):
    assert vol.deel("weergave/groepen").waarde
    vol.vul("weergave/groepen", [])
    vol.naar("maken")
    vol.naar("uitslag")
    assert vol.deel("weergave/groepen").waarde == ()
    assert vol.paneel.vol.groepen.beeld.deel.inhoud[-1].eigenschappen["leeg"] == (
        "Kies ten minste één groep."
    )


def test_het_overzicht_toont_precies_wat_in_het_bestand_komt(proef):
    proef.vul_in("staf", 2)
    proef.blad(1)
    tekst = "Zie <script>alert(1)</script>, bladzijde 4"
    proef.vul("groep/eigen/notities/bka1:bewijs", tekst)
    proef.blad(0)
    proef.vul("groep/eigen/naam", "Anna de Wit")
    proef.blad(9)
    overzicht = proef.paneel.blad.overzicht
    rijen = dict(overzicht.rijen)
    assert rijen["Naam"] == "Anna de Wit"
    assert rijen["Rol"] == "staf kwaliteit"
    bestand = proef.neem(BEWAAR)
    assert "anna" not in bestand.naam.lower()
    gelezen = read_answers(bestand.inhoud, proef.opzet, INHOUD)
    assert gelezen.notities == {"bka1:bewijs": tekst}
    waarden = [waarde for _wat, waarde in overzicht.rijen]
    assert waarden.count("enigszins") == AANTAL
    assert tekst in waarden


def test_eigen_antwoorden_tellen_mee_en_niet_dubbel(proef):
    proef.vul_in()
    assert proef.people == 1
    proef.blad(9)
    bestand = proef.neem(BEWAAR)
    proef.voeg_toe(bestand)
    assert proef.people == 1
    proef.blad(9)
    proef.klap("Mijn antwoorden wissen")
    proef.klik("Wis mijn antwoorden op deze scan")
    assert proef.antwoorden == {}
    assert "Voordat u begint" in proef.focus_kop()


def test_wie_geen_groep_koos_telt_niet_mee_en_verandert_niets_aan_de_scan(proef):
    proef.blad(1)
    lijst = proef.soort("vragenlijst")
    proef.gebeur(lijst, "wijziging", waarde={s.id: 3 for s in lijst.stellingen})
    assert proef.people == 0
    assert not proef.werk.staat.gemaakt
    proef.blad(0)
    proef.vul("groep/eigen/rol", "bestuur")
    assert proef.people == 1


def test_een_te_lange_tekst_blijft_staan_en_zegt_wat_er_mis_is(proef):
    proef.vul_in()
    pad = "groep/eigen/notities/bka1:opmerking"
    proef.blad(1)
    proef.vul(pad, "x" * 2001)
    assert "2.001 tekens" in proef.deel(pad).fout
    assert proef.deel(pad).waarde == "x" * 2001
    label = proef.deel(pad).label
    proef.blad(9)
    # De samenvatting noemt het veld zoals het op het scherm heet, en brengt de lezer erheen.
    fout, knop = proef.paneel.fout, proef.paneel.naar_fout
    assert "BKA1" in fout.tekst
    assert f"‘{label}’" in fout.tekst
    assert "2.000 tekens" in fout.tekst
    assert "bka1:opmerking" not in fout.tekst
    assert proef.paneel.blad.bewaar.uit
    proef.gebeur(knop, "klik")
    assert proef.werk.staat.plek == 1
    assert proef.focus.naam == pad
    proef.blad(2)
    proef.blad(1)
    proef.gebeur(knop, "klik")  # ook als het goede blad al openstaat
    assert proef.focus.naam == pad
    # Wie even een andere scan opent, is de lange tekst niet kwijt.
    proef.adres(f"#{to_fragment(other_setup(), INHOUD)}")
    assert proef.paneel.fout.tekst == ""
    proef.kies("Welke scan vult u in?", "")
    assert proef.deel(pad).waarde == "x" * 2001
    assert not knop.verborgen
    weer = Zelfproef(bewaard=proef.bewaard())
    assert weer.deel(pad).waarde == "x" * 2001
    proef.vul(pad, "kort")
    assert fout.tekst == ""
    assert knop.verborgen


def test_anonieme_scan_vraagt_geen_naam(proef):
    anoniem(proef)
    proef.blad(0)
    assert proef.deel("groep/eigen/naam").verborgen
    proef.onderweg(proef.deel("groep/eigen/naam"), "wijziging", waarde="Anna")  # al onderweg
    assert proef.werk.staat.groep.eigen.naam == ""
    proef.vul_in()
    proef.blad(9)
    assert b"Anna" not in proef.neem(BEWAAR).inhoud
    assert "Anna" not in proef.bewaard()


def test_een_anoniem_bestand_van_een_deelnemer_is_samen_te_brengen(proef):
    """De tijd in zo'n bestand heeft geen seconden."""
    anoniem(proef)
    deelnemer = Zelfproef(f"#{to_fragment(proef.opzet, INHOUD)}")
    deelnemer.vul_in("bestuur", 4)
    deelnemer.blad(9)
    assert "1 persoon erbij" in proef.voeg_toe(deelnemer.neem(BEWAAR))
    assert proef.people == 1 or proef.werk.uitslag.personen == 1


# ------------------------------------------------------------------------------- de link


def other_setup() -> Opzet:
    return replace(new_setup(INHOUD), naam="Scan van een ander", versie="kern")


def hekje(opzet: Opzet) -> str:
    return f"#{to_fragment(opzet, INHOUD)}"


def test_wie_een_link_opent_komt_meteen_bij_invullen():
    opzet = other_setup()
    proef = Zelfproef(hekje(opzet))
    assert proef.waar == "invullen"
    assert proef.opstelling.stappen.zonder_tabs
    assert proef.opstelling.waarom.verborgen
    assert proef.werk.staat.invulopzet == opzet
    assert "U vult de scan ‘Scan van een ander’ in." in proef.gemeld()
    assert "Scan van een ander" in proef.in_beeld
    proef.vul_in("bestuur", 4)
    assert proef.people == 0
    assert not proef.werk.staat.gemaakt
    proef.blad(9)
    bestand = proef.neem(BEWAAR)
    assert read_answers(bestand.inhoud, opzet, INHOUD).rol == "bestuur"
    assert "Stuur het bestand dan zelf" in proef.in_beeld
    proef.klik("Toon ook de andere stappen")
    assert not proef.opstelling.stappen.zonder_tabs
    assert not proef.opstelling.waarom.verborgen


def test_na_een_gesloten_tabblad_gaat_het_invullen_via_de_link_verder():
    opzet = other_setup()
    proef = Zelfproef(hekje(opzet))
    proef.vul_in("bestuur", 4)
    proef.blad(3)
    bewaard = proef.bewaard()
    opnieuw = Zelfproef(hekje(opzet), bewaard=bewaard)
    assert opnieuw.werk.staat.invulopzet == opzet
    assert opnieuw.werk.staat.invulplek == 3
    assert set(opnieuw.antwoorden.values()) == {4}
    # Ook zonder link staat de scan van de ander er nog, onder de eigen stappen.
    zonder = Zelfproef(bewaard=bewaard)
    assert zonder.werk.staat.invulopzet == opzet
    assert not zonder.opstelling.stappen.zonder_tabs


def test_een_link_raakt_de_eigen_scan_niet(proef):
    proef.vul_in("bestuur", 2)
    opzet = other_setup()
    opnieuw = Zelfproef(hekje(opzet), bewaard=proef.bewaard())
    assert opnieuw.people == 1
    assert not opnieuw.opstelling.stappen.zonder_tabs
    opnieuw.vul_in("bestuur", 4)
    eigen = own(opnieuw.werk.staat.groep, vragenset(opnieuw.opzet, INHOUD))
    assert set(eigen.antwoorden.values()) == {2}
    opnieuw.kies("Welke scan vult u in?", "")
    assert set(opnieuw.antwoorden.values()) == {2}
    opnieuw.kies("Welke scan vult u in?", opzet.id)
    assert set(opnieuw.antwoorden.values()) == {4}


@pytest.mark.parametrize(
    "fragment",
    [
        "scan=",
        "scan=1.abc.defghijk",
        "scan=<script>alert(1)</script>",
        "scan=9.AAAA.AAAAAAAA",
        "scan=1." + "A" * 20_000 + ".AAAAAAAA",
    ],
)
def test_een_vijandig_hekje_geeft_een_nederlandse_zin(fragment):
    proef = Zelfproef(fragment)
    melding = proef.opstelling.boven.melding.tekst
    assert melding.endswith(".")
    assert "link" in melding
    assert "<script>" not in melding
    assert proef.waar == "maken"


def test_een_gewoon_anker_doet_niets():
    proef = Zelfproef("#zo-rekent-de-zelfevaluatie")
    assert proef.opstelling.boven.melding.tekst == ""
    assert proef.waar == "maken"


def test_een_geplakte_link(proef):
    proef.naar("invullen")
    proef.klap("Kreeg u een link")
    proef.vul("+ontvangen/link", "https://elders.invalid/")
    assert "geen scan" in proef.zend("Open deze scan")[0]
    proef.vul("+ontvangen/link", f"{SITE}{hekje(other_setup())}")
    assert proef.zend("Open deze scan") == []
    assert proef.werk.staat.invulopzet.naam == "Scan van een ander"


# ------------------------------------------------------------------------------- samenbrengen


def test_twaalf_bestanden_met_een_kapot_ertussen(proef):
    bestanden = twelve(proef.opzet)
    kapot = Bestand("kapot.json", bestanden[0].inhoud[:-40])
    vreemd = file_of(other_setup(), "bestuur", 1)
    regels = proef.voeg_toe(*bestanden, kapot, vreemd, bestanden[3]).split("\n")
    assert len(regels) == 15
    assert "‘kapot.json’" in regels[12]
    assert "Scan van een ander" in regels[13]
    assert "stond er al" in regels[14]
    assert proef.people == 12
    zin = "Nu tellen 12 mensen mee: bestuur 3, intern toezicht 5 en rector of directeur 4."
    assert zin in proef.in_beeld
    keuze = proef.soort("keuzelijst", "Welk onderdeel")
    proef.gebeur(keuze, "wijziging", waarde=keuze.opties[0][0])
    proef.klik("Haal dit weg")
    assert proef.people == 11
    terug = next(d for d in proef.scherm.walk() if str(getattr(d, "tekst", "")).startswith("Zet ‘"))
    proef.gebeur(terug, "klik")
    assert proef.people == 12


def test_een_sjabloon_van_deze_scan_is_terug_te_lezen(proef):
    proef.naar("verzamelen")
    proef.kies("Hoe verzamelt u de antwoorden?", "bestand")
    sjabloon = proef.neem("Leeg sjabloon (CSV)")
    kop = sjabloon.inhoud.decode("utf-8-sig").split("\r\n")[0]
    assert kop.count(";") == 1 + AANTAL + 16
    rij = ";".join(["1", "bestuur", *["3"] * AANTAL, *[""] * 16])
    tabel = f"{kop}\r\n{rij}".encode("utf-8-sig")
    proef.voeg_toe(Bestand("lijst.csv", tabel))
    assert proef.people == 1


def test_wie_het_verkeerde_bestand_stuurt_hoort_welk_bestand_het_moet_zijn(proef):
    respondent = Zelfproef(hekje(proef.opzet))
    respondent.vul_in()
    werk = respondent.bewaard().encode()
    melding = proef.voeg_toe(Bestand("werk.lv.json", werk))
    assert melding.startswith("‘werk.lv.json’ is niet gelezen: dit is iemands hele bewaarde werk")
    assert "aan het eind van Invullen" in melding
    assert proef.people == 0


def test_om_de_beurt(proef):
    proef.vul("opzet/versie", "kern")
    proef.naar("verzamelen")
    proef.kies("Hoe verzamelt u de antwoorden?", "beurt")
    assert "Voeg bestanden toe" not in proef.in_beeld
    assert proef.zend("Klaar, de volgende persoon")
    proef.vul("groep/beurt/rol", "schoolleiding")
    for lijst in [d for d in proef.paneel.deel.walk() if d.soort == "vragenlijst"]:
        proef.gebeur(lijst, "wijziging", waarde={s.id: None for s in lijst.stellingen})
    assert proef.zend("Klaar, de volgende persoon") == []
    assert proef.people == 1
    assert proef.werk.staat.groep.beurt.gegeven == {}
    assert proef.focus.naam == "groep/beurt/rol"
    proef.klik("Haal de laatste persoon weer weg")
    assert proef.people == 0


def test_anoniem_blijft_anoniem(proef):
    anoniem(proef)
    proef.voeg_toe(*twelve(proef.opzet)[:2])
    proef.naar("maken")
    proef.vul(MODUS, "naam")
    assert proef.opzet.modus == "anoniem"
    assert proef.paneel.modus.melding.tekst == ANONIEM_BLIJFT


def test_van_naam_naar_anoniem_gaan_namen_weg(vol):
    assert vol.werk.uitslag.namen
    anoniem(vol)
    assert all(r.naam == "" for bron in vol.scan.bronnen for r in bron.respondenten)


# ------------------------------------------------------------------------------- uitslag


def test_de_uitslag_opent_met_wat_hij_niet_is(proef):
    proef.naar("uitslag")
    assert proef.paneel.kop.tekst == INHOUD.zeg("uitslag_nog_niets")
    assert proef.paneel.plaats.inhoud == ()
    eerste = proef.paneel.deel.inhoud[0]
    assert tuple(eerste.inhoud[0].alineas) == INHOUD.wat_niet


def test_anoniem_te_klein_zegt_dat(proef):
    anoniem(proef)
    proef.voeg_toe(*twelve(proef.opzet)[:4])
    proef.naar("uitslag")
    assert proef.paneel.kop.tekst == INHOUD.zeg("uitslag_te_klein")
    assert proef.paneel.plaats.inhoud == ()


def test_groepen_aan_en_uit_in_web_stippen_en_tabel_tegelijk(vol):
    beeld = vol.paneel.vol.groepen.beeld.deel
    keuze = "weergave/groepen"
    assert [deel.soort for deel in beeld.inhoud] == ["figuur", "figuur", "tabel"]
    vol.vul(keuze, ["bestuur"])
    tabel = beeld.inhoud[-1]
    assert tabel.kolommen == ("Thema", "bestuur")
    assert {rij[1] for rij in tabel.rijen} == {"(heel) goed (n = 3, A = 1,00)"}
    vol.vul(keuze, [])
    assert "tabel" in [deel.soort for deel in beeld.inhoud]
    vol.vul(keuze, ["bestuur", "schoolleiding"])
    vol.voeg_toe(file_of(vol.opzet, "bestuur", 1))
    vol.naar("uitslag")
    assert vol.deel(keuze).waarde == ("bestuur", "schoolleiding")


def test_per_stelling_staat_wat_een_antwoord_verandert(vol):
    beeld = vol.paneel.vol.stellingen.beeld.deel
    tabel = beeld.inhoud[1]
    assert len(tabel.rijen) == sum(s.thema == "bka1" for s in INHOUD.stellingen.values())
    assert "één stap anders" in str(tabel.rijen[0][-1]).lower()
    vol.vul("weergave/groep", "schoolleiding")
    assert {rij[1] for rij in beeld.inhoud[1].rijen} == {"niet"}


def test_zonder_wijziging_wordt_er_niet_opnieuw_gerekend(vol):
    eerst = vol.werk.uitslag
    vol.naar("maken")
    vol.naar("uitslag")
    vol.vul("weergave/thema", "bka2")  # hoe de lezer kijkt, verandert de uitslag niet
    assert vol.werk.uitslag is eerst


def test_wie_iets_anders_doet_laat_de_uitslag_met_rust(vol, monkeypatch):
    """Een uitslag wordt alleen berekend als iemand kijkt."""
    vol.naar("maken")
    monkeypatch.setattr(vol.werk, "_reken", lambda _staat: pytest.fail("er wordt gerekend"))
    vol.vul("opzet/naam", "Een andere naam")
    vol.blad(1)
    lijst = vol.soort("vragenlijst")
    vol.gebeur(lijst, "wijziging", waarde={lijst.stellingen[0].id: 3})
    vol.naar("verzamelen")


def test_namen_staan_er_alleen_in_als_daarom_is_gevraagd(vol):
    vol.vul("weergave/omvang", "volledig")
    assert "bestuur 1" not in verslag(vol)
    vol.vul("groep/los", True)
    assert "bestuur 1" in verslag(vol)
    anoniem(vol)
    assert "bestuur 1" not in verslag(vol)
    assert vol.deel("groep/los").verborgen


def test_een_groep_van_een_persoon_gaat_alleen_apart_uit_op_verzoek(proef):
    """Een bestuurder alleen: haar rij zou precies zijn wat zij antwoordde."""
    rest = [b for b in twelve(proef.opzet) if b"bestuur" not in b.inhoud]
    proef.voeg_toe(*rest, file_of(proef.opzet, "bestuur", 4, "Bea"))
    proef.naar("uitslag")
    vak = proef.paneel.vol.verslag.keuze
    assert "bestuur" in proef.paneel.kop.tekst  # op het scherm staat elke groep
    assert not vak.apart.verborgen
    for omvang in ("kort", "volledig"):
        proef.vul("weergave/omvang", omvang)
        tekst = verslag(proef)
        assert "| bestuur |" not in tekst
        assert "Niet apart te zien: bestuur" in tekst
        assert "(bestuur)" in vak.wat.tekst
    proef.vul("groep/apart", True)
    assert "| bestuur |" in verslag(proef)
    assert "één persoon antwoordde" in vak.wat.tekst
    assert "Bea" not in verslag(proef)


def test_wie_alleen_zelf_invulde_krijgt_de_eigen_uitslag(proef):
    proef.vul_in(antwoord=4)
    proef.naar("uitslag")
    vak = proef.paneel.vol.verslag.keuze
    assert "de enige die invulde" in vak.wat.tekst
    assert vak.apart.verborgen
    assert "hele groep" in verslag(proef)


def test_een_collega_alleen_gaat_niet_vanzelf_uit(proef):
    proef.voeg_toe(file_of(proef.opzet, "staf", 1, "Ans"))
    tekst = verslag(proef)
    assert "Er is één persoon" in tekst
    assert "hele groep" not in tekst


def test_anoniem_zegt_het_scherm_wat_een_tussenstand_verraadt(proef):
    anoniem(proef)
    proef.voeg_toe(*twelve(proef.opzet))
    proef.naar("uitslag")
    assert "kan daarna zien wat zij antwoordden" in proef.paneel.tussenstand.tekst
    proef.naar("verzamelen")
    proef.vul("groep/aantallen", "bestuur 3\nintern toezicht 5\nrector of directeur 4")
    proef.naar("uitslag")
    assert proef.paneel.tussenstand.tekst == ""
    proef.naar("vergelijken")
    assert "van elke persoon alles" in proef.paneel.in_bestand.tekst
    onder = proef.opstelling.onder.in_bestand
    assert not onder.verborgen
    assert "van elke persoon alles" in onder.alineas[0][1]


def test_wie_invult_leest_vooraf_wie_de_antwoorden_ziet(proef):
    for modus in ("naam", "anoniem"):
        proef.naar("maken")
        proef.vul(MODUS, modus)
        proef.blad(0)
        assert set(INHOUD.manier_van(modus).weet) <= set(proef.paneel.blad.ziet.alineas)


# ------------------------------------------------------------------------------- wie is er al


def overview(proef):
    """Wat de lezer onder ‘Wie is er al?’ leest."""
    regels = proef.paneel.respons.wie.alineas
    return ["".join(d if isinstance(d, str) else d.tekst for d in _parts(r)) for r in regels]


def _parts(regel):
    return (regel,) if isinstance(regel, str) else regel


def test_op_naam_staat_er_wie_er_mist(proef):
    proef.klik("Maak deze scan")
    link = link_of(proef)
    proef.voeg_toe(*twelve(proef.opzet)[:2])
    proef.vul(NAMEN, "Bestuur 0\nAnja Afwezig")
    assert overview(proef) == [
        "Mist nog (1): Anja Afwezig.",
        "Is binnen (1): Bestuur 0.",
        "Is binnen en staat niet op uw lijst (1): bestuur 1.",
    ]
    respons = proef.paneel.respons
    assert link in respons.kopie.tekst
    assert "Anja" not in respons.kopie.tekst
    proef.voeg_toe(file_of(proef.opzet, "bestuur", 3, "anja afwezig"))
    assert respons.complete
    assert respons.herinner.verborgen


def test_anoniem_staan_er_alleen_aantallen_en_is_de_namenlijst_weg(proef):
    proef.naar("verzamelen")
    proef.vul(NAMEN, "Bea Bestuur")
    proef.voeg_toe(*twelve(proef.opzet)[:4])
    anoniem(proef)
    proef.naar("verzamelen")
    proef.vul("groep/aantallen", "bestuur 3\nintern toezicht 5\nongeteld")
    assert proef.deel(NAMEN).waarde == ""
    assert "Bea" not in proef.bewaard()
    assert overview(proef)[:2] == ["bestuur: 3 van 3", "intern toezicht: 1 van 5"]
    assert "‘ongeteld’" in overview(proef)[-1]
    assert not proef.paneel.respons.complete


def doubles(proef) -> list:
    return [d for d in proef.paneel.respons.dubbel.walk() if d.soort == "knop"]


def test_dezelfde_naam_van_een_ander_apparaat_wordt_gevraagd(proef):
    opzet = proef.opzet
    proef.voeg_toe(file_of(opzet, "bestuur", 1, "Bea Bos"))
    melding = proef.voeg_toe(file_of(opzet, "bestuur", 4, "bea bos"))
    assert "bea bos staat er nu vaker in" in melding.casefold()
    assert proef.people == 2  # niets is stil weggehaald
    assert [k.tekst.split(": ")[1] for k in doubles(proef)] == [
        "alleen het nieuwste telt", "tel ze allemaal",
    ]  # fmt: skip
    proef.naar("uitslag")
    assert "Kies bij Samenbrengen" in proef.paneel.tussenstand.tekst
    proef.naar("verzamelen")
    proef.gebeur(doubles(proef)[0], "klik")
    assert proef.people == 1
    (over,) = (r for bron in proef.scan.bronnen for r in bron.respondenten)
    assert set(over.antwoorden.values()) == {4}
    assert doubles(proef) == []
    terug = next(d for d in proef.scherm.walk() if str(getattr(d, "tekst", "")).startswith("Zet ‘"))
    proef.gebeur(terug, "klik")  # en het kan terug
    assert proef.people == 2
    proef.gebeur(doubles(proef)[1], "klik")
    assert proef.people == 2
    assert doubles(proef) == []
    assert proef.werk.staat.groep.meer_mensen
    proef.voeg_toe(file_of(opzet, "bestuur", 2, "Bea Bos"))
    assert doubles(proef)  # een derde wordt weer gevraagd


def test_eigen_antwoorden_worden_niet_stil_vervangen(proef):
    proef.blad(0)
    proef.vul("groep/eigen/naam", "Bea Bos")
    proef.vul_in(antwoord=2)
    proef.voeg_toe(file_of(proef.opzet, "bestuur", 4, "Bea Bos"))
    assert [k.tekst for k in doubles(proef)] == ["Bea Bos (bestuur): tel ze allemaal"]


# ------------------------------------------------------------------------------- samen, vergelijken

LEG_VAST = "Leg dit oordeel vast"


def test_samen_oordelen_wordt_bewaard_en_kan_weg(vol):
    vol.naar("samen")
    assert vol.zend(LEG_VAST)
    vol.vul("+oordeel-bka1/oordeel", "4")
    vol.vul("+oordeel-bka1/overtuigd", "Twee voorbeelden.")
    vol.vul("+oordeel-bka1/datum", "31-31-2026")
    assert vol.zend(LEG_VAST)
    vol.vul("+oordeel-bka1/datum", "")
    assert vol.zend(LEG_VAST) == []
    (oordeel,) = vol.werk.staat.samen
    assert (oordeel.oordeel, oordeel.overtuigd, oordeel.vooraf_n) == (4, "Twee voorbeelden.", 12)
    assert json.loads(vol.bewaard())["staat"].get("concept") is None
    stand = vol.paneel.blad.stand
    assert "Samen: (heel) goed." in stand.tekst
    assert "1 stap hoger" in stand.tekst
    assert dict(vol.deel("weergave/samen").opties)["bka1"].endswith("(besproken)")
    assert vol.deel("+oordeel-bka1/overtuigd").waarde == "Twee voorbeelden."
    weer = Zelfproef(bewaard=vol.bewaard())
    assert weer.deel("+oordeel-bka1/overtuigd").waarde == "Twee voorbeelden."
    vol.klik("Haal dit oordeel weg")
    assert vol.werk.staat.samen == ()
    assert vol.deel("+oordeel-bka1/overtuigd").waarde == ""


def test_een_tweede_scan_naast_de_eerste(vol):
    eerste = vol.opzet
    vol.naar("vergelijken")
    vol.klap("Nu al een volgende scan")
    vol.klik("Begin een volgende scan")
    assert vol.waar == "maken"
    assert vol.opzet.id != eerste.id
    assert not vol.deel("opzet/themas").uit
    vol.voeg_toe(*twelve(vol.opzet))
    vol.naar("vergelijken")
    paneel = vol.paneel
    assert len(paneel.vergelijking.themas) == 8 * 4
    assert paneel.vergelijking.verklaringen
    assert f"U werkt nu aan ‘{vol.opzet.naam}’ van" in paneel.stand.tekst
    vol.naar("maken")
    vol.vul("opzet/naam", "Herfst")
    vol.vul("opzet/datum", "24-11-2028")
    vol.naar("vergelijken")
    assert "U werkt nu aan ‘Herfst’ van 24 november 2028." in paneel.stand.tekst
    secties = [deel for deel in paneel.beeld.deel.inhoud if deel.soort == "sectie"]
    # Eerst wat een verschil nog meer kan verklaren, dan wat er te zien is.
    assert [s.titel for s in secties] == [INHOUD.zeg("vergelijk_verklaring"), "Hele groep"]
    assert [d.soort for d in secties[1].inhoud[:2]] == ["figuur", "tabel"]
    excel = vol.neem("De vergelijking als Excel")
    assert excel.naam == "zelfevaluatie-vergelijking-herfst-2028-11-24.xlsx"
    bladen = openpyxl.load_workbook(io.BytesIO(excel.inhoud))
    assert bladen.sheetnames == [
        "Scans hele groep", "Scans bestuur", "Scans intern toezicht",
        "Scans rector of directeur", "Toelichting",
    ]  # fmt: skip
    vol.kies("Welke scan haalt u weg?", eerste.id)
    vol.klik("Haal deze scan weg")
    assert paneel.excel.verborgen
    assert paneel.vergelijking is None


def test_elk_bestand_noemt_het_hulpmiddel_de_scan_en_de_dag(proef):
    proef.vul("opzet/naam", "De Vaart")
    proef.vul("opzet/datum", "27-11-2026")
    proef.voeg_toe(*twelve(proef.opzet))
    namen = {}
    for stap in ("maken", "verzamelen", "uitslag", "vergelijken"):
        proef.naar(stap)
        for knop in proef.paneel.deel.walk():
            if isinstance(knop, Download) and "vergelijking" not in knop.tekst:
                namen[knop.tekst] = knop.maak().naam
    assert namen["Verslag voor Word"] == "zelfevaluatie-verslag-de-vaart-2026-11-27.docx"
    assert namen["Bewaar deze scan"] == "zelfevaluatie-hele-scan-de-vaart-2026-11-27.json"
    assert len(set(namen.values())) == len(namen) >= 8
    for naam in namen.values():
        assert naam.startswith("zelfevaluatie-")
        assert "-de-vaart-20" in naam


def test_een_bewaarde_scan_ernaast_leggen(vol):
    vol.naar("vergelijken")
    bestand = vol.neem("Bewaar deze scan")
    assert scan_from_file(bestand.inhoud, INHOUD).opzet == vol.opzet
    vol.laad("Open een eerdere scan", bestand, Bestand("stuk.json", bestand.inhoud[:-20]))
    regels = vol.paneel.melding.tekst.split("\n")
    assert "dezelfde scan" in regels[0]
    assert "‘stuk.json’ is niet geopend" in regels[1]
    ander = Zelfproef()
    ander.naar("vergelijken")
    ander.laad("Open een eerdere scan", bestand)
    assert "ligt ernaast" in ander.paneel.melding.tekst
    # Ook wat ‘Opslaan als bestand’ maakt, is zo te openen.
    derde = Zelfproef()
    derde.naar("vergelijken")
    derde.laad("Open een eerdere scan", Bestand("werk.lv.json", vol.bewaard().encode()))
    assert "ligt ernaast" in derde.paneel.melding.tekst


# ------------------------------------------------------------------------------- bewaren


def test_alles_is_terug_na_een_nieuw_scherm(proef):
    proef.vul("opzet/naam", "Najaar")
    proef.klap("Eigen stellingen toevoegen")
    proef.vul("+eigen/tekst", "Nog niet af")
    proef.vul_in("schoolleiding", 2)
    proef.blad(4)
    proef.voeg_toe(*twelve(proef.opzet))
    proef.kies("Hoe verzamelt u de antwoorden?", "beurt")
    proef.vul("groep/beurt/rol", "bestuur")
    proef.naar("samen")
    proef.vul("+oordeel-bka1/afspraak", "Elke maand een lesbezoek.")
    proef.vul("weergave/samen", "bka2")
    proef.vul("+oordeel-bka2/oordeel", "2")
    assert proef.zend(LEG_VAST) == []

    ander = Zelfproef(bewaard=proef.bewaard())
    assert ander.scan == proef.scan
    assert ander.werk.to_data() == proef.werk.to_data()
    assert ander.waar == "samen"
    assert ander.opstelling.bewaren.melding == ""
    ander.vul("weergave/samen", "bka1")
    assert ander.deel("+oordeel-bka1/afspraak").waarde == "Elke maand een lesbezoek."
    ander.naar("maken")
    assert ander.deel("opzet/naam").waarde == "Najaar"
    # De vragen liggen vast, dus dit vak is er nu niet; wat erin stond, blijft bewaard.
    assert ander.bezwaar(ander.soort("uitklap", "Eigen stellingen toevoegen"))
    assert ander.werk.drafted("+eigen/tekst") == "Nog niet af"
    ander.naar("invullen")
    assert ander.werk.staat.plek == 4
    ander.naar("verzamelen")
    assert ander.deel("groep/manier").waarde == "beurt"
    assert ander.deel("groep/beurt/rol").waarde == "bestuur"


def test_een_notitie_staat_een_keer_in_het_bestand(proef):
    proef.vul_in()
    proef.blad(1)
    proef.vul("groep/eigen/notities/bka1:bewijs", "Dit schreef ik maar één keer.")
    assert proef.bewaard().count("Dit schreef ik maar één keer.") == 1
    link = Zelfproef(hekje(other_setup()))
    link.vul_in()
    link.blad(1)
    link.vul("andere/*/vel/notities/bka1:bewijs", "En dit ook.")
    assert link.bewaard().count("En dit ook.") == 1


def test_een_nieuw_bestand_is_een_nieuwe_scan(proef):
    proef.vul("opzet/naam", "Eerste")
    eerste, bewaard = proef.opzet, proef.bewaard()
    proef.open(naam="Tweede")
    assert proef.opzet.naam != "Eerste"
    assert proef.opzet.id != eerste.id
    assert not proef.werk.staat.gemaakt
    proef.open(naam="Derde")
    derde = proef.opzet.id
    assert derde != eerste.id
    proef.open(bewaard)
    assert proef.opzet == eerste


def test_wat_getypt_is_voor_het_openen_komt_in_het_nieuwe_bestand():
    proef = Zelfproef()
    kenmerk = proef.opzet.id
    los = proef.hulpmiddel.new_work()
    eerst = los.staat.opzet.id
    los.enter("opzet/naam", "Te vroeg getypt")
    los.from_data({}, los.early())
    assert (los.staat.opzet.id, los.staat.opzet.naam) == (eerst, "Te vroeg getypt")
    assert kenmerk != eerst


def test_naloop_van_de_pagina_komt_op_zijn_plek_en_maakt_de_scan_niet_stuk(proef):
    proef.open(
        naam="Met naloop",
        naloop={
            "opzet/naam": "Uit de pagina",
            "opzet/themas": [],
            "opzet/eigen_groepen": "Ouderraad\nGMR",
            "groep/eigen/rol": "bestuur",
            "groep/eigen/antwoorden/bka1": {"bka1-1": 3},
            "groep/eigen/notities/bka1:bewijs": "Getypt zonder Python.",
        },
    )
    staat = proef.werk.staat
    assert staat.opzet.naam == "Uit de pagina"
    assert staat.opzet.themas == tuple(INHOUD.themas)
    assert staat.opzet.eigen_groepen == ("Ouderraad", "GMR")
    assert staat.groep.eigen.gegeven == {"bka1-1": 3}
    assert staat.groep.eigen.versie
    assert proef.people == 1
    assert "Getypt zonder Python." in proef.bewaard()


def test_kapotte_bewaarde_scan_zegt_wat_er_mis_is(proef):
    proef.vul("opzet/naam", "Najaar")
    bewaard = proef.bewaard()
    ander = Zelfproef()
    ander.vul("opzet/naam", "Van mij")
    voor = ander.werk.to_data()
    ander.gebeur(
        ander.opstelling.bewaren,
        "lees",
        bewaard.replace("Najaar", "Voorjaar").encode(),
        bestand="stuk.json",
    )
    assert "veranderd of beschadigd" in ander.opstelling.bewaren.melding
    assert ander.werk.to_data() == voor


def test_een_gewijzigde_byte_in_echt_werk_wordt_geweigerd_of_goed_gelezen():
    proef = Zelfproef()
    proef.vul("opzet/datum", "31-2-2026")
    proef.vul_in("bestuur", 3)
    proef.blad(1)
    proef.vul("groep/eigen/notities/bka1:bewijs", "x" * 2001)
    tekst, staat = proef.bewaard(), proef.werk.to_data()
    assert is_read_wrong(tekst, ZELFEVALUATIE) == []
    for anders in every_change(tekst):
        daarna = Zelfproef()
        daarna.open(anders)
        dicht = any(b.get("naam") == "onleesbaar" for b, _ in daarna.gestuurd)
        assert dicht or daarna.werk.to_data() == staat


def test_eigen_werkbestand_is_leesbaar_opgeslagen(proef):
    proef.vul("opzet/naam", "Najaar")
    gelezen = from_json(proef.bewaard(), "zelfevaluatie", VERSIE, omzettingen=OMZETTINGEN)
    assert gelezen.staat["staat"]["opzet"]["naam"] == "Najaar"


def test_het_verslag_op_het_scherm_is_dat_van_het_document(vol):
    assert verslag(vol) == to_markdown(vol.paneel.vol.verslag.document()).replace("\\", "")
