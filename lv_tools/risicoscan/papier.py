"""De papieren versie: invulblad, telblad en verbeterpunten, uit dezelfde teksten als het scherm."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import (
    LIJN,
    NIEUWE_BLADZIJDE,
    RONDJE,
    VAKJE,
    choices,
    grid,
    writing_space,
)
from lv_tools.basis.beeld.weergave import Html
from lv_tools.risicoscan.model.scan import MEESTE_PUNTEN
from lv_tools.risicoscan.teksten import HERKENNING, Instrument, instrument


def toon_invulblad() -> Html:
    """Geef het blad voor één persoon als twee bladzijden om af te drukken."""
    inhoud = instrument()
    opties = (*inhoud.schaal.opties, inhoud.schaal.weet_niet)
    kijken = grid(
        inhoud.zeg("kijkvraag"),
        ("Standaard", *opties, "Meer dan één bron", "Waaruit blijkt dat?"),
        [(inhoud.full(code), *(RONDJE for _ in opties), VAKJE, "") for code in inhoud.standaarden],
        (28, 8, 8, 8, 8, 10, 30),
        uitleg=[inhoud.bij[code].uitleg for code in inhoud.standaarden],
        hoogte=2.6,
    )
    rollen = choices(inhoud.zeg("papier_rol"), [rol.naam for rol in inhoud.rol])
    herkennen = "".join(_recognise(vraag, inhoud) for vraag in HERKENNING)
    return Html(f"<div>{rollen}{kijken}</div>{NIEUWE_BLADZIJDE}{herkennen}</div>")


def toon_telblad() -> Html:
    """Geef het telblad voor één rol als twee bladzijden om af te drukken."""
    inhoud = instrument()
    opties = (*inhoud.schaal.opties, inhoud.schaal.weet_niet)
    kijken = grid(
        "Hoeveel mensen gaven elk antwoord?",
        ("Standaard", *opties, "Meer dan één bron"),
        [(inhoud.full(code), *("" for _ in opties), "") for code in inhoud.standaarden],
        (40, 12, 12, 12, 12, 12),
    )
    herkend = "".join(
        grid(
            f"Geteld: {inhoud.zeg(vraag)}",
            ("Wat", "Aantal"),
            [(h.naam, "") for h in inhoud.herkenningen[vraag]],
            (75, 25),
        )
        for vraag in HERKENNING
    )
    kop = f"<p>Rol: {LIJN}{LIJN} Aantal mensen: {LIJN}</p>"
    return Html(f"<div>{kop}{kijken}</div>{NIEUWE_BLADZIJDE}{kop}{herkend}</div>")


def toon_punten() -> Html:
    """Geef het blad voor hoogstens drie verbeterpunten."""
    zeg = instrument().zeg
    vragen = ("punt_wat", "punt_bewijs", "punt_zeker", "punt_anders")
    punten = "".join(
        f"<h3>{zeg('punt', nummer=nummer)}</h3>"
        + "".join(writing_space(zeg(vraag), 1) for vraag in vragen)
        for nummer in range(1, MEESTE_PUNTEN + 1)
    )
    return Html(f"<div>{punten}{writing_space(zeg('eerst'), 2)}</div>")


def _recognise(vraag: str, inhoud: Instrument) -> str:
    rijen = [(h.naam, VAKJE) for h in inhoud.herkenningen[vraag]]
    los = [(inhoud.zeg("geen"), VAKJE), (inhoud.zeg("weet_niet"), VAKJE)]
    uitleg = [h.uitleg for h in inhoud.herkenningen[vraag]]
    return grid(inhoud.zeg(vraag), ("Wat", "Kruis aan"), [*rijen, *los], (84, 16), uitleg=uitleg)
