"""De bladen bij een hoofdstuk als HTML: dia's, uitdeelblad, en de kaarten met werkvormen."""

from __future__ import annotations

import functools
import io
import posixpath
from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup
from tekeningen import stylesheet
from tekeningen.aanwijzing import POSTER
from tekeningen.pictogram import PICTOGRAMMEN

from trainer.dek import Dek, chapter_deck
from trainer.getekend import Poster
from trainer.lezen import WEEK, Hoofdstuk, Kaart
from trainer.mee import HIER, asset_folder

DIAS = "_dia"
UITDEEL = "_uitdeel"
KAARTEN = f"{UITDEEL}/werkvormkaarten.html"
#: Waar de pdf's komen, als iemand ze maakt (zie drukken.py).
HANDOUT_PDF = "_druk/handout/{pagina}.pdf"
KAARTEN_PDF = "_druk/kaarten/werkvormen.pdf"
PPTX = "_druk/dia/{pad}.pptx"
NOTITIES_PDF = "_druk/dia/{pad}.pdf"
#: Zoveel tekeningen passen er op de achterkant van een uitdeelblad.
OP_ACHTERKANT = 2
MERK = HIER.parents[1] / "_templates" / "hs-merk.html"


@dataclass(frozen=True)
class Boek:
    """Wat elk blad van het boek weet.

    Attributes
    ----------
    titel : str
        Titel van het boek.
    adres : str or None
        Adres van de site met een schuine streep achteraan; ``None`` als dat niet is opgegeven.
    """

    titel: str
    adres: str | None

    def page_address(self, pagina: str) -> str | None:
        """Geef het hele adres van een pagina, of ``None``: een adres wordt nooit verzonnen."""
        return f"{self.adres}{pagina}.html" if self.adres else None


def slides_path(pagina: str) -> str:
    """Geef het pad in de site van de dia's bij een pagina."""
    return f"{DIAS}/{pagina}.html"


def handout_path(pagina: str) -> str:
    """Geef het pad in de site van het uitdeelblad bij een pagina."""
    return f"{UITDEEL}/{pagina}.html"


def make_slides(hoofdstuk: Hoofdstuk, boek: Boek) -> str:
    """Maak het blad met de dia's van een hoofdstuk."""
    return make_deck(chapter_deck(hoofdstuk), boek)


def make_deck(dek: Dek, boek: Boek) -> str:
    """Maak het blad met de dia's van een dek."""
    pad = slides_path(dek.pad)
    dias = [
        {
            "sleutel": sleutel,
            "dia": dia,
            "naar": posixpath.relpath(f"{dia.qr}.html", posixpath.dirname(pad)) if dia.qr else "",
            "qr": _qr(boek, dia.qr),
            "beeld": PICTOGRAMMEN.get(dia.beeld, ""),
        }
        for sleutel, dia in dek.keyed()
    ]
    return _fill("dek.html", pad, boek, dek.pagina, dek=dek, dias=dias, mee=asset_folder(),
                 bestanden={} if dek.samensteller else deck_files(dek.pad))  # fmt: skip


def deck_files(pad: str) -> dict[str, str]:
    """Geef wat er van een dek te downloaden is: hoe het heet, en waar het staat."""
    return {
        "Dia's (PowerPoint)": PPTX.format(pad=pad),
        "Dia's met notities (pdf)": NOTITIES_PDF.format(pad=pad),
    }


def _qr(boek: Boek, pagina: str) -> str:
    adres = boek.page_address(pagina) if pagina else None
    return qr_svg(adres) if adres else ""


def make_handout(hoofdstuk: Hoofdstuk, boek: Boek) -> str:
    """Maak het uitdeelblad van een hoofdstuk: op papier één vel A4.

    Op de achterkant komen de eerste tekeningen van het hoofdstuk zelf; heeft het er geen, dan is er
    geen achterkant.
    """
    getekend = [dia for dia in hoofdstuk.dias if dia.tekening and not dia.geleend]
    return _fill(
        "uitdeelblad.html", handout_path(hoofdstuk.pagina), boek, hoofdstuk.pagina,
        hoofdstuk=hoofdstuk, achterkant=getekend[:OP_ACHTERKANT],
        stijl=stylesheet() + _style("blad", "uitdeelblad"),
    )  # fmt: skip


def poster_path(naam: str) -> str:
    """Geef het pad in de site van het blad met een tekening."""
    return POSTER.format(naam=naam)


def make_poster(poster: Poster, boek: Boek) -> str:
    """Maak het blad met een tekening: liggend, en op elk formaat bladvullend."""
    return _fill(
        "poster.html", poster_path(poster.naam), boek, poster.pagina,
        poster=poster, stijl=stylesheet() + _style("blad", "poster"),
    )  # fmt: skip


def make_cards(kaarten: tuple[Kaart, ...], pagina: str, boek: Boek) -> str:
    """Maak het blad met kaarten: twee op een liggend A4."""
    return _fill(
        "kaarten.html", KAARTEN, boek, pagina, kaarten=kaarten, stijl=_style("blad", "kaarten")
    )


def qr_svg(adres: str) -> str:
    """Geef een QR-code als SVG, zwart op wit, schaalbaar en verborgen voor een schermlezer.

    Parameters
    ----------
    adres : str
        Waar de code heen wijst.
    """
    import segno

    uit = io.BytesIO()
    segno.make(adres, error="m", micro=False).save(
        uit, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4, light="#fff", nl=False
    )
    return uit.getvalue().decode().replace("<svg ", '<svg aria-hidden="true" ', 1)


def _fill(sjabloon: str, pad: str, boek: Boek, pagina: str, **gegevens: object) -> str:
    adres = boek.page_address(pagina)
    return _templates().get_template(sjabloon).render(
        boek=boek.titel,
        week=WEEK,
        merk=_logo(),
        adres=adres,
        qr=qr_svg(adres) if adres else "",
        wortel="../" * pad.count("/"),
        naar_pagina=posixpath.relpath(f"{pagina}.html", posixpath.dirname(pad)),
        **gegevens,
    )  # fmt: skip


@functools.cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(HIER / "sjablonen"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )


@functools.cache
def _logo() -> Markup:
    """Geef het beeldmerk van de huisstijl, zonder het commentaar van het sjabloon."""
    tekst = MERK.read_text("utf-8")
    return Markup(tekst[tekst.index("<svg") :].strip())  # noqa: S704 -- eigen sjabloon


def _style(*delen: str) -> str:
    return "".join((HIER / "stijl" / f"{deel}.css").read_text("utf-8") for deel in delen)


def write_sheet(site: Path, pad: str, html: str) -> None:
    """Schrijf een blad in de site."""
    doel = site / pad
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text(html, "utf-8")
