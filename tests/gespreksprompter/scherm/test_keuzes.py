"""Wat de lezer koos, is wat er gebeurt: het goede gesprek weg, elke tafel en elk jaar bewaard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from prompterproef import (
    AFRONDEN,
    GESPREK,
    GIDS,
    KIEZEN,
    REEKS,
    RITME,
    Proef,
    afgerond,
    afspraak,
    lees,
    schrijf,
)

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.gespreksprompter.model.kiezen import refuse
from lv_tools.gespreksprompter.model.meegebracht import Meegebracht
from lv_tools.gespreksprompter.model.tafel import own_table
from lv_tools.schermdelen import Deel


def focus(proef: Proef) -> Deel:
    """Het deel waar Python de focus als laatste zette."""
    kenmerk = next(
        i["deel"]
        for i, _b in reversed(proef.gestuurd)
        if i["soort"] == "opdracht" and i["naam"] == "focus"
    )
    return next(d for d in proef.scherm.walk() if d.id == kenmerk)


def test_elke_stap_naar_een_ander_blad_neemt_de_focus_mee(proef: Proef) -> None:
    proef.zend("Maak de gids")
    assert (proef.blad, focus(proef)) == (GIDS, proef.opstelling.stappen)
    proef.gestuurd.clear()
    proef.klik("Begin het gesprek")
    assert (proef.blad, focus(proef)) == (GESPREK, proef.opstelling.stappen)
    afgerond(proef)
    proef.gestuurd.clear()
    proef.klik("Bereid het volgende gesprek voor")
    assert (proef.blad, focus(proef)) == (GIDS, proef.opstelling.stappen)
    proef.go(REEKS)
    proef.gestuurd.clear()
    proef.klik("Open dit gesprek")
    assert (proef.blad, focus(proef)) == (GIDS, proef.opstelling.stappen)


def twee_gesprekken(proef: Proef) -> None:
    proef.zend("Maak de gids")
    afgerond(proef)
    proef.klik("Bereid het volgende gesprek voor")
    proef.go(REEKS)


def test_ja_haalt_het_gesprek_weg_waar_de_vraag_over_ging(proef: Proef) -> None:
    twee_gesprekken(proef)
    paneel = proef.paneel(REEKS)
    proef.gebeur(paneel.gesprek, "wijziging", waarde="g2")
    proef.klik("Haal dit gesprek weg")
    assert "‘gesprek 2’" in paneel.zeker.tekst
    # Wie intussen iets anders kiest, wordt opnieuw gevraagd.
    proef.gebeur(paneel.gesprek, "wijziging", waarde="g1")
    assert paneel.antwoord.verborgen
    proef.klik("Ja, haal dit gesprek weg", laat=True)
    assert [g.id for g in proef.staat.current.gesprekken] == ["g1", "g2"]
    # Verschuift de lijst zonder dat de lezer iets kiest, dan blijft het het gevraagde gesprek.
    proef.gebeur(paneel.gesprek, "wijziging", waarde="g2")
    proef.klik("Haal dit gesprek weg")
    paneel.gesprek.waarde = "g1"
    proef.klik("Ja, haal dit gesprek weg")
    assert [g.id for g in proef.staat.current.gesprekken] == ["g1"]
    assert paneel.zeker.tekst == "‘gesprek 2’ is weggehaald."
    assert focus(proef) is paneel.gesprek


def test_nee_laat_alles_staan(proef: Proef) -> None:
    twee_gesprekken(proef)
    proef.klik("Haal dit gesprek weg")
    proef.klik("Nee, laat staan")
    assert len(proef.staat.current.gesprekken) == 2
    assert focus(proef) is proef.paneel(REEKS).gesprek
    proef.klik("Ja, haal dit gesprek weg", laat=True)
    assert len(proef.staat.current.gesprekken) == 2


def eigen_tafel(proef: Proef, naam: str) -> None:
    proef.gebeur(proef.go(KIEZEN).reeks, "wijziging", waarde="nieuw:eigen")
    proef.vul("keuze/naam", naam)
    proef.vul("keuze/niveaus", ["team"])
    proef.zend("Maak de gids")


def test_elke_eigen_tafel_heeft_een_eigen_code(proef: Proef) -> None:
    namen = ["Leerlingenraad", "Ouderraad", "Werkgroep toetsen"]
    for naam in namen:
        eigen_tafel(proef, naam)
    assert [r.naam for r in proef.staat.reeksen] == namen
    codes = [r.tafel.code for r in proef.staat.reeksen]
    assert len(set(codes)) == 3
    proef.go(RITME)
    paneel = proef.paneel(RITME)
    assert [t.naam for t in paneel._known_tables()][-3:] == namen
    proef.gebeur(paneel.tafels, "wijziging", waarde=codes)
    assert [t.tafel.naam for t in paneel.ritme.tempos] == namen
    # Bewaard en weer geopend is het nog zo.
    weer = lees(schrijf(proef.staat))
    assert weer == proef.staat


def test_twee_tafels_met_dezelfde_code_uit_een_oud_bestand_gaan_uit_elkaar(proef: Proef) -> None:
    for naam in ("Leerlingenraad", "Ouderraad"):
        eigen_tafel(proef, naam)
    staat = schrijf(proef.staat)
    for reeks in staat["reeksen"]:
        reeks["tafel"]["code"] = "eigen-2"
        for gesprek in reeks["gesprekken"]:
            gesprek["gids"]["opdracht"]["tafel"]["code"] = "eigen-2"
    een, twee = lees(staat).reeksen
    assert (een.tafel.code, een.tafel.naam) == ("eigen-2", "Leerlingenraad")
    assert (twee.tafel.code, twee.tafel.naam) == ("eigen-1", "Ouderraad")
    assert twee.gesprekken[0].gids.opdracht.tafel == twee.tafel


def test_een_tafel_die_alleen_nog_in_het_ritme_staat_houdt_haar_code(proef: Proef) -> None:
    eigen_tafel(proef, "Leerlingenraad")
    werk = proef.staat
    tafel = werk.current.tafel
    tempo = replace(werk.ritme.tempos[0], tafel=tafel)
    eerste = replace(werk.current, tafel=own_table("Anders", ("team",), "x"), gesprekken=())
    ritme = replace(werk.ritme, tempos=(tempo,))
    proef.zet(lambda w: replace(w, reeksen=(eerste,), ritme=ritme, gesprek=""))
    eigen_tafel(proef, "Ouderraad")
    assert proef.staat.current.tafel.code != tafel.code


def test_vakanties_blijven_bij_hun_schooljaar(proef: Proef) -> None:
    proef.go(RITME)
    paneel = proef.paneel(RITME)
    jaar = paneel.ritme.jaar
    proef.vul("+periode/*/vakanties", f"12-10-{jaar} t/m 18-10-{jaar} herfstvakantie")
    proef.zend("Pas de periode toe")
    proef.klik("Laat dit overleg weg")
    proef.gebeur(paneel.tafels, "wijziging", waarde=["bestuur", "staf"])
    eerst = paneel.ritme
    proef.gebeur(paneel.jaar, "wijziging", waarde=str(jaar + 1))
    assert paneel.ritme.vakanties == ()
    assert [t.tafel.code for t in paneel.ritme.tempos] == [t.tafel.code for t in eerst.tempos]
    proef.vul("+periode/*/vakanties", "nog niet af")
    proef.gebeur(paneel.jaar, "wijziging", waarde=str(jaar))
    assert paneel.ritme == eerst
    assert "herfstvakantie" in proef.deel("+periode/*/vakanties").waarde
    # Ook na bewaren, en ook wat bij het andere jaar alleen nog getypt was.
    assert lees(schrijf(proef.staat)) == proef.staat
    weer = proef.heropend()
    assert weer.staat == proef.staat
    weer.gebeur(weer.paneel(RITME).jaar, "wijziging", waarde=str(jaar + 1))
    assert weer.deel("+periode/*/vakanties").waarde == "nog niet af"
    proef.gebeur(paneel.jaar, "wijziging", waarde=str(jaar + 1))
    assert proef.deel("+periode/*/vakanties").waarde == "nog niet af"


def test_een_goed_bestand_ruimt_oude_fouten_op(proef: Proef) -> None:
    proef.vul("keuze/minuten", "te veel")
    formulier = proef.zend("Maak de gids")
    assert formulier.fouten
    proef.paneel(KIEZEN).mee.take([Meegebracht("", "Wie merkt het?")])
    assert formulier.fouten == []
    assert proef.paneel(KIEZEN).minuten.fout == ""


def test_een_weigering_bij_de_gids_gaat_weg_als_er_iets_verandert(proef: Proef) -> None:
    proef.zend("Maak de gids")
    paneel, vragen = proef.paneel(GIDS), proef.gids.vragen
    proef.kaart(paneel.kaarten, vragen[0].id, "naar", doel=vragen[-1].id)
    assert "de fasen blijven in de volgorde" in paneel.melding.tekst
    assert proef.gids.vragen == vragen
    proef.kaart(paneel.kaarten, vragen[0].id, "vast")
    assert paneel.melding.tekst == ""


@pytest.mark.parametrize(
    "melding", ["vast_te_lang", "geen_ruil", "te_lang", "niet_verder", "lege_vraag", "dubbel"]
)
def test_een_weigering_noemt_altijd_een_uitweg(melding: str) -> None:
    """Probleem en uitweg staan apart: een redacteur mag er zoveel zinnen van maken als hij wil."""
    gegevens = lees_toml("instrumenten/gespreksprompter.toml")
    waarden = dict.fromkeys(("samen", "minuten", "ruimte", "gevraagd"), "4 minuten")
    fout = refuse("Gids", "", melding, **waarden)
    assert fout.probleem == gegevens["melding"][melding].format(**waarden).rstrip(".")
    assert fout.uitweg == gegevens["uitweg"][melding].format(**waarden).rstrip(".")
    assert ".." not in str(fout)


def test_een_vraag_die_er_niet_meer_is_geeft_geen_storing(proef: Proef) -> None:
    """Twee keer klikken op een knop die na de eerste klik verdwijnt."""
    proef.zend("Maak de gids")
    vak = proef.go(GESPREK).afspraken
    afspraak(proef, "Lesbezoeken")
    proef.kaart(vak.afspraken, "a1", "wijzig")
    (klaar,) = [d for d in vak.wijzigen.deel.walk() if d.soort == "knop"]
    proef.gebeur(klaar, "klik")
    with pytest.raises(AssertionError, match="bestaat niet meer"):
        proef.gebeur(klaar, "klik")
    proef.go(AFRONDEN)


def test_wie_kiest_wat_er_speelt_krijgt_fasen_doel_en_een_gids_die_dat_zegt(proef: Proef) -> None:
    proef.kies("Wat is er aan de hand?", "resultaten")
    assert proef.staat.keuze.fasen == ("check", "act")
    assert proef.staat.keuze.doel == "reflecteren"
    proef.kies("Met wie?", "nieuw:sectie")
    vak = proef.deel("keuze/groep")
    assert (vak.verborgen, vak.label) == (False, "Welk vak?")
    proef.vul("keuze/groep", "Nederlands")
    proef.zend("Maak de gids")
    assert proef.staat.current.naam == "Vaksectie Nederlands"
    assert proef.staat.keuze.groep == ""
    kop = str(proef.paneel(GIDS).kop.alineas)
    assert "Vaksectie Nederlands: De resultaten vallen tegen; Check en Act" in kop
    assert "De resultaten vallen tegen" in str(proef.paneel(GIDS).document().blokken[0])
    ander = proef.heropend()
    assert ander.gids is not None
    assert ander.gids.opdracht.situatie == "resultaten"
    assert ander.staat.keuze.situatie == "resultaten"


def test_wie_geen_situatie_meer_wil_houdt_wat_er_stond(proef: Proef) -> None:
    proef.kies("Wat is er aan de hand?", "goed")
    proef.kies("Wat is er aan de hand?", None)
    assert proef.staat.keuze.situatie == ""
    assert proef.staat.keuze.doel == "waarderen"
    assert proef.deel("keuze/groep").verborgen


def test_een_situatie_die_niet_meer_bestaat_gaat_mee_in_de_woorden_van_toen(proef: Proef) -> None:
    proef.kies("Wat is er aan de hand?", "klacht")
    proef.zend("Maak de gids")
    gegevens = schrijf(proef.staat)
    gegevens["keuze"]["situatie"] = "oproer"
    gegevens["toen"]["situatie"] = {"oproer": "Er is oproer"}
    werk = lees(gegevens)
    assert werk.keuze.situatie == ""
    assert ("situatie bij ‘Kiezen’", "Er is oproer") in werk.overig
