"""De aanwijzing ``{van-toen} 1``: wat de bronnen bij een stap noemen, en wat dat werk nu doet.

De rijen staan in ``stappen/van-toen.toml``, naast de pagina's. Zij komen in één tabel die de lezer
openklapt: wie een stap wil doen, hoeft niet eerst langs wat er niet meer is.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from vantoen.lijst import LijstError, Rij, read_list
from vantoen.tabel import to_markdown

BESTAND = "stappen/van-toen.toml"


class VanToen(SphinxDirective):
    """Een uitklapbare tabel met de rijen van één stap."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Geef de tabel; de tekst in de cellen is gewone Markdown van het boek."""
        pad = Path(self.env.srcdir) / BESTAND
        self.env.note_dependency(str(pad))
        try:
            lijst = read_list(pad.read_text("utf-8"))
        except LijstError as fout:
            raise ExtensionError(f"{BESTAND}: {fout}") from fout
        rijen = self._rows(lijst.rijen)
        regels = to_markdown(rijen, lijst.nagekeken).splitlines()
        vak = nodes.Element()
        self.state.nested_parse(StringList(regels, BESTAND), 0, vak)
        return vak.children

    def _rows(self, alle: tuple[Rij, ...]) -> tuple[Rij, ...]:
        stap = self.arguments[0]
        rijen = tuple(rij for rij in alle if stap in map(str, rij.stappen))
        if not rijen:
            raise self.error(f"Bij stap {stap} staat niets in {BESTAND}. Kies 1 tot en met 6.")
        return rijen


def setup(app: Sphinx) -> ExtensionMetadata:
    """Meld de aanwijzing aan."""
    app.add_directive("van-toen", VanToen)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
