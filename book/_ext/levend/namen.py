"""Geef stijl en scripts van de site namen met het controlegetal van hun inhoud.

Zo hoort bij een pagina altijd de opmaak van dezelfde uitgave: een oude pagina noemt een naam die
een nieuwe uitgave niet heeft, en nooit een nieuw bestand onder een oude naam. Wat onder die naam is
bewaard, klopt dus altijd (zie ``offline/dienst.js``).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from levend.plaats import LENGTE_SOM

MAP = "_static"
SOORTEN = (".css", ".js", ".svg")
_SOM = re.compile(rf"[.-](?:[0-9a-f]{{{LENGTE_SOM}}}|[0-9a-f]{{64}})$")
_VERWIJZING = re.compile(
    r'(?P<voor>\b(?:src|href)="(?:\./)?(?:\.\./)*)'
    r"(?P<stam>_static/[\w./-]+?)"
    rf"(?:-[0-9a-f]{{{LENGTE_SOM}}})?(?P<soort>\.(?:css|js|svg))(?:\?v=\w+)?\""
)


def geef_namen(site: Path) -> dict[str, str]:
    """Hernoem de bestanden en verwijs in elke pagina naar hun nieuwe naam.

    Parameters
    ----------
    site : Path
        De gebouwde site; wat er van een eerdere bouw ligt, ruimt dit op.

    Returns
    -------
    dict of str to str
        Oude naar nieuwe naam, vanaf de wortel van de site.
    """
    namen: dict[str, str] = {}
    for pad in te_noemen(site):
        som = hashlib.sha256(pad.read_bytes()).hexdigest()[:LENGTE_SOM]
        nieuw = pad.with_name(f"{pad.stem}-{som}{pad.suffix}")
        for eerder in pad.parent.glob(f"{pad.stem}-*{pad.suffix}"):
            if _SOM.search(eerder.stem) and eerder.stem[: -LENGTE_SOM - 1] == pad.stem:
                eerder.unlink()
        pad.rename(nieuw)
        namen[pad.relative_to(site).as_posix()] = nieuw.relative_to(site).as_posix()
    nu = {**_eerder(site), **namen}
    for pagina in site.rglob("*.html"):
        oud = pagina.read_text("utf-8")
        tekst = _VERWIJZING.sub(lambda plek: _verwijs(plek, nu), oud)
        if tekst != oud:
            pagina.write_text(tekst, "utf-8")
    return namen


def te_noemen(site: Path) -> list[Path]:
    """Geef de bestanden die nog geen naam met een controlegetal hebben."""
    return sorted(
        pad
        for pad in (site / MAP).rglob("*")
        if pad.suffix in SOORTEN and not _SOM.search(pad.stem)
    )


def _eerder(site: Path) -> dict[str, str]:
    """Geef wat bij een vorige bouw al een naam kreeg en deze keer niet opnieuw is geschreven."""
    return {
        pad.with_name(pad.stem[: -LENGTE_SOM - 1] + pad.suffix).relative_to(site).as_posix(): (
            pad.relative_to(site).as_posix()
        )
        for pad in (site / MAP).rglob("*")
        if pad.suffix in SOORTEN and re.search(rf"-[0-9a-f]{{{LENGTE_SOM}}}$", pad.stem)
    }


def _verwijs(plek: re.Match[str], namen: dict[str, str]) -> str:
    nieuw = namen.get(plek["stam"] + plek["soort"])
    return f'{plek["voor"]}{nieuw}"' if nieuw else plek[0]
