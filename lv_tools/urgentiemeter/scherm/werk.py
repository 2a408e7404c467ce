"""Wat er op dit moment is ingevuld: het gedeelde geheugen van de panelen van het scherm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel, leftovers
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import Leesfout, Onleesbaar, from_json, now
from lv_tools.basis.verzamelen.verzameling import Gelezen, rename
from lv_tools.basis.vorm.vormcontrole import Nieuwer, VormError
from lv_tools.schermdelen import Verzameling
from lv_tools.urgentiemeter.bestand.lijst import list_of
from lv_tools.urgentiemeter.bestand.scan import (
    NAAM,
    OMZETTINGEN,
    VERSIE,
    scan_from_state,
    scan_to_state,
)
from lv_tools.urgentiemeter.model.uitslag import Afdeling, Scan
from lv_tools.urgentiemeter.model.welke_meting import check, title
from lv_tools.urgentiemeter.teksten import Instrument

ONLEESBAAR = "De antwoorden in dit bestand zijn niet te lezen:"
UITWEG = "Open een bestand dat u eerder hebt opgeslagen, of begin een nieuw bestand."


class Werk(Verzameling):
    """De stand van het scherm, los van hoe zij getoond wordt: de groep, de feiten en de regels."""

    def __init__(self, inhoud: Instrument) -> None:
        super().__init__()
        self.inhoud = inhoud
        self.regels = inhoud.regels
        self.afdelingen: Callable[[], tuple[Afdeling, ...]] = tuple
        #: De naam van de meting, zoals die op het scherm staat.
        self.meting: Callable[[], str] = str

    @property
    def titel(self) -> str:
        """Waar de meting over gaat."""
        return title(self.scan())

    def file_name(self, soort: str, extensie: str) -> str:
        """Geef de naam van een bestand over deze meting."""
        return export_name(NAAM, soort, self.titel, now().date(), extensie)

    @property
    def vragen(self) -> Vragenset:
        """De stellingen, onderwerpen en rollen van dit hulpmiddel."""
        return self.inhoud.vragen

    def scan(self) -> Scan:
        """Geef alles wat is ingevuld."""
        return Scan(
            naam=self.meting(),
            datum=now().date().isoformat(),
            modus=self.modus,
            afdelingen=self.afdelingen(),
            bronnen=self.bronnen,
            regels=self.regels,
            zout=self.zout,
            overig=self.overig,
        )

    def to_state(self) -> dict[str, Any]:
        """Schrijf de stand voor het bewaren; de datum van vandaag hoort daar niet bij."""
        return scan_to_state(replace(self.scan(), datum=""), self.inhoud)

    def restore(self, staat: Mapping[str, Any] | None) -> None:
        """Zet een bewaarde stand terug, ook van een oudere vragenlijst.

        Raises
        ------
        Onleesbaar
            Als dat niet kan; er is dan niets veranderd.
        """
        scan = Scan(regels=self.inhoud.regels)
        if staat is not None:
            try:
                scan = scan_from_state(staat, self.inhoud)
            except Nieuwer as fout:
                raise Onleesbaar(str(fout)) from fout
            except VormError as fout:
                raise Onleesbaar(f"{ONLEESBAAR} {str(fout).rstrip('.')}. {UITWEG}") from fout
        self.modus, self.bronnen, self.regels = scan.modus, scan.bronnen, scan.regels
        self.zout, self.overig = scan.zout, scan.overig
        self.weggehaald = None
        self.restored = scan.afdelingen
        toen = self.inhoud if staat is None else list_of(staat.get("toen"), self.inhoud)
        self.zetter = None if toen is self.inhoud else Overzetting(toen.vragen, self.vragen)

    def leftovers(self) -> tuple[Overblijfsel, ...]:
        """Geef wat uit een oudere vragenlijst geen plaats meer heeft."""
        return leftovers(self.bronnen, self.overig, anoniem=self.modus == "anoniem")

    #: De weg van een andere vragenlijst naar die van nu, als wat er staat daar vandaan komt.
    zetter: Overzetting | None = None
    #: Wat uit een oudere vragenlijst over is en niet bij een persoon hoort.
    overig: tuple[tuple[str, str], ...] = ()
    #: Afdelingen uit het laatst teruggezette bestand.
    restored: Sequence[Afdeling] = ()

    def read_own_file(self, naam: str, inhoud: bytes) -> Gelezen:
        """Lees een bewaard bestand van de urgentiemeter."""
        bewaard = from_json(inhoud, NAAM, VERSIE, bestand=f"‘{naam}’", omzettingen=OMZETTINGEN)
        if isinstance(bewaard, Leesfout):
            raise VormError(str(bewaard))
        scan = scan_from_state(bewaard.staat.get("extra"), self.inhoud)
        self.refuse_anonymous(scan.modus)
        opmerkingen = check(self.meting(), scan, now().date())
        return rename(scan.bronnen, naam), tuple(f"‘{naam}’: {zin}" for zin in opmerkingen)
