"""Het widget achter een scherm in een pagina van het boek: een comm, en verder niets.

De pagina tekent zelf en heeft alleen de boom en berichten nodig. anywidget, traitlets en ipywidgets
blijven hier weg: samen kosten zij een kwart van de tijd die importeren duurt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import comm

_SOORT = "application/vnd.jupyter.widget-view+json"


class Widget:
    """Wat :class:`~lv_tools.schermdelen.scherm.Scherm` van een widget gebruikt."""

    def __init__(self) -> None:
        self._luisteraars: list[Callable[[Any, Mapping[str, Any], list[Any]], object]] = []
        self.comm: Any = comm.create_comm(
            target_name="jupyter.widget",
            data={"state": self.get_state(), "buffer_paths": []},
            metadata={"version": "2.1.0"},
        )
        self.comm.on_msg(self._receive)

    @property
    def model_id(self) -> str:
        """Het kenmerk van dit widget in de pagina."""
        return str(self.comm.comm_id)

    def to_tree(self) -> dict[str, Any]:
        """Geef de boom zoals hij nu is."""
        raise NotImplementedError

    def get_state(self) -> dict[str, Any]:
        """Geef wat de pagina bij het openen krijgt."""
        return {"boom": self.to_tree()}

    def on_msg(self, functie: Callable[[Any, Mapping[str, Any], list[Any]], object]) -> None:
        """Roep deze functie bij elk bericht van de pagina."""
        self._luisteraars.append(functie)

    def send(self, inhoud: Mapping[str, Any], buffers: Sequence[bytes] | None = None) -> None:
        """Stuur een bericht naar de pagina."""
        self.comm.send(data={"method": "custom", "content": inhoud}, buffers=buffers)

    def close(self) -> None:
        """Sluit de verbinding."""
        self.comm.close()

    def _receive(self, bericht: Mapping[str, Any]) -> None:
        gegevens = bericht["content"]["data"]
        if gegevens.get("method") == "custom":
            for functie in tuple(self._luisteraars):
                functie(self, gegevens["content"], list(bericht["buffers"]))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        inhoud = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {"text/plain": type(self).__name__, _SOORT: inhoud}
