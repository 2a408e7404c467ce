"""Antwoorden van mensen als rijen: lang of breed, met elk soort antwoord apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.onderzoek.spreiding import NVT
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.verzamelen.groep import Groep, sources
from lv_tools.verder.ramen import to_frame

if TYPE_CHECKING:
    import pandas as pd

#: Wat er in de kolom ``soort`` kan staan.
ANTWOORD, WEET_NIET, NIET_VAN_TOEPASSING = "antwoord", "weet niet", "n.v.t."
NIET_INGEVULD, GENOEMD, NIET_GENOEMD = "niet ingevuld", "genoemd", "niet genoemd"
#: In de brede vorm: deze persoon krijgt deze vraag niet.
NIET_GEVRAAGD = "niet gevraagd"

#: De kolommen van de lange vorm, met hun type.
LANG = {
    **{"persoon": "Int64", "naam": "string", "rol": "string", "rol_naam": "string"},
    **{"vraag": "string", "tekst": "string", "optie": "string"},
    **{"waarde": "Int64", "soort": "string"},
}
#: Achter de naam van een vraag: de kolom met het soort antwoord, in de brede vorm.
SOORT = "_soort"

_Gegeven = tuple[int | None, str]


def long_frame(groep: Groep, vragen: Vragenset, *, namen: bool) -> pd.DataFrame:
    """Geef een rij per persoon en vraag; bij een keuzevraag een rij per optie.

    Wie een vraag niet krijgt, heeft er geen rij bij. ``persoon`` is een volgnummer: het kenmerk uit
    het bestand hoort niet in een tabel.
    """
    rijen = [
        (*_who(nummer, wie, vragen, namen=namen), *rij)
        for nummer, wie in _people(groep, vragen)
        for rij in _answers(wie, vragen)
    ]
    return to_frame(tuple(LANG), rijen, LANG)


def wide_frame(groep: Groep, vragen: Vragenset, *, namen: bool) -> pd.DataFrame:
    """Geef een rij per persoon, met per vraag een kolom met de waarde en een met het soort."""
    codes = [stelling.code for stelling in vragen.stellingen]
    opties = [(v.code, o.code) for v in vragen.keuzevragen for o in v.opties]
    vakken = [*codes, *(f"{vraag}:{optie}" for vraag, optie in opties)]
    kolommen = [*list(LANG)[:4], *(naam for vak in vakken for naam in (vak, f"{vak}{SOORT}"))]
    rijen = []
    for nummer, wie in _people(groep, vragen):
        gevraagd = {stelling.code for stelling in vragen.for_role(wie.rol)}
        cellen = [_judge(wie, c) if c in gevraagd else (None, NIET_GEVRAAGD) for c in codes]
        cellen += [_chosen(wie, vraag, optie) for vraag, optie in opties]
        rijen.append(
            (
                *_who(nummer, wie, vragen, namen=namen),
                *(deel for cel in cellen for deel in cel),
            )
        )
    types = {**LANG, **dict.fromkeys(vakken, "Int64")}
    return to_frame(kolommen, rijen, types)


def _people(groep: Groep, vragen: Vragenset) -> Iterator[tuple[int, Respondent]]:
    return enumerate(merge(sources(groep, vragen)), start=1)


def _who(nummer: int, wie: Respondent, vragen: Vragenset, *, namen: bool) -> tuple[Any, ...]:
    return nummer, (wie.naam or None) if namen else None, wie.rol, vragen.rolnaam(wie.rol)


def _answers(wie: Respondent, vragen: Vragenset) -> Iterator[tuple[Any, ...]]:
    for stelling in vragen.for_role(wie.rol):
        yield (stelling.code, stelling.tekst, None, *_judge(wie, stelling.code))
    for vraag in vragen.keuzevragen:
        for optie in vraag.opties:
            yield (vraag.code, optie.tekst, optie.code, *_chosen(wie, vraag.code, optie.code))


def _judge(wie: Respondent, code: str) -> _Gegeven:
    """Geef de waarde en het soort antwoord op een stelling."""
    if code not in wie.antwoorden:
        return None, NIET_INGEVULD
    gegeven = wie.antwoorden[code]
    if gegeven is None:
        return None, WEET_NIET
    return (None, NIET_VAN_TOEPASSING) if gegeven == NVT else (gegeven, ANTWOORD)


def _chosen(wie: Respondent, vraag: str, optie: str) -> _Gegeven:
    """Geef of een optie genoemd is: 1 of 0, en leeg als de vraag niet is beantwoord."""
    if vraag not in wie.keuzes:
        return None, NIET_INGEVULD
    genoemd = wie.keuzes[vraag]
    if genoemd is None:
        return None, WEET_NIET
    return (1, GENOEMD) if optie in genoemd else (0, NIET_GENOEMD)
