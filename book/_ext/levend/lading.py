"""Stel samen wat de pagina ophaalt: de map ``_levend/`` van de site.

Elke naam bevat een controlegetal van de inhoud. Een nieuwe uitgave draait dus nooit met oude
onderdelen uit een cache, en wat niet veranderde hoeft niemand opnieuw op te halen.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from typing import Any

from levend.plaats import plaats, plaats_map
from levend.pythonzip import maak_archieven
from levend.slank import slank
from levend.vendor import npm_pakket
from levend.verkleinen import verklein
from levend.widgets_js import anywidget_js, lettertypen, widgets_js
from levend.zipbestand import voeg_toe

HIER = Path(__file__).parent
#: De lezer van QR-codes, en het stuk van zijn pakket dat hij gebruikt.
QRLEZER = ("decode", "index")
#: Wat later komt en modules met het scherm deelt; het staat daarom bij de modules daarvan.
GEDEELD = ("muur",)
#: Scripts die de pagina niet meteen nodig heeft, of al als beginpunt noemt.
LATER = {
    f"pagina/{naam}.mjs"
    for naam in ("pagina", "beheer", "grondvorm", "lijnen", "htmlmanager", "amd")
}


@dataclass(frozen=True, slots=True)
class Lading:
    """Alles onder ``_levend/`` en wat de pagina daarover weten moet.

    Attributes
    ----------
    bestanden : mapping of str to bytes
        Pad in de site naar inhoud.
    adressen : mapping
        Wat elke pagina gebruikt; de adressen zijn ten opzichte van de wortel van de site.
    hulpmiddelen : mapping of str to tuple of str
        Naam van een hulpmiddel naar de adressen van zijn archieven.
    deelnemers : mapping of str to str
        Naam van een hulpmiddel naar het adres van wat een formulier voor deelnemers nodig heeft.
    script, stijl : str
        Pad van het paginascript en van het stijlblad.
    vooraf : tuple of str
        Wat dat script nodig heeft om een eerste scherm neer te zetten.
    """

    bestanden: Mapping[str, bytes]
    adressen: Mapping[str, Any]
    hulpmiddelen: Mapping[str, tuple[str, ...]]
    script: str
    stijl: str
    vooraf: tuple[str, ...] = ()
    deelnemers: Mapping[str, str] = field(default_factory=dict)

    @property
    def sleutel(self) -> str:
        """Kenmerk van deze lading: verandert zodra een onderdeel verandert."""
        return hashlib.sha256("\n".join(sorted(self.bestanden)).encode()).hexdigest()[:16]

    def voor_pagina(self, hulpmiddelen: Iterable[str]) -> dict[str, Any]:
        """Geef wat een pagina met deze hulpmiddelen moet weten; gaat er als JSON in mee.

        Parameters
        ----------
        hulpmiddelen : iterable of str
            Namen zoals ``"lv_tools.bevindingenverkenner"``.

        Returns
        -------
        dict
            De adressen, en per bestand de bytes zoals het is (``ruw``) en over de lijn
            (``verpakt``).
        """
        eigen = sorted({adres for naam in hulpmiddelen for adres in self.hulpmiddelen[naam]})
        te_tellen = [
            f"{self.adressen['pyodide']}pyodide.asm.wasm",
            self.adressen["python"],
            self.adressen["lv"],
            *eigen,
        ]
        bestanden: list[dict[str, Any]] = [
            {
                "adres": naam,
                "ruw": len(self.bestanden[naam]),
                "verpakt": verpakt(naam, self.bestanden[naam]),
            }
            for naam in te_tellen
        ]
        totaal = sum(bestand["verpakt"] for bestand in bestanden)
        return {
            **self.adressen,
            "hulpmiddelen": eigen,
            "bestanden": bestanden,
            "totaal": totaal,
            "uitgave": self.sleutel,
            **self._formulier(hulpmiddelen),
        }

    def _formulier(self, hulpmiddelen: Iterable[str]) -> dict[str, Any]:
        """Geef de adressen van het formulier voor wie een link krijgt, als dat er is."""
        naam = next((naam for naam in hulpmiddelen if naam in self.deelnemers), "")
        if not naam:
            return {}
        map_ = f"{self.script.rpartition('pagina/')[0]}deelnemer/"
        vorm = f"{map_}{naam.rpartition('.')[2]}.mjs"
        return {
            "deelnemer": {
                "begin": f"{map_}deelnemer.mjs",
                "vorm": vorm,
                "kennis": self.deelnemers[naam],
            }
        }

    def omvang(self, hulpmiddelen: Iterable[str]) -> int:
        """Geef de bytes (ingepakt) tot en met deze hulpmiddelen.

        plotly.js telt niet mee (dat hoort bij de figuren), en html-manager ook niet: de
        hulpmiddelen van het boek hebben aan anywidget genoeg.
        """
        namen = {
            *(bestand["adres"] for bestand in self.voor_pagina(hulpmiddelen)["bestanden"]),
            self.adressen["anywidget"],
        }
        map_ = self.script.rpartition("pagina/")[0]
        for naam in self.bestanden:
            if naam.startswith((self.adressen["pyodide"], map_)):
                namen.add(naam)
        return sum(verpakt(naam, self.bestanden[naam]) for naam in namen)


def maak_lading(
    lv_tools: Path,
    gegevens: Path,
    hulpmiddelen: Iterable[str],
    deelnemers: Mapping[str, Any] | None = None,
) -> Lading:
    """Stel de lading samen.

    Parameters
    ----------
    lv_tools : Path
        De map van het Python-pakket met de hulpmiddelen.
    gegevens : Path
        De map met gegevens, die naast of in het pakket hoort.
    hulpmiddelen : iterable of str
        De hulpmiddelen die ergens in het boek levend staan.
    deelnemers : mapping of str to object, optional
        Wat een formulier voor deelnemers nodig heeft, per hulpmiddel dat er een heeft.

    Returns
    -------
    Lading
        Bij dezelfde invoer altijd byte voor byte dezelfde.
    """
    bestanden: dict[str, bytes] = {}
    archieven = {a.naam: a for a in maak_archieven(lv_tools, gegevens, hulpmiddelen)}
    los = {
        naam: plaats(bestanden, naam, ".zip", archief.inhoud)
        for naam, archief in archieven.items()
        if naam not in ("python", "lv")
    }
    register = [
        {"adres": adres, "modules": list(archieven[naam].modules)} for naam, adres in los.items()
    ]
    lv = voeg_toe(archieven["lv"].inhoud, {"lv_kern/laat.json": _json(register)})
    pyodide = npm_pakket("pyodide")
    namen = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
    widgets = plaats_map(bestanden, "widgets", {"widgets.js": widgets_js(), **lettertypen()})
    scripts = _eigen_scripts()
    script = plaats_map(bestanden, "script", scripts)
    scherm = _schermscript(lv_tools)
    eerste = {"scherm": plaats(bestanden, "scherm", ".mjs", scherm)} if scherm else {}
    later = _later(lv_tools, bestanden)
    kennis = {
        naam: plaats(bestanden, f"deelnemer-{naam.rpartition('.')[2]}", ".json", _json(wat))
        for naam, wat in sorted((deelnemers or {}).items())
    }
    paginascripts = [n for n in scripts if n.startswith("pagina/") and n.endswith("js")]
    return Lading(
        bestanden=bestanden,
        adressen={
            "pyodide": plaats_map(
                bestanden, "pyodide", {naam: (pyodide / naam).read_bytes() for naam in namen}
            ),
            "python": plaats(bestanden, "python", ".zip", archieven["python"].inhoud),
            "lv": plaats(bestanden, "lv", ".zip", lv),
            "widgets": f"{widgets}widgets.js",
            "anywidget": plaats(bestanden, "anywidget", ".mjs", anywidget_js()),
            "werker": f"{script}werker/werker.mjs",
            "slot": _slot(pyodide),
            **eerste,
            **({"later": later} if later else {}),
        },
        hulpmiddelen={
            h: tuple(los[naam] for naam, archief in archieven.items() if h in archief.voor)
            for h in sorted(hulpmiddelen)
        },
        script=f"{script}pagina/pagina.mjs",
        stijl=f"{script}pagina/levend.css",
        vooraf=(
            *(f"{script}{naam}" for naam in paginascripts if naam not in LATER),
            *eerste.values(),
        ),
        deelnemers=kennis,
    )


def _schermscript(lv_tools: Path) -> bytes | None:
    """Geef het script waarmee een scherm van dit pakket getekend wordt, als het schermen heeft."""
    if not (lv_tools / "schermdelen" / "bundel.py").is_file():
        return None
    return verklein({"scherm.mjs": _bundel(lv_tools)()})["scherm.mjs"].encode()


def _bundel(lv_tools: Path) -> Callable[..., str]:
    """Geef wat de modules van dit pakket samenvoegt, uit het pakket zelf."""
    bundel = lv_tools / "schermdelen" / "bundel.py"
    lader = SourceFileLoader("levend_bundel", str(bundel))
    module = importlib.util.module_from_spec(ModuleSpec(lader.name, lader, origin=str(bundel)))
    module.__file__ = str(bundel)
    lader.exec_module(module)
    script: Callable[..., str] = module.script
    return script


def _later(lv_tools: Path, bestanden: dict[str, bytes]) -> dict[str, str]:
    """Plaats de scripts van delen die pas komen als zij er staan, met wat zij zelf weer ophalen.

    Het lezen van QR-codes is groot: dat haalt alleen wie een camera aanzet.

    Returns
    -------
    dict
        Hoe een script heet, en zijn adres.
    """
    bronnen = {
        pad.stem: pad.read_text("utf-8")
        for pad in sorted((lv_tools / "schermdelen" / "later").glob("*.js"))
    }
    if not bronnen:
        return {}
    for naam in GEDEELD:
        if (lv_tools / "schermdelen" / "js" / f"{naam}.js").is_file():
            bronnen[naam] = _bundel(lv_tools)(f"{naam}.js")
    bronnen["qr"] = (npm_pakket("lean-qr") / "index.mjs").read_text("utf-8")
    klein = verklein({f"{naam}.mjs": bron for naam, bron in bronnen.items()})
    adressen = {
        naam: plaats(bestanden, f"scherm-{naam}", ".mjs", klein[f"{naam}.mjs"].encode())
        for naam in bronnen
    }
    lezer = npm_pakket("qr")
    delen = {f"{naam}.mjs": (lezer / f"{naam}.js").read_text("utf-8") for naam in QRLEZER}
    stukken = {f"{naam[:-4]}.js": stuk.encode() for naam, stuk in verklein(delen).items()}
    return {**adressen, "qrlezer": f"{plaats_map(bestanden, 'qrlezer', stukken)}{QRLEZER[0]}.js"}


def _eigen_scripts() -> dict[str, bytes]:
    bronnen = {
        pad.relative_to(HIER).as_posix(): pad.read_text("utf-8")
        for map_ in ("pagina", "werker", "deelnemer")
        for pad in sorted((HIER / map_).iterdir())
    }
    klein = verklein({naam: bron for naam, bron in bronnen.items() if naam.endswith("js")})
    return {naam: klein.get(naam, slank(bron)).encode() for naam, bron in bronnen.items()}


def _json(waarde: object) -> bytes:
    return json.dumps(waarde, separators=(",", ":"), ensure_ascii=False).encode()


def _slot(pyodide_map: Path) -> str:
    """Geef het slotbestand van Pyodide zonder pakketten: er wordt er geen een opgehaald."""
    inhoud = json.loads((pyodide_map / "pyodide-lock.json").read_text("utf-8"))
    return json.dumps({**inhoud, "packages": {}}, separators=(",", ":"))


@functools.cache
def verpakt(naam: str, inhoud: bytes) -> int:
    """Geef het aantal bytes over de lijn bij een server die met gzip inpakt."""
    if naam.endswith((".zip", ".woff2")):
        return len(inhoud)
    return len(gzip.compress(inhoud, 6))
