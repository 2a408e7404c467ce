"""Een veld om in te typen, met een controle die zegt wat er niet klopt en wat te doen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld, Waarde, clean_text, read_field
from lv_tools.basis.taal.datumtaal import parse_spoken, write_with_weekday
from lv_tools.schermdelen.deel import Invoerdeel
from lv_tools.schermdelen.keuze import Keuzelijst


class Invoerveld(Invoerdeel):
    """Een veld voor tekst, een getal, een percentage of een datum.

    ``waarde`` is wat er getypt is, ook als het niet klopt: dat gaat nooit verloren. De gelezen
    waarde komt uit :meth:`read`.

    Parameters
    ----------
    veld
        De vraag, zie :class:`~lv_tools.basis.invoer.velden.Veld`.
    bij_wijziging
        Functie die de gelezen waarde krijgt, telkens als er iets leesbaars staat.
    bij_tekst
        Functie die de tekst krijgt precies zoals zij getypt is, ook als zij niet klopt.
    laat
        Functie die zegt of de tekst ook na het weghalen van het veld nog ergens hoort.
    ruim
        Geef tekst van één alinea een vak dat meegroeit: mensen schrijven er een paar zinnen.

    Notes
    -----
    Hoe lang een tekst mag zijn, staat erbij voordat iemand eroverheen gaat en telt mee tijdens het
    typen. Wat te lang is, blijft staan met een fout erbij; een bewaarde tekst die te lang is, gaat
    altijd weer open.
    """

    soort = "invoerveld"

    def __init__(
        self,
        veld: Veld,
        *,
        waarde: str = "",
        bij_wijziging: Callable[[Any], object] | None = None,
        bij_tekst: Callable[[str], object] | None = None,
        laat: Callable[[], bool] | None = None,
        ruim: bool = False,
        **rest: Any,
    ) -> None:
        if not veld.naam:
            raise ValueError(f"{veld.label}: zonder naam wordt niet bewaard wat iemand typt")
        self.veld, self.bij_tekst, self.laat = veld, bij_tekst, laat
        if veld.soort in ("tekst", "tekstvak"):
            rest["hoogstens"] = veld.lengte
        super().__init__(
            veld.label,
            naam=veld.naam,
            verplicht=veld.verplicht,
            bij_wijziging=bij_wijziging,
            hulp=veld.hulp,
            vorm="ruim" if ruim else veld.soort,
            waarde=waarde,
            **rest,
        )

    def check(self, waarde: Any) -> str:
        """Geef de getypte tekst, zonder stuurtekens."""
        if not isinstance(waarde, str):
            raise ValueError(f"{self.label}: {waarde!r} is geen tekst")
        return clean_text(waarde)

    def read(self) -> Waarde | Invoerfout:
        """Lees wat er getypt is."""
        return read_field(self.veld, self.waarde)

    def notify(self) -> None:
        """Geef de tekst door, en de gelezen waarde als er iets leesbaars staat."""
        if self.bij_tekst is not None:
            self.bij_tekst(self.waarde)
        uitkomst = self.read()
        if self.bij_wijziging is not None and not isinstance(uitkomst, Invoerfout):
            self.bij_wijziging(uitkomst)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Neem over wat getypt is; een fout verschijnt pas als de lezer het veld verlaat."""
        super().receive(naam, gegevens, bron)
        gezegd = self._write_out() if gegevens.get("verlaten") else None
        uitkomst = gezegd or self.read()
        if gegevens.get("verlaten") and isinstance(uitkomst, Invoerfout) and self.waarde.strip():
            self.fout = str(uitkomst)

    def _write_out(self) -> Invoerfout | None:
        """Schrijf ‘volgende week vrijdag’ uit als datum: morgen betekent het iets anders.

        Geeft de fout als ook gesproken taal geen dag oplevert; die zegt dan wat er wel mag.
        """
        if self.veld.soort != "datum" or not self.waarde.strip():
            return None
        dag = parse_spoken(self.waarde, date.today(), terug=self.veld.terug)
        if not isinstance(dag, date):
            return Invoerfout(self.label, self.waarde, dag.probleem, dag.uitweg)
        if isinstance(self.read(), Invoerfout):
            self.waarde = write_with_weekday(dag)
            self.notify()
        return None


def field_part(veld: Veld, **rest: Any) -> Invoerdeel:
    """Maak het schermdeel dat bij een veld past: een keuzelijst of een veld om in te typen."""
    if veld.soort == "keuze":
        return Keuzelijst(
            veld.label,
            veld.opties,
            naam=veld.naam,
            hulp=veld.hulp,
            verplicht=veld.verplicht,
            leeg="Maak een keuze",
            **rest,
        )
    return Invoerveld(veld, **rest)
