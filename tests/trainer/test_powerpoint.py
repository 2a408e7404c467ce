"""Het bestand voor PowerPoint: open te maken, Nederlands, en met dezelfde woorden als de wand."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from tekeningen.figuur import loose_figure
from tekeningen.gegevens import names, read_drawing
from trainer import bladen
from trainer.dek import Dek, lively
from trainer.lezen import Dia
from trainer.powerpoint import maken
from trainer.powerpoint.lezen import Bladdek, Bladdia, read_deck
from trainer.powerpoint.pad import PadError, read_path
from trainer.powerpoint.tekst import Alinea, Stuk, fit, height, words
from trainer.powerpoint.vormen import group_xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DIAS = (
    Dia("Een titel & meer", "<p>Straks kunt u:</p><ul><li>kijken;</li></ul>", "<p>Zeg hallo.</p>", soort="titel"),
    Dia("Stappen", "<ol><li>Kijk <strong>goed</strong> (5 min)</li><li>Praat (12 min)</li></ol>",
        "<h3>Zo gaat het</h3><ol><li>Een</li><li>Twee</li></ol>", bron="<p>Van ons.</p>", soort="stappen"),
    Dia("Kaarten", "<ul><li><strong>Te mooi:</strong> elke laag</li><li><strong>Kort:</strong> a</li>"
        "<li><strong>Verantwoordelijkheid:</strong> b</li></ul><p>Wat kiest u?</p>", "<p>Vraag het.</p>", soort="kaarten"),
    Dia("Balken", "<ul><li>OP2: 27 van 33 (82%)</li><li>OP3: 9 van 33 (27%)</li><li>OP4: 1 van 33 (3%)</li></ul>",
        "<p>Kijk naar de groep.</p>", soort="balken"),
    Dia("Tijden", "<ul><li>9.30 Welkom</li><li>10.00 Pauze</li></ul>", "<p>Lees niet voor.</p>", soort="tijden"),
    Dia("Nummers", "<ul><li><strong>4.</strong> Vertel</li></ul>", "<p>Nog iets.</p>", soort="nummers", beeld="oog"),
    Dia("Tabel", "<p>Let op n.</p><table><caption>Bij de intake</caption><thead><tr><th>Wat</th><th>Hoeveel</th></tr></thead>"
        "<tbody><tr><th>vwo</th><td>44</td></tr></tbody></table>", "<p>Noem de bron.</p>", soort="tabel"),
    Dia("Punten", '<ul><li>Een regel <span class="tr-cit">(onderzoek, h. 1)</span><ul><li>dieper</li></ul></li></ul>',
        "<p>Vertel.</p>", bron="<p>Naar de bron.</p>", qr="instrumenten/risicoscan", onder_qr="Open het hulpmiddel"),
    Dia("Pauze", '<p class="tr-groot">Verder om 15.10 uur</p><p class="tr-groot" data-tot="15.10"></p>', "<p>Koffie.</p>", soort="pauze"),
    Dia("Wat neemt u mee?", "<p>Eén ding.</p>", "<p>Laat schrijven.</p>", soort="slot"),
)  # fmt: skip


def drawings() -> tuple[Dia, ...]:
    return tuple(
        Dia(read_drawing(naam).titel, loose_figure(read_drawing(naam), "in woorden"), "<p>Zie de tekening.</p>",
            tekening=True, bron="<p>Onze tekening.</p>", soort="tekening")
        for naam in names()
    )  # fmt: skip


@pytest.fixture(scope="module")
def dek(tmp_path_factory: pytest.TempPathFactory) -> Bladdek:
    """Een dek met elke soort dia en elke tekening, zoals het in de site staat."""
    pad = tmp_path_factory.mktemp("dek") / "dek.html"
    heel = Dek("map/dek", "Een dek", "map/pagina", lively((*DIAS, *drawings())))
    pad.write_text(bladen.make_deck(heel, bladen.Boek("Het boek", "https://example.org/")), "utf-8")
    return read_deck(pad)


@pytest.fixture(scope="module")
def bestand(dek: Bladdek) -> bytes:
    uit = io.BytesIO()
    maken.build(dek).save(uit)
    return uit.getvalue()


@pytest.fixture(scope="module")
def prs(bestand: bytes) -> Any:
    return Presentation(io.BytesIO(bestand))


def shapes(houder: Any) -> Iterator[Any]:
    for vorm in houder:
        yield vorm
        if vorm.shape_type is not None and str(vorm.shape_type).startswith("GROUP"):
            yield from shapes(vorm.shapes)


def drawn_words(dia: Bladdia) -> list[str]:
    if dia.tekening is None:
        return []
    return " ".join(
        deel for el in dia.tekening.find_all("text") for deel in el.stripped_strings
    ).split()


def on_the_wall(dia: Bladdia) -> list[str]:
    uit = dia.titel.split() + dia.boek.split()
    for alineas in (dia.regels, *dia.tabel, dia.bron):
        uit += words(alineas)
    return sorted(uit + drawn_words(dia) + dia.onder_qr.split())


def in_the_file(slide: Any) -> list[str]:
    uit: list[str] = []
    for vorm in shapes(slide.shapes):
        if vorm.is_placeholder and "SLIDE_NUMBER" in str(vorm.placeholder_format.type):
            continue
        if vorm.has_text_frame:
            uit += vorm.text_frame.text.replace("\v", " ").split()
        if getattr(vorm, "has_table", False) and vorm.has_table:
            uit += [w for rij in vorm.table.rows for cel in rij.cells for w in cel.text.split()]
    return sorted(uit)


def test_every_word_of_the_wall_is_in_the_file_and_no_other(dek: Bladdek, prs: Any) -> None:
    assert len(prs.slides) == len(dek.dias) == len(DIAS) + len(names())
    for dia, slide in zip(dek.dias, prs.slides, strict=True):
        assert in_the_file(slide) == on_the_wall(dia), dia.titel


def test_every_slide_has_a_title_notes_and_no_empty_box(dek: Bladdek, prs: Any) -> None:
    for dia, slide in zip(dek.dias, prs.slides, strict=True):
        assert slide.shapes.title.text_frame.text == dia.titel
        leeg = [ph.name for ph in slide.placeholders if not ph.text_frame.text.strip()]
        assert not leeg, dia.titel
        notities = slide.notes_slide.notes_text_frame.text.split()
        gesproken = list(words(dia.notities))
        assert [w for w in notities if w != "•" and not re.fullmatch(r"\d+\.", w)] == gesproken
        assert gesproken


def test_what_is_drawn_has_words_or_is_decoration(dek: Bladdek, prs: Any) -> None:
    for dia, slide in zip(dek.dias, prs.slides, strict=True):
        for vorm in slide.shapes:
            eigen = vorm._element.xpath(".//p:cNvPr")[0]
            siert = "decorative" in "".join(el.tag for el in eigen.iter())
            tekst = vorm.has_text_frame and vorm.text_frame.text.strip()
            assert eigen.get("descr") or siert or tekst, f"{dia.titel}: {vorm.name}"
        if dia.tekening is not None:
            groep = next(v for v in slide.shapes if v.name.startswith("Tekening"))
            assert "in woorden" in groep._element.xpath(".//p:cNvPr")[0].get("descr")


def test_numbers_of_shapes_are_unique_and_everything_is_on_the_slide(prs: Any) -> None:
    for slide in prs.slides:
        nummers = [el.get("id") for el in slide._element.iter(f"{P}cNvPr")]
        assert len(set(nummers)) == len(nummers)
        for vorm in slide.shapes:
            assert vorm.left >= 0, vorm.name
            assert vorm.top >= 0, vorm.name
            assert vorm.left + vorm.width <= prs.slide_width, vorm.name
            assert vorm.top + vorm.height <= prs.slide_height, vorm.name


def test_file_is_dutch_in_every_corner(bestand: bytes) -> None:
    engels = re.compile(
        r"\b(Click|Title|Placeholder|Slide|Notes|Office Theme|Master|level|Content|Comparison|Blank|python-pptx|Speaker)\b"
    )
    with zipfile.ZipFile(io.BytesIO(bestand)) as zip_:
        namen = zip_.namelist()
        assert not [naam for naam in namen if "thumbnail" in naam or "printer" in naam]
        for naam in namen:
            if not naam.endswith(".xml"):
                continue
            xml = zip_.read(naam).decode()
            assert "en-US" not in xml, naam
            zichtbaar = re.findall(
                r'(?: name| title| descr)="([^"]*)"|<a:t>([^<]*)</a:t>|<dc:[^>]*>([^<]*)<', xml
            )
            fout = [stuk for stukken in zichtbaar for stuk in stukken if engels.search(stuk)]
            assert not fout, f"{naam}: {fout}"
    kern = Presentation(io.BytesIO(bestand)).core_properties
    assert (kern.title, kern.language, kern.author) == ("Een dek", "nl-NL", "Het boek")


def test_every_piece_of_text_has_a_language(prs: Any) -> None:
    for slide in prs.slides:
        for el in (slide._element, slide.notes_slide._element):
            for run in el.iter(f"{A}r"):
                assert run.find(f"{A}rPr").get("lang") == "nl-NL"


def test_broken_word_on_a_card_is_avoided(prs: Any) -> None:
    kaart = next(v for v in prs.slides[2].shapes if v.name == "Kaart 3")
    run = kaart.text_frame.paragraphs[0].runs[0]
    assert run.font.size.pt < 30
    assert run.font.bold


def test_bars_are_as_long_as_their_share(prs: Any) -> None:
    vormen = {v.name: v for v in prs.slides[3].shapes}
    for nr, deel in enumerate((82, 27, 3), 1):
        assert vormen[f"Balk {nr}"].width / vormen[f"Geheel {nr}"].width == pytest.approx(
            deel / 100, abs=0.001
        )


@pytest.mark.parametrize("naam", names())
def test_labels_of_a_drawing_stay_inside_it(naam: str) -> None:
    from bs4 import BeautifulSoup
    from pptx.oxml import parse_xml

    soep = BeautifulSoup(loose_figure(read_drawing(naam), "w"), "html.parser")
    xml = group_xml(
        soep.select_one(".tk-breed"), naam, "w", iter(range(100, 999)), (60, 128, 1160, 510)
    )
    groep = parse_xml(xml)
    rand = 14 * 9525
    for sp in groep.iter(f"{P}sp"):
        off, ext = (sp.find(f"{P}spPr/{A}xfrm/{A}{wat}") for wat in ("off", "ext"))
        x, y = int(off.get("x")), int(off.get("y"))
        assert 60 * 9525 - rand <= x
        assert x + int(ext.get("cx")) <= 1220 * 9525 + rand
        assert 128 * 9525 - rand <= y
        assert y + int(ext.get("cy")) <= 638 * 9525 + rand


getal = st.floats(-500, 500).map(lambda g: round(g, 1))


@given(
    getal, getal, st.floats(1, 80).map(lambda g: round(g, 1)), st.floats(0, 359), st.floats(5, 350)
)
def test_points_of_an_arc_lie_on_its_circle(
    x: float, y: float, r: float, van: float, boog: float
) -> None:
    def punt(hoek: float) -> tuple[float, float]:
        return x + r * math.cos(math.radians(hoek)), y + r * math.sin(math.radians(hoek))

    begin, eind = punt(van), punt(van + boog)
    d = f"M{begin[0]:.6f} {begin[1]:.6f}A{r} {r} 0 {int(boog > 180)} 1 {eind[0]:.6f} {eind[1]:.6f}"
    delen = read_path(d)
    punten = [deel[1][-1] for deel in delen]
    assert len(punten) >= 1 + math.ceil(boog / 91)
    for px, py in punten:
        assert math.hypot(px - x, py - y) == pytest.approx(r, rel=0.02, abs=0.02)


def test_path_reads_what_drawings_use() -> None:
    assert read_path("M1 2h3v-4l1 1z") == [
        ("M", ((1, 2),)), ("L", ((4, 2),)), ("L", ((4, -2),)), ("L", ((5, -1),)), ("Z", ()),
    ]  # fmt: skip
    # Vlaggen van een boog mogen aan elkaar staan, en meer punten na M zijn lijnen.
    assert read_path("M0 0 10 0") == [("M", ((0, 0),)), ("L", ((10, 0),))]
    assert [s for s, _ in read_path("M42 24a18 18 0 11-36 0")] == ["M", "C", "C"]
    q = read_path("M0 0Q3 3 6 0")[1]
    assert q[0] == "C"
    assert q[1][0] == pytest.approx((2, 2))
    assert q[1][2] == (6, 0)


def test_unknown_path_is_refused() -> None:
    with pytest.raises(PadError, match="gebruikt"):
        read_path("1 2")


@given(st.lists(st.text("abc def", min_size=1, max_size=80), min_size=1, max_size=12))
def test_larger_letter_is_never_chosen_when_it_does_not_fit(teksten: list[str]) -> None:
    alineas = [Alinea((Stuk(tekst),), "punt") for tekst in teksten if tekst.strip()]
    if not alineas:
        return
    maten = (18, 24, 30, 36)
    maat = fit(alineas, 800, 360, maten)
    assert maat == 18 or height(alineas, 800, maat) <= 360
    groter = [m for m in maten if m > maat]
    assert all(height(alineas, 800, m) > 360 for m in groter)
