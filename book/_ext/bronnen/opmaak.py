"""De opmaak van één bron in de bronnenlijst, in het Nederlands.

De volgorde is altijd: makers, titel, soort, plaats van verschijnen en datum, en ten slotte
wat de lezer over de vindplaats moet weten. De titel is de link, als er een adres is: zo heeft
elke link op de pagina een eigen, leesbare naam.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import docutils.nodes
from pybtex.database import Entry, Person
from pybtex.plugin import find_plugin
from pybtex.richtext import BaseText, HRef, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from sphinxcontrib.bibtex.richtext import BaseReferenceText

STREEPJES = re.compile(r"-+")
SPATIE_VOOR_CIJFER = re.compile(r" (?=\d)")
VASTE_SPATIE = "\N{NO-BREAK SPACE}"


class Anderstalig(BaseReferenceText[str]):
    """Tekst in een andere taal, met die taal als attribuut voor schermlezers."""

    def render(self, backend: Any) -> Any:
        """Geef de tekst als docutils-knoop met een taal; andere backends krijgen kale tekst."""
        inhoud = super().render(backend)
        if not isinstance(backend, find_plugin("pybtex.backends", "docutils")):
            return inhoud
        # docutils zet de klasse `language-xx` om in het attribuut `lang`.
        return [docutils.nodes.inline("", "", *inhoud, classes=[f"language-{self.info[0]}"])]


class NederlandseStijl(BaseStyle):
    """Pybtex-stijl voor de bronnenlijst, gesorteerd op de korte naam."""

    default_name_style = "plain"
    default_label_style = "number"
    default_sorting_style = "none"

    def __init__(self, **opties: Any) -> None:
        super().__init__(**opties)
        self.sort = sorteer
        self.format_labels = korte_namen

    def format_entry(
        self,
        label: str,
        entry: Entry,
        bib_data: object = None,  # noqa: ARG002 - hoort bij de handtekening van pybtex
    ) -> FormattedEntry:
        """Zet één bron om in opgemaakte tekst, zin voor zin."""
        zinnen = [Text(zin).add_period() for zin in _zinnen(entry) if str(zin)]
        return FormattedEntry(entry.key, Text(" ").join(zinnen), label)


def korte_naam(entry: Entry) -> str:
    """De naam waarmee een pagina de bron noemt.

    Raises
    ------
    ValueError
        Als de bron in ``bronnen.bib`` geen veld ``shorthand`` heeft.
    """
    naam: str = entry.fields.get("shorthand", "")
    if not naam:
        raise ValueError(
            f"Bron '{entry.key}' in bronnen.bib heeft geen korte naam: vul het veld shorthand in."
        )
    return naam


def korte_namen(entries: Iterable[Entry]) -> Iterator[str]:
    """De korte namen van een reeks bronnen, in dezelfde volgorde."""
    return (korte_naam(entry) for entry in entries)


def sorteer(entries: Iterable[Entry]) -> list[Entry]:
    """Bronnen op alfabet van hun korte naam, zonder op hoofdletters te letten."""
    return sorted(entries, key=lambda entry: korte_naam(entry).casefold())


def houd_bijeen(tekst: str) -> str:
    """Houd een getal bij het woord ervoor: "par. 4.2" breekt niet over twee regels."""
    return SPATIE_VOOR_CIJFER.sub(VASTE_SPATIE, tekst)


def som_op(delen: list[BaseText]) -> BaseText:
    """Voeg namen samen zoals het Nederlands dat doet: met komma's en "en" voor de laatste."""
    if len(delen) < 2:
        return Text(*delen)
    return Text(Text(", ").join(delen[:-1]), " en ", delen[-1])


def _zinnen(entry: Entry) -> Iterator[BaseText]:
    yield som_op([_naam(persoon) for persoon in entry.persons.get("author", [])])
    yield _titel(entry)
    yield _veld(entry, "type").capfirst()
    if "journal" in entry.fields:
        yield _tijdschrift(entry)
    else:
        yield _komma(_veld(entry, "number"), _veld(entry, "edition")).capfirst()
        uitgave = _komma(_veld(entry, "publisher"), _veld(entry, "address"), _datum(entry))
        yield uitgave.capfirst()
    yield _veld(entry, "access")


def _naam(persoon: Person) -> BaseText:
    delen = [
        *persoon.rich_first_names,
        *persoon.rich_middle_names,
        *persoon.rich_prelast_names,
        *persoon.rich_last_names,
    ]
    return Text(" ").join(delen)


def _veld(entry: Entry, naam: str) -> BaseText:
    return Text.from_latex(entry.fields.get(naam, ""))


def _komma(*delen: BaseText) -> BaseText:
    return Text(", ").join([deel for deel in delen if str(deel)])


def _datum(entry: Entry) -> BaseText:
    return _veld(entry, "datum" if "datum" in entry.fields else "year")


def _titel(entry: Entry) -> BaseText:
    titel = Text(": ").join([_veld(entry, v) for v in ("title", "subtitle") if v in entry.fields])
    if "language" in entry.fields:
        titel = Anderstalig(entry.fields["language"], titel)
    titel = Text("‘", titel, "’") if "journal" in entry.fields else Tag("em", titel)
    return HRef(adres, titel) if (adres := _adres(entry)) else titel


def _adres(entry: Entry) -> str:
    if "doi" in entry.fields:
        return f"https://doi.org/{entry.fields['doi']}"
    adres: str = entry.fields.get("url", "")
    return adres


def _tijdschrift(entry: Entry) -> BaseText:
    blad: BaseText = Tag("em", _veld(entry, "journal"))
    if "language" in entry.fields:
        blad = Anderstalig(entry.fields["language"], blad)
    nummer = f" {entry.fields['volume']}" if "volume" in entry.fields else ""
    nummer += f"({entry.fields['number']})" if "number" in entry.fields else ""
    bladzijden = STREEPJES.sub("\N{EN DASH}", entry.fields.get("pages", ""))
    return _komma(
        Text(blad, nummer),
        Text(f"p.{VASTE_SPATIE}{bladzijden}" if bladzijden else ""),
        _datum(entry),
    )
