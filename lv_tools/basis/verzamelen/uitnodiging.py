"""Collega's uitnodigen om ieder op het eigen apparaat in te vullen, en als collega meedoen.

In de link staan alleen de naam van de meting en een kenmerk. De staat van een hulpmiddel met zo'n
link heeft de velden ``naam``, ``meting``, ``groep`` en ``toen``.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeVar, cast

from lv_tools.basis.opslag import adreslink
from lv_tools.basis.opslag.adreslink import LinkError
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Tekst
from lv_tools.basis.vorm.vormcontrole import VormError

S = TypeVar("S")

#: De manier van verzamelen waarbij iemand zelf invult.
ZELF = "zelf"
NAAM_LENGTE = 80
#: Waaraan antwoorden een meting terugkennen; leeg zolang niemand een link kreeg.
Meting = Annotated[str, Tekst(12, patroon="([0-9a-f]{12})?")]


@dataclass(frozen=True)
class Uitnodiging:
    """Bij welke meting iemand invult: haar kenmerk, en hoe zij heet."""

    meting: Annotated[str, Tekst(12, patroon="[0-9a-f]{12}")]
    naam: Annotated[str, Tekst(NAAM_LENGTE)] = ""


def with_identity(staat: S) -> S:
    """Geef de meting een kenmerk, als zij dat nog niet heeft."""
    meting = cast(Any, staat)
    return staat if meting.meting else cast(S, replace(meting, meting=secrets.token_hex(6)))


def invitation(staat: Any) -> Uitnodiging:
    """Geef de uitnodiging voor een meting met een kenmerk."""
    return Uitnodiging(staat.meting, " ".join(staat.naam.split()))


def take_part(staat: S, leeg: S, uitnodiging: Uitnodiging, *, kenmerk: str) -> S | None:
    """Doe mee aan een meting; ``None`` als dit werk al van iets anders is.

    Parameters
    ----------
    leeg
        Een meting waar nog niets in staat.
    kenmerk
        Het veld waaraan het dossier dit werk terugkent; dat heeft ook leeg werk.
    """
    nu = cast(Any, staat)
    if nu.meting == uitnodiging.meting:
        return staat
    zonder: dict[str, Any] = {kenmerk: "", "toen": None}
    kaal = replace(nu, **zonder, groep=replace(nu.groep, manier=""))
    if kaal != replace(cast(Any, leeg), **zonder):
        return None
    groep = Groep(manier=ZELF)
    return cast(S, replace(nu, naam=uitnodiging.naam, meting=uitnodiging.meting, groep=groep))


def to_fragment(woord: str, uitnodiging: Uitnodiging, lijst: int) -> str:
    """Schrijf een uitnodiging als deel van een adres, zonder hekje.

    Parameters
    ----------
    woord
        Zo begint de link; elk hulpmiddel heeft een eigen woord.
    lijst
        Het nummer van de vragenlijst.
    """
    return adreslink.pack(woord, [lijst, uitnodiging.meting, uitnodiging.naam])


def from_fragment(woord: str, hekje: str, lijst: int) -> Uitnodiging:
    """Lees een uitnodiging.

    Raises
    ------
    LinkError
        Als de link niet te lezen is, of bij een nieuwere vragenlijst hoort.
    """
    gegevens = adreslink.unpack(woord, hekje)
    if not isinstance(gegevens, list) or len(gegevens) != 3 or type(gegevens[0]) is not int:
        raise LinkError("Deze link is niet te lezen. Vraag de maker om de link opnieuw.")
    van, meting, naam = gegevens
    if van > lijst:
        raise LinkError(
            "Deze link hoort bij een nieuwere vragenlijst dan deze pagina kent. Laad de pagina "
            "opnieuw en probeer het nog eens."
        )
    try:
        return codec.read(Uitnodiging, {"meting": meting, "naam": naam})
    except VormError as fout:
        raise LinkError(
            f"In deze link klopt iets niet: {fout}. Vraag de maker om de link opnieuw."
        ) from fout
