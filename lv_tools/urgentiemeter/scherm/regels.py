"""De regels op het scherm: verzetten, lezen waarom ze zo staan, en een som met de hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.schermdelen import Deel, Keuzelijst, Knop, Tekst, Uitklap
from lv_tools.urgentiemeter.scherm.paneel import Meterpaneel

#: Keuzes per regel; de waarde van nu komt er zo nodig bij.
_KEUZES = {
    "gedeeld_vanaf": range(50, 95, 5),
    "genoemd_vanaf": range(10, 65, 5),
    "breed_standaarden": range(2, 7),
    "breed_gebieden": range(1, 5),
}
_PROCENT = {"gedeeld_vanaf", "genoemd_vanaf"}


class Regelpaneel(Meterpaneel):
    """De regels."""

    def build(self) -> Iterable[Deel]:
        """Een keuze per regel, en de som met de hand."""
        zeg, uitleg, voorbeeld = self.inhoud.zeg, self.inhoud.regeluitleg, self.inhoud.voorbeeld
        self.lijsten: dict[str, Keuzelijst] = {
            naam: self.velden.choice(
                f"regels/{naam}", zeg(f"regel_{naam}"), self._options(naam), hulp=uitleg[naam]
            )
            for naam in _KEUZES
        }
        weging = [("persoon", zeg("weging_persoon")), ("rol", zeg("weging_rol"))]
        return (
            Tekst(uitleg["bron"]),
            *self.lijsten.values(),
            self.velden.radios("regels/weging", zeg("regel_weging"), weging, hulp=uitleg["weging"]),
            self.velden.check(
                "regels/weet_niet_telt", zeg("regel_weet_niet"), hulp=uitleg["weet_niet_telt"]
            ),
            Knop(zeg("regels_terug"), self._reset),
            Uitklap(
                zeg("som"), Tekst(voorbeeld.uitleg, voorbeeld.som_gedeeld, voorbeeld.som_breed)
            ),
        )

    def show(self) -> None:
        """Bied ook de waarde aan die nu geldt, als zij er niet bij staat."""
        for naam, lijst in self.lijsten.items():
            opties = self._options(naam)
            if list(lijst.opties) != opties:
                lijst.opties = opties
                lijst.waarde = str(getattr(self.werk.staat.regels, naam))

    def _options(self, naam: str) -> list[tuple[str, str]]:
        achter = "%" if naam in _PROCENT else ""
        alle = {*_KEUZES[naam], getattr(self.werk.staat.regels, naam)}
        return [(str(k), f"{k}{achter}") for k in sorted(alle)]

    def _reset(self) -> None:
        self.werk.change(lambda scan: replace(scan, regels=self.inhoud.regels))
