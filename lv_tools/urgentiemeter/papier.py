"""De papieren versie: de vragenlijst en het telblad, uit dezelfde teksten als het scherm."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.weergave import Html, ontsnap
from lv_tools.urgentiemeter.teksten import Instrument, instrument

_RONDJE = "◯"
_VAKJE = "☐"
_LIJN = "…" * 12
_NIEUWE_BLADZIJDE = '<div style="break-before: page">'


def toon_vragenlijst() -> Html:
    """Geef de vragenlijst voor één persoon als twee bladzijden om af te drukken."""
    inhoud = instrument()
    opties = (*inhoud.vragen.schaal, inhoud.vragen.weet_niet)
    stellingen = _grid(
        "Zet bij elke stelling één kruis",
        ("Stelling", *opties),
        [
            (f"{nr}. {stelling.tekst}", *(_RONDJE for _ in opties))
            for nr, stelling in enumerate(inhoud.stellingen.values(), start=1)
        ],
        (45, 11, 11, 11, 11, 11),
    )
    vraag = inhoud.inhoud["standaardvraag"]
    onderwerpen = _grid(
        vraag["tekst"],
        ("Onderwerp", "In gewone woorden", "Kruis aan"),
        [
            *(
                (f"{code} {standaard.naam}", inhoud.standaard_uitleg(code), _VAKJE)
                for code, standaard in inhoud.standaarden.items()
            ),
            (vraag["geen"], "", _VAKJE),
            (vraag["weet_niet"], "", _VAKJE),
        ],
        (42, 44, 14),
    )
    return Html(f"<div>{_roles(inhoud)}{stellingen}</div>{_NIEUWE_BLADZIJDE}{onderwerpen}</div>")


def toon_telblad() -> Html:
    """Geef het telblad voor één rol als twee bladzijden om af te drukken."""
    inhoud = instrument()
    opties = (*inhoud.vragen.schaal, inhoud.vragen.weet_niet)
    stellingen = _grid(
        "Hoeveel handen of stickers bij elk antwoord?",
        ("Stelling", *opties),
        [
            (f"{nr}. {stelling.kort}", *("" for _ in opties))
            for nr, stelling in enumerate(inhoud.stellingen.values(), start=1)
        ],
        (40, 12, 12, 12, 12, 12),
    )
    onderwerpen = _grid(
        "Hoeveel mensen kruisten dit onderwerp aan?",
        ("Onderwerp", "Aantal"),
        [(f"{code} {standaard.naam}", "") for code, standaard in inhoud.standaarden.items()],
        (70, 30),
    )
    return Html(
        f"<div><p>Rol: {_LIJN}{_LIJN} Aantal mensen: {_LIJN}</p>{stellingen}</div>"
        f"{_NIEUWE_BLADZIJDE}<p>Rol: {_LIJN}{_LIJN} Aantal mensen dat onderwerpen aankruiste, of "
        f"koos voor ‘geen’: {_LIJN}</p>{onderwerpen}</div>"
    )


def _roles(inhoud: Instrument) -> str:
    rollen = [f"{_VAKJE}&nbsp;{ontsnap(rol.tekst)}" for rol in inhoud.vragen.rollen]
    return (
        f"<p><strong>Wat is uw rol?</strong> {' &ensp; '.join(rollen)} &ensp; "
        f"{_VAKJE}&nbsp;anders: {_LIJN}</p>"
    )


def _grid(
    bijschrift: str,
    kolommen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    breedtes: Sequence[int],
) -> str:
    """Maak een tabel met vaste breedtes, zodat er met een pen in te schrijven is.

    ``breedtes`` zijn procenten en tellen op tot 100.
    """
    maten = "".join(f'<col style="width: {breedte}%">' for breedte in breedtes)
    koppen = "".join(f'<th scope="col">{ontsnap(kolom)}</th>' for kolom in kolommen)
    romp = "".join(
        f'<tr><th scope="row">{ontsnap(rij[0])}</th>'
        + "".join(f"<td>{ontsnap(cel)}</td>" for cel in rij[1:])
        + "</tr>"
        for rij in rijen
    )
    return (
        f'<div class="lvs lvs-tabelblad"><div class="lvs-tabelvak" role="region" tabindex="0" '
        f'aria-label="{ontsnap(bijschrift)}"><table class="lvs-tabel" '
        f'style="table-layout: fixed; width: 100%; min-width: 30rem">'
        f"<caption>{ontsnap(bijschrift)}</caption><colgroup>{maten}</colgroup>"
        f"<thead><tr>{koppen}</tr></thead><tbody>{romp}</tbody></table></div></div>"
    )
