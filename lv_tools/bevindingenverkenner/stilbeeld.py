"""Het stilstaande beeld voor de gebouwde pagina: figuren, alle tabellen en uitleg."""

from __future__ import annotations

from lv_tools.basis.uitvoer.document import (
    ZEGT_NIET,
    Alinea,
    Blok,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Vouw,
    to_html,
)
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort
from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import Keuze, begin
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import MIJN_AFDELING, Verkennerinhoud, Weergave
from lv_tools.bevindingenverkenner.verslag.zekerheid import opvallende_zinnen, zekerheid


def stilbeeld(inhoud: Verkennerinhoud) -> str:
    """Geef de HTML van het stilstaande beeld.

    Twee figuren waar de meeste lezers mee beginnen, daarna elke tabel volledig achter een
    uitklapvak, en hoe zeker de cijfers zijn.
    """
    return to_html(
        (
            *_example("uitdagingen", zin("stil_kop_uitdagingen")),
            *_example("risico_per_afdeling", zin("stil_kop_risico")),
            Kop(zin("stil_kop_tabellen")),
            Alinea(zin("stil_tabellen")),
            *(_full_table(blik) for blik in inhoud.weergave if blik.id != MIJN_AFDELING),
            Kop(zin("zeker_kop")),
            *(Alinea(alinea) for alinea in zekerheid()),
            Alinea(inhoud.algemeen.eigen),
        )
    )


def _example(naam: str, kop: str) -> tuple[Blok, ...]:
    blad = apply(begin(naam))
    figuur = figuur_van(blad)
    beeld = (Figuurblok(figuur),) if figuur else ()
    return (Kop(kop), *beeld, *_list(opvallende_zinnen(naam, blad.regels)))


def _full_table(blik: Weergave) -> Vouw:
    """Zet een hele tabel achter een uitklapvak, in de volgorde van de bron."""
    blad = apply(Keuze(blik.id))
    return Vouw(
        f"{blik.titel} ({len(blad.regels)} {zin('rijen_woord')})",
        (
            Alinea(blik.vraag),
            Tabelblok(
                blik.titel, tabellen.kolommen(blad), tabellen.rijen(blad), bron_kort(blik.id)
            ),
            *_list(opvallende_zinnen(blik.id, blad.regels), zin("samen_kop")),
            *_list(blik.zegt_niet, ZEGT_NIET),
        ),
    )


def _list(zinnen: tuple[str, ...], kop: str = "") -> tuple[Blok, ...]:
    titel = (Alinea(kop, nadruk=True),) if kop else ()
    return (*titel, Opsomming(zinnen)) if zinnen else ()
