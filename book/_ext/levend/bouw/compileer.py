"""Draait in Pyodide (zie compileer.mjs): compileer /werk/bron naar /werk/uit en noteer de imports.

De ``.pyc`` zijn van het soort 'ongecontroleerde hash': Python vraagt in de pagina niet naar een
bron of een tijdstempel. ``/werk/imports.json`` geeft per module wat zij meteen bij het laden
importeert (``meteen``) en wat pas binnen een functie (``later``), en verder welke modules een kale
Pyodide al geladen heeft (``bij_start``): daar zijn codecs bij die nergens in een importregel staan.

Een dataclass schrijft haar methoden bij het laden als tekst en compileert die: bijna de helft van
de tijd die importeren kost. Met wielen erbij (``/werk/wielen``) vangt dit script die tekst op en
zet haar als functie vooraan in de module zelf. De aangepaste ``dataclasses`` (zie aanpassen.py)
vindt haar daar; staat zij er niet, dan gaat alles als altijd. Een patroon (``re.compile``) dat een
module bij het laden maakt, wordt dan ook pas gemaakt als iemand het gebruikt.
"""

import ast
import contextlib
import dataclasses
import importlib._bootstrap_external as laadwerk
import importlib.util
import json
import sys
from pathlib import Path, PurePath

# Door compileer.mjs gezet, nog voordat dit script iets importeert.
OPTIMALISATIE: int = globals()["OPTIMALISATIE"]
BIJ_START: list[str] = json.loads(globals()["BIJ_START"])

BRON, UIT, WIELEN = Path("/werk/bron"), Path("/werk/uit"), Path("/werk/wielen")


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


def vang_methoden() -> dict[str, dict[str, str]]:
    """Importeer alles, en geef per module van elke dataclass de tekst van haar methoden."""
    gevangen: dict[str, dict[str, str]] = {}
    bouwer = dataclasses._FuncBuilder  # type: ignore[attr-defined]  # alleen bij het bouwen
    echt = bouwer.add_fns_to_class

    def luister(self: object, klasse: type) -> None:
        def voer_uit(tekst: str, namen: dict[str, object], uit: dict[str, object]) -> None:
            gevangen.setdefault(klasse.__module__, {})[klasse.__qualname__] = tekst
            exec(tekst, namen, uit)  # noqa: S102 -- dat doet dataclasses zelf ook

        dataclasses.exec = voer_uit  # type: ignore[attr-defined]
        try:
            echt(self, klasse)
        finally:
            del dataclasses.exec  # type: ignore[attr-defined]

    bouwer.add_fns_to_class = luister
    sys.path[:0] = [str(BRON), *map(str, sorted(WIELEN.iterdir()))]
    for pad in sorted(BRON.rglob("*.py")):
        # Wat hier niet te importeren is, schrijft zijn methoden in de pagina zelf.
        with contextlib.suppress(Exception):
            importlib.import_module(modulenaam(pad.relative_to(BRON)))
    bouwer.add_fns_to_class = echt
    return gevangen


def is_patroon(regel: ast.stmt) -> bool:
    """Zeg of deze regel een patroon bij het laden compileert."""
    return isinstance(regel, ast.Assign | ast.AnnAssign) and (
        isinstance(regel.value, ast.Call) and ast.unparse(regel.value.func) == "re.compile"
    )


def met_late_patronen(boom: ast.Module) -> None:
    """Laat elk patroon van de module pas compileren als iemand het gebruikt."""
    laat = [regel for regel in boom.body if is_patroon(regel)]
    for regel in laat:
        assert isinstance(regel, ast.Assign | ast.AnnAssign)  # noqa: S101 -- zie is_patroon
        doe = ast.Lambda(ast.parse("lambda: 0", mode="eval").body.args, regel.value)  # type: ignore[attr-defined,arg-type]
        regel.value = ast.Call(ast.Name("__lv_patroon", ast.Load()), [doe], [])
    if laat:
        haal = ast.parse("from lv_kern.patroon import Patroon as __lv_patroon").body[0]
        boom.body.insert(begin_van(boom), haal)
        ast.fix_missing_locations(boom)


def begin_van(boom: ast.Module) -> int:
    """Geef waar een module na haar toelichting en ``__future__`` begint."""
    begin = 0
    for regel in boom.body:
        uitleg = isinstance(regel, ast.Expr) and isinstance(regel.value, ast.Constant)
        if not uitleg and not (isinstance(regel, ast.ImportFrom) and regel.module == "__future__"):
            break
        begin += 1
    return begin


def met_methoden(boom: ast.Module, methoden: dict[str, str]) -> None:
    """Zet de methoden van dataclasses vooraan; aan geen regel van de module zelf verandert iets."""
    begin = begin_van(boom)
    for klasse, tekst in methoden.items():
        (functie,) = ast.parse(tekst).body
        assert isinstance(functie, ast.FunctionDef)  # noqa: S101 -- zo schrijft dataclasses haar
        functie.name = f"__lv_{klasse}_{len(tekst)}".replace(".", "__")
        for knoop in ast.walk(functie):
            if isinstance(knoop, ast.stmt | ast.expr | ast.arg | ast.keyword):
                knoop.lineno = knoop.end_lineno = 1
                knoop.col_offset = knoop.end_col_offset = 0
        boom.body.insert(begin, functie)


def main() -> None:
    """Doe het werk."""
    methoden = vang_methoden() if WIELEN.is_dir() else {}
    overzicht: dict[str, object] = {}
    for pad in sorted(BRON.rglob("*.py")):
        plek = pad.relative_to(BRON)
        naam, inhoud = modulenaam(plek), pad.read_bytes()
        pakket = naam if plek.name == "__init__.py" else naam.rpartition(".")[0]
        boom = ast.parse(inhoud)
        overzicht[naam] = {"bestand": f"{plek}c", **imports(boom, pakket)}
        met_methoden(boom, methoden.get(naam, {}))
        if WIELEN.is_dir() and naam.split(".")[0] != "lv_kern":
            met_late_patronen(boom)
        code = compile(boom, str(plek), "exec", dont_inherit=True, optimize=OPTIMALISATIE)
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
