"""Voor trainers: elk hoofdstuk ook als dia's aan de wand en als uitdeelblad op papier.

Een hoofdstuk krijgt dia's door er ``{dia}`` in te zetten: een titel en een paar korte regels. De
tekst van de paragraaf eromheen wordt de spreektekst, het begin en *Deze week* worden de eerste en
de laatste dia. Op de pagina zelf is het blok niet te zien. Wie de tekst bijwerkt, werkt zo ook de
dia's, de notities en het uitdeelblad bij.

``dia``
    De aanwijzing in de tekst.
``lezen``, ``soorten``
    Van de tekst van een hoofdstuk naar dia's, en hoe elke dia eruitziet; van de werkvormen naar
    kaarten.
``dek``
    Van een hoofdstuk naar een reeks dia's, met knoppen die aftellen.
``powerpoint``
    Van een reeks dia's naar een bestand voor PowerPoint.
``getekend``
    Van een tekening naar een dia of een blad om op te hangen.
``opmaak``
    Van de tekst naar eenvoudige HTML, zonder links en zonder klassen van het thema.
``bladen``
    De bestanden: dia's (``_dia/``), uitdeelbladen, kaarten en posters (``_uitdeel/``).
``mee``
    Wat de dia's nodig hebben: reveal.js, script en stijl, met een controlegetal in de naam.
``sphinx_deel``
    De koppeling met de bouw.
``drukken``
    De uitdeelbladen en kaarten als pdf, en de site als zip (``python -m trainer``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan bij Sphinx."""
    from trainer import dia, sphinx_deel

    app.add_event(sphinx_deel.DEKKEN)
    app.add_node(dia.dia)
    app.add_node(dia.dias_link)
    app.add_role("dias", dia.DiasRol())
    app.add_directive("dia", dia.DiaDirective)
    app.connect("doctree-resolved", sphinx_deel.take_slides)
    # Voor de huisstijl (950), die als laatste bepaalt wat een pagina laadt.
    app.connect("html-page-context", sphinx_deel.add_links, priority=900)
    # Voor de voorraad van de service worker (900), die de hele site leest.
    app.connect("build-finished", sphinx_deel.write_sheets, priority=800)
    return {
        "version": "1",
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": False,
    }
