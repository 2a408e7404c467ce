"""Na de bouw: elk blad krijgt zijn pdf, en de zip bevat zichzelf niet."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfWriter
from trainer import bladen
from trainer.dek import Dek, lively
from trainer.drukken import (
    ZIP,
    BladError,
    make_presentations,
    make_zip,
    print_notes,
    print_sheets,
    sheets,
)
from trainer.lezen import Dia

LINK = f'<p hidden data-druk="{ZIP}"><a data-href="{ZIP}">het boek</a></p>'


class NepPers:
    """Drukt lege bladzijden; onthoudt wat er gevraagd is."""

    def __init__(self, bladzijden: int) -> None:
        self.bladzijden = bladzijden
        self.gedrukt: list[str] = []

    def druk_html(self, html: str, doel: Path, *, plaats: str) -> Path:
        assert "</head>" in html
        self.gedrukt.append(plaats)
        uit = PdfWriter()
        for _ in range(self.bladzijden):
            uit.add_blank_page(595, 842)
        uit.write(doel)
        return doel


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for pad in ("_uitdeel/stappen/stap-9.html", bladen.KAARTEN):
        (tmp_path / pad).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / pad).write_text("<html><head></head></html>")
    (tmp_path / "index.html").write_text(f"<html><head></head><body>{LINK}</body></html>")
    return tmp_path


def test_every_sheet_has_a_place(site: Path) -> None:
    assert dict(sheets(site)) == {
        "_uitdeel/stappen/stap-9.html": "_druk/handout/stappen/stap-9.pdf",
        bladen.KAARTEN: "_druk/kaarten/werkvormen.pdf",
    }


def test_all_sheets_are_printed(site: Path) -> None:
    pers = NepPers(1)
    pdfs = print_sheets(site, pers)  # type: ignore[arg-type]  # een nagemaakte pers
    assert pers.gedrukt == [blad for blad, _ in sheets(site)]
    assert [pdf.relative_to(site).as_posix() for pdf in pdfs] == [pdf for _, pdf in sheets(site)]


def test_handout_of_two_pages_is_refused(site: Path) -> None:
    with pytest.raises(BladError, match=r"stap-9.html werd 2 bladzijden"):
        print_sheets(site, NepPers(2))  # type: ignore[arg-type]  # een nagemaakte pers


def test_handout_with_drawings_has_a_back(site: Path) -> None:
    kaarten = site / bladen.KAARTEN
    kaarten.unlink()
    blad = site / "_uitdeel" / "stappen" / "stap-9.html"
    blad.write_text('<html><head></head><div class="blad achterkant"></div></html>')
    assert len(print_sheets(site, NepPers(2))) == 1  # type: ignore[arg-type]  # een nagemaakte pers
    for bladzijden in (1, 3):
        with pytest.raises(BladError, match=rf"werd {bladzijden} bladzijden, en het hoort er 2"):
            print_sheets(site, NepPers(bladzijden))  # type: ignore[arg-type]


def test_zip_holds_neither_itself_nor_a_link_to_it(site: Path) -> None:
    for _ in range(2):  # ook de tweede keer, als er al een zip is
        zip_ = make_zip(site)
        assert zip_ == site / ZIP
        with zipfile.ZipFile(zip_) as inhoud:
            assert not [naam for naam in inhoud.namelist() if naam.endswith(".zip")]
            assert "hidden" in inhoud.read("boek/index.html").decode()
        pagina = (site / "index.html").read_text("utf-8")
        assert "hidden" not in pagina
        assert f'href="{ZIP}"' in pagina


def test_every_deck_becomes_a_presentation_and_a_sheet_with_notes(site: Path) -> None:
    dias = (
        Dia("Welkom", "<p>Hallo</p>", "<p>Zeg wie u bent.</p>", soort="titel"),
        Dia("Stappen", "<ol><li>Kijk (5 min)</li></ol>", "<h3>Zo</h3><p>Wacht.</p>",
            soort="stappen"),
    )  # fmt: skip
    dek = Dek("programma/middag", "Een middag", "netwerkdag/programma", lively(dias))
    bladen.write_sheet(
        site, bladen.slides_path(dek.pad), bladen.make_deck(dek, bladen.Boek("B", None))
    )
    pers = NotitiePers()
    assert [p.relative_to(site).as_posix() for p in make_presentations(site)] == [
        "_druk/dia/programma/middag.pptx"
    ]
    pdfs = print_notes(site, pers)  # type: ignore[arg-type]  # een nagemaakte pers
    assert [p.relative_to(site).as_posix() for p in pdfs] == ["_druk/dia/programma/middag.pdf"]
    soep = BeautifulSoup(pers.html, "html.parser")
    assert soep.title.text == soep.h1.text == "Een middag: dia's met notities"
    assert [kop.text for kop in soep.select("section h2")] == ["Welkom", "Stappen"]
    assert [vak.text.strip() for vak in soep.select(".tr-notities")] == [
        "Zeg wie u bent.",
        "ZoWacht.",
    ]
    # Op papier is niets te bedienen of te laden.
    assert not soep.select("button, dialog, [src], aside, nav")


class NotitiePers:
    """Onthoudt de HTML die gedrukt zou worden."""

    html = ""

    def druk_html(self, html: str, doel: Path, *, plaats: str, klaar_als: str) -> Path:
        assert plaats == "_dia/programma/middag.html"
        assert "dataset.klaar" in klaar_als
        self.html = html
        doel.write_bytes(b"%PDF")
        return doel
