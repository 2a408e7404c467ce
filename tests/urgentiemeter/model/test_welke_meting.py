"""Een meting heeft een naam: een bestand van een andere meting telt niet stil mee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from meterproef import INHOUD, ZELF, Meterproef, people_file

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.schermdelen import Download
from lv_tools.urgentiemeter.bestand.lezen import read_scan
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.model.welke_meting import check, same, title
from lv_tools.urgentiemeter.verslag.document import report

VANDAAG = now().date().isoformat()
KNOP = "Bewaar alleen mijn antwoorden als bestand"


def answers(naam="", rol="docent", antwoord=4, dag=VANDAAG, kenmerk="a" * 32) -> bytes:
    """Het bestand van een persoon; zonder naam zoals versie 0.1.0 het schreef."""
    versie = f"{dag}T10:00:00+01:00"
    wie = Respondent(kenmerk, rol, dict.fromkeys(INHOUD.stellingen, antwoord), versie=versie)
    return people_file(wie, naam=naam)


def meting(naam="") -> Meterproef:
    proef = Meterproef(modus="naam")
    if naam:
        proef.vul("naam", naam)
    return proef


def test_een_bestand_van_een_andere_meting_wordt_geweigerd():
    proef = meting("Havo, najaar 2026")
    zin = proef.laad(("anne.json", answers("Vmbo 2024")))
    assert "‘anne.json’ is niet gelezen: het hoort bij de meting ‘Vmbo 2024’" in zin
    assert "‘Havo, najaar 2026’" in zin
    assert proef.aantal == 0
    goed = proef.laad(("anne.json", answers("havo,  najaar 2026")))
    assert goed == "‘anne.json’: 1 persoon erbij."


def test_een_bestand_van_een_eerdere_versie_telt_mee_met_een_opmerking():
    proef = meting()
    assert "\n" not in proef.laad(("anne.json", answers()))
    proef.vul("naam", "Havo")
    zinnen = proef.laad(("bas.json", answers(kenmerk="b" * 32))).split("\n")
    assert zinnen[0] == "‘bas.json’: 1 persoon erbij."
    assert "geen naam van een meting" in zinnen[1]
    assert proef.aantal == 2


def test_antwoorden_van_jaren_geleden_krijgen_een_opmerking():
    zinnen = meting().laad(("oud.json", answers(dag="2024-03-12"))).split("\n")
    assert "antwoorden bij van 12 maart 2024" in zinnen[-1]
    wie = Respondent("a", "docent", {}, versie="geen datum")
    vers = Scan(groep=Groep(bronnen=(Bron("x", (wie,)),)))
    assert check(Scan(), vers, INHOUD, date(2026, 11, 27)) == ()
    genoemd = check(Scan(), replace(vers, naam="Havo"), INHOUD, date(2026, 11, 27))
    assert "meting ‘Havo’" in genoemd[0]


def test_ieders_bestand_heeft_een_eigen_naam_en_de_meting():
    proef = meting("Havo, najaar 2026")
    namen = set()
    for _keer in range(2):
        ander = Meterproef()
        ander.zelf(antwoord=3)
        ander.vul("naam", "Havo, najaar 2026")
        bestand = ander.download(KNOP)
        namen.add(bestand.naam)
        assert bestand.naam.startswith("urgentiemeter-antwoorden-havo-najaar-2026-")
        assert bestand.naam.endswith(f"-{VANDAAG}.json")
        assert "1 persoon erbij" in proef.laad((bestand.naam, bestand.inhoud))
        assert read_scan(bestand.inhoud, INHOUD, "x").naam == "Havo, najaar 2026"
    assert len(namen) == 2


@pytest.mark.parametrize(("modus", "staat_erin"), [("", True), ("naam", True), ("anoniem", False)])
def test_de_naam_van_een_mens_alleen_als_het_niet_anoniem_is(modus, staat_erin):
    proef = Meterproef(modus=modus)
    proef.zelf(naam="Anne de Vries")
    kenmerk = proef.groep.eigen.id
    bestand = proef.download(KNOP)
    assert ("anne-de-vries" in bestand.naam) == staat_erin
    # Ook het kenmerk staat er niet in: wie de naam ziet, vindt daarmee geen rij terug.
    assert kenmerk
    assert kenmerk[:4] not in bestand.naam
    assert proef.deel(f"{ZELF}/naam").verborgen, "bij zelf invullen wordt geen naam gevraagd"


def test_de_naam_blijft_bewaard_en_oud_werk_heeft_er_geen():
    proef = meting("Havo")
    assert Meterproef(bewaard=proef.bewaard()).staat.naam == "Havo"
    oud = Meterproef(bewaard=people_file())
    assert oud.staat.naam == ""
    assert "Wat geen plaats meer heeft (" not in oud.in_beeld


def test_een_bladzijde_noemt_de_afdeling_en_het_grootste_verschil():
    mensen = [
        *(Respondent(f"d{nr}", "docent", {"u5": 4 if nr < 2 else 1}) for nr in range(15)),
        *(Respondent(f"b{nr}", "bestuur", {"u5": 4 if nr < 10 else 2}) for nr in range(13)),
    ]

    def scan(wie):
        groep = Groep("naam", bronnen=(Bron("x", tuple(wie)),))
        return Scan(afdelingen=(Afdeling("Havo"),), groep=groep)

    uitslag = compute(scan(mensen), INHOUD)
    kort = report(uitslag, INHOUD, Wensen(volledig=False))
    assert kort.titel == "Urgentiemeter: Havo"
    tekst = to_markdown(kort).replace("\\", "")
    assert "Grootste verschil tussen groepen, bij stelling 1." in tekst
    assert "77% (n = 13)" in tekst
    assert "docent 13% (n = 15)" in tekst
    volledig = report(uitslag, INHOUD, Wensen(volledig=True))
    assert volledig.titel == "Urgentiemeter: Havo: volledig verslag"
    een = compute(scan(mensen[:15]), INHOUD)
    assert "Grootste verschil" not in to_markdown(report(een, INHOUD, Wensen(volledig=False)))


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


def test_elk_bestand_noemt_het_hulpmiddel_de_meting_en_de_dag():
    proef = meting("Havo")
    proef.zelf(antwoord=3)
    proef.manier("bestand")
    proef.stap(2)
    knoppen = [d for d in proef.scherm.walk() if isinstance(d, Download)]
    # De knop met wat van vroeger over is, hoort bij een lege tabel en is dan niet te zien.
    namen = [knop.maak().naam for knop in knoppen]
    assert len(namen) >= 6
    assert len(set(namen)) == len(namen)
    for naam in namen:
        assert naam.startswith("urgentiemeter-")
        assert "-havo-" in naam
        assert VANDAAG in naam
