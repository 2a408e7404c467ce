"""De huisstijl zelf: contrast van de kleuren, één stijlblad, teksten en adressen die kloppen."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from babel.messages.pofile import read_po
from huisstijl import adressen, beschrijving, gewicht, opmaak
from hypothesis import given
from hypothesis import strategies as st
from sphinx.errors import ConfigError

BOEK = Path(__file__).resolve().parents[2] / "book"
LICHT, DONKER = ":root", 'html[data-theme="dark"]'
#: Tekst op een vlak haalt 4,5 : 1; randen, focusring en pictogrammen 3 : 1 (WCAG 1.4.3 en 1.4.11).
TEKST = ("tekst", "tekst-2", "accent", "fout", "goed", "letop")
TEKENS = ("rand", "focus")
VLAKKEN = ("vlak", "vlak-2")


def tokens(kiezer: str) -> dict[str, str]:
    """Geef de kleuren die onder een kiezer in kleuren.css staan."""
    css = (opmaak.STIJLMAP / "kleuren.css").read_text("utf-8")
    blok = re.search(rf"^{re.escape(kiezer)} \{{(.*?)^\}}", css, re.DOTALL | re.MULTILINE)
    assert blok
    return dict(re.findall(r"--lv-([\w-]+): (#[0-9a-f]{6})", blok[1]))


def luminance(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    hoog, laag = sorted((luminance(een), luminance(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("kiezer", [LICHT, DONKER])
@pytest.mark.parametrize("vlak", VLAKKEN)
def test_colours_have_contrast(kiezer: str, vlak: str) -> None:
    kleur = tokens(kiezer)
    for naam in TEKST:
        assert contrast(kleur[naam], kleur[vlak]) >= 4.5, naam
    for naam in TEKENS:
        assert contrast(kleur[naam], kleur[vlak]) >= 3, naam
    assert contrast(kleur["op-accent"], kleur["accent"]) >= 4.5


def test_without_scripts_dark_is_the_same_dark() -> None:
    """De kleuren staan er twee keer: voor de knop, en voor wie geen JavaScript heeft."""
    css = (opmaak.STIJLMAP / "kleuren.css").read_text("utf-8")
    zonder_script = css.split("html:not([data-theme]) {")[1].split("}")[0]
    met_knop = css.split('html[data-theme="dark"] {')[1].split("}")[0]
    assert zonder_script.split() == met_knop.split()


def test_stylesheet_holds_every_part_once() -> None:
    assert {pad.stem for pad in opmaak.STIJLMAP.glob("*.css")} == set(opmaak.DELEN)
    stijlblad = opmaak.build_stylesheet()
    assert "/*" not in stijlblad
    assert stijlblad.count("{") == stijlblad.count("}") > 100
    assert "@media print" in stijlblad
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|@font-face", stijlblad)


def test_own_catalogue_covers_the_theme() -> None:
    """Elke vaste tekst van pydata-sphinx-theme, dat geen Nederlands heeft, is vertaald."""
    import pydata_sphinx_theme

    with (Path(pydata_sphinx_theme.__file__).parent / "locale" / "sphinx.pot").open("rb") as pot:
        nodig = {str(stuk.id) for stuk in read_po(pot) if stuk.id}
    with (BOEK / "_locale" / "nl" / "LC_MESSAGES" / "sphinx.po").open("rb") as po:
        vertaald = {str(stuk.id): str(stuk.string) for stuk in read_po(po) if stuk.id}
    # Tekst over wie het thema maakte, en de regels van de index: die staan op geen pagina.
    nodig = {stuk for stuk in nodig if "theme_version" not in stuk and "sphinx_version" not in stuk}
    assert nodig <= set(vertaald)
    assert all(vertaald.values())


def test_scripts_of_sphinx_are_translated() -> None:
    """Elke tekst die een script van Sphinx op de pagina zet, staat in onze sphinx.js."""
    import sphinx

    vertaald = (BOEK / "_locale" / "nl" / "LC_MESSAGES" / "sphinx.js").read_text("utf-8")
    statisch = Path(sphinx.__file__).parent / "themes" / "basic" / "static"
    teksten = {
        tekst
        for naam in ("sphinx_highlight.js", "doctools.js")
        for tekst in re.findall(
            r"(?:\b_|gettext)\(\s*\"([^\"]+)\"", (statisch / naam).read_text("utf-8")
        )
    }
    assert teksten
    assert not [tekst for tekst in teksten if f'"{tekst}":' not in vertaald]


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_description_survives_escaping(zin: str) -> None:
    element = f'<meta name="description" content="{html.escape(zin)}" />'
    assert beschrijving.find_description(f'<meta charset="utf-8">{element}') == zin.strip()


def test_page_without_description_is_noticed() -> None:
    assert beschrijving.find_description('<meta name="viewport" content="x" />') is None
    assert beschrijving.find_description('<meta name="description" content="" />') is None


@pytest.mark.parametrize("waarde", ["alleen-naam", "https://github.com/a/b", "a/b/c", "a b/c"])
def test_bad_repository_is_refused(waarde: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(adressen.REPOSITORY, waarde)
    with pytest.raises(ConfigError, match=r"BOEK_REPOSITORY.*eigenaar/naam"):
        adressen.repository()


def test_addresses_are_never_invented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(adressen.REPOSITORY, raising=False)
    monkeypatch.delenv(adressen.ADRES, raising=False)
    assert adressen.repository() is None
    assert adressen.base_url() is None
    context: dict[str, object] = {"page_source_suffix": ".md"}
    adressen.add_edit_link(None, "index", "page.html", context, None)
    assert "hs_bewerkadres" not in context


def test_addresses_are_used_when_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(adressen.REPOSITORY, "school/boek")
    monkeypatch.setenv(adressen.ADRES, "https://example.org/boek")
    context: dict[str, object] = {"page_source_suffix": ".md"}
    adressen.add_edit_link(None, "stappen/index", "page.html", context, None)
    assert context["hs_bewerkadres"] == (
        "https://github.com/school/boek/edit/main/book/stappen/index.md"
    )
    assert adressen.base_url() == "https://example.org/boek/"
    monkeypatch.setenv(adressen.ADRES, "example.org")
    with pytest.raises(ConfigError, match=r"BOEK_ADRES.*https://"):
        adressen.base_url()


@pytest.mark.parametrize("waarde", ["alleen naam", "a@b", "a@b.nl, c@d.nl", "mailto:a@b.nl"])
def test_bad_report_address_is_refused(waarde: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(adressen.MELDADRES, waarde)
    with pytest.raises(ConfigError, match=r"BOEK_MELDADRES.*naam@voorbeeld\.nl"):
        adressen.report_address()


def test_report_link_is_a_mail_about_this_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(adressen.MELDADRES, raising=False)
    monkeypatch.delenv(adressen.ADRES, raising=False)
    context: dict[str, object] = {"title": "Stap 1 &amp; 2: <em>kijken</em>"}
    adressen.add_report_link(None, "stappen/index", "page.html", context, None)
    assert "hs_meldlink" not in context
    assert "hs_deelbeeld" not in context
    monkeypatch.setenv(adressen.MELDADRES, "boek@school.example")
    monkeypatch.setenv(adressen.ADRES, "https://example.org/boek")
    adressen.add_report_link(None, "stappen/index", "page.html", context, None)
    delen = urlsplit(str(context["hs_meldlink"]))
    velden = parse_qs(delen.query)
    assert (delen.scheme, delen.path) == ("mailto", "boek@school.example")
    assert velden["subject"] == ["Over de pagina Stap 1 & 2: kijken"]
    assert "stappen/index" in velden["body"][0]
    assert "Zet geen gegevens van leerlingen" in velden["body"][0]
    assert context["hs_deelbeeld"] == "https://example.org/boek/_static/deelbeeld.png"


def test_image_to_share_has_the_size_that_is_promised() -> None:
    """De eerste bytes van een PNG: breedte en hoogte staan op plaats 16 en 20."""
    beeld = (BOEK / "_static" / "deelbeeld.png").read_bytes()
    maten = [int.from_bytes(beeld[plek : plek + 4]) for plek in (16, 20)]
    sjabloon = (BOEK / "_templates" / "layout.html").read_text("utf-8")
    assert maten == [1200, 630]
    for naam, maat in zip(("width", "height"), maten, strict=True):
        assert f'og:image:{naam}" content="{maat}"' in sjabloon
    assert len(beeld) < 100_000


@pytest.mark.parametrize(
    ("bestand", "tekst", "nodig"),
    [
        ("_static/huisstijl.css", "", True),
        ("_static/sphinx-design.min.css", '<div class="sd-card">', True),
        ("_static/sphinx-design.min.css", "<p>tekst</p>", False),
        ("_static/design-tabs.js", '<div class="sd-card">', False),
        ("_static/design-tabs.js", '<div class="sd-tab-set docutils">', True),
        ("_static/mystnb.abc.css", '<div class="cell tag_x">', False),
        ("_static/pygments.css", '<div class="highlight-python"><div class="highlight">', True),
        ("_static/styles/pydata-sphinx-theme.css", "", False),
        ("_static/basic.css", "", False),
        ("_levend/script-1/pagina/pagina.mjs", "", True),
    ],
)
def test_page_loads_only_what_it_uses(bestand: str, tekst: str, nodig: bool) -> None:
    context = {"body": tekst, "css_files": [bestand], "script_files": []}
    gewicht.keep_needed_assets(None, "index", "page.html", context, None)
    assert context["css_files"] == ([bestand] if nodig else [])


def test_every_key_of_the_configuration_is_explained() -> None:
    """Achter elke sleutel staat of zij de standaard is, of erboven waarom zij er is."""
    regels = (BOEK / "_config.yml").read_text("utf-8").splitlines()
    zonder = []
    for nummer, regel in enumerate(regels):
        sleutel = re.match(r"\s+[\w]+:|^[\w]+:", regel)
        erboven = nummer > 0 and regels[nummer - 1].lstrip().startswith("#")
        if sleutel and "#" not in regel and not erboven and regel.rstrip()[-1] != ":":
            zonder.append(regel)
    assert not zonder
