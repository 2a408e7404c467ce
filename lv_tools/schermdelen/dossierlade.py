"""Het open dossier op dit apparaat: lezen wat er klaarligt, er iets in veranderen, en wisselen.

In de pagina houdt de browser het vast (js/dossier.js), naast een notebook is het een bestand in een
map. Wie iets verandert, leest eerst wat er nu staat: zo raakt niets kwijt van een ander tabblad.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from weakref import WeakSet

from lv_tools.basis.opslag.opslagmap import Botsing, Opslagmap, why_not
from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, clean_name, now
from lv_tools.basis.uitwisseling.dossier import (
    INSTRUMENT,
    NAAM,
    OMZETTINGEN,
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


@dataclass(frozen=True)
class _Wijziging:
    functie: Callable[[Dossier], Dossier]


@dataclass(frozen=True)
class _Keuze:
    """Ga naar een ander dossier; met ``begin`` is dat een nieuw dossier."""

    naam: str
    begin: Dossier | None = None


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
    bestand, namen : str, tuple of str
        Hoe het open dossier heet, en hoe alle dossiers heten.
    leesfout : str
        Waarom het dossier niet te lezen is; leeg als het te lezen is. Er wordt dan ook niet in
        geschreven.
    """

    soort = "dossier"
    #: Alle laden naast een notebook: kiest er een een ander dossier, dan kijken de andere mee.
    _alle: ClassVar[WeakSet[Dossierlade]] = WeakSet()

    def __init__(
        self, bij_stand: Callable[[], object], *, plaats: str = "", map: Path | None = None
    ) -> None:
        self.bij_stand = bij_stand
        self.dossier = Dossier()
        self.leesfout = ""
        self.bestand, self.namen = NAAM, tuple[str, ...]()
        self.plaats = plaats or ("pagina" if in_page() else "map")
        kast = map or Path(os.environ.get(MAP) or Path.cwd() / "bewaard")
        self.map = Opslagmap(kast / INSTRUMENT, INSTRUMENT, VERSIE, OMZETTINGEN)
        self._wachtend: list[tuple[_Wijziging | _Keuze, Afloop]] = []
        self._nieuw: Dossier | None = None
        super().__init__(plaats=self.plaats, bestand=NAAM, kijken=True)

    def attach(self, scherm: Verbinding | None, ouder: Deel | None = None) -> None:
        """Kijk in de map zodra het deel op een scherm staat; de pagina meldt zich zelf."""
        super().attach(scherm, ouder)
        if scherm is not None and self.plaats != "pagina":
            self._alle.add(self)
            self._look()
        else:
            self._alle.discard(self)

    def change(self, functie: Callable[[Dossier], Dossier], afloop: Afloop) -> None:
        """Verander het dossier; ``afloop`` wordt later geroepen, precies één keer.

        ``functie`` krijgt het dossier zoals het er op dat moment ligt, en mag een ``VormError``
        geven: dan verandert er niets.
        """
        self._add(_Wijziging(functie), afloop)

    def choose(self, naam: str, afloop: Afloop) -> None:
        """Open een ander dossier; ``afloop`` als bij :meth:`change`."""
        self._add(_Keuze(naam), afloop)

    def start(self, wens: str, afloop: Afloop, dossier: Dossier | None = None) -> None:
        """Begin een nieuw dossier onder :meth:`free_name`, en open het."""
        self._add(_Keuze(self.free_name(wens), dossier or Dossier()), afloop)

    def free_name(self, wens: str) -> str:
        """Geef een naam die nog geen dossier heeft."""
        stam = clean_name(wens)
        naam, nummer = stam, 2
        while naam in (*self.namen, *([self.bestand] if self.dossier.pakketten else [])):
            naam, nummer = f"{stam[:74].rstrip()} ({nummer})", nummer + 1
        return naam

    def _add(self, wat: _Wijziging | _Keuze, afloop: Afloop) -> None:
        self._wachtend.append((wat, afloop))
        if len(self._wachtend) == 1:
            self._next()

    def _next(self) -> None:
        wat = self._wachtend[0][0]
        if self.plaats != "pagina":
            self._change_map(wat)
        elif isinstance(wat, _Keuze):
            tekst = None if wat.begin is None else to_text(wat.begin, wat.naam)
            self.command("kies", naam=wat.naam, tekst=tekst)
        else:
            self.command("haal")

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Verwerk wat de pagina over het dossier zegt."""
        if naam == "kijk":
            self._look()
        elif naam == "stand":
            self._see(gegevens)
            self._take(from_text(str(gegevens["tekst"]), self.bestand))
        elif naam == "gehaald":
            self._see(gegevens)
            self._fetched(str(gegevens["tekst"]))
        elif naam in ("geschreven", "gekozen"):
            self._done("")
        elif naam == "mislukt":
            self._done(str(gegevens["reden"]))
        else:
            super().receive(naam, gegevens, bron)

    def _see(self, gegevens: Mapping[str, Any]) -> None:
        """Neem over welk dossier open is en welke er zijn."""
        naam = str(gegevens.get("naam") or self.bestand)
        namen: Sequence[Any] = gegevens.get("namen") or self.namen
        nieuw = naam, tuple(str(een) for een in namen)
        if nieuw != (self.bestand, self.namen):
            self.bestand, self.namen = nieuw
            self.bij_stand()

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
        gelezen = from_text(tekst, self.bestand)
        self._take(gelezen)
        uitkomst = self._apply(self._wachtend[0][0], gelezen)
        if isinstance(uitkomst, str):
            self.command("laat")
            self._done(uitkomst)
            return
        self._nieuw = uitkomst
        self.command("schrijf", tekst=to_text(uitkomst, self.bestand))

    def _apply(self, wat: _Wijziging | _Keuze, gelezen: Dossier | Leesfout) -> Dossier | str:
        """Geef het nieuwe dossier, of waarom het blijft zoals het is."""
        if isinstance(wat, _Keuze):
            return wat.begin or Dossier()
        if isinstance(gelezen, Leesfout):
            return str(gelezen).rstrip(".")
        try:
            return wat.functie(gelezen)
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
        if self._wachtend:
            self._next()

    # -- naast een notebook ----------------------------------------------------------------------

    def _look(self) -> None:
        try:
            self._see({"naam": self._open_in_map(), "namen": sorted(self.map.names())})
            self._take(self._read_map())
        except OSError as fout:
            self._take(Leesfout(NAAM, why_not(fout), "Kijk of de map te openen is"))

    def _read_map(self) -> Dossier | Leesfout:
        bewaard = self.map.read(self.bestand)
        return from_saved(bewaard) if isinstance(bewaard, Bewaard) else bewaard or Dossier()

    @property
    def _wijzer(self) -> Path:
        """In dit bestandje staat welk dossier open is."""
        return self.map.map / "open.txt"

    def _open_in_map(self) -> str:
        namen = self.map.names()
        with suppress(FileNotFoundError):
            naam = self._wijzer.read_text("utf-8").strip()
            if naam in namen:
                return naam
        # Ook een dossier dat niet te lezen is, blijft open tot de lezer iets anders kiest.
        return namen[0] if namen and not self.map.path(NAAM).exists() else NAAM

    def _change_map(self, wat: _Wijziging | _Keuze) -> None:
        try:
            if isinstance(wat, _Keuze):
                if wat.begin is not None:
                    bewaard = Bewaard(INSTRUMENT, VERSIE, wat.naam, now(), codec.write(wat.begin))
                    if isinstance(self.map.write(bewaard, ""), Botsing):
                        self._done("die naam is net in gebruik genomen")
                        return
                self._wijzer.write_text(wat.naam, "utf-8")
                self._look()
                self._tell()
                self._done("")
                return
            # In een ander venster kan intussen een ander dossier open zijn.
            self._look()
            stempel = self.map.stamp(self.bestand)
            uitkomst = self._apply(wat, self._read_map())
            if isinstance(uitkomst, str):
                self._done(uitkomst)
                return
            bewaard = Bewaard(INSTRUMENT, VERSIE, self.bestand, now(), codec.write(uitkomst))
            botsing = isinstance(self.map.write(bewaard, stempel), Botsing)
        except OSError as fout:
            self._done(why_not(fout))
            return
        self._nieuw = uitkomst
        self._done(_BEZIG if botsing else "")
        self._tell()

    def _tell(self) -> None:
        """Laat de andere laden van deze map kijken; in de pagina doet de browser dat."""
        for lade in list(self._alle):
            if lade is not self and lade.map.map == self.map.map:
                lade._look()
