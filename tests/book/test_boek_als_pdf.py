"""Het hele boek als PDF: getagd, compleet, en elk nummer in de inhoud klopt.

De PDF komt van ``python -m druk SITE``, na het bouwen van het boek.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from bs4 import BeautifulSoup
from druk.__main__ import BESTAND
from druk.bijlage import BIJLAGE, TITEL
from druk.bladzijden import bladzijden
from druk.inhoud import Boek, lees_boek

from lv_tools import __version__

BOEK = Path(__file__).resolve().parents[2] / "book"
A4 = (595, 842)
MB = 1_000_000
#: Met minder woorden, de lopende kop meegeteld, is een blad bijna leeg.
LEEG = 45
#: Een hoofdstuk eindigt waar het eindigt: niet elke laatste bladzijde is vol te maken.
HOOGSTENS_LEEG = 4


@dataclass(frozen=True)
class Pdf:
    pad: Path
    boek: Boek
    _teksten: dict[int, str] = field(default_factory=dict)

    @cached_property
    def document(self) -> pikepdf.Pdf:
        return pikepdf.open(self.pad)

    @cached_property
    def letters(self) -> pypdfium2.PdfDocument:
        """Om tekst te lezen: vele malen sneller dan in Python zelf."""
        return pypdfium2.PdfDocument(self.pad)

    @cached_property
    def wortel(self) -> Any:
        return self.document.Root

    @cached_property
    def plek(self) -> dict[str, int]:
        return bladzijden(self.pad.read_bytes())

    @cached_property
    def bladwijzers(self) -> list[tuple[int, str]]:
        def loop(takken: list[Any], diepte: int) -> Iterator[tuple[int, str]]:
            for tak in takken:
                yield diepte, tak.title
                yield from loop(tak.children, diepte + 1)

        with self.document.open_outline() as boven:
            return list(loop(boven.root, 0))

    @cached_property
    def elementen(self) -> list[Any]:
        """Alle elementen van de structuurboom."""
        gevonden, te_doen = [], [self.wortel.StructTreeRoot.K]
        while te_doen:
            knoop = te_doen.pop()
            if isinstance(knoop, pikepdf.Array):
                te_doen += list(knoop)
            elif isinstance(knoop, pikepdf.Dictionary):
                gevonden.append(knoop)
                te_doen.append(knoop.get("/K", pikepdf.Array()))
        return gevonden

    def tekst(self, bladzijde: int) -> str:
        if bladzijde not in self._teksten:
            tekst = self.letters[bladzijde - 1].get_textpage().get_text_range()
            self._teksten[bladzijde] = " ".join(tekst.replace("\ufffe", "").split())
        return self._teksten[bladzijde]


@pytest.fixture(scope="module")
def pdf(site: Path) -> Pdf:
    pad = site / BESTAND
    if not pad.is_file():
        pytest.fail(
            f"{pad} is er niet. Maak de pdf met: PYTHONPATH=book/_ext python -m druk {site}"
        )
    return Pdf(pad, lees_boek(site))


def artikelen(site: Path, boek: Boek) -> Iterator[BeautifulSoup]:
    for stuk in boek.hoofdstukken:
        soep = BeautifulSoup((site / stuk.pad).read_text("utf-8"), "html.parser")
        yield soep.select_one("article.bd-article")


def test_is_tagged_dutch_and_has_its_title(pdf: Pdf) -> None:
    assert pdf.wortel.MarkInfo.Marked
    assert str(pdf.wortel.Lang) == "nl"
    assert str(pdf.document.docinfo.Title) == pdf.boek.titel
    assert pdf.wortel.ViewerPreferences.DisplayDocTitle
    soorten = Counter(str(element.get("/S")) for element in pdf.elementen)
    # de delen, de eerste pagina, de inhoud en de bijlage
    assert soorten["/H1"] == len(pdf.boek.delen) + 2
    assert {"/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure"} <= set(soorten)


def test_size_and_paper(pdf: Pdf) -> None:
    assert pdf.pad.stat().st_size < 18 * MB
    assert len(pdf.boek.hoofdstukken) * 2 < len(pdf.document.pages) < 570
    maten = set()
    for blad in pdf.document.pages:
        links, onder, rechts, boven = (float(maat) for maat in blad.mediabox)
        maten.add((round(rechts - links), round(boven - onder)))
    assert maten == {A4}


def test_every_page_of_the_toc_is_in_it(pdf: Pdf) -> None:
    toc = yaml.safe_load((BOEK / "_toc.yml").read_text("utf-8"))
    bedoeld = {toc["root"]} | {stuk["file"] for deel in toc["parts"] for stuk in deel["chapters"]}
    gedrukt = {stuk.pad.removesuffix(".html") for stuk in pdf.boek.hoofdstukken}
    assert {re.sub(r"\.(md|ipynb)$", "", naam) for naam in bedoeld} == gedrukt
    assert {stuk.sleutel for stuk in pdf.boek.hoofdstukken} <= set(pdf.plek)


def test_bookmarks_are_parts_chapters_and_sections(pdf: Pdf) -> None:
    delen = [titel for diepte, titel in pdf.bladwijzers if diepte == 0]
    assert delen == ["Inhoud", pdf.boek.titel, *(deel.titel for deel in pdf.boek.delen[1:]), TITEL]
    assert max(diepte for diepte, _ in pdf.bladwijzers) >= 2
    hoofdstukken = [stuk for deel in pdf.boek.delen[1:] for stuk in deel.hoofdstukken]
    in_delen = False
    gevonden = []
    for diepte, titel in pdf.bladwijzers:
        in_delen = in_delen or (diepte, titel) == (0, pdf.boek.delen[1].titel)
        if (diepte, titel) == (0, TITEL):
            break
        if in_delen and diepte == 1:
            gevonden.append(titel)
    assert gevonden == [stuk.titel for stuk in hoofdstukken]


def test_bookmarks_name_every_heading_once(pdf: Pdf, site: Path) -> None:
    # Loopt een kop over twee regels, dan laat Chromium daar in de bladwijzer soms de spatie weg.
    koppen = Counter(
        "".join(kop.get_text(" ", strip=True).split())
        for artikel in artikelen(site, pdf.boek)
        for kop in artikel.select("h2, h3")
    )
    titels = Counter("".join(titel.split()) for _, titel in pdf.bladwijzers)
    assert not koppen - titels


def kaal(tekst: str) -> str:
    """Laat spaties weg: waar er een hoort, schat wie een pdf leest naar de afstand."""
    return "".join(tekst.split())


def test_contents_tells_where_each_chapter_really_starts(pdf: Pdf) -> None:
    eerste = pdf.plek["index"]
    inhoud = kaal(" ".join(pdf.tekst(nummer) for nummer in range(2, eerste)))
    for deel in pdf.boek.delen:
        ankers = [(stuk.titel, stuk.sleutel) for stuk in deel.hoofdstukken]
        if deel.titel is not None:
            ankers.append((deel.titel, deel.sleutel))
        for titel, sleutel in ankers:
            nummer = pdf.plek[sleutel]
            assert re.search(rf"{re.escape(kaal(titel))}\W*{nummer}(\D|$)", inhoud), (titel, nummer)
            kop = pdf.boek.titel if sleutel == "index" else titel
            assert kaal(kop) in kaal(pdf.tekst(nummer)), (titel, nummer)


def test_contents_find_every_exercise(pdf: Pdf, site: Path) -> None:
    """Een trainer zoekt een werkvorm op naam."""
    soep = BeautifulSoup((site / "netwerkdag/werkvormen.html").read_text("utf-8"), "html.parser")
    namen = [kop.get_text(" ", strip=True) for kop in soep.select("article section[id] > h3")]
    assert len(namen) >= 15
    inhoud = " ".join(pdf.tekst(nummer) for nummer in range(2, pdf.plek["index"]))
    kaal = re.sub(r"\W+", "", inhoud)
    assert not [naam for naam in namen if re.sub(r"\W+", "", naam) not in kaal]


def test_cover_tells_version_and_day(pdf: Pdf) -> None:
    assert re.search(rf"Versie {re.escape(__version__)}, gedrukt op \d+ \w+ 20\d\d", pdf.tekst(1))


def test_raw_tables_stand_at_the_back(pdf: Pdf) -> None:
    vooraan = pdf.plek["instrumenten-urgentiemeter"] - pdf.plek["instrumenten-bevindingenverkenner"]
    assert vooraan < 10
    assert pdf.plek[BIJLAGE] > max(pdf.plek[stuk.sleutel] for stuk in pdf.boek.hoofdstukken)


def test_few_pages_are_nearly_empty(pdf: Pdf) -> None:
    """Een blad met een kop en twee regels is papier voor niets; een formulier heeft lijnen."""
    begin = {pdf.plek[stuk.sleutel] for stuk in pdf.boek.hoofdstukken}
    begin |= {pdf.plek[deel.sleutel] for deel in pdf.boek.delen if deel.titel is not None}
    papier = {stuk.titel for stuk in pdf.boek.hoofdstukken if "-papier" in stuk.sleutel}
    leeg = [
        nummer
        for nummer in range(pdf.plek["index"], len(pdf.document.pages) + 1)
        if nummer not in begin
        and len(pdf.tekst(nummer).split()) < LEEG
        and not any(titel in pdf.tekst(nummer)[:120] for titel in papier)
    ]
    assert len(leeg) <= HOOGSTENS_LEEG, leeg


def test_page_number_is_printed_on_the_page_it_names(pdf: Pdf) -> None:
    for nummer in (pdf.plek[stuk.sleutel] for stuk in pdf.boek.hoofdstukken):
        assert re.search(rf"(^|\D){nummer}($|\D)", pdf.tekst(nummer))


def test_every_figure_is_in_it_with_its_name(pdf: Pdf, site: Path) -> None:
    namen = Counter(
        figuur.select_one("figcaption").get_text(" ", strip=True)
        for artikel in artikelen(site, pdf.boek)
        for figuur in artikel.select("figure[data-lvs-figuur]")
    )
    assert sum(namen.values()) >= 10
    beelden = [
        re.sub(r"^Grafiek: |\. De cijfers staan in de tabel erbij\.$", "", str(el["/Alt"]))
        for el in pdf.elementen
        if el.get("/S") == "/Figure" and "/Alt" in el
    ]
    # Een figuur die over bladen is verdeeld, telt een keer.
    gedrukt = Counter(
        re.sub(r" \(deel 1 van \d+\)$", "", naam)
        for naam in beelden
        if not re.search(r" \(deel ([2-9]|\d\d+) van \d+\)$", naam)
    )
    assert not namen - gedrukt


def test_every_table_is_in_it(pdf: Pdf, site: Path) -> None:
    tabellen = sum(len(artikel.select("table")) for artikel in artikelen(site, pdf.boek))
    gedrukt = sum(element.get("/S") == "/Table" for element in pdf.elementen)
    assert gedrukt >= tabellen > 30


def test_links_inside_the_book_stay_inside(pdf: Pdf) -> None:
    binnen = 0
    buiten = set()
    for blad in pdf.document.pages:
        for verwijzing in blad.get("/Annots", []):
            doel = verwijzing
            actie = doel.get("/A", {})
            if "/URI" in actie:
                buiten.add(str(actie["/URI"]))
            else:
                binnen += 1
    assert binnen > 500
    assert not [adres for adres in buiten if re.match(r"https?://(127\.|localhost)|file:", adres)]


def test_pages_link_to_the_pdf(site: Path, pdf: Pdf) -> None:
    for pagina in ("index.html", "naslag/colofon.html", "routes/trainer.html"):
        soep = BeautifulSoup((site / pagina).read_text("utf-8"), "html.parser")
        link = soep.select_one(f'footer [data-druk="{BESTAND}"]:not([hidden]) a[href]')
        assert link is not None, pagina
        assert ((site / pagina).parent / str(link["href"])).resolve() == pdf.pad.resolve()
