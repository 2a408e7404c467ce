"""De bronverwijzingen: korte naam als link, en een bronnenlijst in het Nederlands."""

from __future__ import annotations

import io
import re
from pathlib import Path

import proza
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry, parse_file, parse_string
from pybtex.plugin import find_plugin
from pybtex.richtext import Text
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

BOEK = Path(__file__).parents[2] / "book"

from bronnen.opmaak import NederlandseStijl, houd_bijeen, korte_naam, som_op, sorteer  # noqa: E402 - eerst het pad naar de extensie

VERPLICHT = {
    "onderzoek2025": "onderzoek",
    "presentatie2025": "presentatie",
    "waaier2013": "waaier",
    "webpagina": "webpagina",
    "blog": "blog",
    "onderzoekskader": "onderzoekskader",
    "onderwijsresultatenmodel": "onderwijsresultatenmodel",
}
ENGELS = re.compile(
    r"\b(and|pages|pp|In:|edited by|editor|editors|URL|Accessed|visited|retrieved|vol|et al)\b"
)


@pytest.fixture(scope="module")
def bronnen() -> BibliographyData:
    return parse_file(str(BOEK / "bronnen.bib"), bib_format="bibtex")


def als_tekst(entry: Entry) -> str:
    return (
        NederlandseStijl()
        .format_entry("x", entry)
        .text.render(find_plugin("pybtex.backends", "plaintext")())
    )


def test_korte_namen_zoals_de_paginas_ze_noemen(bronnen: BibliographyData) -> None:
    for sleutel, naam in VERPLICHT.items():
        assert korte_naam(bronnen.entries[sleutel]) == naam


def test_korte_namen_zijn_uniek(bronnen: BibliographyData) -> None:
    namen = [korte_naam(entry).casefold() for entry in bronnen.entries.values()]
    assert len(namen) == len(set(namen))


def test_bron_zonder_korte_naam_zegt_wat_er_ontbreekt() -> None:
    bron = parse_string("@online{kaal, title = {Kaal}}", "bibtex").entries["kaal"]
    with pytest.raises(ValueError, match=r"'kaal'.*shorthand"):
        korte_naam(bron)


def test_volledige_gegevens_van_het_onderzoek(bronnen: BibliographyData) -> None:
    assert als_tekst(bronnen.entries["onderzoek2025"]) == (
        "Mark Ackermans, Laurine Michel, Anouk Hendriks en Lotte Rakers. "
        "Zicht en grip op risicoafdelingen. Rapportage onderzoek Leren verbeteren. "
        "Leren verbeteren, januari 2025."
    )


def test_artikel_met_deel_nummer_en_bladzijden(bronnen: BibliographyData) -> None:
    assert als_tekst(bronnen.entries["vandereijk2001"]).endswith(
        "Quality & Quantity 35(3), p.\N{NO-BREAK SPACE}325–341, 2001."
    )


def test_geen_engels_in_de_bronnenlijst(bronnen: BibliographyData) -> None:
    for entry in bronnen.entries.values():
        eigen = als_tekst(entry)
        for veld in ("title", "journal"):  # titels van artikelen blijven in hun eigen taal
            eigen = eigen.replace(str(Text.from_latex(entry.fields.get(veld, ""))) or "\0", "")
        assert not ENGELS.search(eigen), (entry.key, eigen)


def test_anderstalige_titels_dragen_hun_taal(bronnen: BibliographyData) -> None:
    for entry in bronnen.entries.values():
        anderstalig = re.search(r"\b(the|of|sur|in ordered)\b", entry.fields["title"], re.I)
        assert bool(anderstalig) <= ("language" in entry.fields), entry.key


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1, max_size=6))
def test_opsomming_verliest_geen_naam_en_sluit_af_met_en(namen: list[str]) -> None:
    som = str(som_op([Text(naam) for naam in namen]))
    assert som == (", ".join(namen[:-1]) + " en " + namen[-1] if len(namen) > 1 else namen[0])


def test_getal_breekt_niet_los_van_zijn_woord() -> None:
    assert houd_bijeen("par. 4.2 en tabel 4.2") == (
        "par.\N{NO-BREAK SPACE}4.2 en tabel\N{NO-BREAK SPACE}4.2"
    )


def test_volgorde_let_niet_op_hoofdletters() -> None:
    bronnen = parse_string(
        "@online{c, shorthand={Caleido}} @online{b, shorthand={blog}} @online{a, shorthand={AVG}}",
        "bibtex",
    )
    assert [entry.key for entry in sorteer(bronnen.entries.values())] == ["a", "b", "c"]


@pytest.fixture(scope="module")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Bouw één pagina met verwijzingen en de lijst, zonder waarschuwingen."""
    map_ = tmp_path_factory.mktemp("bronnen")
    (map_ / "conf.py").write_text(
        "extensions = ['myst_parser', 'bronnen']\nlanguage = 'nl'\nhtml_theme = 'basic'\n"
        f"bibtex_bibfiles = [{str(BOEK / 'bronnen.bib')!r}]\n",
        encoding="utf-8",
    )
    (map_ / "index.md").write_text(
        "# Proef\n\n"
        "Eén {cite:p}`onderzoek2025{par. 4.2}`.\n"
        "Twee {cite:p}`{}waaier2013{stap 5, tips},{zie}webpagina`.\n\n"
        "```{bibliography}\n:all:\n```\n",
        encoding="utf-8",
    )
    gemeld = io.StringIO()
    with docutils_namespace():
        app = Sphinx(
            map_,
            map_,
            map_ / "uit",
            map_ / "uit" / "doctrees",
            "html",
            status=None,
            warning=gemeld,
            freshenv=True,
            confoverrides={"nitpicky": True},
        )
        app.build()
    assert gemeld.getvalue() == ""
    return (map_ / "uit" / "index.html").read_text(encoding="utf-8")


def test_hele_verwijzing_is_de_link(pagina: str) -> None:
    assert (
        '(<a class="reference internal" href="#bron-onderzoek2025">onderzoek, par. 4.2</a>)'
    ) in pagina.replace("\N{NO-BREAK SPACE}", " ")


def test_lege_tekst_vooraf_en_meer_bronnen(pagina: str) -> None:
    zonder_links = re.sub(r"<[^>]+>", "", pagina).replace("\N{NO-BREAK SPACE}", " ")
    assert "Twee (waaier, stap 5, tips; zie webpagina)." in zonder_links


def test_geen_tooltip_die_de_naam_verdubbelt(pagina: str) -> None:
    assert not re.search(r'<a class="reference internal" href="#bron-[^>]*title=', pagina)


def test_lijst_is_een_begriplijst_met_een_anker_per_bron(
    pagina: str, bronnen: BibliographyData
) -> None:
    assert "doc-biblioentry" not in pagina
    ankers = re.findall(r'<dt id="bron-([^"]+)">', pagina)
    assert sorted(ankers) == sorted(bronnen.entries)
    assert '<span lang="en">' in pagina


def test_elke_verwijzing_in_het_boek_bestaat(bronnen: BibliographyData) -> None:
    verwijzing = re.compile(r"\{cite:p\}`([^`]+)`")
    paden = [pad for pad in proza.bladzijden() if "{cite" in proza.lees(pad)]
    assert {pad.suffix for pad in paden} == {".md", ".ipynb"}
    for pad in paden:
        for rol in verwijzing.findall(proza.lees(pad)):
            sleutels = re.sub(r"\{[^{}]*\}", "", rol).split(",")
            onbekend = {sleutel.strip() for sleutel in sleutels} - set(bronnen.entries)
            assert not onbekend, f"{pad.name}: {rol}"
