"""De vragenlijst waar een bestand bij hoort, en een groep meenemen naar de lijst van nu."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from lv_tools.basis.onderzoek.bewoording import Bewoording
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.vragenset import Optie, Vragenset
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.groepsbestand import carry_group, check_group
from lv_tools.basis.verzamelen.groepswijziging import fit
from lv_tools.basis.vorm.grenzen import Getal
from lv_tools.basis.vorm.vormcontrole import refuse_newer


@dataclass(frozen=True)
class Lijst:
    """De vragenlijst waarmee een bestand is geschreven: codes en woorden, om het later te lezen."""

    nummer: Annotated[int, Getal(1, 10_000)]
    vragen: Vragenset


def list_of(nummer: int, vragen: Vragenset) -> Lijst:
    """Geef de vragenlijst van nu, zonder wat alleen het lezen van oudere lijsten nodig heeft."""
    return Lijst(
        nummer,
        replace(
            vragen,
            stellingen=_bare(vragen.stellingen),
            keuzevragen=tuple(replace(v, opties=_bare(v.opties)) for v in vragen.keuzevragen),
            rollen=_bare(vragen.rollen),
            schaal_eerder=(),
        ),
    )


def carry_list(groep: Groep, toen: Lijst | None, nu: Lijst, vragen: Vragenset) -> Overgezet:
    """Pas een gelezen groep aan de vragenlijst van nu aan.

    Parameters
    ----------
    toen, nu
        De lijst van het bestand (zonder opgave die van nu), en de lijst van nu.
    vragen
        De vragen van nu, met hun vroegere woorden.

    Raises
    ------
    Nieuwer
        Als het bestand bij een nieuwere vragenlijst hoort.
    VormError
        Als er iets in staat wat niet kan.
    """
    toen = toen or nu
    refuse_newer(toen.nummer, nu.nummer)
    check_group(groep, toen.vragen)
    weg: tuple[tuple[str, str], ...] = ()
    if toen != nu:
        groep, weg = carry_group(groep, Overzetting(toen.vragen, vragen))
    return fit(groep), weg


#: Een groep bij de lijst van nu, en wat daar geen plaats meer heeft: wat het was en wat er stond.
Overgezet = tuple[Groep, tuple[tuple[str, str], ...]]


def _bare(opties: tuple[Optie, ...]) -> tuple[Optie, ...]:
    return tuple(
        Optie(o.code, o.tekst, anders=tuple(Bewoording(b.rollen, b.tekst) for b in o.anders))
        for o in opties
    )
