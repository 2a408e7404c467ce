"""De staat van de risicoscan: alles wat iemand invulde en koos, en precies wat bewaard wordt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.uitwisseling.punt import Punt
from lv_tools.basis.uitwisseling.punt import pieces as to_pieces
from lv_tools.basis.uitwisseling.stukken import (
    Herkomst,
    Kenmerk,
    Naam,
    Signaal,
    Verbeterpunt,
    of_kind,
)
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.groepswijziging import follow
from lv_tools.basis.verzamelen.lijst import Lijst, list_of
from lv_tools.basis.verzamelen.uitnodiging import Meting
from lv_tools.basis.vorm.grenzen import Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.risicoscan.model.regels import Regels
from lv_tools.risicoscan.teksten import Instrument

MEESTE_PUNTEN, MEESTE_SIGNALEN = 3, 200
Code = Annotated[str, Tekst(64)]
#: Wat er met een obstakel gebeurt; leeg is nog niet besproken.
Keuze = Literal["", "eerst", "plan", "buiten"]


@dataclass(frozen=True)
class Meegebracht:
    """Een signaal uit het dossier, met het werk waar het vandaan komt."""

    id: Kenmerk
    van: Herkomst
    werk: Kenmerk
    signaal: Signaal


@dataclass(frozen=True)
class Scan:
    """Alles wat is ingevuld.

    Parameters
    ----------
    soort
        Soort afdeling zoals het onderzoek die noemt.
    aanpak, wie
        Per obstakel wat ermee gebeurt, en per obstakel of standaard wie dat regelt of vertelt.
    kies
        De standaard die gekozen is om een verbeterpunt van te maken.
    werk
        Kenmerk van deze scan in het dossier; er is er pas een als er een verbeterpunt is.
    overig
        Wat uit een oudere vragenlijst geen plaats meer heeft: wat het was, en wat er stond.
    toen
        De vragenlijst waar de antwoorden bij horen.
    meting
        Waaraan antwoorden deze scan terugkennen; leeg zolang niemand een link kreeg. In een kopie
        blijft dat gelijk: wie de link al had, kan zijn antwoorden nog kwijt.
    """

    naam: Naam = ""
    soort: Naam = ""
    groep: Groep = field(default_factory=Groep)
    signalen: Annotated[tuple[Meegebracht, ...], Hoogstens(MEESTE_SIGNALEN)] = ()
    aanpak: Annotated[Mapping[str, Keuze], Hoogstens(100), Code] = field(default_factory=dict)
    wie: Annotated[Mapping[str, Naam], Hoogstens(200), Code] = field(default_factory=dict)
    punten: Annotated[tuple[Punt, ...], Hoogstens(MEESTE_PUNTEN)] = ()
    kies: Annotated[str, Tekst(20)] = ""
    regels: Regels = field(default_factory=Regels)
    werk: Annotated[str, Tekst(64, patroon="[A-Za-z0-9_-]{0,64}")] = ""
    overig: Annotated[
        tuple[tuple[Annotated[str, Tekst(20_000, regels=True)], ...], ...], Hoogstens(2_000)
    ] = ()
    toen: Lijst | None = None
    meting: Meting = ""


def empty(inhoud: Instrument) -> Scan:
    """Begin een lege scan."""
    return Scan(regels=inhoud.regels, toen=list_of(inhoud.lijst, inhoud.vragen))


def follow_scan(oud: Scan, nieuw: Scan) -> Scan:
    """Maak af wat uit een wijziging volgt: in de groep, en een kenmerk voor het dossier."""
    groep = follow(oud.groep, nieuw.groep)
    werk = nieuw.werk or (new_id() if nieuw.punten else "")
    if groep is nieuw.groep and werk == nieuw.werk:
        return nieuw
    return replace(nieuw, groep=groep, werk=werk)


# -- signalen ------------------------------------------------------------------------------------


def take(scan: Scan, pakket: Pakket) -> Scan:
    """Neem de signalen uit een pakket over; wat eerder uit hetzelfde werk kwam, maakt plaats.

    Raises
    ------
    VormError
        Als er te veel signalen samenkomen.
    """
    rest = [s for s in scan.signalen if (s.van.hulpmiddel, s.werk) != pakket.plek]
    eerder = {s.signaal.id: s.id for s in scan.signalen if s not in rest}
    nieuw = [
        Meegebracht(eerder.get(s.id) or new_id(), pakket.van, pakket.werk, s)
        for s in of_kind(pakket.stukken, Signaal)
    ]
    if len(rest) + len(nieuw) > MEESTE_SIGNALEN:
        raise VormError(
            f"er passen hoogstens {MEESTE_SIGNALEN} signalen in een scan; haal eerst iets weg"
        )
    return replace(scan, signalen=(*rest, *nieuw))


def drop_signal(scan: Scan, kenmerk: str) -> Scan:
    """Haal een signaal weg."""
    return replace(scan, signalen=tuple(s for s in scan.signalen if s.id != kenmerk))


# -- verbeterpunten ------------------------------------------------------------------------------


def pieces(scan: Scan) -> tuple[Verbeterpunt, ...]:
    """Geef de verbeterpunten voor het dossier; een punt zonder woorden gaat niet mee."""
    return to_pieces(scan.punten)


def title(scan: Scan) -> str:
    """Waar de scan over gaat, voor de naam van een bestand en in het dossier."""
    return scan.naam.strip() or scan.soort
