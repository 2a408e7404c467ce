"""Wat is er aan de hand? Elke situatie heeft per rol een scherm raad; een stap begint met doen."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from situatie.lijst import BESTAND, Situatie, SituatieError, read_list
from situatie.opmaak import after_hash

from lv_tools.bouwdoos.openen import door
from lv_tools.gespreksprompter.scherm.verzoek import SLEUTELS
from lv_tools.gespreksprompter.teksten import inhoud

HIER = Path(__file__).parent

import proza  # noqa: E402 - eerst het pad naar de hulpmodules

TEKST = (proza.BOEK / BESTAND).read_text("utf-8")
LIJST = read_list(TEKST)
STAPPEN = sorted((proza.BOEK / "stappen").glob("stap-*.md"))
#: Zoveel woorden raad leest iemand op een telefoon zonder te schuiven.
MEESTE_WOORDEN = 75
#: Zo zegt een stuk van de minuut waar het vandaan komt: met een bron tussen haakjes, of van ons.
VAN_WIE = re.compile(
    r"\((?:onderzoek|presentatie|waaier|webpagina)\b|\bvan (?:ons|de makers)\b|\bonze eigen\b",
    re.IGNORECASE,
)


def soep(pad: Path) -> BeautifulSoup:
    return BeautifulSoup(pad.read_text("utf-8"), "html.parser")


def test_elke_situatie_heeft_een_pagina_met_haar_titel_en_andersom() -> None:
    paginas = {pad.stem: pad.read_text("utf-8") for pad in (proza.BOEK / "situaties").glob("*.md")}
    assert set(paginas) == {situatie.id for situatie in LIJST.situaties}
    assert len(paginas) == 9
    for situatie in LIJST.situaties:
        tekst = paginas[situatie.id]
        assert f"\n# {situatie.titel}\n" in tekst
        assert f"{{situatie}} {situatie.id}\n" in tekst


def test_elke_pagina_die_de_lijst_noemt_bestaat(site: Path) -> None:
    genoemd = {rol.route for rol in LIJST.rollen}
    for situatie in LIJST.situaties:
        genoemd |= {link.pagina for link in situatie.lezen}
        genoemd |= {raad.hulpmiddel.pagina for raad in situatie.raad.values()}
    assert [naam for naam in sorted(genoemd) if not (site / f"{naam}.html").is_file()] == []


@pytest.mark.parametrize("situatie", LIJST.situaties, ids=lambda situatie: situatie.id)
def test_raad_is_kort_en_in_hele_zinnen(situatie: Situatie) -> None:
    for rol, raad in situatie.raad.items():
        kaal = [proza.kaal(ding) for ding in raad.doe]
        woorden = sum(len(ding.split()) for ding in kaal)
        assert woorden <= MEESTE_WOORDEN, (rol, woorden)
        for zin in [*kaal, raad.met, proza.kaal(situatie.kern)]:
            assert zin[0].isupper(), (rol, zin)
            assert zin.rstrip()[-1] in ".?!", (rol, zin)


@pytest.mark.parametrize("situatie", LIJST.situaties, ids=lambda situatie: situatie.id)
def test_zonder_javascript_is_de_raad_voor_elke_rol_er(situatie: Situatie, site: Path) -> None:
    """De eerste rol staat open; de andere rollen staan in uitklappers, en niets is verborgen."""
    pagina = soep(site / f"{situatie.pagina}.html")
    vakken = pagina.select("#deze-week .si-rol")
    assert [vak.name for vak in vakken] == ["div", *["details"] * (len(LIJST.rollen) - 1)]
    for rol, vak in zip(LIJST.rollen, vakken, strict=True):
        assert f"si-rol-{rol.id}" in vak["class"]
        assert not vak.has_attr("hidden")
        assert len(vak.select("ol > li")) == len(situatie.raad[rol.id].doe)
        (daad,) = vak.select("a.hs-daad")
        link = situatie.raad[rol.id].hulpmiddel
        hekje = after_hash(link.kies) if link.kies else ""
        assert str(daad["href"]) == f"../{link.pagina}.html{hekje}"
        assert "Met wie:" in vak.text
    assert "Deze raad is van ons, behalve waar een bron staat" in pagina.select_one("main").text


def test_wat_een_link_klaarzet_bestaat_in_het_hulpmiddel() -> None:
    """Elke keuze in een link kent het hulpmiddel: een stap, of een situatie met een tafel."""
    keuzes = [
        raad.hulpmiddel
        for situatie in LIJST.situaties
        for raad in situatie.raad.values()
        if raad.hulpmiddel.kies
    ]
    assert len(keuzes) > 20
    bank = inhoud()
    for link in keuzes:
        if "stap" in link.kies:
            deur = door(link.pagina.rpartition("/")[2])
            assert list(link.kies) == ["stap"]
            assert link.kies["stap"] in [stap.code for stap in deur.inhoud().stap]
            continue
        assert link.pagina == "instrumenten/gespreksprompter"
        assert set(link.kies) <= set(SLEUTELS)
        assert link.kies.get("situatie", "goed") in bank.situaties
        assert link.kies.get("met", "school") in bank.tafels


def test_wie_naar_de_gespreksprompter_gaat_komt_aan_de_tafel_van_zijn_rol() -> None:
    """Een link die een tafel belooft, zet haar ook klaar."""
    voor = {"docent": {"sectie"}, "toezicht": {"toezicht"}, "medezeggenschap": {"medezeggenschap"}}
    gezien = set()
    for situatie in LIJST.situaties:
        for rol, raad in situatie.raad.items():
            link = raad.hulpmiddel
            if link.pagina == "instrumenten/gespreksprompter":
                assert link.kies["met"] in voor.get(rol, {"school", "team", "sectie"}), (
                    situatie.id,
                    rol,
                )
                gezien.add(rol)
    assert set(voor) <= gezien


#: Een tijd die de Inspectie zou stellen, zoals "binnen een jaar"; een eigen moment is geen termijn.
TERMIJN = re.compile(r"\b(?:binnen|uiterlijk|na) \w+ (?:dagen|weken|maanden|jaar|jaren)\b")


@pytest.mark.parametrize("naam", ["inspectie-komt", "herstelopdracht", "onvoldoende-of-zeer-zwak"])
def test_een_termijn_van_de_inspectie_heeft_een_bron_of_staat_in_het_rapport(naam: str) -> None:
    situatie = LIJST.find(naam)
    zinnen = [situatie.kern, *(ding for raad in situatie.raad.values() for ding in raad.doe)]
    assert [zin for zin in zinnen if TERMIJN.search(zin) and "{cite:p}" not in zin] == []
    if naam != "inspectie-komt":
        assert re.search(
            r"termijn staat in uw rapport|voor wanneer, staat in uw rapport", zinnen[0]
        )


def test_bij_een_oordeel_staat_er_ook_wat_wij_niet_konden_nagaan() -> None:
    situatie = LIJST.find("onvoldoende-of-zeer-zwak")
    assert "een vaste termijn konden wij niet nagaan" in situatie.kern
    for rol in ("bestuur", "medezeggenschap"):
        assert any("volgens een oudersteunpunt" in ding for ding in situatie.raad[rol].doe)
    assert any(TERMIJN.search(ding) for ding in situatie.raad["bestuur"].doe)


def test_de_eerste_pagina_begint_met_de_situaties_en_heeft_het_boek_daarna(site: Path) -> None:
    pagina = soep(site / "index.html")
    koppen = [kop.text for kop in pagina.select("main h2")]
    assert koppen[0] == "Wat is er aan de hand?"
    tegels = [str(a["href"]) for a in pagina.select(".si-keuze a")]
    assert tegels == [f"{situatie.pagina}.html" for situatie in LIJST.situaties]
    links = {str(a.get("href")) for a in pagina.select("main a")}
    assert {"handreiking/index.html", "stappen/index.html", "onderzoek/index.html"} <= links
    assert {f"{rol.route}.html" for rol in LIJST.rollen} <= links


@pytest.mark.parametrize("naam", [pad.stem for pad in STAPPEN])
def test_een_stap_begint_met_doen_en_daarna_het_hele_hoofdstuk(naam: str, site: Path) -> None:
    pagina = soep(site / "stappen" / f"{naam}.html")
    koppen = [kop.text for kop in pagina.select("main h2")]
    assert koppen[0] == "Deze week"
    assert koppen[1].startswith("Werkvorm")
    assert koppen[2] == "In één minuut"
    (hoofdstuk,) = pagina.select("main details.hs-hoofdstuk")
    assert hoofdstuk.has_attr("open"), "zonder script staat het hele hoofdstuk open"
    erin = [kop.text for kop in hoofdstuk.select("h2")]
    assert koppen[3:-1] == erin
    assert "Activiteiten" in erin
    menu = [a.text.strip() for a in pagina.select("#pst-page-toc-nav > ul > li > a")]
    assert menu == koppen
    assert pagina.select_one("nav.hs-duim a").text.strip() == "Deze week"
    minuut = pagina.select_one("#in-een-minuut")
    assert 40 < len(minuut.text.split()) < 200
    for dia in minuut.select(".hs-minuut__dia"):
        assert VAN_WIE.search(dia.get_text(" ")), f"van wie is dit? {dia.text}"


def test_een_begrip_heeft_zijn_uitleg_in_de_pagina(site: Path) -> None:
    import json

    pagina = soep(site / "stappen" / "stap-1-situatie-in-kaart.html")
    gegevens = json.loads(pagina.select_one("#hs-begrippen").string)
    naam, uitleg = gegevens["term-norm"]
    assert naam == "norm"
    assert uitleg.startswith("De grens waarmee de Inspectie")
    assert uitleg.endswith(").")
    assert "(onderwijsresultatenmodel)" in uitleg
    for _, tekst in gegevens.values():
        assert not re.search(r"\(\s*\)|\(\s| [.,;)]", tekst), tekst
    gebruikt = {
        str(a["href"]).split("#")[1] for a in pagina.select("main a[href*='begrippen.html#term-']")
    }
    assert gebruikt == set(gegevens)


# --- De lijst zelf -------------------------------------------------------------------------------


def gewijzigd(zoek: str, door: str) -> str:
    assert zoek in TEKST
    return TEKST.replace(zoek, door, 1)


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("x = [", "geen geldige TOML"),
        ("", r"geen enkele \[\[rol\]\]"),
        (gewijzigd('knop = "De cijfers zakken"', 'kleur = "rood"'), "cijfers-zakken.*'kleur'"),
        (gewijzigd('knop = "De cijfers zakken"', 'knop = ""'), "cijfers-zakken: knop is leeg"),
        (gewijzigd("[situatie.rol.docent]", "[situatie.rol.conrector]"), "conrector, docent"),
        (gewijzigd("minuten = 10", "duur = 10"), "een link heeft pagina, tekst, minuten"),
    ],
)
def test_een_fout_in_de_lijst_noemt_de_plaats(tekst: str, zegt: str) -> None:
    with pytest.raises(SituatieError, match=zegt):
        read_list(tekst)


@given(st.integers(0, 5))
def test_twee_of_drie_dingen_en_niet_meer(aantal: int) -> None:
    doe = ", ".join(f'"Ding {n}."' for n in range(aantal))
    eerste = re.search(r"doe = \[\n.*?\n\]", TEKST, re.DOTALL)
    assert eerste
    tekst = TEKST.replace(eerste[0], f"doe = [{doe}]", 1)
    if aantal in (2, 3):
        assert len(read_list(tekst).situaties[0].raad["schoolleider"].doe) == aantal
    else:
        with pytest.raises(SituatieError, match="cijfers-zakken, schoolleider"):
            read_list(tekst)


def test_een_onbekende_situatie_noemt_de_keuze() -> None:
    with pytest.raises(SituatieError, match="cijfers-zakken, inspectie-komt"):
        LIJST.find("brand")


def test_elk_bestand_met_een_knop_onderaan_noemt_elke_stap() -> None:
    rijen = tomllib.loads((proza.BOEK / "stappen" / "voorop.toml").read_text("utf-8"))["stap"]
    assert [rij["pagina"] for rij in rijen] == [f"stappen/{pad.stem}" for pad in STAPPEN]
