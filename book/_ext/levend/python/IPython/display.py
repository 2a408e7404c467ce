"""``display``, ``clear_output`` en de gangbare omhulsels."""

from __future__ import annotations

from typing import Any

import IPython


def display(*dingen: object, raw: bool = False, **_: Any) -> None:
    """Toon elk ding; met ``raw`` is het al een MIME-bundel."""
    from lv_kern.uitvoer import mimebundel

    schil = IPython.get_ipython()
    if schil is None:
        return
    for ding in dingen:
        schil.uitvoer.toon(ding if raw else mimebundel(ding))


def clear_output(wait: bool = False) -> None:
    """Wis wat er getoond is."""
    schil = IPython.get_ipython()
    if schil is not None:
        schil.uitvoer.wis(wait)


class _Omhulsel:
    mime = "text/plain"

    def __init__(self, data: str = "", **_: Any) -> None:
        self.data = data

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {self.mime: self.data}


class HTML(_Omhulsel):
    """Opgemaakte tekst."""

    mime = "text/html"


class SVG(_Omhulsel):
    """Een tekening."""

    mime = "image/svg+xml"


class Markdown(_Omhulsel):
    """Tekst met eenvoudige opmaak; de pagina toont hem zoals hij is."""
