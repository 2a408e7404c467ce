"""Een pagina in Python: past berichten van een scherm toe zoals js/scherm.js dat doet."""

from __future__ import annotations

import json
from typing import Any

from lv_tools.schermdelen import Deel, Scherm


class Pagina:
    """Houdt een boom bij uit de berichten alleen, en stuurt gebeurtenissen."""

    def __init__(self, scherm: Scherm) -> None:
        self.scherm = scherm
        self.berichten: list[tuple[dict[str, Any], list[bytes]]] = []
        scherm.send = self._ontvang  # type: ignore[method-assign]
        self.boom = self._json(scherm.to_tree())
        self.nummer = 0
        self.stuur({"soort": "hallo", "versie": self.boom["versie"]})

    @staticmethod
    def _json(wat: Any) -> Any:
        return json.loads(json.dumps(wat, allow_nan=False))

    def stuur(self, inhoud: dict[str, Any], buffers: tuple[bytes, ...] = ()) -> None:
        self.scherm._handle_custom_msg(inhoud, [memoryview(b) for b in buffers])

    def doe(self, deel: Deel, naam: str, *buffers: bytes, **gegevens: Any) -> str:
        """Stuur een gebeurtenis en geef de storing terug."""
        self.nummer += 1
        self.stuur(
            {
                "soort": "gebeurtenis",
                "deel": deel.id,
                "naam": naam,
                "gegevens": gegevens,
                "weergave": "hier",
                "nummer": self.nummer,
            },
            buffers,
        )
        soort = [b for b, _ in self.berichten if b["soort"] == "klaar"][-1]
        assert soort["nummer"] == self.nummer
        return str(soort["storing"])

    def kies(self, deel: Deel, waarde: Any) -> str:
        """Doe wat js doet als de lezer een waarde verandert."""
        self._vind(deel.id)["eigenschappen"]["waarde"] = self._json(waarde)
        return self.doe(deel, "wijziging", waarde=waarde)

    def opdrachten(self, naam: str) -> list[tuple[dict[str, Any], list[bytes]]]:
        return [
            (b["gegevens"], buffers)
            for b, buffers in self.berichten
            if b["soort"] == "opdracht" and b["naam"] == naam
        ]

    def _ontvang(self, inhoud: Any, buffers: list[bytes] | None = None) -> None:
        bericht = self._json(inhoud)
        self.berichten.append((bericht, list(buffers or [])))
        if bericht["soort"] == "boom":
            self.boom = bericht["boom"]
        if bericht["soort"] == "wijzigingen":
            assert bericht["versie"] == self.boom["versie"] + 1
            self.boom["versie"] = bericht["versie"]
            for wijziging in bericht["lijst"]:
                plek = self._vind(wijziging["deel"])
                if plek is None:
                    continue
                for naam, waarde in wijziging["eigenschappen"].items():
                    if wijziging["behalve"][naam] != "hier":
                        plek["eigenschappen"][naam] = waarde

    def _vind(self, kenmerk: str) -> Any:
        wachtrij = [self.boom["wortel"]]
        while wachtrij:
            deel = wachtrij.pop()
            if deel["id"] == kenmerk:
                return deel
            wachtrij += deel["eigenschappen"].get("inhoud", [])
        return None
