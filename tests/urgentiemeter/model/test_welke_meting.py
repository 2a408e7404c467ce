"""Een meting heeft een naam: een bestand van een andere meting telt niet stil mee."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.opslag.werkbestand import Bewaard, from_json, now, to_json
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.schermdelen import Bestand, Bewaren, Download
from lv_tools.urgentiemeter.bestand.scan import NAAM, VERSIE, scan_from_state, scan_to_state
from lv_tools.urgentiemeter.model.uitslag import Afdeling, Scan, compute
from lv_tools.urgentiemeter.model.welke_meting import check, same, title
from lv_tools.urgentiemeter.scherm.voordeur import Urgentiescherm
from lv_tools.urgentiemeter.teksten import instrument
from lv_tools.urgentiemeter.verslag.document import Wensen, report

INHOUD = instrument()
VANDAAG = now().date().isoformat()


@pytest.fixture
def scherm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Urgentiescherm:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    return Urgentiescherm()


def change(deel, waarde):
    deel.receive("wijziging", {"waarde": waarde}, "lezer")


def download(scherm, tekst) -> Bestand:
    (knop,) = [d for d in scherm.scherm.walk() if isinstance(d, Download) and d.tekst == tekst]
    return knop.maak()


def answers(naam="", rol="docent", antwoord=4, dag=VANDAAG, kenmerk="a" * 32) -> bytes:
    """Het bestand van een persoon; zonder naam zoals versie 0.1.0 het schreef."""
    persoon = Respondent(
        kenmerk, rol, dict.fromkeys(INHOUD.stellingen, antwoord), versie=f"{dag}T10:00:00+01:00"
    )
    staat = {"extra": scan_to_state(Scan(naam=naam, bronnen=(Bron("x", (persoon,)),)), INHOUD)}
    return to_json(Bewaard(NAAM, VERSIE, "Antwoorden van een persoon", now(), staat)).encode()


def test_een_bestand_van_een_andere_meting_wordt_geweigerd(scherm):
    change(scherm.beleving.naam, "Havo, najaar 2026")
    (zin,) = scherm.werk.add_file("anne.json", answers("Vmbo 2024"))
    assert "‘anne.json’ is niet gelezen: het hoort bij de meting ‘Vmbo 2024’" in zin
    assert "‘Havo, najaar 2026’" in zin
    assert scherm.werk.people == 0
    (goed,) = scherm.werk.add_file("anne.json", answers("havo,  najaar 2026"))
    assert goed == "‘anne.json’: 1 persoon erbij."


def test_een_bestand_van_een_eerdere_versie_telt_mee_met_een_opmerking(scherm):
    assert len(scherm.werk.add_file("anne.json", answers())) == 1
    change(scherm.beleving.naam, "Havo")
    zinnen = scherm.werk.add_file("bas.json", answers(kenmerk="b" * 32))
    assert zinnen[0] == "‘bas.json’: 1 persoon erbij."
    assert "geen naam van een meting" in zinnen[1]
    assert scherm.werk.people == 2


def test_antwoorden_van_jaren_geleden_krijgen_een_opmerking(scherm):
    zinnen = scherm.werk.add_file("oud.json", answers(dag="2024-03-12"))
    assert "antwoorden bij van 12 maart 2024" in zinnen[-1]
    vers = Scan(bronnen=(Bron("x", (Respondent("a", "docent", {}, versie="geen datum"),)),))
    assert check("", vers, date(2026, 11, 27)) == ()
    assert "meting ‘Havo’" in check("", replace(vers, naam="Havo"), date(2026, 11, 27))[0]


def test_ieders_bestand_heeft_een_eigen_naam_en_de_meting(scherm):
    change(scherm.beleving.naam, "Havo, najaar 2026")
    namen = set()
    for _keer in range(2):
        ander = Urgentiescherm()
        change(ander.beleving.naam, "Havo, najaar 2026")
        change(ander.beleving.zelf.lijst, dict.fromkeys(INHOUD.stellingen, 3))
        bestand = download(ander, "Bewaar alleen mijn antwoorden als bestand")
        namen.add(bestand.naam)
        assert bestand.naam.startswith("urgentiemeter-antwoorden-havo-najaar-2026-")
        assert bestand.naam.endswith(f"-{VANDAAG}.json")
        assert "1 persoon erbij" in scherm.werk.add_file(bestand.naam, bestand.inhoud)[0]
        gelezen = from_json(bestand.inhoud, NAAM, VERSIE, bestand="x")
        assert scan_from_state(gelezen.staat["extra"], INHOUD).naam == "Havo, najaar 2026"
    assert len(namen) == 2


@pytest.mark.parametrize(("modus", "staat_erin"), [("", True), ("naam", True), ("anoniem", False)])
def test_de_naam_van_een_mens_alleen_als_het_niet_anoniem_is(scherm, modus, staat_erin):
    scherm.werk.modus = modus
    scherm.werk.set_own(Respondent("f" * 32, "docent", {"u5": 3}, naam="Anne de Vries"))
    bestand = download(scherm, "Bewaar alleen mijn antwoorden als bestand")
    assert ("anne-de-vries" in bestand.naam) == staat_erin
    # Ook het kenmerk staat er niet in: wie de naam ziet, vindt daarmee geen rij terug.
    assert "ffff" not in bestand.naam


def test_de_naam_blijft_bewaard_en_oud_werk_heeft_er_geen(scherm):
    change(scherm.beleving.naam, "Havo")
    (bewaren,) = [d for d in scherm.scherm.walk() if isinstance(d, Bewaren)]
    staat = json.loads(json.dumps(bewaren.state()))
    ander = Urgentiescherm()
    (terug,) = [d for d in ander.scherm.walk() if isinstance(d, Bewaren)]
    terug.werk.from_data(staat)
    assert ander.werk.scan().naam == "Havo"
    del staat["delen"]["meting-naam"]
    staat["extra"] = scan_to_state(Scan(regels=INHOUD.regels), INHOUD)
    oud = Urgentiescherm()
    next(d for d in oud.scherm.walk() if isinstance(d, Bewaren)).werk.from_data(staat)
    assert oud.werk.scan().naam == ""
    assert oud.rest.deel.verborgen


def test_een_bladzijde_noemt_de_afdeling_en_het_grootste_verschil(scherm):
    mensen = [
        *(Respondent(f"d{nr}", "docent", {"u5": 4 if nr < 2 else 1}) for nr in range(15)),
        *(Respondent(f"b{nr}", "bestuur", {"u5": 4 if nr < 10 else 2}) for nr in range(13)),
    ]
    scan = Scan(modus="naam", afdelingen=(Afdeling("Havo"),), bronnen=(Bron("x", tuple(mensen)),))
    uitslag = compute(scan, INHOUD)
    kort = report(uitslag, INHOUD, Wensen())
    assert kort.titel == "Urgentiemeter: Havo"
    tekst = to_markdown(kort).replace("\\", "")
    assert "Grootste verschil tussen groepen, bij stelling 1." in tekst
    assert "77% (n = 13)" in tekst
    assert "docent 13% (n = 15)" in tekst
    volledig = report(uitslag, INHOUD, Wensen(volledig=True))
    assert volledig.titel == "Urgentiemeter: Havo: volledig verslag"
    een = compute(replace(scan, bronnen=(Bron("x", tuple(mensen[:15])),)), INHOUD)
    assert "Grootste verschil" not in to_markdown(report(een, INHOUD, Wensen()))


@pytest.mark.parametrize(
    ("naam", "afdelingen", "uit"),
    [
        ("", (), ""),
        ("", ("Havo", ""), "Havo"),
        ("Havo 2026", ("Havo",), "Havo 2026"),
        ("Najaar 2026", ("Havo", "Vwo"), "Najaar 2026 (Havo en Vwo)"),
    ],
)
def test_titel(naam, afdelingen, uit):
    assert title(Scan(naam=naam, afdelingen=tuple(map(Afdeling, afdelingen)))) == uit
    assert same(" HAVO  2026", "havo 2026")


def test_elk_bestand_noemt_het_hulpmiddel_de_meting_en_de_dag(scherm):
    change(scherm.beleving.naam, "Havo")
    change(scherm.beleving.zelf.lijst, dict.fromkeys(INHOUD.stellingen, 3))
    scherm.uitslag.show(open=True)
    knoppen = [d for d in scherm.scherm.walk() if isinstance(d, Download)]
    assert len(knoppen) >= 6
    namen = [knop.maak().naam for knop in knoppen]
    assert len(set(namen)) == len(namen)
    for naam in namen:
        assert naam.startswith("urgentiemeter-")
        assert "-havo-" in naam
        assert VANDAAG in naam
