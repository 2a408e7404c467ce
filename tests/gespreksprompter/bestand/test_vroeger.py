"""Werk van 0.1.0 en 0.2.0 gaat open met alles erin: wat gold, en wat er nog half getypt stond."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, time
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import pytest
from beschadigen import every_change, is_read_wrong
from prompterproef import AFRONDEN, GESPREK, GIDS, KIEZEN, REEKS, RITME, Proef

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.agenda import Agendapunt, to_ics
from lv_tools.bouwdoos.schemas import file_schema
from lv_tools.gespreksprompter.hulpmiddel import GESPREKSPROMPTER

TOETSEN = Path(__file__).parents[2]
STEMPEL = re.compile(r"[0-9]{8}T[0-9]{6}Z")


def oud(versie: str) -> str:
    pad = TOETSEN / f"bestanden_{versie}" / "gespreksprompter-werk.json"
    return pad.read_text(encoding="utf-8")


def teksten(wat: Any) -> Iterator[str]:
    if isinstance(wat, str):
        yield wat
    elif isinstance(wat, time):
        yield wat.isoformat("minutes")
    elif isinstance(wat, date):
        yield wat.isoformat()
    elif isinstance(wat, dict | list | tuple | frozenset):
        for deel in wat.values() if isinstance(wat, dict) else wat:
            yield from teksten(deel)


def in_velden(proef: Proef) -> set[str]:
    """Wat er in de velden staat, op elk blad."""
    uit: set[str] = set()
    for blad in proef.hulpmiddel.panelen:
        proef.go(blad)
        delen = [d.eigenschappen for d in proef.scherm.walk() if d.naam]
        uit |= set(teksten([[e.get("waarde"), e.get("maat")] for e in delen]))
    return uit


def uid(sleutel: str) -> str:
    """Waaraan een agenda een punt met deze sleutel herkent."""
    punt = Agendapunt(sleutel, "x", date(2026, 1, 1))
    kalender = icalendar.Calendar.from_ical(to_ics([punt], "x", now()))
    return str(kalender.walk("VEVENT")[0]["UID"])


@pytest.mark.parametrize("versie", ["0_1_0", "0_2_0"])
def test_elke_tekst_is_er_nog_en_alleen_openen_schrijft_niets(versie: str) -> None:
    bestand = json.loads(oud(versie))
    proef = Proef(bewaard=oud(versie))
    assert proef.bewaard() == ""
    assert proef.opstelling.bewaren.melding == ""
    naast = {naam: deel for naam, deel in proef.werk.to_data().items() if naam != "staat"}
    nu = set(teksten([asdict(proef.staat), naast]))
    stond = set(teksten(bestand["staat"]))
    # Een dag die leesbaar was, staat er met het hele jaar.
    bladen = {"3. Gesprek", "24-11-20"}
    stempels = {tekst for tekst in stond if STEMPEL.fullmatch(tekst)}
    assert stond - nu - bladen - stempels - in_velden(proef) - {""} == set()
    # Nog eens bewaren en openen verandert niets meer.
    ander = proef.heropend()
    assert ander.werk.to_data() == proef.werk.to_data()


@pytest.mark.parametrize("versie", ["0_1_0", "0_2_0"])
def test_wat_er_daarna_bewaard_wordt_past_in_het_schema(versie: str) -> None:
    proef = Proef(bewaard=oud(versie))
    proef.gebeur(proef.opstelling.bewaren, "download")
    bestand, vorm = json.loads(proef.bestand()), file_schema(GESPREKSPROMPTER)
    jsonschema.validate(bestand, vorm)
    bestand["staat"]["staat"]["reeksen"][0]["gesprekken"][0]["afspraken"][0]["stand"] = "weg"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bestand, vorm)


def test_het_werk_van_0_2_0_is_hetzelfde_werk() -> None:
    was = json.loads(oud("0_2_0"))["staat"]["extra"]
    proef = Proef(bewaard=oud("0_2_0"))
    werk = proef.staat
    for voor, na in zip(was["reeksen"], werk.reeksen, strict=True):
        assert (na.id, na.naam) == (voor["id"], voor["naam"])
        assert [list(paar) for paar in na.gebruikt] == voor["gebruikt"]
        for toen, nu in zip(voor["gesprekken"], na.gesprekken, strict=True):
            assert (nu.id, nu.gehouden) == (toen["id"], toen["gehouden"])
            assert nu.notities == toen["notities"]
            assert sorted(nu.overgeslagen) == toen["overgeslagen"]
            assert sorted(nu.aan_bod or ()) == toen["aan_bod"]
            assert [r.id for r in nu.gids.regels] == [r["id"] for r in toen["gids"]["regels"]]
            assert [a.wat for a in nu.afspraken] == [a["wat"] for a in toen["afspraken"]]
            assert [p.stand for p in nu.parkeer] == [p["stand"] for p in toen["parkeer"]]
    assert werk.current.tafel.naam == "Taalgroep"
    assert werk.reeksen[0].gesprekken[0].volgende.tijd == time(10, 30)
    assert (werk.ritme.jaar, [r.jaar for r in werk.andere_jaren]) == (2027, [2026])
    assert [v.dag for v in werk.andere_jaren[0].zelf] == [None, date(2026, 9, 15)]
    assert werk.andere_jaren[0].tempos[0].tijd == time(14, 15)


def test_wat_half_getypt_was_staat_in_zijn_veld_met_de_fout_erbij() -> None:
    proef = Proef(bewaard=oud("0_2_0"))
    assert proef.blad == GESPREK
    pad = proef.staat.path
    half = {
        GESPREK: {
            "+afspraak/wat": "Half opgeschreven",
            "+afspraak/wanneer": "ergens in mei",
            "+parkeer/tekst": "Het rooster van Ke",
            f"{pad}/afspraken/a1/wanneer": "volgende week dinsdag",
            f"{pad}/afspraken/a1/wie": "Anne en Bert",
        },
        GIDS: {"+eigen/tekst": "Wat denkt de kl", "+eigen/fase": "act", "+eigen/minuten": "7"},
        KIEZEN: {
            "keuze/onderwerp": "Rekenen ",
            "keuze/minuten": "drie kwartier",
            "keuze/fasen": ("do", "act"),
            "keuze/naam": "Ouderra",
            "keuze/kenmerk": "cyclisch",
        },
        AFRONDEN: {
            f"{pad}/moment/dag": "24-11-2020",
            f"{pad}/moment/tijd": "half tien",
            f"{pad}/volgende/tijd": "elf uur",
            f"{pad}/aanwezig": "Anne, Bert",
            "weergave/namen": False,
        },
        REEKS: {"+naam/r2": "Taalgroep van de onderbo"},
        RITME: {
            "+periode/2027/van": "1-9-27 of zo",
            "+periode/2027/vakanties": "18-10-2027 t/m ",
            "+tempo/staf/weken": "vier",
            "+tempo/staf/maanden": ("9", "11"),
            "+verzet/dag": "een dinsdag",
        },
    }
    for blad, velden in half.items():
        proef.go(blad)
        for naam, waarde in velden.items():
            assert proef.deel(naam).waarde == waarde, naam
    proef.go(KIEZEN)
    formulier = proef.zend("Maak de gids")
    assert "geen heel getal" in formulier.fouten[0]["zin"]


def test_wat_een_pagina_van_toen_opschreef_komt_op_zijn_plek_van_nu() -> None:
    """Python antwoordde niet: de pagina bewaarde wat er getypt was onder de namen van toen."""
    proef = Proef(bewaard=oud("0_2_0"))
    regel = proef.gids.vragen[0].id
    proef.open(
        oud("0_2_0"),
        naloop={
            f"notitie-r2-g1-{regel}": "Nog net gezegd",
            "wijzig-afspraak-a1-wat": "Leesplan schrijven en delen",
            "afrond-dag": "25-11-2026",
            "volgende-tijd": "kwart over",
            "kies-onderwerp": "Rekenen in alle vakken",
            "kies-doel": None,
            "kies-fasen": ["plan"],
            "afspraak-wie": "Bert",
            "reeks-naam": "Taalgroep onderbouw",
            "tempo-weken": "3",
            "ritme-tot": "1-7-2028",
            "weg-ermee": "een half verhaal",
        },
    )
    werk, concept = proef.staat, proef.werk.to_data()["concept"]
    assert werk.conversation.notities[regel] == "Nog net gezegd"
    assert werk.conversation.afspraken[0].wat == "Leesplan schrijven en delen"
    assert werk.conversation.moment.dag == date(2026, 11, 25)
    keuze = werk.keuze
    assert (keuze.onderwerp, keuze.doel, keuze.fasen) == ("Rekenen in alle vakken", "", ("plan",))
    verwacht = {
        f"{werk.path}/volgende/tijd": "kwart over",
        "+afspraak/wie": "Bert",
        "+naam/r2": "Taalgroep onderbouw",
        "+tempo/staf/weken": "3",
        "+periode/2027/tot": "1-7-2028",
        "weg-ermee": "een half verhaal",
    }
    assert {pad: concept.get(pad) for pad in verwacht} == verwacht


def test_een_agenda_herkent_de_punten_van_0_2_0() -> None:
    agenda = json.loads(oud("0_2_0"))["staat"]["extra"]["agenda"]
    kenmerk = agenda["kenmerk"]
    eerder = {
        uid(f"{kenmerk}/{rij[0]}"): rij[2] for rij in agenda["uitgegeven"] if "2026/" in rij[0]
    }
    assert len(eerder) > 5
    proef = Proef(bewaard=oud("0_2_0"))
    proef.go(RITME)
    proef.kies("Schooljaar", "2026")
    proef.klik("Het hele ritme voor de agenda")
    punten = icalendar.Calendar.from_ical(proef.bestand()).walk("VEVENT")
    nu = {str(punt["UID"]): int(punt["SEQUENCE"]) for punt in punten}
    assert {sleutel: nu.get(sleutel) for sleutel in eerder} == eerder


def test_een_gewijzigd_teken_wordt_geweigerd_of_verandert_niets() -> None:
    """In een bestand zoals het hulpmiddel het schrijft, met half getypte velden."""
    eerst = Proef(bewaard=oud("0_2_0"))
    eerst.gebeur(eerst.opstelling.bewaren, "download")
    tekst, staat = eerst.bestand().decode(), eerst.werk.to_data()
    assert is_read_wrong(tekst, GESPREKSPROMPTER, 131) == []
    for anders in every_change(tekst):
        daarna = Proef()
        daarna.open(anders)
        dicht = any(b.get("naam") == "onleesbaar" for b, _ in daarna.gestuurd)
        assert dicht or daarna.werk.to_data() == staat


def test_een_oud_bestand_waar_iets_niet_klopt_gaat_niet_half_open() -> None:
    bestand = json.loads(oud("0_1_0"))
    bestand["staat"]["extra"]["reeksen"][0]["gesprekken"][0]["moment"]["dag"] = "gisteren"
    proef = Proef()
    proef.open(json.dumps(bestand))
    (zin,) = [b["gegevens"]["zin"] for b, _ in proef.gestuurd if b.get("naam") == "onleesbaar"]
    assert "Zonder naam" in zin
    assert proef.gesprek is None
