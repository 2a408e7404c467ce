"""Een dek: de dia's van één bestand op volgorde, van de titel tot en met het slot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from trainer.lezen import EIGEN, WEEK, Dia, Hoofdstuk

#: Achter een stap van een werkvorm: hoelang zij duurt.
MINUTEN = re.compile(r"\((\d+) min\)")
STAP = re.compile(r"<li>((?:(?!</?li>).)*?) ?\((\d+) min\)</li>")
#: Een stap zonder minuten.
ZONDER = re.compile(r'<li>((?!<span class="tr-wat">)(?:(?!</?li>|</?ol|</?ul).)+)</li>')
BALK = re.compile(r"<li>((?:(?!</?li>).)+?): ((?:(?!</?li>).)*?\b(\d{1,3})%\)?)</li>")
UUR = re.compile(r"<li>(\d{1,2}\.\d\d) ")
#: Een bron die een deel van de zin is, en niet erachter staat.
CITAAT = re.compile(
    r'(?P<voor>^<p>|: |\b(?:uit|bij|[Nn]aar) )<span class="tr-cit">\((?P<bron>[^()]+)\)</span>'
)
LIDWOORD = {"presentatie": "de", "waaier": "de", "blog": "de", "onderzoek": "het"}
STRAKS = '<p class="tr-belofte">Straks kunt u:</p>'
SLOT = "Wat neemt u mee?"
SPREEK_SLOT = "<p>Laat ieder één ding opschrijven om te doen, met een dag erbij.</p>"


@dataclass(frozen=True)
class Dek:
    """De dia's van één bestand.

    Attributes
    ----------
    pad : str
        Waar zij staan, onder ``_dia/`` en zonder achtervoegsel.
    titel : str
        Platte tekst.
    pagina : str
        De pagina van het boek waar zij bij horen.
    dias : tuple of Dia
        Alle dia's.
    samensteller : str, optional
        HTML met een script dat uit deze dia's kiest voordat iets anders ernaar kijkt. Zo'n dek ziet
        er voor ieder anders uit, en is er daarom niet voor PowerPoint of als pdf.
    """

    pad: str
    titel: str
    pagina: str
    dias: tuple[Dia, ...]
    samensteller: str = ""

    def keyed(self) -> Iterator[tuple[str, Dia]]:
        """Geef elke dia met een sleutel die blijft als er dia's bij komen of verschuiven."""
        gezien: set[str] = set()
        for dia in self.dias:
            kaal = unicodedata.normalize("NFKD", dia.titel.lower()).encode("ascii", "ignore")
            basis = re.sub(r"[^a-z0-9]+", "-", kaal.decode()).strip("-") or "dia"
            sleutel, nummer = basis, 1
            while sleutel in gezien:
                nummer += 1
                sleutel = f"{basis}-{nummer}"
            gezien.add(sleutel)
            yield sleutel, dia


def chapter_deck(hoofdstuk: Hoofdstuk) -> Dek:
    """Maak van een hoofdstuk een dek: de titel, de dia's, en wat iemand meeneemt."""
    opening = hoofdstuk.opening or Dia("", STRAKS + hoofdstuk.kunt, "", soort="titel")
    slot = hoofdstuk.slot or Dia(SLOT, hoofdstuk.week, "", bron=EIGEN, soort="slot")
    titels = "".join(f"<li>{dia.titel}</li>" for dia in (*hoofdstuk.dias, slot))
    dias = (
        replace(
            opening,
            titel=opening.titel or hoofdstuk.titel,
            notities=f"{hoofdstuk.inleiding}<h3>In deze dia's</h3><ol>{titels}</ol>",
        ),
        *_with_notes(hoofdstuk.dias),
        replace(slot, notities=SPREEK_SLOT + _further(hoofdstuk), qr=hoofdstuk.pagina,
                onder_qr="Lees verder"),
    )  # fmt: skip
    return Dek(hoofdstuk.pagina, hoofdstuk.titel, hoofdstuk.pagina, tuple(map(_lively, dias)))


def _with_notes(dias: tuple[Dia, ...]) -> Iterator[Dia]:
    """Geef een dia zonder spreektekst die van de volgende: bij een paar op rij hoort één tekst."""
    for plek, dia in enumerate(dias):
        tekst = next((ander.notities for ander in dias[plek:] if ander.notities), "")
        yield replace(dia, notities=tekst)


def _further(hoofdstuk: Hoofdstuk) -> str:
    week = f"<h3>{WEEK}</h3>{hoofdstuk.week}" if hoofdstuk.slot else ""
    return week + (f"<h3>Verder lezen</h3>{hoofdstuk.verder}" if hoofdstuk.verder else "")


def lively(dias: Iterable[Dia]) -> tuple[Dia, ...]:
    """Maak van minuten knoppen die aftellen, en zet tijden in een kolom."""
    return tuple(map(_lively, dias))


def _lively(dia: Dia) -> Dia:
    inhoud = dia.inhoud
    if dia.soort == "stappen":
        inhoud = STAP.sub(
            lambda stap: f'<li><span class="tr-wat">{stap[1]}</span> {_button(stap[2])}</li>',
            inhoud,
        )
        inhoud = ZONDER.sub(r'<li><span class="tr-wat">\1</span></li>', inhoud)
    if dia.soort == "tijden":
        inhoud = UUR.sub(r'<li><b class="tr-uur">\1</b> ', inhoud)
    if dia.soort == "balken":
        inhoud = BALK.sub(_bar, inhoud)
    return replace(
        dia,
        inhoud=MINUTEN.sub(lambda minuten: _button(minuten[1]), inhoud),
        bron=CITAAT.sub(_in_words, dia.bron),
    )


def _in_words(citaat: re.Match[str]) -> str:
    """Maak van "uit (presentatie)" een zin: op een dia staat een bron zelden tussen haakjes."""
    voor, bron = citaat["voor"], citaat["bron"]
    lidwoord = LIDWOORD.get(re.split(r"[ ,]", bron)[0])
    if voor == "<p>":
        bron = bron[:1].upper() + bron[1:]
    elif voor != ": ":
        if lidwoord is None:
            return citaat[0]
        bron = f"{lidwoord} {bron}"
    return f'{voor}<span class="tr-cit">{bron}</span>'


def _bar(regel: re.Match[str]) -> str:
    """Geef een regel met een percentage als balk; de lengte is dat percentage."""
    balk = (
        '<svg class="tr-staaf" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="100" height="1"/><rect width="{regel[3]}" height="1"/></svg>'
    )
    return f'<li><span class="tr-wat">{regel[1]}:</span> {balk} <b>{regel[2]}</b></li>'


def _button(minuten: str) -> str:
    return f'<button type="button" class="tr-min" data-min="{minuten}">{minuten} min</button>'
