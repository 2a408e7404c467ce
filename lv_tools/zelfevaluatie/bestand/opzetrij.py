"""De opzet van een scan als rij: zo staat zij in een link, en in bestanden tot en met 0.2.0."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, cast

from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.model.opzet import (
    MAX_EIGEN,
    MAX_GROEPEN,
    EigenStelling,
    Groepsnaam,
    Modus,
    Opzet,
    ScanId,
    Themacode,
    Versie,
    check_known,
)
from lv_tools.zelfevaluatie.teksten import Instrument

_Eigen = tuple[Annotated[str, Tekst(20)], Themacode, Annotated[str, Tekst(1_000)]]
#: Kenmerk, naam, dag, modus, versie, thema's, alle groepen en eigen stellingen.
Rij = tuple[
    ScanId,
    Annotated[str, Tekst(1_000)],
    date,
    Modus,
    Versie,
    Annotated[tuple[Themacode, ...], Hoogstens(100)],
    Annotated[tuple[Groepsnaam, ...], Hoogstens(MAX_GROEPEN)],
    Annotated[tuple[_Eigen, ...], Hoogstens(MAX_EIGEN)],
]
SLEUTELS = ("id", "naam", "datum", "modus", "versie", "themas", "groepen", "eigen")


def setup_to_row(opzet: Opzet) -> list[Any]:
    """Schrijf een opzet als waarden die JSON kent."""
    eigen = tuple((e.code, e.thema, e.tekst) for e in opzet.eigen)
    rij = (opzet.id, opzet.naam, opzet.datum, opzet.modus, opzet.versie, opzet.themas)
    geschreven: list[Any] = codec.write((*rij, opzet.alle_groepen, eigen), Rij)
    return geschreven


def setup_from_row(gegevens: Sequence[Any], inhoud: Instrument) -> Opzet:
    """Lees een opzet.

    Raises
    ------
    VormError
        Bij elke afwijking; de tekst noemt de plek.
    """
    gelezen: Any = codec.read(cast(Any, Rij), gegevens)
    kenmerk, naam, datum, modus, versie, themas, groepen, eigen = gelezen
    opzet = Opzet(
        kenmerk,
        naam,
        datum,
        modus,
        versie,
        themas,
        groepen=tuple(groep for groep in groepen if groep in inhoud.rollen),
        eigen=tuple(EigenStelling(*delen) for delen in eigen),
        eigen_groepen=tuple(groep for groep in groepen if groep not in inhoud.rollen),
    )
    # De grenzen die bij de velden van een opzet staan, gelden ook hier.
    return check_known(codec.read(Opzet, codec.write(opzet)), inhoud)


def setup_from_object(gegevens: object, inhoud: Instrument) -> Opzet:
    """Lees een opzet zoals bestanden tot en met 0.2.0 haar schreven: met de sleutels erbij.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    if not isinstance(gegevens, dict) or set(gegevens) != set(SLEUTELS):
        raise VormError("‘opzet’ heeft niet de goede vorm")
    return setup_from_row([gegevens[sleutel] for sleutel in SLEUTELS], inhoud)


def known_only(rij: Sequence[Any], inhoud: Instrument) -> list[Any]:
    """Laat uit de opzet van een oudere lijst weg wat bij een thema hoort dat er niet meer is."""
    *begin, themas, groepen, eigen = rij
    oud = themas if isinstance(themas, list) else []
    over = [thema for thema in inhoud.themas if thema in oud]
    passend = [
        deel
        for deel in (eigen if isinstance(eigen, list) else [])
        if not isinstance(deel, list) or (deel[1:2] and deel[1] in over)
    ]
    return [*begin, over or list(inhoud.themas), groepen, passend]
