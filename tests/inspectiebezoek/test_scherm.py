"""Het inspectiebezoek door de deur van de pagina: van de dag tot de dag erna, en weer terug."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hulpproef import Proef, read_damaged
from icalendar import Calendar
from openpyxl import load_workbook

from lv_tools.basis.opslag import werkbestand
from lv_tools.basis.opslag.opslagmap import Opslagmap
from lv_tools.basis.opslag.werkbestand import Bewaard
from lv_tools.basis.uitwisseling import dossier as dossiers
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import (
    Actie,
    Bewijs,
    Gespreksvraag,
    Herkomst,
    Moment,
    Signaal,
    Stuk,
    Verbeterpunt,
)
from lv_tools.basis.vorm import codec
from lv_tools.bouwdoos import schemas
from lv_tools.inspectiebezoek.hulpmiddel import INSPECTIEBEZOEK
from lv_tools.inspectiebezoek.model.uitkomst import example
from lv_tools.inspectiebezoek.teksten import content
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN

INHOUD = content()
ZEG = INHOUD.zeg
STAP = {naam: nr for nr, naam in enumerate(INSPECTIEBEZOEK.panelen)}


class Klok(datetime):
    """Een klok die verzet kan worden."""

    nu_ = datetime(2026, 2, 2, 9, 15)

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return cls.nu_.replace(tzinfo=tz)


@pytest.fixture(autouse=True)
def kast(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    monkeypatch.setattr(werkbestand, "datetime", Klok)
    monkeypatch.setattr(Klok, "nu_", datetime(2026, 2, 2, 9, 15))
    return tmp_path


def proef(**rest: Any) -> Proef:
    return Proef(INSPECTIEBEZOEK, **rest)


def kaart(p: Proef, titel: str) -> tuple[Any, Any]:
    lijsten = [d for d in p.scherm.walk() if d.soort == "kaartlijst" and not d.verborgen]
    return next((d, k) for d in lijsten for k in d.kaarten if titel in k.titel)


def doe(p: Proef, titel: str, actie: str) -> None:
    lijst, gevonden = kaart(p, titel)
    p.gebeur(lijst, "actie", kaart=gevonden.id, naam=actie)


def inzenden(p: Proef) -> None:
    formulier = next(
        d for d in p.scherm.walk() if d.eigenschappen.get("knop") == ZEG("notitie_knop")
    )
    p.gebeur(formulier, "inzenden")


def bestand(p: Proef, tekst: str) -> bytes:
    p.klik(tekst)
    return next(
        buffers[0] for bericht, buffers in reversed(p.gestuurd) if bericht.get("naam") == "bied-aan"
    )


def text(p: Proef) -> str:
    return json.dumps(p.scherm.to_tree(), ensure_ascii=False)


def klaargelegd() -> tuple[Stuk, ...]:
    lade = Dossierlade(lambda: None, plaats="map")
    lade._look()
    return lade.dossier.klaar[0].stukken


def leg_klaar(kast: Path, *stukken: Stuk) -> None:
    pakket = Pakket(
        Herkomst("urgentiemeter", "Havo", date(2026, 1, 20)),
        "u1",
        datetime(2026, 1, 20, tzinfo=UTC),
        stukken,
    )
    map_ = Opslagmap(kast / dossiers.INSTRUMENT, dossiers.INSTRUMENT, dossiers.VERSIE)
    inhoud = codec.write(Dossier((pakket,)))
    naam = dossiers.NAAM
    map_.write(
        Bewaard(dossiers.INSTRUMENT, dossiers.VERSIE, naam, pakket.tijd, inhoud), map_.stamp(naam)
    )


def tot_en_met_de_dag_erna() -> Proef:
    """Wat een school met het hulpmiddel doet, van de aankondiging tot de dag erna."""
    p = proef()
    p.vul("naam", "De school")
    p.vul("soort", "vierjaarlijks")
    p.vul("dag", "19-3-2026")
    p.vul("rollen/kwaliteit", "Q. van de staf")
    p.stap(STAP["plan"])
    doe(p, "Vraag welk onderzoek", "klaar")
    p.stap(STAP["verhaal"])
    p.klik(ZEG("bewering_erbij"))
    p.vul("beweringen/*/wat", "Docenten gaan na wie het begrijpt")
    p.klik(ZEG("gegeven_erbij"))
    p.vul("gegevens/*/wat", "In 11 van de 14 lessen te zien")
    p.stap(STAP["stukken"])
    p.klik(ZEG("stukken_lijst"))
    p.stap(STAP["oefenen"])
    doe(p, "Wat gaat hier goed", "neem")
    # De dag zelf.
    Klok.nu_ = datetime(2026, 3, 19, 10, 40)
    p.stap(STAP["dag"])
    for veld, waarde in (
        ("bij", "gesprek met docenten"),
        ("gezegd", "Gevraagd: hoe weet u wie het begrijpt?"),
        ("antwoord", "Met een vraag aan het eind van de les"),
        ("toezegging", "Het verslag van het lesbezoek nasturen"),
    ):
        p.vul(f"+notitie/{veld}", waarde)
    inzenden(p)
    # De dag erna.
    Klok.nu_ = datetime(2026, 3, 20, 8, 5)
    p.stap(STAP["erna"])
    p.klik(ZEG("bevinding_erbij"))
    p.vul("bevindingen/*/wat", "Niet elke docent gaat na wie het begrijpt")
    p.vul("bevindingen/*/notities", [p.werk.staat.notities[0].id])
    p.vul("bevindingen/*/klopt", "klopt")
    p.vul("bevindingen/*/beter", True)
    p.klik(ZEG("actie_erbij"))
    p.vul("bevindingen/*/acties/*/wat", "Twee secties oefenen samen")
    p.vul("bevindingen/*/acties/*/wie", "teamleider")
    p.vul("bevindingen/*/acties/*/klaar", "27-3-2026")
    return p


def test_from_the_announcement_to_the_day_after_and_the_same_when_restored() -> None:
    p = tot_en_met_de_dag_erna()
    (notitie,) = p.werk.staat.notities
    assert (notitie.dag, notitie.tijd.strftime("%H:%M")) == (date(2026, 3, 19), "10:40")
    assert "19 maart 2026, 10.40 uur, gesprek met docenten" in text(p)
    weer = proef(bewaard=p.bewaard())
    assert weer.werk.staat == p.werk.staat
    assert weer.opstelling.stappen.gekozen == STAP["erna"]
    assert "Niet elke docent gaat na wie het begrijpt" in text(weer)
    schema = schemas.file_schema(INSPECTIEBEZOEK)
    jsonschema.validate(json.loads(p.bewaard()), schema)


def test_the_preparation_begins_on_the_day_the_visit_is_written_down() -> None:
    p = proef()
    assert p.werk.staat.begin is None
    p.vul("dag", "19-3-2026")
    assert p.werk.staat.begin == date(2026, 2, 2)
    p.vul("begin", "1-2-2026")
    p.vul("dag", "26-3-2026")
    assert p.werk.staat.begin == date(2026, 2, 1)
    # Wie eerst een dag typt die voorbij is, en hem dan verbetert, begint ook vandaag.
    weer = proef()
    weer.vul("dag", "19-3-2025")
    assert weer.werk.staat.begin is None
    weer.vul("dag", "19-3-2026")
    assert weer.werk.staat.begin == date(2026, 2, 2)


def test_moving_the_visit_moves_the_cards_except_a_fixed_day_and_says_what_is_too_late() -> None:
    p = proef()
    p.vul("dag", "19-3-2026")
    p.vul("begin", "5-1-2026")
    p.stap(STAP["plan"])
    assert kaart(p, "Leg de stukken klaar")[1].boven == "ma 16-3-2026"
    doe(p, "Zoek voor elke rol", "wijzig")
    p.vul("taken/t7-vervang/dag", "12-3-2026")
    p.klik(ZEG("klaar"))
    assert ZEG("melding_vast") in kaart(p, "Zoek voor elke rol")[1].meer
    p.stap(STAP["bezoek"])
    p.vul("dag", "5-3-2026")
    p.stap(STAP["plan"])
    assert kaart(p, "Leg de stukken klaar")[1].boven == "ma 2-3-2026"
    vast = kaart(p, "Zoek voor elke rol")[1]
    assert vast.boven == "do 12-3-2026"
    assert ZEG("melding_na-bezoek") in " ".join(vast.meer)
    assert "Dit staat vast na het bezoek" in text(p)


def test_a_day_gone_by_is_said_and_what_you_do_not_do_comes_back() -> None:
    p = proef()
    p.vul("dag", "19-3-2026")
    Klok.nu_ = datetime(2026, 3, 10, 9, 0)
    p.stap(STAP["plan"])
    assert ZEG("melding_voorbij") in " ".join(kaart(p, "Kies wat u wilt vertellen")[1].meer)
    assert "De dag is voorbij van" in text(p)
    doe(p, "Kies wat u wilt vertellen", "klaar")
    assert ZEG("melding_voorbij") not in " ".join(kaart(p, "Kies wat u wilt vertellen")[1].meer)
    doe(p, "Regel ruimte", "niet")
    assert "t7-ruimte" not in {r.id for r in p.werk.uitslag.plan}
    doe(p, "Regel ruimte", "terug")
    assert "t7-ruimte" in {r.id for r in p.werk.uitslag.plan}


def test_a_task_of_your_own_is_made_changed_and_shown_per_role() -> None:
    p = proef()
    p.vul("dag", "19-3-2026")
    p.stap(STAP["plan"])
    p.klik(ZEG("taak_erbij"))
    eigen = p.werk.staat.taken[-1].id
    p.vul(f"taken/{eigen}/wat", "Leerlingen vragen wie rondleidt")
    p.vul(f"taken/{eigen}/rol", "teams")
    p.vul(f"taken/{eigen}/afstand", "3")
    p.klik(ZEG("klaar"))
    assert kaart(p, "Leerlingen vragen")[1].boven == "ma 16-3-2026"
    p.vul("toonrol", "teams")
    titels = {k.titel for d in p.scherm.walk() if d.soort == "kaartlijst" for k in d.kaarten}
    assert "Leerlingen vragen wie rondleidt" in titels
    assert not any("Leg de stukken klaar" in titel for titel in titels)


def test_a_claim_without_data_and_data_without_a_story_are_pointed_out_until_linked() -> None:
    p = tot_en_met_de_dag_erna()
    p.stap(STAP["verhaal"])
    assert "er ligt geen gegeven bij" in text(p)
    assert "u vertelt er niets over" in text(p)
    p.vul("beweringen/*/gegevens", [p.werk.staat.gegevens[0].id])
    assert "er ligt geen gegeven bij" not in text(p)
    assert "u vertelt er niets over" not in text(p)


def test_after_each_contact_it_says_who_still_has_to_hear_on_every_step() -> None:
    p = proef()
    vak = next(d for d in p.scherm.walk() if d.soort == "uitklap")
    assert vak.titel == ZEG("contact_kop")
    p.gebeur(vak, "wijziging", waarde=True)
    p.klik(ZEG("contact_erbij"))
    p.vul("contacten/*/wat", "Telefoontje van de inspecteur")
    p.vul("contacten/*/weet", ["bestuur", "schoolleiding"])
    p.stap(STAP["oefenen"])
    assert vak.titel.endswith("Bij 1 contact nog niet iedereen")
    assert "intern toezicht, kwaliteitsmedewerker en teams en secties" in text(p)
    p.vul("contacten/*/weet", list(INHOUD.rol))
    assert vak.titel.endswith(ZEG("contact_klaar"))


def test_fetch_signals_as_facts_and_questions_to_rehearse_only_once(kast: Path) -> None:
    leg_klaar(
        kast,
        Signaal("s1", "Bovenbouwsucces onder de norm", "drie jaar"),
        Verbeterpunt("v1", "Te laat zicht", "telling"),
        Bewijs("w1", "Bij wiskunde lukt het", "d1", date(2026, 1, 15), "gesprek"),
        Gespreksvraag("Wat weten wij nog niet?"),
    )
    p = proef()
    p.stap(STAP["verhaal"])
    doe(p, "urgentiemeter", "neem")
    assert [g.wat for g in p.werk.staat.gegevens] == [
        "Bovenbouwsucces onder de norm (drie jaar)",
        "Te laat zicht (telling)",
        "Bij wiskunde lukt het",
    ]
    assert [v.vraag for v in p.werk.staat.vragen] == ["Wat weten wij nog niet?"]
    doe(p, "urgentiemeter", "neem")
    assert len(p.werk.staat.gegevens) == 3
    assert len(p.werk.staat.vragen) == 1
    assert "Al aanwezig of geen plaats: 4" in text(p)


def test_direct_actions_go_with_their_point_to_the_plan_and_stay_the_same_action() -> None:
    p = tot_en_met_de_dag_erna()
    p.stap(STAP["meenemen"])
    p.klik(ZEG("leg_klaar"))
    stukken = klaargelegd()
    (punt,) = [s for s in stukken if isinstance(s, Verbeterpunt)]
    assert "10.40 uur, gesprek met docenten" in punt.bewijs
    (actie,) = punt.acties
    assert (actie.wat, actie.wie, actie.klaar) == (
        "Twee secties oefenen samen",
        "teamleider",
        date(2026, 3, 27),
    )
    assert [s.wat for s in stukken if isinstance(s, Actie)] == [
        "Het verslag van het lesbezoek nasturen"
    ]
    momenten = {s.id: s for s in stukken if isinstance(s, Moment)}
    assert momenten["bezoek"].aard == "bezoek"
    assert momenten["taak-t8-leg"].dag == date(2026, 3, 20)
    assert any(isinstance(s, Gespreksvraag) for s in stukken)
    plan = Proef(VERBETERPLAN)
    lijst, klaar = kaart(plan, "inspectiebezoek")
    plan.gebeur(lijst, "actie", kaart=klaar.id, naam="neem")
    (activiteit,) = plan.werk.staat.kern.activiteiten
    assert (activiteit.id, activiteit.wat, activiteit.klaar) == (actie.id, actie.wat, actie.klaar)
    assert [p_.id for p_ in plan.werk.staat.kern.punten] == [punt.id]
    plan.gebeur(lijst, "actie", kaart=klaar.id, naam="neem")
    assert len(plan.werk.staat.kern.activiteiten) == 1
    # In het eigen werk is er niets op te halen.
    weer = proef(bewaard=p.bewaard())
    weer.stap(STAP["verhaal"])
    assert "Vraag" in text(weer)
    doe(weer, "inspectiebezoek", "neem")
    assert ZEG("eigen_werk") in text(weer)


def test_the_calendar_follows_a_moved_visit_and_keeps_the_same_events() -> None:
    p = tot_en_met_de_dag_erna()
    # Na het bezoek hoort wat ervoor kwam niet meer in een agenda; hier komt het nog.
    Klok.nu_ = datetime(2026, 3, 10, 8, 5)
    p.stap(STAP["meenemen"])
    eerst = events(bestand(p, ZEG("knop_agenda")))
    assert eerst["Leg de stukken klaar, met een inhoudsopgave van één bladzijde"][1] == date(
        2026, 3, 16
    )
    assert eerst["Twee secties oefenen samen"][1] == date(2026, 3, 27)
    p.stap(STAP["bezoek"])
    p.vul("dag", "26-3-2026")
    p.stap(STAP["meenemen"])
    erna = events(bestand(p, ZEG("knop_agenda")))
    wat = "Leg de stukken klaar, met een inhoudsopgave van één bladzijde"
    assert erna[wat][0] == eerst[wat][0]
    assert erna[wat][1] == date(2026, 3, 23)
    assert erna[wat][2] == eerst[wat][2] + 1


def test_a_copy_sent_nothing_to_a_calendar_yet_and_is_a_work_of_its_own() -> None:
    p = tot_en_met_de_dag_erna()
    p.stap(STAP["meenemen"])
    bestand(p, ZEG("knop_agenda"))
    voor = p.werk.staat
    assert voor.uitgegeven
    p.gebeur(p.opstelling.bewaren, "naam", bestand="Ander", merk=2, kopie=True)
    assert p.werk.staat.uitgegeven == ()
    assert p.werk.staat.kenmerk not in ("", voor.kenmerk)


def events(inhoud: bytes) -> dict[str, tuple[str, date, int]]:
    punten = Calendar.from_ical(inhoud).walk("VEVENT")
    return {
        str(p["SUMMARY"]): (str(p["UID"]), p["DTSTART"].dt, int(p.get("SEQUENCE", 0)))
        for p in punten
    }


def test_the_papers_open_in_word_and_excel_and_say_what_was_filled_in() -> None:
    p = tot_en_met_de_dag_erna()
    p.stap(STAP["erna"])
    p.vul("bevindingen/*/klopt", "anders")
    p.vul("bevindingen/*/reactie", "In 11 van de 14 lessen was het te zien.")
    p.vul("rapport/ontvangen", "1-4-2026")
    p.vul("rapport/reageren", "10-4-2026")
    p.stap(STAP["meenemen"])
    draaiboek = words(bestand(p, "Verslag voor Word"))
    for zin in (
        "Vierjaarlijks onderzoek, De school, 19 maart 2026",
        "Q. van de staf",
        "hier ligt nog geen gegeven bij",
        "10.40 uur",
        "Het verslag van het lesbezoek nasturen",
        "Dit voorspelt geen oordeel",
    ):
        assert zin in draaiboek, zin
    reactie = words(bestand(p, ZEG("knop_reactie")))
    assert "In 11 van de 14 lessen was het te zien." in reactie
    assert "Met een vraag aan het eind van de les" in reactie
    team = words(bestand(p, ZEG("knop_team")))
    assert "Deel de hoofdlijn met het team" in team
    assert "Docenten gaan na wie het begrijpt" in team
    assert "Docenten gaan na wie het begrijpt" in words(bestand(p, ZEG("knop_verhaal")))
    boek = load_workbook(io.BytesIO(bestand(p, "Tabellen als Excel")))
    assert boek.sheetnames == [
        "Plan",
        "Stukken",
        "Contacten",
        "Aantekeningen",
        "Erna",
        "Toelichting",
    ]
    assert len(list(boek["Plan"].iter_rows(min_row=2))) >= len(p.werk.uitslag.plan)


def words(inhoud: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        xml = archief.read("word/document.xml").decode()
    return html.unescape("\n".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)))


def test_a_damaged_file_is_refused_or_read_right() -> None:
    p = tot_en_met_de_dag_erna()
    p.stap(STAP["dag"])
    p.vul("+notitie/gezegd", "half getypt")
    lengte = len(p.bewaard())
    read_damaged(INSPECTIEBEZOEK, p, range(0, lengte, max(1, lengte // 60)))


def test_what_was_half_typed_and_half_sent_is_there_after_a_reload() -> None:
    p = proef()
    p.vul("dag", "19-")
    p.stap(STAP["dag"])
    p.vul("+notitie/gezegd", "De inspecteur vraagt")
    weer = proef(bewaard=p.bewaard())
    assert weer.deel("+notitie/gezegd").waarde == "De inspecteur vraagt"
    weer.stap(STAP["bezoek"])
    assert weer.deel("dag").waarde == "19-"


def test_the_example_opens_and_its_numbers_are_those_of_the_example_school() -> None:
    bezoek = example(INHOUD)
    assert codec.read(type(bezoek), codec.write(bezoek)) == bezoek
    feiten = (Path(__file__).parents[2] / "data/voorbeeld/school.toml").read_text("utf-8")
    assert "gezien = [4, 9, 11]" in feiten
    assert "lessen = 12" in feiten
    assert "lessen = 14" in feiten
    assert "einde = { dag = 2026-07-06, k = 24, n = 94 }" in feiten
    assert "leerlingen = 97\nvertraging = 32" in feiten
    assert "leerlingen = 84, waarde = 6.28" in feiten
    assert "einde = { dag = 2026-06-19, k = 6, n = 7 }" in feiten
    assert "norm = 6.3" in feiten
    assert bezoek.naam.startswith("Voorbeeld")


def test_a_file_from_before_a_task_existed_gets_that_task() -> None:
    p = tot_en_met_de_dag_erna()
    zonder = replace(p.werk.staat, taken=p.werk.staat.taken[5:])
    assert INSPECTIEBEZOEK.keur(zonder, INHOUD).taken[-1].id == p.werk.staat.taken[4].id


def test_a_plan_made_on_the_last_evening_still_says_what_to_do() -> None:
    p = proef()
    morgen = date(2026, 2, 3)
    p.vul("dag", f"{morgen.day}-{morgen.month}-{morgen.year}")
    p.stap(STAP["plan"])
    assert "Er is minder tijd dan wij voorstellen: 1 dag in plaats van 42" in text(p)
    dagen = {r.dag for r in p.werk.uitslag.plan if r.fase == "voor"}
    assert dagen == {morgen - timedelta(1)}
    assert ZEG("melding_eerst") in " ".join(kaart(p, "Kies wat u wilt vertellen")[1].meer)


def test_a_visit_of_yesterday_opens_what_comes_after_and_nags_about_nothing_before() -> None:
    p = proef()
    p.vul("dag", "1-2-2026")
    assert p.werk.staat.begin is None
    p.stap(STAP["plan"])
    vakken = {d.titel.split(":")[0]: d for d in p.scherm.walk() if d.soort == "uitklap"}
    assert vakken["Na het bezoek"].open
    assert not vakken["Vóór het bezoek"].open
    assert "Het bezoek is geweest" in text(p)
    assert kaart(p, "Kies wat u wilt vertellen")[1].boven.endswith(ZEG("stand_geweest"))
    p.stap(STAP["meenemen"])
    assert "Kies wat u wilt vertellen: wat gaat goed, wat moet beter" not in events(
        bestand(p, ZEG("knop_agenda"))
    )
    p.klik(ZEG("leg_klaar"))
    momenten = [s.id for s in klaargelegd() if isinstance(s, Moment)]
    assert "taak-t9-naam" in momenten
    assert "taak-t1-kies" not in momenten


def test_a_calendar_taken_before_the_visit_keeps_what_the_visit_overtook() -> None:
    p = proef()
    p.vul("dag", "19-3-2026")
    p.stap(STAP["meenemen"])
    wat = "Leg de stukken klaar, met een inhoudsopgave van één bladzijde"
    assert wat in events(bestand(p, ZEG("knop_agenda")))
    Klok.nu_ = datetime(2026, 3, 20, 8, 5)
    p.stap(STAP["erna"])
    p.stap(STAP["meenemen"])
    agenda = Calendar.from_ical(bestand(p, ZEG("knop_agenda")))
    assert not [e for e in agenda.walk("VEVENT") if e.get("STATUS") == "CANCELLED"]


def test_a_long_phase_shows_the_first_tasks_and_brings_up_the_next_one() -> None:
    p = proef()
    p.vul("dag", "19-3-2026")
    p.stap(STAP["plan"])
    eerst = next(d for d in p.scherm.walk() if d.soort == "kaartlijst" and d.kaarten)
    assert len(eerst.kaarten) == 6
    doe(p, eerst.kaarten[0].titel, "klaar")
    assert len(eerst.kaarten) == 7
    titels = [d.titel for d in p.scherm.walk() if d.soort == "uitklap" and not d.verborgen]
    assert ZEG("fase_verder", n="13 taken") in titels
    alle = [k.id for d in p.scherm.walk() if d.soort == "kaartlijst" for k in d.kaarten]
    assert {r.id for r in p.werk.uitslag.plan} <= {*alle}
    assert len(alle) == len({*alle})


def test_the_note_taker_goes_on_in_the_same_conversation() -> None:
    p = proef()
    p.stap(STAP["dag"])
    p.vul("+notitie/bij", "gesprek met leerlingen")
    p.vul("+notitie/gezegd", "Gevraagd: wat leer je hier?")
    inzenden(p)
    assert p.deel("+notitie/bij").waarde == "gesprek met leerlingen"
    assert p.deel("+notitie/gezegd").waarde == ""
    p.vul("+notitie/gezegd", "Gevraagd: wie helpt je?")
    inzenden(p)
    assert [n.bij for n in p.werk.staat.notities] == ["gesprek met leerlingen"] * 2
    weer = proef(bewaard=p.bewaard())
    assert weer.deel("+notitie/bij").waarde == "gesprek met leerlingen"


def test_a_note_that_was_taken_away_can_be_put_back_by_what_was_said() -> None:
    p = tot_en_met_de_dag_erna()
    p.stap(STAP["dag"])
    eerst = p.werk.staat.notities
    vakken = [d for d in p.scherm.walk() if d.soort == "uitklap"]
    vak = next(d for d in vakken if d.titel.endswith("hoe weet u wie het begrijpt?"))
    p.gebeur(vak, "wijziging", waarde=True)
    p.klik(ZEG("weg"))
    assert p.werk.staat.notities == ()
    p.klik(INHOUD.tekst["terug"].format(wat="Gevraagd: hoe weet u wie het begrijpt?"))
    assert p.werk.staat.notities == eerst
