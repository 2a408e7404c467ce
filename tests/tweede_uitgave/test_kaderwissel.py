"""Een nieuw kader met andere codes: wat iemand eerder bewaarde, blijft staan en te lezen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hertaald import in_new_words
from lezen import inhoud, scans, staat, teksten
from uitgave import Geopend, uitgave, voorbeeld

from lv_tools.basis.gegevens.datapakket import standaarden
from lv_tools.basis.gegevens.kaderbestand import kaders

#: Codes van 2021 waar in het nieuwe kader iets anders voor kwam, en een die vervalt.
ANDERS = {
    "OP1": ("OP11", "Aanbod", "Leerplan"),
    "SKA1": ("SKA4", "Visie, ambities en doelen", "Koers"),
    "OR1": ("OR9", "Resultaten", "Wat leerlingen bereiken"),
}
#: Een code die alleen een ander nummer kreeg: naam en betekenis bleven.
VERNUMMERD = ("OP3", "OP7", "Pedagogisch-didactisch handelen")
WEG = "SKA2"


def nieuw_kader(naam: str, tekst: str) -> str:
    """Zet de hulpmiddelen op een kader van 2027, zoals een redacteur dat zou doen."""
    if naam == "kader.toml":
        gebieden = re.findall(r"^\[\[kader\.gebied\]\]\n.*?^\]\n", tekst, re.M | re.S)
        over = "\n".join(gebieden).replace(f'  ["{WEG}", "Uitvoering en kwaliteitscultuur"],\n', "")
        wissels = {**ANDERS, VERNUMMERD[0]: (VERNUMMERD[1], VERNUMMERD[2], VERNUMMERD[2])}
        for oud, (nieuw, was, wordt) in wissels.items():
            assert f'["{oud}", "{was}"]' in over
            over = over.replace(f'["{oud}", "{was}"]', f'["{nieuw}", "{wordt}"]')
            over += f'\n[[kader.overgang]]\nvan = ["{oud}"]\nnaar = ["{nieuw}"]\n'
        return tekst.replace('in_gebruik = "2021"', 'in_gebruik = "2027"') + "\n" + over
    if naam in {"urgentiemeter.toml", "gespreksprompter.toml"}:
        # De lijst is anders, dus haar nummer gaat omhoog.
        return re.sub(r"^lijst = \d+$", "lijst = 90", tekst, count=1, flags=re.M)
    return tekst


@pytest.fixture
def gewisseld(tmp_path: Path) -> Iterator[None]:
    with uitgave(tmp_path, nieuw_kader):
        yield


def heropen(hulpmiddel: str, bestand: str) -> tuple[Geopend, bytes]:
    geopend = Geopend(hulpmiddel)
    assert geopend.open(voorbeeld(bestand)) == ""
    return geopend, geopend.bewaard()


def test_de_overgang_zegt_wat_elke_oude_code_nu_is(gewisseld: None) -> None:
    assert kaders().current.code == "2027"
    assert {s.code for s in standaarden()} == set(kaders().current.codes)
    assert kaders().translate("OP1", "2021", "2027") == ("OP11",)
    assert kaders().translate("OP2", "2021", "2027") == ("OP2",)
    assert kaders().translate("OP3", "2021", "2027") == ("OP7",)
    assert kaders().translate(WEG, "2021", "2027") == ()


@pytest.mark.parametrize("soort", ["anoniem", "naam"])
def test_aangekruiste_standaarden_blijven_bij_iedereen_bewaard(gewisseld: None, soort: str) -> None:
    bestand = f"urgentiemeter-werk-{soort}.json"
    geopend, bewaard = heropen("urgentiemeter", bestand)
    assert scans(bewaard, "urgentiemeter") == scans(voorbeeld(bestand), "urgentiemeter")
    # Wat geen plaats meer heeft, staat er met code en naam van toen.
    assert "OP1 Aanbod" in geopend.in_beeld
    weer = Geopend("urgentiemeter")
    assert weer.open(bewaard) == ""
    assert inhoud(weer.bewaard()) == inhoud(bewaard)


def test_een_standaard_met_een_nieuw_nummer_telt_mee_en_een_vervallene_niet(
    gewisseld: None,
) -> None:
    geopend, _ = heropen("urgentiemeter", "urgentiemeter-werk-naam.json")
    geopend.zet("stap", 1)
    geopend.zet("groep/manier", "zelf")
    gekozen = set(geopend.deel("groep/eigen/keuzes/standaarden").waarde)
    assert gekozen <= {s.code for s in standaarden()}
    geopend.zet("stap", 2)
    assert f"{VERNUMMERD[1]} {VERNUMMERD[2]}" in geopend.in_beeld


def test_eigen_antwoorden_met_een_oude_code_gaan_open(gewisseld: None) -> None:
    bestand = "urgentiemeter-antwoorden.json"
    geopend = Geopend("urgentiemeter")
    geopend.open()
    assert geopend.kies(voorbeeld(bestand)) == ""
    geopend.zet("stap", 1)
    assert geopend.deel("groep/eigen/keuzes/standaarden").waarde == ()
    assert scans(geopend.geschreven[-1], "urgentiemeter") == scans(
        voorbeeld(bestand), "urgentiemeter"
    )


def test_een_gesprek_over_een_oude_standaard_blijft_te_lezen(gewisseld: None) -> None:
    geopend, bewaard = heropen("gespreksprompter", "gespreksprompter-werk.json")
    assert "Uitvoering en kwaliteitscultuur" in geopend.in_beeld
    notities = {
        tekst
        for tekst in teksten(staat(voorbeeld("gespreksprompter-werk.json")))
        if tekst.startswith("Wat werd gezegd")
    }
    assert notities
    assert notities <= teksten(staat(bewaard))


@pytest.mark.parametrize(
    ("hulpmiddel", "bestand"),
    [
        ("zelfevaluatie", "zelfevaluatie-werk-naam.json"),
        ("bevindingenverkenner", "bevindingenverkenner-werk.json"),
    ],
)
def test_de_andere_hulpmiddelen_openen_hun_werk(
    gewisseld: None, hulpmiddel: str, bestand: str
) -> None:
    _, bewaard = heropen(hulpmiddel, bestand)
    oud = teksten(staat(voorbeeld(bestand)).get("delen", {}))
    assert oud
    if hulpmiddel == "zelfevaluatie":
        assert scans(bewaard, hulpmiddel) == in_new_words(
            scans(voorbeeld(bestand), hulpmiddel), hulpmiddel
        )


def test_werk_met_het_nieuwe_kader_wordt_in_een_oude_pagina_niet_aangeraakt(
    tmp_path: Path,
) -> None:
    with uitgave(tmp_path, nieuw_kader):
        _, bewaard = heropen("urgentiemeter", "urgentiemeter-werk-naam.json")
    oud = Geopend("urgentiemeter")
    zin = oud.open(bewaard)
    assert "nieuwere" in zin
    assert oud.geschreven == []
