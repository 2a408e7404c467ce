"""Wat elk papier nodig heeft: de feiten, de vaste teksten, en namen van rollen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.taal.notatie import opsomming
from voorbeeld.cijfers import fill
from voorbeeld.school import Doel, Grens, School, Telling
from voorbeeld.schrijfwijze import boundary
from voorbeeld.vorm import VormError


@dataclass(frozen=True)
class Schrijver:
    """Geeft de teksten van een papier, met de feiten ingevuld."""

    school: School
    feiten: Mapping[str, str]
    teksten: Mapping[str, Any]

    def __call__(self, naam: str) -> str:
        """Geef een tekst.

        Raises
        ------
        VormError
            Als de tekst er niet is.
        """
        waarde = self._find(naam)
        if not isinstance(waarde, str):
            raise VormError(f"papieren.toml, {naam}: hier hoort een tekst, geen {waarde!r}")
        return fill(waarde, self.feiten)

    def all(self, naam: str) -> tuple[str, ...]:
        """Geef een lijst teksten."""
        return tuple(fill(tekst, self.feiten) for tekst in self._find(naam))

    def by_key(self, naam: str) -> dict[str, str]:
        """Geef teksten bij hun sleutel."""
        return {sleutel: fill(tekst, self.feiten) for sleutel, tekst in self._find(naam).items()}

    def fact(self, tekst: str) -> str:
        """Vul een tekst uit de feiten zelf in, zoals wat er bij een activiteit is gezien."""
        return fill(tekst, self.feiten)

    def role(self, code: str) -> str:
        """Geef de naam van een rol."""
        return self.school.rollen[code]

    def roles(self, codes: Sequence[str]) -> str:
        """Geef een opsomming van rollen."""
        return opsomming([self.role(code) for code in codes])

    def start(self, doel: Doel) -> str:
        """Schrijf waar een doel begon, en of dat een jaar eerder was."""
        dag = doel.begin.dag
        eerder = dag is not None and dag < self.school.school.begin
        return share(doel.begin) + " (vorig jaar)" * eerder

    def _find(self, naam: str) -> Any:
        if naam not in self.teksten:
            raise VormError(f"papieren.toml mist de tekst {naam!r}: vul haar in")
        return self.teksten[naam]


def share(telling: Telling) -> str:
    """Schrijf een telling: ``9 van de 14``."""
    return f"{telling.k} van de {telling.n}"


def aim(doel: Doel, grens: Grens) -> str:
    """Schrijf een grens met haar richting: ``ten minste 60%``, ``ten hoogste 28 van de 94``."""
    van = f" van de {grens.van}" if grens.van is not None else ""
    return f"{doel.richting} {boundary(grens)}{van}"


def capital(tekst: str) -> str:
    """Begin met een hoofdletter."""
    return tekst[:1].upper() + tekst[1:]
