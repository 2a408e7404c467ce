"""Haal uit de gebouwde pagina's wat een lezer kan vinden: elke paragraaf en elk begrip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from zoek.woorden import Zoekwoorden

#: Wat op de pagina staat en geen tekst is om te vinden.
NIET = "script, style, svg, template, noscript, .hs-vormen, .lv-hulpmiddel, .hs-rolkeuze, [hidden]"
#: Zoveel van een paragraaf staat onder haar naam in de uitslag.
BEGIN = 130
KOPPEN = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True)
class Deel:
    """Eén plaats in het boek: een paragraaf of een begrip.

    ``frasen`` is hoe iemand precies deze plaats zou noemen.
    """

    pagina: int
    anker: str
    kop: str
    titel: str
    woorden: str
    tekst: str
    begin: str
    frasen: tuple[str, ...] = ()
    telt: float = 1


@dataclass(frozen=True)
class Pagina:
    """Eén pagina van het boek."""

    pad: str
    titel: str
    soort: str
    telt: float


def read_site(site: Path, lijst: Zoekwoorden) -> tuple[list[Pagina], list[Deel]]:
    """Lees alle pagina's.

    Parameters
    ----------
    site : Path
        De gebouwde site.
    lijst : Zoekwoorden
        Geeft de soorten, de gewichten en de woorden die er per pagina bij komen.
    """
    paginas: list[Pagina] = []
    delen: list[Deel] = []
    for pad in sorted(site.rglob("*.html")):
        naam = pad.relative_to(site).with_suffix("").as_posix()
        if naam in ("404", "search") or naam.startswith("_"):
            continue
        artikel = BeautifulSoup(pad.read_text("utf-8"), "html.parser").select_one(".bd-article")
        if artikel is None or artikel.h1 is None:
            continue
        for element in artikel.select(NIET):
            element.decompose()
        soort = lijst.kind_of(naam)
        titel = _text(artikel.h1)
        frasen = lijst.woorden.get(naam, ())
        delen += _parts(artikel, len(paginas), titel, frasen)
        paginas.append(Pagina(f"{naam}.html", titel, soort.naam, lijst.telt.get(naam, soort.telt)))
    return paginas, delen


def _parts(artikel: Tag, nummer: int, titel: str, frasen: tuple[str, ...]) -> Iterator[Deel]:
    for begrip in artikel.select("dl.glossary > dt"):
        uitleg = begrip.find_next_sibling("dd")
        tekst = _text(uitleg) if isinstance(uitleg, Tag) else ""
        naam = _text(begrip)
        plek = str(begrip.get("id", ""))
        yield Deel(nummer, plek, naam, titel, "", tekst, _begin(tekst), (naam,))
    for lijst in artikel.select("dl.glossary"):
        lijst.decompose()
    # Van binnen naar buiten: wat een eigen kop heeft, hoort daarna niet meer bij de kop erboven.
    gevonden = []
    for paragraaf in reversed(artikel.select("section")):
        kop = paragraaf.find(KOPPEN, recursive=False)
        if not isinstance(kop, Tag):
            continue
        eerste = kop.name == "h1"
        naam = _text(kop)
        kop.decompose()
        tekst = _text(paragraaf)
        gevonden.append(
            Deel(
                nummer,
                "" if eerste else str(paragraaf.get("id", "")),
                "" if eerste else naam,
                titel,
                " ".join(frasen) if eerste else "",
                tekst,
                _opening(paragraaf, tekst),
                (titel, *frasen) if eerste else (),
            )
        )
        paragraaf.decompose()
    yield from reversed(gevonden)


def _text(element: Tag) -> str:
    """Geef de tekst; naast een haakje of een leesteken staat geen spatie."""
    tekst = re.sub(r"\s+", " ", element.get_text(" ")).strip()
    return re.sub(r" (?=[.,:;!?)])|(?<=[(]) ", "", tekst)


def _opening(paragraaf: Tag, tekst: str) -> str:
    """Geef het begin van een paragraaf, zonder de cellen van een tabel: los zeggen die niets."""
    for tabel in paragraaf.select("table"):
        tabel.decompose()
    return _begin(_text(paragraaf) or tekst)


def _begin(tekst: str) -> str:
    """Geef het begin van een tekst, afgebroken na een heel woord en zonder bronverwijzing."""
    zonder = re.sub(r" ?\( ?(?:onderzoek|waaier|presentatie|webpagina|blog)[^()]*\)", "", tekst)
    if len(zonder) <= BEGIN:
        return zonder
    return zonder[:BEGIN].rsplit(" ", 1)[0].rstrip(",;: ") + " …"
