"""Werk dat in de delen van een proefscherm zelf zit, met wat een toets er los bij bewaart."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from lv_tools.schermdelen import Deel, Scherm
from lv_tools.schermdelen.bewaarbaar import Laag


class Delenwerk:
    """Bewaart per naam wat er in een deel staat.

    Parameters
    ----------
    extra, bij_extra
        Geeft wat er los bij hoort, en zet het terug.
    """

    def __init__(
        self,
        extra: Callable[[], Any] = lambda: None,
        bij_extra: Callable[[Any], object] = lambda _wat: None,
    ) -> None:
        self.melding = ""
        self._extra, self._bij_extra = extra, bij_extra
        self._scherm: Scherm | None = None
        self._begin = self._data()
        self._eerder = False

    def start(self, scherm: Scherm) -> Scherm:
        """Werk voor dit scherm; zo is het leeg."""
        self._scherm = scherm
        self._begin = self._data()
        return scherm

    def to_data(self) -> dict[str, Any]:
        return self._data()

    def from_data(self, gegevens: Mapping[str, Any], /, *lagen: Laag) -> None:
        self._apply(self._begin)
        self._apply(gegevens)
        for laag in lagen:
            if not callable(laag):
                self._apply({"delen": laag})

    def early(self) -> Laag:
        """Wie al iets koos voordat het eerste bestand openging, houdt dat."""
        if self._eerder:
            return {}
        self._eerder = True
        begin, nu = self._begin["delen"], self._data()["delen"]
        return {naam: waarde for naam, waarde in nu.items() if waarde != begin.get(naam, waarde)}

    def become_own(self) -> None:
        """Een proefscherm heeft geen kenmerk."""

    def _parts(self) -> dict[str, Deel]:
        delen = self._scherm.walk() if self._scherm else ()
        return {d.naam: d for d in delen if d.naam and getattr(d, "waarde", None) is not None}

    def _data(self) -> dict[str, Any]:
        delen = {naam: deel.waarde for naam, deel in self._parts().items()}  # type: ignore[attr-defined]
        data: dict[str, Any] = json.loads(json.dumps({"delen": delen, "extra": self._extra()}))
        return data

    def _apply(self, staat: Mapping[str, Any]) -> None:
        if "extra" in staat:
            self._bij_extra(staat["extra"])
        nog = dict(staat.get("delen") or {})
        while hier := [naam for naam in nog if naam in self._parts()]:
            for naam in hier:
                deel, waarde = self._parts()[naam], nog.pop(naam)
                if deel.waarde != waarde:  # type: ignore[attr-defined]
                    with suppress(ValueError):
                        deel.waarde = waarde  # type: ignore[attr-defined]
                    if hasattr(deel, "notify"):
                        deel.notify()
                    elif deel.bij_wijziging is not None:  # type: ignore[attr-defined]
                        deel.bij_wijziging(waarde)  # type: ignore[attr-defined]
