"""Losse figuren en tabellen van de verkenner, voor een hoofdstuk dat er één tegelijk laat zien.

Een hoofdstuk roept hier één functie aan; zin, tabel, n, bron en voorbehoud komen uit hetzelfde blad
als in de verkenner zelf. Zo kan een hoofdstuk nooit iets anders zeggen dan het hulpmiddel.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lv_tools.basis.beeld.tabel import Tabelcel
from lv_tools.basis.beeld.weergave import Html, figuur_html, ontsnap, tabel_html
from lv_tools.basis.taal.notatie import getal, procent
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van, titel_van
from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuur_verschil
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort, kolomtitel
from lv_tools.bevindingenverkenner.model.filteren import Blad, apply, begin
from lv_tools.bevindingenverkenner.model.regels import Regel, regels_van
from lv_tools.bevindingenverkenner.model.vergelijking import compare
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten, weergave
from lv_tools.bevindingenverkenner.verslag import opvallende_zinnen

KERNCIJFERS = "kerncijfers"
#: De eenheid van een score van 1 tot en met 10; die krijgt altijd één decimaal.
CIJFER = "rapportcijfer"


def toon_figuur(
    naam: str,
    *,
    vorm: str = "",
    sorteer: str = "",
    dicht: str = "",
    **kies: str | Sequence[str],
) -> Html:
    """Toon één figuur met zin, tabel, n, bron, voorbehoud en wat de controles erbij vonden.

    Parameters
    ----------
    naam
        Naam van de weergave, zoals ``"uitdagingen"``.
    vorm, sorteer
        Een van de figuurvormen en volgordes van de weergave; leeg is haar eigen begin.
    dicht
        Opschrift; met een opschrift staat de figuur in een uitklapvak.
    **kies
        Per kolom de waarde of waarden die blijven, zoals ``standaard="OP2"``.

    Returns
    -------
    Html
        De figuur, en als er iets opvalt een uitklapvak met de zinnen daarover.

    Raises
    ------
    ValueError
        Als de weergave, een kolom, een waarde, de volgorde of de vorm niet bestaat, of als er bij
        deze keuze niets te tekenen valt.

    Examples
    --------
    >>> toon_figuur("bestuursgrootte").inhoud.startswith("<figure")
    True
    """
    blad = _blad(naam, vorm, sorteer, kies)
    figuur = figuur_van(blad)
    if figuur is None:
        raise ValueError(
            f"bij weergave {naam!r} valt met deze keuze niets te tekenen: gebruik toon_tabel"
        )
    inhoud = figuur_html(figuur) + _notable(blad)
    return Html(_fold(dicht, inhoud) if dicht else inhoud)


def toon_verschil(eerste: str, tweede: str) -> Html:
    """Toon het verschil tussen twee soorten afdelingen, standaard voor standaard.

    Parameters
    ----------
    eerste, tweede
        Namen van soorten afdelingen zoals in de tabel met risico's.

    Raises
    ------
    ValueError
        Als een soort niet bestaat of u een soort met zichzelf vergelijkt.
    """
    return Html(figuur_html(figuur_verschil(compare(eerste, tweede), eerste, tweede)))


def toon_tabel(naam: str, *, sorteer: str = "bron", **kies: str | Sequence[str]) -> Html:
    """Toon een tabel waar niets aan te tekenen valt, met bron en voorbehoud.

    Parameters
    ----------
    naam
        Naam van de weergave, zoals ``"elementen"``.
    sorteer
        Een van de volgordes van de weergave.
    **kies
        Per kolom de waarde of waarden die blijven.

    Raises
    ------
    ValueError
        Als de weergave, een kolom, een waarde of de volgorde niet bestaat.
    """
    return Html(_table(_blad(naam, "", sorteer, kies)))


def toon_kerncijfers(*ids: str, titel: str) -> Html:
    """Toon losse cijfers uit de lopende tekst, in de gevraagde volgorde.

    Parameters
    ----------
    *ids
        Namen van kerncijfers, zoals ``"trajecten-totaal"``.
    titel
        Waar de tabel over gaat.

    Raises
    ------
    ValueError
        Als er geen naam is gegeven, of als een kerncijfer niet bestaat.
    """
    if not ids:
        raise ValueError("geef ten minste één kerncijfer")
    alle = {regel.text("id"): regel for regel in regels_van(KERNCIJFERS)}
    if onbekend := [id_ for id_ in ids if id_ not in alle]:
        raise ValueError(
            f"kerncijfer {', '.join(onbekend)} bestaat niet: kijk in de tabel {KERNCIJFERS}"
        )
    regels = [alle[id_] for id_ in ids]
    kolommen = [kolomtitel(KERNCIJFERS, naam) for naam in ("omschrijving", "waarde")]
    rijen = [(f"{r.text('omschrijving')} ({r.text('bron')})", _value(r)) for r in regels]
    tabel = tabel_html(kolommen, rijen, titel)
    return Html(tabel + _limits(weergave(KERNCIJFERS)))


def _blad(naam: str, vorm: str, sorteer: str, kies: dict[str, str | Sequence[str]]) -> Blad:
    """Pas een keuze toe op het begin van een weergave; wat gekozen is, vervangt dat begin."""
    keuze = begin(naam)
    filters = {**keuze.filters, **{kolom: _values(waarde) for kolom, waarde in kies.items()}}
    return apply(
        replace(keuze, filters=filters, vorm=vorm or keuze.vorm, sorteer=sorteer or keuze.sorteer)
    )


def _values(waarde: str | Sequence[str]) -> tuple[str, ...]:
    return (waarde,) if isinstance(waarde, str) else tuple(waarde)


def _table(blad: Blad) -> str:
    """Geef de tabel van een blad; een kolom die door de keuze overal gelijk is, blijft weg."""
    vast = {waarden[0] for waarden in blad.keuze.filters.values() if len(waarden) == 1}
    rijen = tabellen.rijen(blad)
    toon = [
        plek
        for plek in range(len(tabellen.kolommen(blad)))
        if not {rij[plek] for rij in rijen} <= vast
    ]
    tabel = tabel_html(
        [tabellen.kolommen(blad)[plek] for plek in toon],
        [[rij[plek] for plek in toon] for rij in rijen],
        titel_van(blad),
        bron=bron_kort(blad.weergave.id),
    )
    return f"{tabel}{_limits(blad.weergave)}{_notable(blad)}"


def _value(regel: Regel) -> Tabelcel:
    """Schrijf een kerncijfer met zijn eenheid, en met het merk dat erbij hoort."""
    waarde, eenheid = float(regel.waarden["waarde"] or 0), regel.text("eenheid")
    if eenheid == "procent":
        tekst = procent(waarde, 0)
    elif eenheid == CIJFER:
        tekst = getal(waarde, 1)
    else:
        tekst = f"{getal(waarde)} {eenheid}"
    return Tabelcel(tekst, None, *tabellen.merk(regel, None))


def _limits(blik: Weergave) -> str:
    kop = teksten().zinnen["zegt_niet_kop"]
    return f"<p><strong>{ontsnap(kop)}:</strong> {ontsnap(' '.join(blik.zegt_niet))}</p>"


def _notable(blad: Blad) -> str:
    zinnen = opvallende_zinnen(blad.weergave.id, blad.regels)
    kop = teksten().controle["samen_kop"]
    return _fold(f"{kop} ({len(zinnen)})", _list(zinnen)) if zinnen else ""


def _fold(opschrift: str, inhoud: str) -> str:
    return (
        f'<details class="lvs lvs-uitklap"><summary>{ontsnap(opschrift)}</summary>'
        f"{inhoud}</details>"
    )


def _list(zinnen: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{ontsnap(tekst)}</li>' for tekst in zinnen)}</ul>"
