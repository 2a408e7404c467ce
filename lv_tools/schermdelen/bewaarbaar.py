"""Wat het bewaren van een hulpmiddel nodig heeft, los van hoe dat hulpmiddel zijn werk bijhoudt."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from lv_tools.schermdelen.deel import Verbinding
from lv_tools.schermdelen.terugzetten import restore

#: Wat er na het openen nog bovenop komt: wat per naam is ingevuld, of wat opnieuw moet gebeuren.
Laag = Mapping[str, Any] | Callable[[], None]


class Bewaarbaar(Protocol):
    """Werk dat te bewaren en terug te zetten is."""

    #: Wat de lezer na het openen moet weten; leeg is niets.
    melding: str

    def to_data(self) -> dict[str, Any]:
        """Geef wat bewaard wordt, als JSON."""
        ...

    def from_data(self, gegevens: Mapping[str, Any], /, *lagen: Laag) -> None:
        """Vervang alles door wat bewaard was, en daarna door elke laag; leeg is een nieuw bestand.

        Raises
        ------
        ValueError
            Als dat niet kan. Wie dit roept, zet daarna terug wat er eerst stond.
        """
        ...

    def early(self) -> Laag:
        """Geef wat er gebeurde voordat er een bestand openging; leeg als dat niets was."""
        ...

    def become_own(self) -> None:
        """Ga verder als kopie: een werk van zichzelf, los van waar het vandaan komt."""
        ...


class Delenwerk:
    """Werk dat in de delen van een scherm zelf zit, met wat een hulpmiddel er los bij bewaart.

    Parameters
    ----------
    extra, bij_extra, bij_herstel
        Zie :class:`lv_tools.schermdelen.bewaren.Bewaren`.
    """

    def __init__(
        self,
        extra: Callable[[], Any] | None = None,
        bij_extra: Callable[[Any], object] | None = None,
        bij_herstel: Callable[[], object] | None = None,
    ) -> None:
        self.extra, self.bij_extra, self.bij_herstel = extra, bij_extra, bij_herstel
        self.scherm: Verbinding | None = None
        self.melding = ""
        self._begin = "{}"
        self._eerder = False
        #: Wat in dit bestand staat en op dit scherm geen plek heeft; het gaat bij elk bewaren mee.
        self._over: dict[str, Any] = {}

    def start(self, scherm: Verbinding) -> None:
        """Werk voor dit scherm; onthoud hoe het leeg is, zodra de pagina er is."""
        self.scherm = scherm
        scherm.bij_begin(self._remember_begin)

    def to_data(self) -> dict[str, Any]:
        """Geef wat er in de delen staat, met wat er los bij hoort en wat over is."""
        staat: dict[str, Any] = {}
        if self.scherm is not None:
            staat["delen"] = {deel.naam: deel.keep() for deel in self.scherm.walk() if deel.naam}
        if self.extra is not None:
            staat["extra"] = self.extra()
        if self._over:
            staat["over"] = self._over
        return staat

    def from_data(self, gegevens: Mapping[str, Any], /, *lagen: Laag) -> None:
        """Maak het scherm leeg, en zet terug wat bewaard was en wat er daarna nog getypt is."""
        self.melding, self._over = "", {}
        self._apply(json.loads(self._begin))
        self._apply(gegevens)
        naloop: dict[str, Any] = {}
        for laag in lagen:
            naloop |= {} if callable(laag) else laag
        if naloop:
            self._apply({"delen": naloop})
        if self.bij_herstel is not None:
            self.bij_herstel()

    def early(self) -> Laag:
        """Wie al iets koos voordat het bewaren begon, houdt dat."""
        if self._eerder:
            return {}
        self._eerder = True
        begin = json.loads(self._begin).get("delen", {})
        nu = json.loads(_dump(self.to_data())).get("delen", {})
        return {naam: waarde for naam, waarde in nu.items() if waarde != begin.get(naam, waarde)}

    def become_own(self) -> None:
        """Delen hebben geen kenmerk."""

    def _remember_begin(self) -> None:
        self._begin = _dump(self.to_data())

    def _apply(self, staat: Mapping[str, Any]) -> None:
        """Zet terug wat past; wat niet past, wordt gemeld en blijft in het bestand."""
        if self.bij_extra is not None and "extra" in staat:
            self.bij_extra(staat["extra"])
        if self.scherm is None:
            return
        rest = restore(self.scherm, dict(staat.get("delen") or {}))
        self._over |= {**dict(staat.get("over") or {}), **(rest.over or {})}
        self.melding = str(rest) or self.melding


def _dump(staat: Mapping[str, Any]) -> str:
    return json.dumps(staat, allow_nan=False)
