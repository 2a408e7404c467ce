"""Een prent als SVG: op elke grootte scherp, en met tekst die tekst blijft."""

from __future__ import annotations

from lv_tools.basis.beeld.prent import STREPEN, Lijn, Prent, Punt, Schrift, Vlak
from lv_tools.basis.beeld.weergave import ontsnap

#: Letters die bijna elk apparaat heeft; de laatste naam past altijd.
LETTER = "Arial, Helvetica, Liberation Sans, sans-serif"
#: Afstand tussen de schuine lijntjes in een vlak.
_ARCERING = 6


def to_svg(prent: Prent) -> str:
    """Schrijf een prent als SVG, zonder iets dat van buiten komt."""
    breed, hoog = _number(prent.breedte), _number(prent.hoogte)
    patronen = dict.fromkeys(
        deel.gestreept for deel in prent.delen if isinstance(deel, Vlak) and deel.gestreept
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{breed}" height="{hoog}"'
        f' viewBox="0 0 {breed} {hoog}" font-family="{LETTER}">'
        f"{''.join(map(_pattern, patronen))}"
        f'<rect width="{breed}" height="{hoog}" fill="{prent.achter}"/>'
        f"{''.join(map(_part, prent.delen))}</svg>"
    )


def _pattern(kleur: str) -> str:
    maat = _ARCERING
    return (
        f'<defs><pattern id="s{kleur[1:]}" width="{maat}" height="{maat}"'
        f' patternUnits="userSpaceOnUse"><path d="M-1 1l2-2M0 {maat}L{maat} 0M{maat - 1} {maat + 1}'
        f'l2-2" stroke="{kleur}" stroke-width="1.2"/></pattern></defs>'
    )


def _part(deel: Lijn | Vlak | Schrift) -> str:
    if isinstance(deel, Schrift):
        vet = ' font-weight="bold"' if deel.vet else ""
        anker = "" if deel.anker == "start" else f' text-anchor="{deel.anker}"'
        return (
            f'<text x="{_number(deel.x)}" y="{_number(deel.y)}" font-size="{_number(deel.maat)}"'
            f' fill="{deel.kleur}"{anker}{vet}>{ontsnap(deel.tekst)}</text>'
        )
    weg = _path(deel.punten)
    if isinstance(deel, Lijn):
        lang, gat = STREPEN.get(deel.streep, (0, 0))
        dikte = deel.dikte
        streep = (
            f' stroke-dasharray="{_number(lang * dikte)} {_number(gat * dikte)}"' if lang else ""
        )
        return (
            f'<path d="{weg}" fill="none" stroke="{deel.kleur}"'
            f' stroke-width="{_number(dikte)}"{streep}/>'
        )
    rand = (
        f' stroke="{deel.rand}" stroke-width="{_number(deel.dikte)}"'
        if deel.rand and deel.dikte
        else ""
    )
    dekt = f' fill-opacity="{_number(deel.dekt)}"' if deel.dekt < 1 else ""
    vlak = f'<path d="{weg}Z" fill="{deel.vul or "none"}"{dekt}{rand}/>'
    if deel.gestreept:
        vlak += f'<path d="{weg}Z" fill="url(#s{deel.gestreept[1:]})"/>'
    return vlak


def _path(punten: tuple[Punt, ...]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in punten)


def _number(waarde: float) -> str:
    return f"{waarde:.2f}".rstrip("0").rstrip(".")
