"""Controleer de vorm van gegevens uit een bestand dat van buiten komt."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.invoer.velden import clean_text


class VormError(ValueError):
    """Iets in het bestand klopt niet; de tekst zegt wat, zonder hoofdletter en punt."""


class Nieuwer(VormError):  # noqa: N818 - een zin voor de lezer, geen storing
    """Het bestand hoort bij een nieuwere vragenlijst dan deze pagina kent."""


NIEUWER = (
    "Dit werk is gemaakt met een nieuwere vragenlijst dan deze pagina kent. Laad de pagina "
    "opnieuw, dan kunt u verder waar u was. Er is niets aan veranderd."
)


def refuse_newer(nummer: object, bekend: int) -> None:
    """Weiger een vragenlijst met een hoger nummer dan die van deze pagina.

    Raises
    ------
    Nieuwer
        Als dat zo is, met wat de lezer kan doen.
    """
    if type(nummer) is int and nummer > bekend:
        raise Nieuwer(NIEUWER)


def as_dict(waarde: object, wat: str, sleutels: set[str]) -> dict[str, Any]:
    """Geef een woordenboek met precies deze sleutels."""
    if not isinstance(waarde, dict) or set(waarde) != sleutels:
        raise VormError(f"‘{wat}’ heeft niet de goede vorm")
    return waarde


def as_list(waarde: object, wat: str, grootste: int) -> list[Any]:
    """Geef een lijst van hoogstens ``grootste`` elementen."""
    if not isinstance(waarde, list) or len(waarde) > grootste:
        raise VormError(f"‘{wat}’ is geen lijst van hoogstens {grootste}")
    return waarde


def as_text(waarde: object, wat: str, lengte: int) -> str:
    """Geef gewone tekst, zonder stuurtekens, van hoogstens ``lengte`` tekens."""
    if not isinstance(waarde, str) or len(waarde) > lengte or clean_text(waarde) != waarde:
        raise VormError(f"‘{wat}’ is geen gewone tekst van hoogstens {lengte} tekens")
    return waarde


def as_whole(waarde: object, wat: str, laagste: int, hoogste: int) -> int:
    """Geef een heel getal binnen grenzen."""
    if type(waarde) is not int or not laagste <= waarde <= hoogste:
        raise VormError(
            f"‘{wat}’ is {str(waarde)[:20]} en niet een heel getal van {laagste} tot {hoogste}"
        )
    return waarde


def as_choice(waarde: object, wat: str, keuzes: set[str]) -> str:
    """Geef een van de toegestane teksten."""
    if not isinstance(waarde, str) or waarde not in keuzes:
        raise VormError(f"‘{wat}’ is {str(waarde)[:20]} en dat kan niet")
    return waarde


def as_pairs(waarde: object) -> tuple[tuple[str, str], ...]:
    """Geef paren van gewone tekst: wat iets was, en wat er stond."""
    paren = []
    for rij in as_list(waarde, "overig", 2_000):
        delen = [as_text(deel, "overig", 20_000) for deel in as_list(rij, "overig", 2)]
        if len(delen) != 2:
            raise VormError("‘overig’ heeft niet de goede vorm")
        paren.append((delen[0], delen[1]))
    return tuple(paren)
