"""Wat voor de tekst staat: de omslag, de inhoudsopgave en de titelpagina van elk deel."""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import date

from druk.bijlage import BIJLAGE
from druk.bijlage import TITEL as BIJLAGETITEL
from druk.hoofdstuk import NOG_ONBEKEND, kort_adres
from druk.inhoud import Boek, Deel, Hoofdstuk
from druk.paragrafen import Paragraaf
from lv_tools import __version__

ONDERTITEL = "Kennisbank en hulpmiddelen voor het voortgezet onderwijs"
INHOUD = "inhoud"
#: Met meer hoofdstukken dan dit staan de regels op de titelpagina van een deel dichter op elkaar.
VOL_VANAF = 22
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def omslag(boek: Boek, merk: str, adres: str = "", dag: date | None = None) -> str:
    """Geef de voorkant.

    Parameters
    ----------
    boek : Boek
        Voor de titel.
    merk : str
        Het beeldmerk van de site, als SVG.
    adres : str, optional
        Het vaste adres van de site.
    dag : date, optional
        De dag waarop het boek gedrukt is; zonder opgave vandaag.

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
<p>Versie {__version__}, gedrukt op {_dag(dag or date.today())}.</p>
<p>Tekst en figuren: CC BY 4.0. U mag ze delen en bewerken, als u dit boek noemt.</p></div>
</section>"""


def inhoudsopgave(
    boek: Boek,
    paragrafen: Mapping[str, tuple[Paragraaf, ...]] | None = None,
    achterin: tuple[Paragraaf, ...] = (),
) -> str:
    """Geef de inhoudsopgave: delen, hoofdstukken en paragrafen, elk met een plek voor de bladzijde.

    Parameters
    ----------
    boek : Boek
        De delen en hoofdstukken.
    paragrafen : mapping of str to tuple of Paragraaf, optional
        Van elke pagina de paragrafen die erin komen.
    achterin : tuple of Paragraaf, optional
        Wat er in de bijlage staat.

    Returns
    -------
    str
        HTML van een of meer bladen.
    """
    per_pad = paragrafen or {}
    regels = []
    for deel in boek.delen:
        stukken = "".join(
            f"<li>{_regel(stuk)}{_onder(per_pad.get(stuk.pad, ()))}</li>"
            for stuk in deel.hoofdstukken
        )
        if deel.titel is None:
            regels.append(stukken)
        else:
            kop = _inhoudslink(deel.sleutel, deel.titel)
            regels.append(f'<li class="bk-inhoud-deel">{kop}<ol>{stukken}</ol></li>')
    if achterin:
        kop = _inhoudslink(BIJLAGE, BIJLAGETITEL)
        regels.append(f'<li class="bk-inhoud-deel">{kop}{_onder(achterin)}</li>')
    klasse = "bk-inhoud bk-inhoud-vol" if per_pad else "bk-inhoud"
    return (
        f'<section class="{klasse}" id="{INHOUD}"><h1 class="bk-titel">Inhoud</h1>'
        f"<ol>{''.join(regels)}</ol></section>"
    )


def _onder(paragrafen: tuple[Paragraaf, ...]) -> str:
    if not paragrafen:
        return ""
    regels = "".join(f"<li>{_inhoudslink(stuk.anker, stuk.titel)}</li>" for stuk in paragrafen)
    return f'<ol class="bk-inhoud-onder">{regels}</ol>'


def deelpagina(deel: Deel) -> str:
    """Geef de titelpagina van een deel, met zijn hoofdstukken."""
    stukken = "".join(f"<li>{_regel(stuk)}</li>" for stuk in deel.hoofdstukken)
    klasse = "bk-deel bk-deel-vol" if len(deel.hoofdstukken) > VOL_VANAF else "bk-deel"
    return (
        f'<section class="{klasse}" id="{deel.sleutel}"><h1>{html.escape(str(deel.titel))}</h1>'
        f'<div class="bk-inhoud"><ol>{stukken}</ol></div></section>'
    )


def _regel(stuk: Hoofdstuk) -> str:
    return _inhoudslink(stuk.sleutel, stuk.titel)


def _inhoudslink(sleutel: str, titel: str) -> str:
    return (
        f'<a href="#{sleutel}"><span class="bk-inhoud-titel">{html.escape(titel)}</span>'
        f'<span class="bk-inhoud-blz" data-blz="{sleutel}">{NOG_ONBEKEND}</span></a>'
    )


def _dag(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
