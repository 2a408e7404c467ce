"""Draait in Pyodide (zie compileer.mjs): compileer /werk/bron naar /werk/uit en noteer de imports.

De ``.pyc`` zijn van het soort 'ongecontroleerde hash': Python vraagt in de pagina niet naar een
bron of een tijdstempel. ``/werk/imports.json`` geeft per module wat zij meteen bij het laden
importeert (``meteen``) en wat pas binnen een functie (``later``), en verder welke modules een kale
Pyodide al geladen heeft (``bij_start``): daar zijn codecs bij die nergens in een importregel staan.
"""

import ast
import importlib._bootstrap_external as laadwerk
import importlib.util
import json
from pathlib import Path, PurePath

# Door compileer.mjs gezet, nog voordat dit script iets importeert.
OPTIMALISATIE: int = globals()["OPTIMALISATIE"]
BIJ_START: list[str] = json.loads(globals()["BIJ_START"])

BRON, UIT = Path("/werk/bron"), Path("/werk/uit")


def modulenaam(plek: PurePath) -> str:
    """Geef de volledige naam van de module in een bestand."""
    delen = plek.with_suffix("").parts
    return ".".join(delen[:-1] if delen[-1] == "__init__" else delen)


def telt_niet(knoop: ast.If) -> bool:
    """Herken ``if TYPE_CHECKING`` en ``if __name__ == ...``: die draaien in de pagina nooit."""
    voorwaarde = ast.unparse(knoop.test)
    return "TYPE_CHECKING" in voorwaarde or "__name__" in voorwaarde


def imports(boom: ast.Module, pakket: str) -> dict[str, list[str]]:
    """Geef wat een module importeert: meteen, en later."""
    gevonden: dict[str, set[str]] = {"meteen": set(), "later": set()}

    def bezoek(knoop: ast.AST, wanneer: str) -> None:
        for kind in ast.iter_child_nodes(knoop):
            if isinstance(kind, ast.If) and telt_niet(kind):
                for anders in kind.orelse:
                    bezoek(ast.Module([anders], []), wanneer)
            elif isinstance(kind, ast.Import):
                gevonden[wanneer].update(naam.name for naam in kind.names)
            elif isinstance(kind, ast.ImportFrom):
                basis = kind.module or ""
                if kind.level:
                    boven = pakket.split(".")[: len(pakket.split(".")) - kind.level + 1]
                    basis = ".".join([*boven, basis] if basis else boven)
                gevonden[wanneer].add(basis)
                gevonden[wanneer].update(f"{basis}.{naam.name}" for naam in kind.names)
            else:
                functie = isinstance(kind, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                bezoek(kind, "later" if functie else wanneer)

    bezoek(boom, "meteen")
    return {wanneer: sorted(namen) for wanneer, namen in gevonden.items()}


def main() -> None:
    """Doe het werk."""
    overzicht: dict[str, object] = {}
    for pad in sorted(BRON.rglob("*.py")):
        plek = pad.relative_to(BRON)
        naam, inhoud = modulenaam(plek), pad.read_bytes()
        pakket = naam if plek.name == "__init__.py" else naam.rpartition(".")[0]
        overzicht[naam] = {"bestand": f"{plek}c", **imports(ast.parse(inhoud), pakket)}
        code = compile(inhoud, str(plek), "exec", dont_inherit=True, optimize=OPTIMALISATIE)
        doel = UIT / f"{plek}c"
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(
            laadwerk._code_to_hash_pyc(  # type: ignore[attr-defined]  # niet gedocumenteerd, wel stabiel
                code, importlib.util.source_hash(inhoud), checked=False
            )
        )
    uitkomst = {"bij_start": BIJ_START, "modules": overzicht}
    Path("/werk/imports.json").write_text(json.dumps(uitkomst, sort_keys=True))


main()
