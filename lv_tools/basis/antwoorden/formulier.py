"""De vragen als tekst voor een formulier elders, zoals Microsoft Forms of Google Formulieren.

Wat zo'n formulier teruggeeft, leest :func:`~lv_tools.basis.antwoorden.tabel.read_rows`, zolang de
woorden dezelfde zijn. Sommige rollen hebben eigen woorden; die krijgen een eigen formulier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lv_tools.basis.onderzoek.vragenset import Optie, Vragenset
from lv_tools.basis.taal.notatie import opsomming

ROLVRAAG = "Wat is uw rol?"
GEEN_VAN_DEZE, WEET_NIET = "geen van deze", "weet ik niet"
#: Zoveel stellingen onder elkaar zijn op een telefoon nog te overzien; die grens is van ons.
PER_RASTER = 8
_VORM = {
    "een": "één keuze",
    "raster": "een rij stellingen met één antwoord per rij; Microsoft noemt dat Likert",
    "meer": "meer keuzes mogen",
    "open": "een open vraag; mag leeg blijven",
}


@dataclass(frozen=True)
class Formuliervraag:
    """Een vraag zoals zij in een formulier komt.

    Parameters
    ----------
    vorm
        Eén keuze, een raster met één antwoord per rij, meer keuzes, of een open vraag.
    vraag
        De woorden van de vraag.
    keuzes
        Wat iemand kan kiezen; bij een raster de kolommen.
    rijen
        Bij een raster de stellingen.
    """

    vorm: Literal["een", "raster", "meer", "open"]
    vraag: str
    keuzes: tuple[str, ...] = ()
    rijen: tuple[str, ...] = ()


def same_words(vragen: Vragenset) -> tuple[tuple[Optie, ...], ...]:
    """Verdeel de rollen: wie dezelfde stellingen in dezelfde woorden krijgt, hoort bij elkaar."""
    samen: dict[tuple[tuple[str, str], ...], list[Optie]] = {}
    for rol in vragen.rollen:
        woorden = tuple((s.code, s.tekst) for s in vragen.for_role(rol.code))
        samen.setdefault(woorden, []).append(rol)
    return tuple(tuple(rollen) for rollen in samen.values())


def form_questions(
    vragen: Vragenset, rollen: Sequence[Optie], *, open_vragen: bool = True
) -> tuple[Formuliervraag, ...]:
    """Geef de vragen van een formulier voor rollen die dezelfde woorden krijgen.

    Parameters
    ----------
    rollen
        Een van de groepen van :func:`same_words`.
    open_vragen
        Vraag ook naar wat mensen zelf schrijven.
    """
    schaal = (*vragen.schaal, vragen.weet_niet, *((vragen.nvt,) if vragen.nvt else ()))
    stellingen = [stelling.tekst for stelling in vragen.for_role(rollen[0].code)]
    uit = [Formuliervraag("een", ROLVRAAG, tuple(rol.tekst for rol in rollen))]
    for plek in range(0, len(stellingen), PER_RASTER):
        rijen = tuple(stellingen[plek : plek + PER_RASTER])
        waar = f"{plek + 1} tot en met {plek + len(rijen)}" if len(rijen) > 1 else f"{plek + 1}"
        uit.append(Formuliervraag("raster", f"Stelling {waar}", schaal, rijen))
    for vraag in vragen.keuzevragen:
        keuzes = (*(optie.tekst for optie in vraag.opties), GEEN_VAN_DEZE, WEET_NIET)
        uit.append(Formuliervraag("meer", vraag.tekst, keuzes))
    if open_vragen:
        uit += [Formuliervraag("open", veld.tekst) for veld in vragen.notitievelden]
    return tuple(uit)


def form_text(titel: str, rollen: Sequence[Optie], vragen: Sequence[Formuliervraag]) -> str:
    """Schrijf de vragen uit, met wat de maker van het formulier moet weten."""
    return "\n".join(_lines(titel, rollen, vragen))


def _lines(titel: str, rollen: Sequence[Optie], vragen: Sequence[Formuliervraag]) -> Iterator[str]:
    yield titel
    yield f"Voor: {opsomming([rol.tekst for rol in rollen])}."
    yield ""
    yield "Zo maakt u het formulier (deze regels hoeven er niet in)"
    yield from _numbered(
        "Neem de woorden van vragen en antwoorden letterlijk over. Daaraan herkent het hulpmiddel "
        "ze; een nummer ervoor mag.",
        "Maak van elke vraag de vorm die erboven staat. Plak stellingen en antwoorden regel voor "
        "regel.",
        "Werkt de groep anoniem, laat het formulier dan geen naam en geen mailadres vastleggen.",
        "De antwoorden staan bij de aanbieder van dat formulier. Vraag uw school of dat mag, en "
        "wis ze als u klaar bent.",
        "Open na afloop de antwoorden als rekenblad, bewaar dat als Excel of CSV, en voeg het "
        "hier toe.",
    )
    for nummer, vraag in enumerate(vragen, start=1):
        yield ""
        yield f"VRAAG {nummer} ({_VORM[vraag.vorm]})"
        yield vraag.vraag
        if vraag.rijen:
            yield "Antwoorden:"
        yield from vraag.keuzes
        if vraag.rijen:
            yield "Stellingen:"
            yield from vraag.rijen


def _numbered(*zinnen: str) -> Iterator[str]:
    """Zet een nummer voor elke zin."""
    for nummer, zin in enumerate(zinnen, start=1):
        yield f"{nummer}. {zin}"
