# ruff: noqa: N999 (zo heet het pakket dat dit vervangt)
"""Dunne plaatsvervanger van IPython voor in de pagina: alleen wat ipywidgets en anywidget vragen.

Het echte IPython kost 2,5 MB en een halve seconde. De kern hangt zich hier in met :func:`verbind`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

version_info = (9, 0, 0)
__version__ = "9.0.0"


class _Gebeurtenissen:
    def trigger(self, naam: str) -> None:
        """Niemand luistert hier naar ``pre_execute`` en ``post_execute``."""


class Schil:
    """Wat ``get_ipython()`` teruggeeft: net genoeg om fouten uit callbacks te melden."""

    events = _Gebeurtenissen()
    uitvoer: Any = None

    def __init__(self, meld_fout: Callable[[BaseException | None], None]) -> None:
        self._meld_fout = meld_fout

    def showtraceback(self, exc_tuple: Any = None, **_: Any) -> None:
        """Meld een fout; ipywidgets roept dit aan als een callback misgaat."""
        self._meld_fout(exc_tuple[1] if exc_tuple else None)


_schil: Schil | None = None


def get_ipython() -> Schil | None:
    """Geef de schil, of ``None`` zolang de kern er niet is."""
    return _schil


def verbind(uitvoer: Any, meld_fout: Callable[[BaseException | None], None]) -> None:
    """Hang de kern in; daarna werken ``display``, ``clear_output`` en foutmeldingen."""
    global _schil  # noqa: PLW0603 (IPython heeft er ook precies een per proces)
    _schil = Schil(meld_fout)
    _schil.uitvoer = uitvoer
