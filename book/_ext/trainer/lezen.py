"""Van de tekst van een hoofdstuk naar dia's, en van de werkvormen naar kaarten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeGuard

from docutils import nodes
from tekeningen.aanwijzing import tekening, tekening_bij, tekening_bron, tekening_woorden

from trainer.dia import dia
from trainer.getekend import drawing_part, drawn_figure
from trainer.opmaak import to_html
from trainer.soorten import is_source, kind_of

WEEK = "Deze week"
VERDER = "Verder"
#: De keuzes bij ``{dia}`` voor de eerste en de laatste dia, en hoe die eruitziet.
RANDEN = {"opening": "titel", "slot": "slot"}
#: Onder een dia zonder bron: wie alleen de dia ziet, weet dan van wie de regels zijn.
EIGEN = '<p class="tr-eigen">Van de makers van dit boek.</p>'


class LeesError(ValueError):
    """Een hoofdstuk met dia's mist iets. De tekst zegt wat, en wat u kunt doen."""


@dataclass(frozen=True)
class Dia:
    """Eén dia.

    Attributes
    ----------
    titel : str
        Platte tekst.
    inhoud : str
        HTML van wat er aan de wand komt.
    notities : str
        HTML van de spreektekst.
    tekening : bool, optional
        Of er een tekening aan de wand komt, in plaats van regels.
    geleend : bool, optional
        Of die tekening op een andere bladzijde van het boek staat.
    bron : str, optional
        HTML van waar het vandaan komt; staat klein onder de dia.
    soort : str, optional
        Hoe de dia eruitziet (zie ``soorten``).
    beeld : str, optional
        Een pictogram van de tekeningen, naast de regels.
    qr : str, optional
        De pagina waar een QR-code op de dia heen wijst.
    onder_qr : str, optional
        Wat er onder die code staat.
    begin, eind : str, optional
        Wanneer dit onderdeel van een programma begint en ophoudt, als ``"13.35"``.
    """

    titel: str
    inhoud: str
    notities: str
    tekening: bool = False
    geleend: bool = False
    bron: str = ""
    soort: str = "punten"
    beeld: str = ""
    qr: str = ""
    onder_qr: str = ""
    begin: str = ""
    eind: str = ""


@dataclass(frozen=True)
class Hoofdstuk:
    """Een hoofdstuk als reeks dia's.

    Attributes
    ----------
    pagina : str
        Naam van de pagina zonder achtervoegsel, zoals ``"handreiking/alignment"``.
    titel : str
        Platte tekst.
    belofte : str
        De zin boven de lijst: wat de lezer na dit hoofdstuk kan.
    kunt : str
        HTML van die lijst.
    dias : tuple of Dia
        De dia's tussen de eerste en de laatste.
    week : str
        HTML van *Deze week*.
    inleiding : str
        HTML van de spreektekst bij de eerste dia.
    verder : str
        HTML van de spreektekst bij de laatste dia.
    opening : Dia, optional
        De eerste dia, als die iets anders zegt dan het begin van het hoofdstuk.
    slot : Dia, optional
        De laatste dia, als die iets anders zegt dan *Deze week*.
    """

    pagina: str
    titel: str
    belofte: str
    kunt: str
    dias: tuple[Dia, ...]
    week: str
    inleiding: str
    verder: str
    opening: Dia | None = None
    slot: Dia | None = None


@dataclass(frozen=True)
class Kaart:
    """Een werkvorm op een kaart.

    Attributes
    ----------
    naam, groep : str
        Platte tekst: de werkvorm, en de kop waar hij onder staat.
    inhoud : str
        HTML van de hele werkvorm.
    """

    naam: str
    groep: str
    inhoud: str


def has_slides(boom: nodes.document) -> bool:
    """Zeg of er een dia in de tekst staat."""
    return next(iter(boom.findall(dia)), None) is not None


def read_chapter(boom: nodes.document, pagina: str) -> Hoofdstuk:
    """Lees de dia's van een hoofdstuk.

    Parameters
    ----------
    boom : docutils.nodes.document
        De tekst, met opgeloste verwijzingen.
    pagina : str
        Naam van de pagina zonder achtervoegsel.

    Returns
    -------
    Hoofdstuk
        Alles wat de dia's en het uitdeelblad nodig hebben.

    Raises
    ------
    LeesError
        Als de tekst geen titel, geen lijst *kunt u:* of geen paragraaf *Deze week* heeft.
    """
    hoofd = next(iter(boom.findall(nodes.section)), None)
    if hoofd is None:
        raise LeesError("Dit hoofdstuk heeft geen titel. Zet er een boven, met één #.")
    delen = [kind for kind in hoofd.children if isinstance(kind, nodes.section)]
    begin = [kind for kind in hoofd.children if not isinstance(kind, nodes.section | nodes.title)]
    belofte, kunt = _promise(begin)
    week = _section(delen, WEEK)
    if week is None:
        raise LeesError(f"Dit hoofdstuk heeft dia's en geen paragraaf '{WEEK}'. Voeg die toe.")
    verder = _section(delen, VERDER)
    rand = {naam: _edge(hoofd, naam) for naam in RANDEN}
    return Hoofdstuk(
        pagina=pagina,
        titel=_title(hoofd),
        belofte=belofte.astext(),
        kunt=to_html([kunt]),
        dias=(
            *(_drawn(kind) for kind in begin if _on_slide(kind)),
            *(gevonden for deel in delen for gevonden in _slides(deel)),
        ),
        week=to_html(_text(week)),
        inleiding=_description(boom)
        + to_html(kind for kind in begin if kind not in (belofte, kunt)),
        verder=to_html(_text(verder)) if verder else "",
        **rand,
    )


def read_cards(boom: nodes.document) -> tuple[Kaart, ...]:
    """Lees de werkvormen: elke paragraaf die met een lijst *Doel, Groep, Tijd* begint.

    Parameters
    ----------
    boom : docutils.nodes.document
        De tekst van de pagina met werkvormen.

    Returns
    -------
    tuple of Kaart
        In de volgorde van de tekst.
    """
    return tuple(
        Kaart(
            _title(deel),
            _title(deel.parent) if isinstance(deel.parent, nodes.section) else "",
            to_html(_text(deel)),
        )
        for deel in boom.findall(nodes.section)
        if any(
            isinstance(kind, nodes.bullet_list) and kind.astext().startswith("Doel:")
            for kind in deel.children
        )
    )


def _edge(hoofd: nodes.section, naam: str) -> Dia | None:
    """Geef de dia die ``:titel:`` of ``:slot:`` heeft, voor wie in de zaal zit."""
    knoop = next((k for k in hoofd.findall(dia) if k.get("rand", "") == naam), None)
    return None if knoop is None else replace(_slide(knoop, []), soort=RANDEN[naam])


def _on_slide(knoop: nodes.Node) -> TypeGuard[tekening]:
    return isinstance(knoop, tekening) and bool(knoop["dia"])


def _drawn(knoop: tekening) -> Dia:
    """Geef de dia van een tekening; wie haar niet ziet, hoort en leest dezelfde inhoud."""
    notities = drawing_part(knoop, tekening_woorden) + drawing_part(knoop, tekening_bij)
    return Dia(
        knoop["dia"],
        drawn_figure(knoop),
        notities,
        tekening=True,
        geleend=not knoop["pagina"],
        bron=drawing_part(knoop, tekening_bron),
        soort="tekening",
    )


def _title(deel: nodes.Element) -> str:
    return next((k.astext() for k in deel.children if isinstance(k, nodes.title)), "")


def _text(deel: nodes.Element) -> list[nodes.Node]:
    return [kind for kind in deel.children if not isinstance(kind, nodes.title)]


def _section(delen: list[nodes.section], naam: str) -> nodes.section | None:
    return next((deel for deel in delen if _title(deel) == naam), None)


def _promise(begin: list[nodes.Node]) -> tuple[nodes.Element, nodes.Element]:
    """Geef de zin *Na dit hoofdstuk kunt u:* en de lijst erna."""
    for zin, lijst in pairwise(begin):
        if (
            isinstance(zin, nodes.paragraph)
            and isinstance(lijst, nodes.bullet_list)
            and zin.astext().endswith("kunt u:")
        ):
            return zin, lijst
    raise LeesError(
        "Dit hoofdstuk heeft dia's en begint niet met 'Na dit hoofdstuk kunt u:' en een lijst. "
        "Voeg die toe: het is de eerste dia."
    )


def _description(boom: nodes.document) -> str:
    """Geef de beschrijving van de pagina als alinea."""
    for meta in boom.findall(nodes.meta):
        if meta.get("name") == "description":
            return to_html([nodes.paragraph("", nodes.Text(meta["content"]))])
    return ""


def _blocks(deel: nodes.section) -> Iterator[nodes.Node]:
    """Geef de stukken tekst van een paragraaf, met de koppen van haar onderdelen ertussen."""
    for kind in _text(deel):
        if isinstance(kind, nodes.section):
            yield from (k for k in kind.children if isinstance(k, nodes.title))
            yield from _blocks(kind)
        else:
            yield kind


def _slides(deel: nodes.section) -> Iterator[Dia]:
    """Geef de dia's van een paragraaf; de tekst vanaf elke dia is de spreektekst.

    Een tekening breekt die tekst niet af: haar dia komt na de dia van de tekst waar zij bij staat.
    """
    knoop: dia | None = None
    tekst: list[nodes.Node] = []
    getekend: list[tekening] = []
    for stuk in _blocks(deel):
        if isinstance(stuk, tekening):
            getekend += [stuk] if _on_slide(stuk) else []
            continue
        if isinstance(stuk, dia) and stuk.get("rand", ""):
            continue
        if not isinstance(stuk, dia):
            tekst.append(stuk)
            continue
        if knoop is not None:
            # Een kop vlak voor een dia hoort bij wat volgt.
            kop = [tekst.pop()] if tekst and isinstance(tekst[-1], nodes.title) else []
            yield _slide(knoop, tekst)
            tekst = kop
        yield from map(_drawn, getekend)
        getekend = []
        knoop = stuk
    if knoop is not None:
        yield _slide(knoop, tekst)
    yield from map(_drawn, getekend)


def _slide(knoop: dia, tekst: list[nodes.Node]) -> Dia:
    titel = knoop["titel"] or _title(knoop.parent)
    tabel = [t for stuk in tekst for t in stuk.findall(nodes.table)][:1] if knoop["tabel"] else []
    bron = [kind for kind in knoop.children if is_source(kind)]
    regels = [*(kind for kind in knoop.children if kind not in bron), *tabel]
    return Dia(
        titel,
        to_html(regels),
        to_html(tekst),
        bron=to_html(bron) + (EIGEN if knoop["eigen"] else ""),
        soort=kind_of(regels),
        beeld=knoop.get("beeld", ""),
        qr=knoop.get("hulpmiddel", ""),
        onder_qr="Open het hulpmiddel" if knoop.get("hulpmiddel", "") else "",
    )
