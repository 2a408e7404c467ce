"""Bij welke meting een bestand hoort: aan de naam van de meting, en aan de dag van de antwoorden.

De naam is wat de groep heeft afgesproken, zoals ‘Havo, najaar 2026’. Een bestand van een andere
meting telt niet stil mee. Een bestand zonder naam, zoals uit versie 0.1.0, telt mee met een
opmerking: dan kan alleen een mens zien of het hier hoort.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.taal.datumtaal import Datumprobleem, parse_date
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.urgentiemeter.model.scan import Scan, name_of
from lv_tools.urgentiemeter.teksten import Instrument

#: Antwoorden die zo oud zijn, krijgen een opmerking.
OUD = timedelta(days=183)
#: Zoveel afdelingen staan bij naam in een titel; zijn het er meer, dan staat er hoeveel.
MEESTE_IN_TITEL = 2


def same(een: str, ander: str) -> bool:
    """Zeg of twee namen dezelfde meting zijn; hoofdletters en spaties maken niet uit."""
    return " ".join(een.casefold().split()) == " ".join(ander.casefold().split())


def check(eigen: Scan, scan: Scan, inhoud: Instrument, vandaag: date) -> tuple[str, ...]:
    """Kijk of een bestand bij deze meting hoort.

    Wie via een link invulde, heeft het kenmerk van de meting in zijn bestand; dan doet de naam er
    niet toe. Anders moet de naam gelijk zijn.

    Returns
    -------
    tuple of str
        Opmerkingen voor wie het bestand toevoegde.

    Raises
    ------
    VormError
        Als het bestand zegt dat het bij een andere meting hoort.
    """
    meting = eigen.naam
    if eigen.meting and scan.meting:
        if eigen.meting != scan.meting:
            raise VormError(
                f"het hoort bij een andere meting, met de naam ‘{scan.naam}’: het is ingevuld via "
                "een link die niet van deze meting is"
            )
        meting = scan.naam
    if meting and scan.naam and not same(meting, scan.naam):
        raise VormError(
            f"het hoort bij de meting ‘{scan.naam}’, en deze heet ‘{meting}’. Is het toch "
            "dezelfde? Geef deze meting dan dezelfde naam en voeg het bestand nog eens toe"
        )
    opmerkingen = []
    if meting and not scan.naam:
        opmerkingen.append(
            f"Er staat geen naam van een meting in. Kijk na of het bij ‘{meting}’ hoort."
        )
    elif scan.naam and not meting:
        opmerkingen.append(
            f"Het hoort bij de meting ‘{scan.naam}’. Geef uw meting ook een naam, dan wordt een "
            "bestand van een andere meting geweigerd."
        )
    dagen = sorted(
        {dag for bron in scan.sources(inhoud) for dag in _days(bron) if vandaag - dag > OUD}
    )
    if dagen:
        wanneer = [datum(dag) for dag in dict.fromkeys((dagen[0], dagen[-1]))]
        opmerkingen.append(
            f"Let op: er zijn antwoorden bij van {opsomming(wanneer)}. Horen die bij deze meting?"
        )
    return tuple(opmerkingen)


def department_names(scan: Scan) -> tuple[str, ...]:
    """Geef de namen van de afdelingen die een naam kregen."""
    return tuple(filter(None, map(name_of, scan.afdelingen)))


def title(scan: Scan) -> str:
    """Geef waar de meting over gaat: haar naam, en de afdelingen die daar nog niet in staan."""
    rest: Sequence[str] = [
        naam for naam in department_names(scan) if naam.casefold() not in scan.naam.casefold()
    ]
    if len(rest) > MEESTE_IN_TITEL:
        rest = [aantal(len(rest), "afdeling", "afdelingen")]
    if scan.naam and rest:
        return f"{scan.naam} ({opsomming(rest)})"
    return scan.naam or opsomming(rest)


def _days(bron: Bron) -> list[date]:
    versies = [r.versie for r in bron.respondenten] + [h.versie for h in bron.handtellingen]
    dagen = [parse_date(versie[:10]) for versie in versies if versie]
    return [dag for dag in dagen if not isinstance(dag, Datumprobleem)]
