"""De zelfevaluatie zonder browser: doe wat een lezer doet, door de deur van de pagina."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hulpproef import Proef
from scans import INHOUD

from lv_tools.schermdelen import Bestand, Deel, Download
from lv_tools.zelfevaluatie.bestand.antwoorden import answers_to_file, clean_answers
from lv_tools.zelfevaluatie.hulpmiddel import ZELFEVALUATIE
from lv_tools.zelfevaluatie.model.opzet import Opzet, stellingen_van
from lv_tools.zelfevaluatie.model.staat import scan_of
from lv_tools.zelfevaluatie.scherm import kop

SITE = "https://voorbeeld.invalid/instrumenten/zelfevaluatie.html"
STAPPEN = [stap.code for stap in INHOUD.stap]
MODUS = "groep/modus"
#: Een bestuur van drie, een intern toezicht van vijf en vier rectoren, met hun antwoord.
GROEPEN = {"bestuur": (3, 4), "intern-toezicht": (5, 3), "schoolleiding": (4, 1)}


@contextmanager
def where(in_pagina: bool | None) -> Iterator[None]:
    """Doe alsof dit in de pagina draait, of juist in een notebook."""
    eerst, kop.IN_PAGINA = kop.IN_PAGINA, in_pagina
    try:
        yield
    finally:
        kop.IN_PAGINA = eerst


class Zelfproef(Proef):
    """Opent het scherm zoals de pagina dat doet: eerst het adres, dan wat bewaard was."""

    def __init__(self, hekje: str = "", *, bewaard: str = "", in_pagina: bool = True) -> None:
        self._hekje, self._in_pagina = hekje, in_pagina
        with where(in_pagina):
            super().__init__(ZELFEVALUATIE, bewaard=bewaard)

    def open(self, tekst: str = "", *, naam: str = "Scan", **rest: Any) -> None:
        if self._in_pagina and not any(b["soort"] == "klaar" for b, _ in self.gestuurd):
            self.adres(self._hekje)
        super().open(tekst, naam=naam, **rest)

    def adres(self, hekje: str, adres: str = SITE) -> None:
        """De pagina meldt waar zij staat, en wat er achter het hekje staat."""
        self.gebeur(self.soort("adres"), "adres", adres=adres, hekje=hekje)

    def soort(self, soort: str, begin: str = "") -> Any:
        """Zoek het eerste deel van een soort, met een opschrift dat zo begint."""
        for deel in self.scherm.walk():
            opschrift = deel.eigenschappen.get("label") or deel.eigenschappen.get("titel") or ""
            if deel.soort == soort and str(opschrift).startswith(begin):
                return deel
        raise AssertionError(f"er is geen {soort} {begin!r} in beeld")

    def knop(self, tekst: str) -> Any:
        return next(d for d in self.scherm.walk() if d.eigenschappen.get("tekst") == tekst)

    def staat_er(self, naam: str) -> bool:
        return any(deel.naam == naam for deel in self.scherm.walk())

    def naar(self, code: str) -> None:
        """Open een stap."""
        self.stap(STAPPEN.index(code))

    @property
    def waar(self) -> str:
        """De stap die openstaat."""
        return STAPPEN[self.opstelling.stappen.gekozen]

    @property
    def paneel(self) -> Any:
        return self.opstelling.panelen[self.opstelling.stappen.gekozen]

    def kies(self, label: str, waarde: Any) -> None:
        deel = next(d for d in self.scherm.walk() if d.eigenschappen.get("label") == label)
        self.gebeur(deel, "wijziging", waarde=waarde)

    def klap(self, titel: str, open_: bool = True) -> None:
        """Klap een vak open of dicht."""
        vak = self.soort("uitklap", titel)
        if vak.open != open_:
            self.gebeur(vak, "wijziging", waarde=open_)

    def zend(self, knop: str) -> list[str]:
        """Zend een formulier in; geef wat er niet klopt."""
        vak = next(d for d in self.scherm.walk() if d.soort == "formulier" and d.knop == knop)
        self.gebeur(vak, "inzenden")
        return [fout["zin"] for fout in vak.fouten]

    def laad(self, label: str, *bestanden: Bestand) -> None:
        """Kies bestanden, zoals in het vak met dit opschrift."""
        namen = [{"naam": b.naam, "type": ""} for b in bestanden]
        inhoud = [b.inhoud for b in bestanden]
        self.gebeur(self.soort("upload", label), "bestanden", *inhoud, bestanden=namen)

    def voeg_toe(self, *bestanden: Bestand) -> str:
        """Breng bestanden samen; geef wat het scherm daarover zegt."""
        self.naar("verzamelen")
        self.kies("Hoe verzamelt u de antwoorden?", "bestand")
        self.laad("Voeg bestanden toe", *bestanden)
        return str(self.paneel.paneel.vakken["bestand"].melding.tekst)

    def neem(self, knop: str) -> Bestand:
        """Klik op een knop die een bestand geeft."""
        deel = self.knop(knop)
        assert isinstance(deel, Download)
        self.gebeur(deel, "klik")
        gegevens, buffers = next(
            (b["gegevens"], buffers)
            for b, buffers in reversed(self.gestuurd)
            if b.get("naam") == "bied-aan"
        )
        return Bestand(gegevens["naam"], bytes(buffers[0]))

    def blad(self, nummer: int) -> None:
        """Ga bij het invullen naar een blad."""
        if self.waar != "invullen":
            self.naar("invullen")
        self.kies("Ga naar", str(nummer))

    def vul_in(self, rol: str = "bestuur", antwoord: int | None = 3) -> None:
        """Vul de scan die openstaat helemaal in."""
        self.blad(0)
        self.vul(f"{self.werk.staat.velpad}/rol", rol)
        for nummer in range(1, len(self.werk.staat.invulopzet.themas) + 1):
            self.blad(nummer)
            lijst = self.soort("vragenlijst")
            self.gebeur(lijst, "wijziging", waarde={s.id: antwoord for s in lijst.stellingen})

    @property
    def antwoorden(self) -> dict[str, Any]:
        """Wat er in de scan die openstaat is ingevuld."""
        gegeven: dict[str, Any] = self.werk.staat.invulvel.gegeven
        return gegeven

    @property
    def opzet(self) -> Opzet:
        opzet: Opzet = self.werk.staat.opzet
        return opzet

    @property
    def scan(self):
        return scan_of(self.werk.staat, INHOUD)

    @property
    def people(self) -> int:
        return int(self.werk.uitslag.personen)

    def gemeld(self, soort: str = "meld") -> list[str]:
        """Wat een schermlezer te horen kreeg."""
        return [b["tekst"] for b, _ in self.gestuurd if b["soort"] == soort]

    @property
    def focus(self) -> Deel:
        """Het deel dat het laatst de focus kreeg."""
        kenmerk = next(
            b["deel"]
            for b, _ in reversed(self.gestuurd)
            if b["soort"] == "opdracht" and b["naam"] == "focus"
        )
        return next(d for d in self.scherm.walk() if d.id == kenmerk)

    def focus_kop(self) -> str:
        """De kop van het blad dat bij het invullen openstaat."""
        return str(self.paneel.blad.deel.inhoud[0].titel)

    @property
    def in_beeld(self) -> str:
        """Alle tekst die te zien is."""
        return str(_visible(self.scherm.to_tree()["wortel"]))


def _visible(boom: Any) -> Any:
    if isinstance(boom, list):
        return [_visible(deel) for deel in boom]
    if not isinstance(boom, dict):
        return boom
    if dict(boom.get("eigenschappen") or {}).get("verborgen") is True:
        return None
    return {naam: _visible(deel) for naam, deel in boom.items()}


def file_of(opzet: Opzet, rol: str, antwoord: int | None, naam: str = "") -> Bestand:
    """Het bestand van één deelnemer die overal hetzelfde antwoordde."""
    antwoorden = dict.fromkeys(stellingen_van(opzet, INHOUD), antwoord)
    wie = clean_answers(rol, antwoorden, opzet, INHOUD, naam=naam)
    return Bestand(f"{wie.id[:6]}.json", answers_to_file(wie, opzet, INHOUD))


def twelve(opzet: Opzet) -> list[Bestand]:
    """Een bestuur van drie, een intern toezicht van vijf en vier rectoren."""
    return [
        file_of(opzet, rol, antwoord, f"{rol} {nummer}")
        for rol, (hoeveel, antwoord) in GROEPEN.items()
        for nummer in range(hoeveel)
    ]
