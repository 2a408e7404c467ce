"""Weergave: tabellen en figuren als HTML waarin tekst tekst blijft."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.beeld import figuurstijl, weergave
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Tabelcel, Tabelkolom


class Lezer(HTMLParser):
    """Houdt bij welke elementen er staan en welke tekst."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str | None]]] = []
        self.tekst = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.tekst += data

    def soort(self, tag: str) -> list[dict[str, str | None]]:
        return [kenmerken for naam, kenmerken in self.elementen if naam == tag]


def blad(**anders: Any) -> Figuurblad:
    vast: dict[str, Any] = {
        "figuur": {"data": [{"type": "bar", "x": ["a"], "y": [1]}], "layout": {"height": 200}},
        "titel": "Titel",
        "samenvatting": "Een zin.",
        "kolommen": ("Kop", "Getal"),
        "rijen": (("a", 1),),
        "bron": "onderzoek, tabel 4.2",
        "n": "17 afdelingen",
        "zegt_niet": "of dit voor uw school geldt",
    }
    return Figuurblad(**{**vast, **anders})


def test_een_tabel_heeft_een_bijschrift_koppen_en_nederlandse_getallen() -> None:
    lezer = Lezer(
        weergave.tabel_html(
            ["Standaard", Tabelkolom("Percentage", achter="%")],
            [["SKA2", 36.5], ["OP3", None]],
            "Risico per standaard",
            bron="onderzoek, tabel 4.2",
        )
    )
    assert [k.get("scope") for k in lezer.soort("th")] == ["col", "col", "row", "row"]
    assert "36,5%" in lezer.tekst
    assert "geen gegeven" in lezer.tekst
    assert "Risico per standaard" in lezer.tekst
    assert "Bron: onderzoek, tabel 4.2" in lezer.tekst
    assert [k.get("class") for k in lezer.soort("td")] == ["lvs-getal", "lvs-getal"]
    assert lezer.soort("div")[1]["tabindex"] == "0"


def test_een_merk_krijgt_een_noot_en_dezelfde_uitleg_maar_een() -> None:
    cel = Tabelcel("36%", 36, "kan niet", "Geen aantal van 14 past.")
    lezer = Lezer(weergave.tabel_html(["a", "b"], [["x", cel], ["y", cel]], "t"))
    assert lezer.tekst.count("kan niet (noot 1)") == 2
    assert lezer.tekst.count("Geen aantal van 14 past.") == 1


def test_een_scheve_rij_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="past niet bij 2 kolommen"):
        weergave.tabel_html(["a", "b"], [["x"]], "t")


@given(st.text(), st.text())
def test_niets_wordt_als_html_gelezen(tekst: str, ander: str) -> None:
    kaal = Lezer(weergave.tabel_html(["a", "b"], [["x", Tabelcel("y", None, "m", "u")]], "t"))
    lezer = Lezer(
        weergave.tabel_html(
            [tekst, "b"], [[ander, Tabelcel(tekst, None, "m", "u")]], ander, bron=tekst
        )
    )
    assert {naam for naam, _ in lezer.elementen} - {"p", "strong"} == {
        naam for naam, _ in kaal.elementen
    } - {"p", "strong"}
    for _naam, kenmerken in lezer.elementen:
        assert set(kenmerken) <= {"class", "role", "tabindex", "aria-label", "scope", "aria-hidden"}


@given(st.text())
def test_een_figuur_met_vijandige_tekst_blijft_een_figuur(tekst: str) -> None:
    html = weergave.figuur_html(
        blad(
            figuur={"data": [{"type": "bar", "y": [tekst]}]},
            samenvatting=f"x{tekst}</script><b>",
            rijen=((tekst, 1),),
        )
    )
    lezer = Lezer(html)
    assert len(lezer.soort("script")) == 1
    assert not lezer.soort("b")
    binnen = re.search(r'gegevens">(.*?)</script>', html, re.DOTALL)
    assert binnen is not None
    assert json.loads(binnen[1])["data"][0]["y"] == [tekst]


def test_een_figuur_heeft_zin_tabel_n_bron_en_voorbehoud() -> None:
    lezer = Lezer(weergave.figuur_html(blad()))
    for stuk in ("Titel", "Een zin.", "17 afdelingen", "tabel 4.2", "of dit voor uw school geldt"):
        assert stuk in lezer.tekst
    assert len(lezer.soort("table")) == 1
    assert len(lezer.soort("details")) == 1


@pytest.mark.parametrize("veld", ["titel", "samenvatting", "bron", "n", "zegt_niet"])
def test_een_figuurblad_laat_niets_weg(veld: str) -> None:
    with pytest.raises(ValueError, match=veld):
        blad(**{veld: "  "})


def test_een_figuurblad_weigert_wat_niet_getekend_kan_worden() -> None:
    with pytest.raises(ValueError, match="heatmap"):
        blad(figuur={"data": [{"type": "heatmap"}]})
    with pytest.raises(ValueError, match="past niet"):
        blad(rijen=(("a",),))


def lichtheid(kleur: str) -> float:
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


def contrast(een: str, ander: str) -> float:
    hoog, laag = sorted((lichtheid(een), lichtheid(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


@pytest.mark.parametrize("donker", [False, True])
def test_elke_reekskleur_is_te_zien_en_elke_letter_te_lezen(donker: bool) -> None:
    def kleur(rol: str) -> str:
        return str(figuurstijl.with_colors({"x": rol}, donker=donker)["x"])

    vlak = kleur(figuurstijl.VLAK)
    for reeks in figuurstijl.REEKS:
        assert contrast(kleur(reeks), vlak) >= 3
    for rol in (figuurstijl.TEKST, figuurstijl.FOUT, figuurstijl.GOED, figuurstijl.LETOP):
        assert contrast(kleur(rol), vlak) >= 4.5
    assert contrast(kleur(figuurstijl.OP_ACCENT), kleur(figuurstijl.ACCENT)) >= 4.5


def test_de_kleuren_zijn_die_van_het_stijlblad() -> None:
    from lv_tools.schermdelen.bundel import read_file

    css = read_file("css/kleuren.css")
    licht, donker = css.split('html[data-theme="dark"]')[0:2]
    for deel, is_donker in ((licht, False), (donker, True)):
        for naam, waarde in re.findall(r"var\(--lv-([a-z0-9-]+), (#[0-9a-f]{6})\)", deel):
            if naam != "focus":
                variabele = {"x": f"var(--lv-{naam})"}
                assert figuurstijl.with_colors(variabele, donker=is_donker)["x"] == waarde


def test_plotly_neemt_de_figuur_met_kleuren_aan() -> None:
    import plotly.graph_objects as go

    figuur = {
        "data": [{"type": "bar", "x": [1], "y": ["a"], "marker": {"color": figuurstijl.ACCENT}}],
        "layout": figuurstijl.layout(hoogte=figuurstijl.height_for(1), legenda=True),
    }
    echt = go.Figure(figuurstijl.with_colors(figuur))
    assert echt.layout.separators == ",."
    assert echt.layout.dragmode is False
    assert echt.layout.xaxis.fixedrange is True


def test_tekst_van_een_gebruiker_wordt_geen_opmaak_in_een_figuur() -> None:
    assert figuurstijl.plain("<b>a & b</b>") == "&lt;b&gt;a &amp; b&lt;/b&gt;"
