"""Het onderzoekskader als tekst voor een bladzijde van het boek.

De standaarden staan op één plaats, in ``data/kader/``. De bladzijde roept `toon_standaarden` aan en
krijgt Markdown terug, zodat elke standaard een anker krijgt waar andere bladzijden naar verwijzen:
``[SKA2](#standaard-ska2)``.

Deze module kent geen regels voor een oordeel. Die zijn alleen van de Inspectie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from lv_tools.basis.gegevens.datapakket import Standaard, kaderversie, lees, standaarden
from lv_tools.basis.taal.notatie import datum, opsomming

RESTGROEP = "Anders, namelijk..."


class Markdown:
    """Tekst in Markdown die een notebook en het boek zelf opmaken."""

    def __init__(self, inhoud: str) -> None:
        self.inhoud = inhoud

    def _repr_markdown_(self) -> str:
        return self.inhoud

    def __repr__(self) -> str:
        return f"Markdown({len(self.inhoud)} tekens)"


def anker(code: str) -> str:
    """Geef het anker van een standaard.

    Examples
    --------
    >>> anker("SKA2")
    'standaard-ska2'
    """
    return f"standaard-{code.lower()}"


def toon_standaarden() -> Markdown:
    """Geef de versie van het kader en alle standaarden, per gebied.

    Returns
    -------
    Markdown
        De versie, een wegwijzer, en per gebied een kop met de standaarden: anker, code, naam en de
        uitdagingen die het onderzoek noemt (bijlage 2.1, zonder de restgroep en zonder aantallen).
    """
    gebieden = [
        (gebied, list(groep)) for gebied, groep in groupby(standaarden(), attrgetter("gebied"))
    ]
    delen = [_versie(), "\n".join(_wegwijzer(*deel) for deel in gebieden)]
    for gebied, groep in gebieden:
        delen.append(f"## {gebied}")
        for standaard in groep:
            delen += _onderdelen(standaard)
    return Markdown("\n\n".join(delen) + "\n")


def _versie() -> str:
    kader = kaderversie()
    nagekeken = datum(date.fromisoformat(kader.gecontroleerd))
    return (
        f"**Versie:** {kader.naam}.\n"
        f"Wij keken de namen na op {nagekeken}.\n"
        f"{kader.nieuwer}\n"
        f"Lees bij de Inspectie [wat er in 2026 is bijgesteld]({kader.adres})."
    )


def _wegwijzer(gebied: str, groep: Sequence[Standaard]) -> str:
    links = opsomming([f"[{s.code}](#{anker(s.code)})" for s in groep])
    return f"- {gebied} ({groep[0].niveau}): {links}"


def _onderdelen(standaard: Standaard) -> Iterator[str]:
    yield f"({anker(standaard.code)})=\n### {standaard.code}: {standaard.naam}"
    uitdagingen = [
        str(rij["uitdaging"])
        for rij in lees("uitdagingen").rijen
        if rij["standaard"] == standaard.code and rij["uitdaging"] != RESTGROEP
    ]
    if uitdagingen:
        yield "Uitdagingen die het onderzoek hier noemt:"
        yield "\n".join(f"- {uitdaging}" for uitdaging in uitdagingen)
    elif standaard.niveau == "bestuur":
        yield "Het onderzoek vroeg niet naar deze standaard: het ging over afdelingen."
    else:
        yield "Het onderzoek noemt bij deze standaard geen uitdagingen."
