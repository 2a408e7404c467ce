"""Namen in een opmerking worden aangewezen; gewone woorden niet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.invoer.namen import find_names

LIJST = lees_toml("taal/namen.toml")
NAMEN, OOK_WOORD = LIJST["namen"].split(), LIJST["ook_woord"].split()


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("Emma legt het uit.", ("Emma",)),
        ("jan zat achterin", ("jan",)),
        ("Fatima's antwoord kwam op het bord", ("Fatima's",)),
        ("Jans uitleg was kort", ("Jans",)),
        ("Daniëlle vraagt door", ("Daniëlle",)),
        ("Anne-Fleur en Mohammed overleggen", ("Anne-Fleur", "Mohammed")),
        ("Er is een vraag voor Mark.", ("Mark",)),
        ("mevrouw Jansen wacht", ("mevrouw Jansen",)),
        ("mevrouw jansen wacht", ("mevrouw jansen",)),
        ("Meneer de Vries en mw. El Amrani", ("Meneer de Vries", "mw. El Amrani")),
        ("dhr. van der Berg deelt uit", ("dhr. van der Berg",)),
        ("MEVROUW DE BOER", ("MEVROUW DE BOER",)),
        ("Emma en Emma", ("Emma",)),
        ("‘Sanne’, zei iemand", ("Sanne",)),
        ("Floor stak haar vinger op. Roos vroeg door.", ("Floor", "Roos")),
    ],
)
def test_een_naam_wordt_aangewezen(tekst: str, namen: tuple[str, ...]) -> None:
    assert find_names(tekst) == namen


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "De docent wacht tot het stil is. Daarna begint de klas.",
        "Ben jij klaar? Dan wil ik het zien. Roos staat op het bord.",
        "Wil de klas verder? De les Frans begint, ik ken het lot van de mark.",
        "De meneer die dat zegt, en de juf loopt rond",
        "De meester legt uit en mevrouw is weg",
        "Leerlingen schrijven op een wisbordje wat zij denken.",
        "Een leerling las de tekst van Duits en Engels voor.",
        "12 + 3 = 15, en @docent https://voorbeeld.test",
    ],
)
def test_een_gewone_zin_heeft_geen_naam(tekst: str) -> None:
    assert find_names(tekst) == ()


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(NAMEN), st.sampled_from(["", ".", ", ", "!", "’s", " zei iets"]))
def test_elke_naam_uit_de_lijst_in_elke_schrijfwijze(naam: str, erna: str) -> None:
    for woord in (naam, naam.title(), naam.upper()):
        assert find_names(f"Toen kwam {woord}{erna}")


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(OOK_WOORD))
def test_een_naam_die_ook_een_woord_is_alleen_met_een_hoofdletter_in_de_zin(naam: str) -> None:
    assert find_names(f"Toen kwam {naam.title()}.") == (naam.title(),)
    assert find_names(f"Toen kwam {naam}. {naam.title()} kwam niet.") == ()


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_elke_tekst_is_te_lezen(tekst: str) -> None:
    for naam in find_names(tekst):
        assert naam


def test_alle_kijkpunten_en_teksten_van_het_hulpmiddel_zijn_zonder_namen() -> None:
    """De zinnen van het lesbezoek zelf zijn gewone taal."""
    toml = lees_toml("instrumenten/lesbezoek.toml")
    zinnen = [punt[veld] for punt in toml["bank"] for veld in ("tekst", "begin", "sterk")]
    assert {zin: find_names(zin) for zin in zinnen if find_names(zin)} == {}


def test_de_lijst_is_klein_en_zonder_dubbelen() -> None:
    assert len(set(NAMEN)) == len(NAMEN) > 800
    assert not set(NAMEN) & set(OOK_WOORD)
    assert all(naam.isascii() and naam.islower() for naam in (*NAMEN, *OOK_WOORD))
