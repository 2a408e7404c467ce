"""Verdeel alle Python voor in de pagina over archieven, zodat een lezer alleen haalt wat nodig is.

``python``
    de standaardbibliotheek en de pakketten, voor zover elke start ze nodig heeft;
``lv``
    de kern, en wat de hulpmiddelen delen, met de gegevens;
``lv-NAAM``
    een hulpmiddel, met de modules die alleen dit hulpmiddel nodig heeft;
``deel-N``
    modules die een paar hulpmiddelen nodig hebben, maar niet alle;
``laat-NAAM``
    een pakket dat pas bij gebruik komt, met de modules die alleen dat pakket nodig heeft;
``laat-rest``
    al het andere. Daardoor kan het snoeien nooit iets stukmaken: wat toch nodig blijkt, komt later.

Wat nodig is volgt uit de importregels zelf, niet uit een lijst die iemand bijhoudt.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from levend.aanpassen import maak_pakketten_lui
from levend.compileren import (
    HIER,
    LATE_WIELEN,
    Module,
    compileer,
    lees_bronnen,
    vaste_modules,
)
from levend.zipbestand import maak_zip

#: Hiermee begint de pagina.
WORTELS = ("_pyodide", "pyodide", "lv_kern.kern", "IPython.display")
#: Delen van ``lv_tools`` die er in een pagina nooit zijn: de kant voor wie in Python verdergaat.
NIET_IN_DE_PAGINA = ("lv_tools/verder/",)
#: Mappen in ``data`` die geen hulpmiddel leest.
GEEN_GEGEVENS = {"ruw", "voorbeeld", "__pycache__"}
#: Laadt zijn eigen modules pas als iemand ernaar vraagt (zie aanpassen.py).
LUI = "ipywidgets"


@dataclass(frozen=True, slots=True)
class Archief:
    """Een zip-archief voor in de pagina.

    Attributes
    ----------
    naam : str
        Zie bovenaan deze module.
    inhoud : bytes
        Het archief.
    modules : tuple of str
        Volledige namen van de modules erin.
    voor : tuple of str
        De hulpmiddelen die dit archief bij hun start nodig hebben, naast ``python`` en ``lv``.
    """

    naam: str
    inhoud: bytes
    modules: tuple[str, ...]
    voor: tuple[str, ...] = ()


def hulpmiddelen_in(code: str, pakket: str) -> tuple[str, ...]:
    """Geef de hulpmiddelen die een cel gebruikt.

    Parameters
    ----------
    code : str
        De Python van de cel.
    pakket : str
        Naam van het pakket met de hulpmiddelen.

    Returns
    -------
    tuple of str
        Namen zoals ``"lv_tools.bevindingenverkenner"``.

    Examples
    --------
    >>> hulpmiddelen_in("from lv_tools.meter.scherm import open_scherm", "lv_tools")
    ('lv_tools.meter',)
    """
    namen: set[str] = set()
    for regel in ast.walk(ast.parse(code)):
        if isinstance(regel, ast.Import):
            namen.update(naam.name for naam in regel.names)
        elif isinstance(regel, ast.ImportFrom) and regel.module:
            namen.add(regel.module)
    delen = (naam.split(".") for naam in namen)
    return tuple(sorted({".".join(d[:2]) for d in delen if d[0] == pakket and len(d) > 1}))


def maak_archieven(
    lv_tools: Path, gegevens: Path, hulpmiddelen: Iterable[str]
) -> tuple[Archief, ...]:
    """Maak alle Python-archieven.

    Parameters
    ----------
    lv_tools : Path
        De map van het pakket ``lv_tools``.
    gegevens : Path
        De map ``data``; alles behalve ``ruw`` en ``voorbeeld`` gaat mee.
    hulpmiddelen : iterable of str
        De hulpmiddelen die ergens in het boek levend staan.

    Returns
    -------
    tuple of Archief
        Bij dezelfde invoer altijd dezelfde. Elke module zit in precies een archief.
    """
    bij_start, vast = vaste_modules()
    pakket = lv_tools.name
    alle_bronnen = lees_bronnen(lv_tools.parent, pakket)
    eigen_bronnen = maak_pakketten_lui(
        {n: b for n, b in alle_bronnen.items() if not n.startswith(NIET_IN_DE_PAGINA)}
    )
    bronnen = {**lees_bronnen(HIER / "python"), **eigen_bronnen}
    _, eigen = compileer(bronnen, 0, methoden=True)
    # Wie het luie pakket zelf gebruikt, kan er elke module uit vragen.
    lui = tuple(n for n in vast if n.startswith(f"{LUI}.widgets."))
    eigen = {
        n: replace(m, later=m.later + lui) if LUI in m.meteen + m.later else m
        for n, m in eigen.items()
    }
    alle = {**vast, **eigen}
    late_modules = {n for n in alle if n.split(".")[0] in LATE_WIELEN}
    van = {h: {n for n in eigen if n == h or n.startswith(f"{h}.")} for h in sorted(hulpmiddelen)}
    nodig = {h: afsluiting(alle, namen, late_modules, eigen) for h, namen in van.items()}

    # In 'lv': de kern, wat alle hulpmiddelen delen, en pakketten met bestanden ernaast (een module
    # leest die uit haar eigen archief).
    van_een = set().union(*van.values())
    met_bestanden = {
        ".".join(n.split("/")[:2]) for n in bronnen if not n.endswith(".py") and n.count("/") > 1
    }
    lv = {n for n in eigen if n.split(".")[0] != pakket} | {pakket}
    for naam in set().union(*nodig.values()) & eigen.keys() - van_een:
        overal = all(naam in namen for namen in nodig.values())
        if overal or ".".join(naam.split(".")[:2]) in met_bestanden:
            lv.add(naam)
    start = afsluiting(alle, (*WORTELS, *bij_start, *lv), late_modules)
    python = start - eigen.keys()

    archieven = [_archief("python", alle, python)]
    bestanden = {n: b for n, b in bronnen.items() if not n.endswith(".py")}
    per_hulpmiddel = {
        h: {n: b for n, b in bestanden.items() if n.startswith(f"{h.replace('.', '/')}/")}
        for h in van
    }
    gedeeld = {
        n: b
        for n, b in bestanden.items()
        if not any(n in eigen_ for eigen_ in per_hulpmiddel.values())
    }
    archieven.append(_archief("lv", alle, lv, {**gedeeld, **_gegevensbestanden(pakket, gegevens)}))
    geplaatst = python | lv
    groepen: dict[tuple[str, ...], set[str]] = {(h,): set(namen) for h, namen in van.items()}
    for naam in sorted(set().union(*nodig.values()) - geplaatst - van_een):
        groep = tuple(h for h in van if naam in nodig[h])
        groepen.setdefault(groep, set()).add(naam)
    for nummer, (groep, namen) in enumerate(sorted(groepen.items())):
        alleen = groep[0] if len(groep) == 1 else None
        archieven.append(
            _archief(
                f"lv-{alleen.rpartition('.')[2]}" if alleen else f"deel-{nummer}",
                alle,
                namen,
                per_hulpmiddel.get(alleen or "", {}),
                voor=groep,
            )
        )
        geplaatst |= namen
    for pakketnaam in (*LATE_WIELEN, LUI, "anywidget"):
        wortels = [n for n in alle if n.split(".")[0] == pakketnaam]
        keuze = afsluiting(alle, wortels) - geplaatst
        if not keuze:  # zat al bij het pakket dat ervan gebruikmaakt
            continue
        archieven.append(_archief(f"laat-{pakketnaam}", alle, keuze))
        geplaatst |= keuze
    archieven.append(_archief("laat-rest", alle, alle.keys() - geplaatst))
    return tuple(archieven)


def afsluiting(
    modules: Mapping[str, Module],
    wortels: Iterable[str],
    zonder: Iterable[str] = (),
    ook_later: Iterable[str] = (),
) -> set[str]:
    """Geef alle modules die geladen worden als de wortels geladen worden.

    Parameters
    ----------
    modules : mapping of str to Module
        Alle bekende modules.
    wortels : iterable of str
        Waar het laden begint. Namen die geen module zijn, tellen niet.
    zonder : iterable of str
        Modules die niet meegaan, ook niet als iets ze importeert.
    ook_later : iterable of str
        Modules waarvan ook telt wat zij pas binnen een functie importeren.

    Returns
    -------
    set of str
        De namen, met de bovenliggende pakketten.
    """
    overslaan, ook = set(zonder), set(ook_later)
    gezien: set[str] = set()
    te_doen = list(wortels)
    while te_doen:
        naam = te_doen.pop()
        if naam in gezien or naam in overslaan or naam not in modules:
            continue
        gezien.add(naam)
        te_doen += modules[naam].meteen
        if naam in ook:
            te_doen += modules[naam].later
        te_doen.append(naam.rpartition(".")[0])
    return gezien


def _archief(
    naam: str,
    modules: Mapping[str, Module],
    keuze: Iterable[str],
    verder: Mapping[str, bytes] | None = None,
    voor: tuple[str, ...] = (),
) -> Archief:
    namen = tuple(sorted(keuze))
    inhoud = {modules[n].bestand: modules[n].pyc for n in namen}
    return Archief(naam, maak_zip({**inhoud, **(verder or {})}), namen, voor)


def _gegevensbestanden(pakket: str, map_: Path) -> dict[str, bytes]:
    return {
        f"{pakket}/_data/{pad.relative_to(map_).as_posix()}": pad.read_bytes()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file() and not GEEN_GEGEVENS & set(pad.relative_to(map_).parts)
    }
