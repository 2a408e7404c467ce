"""Sphinx-uitbreiding: verwijzingen in notebooks, die overal leesbaar zijn.

In een notebook staat geen rol van MyST: JupyterLab, Voilà en GitHub laten die kaal zien. Daar staat
een gewone link, en bij het bouwen van het boek wordt zij de rol die zij overal in het boek is::

    ([onderzoek, par. 4.2](../naslag/bronnen.md#onderzoek2025))   {cite:p}`onderzoek2025{par. 4.2}`
    [borging](../naslag/begrippen.md#borging)                     {term}`borging`

Wie toch een rol schreef, maakt er met ``python -m notebooktekst`` een link van.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from urllib.parse import quote, unquote

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

BOEK = Path(__file__).parents[2]
BRON, BEGRIP = "../naslag/bronnen.md#", "../naslag/begrippen.md#"
_BIB = re.compile(r"^@\w+\{(\w+),.*?^\s*shorthand\s*=\s*\{([^}]*)\}", re.DOTALL | re.MULTILINE)
_CITE = re.compile(r"\{cite:p\}`(\w+)(?:\{([^}`]*)\})?`")
_TERM = re.compile(r"\{term\}`([^`<]+?)(?:\s*<([^`>]+)>)?`")
_BRONLINK = re.compile(rf"\(\[([^\[\]]+)\]\({re.escape(BRON)}(\w+)\)\)")
_BEGRIPLINK = re.compile(rf"\[([^\[\]]+)\]\({re.escape(BEGRIP)}([^()\s]+)\)")


@functools.cache
def short_names() -> dict[str, str]:
    """Geef per bron de korte naam waarmee het boek haar noemt."""
    return dict(_BIB.findall((BOEK / "bronnen.bib").read_text("utf-8")))


def to_links(tekst: str) -> str:
    """Maak van rollen gewone links.

    Raises
    ------
    LookupError
        Als een bron niet in de lijst staat.
    """

    def cite(rol: re.Match[str]) -> str:
        plek = f", {rol[2]}" if rol[2] else ""
        return f"([{short_names()[rol[1]]}{plek}]({BRON}{rol[1]}))"

    def term(rol: re.Match[str]) -> str:
        return f"[{rol[1]}]({BEGRIP}{quote(rol[2] or rol[1])})"

    return _TERM.sub(term, _CITE.sub(cite, tekst))


def to_roles(tekst: str) -> str:
    """Maak van links naar een bron of een begrip de rollen die het boek kent.

    Raises
    ------
    LookupError
        Als een bron niet in de lijst staat, of in de link anders heet.
    """

    def cite(link: re.Match[str]) -> str:
        naam, sleutel = link[1], link[2]
        kort = short_names()[sleutel]
        if naam == kort:
            return f"{{cite:p}}`{sleutel}`"
        if not naam.startswith(f"{kort}, "):
            raise LookupError(f"bron {sleutel} heet ‘{kort}’, en niet ‘{naam}’")
        return f"{{cite:p}}`{sleutel}{{{naam[len(kort) + 2 :]}}}`"

    def term(link: re.Match[str]) -> str:
        doel = unquote(link[2])
        return f"{{term}}`{link[1]}`" if doel == link[1] else f"{{term}}`{link[1]} <{doel}>`"

    return _BEGRIPLINK.sub(term, _BRONLINK.sub(cite, tekst))


def _read(app: Sphinx, pagina: str, bron: list[str]) -> None:
    if str(app.env.doc2path(pagina)).endswith(".ipynb"):
        bron[0] = to_roles(bron[0])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Meld de uitbreiding aan."""
    app.connect("source-read", _read)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
