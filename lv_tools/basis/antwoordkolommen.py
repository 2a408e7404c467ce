"""Welke kolom van een tabel bij welke vraag hoort."""

from __future__ import annotations

from dataclasses import dataclass, field

from lv_tools.basis.vragenset import Vragenset

_ROL = {"rol", "uw rol", "wat is uw rol", "mijn rol", "functie", "role"}
_NAAM = {"naam", "name", "uw naam"}
#: Kolommen die een rij herkenbaar maken; Forms zet ze in de taal van wie het formulier maakte.
_NUMMER = {"nummer", "id", "respondent"}
_BEGIN = {"begintijd", "start time", "starttijd"}
_EIND = {"tijdstip van voltooien", "voltooiingstijd", "eindtijd", "completion time"}


@dataclass
class Kolommen:
    """Welke kolom wat bevat, als plaats vanaf 0; ``None`` als die kolom er niet is."""

    rol: int | None = None
    naam: int | None = None
    nummer: int | None = None
    begin: int | None = None
    eind: int | None = None
    stellingen: dict[str, int] = field(default_factory=dict)
    keuze_in_een: dict[str, int] = field(default_factory=dict)
    keuze_per_optie: dict[str, dict[str, int]] = field(default_factory=dict)
    notities: dict[str, int] = field(default_factory=dict)


def find_columns(kop: list[str], vragen: Vragenset) -> Kolommen:
    """Zoek bij elke vraag de kolom, op code of op tekst."""
    kolommen = Kolommen()
    vast = {"rol": _ROL, "naam": _NAAM, "nummer": _NUMMER, "begin": _BEGIN, "eind": _EIND}
    for plek, opschrift in enumerate(kop):
        klein = plain(opschrift)
        for veld, namen in vast.items():
            if klein in namen and getattr(kolommen, veld) is None:
                setattr(kolommen, veld, plek)
        for stelling in vragen.stellingen:
            if matches(klein, stelling.code, stelling.tekst):
                kolommen.stellingen.setdefault(stelling.code, plek)
        for tekstveld in vragen.notitievelden:
            if matches(klein, tekstveld.code, tekstveld.tekst):
                kolommen.notities.setdefault(tekstveld.code, plek)
        for vraag in vragen.keuzevragen:
            if matches(klein, vraag.code, vraag.tekst):
                kolommen.keuze_in_een.setdefault(vraag.code, plek)
            for optie in vraag.opties:
                if matches(klein, optie.code, optie.tekst):
                    per_optie = kolommen.keuze_per_optie.setdefault(vraag.code, {})
                    per_optie.setdefault(optie.code, plek)
    return kolommen


def matches(opschrift: str, code: str, tekst: str) -> bool:
    """Hoort dit opschrift (al door :func:`plain`) bij deze code of tekst?"""
    code, tekst = code.casefold(), plain(tekst)
    return opschrift in {code, tekst, f"{code} {tekst}"} or (
        len(opschrift) > len(code) and opschrift.startswith((f"{code} ", f"{code}:"))
    )


def plain(tekst: str) -> str:
    """Maak tekst vergelijkbaar: kleine letters, enkele spaties, geen leesteken aan het eind."""
    return " ".join(tekst.split()).casefold().strip(" .:?!")
