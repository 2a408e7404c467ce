"""De papieren versie: een leeg blad voor een school."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import LIJN, grid, small_print, writing_space
from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.kwaliteitsrapportage.teksten import content


def toon_blad() -> Html:
    """Geef een leeg blad: wat is afgesproken, de vijf delen, drie vragen en nieuwe afspraken."""
    inhoud = content()
    zeg, onderdeel = inhoud.zeg, inhoud.onderdeel
    kop = "".join(f"{ontsnap(zeg(naam))}: {LIJN} " for naam in ("school", "kolom_periode", "dag"))
    vorige = grid(
        onderdeel["vorige"],
        tuple(zeg(f"kolom_{k}") for k in ("afspraak", "wie", "klaar", "ervan")),
        [("", "", "", "")] * 3,
        (40, 16, 14, 30),
        hoogte=2,
    )
    delen = []
    for deel in inhoud.deel:
        if deel.code == "doelen":
            koppen = tuple(zeg(f"kolom_{k}") for k in ("doel", "waaraan", "ver"))
            delen.append(grid(deel.titel, koppen, [("", "", "")] * 3, (36, 30, 34), hoogte=2))
        else:
            delen.append(writing_space(deel.titel, 2))
    vragen = grid(
        onderdeel["vragen"], ("", zeg("kolom_vraag")), [("1", ""), ("2", ""), ("3", "")], (8, 92),
        hoogte=2,
    )  # fmt: skip
    afspraken = grid(
        onderdeel["afspraken"],
        tuple(zeg(f"kolom_{k}") for k in ("afspraak", "wie", "klaar")),
        [("", "", "")] * 3,
        (60, 22, 18),
        hoogte=2,
    )
    voet = small_print(zeg("papier_voet"))
    return Html(f"<div><p>{kop}</p>{vorige}{''.join(delen)}{vragen}{afspraken}{voet}</div>")
