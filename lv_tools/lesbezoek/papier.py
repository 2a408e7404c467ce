"""De papieren versie: een blad voor de ronde, een kijkblad, een telblad en het kaartje."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import (
    LIJN,
    RONDJE,
    choices,
    grid,
    writing_space,
)
from lv_tools.basis.beeld.weergave import Html, ontsnap, tabel_html
from lv_tools.lesbezoek.model.ronde import MEESTE_PUNTEN
from lv_tools.lesbezoek.teksten import Instrument, instrument


def toon_ronde() -> Html:
    """Geef het blad om de ronde af te spreken: de vraag, de kijkpunten en wat er eerst moet."""
    inhoud = instrument()
    zeg = inhoud.zeg
    punten = grid(
        zeg("kijkpunten"),
        ("Nr.", zeg("punt_tekst"), zeg("punt_begin"), zeg("punt_sterk")),
        [(f"{nummer}.", "", "", "") for nummer in range(1, MEESTE_PUNTEN + 1)],
        (6, 34, 30, 30),
        hoogte=2.6,
    )
    eerst = choices(zeg("vooraf_vraag"), [keus.titel for keus in inhoud.afspraak], anders=False)
    return Html(f"<div>{writing_space(zeg('vraag'), 1)}{punten}{eerst}</div>")


def toon_kijkblad() -> Html:
    """Geef het blad voor één blik op één les."""
    inhoud = instrument()
    opties = (*inhoud.schaal.opties, inhoud.schaal.niet_gezien)
    kop = (
        choices("Wie kijkt?", [keus.titel for keus in inhoud.soort], anders=False)
        + choices(inhoud.zeg("duur"), [keus.titel for keus in inhoud.duur], anders=False)
        + f"<p>Code van de les: {LIJN} Code van de bezoeker: {LIJN} Dag: {LIJN}</p>"
    )
    punten = grid(
        inhoud.zeg("kijkvraag"),
        ("Kijkpunt", *opties, "Wat u zag of hoorde"),
        [(f"{nummer}.", *(RONDJE for _ in opties), "") for nummer in range(1, MEESTE_PUNTEN + 1)],
        (24, 9, 9, 9, 9, 40),
        hoogte=2.6,
    )
    uitleg = f"<p>{ontsnap(inhoud.zeg('kijk_uitleg'))}</p>"
    return Html(f"<div>{kop}{uitleg}{punten}</div>")


def toon_telblad() -> Html:
    """Geef het telblad: per kijkpunt hoe vaak elk antwoord, over de hele ronde."""
    inhoud = instrument()
    opties = (*inhoud.schaal.opties, inhoud.schaal.niet_gezien)
    kop = f"<p>Aantal lessen: {LIJN} Aantal docenten: {LIJN} Aantal bezoekers: {LIJN}</p>"
    punten = grid(
        "Hoe vaak is elk antwoord gegeven?",
        ("Kijkpunt", *opties, "In hoeveel lessen gezien"),
        [(f"{nummer}.", *("" for _ in opties), "") for nummer in range(1, MEESTE_PUNTEN + 1)],
        (32, 13, 13, 13, 13, 16),
        hoogte=2,
    )
    return Html(f"<div>{kop}{punten}</div>")


def toon_kaartje() -> Html:
    """Geef het kaartje voor het gesprek na de les, dat de docent meeneemt."""
    inhoud = instrument()
    vragen = "".join(
        writing_space(inhoud.zeg("nagesprek_vraag", minuten=deel.minuten, vraag=deel.vraag), 1)
        for deel in inhoud.nagesprek[:-1]
    )
    laatste = inhoud.nagesprek[-1]
    slot = inhoud.zeg("nagesprek_vraag", minuten=laatste.minuten, vraag=laatste.vraag)
    van = f"<p>{ontsnap(inhoud.zeg('kaartje_van'))}</p>"
    return Html(f"<div>{vragen}{writing_space(slot, 2)}{van}</div>")


def toon_bank() -> Html:
    """Geef alle kijkpunten uit de bank als tabellen, per deel."""
    inhoud = instrument()
    return Html("".join(_part(deel.code, deel.titel, inhoud) for deel in inhoud.deel))


def _part(code: str, titel: str, inhoud: Instrument) -> str:
    kolommen = ("Wat is er te zien?", "Een begin", "Duidelijk", "Woorden van leerlingen", "Bij")
    rijen = [
        (punt.tekst, punt.begin, punt.sterk, punt.leerling or None, punt.standaard)
        for punt in inhoud.bank
        if punt.deel == code
    ]
    return tabel_html(kolommen, rijen, titel)
