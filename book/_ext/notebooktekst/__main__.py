"""Maak van elke rol in een notebook van het boek een gewone link."""

from __future__ import annotations

from notebooktekst import BOEK, to_links

for notebook in sorted(BOEK.glob("[!_]*/*.ipynb")):
    tekst = notebook.read_text("utf-8")
    if (nieuw := to_links(tekst)) != tekst:
        notebook.write_text(nieuw, "utf-8")
        print(notebook.relative_to(BOEK))
