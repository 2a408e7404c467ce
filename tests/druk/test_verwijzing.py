"""Een link naar drukwerk is er alleen als het drukwerk er is."""

from __future__ import annotations

from pathlib import Path

import pytest
from druk.verwijzing import show_links

PAGINA = """<html><head><meta name="lv-kenmerk" content=""></head><body><ul>
<li hidden data-druk="_druk/boek.pdf"><a data-href="../_druk/boek.pdf">Hele boek</a></li>
<li hidden data-druk="_druk/ander.pdf"><a data-href="../_druk/ander.pdf">Ander</a></li></ul>
<p hidden data-druk="_druk/boek.pdf">Neem <a data-href="../_druk/boek.pdf">het boek</a> mee.</p>
<p hidden>Blijft verborgen.</p></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "naslag").mkdir()
    (tmp_path / "naslag/colofon.html").write_text(PAGINA, "utf-8")
    return tmp_path


def tekst(site: Path) -> str:
    return (site / "naslag/colofon.html").read_text("utf-8")


def test_nothing_shows_without_files(site: Path) -> None:
    assert show_links(site) == 0
    assert tekst(site) == PAGINA


def test_only_links_to_existing_files_show_with_their_size(site: Path) -> None:
    (site / "_druk").mkdir()
    (site / "_druk/boek.pdf").write_bytes(b"x" * 1_240_000)
    assert show_links(site) == 2
    assert (
        '<li data-druk="_druk/boek.pdf"><a data-maat="1,2 MB" href="../_druk/boek.pdf">Hele boek'
        in tekst(site)
    )
    assert '<li hidden data-druk="_druk/ander.pdf"><a data-href=' in tekst(site)
    assert "<p hidden>Blijft verborgen." in tekst(site)


def test_twice_is_the_same_as_once_and_removal_hides_again(site: Path) -> None:
    pdf = site / "_druk/boek.pdf"
    pdf.parent.mkdir()
    pdf.write_bytes(b"x")
    show_links(site)
    eerste = tekst(site)
    assert show_links(site) == 2
    assert tekst(site) == eerste
    pdf.unlink()
    assert show_links(site) == 0
    assert "hidden data-druk" in tekst(site)
    assert "data-maat" not in tekst(site)


def test_checksums_follow_the_change(site: Path) -> None:
    """De service worker vergelijkt elke pagina; na een wijziging hoort daar een nieuw getal bij."""
    (site / "_druk").mkdir()
    (site / "_druk/boek.pdf").write_bytes(b"x")
    show_links(site)
    dienst = (site / "lv-dienst.js").read_text("utf-8")
    kenmerk = tekst(site).split('name="lv-kenmerk" content="')[1].split('"')[0]
    assert len(kenmerk) == 16
    assert kenmerk in dienst
    # De pdf hoort bij wat een lezer erbij kan kiezen, en niet bij wat iedereen bewaart.
    assert dienst.count("boek.pdf") == 1
    assert '"drukwerk": {"_druk/boek.pdf": 1}' in dienst
