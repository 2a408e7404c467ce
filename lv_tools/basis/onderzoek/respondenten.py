"""Eén respondent: wie antwoordde wat.

Elke respondent heeft een vast kenmerk. Daardoor verandert er niets als hetzelfde bestand twee keer
binnenkomt; zie :mod:`lv_tools.basis.onderzoek.samenvoegen`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lv_tools.basis.onderzoek.spreiding import Antwoord
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger, sorted_rest


@dataclass(frozen=True)
class Respondent:
    """De antwoorden van één persoon.

    Parameters
    ----------
    id
        Vast kenmerk, zie :func:`new_id`.
    rol
        Code van een vaste rol of de naam van een eigen rol.
    antwoorden
        Per stelling 1 tot en met K, ``None`` (weet ik niet) of 0 (n.v.t.); wat ontbreekt, is niet
        ingevuld.
    keuzes
        Per keuzevraag de genoemde opties of ``None`` (weet ik niet); wat ontbreekt, is niet
        ingevuld.
    naam
        Alleen gevuld als de groep op naam werkt.
    versie
        Tijdstip van bewaren (ISO 8601); bij hetzelfde kenmerk telt de laatste.
    notities
        Vrije tekst bij de vragen, per code van het tekstveld; een lege tekst staat er niet in.
    rest
        Antwoorden op vragen die nu niet meer bestaan. Zij tellen niet mee, en gaan niet verloren.
    """

    id: str
    rol: str
    antwoorden: Mapping[str, Antwoord]
    keuzes: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    naam: str = ""
    versie: str = ""
    notities: Mapping[str, str] = field(default_factory=dict)
    rest: Mapping[Vroeger, Restwaarde] = field(default_factory=dict)

    @property
    def telt(self) -> bool:
        """Is er iets wat nog meetelt, of is alles van een oudere vragenlijst?"""
        return bool(self.antwoorden or self.keuzes or self.notities or not self.rest)

    @cached_property
    def afdruk(self) -> str:
        """Alles van deze respondent als vaste tekst, om te vergelijken en te ordenen."""
        keuzes = {k: None if v is None else sorted(v) for k, v in self.keuzes.items()}
        delen: list[object] = [
            self.id,
            self.rol,
            dict(self.antwoorden),
            keuzes,
            self.naam,
            self.versie,
        ]
        delen += [dict(self.notities)] if self.notities else []
        if self.rest:
            delen.append([[v.code, v.tekst, waarde] for v, waarde in sorted_rest(self.rest)])
        return json.dumps(delen, ensure_ascii=False, sort_keys=True)

    @cached_property
    def inhoud(self) -> str:
        """Wat deze respondent antwoordde, zonder kenmerk en versie, als vaste tekst."""
        keuzes = {k: None if v is None else sorted(v) for k, v in self.keuzes.items()}
        delen: list[object] = [
            self.rol, dict(self.antwoorden), keuzes, self.naam, dict(self.notities),
            [[v.code, v.tekst, waarde] for v, waarde in sorted_rest(self.rest)],
        ]  # fmt: skip
        return json.dumps(delen, ensure_ascii=False, sort_keys=True)


#: Waaraan een rij uit een tabel te herkennen is, van sterk naar zwak: aan een nummer met een
#: begintijd op de seconde of op de minuut, aan een mailadres, aan een tijd met de inhoud, aan
#: alleen een nummer, of aan alleen de inhoud.
Sterkte = Literal["seconde", "minuut", "adres", "tijd", "nummer", "inhoud"]


@dataclass(frozen=True)
class Herkenning:
    """Waar een respondent uit een tabel stond, en waaraan hij te herkennen is.

    Parameters
    ----------
    rij
        De rij in de tabel.
    sterkte
        Hoe zeker het kenmerk van deze rij is.
    volgnummer
        De hoeveelste rij met dit kenmerk in dit bestand.
    delen
        Waar het kenmerk van gemaakt is; op de tweede plaats staat de tijd, als die erbij hoort.
    vroeger
        Kenmerken waaronder deze rij ook bewaard kan zijn: door een eerdere versie van dit
        hulpmiddel, of uit een export zonder mailadressen.
    """

    rij: int
    sterkte: Sterkte
    volgnummer: int
    delen: tuple[str, ...] = ()
    vroeger: tuple[str, ...] = ()


def table_key(delen: Sequence[str]) -> str:
    """Maak een vast kenmerk van wat een rij in een tabel herkenbaar maakt (24 tekens)."""
    return hashlib.sha256(json.dumps(list(delen)).encode()).hexdigest()[:24]


def new_id() -> str:
    """Maak een kenmerk dat niets over de persoon zegt (32 tekens, willekeurig)."""
    return secrets.token_hex(16)
