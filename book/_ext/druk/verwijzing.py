"""Links naar drukwerk staan al in de pagina's, en worden zichtbaar als het bestand er is.

Het boek bouwen kan zonder Chromium; drukwerk maken niet. Daarom bouwt een pagina haar link
verborgen, als ``<li hidden data-druk="_druk/x.pdf"><a data-href="../_druk/x.pdf">...</a></li>``
(of met ``p``), en zet :func:`show_links` hem aan. Wordt een bestand verwijderd, dan gaat hij weer
uit.
"""

from __future__ import annotations

import re
from pathlib import Path

from levend import offline

#: Een link naar drukwerk, aan of uit.
PLEK = re.compile(
    r'<(?P<naam>li|p)(?: hidden)? data-druk="(?P<pad>[^"]+)">'
    r"(?P<tekst>.*?)</(?P=naam)>",
    re.DOTALL,
)
#: Het begin van de link daarin: uit met ``data-href``, aan met ``href`` en de maat van het bestand.
LINK = re.compile(r'<a (?:data-maat="[^"]*" )?(?:data-)?href=')


def show_links(site: Path) -> int:
    """Laat links naar drukwerk zien als het er is, en verberg ze als het er niet is.

    Veranderen er pagina's, dan krijgt ook de voorraad voor zonder internet haar nieuwe
    controlegetallen.

    Parameters
    ----------
    site : Path
        De gebouwde site.

    Returns
    -------
    int
        Hoeveel links er nu te zien zijn.
    """
    zichtbaar = 0
    veranderd = False
    for bestand in sorted(site.rglob("*.html")):
        oud = bestand.read_text("utf-8")
        nieuw = PLEK.sub(lambda plek: _zet(plek, site), oud)
        zichtbaar += len(re.findall(r'<(?:li|p) data-druk="', nieuw))
        if nieuw != oud:
            bestand.write_text(nieuw, "utf-8")
            veranderd = True
    if veranderd:
        offline.schrijf_dienst(site)
    return zichtbaar


def _zet(plek: re.Match[str], site: Path) -> str:
    naam, pad, tekst = plek["naam"], plek["pad"], plek["tekst"]
    bestand = site / pad
    if not bestand.is_file():
        return f'<{naam} hidden data-druk="{pad}">{LINK.sub("<a data-href=", tekst)}</{naam}>'
    maat = f"{max(0.1, bestand.stat().st_size / 1e6):.1f} MB".replace(".", ",")
    link = LINK.sub(f'<a data-maat="{maat}" href=', tekst)
    return f'<{naam} data-druk="{pad}">{link}</{naam}>'
