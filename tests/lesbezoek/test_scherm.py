"""Het lesbezoek door de deur van de pagina: van de eerste vraag tot wat er klaarligt."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bezoekproef import INHOUD, KIJKEN, RONDE, SAMEN, UITKOMST, VERDER, Bezoekproef, opzet
from hulpproef import Proef, read_damaged
from openpyxl import load_workbook

from lv_tools.basis.uitvoer.document import to_html, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_xlsx
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Verbeterpunt, of_kind
from lv_tools.gespreksprompter.hulpmiddel import GESPREKSPROMPTER
from lv_tools.lesbezoek.bestand import visits_file
from lv_tools.lesbezoek.hulpmiddel import LESBEZOEK
from lv_tools.lesbezoek.verslag.bericht import share_text
from lv_tools.lesbezoek.verslag.document import all_tables, card, report
from lv_tools.schermdelen.dossierlade import MAP
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN

zeg = INHOUD.zeg


@pytest.fixture(autouse=True)
def kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MAP, str(tmp_path))


def bezoeker(bestand: bytes, code: str) -> Bezoekproef:
    """Open de ronde op de telefoon van een bezoeker."""
    proef = Bezoekproef(bestand.decode())
    proef.stap(KIJKEN)
    proef.vul("bezoeker", code)
    return proef


@pytest.fixture
def samen() -> Bezoekproef:
    """Zes lessen, twee bezoekers met een eigen telefoon, bij elkaar op het eerste apparaat."""
    proef = opzet()
    ronde = proef.bestand(zeg("doorgeven_knop"))
    a, b = bezoeker(ronde, "A"), bezoeker(ronde, "B")
    for les, antwoorden in (("L1", (1, 2, 3)), ("L2", (1, None, 3)), ("L3", (2, 3, 3))):
        a.bezoek(les, *antwoorden)
    a.bezoek("L1", 3, 3, soort="leerlingen")
    assert Bezoekproef(ronde.decode()).opstelling.stappen.gekozen == KIJKEN
    for les, antwoorden in (("L4", (3, 3, 3)), ("L5", (1, 1, 1)), ("L6", (1, 2, 2))):
        b.bezoek(les, *antwoorden)
    bestanden = a.bestand(zeg("geef_knop")), b.bestand(zeg("geef_knop"))
    assert proef.voeg_toe(*bestanden, bestanden[0]) == (
        "bezoeken-1.json: 4 blikken erbij.\n"
        "bezoeken-2.json: 3 blikken erbij.\n"
        "bezoeken-3.json: 4 blikken waren er al en tellen één keer."
    )
    return proef


def test_zes_lessen_twee_bezoekers_een_uitkomst(samen: Bezoekproef) -> None:
    assert "Bezocht: 6 van de 6 lessen. 7 blikken, 2 bezoekers." in samen.in_beeld
    samen.vul("docenten", "6")
    samen.klik(zeg("vrij_knop", n=6))
    samen.stap(UITKOMST)
    beeld = samen.in_beeld
    assert "6 lessen bekeken door 2 bezoekers." in beeld
    begrip = samen.werk.uitslag.beelden[0]
    assert begrip.telling is not None
    assert begrip.telling.verdeling.aantallen == (4, 1, 1)
    assert begrip.klein == ("leerlingen",)
    assert "Niet te vergelijken bij" in beeld
    uit = to_markdown(report(samen.werk.uitslag, INHOUD))
    assert not any(f"L{n}" in uit for n in range(1, 7))


def test_te_weinig_docenten_blijft_dicht(samen: Bezoekproef) -> None:
    samen.vul("docenten", "2")
    assert zeg("vrij_docenten", grens=5) in samen.in_beeld
    knop = samen.opstelling.panelen[SAMEN].knop
    assert knop.verborgen
    samen.stap(UITKOMST)
    assert zeg("nog_niets", grens=5) in samen.in_beeld


def test_wat_is_vrijgegeven_staat_vast_en_weghalen_sluit_de_uitkomst() -> None:
    proef = opzet()
    kenmerken = [proef.bezoek(f"L{n}", 3, 2, 1) for n in range(1, 6)]
    proef.stap(SAMEN)
    proef.vul("docenten", "5")
    proef.klik(zeg("vrij_knop", n=5))
    proef.stap(KIJKEN)
    assert zeg("kaart_vast") in proef.in_beeld
    proef.kaart(zeg("lijst"), kenmerken[0], "weg")
    assert zeg("weg_vrij") in proef.in_beeld
    assert not proef.werk.uitslag.zichtbaar
    proef.klik(zeg("terug", wat="L1, bezoeker"))
    assert proef.werk.uitslag.zichtbaar
    assert [b.id for b in proef.ronde.blikken] == kenmerken


def test_een_kort_bezoek_vraagt_alleen_wat_daarbij_hoort() -> None:
    proef = opzet()
    proef.kies("toon")
    assert [p.kort for p in proef.ronde.kijkpunten] == [True, True, True, False]
    proef.stap(KIJKEN)
    proef.klik(zeg("nieuw_bezoeker"))
    pad = f"blikken/{proef.ronde.open}"
    lijst = proef.deel(f"{pad}/gegeven")
    assert len(lijst.open_stellingen) == 4
    proef.vul(f"{pad}/duur", "kort")
    assert len(lijst.open_stellingen) == 3


def test_leerlingen_lezen_hun_eigen_woorden_en_antwoorden_in_hun_eigen_schaal() -> None:
    proef = opzet()
    proef.kies("vastleggen")  # dat vraagt u leerlingen niet
    proef.stap(KIJKEN)
    proef.klik(zeg("nieuw_leerlingen"))
    lijst = proef.deel(f"blikken/{proef.ronde.open}/gegeven")
    assert [s.tekst for s in lijst.open_stellingen] == [
        INHOUD.bij[code].leerling for code in ("begrip", "denktijd", "doel")
    ]
    assert [p.tekst for p in lijst.schaal] == [
        *INHOUD.schaal.leerlingen,
        INHOUD.schaal.leerlingen_niet,
    ]


def test_een_naam_in_een_opmerking_wordt_aangewezen_en_blijft_staan() -> None:
    proef = opzet()
    proef.stap(KIJKEN)
    proef.klik(zeg("nieuw_bezoeker"))
    pad = f"blikken/{proef.ronde.open}"
    punt = proef.ronde.kijkpunten[0].id
    next(d for d in proef.scherm.walk() if getattr(d, "titel", "") == zeg("woorden")).receive(
        "wijziging", {"waarde": True}, ""
    )
    proef.vul(f"{pad}/woorden/{punt}", "Emma vroeg het aan meneer de Vries")
    assert zeg("naam_gevonden", wat="‘Emma’ en ‘meneer de Vries’") in proef.in_beeld
    assert proef.ronde.blikken[0].woorden[punt] == "Emma vroeg het aan meneer de Vries"
    proef.vul(f"{pad}/woorden/{punt}", "Een leerling vroeg het aan de docent")
    assert "lijkt een naam te staan" not in proef.in_beeld


def test_nagesprek_drie_vragen_in_vijf_minuten_en_een_eigen_voornemen() -> None:
    assert len(INHOUD.nagesprek) == 3
    assert sum(deel.minuten for deel in INHOUD.nagesprek) == 5
    proef = opzet()
    kenmerk = proef.bezoek("L1", 3)
    proef.kaart(zeg("lijst"), kenmerk, "open")
    vak = next(d for d in proef.scherm.walk() if getattr(d, "titel", "") == zeg("nagesprek"))
    proef.gebeur(vak, "wijziging", waarde=True)
    proef.vul(f"blikken/{kenmerk}/nagesprek/voornemen", "Eerst tien tellen wachten")
    kaartje = to_markdown(card(proef.ronde.blikken[0], INHOUD))
    assert "Eerst tien tellen wachten" in kaartje
    assert b"tien tellen wachten" in proef.bestand(zeg("kaartje"))
    proef.klik(zeg("klaar"))
    assert b"tien tellen" not in proef.bestand(zeg("geef_knop"))


def test_kijkpunten_staan_vast_zodra_er_gekeken_wordt() -> None:
    proef = opzet()
    proef.bezoek("L1", 3)
    proef.stap(RONDE)
    assert zeg("vast") in proef.in_beeld
    assert not any(d.naam.endswith("/tekst") for d in proef.scherm.walk() if not proef.bezwaar(d))
    proef.klik(zeg("vast_nieuw"))
    proef.klik(zeg("vast_nieuw_zeker"))
    assert not proef.ronde.blikken
    assert [p.bank for p in proef.ronde.kijkpunten] == ["begrip", "denktijd", "doel"]


def test_het_begint_met_spelregels_en_houdt_niets_tegen() -> None:
    proef = opzet()
    eerste = INHOUD.afspraak[0].titel
    assert f"Nog niet afgesproken: {eerste[:1].lower()}{eerste[1:]}" in proef.in_beeld
    assert "instemming van het personeelsdeel" in proef.in_beeld
    proef.bezoek("L1", 3)  # het is een wenk: verder kan altijd
    proef.stap(RONDE)
    proef.vul("afgesproken", [keus.code for keus in INHOUD.afspraak])
    assert zeg("vooraf_klaar") in proef.in_beeld


def test_acht_kijkpunten_en_een_wenk_als_er_twee_in_een_staan() -> None:
    proef = Bezoekproef()
    proef.kies(*[p.code for p in INHOUD.bank[:8]])
    assert len(proef.ronde.kijkpunten) == 8
    assert zeg("bank_vol") in proef.in_beeld
    kort = Bezoekproef()
    kort.klik(zeg("eigen_punt"))
    kort.vul("kijkpunten/*/tekst", "De les begint vlot en in rust")
    assert zeg("punt_twee") in kort.in_beeld


def test_verbeterpunten_en_vragen_liggen_klaar_voor_plan_en_gesprek(samen: Bezoekproef) -> None:
    samen.vul("docenten", "6")
    samen.klik(zeg("vrij_knop", n=6))
    samen.stap(VERDER)
    samen.vul("kies", samen.ronde.kijkpunten[0].id)
    samen.klik(zeg("punten_maak"))
    punt = samen.ronde.punten[0]
    assert punt.bewijs == (
        "4 van de 6 keer was het er niet, 1 keer duidelijk: 6 lessen, door bezoekers (2), ronde "
        "lesbezoek ‘havo, najaar’."
    )
    assert (punt.standaarden, punt.zekerheid) == (("OP3",), "meer-bronnen")
    samen.klik(zeg("klaarleggen"))
    pakket = samen.lade.dossier.klaar[0]
    assert [p.id for p in of_kind(pakket.stukken, Verbeterpunt)] == [punt.id]
    vragen = of_kind(pakket.stukken, Gespreksvraag)
    assert len(vragen) == 3
    assert pakket.werk == samen.ronde.kenmerk
    for deur in (VERBETERPLAN, GESPREKSPROMPTER):
        assert set(deur.neemt) & {type(stuk) for stuk in pakket.stukken}


def test_gesloten_en_teruggezet_en_beschadigd(samen: Bezoekproef) -> None:
    weer = Bezoekproef(samen.bewaard())
    assert weer.ronde == samen.ronde
    read_damaged(LESBEZOEK, samen, range(200, 4000, 171))


def test_half_getypt_blijft_staan() -> None:
    proef = opzet()
    proef.vul("lessen", "veel")
    weer = Bezoekproef(proef.bewaard())
    assert weer.werk.text("lessen") == "veel"
    assert weer.ronde.lessen == 6


def test_wat_eruit_komt_is_te_openen(samen: Bezoekproef) -> None:
    samen.vul("docenten", "6")
    samen.klik(zeg("vrij_knop", n=6))
    samen.stap(UITKOMST)
    punt = samen.ronde.kijkpunten[0].id
    samen.vul(f"voorbeelden/{punt}", "Iedereen stak een wisbordje op\n=1+1 <script>")
    uit = samen.werk.uitslag
    boek = load_workbook(io.BytesIO(to_xlsx(all_tables(uit, INHOUD))))
    assert boek.sheetnames[0].startswith("Per kijkpunt")
    assert to_docx(report(uit, INHOUD)).startswith(b"PK")
    assert "<script>" not in to_html(report(uit, INHOUD).blokken, 3)
    assert "Iedereen stak een wisbordje op" in to_markdown(report(uit, INHOUD))


def test_het_voorbeeld_heeft_de_getallen_van_de_school() -> None:
    uit = LESBEZOEK.reken(LESBEZOEK.voorbeeld(INHOUD), INHOUD)
    gezien = {b.punt.id: b.telling.verdeling.count_from(2) for b in uit.beelden if b.telling}
    assert gezien == {"doel": 7, "rust": 11, "begrip": 4, "denken": 5, "feedback": 4}
    assert (uit.lessen, uit.bezoekers) == (12, 2)
    assert "verzonnen" in LESBEZOEK.still()


def test_de_bank_heeft_veertig_punten_die_elk_een_ding_laten_zien() -> None:
    assert len(INHOUD.bank) >= 40
    assert (
        len({punt.tekst for punt in INHOUD.bank})
        == len({p.code for p in INHOUD.bank})
        == len(INHOUD.bank)
    )
    for punt in INHOUD.bank:
        assert " en " not in punt.tekst, punt.tekst
        assert punt.begin != punt.sterk
        assert punt.deel in {deel.code for deel in INHOUD.deel}
        assert "voldoende" not in punt.tekst + punt.begin + punt.sterk
        leerlingwoorden = punt.leerling.casefold().replace(".", "").split()
        assert not {"ik", "mij", "mijn"} & set(leerlingwoorden), punt.leerling
    assert {punt.standaard for punt in INHOUD.bank} == {"OP0", "OP2", "OP3"}
    assert {k.code for k in INHOUD.hoort_bij} == {"OP0", "OP2", "OP3", "eigen"}


def test_elke_tekst_wordt_gebruikt() -> None:
    map_ = Path(__file__).parents[2] / "lv_tools" / "lesbezoek"
    code = "\n".join(pad.read_text(encoding="utf-8") for pad in map_.rglob("*.py"))
    begin = (
        "soort",
        "zegt_niet_",
        "gelezen_",
        "mist_",
        "meer_",
        "door_",
        "vraag_",
        "kijkvraag_",
        "nieuw_",
    )
    los = [
        s
        for s in INHOUD.tekst
        if not {f'"{s}"', f"'{s}'"} & set(re.findall(r"\"\w+\"|'\w+'", code))
        and not s.startswith(begin)
    ]
    assert los == []


def test_wie_een_les_voor_de_tweede_keer_kiest_hoort_dat_meteen() -> None:
    proef = opzet()
    proef.stap(KIJKEN)
    proef.vul("bezoeker", "A")
    proef.bezoek("L1", 3)
    proef.stap(KIJKEN)
    proef.klik(zeg("nieuw_bezoeker"))
    proef.vul(f"blikken/{proef.ronde.open}/les", "L1")
    assert zeg("les_al") in proef.in_beeld
    proef.vul(f"blikken/{proef.ronde.open}/les", "L2")
    assert zeg("les_al") not in proef.in_beeld


def test_een_ronde_met_een_les_zegt_dat_er_geen_uitkomst_komt() -> None:
    proef = opzet()
    proef.vul("lessen", "1")
    assert zeg("weinig_lessen", grens=5) in proef.in_beeld
    proef.bezoek("L1", 3)
    assert zeg("geef_code") in proef.in_beeld
    proef.stap(SAMEN)
    assert zeg("vrij_lessen", lessen="1 les", grens=5) in proef.in_beeld
    proef.stap(UITKOMST)
    assert zeg("nog_niets", grens=5) in proef.in_beeld


def test_een_bezoek_om_te_oefenen_gaat_eruit_en_komt_met_het_bestand_terug(
    samen: Bezoekproef,
) -> None:
    a = next(b for b in samen.ronde.blikken if b.les == "L1" and b.soort == "bezoeker")
    assert "L1, bezoeker A" in samen.in_beeld
    bestand = visits_file(
        replace(samen.ronde, blikken=tuple(replace(b, van="") for b in samen.ronde.blikken))
    )
    samen.kaart(zeg("anderen"), a.id, "weg")
    assert a.id not in {b.id for b in samen.ronde.blikken}
    assert "1 blik erbij" in samen.voeg_toe(bestand)
    samen.vul("docenten", "6")
    samen.klik(zeg("vrij_knop", n=6))
    assert zeg("anderen_uitleg") not in samen.in_beeld  # nu staan zij vast


def test_een_naam_wordt_ook_buiten_een_opmerking_aangewezen() -> None:
    proef = opzet()
    proef.vul("naam", "Lessen van Petra")
    assert zeg("naam_gevonden", wat="‘Petra’") in proef.in_beeld
    proef.stap(KIJKEN)
    proef.vul("bezoeker", "Joost")
    assert zeg("naam_gevonden", wat="‘Joost’") in proef.in_beeld


def test_het_bericht_is_een_uitnodiging_tot_er_een_uitkomst_is(samen: Bezoekproef) -> None:
    uitnodiging = share_text(samen.werk.uitslag, INHOUD)
    assert "wij gaan samen naar lessen kijken (havo, najaar)" in uitnodiging
    assert all(f"- {punt.tekst}" in uitnodiging for punt in samen.ronde.kijkpunten)
    assert "6 lessen bekeken" not in uitnodiging
    samen.vul("docenten", "6")
    samen.klik(zeg("vrij_knop", n=6))
    samen.stap(VERDER)
    samen.vul("kies", samen.ronde.kijkpunten[0].id)
    samen.klik(zeg("punten_maak"))
    na = share_text(samen.werk.uitslag, INHOUD)
    assert "6 lessen bekeken door 2 bezoekers." in na
    assert f"- {samen.ronde.punten[0].wat}" in na
    assert not any(f"L{n}" in na for n in range(1, 7))
    assert samen.ronde.punten[0].bewijs not in na


def test_bewijs_van_een_paar_zinnen_heeft_een_vak_dat_meegroeit() -> None:
    proef = Bezoekproef()
    proef.stap(VERDER)
    proef.klik(zeg("punten_blanco"))
    [punt] = proef.ronde.punten
    bewijs, wat = f"punten/{punt.id}/bewijs", f"punten/{punt.id}/wat"
    for veld in (wat, bewijs, f"punten/{punt.id}/anders_als"):
        assert proef.deel(veld).eigenschappen["vorm"] == "ruim"
    getypt = "In vier lessen las niemand het doel.\nIn twee lessen stond het op het bord."
    proef.vul(wat, "Het doel staat op het bord")
    proef.vul(bewijs, getypt)
    # In het bestand is het één alinea, zoals vroeger; in het veld staat het zoals iemand het typte.
    assert proef.ronde.punten[0].bewijs == getypt.replace("\n", " ")
    weer = Bezoekproef(proef.bewaard())
    assert weer.ronde.punten == proef.ronde.punten
    assert weer.deel(bewijs).waarde == getypt
    weer.stap(VERDER)
    weer.vul(bewijs, "x" * 301)
    assert "301 tekens" in weer.deel(bewijs).fout


def test_een_leeg_scherm_zegt_waar_te_beginnen() -> None:
    proef = Proef(LESBEZOEK)
    assert zeg("weinig_punten") in json.dumps(proef.scherm.to_tree(), ensure_ascii=False)
    proef.stap(KIJKEN)
    assert not proef.opstelling.panelen[KIJKEN].geen_punten.verborgen
    assert replace(proef.werk.staat, ronde="", kenmerk="") == replace(
        LESBEZOEK.leeg(INHOUD), ronde="", kenmerk=""
    )
