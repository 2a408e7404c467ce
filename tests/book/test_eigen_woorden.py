"""Het boek is in eigen woorden geschreven, in zinnen die u in één keer leest.

Acht woorden op rij die ook in een bron staan, zijn geen toeval meer. Cijfers, labels uit de
gegevens en titels mogen wel overeenkomen: een reeks telt pas als meer dan de helft van de woorden
niet bij een label, titel, getal of maand hoort.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_file

HIER = Path(__file__).parent

import proza  # noqa: E402 - eerst het pad naar de hulpmodules
import vingerafdrukken as va  # noqa: E402 - idem

DATA = HIER.parents[1] / "data"
MEESTE_WOORDEN = 30
EIGEN_WOORDEN = 5
MAANDEN = {
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
}

# Kolommen waarin woorden van de bron staan omdat ze een label zijn; de rest is eigen tekst.
LABELS = {
    "uitdagingen.csv": {"uitdaging"},
    "interventies.csv": {"interventie"},
    "interventies_bij_obstakels.csv": {"interventie", "obstakel"},
    "elementen.csv": {"element"},
    "bestuursgrootte.csv": {"bestuursgrootte"},
    "standaarden.csv": {"naam", "gebied", "kader"},
}
# In de lijst met correcties staat letterlijk wat gedrukt is, naast wat het moest zijn.
GEDRUKT = {"correcties.csv": {"gedrukt", "verbeterd"}}


def rijen(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


@cache
def bekende_namen() -> tuple[tuple[str, ...], ...]:
    """Labels en titels als rijen woorden, de langste eerst."""
    namen = {
        rij[kolom]
        for pad in DATA.rglob("*.csv")
        for rij in rijen(pad)
        for kolom in LABELS.get(pad.name, set())
    }
    for entry in parse_file(str(proza.BOEK / "bronnen.bib"), bib_format="bibtex").entries.values():
        namen |= {entry.fields.get(veld, "") for veld in ("title", "subtitle", "type", "publisher")}
    titels = (HIER / "titels.txt").read_text(encoding="utf-8").splitlines()
    namen |= {regel for regel in titels if not regel.startswith("#")}
    reeksen = {tuple(va.woorden(naam)) for naam in namen}
    return tuple(sorted((r for r in reeksen if len(r) > 1), key=len, reverse=True))


def eigen(rij: list[str]) -> list[bool]:
    """Zeg per woord of het van de schrijver zelf is: geen getal, maand, label of titel."""
    zelf = [not woord.isdigit() and woord not in MAANDEN for woord in rij]
    for naam in bekende_namen():
        for begin in [i for i, woord in enumerate(rij) if woord == naam[0]]:
            if tuple(rij[begin : begin + len(naam)]) == naam:
                zelf[begin : begin + len(naam)] = [False] * len(naam)
    return zelf


def overgenomen(tekst: str, bron: frozenset[bytes]) -> list[str]:
    """Geef de reeksen van acht of meer woorden die ook in een bron staan."""
    rij = va.woorden(tekst)
    zelf = eigen(rij)
    gevonden: list[tuple[int, int]] = []
    for begin in range(len(rij) - va.LENGTE + 1):
        eind = begin + va.LENGTE
        if sum(zelf[begin:eind]) >= EIGEN_WOORDEN and va.vingerafdruk(rij[begin:eind]) in bron:
            if gevonden and begin < gevonden[-1][1]:
                gevonden[-1] = (gevonden[-1][0], eind)
            else:
                gevonden.append((begin, eind))
    return [" ".join(rij[begin:eind]) for begin, eind in gevonden]


def toml_teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        # In een verwijzing staat de naam van een bron of haar hoofdstuk, en die hoort zo.
        yield proza.VERWIJZING.sub(" ", waarde)
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            yield from toml_teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from toml_teksten(deel)


@pytest.fixture(scope="session")
def bron() -> frozenset[bytes]:
    return va.lees()


def namen(paden: list[Path], wortel: Path) -> list[str]:
    return [pad.relative_to(wortel).as_posix() for pad in paden]


BLADZIJDEN = proza.bladzijden()
WORTEL = HIER.parents[1]
TOMLS = [
    *sorted(DATA.rglob("*.toml")),
    *(
        pad
        for map_ in ("stappen", "situaties")
        for pad in sorted((proza.BOEK / map_).glob("*.toml"))
    ),
]
TABELLEN = sorted(pad for pad in DATA.rglob("*.csv") if "ruw" not in pad.parts)


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=namen(BLADZIJDEN, proza.BOEK))
def test_bladzijde_in_eigen_woorden(pad: Path, bron: frozenset[bytes]) -> None:
    tekst = " ".join(regel for _, regel in proza.regels(pad))
    assert overgenomen(tekst, bron) == []


@pytest.mark.parametrize("pad", TOMLS, ids=namen(TOMLS, WORTEL))
def test_teksten_van_een_hulpmiddel_in_eigen_woorden(pad: Path, bron: frozenset[bytes]) -> None:
    # Zonder opmaak: het adres achter een link is geen zin.
    teksten = map(proza.kaal, toml_teksten(tomllib.loads(pad.read_text(encoding="utf-8"))))
    assert [reeks for tekst in teksten for reeks in overgenomen(tekst, bron)] == []


@pytest.mark.parametrize("pad", TABELLEN, ids=namen(TABELLEN, DATA))
def test_eigen_kolommen_van_een_tabel_in_eigen_woorden(pad: Path, bron: frozenset[bytes]) -> None:
    anders = LABELS.get(pad.name, set()) | GEDRUKT.get(pad.name, set())
    cellen = [rij[kolom] for rij in rijen(pad) for kolom in rij if kolom not in anders]
    assert [reeks for cel in cellen for reeks in overgenomen(cel, bron)] == []


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=namen(BLADZIJDEN, proza.BOEK))
def test_zin_is_in_een_keer_te_lezen(pad: Path) -> None:
    te_lang = [
        f"regel {zin.regel}, {zin.woorden} woorden: {zin.tekst}"
        for zin in proza.zinnen(pad)
        if zin.woorden > MEESTE_WOORDEN
    ]
    assert not te_lang, "\n".join(te_lang)


# --- De toets zelf -------------------------------------------------------------------------


def test_vingerafdrukken_zijn_er_en_kloppen(bron: frozenset[bytes]) -> None:
    inhoud = va.BESTAND.read_bytes()
    assert len(inhoud) == len(bron) * va.BYTES
    assert inhoud == b"".join(sorted(bron))
    assert len(bron) > 10_000


def test_elk_lang_label_uit_de_gegevens_staat_in_een_bron(bron: frozenset[bytes]) -> None:
    lang = [
        va.woorden(rij["uitdaging"])
        for rij in rijen(DATA / "bevindingen" / "uitdagingen.csv")
        if len(va.woorden(rij["uitdaging"])) >= va.LENGTE
    ]
    herkend = sum(va.vingerafdruk(label[: va.LENGTE]) in bron for label in lang)
    # Een label dat in de bron was gebroken, herkent de toets niet: dat mag er één zijn.
    assert len(lang) > 10
    assert herkend >= len(lang) - 1


WOORDEN = st.text("abcdeéklmnorst", min_size=1, max_size=8)


@given(
    st.lists(WOORDEN, min_size=va.LENGTE, max_size=20),
    st.lists(WOORDEN, max_size=5),
    st.lists(WOORDEN, max_size=5),
)
def test_een_overgeschreven_reeks_wordt_altijd_gevonden(
    reeks: list[str], voor: list[str], na: list[str]
) -> None:
    if not all(eigen(va.woorden(" ".join([*voor, *reeks, *na])))):
        return  # toevallig een label: die mogen overeenkomen
    bron = frozenset(va.vingerafdrukken(" ".join(reeks)))
    versierd = [*voor, *(woord.capitalize() + "," for woord in reeks), *na]
    gevonden = overgenomen(" ".join(versierd), bron)
    assert any(" ".join(va.woorden(" ".join(reeks))) in stuk for stuk in gevonden)


def test_label_midden_in_een_eigen_zin_mag(bron: frozenset[bytes]) -> None:
    label = "Stelsel van kwaliteitszorg gericht op het realiseren, borgen en verbeteren"
    assert va.vingerafdruk(va.woorden(label)[: va.LENGTE]) in bron
    heel = f"Bijna elke afdeling noemt: {label} van de onderwijskwaliteit."
    assert overgenomen(heel, bron) == []


def test_proza_laat_opmaak_en_code_weg() -> None:
    tekst = (
        '---\nmyst:\n  html_meta:\n    description: "Over dit."\n---\n# Kop\n\n(anker)=\n'
        "- Een {term}`lesbezoek <lesbezoek>` op [stap 1](x.md) {cite:p}`waaier2013{stap 1}`.\n"
        "```{code-cell} ipython3\n:tags: [x]\nprint(1)\n```\n"
        ":::{admonition} Titel\n:class: tip\nBinnen *het* kader.\n:::\n"
        "| a | b |\n|---|---|\n| c | d |\n"
    )
    assert [regel for _, regel in proza.proza(tekst)] == [
        "Over dit.",
        "Kop",
        "Een lesbezoek op stap 1.",
        "Titel",
        "Binnen het kader.",
        "a",
        "b",
        "c",
        "d",
    ]


def test_zinnen_splitsen_niet_op_een_paragraafnummer() -> None:
    delen = proza.ZINSEINDE.split("Zie par. 4.2 en p. 3 daar. Dan verder? Ja.")
    assert [re.sub(r"\s+", " ", deel) for deel in delen][-1] == "Ja."
    assert proza.Zin("x", 1, "Van 6,4 naar 7,2: dat is op-en-top 'winst'.").woorden == 8
