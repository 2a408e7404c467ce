"""Voeg alle pagina's van de gebouwde site samen tot één HTML-bestand om te drukken.

De bron is de gebouwde site en niet een tweede bouw met ``singlehtml``: zo staat in de PDF wat een
lezer op de site ziet, met dezelfde figuren, stilbeelden en bronvermeldingen, en hoeft geen
notebook nog eens te rekenen. Ook blijft elke pagina een eigen reeks ankers houden; ``singlehtml``
voegt die samen zonder te kijken of ze botsen.
"""

from __future__ import annotations

import html
import json
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from druk.bijlage import BIJLAGE, TITEL, appendix, take_tables
from druk.hoofdstuk import maak_hoofdstuk
from druk.inhoud import EERSTE_PAGINA, Boek, Deel, lees_boek, plaats_van
from druk.paragrafen import Paragraaf, distinctive, read_sections
from druk.pers import LETTERS
from druk.voorwerk import deelpagina, inhoudsopgave, omslag

STIJL = Path(__file__).parent / "boek.css"
#: Onder deze naam doet het samengevoegde bestand alsof het in de site staat.
PLAATS = "boek-op-papier.html"
#: Stijlen en scripts van hulpmiddelen: die draaien niet op papier.
NIET_MEE = "_levend/"


def maak_boek(site: Path) -> tuple[Boek, str]:
    """Maak van de site een boek in één HTML-bestand.

    Parameters
    ----------
    site : Path
        De gebouwde site.

    Returns
    -------
    boek : Boek
        De delen en hoofdstukken die erin staan.
    tekst : str
        De HTML; relatieve adressen gelden vanaf de wortel van de site.

    Raises
    ------
    ValueError
        Als een pagina uit het menu er niet is, of geen tekst heeft.
    """
    boek = lees_boek(site)
    soepen = {stuk.pad: _lees(site, stuk.pad) for stuk in boek.hoofdstukken}
    adres = _vast_adres(soepen[EERSTE_PAGINA])
    paginas = frozenset(soepen)
    stijlen, scripts = _bestanden(soepen)
    merk = soepen[EERSTE_PAGINA].select_one(".hs-titel svg")
    paragrafen: dict[str, tuple[Paragraaf, ...]] = {}
    tabellen: list[Tag] = []
    romp = []
    for deel in boek.delen:
        if deel.titel is not None:
            romp.append(deelpagina(deel))
        for hoofdstuk in deel.hoofdstukken:
            pad = hoofdstuk.pad
            stuk = _hoofdstuk(soepen[pad], pad, deel, paginas, adres)
            tabellen += take_tables(stuk)
            paragrafen[pad] = read_sections(stuk, pad, 0 if deel.titel is None else 1)
            romp.append(str(stuk))
    achterin = _tabelregels(tabellen)
    romp.append(appendix(tabellen, _bladnaam(BIJLAGE)))
    voorin = [
        omslag(boek, str(merk or ""), adres),
        inhoudsopgave(boek, distinctive(paragrafen), achterin),
    ]
    kop = "\n".join(
        [
            '<meta charset="utf-8">',
            f"<title>{html.escape(boek.titel)}</title>",
            LETTERS,
            *(f'<link rel="stylesheet" href="{html.escape(stijl)}">' for stijl in stijlen),
            f"<style>{STIJL.read_text('utf-8')}\n{_lopende_koppen(boek)}</style>",
            *(f'<script defer src="{html.escape(bron)}"></script>' for bron in scripts),
        ]
    )
    tekst = (
        f'<!doctype html>\n<html lang="nl" data-theme="light" data-mode="light">\n<head>\n{kop}\n'
        f'</head>\n<body class="bk">\n{"".join([*voorin, *romp])}\n</body>\n</html>\n'
    )
    return boek, tekst


def _lees(site: Path, pad: str) -> BeautifulSoup:
    bestand = site / pad
    if not bestand.is_file():
        raise ValueError(f"{pad} staat in het menu, maar niet in {site}; bouw het boek opnieuw.")
    return BeautifulSoup(bestand.read_text("utf-8"), "html.parser")


def _vast_adres(soep: BeautifulSoup) -> str:
    """Geef het adres van de site uit de eerste pagina, of niets als dat niet bekend is."""
    link = soep.select_one('link[rel="canonical"]')
    if link is None:
        return ""
    return str(link["href"]).removesuffix(EERSTE_PAGINA)


def _bestanden(soepen: dict[str, BeautifulSoup]) -> tuple[list[str], list[str]]:
    """Geef alle stijlen, en de scripts die figuren tekenen; elk een keer, in volgorde."""
    stijlen: dict[str, None] = {}
    scripts: dict[str, None] = {}
    for pad, soep in soepen.items():
        for element in soep.select('link[rel="stylesheet"][href]'):
            stijlen[_vanaf_wortel(str(element["href"]), pad)] = None
        for element in soep.select('script[src*="figuren/"]'):
            scripts[_vanaf_wortel(str(element["src"]), pad)] = None
    return [naam for naam in stijlen if not naam.startswith(NIET_MEE)], list(scripts)


def _vanaf_wortel(verwijzing: str, vanaf: str) -> str:
    vraag = urlsplit(verwijzing).query
    return plaats_van(verwijzing, vanaf)[0] + (f"?{vraag}" if vraag else "")


def _hoofdstuk(
    soep: BeautifulSoup, pad: str, deel: Deel, paginas: frozenset[str], adres: str
) -> Tag:
    artikel = soep.select_one("article.bd-article")
    if not isinstance(artikel, Tag):
        raise ValueError(f"{pad} heeft geen tekst (article.bd-article); bouw het boek opnieuw.")
    zakking = 0 if deel.titel is None else 1
    stuk = maak_hoofdstuk(artikel, pad, paginas, zakking=zakking, adres=adres)
    stuk["class"] = f"bd-article bk-hoofdstuk bk-zakking-{zakking}"
    stuk["style"] = f"page: {_bladnaam(str(stuk['id']))}"
    return stuk


def _tabelregels(tabellen: list[Tag]) -> tuple[Paragraaf, ...]:
    """Geef de tabellen van de bijlage, voor in de inhoudsopgave."""
    koppen = [kop for tabel in tabellen if (kop := tabel.select_one("h2")) is not None]
    return tuple(Paragraaf(kop.get_text(" ", strip=True), str(kop["id"])) for kop in koppen)


def _bladnaam(sleutel: str) -> str:
    return f"blad-{sleutel}"


def _lopende_koppen(boek: Boek) -> str:
    """Zet boven elk blad de titel van het hoofdstuk."""
    koppen = [(stuk.sleutel, stuk.titel) for stuk in boek.hoofdstukken] + [(BIJLAGE, TITEL)]
    return "\n".join(
        f"@page {_bladnaam(sleutel)} {{ @top-right {{ content: {_css_tekst(titel)} }} }}"
        for sleutel, titel in koppen
    )


def _css_tekst(tekst: str) -> str:
    # json kent dezelfde aanhalingstekens als CSS; < kan in een stijlblok de HTML afbreken.
    return json.dumps(tekst, ensure_ascii=False).replace("<", "\\3c ")
