"""De kalender in de agenda, in Excel, op de poster en als voorbeeld."""

from __future__ import annotations

import io
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from kalenders import DAGEN, WOORDEN, actie, leeg, pakket
from openpyxl import load_workbook

from lv_tools.basis.uitvoer.agenda import to_ics
from lv_tools.basis.uitvoer.document import Bloktabel, to_blocks, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_xlsx
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.basis.uitwisseling.stukken import Moment
from lv_tools.kwaliteitskalender.model.bronnen import take
from lv_tools.kwaliteitskalender.model.kalender import Kalender, Periode, Punt
from lv_tools.kwaliteitskalender.teksten import content
from lv_tools.kwaliteitskalender.verslag.agenda import marked, publish_year
from lv_tools.kwaliteitskalender.verslag.beeld import compute, example, give
from lv_tools.kwaliteitskalender.verslag.document import poster, report
from lv_tools.kwaliteitskalender.verslag.tabellen import tables

SCHOOL = Path(__file__).resolve().parents[2] / "data" / "voorbeeld" / "school.toml"
NU = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


class Agenda:
    """Een agenda die bestanden inleest zoals de norm het wil: op kenmerk, het nieuwste nummer."""

    def __init__(self) -> None:
        self.punten: dict[str, tuple[int, str, str, str, date | datetime]] = {}

    def read(self, inhoud: bytes) -> None:
        gezien = set()
        for punt in Calendar.from_ical(inhoud).walk("VEVENT"):
            uid, nummer = str(punt["UID"]), int(punt["SEQUENCE"])
            assert uid not in gezien
            gezien.add(uid)
            if nummer >= self.punten.get(uid, (-1,))[0]:
                self.punten[uid] = (
                    nummer,
                    str(punt["STATUS"]),
                    str(punt["SUMMARY"]),
                    str(punt.get("DESCRIPTION", "")),
                    punt["DTSTART"].dt,
                )

    def alive(self) -> list[tuple[str, date | datetime]]:
        return sorted((p[2], p[4]) for p in self.punten.values() if p[1] == "CONFIRMED")


def export(kalender: Kalender, wie: str = "", keer: int = 0) -> tuple[bytes, Kalender]:
    nu = NU + timedelta(hours=keer)
    kalender = marked(kalender)
    punten, straks = publish_year(compute(kalender, content()), content(), wie, nu)
    return to_ics(punten, "Kwaliteit", nu), straks


def test_wat_naar_een_ander_schooljaar_verhuist_verhuist_ook_in_de_agenda() -> None:
    kalender = replace(leeg(), punten=(Punt(id="p", wat="visitatie", dag=date(2027, 6, 8)),))
    agenda = Agenda()
    inhoud, kalender = export(kalender)
    agenda.read(inhoud)
    (punt,) = kalender.punten
    inhoud, kalender = export(
        replace(kalender, punten=(replace(punt, dag=date(2027, 9, 14)),)), keer=1
    )
    agenda.read(inhoud)
    assert agenda.alive() == [("visitatie", date(2027, 9, 14))]
    inhoud, _kalender = export(kalender, keer=2)
    assert not Calendar.from_ical(inhoud).walk("VEVENT")


def met(*punten: Punt, bij: Kalender | None = None) -> Kalender:
    return replace(bij or leeg(), punten=punten)


def test_een_tweede_bestand_verhuist_en_laat_vervallen_in_plaats_van_te_verdubbelen() -> None:
    agenda = Agenda()
    een = Punt(wat="Bestuur", aard="gesprek", dag=date(2026, 10, 5), tijd="10:00", id="p1")
    twee = Punt(wat="Meten", aard="meting", dag=date(2026, 10, 6), id="p2", wie="rector")
    inhoud, kalender = export(met(een, twee))
    agenda.read(inhoud)
    assert len(agenda.alive()) == 2
    kalender = met(replace(een, dag=date(2026, 10, 12)), bij=kalender)
    inhoud, kalender = export(kalender, keer=1)
    agenda.read(inhoud)
    ((titel, begin),) = agenda.alive()
    assert (titel, begin.replace(tzinfo=None)) == ("Bestuur", datetime(2026, 10, 12, 10, 0))
    assert sorted(p[0] for p in agenda.punten.values()) == [1, 1]
    gelijk, opnieuw = export(kalender, keer=2)
    assert opnieuw.uitgegeven == kalender.uitgegeven
    agenda.read(gelijk)
    assert len(agenda.punten) == 2


def test_een_punt_dat_terugkomt_herstelt_zich() -> None:
    agenda = Agenda()
    een = Punt(wat="Bestuur", dag=date(2026, 10, 5), id="p1")
    kalender = leeg()
    for keer, punten in enumerate([(een,), (), (een,)]):
        inhoud, kalender = export(met(*punten, bij=kalender), keer=keer)
        agenda.read(inhoud)
    assert [titel for titel, _dag in agenda.alive()] == ["Bestuur"]


def test_per_persoon_alleen_wat_van_die_persoon_is_en_wie_eraf_gaat_ziet_het_vervallen() -> None:
    agenda = Agenda()
    een = Punt(wat="Samen", dag=date(2026, 10, 5), id="p1", wie="rector, mentoren")
    twee = Punt(wat="Ander", dag=date(2026, 10, 6), id="p2", wie="bestuur")
    inhoud, kalender = export(met(een, twee), "Rector")
    agenda.read(inhoud)
    assert [titel for titel, _dag in agenda.alive()] == ["Samen"]
    kalender = met(replace(een, wie="mentoren"), twee, bij=kalender)
    inhoud, kalender = export(kalender, "rector", keer=1)
    agenda.read(inhoud)
    assert agenda.alive() == []
    heel, _kalender = export(kalender, keer=2)
    assert b"CANCELLED" not in heel


def test_een_ander_schooljaar_blijft_in_de_agenda_staan() -> None:
    from lv_tools.kwaliteitskalender.model.jaar import carry_over

    agenda = Agenda()
    inhoud, kalender = export(met(Punt(wat="Tellen", dag=date(2027, 2, 2), id="p1")))
    agenda.read(inhoud)
    inhoud, _kalender = export(carry_over(kalender), keer=1)
    agenda.read(inhoud)
    assert [dag for _titel, dag in agenda.alive()] == [date(2027, 2, 2), date(2028, 2, 1)]


def test_meer_dagen_is_een_balk_en_een_activiteit_staat_op_haar_laatste_dag() -> None:
    ronde = Punt(wat="R", aard="bezoek", dag=date(2027, 1, 11), tot=date(2027, 1, 15), id="r")
    inhoud, _k = export(met(ronde, bij=take(leeg(), pakket(actie()))))
    punten = {str(p["SUMMARY"]): p for p in Calendar.from_ical(inhoud).walk("VEVENT")}
    assert punten["R"]["DTEND"].dt == date(2027, 1, 16)
    werk = punten["Lesbezoek in tweetallen"]
    assert werk["DTSTART"].dt == date(2027, 1, 22)
    assert "Loopt van 11 januari 2027" in str(werk["DESCRIPTION"])


def test_het_gesprek_noemt_wat_er_op_tafel_ligt() -> None:
    gesprek = Punt(wat="Bestuur", aard="gesprek", dag=date(2026, 10, 5), id="g")
    meting = Punt(wat="Meten", aard="meting", dag=date(2026, 9, 28), id="m", bespreek="g")
    inhoud, _k = export(met(gesprek, meting))
    punten = {
        str(p["SUMMARY"]): str(p["DESCRIPTION"]) for p in Calendar.from_ical(inhoud).walk("VEVENT")
    }
    assert "Op tafel: Meten" in punten["Bestuur"]
    assert "Besproken bij: Bestuur (5 oktober 2026)" in punten["Meten"]


WIJZIGING = st.lists(
    st.tuples(st.sampled_from(["p1", "p2", "p3"]), st.none() | DAGEN, WOORDEN), max_size=4
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WIJZIGING, min_size=1, max_size=4))
def test_na_elk_bestand_staat_in_de_agenda_precies_de_kalender(rondes) -> None:
    agenda, kalender = Agenda(), leeg()
    for keer, ronde in enumerate(rondes):
        punten = {k: Punt(wat=wat or "x", dag=dag, id=k) for k, dag, wat in ronde if dag}
        inhoud, kalender = export(met(*punten.values(), bij=kalender), keer=keer)
        agenda.read(inhoud)
        # Wat al een maand voorbij is, hoeft niet meer te vervallen.
        levend = [dag for _titel, dag in agenda.alive() if dag >= date(2026, 9, 1)]
        assert sorted(levend) == sorted(p.dag for p in punten.values() if p.dag >= date(2026, 9, 1))


VIJANDIG = [
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "x\u202ey",
    "\u202eאב",
    "a;b,c\\n",
    "😀" * 80,
]


def test_vijandige_tekst_blijft_tekst_in_elke_uitvoer() -> None:
    punten = [
        Punt(wat=tekst[:300], wie=tekst[:80], plaats=tekst[:80], dag=date(2026, 10, 5), id=f"p{nr}")
        for nr, tekst in enumerate(VIJANDIG)
    ]
    beeld = compute(replace(met(*punten), naam=VIJANDIG[0]), content())
    assert "<script>" not in to_markdown(report(beeld, content()))
    boek = load_workbook(io.BytesIO(to_xlsx(tables(beeld, content()))))
    for blad in boek.worksheets:
        for rij in blad.iter_rows():
            assert all(cel.data_type != "f" for cel in rij)
    assert to_docx(report(beeld, content()))
    inhoud, _k = export(beeld.kalender)
    assert len(Calendar.from_ical(inhoud).walk("VEVENT")) == len(VIJANDIG)
    from lv_tools.basis.uitvoer.document import to_html

    assert "<script>" not in to_html(report(beeld, content()).blokken)


def test_de_tabellen_tellen_wat_op_de_kalender_staat() -> None:
    beeld = compute(example(content()), content())
    lijst, mensen, weken, opmerkingen = tables(beeld, content())
    assert len(lijst.rijen) == len(beeld.punten)
    for rij in mensen.rijen:
        assert sum(rij[2:]) == rij[1]
    assert [rij[2] for rij in weken.rijen] == [len(w.punten) for w in beeld.weken]
    assert len(opmerkingen.rijen) == len(beeld.adviezen)


def test_op_de_poster_staat_elk_punt_precies_waar_het_hoort() -> None:
    beeld = compute(example(content()), content())
    blad = poster(beeld, content())
    tabellen = [blok for blok in blad.blokken if isinstance(blok, Bloktabel)]
    vakken = {
        kop: cel for t in tabellen for kop, cel in zip(t.kolommen, t.rijen[0], strict=True) if cel
    }
    assert "di 9 Resultaten van drie jaar naast de norm leggen" in vakken["September 2025"]
    assert "do 6 10.00 Bestuur en rector: het plan in concept" in vakken["November 2025"]
    assert "za 20 t/m wo 31 ▒ kerstvakantie" in vakken["December 2025"]
    assert "ma 6 ◦ tweede Paasdag" in vakken["April 2026"]
    heel = "\n".join(vakken.values())
    assert all(k.punt.wat in heel for k in beeld.punten)
    assert to_blocks(blad)


def test_het_voorbeeld_is_de_voorbeeldschool() -> None:
    school = tomllib.loads(SCHOOL.read_text("utf-8"))
    voorbeeld = content().voorbeeld
    rollen = school["rollen"]
    verwacht = {
        (
            moment["titel"],
            dag,
            moment.get("tot"),
            moment.get("tijd"),
            ", ".join(rollen[code] for code in moment["wie"]),
        )
        for moment in school["moment"]
        for dag in moment["dagen"]
    }
    assert {(p.wat, p.dag, p.tot, p.begin, p.wie) for p in voorbeeld.punt} == verwacht
    assert (voorbeeld.jaar.van, voorbeeld.jaar.tot) == (
        school["school"]["begin"],
        school["school"]["eind"],
    )
    druk = {"vrij": "vakantie", "toetsweek": "toetsweek"}
    assert [(p.naam, p.soort, p.van, p.tot) for p in voorbeeld.jaar.perioden] == [
        (d["wat"], druk[d["soort"]], d["van"], d["tot"]) for d in school["druk"]
    ]
    assert voorbeeld.naam.startswith("Voorbeeld")


def test_de_som_met_de_hand_van_de_bladzijde() -> None:
    beeld = compute(example(content()), content())
    (week,) = [w for w in beeld.weken if w.maandag == date(2026, 1, 19)]
    assert [k.punt.aard for k in week.punten].count("bezoek") == 1
    assert len(week.punten) == 5
    assert [a.code for a in beeld.adviezen].count("druk") == 1
    rustig = compute(replace(beeld.kalender, druk=6), content())
    assert "druk" not in [a.code for a in rustig.adviezen]


def test_wat_uit_een_plan_komt_geeft_de_kalender_niet_nog_eens() -> None:
    eigen = Punt(wat="Eigen", aard="activiteit", dag=date(2026, 10, 5), id="p1", wie="x" * 200)
    beeld = compute(met(eigen, bij=take(leeg(), pakket(actie()))), content())
    (stuk,) = give(beeld)
    assert stuk == Moment("p1", "Eigen", date(2026, 10, 5), "x" * 80, "anders")


def test_een_tijd_en_een_periode_zonder_einde() -> None:
    assert Punt(id="p", tijd="19:30").begin == time(19, 30)
    assert date(2026, 10, 5) in Periode("v", van=date(2026, 10, 5))
    assert date(2026, 10, 5) not in Periode("v")
