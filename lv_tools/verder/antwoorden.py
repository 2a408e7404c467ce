"""Antwoorden van mensen als rijen: lang of breed, met elk soort antwoord apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.onderzoek.spreiding import NVT
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.verzamelen.groep import Groep, sources

#: Wat er in de kolom ``soort`` kan staan.
ANTWOORD, WEET_NIET, NIET_VAN_TOEPASSING = "antwoord", "weet niet", "n.v.t."
NIET_INGEVULD, GENOEMD, NIET_GENOEMD = "niet ingevuld", "genoemd", "niet genoemd"

LANG = ("persoon", "naam", "rol", "rol_naam", "vraag", "tekst", "optie", "waarde", "soort")

Rijen = tuple[tuple[str, ...], list[tuple[Any, ...]]]


def long_rows(groep: Groep, vragen: Vragenset) -> Rijen:
    """Geef een rij per persoon en vraag; bij een keuzevraag een rij per optie.

    Wie een vraag niet krijgt, heeft er geen rij bij. ``persoon`` is een volgnummer: het kenmerk uit
    het bestand hoort niet in een tabel.
    """
    return LANG, [
        (nummer, wie.naam or None, wie.rol, vragen.rolnaam(wie.rol), *rij)
        for nummer, wie in enumerate(merge(sources(groep, vragen)), start=1)
        for rij in _answers(wie, vragen)
    ]


def wide_rows(groep: Groep, vragen: Vragenset) -> Rijen:
    """Geef een rij per persoon en een kolom per vraag; alleen een antwoord heeft een waarde."""
    codes = [stelling.code for stelling in vragen.stellingen]
    keuzes = [(v.code, o.code) for v in vragen.keuzevragen for o in v.opties]
    kolommen = ("persoon", "naam", "rol", "rol_naam", *codes, *(f"{v}:{o}" for v, o in keuzes))
    return kolommen, [
        (
            nummer,
            wie.naam or None,
            wie.rol,
            vragen.rolnaam(wie.rol),
            *(_judge(wie, code)[0] for code in codes),
            *(_chosen(wie, vraag, optie)[0] for vraag, optie in keuzes),
        )
        for nummer, wie in enumerate(merge(sources(groep, vragen)), start=1)
    ]


def _answers(wie: Respondent, vragen: Vragenset) -> Iterator[tuple[Any, ...]]:
    for stelling in vragen.for_role(wie.rol):
        yield (stelling.code, stelling.tekst, None, *_judge(wie, stelling.code))
    for vraag in vragen.keuzevragen:
        for optie in vraag.opties:
            keuze = _chosen(wie, vraag.code, optie.code)
            yield (vraag.code, optie.tekst, optie.code, *keuze)


def _judge(wie: Respondent, code: str) -> tuple[int | None, str]:
    """Geef de waarde en het soort antwoord op een stelling."""
    if code not in wie.antwoorden:
        return None, NIET_INGEVULD
    gegeven = wie.antwoorden[code]
    if gegeven is None:
        return None, WEET_NIET
    return (None, NIET_VAN_TOEPASSING) if gegeven == NVT else (gegeven, ANTWOORD)


def _chosen(wie: Respondent, vraag: str, optie: str) -> tuple[int | None, str]:
    """Geef of een optie genoemd is: 1 of 0, en leeg als de vraag niet is beantwoord."""
    if vraag not in wie.keuzes:
        return None, NIET_INGEVULD
    genoemd = wie.keuzes[vraag]
    if genoemd is None:
        return None, WEET_NIET
    return (1, GENOEMD) if optie in genoemd else (0, NIET_GENOEMD)
