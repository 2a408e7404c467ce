"""Het stilstaande beeld voor de gebouwde pagina: twee figuren, en hoe zeker zij zijn."""

from __future__ import annotations

from lv_tools.basis.uitvoer.document import Alinea, Blok, Figuurblok, Kop, to_html
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import begin
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.papier import bullets
from lv_tools.bevindingenverkenner.teksten import Verkennerinhoud
from lv_tools.bevindingenverkenner.verslag.zekerheid import opvallende_zinnen, zekerheid


def stilbeeld(inhoud: Verkennerinhoud) -> str:
    """Geef de HTML van het stilstaande beeld.

    Twee figuren waar de meeste lezers mee beginnen, en hoe zeker de cijfers zijn. Elke tabel staat
    helemaal op de papieren versie: wie het hulpmiddel gebruikt, hoeft haar hier niet op te halen.
    """
    return to_html(
        (
            *_example("uitdagingen", zin("stil_kop_uitdagingen")),
            *_example("risico_per_afdeling", zin("stil_kop_risico")),
            Kop(zin("stil_kop_tabellen")),
            Alinea(zin("stil_tabellen")),
            Kop(zin("zeker_kop")),
            *(Alinea(alinea) for alinea in zekerheid()),
            Alinea(inhoud.algemeen.eigen),
        )
    )


def _example(naam: str, kop: str) -> tuple[Blok, ...]:
    blad = apply(begin(naam))
    figuur = figuur_van(blad)
    beeld = (Figuurblok(figuur),) if figuur else ()
    return (Kop(kop), *beeld, *bullets(opvallende_zinnen(naam, blad.regels)))
