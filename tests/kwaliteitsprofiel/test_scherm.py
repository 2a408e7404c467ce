"""Het profiel door de deur van de pagina: drie mensen, een gesprek, tekenen en een jaar later."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hulpproef import read_damaged
from profielproef import (
    BESTUURDER,
    GESPREK,
    INHOUD,
    INVULLEN,
    LATER,
    LEIDER,
    MEDEWERKER,
    PROFIEL,
    UITKOMST,
    VOORAF,
    Profielproef,
)

from lv_tools.basis.uitwisseling.stukken import Actie, Gespreksvraag
from lv_tools.kwaliteitsprofiel.bestand import own_file
from lv_tools.kwaliteitsprofiel.hulpmiddel import KWALITEITSPROFIEL
from lv_tools.kwaliteitsprofiel.model.profiel import TEKENAARS, is_final
from lv_tools.kwaliteitsprofiel.model.voorbeeld import example
from lv_tools.schermdelen.dossierlade import MAP

SAMEN = "kern/samen"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(autouse=True)
def kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MAP, str(tmp_path))


@pytest.fixture
def proef() -> Profielproef:
    proef = Profielproef()
    proef.zet_klaar(titel="De Haven", jaar="2026-2027")
    return proef


def three(proef: Profielproef) -> None:
    """Laat drie mensen om de beurt invullen."""
    pad = proef.open_delen(MEDEWERKER)
    for veld, waarde in (
        ("nu", {"s-cijfers": 1, "s-duiden": 1, "s-kader": 3, "s-borgen": 4}),
        ("straks", {"s-cijfers": 1, "s-duiden": 2, "s-borgen": 2}),
        ("erbij", {"s-o-leiding": 3}),
        ("invloed", {"s-i-agenda": 3}),
        ("informatie", {"s-i-agenda": 3}),
        ("afblijven", {"s-g-plan": 2}),
        ("open/opdracht", "Het plan laten gebeuren"),
        ("beschikbaar", "120"),
        ("uren/s-cijfers", "80"),
        ("uren/s-duiden", "45,5"),
    ):
        proef.vul(f"{pad}/{veld}", waarde)
    proef.klik(INHOUD.zeg("klaar"))
    pad = proef.open_delen(LEIDER)
    proef.vul(f"{pad}/nu", {"s-cijfers": 1, "s-duiden": 2, "s-kader": 1, "s-borgen": 4})
    proef.vul(f"{pad}/straks", {"s-cijfers": 1, "s-duiden": 2})
    proef.vul(f"{pad}/invloed", {"s-i-agenda": 3})
    proef.vul(f"{pad}/afblijven", {"s-g-plan": 1})
    proef.klik(INHOUD.zeg("klaar"))
    pad = proef.open_delen(BESTUURDER)
    proef.vul(f"{pad}/nu", {"s-cijfers": None, "s-kader": 1})
    proef.klik(INHOUD.zeg("klaar"))


def test_three_people_in_turn_see_where_they_differ(proef: Profielproef) -> None:
    three(proef)
    proef.stap(UITKOMST)
    beeld = proef.in_beeld
    assert "3 mensen vulden in" in beeld
    uit = proef.werk.uitslag
    assert {z.punt.code: z.soort for z in uit.zonder} == {
        "s-borgen": "niemand",
        "s-kader": "wijzen",
    }
    assert [stem.punt.code for stem in uit.stemmen] == ["s-i-agenda"]
    assert "Volgens de kwaliteitsmedewerker kosten de taken nu 125,5 uur en is er 120 uur." in beeld
    assert "−5,5" in beeld
    assert INHOUD.zeg("uren_niet") in beeld
    assert [rij.punt.code for rij in uit.grenzen] == ["s-g-plan"]
    assert "Het plan laten gebeuren" in beeld


def test_whoever_passes_the_device_on_leaves_no_answer_in_view(proef: Profielproef) -> None:
    three(proef)
    assert proef.werk.staat.open == ""
    assert "Het plan laten gebeuren" not in proef.in_beeld
    assert "De bestuurder heeft 2 van de 65 vragen beantwoord." in proef.in_beeld
    proef.open_delen(LEIDER)
    assert "Het plan laten gebeuren" not in proef.in_beeld


def test_one_person_is_not_an_outcome(proef: Profielproef) -> None:
    pad = proef.open_delen(MEDEWERKER)
    proef.vul(f"{pad}/nu", {"s-cijfers": 1})
    proef.stap(UITKOMST)
    assert INHOUD.zeg("te_weinig") in proef.in_beeld
    proef.stap(GESPREK)
    assert INHOUD.zeg("gids_leeg") in proef.in_beeld


def test_everybody_on_a_device_of_his_own_and_brought_together(proef: Profielproef) -> None:
    bestanden = []
    for rol, naam, waarde in ((MEDEWERKER, "Noor", 1), (LEIDER, "Bo", 3)):
        ander = Profielproef()
        ander.zet_klaar(titel="de haven")
        wie = next(b.id for b in ander.kern.beelden if b.rol == rol)
        ander.vul(f"kern/beelden/{wie}/naam", naam)
        ander.open_delen(rol)
        ander.vul(f"kern/beelden/{wie}/nu", {"s-cijfers": waarde})
        bestanden.append(ander.neem(INHOUD.zeg("beeld_bestand")))
    proef.stap(INVULLEN)
    for naam, inhoud in [*bestanden, bestanden[0]]:
        proef.stuur(INHOUD.zeg("samen_upload"), naam, inhoud)
    assert "stond er al precies zo, en telt één keer" in proef.in_beeld
    assert [(b.rol, b.naam) for b in proef.werk.uitslag.mensen] == [
        (MEDEWERKER, "Noor"),
        (LEIDER, "Bo"),
    ]
    assert len(proef.kern.beelden) == 3
    assert [rij.punt.code for rij in proef.werk.uitslag.verschil] == ["s-cijfers"]


def test_a_file_can_be_taken_back_and_a_wrong_one_says_why(proef: Profielproef) -> None:
    voor = proef.kern
    vreemd = own_file(example(INHOUD), example(INHOUD).kern.beelden[0])
    proef.stap(INVULLEN)
    proef.stuur(INHOUD.zeg("samen_upload"), "vreemd.json", vreemd)
    assert "Maak de namen bij stap 1 gelijk" in proef.in_beeld
    proef.stuur(INHOUD.zeg("samen_upload"), "kapot.json", b"{")
    assert "kapot.json" in proef.in_beeld
    assert proef.kern == voor
    goed = replace(example(INHOUD), kern=replace(example(INHOUD).kern, titel="", jaar=""))
    proef.stuur(INHOUD.zeg("samen_upload"), "goed.json", own_file(goed, goed.kern.beelden[1]))
    assert len(proef.werk.uitslag.mensen) == 1
    proef.klik(INHOUD.zeg("samen_terug"))
    assert proef.kern == voor


def test_from_guide_to_agreement_in_the_dossier(proef: Profielproef) -> None:
    three(proef)
    proef.stap(GESPREK)
    proef.vul("kern/minuten", "45")
    gids = proef.werk.uitslag.gids
    assert f"{len(gids.vragen)} vragen in {gids.used} van de 45 minuten" in proef.in_beeld
    proef.klik(INHOUD.zeg("afspraak_erbij"))
    proef.vul("kern/afspraken/*/wat", "De agenda een week vooraf sturen")
    proef.vul("kern/afspraken/*/wie", "rector")
    proef.vul("kern/afspraken/*/klaar", "1-12-2026")
    proef.klik(INHOUD.zeg("klaarleg_knop"))
    (pakket,) = proef_dossier(proef).klaar
    acties = [stuk for stuk in pakket.stukken if isinstance(stuk, Actie)]
    vragen = [stuk for stuk in pakket.stukken if isinstance(stuk, Gespreksvraag)]
    assert [(a.wat, a.wie, a.klaar) for a in acties] == [
        ("De agenda een week vooraf sturen", "rector", date(2026, 12, 1))
    ]
    assert len(vragen) == len(gids.vragen) - 2
    assert pakket.werk == proef.werk.staat.kenmerk
    eerst = acties[0].id
    proef.vul("kern/afspraken/*/wie", "teamleider")
    proef.klik(INHOUD.zeg("klaarleg_knop"))
    (pakket,) = proef_dossier(proef).klaar
    assert [s.id for s in pakket.stukken if isinstance(s, Actie)] == [eerst]


def proef_dossier(proef: Profielproef):
    """Geef het dossier zoals de lade het nu kent."""
    lade = next(d for d in proef.scherm.walk() if d.soort == "dossier")
    return lade.dossier


def test_the_profile_is_a_concept_until_three_signed(proef: Profielproef) -> None:
    three(proef)
    proef.stap(PROFIEL)
    proef.klik(INHOUD.zeg("overnemen"))
    assert "Overgenomen: 3 punten" in proef.in_beeld
    samen = proef.kern.samen
    assert (samen.wie, samen.gaat) == (
        {"s-cijfers": "medewerker", "s-duiden": "samen"},
        {"s-i-agenda": "adviseert"},
    )
    proef.vul(f"{SAMEN}/zin", "Is er om te laten zien hoe het gaat")
    vak = next(
        d for d in proef.scherm.walk() if d.eigenschappen.get("titel") == INHOUD.zeg("samen_taken")
    )
    proef.gebeur(vak, "wijziging", waarde=True)
    assert proef.deel(f"{SAMEN}/eigenaar/s-cijfers").verborgen
    assert not proef.deel(f"{SAMEN}/eigenaar/s-duiden").verborgen
    assert proef.deel(f"{SAMEN}/uren/s-kader").verborgen
    proef.vul(f"{SAMEN}/uren/s-cijfers", "80,25")
    proef.vul(f"{SAMEN}/beschikbaar", "80")
    assert "De taken kosten samen 80,25 uur en er is 80 uur: 0,25 uur te weinig." in proef.in_beeld
    for rol in TEKENAARS[:2]:
        proef.vul(f"kern/akkoord/{rol}/dag", "2-11-2026")
    assert "Concept: nog niet getekend door bestuurder." in proef.in_beeld
    _naam, inhoud = proef.neem(INHOUD.zeg("profiel_word"))
    tekst = word(inhoud)
    assert "Profiel kwaliteitsmedewerker: De Haven 2026-2027" in tekst
    # Op dit blad zetten zij hun handtekening: het zegt wat ook daarna nog klopt.
    assert INHOUD.zeg("profiel_geldt") in tekst
    proef.vul("kern/akkoord/bestuurder/naam", "mw. De Boer")
    proef.vul("kern/akkoord/bestuurder/dag", "3-11-2026")
    assert INHOUD.zeg("teken_af") in proef.in_beeld
    naam, inhoud = proef.neem(INHOUD.zeg("profiel_word"))
    assert naam.endswith(".docx")
    assert "profiel" in naam
    tekst = word(inhoud)
    assert INHOUD.zeg("profiel_geldt") not in tekst
    assert "mw. De Boer | 3 november 2026" in tekst
    assert "Is er om te laten zien hoe het gaat" in tekst
    proef.vul(f"{SAMEN}/zin", "Iets anders")
    assert not is_final(proef.kern)
    assert "De tekst is veranderd nadat" in proef.in_beeld


def word(inhoud: bytes) -> str:
    """Geef de tekst van een Word-bestand: een regel per alinea, en per rij van een tabel."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
        wortel = ElementTree.fromstring(pak.read("word/document.xml"))
    body = wortel[0]
    rijen = [
        " | ".join(" ".join("".join(cel.itertext()).split()) for cel in rij.iter(f"{W}tc"))
        for rij in body.iter(f"{W}tr")
    ]
    return "\n".join([*("".join(p.itertext()) for p in body.iter(f"{W}p")), *rijen])


def test_names_stay_out_of_the_report_unless_asked(proef: Profielproef) -> None:
    wie = proef.kern.beelden[0].id
    proef.vul(f"kern/beelden/{wie}/naam", "Noor")
    three(proef)
    proef.stap(UITKOMST)
    assert "Noor" in proef.in_beeld
    for knop in ("Verslag voor Word", "Tabellen als Excel"):
        _naam, inhoud = proef.neem(knop)
        assert not has_text(inhoud, "Noor"), knop
    proef.vul("namen", True)
    for knop in ("Verslag voor Word", "Tabellen als Excel"):
        _naam, inhoud = proef.neem(knop)
        assert has_text(inhoud, "Noor"), knop


def has_text(inhoud: bytes, tekst: str) -> bool:
    """Staat deze tekst ergens in een bestand van Office?"""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
        return any(tekst.encode() in pak.read(naam) for naam in pak.namelist())


def test_a_year_later_with_last_years_file_beside_it(proef: Profielproef) -> None:
    oud = Profielproef()
    oud.zet_klaar(titel="De Haven", jaar="2025-2026")
    oud.stap(GESPREK)
    oud.klik(INHOUD.zeg("afspraak_erbij"))
    oud.vul("kern/afspraken/*/wat", "Agenda vooraf sturen")
    oud.stap(PROFIEL)
    oud.vul(f"{SAMEN}/zin", "Was er voor alles")
    proef.stap(PROFIEL)
    proef.vul(f"{SAMEN}/zin", "Is er voor het ritme")
    proef.stap(LATER)
    proef.stuur(INHOUD.zeg("eerder_upload"), "2025.json", oud.bewaard().encode())
    assert "De Haven 2025-2026 staat er nu naast." in proef.in_beeld
    assert "Was er voor alles" in proef.in_beeld
    assert "Is er voor het ritme" in proef.in_beeld
    proef.vul("kwam/*", "deels")
    _naam, inhoud = proef.neem(INHOUD.zeg("later_mee"))
    assert "Agenda vooraf sturen | – | deels gelukt" in word(inhoud)
    proef.klik(INHOUD.zeg("eerder_weg"))
    assert proef.werk.staat.eerder is None


def test_a_new_year_can_be_undone(proef: Profielproef) -> None:
    three(proef)
    voor = proef.werk.staat
    proef.stap(LATER)
    proef.klik(INHOUD.zeg("eerder_nieuw"))
    assert proef.werk.staat.eerder == voor.kern
    assert not proef.werk.uitslag.mensen
    assert INHOUD.zeg("later_nog_niets") in proef.in_beeld
    proef.stap(VOORAF)
    assert len(proef.kern.beelden) == 3
    proef.stap(LATER)
    proef.klik(INHOUD.zeg("eerder_terug"))
    assert proef.werk.staat == voor


def test_what_was_typed_in_a_new_year_comes_back_with_the_same_button(proef: Profielproef) -> None:
    proef.stap(LATER)
    proef.klik(INHOUD.zeg("eerder_nieuw"))
    proef.stap(VOORAF)
    proef.vul("kern/jaar", "2027-2028")
    nieuw = proef.werk.staat
    proef.stap(LATER)
    proef.klik(INHOUD.zeg("eerder_terug"))
    assert proef.kern.jaar == "2026-2027"
    proef.klik(INHOUD.zeg("eerder_weer"))
    assert proef.werk.staat == nieuw
    proef.klik(INHOUD.zeg("eerder_nieuw"))
    assert "De Haven 2026-2027 staat er niet meer naast" in proef.in_beeld


def test_who_still_has_to_fill_in_sees_no_answer_of_another(proef: Profielproef) -> None:
    for rol, waarde in ((MEDEWERKER, 1), (LEIDER, 1)):
        pad = proef.open_delen(rol)
        proef.vul(f"{pad}/straks", {"s-kalender": waarde})
        proef.vul(f"{pad}/open/opdracht", "Wat de ander niet hoort te zien")
        proef.klik(INHOUD.zeg("klaar"))
    for stap in (UITKOMST, GESPREK, PROFIEL):
        proef.stap(stap)
        assert "Wat de ander niet hoort te zien" not in proef.in_beeld, stap
    vak = proef.deel("kern/samen/functie")
    assert not proef.bezwaar(vak)
    proef.stap(UITKOMST)
    assert "Nog niet ingevuld: bestuurder." in proef.in_beeld
    assert INHOUD.zeg("alle_kop") not in {tabel.titel for tabel in tables(proef)}
    proef.vul("toch", True)
    assert "2 mensen vulden in" in proef.in_beeld
    assert "Wat de ander niet hoort te zien" in proef.in_beeld
    assert INHOUD.zeg("alle_kop") in {tabel.titel for tabel in tables(proef)}


def tables(proef: Profielproef):
    """Geef de tabellen die nu meegaan."""
    return KWALITEITSPROFIEL.tabellen(proef.werk.uitslag, INHOUD)


def test_the_message_for_the_school_has_no_answers_and_no_names(proef: Profielproef) -> None:
    from lv_tools.kwaliteitsprofiel.verslag.bericht import share_text

    vooraf = share_text(proef.werk.uitslag)
    assert vooraf.startswith("Wij gaan het hebben over het werk van de kwaliteitsmedewerker (De H")
    vol = KWALITEITSPROFIEL.voorbeeld(INHOUD)
    tekst = share_text(KWALITEITSPROFIEL.reken(vol, INHOUD))
    assert " ".join(vol.kern.samen.zin.split()) in tekst
    assert INHOUD.zeg("bericht_concept") in tekst
    verzwegen = [*vol.kern.samen.eigenaar.values(), vol.kern.beelden[0].open["opdracht"]]
    assert verzwegen
    assert not any(woorden in tekst for woorden in verzwegen)
    proef.stap(PROFIEL)
    proef.klik("Deel met uw team")
    assert any(vooraf == b["gegevens"].get("tekst") for b, _ in proef.gestuurd if "gegevens" in b)


@pytest.mark.parametrize(("stap", "veld"), [(VOORAF, "weken"), (GESPREK, "minuten")])
def test_a_number_that_is_cleared_keeps_the_last_one(
    proef: Profielproef, stap: int, veld: str
) -> None:
    three(proef)
    voor = getattr(proef.kern, veld)
    proef.stap(stap)
    for tekst in ("", "veel", "0"):
        proef.vul(f"kern/{veld}", tekst)
        assert getattr(proef.kern, veld) == voor, tekst
    proef.stap(UITKOMST)
    assert "3 mensen vulden in" in proef.in_beeld


def test_a_profile_of_the_same_year_is_not_a_year_later(proef: Profielproef) -> None:
    zelf = proef.bewaard().encode()
    proef.stap(LATER)
    proef.stuur(INHOUD.zeg("eerder_upload"), "zelf.json", zelf)
    assert "ook van schooljaar 2026-2027" in proef.in_beeld
    assert proef.werk.staat.eerder is None
    ander = Profielproef()
    ander.zet_klaar(titel="De Zee", jaar="2025-2026")
    proef.stuur(INHOUD.zeg("eerder_upload"), "zee.json", ander.bewaard().encode())
    assert "Let op: hier staat ‘De Haven’ open." in proef.in_beeld


def test_board_level_asks_other_things_and_own_tasks(proef: Profielproef) -> None:
    proef.vul("kern/niveau", "bestuur")
    proef.klik(INHOUD.zeg("eigen_taak_erbij"))
    proef.vul("kern/taken/*/tekst", "De website bijhouden")
    pad = proef.open_delen(MEDEWERKER)
    lijst = proef.deel(f"{pad}/nu")
    assert "De website bijhouden" in str(lijst.eigenschappen)
    assert "intern toezicht" in str(lijst.eigenschappen)
    proef.vul(f"{pad}/nu", {"b-beeld": 1, proef.kern.taken[0].id: 4})
    proef.klik(INHOUD.zeg("klaar"))
    proef.stap(VOORAF)
    proef.vul("kern/taken/*/tekst", "De site bijhouden")
    proef.open_delen(MEDEWERKER)
    lijst = proef.deel(f"{pad}/nu")
    assert "De site bijhouden" in str(lijst.eigenschappen)
    assert lijst.waarde == proef.kern.beelden[0].nu


def test_killed_and_restored_with_half_typed_text(proef: Profielproef) -> None:
    three(proef)
    pad = proef.open_delen(MEDEWERKER)
    proef.vul(f"{pad}/beschikbaar", "veel")
    daarna = Profielproef(bewaard=proef.bewaard())
    assert daarna.werk.to_data() == proef.werk.to_data()
    daarna.open_delen(MEDEWERKER)
    assert daarna.deel(f"{pad}/beschikbaar").waarde == "veel"
    assert daarna.kern.beelden[0].beschikbaar is None


def test_every_damage_is_refused_or_read_right(proef: Profielproef) -> None:
    three(proef)
    lengte = len(proef.bewaard())
    read_damaged(KWALITEITSPROFIEL, proef, range(0, lengte, max(1, lengte // 25)))


def test_the_page_says_that_it_is_about_a_person_and_no_appraisal() -> None:
    vooraf = INHOUD.zeg("vooraf_namen")
    assert "geen beoordeling" in vooraf
    assert "ieder ziet wie wat invulde" in vooraf
    assert "geen beoordeling" in INHOUD.zeg("uitkomst_niet")
    assert "geen beoordeling" in INHOUD.zeg("profiel_uitleg")
    assert "rollen en namen" in INHOUD.algemeen.privacy
