"""De papieren versie: de vragenlijst en het telblad, uit dezelfde teksten als het scherm."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import LIJN, NIEUWE_BLADZIJDE, RONDJE, VAKJE, choices, grid
from lv_tools.basis.beeld.weergave import Html
from lv_tools.urgentiemeter.teksten import Instrument, instrument


def toon_vragenlijst(rol: str = "") -> Html:
    """Geef de vragenlijst voor één persoon als twee bladzijden om af te drukken.

    Met de code van een rol staan de stellingen er in de woorden van die rol.
    """
    inhoud = instrument()
    opties = (*inhoud.vragen.schaal, inhoud.vragen.weet_niet)
    stellingen = grid(
        _for(rol, "Zet bij elke stelling één kruis"),
        ("Stelling", *opties),
        [
            (f"{nr}. {stelling.for_role(rol).tekst}", *(RONDJE for _ in opties))
            for nr, stelling in enumerate(inhoud.stellingen.values(), start=1)
        ],
        (45, 11, 11, 11, 11, 11),
    )
    vraag = inhoud.standaardvraag
    onderwerpen = grid(
        _for(rol, vraag.tekst),
        ("Onderwerp", "In gewone woorden", "Kruis aan"),
        [
            *(
                (f"{code} {standaard.naam}", inhoud.standaard_uitleg(code), VAKJE)
                for code, standaard in inhoud.standaarden.items()
            ),
            (vraag.geen, "", VAKJE),
            (vraag.weet_niet, "", VAKJE),
        ],
        (42, 44, 14),
    )
    return Html(
        f"<div>{_roles(inhoud, rol)}{stellingen}</div>{NIEUWE_BLADZIJDE}{onderwerpen}</div>"
    )


def toon_telblad() -> Html:
    """Geef het telblad voor één rol als twee bladzijden om af te drukken."""
    inhoud = instrument()
    opties = (*inhoud.vragen.schaal, inhoud.vragen.weet_niet)
    stellingen = grid(
        "Hoeveel handen of stickers bij elk antwoord?",
        ("Stelling", *opties),
        [
            (f"{nr}. {stelling.kort}", *("" for _ in opties))
            for nr, stelling in enumerate(inhoud.stellingen.values(), start=1)
        ],
        (40, 12, 12, 12, 12, 12),
    )
    onderwerpen = grid(
        "Hoeveel mensen kruisten dit onderwerp aan?",
        ("Onderwerp", "Aantal"),
        [(f"{code} {standaard.naam}", "") for code, standaard in inhoud.standaarden.items()],
        (70, 30),
    )
    return Html(
        f"<div><p>Rol: {LIJN}{LIJN} Aantal mensen: {LIJN}</p>{stellingen}</div>"
        f"{NIEUWE_BLADZIJDE}<p>Rol: {LIJN}{LIJN} Aantal mensen dat onderwerpen aankruiste, of "
        f"koos voor ‘geen’: {LIJN}</p>{onderwerpen}</div>"
    )


def _for(rol: str, titel: str) -> str:
    """Zet de rol achter een titel: op één bladzijde staan lijsten voor meer rollen."""
    return f"{titel} ({instrument().vragen.rolnaam(rol)})" if rol else titel


def _roles(inhoud: Instrument, rol: str) -> str:
    if rol:
        return f"<p>Rol: {inhoud.vragen.rolnaam(rol)}</p>"
    gewoon = [r.tekst for r in inhoud.vragen.rollen if not inhoud.vragen.own_words(r.code)]
    return choices("Wat is uw rol?", gewoon)
