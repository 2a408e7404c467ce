"""Het verhaal en de vaste teksten noemen geen eigen getal, en zeggen dat het een voorbeeld is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Template

import pytest
from hypothesis import given
from hypothesis import strategies as st
from voorbeeld.cijfers import facts, fill
from voorbeeld.lezen import BESTANDEN, GEGEVENS, read_story, school
from voorbeeld.vak import story
from voorbeeld.vorm import VormError, read_toml

VERHAAL = read_toml(GEGEVENS / BESTANDEN[1])
PAPIEREN = read_toml(GEGEVENS / BESTANDEN[2])
FEITEN = facts(school())

#: Een naam van een klas, stap, rapport of standaard is geen feit dat kan veranderen.
GEEN_FEIT = re.compile(
    r"havo [345]\b|\bstap \d\b|\brapport [12]\b|\bO[PR]\d\b|\bpar\. \d\.\d|\bCC BY 4\.0"
    r"|\bvoorbeeld-\d-",
    re.IGNORECASE,
)
#: Woorden die tellen, en toch geen telling van de school zijn.
GEEN_TELLING = re.compile(
    r"twee of meer onvoldoendes|drie jaar|eerste drie stellingen|beide afdelingen|twee keer"
    r"|drie lessen in havo|drie doelen, met|vier mensen|tussen twee rapporten|twee jaar samen"
    r"|vier tot zes weken|[Bb]innen twee weken|elke drie weken|eerste twee",
)
TELWOORD = re.compile(
    r"\b(twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig)\b", re.IGNORECASE
)


def teksten(waarde: object, plek: str) -> Iterator[tuple[str, str]]:
    if isinstance(waarde, str):
        yield plek, waarde
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            if naam not in {"bron", "plaats", "code"}:
                yield from teksten(deel, f"{plek}.{naam}")
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from teksten(deel, plek)


RUW = [*teksten(VERHAAL, "verhaal"), *teksten(PAPIEREN, "papieren")]


def test_er_zijn_teksten_om_te_toetsen() -> None:
    assert len(RUW) > 150


def zonder_feiten(tekst: str) -> str:
    return re.sub(r"\$\w+", "", tekst)


def test_een_getal_komt_uit_de_feiten() -> None:
    los = [t for _, t in RUW if re.search(r"\d", GEEN_FEIT.sub("", zonder_feiten(t)))]
    assert not los, "zet deze getallen in school.toml"


def test_een_telwoord_komt_uit_de_feiten() -> None:
    # Wie wat vraagt (.wat) gaat over de bronnen, niet over de school.
    eigen = [t for plek, t in RUW if not plek.endswith(".wat")]
    los = [t for t in eigen if TELWOORD.search(GEEN_TELLING.sub("", zonder_feiten(t)))]
    assert not los, "gebruik hier $naam_w"


@pytest.mark.parametrize(
    "tekst",
    ["Er zijn 8 activiteiten.", "In havo 4 zaten 32 leerlingen.", "Wij hebben acht doelen."],
)
def test_een_los_getal_wordt_gevonden(tekst: str) -> None:
    cijfer = re.search(r"\d", GEEN_FEIT.sub("", zonder_feiten(tekst)))
    assert cijfer or TELWOORD.search(GEEN_TELLING.sub("", tekst))


def test_elke_naam_is_een_feit() -> None:
    namen = {naam for _, tekst in RUW for naam in Template(tekst).get_identifiers()}
    assert namen - {"titel", "bronnen", "eigen"} <= set(FEITEN)


@given(st.from_regex(r"[a-z]{3,8}_zonder", fullmatch=True))
def test_een_onbekende_naam_wordt_gezegd(naam: str) -> None:
    with pytest.raises(VormError, match=naam):
        fill(f"Dit is ${naam} dus.", FEITEN)


def test_een_feit_als_woord_is_hetzelfde_getal() -> None:
    assert (FEITEN["activiteiten"], FEITEN["activiteiten_w"]) == ("8", "acht")
    assert FEITEN["Activiteiten_w"] == "Acht"
    assert FEITEN["niet"] == "0", "het verhaal zegt dat er niets bleef liggen"
    assert int(FEITEN["h4_lln_1"]) > int(FEITEN["h4_vertraagd_1"])


# --- De vakken ------------------------------------------------------------------------------


def woorden(tekst: str) -> int:
    return len(re.sub(r"\]\([^)]*\)|[*\[\]]", "", tekst).split())


@pytest.mark.parametrize("nummer", range(1, 7))
def test_een_vak_is_kort_en_zegt_eerst_dat_het_verzonnen_is(nummer: int) -> None:
    tekst = story(nummer, "../instrumenten")
    assert tekst.startswith("**Voorbeeld, verzonnen.**")
    assert 150 <= woorden(tekst) <= 250
    assert "$" not in tekst
    assert "instrument:" not in tekst
    koppen = [f"**{deel.kop}**" for deel in read_story().deel]
    assert [tekst.count(kop) for kop in koppen] == [1] * 5
    assert [tekst.index(kop) for kop in koppen] == sorted(tekst.index(kop) for kop in koppen)


def test_een_stap_die_er_niet_is_wordt_gezegd() -> None:
    with pytest.raises(VormError, match=r"bij stap 7 hoort geen verhaal.*1, 2, 3, 4, 5 en 6"):
        story(7, "x")


def test_mensen_hebben_alleen_een_rol() -> None:
    """Een naam van een mens begint met een hoofdletter; een rol nooit."""
    rollen = school().rollen
    assert all(naam[0].islower() or naam == "MR" for naam in rollen.values())
    heel = " ".join(story(n, "x") for n in range(1, 7))
    midden = re.findall(r"(?<=[a-z,;] )[A-Z][a-zé]+", re.sub(r"[‘’]", "", heel))
    assert set(midden) <= {"Inspectie", "Word"}
