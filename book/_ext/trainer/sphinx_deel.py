"""De koppeling met Sphinx: dia's uit de tekst halen, bladen schrijven, links bij de titel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from huisstijl.adressen import base_url
from sphinx.application import Sphinx
from sphinx.util import logging
from tekeningen.aanwijzing import tekening

from trainer import bladen, mee
from trainer.dek import Dek
from trainer.dia import dia, dias_link
from trainer.getekend import Poster, read_posters
from trainer.lezen import (
    Hoofdstuk,
    Kaart,
    LeesError,
    has_slides,
    read_cards,
    read_chapter,
)

LOGBOEK = logging.getLogger(__name__)
#: De pagina waarvan de werkvormen ook als kaarten te krijgen zijn.
WERKVORMEN = "netwerkdag/werkvormen"
#: Met deze gebeurtenis maken andere uitbreidingen een dek: zij krijgen de hoofdstukken bij pagina.
DEKKEN = "trainer-dekken"


def take_slides(app: Sphinx, boom: nodes.document, pagina: str) -> None:
    """Lees de dia's van een pagina en haal ze uit de tekst die op de pagina komt."""
    if has_slides(boom):
        try:
            _chapters(app)[pagina] = read_chapter(boom, pagina)
        except LeesError as fout:
            LOGBOEK.warning("%s", fout, location=pagina)
        for knoop in list(boom.findall(dia)):
            knoop.parent.remove(knoop)
    for link in list(boom.findall(dias_link)):
        link.replace_self(_resolve(app, link, pagina))
    _posters(app).update({poster.naam: poster for poster in read_posters(boom, pagina)})
    if pagina == WERKVORMEN:
        app.trainer_kaarten = read_cards(boom)  # type: ignore[attr-defined]  # eigen gegeven


def _resolve(app: Sphinx, link: dias_link, pagina: str) -> nodes.Node:
    """Geef de link naar de dia's, of alleen de woorden als die er in dit boek niet zijn."""
    doel = link["pagina"]
    if doel.startswith("programma/") and app.builder.name == "html":
        adres = "../" * pagina.count("/") + bladen.slides_path(doel)
        return nodes.reference("", *link.children, refuri=adres, internal=True)
    if doel not in app.env.found_docs or not has_slides(app.env.get_doctree(doel)):
        LOGBOEK.warning("Bij %s horen geen dia's.", doel, location=link)
    elif app.builder.name == "html":
        adres = "../" * pagina.count("/") + bladen.slides_path(doel)
        return nodes.reference("", *link.children, refuri=adres, internal=True)
    return nodes.inline("", *link.children)


def add_links(
    app: Sphinx, pagina: str, _sjabloon: str, context: dict[str, Any], _boom: nodes.Node | None
) -> None:
    """Zet onder de titel van een hoofdstuk de links naar zijn dia's en uitdeelblad."""
    if app.builder.name != "html" or pagina not in _chapters(app):
        return
    wortel = "../" * pagina.count("/")
    regels = [
        _link(f"{wortel}{bladen.slides_path(pagina)}", "Als dia's"),
        *(_later(wortel, pad, tekst) for tekst, pad in bladen.deck_files(pagina).items()),
        _link(f"{wortel}{bladen.handout_path(pagina)}", "Uitdeelblad"),
        _later(wortel, bladen.HANDOUT_PDF.format(pagina=pagina), "Uitdeelblad (pdf)"),
    ]
    if pagina == WERKVORMEN:
        regels += [
            _link(f"{wortel}{bladen.KAARTEN}", "Kaarten"),
            _later(wortel, bladen.KAARTEN_PDF, "Kaarten (pdf)"),
        ]
    lijst = f'</h1>\n<ul class="hs-vormen lv-niet-afdrukken">{"".join(regels)}</ul>'
    context["body"] = context["body"].replace("</h1>", lijst, 1)


def _link(adres: str, tekst: str) -> str:
    return f'<li><a href="{adres}">{tekst}</a></li>'


def _later(wortel: str, pad: str, tekst: str) -> str:
    """Geef een link die pas te zien is als het bestand er is (zie druk/verwijzing.py)."""
    return f'<li hidden data-druk="{pad}"><a data-href="{wortel}{pad}">{tekst}</a></li>'


def write_sheets(app: Sphinx, fout: Exception | None) -> None:
    """Schrijf alle dia's, uitdeelbladen en kaarten."""
    if fout is not None or app.builder.name != "html":
        return
    site = Path(app.outdir)
    boek = bladen.Boek(app.config.html_title, base_url())
    geschreven = set()
    hoofdstukken = tuple(_all_chapters(app))
    for dek in _other_decks(app, hoofdstukken):
        pad = bladen.slides_path(dek.pad)
        bladen.write_sheet(site, pad, bladen.make_deck(dek, boek))
        geschreven.add(site / pad)
    for hoofdstuk in hoofdstukken:
        for pad, html in (
            (bladen.slides_path(hoofdstuk.pagina), bladen.make_slides(hoofdstuk, boek)),
            (bladen.handout_path(hoofdstuk.pagina), bladen.make_handout(hoofdstuk, boek)),
        ):
            bladen.write_sheet(site, pad, html)
            geschreven.add(site / pad)
    for naam, poster in _posters(app).items():
        bladen.write_sheet(site, bladen.poster_path(naam), bladen.make_poster(poster, boek))
        geschreven.add(site / bladen.poster_path(naam))
    kaarten: tuple[Kaart, ...] = getattr(app, "trainer_kaarten", ())
    if kaarten:
        html = bladen.make_cards(kaarten, WERKVORMEN, boek)
        bladen.write_sheet(site, bladen.KAARTEN, html)
        geschreven.add(site / bladen.KAARTEN)
    if geschreven:
        mee.write_assets(site)
    for map_ in (bladen.DIAS, bladen.UITDEEL):
        for pad in (site / map_).rglob("*.html"):
            if pad not in geschreven:
                pad.unlink()


def _other_decks(app: Sphinx, hoofdstukken: tuple[Hoofdstuk, ...]) -> Iterator[Dek]:
    """Geef de dekken die een andere uitbreiding van deze hoofdstukken maakt."""
    for dekken in app.emit(DEKKEN, {deel.pagina: deel for deel in hoofdstukken}):
        yield from dekken


def _chapters(app: Sphinx) -> dict[str, Hoofdstuk]:
    """Geef de hoofdstukken die in deze bouw al gelezen zijn."""
    if not hasattr(app, "trainer_hoofdstukken"):
        app.trainer_hoofdstukken = {}  # type: ignore[attr-defined]  # eigen gegeven
    gelezen: dict[str, Hoofdstuk] = app.trainer_hoofdstukken  # type: ignore[attr-defined]  # idem
    return gelezen


def _posters(app: Sphinx) -> dict[str, Poster]:
    """Geef de tekeningen van de pagina's die in deze bouw al gelezen zijn."""
    if not hasattr(app, "trainer_posters"):
        app.trainer_posters = {}  # type: ignore[attr-defined]  # eigen gegeven
    gelezen: dict[str, Poster] = app.trainer_posters  # type: ignore[attr-defined]  # idem
    return gelezen


def _all_chapters(app: Sphinx) -> Iterator[Hoofdstuk]:
    """Geef elk hoofdstuk met dia's, ook als zijn pagina deze keer niet opnieuw is geschreven."""
    for pagina in sorted(app.env.found_docs):
        boom = app.env.get_doctree(pagina)
        getekend = {k["naam"] for k in boom.findall(tekening) if k["pagina"]}
        nieuw = pagina not in _chapters(app) and has_slides(boom)
        if nieuw or not getekend <= _posters(app).keys():
            # Het oplossen van de verwijzingen roept take_slides aan.
            app.env.get_and_resolve_doctree(pagina, app.builder)
        if pagina in _chapters(app):
            yield _chapters(app)[pagina]
