"""Het vak met wat van een oudere vragenlijst over is, leesbaar en mee te nemen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.restvak import Restvak


class Restpaneel(Paneel[Any, Any, Any]):
    """Toont wat over is; is er niets, dan is er niets te zien.

    Parameters
    ----------
    over
        Geeft bij de staat wat geen plaats meer heeft.
    bestandsnaam
        Maakt van een soort en een extensie de naam van een bestand.
    """

    def __init__(
        self,
        werk: Werk[Any, Any],
        inhoud: Any,
        over: Callable[[Any], Sequence[Overblijfsel]],
        bestandsnaam: Callable[[str, str], str],
    ) -> None:
        super().__init__(werk, inhoud)
        self.over, self.bestandsnaam = over, bestandsnaam
        self._uitgave = -1

    def build(self) -> Iterable[Deel]:
        """Het vak."""
        self.vak = Restvak(self.bestandsnaam)
        return (self.vak.deel,)

    def show(self) -> None:
        """Kijk opnieuw, als er meer dan een veld veranderd is."""
        if self._uitgave != self.werk.uitgave:
            self._uitgave = self.werk.uitgave
            self.vak.show(self.over(self.werk.staat))
