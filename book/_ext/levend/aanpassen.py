"""Wat er voor de pagina verandert aan Python van anderen, en waarom.

Elke wijziging is een stuk tekst dat er precies een keer moet staan. Ziet een nieuwe versie er
anders uit, dan stopt de bouw: er verandert nooit ongemerkt iets niet.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from levend.vendor import VendorError, wiel_slot

#: anywidget vraagt zijn versie aan importlib.metadata, dat daarvoor elk archief opnieuw doorzoekt.
VERSIE = "from importlib.metadata import PackageNotFoundError, version"

#: Bestand naar (oud, nieuw).
VERVANGINGEN: dict[str, tuple[str, str]] = {
    "anywidget/_version.py": (
        VERSIE,
        'PackageNotFoundError = LookupError\nversion = {"anywidget": "{versie}"}.__getitem__',
    ),
    # De methoden van een dataclass staan al in haar module (zie bouw/compileer.py).
    "dataclasses.py": (
        "        exec(txt, self.globals, ns)\n        fns = ns['__create_fn__'](**self.locals)\n",
        "        maak = self.globals.pop(\n"
        "            f'__lv_{cls.__qualname__}_{len(txt)}'.replace('.', '__'), None)\n"
        "        if maak is None:\n"
        "            exec(txt, self.globals, ns)\n"
        "            maak = ns['__create_fn__']\n"
        "        fns = maak(**self.locals)\n",
    ),
    # Alles wat op een naam gaat, komt uit widgets/__init__.py; dat laadt pas wat gebruikt wordt.
    "ipywidgets/__init__.py": (
        "from .widgets import *\n",
        "from . import widgets\nfrom .widgets.widget import Widget\n\n__all__ = widgets.__all__\n\n"
        "def __getattr__(naam):\n    return getattr(widgets, naam)\n",
    ),
    # In Jupyter vangt de server op wat binnen `with Output():` gebeurt, hier doet de kern dat.
    "ipywidgets/widgets/widget_output.py": (
        "@register\nclass Output(DOMWidget):",
        "from lv_kern.uitvoer import vang_op\n\n@vang_op\n@register\nclass Output(DOMWidget):",
    ),
}
LUI = "ipywidgets/widgets/__init__.py"


def pas_aan(bronnen: dict[str, bytes]) -> dict[str, bytes]:
    """Geef de bronnen met de wijzigingen erin.

    Parameters
    ----------
    bronnen : dict of str to bytes
        Pad naar inhoud, van alle wielen bij elkaar.

    Returns
    -------
    dict of str to bytes
        Een nieuwe verzameling.

    Raises
    ------
    VendorError
        Als een bestand er anders uitziet dan verwacht.
    """
    uit = dict(bronnen)
    versie = wiel_slot()["anywidget"][0]
    for bestand, (oud, nieuw) in VERVANGINGEN.items():
        tekst = bronnen[bestand].decode()
        if tekst.count(oud) != 1:
            raise VendorError(f"{bestand} bevat {oud!r} niet precies een keer; nieuwe versie?")
        uit[bestand] = tekst.replace(oud, nieuw.replace("{versie}", versie)).encode()
    return maak_pakketten_lui(uit, {LUI})


def maak_pakketten_lui(bronnen: dict[str, bytes], moet: Iterable[str] = ()) -> dict[str, bytes]:
    """Geef de bronnen, met :func:`maak_lui` toegepast op elke ``__init__.py`` waar dat kan.

    Parameters
    ----------
    bronnen : dict of str to bytes
        Pad naar inhoud.
    moet : iterable of str
        Alleen deze bestanden, en hier moet het kunnen; leeg is overal waar het kan.

    Returns
    -------
    dict of str to bytes
        Een nieuwe verzameling.

    Raises
    ------
    VendorError
        Als een bestand uit ``moet`` meer bevat dan importregels.
    """
    uit = dict(bronnen)
    for bestand in moet or [naam for naam in bronnen if naam.endswith("__init__.py")]:
        lui = maak_lui(bronnen[bestand].decode())
        if lui is not None:
            uit[bestand] = lui.encode()
        elif moet:
            raise VendorError(f"{bestand} bevat meer dan importregels; nieuwe versie?")
    return uit


def maak_lui(tekst: str) -> str | None:
    """Laat een pakket zijn modules pas laden als iemand een naam eruit vraagt.

    Een ``__init__.py`` die alles verzamelt wat het pakket biedt, laadt anders ook alles; in de
    pagina is dat een flink deel van de start. Een naam die net zo heet als zijn module komt wel
    meteen: anders kreeg wie de naam vraagt soms de module.

    Parameters
    ----------
    tekst : str
        Een ``__init__.py``.

    Returns
    -------
    str or None
        Python met dezelfde namen, op aanvraag; ``None`` als er niets te laden is, of als er meer
        in staat dan een toelichting, importregels en ``__all__``.

    Examples
    --------
    >>> "'HBox': ('.widget_box', 'HBox')" in maak_lui("from .widget_box import Box, HBox")
    True
    >>> maak_lui("from .a import b; b()") is None
    True
    """
    waar: dict[str, tuple[str, str]] = {}
    regels = []
    for regel in ast.parse(tekst).body:
        match regel:
            case ast.Expr(value=ast.Constant()) | ast.ImportFrom(module="__future__"):
                continue
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                continue
            case ast.ImportFrom(module=str()):
                regels.append(regel)
                module = "." * regel.level + (regel.module or "")
                waar |= {naam.asname or naam.name: (module, naam.name) for naam in regel.names}
            case _:
                return None
    if not waar:
        return None
    meteen = {naam for naam, (module, _) in waar.items() if module.rpartition(".")[2] == naam}
    keuze = {naam: plek for naam, plek in waar.items() if naam not in meteen}
    return "\n".join(
        [
            "from importlib import import_module",
            *(f"from {waar[n][0]} import {waar[n][1]} as {n}" for n in sorted(meteen)),
            f"__all__ = {list(waar)!r}",
            f"_waar = {keuze!r}",
            "def __getattr__(naam):",
            "    if naam not in _waar:",
            "        raise AttributeError(f'module {__name__!r} has no attribute {naam!r}')",
            "    module, eigen_naam = _waar[naam]",
            "    globals()[naam] = waarde = getattr(import_module(module, __name__), eigen_naam)",
            "    return waarde",
            "def _alle():",  # draait nooit: hieraan ziet pythonzip.py wat erbij hoort
            *(f"    {ast.unparse(regel)}" for regel in regels),
            "    return None",
        ]
    )
