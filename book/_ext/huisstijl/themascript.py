"""Pas de scripts van Sphinx en het thema aan: bewaar niets waar de lezer niet om vroeg.

Elke wijziging staat hier met de tekst die zij vervangt. Staat die er niet (meer) precies zo vaak,
dan stopt de bouw: een nieuwe versie van het thema vraagt dan om een nieuwe blik.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

#: Wie de woorden weer gewoon wil zien, klikt. Een adres met `javascript:` mag niet van het beleid.
VERBERG = """
document.addEventListener("click", (gebeurtenis) => {
  if (!gebeurtenis.target.closest("#searchbox .highlight-link a")) return;
  gebeurtenis.preventDefault();
  SphinxHighlight.hideSearchWords();
  document.getElementById("main-content")?.focus();
});
"""
_WOORDEN = '"sphinx_highlight_terms"'
#: Per bestand in ``_static``: oude tekst, nieuwe tekst, en hoe vaak de oude er staat.
WIJZIGINGEN: dict[str, tuple[tuple[str, str, int], ...]] = {
    "scripts/pydata-sphinx-theme.js": (
        # De keuze voor licht of donker alleen als de lezer er een maakt, en één keer.
        (
            'localStorage.setItem("mode",e),localStorage.setItem("theme",n),',
            '"auto"===e?localStorage.removeItem("mode"):localStorage.setItem("mode",e),',
            1,
        ),
    ),
    # De zoekwoorden reizen mee naar de pagina die de lezer kiest, en blijven niet op het apparaat.
    "sphinx_highlight.js": (
        (f"localStorage.getItem({_WOORDEN})", f"sessionStorage.getItem({_WOORDEN})", 1),
        (f"localStorage.removeItem({_WOORDEN})", f"sessionStorage.removeItem({_WOORDEN})", 2),
        ("javascript:SphinxHighlight.hideSearchWords()", "#main-content", 1),
        ("_ready(() => {", f"{VERBERG}\n_ready(() => {{", 1),
    ),
}  # fmt: skip


def change_scripts(app: Sphinx, fout: Exception | None) -> None:
    """Pas de scripts in de gebouwde site aan.

    Raises
    ------
    ExtensionError
        Als een bestand anders is dan hier verwacht.
    """
    if fout or app.builder.format != "html":
        return
    for naam, wijzigingen in WIJZIGINGEN.items():
        pad = Path(app.outdir) / "_static" / naam
        if not pad.is_file() and any(pad.parent.glob(f"{pad.stem}-*{pad.suffix}")):
            continue  # bij een bouw zonder wijzigingen ligt er nog wat de vorige heeft hernoemd
        tekst = pad.read_text("utf-8")
        for oud, nieuw, aantal in wijzigingen:
            gevonden = tekst.count(oud)
            if gevonden == 0 and tekst.count(nieuw) >= aantal:
                continue  # een tweede bouw op hetzelfde bestand
            if gevonden != aantal:
                raise ExtensionError(
                    f"_static/{naam} bevat {oud!r} {gevonden} keer in plaats van {aantal}: "
                    "is er een nieuwe versie van Sphinx of van het thema? Pas themascript.py aan."
                )
            tekst = tekst.replace(oud, nieuw)
        pad.write_text(tekst, "utf-8")
