"""Het scherm zonder browser: wat er met invoer gebeurt, en dat er niets verloren gaat."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.opslag.werkbestand import Onleesbaar, from_json
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.schermdelen import Bestand, Bewaren
from lv_tools.schermdelen.verzamelvakken import ANONIEM_BLIJFT
from lv_tools.zelfevaluatie.bestand.antwoorden import answers_to_file, clean_answers, read_answers
from lv_tools.zelfevaluatie.bestand.link import from_fragment, to_fragment
from lv_tools.zelfevaluatie.bestand.scan import VERSIE, scan_from_file
from lv_tools.zelfevaluatie.model.opzet import Opzet, new_setup, stellingen_van
from lv_tools.zelfevaluatie.scherm import open_scherm
from lv_tools.zelfevaluatie.scherm.uitdelen import GEEN_ADRES
from lv_tools.zelfevaluatie.scherm.uitslag import NOG_NIETS, TE_KLEIN
from lv_tools.zelfevaluatie.scherm.voordeur import Zelfevaluatiescherm
from lv_tools.zelfevaluatie.teksten import instrument

INHOUD = instrument()
AANTAL = len(INHOUD.stellingen)
SITE = "https://voorbeeld.invalid/instrumenten/zelfevaluatie.html"
GROEPEN = {"bestuur": (3, 4), "intern-toezicht": (5, 3), "schoolleiding": (4, 1)}


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


@pytest.fixture
def scherm() -> Zelfevaluatiescherm:
    return begin()


def begin(hekje: str = "") -> Zelfevaluatiescherm:
    """Open een scherm zoals de pagina dat doet: eerst het adres, dan wat bewaard was."""
    scherm = Zelfevaluatiescherm(in_pagina=True)
    scherm.scherm._on_message(None, {"soort": "hallo", "versie": 0}, [])
    scherm.adres.receive("adres", {"adres": SITE, "hekje": hekje}, "lezer")
    bewaren(scherm).receive("open", {"bestand": "Scan"}, "")
    return scherm


def bewaren(scherm):
    return next(deel for deel in scherm.scherm.walk() if isinstance(deel, Bewaren))


def change(deel, waarde):
    """Doe alsof de lezer een waarde verandert."""
    deel.receive("wijziging", {"waarde": waarde}, "lezer")


def submit(formulier):
    formulier.receive("inzenden", {}, "lezer")
    return [fout["zin"] for fout in formulier.fouten]


def form(deel):
    return next(d for d in deel.walk() if d.soort == "formulier")


def download(deel):
    return deel.maak()


def file_of(opzet: Opzet, rol: str, antwoord: int | None, naam: str = "") -> Bestand:
    antwoorden = dict.fromkeys(stellingen_van(opzet, INHOUD), antwoord)
    wie = clean_answers(rol, antwoorden, opzet, INHOUD, naam=naam)
    return Bestand(f"{wie.id[:6]}.json", answers_to_file(wie, opzet, INHOUD))


def twelve(opzet: Opzet) -> list[Bestand]:
    """Een bestuur van drie, een intern toezicht van vijf en vier rectoren."""
    return [
        file_of(opzet, rol, antwoord, f"{rol} {nummer}")
        for rol, (hoeveel, antwoord) in GROEPEN.items()
        for nummer in range(hoeveel)
    ]


def show(scherm, code):
    """Open een stap."""
    change(scherm.stappen, scherm.stappen.opschriften.index(scherm.titels[code]))


def fill(scherm, rol="bestuur", antwoord=3):
    change(scherm.invullen.vel.wie.rol, rol)
    for blad in scherm.invullen.vel.bladen:
        change(blad.lijst, {s.id: antwoord for s in blad.lijst.stellingen})


def test_stilstaand_beeld_bij_het_bouwen(monkeypatch):
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    beeld = open_scherm()
    assert isinstance(beeld, Html)
    assert "verzonnen" in beeld.inhoud
    for zin in INHOUD.wat_niet:
        assert zin in beeld.inhoud


# ------------------------------------------------------------------------------- scan maken


def test_elke_instelling_komt_in_de_link(scherm):
    assert scherm.maken.uitdelen.vak.verborgen
    change(scherm.maken.naam, "Najaar")
    change(scherm.maken.datum, "1-9-2026")
    change(scherm.maken.modus.keuze, "anoniem")
    change(scherm.maken.versie, "kern")
    change(scherm.maken.themas, ("bka1", "rolbewust"))
    change(scherm.maken.groepen, ("bestuur",))
    change(scherm.maken.eigen_groepen, "Ouderraad\n\nleerlingen ")
    link = scherm.maken.uitdelen.link.tekst
    assert link.startswith(f"{SITE}#scan=")
    opzet = from_fragment(link, INHOUD)
    assert opzet == scherm.werk.opzet
    assert (opzet.naam, opzet.datum, opzet.modus) == ("Najaar", "2026-09-01", "anoniem")
    assert opzet.themas == ("bka1", "rolbewust")
    assert opzet.groepen == ("bestuur", "Ouderraad", "leerlingen")
    assert len(stellingen_van(opzet, INHOUD)) == 2


def test_een_fout_laat_de_scan_zoals_hij_was(scherm):
    voor = scherm.werk.opzet
    change(scherm.maken.themas, ())
    assert "geen thema gekozen" in scherm.maken.themas.fout
    assert scherm.werk.opzet == voor
    change(scherm.maken.themas, ("bka1",))
    assert scherm.maken.themas.fout == ""
    scherm.maken.datum.receive("wijziging", {"waarde": "31-2-2026", "verlaten": True}, "")
    assert scherm.maken.datum.fout
    assert scherm.maken.datum.waarde == "31-2-2026"
    assert scherm.werk.opzet.datum == voor.datum


def test_eigen_stelling_erbij_en_weer_weg(scherm):
    vak = form(scherm.maken.eigen.deel)
    assert submit(vak)
    change(scherm.maken.eigen.thema, "bka1")
    change(scherm.maken.eigen.tekst, "Wij lezen <b>het koersplan</b>.")
    assert submit(vak) == []
    (eigen,) = scherm.werk.opzet.eigen
    assert eigen.tekst == "Wij lezen <b>het koersplan</b>."
    assert scherm.maken.eigen.tekst.waarde == ""
    assert eigen.code in {s.id for s in scherm.invullen.vel.bladen[0].lijst.stellingen}
    change(scherm.maken.themas, ("bka2",))
    assert "dat thema doet niet mee" in scherm.maken.fout.tekst
    change(scherm.maken.themas, ("bka1", "bka2"))
    scherm.maken.eigen.lijst.receive("actie", {"kaart": eigen.code, "naam": "weg"}, "")
    assert scherm.werk.opzet.eigen == ()


def test_met_antwoorden_liggen_de_vragen_vast(scherm):
    scherm.samenbrengen.paneel.bestanden.add([file_of(scherm.werk.opzet, "bestuur", 3)])
    assert scherm.maken.themas.uit
    assert "Er zijn al antwoorden van 1 persoon." in scherm.maken.slot.tekst
    voor = scherm.werk.opzet
    change(scherm.maken.versie, "kern")
    assert scherm.werk.opzet == voor
    assert scherm.maken.versie.waarde == "volledig"
    change(scherm.maken.naam, "Andere naam")
    assert scherm.werk.opzet.naam == "Andere naam"
    assert scherm.werk.people == 1


def test_buiten_de_pagina_is_er_geen_link_maar_een_bestand():
    scherm = Zelfevaluatiescherm(in_pagina=False)
    with pytest.raises(ValueError, match="adres"):
        scherm.adres.receive("adres", {"adres": SITE, "hekje": ""}, "")
    scherm.maken.uitdelen.klaar.bij_klik()
    assert scherm.maken.uitdelen.links.verborgen
    assert scherm.maken.uitdelen.geen_adres.tekst == GEEN_ADRES
    assert not scherm.maken.uitdelen.geen_adres.verborgen
    bestand = scherm.maken.uitdelen._file()
    ander = Zelfevaluatiescherm()
    ander.invullen.ontvangen._file((bestand,))
    assert ander.invullen.opzet == scherm.werk.opzet
    assert ander.werk.opzet.id != scherm.werk.opzet.id


def test_qr_code_hoort_bij_de_link_van_nu(scherm):
    uitdelen = scherm.maken.uitdelen
    uitdelen.klaar.bij_klik()
    uitdelen.toon_qr.bij_klik()
    assert len(uitdelen.qr.rijen) == len(uitdelen.qr.rijen[0]) >= 21
    assert set("".join(uitdelen.qr.rijen)) == {"0", "1"}
    assert uitdelen._png().inhoud.startswith(b"\x89PNG")
    change(scherm.maken.naam, "Een andere naam")
    assert uitdelen.qr.rijen == []


# ------------------------------------------------------------------------------- invullen


def test_thema_voor_thema_heen_en_terug(scherm):
    paneel = scherm.invullen
    assert not paneel.begin.verborgen
    paneel.volgende.bij_klik()
    eerste = paneel.vel.bladen[0]
    assert not eerste.deel.verborgen
    assert paneel.stand.alineas[0].startswith("Thema 1 van 8.")
    change(eerste.lijst, {eerste.lijst.stellingen[0].id: None})
    assert f"1 van de {AANTAL}" in paneel.stand.alineas[0]
    change(paneel.naar, "9")
    assert not paneel.slot.deel.verborgen
    assert "Kies eerst bij welke groep u hoort" in paneel.slot.ontbreekt.tekst
    assert paneel.slot.bewaar.uit
    paneel.vorige.bij_klik()
    assert not paneel.vel.bladen[7].deel.verborgen


def test_pas_als_een_thema_af_is_klinkt_hoe_ver_het_is(scherm):
    gestuurd = []
    scherm.scherm.send = lambda inhoud, buffers=None: gestuurd.append(inhoud)
    antwoorden = 0
    for blad in scherm.invullen.vel.bladen:
        for nummer, _stelling in enumerate(blad.lijst.stellingen, start=1):
            waarde = {s.id: 3 for s in blad.lijst.stellingen[:nummer]}
            bericht = {"deel": blad.lijst.id, "naam": "wijziging", "gegevens": {"waarde": waarde}}
            bericht |= {"soort": "gebeurtenis", "weergave": "w", "nummer": 1}
            scherm.scherm._on_message(None, bericht, [])
            assert gestuurd[-1]["storing"] == ""
            antwoorden += 1
    assert antwoorden == AANTAL
    gehoord = [b["tekst"] for b in gestuurd if b["soort"] == "meld"]
    assert len(gehoord) == len(scherm.invullen.vel.bladen)
    assert gehoord[-1] == f"Dit thema is af. U beantwoordde {AANTAL} van de {AANTAL} stellingen."
    # Er is ook geen ander gebied dat bij elk antwoord iets nieuws te zeggen heeft.
    live = {d.id for d in scherm.scherm.walk() if d.soort == "mededeling"}
    anders = [
        w["deel"]
        for b in gestuurd
        if b["soort"] == "wijzigingen"
        for w in b["lijst"]
        if w["deel"] in live and w["eigenschappen"].get("tekst")
    ]
    assert len(anders) <= len(scherm.invullen.vel.bladen)


def test_wie_alle_groepen_uitvinkt_houdt_dat(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "uitslag")
    vak = scherm.uitslag.groepen
    assert vak.keuze.waarde
    change(vak.keuze, ())
    show(scherm, "maken")
    show(scherm, "uitslag")
    assert vak.keuze.waarde == ()
    assert vak.beeld.inhoud[-1].eigenschappen["leeg"] == "Kies ten minste één groep."


def test_het_overzicht_toont_precies_wat_in_het_bestand_komt(scherm):
    fill(scherm, "schoolleiding", 2)
    blad = scherm.invullen.vel.bladen[0]
    change(blad.notities["bka1:bewijs"], "Zie <script>alert(1)</script>, bladzijde 4")
    change(scherm.invullen.vel.wie.naam, "Anna de Wit")
    scherm.invullen.go(9)
    rijen = dict(scherm.invullen.slot.overzicht.rijen)
    assert rijen["Naam"] == "Anna de Wit"
    assert rijen["Rol"] == "rector of directeur"
    bestand = download(scherm.invullen.slot.bewaar)
    assert "anna" not in bestand.naam.lower()
    gelezen = read_answers(bestand.inhoud, scherm.werk.opzet, INHOUD)
    assert gelezen.notities == {"bka1:bewijs": "Zie <script>alert(1)</script>, bladzijde 4"}
    waarden = [waarde for _wat, waarde in scherm.invullen.slot.overzicht.rijen]
    assert waarden.count("enigszins") == AANTAL
    assert gelezen.notities["bka1:bewijs"] in waarden


def test_eigen_antwoorden_tellen_mee_en_niet_dubbel(scherm):
    fill(scherm)
    assert scherm.werk.people == 1
    scherm.invullen.go(9)
    bestand = download(scherm.invullen.slot.bewaar)
    scherm.samenbrengen.paneel.bestanden.add([bestand])
    assert scherm.werk.people == 1
    scherm.invullen._wipe()
    assert scherm.invullen.vel.answers() == {}


def test_een_te_lange_tekst_blijft_staan_en_zegt_wat_er_mis_is(scherm):
    fill(scherm)
    veld = scherm.invullen.vel.bladen[0].notities["bka1:opmerking"]
    veld.receive("wijziging", {"waarde": "x" * 2001, "verlaten": True}, "")
    assert "2.001 tekens" in veld.fout
    assert veld.waarde == "x" * 2001
    scherm.invullen.go(9)
    # De samenvatting noemt het veld zoals het op het scherm heet, en brengt de lezer erheen.
    fout, knop = scherm.invullen.fout, scherm.invullen.naar_fout
    assert "BKA1" in fout.tekst
    assert f"‘{veld.label}’" in fout.tekst
    assert "2.000 tekens" in fout.tekst
    assert "bka1:opmerking" not in fout.tekst
    assert scherm.invullen.slot.bewaar.uit
    gestuurd = []
    scherm.scherm.send = lambda inhoud, buffers=None: gestuurd.append(inhoud)
    knop.receive("klik", {}, "lezer")
    assert scherm.invullen.plek == 1
    (focus,) = [b for b in gestuurd if b["soort"] == "opdracht"]
    assert (focus["naam"], focus["deel"]) == ("focus", veld.id)
    # Wie even een andere scan opent, is de lange tekst niet kwijt.
    scherm.invullen.receive(other_setup())
    scherm.invullen.receive(scherm.werk.opzet)
    veld = scherm.invullen.vel.bladen[0].notities["bka1:opmerking"]
    assert veld.waarde == "x" * 2001
    assert not knop.verborgen
    change(veld, "kort")
    assert fout.tekst == ""
    assert knop.verborgen


def test_anonieme_scan_vraagt_geen_naam(scherm):
    change(scherm.maken.modus.keuze, "anoniem")
    assert scherm.invullen.vel.wie.naam.verborgen
    scherm.invullen.vel.wie.naam.waarde = "Anna"
    fill(scherm)
    scherm.invullen.go(9)
    assert b"Anna" not in download(scherm.invullen.slot.bewaar).inhoud


# ------------------------------------------------------------------------------- de link


def other_setup() -> Opzet:
    from dataclasses import replace

    return replace(new_setup(INHOUD), naam="Scan van een ander", versie="kern")


def test_wie_een_link_opent_komt_meteen_bij_invullen():
    opzet = other_setup()
    scherm = begin(to_fragment(opzet, INHOUD))
    assert scherm.stappen.waarde == scherm.titels["invullen"]
    assert scherm.stappen.zonder_tabs
    assert scherm.invullen.opzet == opzet
    assert "Scan van een ander" in str(scherm.invullen.over.alineas)
    fill(scherm, "bestuur", 4)
    assert scherm.werk.people == 0
    assert scherm.werk.vers
    scherm.invullen.go(9)
    bestand = download(scherm.invullen.slot.bewaar)
    assert read_answers(bestand.inhoud, opzet, INHOUD).rol == "bestuur"
    scherm.invullen.alles.bij_klik()
    assert not scherm.stappen.zonder_tabs


def test_na_een_gesloten_tabblad_gaat_het_invullen_via_de_link_verder():
    opzet = other_setup()
    scherm = begin(to_fragment(opzet, INHOUD))
    fill(scherm, "bestuur", 4)
    scherm.invullen.go(3)
    bewaren(scherm).save()
    opnieuw = begin(to_fragment(opzet, INHOUD))
    assert opnieuw.invullen.opzet == opzet
    assert opnieuw.invullen.plek == 3
    assert set(opnieuw.invullen.vel.answers().values()) == {4}
    # Ook zonder link staat de scan van de ander er nog, onder de eigen stappen.
    zonder = begin()
    assert zonder.invullen.opzet == opzet
    assert not zonder.stappen.zonder_tabs


def test_een_link_raakt_de_eigen_scan_niet(scherm):
    fill(scherm, "bestuur", 2)
    bewaren(scherm).save()
    opzet = other_setup()
    opnieuw = begin(to_fragment(opzet, INHOUD))
    assert opnieuw.werk.people == 1
    assert not opnieuw.stappen.zonder_tabs
    fill(opnieuw, "bestuur", 4)
    assert set(opnieuw.werk.own().antwoorden.values()) == {2}
    change(opnieuw.invullen.welke, "")
    assert set(opnieuw.invullen.vel.answers().values()) == {2}
    change(opnieuw.invullen.welke, opzet.id)
    assert set(opnieuw.invullen.vel.answers().values()) == {4}


@pytest.mark.parametrize(
    "hekje",
    [
        "scan=",
        "scan=1.abc.defghijk",
        "scan=<script>alert(1)</script>",
        "scan=9.AAAA.AAAAAAAA",
        "scan=1." + "A" * 20_000 + ".AAAAAAAA",
    ],
)
def test_een_vijandig_hekje_geeft_een_nederlandse_zin(hekje):
    scherm = begin(hekje)
    assert scherm.melding.tekst.endswith(".")
    assert "link" in scherm.melding.tekst
    assert "<script>" not in scherm.melding.tekst
    assert scherm.stappen.waarde == scherm.titels["maken"]


def test_een_gewoon_anker_doet_niets():
    scherm = begin("zo-rekent-de-zelfevaluatie")
    assert scherm.melding.tekst == ""
    assert scherm.stappen.waarde == scherm.titels["maken"]


def test_een_geplakte_link(scherm):
    vak = scherm.invullen.ontvangen
    change(vak.link, "https://elders.invalid/")
    assert "geen scan" in submit(form(vak.deel))[0]
    change(vak.link, f"{SITE}#{to_fragment(other_setup(), INHOUD)}")
    assert submit(form(vak.deel)) == []
    assert scherm.invullen.opzet.naam == "Scan van een ander"


# ------------------------------------------------------------------------------- samenbrengen


def test_twaalf_bestanden_met_een_kapot_ertussen(scherm):
    bestanden = twelve(scherm.werk.opzet)
    kapot = Bestand("kapot.json", bestanden[0].inhoud[:-40])
    vreemd = file_of(other_setup(), "bestuur", 1)
    scherm.samenbrengen.paneel.bestanden.add([*bestanden, kapot, vreemd, bestanden[3]])
    regels = scherm.samenbrengen.paneel.bestanden.melding.tekst.split("\n")
    assert len(regels) == 15
    assert "‘kapot.json’" in regels[12]
    assert "Scan van een ander" in regels[13]
    assert "stond er al" in regels[14]
    assert scherm.werk.people == 12
    wie = scherm.samenbrengen.paneel.bronnen.wie.tekst
    assert wie == (
        "Nu tellen 12 mensen mee: bestuur 3, intern toezicht 5 en rector of directeur 4."
    )
    bronnen = scherm.samenbrengen.paneel.bronnen
    change(bronnen.bron, bronnen.bron.opties[0][0])
    bronnen.remove()
    assert scherm.werk.people == 11
    bronnen.terug.bij_klik()
    assert scherm.werk.people == 12


def test_een_sjabloon_van_deze_scan_is_terug_te_lezen(scherm):
    sjabloon = scherm.samenbrengen.paneel.bestanden._csv()
    kop = sjabloon.inhoud.decode("utf-8-sig").split("\r\n")[0]
    assert kop.count(";") == 1 + AANTAL + 16
    rij = ";".join(["1", "bestuur", *["3"] * AANTAL, *[""] * 16])
    tabel = f"{kop}\r\n{rij}".encode("utf-8-sig")
    scherm.samenbrengen.paneel.bestanden.add([Bestand("lijst.csv", tabel)])
    assert scherm.werk.people == 1


def test_wie_het_verkeerde_bestand_stuurt_hoort_welk_bestand_het_moet_zijn(scherm):
    respondent = begin(to_fragment(scherm.werk.opzet, INHOUD))
    fill(respondent)
    bewaren(respondent).save()
    werk = next(bewaren(respondent).map.map.glob("*.json")).read_bytes()
    scherm.samenbrengen.paneel.bestanden.add([Bestand("werk.lv.json", werk)])
    melding = scherm.samenbrengen.paneel.bestanden.melding.tekst
    assert melding.startswith("‘werk.lv.json’ is niet gelezen: dit is iemands hele bewaarde werk")
    assert scherm.werk.people == 0


def test_om_de_beurt(scherm):
    change(scherm.maken.versie, "kern")
    paneel = scherm.samenbrengen.paneel
    change(paneel.manier, "beurt")
    assert not paneel.beurtvak.deel.verborgen
    assert paneel.bestanden.deel.verborgen
    assert submit(paneel.beurtvak.formulier)
    vel = scherm.samenbrengen.vel
    change(vel.wie.rol, "schoolleiding")
    for blad in vel.bladen:
        change(blad.lijst, {s.id: None for s in blad.lijst.stellingen})
    assert submit(paneel.beurtvak.formulier) == []
    assert scherm.werk.people == 1
    assert vel.answers() == {}


def test_anoniem_blijft_anoniem(scherm):
    change(scherm.maken.modus.keuze, "anoniem")
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet)[:2])
    change(scherm.maken.modus.keuze, "naam")
    assert scherm.werk.opzet.modus == "anoniem"
    assert scherm.maken.modus.melding.tekst == ANONIEM_BLIJFT


def test_van_naam_naar_anoniem_gaan_namen_weg(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    assert scherm.werk.results().namen
    change(scherm.maken.modus.keuze, "anoniem")
    assert all(r.naam == "" for bron in scherm.werk.bronnen for r in bron.respondenten)


# ------------------------------------------------------------------------------- uitslag


def test_de_uitslag_opent_met_wat_hij_niet_is(scherm):
    show(scherm, "uitslag")
    assert scherm.uitslag.kop.tekst == NOG_NIETS
    assert scherm.uitslag.vol.verborgen
    eerste = scherm.uitslag.deel.inhoud[0]
    assert tuple(eerste.inhoud[0].alineas) == INHOUD.wat_niet


def test_anoniem_te_klein_zegt_dat(scherm):
    change(scherm.maken.modus.keuze, "anoniem")
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet)[:4])
    show(scherm, "uitslag")
    assert scherm.uitslag.kop.tekst == TE_KLEIN
    assert scherm.uitslag.vol.verborgen


def test_groepen_aan_en_uit_in_web_stippen_en_tabel_tegelijk(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "uitslag")
    vak = scherm.uitslag.groepen
    assert [deel.soort for deel in vak.beeld.inhoud] == ["figuur", "figuur", "tabel"]
    change(vak.keuze, ("bestuur",))
    tabel = vak.beeld.inhoud[-1]
    assert tabel.kolommen == ("Thema", "bestuur")
    assert {rij[1] for rij in tabel.rijen} == {"(heel) goed (n = 3, A = 1,00)"}
    change(vak.keuze, ())
    assert "tabel" in [deel.soort for deel in vak.beeld.inhoud]
    change(vak.keuze, ("bestuur", "schoolleiding"))
    scherm.samenbrengen.paneel.bestanden.add([file_of(scherm.werk.opzet, "bestuur", 1)])
    assert vak.keuze.waarde == ("bestuur", "schoolleiding")


def test_per_stelling_staat_wat_een_antwoord_verandert(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "uitslag")
    vak = scherm.uitslag.stellingen
    tabel = vak.beeld.inhoud[1]
    assert len(tabel.rijen) == sum(s.thema == "bka1" for s in INHOUD.stellingen.values())
    assert "één stap anders" in str(tabel.rijen[0][-1]).lower()
    change(vak.groep, "schoolleiding")
    assert {rij[1] for rij in vak.beeld.inhoud[1].rijen} == {"niet"}


def test_zonder_wijziging_wordt_er_niet_opnieuw_gerekend(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "uitslag")
    eerst = scherm.werk.results()
    show(scherm, "maken")
    show(scherm, "uitslag")
    assert scherm.werk.results() is eerst


def test_namen_staan_er_alleen_in_als_daarom_is_gevraagd(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "uitslag")
    vak = scherm.uitslag.verslag
    change(vak.omvang, "volledig")
    assert "bestuur 1" not in to_markdown(vak.document())
    change(vak.keuze.los, True)
    assert "bestuur 1" in to_markdown(vak.document())
    change(scherm.maken.modus.keuze, "anoniem")
    vak.show()
    assert vak.keuze.los.verborgen
    assert not vak.wishes().namen


def test_een_groep_van_een_persoon_gaat_alleen_apart_uit_op_verzoek(scherm):
    """Een bestuurder alleen: haar rij zou precies zijn wat zij antwoordde."""
    opzet = scherm.werk.opzet
    rest = [b for b in twelve(opzet) if b"bestuur" not in b.inhoud]
    scherm.samenbrengen.paneel.bestanden.add([*rest, file_of(opzet, "bestuur", 4, "Bea")])
    show(scherm, "uitslag")
    vak = scherm.uitslag.verslag
    assert "bestuur" in scherm.uitslag.kop.tekst  # op het scherm staat elke groep
    assert not vak.keuze.apart.verborgen
    for omvang in ("kort", "volledig"):
        change(vak.omvang, omvang)
        tekst = to_markdown(vak.document())
        assert "| bestuur |" not in tekst
        assert "Niet apart te zien: bestuur" in tekst.replace("\\", "")
        assert "(bestuur)" in vak.keuze.wat.tekst
    change(vak.keuze.apart, True)
    assert "| bestuur |" in to_markdown(vak.document())
    assert "één persoon antwoordde" in vak.keuze.wat.tekst
    assert "Bea" not in to_markdown(vak.document())


def test_wie_alleen_zelf_invulde_krijgt_de_eigen_uitslag(scherm):
    fill(scherm, antwoord=4)
    show(scherm, "uitslag")
    vak = scherm.uitslag.verslag
    assert "de enige die invulde" in vak.keuze.wat.tekst
    assert vak.keuze.apart.verborgen
    assert "hele groep" in to_markdown(vak.document())


def test_een_collega_alleen_gaat_niet_vanzelf_uit(scherm):
    scherm.samenbrengen.paneel.bestanden.add([file_of(scherm.werk.opzet, "staf", 1, "Ans")])
    show(scherm, "uitslag")
    tekst = to_markdown(scherm.uitslag.verslag.document()).replace("\\", "")
    assert "Er is één persoon" in tekst
    assert "hele groep" not in tekst


def test_anoniem_zegt_het_scherm_wat_een_tussenstand_verraadt(scherm):
    change(scherm.maken.modus.keuze, "anoniem")
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "uitslag")
    assert "kan daarna zien wat zij antwoordden" in scherm.uitslag.tussenstand.tekst
    change(
        scherm.samenbrengen.respons.aantallen,
        "bestuur 3\nintern toezicht 5\nrector of directeur 4",
    )
    show(scherm, "verzamelen")
    show(scherm, "uitslag")
    assert scherm.uitslag.tussenstand.tekst == ""
    show(scherm, "vergelijken")
    assert "van elke persoon alles" in scherm.vergelijken.in_bestand.tekst
    assert not scherm.in_bestand.verborgen
    assert "van elke persoon alles" in scherm.in_bestand.alineas[0][1]


def test_wie_invult_leest_vooraf_wie_de_antwoorden_ziet(scherm):
    for modus in ("naam", "anoniem"):
        change(scherm.maken.modus.keuze, modus)
        weet = next(rij["weet"] for rij in INHOUD.inhoud["modus"] if rij["code"] == modus)
        assert set(weet) <= set(scherm.invullen.ziet.alineas)


# ------------------------------------------------------------------------------- wie is er al


def overview(scherm):
    """Wat de lezer onder ‘Wie is er al?’ leest."""
    regels = scherm.samenbrengen.respons.wie.alineas
    return ["".join(d if isinstance(d, str) else d.tekst for d in _parts(r)) for r in regels]


def _parts(regel):
    return (regel,) if isinstance(regel, str) else regel


def test_op_naam_staat_er_wie_er_mist(scherm):
    respons = scherm.samenbrengen.respons
    change(respons.namen, "Bestuur 0\nAnja Afwezig")
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet)[:2])
    assert overview(scherm) == [
        "Mist nog (1): Anja Afwezig.",
        "Is binnen (1): Bestuur 0.",
        "Is binnen en staat niet op uw lijst (1): bestuur 1.",
    ]
    assert scherm.maken.uitdelen.link.tekst in respons.kopie.tekst
    assert "Anja" not in respons.kopie.tekst
    scherm.samenbrengen.paneel.bestanden.add(
        [file_of(scherm.werk.opzet, "bestuur", 3, "anja afwezig")]
    )
    assert respons.complete
    assert respons.herinner.verborgen


def test_anoniem_staan_er_alleen_aantallen_en_is_de_namenlijst_weg(scherm):
    respons = scherm.samenbrengen.respons
    change(respons.namen, "Bea Bestuur")
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet)[:4])
    change(scherm.maken.modus.keuze, "anoniem")
    change(respons.aantallen, "bestuur 3\nintern toezicht 5\nongeteld")
    assert respons.namen.waarde == ""
    assert overview(scherm)[:2] == ["bestuur: 3 van 3", "intern toezicht: 1 van 5"]
    assert "‘ongeteld’" in overview(scherm)[-1]
    assert not respons.complete


def test_dezelfde_naam_van_een_ander_apparaat_wordt_gevraagd(scherm):
    opzet, respons = scherm.werk.opzet, scherm.samenbrengen.respons
    vak = scherm.samenbrengen.paneel.bestanden
    vak.add([file_of(opzet, "bestuur", 1, "Bea Bos")])
    vak.add([file_of(opzet, "bestuur", 4, "bea bos")])
    assert "bea bos staat er nu vaker in" in vak.melding.tekst.casefold()
    assert scherm.werk.people == 2  # niets is stil weggehaald
    knoppen = [d for d in respons.dubbel.walk() if d.soort == "knop"]
    assert [k.tekst.split(": ")[1] for k in knoppen] == [
        "alleen het nieuwste telt", "tel ze allemaal",
    ]  # fmt: skip
    show(scherm, "uitslag")
    assert "Kies bij Samenbrengen" in scherm.uitslag.tussenstand.tekst
    knoppen[0].bij_klik()
    assert scherm.werk.people == 1
    (over,) = (r for bron in scherm.werk.bronnen for r in bron.respondenten)
    assert set(over.antwoorden.values()) == {4}
    assert not list(respons.dubbel.inhoud)
    scherm.werk.undo_remove()  # en het kan terug
    assert scherm.werk.people == 2
    knoppen = [d for d in respons.dubbel.walk() if d.soort == "knop"]
    knoppen[1].bij_klik()
    assert scherm.werk.people == 2
    assert not list(respons.dubbel.inhoud)
    assert respons.akkoord.keep()
    vak.add([file_of(opzet, "bestuur", 2, "Bea Bos")])
    assert list(respons.dubbel.inhoud)  # een derde wordt weer gevraagd


def test_eigen_antwoorden_worden_niet_stil_vervangen(scherm):
    change(scherm.invullen.vel.wie.naam, "Bea Bos")
    fill(scherm, antwoord=2)
    scherm.samenbrengen.paneel.bestanden.add([file_of(scherm.werk.opzet, "bestuur", 4, "Bea Bos")])
    vragen = scherm.samenbrengen.respons.dubbel
    assert [d.tekst for d in vragen.walk() if d.soort == "knop"] == [
        "Bea Bos (bestuur): tel ze allemaal"
    ]


# ------------------------------------------------------------------------------- samen, vergelijken


def test_samen_oordelen_wordt_bewaard_en_kan_weg(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "samen")
    blad = scherm.samen.bladen["bka1"]
    assert submit(form(blad.deel))
    change(blad.oordeel, "4")
    change(blad.teksten["overtuigd"], "Twee voorbeelden.")
    change(blad.datum, "31-31-2026")
    assert submit(form(blad.deel))
    change(blad.datum, "")
    assert submit(form(blad.deel)) == []
    (oordeel,) = scherm.werk.samen
    assert (oordeel.oordeel, oordeel.overtuigd, oordeel.vooraf_n) == (4, "Twee voorbeelden.", 12)
    assert "Samen: (heel) goed." in blad.stand.tekst
    assert "1 stap hoger" in blad.stand.tekst
    assert dict(scherm.samen.thema.opties)["bka1"].endswith("(besproken)")
    blad.weg.bij_klik()
    assert scherm.werk.samen == ()


def test_een_tweede_scan_naast_de_eerste(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    eerste = scherm.werk.opzet
    scherm.vergelijken._next()
    assert scherm.stappen.waarde == scherm.titels["maken"]
    assert scherm.werk.opzet.id != eerste.id
    assert not scherm.maken.themas.uit
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    show(scherm, "vergelijken")
    assert len(scherm.vergelijken.vergelijking.themas) == 8 * 4
    assert scherm.vergelijken.vergelijking.verklaringen
    nu = scherm.werk.opzet
    assert f"U werkt nu aan ‘{nu.naam}’ van" in scherm.vergelijken.stand.tekst
    scherm.werk.replace_scan(
        replace(scherm.werk.scan(), opzet=replace(nu, naam="Herfst", datum="2028-11-24"))
    )
    assert "U werkt nu aan ‘Herfst’ van 24 november 2028." in scherm.vergelijken.stand.tekst
    soorten = [deel.soort for deel in scherm.vergelijken.beeld.inhoud]
    assert soorten[0] == "sectie"  # eerst wat een verschil nog meer kan verklaren
    assert "figuur" in soorten
    excel = scherm.vergelijken.excel.maak()
    assert excel.naam == "zelfevaluatie-vergelijking-herfst-2028-11-24.xlsx"
    bladen = openpyxl.load_workbook(io.BytesIO(excel.inhoud))
    assert bladen.sheetnames == [
        "Scans hele groep", "Scans bestuur", "Scans intern toezicht",
        "Scans rector of directeur",
    ]  # fmt: skip
    change(scherm.vergelijken.ernaast, eerste.id)
    scherm.vergelijken._remove()
    assert scherm.vergelijken.excel.verborgen
    assert scherm.vergelijken.vergelijking is None


def test_elk_bestand_noemt_het_hulpmiddel_de_scan_en_de_dag(scherm):
    from lv_tools.schermdelen import Download

    opzet = replace(scherm.werk.opzet, naam="De Vaart", datum="2026-11-27")
    scherm.werk.replace_scan(replace(scherm.werk.scan(), opzet=opzet))
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    scherm.maken.uitdelen.set_address("https://voorbeeld.invalid/zelf.html")
    show(scherm, "uitslag")
    namen = {}
    for knop in scherm.scherm.walk():
        if isinstance(knop, Download) and not {"mijn", "vergelijking"} & set(knop.tekst.split()):
            namen[knop.tekst] = knop.maak().naam
    assert namen["Verslag voor Word"] == "zelfevaluatie-verslag-de-vaart-2026-11-27.docx"
    assert namen["Bewaar deze scan"] == "zelfevaluatie-hele-scan-de-vaart-2026-11-27.json"
    assert len(set(namen.values())) == len(namen) >= 8
    for naam in namen.values():
        assert naam.startswith("zelfevaluatie-")
        assert "-de-vaart-20" in naam


def test_een_bewaarde_scan_ernaast_leggen(scherm):
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    bestand = scherm.vergelijken._save()
    assert scan_from_file(bestand.inhoud, INHOUD).opzet == scherm.werk.opzet
    scherm.vergelijken._add((bestand, Bestand("stuk.json", bestand.inhoud[:-20])))
    regels = scherm.vergelijken.melding.tekst.split("\n")
    assert "dezelfde scan" in regels[0]
    assert "‘stuk.json’ is niet geopend" in regels[1]
    ander = Zelfevaluatiescherm()
    ander.vergelijken._add((bestand,))
    assert "ligt ernaast" in ander.vergelijken.melding.tekst
    # Ook wat ‘Opslaan als bestand’ maakt, is zo te openen.
    bewaren(scherm).save()
    bewaard = next(bewaren(scherm).map.map.glob("*.json")).read_bytes()
    derde = Zelfevaluatiescherm()
    derde.vergelijken._add((Bestand("werk.lv.json", bewaard),))
    assert "ligt ernaast" in derde.vergelijken.melding.tekst


# ------------------------------------------------------------------------------- bewaren


def test_alles_is_terug_na_een_nieuw_scherm(scherm):
    change(scherm.maken.naam, "Najaar")
    change(scherm.maken.eigen.tekst, "Nog niet af")
    fill(scherm, "schoolleiding", 2)
    scherm.invullen.go(4)
    scherm.samenbrengen.paneel.bestanden.add(twelve(scherm.werk.opzet))
    change(scherm.samenbrengen.paneel.manier, "beurt")
    change(scherm.samenbrengen.vel.wie.rol, "bestuur")
    show(scherm, "samen")
    change(scherm.samen.bladen["bka1"].teksten["afspraak"], "Elke maand een lesbezoek.")
    change(scherm.samen.bladen["bka2"].oordeel, "2")
    submit(form(scherm.samen.bladen["bka2"].deel))
    scherm.vergelijken._next()
    bewaren(scherm).save()

    ander = begin()
    assert ander.werk.scan() == scherm.werk.scan()
    assert ander.maken.naam.waarde == "Najaar"
    assert ander.maken.eigen.tekst.waarde == "Nog niet af"
    assert ander.stappen.waarde == scherm.stappen.waarde
    assert ander.samenbrengen.paneel.manier.waarde == "beurt"
    assert bewaren(ander).melding == ""


def test_een_nieuw_bestand_is_een_nieuwe_scan(scherm):
    change(scherm.maken.naam, "Eerste")
    bewaren(scherm).save()
    eerste = scherm.werk.opzet
    bewaren(scherm).receive("open", {"bestand": "Tweede"}, "")
    assert scherm.werk.opzet.naam != "Eerste"
    assert scherm.werk.opzet.id != eerste.id
    assert scherm.werk.vers
    bewaren(scherm).receive("open", {"bestand": "Scan"}, "")
    assert scherm.werk.opzet == eerste


def test_kapotte_bewaarde_scan_zegt_wat_er_mis_is(scherm):
    change(scherm.maken.naam, "Najaar")
    voor = scherm.werk.to_state()
    with pytest.raises(Onleesbaar, match="veranderd of beschadigd"):
        scherm._restore(voor | {"samen": [1]})
    assert scherm.werk.to_state() == voor


def test_vijandige_invulling_in_een_bestand_houdt_de_rest_niet_tegen(scherm):
    geheugen = scherm.invullen.geheugen
    fill(scherm)
    goed = geheugen.keep()
    for mis in ({}, {"scans": 3}, {"open": "", "scans": [{"opzet": "scan=1.x.y"}]}):
        with pytest.raises((ValueError, TypeError, LookupError)):
            geheugen.restore(mis)
    geheugen.restore(goed)
    assert set(scherm.invullen.vel.answers().values()) == {3}


def test_eigen_werkbestand_is_leesbaar_opgeslagen(scherm):
    change(scherm.maken.naam, "Najaar")
    bewaren(scherm).save()
    bestand = next(bewaren(scherm).map.map.glob("*.json"))
    gelezen = from_json(bestand.read_bytes(), "zelfevaluatie", VERSIE)
    assert gelezen.staat["extra"]["opzet"]["naam"] == "Najaar"
