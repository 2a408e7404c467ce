"""Van een tekening naar HTML: de twee indelingen, en hoe zij heten voor wie ze niet ziet."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from tekeningen.doek import LINK, Doek
from tekeningen.gegevens import Tekening, TekeningError
from tekeningen.vormen import VORMEN

_BEGIN = re.compile(rf'<a href="{LINK}([^"]*)">')


def draw(tekening: Tekening, *, breed: bool) -> Doek:
    """Teken een tekening in een van de twee indelingen.

    Parameters
    ----------
    tekening : Tekening
        De gegevens.
    breed : bool
        De brede indeling, of de smalle voor een telefoon of een kolom.

    Returns
    -------
    Doek
        Het vel, met alle labels die erop staan.

    Raises
    ------
    TekeningError
        Als de vorm niet bestaat, of als de labels er niet op passen.
    """
    if tekening.vorm not in VORMEN:
        raise TekeningError(
            f"{tekening.naam}.toml vraagt de vorm '{tekening.vorm}'. "
            f"Kies uit: {', '.join(sorted(VORMEN))}."
        )
    return VORMEN[tekening.vorm](tekening.inhoud, breed=breed)


def make_figure(
    tekening: Tekening, kenmerken: str, adres: Callable[[str], str] | None = None
) -> str:
    """Geef beide indelingen als SVG; de stijl laat er één zien.

    Parameters
    ----------
    tekening : Tekening
        De gegevens.
    kenmerken : str
        De kenmerken die zeggen hoe de tekening heet.
    adres : callable, optional
        Maakt van de naam van een pagina een adres; zonder zijn er geen links.

    Returns
    -------
    str
        Een ``div`` met twee keer ``svg``. Met links erin is het een groep, anders één beeld.
    """
    vellen = "".join(
        draw(tekening, breed=breed).svg(klasse, "{rol}")
        for breed, klasse in ((True, "tk-breed"), (False, "tk-smal"))
    )
    if adres is None:
        vellen = _BEGIN.sub("", vellen).replace("</a>", "")
    else:
        vellen = _BEGIN.sub(lambda link: f'<a href="{html.escape(adres(link[1]))}">', vellen)
    rol = "group" if "<a " in vellen else "img"
    kop = f'role="{rol}" {kenmerken}'
    return f'<div class="tk-vel">{vellen.replace("{rol}", kop)}</div>'


def loose_figure(tekening: Tekening, woorden: str) -> str:
    """Geef de tekening voor een blad waar haar bijschrift niet bij staat: een dia of een poster.

    Parameters
    ----------
    tekening : Tekening
        De gegevens.
    woorden : str
        Dezelfde inhoud in platte tekst; wie de tekening niet ziet, hoort die.
    """
    naam = html.escape(f"{tekening.titel}. {' '.join(woorden.split())}")
    figuur = make_figure(tekening, f'aria-label="{naam}"')
    return f'<figure class="tk">{figuur}</figure>'
