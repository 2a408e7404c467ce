"""De twee figuren: wie volgens ieder een taak doet, en de uren die taken kosten."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import Lijnen, Punten, dodge, marker
from lv_tools.basis.beeld.tekening import Rijen, layout_rows
from lv_tools.basis.taal.notatie import LEEG, aantal
from lv_tools.basis.vorm.typen import show
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.model.vergelijken import Naast, Urenbeeld


def draw_tasks(uit: Uitkomst) -> Figuurblad | None:
    """Teken per taak wie haar volgens ieder nu doet; ``None`` zonder antwoorden van twee mensen."""
    naast = [rij for rij in uit.naast["nu"] if rij.soort != "te-weinig"]
    if not naast:
        return None
    inhoud, rijen, lijnen = uit.inhoud, Rijen(x=0.7), Lijnen()
    opties = inhoud.question("nu").kort
    punten = {beeld.id: Punten() for beeld in uit.mensen}
    for rij in naast:
        gegeven = [a for a in rij.antwoorden if a.waarde is not None]
        midden = rijen.add(rij.punt.tekst, hoogte=34)
        if rij.soort == "anders":
            lijnen.add((min(rij.given), max(rij.given)), midden)
        schuif = dodge([float(a.waarde or 0) for a in gegeven], afstand=0.5)
        for antwoord, omlaag in zip(gegeven, schuif, strict=True):
            punten[antwoord.beeld.id].add(float(antwoord.waarde or 0), midden + omlaag)
    tekens = [
        punten[beeld.id].trace(uit.label(beeld), marker(plek))
        for plek, beeld in enumerate(uit.mensen)
        if punten[beeld.id].x
    ]
    as_ = {
        "range": [0.6, len(opties) + 0.4],
        "tickvals": list(range(1, len(opties) + 1)),
        "ticktext": [stijl.plain(optie) for optie in opties],
    }
    legenda = 22 * len(tekens) + 8
    layout = layout_rows(rijen, as_, legenda=legenda, onder=34)
    anders = [rij for rij in naast if rij.soort == "anders"]
    verst = max(anders, key=lambda rij: rij.distance, default=None)
    return Figuurblad(
        {"data": [*lijnen.trace(2), *tekens], "layout": layout},
        inhoud.zeg("taken_figuur"),
        inhoud.zeg(
            "taken_figuur_zin",
            anders=len(anders),
            alle=len(naast),
            verst=inhoud.zeg("taken_figuur_verst", taak=verst.punt.tekst) if verst else "",
        ).strip(),
        (inhoud.zeg("kolom_taak"), *(uit.label(beeld) for beeld in uit.mensen)),
        tuple((rij.punt.tekst, *row(rij, uit)) for rij in naast),
        inhoud.zeg("uren_bron"),
        aantal(len(uit.mensen), "persoon", "mensen"),
        inhoud.zeg("taken_niet"),
    )


def row(rij: Naast, uit: Uitkomst) -> tuple[str, ...]:
    """Geef per persoon zijn antwoord in woorden; leeg als hij niets koos."""
    bij = {a.beeld.id: uit.inhoud.answer(rij.vraag, a.waarde) for a in rij.antwoorden}
    return tuple(bij.get(beeld.id, LEEG) for beeld in uit.mensen)


def draw_hours(uit: Uitkomst) -> Figuurblad | None:
    """Teken per persoon de uren: wat er is, wat de taken nu kosten, en straks."""
    if not uit.uren:
        return None
    inhoud, rijen = uit.inhoud, Rijen()
    plekken = [rijen.add(uit.label(uren.beeld), hoogte=66) for uren in uit.uren]
    reeksen: tuple[tuple[str, list[Fraction | None], str], ...] = (
        ("uren_reeks_is", [u.beschikbaar for u in uit.uren], stijl.REEKS[0]),
        ("uren_reeks_nu", [u.nu for u in uit.uren], stijl.REEKS[1]),
        ("uren_reeks_straks", [u.straks for u in uit.uren], stijl.REEKS[2]),
    )
    meeste = max([float(w) for _, waarden, _ in reeksen for w in waarden if w] or [1.0])
    data: list[dict[str, Any]] = [
        {
            "type": "bar", "orientation": "h", "name": inhoud.zeg(naam), "hoverinfo": "skip",
            "x": [None if w is None else float(w) for w in waarden],
            "y": [plek + (nummer - 1) * 21 for plek in plekken], "width": 17,
            "text": ["" if w is None else show(w) for w in waarden], "textposition": "auto",
            "textangle": 0, "marker": {"color": kleur},
            "insidetextfont": {"color": stijl.OP_ACCENT}, "outsidetextfont": {"color": stijl.TEKST},
        }
        for nummer, (naam, waarden, kleur) in enumerate(reeksen)
    ]  # fmt: skip
    as_ = {"range": [0, 1.15 * meeste], "nticks": 5}
    layout = layout_rows(rijen, as_, legenda=44, barmode="overlay")
    return Figuurblad(
        {"data": data, "layout": layout},
        inhoud.zeg("uren_figuur"),
        " ".join(_sentence(uren, uit) for uren in uit.uren),
        tuple(inhoud.zeg(f"kolom_{k}") for k in ("wie", "beschikbaar", "nu", "over", "straks")),
        tuple(hour_row(uren, uit) for uren in uit.uren),
        inhoud.zeg("uren_bron"),
        aantal(len(uit.uren), "persoon", "mensen"),
        inhoud.zeg("uren_niet"),
    )


def hour_row(uren: Urenbeeld, uit: Uitkomst) -> tuple[str, ...]:
    """Geef de uren van één persoon als tekst, precies."""
    is_, over = uren.beschikbaar, uren.over
    return (
        uit.label(uren.beeld),
        LEEG if is_ is None else show(is_),
        show(uren.nu),
        LEEG if over is None else show(over).replace("-", "−"),
        show(uren.straks),
    )


def _sentence(uren: Urenbeeld, uit: Uitkomst) -> str:
    zeg = uit.inhoud.zeg
    zin = zeg("uren_figuur_regel", wie=uit.label(uren.beeld), nu=show(uren.nu))
    if uren.beschikbaar is not None:
        zin += zeg("uren_figuur_is", beschikbaar=show(uren.beschikbaar))
    return f"{zin}."
