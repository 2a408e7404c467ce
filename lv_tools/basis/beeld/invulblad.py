"""Bladen om op papier in te vullen: tabellen met vaste breedtes, vakjes en schrijflijnen."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.beeld.weergave import ontsnap

RONDJE = "◯"
VAKJE = "☐"
LIJN = "…" * 12
NIEUWE_BLADZIJDE = '<div style="break-before: page">'


def grid(
    bijschrift: str,
    kolommen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    breedtes: Sequence[int],
    *,
    uitleg: Sequence[str] = (),
    hoogte: float = 0,
) -> str:
    """Maak een tabel met vaste breedtes, zodat er met een pen in te schrijven is.

    Parameters
    ----------
    bijschrift
        Titel van de tabel; ook de naam ervan voor wie haar laat voorlezen.
    kolommen, rijen
        Gewone tekst. De eerste cel van een rij is haar kop.
    breedtes
        Procenten per kolom; samen 100.
    uitleg
        Eén kleine regel onder de kop van elke rij; leeg betekent zonder uitleg.
    hoogte
        Kleinste hoogte van een rij in em, om ruimte te maken voor de pen; 0 is vanzelf.
    """
    maten = "".join(f'<col style="width: {breedte}%">' for breedte in breedtes)
    koppen = "".join(
        f'<th scope="col" style="font-size: .76em">{ontsnap(kolom)}</th>' if kolom else "<td></td>"
        for kolom in kolommen
    )
    rij_begin = f'<tr style="height: {hoogte}em">' if hoogte else "<tr>"
    onder = [*uitleg, *("" for _ in rijen[len(uitleg) :])]
    romp = "".join(
        rij_begin
        # Een lege kop zegt een schermlezer niets: dan is het een gewone cel om in te vullen.
        + (f'<th scope="row">{ontsnap(rij[0])}{_small(regel)}</th>' if rij[0] else "<td></td>")
        + "".join(f"<td>{ontsnap(cel)}</td>" for cel in rij[1:])
        + "</tr>"
        for rij, regel in zip(rijen, onder, strict=True)
    )
    return (
        f'<div class="lvs lvs-tabelblad"><div class="lvs-tabelvak" role="region" tabindex="0" '
        f'aria-label="{ontsnap(bijschrift)}"><table class="lvs-tabel" '
        f'style="table-layout: fixed; width: 100%; min-width: 30rem">'
        f"<caption>{ontsnap(bijschrift)}</caption><colgroup>{maten}</colgroup>"
        f"<thead><tr>{koppen}</tr></thead><tbody>{romp}</tbody></table></div></div>"
    )


def choices(vraag: str, opties: Sequence[str], *, anders: bool = True) -> str:
    """Maak één regel met vakjes om aan te kruisen, en zo nodig ruimte voor iets anders."""
    bijeen = '<span style="white-space: nowrap">'
    vakjes = [f"{bijeen}{VAKJE} {ontsnap(optie)}</span>" for optie in opties]
    if anders:
        vakjes.append(f"{bijeen}{VAKJE} anders: {LIJN}</span>")
    return f"<p><strong>{ontsnap(vraag)}</strong> {' &ensp; '.join(vakjes)}</p>"


def writing_space(vraag: str, regels: int) -> str:
    """Maak schrijfruimte onder een vraag: ``regels`` lijnen over de hele breedte."""
    lijn = '<span style="display: block; border-bottom: 1px solid; height: 1.7em"></span>'
    return f'<p style="break-inside: avoid">{ontsnap(vraag)}{lijn * regels}</p>'


def small_print(*zinnen: str) -> str:
    """Maak een alinea in kleine letters."""
    return f'<p style="font-size: .86em">{ontsnap(" ".join(zinnen))}</p>'


def _small(regel: str) -> str:
    if not regel:
        return ""
    stijl = "display: block; font-weight: normal; font-size: .82em"
    # De spatie houdt de zinnen ook zonder opmaak uit elkaar.
    return f' <span style="{stijl}">{ontsnap(regel)}</span>'
