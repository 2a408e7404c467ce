"""Werk van 0.1.0 en 0.2.0 opent met alles erin, ook wat half af was; wat stuk is, niet."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import INHOUD
from zelfproef import Zelfproef

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.bestand.antwoorden import read_answers
from lv_tools.zelfevaluatie.bestand.link import from_fragment, to_fragment
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file
from lv_tools.zelfevaluatie.bestand.vroeger_vorm import to_state
from lv_tools.zelfevaluatie.model.lijst import first_list, instrument_of
from lv_tools.zelfevaluatie.model.scan import Scan

TESTS = Path(__file__).parents[2]
VERSIES = ("0_1_0", "0_2_0")


def voorbeeld(versie: str, naam: str) -> str:
    return (TESTS / f"bestanden_{versie}" / f"zelfevaluatie-{naam}").read_text("utf-8")


@pytest.mark.parametrize("versie", VERSIES)
def test_een_link_en_een_antwoordbestand_van_vroeger_gaan_open(versie: str) -> None:
    link = voorbeeld(versie, "link.txt").strip()
    opzet = from_fragment(link, INHOUD)
    assert opzet.eigen_groepen == ("Ouderraad",)
    assert opzet.eigen[0].tekst == "Wij bespreken de resultaten met de ouderraad."
    toen = instrument_of(first_list(), INHOUD)
    assert link.endswith(to_fragment(opzet, toen))  # de vorm van een link is dezelfde gebleven
    wie = read_answers(voorbeeld(versie, "antwoorden.json").encode(), opzet, INHOUD)
    assert (wie.rol, wie.naam) == ("bestuur", "Persoon 0")
    assert len(wie.antwoorden) + len(wie.rest) == 49
    assert wie.notities["cyclisch:opmerking"] == "De cyclus hapert\nin mei."


@pytest.mark.parametrize("versie", VERSIES)
def test_een_scanbestand_van_vroeger_gaat_open(versie: str) -> None:
    scan = scan_from_file(voorbeeld(versie, "scan.json").encode(), INHOUD)
    mensen = {r.naam for bron in scan.bronnen for r in bron.respondenten}
    assert {"Wilma de Maker", "Persoon 3"} <= mensen
    assert scan.samen[0].overtuigd == "Het voorbeeld van de havo."


def test_alles_wat_half_af_was_staat_weer_in_zijn_veld() -> None:
    proef = Zelfproef(bewaard=voorbeeld("0_2_0", "werk-naam.json"))
    assert proef.opstelling.bewaren.melding == ""
    assert proef.bewaard() == "", "alleen openen schrijft niets"
    assert proef.waar == "samen"
    assert proef.deel("weergave/samen").waarde == "cyclisch"
    proef.vul("weergave/samen", "bka3")
    assert proef.deel("+oordeel-bka3/oordeel").waarde == "2"
    assert proef.deel("+oordeel-bka3/datum").waarde == "32-1-2026"
    assert proef.deel("+oordeel-bka3/aanwezig").waarde == "Half opgeschreven wie er was"
    proef.vul("weergave/samen", "bka1")
    assert proef.deel("+oordeel-bka1/aanwezig").waarde == "Ans en Bob"
    proef.naar("maken")
    assert proef.deel("opzet/datum").waarde == "31-2-2026"
    proef.klap("Eigen stellingen toevoegen")
    assert proef.deel("+eigen/thema").waarde == "bka2"
    assert proef.deel("+eigen/tekst").waarde == "Een eigen stelling die nog niet af is"
    proef.blad(2)
    assert len(proef.deel("groep/eigen/notities/bka2:opmerking").waarde) == 2_100
    assert "is de tekst onder" in proef.paneel.fout.tekst
    proef.klap("Kreeg u een link")
    assert proef.deel("+ontvangen/link").waarde == "https://voorbeeld.invalid/half geplakt"
    anderen = proef.soort("keuzelijst", "Welke scan")
    proef.gebeur(anderen, "wijziging", waarde=anderen.opties[1][0])
    assert proef.werk.staat.invulopzet.naam == "Scan van de buren"
    assert proef.werk.staat.invulplek == 3
    assert len(proef.antwoorden) + len(proef.werk.staat.invulvel.rest) == 49
    proef.naar("verzamelen")
    assert proef.deel("groep/manier").waarde == "beurt"
    assert proef.deel("groep/beurt/naam").waarde == "Bert om de Beurt"
    assert proef.deel("groep/beurt/antwoorden/bka1").waarde == {"bka1-1": 2}
    over = (
        "nog niet ingezonden: De ambities van ons bestuur passen op één bladzijde.",
        "weet ik niet",
    )
    assert over in proef.werk.staat.overig, "die stelling vraagt nu iets anders"
    assert proef.deel("groep/beurt/notities/bka1:bewijs").waarde == "Bert zag het\nin de les."
    assert proef.deel("groep/namen").waarde == "Persoon 0\nNadia Nog Niet"
    assert "tel ze allemaal" not in proef.in_beeld  # Dora zijn er echt twee
    proef.naar("uitslag")
    assert proef.deel("weergave/groepen").waarde == ("intern-toezicht", "schoolleiding")
    assert proef.deel("weergave/thema").waarde == "cyclisch"
    assert proef.deel("weergave/omvang").waarde == "volledig"
    assert proef.deel("groep/apart").waarde is True


def test_een_anonieme_volgende_scan_ligt_naast_de_eerste() -> None:
    proef = Zelfproef(bewaard=voorbeeld("0_2_0", "werk-anoniem.json"))
    assert proef.waar == "vergelijken"
    assert proef.opzet.modus == "anoniem"
    assert [scan.opzet.naam for scan in proef.werk.staat.eerdere] == ["Voorjaar 2027"]
    (eerder,) = proef.werk.staat.eerdere
    assert sum(len(bron.respondenten) for bron in eerder.bronnen) == 14
    assert proef.people == 7
    proef.naar("maken")
    assert "Beatrix" not in proef.bewaard()


def test_wie_alleen_een_scan_van_een_ander_invulde_gaat_verder_waar_hij_was() -> None:
    proef = Zelfproef(bewaard=voorbeeld("0_2_0", "invuller.json"))
    assert proef.waar == "invullen"
    assert proef.werk.staat.invulopzet.naam == "Voorjaar 2027"
    assert not proef.werk.staat.gemaakt
    assert "Persoon 0" in proef.in_beeld
    assert "Het jaarplan, blz. 3 (bestuur)" in proef.in_beeld


@pytest.mark.parametrize("versie", VERSIES)
@pytest.mark.parametrize("soort", ["werk-naam", "werk-anoniem", "invuller", "scan"])
def test_omzetten_en_opnieuw_openen_verandert_niets_meer(versie: str, soort: str) -> None:
    proef = Zelfproef(bewaard=voorbeeld(versie, f"{soort}.json"))
    proef.naar("invullen" if proef.waar != "invullen" else "maken")
    weer = Zelfproef(bewaard=proef.bewaard())
    assert weer.werk.to_data() == proef.werk.to_data()
    # Een notitie staat er één keer in, hoe vaak zij er vroeger ook in stond.
    for tekst in ("Het jaarplan, blz. 3 (staf)", "Een eigen stelling die nog niet af is"):
        assert proef.bewaard().count(tekst) <= 1


@pytest.mark.parametrize(
    "kapot",
    [
        {"delen": {"invullingen": {"scans": 3}}},
        {"delen": {"invullingen": {"open": "", "scans": [{"opzet": "scan=1.x.y"}]}}},
        {"extra": {"opzet": {}}},
        {"delen": [1]},
    ],
)
def test_gegevens_in_een_andere_vorm_worden_geweigerd(kapot: dict) -> None:
    with pytest.raises(VormError):
        to_state(kapot)


def _fields(versie: str) -> list[tuple[str, ...]]:
    extra = json.loads(voorbeeld(versie, "werk-naam.json"))["staat"]["extra"]
    return [(sleutel,) for sleutel in extra] + [("opzet", sleutel) for sleutel in extra["opzet"]]


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(VERSIES).flatmap(
        lambda versie: st.tuples(st.just(versie), st.sampled_from(_fields(versie)))
    ),
    st.sampled_from([None, 3, "", "x" * 300, [], {}, [[]], ["bka1"], {"a": 1}, True]),
)
def test_een_vervalste_scan_van_vroeger_wordt_geweigerd_of_goed_gelezen(waar, waarde) -> None:
    """Met een kloppend controlegetal, zoals een aanvaller zou doen."""
    versie, pad = waar
    gegevens = json.loads(voorbeeld(versie, "scan.json"))
    extra = plek = gegevens["staat"]["extra"]
    for stap in pad[:-1]:
        plek = plek[stap]
    plek[pad[-1]] = waarde
    extra["controle"] = checksum(extra)
    gegevens.pop("controle", None)
    gelezen: Scan | None = None
    with contextlib.suppress(VormError):  # elke andere fout laat de toets falen
        gelezen = scan_from_file(json.dumps(gegevens).encode(), INHOUD)
    assert gelezen is None or isinstance(gelezen, Scan)


def test_een_gewijzigd_bestand_van_vroeger_gaat_niet_open_en_zegt_waarom() -> None:
    gegevens = json.loads(voorbeeld("0_1_0", "werk-naam.json"))
    gegevens["staat"]["extra"]["opzet"]["naam"] = "Voorjaar"
    proef = Zelfproef()
    proef.gebeur(
        proef.opstelling.bewaren, "lees", json.dumps(gegevens).encode(), bestand="oud.json"
    )
    assert "veranderd of beschadigd" in proef.opstelling.bewaren.melding
    assert not proef.werk.staat.gemaakt
