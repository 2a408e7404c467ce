"""De urgentiemeter zonder pagina: doe wat een lezer doet, door dezelfde deur als de pagina."""

from __future__ import annotations

from typing import Any

from hulpproef import Proef

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.verzamelen.groep import Groep, counts
from lv_tools.schermdelen import Bestand, Deel, Download
from lv_tools.urgentiemeter.bestand.lezen import scan_to_file
from lv_tools.urgentiemeter.hulpmiddel import URGENTIEMETER
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.teksten import instrument

INHOUD = instrument()
KEUZE = "Werkt de groep op naam of anoniem? Kies dit voordat iemand begint."
ZELF, BEURT, HAND = "groep/eigen", "groep/beurt", "groep/hand"
EXAMEN = "afdelingen/1/reeksen/examencijfers"


def scan_file(scan: Scan) -> bytes:
    """Geef het bestand van een scan."""
    return scan_to_file(scan, INHOUD)


def people_file(*mensen: Respondent, naam: str = "", modus: Any = "") -> bytes:
    """Geef een bestand met mensen, zoals iemand het doorstuurt."""
    return scan_file(Scan(naam=naam, groep=Groep(modus, bronnen=(Bron("x", mensen),))))


class Meterproef(Proef):
    """Een urgentiemeter waarin iemand bezig is."""

    def __init__(self, *, modus: str = "", bewaard: str | bytes = "") -> None:
        tekst = bewaard.decode() if isinstance(bewaard, bytes) else bewaard
        super().__init__(URGENTIEMETER, bewaard=tekst)
        if modus:
            self.kies_modus(modus)

    @property
    def staat(self) -> Scan:
        return self.werk.staat

    @property
    def groep(self) -> Groep:
        return self.staat.groep

    @property
    def mensen(self) -> list[Respondent]:
        return [r for bron in self.staat.sources(INHOUD) for r in bron.respondenten]

    @property
    def aantal(self) -> int:
        return sum(telling.personen for telling in counts(self.groep, INHOUD.vragen).values())

    @property
    def in_beeld(self) -> str:
        """Alle tekst zoals de pagina haar heeft, zonder wat verborgen is."""
        return str(visible(self.scherm.to_tree()))

    def heeft(self, naam: str) -> bool:
        """Staat dit deel op het scherm, en is het te zien?"""
        return any(
            d.naam == naam and not d.verborgen for d in self.scherm.walk() if not _hidden(self, d)
        )

    def manier(self, manier: str) -> None:
        self.stap(1)
        self.vul("groep/manier", manier)

    def kies_modus(self, modus: str) -> None:
        if self.groep.manier in ("", "zelf"):
            self.manier("beurt")
        self.vul("groep/modus", modus)

    def laad(self, *bestanden: tuple[str, bytes]) -> str:
        """Voeg bestanden toe, en geef de zinnen die er dan staan."""
        self.manier("bestand")
        vak = next(
            d for d in self.scherm.walk()
            if d.soort == "upload" and d.eigenschappen["label"].startswith("Voeg bestanden toe")
        )  # fmt: skip
        meta = [{"naam": naam, "type": ""} for naam, _ in bestanden]
        self.gebeur(vak, "bestanden", *(b for _, b in bestanden), bestanden=meta)
        plek = list(self.scherm.walk()).index(vak)
        melding = next(d for d in self.scherm.walk()[plek:] if d.soort == "mededeling")
        return str(melding.tekst)

    def zelf(self, rol: str = "docent", antwoord: int | None = 4, naam: str = "") -> None:
        self.manier("zelf")
        self.vul(f"{ZELF}/rol", rol)
        self.vul(f"{ZELF}/antwoorden/stellingen", dict.fromkeys(INHOUD.stellingen, antwoord))
        if (
            naam
        ):  # wie alleen invult, ziet dit veld niet; werk van vroeger kan er een naam in hebben
            self.onderweg(self.deel(f"{ZELF}/naam"), "wijziging", waarde=naam)

    def beurt(self, rol: str = "docent", antwoord: int = 4, naam: str = "") -> list[str]:
        self.manier("beurt")
        self.vul(f"{BEURT}/rol", rol)
        self.vul(f"{BEURT}/antwoorden/stellingen", dict.fromkeys(INHOUD.stellingen, antwoord))
        if naam:
            self.vul(f"{BEURT}/naam", naam)
        return self.zend("Klaar, de volgende persoon")

    def zend(self, knop: str, nummer: int = 0) -> list[str]:
        """Zend een formulier in; geeft de fouten."""
        vakken = [d for d in self.scherm.walk() if getattr(d, "knop", "") == knop]
        self.gebeur(vakken[nummer], "inzenden")
        return [fout["zin"] for fout in vakken[nummer].fouten]

    def download(self, tekst: str) -> Bestand:
        (knop,) = [d for d in self.scherm.walk() if isinstance(d, Download) and d.tekst == tekst]
        return knop.maak()

    @property
    def verslag(self) -> Any:
        """Het paneel van het verslag, als de uitslag open is."""
        return self.opstelling.panelen[2].verslag


def _hidden(proef: Meterproef, deel: Deel) -> bool:
    """Zit dit deel in iets wat verborgen is?"""
    return any(
        ander.verborgen and ander is not deel and deel in ander.walk()
        for ander in proef.scherm.walk()
    )


def visible(wat: Any) -> Any:
    if isinstance(wat, list | tuple):
        return [visible(deel) for deel in wat]
    if not isinstance(wat, dict):
        return wat
    verborgen = dict(wat.get("eigenschappen") or {}).get("verborgen") is True
    return None if verborgen else {naam: visible(deel) for naam, deel in wat.items()}
