"""Een tweede bouw: ook een bladzijde die gelijk bleef, vindt de bestanden die er nu zijn."""

from __future__ import annotations

import re
from pathlib import Path

import figuren
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

TABEL = '.. raw:: html\n\n   <div class="lvs-tabelvak"></div>\n'


def bouw(map_: Path) -> set[str]:
    """Bouw en geef elk bestand van de figuren waar een bladzijde naar verwijst."""
    with patch_docutils(), docutils_namespace():
        Sphinx(
            srcdir=map_,
            confdir=None,
            outdir=map_ / "uit",
            doctreedir=map_ / "bomen",
            buildername="html",
            confoverrides={"extensions": ["figuren"], "html_theme": "basic"},
            status=None,
        ).build()
    namen: set[str] = set()
    for pagina in ("index", "twee"):
        tekst = (map_ / "uit" / f"{pagina}.html").read_text("utf-8")
        namen |= set(re.findall(r"_static/figuren/[\w.-]+", tekst))
    return namen


def test_every_page_follows_a_new_style(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "index.rst").write_text(f"Een\n===\n\n{TABEL}\n.. toctree::\n\n   twee\n")
    (tmp_path / "twee.rst").write_text(f"Twee\n====\n\n{TABEL}")
    eerst = bouw(tmp_path)
    stijl = figuren.stijlblad()
    monkeypatch.setattr(figuren, "stijlblad", lambda: f"{stijl}\n/* nieuw */")
    daarna = bouw(tmp_path)
    assert len(daarna) == 2
    assert daarna != eerst
    assert all((tmp_path / "uit" / naam).is_file() for naam in daarna)
