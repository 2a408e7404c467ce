"""Wat er op dit moment is ingevuld en verzameld: het gedeelde geheugen van de panelen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel, leftovers
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import Onleesbaar, read_object
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.vorm.vormcontrole import Nieuwer, VormError, refuse_newer
from lv_tools.schermdelen import Verzameling
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM
from lv_tools.zelfevaluatie.bestand.inlezen import add_file
from lv_tools.zelfevaluatie.bestand.lijst import list_of
from lv_tools.zelfevaluatie.bestand.opzet import setup_from_data
from lv_tools.zelfevaluatie.bestand.scan import scan_from_state, scan_to_state
from lv_tools.zelfevaluatie.model.opzet import Opzet, new_scan_id, new_setup, vragenset
from lv_tools.zelfevaluatie.model.scan import Scan, fit_scan
from lv_tools.zelfevaluatie.model.uitslag import Uitslag, compute
from lv_tools.zelfevaluatie.teksten import Instrument

#: Wie ‘Opslaan als bestand’ gebruikte in plaats van de knop aan het eind van het invullen.
HEEL_WERK = (
    "is niet gelezen: dit is iemands hele bewaarde werk, zonder eigen scan. Vraag om het bestand "
    "van de knop ‘Bewaar mijn antwoorden als bestand’, aan het eind van Invullen."
)

ONLEESBAAR = "De scan in dit bestand is niet te lezen:"
UITWEG = "Open een bestand dat u eerder hebt opgeslagen, of begin een nieuw bestand."


class Werk(Verzameling):
    """De scan waaraan gewerkt wordt, los van hoe zij getoond wordt."""

    def __init__(self, inhoud: Instrument) -> None:
        super().__init__()
        self.inhoud = inhoud
        #: Is er aan deze scan nog niets gedaan? Dan krijgt een nieuw bestand een nieuw kenmerk.
        self.vers = True
        self._uitslag: Uitslag | None = None
        self.set_scan(Scan(new_setup(inhoud)))

    def set_scan(self, scan: Scan) -> None:
        """Werk verder met deze scan."""
        self.opzet, self.bronnen = scan.opzet, scan.bronnen
        self.samen, self.eerdere = scan.samen, scan.eerdere
        self.zout, self.overig = scan.zout, scan.overig
        self.modus = scan.opzet.modus
        self.weggehaald = None
        self._uitslag = None

    def scan(self) -> Scan:
        """Geef alles van deze scan."""
        return Scan(self.opzet, self.bronnen, self.samen, self.eerdere, self.zout, self.overig)

    def results(self) -> Uitslag:
        """Geef de uitslag van dit moment; zonder wijziging wordt er niet opnieuw gerekend."""
        if self._uitslag is None:
            self._uitslag = compute(self.scan(), self.inhoud)
        return self._uitslag

    @property
    def titel(self) -> str:
        """De naam van de scan."""
        return self.opzet.naam

    def file_name(self, soort: str, extensie: str) -> str:
        """Geef de naam van een bestand over deze scan."""
        return export_name(NAAM, soort, self.opzet.naam, self.opzet.datum, extensie)

    @property
    def vragen(self) -> Vragenset:
        """De stellingen en groepen van deze scan."""
        return vragenset(self.opzet, self.inhoud)

    def changed(self) -> None:
        """Onthoud dat deze scan in gebruik is en vertel het alle panelen."""
        self.vers = False
        self._uitslag = None
        super().changed()

    def tell(self) -> None:
        """Laat alle panelen opnieuw kijken, zonder dat er iets is gewijzigd."""
        super().changed()

    def replace_scan(self, scan: Scan) -> None:
        """Neem een gewijzigde scan over."""
        self.set_scan(scan)
        self.changed()

    def set_setup(self, opzet: Opzet) -> None:
        """Neem andere instellingen over; wie anoniem kiest, raakt namen kwijt."""
        scan = fit_scan(replace(self.scan(), opzet=opzet))
        self.opzet, self.modus = opzet, opzet.modus
        self.bronnen, self.zout = scan.bronnen, scan.zout
        self.changed()

    def set_mode(self, modus: str) -> None:
        """Kies op naam of anoniem."""
        self.weggehaald = None
        self.set_setup(replace(self.opzet, modus=modus or self.opzet.modus))

    def next_scan(self, datum: str) -> None:
        """Begin een volgende scan met dezelfde vragen; deze scan komt ernaast te liggen."""
        klaar = replace(self.scan(), eerdere=())
        opzet = replace(self.opzet, id=new_scan_id(), datum=datum)
        self.replace_scan(fit_scan(Scan(opzet, eerdere=(*self.eerdere, klaar))))

    def add_file(self, naam: str, inhoud: bytes) -> tuple[str, ...]:
        """Voeg de antwoorden van een persoon, een hele scan of een tabel toe."""
        dubbel_voor = self.open_doubles()
        scan, verslag = add_file(self.scan(), naam, inhoud, self.inhoud)
        if verslag.gelukt:
            self.replace_scan(scan)
            return (*verslag.zinnen, *self.told_doubles(dubbel_voor))
        if _is_own_work(inhoud):
            return (f"‘{verslag.naam}’ {HEEL_WERK}",)
        return verslag.zinnen

    def leftovers(self) -> tuple[Overblijfsel, ...]:
        """Geef wat uit een oudere vragenlijst geen plaats meer heeft, ook in de scans ernaast."""
        regels = []
        for scan in (self.scan(), *self.eerdere):
            voor = "" if scan.opzet.id == self.opzet.id else f"{scan.opzet.naam}: "
            anoniem = scan.opzet.modus == "anoniem"
            regels += [
                Overblijfsel(f"{voor}{regel.wat}", regel.inhoud)
                for regel in leftovers(scan.bronnen, scan.overig, anoniem=anoniem)
            ]
        return tuple(regels)

    def locked(self) -> str:
        """Zeg waarom de vragen vastliggen; leeg als dat niet zo is."""
        if not any(bron.respondenten or bron.handtellingen for bron in self.bronnen):
            return ""
        return (
            f"Er zijn al antwoorden van {aantal(self.people, 'persoon', 'mensen')}. Daarom "
            "liggen de thema's en de stellingen vast. Naam, datum en groepen kunt u nog wijzigen."
        )

    def to_state(self) -> dict[str, Any]:
        """Schrijf de stand voor het bewaren; van een onaangeroerde scan alleen de lijst."""
        if self.vers:
            return {"lijst": self.inhoud.lijst}
        return scan_to_state(self.scan(), self.inhoud)

    def restore(self, staat: Mapping[str, Any] | None) -> None:
        """Zet een bewaarde stand terug, ook van een oudere vragenlijst.

        Raises
        ------
        Onleesbaar
            Als dat niet kan; er is dan niets veranderd.
        """
        vers = staat is None or set(staat) == {"lijst"}
        try:
            if staat is None or vers:
                refuse_newer((staat or {}).get("lijst"), self.inhoud.lijst)
                scan = Scan(new_setup(self.inhoud))
                if self.vers:  # nog niemand kent dit kenmerk, dus het scherm blijft zoals het was
                    scan = Scan(replace(scan.opzet, id=self.opzet.id))
            else:
                scan = scan_from_state(staat, self.inhoud)
        except Nieuwer as fout:
            raise Onleesbaar(str(fout)) from fout
        except VormError as fout:
            raise Onleesbaar(f"{ONLEESBAAR} {str(fout).rstrip('.')}. {UITWEG}") from fout
        self.set_scan(scan)
        self.vers = vers
        self.zetter = None
        toen = self.inhoud if staat is None or vers else list_of(staat.get("toen"), self.inhoud)
        if staat is not None and toen is not self.inhoud:
            eerst = vragenset(setup_from_data(staat["opzet"], toen), toen)
            self.zetter = Overzetting(eerst, self.vragen)

    #: De weg van een andere vragenlijst naar die van nu, als de scan daar vandaan komt.
    zetter: Overzetting | None = None


def _is_own_work(inhoud: bytes) -> bool:
    """Zeg of dit bewaard werk is van iemand die alleen de scan van een ander invulde."""
    gelezen = read_object(inhoud)
    staat = gelezen.get("staat") if isinstance(gelezen, dict) else None
    extra = staat.get("extra") if isinstance(staat, dict) else None
    leeg = extra is None or (isinstance(extra, dict) and set(extra) == {"lijst"})
    return isinstance(staat, dict) and "delen" in staat and leeg
