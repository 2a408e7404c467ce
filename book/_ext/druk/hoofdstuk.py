"""Maak van de tekst van een pagina een hoofdstuk van het boek op papier.

Wat een lezer op papier niet kan gebruiken, gaat weg of wordt een regel tekst: knoppen, uitklappers
en hulpmiddelen. Ankers krijgen de naam van hun pagina ervoor, zodat ze in het ene samengevoegde
bestand uniek zijn, en links binnen het boek wijzen naar die ankers.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bs4 import BeautifulSoup, NavigableString, Tag

from druk.inhoud import plaats_van, sleutel_van
from druk.kaarten import kaarten_als_lijst

#: Wat op papier niets doet, of alleen voor het scherm is.
WEG = (
    "script:not(.lvs-figuur-gegevens), noscript, template, button, form, input, dialog, progress,"
    " nav, [hidden], .toctree-wrapper, .lv-paneel, .lv-melding, .lv-levend, .lv-niet-afdrukken,"
    " .headerlink"
)
#: Kenmerken waarvan de waarde een of meer ankers in dezelfde pagina is.
ANKERKENMERKEN = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-details")
#: Naar deze pagina's wijzen zoveel woorden, dat een bladzijde erachter alleen in de weg staat.
NASLAG = ("naslag/begrippen.html", "naslag/bronnen.html", "naslag/standaarden.html")
DIEPSTE_KOP = 6
#: Houdt de plaats van een bladzijde bezet tot die bekend is.
NOG_ONBEKEND = "000"


def anker_in_boek(pad: str, anker: str = "") -> str:
    """Geef het anker dat een plaats op een pagina in het boek heeft."""
    return f"{sleutel_van(pad)}--{anker}" if anker else sleutel_van(pad)


def maak_hoofdstuk(
    artikel: Tag, pad: str, paginas: Collection[str], *, zakking: int, adres: str = ""
) -> Tag:
    """Bewerk de tekst van een pagina tot hoofdstuk.

    Parameters
    ----------
    artikel : Tag
        Het element ``article`` van de pagina; wordt zelf veranderd.
    pad : str
        De pagina, vanaf de wortel van de site.
    paginas : Collection of str
        Alle pagina's die in het boek komen.
    zakking : int
        Hoeveel niveaus de koppen zakken: 1 als er een titel van een deel boven staat.
    adres : str, optional
        Het vaste adres van de site, met een schuine streep achteraan.

    Returns
    -------
    Tag
        ``artikel``, met als ``id`` de sleutel van de pagina.
    """
    _vervang_hulpmiddelen(artikel, pad, adres)
    kaarten_als_lijst(artikel)
    for element in artikel.select(WEG):
        if not element.decomposed:
            element.decompose()
    _open_uitklappers(artikel)
    _merk_tussenkoppen(artikel)
    _link_kaarten(artikel)
    _zet_ankers(artikel, pad)
    _zet_links(artikel, pad, frozenset(paginas), adres)
    _zak_koppen(artikel, zakking)
    for vak in artikel.select("[tabindex]"):
        # Een schuifvak om een tabel: op papier schuift er niets, de tabel zelf heeft een titel.
        for kenmerk in ("tabindex", "role", "aria-label"):
            vak.attrs.pop(kenmerk, None)
    artikel["id"] = sleutel_van(pad)
    return artikel


def nieuw(naam: str, tekst: str = "", **kenmerken: str) -> Tag:
    """Maak een element; ``klasse`` staat voor ``class``."""
    element = BeautifulSoup("", "html.parser").new_tag(naam)
    for kenmerk, waarde in kenmerken.items():
        element["class" if kenmerk == "klasse" else kenmerk.replace("_", "-")] = waarde
    if tekst:
        element.string = tekst
    return element


def bladzijde(anker: str, voor: str = "", na: str = "") -> Tag:
    """Maak een plek waar het bladzijdenummer van ``anker`` komt."""
    vak = nieuw("span", klasse="bk-blz")
    vak.extend([voor, nieuw("span", NOG_ONBEKEND, data_blz=anker), na])
    return vak


def _vervang_hulpmiddelen(artikel: Tag, pad: str, adres: str) -> None:
    """Laat van een hulpmiddel het voorbeeld staan, met waar het echte te vinden is."""
    for vak in artikel.select(".lv-hulpmiddel"):
        naam = str(vak.get("aria-label", "")).removeprefix("Hulpmiddel: ")
        uitleg = nieuw("p", klasse="bk-hulpmiddel")
        uitleg.append(nieuw("strong", "Een voorbeeld op papier."))
        uitleg.append(f" Het hulpmiddel zelf werkt op de site van dit boek, op de pagina ‘{naam}’")
        if adres:
            uitleg.extend([": ", *_adresregel(adres + pad, toon_als_link=True)])
        uitleg.append(". Wat u daar invult, blijft op uw eigen apparaat.")
        papier = vak.select_one(".lv-anders a[href]:not([href^='http'])")
        if papier is not None:
            papier["class"] = "reference internal"
            papier.string = "De papieren versie"
            uitleg.extend([" ", papier.extract(), " staat in dit boek."])
        vak.attrs.pop("aria-label", None)
        vak.name = "div"
        vak.insert(0, uitleg)


def _open_uitklappers(artikel: Tag) -> None:
    for uitklap in artikel.select("details"):
        kop = uitklap.find("summary", recursive=False)
        if isinstance(kop, Tag):
            kop.name = "p"
            kop["class"] = "bk-kopje"
        uitklap.name = "div"
        uitklap.attrs.pop("open", None)


def _merk_tussenkoppen(artikel: Tag) -> None:
    """Een regel die helemaal vet is, is een tussenkop: die hoort bij wat eronder staat."""
    for regel in artikel.select("p:not([class]):has(> strong:only-child)"):
        vet = regel.find("strong", recursive=False)
        if isinstance(vet, Tag) and vet.get_text(strip=True) == regel.get_text(strip=True):
            regel["class"] = "bk-kopje"


def _link_kaarten(artikel: Tag) -> None:
    """Zet de link die op het scherm een hele kaart bedekt, op de laatste regel van die kaart."""
    for dek in artikel.select("a.sd-stretched-link"):
        kaart = dek.find_parent(class_="sd-card")
        regel = kaart and (
            kaart.select_one(".sd-card-footer .sd-card-text") or kaart.select_one(".sd-card-title")
        )
        if regel is None:
            continue
        dek["class"] = "reference internal"
        dek.extract().clear()
        for deel in list(regel.contents):
            dek.append(deel.extract())
        dek.smooth()
        regel.append(dek)


def _zet_ankers(artikel: Tag, pad: str) -> None:
    for element in artikel.select("[id]"):
        element["id"] = anker_in_boek(pad, str(element["id"]))
    for kenmerk in ANKERKENMERKEN:
        for element in artikel.select(f"[{kenmerk}]"):
            waarde = element[kenmerk]
            namen = waarde.split() if isinstance(waarde, str) else waarde
            element[kenmerk] = " ".join(anker_in_boek(pad, naam) for naam in namen)
    for element in artikel.find_all(True):
        for kenmerk, waarde in element.attrs.items():
            if isinstance(waarde, str) and "url(#" in waarde:
                nieuwe = re.sub(r"url\(#([^)]+)\)", rf"url(#{sleutel_van(pad)}--\1)", waarde)
                element[kenmerk] = nieuwe


def _zet_links(artikel: Tag, pad: str, paginas: frozenset[str], adres: str) -> None:
    genoemd: set[tuple[int, str]] = set()  # paragraaf en anker
    for beeld in artikel.select("img[src]"):
        if not re.match(r"\w+:", str(beeld["src"])):
            beeld["src"] = plaats_van(str(beeld["src"]), pad)[0]
    for link in artikel.select("a[href]"):
        href = str(link["href"])
        if re.match(r"[a-z]+:", href):
            _toon_adres(link, href)
            continue
        doel, anker = plaats_van(href, pad)
        if doel in paginas:
            hier = anker_in_boek(doel, anker)
            link["href"] = "#" + hier
            # In een kop of een tekening is geen plaats; de tekening heeft haar woorden ernaast.
            stil = doel in NASLAG or link.find_parent(re.compile(r"^(h\d|svg)$")) is not None
            # Een keer per paragraaf is genoeg.
            plek = (id(link.find_parent("section")), hier)
            if not stil and plek not in genoemd:
                genoemd.add(plek)
                link.insert_after(bladzijde(hier, " (p. ", ")"))
        elif adres:
            link["href"] = adres + doel
            _toon_adres(link, adres + doel)
        else:
            link.unwrap()


def _toon_adres(link: Tag, href: str) -> None:
    """Zet het adres achter een link naar buiten, tenzij het er al staat."""
    if not href.startswith("http"):
        return
    kort = kort_adres(href)
    if kort in link.get_text():
        for tekst in link.find_all(string=re.compile(re.escape(kort))):
            tekst.replace_with(*_adresregel(href))
        return
    vak = nieuw("span", klasse="bk-adres")
    vak.extend([" (", *_adresregel(href), ")"])
    link.insert_after(vak)


def kort_adres(href: str) -> str:
    """Geef een adres zoals iemand het overtikt: zonder ``https://`` en slotstreep."""
    return re.sub(r"^https?://(www\.)?", "", href).rstrip("/")


def _adresregel(href: str, *, toon_als_link: bool = False) -> list[Tag | str]:
    """Geef een adres dat op een streep mag afbreken."""
    delen: list[Tag | str] = []
    for stuk in re.split(r"(?<=[/=&?])", kort_adres(href)):
        delen += [NavigableString(stuk), nieuw("wbr")]
    if not toon_als_link:
        return delen
    link = nieuw("a", href=href)
    link.extend(delen)
    return [link]


def _zak_koppen(artikel: Tag, zakking: int) -> None:
    for kop in artikel.find_all(re.compile(r"^h[1-6]$")):
        niveau = int(kop.name[1])
        if niveau == 1:
            kop["class"] = "bk-titel"
        kop.name = f"h{min(DIEPSTE_KOP, niveau + zakking)}"
