"""De pers op een kleine site: taal en titel, een eigen host, en figuren op een blad."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from druk.drukproef import PersError
from druk.pers import LETTERS, Pers
from playwright.sync_api import Browser
from pypdf import PdfReader

KOP = '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Blad</title>'
STIJL = "<style>@page { size: A4; margin: 18mm }</style>"


@pytest.fixture
def pers(tmp_path: Path, chromium: Browser) -> Pers:
    (tmp_path / "index.html").write_text(f"{KOP}{STIJL}</head><body><h1>Hallo</h1></body></html>")
    with Pers(tmp_path, chromium) as pers:
        yield pers


def lees(pad: Path) -> PdfReader:
    return PdfReader(io.BytesIO(pad.read_bytes()))


def test_file_of_the_site_becomes_a_tagged_pdf(pers: Pers, tmp_path: Path) -> None:
    lezer = lees(pers.druk("index.html", tmp_path / "_druk/uit.pdf"))
    wortel = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"] == "nl"
    assert lezer.metadata.title == "Blad"
    assert "Hallo" in lezer.pages[0].extract_text()


def test_own_html_gets_the_letters_and_leaves_nothing_behind(pers: Pers, tmp_path: Path) -> None:
    voor = set(tmp_path.rglob("*"))
    html = f'{KOP}{LETTERS}{STIJL}<style>body {{ font-family: "Source Sans 3" }}</style></head>'
    lezer = lees(
        pers.druk_html(f"{html}<h1>Dag</h1></html>", tmp_path / "d.pdf", plaats="a/b.html")
    )
    letters = lezer.pages[0]["/Resources"]["/Font"].values()
    assert any("SourceSans3" in str(letter.get_object()["/BaseFont"]) for letter in letters)
    assert set(tmp_path.rglob("*")) - voor == {tmp_path / "d.pdf"}


def test_request_to_another_host_is_refused(pers: Pers, tmp_path: Path) -> None:
    html = f'{KOP}<link rel="stylesheet" href="https://voorbeeld.test/a.css"></head><p>x</p></html>'
    with pytest.raises(PersError, match=r"andere host: https://voorbeeld\.test/a\.css"):
        pers.druk_html(html, tmp_path / "uit.pdf", plaats="a.html")
    assert not (tmp_path / "uit.pdf").exists()


@pytest.mark.parametrize("kop", ["<html><title>Blad</title>", '<html lang="nl">'])
def test_page_needs_a_language_and_a_title(pers: Pers, tmp_path: Path, kop: str) -> None:
    with pytest.raises(PersError, match=r"taal .* en een titel"):
        pers.druk_html(f"<!doctype html>{kop}<p>x</p></html>", tmp_path / "a.pdf", plaats="a.html")


def test_missing_picture_is_named(pers: Pers, tmp_path: Path) -> None:
    html = f'{KOP}</head><img src="weg.png" alt="x"></html>'
    with pytest.raises(PersError, match=r"beelden .* weg\.png"):
        pers.druk_html(html, tmp_path / "a.pdf", plaats="a.html")


def test_missing_style_is_named(pers: Pers, tmp_path: Path) -> None:
    """Zonder haar stijl zou een pagina er zomaar kaal uit komen."""
    html = f'{KOP}<link rel="stylesheet" href="../oud.css"></head><p>x</p></html>'
    with pytest.raises(PersError, match=r"er niet is: oud\.css"):
        pers.druk_html(html, tmp_path / "a.pdf", plaats="map/a.html")


def test_missing_file_is_named(pers: Pers, tmp_path: Path) -> None:
    with pytest.raises(PersError, match="staat niet in"):
        pers.druk("weg.html", tmp_path / "a.pdf")


def test_site_must_be_built(tmp_path: Path) -> None:
    with pytest.raises(PersError, match="bouw eerst het boek"):
        Pers(tmp_path)
