"""Een gesprek: de gids, wat er is gezegd, wat er is afgesproken en wat er is geparkeerd."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Annotated, Literal, get_args

from lv_tools.basis.opslag.werkbestand import GROOTSTE
from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens, Tekst
from lv_tools.gespreksprompter.model.gids import Gids
from lv_tools.gespreksprompter.model.tafel import Code

Stand = Literal["open", "gedaan", "vervallen"]
STANDEN: tuple[str, ...] = get_args(Stand)
Kenmerk = Annotated[str, KENMERK]
#: Een notitie is zo lang als iemand wil: ook wie een heel document plakt, houdt het.
Notitie = Annotated[str, Tekst(GROOTSTE, regels=True)]


@dataclass(frozen=True)
class Afspraak:
    """Wie wat doet, wanneer, en waaraan anderen het zien.

    ``stand`` is een van :data:`STANDEN`; ``wanneer`` mag leeg blijven.
    """

    id: Kenmerk
    wat: Annotated[str, Tekst(300, leeg=False)]
    wie: Annotated[str, Tekst(120)] = ""
    wanneer: date | None = None
    bewijs: Annotated[str, Tekst(300)] = ""
    stand: Stand = "open"

    def is_late(self, vandaag: date) -> bool:
        """Staat de afspraak open terwijl de dag voorbij is?"""
        return self.stand == "open" and self.wanneer is not None and self.wanneer < vandaag


@dataclass(frozen=True)
class Parkeerpunt:
    """Iets wat nu niet past en later terugkomt; ``stand`` als bij een afspraak."""

    id: Kenmerk
    tekst: Annotated[str, Tekst(300, leeg=False)]
    stand: Stand = "open"


@dataclass(frozen=True)
class Moment:
    """Wanneer een gesprek is: een dag, en als die bekend is een tijd en een plaats."""

    dag: date | None = None
    tijd: time | None = None
    plaats: Annotated[str, Tekst(120)] = ""


@dataclass(frozen=True)
class Gesprek:
    """Een gesprek uit een reeks, voorbereid of gehouden.

    Parameters
    ----------
    notities
        Per regel van de gids wat er is gezegd. Ook notities bij een vraag die er niet meer in
        staat, blijven bewaard.
    overgeslagen
        Regels die de gebruiker als overgeslagen aanmerkte; dat gaat voor al het andere.
    volgende
        Wanneer het volgende gesprek is.
    aan_bod
        Regels die tijdens het gesprek in beeld waren of die de gebruiker aanvinkte. ``None`` als
        dat niet is vastgelegd, zoals in gesprekken die met een eerdere versie zijn gehouden.
    """

    id: Kenmerk
    moment: Moment = Moment()
    aanwezig: Annotated[str, Tekst(400)] = ""
    gids: Gids | None = None
    notities: Annotated[Mapping[str, Notitie], Hoogstens(2_000)] = field(default_factory=dict)
    overgeslagen: frozenset[Code] = field(default_factory=frozenset)
    afspraken: Annotated[tuple[Afspraak, ...], Hoogstens(2_000)] = ()
    parkeer: Annotated[tuple[Parkeerpunt, ...], Hoogstens(2_000)] = ()
    gehouden: bool = False
    volgende: Moment = Moment()
    aan_bod: frozenset[Code] | None = None

    @property
    def gesteld(self) -> frozenset[str]:
        """De vragen waarvan vaststaat dat zij aan bod kwamen: in beeld, genoteerd of aangevinkt."""
        genoteerd = {naam for naam, tekst in self.notities.items() if tekst.strip()}
        return self._askable & ((self.aan_bod or frozenset()) | genoteerd)

    @property
    def misschien(self) -> frozenset[str]:
        """De vragen waarvan niet is vastgelegd of zij aan bod kwamen."""
        return frozenset() if self.aan_bod is not None else self._askable - self.gesteld

    @property
    def _askable(self) -> frozenset[str]:
        ids = self.gids.ids if self.gids else frozenset()
        return ids - self.overgeslagen - {"terugblik", "pauze"}

    @property
    def fasen(self) -> frozenset[str]:
        """De fasen waaruit een vraag is gesteld; leeg zolang het gesprek niet is gehouden."""
        return self._phases(self.gesteld)

    @property
    def misschien_fasen(self) -> frozenset[str]:
        """De fasen waarvan niet is vastgelegd of er een vraag uit is gesteld."""
        return self._phases(self.misschien) - self.fasen

    def _phases(self, vragen: Set[str]) -> frozenset[str]:
        if self.gids is None or not self.gehouden:
            return frozenset()
        return frozenset(r.fase for r in self.gids.vragen if r.id in vragen)

    def show(self, regel_id: str) -> Gesprek:
        """Onthoud dat een regel in beeld was; in een afgerond gesprek bladert iemand alleen nog."""
        if self.gehouden or (self.aan_bod is not None and regel_id in self.aan_bod):
            return self
        return replace(self, aan_bod=(self.aan_bod or frozenset()) | {regel_id})

    def mark(self, wel: Set[str], vragen: Set[str]) -> Gesprek:
        """Leg van deze vragen vast welke aan bod kwamen (``wel``) en welke niet."""
        niet = vragen - wel
        return replace(
            self,
            aan_bod=((self.aan_bod or frozenset()) - niet) | wel,
            overgeslagen=(self.overgeslagen - wel) | (niet & (self.gesteld | self.overgeslagen)),
        )

    def finish(self, vandaag: date) -> Gesprek:
        """Rond het gesprek af; vulde niemand een dag in, dan was het vandaag."""
        moment = replace(self.moment, dag=self.moment.dag or vandaag)
        return replace(self, moment=moment, gehouden=True)

    def note(self, regel_id: str, tekst: str) -> Gesprek:
        """Bewaar wat er bij een vraag is gezegd; een lege tekst haalt de notitie weg."""
        nieuw = {k: v for k, v in self.notities.items() if k != regel_id}
        if tekst.strip():
            nieuw[regel_id] = tekst
        return replace(self, notities=nieuw)

    def skip(self, regel_id: str, weg: bool) -> Gesprek:
        """Sla een vraag over, of neem haar weer mee."""
        ander = self.overgeslagen | {regel_id} if weg else self.overgeslagen - {regel_id}
        return replace(self, overgeslagen=ander)

    def put(self, afspraak: Afspraak) -> Gesprek:
        """Voeg een afspraak toe, of vervang die met dezelfde id."""
        if any(a.id == afspraak.id for a in self.afspraken):
            lijst = tuple(afspraak if a.id == afspraak.id else a for a in self.afspraken)
        else:
            lijst = (*self.afspraken, afspraak)
        return replace(self, afspraken=lijst)

    def park(self, punt: Parkeerpunt) -> Gesprek:
        """Voeg een punt toe aan de parkeerplaats, of vervang dat met dezelfde id."""
        if any(p.id == punt.id for p in self.parkeer):
            lijst = tuple(punt if p.id == punt.id else p for p in self.parkeer)
        else:
            lijst = (*self.parkeer, punt)
        return replace(self, parkeer=lijst)

    def drop(self, kenmerk: str) -> Gesprek:
        """Haal een afspraak of een geparkeerd punt weg."""
        return replace(
            self,
            afspraken=tuple(a for a in self.afspraken if a.id != kenmerk),
            parkeer=tuple(p for p in self.parkeer if p.id != kenmerk),
        )
