"""De papieren versie: een jaarblad en een vragenblad, uit dezelfde teksten als het scherm."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import NIEUWE_BLADZIJDE, VAKJE, grid, small_print, writing_space
from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.taal.notatie import MAANDEN
from lv_tools.kwaliteitskalender.teksten import content

#: Een schooljaar op papier: van september tot en met juli.
_MAANDEN = (*range(9, 13), *range(1, 8))


def toon_jaarblad() -> Html:
    """Geef een leeg schooljaar om in te vullen: een rij per maand."""
    inhoud = content()
    namen = ("gesprek", "meting", "bezoek", "terugblik")
    kolommen = (
        inhoud.zeg("papier_maand"),
        inhoud.zeg("papier_druk"),
        *(inhoud.aard[naam] for naam in namen),
    )
    rijen = [(MAANDEN[maand - 1].capitalize(), *[""] * 5) for maand in _MAANDEN]
    blad = grid(inhoud.zeg("papier_jaar"), kolommen, rijen, (14, 14, 20, 18, 16, 18), hoogte=4)
    return Html(f"<div>{blad}{small_print(inhoud.zeg('papier_wie'))}</div>")


def toon_nakijkblad() -> Html:
    """Geef de vragen waarmee een groep haar kalender naloopt, en het ritme om uit te kiezen."""
    inhoud = content()
    zeg = inhoud.zeg
    vragen = grid(
        zeg("papier_nakijken"),
        (zeg("papier_vraag"), zeg("papier_ja"), zeg("papier_welke")),
        [(zeg(f"papier_vraag_{nr}"), VAKJE, "") for nr in range(1, 7)],
        (55, 9, 36),
        hoogte=2.6,
    )
    ritme = grid(
        zeg("papier_ritme"),
        (zeg("kolom_wat"), zeg("hoe_vaak"), zeg("papier_bron"), zeg("papier_kiest")),
        [(v.wat, v.vaak, v.bron, VAKJE) for v in inhoud.voorstellen],
        (38, 30, 22, 10),
    )
    ruimte = writing_space(zeg("papier_weg"), 2)
    return Html(f"<div>{vragen}{ruimte}</div>{NIEUWE_BLADZIJDE}{ritme}</div>")
