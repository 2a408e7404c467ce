"""Wat een cel of een callback laat zien: naar de pagina, of in een ``Output``-widget."""

from __future__ import annotations

from typing import Any, Literal, Protocol

import IPython


class Bestemming(Protocol):
    """Waar uitvoer heen gaat: de kern, die met de pagina praat."""

    cel: str | None

    def stuur(self, bericht: dict[str, Any]) -> None:
        """Stuur een bericht naar de pagina."""

    def meld_fout(self, fout: BaseException | None = None) -> None:
        """Meld een fout aan de lezer."""


def mimebundel(ding: object) -> dict[str, Any]:
    """Geef hoe iets getoond wil worden, zoals Jupyter dat vraagt.

    Parameters
    ----------
    ding : object
        Een widget, iets met ``_repr_html_``, of elk ander object.

    Returns
    -------
    dict
        MIME-type naar inhoud; nooit leeg.
    """
    for methode, mime in (("_repr_mimebundle_", None), ("_repr_html_", "text/html")):
        maak = None if isinstance(ding, type) else getattr(ding, methode, None)
        inhoud = maak() if maak else None
        if isinstance(inhoud, tuple):  # (gegevens, metagegevens)
            inhoud = inhoud[0]
        if inhoud:
            return inhoud if mime is None else {mime: inhoud}
    return {"text/plain": repr(ding)}


class Uitvoer:
    """Verdeelt uitvoer: de binnenste geopende ``Output``-widget, anders de pagina.

    Parameters
    ----------
    kern : Bestemming
        De kern die naar de pagina stuurt.
    """

    def __init__(self, kern: Bestemming) -> None:
        self._kern = kern
        self._open: list[Any] = []  # geopende Output-widgets, de binnenste achteraan
        self._te_wissen: set[str] = set()  # model_id's die wissen zodra er nieuwe uitvoer is

    def toon(self, gegevens: dict[str, Any], metagegevens: dict[str, Any] | None = None) -> None:
        """Laat een MIME-bundel zien."""
        if self._open:
            self._voeg_toe({"output_type": "display_data", "data": gegevens}, metagegevens)
        else:
            self._kern.stuur({"soort": "toon", "cel": self._kern.cel, "gegevens": gegevens})

    def schrijf(self, tekst: str, naam: str) -> None:
        """Laat tekst zien die naar stdout of stderr ging."""
        if self._open:
            self._voeg_toe({"output_type": "stream", "name": naam, "text": tekst})
        elif tekst.strip():
            self._kern.stuur({"soort": "tekst", "naam": naam, "tekst": tekst})

    def wis(self, wacht: bool = False) -> None:
        """Wis de uitvoer, met ``wacht`` pas als er nieuwe komt (dan flikkert er niets)."""
        if not self._open:
            self._kern.stuur({"soort": "wis", "cel": self._kern.cel})
        elif wacht:
            self._te_wissen.add(self._open[-1].model_id)
        else:
            self._open[-1].outputs = ()

    def _voeg_toe(self, uitvoer: dict[str, Any], meta: dict[str, Any] | None = None) -> None:
        widget = self._open[-1]
        eerdere = () if widget.model_id in self._te_wissen else widget.outputs
        self._te_wissen.discard(widget.model_id)
        if uitvoer["output_type"] == "display_data":
            uitvoer["metadata"] = meta or {}
        widget.outputs = (*eerdere, uitvoer)

    def open(self, widget: Any) -> Any:
        """Laat alle uitvoer vanaf nu in deze widget komen."""
        self._open.append(widget)
        return widget

    def sluit(self, fout: BaseException | None) -> Literal[True]:
        """Laat de uitvoer weer gaan waar zij ging, en meld een fout."""
        self._open.pop()
        if fout is not None:
            self._kern.meld_fout(fout)
        return True  # zoals in Jupyter: de melding is gegeven, de lezer kan verder


def vang_op(soort: Any) -> Any:
    """Laat ``with Output():`` hier opvangen wat in Jupyter de server opvangt.

    Parameters
    ----------
    soort : type
        De klasse ``Output`` van ipywidgets; zie ``aanpassen.py``.

    Returns
    -------
    type
        Dezelfde klasse.
    """

    def binnen(widget: Any) -> Any:
        return IPython.get_ipython().uitvoer.open(widget)

    def buiten(_widget: Any, _soort: Any, fout: BaseException | None, _spoor: Any) -> Literal[True]:
        return IPython.get_ipython().uitvoer.sluit(fout)

    soort.__enter__, soort.__exit__ = binnen, buiten
    return soort


class Stroom:
    """Vervangt ``sys.stdout`` en ``sys.stderr``."""

    encoding = "utf-8"

    def __init__(self, uitvoer: Uitvoer, naam: str) -> None:
        self._uitvoer = uitvoer
        self._naam = naam

    def write(self, tekst: str) -> int:
        """Geef de tekst door en meld hoeveel tekens het waren."""
        self._uitvoer.schrijf(tekst, self._naam)
        return len(tekst)

    def flush(self) -> None:
        """Er wordt niets bewaard, dus er valt niets te legen."""

    def isatty(self) -> bool:
        """Zeg dat er geen terminal is."""
        return False
