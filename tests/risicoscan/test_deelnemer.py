"""Collega's kijken mee met een link: zonder Python vullen zij hetzelfde in als met Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from deelnemerproef import Formulier
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from scanproef import INHOUD, Scanproef

from lv_tools.basis.antwoorden.bestand import NOTITIE_LENGTE
from lv_tools.basis.opslag.adreslink import LinkError
from lv_tools.basis.opslag.werkbestand import from_json
from lv_tools.basis.verzamelen.groep import sources
from lv_tools.basis.verzamelen.uitnodiging import Uitnodiging, from_fragment, to_fragment
from lv_tools.basis.verzamelen.vel import ANDERS, GEEN, WEET_NIET
from lv_tools.basis.vorm import codec
from lv_tools.bouwdoos.groep.uitnodigen import Koppaneel
from lv_tools.bouwdoos.hulpmiddel import Opstelling
from lv_tools.risicoscan.bestand import NAAM, VERSIE, own_answers
from lv_tools.risicoscan.hulpmiddel import RISICOSCAN
from lv_tools.risicoscan.model.scan import Scan
from lv_tools.risicoscan.scherm.deelnemer import participant_data
from lv_tools.risicoscan.teksten import BRONNEN, HERKENNING, more, note

Stap = tuple[str, str, dict[str, Any]]
HAVO = Uitnodiging("0123456789ab", "Havo, november")
HEKJE = "#" + to_fragment("risicoscan", HAVO, INHOUD.lijst)
SITE = "https://voorbeeld.invalid/instrumenten/risicoscan.html"
CODES = list(INHOUD.standaarden)
KLIK: Stap = ("bewaar", "klik", {})
#: Wat er te kruisen valt, per vraag en in de volgorde van het scherm.
OPTIES = {
    BRONNEN: [*(more(code) for code in CODES), GEEN],
    **{
        vraag: [*(h.code for h in INHOUD.herkenningen[vraag]), GEEN, WEET_NIET]
        for vraag in HERKENNING
    },
}


@pytest.fixture(scope="module")
def formulier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formulier]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("LV_TOOLS_PAGINA", "1")
        kennis = participant_data(Opstelling(RISICOSCAN))
    proef = Formulier("risicoscan", kennis, tmp_path_factory.mktemp("kennis"))
    yield proef
    proef.stop()


def vul(veld: str, waarde: Any) -> Stap:
    return (f"groep/eigen/{veld}", "wijziging", {"waarde": waarde, "verlaten": True})


INGEVULD = (
    vul("rol", "docent"),
    vul("antwoorden/stellingen", dict.fromkeys(CODES, 1) | {"OP2": 3}),
    vul(f"notities/{note('OP2')}", "Drie van de vijf leerlingen liepen vast."),
)


def met_link(hekje: str, proef: Scanproef | None = None) -> Scanproef:
    proef = proef or Scanproef()
    adres = next(deel for deel in proef.scherm.walk() if deel.soort == "adres")
    adres.in_pagina = True
    proef.gebeur(adres, "adres", adres=SITE, hekje=hekje)
    return proef


def velden(boom: Any) -> dict[str, Any]:
    """Geef van elk veld van het vel wat er staat, gevraagd wordt en eraan mankeert."""
    e = boom["eigenschappen"]
    if e.get("verborgen"):
        return {}
    uit = {}
    if str(e.get("naam")).startswith("groep/eigen/"):
        buiten = {"inhoud", "verborgen"} | ({"fout"} if not e.get("fout") else set())
        uit[e["naam"]] = {n: w for n, w in e.items() if n not in buiten}
    for kind in e.get("inhoud", ()):
        uit |= velden(kind)
    return uit


@st.composite
def antwoorden(draw: st.DrawFn) -> list[tuple[str, Any]]:
    rollen = [rol.code for rol in INHOUD.vragen.rollen]
    gedaan: list[tuple[str, Any]] = []
    if draw(st.booleans()):
        gedaan.append(("rol", draw(st.sampled_from([*rollen, ANDERS]))))
        if gedaan[0][1] == ANDERS:
            gedaan.append(("andere", draw(st.sampled_from(["OOP", "<b>x</b>", "é" * 41]))))
    punten = st.sampled_from([None, 1, 2, 3])
    gekozen = draw(st.dictionaries(st.sampled_from(CODES), punten))
    if gekozen:
        gedaan.append(("antwoorden/stellingen", gekozen))
    zorg = [code for code, punt in gekozen.items() if (punt or 0) > 1]
    teksten = st.sampled_from(
        ["Twee lessen gezien", " ", "regel\nregel  ", "<b>x</b>", "", "😀" * NOTITIE_LENGTE]
    )
    if zorg:
        for code in draw(st.lists(st.sampled_from(zorg), unique=True, max_size=3)):
            gedaan.append((f"notities/{note(code)}", draw(teksten)))
    for vraag, opties in OPTIES.items():
        aan: list[str] = []
        for code in draw(st.lists(st.sampled_from(opties), unique=True, max_size=3)):
            aan = [*aan, code]
            gedaan.append((f"keuzes/{vraag}", [optie for optie in opties if optie in aan]))
    if gekozen and draw(st.booleans()):  # wie zijn zorg terugneemt, ziet nog wat hij opschreef
        gedaan.append(("antwoorden/stellingen", dict.fromkeys(gekozen, 1)))
    return gedaan


@given(antwoorden())
@settings(
    deadline=None,
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
def test_hetzelfde_vel_en_hetzelfde_bestand_als_python(
    formulier: Formulier, gedaan: list[tuple[str, Any]]
) -> None:
    proef = met_link(HEKJE)
    for veld, waarde in gedaan:
        proef.vul(f"groep/eigen/{veld}", waarde)
    stappen = [vul(*een) for een in gedaan]
    uit = formulier.speel(HEKJE, *stappen)

    assert uit["storing"] == ""
    van_python = velden(json.loads(json.dumps(proef.scherm.to_tree()))["wortel"])
    assert velden(uit["boom"]) == van_python

    if not gedaan:
        assert uit["schrijf"] == ""  # alleen openen schrijft niets
        return
    # Wat bewaard wordt, opent Python zonder een letter anders.
    opnieuw = Scanproef(bewaard=uit["schrijf"])
    assert not any(b.get("naam") == "onleesbaar" for b, _ in opnieuw.gestuurd)
    assert json.loads(json.dumps(opnieuw.werk.to_data())) == uit["data"]
    weg = {"id": "", "versie": ""}
    assert replace(opnieuw.scan.groep.eigen, **weg) == replace(proef.scan.groep.eigen, **weg)
    assert (opnieuw.scan.naam, opnieuw.scan.meting) == (HAVO.naam, HAVO.meting)

    if not proef.scan.groep.eigen.is_answered:
        return
    uit = formulier.speel(HEKJE, *stappen, KLIK)
    bestand = json.loads(uit["bied"]["tekst"])
    gelezen = codec.read(Scan, bestand["staat"]["staat"])
    van_python_bestand = json.loads(own_answers(gelezen, INHOUD))
    anders = ("tijd", "controle")
    eigen = [(n, json.dumps(w)) for n, w in bestand.items() if n not in anders]
    verwacht = [(n, json.dumps(w)) for n, w in van_python_bestand.items() if n not in anders]
    assert eigen == verwacht  # ook op dezelfde volgorde
    assert from_json(uit["bied"]["tekst"].encode(), NAAM, VERSIE, bestand="x").staat
    assert uit["bied"]["naam"].startswith("risicoscan-antwoorden-havo-november-")


def test_te_lang_bewijs_houdt_het_bewaren_op_en_zegt_waar(formulier: Formulier) -> None:
    lang = vul(f"notities/{note('OP2')}", "x" * (NOTITIE_LENGTE + 1))
    uit = formulier.speel(HEKJE, *INGEVULD, lang)
    assert INHOUD.zeg("mee_te_lang", waar="OP2") in str(uit["boom"])
    assert uit["data"]["concept"] == {f"groep/eigen/notities/{note('OP2')}": lang[2]["waarde"]}
    proef = met_link(HEKJE)
    for veld, _, wat in (*INGEVULD, lang):
        proef.vul(veld, wat["waarde"])
    van_python = velden(json.loads(json.dumps(proef.scherm.to_tree()))["wortel"])
    assert velden(uit["boom"]) == van_python  # ook de fout bij het veld
    uit = formulier.speel(HEKJE, *INGEVULD, lang, INGEVULD[2])
    assert INHOUD.zeg("mee_te_lang", waar="OP2") not in str(uit["boom"])


def test_wie_verzamelt_telt_een_deelnemer_een_keer(formulier: Formulier) -> None:
    maker = Scanproef()
    maker.stap(0)
    maker.vul("naam", HAVO.naam)
    maker.groep("naam")
    met_link("", maker)
    maker.klik(INHOUD.zeg("uitdelen_maak"))
    link = next(d.tekst for d in maker.scherm.walk() if d.soort == "kopieerveld" and "#" in d.tekst)
    assert link.startswith(f"{SITE}#risicoscan=1.")
    hekje = f"#{link.partition('#')[2]}"
    uitnodiging = from_fragment("risicoscan", hekje, INHOUD.lijst)
    assert uitnodiging == Uitnodiging(maker.scan.meting, HAVO.naam)

    eerst = formulier.speel(hekje, *INGEVULD, KLIK)
    later = formulier.speel(hekje, vul("keuzes/werkend", [GEEN]), KLIK, tekst=eerst["schrijf"])
    ander = formulier.speel(hekje, *INGEVULD, KLIK)
    maker.stap(0)
    maker.vul("naam", "Havo, een andere naam")  # het kenmerk telt, niet de naam
    maker.stap(1)
    maker.vul("groep/manier", "bestand")
    for een in (eerst, eerst, later, ander):
        maker.laad(een["bied"]["naam"], een["bied"]["tekst"].encode())
    groepen = sources(maker.scan.groep, INHOUD.vragen)
    mensen = [wie for bron in groepen for wie in bron.respondenten]
    assert len({wie.id for wie in mensen}) == 2
    assert "Nu tellen 2 mensen mee" in maker.in_beeld
    assert {wie.notities[note("OP2")] for wie in mensen} == {INGEVULD[2][2]["waarde"]}

    vreemd = Scanproef()
    vreemd.vul("naam", HAVO.naam)
    vreemd.groep("naam")
    met_link("", vreemd)
    vreemd.klik(INHOUD.zeg("uitdelen_maak"))
    vreemd.vul("groep/manier", "bestand")
    vreemd.laad("a.json", eerst["bied"]["tekst"].encode())
    assert "hoort bij een andere scan, met de naam ‘Havo, november’" in vreemd.in_beeld


def test_in_de_link_staat_niets_van_wat_de_maker_invulde() -> None:
    maker = Scanproef()
    maker.vul("naam", "Havo")
    maker.vul("soort", INHOUD.soorten[0])
    maker.stap(1)
    maker.zie(OP2=3)
    maker.bewijs("OP2", "Geheim bewijs")
    met_link("", maker)
    maker.klik(INHOUD.zeg("uitdelen_maak"))
    link = next(d.tekst for d in maker.scherm.walk() if d.soort == "kopieerveld" and "#" in d.tekst)
    proef = met_link(link.partition("#")[2])
    assert (proef.scan.naam, proef.scan.soort) == ("Havo", "")
    assert not proef.scan.groep.eigen.is_answered


def test_een_uitnodiging_laat_ander_werk_met_rust(formulier: Formulier) -> None:
    proef = Scanproef()
    proef.vul("naam", "Vwo, voorjaar")
    eerst = proef.scan
    met_link(HEKJE, proef)
    assert proef.scan == eerst
    assert "in dit bestand staat iets anders" in proef.in_beeld
    uit = formulier.speel(HEKJE, *INGEVULD, tekst=proef.bewaard())
    assert (uit["elders"], uit["schrijf"]) == (True, "")


def test_een_kapotte_link_krijgt_een_gewone_zin(formulier: Formulier) -> None:
    nieuwer = to_fragment("risicoscan", HAVO, INHOUD.lijst + 1)
    for hekje in (HEKJE[:-2], "#risicoscan=1.x.<b>y</b>", f"#{nieuwer}"):
        with pytest.raises(LinkError) as fout:
            from_fragment("risicoscan", hekje, INHOUD.lijst)
        assert formulier.speel(hekje)["zin"] == str(fout.value)
        boven = met_link(hekje).opstelling.boven
        assert isinstance(boven, Koppaneel)
        assert boven.melding.tekst == str(fout.value)
