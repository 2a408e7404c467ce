"""De velden en de uitkomst van één indicator op het scherm."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.taal.notatie import getal
from lv_tools.schermdelen import Figuur, Invoerveld, Kolom, Rij, Tekst, Uitklap
from lv_tools.urgentiemeter.figuur.feiten import draw_series
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import Reeks, Uitkomst, assess, exact
from lv_tools.urgentiemeter.teksten import Instrument

_JAREN = ("Oudste jaar", "Jaar daarna", "Laatste jaar")


class Indicatorblok:
    """De velden en de uitkomst van één indicator."""

    def __init__(
        self,
        voor: str,
        reeks: Reeks,
        inhoud: Instrument,
        *,
        open: bool,
        bij_wijziging: Callable[[Any], object],
    ) -> None:
        self.indicator, self.inhoud = reeks.indicator, inhoud
        self._bij_wijziging = bij_wijziging
        self._voor = f"{voor}-{reeks.indicator.code}"
        self.norm = self._number("norm", "Norm", reeks.norm)
        self.jaren = [
            self._number(f"jaar{nr}", label, waarde)
            for nr, (label, waarde) in enumerate(zip(_JAREN, reeks.resultaten, strict=True))
        ]
        self.leerlingen = [
            self._pupils(f"leerlingen{nr}", f"Leerlingen, {label.lower()}", aantal)
            for nr, (label, aantal) in enumerate(zip(_JAREN, reeks.leerlingen, strict=True))
        ]
        self.volgend = self._pupils(
            "leerlingen-volgend", "Leerlingen, volgend jaar (schatting)", reeks.leerlingen_volgend
        )
        self.uitkomst = Kolom()
        self._getoond: tuple[Reeks, str] | None = None
        hulp = Tekst(self.indicator.hulp) if self.indicator.hulp else Kolom()
        self.deel = Uitklap(
            self.indicator.naam,
            hulp,
            Rij(self.norm, *self.jaren),
            Uitklap(
                "Aantal leerlingen (mag u leeg laten)",
                Tekst(
                    "Vult u bij elk jaar het aantal leerlingen in, dan telt elke leerling even "
                    "zwaar in het gemiddelde."
                ),
                Rij(*self.leerlingen, self.volgend),
            ),
            self.uitkomst,
            open=open,
        )
        self.show("de afdeling")

    def series(self) -> Reeks:
        """Geef wat leesbaar is ingevuld; een veld met een fout telt als leeg."""
        return Reeks(
            self.indicator,
            _fraction(self.norm),
            tuple(_fraction(veld) for veld in self.jaren),
            tuple(_whole(veld) for veld in self.leerlingen),
            _whole(self.volgend),
        )

    def clear(self) -> None:
        """Maak alle velden leeg."""
        for veld in (self.norm, *self.jaren, *self.leerlingen, self.volgend):
            veld.waarde = ""

    def show(self, afdeling: str) -> None:
        """Toon de uitkomst bij wat er nu staat."""
        reeks = self.series()
        if self._getoond == (reeks, afdeling):
            return
        self._getoond = (reeks, afdeling)
        uitkomst = assess(reeks)
        inhoud = self.inhoud
        leeg = reeks.norm is None and len(reeks.missing_years) == len(reeks.resultaten)
        self.deel.titel = self.indicator.naam
        if leeg:
            self.uitkomst.inhoud = ()
            return
        self.deel.titel = f"{self.indicator.naam}: {zinnen.signal(uitkomst, inhoud)}"
        self.uitkomst.inhoud = (
            Tekst(*tell(uitkomst, inhoud)),
            *((Figuur(blad),) if (blad := draw_series(uitkomst, afdeling, inhoud)) else ()),
        )

    def _number(self, veld: str, label: str, waarde: Fraction | None) -> Invoerveld:
        grens = self.indicator
        return Invoerveld(
            Veld(
                f"{self._voor}-{veld}",
                label,
                "getal",
                minimum=None if grens.laagste is None else float(grens.laagste),
                maximum=None if grens.hoogste is None else float(grens.hoogste),
            ),
            waarde="" if waarde is None else getal(float(waarde)),
            bij_wijziging=self._bij_wijziging,
        )

    def _pupils(self, veld: str, label: str, aantal: int | None) -> Invoerveld:
        return Invoerveld(
            Veld(f"{self._voor}-{veld}", label, "geheel", minimum=1, maximum=100_000),
            waarde="" if aantal is None else str(aantal),
            bij_wijziging=self._bij_wijziging,
        )


def tell(uitkomst: Uitkomst, inhoud: Instrument) -> tuple[str, ...]:
    """Zeg in zinnen wat er uit een reeks volgt."""
    indicator = uitkomst.reeks.indicator
    zin = f"Signaal: {zinnen.signal(uitkomst, inhoud)}."
    if uitkomst.signaal is not None:
        zin += f" {inhoud.signalen[uitkomst.signaal.code][1]}"
    regels = [zin]
    if uitkomst.gemiddelde is not None:
        marge = ""
        if uitkomst.marge is not None:
            kant = "gunstig" if uitkomst.marge >= 0 else "ongunstig"
            afstand = zinnen.write_value(abs(uitkomst.marge), indicator)
            marge = f" Afstand tot de norm: {afstand}, {kant}."
        regels.append(
            f"Gemiddelde van drie jaar: {zinnen.write_value(uitkomst.gemiddelde, indicator)} "
            f"({zinnen.weighted(uitkomst)}).{marge}"
        )
    regels += [zinnen.needed(uitkomst), zinnen.missing(uitkomst)]
    return tuple(regel for regel in regels if regel)


def _fraction(veld: Invoerveld) -> Fraction | None:
    waarde = veld.read()
    return None if waarde is None or isinstance(waarde, Invoerfout) else exact(float(str(waarde)))


def _whole(veld: Invoerveld) -> int | None:
    waarde = veld.read()
    return waarde if isinstance(waarde, int) else None
