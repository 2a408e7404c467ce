"""De velden en de uitkomst van één indicator op het scherm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.vorm.pad import join
from lv_tools.basis.vorm.typen import show
from lv_tools.schermdelen import Deel, Figuur, Kolom, Mededeling, Rij, Tekst, Uitklap
from lv_tools.urgentiemeter.figuur.feiten import draw_series
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import JAREN, Reeks, Uitkomst, assess
from lv_tools.urgentiemeter.scherm.paneel import Meterpaneel, Meterwerk
from lv_tools.urgentiemeter.teksten import Instrument
from lv_tools.urgentiemeter.verslag.uitkomst import tell


class Indicatorpaneel(Meterpaneel):
    """De velden en de uitkomst van één indicator, achter een kop die het signaal noemt."""

    def __init__(self, werk: Meterwerk, inhoud: Instrument, afdeling: str, reeks: Reeks) -> None:
        super().__init__(werk, inhoud)
        self.indicator = reeks.indicator
        self.pad = join("afdelingen", afdeling, "reeksen", reeks.id)
        #: Het vak waar dit paneel in zit.
        self.vak: Uitklap
        self.uitkomst = Kolom()
        #: De reeks en de naam van de afdeling waar de kop bij hoort, en de uitkomst daarvan.
        self._nu: tuple[Reeks, str] | None = None
        self._uitkomst: Uitkomst | None = None
        #: Wat er te zien is, met wat er onleesbaar bij stond.
        self._getoond: tuple[object, ...] | None = None

    def build(self) -> Iterable[Deel]:
        """De norm, drie jaren, en wie wil de leerlingen."""
        zeg, indicator = self.inhoud.zeg, self.indicator
        grens: dict[str, Any] = {
            "minimum": None if indicator.laagste is None else float(indicator.laagste),
            "maximum": None if indicator.hoogste is None else float(indicator.hoogste),
        }
        if indicator.eenheid == "%" and None not in grens.values():
            grens["soort"] = "percentage"  # het procentteken mag erbij
        jaren = [zeg(f"jaar{nr}") for nr in range(JAREN)]
        hulp = self.inhoud.indicatorhulp.get(indicator.code, "")
        leerlingen = [
            self.velden.text(
                f"{self.pad}/leerlingen/{nr}", zeg("leerlingen_jaar", jaar=jaar.lower())
            )
            for nr, jaar in enumerate(jaren)
        ]
        volgend = self.velden.text(f"{self.pad}/leerlingen_volgend", zeg("leerlingen_volgend"))
        return (
            *([Tekst(hulp)] if hulp else []),
            Rij(
                self.velden.text(f"{self.pad}/norm", zeg("norm"), **grens),
                *(
                    self.velden.text(f"{self.pad}/resultaten/{nr}", jaar, **grens)
                    for nr, jaar in enumerate(jaren)
                ),
            ),
            Uitklap(zeg("leerlingen"), Tekst(zeg("leerlingen_uitleg")), Rij(*leerlingen, volgend)),
            self.uitkomst,
        )

    def tell(self, reeks: Reeks, afdeling: str) -> None:
        """Zeg in de kop wat de cijfers zeggen; ook als het vak dicht is."""
        if self._nu is not None and self._nu[0] is reeks and self._nu[1] == afdeling:
            return
        self._nu = (reeks, afdeling)
        self._uitkomst = None if reeks.is_empty else assess(reeks)
        achter = f": {zinnen.signal(self._uitkomst, self.inhoud)}" if self._uitkomst else ""
        titel = f"{self.indicator.naam}{achter}"
        if self.vak.titel != titel:
            self.vak.titel = titel

    def show(self) -> None:
        """Zeg onder de velden waarom."""
        if self._nu is None:
            return
        mis = self._unreadable()
        if self._getoond == (nu := (*self._nu, mis)):
            return
        self._getoond = nu
        uitkomst, delen = self._uitkomst, list[Deel]()
        if uitkomst is not None:
            if klein := self._shares(self._nu[0]):
                delen.append(Mededeling(self.inhoud.zeg("klein_percentage", wat=klein), "letop"))
            delen.append(Tekst(*tell(uitkomst, self.inhoud, mis)))
            if blad := draw_series(uitkomst, self._nu[1], self.inhoud, mis):
                delen.append(Figuur(blad))
        self.uitkomst.inhoud = tuple(delen)

    def _shares(self, reeks: Reeks) -> str:
        """Noem wat een deel van één lijkt, waar een percentage hoort."""
        if self.indicator.eenheid != "%" or self.indicator.laagste != 0:
            return ""
        klein = [w for w in (reeks.norm, *reeks.resultaten) if w is not None and 0 < w <= 1]
        return opsomming([show(w) for w in dict.fromkeys(klein)])

    def _unreadable(self) -> tuple[str, ...]:
        """Zeg waar iets staat dat geen getal is; dat is iets anders dan niets."""
        plekken = {"norm": "norm"} | {str(nr): f"resultaten/{nr}" for nr in range(JAREN)}
        return tuple(p for p, pad in plekken.items() if self.werk.drafted(f"{self.pad}/{pad}"))
