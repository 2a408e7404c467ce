"""Het dossier op dit apparaat: lezen wat er klaarligt, en er iets in veranderen.

In de pagina houdt de browser het vast (js/dossier.js), naast een notebook is het een bestand in een
map. Wie iets verandert, leest eerst wat er nu staat: zo raakt niets kwijt van een ander tabblad.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lv_tools.basis.opslag.opslagmap import Botsing, Opslagmap, why_not
from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, now
from lv_tools.basis.uitwisseling.dossier import (
    INSTRUMENT,
    NAAM,
    VERSIE,
    Dossier,
    from_saved,
    from_text,
    to_text,
)
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.schermdelen.bewaarplaats import in_page
from lv_tools.schermdelen.bewaren import MAP
from lv_tools.schermdelen.deel import Deel, Verbinding

#: Krijgt leeg als het gelukt is, en anders waarom niet.
Afloop = Callable[[str], object]
_BEZIG = "er is net ergens anders iets in het dossier veranderd; probeer het nog eens"


class Dossierlade(Deel):
    """Zichtbaar is er niets van; het deel houdt bij wat er in het dossier ligt.

    Parameters
    ----------
    bij_stand
        Functie zonder argumenten, geroepen als er iets anders in het dossier ligt dan net.
    plaats, map
        Zoals bij :class:`~lv_tools.schermdelen.bewaren.Bewaren`.

    Attributes
    ----------
    dossier : Dossier
        Wat er ligt.
    leesfout : str
        Waarom het dossier niet te lezen is; leeg als het te lezen is. Er wordt dan ook niet in
        geschreven.
    """

    soort = "dossier"

    def __init__(
        self, bij_stand: Callable[[], object], *, plaats: str = "", map: Path | None = None
    ) -> None:
        self.bij_stand = bij_stand
        self.dossier = Dossier()
        self.leesfout = ""
        self.plaats = plaats or ("pagina" if in_page() else "map")
        kast = map or Path(os.environ.get(MAP) or Path.cwd() / "bewaard")
        self.map = Opslagmap(kast / INSTRUMENT, INSTRUMENT, VERSIE)
        self._wachtend: list[tuple[Callable[[Dossier], Dossier], Afloop]] = []
        self._nieuw: Dossier | None = None
        super().__init__(plaats=self.plaats, bestand=NAAM, kijken=True)

    def attach(self, scherm: Verbinding | None, ouder: Deel | None = None) -> None:
        """Kijk in de map zodra het deel op een scherm staat; de pagina meldt zich zelf."""
        super().attach(scherm, ouder)
        if scherm is not None and self.plaats != "pagina":
            self._look()

    def change(self, functie: Callable[[Dossier], Dossier], afloop: Afloop) -> None:
        """Verander het dossier; ``afloop`` wordt later geroepen, precies één keer.

        ``functie`` krijgt het dossier zoals het er op dat moment ligt, en mag een ``VormError``
        geven: dan verandert er niets.
        """
        self._wachtend.append((functie, afloop))
        if self.plaats != "pagina":
            self._change_map()
        elif len(self._wachtend) == 1:
            self.command("haal")

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Verwerk wat de pagina over het dossier zegt."""
        if naam == "kijk":
            self._look()
        elif naam == "stand":
            self._take(from_text(str(gegevens["tekst"])))
        elif naam == "gehaald":
            self._fetched(str(gegevens["tekst"]))
        elif naam == "geschreven":
            self._done("")
        elif naam == "mislukt":
            self._done(str(gegevens["reden"]))
        else:
            super().receive(naam, gegevens, bron)

    def _take(self, gelezen: Dossier | Leesfout) -> None:
        fout = str(gelezen) if isinstance(gelezen, Leesfout) else ""
        dossier = Dossier() if isinstance(gelezen, Leesfout) else gelezen
        if (dossier, fout) != (self.dossier, self.leesfout):
            self.dossier, self.leesfout = dossier, fout
            self.bij_stand()

    def _fetched(self, tekst: str) -> None:
        if not self._wachtend:
            self.command("laat")
            return
        gelezen = from_text(tekst)
        self._take(gelezen)
        uitkomst = self._apply(gelezen)
        if isinstance(uitkomst, str):
            self.command("laat")
            self._done(uitkomst)
            return
        self._nieuw = uitkomst
        self.command("schrijf", tekst=to_text(uitkomst))

    def _apply(self, gelezen: Dossier | Leesfout) -> Dossier | str:
        """Geef het nieuwe dossier, of waarom het blijft zoals het is."""
        if isinstance(gelezen, Leesfout):
            return str(gelezen).rstrip(".")
        try:
            return self._wachtend[0][0](gelezen)
        except VormError as fout:
            return str(fout)

    def _done(self, reden: str) -> None:
        nieuw, self._nieuw = self._nieuw, None
        if not self._wachtend:
            return
        _functie, afloop = self._wachtend.pop(0)
        if not reden and nieuw is not None:
            self._take(nieuw)
        afloop(reden)
        if self._wachtend and self.plaats == "pagina":
            self.command("haal")

    # -- naast een notebook ----------------------------------------------------------------------

    def _look(self) -> None:
        try:
            self._take(self._read_map())
        except OSError as fout:
            self._take(Leesfout(NAAM, why_not(fout), "Kijk of de map te openen is"))

    def _read_map(self) -> Dossier | Leesfout:
        bewaard = self.map.read(NAAM)
        return from_saved(bewaard) if isinstance(bewaard, Bewaard) else bewaard or Dossier()

    def _change_map(self) -> None:
        try:
            stempel = self.map.stamp(NAAM)
            uitkomst = self._apply(self._read_map())
            if isinstance(uitkomst, str):
                self._done(uitkomst)
                return
            bewaard = Bewaard(INSTRUMENT, VERSIE, NAAM, now(), codec.write(uitkomst))
            botsing = isinstance(self.map.write(bewaard, stempel), Botsing)
        except OSError as fout:
            self._done(why_not(fout))
            return
        self._nieuw = uitkomst
        self._done(_BEZIG if botsing else "")
