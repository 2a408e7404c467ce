"""De bijlage: wie leest, loopt niet vast in bladen vol tabellen; wie ze zoekt, vindt ze achterin.

Een hulpmiddel dat al zijn tabellen laat zien, staat vooraan in het boek. Op het scherm zitten die
tabellen in uitklappers, en op papier staan zij open.
"""

from __future__ import annotations

from bs4 import Tag

from druk.hoofdstuk import bladzijde, nieuw

BIJLAGE = "bijlage-tabellen"
TITEL = "Bijlage: alle tabellen"
#: Zoveel tabellen op een rij zijn naslag, en geen tekst om door te lezen.
MINSTENS = 5
KOPPEN = ["h2", "h3", "h4"]


def take_tables(stuk: Tag) -> list[Tag]:
    """Haal lange rijen tabellen uit een hoofdstuk, en zeg daar waar ze staan.

    Parameters
    ----------
    stuk : Tag
        Het hoofdstuk, klaar om te drukken; wordt zelf veranderd.

    Returns
    -------
    list of Tag
        De tabellen met hun uitleg, elk met een kop.
    """
    gevonden: list[Tag] = []
    for eerste in stuk.select(".lvs-uitklap:has(.lvs-tabelblad)"):
        if eerste in gevonden or eerste.find_parent("figure") is not None:
            continue
        rij = [eerste, *_erna(eerste)]
        if len(rij) < MINSTENS:
            continue
        regel = _pointer()
        if (uitleg := eerste.find_previous_sibling()) is not None and uitleg.name == "p":
            uitleg.decompose()
        eerste.insert_before(regel)
        gevonden += [tabel.extract() for tabel in rij]
    for vak in stuk.select("div.output"):
        met_kop = vak.find(KOPPEN, recursive=False) is not None
        if met_kop and len(vak.find_all(class_="lvs-tabelblad", recursive=False)) >= MINSTENS:
            gevonden += _per_heading(vak)
            vak.insert_after(_pointer())
    for nummer, tabel in enumerate(gevonden, 1):
        kop = tabel.find(KOPPEN, recursive=False) or tabel.select_one("p.bk-kopje")
        if isinstance(kop, Tag):
            kop.name = "h2"
            kop["class"] = "bk-bijlage-kop"
            kop["id"] = f"{BIJLAGE}--{nummer}"
    return gevonden


def _pointer() -> Tag:
    """Geef de zin die in het hoofdstuk blijft staan."""
    regel = nieuw("p", "Alle tabellen staan achterin, in de ")
    link = nieuw("a", "bijlage", href=f"#{BIJLAGE}", klasse="reference internal")
    regel.extend([link, bladzijde(BIJLAGE, " (p. ", ")"), "."])
    return regel


def _per_heading(vak: Tag) -> list[Tag]:
    """Haal elke kop met wat eronder staat uit een vak; wat voor de eerste kop staat, blijft."""
    uit: list[Tag] = []
    for kind in list(vak.children):
        if isinstance(kind, Tag) and kind.name in KOPPEN:
            uit.append(nieuw("div"))
        if uit:
            uit[-1].append(kind.extract())
    return uit


def _erna(tabel: Tag) -> list[Tag]:
    rij: list[Tag] = []
    volgende = tabel.find_next_sibling()
    while isinstance(volgende, Tag) and "lvs-uitklap" in volgende.get("class", []):
        rij.append(volgende)
        volgende = volgende.find_next_sibling()
    return rij


def appendix(tabellen: list[Tag], blad: str) -> str:
    """Geef de bijlage, of niets als er geen tabellen zijn.

    Parameters
    ----------
    tabellen : list of Tag
        Wat :func:`take_tables` uit de hoofdstukken haalde.
    blad : str
        De naam van het soort blad, voor de lopende kop.
    """
    if not tabellen:
        return ""
    kop = nieuw("h1", TITEL, klasse="bk-titel")
    vak = nieuw("div", klasse="lvs")
    vak.extend(tabellen)
    artikel = nieuw(
        "article", id=BIJLAGE, klasse="bd-article bk-hoofdstuk bk-zakking-0", style=f"page: {blad}"
    )
    artikel.extend([kop, vak])
    return str(artikel)
