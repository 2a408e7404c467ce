"""De voorbeeldschool: één verzonnen school, verteld bij de zes stappen, met haar papieren.

Alle feiten staan in ``data/voorbeeld/school.toml``; het verhaal en de papieren worden daaruit
gemaakt en kunnen elkaar dus niet tegenspreken (zie README.md in deze map).

``vorm``, ``school``, ``lezen``
    Van TOML naar vaste gegevens, met meldingen die een schrijver begrijpt.
``controle``
    Sommen, datums en verwijzingen; klopt er iets niet, dan stopt de bouw.
``meter``, ``cijfers``
    Wat de urgentiemeter van de feiten zegt, en elk feit als tekst onder een naam.
``vak``
    Het verhaal bij een stap.
``papieren``, ``knopen``, ``word_blad``, ``agenda``, ``bestanden``
    De zes papieren, op de pagina en als bestand.
``sphinx_deel``
    De koppeling met de bouw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan bij Sphinx."""
    from voorbeeld import sphinx_deel

    app.add_directive("voorbeeldschool", sphinx_deel.Voorbeeldschool)
    app.add_directive("voorbeeldpapier", sphinx_deel.Voorbeeldpapier)
    app.connect("builder-inited", sphinx_deel.check_facts)
    # Voor de voorraad van de service worker (900), die de hele site leest.
    app.connect("build-finished", sphinx_deel.write_files, priority=800)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
