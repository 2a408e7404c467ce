"""Delen die andere delen ordenen: kolom, rij, afdeling met kop, uitklapvak en tabbladen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lv_tools.schermdelen.deel import Deel, Eigenschap


class Kolom(Deel):
    """Delen onder elkaar."""

    soort = "kolom"

    def __init__(self, *inhoud: Deel, **eigenschappen: Any) -> None:
        super().__init__(inhoud=inhoud, **eigenschappen)


class Rij(Deel):
    """Delen naast elkaar; waar het smal wordt, komen zij onder elkaar."""

    soort = "rij"

    def __init__(self, *inhoud: Deel, **eigenschappen: Any) -> None:
        super().__init__(inhoud=inhoud, **eigenschappen)


class Sectie(Deel):
    """Delen onder een kop.

    ``niveau`` is het niveau van de kop (2 tot en met 6).
    """

    soort = "sectie"
    titel = Eigenschap("")

    def __init__(self, titel: str, *inhoud: Deel, niveau: int = 3, **eigenschappen: Any) -> None:
        super().__init__(titel=titel, niveau=niveau, inhoud=inhoud, **eigenschappen)


class Uitklap(Deel):
    """Delen achter een knop die ze uitklapt.

    ``bij_wijziging`` krijgt of het vak nu openstaat.
    """

    soort = "uitklap"
    titel = Eigenschap("")
    open = Eigenschap(False)

    def __init__(
        self,
        titel: str,
        *inhoud: Deel,
        open: bool = False,
        bij_wijziging: Callable[[bool], object] | None = None,
        **eigenschappen: Any,
    ) -> None:
        self.bij_wijziging = bij_wijziging
        super().__init__(titel=titel, open=open, inhoud=inhoud, **eigenschappen)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Onthoud of het vak openstaat."""
        if naam != "wijziging":
            super().receive(naam, gegevens, bron)
            return
        self.zet("open", bool(gegevens["waarde"]), behalve=bron)
        if self.bij_wijziging is not None:
            self.bij_wijziging(self.open)


class Tabbladen(Deel):
    """Delen waarvan er steeds een te zien is, met een tab voor elk.

    Parameters
    ----------
    bladen
        Paren van opschrift en deel.
    label
        Naam van de groep tabs, voor schermlezers.
    bij_wijziging
        Functie die het opschrift van het gekozen blad krijgt.
    """

    soort = "tabbladen"
    gekozen = Eigenschap(0)
    #: Verberg de rij tabs: de lezer ziet alleen het blad dat open is.
    zonder_tabs = Eigenschap(False)

    def __init__(
        self,
        *bladen: tuple[str, Deel],
        label: str,
        gekozen: int = 0,
        bij_wijziging: Callable[[str], object] | None = None,
        **eigenschappen: Any,
    ) -> None:
        self.bij_wijziging = bij_wijziging
        self.opschriften: Sequence[str] = tuple(opschrift for opschrift, _deel in bladen)
        super().__init__(
            label=label,
            opschriften=list(self.opschriften),
            gekozen=gekozen,
            inhoud=tuple(deel for _opschrift, deel in bladen),
            **eigenschappen,
        )

    @property
    def waarde(self) -> str:
        """Opschrift van het blad dat open is."""
        return self.opschriften[self.gekozen]

    @waarde.setter
    def waarde(self, opschrift: str) -> None:
        if opschrift not in self.opschriften:
            raise ValueError(f"er is geen tabblad {opschrift!r}")
        self.gekozen = self.opschriften.index(opschrift)

    def go(self, opschrift: str) -> None:
        """Open een blad vanuit het scherm zelf, en zet de focus op zijn tab."""
        self.waarde = opschrift
        if self.bij_wijziging is not None:
            self.bij_wijziging(opschrift)
        self.focus()

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Onthoud welk blad openstaat."""
        plek = gegevens.get("waarde")
        if naam != "wijziging" or not isinstance(plek, int):
            super().receive(naam, gegevens, bron)
            return
        if not 0 <= plek < len(self.opschriften):
            raise ValueError(f"er is geen tabblad nummer {plek}")
        self.zet("gekozen", plek, behalve=bron)
        if self.bij_wijziging is not None:
            self.bij_wijziging(self.waarde)
