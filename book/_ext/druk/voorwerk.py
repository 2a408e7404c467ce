"""Wat voor de tekst staat: de omslag, de inhoudsopgave en de titelpagina van elk deel."""

from __future__ import annotations

import html

from druk.hoofdstuk import NOG_ONBEKEND, kort_adres
from druk.inhoud import Boek, Deel, Hoofdstuk

ONDERTITEL = "Kennisbank en hulpmiddelen voor het voortgezet onderwijs"
INHOUD = "inhoud"


def omslag(boek: Boek, merk: str, adres: str = "") -> str:
    """Geef de voorkant.

    Parameters
    ----------
    boek : Boek
        Voor de titel.
    merk : str
        Het beeldmerk van de site, als SVG.
    adres : str, optional
        Het vaste adres van de site.

    Returns
    -------
    str
        HTML van een blad.
    """
    site = (
        f'<p>De hulpmiddelen werken op <a href="{html.escape(adres)}">'
        f"{html.escape(kort_adres(adres))}</a>.</p>"
        if adres
        else "<p>De hulpmiddelen werken op de site van dit boek.</p>"
    )
    return f"""<section class="bk-omslag">
<div class="bk-omslag-merk">{merk}</div>
<p class="bk-omslag-titel">{html.escape(boek.titel)}</p>
<p class="bk-omslag-onder">{ONDERTITEL}</p>
<div class="bk-omslag-voet"><p>Het hele boek op papier, met alle figuren en tabellen.</p>{site}
<p>Tekst en figuren: CC BY 4.0. U mag ze delen en bewerken, als u dit boek noemt.</p></div>
</section>"""


def inhoudsopgave(boek: Boek) -> str:
    """Geef de inhoudsopgave: delen en hoofdstukken, elk met een plek voor de bladzijde."""
    regels = []
    for deel in boek.delen:
        stukken = "".join(f"<li>{_regel(stuk)}</li>" for stuk in deel.hoofdstukken)
        if deel.titel is None:
            regels.append(stukken)
        else:
            kop = _inhoudslink(deel.sleutel, deel.titel)
            regels.append(f'<li class="bk-inhoud-deel">{kop}<ol>{stukken}</ol></li>')
    return (
        f'<section class="bk-inhoud" id="{INHOUD}"><h1 class="bk-titel">Inhoud</h1>'
        f"<ol>{''.join(regels)}</ol></section>"
    )


def deelpagina(deel: Deel) -> str:
    """Geef de titelpagina van een deel, met zijn hoofdstukken."""
    stukken = "".join(f"<li>{_regel(stuk)}</li>" for stuk in deel.hoofdstukken)
    return (
        f'<section class="bk-deel" id="{deel.sleutel}"><h1>{html.escape(str(deel.titel))}</h1>'
        f'<div class="bk-inhoud"><ol>{stukken}</ol></div></section>'
    )


def _regel(stuk: Hoofdstuk) -> str:
    return _inhoudslink(stuk.sleutel, stuk.titel)


def _inhoudslink(sleutel: str, titel: str) -> str:
    return (
        f'<a href="#{sleutel}"><span class="bk-inhoud-titel">{html.escape(titel)}</span>'
        f'<span class="bk-inhoud-blz" data-blz="{sleutel}">{NOG_ONBEKEND}</span></a>'
    )
