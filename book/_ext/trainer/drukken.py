"""Na de bouw: bladen en dia's als pdf, dia's voor PowerPoint, en de hele site als zip ernaast."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from druk.pers import LETTERS, Pers
from druk.verwijzing import show_links
from levend.zip_site import maak_sitezip
from pypdf import PdfReader

from trainer import bladen
from trainer.notitieblad import KLAAR, make_notes_sheet
from trainer.powerpoint.maken import make_pptx

#: Waar de zip staat, vanaf de wortel van de site.
ZIP = "_druk/onderwijskwaliteit.zip"


class BladError(RuntimeError):
    """Een blad is niet geworden wat het moest zijn. De tekst noemt het blad en de uitweg."""


def sheets(site: Path) -> Iterator[tuple[str, str]]:
    """Geef van elk blad het pad van de HTML en dat van de pdf, vanaf de wortel van de site."""
    map_ = site / bladen.UITDEEL
    for pad in sorted(map_.rglob("*.html")):
        blad = pad.relative_to(site).as_posix()
        pagina = pad.relative_to(map_).with_suffix("").as_posix()
        is_kaarten = blad == bladen.KAARTEN
        yield blad, bladen.KAARTEN_PDF if is_kaarten else bladen.HANDOUT_PDF.format(pagina=pagina)


def print_sheets(site: Path, pers: Pers) -> list[Path]:
    """Druk alle uitdeelbladen en de kaarten.

    Parameters
    ----------
    site : Path
        De gebouwde site.
    pers : druk.pers.Pers
        De pers, aangezet voor deze site.

    Returns
    -------
    list of Path
        De gemaakte pdf's.

    Raises
    ------
    BladError
        Als een uitdeelblad niet op één vel past.
    druk.drukproef.PersError
        Als het drukken zelf niet lukt.
    """
    gemaakt = []
    for blad, pdf in sheets(site):
        html = (site / blad).read_text("utf-8").replace("</head>", f"{LETTERS}\n</head>", 1)
        doel = site / pdf
        doel.parent.mkdir(parents=True, exist_ok=True)
        pers.druk_html(html, doel, plaats=blad)
        aantal = len(PdfReader(doel).pages)
        hoort = 2 if 'class="blad achterkant"' in html else 1
        if blad != bladen.KAARTEN and aantal != hoort:
            raise BladError(
                f"{blad} werd {aantal} bladzijden, en het hoort er {hoort} te zijn. "
                "Kort de dia's van dit hoofdstuk in."
            )
        gemaakt.append(doel)
    return gemaakt


def decks(site: Path) -> Iterator[tuple[str, Path]]:
    """Geef van elk dek het pad onder ``_dia/``, zonder achtervoegsel, en het bestand.

    Wat de browser zelf samenstelt, staat er niet bij.
    """
    map_ = site / bladen.DIAS
    for pad in sorted(map_.rglob("*.html")):
        if " data-samengesteld>" in pad.read_text("utf-8"):
            continue
        yield pad.relative_to(map_).with_suffix("").as_posix(), pad


def make_presentations(site: Path) -> list[Path]:
    """Maak van elk dek een bestand voor PowerPoint; hiervoor is geen Chromium nodig."""
    return [make_pptx(bron, site / bladen.PPTX.format(pad=pad)) for pad, bron in decks(site)]


def print_notes(site: Path, pers: Pers) -> list[Path]:
    """Druk van elk dek de dia's met hun notities, een dia bovenaan elk blad."""
    gemaakt = []
    for pad, bron in decks(site):
        doel = site / bladen.NOTITIES_PDF.format(pad=pad)
        doel.parent.mkdir(parents=True, exist_ok=True)
        html = make_notes_sheet(bron.read_text("utf-8")).replace(
            "</head>", f"{LETTERS}\n</head>", 1
        )
        pers.druk_html(html, doel, plaats=bladen.slides_path(pad), klaar_als=KLAAR)
        gemaakt.append(doel)
    return gemaakt


def make_zip(site: Path) -> Path:
    """Maak de zip van de site en zet haar in de site, om te downloaden.

    In de zip zelf zit geen zip en ook geen link ernaar.

    Parameters
    ----------
    site : Path
        De gebouwde site, met de pdf's als die erbij moeten.

    Returns
    -------
    Path
        De zip in de site.
    """
    doel = site / ZIP
    doel.unlink(missing_ok=True)
    show_links(site)
    with tempfile.TemporaryDirectory() as tijdelijk:
        zip_ = maak_sitezip(site, Path(tijdelijk) / doel.name)
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(zip_, doel)
    show_links(site)
    return doel
