"""De risicoscan door de deur van de pagina: alleen, met een team, en van signaal naar punt."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from scanproef import BEURT, EIGEN, INHOUD, Scanproef, write_dossier

from lv_tools.basis.opslag.werkbestand import Bewaard, from_json
from lv_tools.basis.uitvoer.document import to_html, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_xlsx
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.basis.uitwisseling.dossier import Dossier
from lv_tools.basis.uitwisseling.stukken import Herkomst, Signaal, Verbeterpunt, of_kind
from lv_tools.basis.verzamelen.groep import rest_of
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.risicoscan.bestand import NAAM, VERSIE, opened
from lv_tools.risicoscan.model.scan import Scan
from lv_tools.risicoscan.verslag.document import all_tables, report
from lv_tools.schermdelen.dossierlade import MAP

METER = Herkomst("urgentiemeter", "Havo, najaar")
SIGNAAL = Signaal("s1", "Het bovenbouwsucces daalt", "drie jaar onder elkaar", "", ("OR1",))


@pytest.fixture(autouse=True)
def kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MAP, str(tmp_path))


@pytest.fixture
def proef() -> Scanproef:
    return Scanproef()


def test_alleen_van_eerste_antwoord_tot_uitkomst(proef: Scanproef) -> None:
    proef.vul("naam", "Havo")
    proef.vul("soort", "Havo")
    proef.stap(1)
    proef.zie(OP3=3, OR1=2, VS1=1, SKA1=None)
    assert not proef.deel(f"{EIGEN}/notities/bewijs-OP3").verborgen
    assert proef.deel(f"{EIGEN}/notities/bewijs-VS1").verborgen
    proef.bewijs("OP3", "vier van de twaalf lessen")
    proef.bron("OP3")
    proef.stap(2)
    assert "Bij OP3 staat ‘zorg’, bij OR1 ‘let op’. Dit rust op 1 persoon." in proef.in_beeld
    beelden = proef.werk.uitslag.beelden
    assert (beelden["OP3"].zekerheid, beelden["OR1"].zekerheid) == ("meer-bronnen", "een-blik")
    assert beelden["SKA1"].soort == "weet-niet"
    assert "vier van de twaalf lessen" in proef.in_beeld
    assert "9 van de 45" in proef.in_beeld  # OP3 bij havo in het onderzoek


def test_bewijs_dat_er_staat_blijft_te_zien_als_de_zorg_weggaat(proef: Scanproef) -> None:
    proef.stap(1)
    proef.zie(OP3=3)
    proef.bewijs("OP3", "gezien")
    proef.zie(OP3=1)
    assert not proef.deel(f"{EIGEN}/notities/bewijs-OP3").verborgen


def test_vier_mensen_om_de_beurt_zien_waar_zij_het_oneens_zijn(proef: Scanproef) -> None:
    proef.groep("naam")
    proef.lever_in("teamleider", "Anna", OP3=3, OP2=3)
    proef.lever_in("docent", "Bo", OP3=3, OP2=1)
    proef.lever_in("docent", "Cas", OP3=2, OP2=1)
    proef.lever_in("kwaliteitsmedewerker", "Dee", OP3=3)
    proef.stap(2)
    beelden = proef.werk.uitslag.beelden
    assert beelden["OP3"].zekerheid == "meer-mensen"
    assert beelden["OP3"].verdeling.aantallen == (0, 1, 3)
    assert [code for code, b in beelden.items() if b.is_divided] == ["OP2"]
    assert "OP2 Zicht op ontwikkeling en begeleiding: 2 geen zorg en 1 zorg" in proef.in_beeld
    assert "bij OP2 ziet teamleider 100% zorg of ‘let op’, en docent 0%" in proef.in_beeld


def test_anoniem_komt_er_pas_een_uitkomst_bij_vijf(proef: Scanproef) -> None:
    proef.groep("anoniem")
    for _ in range(4):
        proef.vul("groep/manier", "beurt")
        proef.zie(BEURT, OP3=3)
        proef.bewijs("OP3", "geheim bewijs", BEURT)
        proef.lever_in("docent", OP3=3)
    proef.stap(2)
    assert INHOUD.zeg("te_klein") in proef.in_beeld
    assert "geheim bewijs" not in proef.in_beeld
    proef.stap(1)
    proef.lever_in("docent", OP3=3)
    proef.stap(2)
    assert "Bij OP3 staat ‘zorg’" in proef.in_beeld
    assert "geheim bewijs" not in proef.in_beeld  # vier mensen schreven iets
    assert "minder dan vijf mensen schreven daar iets" in proef.in_beeld


def test_een_signaal_uit_het_dossier_is_een_bron_en_telt_niet_dubbel() -> None:
    write_dossier(Dossier().give(METER, "w1", (SIGNAAL,)))
    proef = Scanproef()
    proef.neem("urgentiemeter/w1")
    (mee,) = proef.scan.signalen
    assert "1 signaal uit urgentiemeter staat nu in deze scan." in proef.in_beeld
    proef.neem("urgentiemeter/w1")
    assert [s.id for s in proef.scan.signalen] == [mee.id]
    proef.stap(1)
    proef.zie(OR1=3)
    assert proef.werk.uitslag.beelden["OR1"].zekerheid == "meer-bronnen"
    proef.stap(0)
    proef.klik(f"Haal weg: {SIGNAAL.wat}")
    assert proef.scan.signalen == ()
    assert proef.werk.uitslag.beelden["OR1"].zekerheid == "een-blik"


def test_obstakels_worden_besproken_en_komen_bij_eerst_oplossen(proef: Scanproef) -> None:
    proef.stap(1)
    proef.zie(OP3=3)
    proef.vul(f"{EIGEN}/keuzes/obstakels", ("leiding-wisselt", "geld"))
    proef.vul(f"{EIGEN}/keuzes/belemmerend", ("b-planning",))
    proef.vul(f"{EIGEN}/keuzes/werkend", ("*geen",))
    proef.stap(2)
    assert "Nog niet besproken: Beperkte financiële middelen" in proef.in_beeld
    proef.vul("aanpak/leiding-wisselt", "eerst")
    proef.vul("wie/leiding-wisselt", "rector")
    assert "Wie regelt dat? rector" in proef.in_beeld
    assert "Niet herkend als werkend, door 1 persoon: sterk leiderschap" in proef.in_beeld
    assert proef.scan.aanpak == {"leiding-wisselt": "eerst"}
    proef.vul("aanpak/leiding-wisselt", None)
    assert "U koos nog niets om eerst op te lossen." in proef.in_beeld


def test_wie_het_kan_vertellen_komt_in_de_tabel(proef: Scanproef) -> None:
    proef.stap(1)
    proef.zie(OP2=None)
    proef.stap(2)
    proef.gebeur(proef.opstelling.panelen[2].wie, "wijziging", waarde=True)
    proef.vul("wie/OP2", "de mentoren van havo 4")
    assert "de mentoren van havo 4" in proef.in_beeld
    assert proef.scan.wie == {"OP2": "de mentoren van havo 4"}


def choose(proef: Scanproef, code: str) -> str:
    proef.stap(3)
    proef.vul("kies", code)
    proef.klik(INHOUD.zeg("punten_maak"))
    return str(proef.scan.punten[-1].id)


def test_hoogstens_drie_punten_met_het_bewijs_dat_er_al_is(proef: Scanproef) -> None:
    proef.stap(1)
    proef.zie(OP3=3, OP2=3, SKA3=2)
    proef.bewijs("OP3", "ronde lesbezoek")
    for code in ("OP3", "OP2", "SKA3"):
        choose(proef, code)
    eerste = proef.scan.punten[0]
    assert (eerste.bewijs, eerste.standaarden, eerste.zekerheid) == (
        "ronde lesbezoek",
        ("OP3",),
        "een-blik",
    )
    assert INHOUD.zeg("punten_vol") in proef.in_beeld
    assert proef.deel("kies").verborgen
    assert "Bij dit punt ontbreekt nog: wat u beter wilt" in proef.in_beeld
    assert "U kunt het wel meenemen" not in proef.in_beeld  # een punt zonder woorden gaat niet mee
    proef.klik(INHOUD.zeg("punt_weg"), 1)
    assert [p.standaarden for p in proef.scan.punten] == [("OP3",), ("SKA3",)]
    proef.klik(INHOUD.zeg("punt_terug"))
    assert [p.standaarden for p in proef.scan.punten] == [("OP3",), ("OP2",), ("SKA3",)]


def test_verbeterpunten_liggen_klaar_en_houden_hun_kenmerk(proef: Scanproef) -> None:
    proef.vul("naam", "Havo")
    proef.stap(1)
    proef.zie(OP3=3)
    kenmerk = choose(proef, "OP3")
    assert proef.leg_klaar().klaar == ()  # een punt zonder woorden gaat niet mee
    assert INHOUD.zeg("punt_mist_wat") in proef.in_beeld
    proef.vul(f"punten/{kenmerk}/wat", "In de les blijkt te laat wie het niet begrijpt.")
    assert INHOUD.zeg("punt_mist_mag") in proef.in_beeld
    proef.vul(f"punten/{kenmerk}/anders_als", "in januari blijkt het in de meeste lessen")
    (pakket,) = proef.leg_klaar().klaar
    (punt,) = of_kind(pakket.stukken, Verbeterpunt)
    assert punt == Verbeterpunt(
        kenmerk,
        "In de les blijkt te laat wie het niet begrijpt.",
        "",
        "een-blik",
        ("OP3",),
        "in januari blijkt het in de meeste lessen",
    )
    proef.vul(f"punten/{kenmerk}/wat", "Anders gezegd.")
    (weer,) = proef.leg_klaar().klaar
    assert pakket.plek == weer.plek  # hetzelfde werk: het vervangt, en verdubbelt niet
    assert [p.id for p in weer.stukken] == [kenmerk]


def test_alles_komt_terug_uit_het_bestand_ook_wat_half_getypt_is(proef: Scanproef) -> None:
    proef.vul("naam", "Havo")
    proef.stap(1)
    proef.zie(OP3=3)
    proef.bewijs("OP3", "een bron")
    kenmerk = choose(proef, "OP3")
    proef.vul(f"punten/{kenmerk}/bewijs", "x" * 400)  # te lang: blijft als concept
    proef.stap(2)
    proef.gebeur(
        next(
            d for d in proef.scherm.walk() if d.eigenschappen.get("titel") == INHOUD.zeg("regels")
        ),
        "wijziging",
        waarde=True,
    )
    proef.vul("regels/grens", "60")
    terug = Scanproef(proef.bewaard())
    assert terug.scan == proef.scan
    assert terug.scan.regels.grens == 60
    terug.stap(3)
    assert terug.deel(f"punten/{kenmerk}/bewijs").waarde == "x" * 400


def test_bestanden_van_anderen_tellen_mee_en_een_andere_scan_niet() -> None:
    ander = Scanproef()
    ander.vul("naam", "Havo")
    ander.stap(1)
    ander.zie(OP3=3)
    zelf = next(
        d for d in ander.scherm.walk() if d.eigenschappen.get("tekst") == INHOUD.zeg("bewaar_eigen")
    )
    inhoud = zelf.maak().inhoud
    proef = Scanproef()
    proef.vul("naam", "Havo")
    proef.groep("naam")
    proef.vul("groep/manier", "bestand")

    def send(naam: str, wat: bytes) -> str:
        vak = next(
            d for d in proef.scherm.walk() if d.soort == "upload" and d.eigenschappen["meer"]
        )
        proef.gebeur(vak, "bestanden", wat, bestanden=[{"naam": naam, "type": ""}])
        return proef.in_beeld

    assert "‘een.json’: 1 persoon erbij." in send("een.json", inhoud)
    assert proef.werk.uitslag.personen == 1
    assert "1 persoon stond er al en telt niet dubbel" in send("een.json", inhoud)
    ander.stap(0)
    ander.vul("naam", "Vwo")
    ander.stap(1)
    vreemd = zelf.maak().inhoud
    assert "het hoort bij de scan ‘Vwo’" in send("twee.json", vreemd)
    assert "kapot.json" in send("kapot.json", inhoud[:-40])
    assert proef.werk.uitslag.personen == 1
    tabel = "rol;" + ";".join(INHOUD.standaarden) + "\ndocent;" + ";".join(["2"] * 13)
    assert "‘tabel.csv’: 1 persoon erbij." in send("tabel.csv", tabel.encode())
    assert proef.werk.uitslag.personen == 2


def test_tellen_in_de_zaal(proef: Scanproef) -> None:
    proef.groep("naam")
    proef.vul("groep/manier", "hand")
    assert "Typ bij elke stelling vier aantallen" in proef.in_beeld
    proef.vul("groep/hand/rol", "docent")
    proef.vul("groep/hand/personen", "8")
    proef.vul("groep/hand/stellingen/OP3", "1 2 4 1")
    vak = next(d for d in proef.scherm.walk() if getattr(d, "knop", "") == "Voeg deze telling toe")
    proef.gebeur(vak, "inzenden")
    assert not vak.fouten, vak.fouten
    beeld = proef.werk.uitslag.beelden["OP3"]
    assert (beeld.verdeling.aantallen, beeld.verdeling.weet_niet) == ((1, 2, 4), 1)
    assert beeld.soort == "zorg"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_een_beschadigd_bestand_wordt_geweigerd_of_goed_gelezen(data: st.DataObject) -> None:
    tekst = filled()
    plek = data.draw(st.integers(0, len(tekst) - 1))
    teken = data.draw(st.sampled_from('"{}[]:,0aZ '))
    kapot = tekst[:plek] + teken + tekst[plek + 1 :]
    goed, gelezen = from_json(tekst, NAAM, VERSIE), from_json(kapot, NAAM, VERSIE)
    assert isinstance(goed, Bewaard)
    if isinstance(gelezen, Bewaard):
        assert gelezen.staat == goed.staat


@cache
def filled() -> str:
    """Een bestand dat het scherm echt schreef, met een concept erin."""
    proef = Scanproef()
    proef.vul("naam", "Havo")
    proef.stap(1)
    proef.zie(OP3=3)
    kenmerk = choose(proef, "OP3")
    proef.vul(f"punten/{kenmerk}/bewijs", "x" * 400)
    return proef.bewaard()


def test_wat_niet_bij_de_vragen_past_wordt_geweigerd() -> None:
    gegevens = json.loads(filled())["staat"]["staat"]
    gegevens["groep"]["eigen"]["antwoorden"]["stellingen"]["OP3"] = 7
    with pytest.raises(VormError, match="7"):
        opened(codec.read(Scan, gegevens), INHOUD)


def test_een_antwoord_van_een_oudere_lijst_blijft_te_lezen() -> None:
    gegevens = json.loads(filled())["staat"]["staat"]
    toen = gegevens["toen"]["vragen"]["stellingen"]
    next(s for s in toen if s["code"] == "OP3")["tekst"] = "OP3 Heel iets anders"
    scan = opened(codec.read(Scan, gegevens), INHOUD)
    assert "OP3" not in scan.groep.eigen.gegeven
    assert scan.groep.eigen.rest
    over = rest_of(scan.groep, INHOUD.vragen)
    assert any("Heel iets anders" in str(regel) for regel in over)


def test_vijandige_tekst_blijft_tekst_in_elke_uitvoer(proef: Scanproef) -> None:
    kwaad = "=HYPERLINK(1)<script>alert(1)</script>|*"
    proef.stap(1)
    proef.zie(OP3=3)
    proef.bewijs("OP3", kwaad)
    kenmerk = choose(proef, "OP3")
    proef.vul(f"punten/{kenmerk}/wat", kwaad)
    document = report(proef.werk.uitslag, INHOUD)
    assert "<script>" not in to_html(document.blokken)
    assert "<script>" not in to_markdown(document)
    tabellen = all_tables(proef.werk.uitslag, INHOUD)
    boek = load_workbook(io.BytesIO(to_xlsx(tabellen)))
    cellen = [cel for blad in boek for rij in blad.iter_rows() for cel in rij]
    assert any(kwaad in str(cel.value) for cel in cellen)
    assert all(cel.data_type != "f" for cel in cellen)
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as word:
        assert b"<script>" not in word.read("word/document.xml")


def test_namen_gaan_alleen_op_verzoek_mee(proef: Scanproef) -> None:
    proef.groep("naam")
    proef.vul("groep/manier", "beurt")
    proef.zie(BEURT, OP3=3)
    proef.bewijs("OP3", "gezien in de les", BEURT)
    proef.lever_in("teamleider", "Anna Geheim", OP3=3)
    proef.lever_in("docent", "Bo Geheim", OP3=1)
    tekst = to_markdown(report(proef.werk.uitslag, INHOUD)).replace("\\", "")
    assert "| OP3 Pedagogisch-didactisch handelen | zorg | één blik | gezien in de les |" in tekst
    assert "Geheim" not in to_markdown(report(proef.werk.uitslag, INHOUD))
    assert len(all_tables(proef.werk.uitslag, INHOUD)) == 3
    proef.stap(3)
    proef.vul("groep/los", True)
    assert "Anna Geheim" in to_markdown(report(proef.werk.uitslag, INHOUD))
    assert "Bo Geheim" in str(all_tables(proef.werk.uitslag, INHOUD)[-1].rijen)


def test_een_rol_van_een_persoon_staat_in_het_verslag_alleen_apart_op_verzoek(
    proef: Scanproef,
) -> None:
    proef.groep("naam")
    proef.lever_in("teamleider", "Anna", OP3=3)
    proef.lever_in("docent", "Bo", OP3=1)
    apart = "ziet teamleider 100%"
    assert apart not in to_markdown(report(proef.werk.uitslag, INHOUD))
    proef.stap(3)
    proef.vul("groep/apart", True)
    assert apart in to_markdown(report(proef.werk.uitslag, INHOUD))
