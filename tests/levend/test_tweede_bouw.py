"""Een tweede bouw: ook een bladzijde die gelijk bleef, vindt het script dat overal staat."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from levend import offline
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils


def build(map_: Path) -> set[str]:
    """Bouw twee bladzijden en geef elk bestand van `offline` waar ze naar verwijzen."""
    with patch_docutils(), docutils_namespace():
        Sphinx(
            srcdir=map_,
            confdir=None,
            outdir=map_ / "uit",
            doctreedir=map_ / "bomen",
            buildername="html",
            confoverrides={"extensions": ["levend"], "html_theme": "basic"},
            status=None,
        ).build()
    teksten = [(map_ / "uit" / f"{naam}.html").read_text("utf-8") for naam in ("index", "twee")]
    return {naam for tekst in teksten for naam in re.findall(r"_levend/offline[\w./-]+", tekst)}


def test_every_page_follows_a_new_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "index.rst").write_text("Een\n===\n\n.. toctree::\n\n   twee\n")
    (tmp_path / "twee.rst").write_text("Twee\n====\n")
    eerst = build(tmp_path)
    nieuw = {f"{naam.rpartition('/')[0]}nieuw/{Path(naam).name}": inhoud
             for naam, inhoud in offline.scripts().items()}  # fmt: skip
    monkeypatch.setattr(offline, "scripts", lambda: nieuw)
    daarna = build(tmp_path)
    assert daarna == set(nieuw)
    assert not daarna & eerst
    assert all((tmp_path / "uit" / naam).is_file() for naam in daarna)
