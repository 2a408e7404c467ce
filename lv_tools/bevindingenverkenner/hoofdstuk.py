"""Losse figuren en tabellen van de verkenner, voor een hoofdstuk dat er één tegelijk laat zien.

Een hoofdstuk roept hier één functie aan; zin, tabel, n, bron en voorbehoud komen uit hetzelfde blad
als in de verkenner zelf. Zo kan een hoofdstuk nooit iets anders zeggen dan het hulpmiddel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lv_tools.basis.beeld.tabel import Tabelcel
from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.taal.notatie import getal, procent
from lv_tools.basis.uitvoer.document import Blok, Figuurblok, Tabelblok, Vouw, to_html
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuur_verschil
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort, kolomtitel
from lv_tools.bevindingenverkenner.model.filteren import Blad, apply
from lv_tools.bevindingenverkenner.model.keuze import begin
from lv_tools.bevindingenverkenner.model.regels import Regel, regels_van
from lv_tools.bevindingenverkenner.model.vergelijking import compare
from lv_tools.bevindingenverkenner.teksten import weergave
from lv_tools.bevindingenverkenner.verslag.document import findings

KERNCIJFERS = "kerncijfers"
#: De eenheid van een score van 1 tot en met 10; die krijgt altijd één decimaal.
CIJFER = "rapportcijfer"


def toon_figuur(
    naam: str, *, vorm: str = "", sorteer: str = "", dicht: str = "", **kies: str | Sequence[str]
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
    blokken: tuple[Blok, ...] = (Figuurblok(figuur), *findings(blad))
    return Html(to_html((Vouw(dicht, blokken),) if dicht else blokken))


def toon_verschil(eerste: str, tweede: str) -> Html:
    """Toon het verschil tussen twee soorten afdelingen, standaard voor standaard.

    Raises
    ------
    ValueError
        Als een soort niet in de tabel met risico's staat of u een soort met zichzelf vergelijkt.
    """
    return Html(to_html((Figuurblok(figuur_verschil(compare(eerste, tweede))),)))


def toon_tabel(naam: str, *, sorteer: str = "bron", **kies: str | Sequence[str]) -> Html:
    """Toon een tabel waar niets aan te tekenen valt, met bron en voorbehoud.

    Zie :func:`toon_figuur` voor wat u meegeeft.

    Raises
    ------
    ValueError
        Als de weergave, een kolom, een waarde of de volgorde niet bestaat.
    """
    blad = _blad(naam, "", sorteer, kies)
    return Html(to_html((_table(blad), *findings(blad))))


def toon_kerncijfers(*ids: str, titel: str) -> Html:
    """Toon kerncijfers bij hun naam, zoals ``"trajecten-totaal"``, in deze volgorde.

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
    kolommen = tuple(kolomtitel(KERNCIJFERS, naam) for naam in ("omschrijving", "waarde"))
    rijen = tuple((f"{r.text('omschrijving')} ({r.text('bron')})", _value(r)) for r in regels)
    grens = " ".join(weergave(KERNCIJFERS).zegt_niet)
    return Html(to_html((Tabelblok(titel, kolommen, rijen, zegt_niet=grens),)))


def _blad(naam: str, vorm: str, sorteer: str, kies: dict[str, str | Sequence[str]]) -> Blad:
    """Pas een keuze toe op het begin van een weergave; wat gekozen is, vervangt dat begin."""
    keuze = begin(naam)
    filters = {**keuze.filters, **{kolom: _values(waarde) for kolom, waarde in kies.items()}}
    return apply(
        replace(keuze, filters=filters, vorm=vorm or keuze.vorm, sorteer=sorteer or keuze.sorteer)
    )


def _values(waarde: str | Sequence[str]) -> tuple[str, ...]:
    return (waarde,) if isinstance(waarde, str) else tuple(waarde)


def _table(blad: Blad) -> Tabelblok:
    """Geef de tabel van een blad; een kolom die door de keuze overal gelijk is, blijft weg."""
    vast = {waarden[0] for waarden in blad.keuze.gekozen.values() if len(waarden) == 1}
    rijen, kolommen = tabellen.rijen(blad), tabellen.kolommen(blad)
    toon = [plek for plek in range(len(kolommen)) if not {rij[plek] for rij in rijen} <= vast]
    return Tabelblok(
        blad.titel,
        tuple(kolommen[plek] for plek in toon),
        tuple(tuple(rij[plek] for plek in toon) for rij in rijen),
        bron_kort(blad.weergave.id),
        " ".join(blad.weergave.zegt_niet),
    )


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
