"""Het eerste scherm van een hulpmiddel, gemaakt bij het bouwen door hetzelfde Python als altijd.

De pagina zet het neer zonder op Python te wachten. In de browser maakt Python het daarna nog eens,
en neemt het over; zie README.md.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: Staat waar Python de dag van vandaag invulde; de pagina zet er de dag van het lezen.
VANDAAG = "@vandaag"

#: Voert elke cel uit en schrijft de boom van wat de laatste regel oplevert; zonder boom null.
PROGRAMMA = """
import ast, json, sys
uit = []
for code in json.load(sys.stdin):
    regels = ast.parse(code)
    namen = {"__name__": "__main__"}
    laatste = regels.body.pop() if isinstance(regels.body[-1], ast.Expr) else None
    exec(compile(regels, "<hulpmiddel>", "exec"), namen)
    ding = None
    if laatste:
        ding = eval(compile(ast.Expression(laatste.value), "<hulpmiddel>", "eval"), namen)
    uit.append(ding.to_tree() if hasattr(ding, "to_tree") else None)
json.dump(uit, sys.stdout, allow_nan=False)
"""

#: Schrijft van elk hulpmiddel met een formulier voor deelnemers wat de pagina daarvoor nodig heeft.
DEELNEMERS = """
import importlib, importlib.util, json, sys
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel, Opstelling
uit = {}
for naam in json.load(sys.stdin):
    try:
        kan = importlib.util.find_spec(naam + ".scherm.deelnemer")
    except ModuleNotFoundError:
        kan = None
    if kan:
        deuren = vars(importlib.import_module(naam + ".hulpmiddel")).values()
        (deur,) = (deur for deur in deuren if isinstance(deur, Hulpmiddel))
        maak = importlib.import_module(naam + ".scherm.deelnemer").participant_data
        uit[naam] = maak(Opstelling(deur))
json.dump(uit, sys.stdout, allow_nan=False)
"""


class BoomError(RuntimeError):
    """Een hulpmiddel opent niet bij het bouwen. De tekst is het spoor van Python."""


def maak_bomen(codes: Iterable[str], wortel: Path) -> dict[str, dict[str, Any]]:
    """Geef bij de code van een cel de boom van haar eerste scherm.

    Parameters
    ----------
    codes : iterable of str
        De Python van de levende cellen.
    wortel : Path
        De map waar het pakket met de hulpmiddelen in staat.

    Returns
    -------
    dict
        Alleen voor cellen die een scherm opleveren; een andere widget heeft geen boom.

    Raises
    ------
    BoomError
        Als een cel niet uit te voeren is.
    """
    alle = sorted(set(codes))
    bomen = _voer_uit(PROGRAMMA, alle, wortel)
    return {code: boom for code, boom in zip(alle, bomen, strict=True) if boom}


def maak_deelnemers(hulpmiddelen: Iterable[str], wortel: Path) -> dict[str, Any]:
    """Geef bij elk hulpmiddel met een formulier voor deelnemers wat de pagina daarvoor nodig heeft.

    Parameters
    ----------
    hulpmiddelen : iterable of str
        Namen zoals ``"lv_tools.zelfevaluatie"``.
    wortel : Path
        De map waar het pakket met de hulpmiddelen in staat.

    Raises
    ------
    BoomError
        Als een hulpmiddel het niet kan maken.
    """
    alle = sorted(naam for naam in set(hulpmiddelen) if naam.startswith("lv_tools."))
    uit: dict[str, Any] = _voer_uit(DEELNEMERS, alle, wortel) if alle else {}
    return uit


def _voer_uit(programma: str, invoer: list[str], wortel: Path) -> Any:
    uitkomst = subprocess.run(
        [sys.executable, "-c", programma],
        input=json.dumps(invoer),
        env={
            **os.environ,
            "LV_TOOLS_STIL": "0",
            "LV_TOOLS_PAGINA": "1",
            "PYTHONPATH": os.pathsep.join([str(wortel), os.environ.get("PYTHONPATH", "")]),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if uitkomst.returncode:
        raise BoomError(uitkomst.stderr)
    return json.loads(uitkomst.stdout)


def zonder_vandaag(waarde: Any, vandaag: str) -> Any:
    """Geef een boom zonder de dag waarop het boek gebouwd is.

    Parameters
    ----------
    waarde : object
        De boom of een deel ervan, zoals JSON hem kent.
    vandaag : str
        De dag van bouwen, zoals een veld hem toont.
    """
    if isinstance(waarde, dict):
        return {naam: zonder_vandaag(w, vandaag) for naam, w in waarde.items()}
    if isinstance(waarde, list):
        return [zonder_vandaag(w, vandaag) for w in waarde]
    return VANDAAG if waarde == vandaag else waarde


def als_tekst(boom: dict[str, Any], vandaag: str) -> str:
    """Schrijf een boom zoals hij in een pagina staat."""
    kaal = zonder_vandaag(boom, vandaag)
    return json.dumps(kaal, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
