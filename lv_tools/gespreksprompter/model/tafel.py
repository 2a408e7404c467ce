"""Hoe een tafel in een bestand staat: een bekende met haar code, een eigen tafel helemaal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Eigen, Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

Code = Annotated[str, Tekst(200)]


@dataclass(frozen=True)
class _Eigen:
    """Een eigen tafel in een bestand."""

    code: Code
    naam: Annotated[str, Tekst(200)]
    niveaus: Annotated[tuple[Code, ...], Hoogstens(40)]


def own_table(naam: str, niveaus: Sequence[str], code: str) -> Tafel:
    """Maak een eigen tafel."""
    return Tafel(code, naam, niveaus=tuple(niveaus), eigen=True)


def _read(gegevens: Any) -> Tafel:
    """Lees een tafel; een code die nu niet bestaat, geeft een tafel zonder naam."""
    if isinstance(gegevens, str):
        return inhoud().tafels.get(gegevens) or Tafel(codec.read(str, gegevens), "")
    eigen = codec.read(_Eigen, gegevens)
    if not eigen.niveaus:
        raise VormError(f"de eigen tafel ‘{eigen.naam[:40]}’ heeft geen niveau")
    return own_table(eigen.naam, eigen.niveaus, eigen.code)


def _write(tafel: Tafel) -> Any:
    if not tafel.eigen:
        return tafel.code
    return codec.write(_Eigen(tafel.code, tafel.naam, tafel.niveaus))


def _schema() -> dict[str, Any]:
    tekst = {"type": "string", "maxLength": 200}
    eigen = {"code": tekst, "naam": tekst, "niveaus": {"type": "array", "items": tekst}}
    return {
        "anyOf": [
            tekst,
            {
                "type": "object",
                "properties": eigen,
                "required": list(eigen),
                "additionalProperties": False,
            },
        ]
    }


#: De tafel van een gesprek of een tempo.
Zittafel = Annotated[Tafel, Eigen(_read, _write, _schema)]
