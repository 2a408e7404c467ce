"""Zoeken in gewone woorden: de bedoelde pagina staat bij de eerste drie."""

from __future__ import annotations

import gzip
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zoek import proef
from zoek.maken import ask
from zoek.woorden import WoordenError, read_words

LIJST = proef.WORTEL / "book" / "zoekwoorden.toml"
#: Zoveel van de vragen is raak; van de vragen die echt zijn getypt allemaal.
PRECISIE = 0.95
#: Zoveel kB mag er hoogstens zijn opgehaald voordat iemand een letter typt.
VOOR_DE_EERSTE_LETTER = 60


@pytest.fixture(scope="module")
def uitslagen(site: Path) -> list[proef.Uitslag]:
    return proef.measure(site, proef.VRAGEN)


def test_bedoelde_pagina_staat_bij_de_eerste_drie(uitslagen: list[proef.Uitslag]) -> None:
    assert len(uitslagen) >= 60
    echt = [uitslag for uitslag in uitslagen if uitslag.echt]
    assert len(echt) >= 20
    assert proef.precision(uitslagen) >= PRECISIE, proef.report(uitslagen)
    assert proef.precision(echt) == 1, proef.report(echt)


def vraag(site: Path, *vragen: str) -> list[dict[str, object]]:
    machine, index = (proef._built(site, naam) for naam in (proef.MACHINE, proef.INDEX))
    return ask(machine, index, vragen)


def test_een_tikfout_krijgt_een_voorstel_en_een_goed_woord_niet(site: Path) -> None:
    mis, omgewisseld, goed, onzin = vraag(
        site, "kwaliteitzorg", "kwalitietszorg", "kwaliteitszorg", "xyzzyplugh"
    )
    assert mis["bedoelde"] == omgewisseld["bedoelde"] == "kwaliteitszorg"
    assert goed["bedoelde"] == ""
    assert onzin == {"paginas": [], "bedoelde": ""}


@pytest.mark.parametrize(
    ("enkel", "meer"), [("leerling", "leerlingen"), ("gesprek", "gesprekken"), ("doel", "doelen")]
)
def test_enkelvoud_en_meervoud_vinden_hetzelfde(site: Path, enkel: str, meer: str) -> None:
    een, ander = vraag(site, enkel, meer)
    assert een["paginas"]
    assert een["paginas"] == ander["paginas"]


def test_niet_elk_woord_hoeft_te_staan_maar_meer_woorden_gaan_voor(site: Path) -> None:
    (antwoord,) = vraag(site, "inspectie komt volgende dinsdag langs")
    paden = [pagina["pad"] for pagina in antwoord["paginas"][:3]]  # type: ignore[index]
    assert "situaties/inspectie-komt.html" in paden


def test_een_begrip_heet_naar_de_pagina_en_het_begrip(site: Path) -> None:
    (antwoord,) = vraag(site, "bovenbouwsucces")
    begrip = next(p for p in antwoord["paginas"] if p["pad"] == "naslag/begrippen.html")  # type: ignore[attr-defined]
    assert begrip["titel"] == "Begrippen"
    assert begrip["kop"] == "bovenbouwsucces"
    assert begrip["anker"] == "term-bovenbouwsucces"


def test_elke_plaats_in_de_uitslag_bestaat(site: Path, boekpaginas: list[str]) -> None:
    from bs4 import BeautifulSoup

    woorden = ["leerlingen", "docent", "bestuur", "plan", "les", "onderzoek", "dia's"]
    plekken = {
        (pagina["pad"], stuk["anker"])
        for antwoord in vraag(site, *woorden)
        for pagina in antwoord["paginas"]  # type: ignore[attr-defined]
        for stuk in [pagina, *pagina["meer"]]
        if stuk["anker"]
    }
    assert len(plekken) > 50
    ids = {
        pad: {
            str(el["id"])
            for el in BeautifulSoup((site / pad).read_text("utf-8"), "html.parser").select("[id]")
        }
        for pad in {pad for pad, _ in plekken}
    }
    assert [plek for plek in plekken if plek[1] not in ids[plek[0]]] == []


def test_voor_de_eerste_letter_is_zoeken_licht(site: Path) -> None:
    machine = proef._built(site, proef.MACHINE).read_bytes()
    venster = proef._built(site, "zoekvenster.js").read_bytes()
    kb = len(gzip.compress(machine + venster, 6)) / 1000
    assert kb <= VOOR_DE_EERSTE_LETTER, f"{kb:.1f} kB"


def test_sphinx_maakt_geen_eigen_index_meer(site: Path) -> None:
    assert not list(site.glob("searchindex*"))
    assert not list((site / "_static").glob("searchtools*"))


# --- De lijst met woorden ------------------------------------------------------------------------


def test_elke_gewone_frase_staat_er_een_keer() -> None:
    rijen = tomllib.loads(LIJST.read_text("utf-8"))["gelijk"]
    frasen = [frase.lower() for rij in rijen for frase in rij["zegt"]]
    assert sorted(frasen) == sorted(set(frasen))


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("x = [", "geen geldige TOML"),
        ("vreemd = 1", "Bovenaan staat vreemd"),
        ("[[gelijk]]\nzegt = ['mentor']", "boek ontbreekt"),
        ("[[gelijk]]\nzegt = 'mentor'\nboek = ['begeleiding']", "lijst met ten minste één woord"),
        ("[[pagina]]\npad = 'a'\nkleur = 'rood'", "kleur hoort er niet"),
    ],
)
def test_een_fout_in_de_lijst_noemt_de_plaats(tekst: str, zegt: str) -> None:
    with pytest.raises(WoordenError, match=zegt):
        read_words(tekst)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6, unique=True))
def test_de_eerste_soort_die_past_geldt(namen: list[str]) -> None:
    tekst = "".join(f'[[soort]]\nbegin = "{naam}"\nnaam = "soort {naam}"\n' for naam in namen)
    lijst = read_words(f'{tekst}[[soort]]\nbegin = ""\nnaam = "rest"\n')
    assert [lijst.kind_of(f"{naam}/x").naam for naam in namen] == [f"soort {n}" for n in namen]
    assert lijst.kind_of("z/x").naam == "rest"
