"""Het scherm zonder browser: wat er met invoer gebeurt, en dat er niets verloren gaat."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.opslag.werkbestand import Onleesbaar, from_json
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.schermdelen import Bestand, Bewaren
from lv_tools.schermdelen.rolkeuze import ANDERS
from lv_tools.schermdelen.verzamelvakken import ANONIEM_BLIJFT
from lv_tools.urgentiemeter.bestand.scan import NAAM, VERSIE, scan_from_state
from lv_tools.urgentiemeter.scherm import open_scherm
from lv_tools.urgentiemeter.scherm.uitslag import NOG_NIETS, TE_KLEIN
from lv_tools.urgentiemeter.scherm.vel import GEEN, WEET_NIET
from lv_tools.urgentiemeter.scherm.voordeur import Urgentiescherm
from lv_tools.urgentiemeter.teksten import STANDAARDEN, instrument

INHOUD = instrument()


@pytest.fixture
def scherm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Urgentiescherm:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    return Urgentiescherm()


def change(deel, waarde):
    """Doe alsof de lezer een waarde verandert."""
    deel.receive("wijziging", {"waarde": waarde}, "lezer")


def field(scherm, naam):
    return next(deel for deel in scherm.scherm.walk() if deel.naam == naam)


def submit(formulier):
    formulier.receive("inzenden", {}, "lezer")
    return [fout["zin"] for fout in formulier.fouten]


def fill(vel, rol="docent", antwoord=4):
    change(vel.wie.rol, rol)
    change(vel.lijst, dict.fromkeys(INHOUD.stellingen, antwoord))


def test_stilstaand_beeld_bij_het_bouwen(monkeypatch):
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    assert isinstance(open_scherm(), Html)


def test_feiten_met_komma_en_punt(scherm):
    for veld, waarde in (("norm", "6,3"), ("jaar0", "6.7"), ("jaar1", "6,4"), ("jaar2", "6,1")):
        change(field(scherm, f"afdeling1-examencijfers-{veld}"), waarde)
    blok = scherm.feiten.blokken[0].blokken[3]
    assert blok.deel.titel.endswith("waarschuwing")
    tekst = str(blok.uitkomst.inhoud[0].alineas)
    assert "Gemiddelde van drie jaar: 6,40" in tekst
    assert "ten minste 6,40 nodig" in tekst


def test_een_fout_getal_blijft_staan_en_de_rest_telt(scherm):
    change(field(scherm, "afdeling1-examencijfers-norm"), "6,3")
    veld = field(scherm, "afdeling1-examencijfers-jaar2")
    veld.receive("wijziging", {"waarde": "61", "verlaten": True}, "lezer")
    assert veld.waarde == "61"
    assert "valt buiten de grenzen" in veld.fout
    reeks = scherm.werk.scan().afdelingen[0].reeksen[3]
    assert reeks.norm is not None
    assert reeks.resultaten == (None, None, None)


def press(scherm, knop):
    """Druk zoals de pagina dat doet; geeft het deel waar de focus daarna heen gaat."""
    gestuurd = []
    scherm.scherm.send = lambda inhoud, buffers=None: gestuurd.append(inhoud)
    bericht = {"soort": "gebeurtenis", "deel": knop.id, "naam": "klik", "nummer": 1}
    scherm.scherm._on_message(None, {**bericht, "weergave": "w", "gegevens": {}}, [])
    assert gestuurd[-1]["storing"] == ""
    focus = [b["deel"] for b in gestuurd if b.get("naam") == "focus"]
    return next((d for d in scherm.scherm.walk() if focus and d.id == focus[-1]), None)


def test_een_afdeling_weg_of_erbij_brengt_de_lezer_naar_een_zichtbare_plek(scherm):
    erbij = next(d for d in scherm.scherm.walk() if getattr(d, "tekst", "") == "Nog een afdeling")
    assert press(scherm, erbij) is scherm.feiten.blokken[1].naam
    press(scherm, erbij)
    een, twee, drie = scherm.feiten.blokken
    assert press(scherm, twee.weg) is drie.deel  # wat nu op die plek staat
    assert press(scherm, drie.weg) is een.deel  # of anders de laatste
    assert scherm.feiten.blokken == [een]
    assert een.weg.verborgen


def test_meer_afdelingen_en_een_eigen_indicator(scherm):
    scherm.feiten.add(scherm.feiten.departments()[0])
    assert len(scherm.werk.scan().afdelingen) == 2
    assert not scherm.feiten.blokken[0].weg.verborgen
    blok = scherm.feiten.blokken[0]
    naam, richting, laagste, hoogste = blok.eigen_velden
    change(naam, "Verzuim")
    change(richting, "lager")
    change(laagste, "10")
    change(hoogste, "5")
    formulier = next(d for d in blok.deel.walk() if d.soort == "formulier")
    assert "niet hoger dan het laagste" in submit(formulier)[0]
    change(hoogste, "100")
    assert submit(formulier) == []
    indicator = blok.blokken[-1].indicator
    assert (indicator.naam, indicator.hoger_beter) == ("Verzuim", False)
    scherm.feiten.remove(scherm.feiten.blokken[1])
    assert len(scherm.werk.scan().afdelingen) == 1


def test_zelf_invullen_telt_meteen_en_maar_een_keer(scherm):
    fill(scherm.beleving.zelf)
    change(scherm.beleving.zelf.standaarden, ("OR1", "OP3"))
    change(scherm.beleving.zelf.lijst, dict.fromkeys(INHOUD.stellingen, 3))
    (bron,) = scherm.werk.bronnen
    (respondent,) = bron.respondenten
    assert respondent.rol == "docent"
    assert respondent.keuzes == {STANDAARDEN: ("OP3", "OR1")}
    assert scherm.beleving.paneel.bronnen.wie.tekst == "Er telt nu 1 persoon mee: docent 1."


def test_geen_en_weet_niet_sluiten_de_rest_uit(scherm):
    vel = scherm.beleving.zelf
    change(vel.standaarden, ("OR1",))
    change(vel.standaarden, ("OR1", WEET_NIET))
    assert vel.standaarden.waarde == (WEET_NIET,)
    assert vel.respondent().keuzes == {STANDAARDEN: None}
    change(vel.standaarden, ("OP3", WEET_NIET))
    assert vel.standaarden.waarde == ("OP3",)
    change(vel.standaarden, ("OP3", GEEN))
    assert vel.respondent().keuzes == {STANDAARDEN: ()}
    change(vel.standaarden, ())
    assert vel.respondent() is None


def test_eigen_rol(scherm):
    vel = scherm.beleving.zelf
    change(vel.wie.rol, ANDERS)
    assert not vel.wie.andere.verborgen
    change(vel.wie.andere, "Decaan ")
    change(vel.lijst, {"u5": 4})
    assert scherm.werk.own().rol == "decaan"


def test_een_groep_kiest_eerst_op_naam_of_anoniem(scherm):
    change(scherm.beleving.paneel.manier, "beurt")
    assert not scherm.beleving.paneel.modus.deel.verborgen
    assert scherm.beleving.paneel.vakken["beurt"].verborgen
    change(scherm.beleving.paneel.modus.keuze, "anoniem")
    assert not scherm.beleving.paneel.vakken["beurt"].verborgen
    assert scherm.beleving.paneel.beurt.wie.naam.verborgen
    change(scherm.beleving.paneel.modus.keuze, "naam")
    assert not scherm.beleving.paneel.beurt.wie.naam.verborgen


def test_om_de_beurt_vraagt_alles_en_maakt_daarna_leeg(scherm):
    change(scherm.beleving.paneel.manier, "beurt")
    change(scherm.beleving.paneel.modus.keuze, "naam")
    formulier = next(
        d for d in scherm.beleving.paneel.vakken["beurt"].walk() if d.soort == "formulier"
    )
    fouten = submit(formulier)
    assert any("12 stellingen zonder antwoord" in zin for zin in fouten)
    fill(scherm.beleving.paneel.beurt)
    change(scherm.beleving.paneel.beurt.wie.naam, "Anna")
    assert submit(formulier) == []
    assert scherm.beleving.paneel.beurt.lijst.waarde == {}
    assert scherm.beleving.paneel.beurt.wie.rol.waarde is None
    fill(scherm.beleving.paneel.beurt, "ouder", 1)
    submit(formulier)
    assert scherm.werk.people == 2
    assert scherm.werk.bronnen[0].respondenten[0].naam == "Anna"
    scherm.werk.undo_turn()
    assert scherm.werk.people == 1


def test_anoniem_blijft_anoniem_en_naam_verdwijnt(scherm):
    change(scherm.beleving.paneel.manier, "beurt")
    change(scherm.beleving.paneel.modus.keuze, "naam")
    scherm.werk.add_turn(Respondent("", "docent", {"u5": 4}, naam="Anna"))
    change(scherm.beleving.paneel.modus.keuze, "anoniem")
    assert scherm.werk.bronnen[0].respondenten[0].naam == ""
    change(scherm.beleving.paneel.modus.keuze, "naam")
    assert scherm.werk.modus == "anoniem"
    assert scherm.beleving.paneel.modus.keuze.waarde == "anoniem"
    assert scherm.beleving.paneel.modus.melding.tekst == ANONIEM_BLIJFT


CSV = b"rol;u5;u2;u3\ndocent;4;4;4\nouder;1;9;1\n"


def test_bestanden_samenvoegen_met_een_kapot_ertussen(scherm):
    change(scherm.beleving.paneel.manier, "bestand")
    change(scherm.beleving.paneel.modus.keuze, "naam")
    fill(scherm.beleving.zelf)
    eigen = scherm.beleving._own_file()
    scherm.beleving.paneel.bestanden.add(
        (Bestand("a.csv", CSV), Bestand("kapot.json", b"{"), Bestand("ik.json", eigen.inhoud))
    )
    melding = scherm.beleving.paneel.bestanden.melding.tekst
    assert "‘a.csv’: 2 mensen erbij." in melding
    assert "‘9’: dat past niet bij de schaal" in melding
    assert "‘kapot.json’" in melding
    assert "afgebroken of beschadigd" in melding
    assert "‘ik.json’: 0 mensen erbij. 1 persoon stond er al" in melding
    assert scherm.werk.people == 3
    scherm.beleving.paneel.bestanden.add((Bestand("kopie van a.csv", CSV),))
    assert scherm.werk.people == 3
    weg = next(
        s for s, naam in scherm.beleving.paneel.bronnen.bron.opties if naam.startswith("a.csv")
    )
    change(scherm.beleving.paneel.bronnen.bron, weg)
    scherm.beleving.paneel.bronnen.remove()
    assert scherm.werk.people == 1


def test_anoniem_bestand_wordt_niet_op_naam_gelezen(scherm):
    change(scherm.beleving.paneel.modus.keuze, "anoniem")
    scherm.werk.add_turn(Respondent("", "docent", {"u5": 4}))
    staat = {"extra": scherm.werk.to_state()}
    ander = Urgentiescherm()
    change(ander.beleving.paneel.modus.keuze, "naam")
    from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json

    bestand = to_json(Bewaard(NAAM, VERSIE, "x", now(), staat)).encode()
    (zin,) = ander.werk.add_file("x.json", bestand)
    assert "anoniem gegeven" in zin
    assert ander.werk.people == 0


def test_tellen_in_de_zaal(scherm):
    change(scherm.beleving.paneel.manier, "hand")
    change(scherm.beleving.paneel.modus.keuze, "naam")
    hand = scherm.beleving.hand
    change(hand.wie.rol, "docent")
    change(hand.personen, "19")
    assert "nog niets geteld" in submit(hand.deel)[0]
    change(hand.stellingen["u5"], "2 5 8 3 1")
    change(hand.stellingen["u2"], "2, 5, 8, 3")
    change(hand.standaarden["OR1"], "20")
    fouten = submit(hand.deel)
    assert any("geen 5 aantallen" in zin for zin in fouten)
    assert any("20 is meer dan de 19 mensen" in zin for zin in fouten)
    assert hand.stellingen["u5"].waarde == "2 5 8 3 1"
    change(hand.stellingen["u2"], "9/9/9/9/9")
    assert any("45 is meer dan de 19" in zin for zin in submit(hand.deel))
    change(hand.stellingen["u2"], "")
    change(hand.standaarden["OR1"], "12")
    assert submit(hand.deel) == []
    assert scherm.werk.people == 19
    assert hand.personen.waarde == ""
    telling = scherm.werk.bronnen[0].handtellingen[0].telling
    assert telling.stellingen["u5"].aantallen == (2, 5, 8, 3)
    assert telling.stellingen["u5"].weet_niet == 1
    assert telling.keuzes[STANDAARDEN].n == 19


def test_uitslag_rekent_pas_als_hij_open_is(scherm):
    assert scherm.uitslag.uitslag is None
    scherm._go(scherm.stappen.opschriften[2])
    assert scherm.uitslag.kop.tekst == NOG_NIETS
    fill(scherm.beleving.zelf)
    change(scherm.beleving.zelf.standaarden, ("OR1",))
    assert scherm.uitslag.kop.tekst == "Uitslag: gedeelde urgentie, smalle focus."
    change(scherm.uitslag.regels.lijsten["breed_standaarden"], "2")
    assert scherm.werk.regels.breed_standaarden == 2
    scherm.uitslag.regels._reset()
    assert scherm.werk.regels == INHOUD.regels


def test_anoniem_te_klein_zegt_dat(scherm):
    change(scherm.beleving.paneel.modus.keuze, "anoniem")
    scherm.werk.add_turn(Respondent("", "docent", {"u5": 4}))
    scherm._go(scherm.stappen.opschriften[2])
    assert scherm.uitslag.kop.tekst == TE_KLEIN
    assert scherm.uitslag.beeld.inhoud == ()


def test_alles_is_terug_na_een_nieuw_scherm(scherm):
    """Zoals na een gesloten tabblad: een nieuw scherm opent het bewaarde bestand."""
    bewaren = next(d for d in scherm.scherm.walk() if isinstance(d, Bewaren))
    bewaren.receive("open", {"bestand": "Havo"}, "")
    change(field(scherm, "afdeling1-naam"), "havo")
    change(field(scherm, "afdeling1-examencijfers-norm"), "6,")
    scherm.feiten.add(scherm.feiten.departments()[0])
    fill(scherm.beleving.zelf)
    change(scherm.beleving.paneel.manier, "beurt")
    change(scherm.beleving.paneel.modus.keuze, "naam")
    change(scherm.beleving.paneel.beurt.lijst, {"u5": 2})
    scherm.werk.add_turn(Respondent("", "ouder", {"u5": 1}))
    change(scherm.stappen, 2)
    bewaren.save()

    ander = Urgentiescherm()
    terug = next(d for d in ander.scherm.walk() if isinstance(d, Bewaren))
    terug.receive("open", {"bestand": "Havo"}, "")
    assert field(ander, "afdeling1-naam").waarde == "havo"
    assert field(ander, "afdeling1-examencijfers-norm").waarde == "6,"
    assert len(ander.feiten.blokken) == 2
    assert ander.werk.bronnen == scherm.werk.bronnen
    assert ander.werk.modus == "naam"
    assert ander.beleving.paneel.beurt.lijst.waarde == {"u5": 2}
    assert ander.stappen.waarde.startswith("3")
    assert ander.uitslag.uitslag is not None


def test_kapotte_bewaarde_stand_zegt_wat_er_mis_is(scherm):
    staat = scherm.werk.to_state()
    staat["modus"] = "anoniem"  # het controlegetal klopt nu niet meer
    voor = scherm.werk.to_state()
    with pytest.raises(Onleesbaar, match="veranderd of beschadigd"):
        scherm._restore(staat)
    assert scherm.werk.to_state() == voor
    scherm._restore(voor)
    scherm._restored()
    assert scherm.werk.to_state() == voor


def test_eigen_bestand_is_te_lezen_door_wie_verzamelt(scherm):
    fill(scherm.beleving.zelf)
    inhoud = scherm.beleving._own_file().inhoud
    bewaard = from_json(inhoud, NAAM, VERSIE)
    assert scan_from_state(bewaard.staat["extra"], INHOUD).bronnen[0].respondenten
    assert "afdelingen" in json.loads(inhoud)["staat"]["extra"]


# ------------------------------------------------------------------------------- wat er uitgaat


def people_in_turn(scherm, modus, rollen):
    """Laat mensen om de beurt invullen, elk met een eigen naam."""
    change(field(scherm, "manier"), "beurt")
    change(scherm.beleving.paneel.modus.keuze, modus)
    vak = scherm.beleving.paneel
    for nummer, rol in enumerate(rollen):
        fill(vak.beurt, rol)
        if modus == "naam":
            change(vak.beurt.wie.naam, f"Naam {nummer}")
        assert submit(vak.beurtvak.formulier) == []


def test_namen_losse_antwoorden_en_een_rol_van_een_persoon_alleen_op_verzoek(scherm):
    people_in_turn(scherm, "naam", ["docent"] * 3 + ["bestuur"])
    scherm.stappen.go("3. Uitslag")
    scherm.uitslag.show(open=True)
    vak = scherm.uitslag.verslag
    assert not vak.keuze.apart.verborgen
    for omvang in ("kort", "volledig"):
        change(vak.omvang, omvang)
        tekst = to_markdown(vak.document()).replace("\\", "")
        assert "Naam 0" not in tekst
        assert "Niet apart te zien: bestuur (één persoon)" in tekst
        assert "| bestuur |" not in tekst
    change(vak.keuze.los, True)
    for omvang in ("kort", "volledig"):
        change(vak.omvang, omvang)
        tekst = to_markdown(vak.document()).replace("\\", "")
        assert "Er deden mee: Naam 0, Naam 1, Naam 2 en Naam 3." in tekst
        assert "Niet apart te zien" not in tekst
    assert "wie wat antwoordde" in vak.keuze.wat.tekst


def test_anoniem_is_er_niets_te_kiezen_en_staan_er_aantallen(scherm):
    people_in_turn(scherm, "anoniem", ["docent"] * 6)
    scherm.uitslag.show(open=True)
    vak = scherm.uitslag.verslag
    assert vak.keuze.los.verborgen
    assert vak.keuze.apart.verborgen
    assert "laat het verschil zien" in vak.keuze.wat.tekst
    respons = scherm.beleving.respons
    change(respons.aantallen, "docent 8")
    assert respons.wie.alineas == ("docent: 6 van 8",)


def test_dezelfde_naam_om_de_beurt_wordt_gevraagd(scherm):
    people_in_turn(scherm, "naam", ["docent"])
    people_in_turn(scherm, "naam", ["docent"])
    knoppen = [d.tekst for d in scherm.beleving.respons.dubbel.walk() if d.soort == "knop"]
    assert knoppen == [
        "Naam 0 (docent): alleen het nieuwste telt",
        "Naam 0 (docent): tel ze allemaal",
    ]
