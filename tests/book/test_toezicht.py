"""Wat het boek over de Inspectie zegt: met bron en zekerheid, en nooit sterker dan de bron."""

from __future__ import annotations

import json
import re
from pathlib import Path

import proza
import pytest
from pybtex.database import parse_file

BOEK = Path(__file__).parents[2] / "book"
STANDAARDEN = (BOEK / "naslag" / "standaarden.md").read_text(encoding="utf-8")
BEZOEK = (BOEK / "netwerkdag" / "inspectiebezoek.md").read_text(encoding="utf-8")
BLADZIJDEN = {"standaarden": STANDAARDEN, "inspectiebezoek": BEZOEK}
SLEUTEL = re.compile(r"\{cite:p\}`([^`]+)`")
#: De vijf bronnen van het boek zelf; die hebben hun eigen bladzijde.
EIGEN = {"onderzoek2025", "presentatie2025", "waaier2013", "webpagina", "blog"}


def deel(tekst: str, kop: str) -> str:
    """Geef wat er onder een kop van het tweede of derde niveau staat."""
    gevonden = re.search(rf"^(##+) {re.escape(kop)}$\n(.*?)(?=^##+ |\Z)", tekst, re.M | re.S)
    assert gevonden, kop
    return gevonden[2]


def sleutels(tekst: str) -> set[str]:
    """Geef de bronnen waarnaar een tekst verwijst."""
    rollen = re.sub(r"\{[^{}]*\}", "", ",".join(SLEUTEL.findall(tekst)))
    return {sleutel.strip() for sleutel in rollen.split(",") if sleutel.strip()}


def punten(tekst: str) -> list[str]:
    """Geef de punten van de lijsten in een tekst, elk met zijn vervolgregels."""
    return re.findall(r"^- .+\n(?:  .+\n)*", tekst, re.M)


# ---------------------------------------------------------------------- bron en zekerheid


def test_elke_bron_over_het_toezicht_staat_in_de_tabel_met_hoe_zeker_zij_is() -> None:
    tabel = deel(STANDAARDEN, "Hoe zeker is dit?")
    rijen = [rij for rij in tabel.splitlines() if rij.startswith("| ")][1:]
    for rij in rijen:
        zekerheid = rij.strip("|").split("|")[-1]
        assert re.search(r"\b(?:zeker|waarschijnlijk|niet na te gaan)\b", zekerheid), rij
    koppen = ("Het toezicht in het kort", "Resultaten in het kort")
    gebruikt = sleutels(BEZOEK).union(*(sleutels(deel(STANDAARDEN, kop)) for kop in koppen))
    assert gebruikt - EIGEN - sleutels(tabel) == set()


JAAR = re.compile(r"\b20\d\d\b")


def zeker_zonder_dag(rij: str) -> bool:
    """Zeg of een rij een feit met een jaartal zeker noemt, terwijl haar bron van voor die tijd is.

    Een aankondiging of een bron zonder datum zegt niet dat het ook zo gegaan is.
    """
    onderwerp, bron, zekerheid = (cel.strip() for cel in rij.strip("|").split("|"))
    jaren = [int(jaar) for jaar in JAAR.findall(onderwerp)]
    kaal = SLEUTEL.sub("", bron)
    gedateerd = [int(jaar) for jaar in JAAR.findall(kaal)]
    if not jaren or not zekerheid.startswith("zeker") or "toen" in zekerheid:
        return False
    return "zonder datum" in kaal or max(gedateerd, default=0) < max(jaren)


def test_zeker_heet_alleen_wat_een_bron_van_die_dag_of_later_zegt() -> None:
    rijen = [r for r in deel(STANDAARDEN, "Hoe zeker is dit?").splitlines() if "{cite:" in r]
    assert sum(bool(JAAR.search(rij.strip("|").split("|")[0])) for rij in rijen) >= 4
    assert [rij for rij in rijen if zeker_zonder_dag(rij)] == []


@pytest.mark.parametrize(
    ("rij", "fout"),
    [
        ("| Oordeel sinds augustus 2025 | aankondiging, zonder datum | zeker |", True),
        ("| Oordeel sinds augustus 2025 | Inspectie, 13 december 2023 | zeker |", True),
        ("| Oordeel sinds augustus 2025 | aankondiging, zonder datum | waarschijnlijk |", False),
        ("| Kader in 2027 | artikel van 14 januari 2026 | zeker dat het toen zo stond |", False),
        ("| Opdrachten sinds 2023 | Inspectie, 13 december 2023 | zeker |", False),
    ],
)
def test_een_aankondiging_maakt_niets_zeker(rij: str, fout: bool) -> None:
    assert zeker_zonder_dag(rij) is fout


@pytest.mark.parametrize("naam", BLADZIJDEN)
def test_elke_bron_over_het_toezicht_zegt_wanneer_zij_is_nagekeken(naam: str) -> None:
    bronnen = parse_file(str(BOEK / "bronnen.bib"), bib_format="bibtex").entries
    for sleutel in sleutels(BLADZIJDEN[naam]) - EIGEN - {"standaardnamen"}:
        vindplaats = bronnen[sleutel].fields["access"]
        assert re.search(
            r"nagekeken in november 2026|zelf niet bij de hand|lazen de tekst niet|het begin lazen",
            vindplaats,
        ), sleutel


# -------------------------------------------------------- niet sterker dan de bron het zegt


#: De brieven van de Inspectie, en dat zij niet meer komen.
BRIEVEN = re.compile(r"attendering|waarschuwing|\bbrie(?:f|ven)\b", re.I)
GESTOPT = re.compile(
    r"\b(?:verstuurt|stuurt|krijgt|komt|komen|kwam)\b[^.]*\b(?:geen|niet meer)\b|"
    r"\b(?:geen|niet meer)\b[^.]*\b(?:verstuurd|gestuurd)\b|"
    r"\b(?:gestopt|stopte|stopten|verdwenen)\b"
)
GAAT_DOOR = re.compile(
    r"\b(?:blijft|blijven|analyse|alsnog)\b|\b(?:zij|Inspectie) volgt\b|#toezicht-in-het-kort"
)


def blokken(pad: Path) -> list[str]:
    """Geef elk punt van een lijst en elke alinea van een bladzijde."""
    tekst = proza.lees(pad)
    if pad.suffix == ".ipynb":
        cellen = json.loads(tekst)["cells"]
        tekst = "\n\n".join("".join(cel["source"]) for cel in cellen)
    return re.split(r"\n\s*\n|\n(?=\s*(?:[-*] |\d+\. |\*\*))", tekst)


@pytest.mark.parametrize("pad", proza.bladzijden(), ids=lambda pad: pad.stem)
def test_wie_het_einde_van_de_brieven_noemt_noemt_ook_wat_doorgaat(pad: Path) -> None:
    for blok in blokken(pad):
        if BRIEVEN.search(blok) and "Inspectie" in blok and GESTOPT.search(blok):
            assert GAAT_DOOR.search(blok), f"{pad.name}: {blok}"


@pytest.mark.parametrize(
    "zin",
    [
        "De Inspectie stuurt sinds 2021 geen attenderingen en waarschuwingen meer.",
        "De Inspectie stopte in 2021 met de attendering; u volgt die signalen nu zelf.",
        "Een brief van de Inspectie komt er niet meer: het alarm staat bij u.",
    ],
)
def test_het_halve_verhaal_wordt_gevonden(zin: str) -> None:
    assert BRIEVEN.search(zin)
    assert GESTOPT.search(zin)
    assert not GAAT_DOOR.search(zin)


@pytest.mark.parametrize("pad", proza.bladzijden(), ids=lambda pad: pad.stem)
def test_geen_bladzijde_maakt_het_toezicht_stelliger_dan_de_bron(pad: Path) -> None:
    te_sterk = re.compile(
        r"\balarm staat (?:dus )?bij u|\baltijd per afdeling|\bOP5 bestaat niet|"
        r"\bkreeg een andere opdrachtgever|"
        r"ManagementVenster\W+ staat nu bij Scholen op"
    )
    assert [blok for blok in blokken(pad) if te_sterk.search(blok)] == []


def test_een_termijn_voor_herstel_wordt_nergens_geraden() -> None:
    tekst = deel(BEZOEK, "Na een herstelopdracht")
    assert "staat in uw rapport" in tekst
    zinnen = re.split(r"(?<=[.!?])\s", tekst)
    termijn = re.compile(r"\b(?:\d+|een|drie|zes|negen|twaalf) (?:weken|maanden?|jaar)\b")
    assert [zin for zin in zinnen if termijn.search(zin)] == []


def test_bka_gaat_over_het_bestuur_en_niet_over_een_afdeling() -> None:
    (punt,) = [p for p in punten(STANDAARDEN) if "elke {term}`afdeling` apart" in p]
    assert "BKA1 tot en met BKA3 gaan over het bestuur" in punt
    assert not re.search(r"altijd per afdeling", STANDAARDEN + BEZOEK)


def test_maar_twee_indicatoren_heten_een_cijfer_van_de_afdeling() -> None:
    indicatoren = punten(deel(STANDAARDEN, "Resultaten in het kort"))
    assert len(indicatoren) == 4
    per_afdeling = [p for p in indicatoren if "per afdeling" in p]
    assert [re.search(r"`(\w+) <", p)[1] for p in per_afdeling] == [  # type: ignore[index]
        "Bovenbouwsucces",
        "Examencijfers",
    ]


def test_de_regels_voor_een_oordeel_hebben_een_vindplaats() -> None:
    (punt,) = [p for p in punten(STANDAARDEN) if "regels voor een oordeel" in p]
    assert "hoofdstuk 6" in punt
    assert "onderzoekskader" in sleutels(punt)


# ------------------------------------------------------------------------- de tien stappen


def stappen(kop: str) -> list[int]:
    """Geef de nummers van de stappen onder een kop."""
    return [int(nummer) for nummer in re.findall(r"^\*\*(\d+)\. ", deel(BEZOEK, kop), re.M)]


def test_elke_stap_van_de_dia_staat_er_een_keer_op_haar_eigen_tijd() -> None:
    verdeling = {
        "Vóór het bezoek": [1, 2, 3, 5, 6],
        "Tijdens het bezoek": [7, 8],
        "Na het bezoek": [9],
        "De hele tijd": [4, 10],
    }
    assert {kop: stappen(kop) for kop in verdeling} == verdeling


def test_stap_4_hoort_ook_op_de_dia_en_in_de_planning_bij_elk_contact() -> None:
    dia = re.search(r"^```\{dia\} Vóór het bezoek\n(.*?)^```", BEZOEK, re.M | re.S)
    assert dia
    assert re.findall(r"^- \*\*(\d+)\.\*\*", dia[1], re.M) == ["1", "2", "3", "5", "6"]
    planning = deel(BEZOEK, "Terug in de tijd plannen")
    met_stap_4 = [p for p in punten(planning) if re.search(r"stap (?:[\d,]+ en )?4\b", p)]
    assert len(met_stap_4) == 2
    assert all("contact" in punt for punt in met_stap_4)
