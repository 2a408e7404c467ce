"""Het stilstaande beeld voor de gebouwde pagina: figuren, alle tabellen en uitleg."""

from __future__ import annotations

from lv_tools.basis.beeld.weergave import figuur_html, ontsnap, tabel_html
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort
from lv_tools.bevindingenverkenner.model.filteren import Blad, Keuze, apply, begin
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten
from lv_tools.bevindingenverkenner.verslag import opvallende_zinnen, zekerheid


def stilbeeld() -> str:
    """Geef de HTML van het stilstaande beeld.

    Returns
    -------
    str
        Twee figuren waar de meeste lezers mee beginnen, daarna elke tabel volledig achter een
        uitklapvak, en hoe zeker de cijfers zijn.
    """
    kop = teksten().zinnen
    delen = [
        *_example("uitdagingen", kop["stil_kop_uitdagingen"]),
        *_example("risico_per_afdeling", kop["stil_kop_risico"]),
        f"<h2>{ontsnap(kop['stil_kop_tabellen'])}</h2>",
        f"<p>{ontsnap(kop['stil_tabellen'])}</p>",
        *(_full_table(blik) for blik in teksten().weergaven.values() if blik.id != "mijn_afdeling"),
        f"<h2>{ontsnap(teksten().zekerheid['kop'])}</h2>",
        *(f"<p>{ontsnap(alinea)}</p>" for alinea in zekerheid()),
        f"<p>{ontsnap(teksten().eigen_hulpmiddel)}</p>",
    ]
    return "".join(delen)


def _example(naam: str, kop: str) -> list[str]:
    blad = apply(begin(naam))
    figuur = figuur_van(blad)
    beeld = figuur_html(figuur) if figuur else ""
    return [f"<h2>{ontsnap(kop)}</h2>", beeld, _list(opvallende_zinnen(naam, blad.regels))]


def _full_table(blik: Weergave) -> str:
    """Zet een hele tabel achter een uitklapvak, in de volgorde van de bron."""
    blad = apply(Keuze(blik.id))
    tabel = tabel_html(
        tabellen.kolommen(blad), tabellen.rijen(blad), blik.titel, bron=bron_kort(blik.id)
    )
    return (
        f'<details class="lvs-uitklap"><summary>{ontsnap(blik.titel)} ({_rows(blad)})</summary>'
        f"<p>{ontsnap(blik.vraag)}</p>"
        f"{tabel}"
        f"{_list(opvallende_zinnen(blik.id, blad.regels), teksten().controle['samen_kop'])}"
        f"{_list(blik.zegt_niet, teksten().zinnen['zegt_niet_kop'])}</details>"
    )


def _rows(blad: Blad) -> str:
    woord = teksten().zinnen["rijen_woord"]
    return f"{len(blad.regels)} {woord}"


def _list(zinnen: tuple[str, ...], kop: str = "") -> str:
    if not zinnen:
        return ""
    titel = f"<p><strong>{ontsnap(kop)}</strong></p>" if kop else ""
    return f"{titel}<ul>{''.join(f'<li>{ontsnap(tekst)}</li>' for tekst in zinnen)}</ul>"
