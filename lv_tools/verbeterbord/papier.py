"""De papieren versie: jaarbord, verbeterbord, een kwartier bij het bord, en gaan kijken."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import LIJN, grid, small_print, writing_space
from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.verbeterbord.teksten import content


def toon_jaarbordblad() -> Html:
    """Geef een leeg jaarbord: ambities, thema's, wat leerlingen merken en welk team."""
    zeg = content().zeg
    kolommen = ("kolom_ambitie", "kolom_thema", "thema_merken", "papier_kwartaal")
    blad = grid(
        zeg("papier_jaarbord"),
        tuple(zeg(kolom) for kolom in kolommen),
        [("", "", "", "")] * 3,
        (25, 25, 27, 23),
        hoogte=6,
    )
    kop = f"<p>{ontsnap(zeg('school'))}: {LIJN}{LIJN} {ontsnap(zeg('jaar'))}: {LIJN}</p>"
    return Html(f"<div>{kop}{blad}{writing_space(zeg('niet'), 2)}</div>")


def toon_verbeterbordblad() -> Html:
    """Geef een leeg verbeterbord voor een team."""
    zeg = content().zeg
    doelen = grid(
        zeg("bord_doelen"),
        tuple(zeg(k) for k in ("kolom_doel", "papier_periode", "doel_begin", "doel_merken")),
        [("", "", "", "")] * 2,
        (30, 18, 26, 26),
        hoogte=5,
    )
    acties = grid(
        zeg("bord_acties"),
        tuple(zeg(k) for k in ("kolom_actie", "kolom_wie", "kolom_klaar", "papier_ervan")),
        [("", "", "", "")] * 5,
        (42, 16, 14, 28),
        hoogte=2.4,
    )
    vakken = grid(
        zeg("papier_vakken"),
        (zeg("bord_merken"), zeg("bord_successen")),
        [("", "")],
        (50, 50),
        hoogte=6,
    )
    kop = f"<p>{ontsnap(zeg('team'))}: {LIJN}{LIJN}</p>"
    return Html(f"<div>{kop}{doelen}{acties}{vakken}</div>")


def toon_sessieblad() -> Html:
    """Geef het blad voor een kwartier bij het bord: de onderdelen met hun tijd."""
    inhoud = content()
    zeg = inhoud.zeg
    uitleg = {deel.code: deel.uitleg for deel in inhoud.onderdeel}
    uitleg["inchecken"] = zeg("papier_inchecken")
    rijen = [(deel.titel, str(deel.minuten), f"{deel.vraag} {uitleg[deel.code]}") for deel in
             inhoud.onderdeel]  # fmt: skip
    koppen = (zeg("papier_onderdeel"), zeg("papier_minuten"), zeg("papier_vraag"))
    blad = grid(zeg("papier_sessie"), koppen, rijen, (26, 12, 62))
    return Html(f"<div>{blad}{small_print(zeg('papier_privacy'))}</div>")


def toon_kijkblad() -> Html:
    """Geef het blad voor wie langs een bord gaat: hoe u kijkt, en ruimte om op te schrijven."""
    inhoud = content()
    zeg = inhoud.zeg
    regels = "".join(f"<li>{ontsnap(regel)}</li>" for regel in inhoud.kijkregel)
    vragen = [zeg("papier_vraag_leerling"), zeg("papier_vraag_les")]
    vragen += [vraag.tekst for vraag in inhoud.kijkvraag]
    blad = grid(
        zeg("papier_kijken"),
        (zeg("papier_vraag"), zeg("papier_zag")),
        [(vraag, "") for vraag in vragen],
        (45, 55),
        hoogte=3.4,
    )
    return Html(f"<div><ol>{regels}</ol>{blad}{writing_space(zeg('papier_doen'), 2)}</div>")
