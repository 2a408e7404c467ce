"""De filters van een paneel: per kolom een keuzelijst of een groep vinkjes, en een zoekveld."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.invoer.velden import Veld
from lv_tools.bevindingenverkenner.model.bronnen import kolomtitel, standaardnaam
from lv_tools.bevindingenverkenner.model.filteren import begin
from lv_tools.bevindingenverkenner.model.regels import options
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten
from lv_tools.schermdelen import Deel, Invoerveld, Keuzelijst, Uitklap, Vinkjes


class Filters:
    """Alle filters van één weergave.

    ``vakken`` zijn groepen vinkjes om uit te klappen, ``velden`` passen naast elkaar op een rij.

    Parameters
    ----------
    blik
        De weergave.
    bij_wijziging
        Functie die wordt geroepen als de lezer iets anders kiest.
    """

    def __init__(self, blik: Weergave, bij_wijziging: Callable[[object], object]) -> None:
        self.blik = blik
        self._bij_wijziging = bij_wijziging
        self._begin = begin(blik.id)
        self._lijsten: dict[str, list[Keuzelijst]] = {}
        self._vinkjes: dict[str, Vinkjes] = {}
        self.vakken: list[Deel] = []
        self.velden: list[Deel] = []
        for kolom in blik.filters:
            self._build(kolom)
        self._zoek: Invoerveld | None = None
        if blik.zoeken:
            velden = teksten().velden
            veld = Veld(f"{blik.id}-zoek", velden["zoek"], hulp=velden["zoek_hulp"])
            self._zoek = Invoerveld(veld, bij_wijziging=bij_wijziging)
            self.velden.append(self._zoek)

    @property
    def gekozen(self) -> dict[str, tuple[str, ...]]:
        """Per kolom wat de lezer koos; leeg is alles."""
        uit = {kolom: tuple(vinkjes.waarde) for kolom, vinkjes in self._vinkjes.items()}
        for kolom, lijsten in self._lijsten.items():
            waarden = [lijst.waarde for lijst in lijsten if lijst.waarde and not lijst.verborgen]
            uit[kolom] = tuple(dict.fromkeys(waarden))
        return uit

    @property
    def zoek(self) -> str:
        """Waar de lezer op zoekt."""
        return "" if self._zoek is None else str(self._zoek.waarde or "")

    def update(self) -> None:
        """Laat de tweede keuzelijst alleen zien als er een eerste keuze is om naast te leggen."""
        for eerste, *verder in self._lijsten.values():
            for tweede in verder:
                tweede.verborgen = eerste.waarde is None

    def reset(self) -> None:
        """Zet alles terug op alles."""
        for lijsten in self._lijsten.values():
            for lijst in lijsten:
                lijst.waarde = None
        for vinkjes in self._vinkjes.values():
            vinkjes.waarde = ()
        if self._zoek is not None:
            self._zoek.waarde = ""

    def _build(self, kolom: str) -> None:
        """Maak vinkjes waar een lezer vaak meer kiest, en anders een lijst."""
        naam = f"{self.blik.id}-{kolom}"
        titel = kolomtitel(self.blik.id, kolom)
        opties = [(waarde, _label(kolom, waarde)) for waarde in options(self.blik.id, kolom)]
        gekozen = self._begin.allowed(kolom)
        if kolom in self.blik.meervoud:
            vinkjes = Vinkjes(
                titel, opties, waarde=gekozen, naam=naam, bij_wijziging=self._bij_wijziging
            )
            self._vinkjes[kolom] = vinkjes
            self.vakken.append(Uitklap(zin("filter_op", kolom=titel.lower()), vinkjes))
            return
        lijsten = [self._list(titel, opties, naam, "alle", gekozen[0] if gekozen else None)]
        if kolom in self.blik.vergelijk:
            label = zin("vergelijk_met", kolom=titel.lower())
            lijsten.append(self._list(label, opties, f"{naam}-2", "niet_vergelijken", None))
        self._lijsten[kolom] = lijsten
        self.velden += lijsten

    def _list(
        self, label: str, opties: list[tuple[str, str]], naam: str, leeg: str, waarde: str | None
    ) -> Keuzelijst:
        return Keuzelijst(
            label,
            opties,
            waarde=waarde,
            leeg=teksten().velden[leeg],
            naam=naam,
            bij_wijziging=self._bij_wijziging,
        )


def _label(kolom: str, waarde: str) -> str:
    return f"{waarde} {standaardnaam(waarde)}" if kolom == "standaard" else waarde
