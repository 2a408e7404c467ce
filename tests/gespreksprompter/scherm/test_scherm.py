"""Het scherm in Python: van kiezen tot het volgende gesprek, en niets raakt kwijt."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from prompterproef import (
    GESPREK,
    GIDS,
    KIEZEN,
    REEKS,
    RITME,
    Proef,
    afgerond,
)
from strategieen import BANK

from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.gespreksprompter.hulpmiddel import GESPREKSPROMPTER, open_scherm
from lv_tools.schermdelen import Scherm

NAAM = GESPREKSPROMPTER.naam


def test_van_kiezen_tot_het_volgende_gesprek(proef: Proef) -> None:
    proef.vul("keuze/doel", "waarderen")
    proef.vul("keuze/minuten", "45")
    proef.zend("Maak de gids")
    assert proef.blad == GIDS
    eerste = proef.gids
    assert eerste.opdracht.minuten == 45
    afgerond(proef)
    gesprek = proef.gesprek
    assert gesprek.gehouden
    assert (gesprek.moment.dag, gesprek.moment.tijd.minute) == (date(2026, 11, 24), 30)
    proef.klik("Verslag voor Word")
    with zipfile.ZipFile(io.BytesIO(proef.bestand())) as archief:
        assert b"Lesbezoeken" in archief.read("word/document.xml")
    proef.klik("Afspraken voor de agenda")
    assert proef.bestand().count(b"BEGIN:VEVENT") == 2
    proef.klik("Bereid het volgende gesprek voor")
    assert proef.blad == GIDS
    nieuw = proef.gids
    assert nieuw.regels[1].soort == "terugblik"
    assert not {r.id for r in nieuw.vragen} & {r.id for r in eerste.vragen}
    proef.go(GESPREK)
    proef.klik("Volgende vraag")
    open_ = proef.paneel(GESPREK).open_punten.lijst
    assert [k.titel for k in open_.kaarten] == ["Lesbezoeken", "Het rooster"]
    proef.kaart(open_, "a1", "gedaan")
    assert proef.staat.current.open_agreements() == ()
    assert len(open_.kaarten) == 2  # wat net is afgevinkt, blijft in beeld


def test_elke_knop_op_een_kaart(gids: Proef) -> None:
    lijst = gids.paneel(GIDS).kaarten
    een, twee = gids.gids.vragen[:2]
    gids.kaart(lijst, een.id, "later")
    assert [r.id for r in gids.gids.vragen[:2]] == [twee.id, een.id]
    gids.kaart(lijst, een.id, "naar", doel=twee.id)
    assert [r.id for r in gids.gids.vragen[:2]] == [een.id, twee.id]
    gids.kaart(lijst, een.id, "vast")
    gids.kaart(lijst, twee.id, "ruil")
    assert twee.id not in gids.gids.ids
    gids.klik("Kies andere vragen")
    assert een.id in gids.gids.ids
    minuten = gids.gids.row(een.id).minuten
    gids.kaart(lijst, een.id, "korter")
    assert gids.gids.row(een.id).minuten == minuten - 1
    gids.kaart(lijst, een.id, "langer")
    gids.kaart(lijst, een.id, "weg")
    assert een.id not in gids.gids.ids
    gids.vul("+eigen/tekst", "Wat denkt de klas?")
    gids.vul("+eigen/minuten", "4")
    gids.zend("Zet deze vraag in de gids")
    assert "Wat denkt de klas?" in [r.tekst for r in gids.gids.vragen]


def test_een_weigering_zegt_waarom(gids: Proef) -> None:
    gids.vul("+eigen/tekst", "Wat denkt de klas?")
    formulier = gids.zend("Zet deze vraag in de gids")
    assert "0 minuten over" in formulier.fouten[0]["zin"]
    assert gids.paneel(GIDS).tekst.waarde == "Wat denkt de klas?"


@pytest.mark.parametrize(
    ("naam", "waarde", "woord"),
    [
        ("keuze/minuten", "5", "grenzen"),
        ("keuze/minuten", "lang", "geen heel getal"),
        ("keuze/fasen", [], "fase"),
    ],
)
def test_een_keuze_die_niet_kan(proef: Proef, naam: str, waarde: object, woord: str) -> None:
    proef.vul(naam, waarde)
    formulier = proef.zend("Maak de gids")
    assert woord in formulier.fouten[0]["zin"]
    assert proef.gids is None


def test_een_eigen_tafel(proef: Proef) -> None:
    kiezen = proef.paneel(KIEZEN)
    proef.gebeur(kiezen.reeks, "wijziging", waarde="nieuw:eigen")
    proef.zend("Maak de gids")
    (fout,) = kiezen.formulier.fouten
    assert (fout["deel"], fout["zin"]) == (kiezen.eigen_naam.id, kiezen.eigen_naam.fout)
    assert "Naam van uw eigen tafel: er is nog niets ingevuld" in fout["zin"]
    proef.vul("keuze/naam", "Leerlingenraad")
    proef.vul("keuze/niveaus", ["team"])
    proef.zend("Maak de gids")
    assert proef.staat.current.naam == "Leerlingenraad"
    assert all("team" in BANK.vragen[r.id].niveaus for r in proef.gids.vragen)


def test_een_tweede_reeks_houdt_de_eerste_heel(gids: Proef) -> None:
    eerste = gids.staat.current
    gids.gebeur(gids.go(KIEZEN).reeks, "wijziging", waarde="nieuw:school")
    gids.zend("Maak de gids")
    assert [r.naam for r in gids.staat.reeksen] == [
        "Rector of directeur",
        "Rector of directeur (2)",
    ]
    assert gids.staat.reeksen[0] == eerste
    gids.gebeur(gids.go(KIEZEN).reeks, "wijziging", waarde=eerste.id)
    assert gids.staat.current == eerste


def test_notities_horen_bij_hun_vraag(gids: Proef) -> None:
    gids.go(GESPREK)
    for vraag in ("eerste", "tweede"):
        gids.klik("Volgende vraag")
        (veld,) = [d for d in gids.scherm.walk() if "/notities/" in d.naam]
        assert veld.waarde == ""
        gids.vul(veld.naam, f"Over de {vraag} vraag")
    een, twee = (r.id for r in gids.gids.vragen[:2])
    notities = gids.gesprek.notities
    assert (notities[een], notities[twee]) == ("Over de eerste vraag", "Over de tweede vraag")
    # Ook als de vraag daarna wordt geruild, blijft de notitie bestaan.
    gids.kaart(gids.go(GIDS).kaarten, een, "ruil")
    assert gids.gesprek.notities[een] == "Over de eerste vraag"


def test_alles_komt_terug_na_herladen(gids: Proef) -> None:
    afgerond(gids)
    nieuw = gids.heropend()
    assert nieuw.staat == gids.staat
    assert nieuw.blad == gids.blad
    assert nieuw.bewaard() == ""  # alleen openen schrijft niets


def test_een_kapot_bestand_wordt_gezegd(proef: Proef) -> None:
    bewaard = Bewaard(NAAM, 3, "x", now(), {"staat": {"reeksen": [{"id": 3}]}})
    bewaren, gegevens = proef.opstelling.bewaren, {"bestand": "x.json"}
    bericht = {"soort": "gebeurtenis", "deel": bewaren.id, "naam": "lees", "gegevens": gegevens}
    proef.scherm._on_message(None, bericht, [to_json(bewaard).encode()])
    assert "niet te lezen" in bewaren.melding
    assert len(proef.staat.reeksen) == 1


def test_de_reeks_toont_de_draad_en_haalt_een_gesprek_weg(gids: Proef) -> None:
    afgerond(gids)
    gids.go(REEKS)
    paneel = gids.paneel(REEKS)
    assert paneel.draad.deel.inhoud[0].blad.samenvatting.startswith("Elke fase kwam aan bod")
    assert paneel.tabel.rijen[0][:3] == ("gesprek 1", "24-11-2026", "gehouden")
    gids.klik("Haal dit gesprek weg")
    assert gids.staat.current.gesprekken
    gids.klik("Ja, haal dit gesprek weg")
    assert gids.staat.current.gesprekken == ()


def test_het_ritme_volgt_de_keuzes(proef: Proef) -> None:
    proef.go(RITME)
    paneel = proef.paneel(RITME)
    jaar = paneel.ritme.jaar
    aantal = len(paneel.ritme.plan().overleggen)
    proef.gebeur(paneel.tafels, "wijziging", waarde=["bestuur"])
    assert len(paneel.ritme.plan().overleggen) < aantal
    proef.vul("+tempo/*/weken", "4")
    proef.zend("Pas dit tempo toe")
    dagen = [o.dag for o in paneel.ritme.plan().overleggen]
    assert (dagen[1] - dagen[0]).days == 28
    proef.vul("+periode/*/vakanties", f"{dagen[1].day}-{dagen[1].month}-{dagen[1].year} vrij")
    proef.zend("Pas de periode toe")
    assert dagen[1] not in [o.dag for o in paneel.ritme.plan().overleggen]
    assert "1 overleg valt anders" in paneel.melding.tekst
    aantal = len(paneel.ritme.plan().overleggen)
    proef.klik("Laat dit overleg weg")
    assert len(paneel.ritme.plan().overleggen) == aantal - 1
    proef.klik("Zet alles terug volgens het ritme")
    proef.klik("Het hele ritme voor de agenda")
    assert proef.bestand().count(b"BEGIN:VEVENT") == aantal
    proef.gebeur(paneel.jaar, "wijziging", waarde=str(jaar + 1))
    assert paneel.ritme.periode.van == date(jaar + 1, 9, 1)
    assert [t.tafel.code for t in paneel.ritme.tempos] == ["bestuur"]


def test_een_vakantie_die_niet_klopt(proef: Proef) -> None:
    proef.go(RITME)
    proef.vul("+periode/*/vakanties", "ergens in oktober")
    formulier = proef.zend("Pas de periode toe")
    assert "ergens in oktober" in formulier.fouten[0]["zin"]


def test_voordeur(monkeypatch) -> None:
    assert isinstance(open_scherm(), Scherm)
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    assert "Voorbeeld van een gids" in open_scherm().inhoud
