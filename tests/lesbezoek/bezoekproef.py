"""Doe met het lesbezoek wat een lezer doet, door dezelfde deur als de pagina."""

from __future__ import annotations

import json
from typing import Any

from hulpproef import Proef

from lv_tools.lesbezoek.hulpmiddel import LESBEZOEK
from lv_tools.lesbezoek.model.ronde import Ronde
from lv_tools.lesbezoek.teksten import instrument
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.schermdelen.kaartlijst import Kaartlijst

INHOUD = instrument()
RONDE, KIJKEN, SAMEN, UITKOMST, VERDER = range(5)


class Bezoekproef(Proef):
    """Het lesbezoek, van één persoon op één apparaat."""

    def __init__(self, bewaard: str = "") -> None:
        super().__init__(LESBEZOEK, bewaard=bewaard)

    @property
    def ronde(self) -> Ronde:
        return self.werk.staat

    @property
    def in_beeld(self) -> str:
        return json.dumps(_visible(self.scherm.to_tree()), ensure_ascii=False)

    def kaart(self, titel: str, kaart: str, actie: str) -> None:
        """Druk op een knop van een kaart."""
        lijst = next(
            d for d in self.scherm.walk() if isinstance(d, Kaartlijst) and _called(d, titel)
        )
        self.gebeur(lijst, "actie", kaart=kaart, naam=actie)

    def kies(self, *codes: str) -> None:
        """Kies kijkpunten uit de bank."""
        for code in codes:
            self.vul("deel", INHOUD.bij[code].deel)
            self.kaart(INHOUD.zeg("bank_kaarten"), code, "kies")

    def bestand(self, knop: str) -> bytes:
        """Klik op een knop die een bestand geeft, en geef wat erin staat."""
        self.klik(knop)
        return next(b[0] for s, b in reversed(self.gestuurd) if s.get("naam") == "bied-aan")

    def bezoek(
        self, les: str, *antwoorden: int | None, soort: str = "bezoeker", kort: bool = False
    ) -> str:
        """Vul een blik op een les in, en ga terug naar de lijst."""
        self.stap(KIJKEN)
        self.klik(INHOUD.zeg(f"nieuw_{soort}"))
        kenmerk = self.ronde.open
        self.vul(f"blikken/{kenmerk}/les", les)
        if kort:
            self.vul(f"blikken/{kenmerk}/duur", "kort")
        punten = [p.id for p in self.ronde.kijkpunten]
        gegeven = dict(zip(punten, antwoorden, strict=False))
        self.vul(f"blikken/{kenmerk}/gegeven", gegeven)
        self.klik(INHOUD.zeg("klaar"))
        return kenmerk

    def voeg_toe(self, *bestanden: bytes) -> str:
        """Voeg bestanden van collega's toe, en geef wat het scherm daarvan zegt."""
        self.stap(SAMEN)
        paneel = self.opstelling.panelen[SAMEN]
        vak = next(
            d for d in self.scherm.walk() if d.soort == "upload" and d.label == INHOUD.zeg("upload")
        )
        namen = [
            {"naam": f"bezoeken-{n}.json", "type": "application/json"}
            for n, _ in enumerate(bestanden, 1)
        ]
        self.gebeur(vak, "bestanden", *bestanden, bestanden=namen)
        return str(paneel.gelezen.tekst)

    @property
    def lade(self) -> Dossierlade:
        return next(d for d in self.scherm.walk() if isinstance(d, Dossierlade))


def opzet() -> Bezoekproef:
    """Zet een ronde op met drie kijkpunten."""
    proef = Bezoekproef()
    proef.vul("naam", "havo, najaar")
    proef.vul("vraag", "Hoe gaan wij na of iedereen het begrijpt?")
    proef.kies("begrip", "denktijd", "doel")
    return proef


def _called(lijst: Kaartlijst, titel: str) -> bool:
    return lijst.eigenschappen.get("label") == titel or lijst.eigenschappen.get("titel") == titel


def _visible(wat: Any) -> Any:
    if isinstance(wat, list):
        return [_visible(deel) for deel in wat]
    if not isinstance(wat, dict):
        return wat
    if (wat.get("eigenschappen") or {}).get("verborgen") is True:
        return None
    return {naam: _visible(deel) for naam, deel in wat.items()}
