"""Kiezen: keuzelijst, keuzerondjes, een groep vinkjes, een enkel vinkje en een knop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lv_tools.schermdelen.deel import Deel, Eigenschap, Invoerdeel

Opties = Sequence[str] | Sequence[tuple[str, str]] | Mapping[str, str]


def _pairs(opties: Opties) -> tuple[tuple[str, str], ...]:
    """Schrijf opties als paren van waarde en opschrift."""
    if isinstance(opties, Mapping):
        return tuple(opties.items())
    return tuple((optie, optie) if isinstance(optie, str) else optie for optie in opties)


class _Keuzedeel(Invoerdeel):
    """Een invoerdeel met een vaste reeks opties.

    Met ``kijken=True`` kiest de lezer alleen hoe hij kijkt: dat wordt bewaard, maar het is geen
    werk waarvoor de pagina een lezer tegenhoudt.
    """

    def __init__(
        self,
        label: str,
        opties: Opties,
        *,
        waarde: Any = None,
        hulp: str = "",
        naam: str = "",
        bij_wijziging: Callable[[Any], object] | None = None,
        **eigenschappen: Any,
    ) -> None:
        super().__init__(
            label,
            naam=naam,
            bij_wijziging=bij_wijziging,
            hulp=hulp,
            opties=_pairs(opties),
            **eigenschappen,
        )
        self.zet("waarde", self.check(waarde))

    @property
    def opties(self) -> tuple[tuple[str, str], ...]:
        """Paren van waarde en opschrift."""
        paren: tuple[tuple[str, str], ...] = self.eigenschappen["opties"]
        return paren

    @opties.setter
    def opties(self, opties: Opties) -> None:
        self.zet("opties", _pairs(opties))
        self.zet("waarde", self.fit(self.waarde))

    def offer(self, opties: Sequence[tuple[str, str]], waarde: Any) -> None:
        """Bied deze opties aan, met wat van de waarde er nog bij past; zijn zij er al, dan niet."""
        if tuple(opties) != self.eigenschappen["opties"]:
            self.opties = opties
            self.waarde = self.fit(waarde)

    def fit(self, waarde: Any) -> Any:
        """Houd van de waarde over wat nog bij de opties hoort."""
        try:
            return self.check(waarde)
        except ValueError:
            return self.check(None)

    def _known(self, waarde: object) -> str:
        for sleutel, _opschrift in self.opties:
            if sleutel == waarde:
                return sleutel
        raise ValueError(f"{self.label}: {waarde!r} staat niet in de lijst; kies een van de opties")


class Keuzelijst(_Keuzedeel):
    """Een keuze uit een lijst (``select``).

    ``waarde`` is de sleutel van de gekozen optie. Zonder ``leeg`` staat de eerste optie gekozen;
    met ``leeg="Maak een keuze"`` staat die tekst bovenaan en is de waarde ``None`` tot de keuze.
    """

    soort = "keuzelijst"

    def __init__(
        self, label: str, opties: Opties, *, waarde: str | None = None, leeg: str = "", **rest: Any
    ) -> None:
        self.leeg = leeg
        super().__init__(label, opties, waarde=waarde, leeg=leeg, **rest)

    def check(self, waarde: Any) -> str | None:
        """Geef de sleutel van een bestaande optie."""
        if waarde is None or waarde == "":
            return None if self.leeg or not self.opties else self.opties[0][0]
        return self._known(waarde)


class Keuzerondjes(_Keuzedeel):
    """Een keuze uit opties die alle in beeld staan; ``waarde`` is een sleutel of ``None``."""

    soort = "keuzerondjes"

    def check(self, waarde: Any) -> str | None:
        """Geef de sleutel van een bestaande optie, of ``None``."""
        return None if waarde is None else self._known(waarde)


class Vinkjes(_Keuzedeel):
    """Een groep vinkjes; ``waarde`` is een tuple van sleutels in de volgorde van de opties.

    Met ``snel=True`` staan er twee knoppen bij: alles kiezen en niets kiezen.
    """

    soort = "vinkjes"

    def __init__(
        self,
        label: str,
        opties: Opties,
        *,
        waarde: Iterable[str] | None = None,
        snel: bool = False,
        **rest: Any,
    ) -> None:
        super().__init__(label, opties, waarde=waarde, snel=snel, **rest)

    def check(self, waarde: Any) -> tuple[str, ...]:
        """Geef de sleutels van bestaande opties."""
        gekozen = {self._known(sleutel) for sleutel in (waarde or ())}
        return tuple(sleutel for sleutel, _opschrift in self.opties if sleutel in gekozen)

    def fit(self, waarde: Any) -> tuple[str, ...]:
        """Houd de sleutels over die nog bestaan."""
        bekend = {sleutel for sleutel, _opschrift in self.opties}
        return self.check([sleutel for sleutel in waarde or () if sleutel in bekend])


class Vinkje(Invoerdeel):
    """Een enkel vinkje; ``waarde`` is waar of onwaar."""

    soort = "vinkje"

    def __init__(self, label: str, *, waarde: bool = False, **rest: Any) -> None:
        super().__init__(label, waarde=bool(waarde), **rest)

    def check(self, waarde: Any) -> bool:
        """Geef waar of onwaar."""
        return bool(waarde)


class Knop(Deel):
    """Een knop.

    Parameters
    ----------
    tekst
        Wat er gebeurt als de lezer klikt.
    bij_klik
        Functie zonder argumenten.
    hoofd
        De belangrijkste knop van het scherm.
    """

    soort = "knop"
    tekst = Eigenschap("")
    uit = Eigenschap(False)

    def __init__(
        self, tekst: str, bij_klik: Callable[[], object], *, hoofd: bool = False, **rest: Any
    ) -> None:
        self.bij_klik = bij_klik
        super().__init__(tekst=tekst, hoofd=hoofd, **rest)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Roep ``bij_klik``."""
        if naam != "klik":
            super().receive(naam, gegevens, bron)
            return
        self.bij_klik()
