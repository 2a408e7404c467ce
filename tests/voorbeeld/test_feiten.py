"""De feiten van de voorbeeldschool passen bij elkaar, en een fout erin wordt gevonden."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from voorbeeld.cijfers import facts
from voorbeeld.controle import problems
from voorbeeld.dagen import closed
from voorbeeld.lezen import BESTANDEN, GEGEVENS, school
from voorbeeld.meter import outcomes, to_scan, with_one_less
from voorbeeld.school import Doel, Grens, School, Telling
from voorbeeld.vorm import VormError, build, read_toml

from lv_tools.urgentiemeter.bestand.lezen import read_scan, scan_to_file
from lv_tools.urgentiemeter.model.feiten import Signaal
from lv_tools.urgentiemeter.model.openen import opened
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.teksten import instrument

RUW = read_toml(GEGEVENS / BESTANDEN[0])


def anders(wijzig: Callable[[dict[str, Any]], None]) -> School:
    gegevens = copy.deepcopy(RUW)
    wijzig(gegevens)
    return build(School, gegevens, "school.toml")


def rij(tabel: str, **kenmerk: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def vind(gegevens: dict[str, Any]) -> dict[str, Any]:
        (naam, waarde), *_ = kenmerk.items()
        return next(r for r in gegevens[tabel] if r[naam] == waarde)

    return vind


def test_de_feiten_spreken_elkaar_niet_tegen() -> None:
    assert problems(school()) == []


def zet(vind: Callable[[dict[str, Any]], Any], **waarden: object) -> Callable[[Any], None]:
    return lambda gegevens: vind(gegevens).update(waarden)


FOUTEN: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "percentage": (
        lambda g: rij("indicator", code="bovenbouwsucces")(g)["meting"][1].update(waarde=80.1),
        "is geen 80.1%",
    ),
    "leerjaren": (zet(rij("leerjaar", naam="havo 4"), leerlingen=96), "tellen niet op tot 274"),
    "vertraging": (zet(rij("leerjaar", naam="havo 5"), vertraging=12), "past niet bij het boven"),
    "groep": (zet(rij("groep", naam="leerjaar 1 en 2"), leerlingen=400), "heeft geen 395"),
    "rol": (zet(rij("activiteit", id="a3"), trekker="conrector"), "'conrector', die niet bestaat"),
    "doel": (zet(rij("activiteit", id="a3"), doel="d9"), "dient 'd9'"),
    "bewijs": (zet(rij("bewijs", id="steunuur"), bij="a99"), "bewijs steunuur noemt 'a99'"),
    "bewijs telt anders": (zet(rij("bewijs", id="begrip"), k=10), "telt anders dan doel d1"),
    "uitgenodigd": (zet(rij("bewijs", id="steunuur"), n=30), "niet over de leerlingen met"),
    "uren": (zet(rij("activiteit", id="a1"), uren=40), "kosten 199 uren, er zijn er 195"),
    "overgehouden": (zet(rij("activiteit", id="a9"), uren=12), "niet de uren die a6 overliet"),
    "wekelijks": (zet(rij("activiteit", id="a6"), klaar=date(2026, 5, 12)), "19 dinsdagen"),
    "weekend": (
        zet(rij("moment", titel="Plan vastgesteld"), dagen=[date(2025, 11, 22)]),
        "in het weekend",
    ),
    "vakantie": (
        zet(rij("moment", titel="Urgentiemeter invullen"), dagen=[date(2025, 10, 21)]),
        "valt herfstvakantie",
    ),
    "feestdag": (
        zet(rij("moment", titel="Streefdoelen tellen"), dagen=[date(2026, 5, 25)]),
        "tweede Pinksterdag",
    ),
    "buiten het jaar": (
        zet(rij("activiteit", id="a4"), klaar=date(2026, 8, 31)),
        "buiten het schooljaar",
    ),
    "toetsweek": (
        zet(rij("moment", titel="Lesbezoek, ronde in januari"), tot=date(2026, 1, 27)),
        "valt in een toetsweek",
    ),
    "eerste versie": (
        zet(rij("activiteit", id="a2"), van_eerst=date(2026, 1, 19)),
        "stond eerst niet in een toetsweek",
    ),
    "volgorde": (lambda g: g["scan"].update(dag=date(2026, 2, 26)), "staan niet op volgorde"),
    "punt te weinig genoemd": (lambda g: g["scan"].update(punt_vanaf=4), "door te weinig mensen"),
    "punt vergeten": (lambda g: g["scan"].update(punt_vanaf=1), "en toch geen verbeterpunt"),
    "uitdaging": (
        lambda g: g["scan"]["invulling"][0]["zorgen"][0].update(uitdaging="Meer toetsen"),
        "'Meer toetsen', dat staat niet in het onderzoek",
    ),
    "streefgetal": (lambda g: g["plan"].update(streef_gelukt=223), "niet het kleinste aantal"),
    "streefgetal te hoog": (lambda g: g["plan"].update(streef_gelukt=225), "niet het kleinste"),
    "kijkwijzer": (
        zet(rij("kijkpunt", code="begrip"), gezien=[5, 9, 11]),
        "telt anders dan de kijk",
    ),
    "te veel gezien": (
        zet(rij("kijkpunt", code="rust"), gezien=[11, 15, 13]),
        "past niet bij de rondes",
    ),
    "besluit": (zet(rij("activiteit", id="a5"), besluit="afwachten"), "geen stand of besluit"),
    "reden": (zet(rij("activiteit", id="a5"), reden=""), "besluit zonder reden"),
    "loopt nog": (zet(rij("activiteit", id="a4"), stand="gedaan"), "loopt nog en heet al gedaan"),
    "afspraak": (
        lambda g: g["gesprek"]["afspraak"][0].update(wanneer=date(2026, 2, 12)),
        "niet tussen gesprek en midterm",
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_een_tegenspraak_wordt_gevonden(naam: str) -> None:
    wijzig, zin = FOUTEN[naam]
    gevonden = problems(anders(wijzig))
    assert any(zin in regel for regel in gevonden), gevonden


# --- De urgentiemeter zegt hetzelfde als het verhaal ------------------------------------------


def test_signalen_zijn_die_van_de_urgentiemeter() -> None:
    nu, later = outcomes(school()), outcomes(school(), 1)
    assert {code: u.signaal for code, u in nu.items()} == {
        "onderwijspositie": Signaal.OP,
        "onderbouwsnelheid": Signaal.OP,
        "bovenbouwsucces": Signaal.WAARSCHUWING,
        "examencijfers": Signaal.ATTENTIE,
    }
    assert later["bovenbouwsucces"].signaal is Signaal.OP
    assert later["examencijfers"].signaal is Signaal.WAARSCHUWING
    assert with_one_less(school(), "bovenbouwsucces").signaal is Signaal.ONDER


def test_signalen_los_nagerekend() -> None:
    """Zonder de urgentiemeter: gemiddelden over leerlingen, tegen de norm."""
    for indicator in school().indicator:
        norm = Fraction(str(indicator.norm))
        for schuif in (0, 1):
            m = indicator.meting[schuif : schuif + 3]
            waarden = [Fraction(str(meting.waarde)) for meting in m]

            def gemiddeld(vanaf: int, m=m, waarden=waarden) -> Fraction:
                paren = list(zip(m, waarden, strict=True))[vanaf:]
                return sum(x.leerlingen * w for x, w in paren) / sum(x.leerlingen for x, _ in paren)

            verwacht = (
                Signaal.ONDER if gemiddeld(0) < norm
                else Signaal.WAARSCHUWING if gemiddeld(1) < norm
                else Signaal.ATTENTIE if waarden[2] < norm
                else Signaal.OP
            )  # fmt: skip
            assert outcomes(school(), schuif)[indicator.code].signaal is verwacht


def test_vorm_van_urgentie_en_verschil_tussen_rollen() -> None:
    uitslag = compute(to_scan(school()), instrument())
    assert uitslag.advies is not None
    assert uitslag.advies.code == "beperkt-smal"
    assert uitslag.beleving.geheel is not None
    assert uitslag.beleving.geheel.positie.genoemd == ("OR1",)
    assert uitslag.beleving.geheel.positie.urgentie == Fraction(22, 36)
    per_rol = {groep.naam: groep.positie.urgentie for groep in uitslag.beleving.groepen}
    assert per_rol["leerling"] == Fraction(7, 9)
    assert per_rol["docent"] == Fraction(6, 18)
    feiten = facts(school())
    assert (feiten["urg_k"], feiten["urg_n"]) == ("22", "36")
    assert (feiten["urg_leerling_k"], feiten["urg_docent_k"]) == ("7", "6")


def test_de_meting_is_een_bestand_van_de_urgentiemeter() -> None:
    """Straks is de voorbeeldschool ook in het hulpmiddel te openen: elke code bestaat."""
    scan = to_scan(school())
    bestand = scan_to_file(scan, instrument())
    assert read_scan(bestand, instrument(), "het voorbeeld") == opened(scan, instrument())
    bekend = set(instrument().stellingen)
    for wie in school().urgentie.respondent:
        assert set(wie.antwoorden) | set(wie.weet_niet) <= bekend
        assert not set(wie.antwoorden) & set(wie.weet_niet)
        assert wie.rol in {rol.code for rol in instrument().vragen.rollen}


# --- Het schooljaar -------------------------------------------------------------------------


@given(st.dates(date(2025, 1, 1), date(2026, 12, 31)))
def test_een_schooldag_ligt_in_het_jaar_en_niet_in_een_vakantie(dag: date) -> None:
    feiten = school()
    if closed(feiten, dag) == "":
        assert feiten.school.begin <= dag <= feiten.school.eind
        assert dag.weekday() < 5
        assert not any(d.van <= dag <= d.tot for d in feiten.druk if d.soort == "vrij")


@given(st.integers(0, 40), st.integers(1, 40), st.sampled_from(["ten minste", "ten hoogste"]))
def test_meer_in_de_goede_richting_haalt_een_grens_nooit_minder(
    k: int, n: int, richting: str
) -> None:
    telling = Telling(min(k, n), n)
    dag = date(2026, 1, 30)
    doel = Doel("d", "v", "", "", richting, telling, Grens(dag), Grens(dag), telling, telling)
    erbij = Telling(telling.k + (1 if richting == "ten minste" else -1), n)
    for grens in (Grens(dag, percentage=60), Grens(dag, aantal=10, van=n)):
        assert doel.reaches(grens, erbij) >= doel.reaches(grens, telling)


# --- Lezen ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wijzig", "melding"),
    [
        (lambda g: g.update(kleur="groen"), "school.toml kent het veld 'kleur' niet"),
        (lambda g: g["plan"].pop("ambitie"), "school.toml, plan mist het veld 'ambitie'"),
        (
            lambda g: g["plan"].update(uren_school="veel"),
            "uren_school is 'veel': hier hoort een heel",
        ),
        (lambda g: g["doel"][0].update(begin=3), "doel 1, begin is 3: hier hoort een tabel"),
        (lambda g: g["moment"][0].update(dagen="morgen"), "moment 1, dagen is 'morgen'"),
        (lambda g: g["plan"].update(uren_school=True), "uren_school is True"),
    ],
)
def test_een_fout_in_de_vorm_noemt_plaats_waarde_en_uitweg(
    wijzig: Callable[[dict[str, Any]], None], melding: str
) -> None:
    with pytest.raises(VormError) as fout:
        anders(wijzig)
    assert melding in str(fout.value)


def test_geen_geldige_toml_wordt_gezegd(tmp_path) -> None:
    (tmp_path / "school.toml").write_text("[school\n", encoding="utf-8")
    with pytest.raises(VormError, match="is geen geldige TOML"):
        read_toml(tmp_path / "school.toml")
