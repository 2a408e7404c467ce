"""Wat een uitslag zegt, mag niet meer zijn dan wat haar regel meet, ook aan de randen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import Uitslag, compute
from lv_tools.urgentiemeter.teksten import ANDEREN, STANDAARDEN, ZELF, instrument

INHOUD = instrument()
#: Woorden die zeggen hoeveel het er zijn. Een grens is te verzetten: bij 5% is 'de meesten' onwaar,
#: bij 100% is 'weinig' onwaar, en bij 0 of bij iedereen is 'een deel' onwaar.
HOEVEEL = re.compile(
    r"\b(de meesten?|veel mensen|velen|(?<!te )weinig mensen|bijna (iedereen|niemand)|iedereen|"
    r"niemand|een deel van|een klein deel|verder niets|blinde vlek|veel minder)\b",
    re.I,
)
VORMEN = {
    code: (gedeeld == "gedeeld", focus == "breed")
    for code in INHOUD.vormen
    for gedeeld, focus in [code.split("-")]
}


def of_people(antwoorden: list[int | None], standaarden: list[str], regels: Regels) -> Uitslag:
    mensen = tuple(
        Respondent(
            f"p{nr}",
            "docent",
            dict.fromkeys(INHOUD.stellingen, antwoord),
            {STANDAARDEN: tuple(standaarden)},
        )
        for nr, antwoord in enumerate(antwoorden)
    )
    return compute(Scan(groep=Groep("naam", bronnen=(Bron("b", mensen),)), regels=regels), INHOUD)


@pytest.mark.parametrize("code", VORMEN)
def test_een_vorm_zegt_genoeg_of_te_weinig_en_niet_hoeveel(code: str) -> None:
    tekst = INHOUD.vormen[code].betekenis.casefold()
    gedeeld, breed = VORMEN[code]
    assert not HOEVEEL.search(tekst)
    assert ("te weinig antwoorden wijzen op noodzaak om die gedeeld te noemen" in tekst) != gedeeld
    assert ("genoeg antwoorden wijzen op noodzaak om die gedeeld te noemen" in tekst) == gedeeld
    genoeg = "genoeg onderwerpen zijn door genoeg mensen aangekruist"
    assert ("te weinig onderwerpen zijn door genoeg mensen aangekruist" in tekst) != breed
    assert (genoeg in tekst) == breed
    assert ("of zij komen uit te weinig gebieden" in tekst) != breed
    # Tien onderwerpen die elk een kwart aankruist, zijn veel onderwerpen: de zin ontkent dat niet.
    assert not re.search(r"groep noemt (te weinig|genoeg)", tekst)
    assert ("kruiste ieder iets anders aan?" in tekst) != breed


def test_cijfers_naast_gevoel_en_wijzers_zeggen_niet_hoeveel() -> None:
    teksten = [t for v in INHOUD.blinde_vlekken.values() for t in (v.titel, v.betekenis)]
    teksten += [t for w in INHOUD.wijzer.values() for t in (w.titel, w.tekst)]
    assert [tekst for tekst in teksten if HOEVEEL.search(tekst)] == []
    # En de toets ziet het.
    assert HOEVEEL.search("Veel mensen weten het niet")


@given(
    st.lists(st.sampled_from([1, 2, 3, 4, None]), min_size=2, max_size=8),
    st.lists(st.sampled_from(list(INHOUD.standaarden)), unique=True, max_size=6),
    st.builds(Regels, gedeeld_vanaf=st.integers(5, 100), breed_standaarden=st.integers(1, 10)),
)
def test_de_tekst_hoort_bij_de_regel_die_haar_gaf(antwoorden, standaarden, regels) -> None:
    uitslag = of_people(antwoorden, standaarden, regels)
    positie = uitslag.beleving.geheel.positie
    assert (positie.gedeeld, positie.breed) == VORMEN[uitslag.advies.code]
    for wijzer in uitslag.wijzers:
        if wijzer.code == "alleen_resultaten":
            assert positie.genoemd == ("OR1",)
        if wijzer.code == "beeld":
            assert uitslag.beleving.geheel.themas["beeld"] * 100 < regels.gedeeld_vanaf
        if wijzer.code == "anderen":
            eens = uitslag.beleving.geheel.eens
            assert eens[ZELF] > eens[ANDEREN]


@given(st.lists(st.sampled_from([1, 2, 3, 4]), min_size=4, max_size=9))
def test_bij_kampen_staan_antwoorden_aan_twee_kanten(antwoorden) -> None:
    uitslag = of_people(list(antwoorden), [], Regels())
    if any(wijzer.code == "kampen" for wijzer in uitslag.wijzers):
        assert min(antwoorden) < INHOUD.eens_vanaf <= max(antwoorden)
