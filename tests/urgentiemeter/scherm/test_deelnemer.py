"""Collega's doen mee met een link: zonder Python vullen zij hetzelfde in als met Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from deelnemerproef import Formulier
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from meterproef import INHOUD, Meterproef

from lv_tools.basis.opslag.adreslink import LinkError
from lv_tools.basis.verzamelen.uitnodiging import Uitnodiging, from_fragment, to_fragment
from lv_tools.basis.verzamelen.vel import ANDERS, GEEN, WEET_NIET
from lv_tools.bouwdoos.groep.uitnodigen import Koppaneel
from lv_tools.bouwdoos.hulpmiddel import Opstelling
from lv_tools.urgentiemeter.bestand.lezen import own_answers, read_scan
from lv_tools.urgentiemeter.hulpmiddel import URGENTIEMETER
from lv_tools.urgentiemeter.scherm.deelnemer import participant_data

Stap = tuple[str, str, dict[str, Any]]
HAVO = Uitnodiging("0123456789ab", "Havo, najaar 2026")
HEKJE = "#" + to_fragment("meting", HAVO, INHOUD.lijst)
SITE = "https://voorbeeld.invalid/instrumenten/urgentiemeter.html"
CODES = list(INHOUD.stellingen)
KLIK: Stap = ("bewaar", "klik", {})


@pytest.fixture(scope="module")
def formulier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formulier]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("LV_TOOLS_PAGINA", "1")
        kennis = participant_data(Opstelling(URGENTIEMETER))
    proef = Formulier("urgentiemeter", kennis, tmp_path_factory.mktemp("kennis"))
    yield proef
    proef.stop()


def vul(veld: str, waarde: Any) -> Stap:
    return (f"groep/eigen/{veld}", "wijziging", {"waarde": waarde, "verlaten": True})


INGEVULD = (vul("rol", "docent"), vul("antwoorden/stellingen", dict.fromkeys(CODES, 4)))


def met_link(hekje: str, proef: Meterproef | None = None) -> Meterproef:
    proef = proef or Meterproef()
    adres = next(deel for deel in proef.scherm.walk() if deel.soort == "adres")
    adres.in_pagina = True
    proef.gebeur(adres, "adres", adres=SITE, hekje=hekje)
    return proef


def velden(boom: Any) -> dict[str, Any]:
    """Geef van elk veld wat er staat en gevraagd wordt."""
    e = boom["eigenschappen"]
    uit = {}
    if e.get("naam") and not e.get("verborgen"):
        uit[e["naam"]] = {naam: e.get(naam) for naam in ("waarde", "stellingen", "hulp", "label")}
    for kind in e.get("inhoud", ()):
        uit |= velden(kind)
    return uit


@st.composite
def antwoorden(draw: st.DrawFn) -> list[tuple[str, Any]]:
    rollen = [rol.code for rol in INHOUD.vragen.rollen]
    gedaan: list[tuple[str, Any]] = [("rol", draw(st.sampled_from([*rollen, ANDERS])))]
    if gedaan[0][1] == ANDERS:
        gedaan.append(("andere", draw(st.sampled_from(["OOP", "<b>x</b>", "é" * 41, " Docent "]))))
    punten = st.sampled_from([None, 1, 2, 3, 4])
    gekozen = draw(st.dictionaries(st.sampled_from(CODES), punten))
    if gekozen:
        gedaan.append(("antwoorden/stellingen", gekozen))
    opties = [*INHOUD.standaarden, GEEN, WEET_NIET]
    aan: list[str] = []
    for code in draw(st.lists(st.sampled_from(opties), unique=True, max_size=4)):
        aan = [*aan, code]
        gedaan.append(("keuzes/standaarden", [optie for optie in opties if optie in aan]))
    return gedaan


@given(antwoorden())
@settings(
    deadline=None,
    max_examples=15,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
def test_same_form_and_same_file_as_python(
    formulier: Formulier, gedaan: list[tuple[str, Any]]
) -> None:
    proef = met_link(HEKJE)
    for veld, waarde in gedaan:
        proef.vul(f"groep/eigen/{veld}", waarde)
    stappen = [vul(*een) for een in gedaan]
    uit = formulier.speel(HEKJE, *stappen)

    assert uit["storing"] == ""
    van_python = velden(json.loads(json.dumps(proef.scherm.to_tree()))["wortel"])
    for naam, veld in velden(uit["boom"]).items():
        assert veld == van_python[naam]

    # Wat bewaard wordt, opent Python zonder een letter anders.
    opnieuw = Meterproef(bewaard=uit["schrijf"])
    assert not any(b.get("naam") == "onleesbaar" for b, _ in opnieuw.gestuurd)
    assert json.loads(json.dumps(opnieuw.werk.to_data())) == uit["data"]
    weg = {"id": "", "versie": ""}
    assert replace(opnieuw.groep.eigen, **weg) == replace(proef.groep.eigen, **weg)
    assert (opnieuw.staat.naam, opnieuw.staat.meting) == (HAVO.naam, HAVO.meting)

    if not proef.groep.eigen.is_answered:
        return
    uit = formulier.speel(HEKJE, *stappen, KLIK)
    scan = read_scan(uit["bied"]["tekst"].encode(), INHOUD, "x")
    van_python_bestand = json.loads(own_answers(replace(scan, afdelingen=()), INHOUD))
    anders = ("tijd", "controle")
    eigen = {n: w for n, w in json.loads(uit["bied"]["tekst"]).items() if n not in anders}
    assert eigen == {n: w for n, w in van_python_bestand.items() if n not in anders}
    assert uit["bied"]["naam"].startswith("urgentiemeter-antwoorden-havo-najaar-2026-")


def test_the_collector_counts_a_participant_once(formulier: Formulier) -> None:
    maker = Meterproef(modus="naam")
    maker.vul("naam", HAVO.naam)
    met_link("", maker)
    maker.klik(INHOUD.zeg("uitdelen_maak"))
    link = next(d.tekst for d in maker.scherm.walk() if d.soort == "kopieerveld" and "#" in d.tekst)
    assert link.startswith(f"{SITE}#meting=1.")
    hekje = f"#{link.partition('#')[2]}"
    assert from_fragment("meting", hekje, INHOUD.lijst) == Uitnodiging(
        maker.staat.meting, HAVO.naam
    )

    eerst = formulier.speel(hekje, *INGEVULD, KLIK)
    later = formulier.speel(hekje, vul("keuzes/standaarden", ["OP1"]), KLIK, tekst=eerst["schrijf"])
    ander = formulier.speel(hekje, *INGEVULD, KLIK)
    maker.vul("naam", "Havo, een andere naam")  # het kenmerk telt, niet de naam
    for een in (eerst, eerst, later, ander):
        maker.laad((een["bied"]["naam"], een["bied"]["tekst"].encode()))
    assert maker.aantal == 2
    assert {frozenset(wie.keuzes.get("standaarden") or ()) for wie in maker.mensen} == {
        frozenset({"OP1"}),
        frozenset(),
    }

    vreemd = Meterproef(modus="naam")
    vreemd.vul("naam", HAVO.naam)
    met_link("", vreemd)
    vreemd.klik(INHOUD.zeg("uitdelen_maak"))
    zin = vreemd.laad(("a.json", eerst["bied"]["tekst"].encode()))
    assert "een andere meting, met de naam ‘Havo, najaar 2026’" in zin
    assert vreemd.aantal == 0


def test_the_facts_are_not_in_the_link() -> None:
    maker = Meterproef()
    maker.vul("afdelingen/1/naam", "Geheime afdeling")
    maker.stap(1)
    maker.vul("naam", "Havo")
    met_link("", maker)
    maker.klik(INHOUD.zeg("uitdelen_maak"))
    link = next(d.tekst for d in maker.scherm.walk() if d.soort == "kopieerveld" and "#" in d.tekst)
    assert len(link) < len(SITE) + 90
    proef = met_link(link.partition("#")[2])
    assert [a.naam for a in proef.staat.afdelingen] == [""]


def test_without_a_name_or_an_address_there_is_no_link() -> None:
    proef = Meterproef()
    proef.stap(1)
    assert INHOUD.zeg("uitdelen_maak") not in proef.in_beeld
    met_link("", proef)
    assert INHOUD.zeg("uitdelen_naam") in proef.in_beeld


def test_an_invitation_leaves_other_work_alone(formulier: Formulier) -> None:
    proef = Meterproef()
    proef.stap(1)
    proef.vul("naam", "Vwo, voorjaar")
    eerst = proef.staat
    met_link(HEKJE, proef)
    assert proef.staat == eerst
    assert "in dit bestand staat iets anders" in proef.in_beeld
    uit = formulier.speel(HEKJE, *INGEVULD, tekst=proef.bewaard())
    assert (uit["elders"], uit["schrijf"]) == (True, "")


def test_a_role_that_is_not_there_yet_is_told_before_handing_in(formulier: Formulier) -> None:
    antwoord = INGEVULD[1]
    for rol, open_ in ((), True), ((vul("rol", "docent"),), False), ((vul("rol", ANDERS),), True):
        uit = formulier.speel(HEKJE, *rol, antwoord)
        assert (INHOUD.zeg("mee_rol") in str(uit["boom"])) == open_
    eigen = (vul("rol", ANDERS), vul("andere", "é" * 41), antwoord)
    assert INHOUD.zeg("mee_rol") in str(formulier.speel(HEKJE, *eigen)["boom"])
    kort = formulier.speel(HEKJE, *eigen, vul("andere", "OOP"))
    assert INHOUD.zeg("mee_rol") not in str(kort["boom"])


def test_a_broken_link_is_told_plainly(formulier: Formulier) -> None:
    nieuwer = to_fragment("meting", HAVO, INHOUD.lijst + 1)
    for hekje in (HEKJE[:-2], "#meting=1.x.<b>y</b>", f"#{nieuwer}"):
        with pytest.raises(LinkError) as fout:
            from_fragment("meting", hekje, INHOUD.lijst)
        uit = formulier.speel(hekje)
        assert uit["zin"] == str(fout.value)
        proef = met_link(hekje)
        assert isinstance(proef.opstelling.boven, Koppaneel)
        assert proef.opstelling.boven.melding.tekst == str(fout.value)
