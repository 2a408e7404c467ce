"""Hulpmiddelen die in de pagina van de lezer draaien (zie README.md in deze map)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes  # type: ignore[import-untyped]  # docutils levert geen typen mee
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__version__ = "1"


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan bij Sphinx."""
    from levend import cel

    # Notebooks draaien tijdens de bouw: een scherm geeft dan zijn stilbeeld in plaats van widgets.
    os.environ["LV_TOOLS_STIL"] = "1"
    app.add_config_value("levend_pakket", "../lv_tools", "env", str)
    app.add_config_value("levend_gegevens", "../data", "env", str)
    app.add_config_value("levend_boekmap", "book", "html", str)
    leeg = (cel.sla_over, cel.sla_over)
    app.add_node(
        cel.levend, html=(cel.bezoek, cel.vertrek), latex=leeg, text=leeg, epub=leeg, man=leeg
    )
    app.connect("doctree-read", _lees)
    app.connect("env-purge-doc", _vergeet)
    app.connect("env-merge-info", _voeg_samen)
    app.connect("env-updated", _maak_lading)
    app.connect("html-page-context", _zet_in_kop)
    app.connect("build-finished", _schrijf, priority=900)
    return {
        "version": __version__,
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _paginas(env: BuildEnvironment) -> dict[str, list[str]]:
    """Geef de pagina's met een levende cel, met de hulpmiddelen die erop staan."""
    if not hasattr(env, "levend_paginas"):
        env.levend_paginas = {}  # type: ignore[attr-defined]  # Sphinx bewaart eigen velden zo
    paginas: dict[str, list[str]] = env.levend_paginas  # type: ignore[attr-defined]
    return paginas


def _codes(env: BuildEnvironment) -> dict[str, list[str]]:
    """Geef per pagina de code van haar levende cellen."""
    if not hasattr(env, "levend_codes"):
        env.levend_codes = {}  # type: ignore[attr-defined]  # Sphinx bewaart eigen velden zo
    codes: dict[str, list[str]] = env.levend_codes  # type: ignore[attr-defined]
    return codes


def _bronmappen(app: Sphinx) -> tuple[Path, Path]:
    """Geef de map van het pakket en die van de gegevens."""
    bron = Path(app.srcdir)
    return (
        (bron / app.config.levend_pakket).resolve(),
        (bron / app.config.levend_gegevens).resolve(),
    )


def _lees(app: Sphinx, doctree: nodes.document) -> None:
    """Vervang de levende cellen van een pagina en onthoud welke hulpmiddelen erop staan."""
    from levend import cel
    from levend.pythonzip import hulpmiddelen_in

    codes = cel.vervang_cellen(doctree, app.env.docname)
    if not codes:
        return
    mappen = _bronmappen(app)
    namen = {naam for code in codes for naam in hulpmiddelen_in(code, mappen[0].name)}
    _paginas(app.env)[app.env.docname] = sorted(namen)
    _codes(app.env)[app.env.docname] = codes
    # Verandert een regel of een getal, dan moet ook het stilbeeld opnieuw.
    for map_ in mappen:
        for pad in map_.rglob("*"):
            if pad.is_file() and "__pycache__" not in pad.parts:
                app.env.note_dependency(str(pad))


def _vergeet(_app: Sphinx, env: BuildEnvironment, docnaam: str) -> None:
    _paginas(env).pop(docnaam, None)
    _codes(env).pop(docnaam, None)


def _voeg_samen(
    _app: Sphinx, env: BuildEnvironment, docnamen: Iterable[str], ander: BuildEnvironment
) -> None:
    for wat in (_paginas, _codes):
        wat(env).update({d: n for d, n in wat(ander).items() if d in set(docnamen)})


def _maak_lading(app: Sphinx, env: BuildEnvironment) -> set[str]:
    """Maak de lading; geef de pagina's die opnieuw moeten.

    Is de lading veranderd, dan zijn dat de pagina's met een hulpmiddel. Heet een script dat op elke
    pagina staat anders, dan zijn het alle pagina's: het oude bestand is er niet meer.
    """
    app.levend_lading = None  # type: ignore[attr-defined]
    if app.builder.format != "html":
        return set()
    from levend import offline

    overal = sorted(offline.scripts())
    anders = getattr(env, "levend_overal", overal) != overal
    env.levend_overal = overal  # type: ignore[attr-defined]
    opnieuw = set(env.found_docs) if anders else set()
    if not _paginas(env):
        return opnieuw
    from levend.boom import als_tekst, maak_bomen, maak_deelnemers
    from levend.lading import maak_lading

    hulpmiddelen = {naam for namen in _paginas(env).values() for naam in namen}
    wortel = _bronmappen(app)[0].parent
    deelnemers = maak_deelnemers(hulpmiddelen, wortel)
    lading = maak_lading(*_bronmappen(app), hulpmiddelen, deelnemers)
    app.levend_lading = lading  # type: ignore[attr-defined]
    bomen = maak_bomen(chain.from_iterable(_codes(env).values()), wortel)
    nu = date.today()
    vandaag = f"{nu.day}-{nu.month}-{nu.year}"
    app.levend_bomen = {c: als_tekst(boom, vandaag) for c, boom in bomen.items()}  # type: ignore[attr-defined]
    sleutel = (lading.sleutel, sorted(app.levend_bomen.values()))  # type: ignore[attr-defined]
    vorige = getattr(env, "levend_sleutel", None)
    env.levend_sleutel = sleutel  # type: ignore[attr-defined]
    return opnieuw | set(_paginas(env)) if sleutel != vorige else opnieuw


def _zet_in_kop(
    app: Sphinx, pagina: str, _sjabloon: str, context: dict[str, Any], _doctree: nodes.document
) -> None:
    """Zet de offline-hulp in elke pagina, en script en stijl alleen waar een hulpmiddel staat."""
    from levend import cel, offline

    if app.builder.format != "html":
        return
    wortel = cel.wortel(app.builder, pagina)
    kop = [
        offline.LEEG.decode(),
        f'<meta name="lv-wortel" content="{wortel}">',
        *(_verwijs(wortel, naam) for naam in offline.scripts()),
    ]
    if pagina in _paginas(app.env):
        lading = app.levend_lading  # type: ignore[attr-defined]
        kop += [_verwijs(wortel, lading.stijl), _verwijs(wortel, lading.script)]
        kop += [
            f'<link rel="modulepreload" href="{wortel}{naam}">' for naam in lading.vooraf
        ]  # anders vraagt de browser ze een voor een, in de volgorde waarin zij elkaar noemen
    context["metatags"] = "\n".join([context.get("metatags", ""), *kop])


def _verwijs(wortel: str, naam: str) -> str:
    if naam.endswith(".css"):
        return f'<link rel="stylesheet" href="{wortel}{naam}">'
    return f'<script type="module" src="{wortel}{naam}"></script>'


def _schrijf(app: Sphinx, fout: Exception | None) -> None:
    """Schrijf de lading en de service worker, als alle andere uitbreidingen klaar zijn."""
    from levend import namen, offline, plaats, verkleinen

    if fout is not None or app.builder.format != "html":
        return
    site = Path(app.outdir)
    lading = getattr(app, "levend_lading", None)
    bestanden = {**(lading.bestanden if lading else {}), **offline.scripts()}
    plaats.schrijf(site, bestanden)
    verkleinen.verklein_bestanden(pad for pad in namen.te_noemen(site) if pad.suffix == ".js")
    namen.geef_namen(site)
    offline.schrijf_dienst(site)
