"""De regels van elke weergave: wat de bron geeft, verrijkt met aantallen, interval en controles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.bevindingenverkenner.model.meetwijzen import METERS, Waarde
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten, weergave
from lv_tools.controle import Melding, meldingen_bij
from lv_tools.controle.melding import Plaats


@dataclass(frozen=True)
class Regel:
    """Een rij van een weergave.

    Parameters
    ----------
    waarden
        De cellen zoals de gegevens ze geven.
    meting
        Het percentage van deze rij, of ``None`` als de rij er geen heeft.
    tweede
        Een tweede percentage (alleen bij intake en begeleiding).
    meldingen
        Controles die over deze rij gaan en niet kloppen.
    resource
        Tabel waar de rij uit komt.
    """

    waarden: Mapping[str, Waarde]
    meting: Meting | None = None
    tweede: Meting | None = None
    meldingen: tuple[Melding, ...] = ()
    resource: str = ""

    def text(self, kolom: str) -> str:
        """Geef een cel als tekst; leeg als er niets staat."""
        waarde = self.waarden.get(kolom)
        return "" if waarde is None else str(waarde)

    @property
    def ernst(self) -> str:
        """Het zwaarste oordeel van de controles: ``"kan niet"``, ``"let op"`` of leeg.

        Hoort een melding eigenlijk bij een andere tabel, dan is het hier hooguit ``"let op"``: daar
        staat het cijfer dat niet past.
        """
        if not self.meldingen:
            return ""
        eigen = {melding.ernst for melding in self.meldingen if melding.resource == self.resource}
        return "kan niet" if "kan niet" in eigen else "let op"

    @property
    def kan_niet(self) -> bool:
        """Zegt een controle dat dit cijfer zo niet kan kloppen?"""
        return self.ernst == "kan niet"


@cache
def regels_van(naam: str) -> tuple[Regel, ...]:
    """Geef alle regels van een weergave, in de volgorde van de bron.

    Raises
    ------
    ValueError
        Als de weergave niet bestaat.
    """
    blik = weergave(naam)
    rijen = lees(naam).rijen
    meet = METERS[naam](rijen) if naam in METERS else lambda _rij: (None, None)
    return tuple(
        Regel(rij, *meet(rij), meldingen=_failures(blik, rij), resource=naam) for rij in rijen
    )


def opvallend(naam: str, regels: tuple[Regel, ...]) -> tuple[Melding, ...]:
    """Geef de controles die over de hele tabel of over een hele groep gaan en niet kloppen.

    Een melding over een groep die niet in beeld is, blijft weg.
    """
    return tuple(
        melding
        for melding in meldingen_bij(naam)
        if melding.ernst != "klopt"
        and melding.controle not in teksten().overslaan
        and any(_in_view(plaats, melding, naam, regels) for plaats in _places(melding, naam, {}))
    )


def _in_view(
    plaats: Mapping[str, str], melding: Melding, naam: str, regels: tuple[Regel, ...]
) -> bool:
    if not plaats:
        return True
    if melding.resource != naam or plaats.keys() >= set(weergave(naam).sleutel):
        return False
    return any(all(regel.text(k) == v for k, v in plaats.items()) for regel in regels)


@cache
def options(naam: str, kolom: str) -> tuple[str, ...]:
    """Geef de waarden van een kolom om uit te kiezen, in de volgorde van de bron."""
    waarden = (rij[kolom] for rij in lees(naam).rijen)
    return tuple(dict.fromkeys("" if waarde is None else str(waarde) for waarde in waarden))


def standards() -> tuple[str, ...]:
    """Geef alle standaarden waarover de tabellen iets tellen, in de volgorde van het kader."""
    codes = {*options("risico_per_afdeling", "standaard"), *options("uitdagingen", "standaard")}
    return tuple(sorted(codes, key=options("standaarden", "code").index))


def n_van(naam: str, kolom: str, waarde: str) -> int | None:
    """Geef de n van een groep, zoals de n van een soort afdeling of een obstakel."""
    for regel in regels_van(naam):
        if regel.text(kolom) == waarde and regel.meting is not None:
            return regel.meting.n
    return None


def _failures(blik: Weergave, rij: Mapping[str, Waarde]) -> tuple[Melding, ...]:
    """Zoek de controles die precies over deze rij gaan en niet kloppen."""
    sleutel = {kolom: str(rij[kolom]) for kolom in blik.sleutel}
    return tuple(
        m
        for m in meldingen_bij(blik.id, **sleutel)
        if m.ernst != "klopt"
        and any(plaats.keys() >= sleutel.keys() for plaats in _places(m, blik.id, sleutel))
    )


def _places(melding: Melding, naam: str, sleutel: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Geef de sleutels waarmee een melding deze plaats in deze tabel raakt."""
    plaatsen = (Plaats(melding.resource, melding.sleutel), *melding.ook)
    return [plaats.sleutel for plaats in plaatsen if plaats.raakt(naam, sleutel)]
