"""Een netwerkdag die u kunt uitdelen: programma, draaiboek, paklijst en printmap uit gegevens.

De gegevens staan in ``data/netwerkdag``. Tijden, groepjes en aantallen staan daar niet in: die
worden gerekend, zodat een programma dat verandert overal tegelijk verandert.

``gegevens``
    Leest en controleert de TOML-bestanden.
``rekenen``
    Tijden, paklijst en controles. Dezelfde regels staan in ``script/regels.js``.
``tabellen``
    Een programma als tekst in het boek.
``bladen``
    De bladzijde ‘Uw netwerkdag’ (``_netwerkdag/index.html``), met alle bladen van de printmap.
``drukken``
    De printmap als pdf (``python -m netwerkdag``).
``sphinx_deel``
    De koppeling met de bouw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan bij Sphinx."""
    from netwerkdag import sphinx_deel

    return sphinx_deel.setup(app)
