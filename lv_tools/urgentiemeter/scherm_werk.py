"""Wat er op dit moment is ingevuld: het gedeelde geheugen van de panelen van het scherm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lv_tools.basis.opslag import Leesfout, from_json, now
from lv_tools.basis.vormcontrole import VormError
from lv_tools.basis.vragenset import Vragenset
from lv_tools.schermdelen import Verzameling
from lv_tools.schermdelen.verzameling import Gelezen, rename
from lv_tools.urgentiemeter.bestand import NAAM, VERSIE, scan_from_state, scan_to_state
from lv_tools.urgentiemeter.meting import check, title
from lv_tools.urgentiemeter.model import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import Instrument


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
        )

    def to_state(self) -> dict[str, Any]:
        """Schrijf de stand voor het bewaren; de datum van vandaag hoort daar niet bij."""
        return scan_to_state(replace(self.scan(), datum=""), self.inhoud)

    def restore(self, staat: Mapping[str, Any] | None) -> str:
        """Zet een bewaarde stand terug; geeft een zin als dat niet kon."""
        scan, zin = Scan(regels=self.inhoud.regels), ""
        if staat is not None:
            try:
                scan = scan_from_state(staat, self.inhoud)
            except VormError as fout:
                zin = f"De bewaarde antwoorden zijn niet gelezen: {fout}."
        self.modus, self.bronnen, self.regels = scan.modus, scan.bronnen, scan.regels
        self.weggehaald = None
        self.restored = scan.afdelingen
        return zin

    #: Afdelingen uit het laatst teruggezette bestand.
    restored: Sequence[Afdeling] = ()

    def read_own_file(self, naam: str, inhoud: bytes) -> Gelezen:
        """Lees een bewaard bestand van de urgentiemeter."""
        bewaard = from_json(inhoud, NAAM, VERSIE, bestand=f"‘{naam}’")
        if isinstance(bewaard, Leesfout):
            raise VormError(str(bewaard))
        scan = scan_from_state(bewaard.staat.get("extra"), self.inhoud)
        self.refuse_anonymous(scan.modus)
        opmerkingen = check(self.meting(), scan, now().date())
        return rename(scan.bronnen, naam), tuple(f"‘{naam}’: {zin}" for zin in opmerkingen)
