"""Het beveiligingsbeleid (Content-Security-Policy) van elke pagina: alles van de eigen host.

Het beleid staat als ``<meta>`` bovenaan de pagina, zodat het ook geldt op een server die zelf geen
koppen stuurt, en in de zip. Scripts in de pagina zelf draaien alleen als hun controlegetal in het
beleid staat; daarom komt het erin als al het andere klaar is.

Een worker die als bestand begint, valt niet onder het beleid van de pagina maar onder de koppen van
zijn eigen antwoord. Een worker uit een ``blob:`` erft het beleid van de pagina wel. Daarom begint
de pagina Python zo (zie ``pagina/werkerbegin.mjs``).

Wat een beleid in een pagina niet tegenhoudt, staat in de README hiernaast.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

#: Wat op elke pagina geldt. Stijl mag in de pagina staan: figuren en widgets zetten maten en
#: kleuren op hun elementen, en die kan van tevoren niemand tellen. Met stijl alleen gaat er niets
#: naar buiten: ook wat een stijl ophaalt, moet van de eigen host komen.
OVERAL: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
#: Erbij waar een hulpmiddel staat: WebAssembly voor Python, en een ``blob:`` voor de worker en voor
#: het script dat een anywidget uit Python meekrijgt.
HULPMIDDEL: dict[str, tuple[str, ...]] = {
    "script-src": ("'wasm-unsafe-eval'", "blob:"),
    "worker-src": ("blob:",),
}
KENMERK_HULPMIDDEL = 'class="lv-hulpmiddel"'
_META = re.compile(r'\n?<meta http-equiv="Content-Security-Policy"[^>]*>')
_PAGINA = re.compile(r"<html\b", re.IGNORECASE)
#: Na de tekenset, want die moet bij de eerste duizend tekens staan; anders vooraan in de kop.
_PLEKKEN = (
    re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE),
    re.compile(r"<head\b[^>]*>", re.IGNORECASE),
)
_SCRIPT = re.compile(r"<script(?P<kenmerken>[^>]*)>(?P<tekst>.*?)</script>", re.DOTALL)
_GEGEVENS = re.compile(r'type="application/(?:ld\+)?json"')


class BeleidError(RuntimeError):
    """Een pagina kan geen beleid krijgen. De tekst noemt de pagina en het middel."""


def inline_scripts(html: str) -> list[str]:
    """Geef de tekst van elk script dat in de pagina zelf staat en daar ook draait.

    Parameters
    ----------
    html : str
        De hele pagina.

    Returns
    -------
    list of str
        In de volgorde van de pagina; gegevens (JSON) horen er niet bij.
    """
    return [
        script["tekst"]
        for script in _SCRIPT.finditer(html)
        if "src=" not in script["kenmerken"] and not _GEGEVENS.search(script["kenmerken"])
    ]


def controlegetal(tekst: str) -> str:
    """Geef het controlegetal van een script, zoals het in een beleid staat."""
    som = hashlib.sha256(tekst.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(som).decode()}'"


def beleid_voor(html: str) -> str:
    """Geef het beleid dat bij een pagina past.

    Parameters
    ----------
    html : str
        De hele pagina.

    Returns
    -------
    str
        De waarde van een Content-Security-Policy.
    """
    regels = {naam: list(waarden) for naam, waarden in OVERAL.items()}
    if KENMERK_HULPMIDDEL in html:
        for naam, waarden in HULPMIDDEL.items():
            regels[naam] += waarden
    regels["script-src"] += dict.fromkeys(map(controlegetal, inline_scripts(html)))
    return _samen(regels)


def beleid_als_kop() -> str:
    """Geef het beleid voor een server die koppen kan sturen: voor elke pagina hetzelfde.

    Scripts in de pagina mogen hier, want het beleid in de pagina zelf houdt die al tegen. Beide
    gelden, dus het strengste telt.
    """
    regels = {naam: [*waarden, *HULPMIDDEL.get(naam, ())] for naam, waarden in OVERAL.items()}
    regels["script-src"].append("'unsafe-inline'")
    return _samen(regels)


def _samen(regels: dict[str, list[str]]) -> str:
    return "; ".join(" ".join((naam, *waarden)) for naam, waarden in regels.items())


def zet_in_pagina(html: str, plek: str = "de pagina") -> str:
    """Zet het beleid in een pagina, zo hoog mogelijk; staat er al een, dan vervangt dit het.

    Parameters
    ----------
    html : str
        De hele pagina.
    plek : str
        Hoe de pagina in een melding heet.

    Returns
    -------
    str
        De pagina met beleid; twee keer zetten geeft hetzelfde als één keer.

    Raises
    ------
    BeleidError
        Als de pagina geen kop heeft: het beleid heeft dan geen plaats.
    """
    kaal = _META.sub("", html)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{beleid_voor(kaal)}">'
    gevonden = next((treffer for vorm in _PLEKKEN if (treffer := vorm.search(kaal))), None)
    if gevonden is None:
        raise BeleidError(f"{plek} heeft geen <head>; een beleid kan nergens anders staan.")
    return f"{kaal[: gevonden.end()]}\n{meta}{kaal[gevonden.end() :]}"


def zet_overal(site: Path) -> None:
    """Zet het beleid in elke pagina van de site, en in een bestand voor servers met koppen.

    Parameters
    ----------
    site : Path
        De gebouwde site, met alles erin.
    """
    for pad in sorted(site.rglob("*.html")):
        oud = pad.read_text("utf-8")
        if not _PAGINA.search(oud):
            continue  # een los stuk van een sjabloon, dat een thema in `_static` achterlaat
        nieuw = zet_in_pagina(oud, pad.relative_to(site).as_posix())
        if nieuw != oud:
            pad.write_text(nieuw, "utf-8")
    (site / "_headers").write_text(_koppenbestand(), "utf-8")


def _koppenbestand() -> str:
    """Geef ``_headers``: Netlify en Cloudflare Pages lezen het, andere servers laten het liggen."""
    koppen = {
        "Content-Security-Policy": beleid_als_kop(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        # Codes uit een zaal leest de pagina met de camera, na een klik.
        "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
    }
    return "/*\n" + "".join(f"  {naam}: {waarde}\n" for naam, waarde in koppen.items())
