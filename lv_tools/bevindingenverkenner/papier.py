"""De papieren versie: elke tabel van het onderzoek helemaal, met wat de controles erbij vonden."""

from __future__ import annotations

from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.uitvoer.document import (
    ZEGT_NIET,
    Alinea,
    Blok,
    Kop,
    Opsomming,
    Tabelblok,
    to_html,
)
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort
from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import Keuze
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import MIJN_AFDELING, Weergave, teksten
from lv_tools.bevindingenverkenner.verslag.zekerheid import opvallende_zinnen


def toon_tabellen() -> Html:
    """Geef alle tabellen onder elkaar, in de volgorde van het hulpmiddel."""
    blikken = (blik for blik in teksten().weergave if blik.id != MIJN_AFDELING)
    return Html(to_html([blok for blik in blikken for blok in _full_table(blik)], 2))


def _full_table(blik: Weergave) -> tuple[Blok, ...]:
    """Geef een hele tabel, in de volgorde van de bron."""
    blad = apply(Keuze(blik.id))
    return (
        Kop(f"{blik.titel} ({len(blad.regels)} {zin('rijen_woord')})"),
        Alinea(blik.vraag),
        Tabelblok(blik.titel, tabellen.kolommen(blad), tabellen.rijen(blad), bron_kort(blik.id)),
        *bullets(opvallende_zinnen(blik.id, blad.regels), zin("samen_kop")),
        *bullets(blik.zegt_niet, ZEGT_NIET),
    )


def bullets(zinnen: tuple[str, ...], kop: str = "") -> tuple[Blok, ...]:
    """Geef zinnen als opsomming met een kop; niets zonder zinnen."""
    titel = (Alinea(kop, nadruk=True),) if kop else ()
    return (*titel, Opsomming(zinnen)) if zinnen else ()
